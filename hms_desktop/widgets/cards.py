"""Calm containers and small signs: cards, chips, the large figure and the items of the status strip."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hms_desktop.widgets.buttons import Dot, RailButton
from hms_desktop.widgets.plain_text import Label, line, name_for_readers, tip
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.theme import Theme


class Card(QFrame):
    """A surface with a thin line around; `column` is its layout. With a tone its leading edge is coloured."""

    def __init__(self, *, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._tone = tone
        self.column = QVBoxLayout(self)
        pad = theme.space["wide"]
        self.column.setContentsMargins(pad, theme.space["large"], pad, theme.space["large"])
        self.column.setSpacing(theme.space["small"])

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._tone:
            painter = QPainter(self)
            paint_edge(painter, self, self._tone, Theme.current().radius["large"])
            painter.end()


def paint_edge(painter: QPainter, widget: QWidget, tone: str, radius: int) -> None:
    """A strong leading edge in `tone`, inside the rounded outline of `widget`."""
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(widget.rect()), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(outline)
    right_to_left = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = widget.width() - 4 if right_to_left else 0
    painter.fillRect(QRectF(left, 0, 4, widget.height()), Theme.current().tone(tone)[0])


def paint_bar(widget: QWidget, tone: str) -> None:
    """A soft ground in `tone` with a strong leading edge."""
    theme = Theme.current()
    _, fill, edge = theme.tone(tone)
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    painter.setPen(QPen(edge, 1))
    rect = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(rect, theme.radius["medium"], theme.radius["medium"])
    paint_edge(painter, widget, tone, theme.radius["medium"])
    painter.end()


class Chip(QWidget):
    """A short word in a tone: waiting, called 10:41, no-show."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_word(text, tone)

    def show_word(self, text: str, tone: str = "neutral") -> None:
        self._word, self._tone = line(text), tone
        name_for_readers(self, self._word)
        self.setToolTip(tip(self._word))
        if self.parent() is not None:
            self.setVisible(bool(self._word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        metrics = QFontMetrics(theme.font("small", "strong"))
        return QSize(min(metrics.horizontalAdvance(self._word) + 17, 320), theme.height["chip"])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, Theme.current(), QRectF(self.rect()), self._word, self._tone)
        painter.end()


def paint_chip(painter: QPainter, theme: Theme, rect: QRectF, word: str, tone: str) -> None:
    """A chip that fills `rect`; the word is shortened to fit."""
    ink, fill, edge = theme.tone(tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.radius["small"], theme.radius["small"])
    painter.setFont(theme.font("small", "strong"))
    painter.setPen(ink)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, int(rect.width()) - 12)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)


class Figure(Label):
    """The one large figure of a page: a ticket, a count."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "figure", parent=parent)
        self.setContentsMargins(0, -8, 0, -8)  # the line height of 56 px leaves more air than the card wants


class StripItem(QWidget):
    """One truth in the status strip: a dot and a few words."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._dot = Dot(tone)
        self._words = Label(text, "small")
        row.addWidget(self._dot)
        row.addWidget(self._words)
        self.tell(text, tone)

    def tell(self, text: str, tone: str = "neutral") -> None:
        """Say `text`; a neutral tone shows no dot."""
        self._words.setText(line(text))
        self._dot.set_tone(tone)
        self._dot.setVisible(tone != "neutral")
        name_for_readers(self, text)

    def text(self) -> str:
        return self._words.text()


class Strip(QFrame):
    """The status strip under every page: items from the leading edge, one at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setFixedHeight(theme.height["strip"])
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.space["large"], 0, theme.space["large"], 0)
        self._row.setSpacing(theme.space["wide"])
        self._row.addStretch(1)

    def add(self, item: QWidget) -> None:
        self._row.insertWidget(self._row.count() - 1, item)

    def add_at_end(self, item: QWidget) -> None:
        self._row.addWidget(item)


class Rule(QFrame):
    """A hairline across, between what belongs apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)


class Rail(QFrame):
    """The list of pages at the leading edge; `bottom` holds what stands at its foot."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setFixedWidth(theme.width["rail"])
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.space["small"], theme.space["large"], theme.space["small"], theme.space["small"]
        )
        column.setSpacing(2)
        name = Label(title, "strong")
        name.setContentsMargins(theme.space["medium"], 0, theme.space["medium"], theme.space["large"])
        column.addWidget(name)
        self.top, self.bottom = QVBoxLayout(), QVBoxLayout()
        self.top.setSpacing(2)
        self.bottom.setSpacing(2)
        self._area = self._scrolled(self.top)
        column.addWidget(self._area, 1)
        column.addSpacing(theme.space["hair"])
        column.addWidget(Rule())  # else what scrolls above would run into what stays
        column.addSpacing(theme.space["hair"])
        column.addLayout(self.bottom)

    def _scrolled(self, pages: QVBoxLayout) -> QScrollArea:
        """Somebody with many duties has more pages than a small window is high."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(pages)
        column.addStretch(1)
        return scrolled(inside)

    def reveal(self, button: QWidget) -> None:
        """Scroll to where `button` is seen."""
        self._area.ensureWidgetVisible(button)

    def set_narrow(self, narrow: bool) -> None:
        """Show the pages' icons alone, where there is no room for words (a small screen, a large scale)."""
        self.setFixedWidth(Theme.current().width["rail_narrow" if narrow else "rail"])
        for words in self.findChildren(Label):
            words.setVisible(not narrow)
        for button in self.findChildren(RailButton):
            button.set_narrow(narrow)


class TopBar(QFrame):
    """The bar above every page: the search box and who is here; `row` is its layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setFixedHeight(theme.height["top"])
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.space["wide"], 0, theme.space["wide"], 0)
        self.row.setSpacing(theme.space["medium"])


class Sheet(QWidget):
    """A plain background that a page or a dialog's contents stand on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
