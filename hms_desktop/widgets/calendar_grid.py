"""A calendar: only what is seen is painted, every place is reached by keys, and entries can be moved."""

from collections.abc import Hashable
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QToolTip, QWidget

from hms_desktop.widgets.calendar_headers import HEAD_HEIGHT, TIME_WIDTH, Headings, Times
from hms_desktop.widgets.calendar_page import PaintedPage
from hms_desktop.widgets.calendar_painter import CalendarPainter, Placed
from hms_desktop.widgets.calendar_sheet import LINE_HEIGHT, CalendarModel, CalendarSheet, Entry, Slot
from hms_desktop.widgets.columns import Index
from hms_desktop.widgets.message_bar import announce
from hms_desktop.widgets.plain_text import name_for_readers, tip
from hms_desktop.widgets.theme import Theme

NARROWEST = 104
EMPTY_WIDTH = 76
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class CalendarGrid(QTableView):
    """Columns of slots. The arrows move from place to place, Page Up and Down ask for the pages before and after.

    An entry is moved with the mouse, or carried by keys: `carry` it, choose a slot, Enter puts it there, Esc lets go.
    """

    chosen = Signal(object, object)
    """The Slot and, where the current line is taken, its Entry; (None, None) for nothing."""
    opened = Signal(object, object)
    """Enter or a double click on a Slot and the Entry in the current line, or None."""
    dropped = Signal(object, object)
    """The key of an entry and the Slot it was put into."""
    let_go = Signal()
    """What was carried is not carried any more and was put nowhere."""
    turned = Signal(int)
    """So many pages forward; negative is back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_for_readers(self, name)
        self._line = 0
        self._tops: list[int] = [0]
        self._empty_text = ""
        self._carried: Hashable = None
        self._dragging = False
        self._pressed: tuple[QPoint, Entry] | None = None
        self._target: Hashable = None
        self._page = PaintedPage()
        self.calendar = CalendarModel()
        self.setHorizontalHeader(Headings(self))
        self.setVerticalHeader(Times(self))
        self.horizontalHeader().setFixedHeight(HEAD_HEIGHT)
        self.verticalHeader().setFixedWidth(TIME_WIDTH)
        self.setModel(self.calendar)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setAutoScroll(False)

    def set_empty_text(self, text: str) -> None:
        """What stands in the middle while there are no columns or slots: what is so, and what to do."""
        self._empty_text = text
        self.viewport().update()

    def show_sheet(self, sheet: CalendarSheet, *, coming: bool = False) -> None:
        """Show another page, or the same one as it is now; what was chosen stays chosen where it is still there."""
        slot, entry = self.chosen_slot(), self.chosen_entry()
        scrolled = self.verticalScrollBar().value()
        line = self._line
        self.clearSpans()
        self.calendar.show(sheet, coming=coming)
        heights = self.calendar.heights()
        self._tops = [0, *accumulate(heights)]
        for row, height in enumerate(heights):
            self.verticalHeader().resizeSection(row, height)
        for place in range(len(sheet.headings)):
            for row, one in self.calendar.column_slots(place):
                if (rows := self.calendar.rows_of(one)) > 1:
                    self.setSpan(row, place, rows, 1)
        self._keep_scroll_bar(while_coming=coming)
        self._fit_columns()
        self.verticalScrollBar().setValue(scrolled)
        self._choose_again(slot, entry, line)
        self.viewport().update()

    def _keep_scroll_bar(self, *, while_coming: bool) -> None:
        """A page that is on its way leaves the bar where it is, so that no column changes its width twice."""
        kept = while_coming and self.verticalScrollBar().isVisible()
        if not while_coming:
            self.updateGeometries()
        needed, always = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(always if kept else needed)

    def _choose_again(self, slot: Slot | None, entry: Entry | None, line: int) -> None:
        by_entry = self.calendar.place_of_entry(entry.key) if entry is not None else None
        if by_entry is not None:
            self._go_to(*by_entry, scroll=False)
        elif slot is not None and (place := self.calendar.place_of(slot.key)) is not None:
            self._go_to(*place, line, scroll=False)

    def chosen_slot(self) -> Slot | None:
        index = self.currentIndex()
        return self.calendar.slot(index.row(), index.column()) if index.isValid() else None

    def chosen_entry(self) -> Entry | None:
        """Who stands in the current line."""
        slot = self.chosen_slot()
        return slot.entries[self._line] if slot is not None and self._line < len(slot.entries) else None

    def choose(self, key: Hashable, line: int = 0) -> bool:
        """Go to the slot `key`; False where this page has none."""
        place = self.calendar.place_of(key)
        if place is not None:
            self._go_to(*place, line)
        return place is not None

    def choose_entry(self, key: Hashable) -> bool:
        """Go to the entry `key`; False where this page has none."""
        place = self.calendar.place_of_entry(key)
        if place is not None:
            self._go_to(*place)
        return place is not None

    def choose_first(self, column: int | None = None) -> None:
        """Go to the first slot of `column`, else of the first column that has one and is marked or, else, any."""
        headings = self.calendar.sheet.headings
        order = sorted(range(len(headings)), key=lambda at: (at != column, not headings[at].marked, at))
        for at in order:
            if slots := self.calendar.column_slots(at):
                self._go_to(slots[0][0], at, 0)
                return

    def carry(self, key: Hashable) -> None:
        """Take the entry `key` along until Enter or Esc; also over other pages. None lets go."""
        self._carried, self._target = key, None
        self._mark_target()

    @property
    def carrying(self) -> bool:
        return self._carried is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or not self._take_key(key):
            event.ignore()
            if not plain or key not in (*_SIDEWAYS, *_STEPS, *_PAGES, *_ENDS):
                QWidget.keyPressEvent(self, event)

    def _take_key(self, key: Qt.Key) -> bool:
        """Do what the key says; False where it is none of the calendar's."""
        if key in _ENTER:
            return self._enter()
        if key == Qt.Key.Key_Escape:
            return self._drop_carried()
        if key in _PAGES:
            self.turned.emit(_PAGES[key])
            return True
        if self.chosen_slot() is None:
            if key in (*_SIDEWAYS, *_STEPS, *_ENDS):
                self.choose_first()
                return True
            return False
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _SIDEWAYS:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._sideways(_SIDEWAYS[key] * (-1 if mirrored else 1))
        elif key in _ENDS:
            row, slot = self.calendar.column_slots(self.currentIndex().column())[_ENDS[key]]
            self._go_to(row, slot.column, 0)
        else:
            return False
        return True

    def _enter(self) -> bool:
        slot = self.chosen_slot()
        if slot is None:
            return False
        if self._carried is not None:
            self.dropped.emit(self._carried, slot)
        else:
            self.opened.emit(slot, self.chosen_entry())
        return True

    def _drop_carried(self) -> bool:
        if self._carried is None:
            return False
        self._end_drag()
        self.carry(None)
        self.let_go.emit()
        return True

    def _step(self, step: int) -> None:
        """To the next line of this slot, or to the slot before or after it."""
        index, slot = self.currentIndex(), self.chosen_slot()
        assert slot is not None  # noqa: S101 - asked by the caller
        if 0 <= self._line + step < slot.lines:
            self._go_to(index.row(), index.column(), self._line + step)
            return
        slots = self.calendar.column_slots(index.column())
        at = next(place for place, (row, _slot) in enumerate(slots) if row == index.row()) + step
        if 0 <= at < len(slots):
            row, other = slots[at]
            self._go_to(row, index.column(), 0 if step > 0 else other.lines - 1)

    def _sideways(self, step: int) -> None:
        """To the next column that has slots, at the same time or the nearest; beyond the last one to the next page."""
        column = self.currentIndex().column() + step
        slot = self.chosen_slot()
        while slot is not None and 0 <= column < self.calendar.columnCount():
            if slots := self.calendar.column_slots(column):
                row, _nearest = min(slots, key=lambda one: abs(one[1].begins - slot.begins))
                self._go_to(row, column, self._line)
                return
            column += step
        self.turned.emit(step)

    def _go_to(self, row: int, column: int, line: int, *, scroll: bool = True) -> None:
        slot = self.calendar.slot(row, column)
        if slot is None:
            return
        same = self.currentIndex() == self.calendar.index(row, column)
        self._line = max(0, min(line, slot.lines - 1))
        if not same:
            self.setCurrentIndex(self.calendar.index(row, column))
        if scroll:
            self._scroll_to(row, column)
        if same and (entry := self.chosen_entry()) is not None:
            announce(self, entry.spoken)
        self._mark_target()
        self.chosen.emit(slot, self.chosen_entry())

    def _scroll_to(self, row: int, column: int) -> None:
        bar, top = self.verticalScrollBar(), self._tops[row] + self._line * LINE_HEIGHT
        if top < bar.value():
            bar.setValue(max(top - LINE_HEIGHT, 0))
        elif top + 2 * LINE_HEIGHT > bar.value() + self.viewport().height():
            bar.setValue(top + 2 * LINE_HEIGHT - self.viewport().height())
        left = self.columnViewportPosition(column)
        if left < 0 or left + self.columnWidth(column) > self.viewport().width():
            self.scrollTo(self.calendar.index(row, column))

    def _mark_target(self) -> None:
        if not self._dragging:
            slot = self.chosen_slot()
            self._target = slot.key if slot is not None and self._carried is not None else None
        self.viewport().update()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Sideways only; up and down the current line is followed, not the whole slot."""
        before = self.verticalScrollBar().value()
        super().scrollTo(index, hint)
        self.verticalScrollBar().setValue(before)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        slot = self.calendar.slot(index.row(), index.column()) if index.isValid() else None
        self._pressed = None
        if slot is None:
            return
        self._go_to(index.row(), index.column(), (at.y() - self.visualRect(index).top() - 2) // LINE_HEIGHT)
        entry = self.chosen_entry()
        if event.button() == Qt.MouseButton.LeftButton and entry is not None and entry.movable and not self.carrying:
            self._pressed = at, entry

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is not None and not self._dragging:
            far = (at - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._dragging, self._carried = True, self._pressed[1].key
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            slot = self.slot_at(at)
            self._target = slot.key if slot is not None else None
            self._scroll_near_edge(at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried, dragging = self._carried, self._dragging
        slot = self.slot_at(event.position().toPoint())
        self._end_drag()
        if dragging:
            self.carry(None)
            if slot is not None:
                self.dropped.emit(carried, slot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)
        self._pressed = None
        if self.slot_at(event.position().toPoint()) is not None:
            self._enter()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down through the day; sideways, or with Shift, through the pages."""
        turn = event.angleDelta()
        sideways = turn.x() or (turn.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if sideways and not self.horizontalScrollBar().maximum():
            self.turned.emit(-1 if sideways > 0 else 1)
            return
        super().wheelEvent(event)

    def _end_drag(self) -> None:
        self._pressed, self._dragging = None, False
        self.viewport().unsetCursor()

    def _scroll_near_edge(self, at: QPoint) -> None:
        bar = self.verticalScrollBar()
        if at.y() < LINE_HEIGHT:
            bar.setValue(bar.value() - LINE_HEIGHT // 2)
        elif at.y() > self.viewport().height() - LINE_HEIGHT:
            bar.setValue(bar.value() + LINE_HEIGHT // 2)

    def slot_at(self, at: QPoint) -> Slot | None:
        index = self.indexAt(at)
        return self.calendar.slot(index.row(), index.column()) if index.isValid() else None

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            slot, index = self.slot_at(event.pos()), self.indexAt(event.pos())
            words = ""
            if slot is not None:
                number = (event.pos().y() - self.visualRect(index).top() - 2) // LINE_HEIGHT
                words = slot.entries[number].spoken if 0 <= number < len(slot.entries) else slot.spoken
            QToolTip.showText(event.globalPos(), tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Columns with slots share the room; where some have any, the empty ones are narrow."""
        many = self.calendar.columnCount()
        if not many:
            return
        full = {slot.column for slot in self.calendar.sheet.slots} or set(range(many))
        room = self.viewport().width() - EMPTY_WIDTH * (many - len(full))
        width, rest = divmod(max(room, NARROWEST * len(full)), len(full))
        for place in range(many):
            wide = width + (rest if place == max(full) else 0)
            self.horizontalHeader().resizeSection(place, wide if place in full else EMPTY_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page as it was painted before where it still says the same, and over it what is chosen."""
        painter, ratio = QPainter(self.viewport()), self.devicePixelRatioF()
        columns = tuple(self.columnViewportPosition(place) for place in range(self.calendar.columnCount()))
        says = (self.calendar.sheet, self.calendar.coming, columns, self._carried, Theme.current(), self._mirrored())
        self._page.show(
            painter, self.viewport().size(), ratio, says=says, offset=self.verticalOffset(), paint=self._paint_page
        )
        self._paint_chosen(self._painting(painter))
        if not self.calendar.coming and not self.calendar.sheet.slots and self._empty_text:
            painter.setPen(Theme.current().colour("muted"))
            painter.setFont(Theme.current().font())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(24, 0, -24, 0), int(flags), self._empty_text)
        painter.end()

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _painting(self, painter: QPainter) -> CalendarPainter:
        ratio = self.devicePixelRatioF()
        return CalendarPainter(painter, self._mirrored(), ratio, carried=self._carried, target=self._target)

    def _paint_page(self, painter: QPainter, seen: QRect) -> None:
        """What is seen of the columns and slots, as if nothing were chosen."""
        painter.fillRect(seen, Theme.current().colour("background"))
        paint = self._painting(painter)
        height, full = self.viewport().height(), {slot.column for slot in self.calendar.sheet.slots}
        for place, heading in enumerate(self.calendar.sheet.headings):
            left, width = self.columnViewportPosition(place), self.columnWidth(place)
            if self.calendar.coming:
                paint.paint_placeholders(left, width, height)
            elif place not in full and full and heading.note:
                paint.paint_note(QRect(left, 0, width, height), heading.note)
        for slot in self.calendar.sheet.slots:
            placed = self._placed(slot)
            if placed.rect.intersects(seen):
                paint.paint_slot(placed, None)

    def _paint_chosen(self, paint: CalendarPainter) -> None:
        """The slot under what is being moved, the chosen one with its ring, and the present moment over all."""
        for slot in self.calendar.sheet.slots:
            if slot.key == self._target:
                paint.paint_slot(self._placed(slot), None)
        if (chosen := self.chosen_slot()) is not None:
            placed = self._placed(chosen)
            paint.paint_slot(placed, self._line)
            paint.paint_focus(placed, self._line, awake=self.hasFocus())
        if (now := self.calendar.now_row()) is not None:
            full = {slot.column for slot in self.calendar.sheet.slots}
            y = self._tops[now] - self.verticalOffset()
            for place, heading in enumerate(self.calendar.sheet.headings):
                if heading.marked and place in full:
                    paint.paint_now(y, self.columnViewportPosition(place), self.columnWidth(place) - 1)

    def _placed(self, slot: Slot) -> Placed:
        rows = self.calendar.row_range(slot)
        top = self._tops[rows.start] - self.verticalOffset()
        left = self.columnViewportPosition(slot.column)
        return Placed(
            slot, QRect(left, top, self.columnWidth(slot.column) - 1, self._tops[rows.stop] - self._tops[rows.start])
        )
