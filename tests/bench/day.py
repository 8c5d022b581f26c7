"""`day`: a busy day ten times over, each round without and with what a client measures, keeps and tells.

The same 1,773 arrivals live through in new hospitals, the kinds of round taking turns: nothing; telemetry, told once a
minute; telemetry and cache, with a listener each. All do the same actions and read the same lists before them. Audit is
on in all of them.
"""

import datetime as dt
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from hms_desktop.clinic.operations import arrivals, staging
from hms_desktop.clinic.operations.clocks import LeapingClock
from hms_desktop.clinic.operations.day import Day
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from hms_desktop.core.telemetry import Telemetry
from tests.bench.desks import Desk
from tests.bench.measure import Report, figure
from tests.hospital import clone, drop, make_template

BUSY = Path(__file__).resolve().parents[3] / "shared" / "data" / "arrivals" / "day_busy.csv"
KINDS = ("plain", "telemetry", "telemetry and cache")
MOST_OVERHEAD = 1.10


def run(report: Report, *, days: int = 10) -> None:
    coming = read_busy()
    seconds: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with scratch() as embedded:
        template = make_template(embedded.server)
        for _ in range(days):
            for kind in KINDS:
                hospital = clone(embedded.server, template)
                seconds[kind].append(lived_through(hospital, coming, kind))
                drop(embedded.server, hospital)
    for kind in KINDS:
        ratio = sum(seconds[kind]) / sum(seconds["plain"])
        wanted: dict[str, Any] = {} if kind == "plain" else {"beside": seconds["plain"]}
        report(
            figure(
                f"day: {kind} (all {ratio:.2f} of plain)",
                seconds[kind],
                "s",
                target=f"<= {MOST_OVERHEAD:.2f} of plain",
                met=ratio <= MOST_OVERHEAD,
                **wanted,
            )
        )


def read_busy() -> arrivals.Arrivals:
    with BUSY.open(encoding="utf-8", newline="") as file:
        return arrivals.read(file)


def keeper_of(hospital: Server) -> Server:
    return staging.first_person(hospital, "day.keeper", "Keeper", ["admin", "manager"], staging.new_password())


def lived_through(hospital: Server, coming: arrivals.Arrivals, kind: str) -> float:
    """Seconds that the day took, from the first arrival until it is closed."""
    keeper = keeper_of(hospital)
    with tempfile.TemporaryDirectory(prefix="hms-day-") as folder:
        set_clock(keeper, coming.rows[0].arrived_at)
        many = Counter(arrival.service for arrival in coming.rows)
        stage = staging.stage_day(keeper, many, counters=None, screen=Path(folder) / "kiosk.toml")
        measured = None if kind == "plain" else Telemetry()

        def sign_in(server: Server) -> Database:
            return Desk(server, telemetry=measured, cached=kind == KINDS[-1])

        with (
            closing(LeapingClock(keeper, lambda _moment: None)) as clock,
            Day(stage, clock, seed=1, sign_in=sign_in) as day,
        ):
            began = time.perf_counter()
            log = day.run(coming.rows)
            took = time.perf_counter() - began
    if log.failures:
        raise SystemExit(f"The day did not go as it should: {log.failures[0]}")
    return took


def set_clock(keeper: Server, moment: dt.datetime) -> None:
    with closing(LeapingClock(keeper, lambda _moment: None)) as clock:
        clock.reach(moment)
