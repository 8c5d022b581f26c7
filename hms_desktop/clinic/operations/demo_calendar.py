"""The demo's calendar: a few clinics with doctors and sessions, and appointments for today and the coming weeks."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.appointments import actions, planning
from hms_desktop.core.database import Database

WEEKS = 3
SLOT_MINUTES = 15


@dataclass(frozen=True)
class Practice:
    """One clinic of the demo: its service, its room, whose it is, its hours and how many come to one slot."""

    service: str
    room: str
    doctor: str
    hours: tuple[tuple[str, str], ...] = (("08:00", "12:00"), ("13:00", "17:00"))
    capacity: int = 1
    overbook: int = 2


DOCTORS: Mapping[str, str] = {"doctor.1": "Dr Amina Example", "doctor.2": "Dr Luis Muster"}
"""Who holds sessions, by login; a newcomer signs in as nobody of them."""

PRACTICES: Mapping[str, Practice] = {
    "General medicine A": Practice("General clinic", "Room 1", "clinician"),
    "General medicine B": Practice("General clinic", "Room 2", "doctor.1"),
    "Diabetes clinic": Practice("General clinic", "Room 3", "doctor.2", hours=(("09:00", "12:30"),), overbook=0),
    "Vaccination": Practice("Vaccination", "Room 3", "", hours=(("13:00", "16:00"),), capacity=2),
}
"""The clinics by name; the demo's own clinician holds the first."""

_WORKING_DAYS = (1, 2, 3, 4, 5, 6)

# How many of the first places are taken: fewer, the further ahead, and a third of those of past days. Who sits where
# follows from the slot's number, so that nobody is at two places at once.
_FILL = sa.text("""
    INSERT INTO hms.appointments (patient_id, session_id, starts_at, ends_at, seat, reason, booked_at)
    SELECT p.id, s.id, slot.starts_at, slot.starts_at + s.slot_minutes * interval '1 minute', seat,
           (ARRAY['', 'Control', 'First visit', 'Results', 'Blood pressure'])[1 + slot.number % 5],
           least(hms.hospital_now(), slot.starts_at) - (1 + slot.number % 20) * interval '1 hour'
    FROM hms.sessions s
    CROSS JOIN LATERAL (
        SELECT at AS starts_at, (extract(epoch FROM at) / 60 / s.slot_minutes)::integer AS number
        FROM generate_series(s.starts_at, s.ends_at - s.slot_minutes * interval '1 minute',
                             s.slot_minutes * interval '1 minute') at
    ) slot
    CROSS JOIN generate_series(1, s.capacity) seat
    CROSS JOIN (SELECT count(*) AS many FROM hms.patients WHERE created_at < :known) everybody
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM hms.patients WHERE created_at < :known) p
      ON p.n = (slot.number * 17 + s.clinic_id * 3 + seat) % everybody.many
    WHERE s.open AND s.on_date > :after AND s.on_date <= :until
      AND (slot.number * 7 + s.clinic_id * 3 + seat * 5) % 20 < CASE WHEN s.on_date < :today THEN 7
          ELSE 17 - least(14, (s.on_date - :today) * 2 / 3) END
    ORDER BY slot.starts_at, s.id, seat""")
_FILLED = sa.text("""
    SELECT coalesce(max(s.on_date), hms.business_date() - 1) AS filled, hms.business_date() AS today,
           hms.hospital_now() AS now
    FROM hms.sessions s WHERE s.taken > 0""")

# What came of the past: one in eleven gave the place up in time, one in eleven is not there, the others came and went.
_GAVE_UP = sa.text("""
    UPDATE hms.appointments SET state = 'cancelled', cancelled = 'patient', seat = NULL
    WHERE state = 'booked' AND starts_at < :now AND id % 11 = 3""")
