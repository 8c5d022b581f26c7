"""A large hospital after five years: a million patients, two million appointments, millions of movements."""

from typing import Any

import psycopg

from tests.factories.busy_year import drop_appointment_indexes
from tests.factories.five_years import NOW, TODAY, load_five_years
from tests.factories.patients import drop_patient_indexes

DAYS, A_DAY = 1826, 600
PATIENTS, AUDITED, DONE = 1_000_000, 2_000_000, 1_000_000
MORE_OF_A_SESSION = 45


def load_full_scale(connection: psycopg.Connection[Any]) -> None:
    """Fill an empty demo hospital with five years, and beside them with what many more people leave behind.

    `connection` is the superuser's, in autocommit. Triggers are off while it loads; search names, name keys and digits
    are computed by their own functions for all rows at once. Every table has its statistics afterwards.
    """
    load_five_years(connection, days=DAYS, a_day=A_DAY)
    with connection.transaction():
        connection.execute("SET LOCAL search_path = hms, public")
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute("SET LOCAL synchronous_commit = off")
        connection.execute("SET LOCAL maintenance_work_mem = '256MB'")
        told = {
            "now": NOW,
            "today": TODAY,
            "patients": PATIENTS,
            "audited": AUDITED,
            "done": DONE,
            "more": MORE_OF_A_SESSION,
        }
        again = drop_patient_indexes(connection) + drop_appointment_indexes(connection)
        for statement in _PATIENTS + _APPOINTMENTS + _PHARMACY + _TRAIL:
            connection.execute(statement.encode(), told)
        for definition in again:
            connection.execute(definition.encode())
    connection.execute("VACUUM ANALYZE")


_PATIENTS = (
    "UPDATE patients SET search_name = normal_name(family_name || ' ' || given_names)",
    """INSERT INTO patients (mrn, given_names, family_name, sex, birth_date, birth_precision, created_at, created_by,
                             search_name)
       SELECT 10000000 + n || 'A', given, family, CASE n %% 2 WHEN 0 THEN 'female' ELSE 'male' END,
              %(today)s::date - n * 7 %% 30000, 'day', %(now)s::timestamptz - (%(patients)s - n) * interval '3 minutes',
              'clerk.1', normal_name(family || ' ' || given)
       FROM generate_series((SELECT count(*) + 1 FROM patients)::integer, %(patients)s) n CROSS JOIN LATERAL (SELECT
           (ARRAY['Amina', 'Binh', 'Carmen', 'Dmitri', 'Esra', 'Farid', 'Grace', 'Hana', 'Ivan', 'Jun'])[1 + n %% 10]
           || ' ' || chr(65 + n / 10 %% 26) AS given,
           (ARRAY['Ok', 'Ngu', 'Ha', 'Mor', 'Sil', 'Tan', 'Wal', 'Kim'])[1 + n / 7 %% 8]
           || (ARRAY['afor', 'yen', 'ssan', 'ales', 'va', 'aka', 'ker', 'berg', 'ov', 'i'])[1 + n / 59 %% 10]
           || (ARRAY['', 'a', 'en', 'o', 'son'])[1 + n / 593 %% 5] AS family) AS called""",
    """INSERT INTO patient_phones (patient_id, number, digits)
       SELECT id, '+84 9' || 10000000 + id, '849' || 10000000 + id FROM patients ORDER BY id""",
    """INSERT INTO patient_identifiers (patient_id, kind, value, value_key)
       SELECT id, 'national_id', 'ID' || 100000000 + id, identifier_key('ID' || 100000000 + id)
       FROM patients WHERE id %% 3 = 0 ORDER BY id""",
    """INSERT INTO patient_name_keys (name_key, patient_id)
       SELECT DISTINCT name_key, id FROM patients CROSS JOIN LATERAL unnest(name_keys(search_name)) AS name_key
       ORDER BY 1, 2""",
    "SELECT keep_name_parts(ARRAY(SELECT DISTINCT search_name FROM patients))",
    """INSERT INTO patient_allergies (patient_id, substance, severity, reaction)
       SELECT id, 'Penicillin', 'severe', '' FROM patients WHERE id %% 5 = 0 ORDER BY id""",
    """INSERT INTO patient_contacts (patient_id, name, relation, number)
       SELECT id, 'Somebody ' || id, 'parent', '+84 8' || id FROM patients WHERE id %% 2 = 0 ORDER BY id""",
)
_APPOINTMENTS = (
    """INSERT INTO appointments (patient_id, session_id, starts_at, ends_at, seat, state, booked_at, booked_by)
       SELECT 300001 + (s.id * %(more)s + k) %% (%(patients)s - 300000), s.id,
              s.starts_at + k %% 12 * interval '20 minutes', s.starts_at + (k %% 12 + 1) * interval '20 minutes',
              2 + k / 12,
              CASE WHEN s.on_date >= %(today)s THEN 'booked' WHEN (s.id + k) %% 11 = 0 THEN 'no_show' ELSE 'done' END,
              s.starts_at - interval '9 days', 'clerk.2'
       FROM sessions s CROSS JOIN generate_series(0, %(more)s - 1) k""",
)
_PHARMACY = (
    """INSERT INTO prescription_lines (prescription_id, place, medicine_id, dose, frequency, days, quantity, supplied)
       SELECT d.prescription_id, 1 + (l.id - 1) %% 3, l.medicine_id, 1, 'BD', 30, 60, l.units
       FROM dispense_lines l JOIN dispenses d ON d.id = l.dispense_id ORDER BY l.line_id""",
    "UPDATE prescriptions SET state = 'completed' WHERE valid_until < %(today)s",
)
# Sealed but for its last month, as the worker leaves it, with a seal that is made up.
_TRAIL = (
    """SELECT open_month(%(now)s::timestamptz - step * interval '1 month') FROM generate_series(0, 12) step""",
    """INSERT INTO audit_blocks (id, sealed_at, entries, digest, previous)
       SELECT 1, %(now)s::timestamptz - interval '31 days', %(audited)s, sha256('made up'), sha256('')""",
    """INSERT INTO audit (at, person, workstation, subject, key, verb, after, block)
       SELECT %(now)s::timestamptz - interval '31 days' - n * interval '10 seconds', 'clerk.' || (1 + n %% 60), 'bench',
              (ARRAY['tickets', 'segments', 'movements', 'patients'])[1 + n %% 4], n, 'insert',
              jsonb_build_object('state', 'waiting', 'number', n), 1
       FROM generate_series(1, %(audited)s) n ORDER BY 1""",
    """INSERT INTO intents (id, person, action, result, at)
       SELECT gen_random_uuid(), 'clerk.' || (1 + n %% 60), 'call_next', '{}', %(now)s::timestamptz - n * interval '6 s'
       FROM generate_series(1, %(done)s) n""",
)
