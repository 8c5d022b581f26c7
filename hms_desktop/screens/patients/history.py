"""The history of a record: each field, who changed it, when and where, from what to what."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hms_desktop.clinic.patients import queries
from hms_desktop.clinic.patients.history import ADDED, CHANGED, Change
from hms_desktop.screens.patients.field_words import field_title
from hms_desktop.screens.patients.history_words import change_words, part_title
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.moments import moment
from hms_desktop.widgets.plain_text import line
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView

WIDTH, HEIGHT = 1040, 560


class HistoryDialog(Dialog):
    """The newest changes first; older ones are read when they are asked for."""

    def __init__(self, desk: Desk, patient: int, name: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("patients", "History of {name}").format(name=line(name)[:80])
        super().__init__(title, parent=parent)
        self._desk, self._patient = desk, patient
        self._reading = Latest()
        self._changes: list[Change] = []
        self._older: int | None = None
        self.model: RowsModel[tuple[int, Change]] = RowsModel(
            [
                Column(self.tr("When"), lambda row: moment(row[1].at), width=156),
                Column(self.tr("Who"), lambda row: row[1].person, width=136, tip=lambda row: row[1].person),
                Column(self.tr("Where"), lambda row: row[1].workstation, width=120, muted=True, tip=_where),
                Column(self.tr("What"), _what, width=176, strong=True, tip=_what),
                Column(self.tr("Was"), _was, stretch=True, muted=True, tip=_was),
                Column(self.tr("Is"), _now, stretch=True, tip=_now),
            ],
            key=lambda row: row[0],
        )
        self.table = TableView(self.tr("Changes, the newest first"), compact=True)
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.progress = Progress()
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.progress)
        self.more = Button(self.tr("Older ones"), keys="Ctrl+O")
        self.more.clicked.connect(lambda: self._reading.ask(self._read()))
        self.more.setVisible(False)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_cancel(self.tr("Close"))
        self.resize(WIDTH, HEIGHT)

    def open(self) -> None:
        super().open()
        self.table.setFocus()
        self._reading.ask(self._read())

    def close_history(self) -> None:
        """Ask nothing more; called before the dialog is deleted."""
        self._reading.drop()

    async def _read(self) -> None:
        with self.progress.working(self.more, self.tr("Reading…")):
            found = await self._desk.db.read(queries.patient_history, patient_id=self._patient, before=self._older)
        self._older = found.older
        self._changes += found.changes
        self.table.set_empty_text(self.tr("Nothing was changed yet."))
        self.model.show(list(enumerate(self._changes)))
        self.more.setVisible(found.older is not None)


Row = tuple[int, Change]


def _what(row: Row) -> str:
    change = row[1]
    title = " · ".join(part for part in (field_title(change.field), part_title(change.part)) if part)
    sign = {ADDED: "+", CHANGED: "", "delete": "−"}[change.verb] if not change.part else ""
    return f"{sign} {title}".strip()


def _was(row: Row) -> str:
    return change_words(row[1], row[1].was)


def _now(row: Row) -> str:
    return change_words(row[1], row[1].now)


def _where(row: Row) -> str:
    return row[1].workstation