_CAME = sa.text(
    "UPDATE hms.appointments SET state = 'arrived' WHERE state = 'booked' AND starts_at < :now AND id % 11 > 0"
)
_LEFT = sa.text("UPDATE hms.appointments SET state = 'done' WHERE state = 'arrived' AND starts_at < :now")
_TOLD = sa.text("""
    INSERT INTO hms.appointment_changes (appointment_id, verb, note, changed_at)
    SELECT a.id, step.verb, step.note, a.starts_at + step.after
    FROM hms.appointments a
    JOIN (VALUES ('cancelled', 'cancel', '', interval '-4 hours'), ('done', 'check_in', '', interval '-10 minutes'),
                 ('done', 'queue', 'done', interval '20 minutes')) step (state, verb, note, after) USING (state)
    WHERE a.starts_at < :now ORDER BY a.starts_at + step.after, a.id""")
_MISSED = sa.text("SELECT hms.close_past_appointments(gen_random_uuid())")


def make_clinics(
    database: Database, services: Mapping[str, int], rooms: Mapping[str, int], doctors: Mapping[str, int]
) -> None:
    """The clinics with their weekly sessions; `doctors` are ids by login."""
    departments = database.read_now(_departments)
    for name, practice in PRACTICES.items():
        draft = planning.ClinicDraft(
            name,
            services[practice.service],
            departments[services[practice.service]],
            rooms[practice.room],
            doctors.get(practice.doctor),
        )
        clinic = database.run_now(planning.save_clinic, intent=uuid4(), draft=draft).id
        database.run_now(_add_hours, clinic=clinic, practice=practice)
    database.run_now(planning.grant_overbooking, intent=uuid4(), duty="manager")


def look_back(database: Database, days: int) -> None:
    """Appointments of so many past days, and what came of each; for a calendar that has none yet.

    They have no ticket: the queue's past is kept in figures alone.
    """
    database.run_now(_look_back, days=days)


def fill(database: Database, *, waiting: Sequence[int] = ()) -> int:
    """Appointments up to WEEKS ahead, for the days that have none yet; how many were added.

    The patients of `waiting` are put on the waiting list of the first clinic's service.
    """
    added = database.run_now(_fill)
    for patient in waiting:
        database.run_now(_wait, patient=patient)
    return added


def _departments(session: Session) -> dict[int, int]:
    """The department of each service."""
    found = session.execute(sa.text("SELECT id, department_id FROM hms.services"))
    return {row.id: row.department_id for row in found}


def _add_hours(session: Session, *, clinic: int, practice: Practice) -> None:
    """All weekly sessions of a clinic at once, and the dated ones after the last."""
    for starts, ends in practice.hours:
        session.execute(
            sa.text(
                "INSERT INTO hms.weekly_sessions (clinic_id, weekday, starts, ends, slot_minutes, capacity, overbook, "
                "valid_from) SELECT :clinic, day, :starts, :ends, :slot, :capacity, :overbook, '2020-01-01' "
                "FROM unnest(cast(:days AS smallint[])) day"
            ),
            {
                "clinic": clinic,
                "starts": dt.time.fromisoformat(starts),
                "ends": dt.time.fromisoformat(ends),
                "slot": SLOT_MINUTES,
                "capacity": practice.capacity,
                "overbook": practice.overbook,
                "days": list(_WORKING_DAYS),
            },
        )
    session.execute(sa.text("SELECT hms.reschedule(ARRAY[cast(:clinic AS bigint)])"), {"clinic": clinic})


def _fill(session: Session) -> int:
    last = session.execute(_FILLED).one()
    until = last.today + dt.timedelta(weeks=WEEKS)
    wanted = {"after": last.filled, "until": until, "today": last.today, "known": last.now}
    return int(session.connection().execute(_FILL, wanted).rowcount)


def _look_back(session: Session, *, days: int) -> None:
    last = session.execute(_FILLED).one()
    before, yesterday = last.today - dt.timedelta(days=days + 1), last.today - dt.timedelta(days=1)
    known = last.now - dt.timedelta(days=days + 1)
    session.execute(_FILL, {"after": before, "until": yesterday, "today": last.today, "known": known})
    for step in (_GAVE_UP, _CAME, _LEFT, _TOLD):
        session.execute(step, {"now": last.now})
    session.execute(_MISSED)


def _wait(session: Session, *, patient: int) -> None:
    service = session.execute(sa.text("SELECT service_id FROM hms.clinics ORDER BY id LIMIT 1")).scalar_one()
    actions.add_to_waiting_list(session, intent=uuid4(), wish=actions.WaitingWish(patient, service))
