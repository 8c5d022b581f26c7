"""A busy hospital's year of appointments for benchmarks: 200 doctors, each with a clinic that is nearly full."""

import datetime as dt
from pathlib import Path
from typing import Any

import psycopg

from tests.factories.patients import load_patients

DOCTORS = 200
CLINICS_OF_A_SERVICE = 10
A_DAY = 40
"""Slots of twelve minutes that each clinic has on a working day, in two sessions."""
WORKING_DAYS = 261
FULL = 0.96
TODAY = dt.date(2026, 7, 1)
NOW = dt.datetime(2026, 7, 1, 10, 0, tzinfo=dt.UTC)


def load_year(connection: psycopg.Connection[Any], shared: Path, appointments: int) -> None:
    """Fill an empty demo hospital with about so many appointments from January to December 2026.

    `connection` is the superuser's, in autocommit; the clock is set to the middle of the year. Fewer appointments mean
    fewer doctors. Half of the year is done; a patient never has two appointments at one time. Triggers are off while
    it loads, and what they keep is computed for all rows at once.
    """
    doctors = max(CLINICS_OF_A_SERVICE, round(appointments / (A_DAY * WORKING_DAYS * FULL)))
    load_patients(connection, shared, max(2 * DOCTORS, appointments // 10))
    connection.execute("SELECT hms.set_clock(%s, 1)", (NOW,))
    with connection.transaction():
        connection.execute("SET LOCAL search_path = hms, public")
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute("SET LOCAL maintenance_work_mem = '256MB'")
        for statement in _SCHEDULE:
            connection.execute(statement, {"doctors": doctors, "of_a_service": CLINICS_OF_A_SERVICE})
        again = drop_appointment_indexes(connection)
        for statement in _BOOK:
            connection.execute(statement, {"today": TODAY, "full": FULL})
        for statement in again:
            connection.execute(statement.encode())
    connection.execute("VACUUM ANALYZE hms.appointments, hms.sessions, hms.clinics, hms.people, hms.services")


def drop_appointment_indexes(connection: psycopg.Connection[Any]) -> list[str]:
    """Drop what makes each row of appointments slow to write; the statements that make it again."""
    rules = connection.execute(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE conrelid = 'hms.appointments'::regclass AND contype = 'x'"
    ).fetchall()
    for name, _ in rules:
        connection.execute(f"ALTER TABLE hms.appointments DROP CONSTRAINT {name}".encode())
    indexes = connection.execute(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i "
        "LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid "
        "WHERE c.oid IS NULL AND i.indrelid = 'hms.appointments'::regclass"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}".encode())
    return [f"ALTER TABLE hms.appointments ADD CONSTRAINT {name} {rule}" for name, rule in rules] + [
        definition for _, definition in indexes
    ]


_SCHEDULE = (
    "INSERT INTO departments (name) SELECT 'Department ' || n FROM generate_series(1, 20) n",
    """
    INSERT INTO services (department_id, name, prefix)
    SELECT d.id, 'Service ' || d.id, chr(64 + d.id::int) FROM departments d WHERE d.name ~ '^Department '
    """,
    """
    INSERT INTO people (login, display_name, duties, created_at, password_changed_at)
    SELECT 'doctor.' || n, 'Dr ' || n, '{clinician}', hospital_now(), hospital_now()
    FROM generate_series(1, %(doctors)s) n
    """,
    """
    INSERT INTO clinics (name, service_id, department_id, doctor_id)
    SELECT 'Clinic ' || p.n, v.id, v.department_id, p.id
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM people WHERE login ~ '^doctor') p
    JOIN (SELECT id, department_id, row_number() OVER (ORDER BY id) AS n FROM services) v
      ON v.n = (p.n - 1) / %(of_a_service)s %% 20 + 1
    """,
    """
    INSERT INTO weekly_sessions (clinic_id, weekday, starts, ends, slot_minutes, overbook, valid_from)
    SELECT c.id, day, hours.starts, hours.ends, 12, 2, '2026-01-01'
    FROM clinics c, generate_series(1, 5) day,
         (VALUES ('08:00'::time, '12:00'::time), ('13:00', '17:00')) hours (starts, ends)
    """,
    "SELECT make_sessions(ARRAY(SELECT id FROM clinics), '2026-01-01', '2026-12-31')",
    "UPDATE sessions_opened SET until = '2100-01-01'",
)

# At one time the clinics take patients who follow each other in the register, so no two take the same one.
_BOOK = (
    """
    INSERT INTO appointments (patient_id, session_id, starts_at, ends_at, seat, state, reason, booked_at, booked_by)
    SELECT p.id, s.id, at, at + interval '12 minutes', 1,
           CASE WHEN s.on_date >= %(today)s THEN 'booked' WHEN random() < 0.08 THEN 'no_show' ELSE 'done' END,
           (ARRAY['', '', 'control', 'first visit', 'wound check', 'results'])[1 + floor(random() * 6)::int],
           at - interval '20 days', 'doctor.1'
    FROM sessions s
    CROSS JOIN LATERAL generate_series(s.starts_at, s.ends_at - interval '12 minutes', interval '12 minutes') at
    CROSS JOIN (SELECT count(*) AS many FROM patients) all_patients
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM patients) p
      ON p.n = (s.clinic_id + 211 * (extract(epoch FROM at) / 720)::bigint) %% all_patients.many
    WHERE random() < %(full)s
    """,
    """
    UPDATE sessions s SET taken = counted.many
    FROM (SELECT session_id, count(*) AS many FROM appointments GROUP BY session_id) counted
    WHERE counted.session_id = s.id
    """,
)
