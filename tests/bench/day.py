"""`day`: a busy day with all that a client and the worker do besides, beside the same day without.

Ten times in the day sixty arrivals one after the other are lived through, each time in a new hospital for each kind of
round; the kinds take turns, and which is first changes. `plain` acts and reads the lists before it acts; `all on` does
the same with telemetry told once a minute, a cache and a listener each, and a worker that looks five times a second.
Audit is on in both and has no switch: its cost is what `plain` takes longer than where its triggers were dropped.
"""

import datetime as dt
import os
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from hms_desktop.clinic.operations import arrivals, staging
from hms_desktop.clinic.operations.clocks import LeapingClock
from hms_desktop.clinic.operations.day import Day
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from hms_desktop.core.telemetry import Telemetry
from tests.bench.desks import Desk
from tests.bench.measure import Report, figure
from tests.hospital import Hospital, clone, drop, make_template
from tests.running_worker import running_worker, worker_login

BUSY = Path(__file__).resolve().parents[3] / "shared" / "data" / "arrivals" / "day_busy.csv"
PLAIN, ALL_ON, NO_AUDIT = "plain", "all on", "no audit"
KINDS = (PLAIN, ALL_ON, NO_AUDIT)
TIMES, ARRIVALS = 10, 60
MOST_OVERHEAD = 1.10
Coming = Sequence[arrivals.Arrival]


def run(report: Report, *, days: int = 1) -> None:
    coming = read_busy().rows
    starts = [number * (len(coming) - ARRIVALS) // (TIMES - 1) for number in range(TIMES)]
    slices = [coming[start : start + ARRIVALS] for start in starts] * days
    seconds: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with scratch() as embedded:
        template = make_template(embedded.server)
        for number, part in enumerate(slices):
            for place in range(len(KINDS)):
                kind = KINDS[(number + place) % len(KINDS)]
                seconds[kind].append(lived_through(embedded.server, template, part, kind))
    overhead, audit = ratios(seconds, ALL_ON, PLAIN), ratios(seconds, PLAIN, NO_AUDIT)
    for kind in KINDS:
        report(figure(f"day: {kind}", seconds[kind], "s"))
    met = statistics.median(overhead) <= MOST_OVERHEAD
    report(figure("day: all on, of plain", overhead, "times", target=f"<= {MOST_OVERHEAD:.2f}", met=met))
    report(figure("day: plain, of no audit", audit, "times"))
    report(figure("day: the machine's load at the end", [os.getloadavg()[0]], "processes"))


def ratios(seconds: dict[str, list[float]], kind: str, beside: str) -> list[float]:
    """Of each time."""
    return [one / other for one, other in zip(seconds[kind], seconds[beside], strict=True)]


def read_busy() -> arrivals.Arrivals:
    with BUSY.open(encoding="utf-8", newline="") as file:
        return arrivals.read(file)


def lived_through(cluster: Server, template: Server, coming: Coming, kind: str) -> float:
    """Seconds that one time of the day took in a new hospital, from its first arrival until nobody waits."""
    with ExitStack() as stack:
        hospital = stack.enter_context(new_hospital(cluster, template))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hms-day-")))
        keeper = hospital.person("admin", "manager")
        set_clock(keeper, coming[0].arrived_at)
        many = Counter(arrival.service for arrival in coming)
        stage = staging.stage_day(keeper, many, counters=None, screen=folder / "kiosk.toml")
        if kind == NO_AUDIT:
            drop_audit(hospital)
        if kind == ALL_ON:
            stack.enter_context(running_worker(worker_login(hospital), folder / "worker"))
        measured = Telemetry() if kind == ALL_ON else None

        def sign_in(server: Server) -> Database:
            return Desk(server, telemetry=measured, cached=kind == ALL_ON)

        clock = stack.enter_context(closing(LeapingClock(keeper, lambda _moment: None)))
        day = stack.enter_context(Day(stage, clock, seed=1, sign_in=sign_in))
        began = time.perf_counter()
        log = day.run(coming)
        took = time.perf_counter() - began
    if log.failures:
        raise SystemExit(f"The day did not go as it should: {log.failures[0]}")
    return took


@contextmanager
def new_hospital(cluster: Server, template: Server) -> Iterator[Hospital]:
    made = Hospital(clone(cluster, template))
    try:
        yield made
    finally:
        made.close()
        drop(cluster, made.superuser)


def drop_audit(hospital: Hospital) -> None:
    """Take the triggers of the audit from every table of this one database."""
    for table, trigger in hospital.sql(
        """SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'hms'::regnamespace AND t.tgname IN ('audit_insert', 'audit_update', 'audit_delete')"""
    ):
        hospital.sql(f"DROP TRIGGER {trigger} ON hms.{table}")


def set_clock(keeper: Server, moment: dt.datetime) -> None:
    with closing(LeapingClock(keeper, lambda _moment: None)) as clock:
        clock.reach(moment)
