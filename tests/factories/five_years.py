"""Five years of a hospital of 600 people a day, written by SQL: queue, appointments, pharmacy, what people did."""

import datetime as dt
from typing import Any

import psycopg

TODAY = dt.date(2026, 7, 1)
NOW = dt.datetime(2026, 7, 1, 18, 0, tzinfo=dt.UTC)
SERVICES, ROOMS, STORES, MEDICINES, BATCHES_OF_A_MEDICINE, STAFF = 8, 20, 4, 800, 25, 60
PATIENTS_A_DAY = 160
"""New records a day; the other people have one."""


def load_five_years(connection: psycopg.Connection[Any], *, days: int, a_day: int, medicines: int = MEDICINES) -> None:
    """Fill an empty demo hospital with so many days until TODAY, `a_day` tickets in each.

    `connection` is the superuser's, in autocommit. A fifth of the tickets walk on to a second service, one in thirty
    is a no-show, one in fifty was put back and called again; seven in ten leave with medicines, three lines each.
    Triggers are off while it loads; indexes and balances are as they would be.
    """
    connection.execute("SELECT hms.set_clock(%s, 0)", (NOW,))
    with connection.transaction():
        connection.execute("SET LOCAL search_path = hms, public")
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute("SET LOCAL synchronous_commit = off")
        connection.execute("SELECT setseed(0.4)")
        told = {
            "first": TODAY - dt.timedelta(days=days - 1),
            "today": TODAY,
            "days": days,
            "a_day": a_day,
            "services": SERVICES,
            "rooms": ROOMS,
            "stores": STORES,
            "medicines": medicines,
            "each": BATCHES_OF_A_MEDICINE,
            "staff": STAFF,
            "patients": PATIENTS_A_DAY * days,
        }
        for statement in _HOUSE + _QUEUE + _APPOINTMENTS + _PHARMACY + _STAFF:
            connection.execute(statement.encode(), told)
    connection.execute("VACUUM ANALYZE")


_HOUSE = (
    "INSERT INTO departments (name) SELECT 'Department ' || n FROM generate_series(1, 4) n",
    """INSERT INTO services (department_id, name, prefix) SELECT 1 + n %% 4, 'Service ' || n, chr(64 + n)
       FROM generate_series(1, %(services)s) n""",
    "INSERT INTO rooms (name, kind) SELECT 'Counter ' || n, 'counter' FROM generate_series(1, %(rooms)s) n",
    """INSERT INTO patients (mrn, given_names, family_name, sex, birth_date, birth_precision, created_at, created_by)
       SELECT 10000000 + n || 'A', 'Given', 'Family ' || n, CASE n %% 2 WHEN 0 THEN 'female' ELSE 'male' END,
              %(today)s::date - (n * 7 %% 30000)::integer, CASE n %% 5 WHEN 0 THEN 'year' ELSE 'day' END,
              %(first)s::timestamptz + (n - 1) * (%(days)s::double precision / %(patients)s) * interval '1 day',
              'clerk.1'
       FROM generate_series(1, %(patients)s) n""",
    "INSERT INTO stores (name, kind) SELECT 'Store ' || n, 'pharmacy' FROM generate_series(1, %(stores)s) n",
    """INSERT INTO medicines (name, base_unit, controlled) SELECT 'Medicine ' || n, 'tablet',
           CASE WHEN n %% 100 = 1 THEN 'narcotic' ELSE '' END FROM generate_series(1, %(medicines)s) n""",
    """INSERT INTO people (login, display_name, duties, created_at, password_changed_at)
       SELECT 'clerk.' || n, 'Clerk ' || n, '{front_desk}', now(), now() FROM generate_series(1, %(staff)s) n""",
)

