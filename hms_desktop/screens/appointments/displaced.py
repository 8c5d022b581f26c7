"""Appointments that lost their time because a clinic closed or changed its hours: each must be moved or cancelled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.appointments import queries
from hms_desktop.clinic.appointments.queries import AppointmentLine
from hms_desktop.screens.appointments.words import facts_words, patient_words, when_words
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme


class DisplacedView(QWidget):
    """The list, soonest first, with the two ways out of it."""

    wanted = Signal(str, object)
    """`move` or `cancel`, and the AppointmentLine."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model: RowsModel[AppointmentLine] = RowsModel(
            [
                Column(self.tr("Was to be"), lambda one: when_words(one.at), width=200, strong=True),
                Column(self.tr("Patient"), patient_words, stretch=True, tip=patient_words),
                Column(self.tr("Phone"), lambda one: one.phone, width=150, muted=True),
                Column(self.tr("Clinic"), _where, stretch=True, muted=True, tip=_where),
            ],
            key=lambda one: one.id,
        )
        self.table = TableView(self.tr("Appointments without a time"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Every appointment to come has its time."))
        self.table.opened.connect(lambda _row: self._do("move"))
        self.table.chosen.connect(lambda _row: self._show_buttons())
        self.move_button = Button(self.tr("Find another time"), keys="Return", kind=PRIMARY, cap_only=True)
        self.cancel_button = Button(self.tr("Cancel the appointment"), keys="Del", cap_only=True)
        self.move_button.clicked.connect(lambda: self._do("move"))
        self.cancel_button.clicked.connect(lambda: self._do("cancel"))
        delete = QShortcut(QKeySequence("Del"), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.cancel_button.click)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._show_buttons()

    def _lay_out(self) -> None:
        space = Theme.current().space["small"]
        row = QHBoxLayout()
        row.setSpacing(space)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.move_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    async def load(self) -> None:
        """Read the list again."""
        chosen = self._chosen()
        self.model.show(list(await self._desk.db.read(queries.displaced)))
        if chosen is None or self.model.place_of(chosen.id) < 0:
            self.table.choose(0)
        self._show_buttons()

    def _chosen(self) -> AppointmentLine | None:
        return self.model.row(self.table.chosen_row())

    def _show_buttons(self) -> None:
        for button in (self.move_button, self.cancel_button):
            button.setEnabled(self._chosen() is not None)

    def _do(self, deed: str) -> None:
        one = self._chosen()
        if one is not None:
            self.wanted.emit(deed, one)


def _where(one: AppointmentLine) -> str:
    return facts_words(one.clinic, one.doctor)
