"""Touch screens at the entrance for tests: each with a login of its own, and patients who have an appointment."""

import datetime as dt
import json
import uuid
from dataclasses import dataclass

from hms_desktop.clinic.operations import installing
from hms_desktop.core.settings import Server
from tests.factories import appointments, queue
from tests.hospital import PASSWORD, Hospital

EIGHT = dt.datetime(2026, 3, 2, 8, 0, tzinfo=dt.UTC)
MONDAY = EIGHT.date()
BORN = dt.date(1980, 5, 17)


def machine(hospital: Hospital, name: str = "Entrance", **fields: object) -> Server:
    """A machine with a login; the server as its program signs in."""
    login = f"kiosk-{uuid.uuid4().hex[:20]}"
    made = installing.verifier(hospital.connection(), login, PASSWORD)
    hospital.sql("SELECT hms.set_up_check_in(%s, %s, %s, %s)", uuid.uuid4(), name, login, made)
    if fields:
        [(display, version)] = hospital.sql("SELECT id, version FROM hms.displays WHERE name = %s", name)
        record = {"name": name, "languages": ["en"], "active": True, **fields}
        hospital.sql("SELECT hms.save_check_in(%s, %s, %s, %s)", uuid.uuid4(), display, version, json.dumps(record))
    return hospital.superuser.signed_in_as(login, PASSWORD)


def open_to_patients(hospital: Hospital, service: int) -> None:
    """Patients may take a number for this service."""
    hospital.sql("UPDATE hms.service_rules SET self_service = true WHERE service_id = %s", service)


@dataclass(frozen=True)
class Slip:
    """What a patient brings: the slip's code and its digits; and what the test knows besides."""

    code: str
    number: str
    appointment: int
    patient: int


class Surgery:
    """Eight on a Monday; Clinic 1 opens at nine, and patients born on 17 May 1980 may be booked."""

    def __init__(self, hospital: Hospital) -> None:
        self.hospital = hospital
        hospital.set_clock(EIGHT)
        self.practice = appointments.practice(hospital)
        appointments.weekly(hospital, self.practice.clinics["Clinic 1"])
        self.service = self.practice.service

    def at(self, **span: float) -> None:
        """So long after eight o'clock."""
        self.hospital.set_clock(EIGHT + dt.timedelta(**span))

    def slip(self, at: str = "09:00", on: dt.date = MONDAY, born: dt.date = BORN, precision: str = "day") -> Slip:
        """A new patient with an appointment."""
        [patient] = queue.patients(self.hospital, 1)
        self.hospital.sql(
            "UPDATE hms.patients SET birth_date = %s, birth_precision = %s WHERE id = %s", born, precision, patient
        )
        session = appointments.session_on(self.hospital, self.practice.clinics["Clinic 1"], on)
        starts = dt.datetime.combine(on, dt.time.fromisoformat(at), dt.UTC)
        [(booked,)] = self.hospital.sql(
            "SELECT hms.book_appointment(%s, %s, %s, %s)", uuid.uuid4(), patient, session, starts
        )
        [(code, number)] = self.hospital.sql(
            "SELECT code::text, lpad(number::text, 8, '0') FROM hms.appointments WHERE id = %s",
            booked["appointment_id"],
        )
        return Slip(code, number, booked["appointment_id"], patient)
