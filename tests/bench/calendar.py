"""The week of any of 200 doctors, and the next free slot, over two million appointments: the statements, and the paint.

The window runs in a process of its own (tests/bench/calendar_window.py) under a front-desk clerk's login. `rows` is
half the number of appointments, so that the usual million makes a busy year of a large hospital.
"""

import datetime as dt
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.clinic.appointments import queries
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from tests.bench.measure import Report, figure
from tests.factories.busy_year import TODAY, load_year
from tests.hospital import Hospital, make_template

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
WEEKS = 200
PAINTED_P95_MS, STALL_MS = 100, 50
FOUND_P95_MS = 20
# What the calendar needs and nothing around it: the same rows by hand, as the superuser.
_BY_HAND = """
SELECT a.id, a.session_id, a.starts_at, a.ends_at, a.seat, a.state, p.given_names, p.family_name, p.mrn
FROM hms.sessions s
JOIN hms.appointments a ON a.session_id = s.id
JOIN hms.patients p ON p.id = a.patient_id
WHERE s.clinic_id = %s AND s.on_date BETWEEN %s AND %s AND a.seat IS NOT NULL
ORDER BY a.session_id, a.starts_at, a.seat
"""


def run(report: Report, *, rows: int) -> None:
    with scratch() as embedded:
        hospital = Hospital(make_template(embedded.server))
        try:
            connection = hospital.connection()
            load_year(connection, SHARED, 2 * rows)
            clerk = hospital.person("front_desk")
            weeks = chosen(connection)
            _statements(report, hospital.database(clerk), connection, weeks)
            asked = {"server": asdict(clerk), "weeks": [(clinic, monday.isoformat()) for clinic, monday in weeks]}
            _tell(report, _window(asked))
        finally:
            hospital.close()


def chosen(connection: psycopg.Connection[Any], *, seed: int = 7) -> list[tuple[int, dt.date]]:
    """Clinics and Mondays, the same each time."""
    random_ = random.Random(seed)
    clinics = [clinic for (clinic,) in connection.execute("SELECT id FROM hms.clinics ORDER BY id").fetchall()]
    first = dt.date(2026, 1, 5)
    return [(random_.choice(clinics), first + dt.timedelta(weeks=random_.randrange(50))) for _ in range(WEEKS)]


def _statements(
    report: Report, database: Database, connection: psycopg.Connection[Any], weeks: list[tuple[int, dt.date]]
) -> None:
    ours, by_hand = [], []
    for clinic, monday in weeks:
        sunday = monday + dt.timedelta(days=6)
        by_hand.append(_took(lambda c=clinic, m=monday, s=sunday: connection.execute(_BY_HAND, (c, m, s)).fetchall()))
        ours.append(
            _took(
                lambda c=clinic, m=monday: database.read_now(
                    queries.calendar, snapshot=True, from_date=m, days=7, clinic=c
                )
            )
        )
    report(figure("calendar.week_read_ms", ours, "ms", beside=by_hand))
    services = connection.execute("SELECT DISTINCT service_id FROM hms.clinics ORDER BY 1").fetchall()
    found = [
        _took(
            lambda v=service: database.read_now(queries.free_slots, wish=queries.SlotWish(service=v, from_date=TODAY))
        )
        for (service,) in services * 5
    ]
    told = figure("calendar.next_free_slot_ms", found, "ms")
    report(figure(told.name, found, "ms", target=f"p95 <= {FOUND_P95_MS}", met=told.p95 <= FOUND_P95_MS))
    day = queries.ListWish(TODAY, TODAY)
    pages = [
        _took(lambda n=n: database.read_now(queries.list_page, wish=day, after=None, offset=10 * n, limit=100))
        for n in range(50)
    ]
    report(figure("calendar.list_page_ms", pages, "ms"))


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _window(asked: dict[str, Any]) -> dict[str, list[float]]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.calendar_window"]
    ended = subprocess.run(
        command, input=json.dumps(asked), stdout=subprocess.PIPE, text=True, env=environment, check=True
    )
    measured: dict[str, list[float]] = json.loads(ended.stdout.splitlines()[-1])
    return measured


def _tell(report: Report, measured: dict[str, list[float]]) -> None:
    painted = figure("calendar.week_painted_ms", measured["weeks"], "ms")
    met = painted.p95 <= PAINTED_P95_MS
    report(figure(painted.name, measured["weeks"], "ms", target=f"p95 <= {PAINTED_P95_MS}", met=met))
    worst = max(measured["stalls"])
    report(figure("calendar.stall_ms", measured["stalls"], "ms", target=f"worst <= {STALL_MS}", met=worst <= STALL_MS))