# People come from 7 to 17; each waits 25 minutes on average and is with somebody for six.
_QUEUE = (
    """CREATE TEMP TABLE came ON COMMIT DROP AS
       SELECT row_number() OVER () AS n, day::date AS day, 1 + (k %% %(services)s) AS service,
              1 + k / %(services)s AS number, 1 + (random() * (%(patients)s - 1))::bigint AS patient,
              (day::date + time '07:00') AT TIME ZONE 'UTC' + random() * interval '10 hours' AS at,
              -ln(1 - random()) * interval '25 minutes' AS waits, -ln(1 - random()) * interval '6 minutes' AS takes,
              random() AS dice, random() AS again
       FROM generate_series(%(first)s::date, %(today)s::date, interval '1 day') day
       CROSS JOIN generate_series(0, %(a_day)s - 1) k""",
    """INSERT INTO service_days (service_id, business_date, last_number)
       SELECT service, day, max(number) FROM came GROUP BY 1, 2""",
    """INSERT INTO tickets (service_id, business_date, number, label, patient_id, arrived_at)
       SELECT service, day, number, chr(64 + service::integer) || ' ' || number, patient, at FROM came ORDER BY n""",
    """INSERT INTO segments (ticket_id, ordinal, service_id, business_date, patient_id, state, class_rank, rank, place,
                             arrived_at, entered_at, room_id, calls, called_at, closed_at, put_back_at)
       SELECT n, 1, service, day, patient,
              CASE WHEN dice < 0.2 THEN 'transferred' WHEN dice < 0.235 THEN 'no_show' WHEN dice < 0.25 THEN 'cancelled'
                   WHEN dice < 0.26 THEN 'not_served' ELSE 'done' END, 2, 2, at, at, at,
              CASE WHEN dice NOT BETWEEN 0.235 AND 0.26 THEN 1 + n %% %(rooms)s END, 1,
              CASE WHEN dice NOT BETWEEN 0.235 AND 0.26 THEN at + waits END,
              at + waits + takes, CASE WHEN dice > 0.98 THEN at + waits / 2 END
       FROM came ORDER BY n""",
    """INSERT INTO segments (ticket_id, ordinal, service_id, business_date, patient_id, state, class_rank, rank, place,
                             arrived_at, entered_at, room_id, calls, called_at, closed_at)
       SELECT n, 2, 1 + service %% %(services)s, day, patient, 'done', 2, 2, at, at, at + waits + takes,
              1 + n %% %(rooms)s, 1, at + waits + takes + again * interval '40 minutes',
              at + waits + takes + again * interval '50 minutes'
       FROM came WHERE dice < 0.2 ORDER BY n""",
    """INSERT INTO queue_calls (segment_id, ticket_id, service_id, room_id, business_date, kind, ordinary, called_at,
                                person)
       SELECT s.id, s.ticket_id, s.service_id, s.room_id, s.business_date, 'call', true, k.at, 'clerk.1'
       FROM segments s CROSS JOIN LATERAL (VALUES (s.called_at), (s.put_back_at - interval '1 minute')) k (at)
       WHERE k.at IS NOT NULL ORDER BY k.at""",
)
_APPOINTMENTS = (
    """INSERT INTO clinics (name, service_id, department_id)
       SELECT 'Clinic ' || n, 1 + n %% %(services)s, 1 + n %% 4 FROM generate_series(1, 20) n""",
    """INSERT INTO weekly_sessions (clinic_id, weekday, starts, ends, slot_minutes, overbook, valid_from)
       SELECT id, 1, '08:00', '12:00', 20, 2, %(first)s FROM clinics ORDER BY id""",
    """INSERT INTO sessions (weekly_session_id, clinic_id, service_id, on_date, starts_at, ends_at, slot_minutes,
                             capacity, overbook, taken)
       SELECT c.id, c.id, c.service_id, day::date, day + interval '8 hours', day + interval '12 hours', 20, 1, 2, 10
       FROM clinics c
       CROSS JOIN generate_series(%(first)s::timestamptz, %(today)s::timestamptz, interval '1 day') day""",
    """INSERT INTO appointments (patient_id, session_id, starts_at, ends_at, seat, state, cancelled, booked_at,
                                 booked_by)
       SELECT 1 + (s.id * 13 + k) %% %(patients)s, s.id, s.starts_at + k * interval '20 minutes',
              s.starts_at + (k + 1) * interval '20 minutes', CASE WHEN (s.id + k) %% 9 = 0 THEN NULL ELSE 1 END,
              CASE WHEN (s.id + k) %% 9 = 0 THEN 'cancelled' WHEN (s.id + k) %% 11 = 0 THEN 'no_show' ELSE 'done' END,
              CASE WHEN (s.id + k) %% 9 = 0 THEN 'patient' ELSE '' END, s.starts_at - interval '9 days', 'clerk.2'
       FROM sessions s CROSS JOIN generate_series(0, 9) k""",
)
_PHARMACY = (
    """INSERT INTO batches (medicine_id, lot, expiry, received_on, unit_cost)
       SELECT m, 'L' || k, %(first)s::date + (k * (%(days)s + 500) / %(each)s)::integer, %(first)s,
              round((0.01 + random() * 3)::numeric, 4)
       FROM generate_series(1, %(medicines)s) m CROSS JOIN generate_series(1, %(each)s) k""",
    """INSERT INTO prescriptions (patient_id, prescriber, written_on, valid_until, entered_at)
       SELECT patient, 'Dr', day, day + 30, at FROM came WHERE again < 0.7 ORDER BY n""",
    """INSERT INTO dispenses (prescription_id, store_id, business_date, dispensed_at, person, workstation)
       SELECT row_number() OVER (ORDER BY n), 1 + n %% %(stores)s, day, at + interval '2 hours', 'clerk.3', 'bench'
       FROM came WHERE again < 0.7 ORDER BY n""",
    """INSERT INTO movements (batch_id, store_id, kind, units, balance, occurred_on, recorded_at, document)
       SELECT 1 + (d.id * 7919 + k * 104729) %% (%(medicines)s * %(each)s), d.store_id, 'dispense',
              -(10 * (1 + (d.id + k) %% 6)), 100000, d.business_date, d.dispensed_at, 'dispense ' || d.id
       FROM dispenses d CROSS JOIN generate_series(1, 3) k ORDER BY d.id, k""",
    """INSERT INTO dispense_lines (dispense_id, line_id, medicine_id, batch_id, movement_id, units, returned)
       SELECT (m.id + 2) / 3, m.id, 1 + (m.batch_id - 1) / %(each)s, m.batch_id, m.id, -m.units,
              CASE WHEN m.id %% 97 = 0 THEN 10 ELSE 0 END
       FROM movements m""",
    """INSERT INTO reversals (dispense_id, returned, reason, reversed_at, workstation)
       SELECT DISTINCT dispense_id, true, 'wrong dose', now(), 'bench' FROM dispense_lines WHERE returned > 0""",
    """INSERT INTO balances (batch_id, store_id, units)
       SELECT b.id, s.id, CASE WHEN b.expiry < %(today)s::date - 60 THEN 0 ELSE 100 + (b.id * 31 + s.id) %% 900 END
       FROM batches b CROSS JOIN stores s""",
    """INSERT INTO controlled_entries (store_id, medicine_id, number, kind, units, balance, movement_id, entered_at,
                                       person, witness, workstation)
       SELECT m.store_id, l.medicine_id, row_number() OVER (PARTITION BY m.store_id, l.medicine_id ORDER BY m.id),
              'dispense', m.units, 1000, m.id, m.recorded_at, 'clerk.3', 'clerk.4', 'bench'
       FROM movements m JOIN dispense_lines l ON l.movement_id = m.id JOIN medicines d ON d.id = l.medicine_id
       WHERE d.controlled <> ''""",
)
# The trail of five years would be some thirty million rows: its days are kept, and yesterday and today are whole.
_STAFF = (
    """INSERT INTO activity_days (business_date, person, part, entries, first_at, last_at)
       SELECT day::date, 'clerk.' || n, part, 100 + n, day + interval '7 hours', day + interval '17 hours'
       FROM generate_series(%(first)s::timestamptz, %(today)s::timestamptz - interval '2 days', interval '1 day') day
       CROSS JOIN generate_series(1, %(staff)s) n
       CROSS JOIN unnest(ARRAY['queue', 'patients', 'appointments', 'pharmacy', 'stock']) part""",
    "ANALYZE tickets, segments, queue_calls",
    "INSERT INTO counter_days SELECT * FROM counter_cells(%(first)s, %(today)s - 2)",
    "INSERT INTO line_days SELECT * FROM line_cells(%(first)s, %(today)s - 2)",
    "INSERT INTO ticket_days SELECT * FROM ticket_cells(%(first)s, %(today)s - 2)",
    "INSERT INTO kept_days (business_date, kept_at) SELECT DISTINCT business_date, now() FROM activity_days",
    "SELECT open_month(%(today)s::timestamptz), open_month(%(today)s::timestamptz - interval '1 day')",
    """INSERT INTO audit (at, person, workstation, subject, key, verb, after)
       SELECT %(today)s::timestamptz - interval '30 days' + n * interval '6 seconds', 'clerk.' || (1 + n %% %(staff)s),
              'bench', (ARRAY['tickets', 'segments', 'movements', 'patients'])[1 + n %% 4], n, 'insert',
              jsonb_build_object('state', 'waiting', 'number', n, 'note', repeat('x', 200))
       FROM generate_series(14400 * 29, 14400 * 31 - 1) n""",
)
