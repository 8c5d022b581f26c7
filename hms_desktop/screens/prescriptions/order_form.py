"""What stands above the lines of a prescription: who ordered it, for which department, until when, and a note."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from hms_desktop.clinic.organisation.queries import DepartmentRow
from hms_desktop.clinic.prescriptions.queries import PrescribingRules, Sheet
from hms_desktop.clinic.prescriptions.rules import Order, default_validity
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.forms import Form, choice_field, date_field, put_value, text_field, value_of
from hms_desktop.widgets.plain_text import line

translate = QCoreApplication.translate

NO_DEPARTMENT = 0


class OrderForm(QWidget):
    """Whoever is no clinician transcribes paper: the prescriber's name and the paper's day are asked then."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._transcribes = not desk.who.has_duty("clinician")
        self._may_transcribe = desk.who.has_duty("pharmacist")
        self._rules: PrescribingRules | None = None
        self._own_validity = False
        self._controlled = False
        self._amending = False
        self.form = Form(columns=4)
        self.prescriber = text_field(longest=200)
        self.written_on, self.valid_until = date_field(), date_field()
        self.department: QComboBox = choice_field([(NO_DEPARTMENT, "–")])
        self.ticket = QCheckBox(self.tr("goes there now"))
        self.ticket.setChecked(True)
        self.note = text_field(longest=1000)
        self._lay_out()
        self.valid_until.dateChanged.connect(self._validity_chosen)
        self.written_on.dateChanged.connect(lambda _day: self._reckon_validity())
        for changed in (
            self.prescriber.textChanged,
            self.note.textChanged,
            self.written_on.dateChanged,
            self.valid_until.dateChanged,
            self.department.currentIndexChanged,
            self.ticket.toggled,
        ):
            changed.connect(lambda _value: self.edited.emit())

    def _lay_out(self) -> None:
        add = self.form.add
        if self._may_transcribe:
            title = self.tr("Prescriber")
            add("prescriber", title, self.prescriber, required=self._transcribes)
            add("written_on", self.tr("Written on"), self.written_on)
        add("department", self.tr("Department"), self.department)
        add("valid_until", self.tr("Valid until"), self.valid_until)
        add("ticket", self.tr("Pharmacy ticket"), self.ticket)
        add("note", self.tr("Note to the pharmacy"), self.note, wide=self._may_transcribe)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    @property
    def department_id(self) -> int | None:
        chosen: int = self.department.currentData() or NO_DEPARTMENT
        return chosen or None

    def set_up(self, rules: PrescribingRules, departments: Sequence[DepartmentRow], department: int | None) -> None:
        """What may be chosen; before something is, this department."""
        if self._rules is None:
            self.written_on.setDate(QDate(rules.today.year, rules.today.month, rules.today.day))
            self.written_on.setMaximumDate(self.written_on.date())
        self._rules = rules
        before = self.department_id or department
        self.department.clear()
        for value, words in [(NO_DEPARTMENT, "–"), *((one.id, one.name) for one in departments if one.active)]:
            self.department.addItem(line(words), value)
        self._choose_department(before)
        self._reckon_validity()

    def _choose_department(self, department: int | None) -> None:
        """One that is closed meanwhile counts as none."""
        self.department.setCurrentIndex(max(self.department.findData(department or NO_DEPARTMENT), 0))

    def clear(self) -> None:
        """For a new prescription."""
        self._own_validity, self._amending = False, False
        self.prescriber.clear()
        self.note.clear()
        self.ticket.setChecked(True)
        self._reckon_validity()

    def show_order(self, sheet: Sheet, *, amending: bool) -> None:
        """As it was ordered before; one that is amended needs no second ticket."""
        self.clear()
        self._amending = amending
        self._choose_department(sheet.department_id)
        self.ticket.setChecked(not amending)
        if amending:
            self.note.setText(sheet.note)
            self.prescriber.setText(sheet.prescriber if sheet.transcribed else "")

    def put(self, order: Order, *, amending: bool) -> None:
        """As it was typed before."""
        self.clear()
        self._amending = amending
        self._choose_department(order.department_id)
        self.prescriber.setText(order.prescriber)
        self.note.setText(order.note)
        self.ticket.setChecked(order.ticket)
        if order.written_on is not None:
            put_value(self.written_on, order.written_on)
        if order.valid_until is not None:
            put_value(self.valid_until, order.valid_until)

    def say_controlled(self, controlled: bool) -> None:
        """Whether a line is for a controlled medicine, which shortens the validity."""
        if controlled != self._controlled:
            self._controlled = controlled
            self._reckon_validity()

    def complete(self) -> bool:
        return self.form.complete()

    def order(self) -> Order:
        """What is asked for; a day that nobody chose is left to the database."""
        transcribed = self._transcribes or bool(value_of(self.prescriber))
        day: dt.date = value_of(self.valid_until)
        return Order(
            department_id=self.department_id,
            prescriber=value_of(self.prescriber) if self._may_transcribe else "",
            written_on=value_of(self.written_on) if self._may_transcribe and transcribed else None,
            valid_until=day if self._own_validity else None,
            note=value_of(self.note),
            ticket=self.ticket.isChecked(),
        )

    def _validity_chosen(self) -> None:
        self._own_validity = True

    def _reckon_validity(self) -> None:
        if self._rules is None or self._own_validity:
            return
        written: dt.date = value_of(self.written_on) if self._may_transcribe else self._rules.today
        until = default_validity(
            written,
            valid_days=self._rules.valid_days,
            controlled_days=self._rules.controlled_days,
            controlled=self._controlled,
        )
        self.valid_until.blockSignals(True)
        put_value(self.valid_until, until)
        self.valid_until.blockSignals(False)
