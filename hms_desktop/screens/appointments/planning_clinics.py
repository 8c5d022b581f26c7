"""The lists of clinics, of their weekly sessions, and of what is different on one date."""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox

from hms_desktop.clinic.appointments import planning, rules, timetable
from hms_desktop.clinic.appointments.planning import ClinicDraft, ExceptionDraft, Saved, WeeklyDraft
from hms_desktop.clinic.appointments.timetable import ClinicCard, ClinicRow, ExceptionRow, WeeklySession
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.staff import queries as staff
from hms_desktop.screens.appointments.words import (
    clock_words,
    date_words,
    facts_words,
    translate,
    weekday_words,
)
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import choice_field, date_field, text_field, time_field
from hms_desktop.widgets.plain_text import line, name_for_readers
from hms_desktop.widgets.quantity import Quantity

_FAR = dt.date(2099, 12, 31)
EXCEPTIONS: dict[str, Callable[[], str]] = {
    "closed": lambda: translate("appointments", "Closed"),
    "extra": lambda: translate("appointments", "Extra session"),
    "changed": lambda: translate("appointments", "Changed hours"),
}
"""The kinds of exceptions in words, by key."""


def offer(field: QComboBox, choices: Sequence[tuple[Any, str]]) -> None:
    """Offer these choices; what was chosen stays where it is still offered."""
    chosen = field.currentData()
    if [field.itemData(place) for place in range(field.count())] != [value for value, _words in choices]:
        field.blockSignals(True)
        field.clear()
        for value, words in choices:
            field.addItem(line(words), value)
        field.setCurrentIndex(max(field.findData(chosen), 0) if choices else -1)
        field.blockSignals(False)


async def offer_places(desk: Desk, doctor: QComboBox, room: QComboBox, nobody: str) -> None:
    """Offer who can hold a session and where; the first choice, None, reads `nobody`."""
    doctors = [row for row in await desk.db.cached(staff.people) if row.active and "clinician" in row.duties]
    offer(doctor, [(None, nobody), *((row.id, row.display_name) for row in doctors)])
    offer(room, [(None, nobody), *((row.id, row.name) for row in await desk.db.cached(organisation.open_rooms))])


