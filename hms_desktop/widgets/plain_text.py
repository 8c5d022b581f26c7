"""Text shown as it was typed: a name can hold `<b>`, `&` or a bell, and none of them may do anything."""

import html
import re
import unicodedata

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

MINIMUM_WIDTH = 40
RIGHT_TO_LEFT_MARK = "\u200f"
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n"} | {127: None}
# Marks that turn the reading direction of whatever follows them, in our own sentence too.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def line(text: str) -> str:
    """`text` on one line, without control characters or direction marks; what a cell, a chip or a button shows."""
    if text.isprintable():
        return text
    return " ".join(text.translate(_CONTROLS | _TURNING).split())


def tip(text: str) -> str:
    """`text` for a tooltip: Qt would render what looks like HTML, so that is escaped."""
    if "<" not in text:
        return text
    return f'<span style="white-space: pre-wrap">{html.escape(text)}</span>'


def caption(text: str) -> str:
    """`text` for a button, a menu entry or a field's label: an ampersand shows instead of underlining."""
    return line(text).replace("&", "&&")


def name_for_readers(widget: QWidget, name: str, description: str = "") -> None:
    """Tell screen readers what `widget` is."""
    widget.setAccessibleName(line(name))
    if description:
        widget.setAccessibleDescription(line(description))


def is_mixed(text: str) -> bool:
    """Whether it begins in a script that runs from the left and goes on in one that runs from the right."""
    strong = [side for side in map(unicodedata.bidirectional, text) if side in ("L", "R", "AL")]
    return strong[:1] == ["L"] and ("R" in strong or "AL" in strong)


class Label(QLabel):
    """A label that never interprets its text, and stands at the leading edge of the layout, whatever script that is in.

    `role` is one of muted, small, strong, large, title, figure, or empty.
    """

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("role", role)
        self.setText(text)
        self._stand_at_leading_edge()

    def setText(self, text: str) -> None:
        """Qt reads a whole text from the side of its first letter, so a sentence that begins with a key is led."""
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        super().setText(RIGHT_TO_LEFT_MARK + text if from_right and is_mixed(text) else text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._stand_at_leading_edge()

    def _stand_at_leading_edge(self) -> None:
        # Left to itself, QLabel aligns by the text's own direction: an English name would leave an Arabic form.
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def set_tone(self, tone: str) -> None:
        """Colour the words: info, warning, stop, done, accent or empty. The words must say it too."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(Label):
    """A one-line label that shortens a long text to the room it has and shows the whole in its tooltip."""

    def __init__(self, text: str = "", role: str = "", *, parent: QWidget | None = None) -> None:
        self._whole = ""
        super().__init__(text, role, parent=parent)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(MINIMUM_WIDTH, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        self._whole = line(text)
        name_for_readers(self, self._whole)
        self.updateGeometry()
        self._fit()

    def whole_text(self) -> str:
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), MINIMUM_WIDTH)
        )
        super().setText(shown)
        self.setToolTip(tip(self._whole) if shown != self._whole else "")


def breakable(text: str) -> str:
    """`text` with places where a very long word may go on in the next line; invisible, and only where needed."""
    return re.sub(r"\S{18}(?=\S{6})", lambda run: run[0] + "\u200b", text)
