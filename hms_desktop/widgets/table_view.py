"""The table that every page uses: whole rows, keyboard first, quiet placeholders, states as chips."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from hms_desktop.widgets.columns import ColumnsModel
from hms_desktop.widgets.paged_table import PagedTableModel
from hms_desktop.widgets.plain_text import name_for_readers, tip
from hms_desktop.widgets.row_painter import RowPainter, is_shortened, title_width
from hms_desktop.widgets.theme import Theme

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


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
        self._sharing = False
        self._look = QTimer(self, singleShot=True, interval=0)  # once in a round of the event loop
        self._look.timeout.connect(self._tell_model_what_is_seen)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Headers of our own making. Of one that Qt makes in its constructor Python may be told while it is a mere
        # QWidget (events pass the program's event filters), and would take it for one from then on.
        self.setHorizontalHeader(QHeaderView(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(QHeaderView(Qt.Orientation.Vertical, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.height["row_compact" if compact else "row"])
        header = self.horizontalHeader()
        header.setFixedHeight(theme.height["row_compact"])
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(36)
        header.sectionResized.connect(self._share_the_rest)  # drawn by hand, hidden, shown
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def setModel(self, model: ColumnsModel) -> None:  # type: ignore[override, type-arg]  # rows of any kind, no others
        """Show `model` and lay its columns out by their hints; in no language is a title cut off."""
        super().setModel(model)
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, max(column.width, title_width(column)))
            if column.stretch:
                self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        self._share_the_rest()
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.chosen.emit(now.row()))
        model.modelReset.connect(self._look.start)
        model.rowsInserted.connect(self._look.start)
        model.rowsRemoved.connect(self._look.start)

    def columns_model(self) -> ColumnsModel:  # type: ignore[type-arg]  # rows of any kind
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
        if dy:
            self._tell_model_what_is_seen()  # before painting: the question is under way while placeholders appear

    def _share_the_rest(self) -> None:
        """Give what the other columns leave to those that stretch, in the proportion of their hints."""
        if self._sharing or self.model() is None:
            return
        columns = self.columns_model().columns
        self._sharing = True
        self._make_room()
        stretching = [place for place, column in enumerate(columns) if column.stretch]
        rest = self.viewport().width() - sum(
            self.columnWidth(place) for place, column in enumerate(columns) if not column.stretch
        )
        hints = sum(columns[place].width for place in stretching)
        for place in stretching:
            width = max(rest * columns[place].width // hints, self.horizontalHeader().minimumSectionSize())
            self.setColumnWidth(place, width)
            rest, hints = rest - width, hints - columns[place].width
        self._sharing = False

    def _make_room(self) -> None:
        """Hide what yields until the columns that stretch have their hints, and show it where they have."""
        columns = self.columns_model().columns
        yielding = sorted(
            (place for place, one in enumerate(columns) if one.yields), key=lambda at: -columns[at].yields
        )
        if not yielding:
            return
        for place in yielding:
            self.setColumnHidden(place, False)
        taken = sum(one.width if one.stretch else self.columnWidth(place) for place, one in enumerate(columns))
        for place in yielding:
            if taken <= self.viewport().width():
                return
            taken -= self.columnWidth(place)
            self.setColumnHidden(place, True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_the_rest()
        self._look.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.model() is not None and self.model().rowCount():
            self._paint_rows(painter, event.rect().top(), event.rect().bottom())
        elif self._empty_text:
            theme = Theme.current()
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(24, 0, -24, 0), flags, self._empty_text)
        painter.end()

    def _paint_rows(self, painter: QPainter, top: int, bottom: int) -> None:
        first, last = self.rowAt(top), self.rowAt(bottom)
        if first < 0:
            return
        rows = RowPainter(self, self.columns_model(), first, last if last >= 0 else self.model().rowCount() - 1)
        rows.paint(painter)
        if self.hasFocus() and self.currentIndex().isValid():
            rows.paint_focus(painter, self.currentIndex().row())

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
            whole, column = index.data() or "", self.columns_model().columns[index.column()]
            if is_shortened(whole, column, self.visualRect(index).width()):
                text = tip(whole)
        QToolTip.showText(event.globalPos(), str(text or ""), self.viewport())
