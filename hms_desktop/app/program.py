"""The program from its first window to its last: welcome, sign-in, the desk, and a clean end.

What only the desk needs (the database's driver, the areas, the shell) is imported while somebody types the password:
what knows no Qt on another thread, the rest on this one. Qt's classes are never made beside it: PySide6 crashed when
one was, while Qt was calling into Python here.
"""

import asyncio
import importlib
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hms_desktop.app import welcome
from hms_desktop.app.attempts import Attempts
from hms_desktop.app.demo import Demo
from hms_desktop.app.face import Face
from hms_desktop.app.languages import Languages
from hms_desktop.app.remembered import Remembered
from hms_desktop.app.sign_in import SignIn
from hms_desktop.app.starting import Starting
from hms_desktop.app.welcome import Welcome
from hms_desktop.app.window import Window
from hms_desktop.core.crashes import CrashBook
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.core.settings import Server, Station
from hms_desktop.widgets.collector import spare_what_lives
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.theme import Appearance

if TYPE_CHECKING:
    from hms_desktop.app.desk_session import DeskSession, House

_log = logging.getLogger(__name__)
ROOM_OF_THE_DEMO = "Room 1"
BESIDE = (
    "hms_desktop.core.cache",
    "hms_desktop.core.database",
    "hms_desktop.core.drafts",
    "hms_desktop.core.layouts",
    "hms_desktop.core.listener",
    "hms_desktop.core.places",
    "hms_desktop.core.poller",
    "hms_desktop.core.scanners",
    "hms_desktop.core.stalls",
    "hms_desktop.core.zpl",
    *(
        f"hms_desktop.clinic.{name}"
        for name in (
            "appointments.papers",
            "dispensing.controlled_papers",
            "dispensing.papers",
            "dispensing.queries_shelf",
            "displays.queries",
            "fleet.rules",
            "fleet.telling",
            "medicines.queries",
            "operations.queries_alerts",
            "organisation.queries",
            "patients.actions",
            "patients.papers",
            "prescriptions.papers",
            "printing.actions",
            "printing.papers",
            "printing.queries",
            "purchasing.queries",
            "queue.actions",
            "queue.papers",
            "queue.queries",
            "queue.queries_journeys",
            "queue.queries_planning",
            "queue.visitors",
            "records.queries",
            "staff.actions",
            "staff.queries",
            "stock.counting_papers",
            "stock.papers",
            "stock.queries",
        )
    ),
)
"""What the desk leans on and knows no Qt."""
HERE = tuple(
    f"hms_desktop.{name}"
    for name in (
        "widgets.page",
        "app.settings_page",
        "app.finders",
        "app.shell",
        "screens.printing.printers",
        "screens.queue.counter_window",
        "app.desk_session",
    )
)
"""Modules of Qt's classes, the last one the desk itself; in pieces, so that no key typed meanwhile waits."""


