"""A clinician and a pharmacist at work, a patient, and dispensing as far as prescriptions know of it."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import TypeVar

import pytest

from hms_desktop.clinic.prescriptions import actions
from hms_desktop.clinic.prescriptions.rules import Line, Order
from hms_desktop.core.database import Database
from tests.factories.patients import patient
from tests.hospital import Hospital

T = TypeVar("T")
NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
TODAY = NOW.date()


class Desk:
    """Somebody at work; each wish gets an intent of its own."""

    def __init__(self, hospital: Hospital, *duties: str, name: str = "Test Person") -> None:
        self.server = hospital.person(*duties, name=name)
        self.database: Database = hospital.database(self.server)

    def do(self, action: Callable[..., T], /, **values: object) -> T:
        return self.database.run_now(action, intent=uuid.uuid4(), **values)

    def see(self, query: Callable[..., T], /, **values: object) -> T:
        return self.database.read_now(query, snapshot=True, **values)

    def write(self, patient_id: int, *lines: Line, **order: object) -> actions.Written:
        wish = Order(**{"ticket": False, **order})  # type: ignore[arg-type]  # the test names its fields
        return self.do(actions.write_prescription, patient=patient_id, order=wish, lines=lines)


@pytest.fixture
def someone(hospital: Hospital) -> int:
    hospital.set_clock(NOW)
    return patient(hospital)


@pytest.fixture
def clinician(hospital: Hospital) -> Desk:
    return Desk(hospital, "clinician", name="Doctor Rahma")


@pytest.fixture
def pharmacist(hospital: Hospital) -> Desk:
    return Desk(hospital, "pharmacist", name="Pharmacist Noor")


def supply(hospital: Hospital, line_id: int, units: int, until: dt.date | None = None) -> None:
    """As dispensing does it."""
    hospital.sql(
        "UPDATE hms.prescription_lines SET supplied = supplied + %s, supplied_until = %s WHERE id = %s",
        units,
        until,
        line_id,
    )
    hospital.sql("SELECT hms.settle_prescription(prescription_id) FROM hms.prescription_lines WHERE id = %s", line_id)