class ClinicsPage(EditorPage[ClinicRow]):
    """A clinic is a service in a department, with the doctor and the room that it usually has."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Clinics"),
            [
                Column(self.tr("Clinic"), lambda row: row.name, stretch=True, strong=True),
                Column(self.tr("Service"), lambda row: row.service, stretch=True),
                Column(self.tr("Doctor"), lambda row: row.doctor or "–", width=150),
                Column(self.tr("Room"), lambda row: row.room or "–", width=90, muted=True),
                Column(self.tr("State"), _state, width=116, tone=lambda row: "done" if row.active else "neutral"),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New clinic"),
        )
        self.table.set_empty_text(self.tr("No clinic yet. Ctrl+N begins one; its weekly sessions come next."))
        self.service, self.department = choice_field([]), choice_field([])
        self.room, self.doctor = choice_field([]), choice_field([])
        self.add("name", self.tr("Name"), text_field(longest=rules.NAME_LENGTH), required=True)
        self.add("service_id", self.tr("Service: whose ticket a check-in opens"), self.service, required=True)
        self.add("department_id", self.tr("Department"), self.department, required=True)
        self.add("doctor_id", self.tr("Usual doctor"), self.doctor)
        self.add("room_id", self.tr("Usual room"), self.room)
        self.add("holidays_apply", self.tr("Holidays"), QCheckBox(self.tr("Closed on holidays")))
        self.add("active", self.tr("State"), QCheckBox(self.tr("In use")))
        for area in ("schedule", "organisation"):
            self.follow(area)

    async def read(self) -> Sequence[ClinicRow]:
        read = self.desk.db.read
        services, departments = await read(organisation.services), await read(organisation.departments)
        offer(self.service, [(row.id, row.name) for row in services if row.active])
        offer(self.department, [(row.id, row.name) for row in departments if row.active])
        await offer_places(self.desk, self.doctor, self.room, self.tr("none"))
        return await read(timetable.clinics)

    def values_of(self, row: ClinicRow | None) -> Values:
        if row is None:
            first = {"service_id": self.service.itemData(0), "department_id": self.department.itemData(0)}
            return {"name": "", **first, "doctor_id": None, "room_id": None, "holidays_apply": True, "active": True}
        names = ("name", "service_id", "department_id", "doctor_id", "room_id", "holidays_apply", "active")
        return {name: getattr(row, name) for name in names}

    def title_of(self, row: ClinicRow | None) -> str:
        return row.name if row else self.tr("New clinic")

    def words_of(self, field: str, value: object) -> str:
        choice = self.form.field(field)
        return (
            choice.itemText(choice.findData(value)) if isinstance(choice, QComboBox) else super().words_of(field, value)
        )

    async def save(self, values: Values, row: ClinicRow | None) -> Hashable:
        draft = ClinicDraft(**values, id=row.id if row else None, version=row.version if row else None)
        saved: Saved = await self.wishes.run(planning.save_clinic, draft=draft)
        return saved.id


def _state(row: ClinicRow) -> str:
    return translate("appointments", "in use") if row.active else translate("appointments", "closed")


class OfOneClinic(Protocol):
    """An entry that belongs to a clinic."""

    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=OfOneClinic)


class OfClinicPage(EditorPage[Row], Generic[Row]):
    """Entries of one clinic at a time, chosen above the list; an entry can be removed."""

    def __init__(self, desk: Desk, title: str, columns: Sequence[Column[Row]], *, new_word: str) -> None:
        super().__init__(desk, title, columns, key=lambda row: row.id, new_word=new_word)
        self.table.set_empty_text(self.tr("Nothing here yet. Ctrl+N begins an entry of the clinic chosen above."))
        self.clinic = choice_field([])
        self.clinic.setMinimumWidth(220)
        name_for_readers(self.clinic, self.tr("Clinic"))
        self.clinic.currentIndexChanged.connect(self._other_clinic)
        self.buttons.insertWidget(0, self.clinic)
        self.remove_button = Button(self.tr("Remove"), kind=QUIET)
        self.remove_button.clicked.connect(lambda: go(self._remove()))
        self.card_buttons.insertWidget(1, self.remove_button)
        self.follow("schedule")

    async def card(self) -> ClinicCard | None:
        """The clinic that is chosen, None where there is none."""
        clinics = await self.desk.db.read(timetable.clinics)
        offer(self.clinic, [(row.id, row.name) for row in clinics if row.active])
        chosen = self.clinic.currentData()
        return None if chosen is None else await self.desk.db.read(timetable.clinic_card, snapshot=True, clinic=chosen)

    def _other_clinic(self) -> None:
        self._begun = False
        self._drafts.clear()
        self.reload()

    def say_displaced(self, saved: Saved) -> None:
        """Whose appointments have lost their time must be moved by hand."""
        if saved.displaced:
            words = self.tr("{n} appointments to come have lost their time; Appointments, Ctrl+5 lists them.")
            self.desk.say(words.format(n=saved.displaced), "warning")

    async def removed(self, row: Row) -> Saved:
        """Remove `row`."""
        raise NotImplementedError

    async def _remove(self) -> None:
        if self._row is None:
            return
        saved = await self.removed(self._row)
        self._begun = False
        self.reload()
        self.desk.say(self.tr("Removed."), "done")
        self.say_displaced(saved)


class SessionsPage(OfClinicPage[WeeklySession]):
    """When a clinic works each week, how long a slot is, and how many it takes."""

    def __init__(self, desk: Desk) -> None:
        columns: list[Column[WeeklySession]] = [
            Column(self.tr("Weekday"), lambda row: weekday_words(row.weekday), width=120, strong=True),
            Column(self.tr("Hours"), lambda row: f"{clock_words(row.starts)}–{clock_words(row.ends)}", width=150),
            Column(self.tr("Slot, min"), lambda row: str(row.slot_minutes), align=END, width=80),
            Column(self.tr("Places"), lambda row: str(row.capacity), align=END, width=70),
            Column(self.tr("On top"), lambda row: str(row.overbook), align=END, width=70),
            Column(self.tr("Where and who"), lambda row: facts_words(row.room, row.doctor), stretch=True, muted=True),
        ]
        super().__init__(desk, self.tr("Weekly sessions"), columns, new_word=self.tr("New session"))
        self.add("weekday", self.tr("Weekday"), choice_field([(day, weekday_words(day)) for day in range(1, 8)]))
        self.add("starts", self.tr("From"), time_field())
        self.add("ends", self.tr("Until"), time_field())
        self.add("slot_minutes", self.tr("Length of a slot, minutes"), _number(5, 240))
        self.add("capacity", self.tr("Places in a slot"), _number(1, 50))
        self.add("overbook", self.tr("On top of a session, with permission"), _number(0, 50))
        self.add("valid_from", self.tr("First date"), date_field())
        self.add("valid_until", self.tr("Last date (2099: goes on)"), date_field())
        self.doctor, self.room = choice_field([]), choice_field([])
        self.add("doctor_id", self.tr("Doctor"), self.doctor)
        self.add("room_id", self.tr("Room"), self.room)

    async def read(self) -> Sequence[WeeklySession]:
        await offer_places(self.desk, self.doctor, self.room, self.tr("as the clinic usually has"))
        card = await self.card()
        return card.weekly if card else ()

    def values_of(self, row: WeeklySession | None) -> Values:
        if row is None:
            hours = {"weekday": 1, "starts": dt.time(9), "ends": dt.time(12), "slot_minutes": 15}
            places = {"capacity": 1, "overbook": 0}
            whole = {"valid_from": dt.date.today(), "valid_until": _FAR, "doctor_id": None, "room_id": None}
            return hours | places | whole
        names = (
            "weekday",
            "starts",
            "ends",
            "slot_minutes",
            "capacity",
            "overbook",
            "valid_from",
            "doctor_id",
            "room_id",
        )
        return {name: getattr(row, name) for name in names} | {"valid_until": row.valid_until or _FAR}

    def title_of(self, row: WeeklySession | None) -> str:
        self.remove_button.setVisible(row is not None)
        if row is None:
            return self.tr("New session")
        return f"{weekday_words(row.weekday)} {clock_words(row.starts)}"

    def fault(self, values: Values, row: WeeklySession | None) -> tuple[str, str] | None:
        if values["starts"] >= values["ends"]:
            return "ends", self.tr("A session ends after it begins.")
        return None

    async def save(self, values: Values, row: WeeklySession | None) -> Hashable:
        until = values["valid_until"]
        draft = WeeklyDraft(
            clinic_id=row.clinic_id if row else self.clinic.currentData(),
            **values | {"valid_until": None if until >= _FAR else until},
            id=row.id if row else None,
            version=row.version if row else None,
        )
        saved: Saved = await self.wishes.run(planning.save_weekly_session, draft=draft)
        self.say_displaced(saved)
        return saved.id

    async def removed(self, row: WeeklySession) -> Saved:
        return await self.wishes.run(planning.remove_weekly_session, weekly_session=row.id, version=row.version)


class ExceptionsPage(OfClinicPage[ExceptionRow]):
    """A date on which the clinic is closed, works besides, or at other hours."""

    def __init__(self, desk: Desk) -> None:
        columns: list[Column[ExceptionRow]] = [
            Column(self.tr("Date"), lambda row: date_words(row.on_date), width=150, strong=True),
            Column(self.tr("What"), lambda row: EXCEPTIONS[row.kind](), width=140),
            Column(self.tr("Hours"), _hours, width=150),
            Column(self.tr("Why"), lambda row: row.reason, stretch=True, muted=True),
        ]
        super().__init__(desk, self.tr("Different on a date"), columns, new_word=self.tr("New date"))
        self.weekly = choice_field([])
        self.add("on_date", self.tr("Date"), date_field())
        self.add("kind", self.tr("What"), choice_field([(key, words()) for key, words in EXCEPTIONS.items()]))
        self.add("weekly_session_id", self.tr("Which session"), self.weekly)
        self.add("starts", self.tr("From (not where closed)"), time_field())
        self.add("ends", self.tr("Until (not where closed)"), time_field())
        self.add("slot_minutes", self.tr("Length of a slot, minutes"), _number(5, 240))
        self.add("capacity", self.tr("Places in a slot"), _number(1, 50))
        self.doctor, self.room = choice_field([]), choice_field([])
        self.add("doctor_id", self.tr("Doctor that day"), self.doctor)
        self.add("room_id", self.tr("Room that day"), self.room)
        self.add("reason", self.tr("Why, as the desks see it"), text_field(longest=rules.REASON_LENGTH))

    async def read(self) -> Sequence[ExceptionRow]:
        await offer_places(self.desk, self.doctor, self.room, self.tr("as usual"))
        card = await self.card()
        sessions = card.weekly if card else ()
        words = [(one.id, f"{weekday_words(one.weekday)} {clock_words(one.starts)}") for one in sessions]
        offer(self.weekly, [(None, self.tr("all of the day")), *words])
        return card.exceptions if card else ()

    def values_of(self, row: ExceptionRow | None) -> Values:
        usual = {"starts": dt.time(9), "ends": dt.time(12), "slot_minutes": 15, "capacity": 1}
        if row is None:
            first = {"on_date": dt.date.today(), "kind": "closed", "weekly_session_id": None}
            return first | usual | {"doctor_id": None, "room_id": None, "reason": ""}
        names = ("on_date", "kind", "weekly_session_id", "doctor_id", "room_id", "reason")
        known = {name: getattr(row, name) or value for name, value in usual.items()}
        return {name: getattr(row, name) for name in names} | known

    def title_of(self, row: ExceptionRow | None) -> str:
        self.remove_button.setVisible(row is not None)
        return date_words(row.on_date) if row else self.tr("New date")

    async def save(self, values: Values, row: ExceptionRow | None) -> Hashable:
        if values["kind"] == "closed":
            values = values | dict.fromkeys(("starts", "ends", "slot_minutes", "capacity", "doctor_id", "room_id"))
        if values["kind"] == "extra":
            values = values | {"weekly_session_id": None}
        draft = ExceptionDraft(
            clinic_id=row.clinic_id if row else self.clinic.currentData(),
            **values,
            overbook=row.overbook if row else None,
            id=row.id if row else None,
            version=row.version if row else None,
        )
        saved: Saved = await self.wishes.run(planning.save_exception, draft=draft)
        self.say_displaced(saved)
        return saved.id

    async def removed(self, row: ExceptionRow) -> Saved:
        return await self.wishes.run(planning.remove_exception, exception=row.id, version=row.version)


def _hours(row: ExceptionRow) -> str:
    return f"{clock_words(row.starts)}–{clock_words(row.ends)}" if row.starts and row.ends else ""


def _number(least: int, most: int) -> Quantity:
    return Quantity(least, most)
