"""hms-admin simulate: lives through a day of arrivals with real counters and a real screen, and checks what held."""

import argparse
import datetime as dt
import json
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.admin.screen import Kiosk, Watch
from hms_desktop.clinic.operations import arrivals, installing, invariants, replay, staging
from hms_desktop.clinic.operations.clocks import Clock, LeapingClock, RunningClock
from hms_desktop.clinic.operations.day import Day
from hms_desktop.clinic.operations.desks import Log
from hms_desktop.clinic.trail import sealing
from hms_desktop.core import embedded
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from hms_desktop.core.settings import Server

BLUR = dt.timedelta(seconds=0.5)  # of the wall clock: how long one action may take while the clock runs


@dataclass(frozen=True)
class Report:
    """What a day came to; `violations` is empty when everything held."""

    tickets: int
    calls: int
    acknowledged: int
    waits: dict[str, invariants.Waits]
    violations: tuple[str, ...]


def add_to(commands: Commands) -> None:
    parser = commands.add_parser(
        "simulate",
        help=__doc__,
        description="Lives through a day of arrivals: people are registered and get tickets, counters call, serve, "
        "transfer and give up, and the real hms-kiosk shows the calls. It makes its own database, which is gone "
        "afterwards, or uses one that was created as a demo. The exit code is 1 where something did not hold.",
        epilog=arrivals.FORMAT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--arrivals", required=True, type=Path, metavar="FILE", help="the day; the format is below")
    parser.add_argument(
        "--speed",
        type=_speed,
        metavar="N",
        help="run the clock N times as fast as the wall; default: as fast as it goes",
    )
    parser.add_argument("--counters", type=_counters, metavar="N", help="at least one a service; default: enough")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of how the visits go; default: 1")
    parser.add_argument("--json", action="store_true", help="end with one object: tickets, calls, acknowledged, …")
    connection.add_options(parser, whose="somebody who is administrator and manager (only with --settings)")
    parser.set_defaults(run=run)


def _speed(text: str) -> float:
    speed = float(text)
    if not 0.01 <= speed <= 100_000:
        raise argparse.ArgumentTypeError("a speed is between 0.01 and 100000")
    return speed


def _counters(text: str) -> int:
    counters = int(text)
    if not 1 <= counters <= staging.MOST_COUNTERS:
        raise argparse.ArgumentTypeError(f"between 1 and {staging.MOST_COUNTERS} counters")
    return counters


def run(options: argparse.Namespace) -> int:
    with options.arrivals.open(encoding="utf-8", errors="replace", newline="") as file:
        coming = arrivals.read(file)
    for row in coming.bad:
        print(row.sentence, file=sys.stderr)
    if not coming.rows:
        raise Refused(
            "simulate.nobody", f"No row of {options.arrivals} can be used, so there is no day to live through."
        )
    services = len({arrival.service for arrival in coming.rows})
    if services > staging.MOST_SERVICES:
        raise Refused(
            "simulate.services", f"{options.arrivals} names {services} services; {staging.MOST_SERVICES} at most."
        )
    with ExitStack() as stack:
        keeper = stack.enter_context(_hospital(options))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hms-simulate-")))
        report, log = live_through(
            coming, keeper, folder, speed=options.speed, counters=options.counters, seed=options.seed
        )
    if options.json:
        print(json.dumps(asdict(report), ensure_ascii=False))
    else:
        _print(report, log, len(coming.bad))
    return 1 if report.violations else 0


@contextmanager
def _hospital(options: argparse.Namespace) -> Iterator[Server]:
    """A database of its own, or the demo of the settings; signed in as administrator and manager."""
    if options.settings:
        keeper = connection.server_of(options)
        staging.refuse_unless_demo(keeper)
        yield keeper
        return
    with embedded.scratch() as postgres:
        installing.make_roles(postgres.server)
        made = installing.create_database(postgres.server, "hms_day")
        installing.migrate(made, kind="demo")
        staging.found_facility(made, "Simulated Hospital", "UTC")
        yield staging.first_person(
            made, "day.keeper", "Keeper of the day", ["admin", "manager"], staging.new_password()
        )


def live_through(
    coming: arrivals.Arrivals, keeper: Server, folder: Path, *, speed: float | None, counters: int | None, seed: int
) -> tuple[Report, Log]:
    """Set the stage, start the screen, live through the day, and check it; the clock then is the wall's again."""
    many = Counter(arrival.service for arrival in coming.rows)
    with ExitStack() as stack:
        screen = folder / "kiosk.toml"
        _set_clock(keeper, coming.rows[0].arrived_at)
        stack.callback(_set_clock, keeper, None)
        stage = staging.stage_day(keeper, many, counters=counters, screen=screen)
        kiosk = stack.enter_context(Kiosk(screen))
        watch = stack.enter_context(closing(Watch(keeper, stage.display_id, kiosk)))
        watch.wait_until_alive()
        clock: Clock
        if speed is None:
            clock = LeapingClock(keeper, lambda moment: watch.hold(day.log, moment))
        else:
            clock = RunningClock(keeper, speed, threading.Event())
        stack.enter_context(closing(clock))
        day = stack.enter_context(Day(stage, clock, seed=seed))
        log = day.run(coming.rows)
        watch.wait_for_all(log)
        blur = dt.timedelta(0) if speed is None else BLUR * speed
        return checked(keeper, coming.day, stage.display_id, log, blur), log


def checked(keeper: Server, day: dt.date, display: int, log: Log, blur: dt.timedelta) -> Report:
    """Count what happened on that business date and look for what must not have."""
    with closing(Database(keeper, application="hms-admin", pool_size=1)) as database:
        database.run_now(sealing.seal)
        violations = (
            *log.failures,
            *database.read_now(invariants.told_and_kept, day=day, log=log),
            *database.read_now(invariants.breaches, day=day),
            *database.read_now(replay.broken_order, day=day, blur=blur, snapshot=True),
            *database.read_now(invariants.unshown, day=day, display=display),
            *(f"Block {broken.block} of the audit trail is broken" for broken in database.read_now(sealing.broken)),
        )
        return Report(
            tickets=len(log.tickets),
            calls=len(log.calls),
            acknowledged=database.read_now(invariants.acknowledged, day=day, display=display),
            waits=database.read_now(invariants.waits, day=day),
            violations=violations,
        )


def _set_clock(keeper: Server, moment: dt.datetime | None) -> None:
    """Let the hospital's clock stand at `moment`, or go with the wall clock again."""
    with closing(LeapingClock(keeper, lambda _moment: None)) as clock:
        if moment is None:
            clock.go_live()
        else:
            clock.reach(moment)


def _print(report: Report, log: Log, bad_rows: int) -> None:
    print(f"{'Service':32}{'Waited':>8}{'Median min':>12}{'p95 min':>10}")
    for name, wait in report.waits.items():
        print(f"{name[:31]:32}{wait.served:>8}{wait.median_minutes:>12.1f}{wait.p95_minutes:>10.1f}")
    print(f"{report.tickets} tickets, {report.calls} calls, {report.acknowledged} acknowledged by the screen,")
    print(
        f"{len(log.withdrawn)} calls taken back, {log.refusals['queue.already_open']} second tickets refused, "
        f"{log.not_served} not served at the end of the day, {bad_rows} bad rows left out."
    )
    for violation in report.violations:
        print(f"DID NOT HOLD: {violation}.")
    if not report.violations:
        print("Every invariant held:")
        for held in (*invariants.CHECKS, *invariants.FURTHER):
            print(f"  {held}")
