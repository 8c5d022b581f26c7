"""The edges of a calendar: what each column is, above it, and the time of day, beside it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from hms_desktop.widgets.calendar_sheet import CalendarModel
from hms_desktop.widgets.row_painter import fitted
from hms_desktop.widgets.theme import Theme, font_of

HEAD_HEIGHT = 46
TIME_WIDTH = 62
_LABEL_HEIGHT = 16


class _Edge(QHeaderView):
    """What both edges share: fixed sections that are painted here, and a size that asks no section for its own."""

    def __init__(self, side: Qt.Orientation, view: QTableView) -> None:
        super().__init__(side, view)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)

    def _calendar(self) -> CalendarModel:
        model = self.model()
        assert isinstance(model, CalendarModel)  # noqa: S101 - a calendar's view shows nothing else
        return model


class Headings(_Edge):
    """Two lines a column; today's is marked by a bar and its colour."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)

    def sizeHint(self) -> QSize:
        return QSize(0, HEAD_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.fillRect(0, HEAD_HEIGHT - 1, self.viewport().width(), 1, theme.colour("line"))
        for place, heading in enumerate(self._calendar().sheet.headings):
            left, width = self.sectionViewportPosition(place), self.sectionSize(place)
            if left + width < 0 or left > self.viewport().width():
                continue
            ink = "accent" if heading.marked else "text"
            self._paint_line(painter, QRect(left, 5, width, 20), heading.title, "body", "strong", ink)
            self._paint_line(painter, QRect(left, 24, width, 18), heading.subtitle, "small", "normal", "muted")
            if heading.marked:
                painter.fillRect(left + 6, HEAD_HEIGHT - 3, width - 12, 3, theme.colour("accent"))
        painter.end()

    def _paint_line(self, painter: QPainter, rect: QRect, text: str, size: str, weight: str, ink: str) -> None:
        theme = Theme.current()
        pixels, heavy = theme.size[size], theme.weight[weight]
        shown, _length = fitted(text, pixels, heavy, max(rect.width() - 12, 0))
        painter.setFont(font_of(pixels, heavy))
        painter.setPen(theme.colour(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)


class Times(_Edge):
    """The time at which each row begins, where there is room to say it."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)

    def sizeHint(self) -> QSize:
        return QSize(TIME_WIDTH, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, model = Theme.current(), self._calendar()
        painter = QPainter(self.viewport())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        last = -_LABEL_HEIGHT
        for row in range(model.rowCount()):
            words, top = model.time_words(row), self.sectionViewportPosition(row)
            if words and top - last >= _LABEL_HEIGHT and -_LABEL_HEIGHT < top < self.viewport().height():
                place = QRect(2, top, self.viewport().width() - 8, _LABEL_HEIGHT)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
                last = top
        painter.end()
