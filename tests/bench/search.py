"""1,000 people typed letter by letter into the search box over 1,000,000 patients, and all the other ways of asking.

The search box runs in a process of its own (tests/bench/search_window.py) under a front-desk clerk's login; there the
raw statement runs beside each keystroke, in random order. Of the ways that guess (a slip, another order, Latin letters
for another script, a phone's tail, a birth) it is also told how many of 100 people meant were in the list.
"""

import json
import os
import random
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.core.embedded import scratch
from tests.bench.measure import Figure, Report, figure
from tests.bench.search_ways import ways
from tests.factories.patients import load_patients
from tests.hospital import Hospital, make_template

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
SEQUENCES, LONGEST = 1000, 14
STATEMENT_P95_MS, KEYSTROKE_P95_MS, STALL_P50_MS, STALL_P99_MS = 5, 50, 16, 33
GUESS_P95_MS, CROWD_P99_MS = 80, 150
CROWDS = ("two_letters", "commonest")
"""Ways whose danger is the many who answer; they are held at the 99th percentile."""

# How people ask for somebody, and how often: by the whole name in either order, by one name, by a number.
WAYS = (
    (35, "{family} {given}"),
    (25, "{given} {family}"),
    (10, "{family}"),
    (8, "{given}"),
    (7, "{mrn}"),
    (3, "{short_mrn}"),
    (6, "{phone}"),
    (4, "{local_phone}"),
    (2, "{identifier}"),
)


def run(report: Report, *, rows: int) -> None:
    with scratch() as embedded:
        hospital = Hospital(make_template(embedded.server))
        try:
            connection = hospital.connection()
            load_patients(connection, SHARED, rows)
            asked = {
                "server": asdict(hospital.person("front_desk")),
                "sequences": recorded(connection, rows),
                "ways": {name: [asdict(one) for one in some] for name, some in ways(connection, SHARED, rows).items()},
            }
            environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, "-m", "tests.bench.search_window"]
            ended = subprocess.run(
                command, input=json.dumps(asked), stdout=subprocess.PIPE, text=True, env=environment, check=True
            )
        finally:
            hospital.close()
    _tell(report, json.loads(ended.stdout.splitlines()[-1]))


def recorded(connection: psycopg.Connection[Any], rows: int, *, seed: int = 5) -> list[str]:
    """What is typed, the same each time: real people of the database, asked for in the usual ways."""
    random_ = random.Random(seed)
    ids = [random_.randint(1, rows) for _ in range(SEQUENCES)]
    people = connection.execute(
        "SELECT p.id, given_names, family_name, mrn, number, value FROM hms.patients AS p "
        "JOIN hms.patient_phones AS phone ON phone.patient_id = p.id "
        "LEFT JOIN hms.patient_identifiers AS known ON known.patient_id = p.id WHERE p.id = ANY (%s) ORDER BY p.id",
        (ids,),
    ).fetchall()
    texts, weights = [way for _, way in WAYS], [weight for weight, _ in WAYS]
    typed = []
    for _, given, family, mrn, phone, identifier in people:
        text = random_.choices(texts, weights)[0].format(
            given=given,
            family=family,
            mrn=mrn,
            short_mrn=mrn.lstrip("0"),
            phone=phone,
            local_phone=phone.replace("+84 ", "0"),
            identifier=identifier or mrn,
        )
        typed.append(text[:LONGEST])
    return typed


def _tell(report: Report, measured: dict[str, Any]) -> None:
    statements = measured["statements"]
    report(_with_target("search.statement_ms", statements, None, p95=STATEMENT_P95_MS))
    report(_with_target("search.keystroke_ms", measured["keystrokes"], statements, p95=KEYSTROKE_P95_MS))
    report(_with_target("search.stall_ms", measured["stalls"], None, p50=STALL_P50_MS, p99=STALL_P99_MS))
    for name, way in measured["ways"].items():
        limits = {"p99": CROWD_P99_MS} if name in CROWDS else {"p95": GUESS_P95_MS}
        report(_with_target(f"search.{name}_ms", way["keystrokes"], way["statements"], **limits))
        if way["found"]:
            share = 100 * sum(way["found"]) / len(way["found"])
            report(Figure(f"search.{name}_found", len(way["found"]), share, share, share, "of 100"))


def _with_target(name: str, ours: list[float], beside: list[float] | None, **limits: int) -> Figure:
    """The figure with `limits` (p50, p95, p99) as its target."""
    bare = figure(name, ours, "ms")
    met = all(getattr(bare, percent) <= limit for percent, limit in limits.items())
    target = ", ".join(f"{percent} <= {limit}" for percent, limit in limits.items())
    return figure(name, ours, "ms", beside=beside, target=target, met=met)
