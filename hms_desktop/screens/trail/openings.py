"""Who opened a restricted record, when, for how long, and with what reason."""

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout

from hms_desktop.clinic.patients.queries import today
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.clinic.trail import queries
from hms_desktop.clinic.trail.queries import Opening
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.moments import moment
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView


class OpeningsPage(Page):
    """The newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.set_title(self.tr("Restricted records"))
        self.set_subtitle(self.tr("Each opening of a restricted record, with the reason that was given."))
        self.days = choice_field(
            [(7, self.tr("last 7 days")), (31, self.tr("last 31 days")), (366, self.tr("last 366 days"))]
        )
        name_for_readers(self.days, self.tr("Which days"))
        self.days.currentIndexChanged.connect(lambda _place: self.reload())
        self.model: RowsModel[Opening] = RowsModel(
            [
                Column(self.tr("When"), lambda row: moment(row.at), width=156),
                Column(self.tr("Until"), lambda row: moment(row.until), width=156, muted=True),
                Column(self.tr("Who"), lambda row: row.name, width=150, strong=True, tip=lambda row: row.person),
                Column(self.tr("Record number"), lambda row: mrn_display(row.mrn), width=140),
                Column(self.tr("Reason"), lambda row: row.reason, stretch=True, tip=lambda row: row.reason),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Openings of restricted records"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        above = QHBoxLayout()
        above.addWidget(self.days)
        above.addStretch(1)
        self.body.addLayout(above)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        ListFile(self, lambda: self.table, "restricted_openings")

    async def load(self) -> None:
        last = await self.desk.db.read(today)
        first = last - dt.timedelta(days=self.days.currentData() - 1)
        self.model.show(await self.desk.db.read(queries.openings, first_day=first, last_day=last))
        self.table.set_empty_text(self.tr("Nobody opened a restricted record on these days."))
