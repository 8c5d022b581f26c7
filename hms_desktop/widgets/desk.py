"""What every page is handed: the database, who sits here, in which room, and how to reach other pages."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from hms_desktop.core.database import Database
from hms_desktop.core.drafts import Drafts
from hms_desktop.core.errors import HmsError
from hms_desktop.widgets.live import Live
from hms_desktop.widgets.message_bar import MessageBar


@dataclass(frozen=True)
class Person:
    """Who is signed in: the PostgreSQL login, the name shown to colleagues, the duties held.

    `by_ticket`: it was the computer's own session that proved it (Kerberos), whatever password was typed.
    """

    login: str
    display_name: str
    duties: frozenset[str] = frozenset()
    by_ticket: bool = False

    def has_duty(self, *duties: str) -> bool:
        """Whether one of `duties` is held."""
        return bool(self.duties & set(duties))


@dataclass(frozen=True)
class Room:
    """The room or counter that this workstation serves."""

    id: int
    name: str
    department: str = ""


class Desk(QObject):
    """One signed-in person at one workstation. Made anew at each sign-in.

    `drafts` keeps what was typed into long forms through a crash; None where nothing is to be kept.
    """

    room_changed = Signal(object)
    going_to = Signal(str, object)
    """A page's name and what to show there."""
    paper_wanted = Signal(str, object, bool)
    """A document's key, the id of what it is about, and whether it comes by itself after what was just done."""

    def __init__(
        self,
        db: Database,
        live: Live,
        who: Person,
        *,
        workstation: str,
        messages: MessageBar,
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__()
        self.db = db
        self.live = live
        self.who = who
        self.workstation = workstation
        self.messages = messages
        self.drafts = drafts
        self._room: Room | None = None

    @property
    def room(self) -> Room | None:
        """The room chosen at this workstation, None before one is chosen."""
        return self._room

    def sit_in(self, room: Room | None) -> None:
        if room != self._room:
            self._room = room
            self.room_changed.emit(room)

    def new_intent(self) -> UUID:
        """A new id for one wish of the person; a repeated attempt at the same wish passes the same id."""
        return uuid4()

    def go_to(self, page: str, what: object = None) -> None:
        """Open the page named `page` and let it show `what`."""
        self.going_to.emit(page, what)

    def print_paper(self, document: str, subject: int, *, automatic: bool = False) -> None:
        """Print `document` (ticket, card, slip …) about `subject`, whose change is committed already.

        With `automatic`, only where this workstation chose that it comes by itself. Nothing is awaited: what fails is
        said in the message bar, with Repeat.
        """
        self.paper_wanted.emit(document, subject, automatic)

    def say(self, sentence: str, tone: str = "info", undo: Callable[[], object] | None = None) -> None:
        self.messages.say(sentence, tone, undo)

    def tell(self, error: HmsError) -> None:
        """Say in the message bar what `error` says."""
        self.messages.tell(error)
