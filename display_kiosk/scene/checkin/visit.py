"""One person after the other at the touch screen: what it shows and asks; nothing of one reaches the next."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

PATIENCE_SECONDS = 30
"""So long a page waits for a touch before it starts over."""
READING_SECONDS = 15
"""So long a ticket is shown that came out on paper."""
KEEPING_SECONDS = 60
"""So long one is shown that could not be printed: it must be remembered, or photographed."""
SIGNS = 8
"""The digits of a slip's code, and those of a date: day, month and year."""
_BARCODE = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_LONGEST_BARCODE = 40
_OLDEST = dt.date(1900, 1, 1)


@dataclass(frozen=True)
class Language:
    """What the screen says in one language: `name` in its own script, and a sentence for each code of a refusal."""

    code: str
    name: str
    right_to_left: bool
    words: Mapping[str, str]
    refusals: Mapping[str, str]


@dataclass(frozen=True)
class Service:
    """A service whose numbers are given here; `hours` are those of today, `minutes` the wait where it is shown."""

    service_id: int
    name: str
    open: bool
    hours: str
    waiting: int
    minutes: int | None


@dataclass(frozen=True)
class GivenTicket:
    """A ticket as it is shown: `before` wait before it; `room` is empty where the board will tell it."""

    ticket: str
    service: str
    room: str
    before: int
    minutes: int | None
    already: bool


