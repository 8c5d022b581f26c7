"""Reads of the schedule: clinics, doctors, weekly sessions, exceptions, holidays, and the rules of booking."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.appointments.tables import BookingRule, ClinicException, Holiday


@dataclass(frozen=True)
class ClinicRow:
    """A clinic with its service, department, and its usual doctor and room where it has them."""

    id: int
    name: str
    service_id: int
    service: str
    department_id: int
    department: str
    doctor_id: int | None
    doctor: str
    room_id: int | None
    room: str
    holidays_apply: bool
    active: bool
    version: int


@dataclass(frozen=True)
class DoctorRow:
    """Somebody who holds sessions, and in which departments."""

    person_id: int
    name: str
    department_ids: tuple[int, ...]


@dataclass(frozen=True)
class WeeklySession:
    """A clinic's usual hours on a weekday (ISO number), by the clock on the wall."""

    id: int
    clinic_id: int
    weekday: int
    starts: dt.time
    ends: dt.time
    slot_minutes: int
    capacity: int
    overbook: int
    valid_from: dt.date
    valid_until: dt.date | None
    room_id: int | None
    room: str
    doctor_id: int | None
    doctor: str
    version: int


@dataclass(frozen=True)
class ExceptionRow:
    """What is different at a clinic on one date."""

    id: int
    clinic_id: int
    on_date: dt.date
    kind: str
    weekly_session_id: int | None
    starts: dt.time | None
    ends: dt.time | None
    slot_minutes: int | None
    capacity: int | None
    overbook: int | None
    room_id: int | None
    doctor_id: int | None
    reason: str
    version: int


@dataclass(frozen=True)
class ClinicCard:
    """A clinic's schedule: the weekly sessions that hold, and the exceptions from today on."""

    clinic: ClinicRow
    weekly: tuple[WeeklySession, ...]
    exceptions: tuple[ExceptionRow, ...]


@dataclass(frozen=True)
class HolidayRow:
    id: int
    on_date: dt.date
    name: str


@dataclass(frozen=True)
class BookingRules:
    """The hospital's numbers for booking, with the version that a save must name."""

    horizon_days: int
    offer_hold: dt.timedelta
    offer_notice: dt.timedelta
    reminders: str
    reminder_before: dt.timedelta
    version: int


@dataclass(frozen=True)
class OverbookGrant:
    """A duty or a person that may book above the capacity, at one clinic or (empty) at every one."""

    id: int
    duty: str | None
    person_id: int | None
    person: str
    clinic_id: int | None
    clinic: str


_CLINICS = """
SELECT c.id, c.name, c.service_id, v.name AS service, c.department_id, p.name AS department, c.doctor_id,
       coalesce(d.display_name, '') AS doctor, c.room_id, coalesce(r.name, '') AS room, c.holidays_apply, c.active,
       c.version
FROM hms.clinics c
JOIN hms.services v ON v.id = c.service_id
JOIN hms.departments p ON p.id = c.department_id
LEFT JOIN hms.people d ON d.id = c.doctor_id
LEFT JOIN hms.rooms r ON r.id = c.room_id
"""
_DOCTORS = """
SELECT d.id, d.display_name, array_agg(DISTINCT held.department_id) AS department_ids
FROM (
    SELECT coalesce(w.doctor_id, c.doctor_id) AS doctor_id, c.department_id
    FROM hms.clinics c JOIN hms.weekly_sessions w ON w.clinic_id = c.id AND NOT w.removed WHERE c.active
    UNION
    SELECT c.doctor_id, c.department_id FROM hms.clinics c WHERE c.active
) held
JOIN hms.people d ON d.id = held.doctor_id
GROUP BY d.id ORDER BY lower(d.display_name), d.id
"""
_WEEKLY = """
SELECT w.id, w.clinic_id, w.weekday, w.starts, w.ends, w.slot_minutes, w.capacity, w.overbook, w.valid_from,
       w.valid_until, w.room_id, coalesce(r.name, '') AS room, w.doctor_id, coalesce(d.display_name, '') AS doctor,
       w.version
FROM hms.weekly_sessions w
LEFT JOIN hms.rooms r ON r.id = w.room_id
LEFT JOIN hms.people d ON d.id = w.doctor_id
WHERE w.clinic_id = :clinic AND NOT w.removed
ORDER BY w.weekday, w.starts, w.id
"""


def clinics(session: Session) -> tuple[ClinicRow, ...]:
    """All clinics by name, closed ones last."""
    rows = session.execute(sa.text(f"{_CLINICS} ORDER BY NOT c.active, c.name"))
    return tuple(ClinicRow(**row._mapping) for row in rows)


def doctors(session: Session) -> tuple[DoctorRow, ...]:
    """Everyone who holds sessions, by name."""
    rows = session.execute(sa.text(_DOCTORS))
    return tuple(DoctorRow(row.id, row.display_name, tuple(row.department_ids)) for row in rows)


def clinic_card(session: Session, *, clinic: int) -> ClinicCard | None:
    """One clinic's schedule, None where there is no such clinic; ask for it in one snapshot."""
    row = session.execute(sa.text(f"{_CLINICS} WHERE c.id = :clinic"), {"clinic": clinic}).one_or_none()
    if row is None:
        return None
    weekly = session.execute(sa.text(_WEEKLY), {"clinic": clinic})
    exceptions = session.execute(
        sa.select(*(getattr(ClinicException, name) for name in ExceptionRow.__dataclass_fields__))
        .where(
            ClinicException.clinic_id == clinic,
            ~ClinicException.removed,
            ClinicException.on_date >= sa.literal_column("(SELECT hms.business_date())", sa.Date),
        )
        .order_by(ClinicException.on_date, ClinicException.id)
    )
    return ClinicCard(
        clinic=ClinicRow(**row._mapping),
        weekly=tuple(WeeklySession(**each._mapping) for each in weekly),
        exceptions=tuple(ExceptionRow(*each) for each in exceptions),
    )


def holidays(session: Session, *, year: int) -> tuple[HolidayRow, ...]:
    """The holidays of one year by date."""
    rows = session.execute(
        sa.select(Holiday.id, Holiday.on_date, Holiday.name)
        .where(Holiday.on_date.between(dt.date(year, 1, 1), dt.date(year, 12, 31)))
        .order_by(Holiday.on_date)
    )
    return tuple(HolidayRow(*row) for row in rows)


def booking_rules(session: Session) -> BookingRules:
    """The one row of the hospital's numbers for booking."""
    columns = (getattr(BookingRule, name) for name in BookingRules.__dataclass_fields__)
    return BookingRules(*session.execute(sa.select(*columns)).one())


def overbook_grants(session: Session) -> tuple[OverbookGrant, ...]:
    """Who may overbook, duties first."""
    rows = session.execute(
        sa.text(
            "SELECT g.id, g.duty, g.person_id, coalesce(p.display_name, '') AS person, g.clinic_id, "
            "coalesce(c.name, '') AS clinic FROM hms.overbook_grants g LEFT JOIN hms.people p ON p.id = g.person_id "
            "LEFT JOIN hms.clinics c ON c.id = g.clinic_id ORDER BY g.duty, p.display_name, c.name, g.id"
        )
    )
    return tuple(OverbookGrant(**row._mapping) for row in rows)


def may_overbook(session: Session, *, clinic: int) -> bool:
    """Whether this person may book above the capacity there."""
    allowed: bool = session.execute(sa.text("SELECT hms.may_overbook(:clinic)"), {"clinic": clinic}).scalar_one()
    return allowed
