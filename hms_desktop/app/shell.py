"""The desk itself: the rail of pages, the bar above, the page, and the strip that tells the truth."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from hms_desktop.app import finders
from hms_desktop.app.finding import Finder, GlobalBox
from hms_desktop.app.fitting import OutgrownBanner
from hms_desktop.app.pages import ADMINISTRATION, BOTTOM, PHARMACY, TOP, PageEntry
from hms_desktop.app.strip import TruthStrip
from hms_desktop.core.errors import HmsError
from hms_desktop.widgets.buttons import QUIET, Button, RailButton
from hms_desktop.widgets.cards import Rail, Sheet, TopBar
from hms_desktop.widgets.desk import Desk, Room
from hms_desktop.widgets.message_bar import AwayBanner, MessageBar
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import ElidedLabel, Label
from hms_desktop.widgets.scans import TakesScans, type_scan
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.theme import Theme

WARNED_MS = 10_000
Command = tuple[str, str, Callable[[], object]]
"""Words, shortcut, what to do."""


class Shell(Sheet):
    """One signed-in person's window contents. Pages are made when they are first opened."""

    room_wanted = Signal()
    lock_wanted = Signal()
    password_wanted = Signal()
    sign_out_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        messages: MessageBar,
        entries: Sequence[PageEntry],
        *,
        more: Sequence[Command] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.messages = messages
        self._entries = {entry.key: entry for entry in entries}
        self._made: dict[str, Page] = {}
        self._buttons: dict[str, RailButton] = {}
        self.banner = AwayBanner()
        self.outgrown = OutgrownBanner()
        self.stack = QStackedWidget()
        self.strip = TruthStrip(desk)
        self._lay_out()
        likely = finders.people(desk) if "patients" in self._entries else None
        self.box = GlobalBox(self._finders(more), self, likely=likely, parent=self)
        self._bar.row.insertWidget(0, self.box, 10)
        self._add_shortcuts(more)
        self.messages.listen_for_escape(self)
        desk.going_to.connect(self.open_page)
        desk.room_changed.connect(self._show_room)
        desk.live.went_away.connect(self._went_away)
        desk.live.came_back.connect(self._came_back)
        self.banner.retry.connect(desk.live.reload_all)
        self._show_room(desk.room)
        self._warned = False
        self._forget_warning = QTimer(self, singleShot=True, interval=WARNED_MS)
        self._forget_warning.timeout.connect(self._forget)

    def _forget(self) -> None:
        self._warned = False

    def _lay_out(self) -> None:
        theme = Theme.current()
        self._rail = self._made_rail()
        self._bar = self._made_bar()
        above = QVBoxLayout()
        above.setContentsMargins(theme.space["wide"], theme.space["small"], theme.space["wide"], 0)
        above.setSpacing(theme.space["small"])
        above.addWidget(self.banner)
        above.addWidget(self.outgrown)
        above.addWidget(self.messages)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._bar)
        right.addLayout(above)
        right.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._rail)
        across.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(across, 1)
        whole.addWidget(self.strip)

    def _made_rail(self) -> Rail:
        theme = Theme.current()
        rail = Rail(self.tr("HMS Desktop"))
        chosen = QButtonGroup(rail)  # one page of all, wherever on the rail its button stands
        groups = (
            (TOP, "", rail.top),
            (PHARMACY, self.tr("Pharmacy · Alt +"), rail.top),
            (ADMINISTRATION, self.tr("Administration · Alt +"), rail.top),
            (BOTTOM, "", rail.bottom),
        )
        for group, words, place in groups:
            entries = [entry for entry in self._entries.values() if entry.group == group]
            if words and entries:
                heading = Label(words, "small")
                side = theme.space["medium"]  # on both sides, because margins do not mirror
                heading.setContentsMargins(side, theme.space["large"], side, theme.space["hair"])
                place.addWidget(heading)
            for entry in entries:
                # A heading says "Alt +" once, so that long names keep their room.
                keys = entry.keys.removeprefix("Alt+") if words else entry.keys
                button = RailButton(entry.words(), entry.icon, keys=keys)
                button.setShortcut(QKeySequence(entry.keys))
                button.clicked.connect(lambda _checked=False, key=entry.key: self.open_page(key))
                place.addWidget(button)
                chosen.addButton(button)
                self._buttons[entry.key] = button
        return rail

    def _made_bar(self) -> TopBar:
        bar = TopBar()
        self._serves = ElidedLabel(role="muted")
        self.where = Button("", kind=QUIET, icon="door-open")
        self.where.clicked.connect(self.room_wanted)
        self.person = Button(self.desk.who.display_name[:40], kind=QUIET, icon="user")
        self.person.clicked.connect(self._open_menu)
        self._serves.setMaximumWidth(220)
        self._serves.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.row.addStretch(1)
        bar.row.addWidget(self._serves)
        bar.row.addWidget(self.where)
        bar.row.addWidget(self.person)
        return bar

    def _commands(self) -> list[Command]:
        return [
            (self.tr("Choose the room where you work"), "Ctrl+R", self.room_wanted.emit),
            (self.tr("Lock"), "Ctrl+L", self.lock_wanted.emit),
            (self.tr("Change password"), "", self.password_wanted.emit),
            (self.tr("Sign out"), "Ctrl+Shift+Q", self.sign_out_wanted.emit),
        ]

    def _finders(self, more: Sequence[Command]) -> list[Finder]:
        found = [
            finders.commands([*self._commands(), *more]),
            finders.pages(self.desk, list(self._entries.values())),
        ]
        if "patients" in self._entries:
            found += [finders.tickets(self.desk), finders.people(self.desk)]
        if "medicines" in self._entries:
            found.append(finders.medicines(self.desk))
        return found

    def _add_shortcuts(self, more: Sequence[Command]) -> None:
        for _words, keys, do in [*self._commands(), *more]:
            if keys:
                QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, keys, do in self._commands()[1:]:
            action = menu.addAction(words, do)
            action.setShortcut(QKeySequence(keys))
        menu.popup(self.person.mapToGlobal(QPoint(0, self.person.height() + 4)))

    def open_page(self, key: str, what: object = None) -> None:
        """Show the page `key` and let it show `what`; unknown to this person's duties: nothing."""
        if key == "room":
            self.room_wanted.emit()
            return
        entry = self._entries.get(key)
        if entry is None:
            return
        if key not in self._made:
            self._made[key] = entry.make(self.desk)
            self.stack.addWidget(self._made[key])
        self._buttons[key].setChecked(True)
        self._rail.reveal(self._buttons[key])
        self.stack.setCurrentWidget(self._made[key])
        if what is not None:
            self._made[key].show_what(what)

    def open_first(self) -> None:
        if self._entries:
            self.open_page(next(iter(self._entries)))

    def page(self, key: str) -> Page | None:
        """The page `key` if it was opened."""
        return self._made.get(key)

    def unsaved(self) -> int:
        """How many entries hold something typed and not saved."""
        return sum(page.unsaved() for page in self._made.values())

    def may_leave(self) -> bool:
        """Whether nothing typed would be lost; else it is said once, and the next attempt may leave."""
        many = self.unsaved()
        if many and not self._warned:
            self._warned = True
            self._forget_warning.start()
            sentence = self.tr("Typed and not saved: {n}. Do it once more to leave it unsaved.").format(n=many)
            self.messages.say(sentence, "warning")
            return False
        return True

    def take_scan(self, text: str) -> None:
        """What a serial scanner read goes where typing would go: the dialog that is open, the page, the field."""
        place = QApplication.activeModalWidget() or self.stack.currentWidget()
        if isinstance(place, TakesScans) and place.take_scan(text):
            return
        if not type_scan(QApplication.focusWidget(), text):
            self.messages.say(self.tr("There is nothing here that this code could be for."), "info")

    def tell(self, error: HmsError) -> None:
        """Say `error`, unless the banner says already that the server is away."""
        if error.code != "server.away" or self.banner.isHidden():
            self.messages.tell(error)

    def close_shell(self) -> None:
        """Let every page and the strip end what they do; called before the desk is left."""
        self.strip.close_strip()
        for page in self._made.values():
            page.close_page()

    def fit(self, width: int) -> None:
        """Make room for the page where the window is only `width` pixels wide."""
        narrow = width < Theme.current().width["narrow"]
        self._rail.set_narrow(narrow)
        self._serves.setVisible(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        super().resizeEvent(event)
        self.box.results.hide()

    def _show_room(self, room: Room | None) -> None:
        self.where.set_text(room.name[:30] if room else self.tr("Choose your room"))
        self._serves.setText(room.department if room else "")

    def _went_away(self, error: HmsError | None) -> None:
        self.banner.set_away(True, spoken(error) if error is not None else "")

    def _came_back(self) -> None:
        self.banner.set_away(False)
        message = self.messages.message()
        if message is not None and message.tone == "warning":
            self.messages.dismiss()
