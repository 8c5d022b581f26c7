"""A field that asks while one types: after a short pause, and only for what was typed last."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from hms_desktop.widgets.buttons import cap_width, keys_text, paint_cap
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.theme import Theme

PAUSE_MS = 150
LONGEST = 300


class SearchBox(QLineEdit):
    """Calls `ask(text)` 150 ms after the last key; an older question under way is cancelled.

    Enter asks at once and then emits `entered`; Down emits `going_down` (into the results); Esc empties the field
    first and steps back only when it is empty.
    """

    entered = Signal(str)
    going_down = Signal()

    def __init__(
        self,
        hint: str,
        ask: Callable[[str], Awaitable[None]],
        *,
        keys: str = "",
        pause_ms: int = PAUSE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._keys = keys
        self._asked: str | None = None
        self._latest = Latest()
        self.destroyed.connect(self._latest.drop)  # an answer that comes later would find no window
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST)
        name_for_readers(self, hint, keys_text(keys))
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self.ask_now)
        self.textChanged.connect(lambda _text: self._pause.start())
        if keys:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self.take_focus)
        self._make_room_for_cap()

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def ask_now(self) -> None:
        """Ask for what stands in the field, unless that is what was asked last."""
        self._pause.stop()
        if self.text() != self._asked:
            self._asked = self.text()
            self._latest.ask(self._answered(self.text()))

    def ask_again(self) -> None:
        """Ask the same once more, because what it finds may have changed."""
        self._asked = None
        self.ask_now()

    async def _answered(self, text: str) -> None:
        await self._ask(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask_now()
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Down:
            self.going_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange) and hasattr(self, "_keys"):
            self._make_room_for_cap()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._keys and not self.hasFocus():
            theme = Theme.current()
            width = cap_width(theme, self._keys)
            place = QRect(self.width() - width - 10, 0, width, self.height())
            painter = QPainter(self)
            shown = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
            paint_cap(painter, theme, shown, self._keys, theme.colour("muted"), theme.colour("line"))
            painter.end()

    def _make_room_for_cap(self) -> None:
        room = cap_width(Theme.current(), self._keys) + 8 if self._keys else 0
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self.setTextMargins(room, 0, 0, 0)
        else:
            self.setTextMargins(0, 0, room, 0)
