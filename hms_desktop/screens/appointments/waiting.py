"""The waiting list: who would come sooner, what was offered to whom, and what came of it."""

import datetime as dt
from collections.abc import Sequence

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.appointments import waiting
from hms_desktop.clinic.appointments.actions import WaitingWish
from hms_desktop.clinic.appointments.rules import MOST_SLOTS, REASON_LENGTH
from hms_desktop.clinic.appointments.timetable import ClinicRow, DoctorRow
from hms_desktop.clinic.appointments.waiting import WaitingEntry
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.appointments.deeds import Deeds
from hms_desktop.screens.appointments.finding import Part, parts_of_day
from hms_desktop.screens.appointments.words import clock_words, date_words, facts_words, weekday_words, when_words
from hms_desktop.screens.pickers import PatientPicker, found_name
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import Form, choice_field, date_field, text_field
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.plain_text import ElidedLabel
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.ticks import Ticks

translate = QCoreApplication.translate
WIDTH = 640


def entry_name(entry: WaitingEntry) -> str:
    """The name; of a restricted record only that it is one."""
    return translate("appointments", "restricted record") if entry.closed else entry.patient


def wish_words(entry: WaitingEntry) -> str:
    """`Mon, Thu · 09:00–12:00 · until 30 Mar 2026`: what would suit."""
    days = ", ".join(weekday_words(day) for day in entry.weekdays)
    hours = ""
    if entry.earliest or entry.latest:
        hours = f"{clock_words(entry.earliest or dt.time())}–{clock_words(entry.latest or dt.time(23, 59))}"
    until = (
        translate("appointments", "until {date}").format(date=date_words(entry.until_date)) if entry.until_date else ""
    )
    return facts_words(days, hours, until, entry.doctor) or translate("appointments", "any time")


def offer_words(entry: WaitingEntry) -> str:
    """What is held for the patient, and until when."""
    if entry.offer is None:
        return translate("appointments", "waiting")
    return translate("appointments", "{when}, held until {time}").format(
        when=when_words(entry.offer.at), time=clock_words(entry.offer.held_until)
    )


def offer_tone(entry: WaitingEntry) -> str:
    return "warning" if entry.offer else "neutral"


