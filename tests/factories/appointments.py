"""Clinics for tests: a service with weekly sessions, booked the way a desk does it, on days that the test chooses."""

import datetime as dt
import json
import uuid
from dataclasses import dataclass
from typing import Any

from tests.factories import queue
from tests.hospital import Hospital

EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)


@dataclass(frozen=True)
class Practice:
    """Ids of one service with its clinics, by their names, and of the department that they belong to."""

    service: int
    department: int
    clinics: dict[str, int]
    rooms: dict[str, int]


def practice(hospital: Hospital, names: tuple[str, ...] = ("Clinic 1", "Clinic 2"), prefix: str = "A") -> Practice:
    """One service, a room that serves it, and clinics without sessions."""
    house = queue.house(hospital, (prefix,))
    service = house.services[prefix]
    [(department,)] = hospital.sql("SELECT department_id FROM hms.services WHERE id = %s", service)
    made = {name: clinic(hospital, name, service, department) for name in names}
    return Practice(service, department, made, dict(house.rooms))


def clinic(hospital: Hospital, name: str, service: int, department: int, **values: Any) -> int:
    """A clinic; its id."""
    record = {
        "name": name,
        "service_id": service,
        "department_id": department,
        "holidays_apply": True,
        "active": True,
        **values,
    }
    return _saved(hospital, "save_clinic", record)


def weekly(hospital: Hospital, clinic_id: int, weekdays: tuple[int, ...] = EVERY_DAY, **values: Any) -> list[int]:
    """Nine to twelve on these weekdays, slots of 30 minutes with one place, unless `values` say otherwise."""
    record = {
        "clinic_id": clinic_id,
        "starts": "09:00",
        "ends": "12:00",
        "slot_minutes": 30,
        "capacity": 1,
        "overbook": 0,
        "valid_from": "2020-01-01",
        **values,
    }
    return [_saved(hospital, "save_weekly_session", record | {"weekday": day}) for day in weekdays]


def exception(hospital: Hospital, clinic_id: int, on_date: dt.date, kind: str, **values: Any) -> int:
    """Something else on one date."""
    record = {"clinic_id": clinic_id, "on_date": on_date.isoformat(), "kind": kind, "reason": "", **values}
    return _saved(hospital, "save_exception", record)


def session_on(hospital: Hospital, clinic_id: int, on_date: dt.date) -> int:
    """The id of the clinic's first session of that date."""
    [(found,)] = hospital.sql(
        "SELECT id FROM hms.sessions WHERE clinic_id = %s AND on_date = %s ORDER BY starts_at LIMIT 1",
        clinic_id,
        on_date,
    )
    return int(found)


def _saved(hospital: Hospital, function: str, record: dict[str, Any]) -> int:
    [(answer,)] = hospital.sql(f"SELECT hms.{function}(%s, NULL, NULL, %s)", uuid.uuid4(), json.dumps(record))
    return int(answer["id"])
