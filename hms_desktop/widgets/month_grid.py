"""One month of days: how full each is, today, the chosen one; the arrows move the day, Enter takes it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QDate, QEvent, QLocale, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hms_desktop.widgets.buttons import paint_focus
from hms_desktop.widgets.columns import Index
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.theme import Theme

WEEKS, DAYS = 6, 7
ROW_HEIGHT = 26
_SHORT = 4
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True)
class DayMark:
    """What is known of a day: the share that is taken (None where nobody works), and the words for a reader."""

    share: float | None
    words: str


class _Days(QAbstractTableModel):
    """Six weeks around one month."""

    def __init__(self) -> None:
        super().__init__()
        self.first = dt.date.today()
        self.marks: Mapping[dt.date, DayMark] = {}

    def day(self, index: Index) -> dt.date:
        return self.first + dt.timedelta(days=index.row() * DAYS + index.column())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else DAYS

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        day = self.day(index)
        if role == _DISPLAY:
            return QLocale().toString(day.day)
        if role == _ACCESSIBLE:
            mark = self.marks.get(day)
            words = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
            return f"{words}, {mark.words}" if mark else words
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal or role not in (_DISPLAY, _ACCESSIBLE):
            return None
        weekday = (self.first + dt.timedelta(days=section)).isoweekday()
        if role == _ACCESSIBLE:
            return QLocale().standaloneDayName(weekday, QLocale.FormatType.LongFormat)
        short = QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat)
        return short if len(short) <= _SHORT else QLocale().standaloneDayName(weekday, QLocale.FormatType.NarrowFormat)


class MonthGrid(QTableView):
    """The month around a day. Page Up and Down turn the months."""

    picked = Signal(object)
    """The date that was taken by Enter or a click."""
    turned = Signal(object, object)
    """The first and the last date that are shown now."""

    def __init__(self, name: str, week_begins: Callable[[dt.date], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_for_readers(self, name)
        self._week_begins = week_begins
        self._days = _Days()
        self._month = dt.date.today().replace(day=1)
        self._today: dt.date | None = None
        self._span = (dt.date.min, dt.date.min)
        self.setModel(self._days)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        for header, size in ((self.verticalHeader(), ROW_HEIGHT), (self.horizontalHeader(), 0)):
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed if size else QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            if size:
                header.setDefaultSectionSize(size)
        self.horizontalHeader().setFixedHeight(ROW_HEIGHT)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(ROW_HEIGHT * (WEEKS + 1) + 2)

    def show_day(self, day: dt.date, seen: tuple[dt.date, dt.date], today: dt.date | None) -> None:
        """Turn to the month of `day`; the days from and until of `seen` are marked as those that are seen."""
        self._today, self._span = today, seen
        self._turn_to(day)
        self.viewport().update()

    def mark(self, marks: Mapping[dt.date, DayMark]) -> None:
        """What is known of the days that are shown."""
        self._days.marks = marks
        self.viewport().update()

    def shown(self) -> tuple[dt.date, dt.date]:
        """The first and the last date of the six weeks."""
        return self._days.first, self._days.first + dt.timedelta(days=WEEKS * DAYS - 1)

    def month(self) -> dt.date:
        """The first day of the month that is shown."""
        return self._month

    def turn(self, months: int) -> None:
        """So many months forward."""
        place = self._month.year * 12 + self._month.month - 1 + months
        self._turn_to(dt.date(place // 12, place % 12 + 1, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in pages:
            self.turn(pages[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.picked.emit(self._days.day(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.picked.emit(self._days.day(index))

    def keyboardSearch(self, search: str) -> None:
        """Nothing: digits are not looked for here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._choose(self._span[0])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.viewport().update()
        return super().event(event)

    def _turn_to(self, day: dt.date) -> None:
        first = self._week_begins(day.replace(day=1))
        self._month = day.replace(day=1)
        if first != self._days.first:
            self._days.beginResetModel()
            self._days.first = first
            self._days.endResetModel()
            self.turned.emit(*self.shown())
        self._choose(day)

    def _choose(self, day: dt.date) -> None:
        place = (day - self._days.first).days
        if 0 <= place < WEEKS * DAYS:
            self.setCurrentIndex(self._days.index(place // DAYS, place % DAYS))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), Theme.current().colour("surface"))
        for row in range(WEEKS):
            for column in range(DAYS):
                index = self._days.index(row, column)
                self._paint_day(painter, self.visualRect(index), self._days.day(index))
        if self.hasFocus() and self.currentIndex().isValid():
            rect = self.visualRect(self.currentIndex())
            paint_focus(painter, Theme.current(), rect, Theme.current().radius["small"])
        painter.end()

    def _paint_day(self, painter: QPainter, rect: QRect, day: dt.date) -> None:
        theme, mark = Theme.current(), self._days.marks.get(day)
        seen = self._span[0] <= day <= self._span[1]
        works = mark is not None and mark.share is not None
        if seen:
            painter.fillRect(rect, theme.colour("accent_soft"))
        own = day.month == self._month.month
        painter.setPen(theme.colour("accent" if day == self._today else "text" if own and works else "muted"))
        painter.setFont(theme.font("small", "strong" if day == self._today or (own and works) else "normal"))
        painter.drawText(rect.adjusted(0, 0, 0, -4), Qt.AlignmentFlag.AlignCenter, QLocale().toString(day.day))
        if mark is not None and mark.share is not None:
            self._paint_share(painter, rect, min(mark.share, 1.0))
        if day == self._today:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_share(self, painter: QPainter, rect: QRect, share: float) -> None:
        """A small bar below the number: the longer, the fuller; a full day is all of it, in another tone."""
        theme, room = Theme.current(), rect.width() - 12
        painter.fillRect(rect.left() + 6, rect.bottom() - 5, room, 3, theme.colour("line"))
        length = round(room * share)
        left = (
            rect.right() - 5 - length if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else rect.left() + 6
        )
        painter.fillRect(left, rect.bottom() - 5, length, 3, theme.colour("warning" if share >= 1 else "edge"))
