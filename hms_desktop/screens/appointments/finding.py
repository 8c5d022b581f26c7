"""Find a time: the next free ones over all doctors, by service, date and time of day; Enter takes one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.appointments import queries
from hms_desktop.clinic.appointments.queries import FreeSlot, SlotWish
from hms_desktop.clinic.appointments.rules import MOST_SLOTS
from hms_desktop.clinic.appointments.timetable import ClinicRow, DoctorRow
from hms_desktop.screens.appointments.words import clock_words, date_words, facts_words, weekday_words
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import Form, choice_field, date_field, value_of
from hms_desktop.widgets.message_bar import announce
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

MOST = 40
PAUSE_MS = 150
WIDTH = 820
_ROWS = 8

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Part:
    """A part of the day: it begins at `earliest` and ends before `latest`."""

    earliest: dt.time | None = None
    latest: dt.time | None = None


def parts_of_day() -> list[tuple[Part, str]]:
    """When in the day somebody would come, for a choice."""
    return [
        (Part(), translate("FindTime", "any time")),
        (Part(latest=dt.time(12)), translate("FindTime", "before noon")),
        (Part(dt.time(12), dt.time(17)), translate("FindTime", "afternoon")),
        (Part(dt.time(17)), translate("FindTime", "from 17:00 on")),
    ]


class FindTime(Dialog):
    """The answer follows what is chosen; Esc leaves it as it is, and the next time it is there again."""

    taken = Signal(object)
    """The FreeSlot that was chosen."""

    def __init__(
        self, desk: Desk, clinics: Sequence[ClinicRow], doctors: Sequence[DoctorRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("FindTime", "Find a time"), "", parent)
        self._desk = desk
        self._latest = Latest()
        self.setMinimumWidth(WIDTH)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self._latest.ask(self._find()))
        self._make_fields(clinics, doctors)
        self.model: RowsModel[FreeSlot] = RowsModel(
            [
                Column(self.tr("Date"), lambda one: date_words(one.at.date()), width=184, strong=True),
                Column(self.tr("Time"), lambda one: clock_words(one.at), width=90, strong=True),
                Column(self.tr("Clinic"), lambda one: one.clinic, stretch=True),
                Column(self.tr("Doctor"), lambda one: one.doctor or "–", stretch=True),
                Column(self.tr("Room"), lambda one: one.room, width=100, muted=True),
                Column(self.tr("Free"), lambda one: str(one.left), align=END, width=64),
            ],
            key=lambda one: (one.session_id, one.starts_at),
        )
        self.table = TableView(self.tr("Free times"), compact=True)
        self.table.setModel(self.model)
        self.table.setFixedHeight(Theme.current().height["row_compact"] * (_ROWS + 1) + 2)
        self.table.opened.connect(self._take)
        self.body.addWidget(self.form)
        self.body.addWidget(self.table)
        self.add_cancel(self.tr("Close"))
        self.go = self.add_go(self.tr("Take this time"))
        self.go.clicked.connect(lambda: self._take(max(self.table.chosen_row(), 0)))

    def _make_fields(self, clinics: Sequence[ClinicRow], doctors: Sequence[DoctorRow]) -> None:
        used = [one for one in clinics if one.active]
        services = sorted({(one.service, one.service_id) for one in used})
        anybody = (None, self.tr("any"))
        self.service = choice_field([anybody, *((number, name) for name, number in services)])
        self.clinic = choice_field([anybody, *((one.id, one.name) for one in used)])
        self.doctor = choice_field([anybody, *((one.person_id, one.name) for one in doctors)])
        self.from_date = date_field()
        self.part = choice_field(parts_of_day())
        self.weekday = choice_field([(None, self.tr("any day")), *((day, weekday_words(day)) for day in range(1, 8))])
        self.slots = Quantity(1, MOST_SLOTS)
        self.form = Form(columns=4)
        for name, title, field in (
            ("service", self.tr("Service"), self.service),
            ("clinic", self.tr("Clinic"), self.clinic),
            ("doctor", self.tr("Doctor"), self.doctor),
            ("from_date", self.tr("Not before"), self.from_date),
            ("part", self.tr("Time of day"), self.part),
            ("weekday", self.tr("Weekday"), self.weekday),
            ("slots", self.tr("Slots in a row"), self.slots),
        ):
            self.form.add(name, title, field)
        for choice in (self.service, self.clinic, self.doctor, self.part, self.weekday):
            choice.currentIndexChanged.connect(self._pause.start)
        self.from_date.dateChanged.connect(self._pause.start)
        self.slots.valueChanged.connect(self._pause.start)

    def begin(self, day: dt.date, clinic: int | None, doctor: int | None) -> None:
        """Open, looking from `day` on."""
        self.from_date.setDate(QDate(day.year, day.month, day.day))
        if clinic is not None:
            self.clinic.setCurrentIndex(max(self.clinic.findData(clinic), 0))
        if doctor is not None:
            self.doctor.setCurrentIndex(max(self.doctor.findData(doctor), 0))
        self.open()
        self.service.setFocus(Qt.FocusReason.OtherFocusReason)
        self._latest.ask(self._find())

    def wish(self) -> SlotWish:
        """What stands in the fields."""
        part: Part = value_of(self.part)
        day = value_of(self.weekday)
        return SlotWish(
            service=value_of(self.service),
            clinic=value_of(self.clinic),
            doctor=value_of(self.doctor),
            from_date=value_of(self.from_date),
            weekdays=(day,) if day else (),
            earliest=part.earliest,
            latest=part.latest,
            slots=value_of(self.slots),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    async def _find(self) -> None:
        self.table.set_empty_text(self.tr("Looking…"))
        found = await self._desk.db.read(queries.free_slots, wish=self.wish(), most=MOST)
        self.model.show(found)
        self.table.choose(0)
        self.go.setEnabled(bool(found))
        nothing = self.tr("No free time. Choose a later date, another doctor or time of day; or put them on the list.")
        self.table.set_empty_text(nothing)
        words = facts_words(date_words(found[0].at.date()), clock_words(found[0].at)) if found else nothing
        announce(self.table, words)

    def _take(self, row: int) -> None:
        found = self.model.row(row)
        if found is not None and self.form.complete():
            self.accept()
            self.taken.emit(found)
