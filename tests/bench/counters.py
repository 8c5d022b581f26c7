"""1, 8, 32 and 64 counters call from one queue of 20,000, beside the same writes by hand in psycopg.

Ours is the whole way that a desk's wish takes: `Database.run_now` -> `actions.call_next` -> the guarded function, as a
front-desk clerk. By hand is one transaction with the bare statements (UPDATE with SKIP LOCKED, the call, the intent,
an audit row, NOTIFY) as the superuser, on copies of the tables with their indexes, checks and references but without
triggers. Every counter is a thread of this process with a connection of its own, and each call goes to a free room, for
a busy one would be refused. The rounds alternate.
"""

import contextlib
import itertools
import json
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import psycopg

from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.queue import actions
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from tests.bench.measure import Report, figure
from tests.factories import queue
from tests.hospital import Hospital

WIDTHS = (1, 8, 32, 64)
ROUNDS = 5
CALLS = 640
WARM = 6  # calls of each counter before the first round: a desk's connection lives all day
WAITING = 20_000
LEAST = 0.6

Caller = Callable[[int], int]
"""Calls the next ticket to that room; gives the segment's id."""


def run(report: Report, *, rows: int) -> None:
    with scratch() as embedded:
        hospital = Hospital(_database(embedded.server))
        try:
            service, rooms = fill(hospital)
            _measure(report, hospital, service, rooms)
        finally:
            hospital.close()


def _database(cluster: Server) -> Server:
    """A hospital's database: without the demo's clock, which costs a read at each look."""
    installing.make_roles(cluster)
    database = installing.create_database(cluster, "hms")
    installing.migrate(database, kind="hospital")
    with connect(database, application="bench", autocommit=True) as opened:
        opened.execute("INSERT INTO hms.facility (name) VALUES ('A hospital')")
    return database


def fill(hospital: Hospital) -> tuple[int, list[int]]:
    """One service with its line, rooms enough for every call, and the tables for the writes by hand."""
    service = queue.house(hospital).services["A"]
    queue.patients(hospital, WAITING)
    count = CALLS * ROUNDS * len(WIDTHS) + WARM * sum(WIDTHS)
    rooms = hospital.sql(
        "INSERT INTO hms.rooms (name) SELECT 'R' || n FROM generate_series(1, %s) n RETURNING id", count
    )
    hospital.sql(
        "INSERT INTO hms.room_services (room_id, service_id) SELECT id, %s FROM hms.rooms WHERE name ~ '^R'", service
    )
    for statement in _LINE:
        hospital.sql(statement.replace("{service}", str(service)))
    return service, [room for (room,) in rooms]


_LINE = (
    "INSERT INTO hms.service_days SELECT {service}, hms.business_date(), count(*) FROM hms.patients",
    """
    INSERT INTO hms.tickets (service_id, business_date, number, label, patient_id, arrived_at)
    SELECT {service}, hms.business_date(), n, hms.ticket_label('A', n::int), id, hms.hospital_now()
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM hms.patients) numbered
    """,
    """
    INSERT INTO hms.segments (ticket_id, service_id, business_date, patient_id, class_rank, rank, place, arrived_at,
                              entered_at)
    SELECT id, service_id, business_date, patient_id, 2, 2, arrived_at + number * interval '1 ms', arrived_at,
           arrived_at
    FROM hms.tickets ORDER BY id
    """,
    "CREATE SCHEMA by_hand",
    "CREATE TABLE by_hand.segments (LIKE hms.segments INCLUDING ALL)",
    "CREATE TABLE by_hand.queue_calls (LIKE hms.queue_calls INCLUDING ALL)",
    "CREATE TABLE by_hand.intents (LIKE hms.intents INCLUDING ALL)",
    "CREATE TABLE by_hand.audit (LIKE hms.audit INCLUDING ALL)",
    "CREATE TABLE by_hand.bare (LIKE hms.segments INCLUDING ALL)",
    "ALTER TABLE by_hand.segments ADD FOREIGN KEY (room_id) REFERENCES hms.rooms",
    "ALTER TABLE by_hand.queue_calls ADD FOREIGN KEY (segment_id) REFERENCES by_hand.segments",
    "ALTER TABLE by_hand.queue_calls ADD FOREIGN KEY (room_id) REFERENCES hms.rooms",
    "INSERT INTO by_hand.segments OVERRIDING SYSTEM VALUE SELECT * FROM hms.segments",
    "INSERT INTO by_hand.bare OVERRIDING SYSTEM VALUE SELECT * FROM hms.segments",
    # Only what is filled: an empty table that was analysed would be planned as if it stayed empty.
    "VACUUM ANALYZE hms.patients, hms.rooms, hms.room_services, hms.tickets, hms.segments",
    "VACUUM ANALYZE by_hand.segments, by_hand.bare",
)


