"""From the sign-in to the sign-out: the shell with its pages, the lock over it, the room, the password."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hms_desktop.app import papers
from hms_desktop.app.attempts import Attempts
from hms_desktop.app.blocked import Blocked
from hms_desktop.app.fitting import Fitting
from hms_desktop.app.lock import IdleWatch, Locked
from hms_desktop.app.pages import ADMINISTRATION, BOTTOM, PageEntry, pages_for, translate
from hms_desktop.app.password_dialog import PasswordDialog
from hms_desktop.app.release_news import ReleaseNews
from hms_desktop.app.remembered import Remembered
from hms_desktop.app.room_dialog import RoomDialog
from hms_desktop.app.scanner_choice import ScannerChoice
from hms_desktop.app.settings_page import SettingsPage
from hms_desktop.app.shell import Command, Shell
from hms_desktop.app.signed_in import SignedIn, verify
from hms_desktop.app.window import Window
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.organisation.queries import RoomRow
from hms_desktop.core.drafts import Drafts
from hms_desktop.core.errors import HmsError
from hms_desktop.core.settings import Server, Station
from hms_desktop.screens.printing.choices import PrinterChoices
from hms_desktop.screens.printing.made import Made
from hms_desktop.screens.printing.page import PapersPage
from hms_desktop.screens.printing.press import Press
from hms_desktop.screens.printing.printers import PrintersPage
from hms_desktop.screens.printing.view import Tray
from hms_desktop.screens.queue.counter_window import CounterWindow
from hms_desktop.widgets.desk import Desk, Room
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.scanner_line import ScannerLine

WITH_COUNTER_WINDOW = frozenset({"front_desk", "pharmacist", "clinician", "cashier"})
AT_COUNTERS = frozenset({"front_desk", "pharmacist", "clinician", "cashier", "manager"})
COUNTER = "counter"
_HIDEABLE = (Qt.WindowType.Dialog, Qt.WindowType.Tool, Qt.WindowType.Window)


@dataclass(frozen=True)
class House:
    """What outlives a sign-in: the window, the settings, what is remembered, and how to change look and language."""

    window: Window
    station: Station
    remembered: Remembered
    attempts: Attempts
    log_file: Path
    drafts: Path
    theme: Callable[[], str]
    language: Callable[[], str]
    wear: Callable[[str], None]
    speak: Callable[[str], None]
    default_room: str = ""
    opens: str = ""
    """The key of the page that is shown first, or COUNTER; empty for the first of the rail."""


class DeskSession(QObject):
    """One person at the desk. `left` is emitted when they want to sign out."""

    left = Signal()

    def __init__(self, house: House, signed_in: SignedIn) -> None:
        super().__init__()
        self._house = house
        self._signed_in = signed_in
        self._server = signed_in.db.server
        self._hidden: list[QWidget] = []
        self._cover: Locked | Blocked | None = None
        self._counter: CounterWindow | None = None
        messages = MessageBar()
        workstation = house.station.settings.workstation
        self.desk = Desk(
            signed_in.db,
            signed_in.live,
            signed_in.who,
            workstation=workstation,
            messages=messages,
            drafts=Drafts(house.drafts, _owner(self._server)),
        )
        self._maker = papers.maker()
        self._press = Press(self.desk, papers.QUERIES, self._maker, parent=self)
        self._press.came_out.connect(self._show_paper)
        self._tray: Tray | None = None
        self.shell = Shell(self.desk, messages, self._entries(), more=self._commands())
        self._press.changed.connect(self.shell.strip.read_again)
        self.shell.room_wanted.connect(lambda: go(self.choose_room()))
        self.shell.lock_wanted.connect(self.lock)
        self.shell.password_wanted.connect(lambda: go(self.change_password()))
        self.shell.sign_out_wanted.connect(self._leave)
        self._fitting = Fitting(signed_in.db, self._work_left, parent=self)
        self._fitting.warned.connect(self.shell.outgrown.warn)
        self._fitting.stopped.connect(self._block)
        self._fitting.fits_again.connect(self._unblock)
        self.shell.outgrown.done.connect(self._fitting.stop_now)
        self._lock_when_unblocked = False
        self._news = ReleaseNews(signed_in.db, house.remembered)
        self._news.changed.connect(self.shell.strip.show_release)
        signed_in.live.came_back.connect(self._ask_what_fits)
        signed_in.live.subscribe("schema", self._ask_what_fits)
        self._scanner = ScannerLine(self)
        self._scanner.heard.connect(self._scanned)
        self._idle = IdleWatch(house.station.settings.lock_after_minutes, self)
        self._idle.idle.connect(self.lock)

    async def begin(self) -> None:
        """Sit down in the remembered room and show the first page."""
        remembered = self._house.remembered.room_at(self._server)
        rooms = await self.desk.db.cached(organisation.open_rooms)
        default = self._house.default_room
        chosen = [row for row in rooms if row.id == remembered] or [row for row in rooms if row.name == default]
        self.desk.sit_in(_room(chosen[0]) if chosen else None)
        self._signed_in.listen()
        self.shell.fit(self._house.window.width())
        self._house.window.widened.connect(self.shell.fit)
        self._house.window.show_face(self.shell)
        self.shell.open_first()
        self._open_as_started()
        self._idle.start()
        go(self._news.read())
        await self._scanner.listen_at(self._house.remembered.scanner)

    def _open_as_started(self) -> None:
        """Show what the shortcut names that started the program, if it is for this person's duties."""
        if self._house.opens != COUNTER:
            self.shell.open_page(self._house.opens)
        elif self.desk.who.has_duty(*WITH_COUNTER_WINDOW):
            self.show_counter()

    async def end(self) -> None:
        """Leave the desk: nothing of it stays open."""
        self._idle.stop()
        self._fitting.end()
        await self._scanner.listen_at("")
        await self._press.finish()
        if self._counter is not None:
            self._counter.close_window()
        if self._tray is not None:
            self._tray.close()
            self._tray.deleteLater()
        self.shell.close_shell()
        if self._cover is not None:
            self._house.window.drop_face(self._cover)
        self._house.window.drop_face(self.shell)
        await self._signed_in.close()

    def _scanned(self, text: str) -> None:
        """What a serial scanner read; while the desk is covered it says nothing."""
        if self._cover is None:
            self.shell.take_scan(text)

    def _leave(self) -> None:
        if self.may_leave():
            self.left.emit()

    def may_leave(self) -> bool:
        """Whether nothing typed would be lost, or the person was told and wants it so; a cover has said it already."""
        return self._cover is not None or self.shell.may_leave()

    def tell(self, error: HmsError) -> None:
        (self._cover or self.shell).tell(error)

    @property
    def messages(self) -> MessageBar:
        return (self._cover or self.shell).messages

    def lock(self) -> None:
        """Cover everything; what was typed waits beneath. A desk that was stopped is locked when it may go on."""
        if self._cover is not None:
            self._lock_when_unblocked = isinstance(self._cover, Blocked)
            return
        cover = Locked(self.desk.who, self._house.attempts, self._verify)
        cover.unlocked.connect(self._unlock)
        cover.sign_out.connect(self.left)
        self._cover_with(cover)

    def _unlock(self) -> None:
        self._uncover()
        if self._fitting.why_stopped:
            self._block(self._fitting.why_stopped)

    def _ask_what_fits(self) -> None:
        """Program and database may no longer fit, or a newer program can be had."""
        go(self._fitting.check())
        go(self._news.read())

    def _work_left(self) -> int:
        """What somebody has begun: entries that hold something typed, open dialogs, changes under way."""
        dialogs = sum(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
        return self.shell.unsaved() + dialogs + self.desk.db.changing

    def _block(self, sentence: str) -> None:
        """Cover the desk with the sentence why it cannot go on; a locked one stays locked, and hears it afterwards."""
        self.shell.outgrown.hide()
        if isinstance(self._cover, Blocked):
            self._cover.say(sentence)
        elif self._cover is None:
            cover = Blocked(sentence)
            cover.again.connect(self._ask_what_fits)
            cover.sign_out.connect(self.left)
            self._cover_with(cover)

    def _unblock(self) -> None:
        self.shell.outgrown.hide()
        if isinstance(self._cover, Blocked):
            self._uncover()
            if self._lock_when_unblocked:
                self._lock_when_unblocked = False
                self.lock()

    async def choose_room(self) -> None:
        rooms = await self.desk.db.cached(organisation.open_rooms)
        dialog = RoomDialog(rooms, self.desk.room.id if self.desk.room else None, self._house.window)
        if await ask(dialog) and dialog.room is not None:
            self.desk.sit_in(_room(dialog.room))
            self._house.remembered.sit_in(self._server, dialog.room.id)
        dialog.deleteLater()

    async def change_password(self) -> None:
        if self._server.by_directory:
            self.messages.say(self.tr("Your password is that of the hospital's directory; it is changed there."))
            return
        dialog = PasswordDialog(self.desk, self._verify, self._house.window)
        changed = await ask(dialog)
        dialog.deleteLater()
        if changed:
            # The pool keeps the old password for new connections, so the person signs in with the new one.
            self.left.emit()

    def show_counter(self) -> None:
        """The small window that stays above other programs."""
        if self._counter is None:
            self._counter = CounterWindow(self.desk)
        self._counter.show()
        self._counter.activateWindow()

    def _show_paper(self, made: Made) -> None:
        if self._tray is None:
            self._tray = Tray(self._house.window)
        self._tray.take(made)
        if self._cover is not None:
            self._tray.hide()
            self._hidden = [*(one for one in self._hidden if one is not self._tray), self._tray]

    async def _verify(self, password: str) -> None:
        await verify(self._server.signed_in_as(self.desk.who.login, password), self._house.station.settings.workstation)

    def _cover_with(self, cover: Locked | Blocked) -> None:
        window = self._house.window
        self._hidden = [
            one
            for one in QApplication.topLevelWidgets()
            if one is not window and one.isVisible() and one.windowType() in _HIDEABLE
        ]
        for one in self._hidden:
            one.hide()
        self._cover = cover
        window.show_face(cover)
        cover.take_focus()

    def _uncover(self) -> None:
        cover, self._cover = self._cover, None
        self._house.window.show_face(self.shell)
        if cover is not None:
            self._house.window.drop_face(cover)
        for one in self._hidden:
            one.show()
        self._hidden = []

    def _commands(self) -> Sequence[Command]:
        if not self.desk.who.has_duty(*WITH_COUNTER_WINDOW):
            return ()
        return ((self.tr("Counter window"), "Ctrl+M", self.show_counter),)

    def _entries(self) -> tuple[PageEntry, ...]:
        settings = PageEntry(
            "settings", lambda: translate("pages", "Settings"), "settings", self._settings_page, "Ctrl+,", group=BOTTOM
        )
        printed = PageEntry(
            "papers",
            lambda: translate("pages", "Papers"),
            "printer",
            lambda desk: PapersPage(desk, self._press, papers.CAPTIONS),
            "Ctrl+J",
            AT_COUNTERS | {"admin"},
            group=BOTTOM,
        )
        printers = PageEntry(
            "printers",
            lambda: translate("pages", "Printers"),
            "printer",
            lambda desk: PrintersPage(desk, self._maker),
            "Alt+0",
            frozenset({"admin"}),
            group=ADMINISTRATION,
        )
        own = tuple(entry for entry in (printers, printed) if entry.is_for(self._signed_in.who))
        return (*pages_for(self._signed_in.who), *own, settings)

    def _settings_page(self, desk: Desk) -> SettingsPage:
        house = self._house
        return SettingsPage(
            desk,
            theme=house.theme(),
            language=house.language(),
            wear=house.wear,
            speak=house.speak,
            log_file=house.log_file,
            station=house.station,
            change_password=lambda: go(self.change_password()),
            news=self._news,
            printing=PrinterChoices(desk),
            scanner=ScannerChoice(self._scanner, house.remembered),
        )


def _owner(server: Server) -> str:
    """Whose a draft is: this login at this server."""
    return f"{server.user}@{server.host}:{server.port}/{server.dbname}"


def _room(row: RoomRow) -> Room:
    return Room(row.id, row.name, ", ".join(row.services))