class WaitingView(QWidget):
    """The list with what can be done about the chosen entry."""

    find_wanted = Signal(object)
    """Look for a time for this WaitingEntry."""

    def __init__(self, desk: Desk, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._deeds = desk, deeds
        self.model: RowsModel[WaitingEntry] = RowsModel(
            [
                Column(self.tr("Patient"), entry_name, stretch=True, strong=True),
                Column(self.tr("Phone"), lambda one: one.phone, width=130, muted=True),
                Column(self.tr("For"), lambda one: one.clinic or one.service, width=150),
                Column(self.tr("Would suit"), wish_words, stretch=True, muted=True, tip=wish_words),
                Column(self.tr("Since"), lambda one: date_words(one.since), width=120, muted=True),
                Column(
                    self.tr("State"), offer_words, width=240, tone=lambda one: "warning" if one.offer else "neutral"
                ),
            ],
            key=lambda one: one.id,
        )
        self.table = TableView(self.tr("Waiting list"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Nobody waits for an earlier time. Ctrl+N notes somebody."))
        self.table.opened.connect(lambda _row: self._enter())
        self.table.chosen.connect(lambda _row: self._show_buttons())
        self.add = Button(self.tr("Put on the list"), keys="Ctrl+N", icon="plus")
        self.accept = Button(self.tr("Patient takes it"), keys="Return", kind=PRIMARY, cap_only=True)
        self.find_time = Button(self.tr("Find a time"), keys="Return", kind=PRIMARY, cap_only=True)
        self.decline = Button(self.tr("Does not suit"), keys="F9")
        self.leave = Button(self.tr("Take off the list"), keys="Del", cap_only=True)
        self.accept.clicked.connect(lambda: self._do("accept"))
        self.decline.clicked.connect(lambda: self._do("decline"))
        self.leave.clicked.connect(lambda: self._do("leave_list"))
        self.find_time.clicked.connect(self._enter)
        delete = QShortcut(QKeySequence("Del"), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.leave.click)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._show_buttons()

    def _lay_out(self) -> None:
        space = Theme.current().space["small"]
        row = QHBoxLayout()
        row.setSpacing(space)
        row.addWidget(self.add)
        row.addStretch(1)
        for button in (self.leave, self.decline, self.find_time, self.accept):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    async def load(self, clinic: int | None) -> None:
        """Read the list again."""
        chosen = self.entry()
        self.model.show(await self._desk.db.read(waiting.waiting_list, clinic=clinic))
        if chosen is None or self.model.place_of(chosen.id) < 0:
            self.table.choose(0)
        self._show_buttons()

    def entry(self) -> WaitingEntry | None:
        """The chosen entry."""
        return self.model.row(self.table.chosen_row())

    def _show_buttons(self) -> None:
        entry = self.entry()
        self.leave.setEnabled(entry is not None)
        self.decline.setVisible(entry is not None and entry.offer is not None)
        self.accept.setVisible(entry is not None and entry.offer is not None)
        self.find_time.setVisible(entry is not None and entry.offer is None)

    def _enter(self) -> None:
        """The obvious next thing: what is offered is taken, else a time is looked for."""
        entry = self.entry()
        if entry is not None and entry.offer is not None:
            self._do("accept")
        elif entry is not None:
            self.find_wanted.emit(entry)

    def _do(self, deed: str) -> None:
        entry = self.entry()
        if entry is not None:
            go(getattr(self._deeds, deed)(entry.id, entry.version))


class WaitDialog(Dialog):
    """Notes somebody who would come sooner, and what would suit."""

    def __init__(
        self,
        desk: Desk,
        deeds: Deeds,
        clinics: Sequence[ClinicRow],
        doctors: Sequence[DoctorRow],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translate("WaitDialog", "Put on the waiting list"), "", parent)
        self._deeds = deeds
        self._patient: Found | None = None
        self.setMinimumWidth(WIDTH)
        self.messages, self.progress = MessageBar(), Progress()
        self.picker = PatientPicker(desk, rows=4)
        self.picker.picked.connect(self.take)
        self.name = ElidedLabel(role="title")
        used = [one for one in clinics if one.active]
        services = sorted({(one.service, one.service_id) for one in used})
        anybody = (None, self.tr("any"))
        fields: tuple[tuple[str, str, QWidget], ...] = (
            ("service", self.tr("Service"), choice_field([(number, name) for name, number in services])),
            ("clinic", self.tr("Clinic"), choice_field([anybody, *((one.id, one.name) for one in used)])),
            ("doctor", self.tr("Doctor"), choice_field([anybody, *((one.person_id, one.name) for one in doctors)])),
            ("slots", self.tr("Slots in a row"), Quantity(1, MOST_SLOTS)),
            ("weekdays", self.tr("Only on (none: any day)"), Ticks([(day, weekday_words(day)) for day in range(1, 8)])),
            ("part", self.tr("Time of day"), choice_field(parts_of_day())),
            ("ends", self.tr("Only until a date"), QCheckBox(self.tr("Until this date"))),
            (
                "until_date",
                self.tr("Last date that suits"),
                date_field(today + relativedelta(months=1)),
            ),
            ("note", self.tr("Note (may stay empty)"), text_field(longest=REASON_LENGTH)),
        )
        self.form = Form(columns=2)
        for name, title, field in fields:
            self.form.add(name, title, field)
        for part in (self.messages, self.picker, self.name, self.form, self.progress):
            self.body.addWidget(part)
        self.add_cancel()
        self.go = self.add_go(self.tr("Put on the list"))
        self.go.clicked.connect(lambda: go(self._save()))
        self._show_patient()

    def take(self, patient: Found) -> None:
        """The entry is for this patient."""
        self._patient = patient
        self._show_patient()

    def _show_patient(self) -> None:
        chosen = self._patient
        self.picker.setVisible(chosen is None)
        self.name.setVisible(chosen is not None)
        self.form.setVisible(chosen is not None)
        self.go.setEnabled(chosen is not None)
        if chosen is None:
            self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.name.setText(facts_words(found_name(chosen), mrn_display(chosen.mrn)))
            self.form.field("service").setFocus(Qt.FocusReason.OtherFocusReason)

    async def _save(self) -> None:
        values = self.form.values()
        if self._patient is None or values["service"] is None or not self.form.complete():
            return
        ends, until = values.pop("ends"), values.pop("until_date")
        weekdays = tuple(values.pop("weekdays"))
        part: Part = values.pop("part")
        wish = WaitingWish(
            self._patient.id,
            **values,
            weekdays=weekdays,
            earliest=part.earliest,
            latest=part.latest,
            until_date=until if ends else None,
        )
        try:
            with self.progress.working(self.go, self.tr("Saving…"), cancel=False):
                await self._deeds.wait(wish)
        except HmsError as error:
            self.messages.tell(error)
            return
        self.accept()