class Visit(QObject):
    """The screen's state, from the choice of a language to the ticket.

    `page` is languages, choices, code, born, services, working, ticket, sorry, or away while the server is. The keys of
    a keyboard do what the digits on the screen do, and a scanner types a whole code and Enter on any page before the
    date.
    """

    check_in_wanted = Signal(str, object)
    """The slip's code, and the date of birth."""
    number_wanted = Signal(int)
    """The id of a service."""
    started_over = Signal()
    _language: Language
    _page: str
    _code: str
    _born: str
    _scanned: str
    _sentence: str
    _ticket: GivenTicket | None
    _paper: str
    _again: bool
    _patience: int
    _left: int
    changed = Signal()
    words_changed = Signal()
    ticked = Signal()

    def __init__(
        self,
        theme: Mapping[str, str],
        languages: Sequence[Language],
        *,
        today: Callable[[], dt.date] = dt.date.today,
        parent: QObject | None = None,
    ) -> None:
        """`languages` in their order, at least one; `today()` is the last day on which somebody can be born."""
        super().__init__(parent)
        self._theme = dict(theme)
        self._coming = ("", tuple(languages))
        self._today = today
        self._clock = ""
        self._services: tuple[Service, ...] = ()
        self._online = False
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)
        self._begin()

    # --- what the program tells

    def set_entrance(self, hospital: str, languages: Sequence[Language]) -> None:
        """The hospital's name, and the languages that an administrator has chosen; for the next person."""
        before, self._coming = self._coming, (hospital, tuple(languages))
        if self._coming != before and self._page in ("languages", "away"):
            self.start_over()

    def set_services(self, services: Sequence[Service]) -> None:
        if tuple(services) != self._services:
            self._services = tuple(services)
            self.changed.emit()

    def set_clock(self, text: str) -> None:
        if text != self._clock:
            self._clock = text
            self.ticked.emit()

    def set_online(self, online: bool) -> None:
        """Without the server nobody can be helped here: the screen says so, and forgets who stood before it."""
        if online is not self._online:
            self._online = online
            if self._page != "ticket":
                self.start_over()

    def show_ticket(self, ticket: GivenTicket) -> None:
        """What was asked for, unless somebody else stands here by now; `printed` follows where it is a new one."""
        if self._page in ("working", "languages", "away"):
            self._ticket = ticket
            self._paper = "given" if ticket.already else "printing"
            self._go("ticket", READING_SECONDS)

    def printed(self, on_paper: bool) -> None:
        """The ticket came out, or did not: then it stays on the screen longer."""
        if self._page == "ticket":
            self._paper = "printed" if on_paper else "failed"
            self._go("ticket", READING_SECONDS if on_paper else KEEPING_SECONDS)

    def refuse(self, code: str, params: Mapping[str, Any]) -> None:
        """One kind sentence; who mistyped may try again."""
        if self._page != "working":
            return
        refusals = self._language.refusals
        self._sentence = refusals.get(code, refusals["check_in.desk"]).format(**params)
        self._again = code == "check_in.unknown"
        self._go("sorry")

    def language(self) -> str:
        """The language that this person has chosen, such as fr."""
        return self._language.code

    # --- what a person does

    @Slot(str)
    def choose_language(self, code: str) -> None:
        self._speak(next(one for one in self._languages if one.code == code))
        self._go("choices")

    @Slot()
    def ask_code(self) -> None:
        self._code = self._born = ""
        self._go("code")

    @Slot()
    def ask_service(self) -> None:
        self._go("services")

    @Slot(int)
    def take_number(self, service_id: int) -> None:
        if any(one.service_id == service_id and one.open for one in self._services):
            self._go("working")
            self.number_wanted.emit(service_id)

    @Slot(str)
    def press(self, sign: str) -> None:
        """A key of the screen or the keyboard: a digit counts where digits are asked for."""
        if self._page in ("languages", "choices", "code"):
            self._scanned = (self._scanned + sign)[-_LONGEST_BARCODE:]
        if self._page == "code" and sign.isascii() and sign.isdigit():
            self._code = (self._code + sign)[:SIGNS]
        elif self._page == "born" and sign.isascii() and sign.isdigit():
            self._born = (self._born + sign)[:SIGNS]
        self.touch()

    @Slot()
    def erase(self) -> None:
        if self._page == "code":
            self._code = self._code[:-1]
        elif self._page == "born":
            self._born = self._born[:-1]
        self._scanned = ""
        self.touch()

    @Slot()
    def go_on(self) -> None:
        """Enter: the next question, or the answer."""
        scanned, self._scanned = _BARCODE.search(self._scanned), ""
        if scanned is not None and self._page in ("languages", "choices", "code"):
            self._code = scanned[0].lower()
            self._go("born")
        elif self._page == "code" and len(self._code) == SIGNS:
            self._go("born")
        elif self._page == "born" and (born := self._birth_date()) is not None:
            code, self._code, self._born = self._code, "", ""
            self._go("working")
            self.check_in_wanted.emit(code, born)
        else:
            self.touch()

    @Slot()
    def go_back(self) -> None:
        """Esc: the question before; from the first one, the start."""
        before = {"born": "code", "code": "choices", "services": "choices"}.get(self._page)
        if self._page == "working":
            return
        if before is None:
            self.start_over()
        elif self._page == "born":
            self.ask_code()
        else:
            self._go(before)

    @Slot()
    def start_over(self) -> None:
        self._begin()
        self.changed.emit()
        self.ticked.emit()
        self.started_over.emit()

    @Slot()
    def touch(self) -> None:
        """Somebody is still there."""
        self._left = self._patience
        self.changed.emit()
        self.ticked.emit()

    def tick(self) -> None:
        """A second has passed."""
        self._left -= 1
        if self._left <= 0:
            self.start_over()
        else:
            self.ticked.emit()

    # --- within

    def _begin(self) -> None:
        self._timer.stop()
        self._hospital, self._languages = self._coming
        self._page = "languages" if self._online else "away"
        self._speak(self._languages[0])
        self._code = self._born = self._scanned = self._sentence = ""
        self._ticket = None
        self._paper = ""
        self._again = False
        self._patience = self._left = PATIENCE_SECONDS

    def _go(self, page: str, patience: int = PATIENCE_SECONDS) -> None:
        self._page, self._patience = page, patience
        self._scanned = ""
        if page == "working":
            self._timer.stop()  # the database's own patience ends this
        else:
            self._timer.start()
        self.touch()

    def _speak(self, language: Language) -> None:
        self._language = language
        self.words_changed.emit()

    def _birth_date(self) -> dt.date | None:
        """The date that was typed, None while it is none."""
        if len(self._born) < SIGNS:
            return None
        try:
            born = dt.date(int(self._born[4:]), int(self._born[2:4]), int(self._born[:2]))
        except ValueError:
            return None
        return born if _OLDEST <= born <= self._today() else None

    def _hint(self) -> str:
        """Why a whole date is none."""
        wrong = self._page == "born" and len(self._born) == SIGNS and self._birth_date() is None
        return self._language.words["no_date"] if wrong else ""

    def _may_go_on(self) -> bool:
        return (self._page == "code" and len(self._code) == SIGNS) or (
            self._page == "born" and self._birth_date() is not None
        )

    # --- what the scene reads

    theme = Property(dict, lambda self: self._theme, constant=True)
    page = Property(str, lambda self: self._page, notify=changed)
    words = Property(dict, lambda self: dict(self._language.words), notify=words_changed)
    mirrored = Property(bool, lambda self: self._language.right_to_left, notify=changed)
    hospital = Property(str, lambda self: self._hospital, notify=changed)
    languages = Property(
        list,
        lambda self: [{"code": one.code, "name": one.name, "welcome": one.words["welcome"]} for one in self._languages],
        notify=changed,
    )
    apologies = Property(list, lambda self: [one.words["away"] for one in self._languages], notify=changed)
    services = Property(list, lambda self: [asdict(one) for one in self._services], notify=changed)
    typed = Property(str, lambda self: self._born if self._page == "born" else self._code, notify=changed)
    hint = Property(str, _hint, notify=changed)
    scanning = Property(bool, lambda self: bool(self._scanned), notify=changed)
    mayGoOn = Property(bool, _may_go_on, notify=changed)
    ticket = Property(dict, lambda self: asdict(self._ticket) if self._ticket else {}, notify=changed)
    paper = Property(str, lambda self: self._paper, notify=changed)
    sentence = Property(str, lambda self: self._sentence, notify=changed)
    again = Property(bool, lambda self: self._again, notify=changed)
    clock = Property(str, lambda self: self._clock, notify=ticked)
    left = Property(int, lambda self: self._left, notify=ticked)
    patience = Property(int, lambda self: self._patience, notify=ticked)
    counting = Property(bool, lambda self: self._timer.isActive(), notify=ticked)
