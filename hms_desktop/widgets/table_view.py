"""The table that every page uses: whole rows, keyboard first, quiet placeholders, states as chips."""

from functools import lru_cache

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from hms_desktop.widgets.cards import paint_chip
from hms_desktop.widgets.columns import CENTRE, END, Cells, Column, ColumnsModel
from hms_desktop.widgets.paged_table import PagedTableModel
from hms_desktop.widgets.plain_text import name_for_readers, tip
from hms_desktop.widgets.theme import Theme, font_of

PAD = 10
_ALIGNED = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class TableView(QTableView):
    """Shows a ColumnsModel. `opened` says the row's number when Enter or a double click opens it.

    A selection is one row; typing does not search (it would read a million rows). A right-to-left name stands where
    its column stands.
    """

    opened = Signal(int)
    chosen = Signal(int)
    """The number of the row that is selected now, -1 for none."""

    def __init__(self, name: str, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        name_for_readers(self, name)
        self._empty_text = ""
        self._look = QTimer(self, singleShot=True, interval=0)  # once in a round of the event loop
        self._look.timeout.connect(self._tell_model_what_is_seen)
        self.setItemDelegate(CellPainter(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.height["row_compact" if compact else "row"])
        header = self.horizontalHeader()
        header.setFixedHeight(theme.height["row_compact"])
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(36)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def setModel(self, model: ColumnsModel) -> None:  # type: ignore[override, type-arg]
        """Show `model` and lay its columns out by their hints."""
        super().setModel(model)
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, column.width)
            if column.stretch:
                self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.chosen.emit(now.row()))
        model.modelReset.connect(self._look.start)
        model.rowsInserted.connect(self._look.start)
        model.rowsRemoved.connect(self._look.start)

    def columns_model(self) -> ColumnsModel:  # type: ignore[type-arg]
        model = self.model()
        assert isinstance(model, ColumnsModel)  # noqa: S101 - setModel takes nothing else
        return model

    def set_empty_text(self, text: str) -> None:
        """What stands in the middle while there are no rows: one sentence, and what to do."""
        self._empty_text = text
        self.viewport().update()

    def chosen_row(self) -> int:
        """The number of the selected row, -1 for none."""
        index = self.currentIndex()
        return index.row() if index.isValid() else -1

    def choose(self, row: int) -> None:
        """Select row `row` and scroll to it."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would ask the model for every row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
                return
            event.ignore()
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dy and not self._look.isActive():
            self._look.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = Theme.current()
        painter = QPainter(self.viewport())
        if self.model() is not None and self.model().rowCount() == 0 and self._empty_text:
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(24, 0, -24, 0), flags, self._empty_text)
        if self.hasFocus() and self.currentIndex().isValid():
            row = self.visualRect(self.currentIndex())
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(QRect(1, row.top() + 1, self.viewport().width() - 2, row.height() - 3))
        painter.end()

    def first_seen(self) -> int:
        return max(self.rowAt(0), 0)

    def last_seen(self) -> int:
        row = self.rowAt(self.viewport().height() - 1)
        return row if row >= 0 else self.model().rowCount() - 1

    def _tell_model_what_is_seen(self) -> None:
        model = self.model()
        if isinstance(model, PagedTableModel) and model.rowCount():
            model.look_at(self.first_seen(), self.last_seen())

    def _show_tip(self, event: QHelpEvent) -> None:
        """A column's own tip, or the whole text where the cell had to shorten it."""
        index = self.indexAt(event.pos())
        text = self.columns_model().data(index, int(Qt.ItemDataRole.ToolTipRole)) if index.isValid() else None
        if not text and index.isValid():
            whole = index.data() or ""
            painter = self.itemDelegate()
            assert isinstance(painter, CellPainter)  # noqa: S101 - set in __init__
            if painter.is_shortened(
                whole, self.visualRect(index).width(), self.columns_model().columns[index.column()]
            ):
                text = tip(whole)
        QToolTip.showText(event.globalPos(), str(text or ""), self.viewport())


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class CellPainter(QStyledItemDelegate):
    """Paints a cell straight from the model's finished strings: no question per role, no rich text."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = Theme.current()
        model = self._view.columns_model()
        row, place = index.row(), index.column()
        rect: QRect = option.rect
        self._paint_ground(painter, theme, rect, row, place)
        cells = model.cells(row)
        if cells is None:
            self._paint_placeholder(painter, theme, rect, place)
        elif cells.tones[place] is not None and cells.texts[place]:
            self._paint_chip(painter, theme, rect, cells, place)
        else:
            self._paint_text(painter, theme, rect, cells.texts[place], model.columns[place])

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, Theme.current().height["row"])

    def is_shortened(self, text: str, width: int, column: Column) -> bool:  # type: ignore[type-arg]
        theme = Theme.current()
        weight = theme.weight["strong" if column.strong else "normal"]
        return _metrics(theme.size["body"], weight).horizontalAdvance(text) > width - 2 * PAD

    def _paint_ground(self, painter: QPainter, theme: Theme, rect: QRect, row: int, place: int) -> None:
        current = self._view.currentIndex()
        if current.isValid() and current.row() == row and self._view.selectionModel().isRowSelected(row, QModelIndex()):
            painter.fillRect(rect, theme.colour("accent_soft"))
            if place == 0:
                left = (
                    rect.left() if self._view.layoutDirection() == Qt.LayoutDirection.LeftToRight else rect.right() - 2
                )
                painter.fillRect(QRect(left, rect.top(), 3, rect.height()), theme.colour("accent"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))

    def _paint_placeholder(self, painter: QPainter, theme: Theme, rect: QRect, place: int) -> None:
        width = max(int((rect.width() - 2 * PAD) * (0.75, 0.55, 0.65)[place % 3]), 8)
        bar = QRectF(rect.left() + PAD, rect.center().y() - 5, width, 10)
        if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            bar.moveRight(rect.right() - PAD)
        painter.fillRect(bar, theme.colour("placeholder"))

    def _paint_chip(self, painter: QPainter, theme: Theme, rect: QRect, cells: Cells, place: int) -> None:  # type: ignore[type-arg]
        word, tone = cells.texts[place], cells.tones[place] or "neutral"
        width = min(
            _metrics(theme.size["small"], theme.weight["strong"]).horizontalAdvance(word) + 17,
            rect.width() - 2 * PAD,
        )
        chip = QRectF(rect.left() + PAD, 0, width, theme.height["chip"])
        if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            chip.moveRight(rect.right() - PAD)
        chip.moveTop(rect.top() + (rect.height() - chip.height()) // 2)
        painter.save()
        paint_chip(painter, theme, chip, word, tone)
        painter.restore()

    def _paint_text(self, painter: QPainter, theme: Theme, rect: QRect, text: str, column: Column) -> None:  # type: ignore[type-arg]
        if not text:
            return
        pixels, weight = theme.size["body"], theme.weight["strong" if column.strong else "normal"]
        room = rect.adjusted(PAD, 0, -PAD, 0)
        painter.setFont(font_of(pixels, weight))
        painter.setPen(theme.colour("muted" if column.muted else "text"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # '~70' stays '~70' in an Arabic window
        painter.drawText(room, _ALIGNED | self._side(column.align), _elided(text, pixels, weight, room.width()))

    def _side(self, align: str) -> Qt.AlignmentFlag:
        if align == CENTRE:
            return Qt.AlignmentFlag.AlignHCenter
        at_right = (align == END) != (self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        return Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft


@lru_cache(maxsize=16)
def _metrics(pixels: int, weight: int) -> QFontMetrics:
    return QFontMetrics(font_of(pixels, weight))


@lru_cache(maxsize=4096)
def _elided(text: str, pixels: int, weight: int, width: int) -> str:
    return _metrics(pixels, weight).elidedText(text, Qt.TextElideMode.ElideRight, width)
