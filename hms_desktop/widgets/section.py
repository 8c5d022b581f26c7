"""A part of a long form that opens when it is wanted: one line says what is in it, and costs a clerk nothing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hms_desktop.widgets.buttons import Sign, paint_focus
from hms_desktop.widgets.cards import Chip
from hms_desktop.widgets.plain_text import ElidedLabel, Label, line, name_for_readers
from hms_desktop.widgets.theme import Theme


class _Header(QAbstractButton):
    """The line that opens and closes: Enter, Space or a click."""

    def __init__(self, title: str) -> None:
        super().__init__()
        theme = Theme.current()
        self._title = title
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.height["row"])
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.space["small"], 0, theme.space["small"], 0)
        row.setSpacing(theme.space["small"])
        self._sign = Sign(side=16)
        self._chip = Chip(parent=self)
        self._summary = ElidedLabel(role="muted")
        row.addWidget(self._sign)
        row.addWidget(Label(title, "strong"))
        row.addWidget(self._chip)
        row.addWidget(self._summary, 1)
        self.show_state(opened=False)

    def show_state(self, *, opened: bool) -> None:
        closed_icon = "chevron-left" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "chevron-right"
        self._sign.show_icon("chevron-down" if opened else closed_icon, "muted")
        state = self.tr("open") if opened else self.tr("closed")
        name_for_readers(self, f"{self._title}, {state}", self._summary.whole_text())

    def say(self, summary: str, word: str, tone: str) -> None:
        self._summary.setText(summary)
        self._chip.show_word(word, tone or "neutral")
        self.setAccessibleDescription(line(", ".join(part for part in (word, summary) if part)))

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), theme.radius["medium"])
        painter.end()


class Section(QWidget):
    """`body` below a header that says what stands in it; closed, nothing in it is on the way of the Tab key."""

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.header = _Header(title)
        self.header.clicked.connect(self._toggle)
        self.body = body
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        side = theme.space["small"]  # on both sides, because margins do not mirror
        inside.setContentsMargins(side, theme.space["hair"], side, theme.space["medium"])
        inside.addWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._inside)
        self._inside.setVisible(False)

    @property
    def opened(self) -> bool:
        return not self._inside.isHidden()

    def say(self, summary: str, word: str = "", tone: str = "") -> None:
        """What the header says about the contents: a muted line, and a word in a tone where it matters."""
        self.header.say(summary, word, tone)

    def open(self) -> None:
        """Show the body."""
        self._inside.setVisible(True)
        self.header.show_state(opened=True)

    def close_section(self) -> None:
        """Hide the body; what stands in it stays."""
        self._inside.setVisible(False)
        self.header.show_state(opened=False)

    def _toggle(self) -> None:
        if self.opened:
            self.close_section()
            return
        self.open()
        self.body.setFocus(Qt.FocusReason.TabFocusReason)
