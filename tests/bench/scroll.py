"""200 random jumps and a full drag through a million patients: the window stays alive and small.

The table runs in a process of its own (tests/bench/scroll_window.py) under a front-desk clerk's login, so that its
memory is its own; Qt's QSqlTableModel or QSqlQueryModel over the same rows runs beside it, in another.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from tests.bench.measure import Figure, Report, figure
from tests.factories.patients import load_patients
from tests.hospital import Hospital, make_template

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
JUMP_MS, STALL_P50_MS, STALL_P99_MS, RESIDENT_MB = 50, 16, 33, 250


def run(report: Report, *, rows: int) -> None:
    with scratch() as embedded:
        hospital = Hospital(make_template(embedded.server))
        try:
            connection = hospital.connection()
            load_patients(connection, SHARED, rows)
            clerk = hospital.person("front_desk")
            ours = _window("paged", clerk)
            beside = _beside(connection, hospital.superuser)
        finally:
            hospital.close()
    _tell(report, ours, beside)


def _tell(report: Report, ours: dict[str, Any], beside: dict[str, Any]) -> None:
    report(figure("scroll.idle_stall_ms", ours["idle_stalls"], "ms", beside=beside["idle_stalls"]))
    report(figure("scroll.open_ms", [ours["open"]], "ms", beside=beside["open"]))
    report(_with_target("scroll.jump_ms", "ms", ours["jumps"], beside["jumps"], p95=JUMP_MS))
    for gesture in ("jump", "drag"):
        part = f"{gesture}_stalls"
        found = _with_target(
            f"scroll.{gesture}_stall_ms", "ms", ours[part], beside[part], p50=STALL_P50_MS, p99=STALL_P99_MS
        )
        report(found)
    name = beside["name"]
    report(figure(f"scroll.worst_stall_ms beside {name}", [_worst_stall(ours)], "ms", beside=_worst_stall(beside)))
    resident = [ours["resident"]], [beside["resident"]]
    report(_with_target(f"scroll.resident_mb beside {name}", "MB", *resident, p99=RESIDENT_MB))


def _with_target(name: str, unit: str, ours: list[float], beside: list[float], **limits: int) -> Figure:
    """The figure with `limits` (p50, p95, p99) as its target."""
    bare = figure(name, ours, unit)
    met = all(getattr(bare, percent) <= limit for percent, limit in limits.items())
    target = ", ".join(f"{percent} <= {limit}" for percent, limit in limits.items())
    return figure(name, ours, unit, beside=beside, target=target, met=met)


def _worst_stall(measured: dict[str, Any]) -> float:
    return float(max(measured["open_stall"], *measured["jump_stalls"], *measured["drag_stalls"]))


def _beside(connection: psycopg.Connection[Any], server: Server) -> dict[str, Any]:
    """Qt's own model over PostgreSQL or, where its plugin finds no libpq, over SQLite (the figure's name says so)."""
    try:
        return _window("qpsql", server)
    except subprocess.CalledProcessError:
        lines = connection.execute(
            "SELECT id, mrn, given_names, family_name, sex, birth_date::text FROM hms.patients ORDER BY id"
        ).fetchall()
        return _window("qsqlite", server, json.dumps(lines))


def _window(kind: str, server: Server, lines: str = "") -> dict[str, Any]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.scroll_window", kind]
    asked = json.dumps(asdict(server)) + "\n" + lines
    ended = subprocess.run(command, input=asked, capture_output=True, text=True, env=environment, check=True)
    measured: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return measured
