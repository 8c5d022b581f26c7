"""All of one appointment: its line, what was done to it, its reminder, and the course that it belongs to."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.appointments import queries
from hms_desktop.clinic.appointments.queries import AppointmentLine


@dataclass(frozen=True)
class Change:
    """One step of an appointment's life; times are the wall clock's."""

    verb: str
    at: dt.datetime
    person: str
    from_at: dt.datetime | None
    to_at: dt.datetime | None
    note: str


@dataclass(frozen=True)
class AppointmentCard:
    """All of one appointment. `reminder` is none, due, sending, sent, failed or cancelled, due at `reminder_at`."""

    line: AppointmentLine
    changes: tuple[Change, ...]
    reminder: str
    reminder_at: dt.datetime | None
    series: tuple[AppointmentLine, ...]


def appointment_card(session: Session, *, appointment: int) -> AppointmentCard | None:
    """One appointment, None where there is none of this id; ask for it in one snapshot."""
    line = queries.one_appointment(session, appointment=appointment)
    if line is None:
        return None
    changes = session.execute(
        sa.text(
            "SELECT verb, at, person, from_at, to_at, note FROM hms.appointment_history "
            "WHERE appointment_id = :id ORDER BY id"
        ),
        {"id": appointment},
    )
    message = session.execute(
        sa.text("SELECT state, due_at FROM hms.appointment_messages WHERE appointment_id = :id"), {"id": appointment}
    ).one_or_none()
    return AppointmentCard(
        line=line,
        changes=tuple(Change(**row._mapping) for row in changes),
        reminder=message.state if message else "none",
        reminder_at=message.due_at if message else None,
        series=queries.series_appointments(session, series=line.series_id) if line.series_id else (),
    )