def _measure(report: Report, hospital: Hospital, service: int, rooms: list[int]) -> None:
    clerk = hospital.person("front_desk")
    left = iter(rooms)
    called: list[int] = []
    for width in WIDTHS:
        # What autovacuum does within the minutes that a day gives it, and this bench does not.
        hospital.sql("VACUUM hms.segments, hms.intents, by_hand.segments, by_hand.bare")
        with contextlib.ExitStack() as opened:
            by_hand = [_connection(opened, hospital.superuser) for _ in range(width)]
            ways = {
                "ours": [_ours(opened, clerk) for _ in range(width)],
                "hand": [_by_hand(connection, service) for connection in by_hand],
                "bare": [_bare(connection, service) for connection in by_hand],
            }
            rates: dict[str, list[float]] = {way: [] for way in ways}
            spans: list[float] = []
            for number in range(ROUNDS + 1):
                free = list(itertools.islice(left, CALLS if number else WARM * width))
                for way, callers in ways.items():
                    found, took, seconds = _round(callers, free)
                    if number:
                        rates[way].append(len(found) / seconds)
                    if way == "ours":
                        called += found
                        spans += took if number else []
        _tell(report, width, rates, spans)
    doubled = len(called) - len(set(called))
    report(figure("counters.duplicate_calls", [float(doubled)], "calls", target="0", met=doubled == 0))


def _tell(report: Report, width: int, rates: dict[str, list[float]], spans: list[float]) -> None:
    beside = figure(f"counters.{width} beside by hand", rates["ours"], "calls/s", beside=rates["hand"])
    met = beside.ratio is not None and beside.ratio >= LEAST
    report(replace(beside, target=f"ratio >= {LEAST}", met=met))
    report(figure(f"counters.{width} beside bare UPDATE", rates["ours"], "calls/s", beside=rates["bare"]))
    report(figure(f"counters.{width} one call", spans, "ms"))


def _round(callers: Sequence[Caller], rooms: Sequence[int]) -> tuple[list[int], list[float], float]:
    """Each caller calls to its share of the rooms; the segments, each call's milliseconds, the round's seconds."""
    start = threading.Barrier(len(callers) + 1)
    found: list[int] = []
    took: list[float] = []

    def counter(call: Caller, mine: Sequence[int]) -> None:
        start.wait()
        for room in mine:
            began = time.perf_counter()
            found.append(call(room))
            took.append((time.perf_counter() - began) * 1000)

    threads = [
        threading.Thread(target=counter, args=(call, rooms[number :: len(callers)]))
        for number, call in enumerate(callers)
    ]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return found, took, time.perf_counter() - began


def _ours(opened: contextlib.ExitStack, clerk: Server) -> Caller:
    database = Database(clerk, workstation="bench", pool_size=1)
    opened.callback(database.close)
    return lambda room: database.run_now(actions.call_next, intent=uuid.uuid4(), room=room).segment_id


def _connection(opened: contextlib.ExitStack, server: Server) -> psycopg.Connection[Any]:
    return opened.enter_context(connect(server, application="bench", autocommit=True, patient=True))


_TAKE = """
UPDATE {table} SET state = 'called', room_id = %s, calls = 1, called_at = now(), last_called_at = now(),
                   version = version + 1
WHERE id = (
    SELECT id FROM {table}
    WHERE service_id = %s AND business_date = (SELECT max(business_date) FROM hms.service_days) AND state = 'waiting'
    ORDER BY rank, place, id LIMIT 1 FOR UPDATE SKIP LOCKED
)
RETURNING id, ticket_id, business_date
"""
_HAND_CALL = """
INSERT INTO by_hand.queue_calls (segment_id, ticket_id, service_id, room_id, business_date, kind, ordinary, called_at)
VALUES (%s, %s, %s, %s, %s, 'call', true, now())
"""
_HAND_INTENT = "INSERT INTO by_hand.intents (id, person, action, result, at) VALUES (%s, 'x', 'call_next', %s, now())"
_HAND_AUDIT = """
INSERT INTO by_hand.audit (at, person, workstation, subject, key, verb, before, after)
VALUES (now(), 'x', 'desk', 'segments', %s, 'update', %s, %s)
"""


def _by_hand(connection: psycopg.Connection[Any], service: int) -> Caller:
    before = json.dumps({"state": "waiting", "calls": 0, "version": 1})

    def call(room: int) -> int:
        with connection.transaction():
            took = connection.execute(_TAKE.format(table="by_hand.segments").encode(), (room, service)).fetchone()
            assert took is not None
            segment, ticket, day = took
            connection.execute(_HAND_CALL, (segment, ticket, service, room, day))
            result = json.dumps({"segment_id": segment, "ticket_id": ticket, "room_id": room})
            connection.execute(_HAND_INTENT, (uuid.uuid4(), result))
            after = json.dumps({"state": "called", "calls": 1, "room_id": room, "version": 2})
            connection.execute(_HAND_AUDIT, (segment, before, after))
            connection.execute("SELECT pg_notify('hms_calls', %s)", (f"calls:{room}",))
        return int(segment)

    return call


def _bare(connection: psycopg.Connection[Any], service: int) -> Caller:
    def call(room: int) -> int:
        took = connection.execute(_TAKE.format(table="by_hand.bare").encode(), (room, service)).fetchone()
        assert took is not None
        return int(took[0])

    return call
