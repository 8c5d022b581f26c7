"""The list of what waits at the pharmacy: as wide as the page while nothing is open, a narrow column beside a sheet."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hms_desktop.clinic.dispensing.queries import Waiting
from hms_desktop.screens.dispensing.words import holder_words, waiting_name, waiting_words
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.search_box import SearchBox
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

NARROW = 236
ANY_WIDTH = 16_777_215


class WorkList(QWidget):
    """A search box over the prescriptions that wait."""

    opened = Signal(int)
    """The number of the prescription that is to be opened."""
    chosen = Signal()

    def __init__(self, find: Callable[[str], Awaitable[None]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(self.tr("Find a patient, or scan"), find, keys="Ctrl+F")
        self.search.entered.connect(lambda _text: self.take_keys())
        self.search.going_down.connect(self.take_keys)
        self.rows: RowsModel[Waiting] = RowsModel(
            [
                Column(self.tr("Ticket"), lambda one: one.ticket, width=64, strong=True),
                Column(self.tr("Patient"), waiting_name, stretch=True, tip=waiting_words),
                Column(self.tr("What"), waiting_words, width=300, muted=True, tip=waiting_words, yields=1),
                Column(
                    self.tr("Open at"),
                    holder_words,
                    width=180,
                    yields=1,
                    tone=lambda one: ("accent" if one.mine else "warning") if holder_words(one) else None,
                ),
            ],
            key=lambda one: one.prescription_id,
        )
        self.table = TableView(self.tr("Prescriptions to dispense"))
        self.table.setModel(self.rows)
        self.table.set_empty_text(self.tr("Reading…"))
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _row: self.chosen.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().space["small"])
        column.addWidget(self.search)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[Waiting], empty: str) -> None:
        """Show what waits; `empty` is said where nothing does."""
        self.table.set_empty_text(empty)
        self.rows.show(list(rows))
        if self.table.chosen_row() < 0:
            self.table.choose(0)

    def chosen_one(self) -> Waiting | None:
        return self.rows.row(self.table.chosen_row())

    def choose(self, prescription: int) -> None:
        """Let the selection stand on a prescription, where it is on the list."""
        self.table.choose(self.rows.place_of(prescription))

    def take_keys(self) -> None:
        """The arrows choose from now on."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        self.table.choose(max(0, self.table.chosen_row()))

    def set_narrow(self, narrow: bool) -> None:
        """Make room for a sheet, or take all of it."""
        self.setMinimumWidth(NARROW if narrow else 0)
        self.setMaximumWidth(NARROW if narrow else ANY_WIDTH)

    def _open(self, place: int) -> None:
        row = self.rows.row(place)
        if row is not None:
            self.opened.emit(row.prescription_id)
