"""50 clerks, each with a connection of their own, race for 10 slots: ten win, and each of the others gets one sentence.

Ours is the whole way of a desk's wish: `Database.run_now` -> `actions.book` -> the guarded function, as a front-desk
clerk. By hand is one transaction with the bare statements (a counter that stops at the capacity, the appointment, the
intent, an audit row, NOTIFY) as the superuser, without triggers, constraints of time or rights. The rounds alternate.
"""

import contextlib
import datetime as dt
import json
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from typing import Any

import psycopg

from hms_desktop.clinic.appointments import actions
from hms_desktop.clinic.operations import installing
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.errors import Refused
from hms_desktop.core.settings import Server
from tests.bench.measure import Report, figure
from tests.factories import appointments, queue
from tests.hospital import Hospital

CLERKS, SLOTS, ROUNDS = 50, 10, 20
SLOT = dt.timedelta(minutes=15)

Wish = Callable[[int, dt.date, int], bool]
"""Books patient, date and slot number; whether the place was got."""


def run(report: Report, **_: Any) -> None:
    with scratch() as embedded:
        hospital = Hospital(_database(embedded.server))
        try:
            _race(report, hospital)
        finally:
            hospital.close()


def _database(cluster: Server) -> Server:
    """A hospital's database, with its clock and not a demo's."""
    installing.make_roles(cluster)
    database = installing.create_database(cluster, "hms")
    installing.migrate(database, kind="hospital")
    with connect(database, application="bench", autocommit=True) as opened:
        opened.execute("INSERT INTO hms.facility (name) VALUES ('A hospital')")
    return database


def _race(report: Report, hospital: Hospital) -> None:
    practice = appointments.practice(hospital, ("Clinic 1",))
    clinic = practice.clinics["Clinic 1"]
    appointments.weekly(hospital, clinic, starts="09:00", ends="11:30", slot_minutes=15)
    patients = queue.patients(hospital, CLERKS)
    [(today,)] = hospital.sql("SELECT hms.business_date()")
    for statement in _BY_HAND_TABLES:
        hospital.sql(statement)
    wins: list[float] = []
    refused: set[str] = set()
    times: dict[str, list[float]] = {"ours": [], "hand": []}
    with contextlib.ExitStack() as opened:
        clerk = hospital.person("front_desk")
        ours = [_ours(opened, clerk, hospital, clinic, refused) for _ in range(CLERKS)]
        hand = [_by_hand(opened.enter_context(_connection(hospital.superuser))) for _ in range(CLERKS)]
        for number in range(ROUNDS + 1):
            day = today + dt.timedelta(days=number + 1)
            for way, clerks in (("ours", ours), ("hand", hand)):
                got, took = _round(clerks, patients, day)
                if number:  # the first one warms the connections
                    times[way] += took
                    wins += [got] if way == "ours" else []
    report(figure("book.winners_of_a_race", wins, "clerks", target=f"always {SLOTS}", met=set(wins) == {float(SLOTS)}))
    met = refused == {"appointments.slot_full"}
    report(figure("book.kinds_of_refusal", [float(len(refused))], "sentences", target="1", met=met))
    report(figure("book.one_wish_in_the_race beside by hand", times["ours"], "ms", beside=times["hand"]))


def _round(clerks: Sequence[Wish], patients: Sequence[int], day: dt.date) -> tuple[float, list[float]]:
    """Every clerk wants one of the slots at the same moment; how many got it, and each wish's milliseconds."""
    start = threading.Barrier(len(clerks))
    won: list[bool] = []
    took: list[float] = []

    def one(number: int, wish: Wish) -> None:
        start.wait()
        began = time.perf_counter()
        got = wish(patients[number], day, number % SLOTS)
        took.append((time.perf_counter() - began) * 1000)
        won.append(got)

    threads = [threading.Thread(target=one, args=numbered) for numbered in enumerate(clerks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return float(sum(won)), took


def _ours(opened: contextlib.ExitStack, clerk: Server, hospital: Hospital, clinic: int, refused: set[str]) -> Wish:
    database = Database(clerk, workstation="bench", pool_size=1)
    opened.callback(database.close)
    sessions = dict(hospital.sql("SELECT on_date, id FROM hms.sessions WHERE clinic_id = %s", clinic))

    def book(patient: int, day: dt.date, slot: int) -> bool:
        starts = dt.datetime.combine(day, dt.time(9), dt.UTC) + slot * SLOT
        try:
            database.run_now(
                actions.book, intent=uuid.uuid4(), patient=patient, session_id=sessions[day], starts_at=starts
            )
        except Refused as error:
            refused.add(error.code)
            return False
        return True

    return book


def _connection(server: Server) -> psycopg.Connection[Any]:
    return connect(server, application="bench", autocommit=True, patient=True)


_BY_HAND_TABLES = (
    "CREATE SCHEMA by_hand",
    "CREATE TABLE by_hand.slots "
    "(on_date date, slot integer, taken integer CHECK (taken <= 1), PRIMARY KEY (on_date, slot))",
    f"INSERT INTO by_hand.slots SELECT hms.business_date() + day, slot, 0 "
    f"FROM generate_series(1, {ROUNDS + 1}) day, generate_series(0, {SLOTS - 1}) slot",
    "CREATE TABLE by_hand.appointments (LIKE hms.appointments INCLUDING ALL)",
    "CREATE TABLE by_hand.intents (LIKE hms.intents INCLUDING ALL)",
    "CREATE TABLE by_hand.audit (LIKE hms.audit INCLUDING ALL)",
)
_TAKE = "UPDATE by_hand.slots SET taken = taken + 1 WHERE on_date = %s AND slot = %s AND taken < 1"
_HAND_BOOKING = """
INSERT INTO by_hand.appointments (patient_id, session_id, starts_at, ends_at, seat, booked_at)
VALUES (%s, %s, %s, %s, 1, now()) RETURNING id
"""
_HAND_INTENT = "INSERT INTO by_hand.intents (id, person, action, result, at) VALUES (%s, 'x', 'book', %s, now())"
_HAND_AUDIT = """
INSERT INTO by_hand.audit (at, person, workstation, subject, key, verb, after)
VALUES (now(), 'x', 'desk', 'appointments', %s, 'insert', %s)
"""


def _by_hand(connection: psycopg.Connection[Any]) -> Wish:
    def book(patient: int, day: dt.date, slot: int) -> bool:
        starts = dt.datetime.combine(day, dt.time(9), dt.UTC) + slot * SLOT
        with connection.transaction():
            if not connection.execute(_TAKE, (day, slot)).rowcount:
                return False
            made = connection.execute(_HAND_BOOKING, (patient, day.toordinal(), starts, starts + SLOT)).fetchone()
            assert made is not None
            written = json.dumps({"appointment_id": made[0], "patient_id": patient, "starts_at": starts.isoformat()})
            connection.execute(_HAND_INTENT, (uuid.uuid4(), written))
            connection.execute(_HAND_AUDIT, (made[0], written))
            connection.execute("SELECT pg_notify('hms_changes', %s)", (f"appointments:{day.toordinal()}",))
        return True

    return book
