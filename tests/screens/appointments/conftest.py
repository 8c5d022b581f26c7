"""A clinic of a known week, and a clerk at its appointments page."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from hms_desktop.screens.appointments.page import AppointmentsPage
from tests.factories import appointments
from tests.factories.patients import patient
from tests.hospital import Hospital
from tests.screens.conftest import MORNING, ClosingLoop
from tests.screens.desks import Seat, until

MONDAY = MORNING.date()


@dataclass(frozen=True)
class Book:
    """The appointments of a small hospital, written as the superuser, and its clinic that works each day at nine."""

    hospital: Hospital
    practice: appointments.Practice
    clinic: int

    def patient(self, name: str = "Okafor") -> int:
        return patient(self.hospital, name)

    def at(self, hour: int, minute: int = 0, day: int = 0) -> dt.datetime:
        return dt.datetime.combine(MONDAY + dt.timedelta(days=day), dt.time(hour, minute), dt.UTC)

    def book(self, who: int, at: dt.datetime, *, overbook: bool = False) -> int:
        session = appointments.session_on(self.hospital, self.clinic, at.date())
        made = self.hospital.sql(
            "SELECT hms.book_appointment(%s, %s, %s, %s, 1, 'control', %s)", uuid.uuid4(), who, session, at, overbook
        )
        return int(made[0][0]["appointment_id"])

    def states(self) -> list[tuple[str, dt.datetime]]:
        """State and beginning of every appointment."""
        return self.hospital.sql("SELECT state, starts_at FROM hms.appointments ORDER BY id")  # type: ignore[return-value]


@pytest.fixture
def book(hospital: Hospital) -> Book:
    """Ten in the morning of a Monday; slots of 30 minutes from nine to twelve, and the afternoon's from 13 to 15."""
    hospital.set_clock(MORNING, 1)
    practice = appointments.practice(hospital, ("Clinic 1",))
    clinic = practice.clinics["Clinic 1"]
    appointments.weekly(hospital, clinic, (1, 2, 3, 4, 5), overbook=1)
    appointments.weekly(hospital, clinic, (1,), starts="13:00", ends="15:00")
    return Book(hospital, practice, clinic)


@pytest.fixture
def sit_down(hospital: Hospital, book: Book, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Seat]:
    """Seats a clerk; what is refused is said in the message bar."""
    import sys

    from tests.screens.desks import tell_errors

    def seat(*duties: str) -> Seat:
        made = Seat(hospital, hospital.person(*(duties or ("front_desk",))))
        loop.seats.append(made)
        monkeypatch.setattr(sys, "excepthook", tell_errors(made))
        return made

    return seat


async def opened(seat: Seat) -> AppointmentsPage:
    """The page with its week."""
    page = AppointmentsPage(seat.desk)
    seat.show(page)
    await seat.come_to_front()
    await until(lambda: page.grid.calendar.sheet.slots, "the week was shown")
    return page
