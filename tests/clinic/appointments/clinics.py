"""A practice as a test moves it: a clock that the test turns, clerks at work, and patients who want appointments."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hms_desktop.clinic.appointments import actions, queries
from hms_desktop.clinic.appointments.card import appointment_card
from hms_desktop.clinic.appointments.waiting import WaitingEntry, waiting_list
from tests.clinic.queue.desk import Desk
from tests.factories import appointments, queue
from tests.hospital import Hospital

MONDAY = dt.date(2026, 3, 2)
TUESDAY = dt.date(2026, 3, 3)
MORNING = dt.datetime(2026, 3, 2, 8, 0, tzinfo=dt.UTC)


class Clinics:
    """A hospital in UTC, at eight on a Monday: Clinic 1 and Clinic 2 of one service, open from nine to twelve."""

    def __init__(self, hospital: Hospital, patients: int = 8) -> None:
        self.hospital = hospital
        self.set(MORNING)
        self.practice = appointments.practice(hospital)
        self.one, self.two = self.practice.clinics["Clinic 1"], self.practice.clinics["Clinic 2"]
        for clinic in (self.one, self.two):
            appointments.weekly(hospital, clinic)
        self.patients = queue.patients(hospital, patients)
        self.clerk = self.desk("front_desk")

    def desk(self, *duties: str) -> Desk:
        return Desk(self.hospital.database(self.hospital.person(*duties), pool_size=1))

    def set(self, now: dt.datetime) -> None:
        self.now = now
        self.hospital.set_clock(now)

    def passes(self, **span: float) -> None:
        self.set(self.now + dt.timedelta(**span))

    def session(self, clinic: int | None = None, on: dt.date = TUESDAY) -> int:
        return appointments.session_on(self.hospital, clinic or self.one, on)

    def place(self, at: str = "09:00", clinic: int | None = None, on: dt.date = TUESDAY) -> dict[str, Any]:
        """What names a slot to `book` and `move`."""
        starts = dt.datetime.combine(on, dt.time.fromisoformat(at), dt.UTC)
        return {"session_id": self.session(clinic, on), "starts_at": starts}

    def book(self, patient: int = 0, at: str = "09:00", **values: Any) -> actions.Booked:
        """The patient of that number gets the slot of that time, on Tuesday at Clinic 1 unless told otherwise."""
        where = {name: values.pop(name) for name in ("clinic", "on") if name in values}
        return self.clerk.do(actions.book, patient=self.patients[patient], **self.place(at, **where), **values)

    def cancel(self, booked: actions.Booked, reason: str = "patient") -> actions.Cancelled:
        return self.clerk.do(actions.cancel, appointment=booked.appointment_id, version=booked.version, reason=reason)

    def step(self, action: Any, booked: actions.Booked, **values: Any) -> Any:
        return self.clerk.do(action, appointment=booked.appointment_id, version=booked.version, **values)

    def wait(self, patient: int, **values: Any) -> int:
        """Put the patient of that number on the waiting list of the service."""
        wish = actions.WaitingWish(self.patients[patient], self.practice.service, **values)
        return self.clerk.do(actions.add_to_waiting_list, wish=wish)

    def waiting(self) -> tuple[WaitingEntry, ...]:
        return self.clerk.see(waiting_list)

    def entry(self, entry: int) -> WaitingEntry:
        return next(line for line in self.waiting() if line.id == entry)

    def line(self, appointment: int) -> queries.AppointmentLine:
        card = self.clerk.see(appointment_card, appointment=appointment)
        assert card is not None
        return card.line

    def state(self, booked: actions.Booked) -> str:
        return self.line(booked.appointment_id).state

    def now_of(self, booked: actions.Booked) -> actions.Booked:
        """The same appointment with the version that it has now."""
        return replace(booked, version=self.line(booked.appointment_id).version)

    def counts(self, session: int) -> tuple[int, int]:
        """How many places of the session are taken, and how many appointments sit above."""
        [found] = self.hospital.sql("SELECT taken, overbooked FROM hms.sessions WHERE id = %s", session)
        return found[0], found[1]

    def manager(self) -> Desk:
        return self.desk("manager")
