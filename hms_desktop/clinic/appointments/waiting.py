"""Reads of the waiting list: who would come sooner, what would fit, and what is held for them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients.rules import display_name


@dataclass(frozen=True)
class Offer:
    """What is held for somebody who waits; times are the wall clock's."""

    appointment_id: int
    clinic: str
    doctor: str
    starts_at: dt.datetime
    at: dt.datetime
    held_until: dt.datetime


@dataclass(frozen=True)
class WaitingEntry:
    """Somebody who would come sooner, what would fit, and what is held for them."""

    id: int
    version: int
    patient_id: int
    patient: str
    mrn: str
    phone: str
    closed: bool
    service_id: int
    service: str
    clinic_id: int | None
    clinic: str
    doctor_id: int | None
    doctor: str
    from_date: dt.date
    until_date: dt.date | None
    weekdays: tuple[int, ...]
    earliest: dt.time | None
    latest: dt.time | None
    slots: int
    note: str
    state: str
    since: dt.date
    offer: Offer | None


def waiting_list(
    session: Session, *, service: int | None = None, clinic: int | None = None
) -> tuple[WaitingEntry, ...]:
    """Who waits: those for whom something is held first, then in the order of waiting."""
    rows = session.execute(
        sa.text(
            """
            SELECT w.*, v.name AS service, coalesce(c.name, '') AS clinic, coalesce(d.display_name, '') AS doctor,
                   coalesce(s.clinic, '') AS offered_clinic, coalesce(s.doctor, '') AS offered_doctor
            FROM hms.waiting_lines w
            JOIN hms.services v ON v.id = w.service_id
            LEFT JOIN hms.clinics c ON c.id = w.clinic_id
            LEFT JOIN hms.people d ON d.id = w.doctor_id
            LEFT JOIN hms.session_lines s ON s.session_id = w.session_id
            WHERE (cast(:service AS bigint) IS NULL OR w.service_id = :service)
              AND (cast(:clinic AS bigint) IS NULL OR w.clinic_id IS NULL OR w.clinic_id = :clinic)
            ORDER BY w.state = 'waiting', w.id
            """
        ),
        {"service": service, "clinic": clinic},
    )
    return tuple(_entry(row) for row in rows)


def _entry(row: Any) -> WaitingEntry:
    offer = row.appointment_id and Offer(
        row.appointment_id, row.offered_clinic, row.offered_doctor, row.starts_at, row.at, row.held_until
    )
    return WaitingEntry(
        id=row.id,
        version=row.version,
        patient_id=row.patient_id,
        patient="" if row.closed else display_name(row.given_names, row.family_name),
        mrn=row.mrn,
        phone=row.phone or "",
        closed=row.closed,
        service_id=row.service_id,
        service=row.service,
        clinic_id=row.clinic_id,
        clinic=row.clinic,
        doctor_id=row.doctor_id,
        doctor=row.doctor,
        from_date=row.from_date,
        until_date=row.until_date,
        weekdays=tuple(row.weekdays),
        earliest=row.earliest,
        latest=row.latest,
        slots=row.slots,
        note=row.note,
        state=row.state,
        since=row.since,
        offer=offer or None,
    )
