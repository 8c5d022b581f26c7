"""The global box (Ctrl+K): patients, tickets, medicines, pages, commands; the likely patients before one types."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.search_box import SearchBox
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

MOST_SHOWN = 9


@dataclass(frozen=True)
class Found:
    """One thing that can be opened; `kind` is its word (Patient, Ticket, Page, Command)."""

    key: str
    kind: str
    title: str
    detail: str
    open: Callable[[], object]


Finder = Callable[[str], Awaitable[Sequence[Found]]]


class Results(Card):
    """The list under the box; the keyboard stays in the box."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.model = RowsModel[Found](
            [
                Column(self.tr("What"), lambda row: row.kind, width=96, tone=lambda row: "neutral"),
                Column(self.tr("Name"), lambda row: row.title, stretch=True, strong=True),
                Column(self.tr("Details"), lambda row: row.detail, width=210, muted=True),
            ],
            key=lambda row: row.key,
        )
        self.table = TableView(self.tr("Found"))
        self.table.setModel(self.model)
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.set_empty_text(self.tr("Nothing found"))
        self.column.addWidget(self.table)
        self.hide()

    def show_found(self, found: Sequence[Found], *, choose_first: bool) -> None:
        self.model.show(list(found)[:MOST_SHOWN])
        self.table.setCurrentIndex(QModelIndex())
        if found and choose_first:
            self.table.choose(0)
        rows = max(1, self.model.rowCount())
        self.table.setFixedHeight(rows * Theme.current().height["row"] + 4)
        self.adjustSize()


class GlobalBox(QWidget):
    """A search box whose results drop down over the page; Enter opens, Esc leaves, arrows choose.

    `likely` is asked, with an empty text, when the box is entered and nothing is typed; of what it tells nothing is
    chosen, so that a hurried Enter opens nobody.
    """

    def __init__(
        self, finders: Sequence[Finder], over: QWidget, *, likely: Finder | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._finders = tuple(finders)
        self._likely = likely
        self._over = over
        self._open_first = False
        self.box = SearchBox(self.tr("Find a patient or ticket, or type a command"), self._ask, keys="Ctrl+K")
        self.box.setMaximumWidth(560)
        self.box.entered.connect(self._entered)
        self.box.installEventFilter(self)
        self.results = Results(over)
        self.results.table.clicked.connect(lambda index: self._open(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    async def _ask(self, text: str) -> None:
        wanted = text.strip()
        if not wanted:
            self.results.hide()
            if self._likely is not None and self.box.hasFocus() and (likely := await self._likely("")):
                self._show(likely, choose_first=False)
            return
        found: list[Found] = []
        for finder in self._finders:
            found += await finder(wanted)
            self._show(found)
        if self._open_first:
            self._open_first = False
            self._open(0)

    def _show(self, found: Sequence[Found], *, choose_first: bool = True) -> None:
        if not self.box.hasFocus():
            return
        place = self.box.mapTo(self._over, QPoint(0, self.box.height() + 4))
        width = max(self.box.width(), 560)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.setX(place.x() + self.box.width() - width)
        self.results.setFixedWidth(width)
        self.results.show_found(found, choose_first=choose_first)
        self.results.move(place)
        self.results.show()
        self.results.raise_()

    def _entered(self, text: str) -> None:
        if self.results.isVisible() and self.results.model.rowCount():
            self._open(self.results.table.chosen_row())
        else:
            self._open_first = bool(text.strip())

    def _open(self, row: int) -> None:
        found = self.results.model.row(row)
        if found is None:
            return
        self.results.hide()
        self.box.clear()
        self.box.clearFocus()
        found.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._moved(event.key()):
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            under_mouse = QApplication.widgetAt(self.cursor().pos())
            if under_mouse is None or not self.results.isAncestorOf(under_mouse):
                self.results.hide()
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn and not self.box.text():
            self.box.ask_again()
        return False

    def _moved(self, key: int) -> bool:
        """Whether `key` was for the list below."""
        if key == Qt.Key.Key_Escape and not self.box.text():
            self.box.clearFocus()
            return True
        if key not in (Qt.Key.Key_Down, Qt.Key.Key_Up) or not self.results.isVisible():
            return False
        step = 1 if key == Qt.Key.Key_Down else -1
        rows = self.results.model.rowCount()
        self.results.table.choose(max(0, min(rows - 1, self.results.table.chosen_row() + step)))
        return True
