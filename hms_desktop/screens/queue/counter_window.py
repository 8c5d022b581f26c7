"""The counter in a small window that stays above other programs: big ticket, patient, who is next."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hms_desktop.screens.queue.counter import Counter
from hms_desktop.screens.queue.panel import CounterPanel
from hms_desktop.widgets.cards import Sheet
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.message_bar import AwayBanner, MessageBar
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.theme import Theme

PLACE = "counter_window/geometry"


class CounterWindow(Sheet):
    """Has no parent: a tool window with one would lend its shortcuts to the main window. Remembers where it stood."""

    def __init__(self, desk: Desk, places: QSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._desk = desk
        self._places = places or QSettings("HMS", "Desktop")
        self._reading = Latest()
        self.counter = Counter(desk, self)
        self.messages = MessageBar()
        self.away = AwayBanner()
        self.panel = CounterPanel(desk, self.counter, self.messages.tell)
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(4 * (theme.space["medium"],)))
        column.setSpacing(theme.space["small"])
        for part in (self.away, self.messages, self.panel):
            column.addWidget(part)
        self.setFixedWidth(theme.width["aside"] + 2 * theme.space["medium"])
        self.messages.listen_for_escape(self)
        self.counter.changed.connect(self.reload)
        self.panel.acted.connect(self.messages.dismiss)
        self.away.retry.connect(self.reload)
        self._subscription = desk.live.subscribe("queue", self._heard)
        desk.live.went_away.connect(self._went_away)
        desk.live.came_back.connect(self._came_back)
        desk.room_changed.connect(self._room_changed)
        self._room_changed()
        place = self._places.value(PLACE)
        if isinstance(place, QByteArray):
            self.restoreGeometry(place)

    def reload(self) -> None:
        """Read the counter again."""
        self._reading.ask(self.counter.load())

    def close_window(self) -> None:
        """Hear nothing more; called when the desk is left."""
        self._reading.drop()
        self.panel.close_panel()
        self._subscription.end()
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.panel.press_enter()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()
        self.panel.obvious().setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._remember()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remember()
        super().closeEvent(event)

    def _remember(self) -> None:
        self._places.setValue(PLACE, self.saveGeometry())

    def _heard(self) -> None:
        if self.isVisible():
            self.reload()

    def _went_away(self) -> None:
        self.away.set_away(True)
        self.panel.next.setEnabled(False)

    def _came_back(self) -> None:
        self.away.set_away(False)
        self.panel.next.setEnabled(True)
        self._heard()

    def _room_changed(self) -> None:
        room = self._desk.room
        title = room.name if room else self.tr("No counter chosen")
        self.setWindowTitle(title)
        name_for_readers(self, title)
        self._heard()
