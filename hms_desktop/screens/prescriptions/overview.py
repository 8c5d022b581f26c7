"""A patient's prescriptions, and one of them with its lines, what was supplied, and its versions."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.prescriptions import actions, queries
from hms_desktop.clinic.prescriptions.queries import PrescribedLine, PrescriptionRow, Sheet, VersionRow
from hms_desktop.screens.prescriptions.asking import CancelDialog
from hms_desktop.screens.prescriptions.words import (
    TONES,
    date_words,
    facts_words,
    prescribed_words,
    quantity_words,
    row_state,
    row_tone,
    state_words,
)
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.plain_text import ElidedLabel, Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes

translate = QCoreApplication.translate


def version_words(one: VersionRow) -> str:
    """`Entered 2 Mar 2026 by Dr. A; amended 3 Mar 2026 by Dr. B: ten days`."""
    told = translate("prescriptions", "Entered {day} by {person}").format(
        day=date_words(one.entered_at.date()), person=one.entered_by
    )
    if one.ended_at is None:
        return told
    ended = translate("prescriptions", "{state} {day} by {person}").format(
        state=state_words(one.state), day=date_words(one.ended_at.date()), person=one.ended_by
    )
    return f"{told}; {ended}: {one.reason}" if one.reason else f"{told}; {ended}"


class SheetView(Card):
    """One prescription as it was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.sheet: Sheet | None = None
        self.title, self.chip = ElidedLabel(role="title"), Chip()
        self.facts, self.note, self.versions = Label(role="muted", wrap=True), Label(wrap=True), Label("", "small")
        self.versions.setWordWrap(True)
        self.model: RowsModel[PrescribedLine] = RowsModel(
            [
                Column(self.tr("Medicine"), lambda one: one.medicine, stretch=True, strong=True),
                Column(self.tr("Taken"), prescribed_words, stretch=True, muted=True, tip=prescribed_words),
                Column(self.tr("Quantity"), lambda one: quantity_words(one.line), END, width=80),
                Column(self.tr("Supplied"), lambda one: str(one.supplied), END, width=72),
                Column(self.tr("Left"), lambda one: str(one.remaining), END, width=48),
            ],
            key=lambda one: one.id,
        )
        self.table = TableView(self.tr("Lines of the prescription"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Choose a prescription."))
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.chip)
        self.column.addLayout(row)
        for part in (self.facts, self.note):
            self.column.addWidget(part)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.versions)
        self.show_sheet(None)

    def show_sheet(self, sheet: Sheet | None) -> None:
        self.sheet = sheet
        self.chip.setVisible(sheet is not None)
        self.model.show(sheet.lines if sheet else ())
        if sheet is None:
            self.title.setText(self.tr("No prescription chosen"))
            for part in (self.facts, self.note, self.versions):
                part.setVisible(False)
            return
        self.title.setText(self.tr("Prescription {number}").format(number=sheet.id))
        self.chip.show_word(state_words(sheet.state), TONES[sheet.state])
        by = self.tr("{prescriber}, transcribed by {person}") if sheet.transcribed else "{prescriber}"
        self._say(
            self.facts,
            facts_words(
                by.format(prescriber=sheet.prescriber, person=sheet.entered_by),
                sheet.department,
                self.tr("written {day}").format(day=date_words(sheet.written_on)),
                self.tr("valid until {day}").format(day=date_words(sheet.valid_until)),
            ),
        )
        self._say(self.note, sheet.note)
        told = len(sheet.versions) > 1 or sheet.versions[0].ended_at is not None
        self._say(self.versions, "\n".join(map(version_words, sheet.versions)) if told else "")

    def _say(self, label: Label, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


class Overview(QWidget):
    """The list at the leading side, the chosen prescription beside it, and what can be done about it."""

    new_wanted = Signal()
    repeat_wanted = Signal(object)
    amend_wanted = Signal(object)
    """A Sheet to be written again, or amended."""
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wishes, self._reading = desk, Wishes(desk), Latest()
        self._patient: int | None = None
        self.destroyed.connect(self._reading.drop)
        self.model: RowsModel[PrescriptionRow] = RowsModel(
            [
                Column(self.tr("Written"), lambda row: date_words(row.written_on), width=100),
                Column(
                    self.tr("Medicines"),
                    lambda row: row.medicines,
                    stretch=True,
                    strong=True,
                    tip=lambda row: row.medicines,
                ),
                Column(self.tr("State"), row_state, width=110, tone=row_tone),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Prescriptions of this patient"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("No prescription yet. Ctrl+N writes one."))
        self.table.chosen.connect(lambda _row: self._read_chosen())
        self.older = QCheckBox(self.tr("Earlier versions too"))
        self.older.toggled.connect(lambda _on: self.changed.emit())
        self.sheet = SheetView()
        self._make_buttons()
        self._lay_out()
        self.setFocusProxy(self.table)

    def _make_buttons(self) -> None:
        self.new = Button(self.tr("Write a prescription"), keys="Ctrl+N", icon="plus", kind=PRIMARY)
        self.again = Button(self.tr("Repeat"), keys="F7", icon="rotate-ccw")
        self.amend = Button(self.tr("Amend"), keys="F8", icon="pencil")
        self.cancel = Button(self.tr("Cancel"), keys="F9")
        self.print = Button(self.tr("Print"), keys="Ctrl+P", icon="printer")
        self.new.clicked.connect(self.new_wanted.emit)
        self.again.clicked.connect(lambda: self.repeat_wanted.emit(self.sheet.sheet))
        self.amend.clicked.connect(lambda: self.amend_wanted.emit(self.sheet.sheet))
        self.cancel.clicked.connect(lambda: go(self._cancel()))
        self.print.clicked.connect(self._print)

    def _lay_out(self) -> None:
        space = Theme.current().space
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for box in (left, right, row):
            box.setSpacing(space["small"])
        left.addWidget(self.table, 1)
        left.addWidget(self.older)
        right.addWidget(self.sheet, 1)
        row.addStretch(1)
        for button in (self.print, self.cancel, self.amend, self.again):
            row.addWidget(button)
        right.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space["large"])
        whole.addLayout(left, 3)
        whole.addLayout(right, 5)
        self._show_buttons()

    async def show_patient(self, patient: int, choose: int | None = None) -> None:
        """Read the patient's prescriptions; `choose` one of them, else the one chosen before, else the first."""
        chosen = self.model.row(self.table.chosen_row()) if patient == self._patient else None
        wanted = choose or (chosen.id if chosen else None)
        self._patient = patient
        rows = await self._desk.db.read(queries.prescriptions_of, patient=patient, older=self.older.isChecked())
        self.model.show(rows)
        self.table.choose(max(self.model.place_of(wanted), 0) if rows else -1)
        await self._read(self.model.row(self.table.chosen_row()))

    def _read_chosen(self) -> None:
        self._reading.ask(self._read(self.model.row(self.table.chosen_row())))

    async def _read(self, row: PrescriptionRow | None) -> None:
        sheet = None
        if row is not None:
            sheet = await self._desk.db.read(queries.prescription_sheet, snapshot=True, prescription=row.id)
        self.sheet.show_sheet(sheet)
        self._show_buttons()

    def _show_buttons(self) -> None:
        sheet = self.sheet.sheet
        changeable = sheet is not None and sheet.state in ("active", "expired") and self._may_change(sheet)
        self.again.setEnabled(sheet is not None and any(one.in_use for one in sheet.lines))
        self.amend.setEnabled(changeable)
        self.cancel.setEnabled(changeable)
        self.print.setEnabled(sheet is not None)

    def _may_change(self, sheet: Sheet) -> bool:
        return sheet.transcribed or self._desk.who.has_duty("clinician")

    def _print(self) -> None:
        if self.sheet.sheet is not None:
            self._desk.print_paper("prescription", self.sheet.sheet.id)

    async def _cancel(self) -> None:
        sheet = self.sheet.sheet
        if sheet is None:
            return
        dialog = CancelDialog(", ".join(one.medicine for one in sheet.lines), self)
        if not await ask(dialog):
            return
        try:
            await self._wishes.run(
                actions.cancel_prescription, prescription=sheet.id, version=sheet.version, reason=dialog.reason()
            )
        finally:
            self.changed.emit()
        self._desk.say(self.tr("Prescription {number} is cancelled.").format(number=sheet.id), "done")