class Program(QObject):
    """The composition root: it wires everything through constructors and moves between the window's faces."""

    def __init__(
        self,
        *,
        station: Station,
        settings_file: Path,
        remembered: Remembered,
        appearance: Appearance,
        languages: Languages,
        log_file: Path,
        drafts: Path,
        demo_folder: Path,
        make_demo: Callable[[Path], Demo] = Demo,
        crashes: CrashBook | None = None,
        opens: str = "",
    ) -> None:
        super().__init__()
        self._station = station
        self._settings_file = settings_file
        self._remembered = remembered
        self._appearance = appearance
        self._languages = languages
        self._log_file = log_file
        self._drafts = drafts
        self._demo_folder = demo_folder
        self._make_demo = make_demo
        self._crashes = crashes
        self._opens = opens
        self._demo: Demo | None = None
        self._theme = station.settings.theme if station.bound("theme") else remembered.theme or station.settings.theme
        self._attempts = Attempts()
        self._face: Face | None = None
        self.session: DeskSession | None = None
        self._ended = asyncio.Event()
        appearance.wear(self._theme)
        self._speak_as_chosen()
        self.window = Window(lambda: self.session is None or self.session.may_leave())
        self.window.closing.connect(self.end)

    async def run(self, *, demo: bool = False) -> None:
        """Show the first face and return when the window was closed and everything has ended."""
        if demo:
            go(self.start_demo())
        elif self._station.settings.server is None:
            self.show_welcome()
        else:
            self.show_sign_in(self._station.settings.server)
        self.window.show()
        if self._face is not None:
            for sentence in self._station.messages:
                self._face.messages.say(sentence, "warning")
        warming = go(_import_desk())
        await self._ended.wait()
        await asyncio.wait([warming])
        await self._close()

    def end(self) -> None:
        """Let `run` return; safe to call more than once."""
        self._ended.set()

    def tell(self, error: HmsError) -> None:
        """For the one handler: say `error` where the person looks."""
        place = self.session or self._face
        if place is not None:
            place.tell(error)

    def report(self, number: str) -> None:
        """For the one handler: say that a bug was met."""
        words = self.tr("Something went wrong in this program; what you typed is kept. Report {number} is in the log.")
        if (messages := self._messages()) is not None:
            messages.say(words.format(number=number), "stop")

    def show_welcome(self) -> None:
        face = Welcome(_test, self._station)
        face.connect_to.connect(self._keep_server)
        face.try_demo.connect(lambda: go(self.start_demo()))
        self._show(face)
        face.take_focus()

    def show_sign_in(self, server: Server) -> None:
        async def enter(login: str, password: str) -> None:
            await self.sign_in(server.signed_in_as(login, password))

        face = SignIn(
            server,
            self._attempts,
            enter,
            last_login="" if self._demo else self._remembered.last_login,
            accounts=self._demo.accounts if self._demo else (),
        )
        face.another_server.connect(lambda: go(self._leave_server()))
        self._show(face)
        face.take_focus()

    async def sign_in(self, server: Server) -> None:
        """Open the desk in the name of whom `server` names. Raises what SignedIn.open raises."""
        await _import_desk()
        from hms_desktop.app.desk_session import DeskSession
        from hms_desktop.app.signed_in import SignedIn

        signed_in = await SignedIn.open(server, self._station.settings.workstation, self._crashes)
        session = DeskSession(self._house(), signed_in)
        session.left.connect(lambda: go(self.sign_out()))
        try:
            await session.begin()
        except BaseException:
            await session.end()
            raise
        if self._ended.is_set():  # the window was closed meanwhile
            await session.end()
            return
        self.session = session
        spare_what_lives()
        if self._demo is None:
            self._remembered.last_login = server.user
            self._remembered.save()
        if self._face is not None:
            self.window.drop_face(self._face)
            self._face = None

    async def sign_out(self) -> None:
        """Leave the desk and ask who comes next."""
        session, self.session = self.session, None
        if session is None:
            return
        server = session.desk.db.server.signed_in_as("", "")
        self._speak_as_chosen()
        self.show_sign_in(server)
        await session.end()

    async def start_demo(self) -> None:
        """Bring the demo up, sign in as its clerk, and start the day behind it."""
        face = Starting()
        self._show(face)
        demo = self._demo = self._make_demo(self._demo_folder)
        try:
            server = await demo.start(face.step)
            clerk = demo.accounts[0]
            await self.sign_in(server.signed_in_as(clerk.login, clerk.password))
            if self._demo is demo:  # otherwise the window was closed meanwhile, which ended it
                demo.start_beside()
        except Exception:
            if self._demo is not demo:
                return
            self._demo = None
            await demo.stop()
            self.show_welcome()
            raise

    async def _leave_server(self) -> None:
        if self._demo is not None:
            demo, self._demo = self._demo, None
            await demo.stop()
        self.show_welcome()

    def _keep_server(self, server: Server) -> None:
        welcome.save_server(self._settings_file, server)
        self._station = self._station.moved_to(server)
        if self._station.settings.server is not None:
            self.show_sign_in(self._station.settings.server)

    async def _close(self) -> None:
        """End what is open, whatever one part of it says."""
        session, demo = self.session, self._demo
        self.session = self._demo = None
        for end in (session.end if session else None, demo.stop if demo else None):
            if end is not None:
                try:
                    await end()
                except Exception:
                    _log.exception("something did not end cleanly")

    def _house(self) -> "House":
        from hms_desktop.app.desk_session import House

        return House(
            window=self.window,
            station=self._station,
            remembered=self._remembered,
            attempts=self._attempts,
            drafts=self._drafts,
            log_file=self._log_file,
            theme=lambda: self._theme,
            language=self._language,
            wear=self._wear,
            speak=self._speak,
            default_room=ROOM_OF_THE_DEMO if self._demo else "",
            opens=self._opens,
        )

    def _wear(self, theme: str) -> None:
        self._theme = self._remembered.theme = theme
        self._appearance.wear(theme)
        self._remembered.save()

    def _speak(self, language: str) -> None:
        self._remembered.language = language
        self._remembered.save()
        if self.session is not None and not self.session.shell.unsaved():
            go(self._open_anew(self.session))

    async def _open_anew(self, old: "DeskSession") -> None:
        """Make the whole desk anew for the same person, in the language of now; Settings stay in front."""
        before = self._languages.spoken
        self._speak_as_chosen()
        try:
            await self.sign_in(old.desk.db.server)
        except HmsError:
            self._languages.speak(before)
            raise
        if self.session is not None:
            self.session.shell.open_page("settings")
        await old.end()

    def _speak_as_chosen(self) -> None:
        self._languages.speak(self._language())

    def _language(self) -> str:
        """What the person chose, where a policy leaves a choice."""
        chosen = "" if self._station.bound("language") else self._remembered.language
        return chosen or self._station.settings.language

    def _show(self, face: Face) -> None:
        old, self._face = self._face, face
        self.window.show_face(face)
        if old is not None:
            self.window.drop_face(old)

    def _messages(self) -> MessageBar | None:
        place = self.session or self._face
        return place.messages if place is not None else None


async def _test(server: Server) -> str:
    """Ask `server` whether it is there and proves who it is; one sentence where something stands against it.

    Nobody signs in: a refused password is what a good server answers. Raises Misconfigured, Unreachable.
    """

    def knock() -> None:
        from hms_desktop.core.connecting import connect

        connect(server.signed_in_as("connection.test", ""), application="hms-desktop-test").close()

    try:
        await asyncio.to_thread(knock)
    except Refused:
        return ""
    return ""


async def _import_desk() -> None:
    """Returns when everything is there; at once the second time."""
    await asyncio.to_thread(_import_all, BESIDE)
    for name in HERE:
        _import_all([name])
        await asyncio.sleep(0)


def _import_all(names: Iterable[str]) -> None:
    for name in names:
        importlib.import_module(name)
