"""N workstations at once, direct and through a real PgBouncer: how many this machine holds, and what 10,000 would need.

Each client is the real program without its windows (tests/bench/fleet_clients.py): a login of its own, a pool, a cache
and a listener that beats each second. As a day, each does one turn a minute; the sixty workstations of a hospital with
600 patients a day do a quarter of one in their busiest hour. Without pauses, each begins the next turn at once. The
clients share this machine with the server, and few processes: a thread each, so what they wait for one another is in
the times. The number of clients is doubled and then halved towards the largest whose transactions stay below 100 ms at
the 95th percentile; the same turns by pgbench, from one login and without reading answers, stand beside.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psutil

from tests.bench.dispense import pgbench, tps
from tests.bench.fleet_hospital import KNOWN_OF_A_ROUND, FleetHospital, many_connections
from tests.bench.fleet_scripts import scripts
from tests.bench.knocks import changes_a_second
from tests.bench.measure import Figure, Report, figure, percentile
from tests.pooler import PROGRAM, pooler

PROCESSES = 4
PAUSE, DAY_SECONDS, STRESS_SECONDS = 60.0, 15.0, 5.0
FIRST_OF_A_DAY, FIRST_WITHOUT_PAUSE, MOST = 100, 4, 800
MOST_MS, MOST_ERRORS = 100.0, 0.001
NEAR = 0.05
"""The search ends where the next number would be larger by so small a part."""
BUDGET = {"day": 75.0, "stress": 25.0, "day through PgBouncer": 45.0, "stress through PgBouncer": 15.0}
"""Seconds in which each search begins its last round."""
POOLED_SESSIONS = 300
CLIENTS, CORES, MEMORY_GB, BUSY = 10_000, 64, 256, 0.6
"""The described server: so many cores, busy to this part, and so much memory."""


@dataclass(frozen=True)
class Round:
    """What so many clients did in `seconds`: milliseconds by transaction, failures, and the server's cost."""

    clients: int
    seconds: float
    took: dict[str, list[float]]
    failed: Counter[str]
    turns: int
    cpu_seconds: float
    memory_mb: float
    knocks: float

    @property
    def all(self) -> list[float]:
        return [one for name, took in self.took.items() if name != "sign_in" for one in took] or [0.0]

    @property
    def errors(self) -> float:
        return sum(self.failed.values()) / len(self.all)

    @property
    def good(self) -> bool:
        return percentile(self.all, 95) < MOST_MS and self.errors < MOST_ERRORS


Lived = Callable[[int], Round]


def run(report: Report, *, clients: int = 0) -> None:
    """With `clients` one round of so many each way; otherwise the largest number is looked for."""
    report(_plain("fleet.load average at the beginning", os.getloadavg()[0], "processes"))
    with many_connections() as embedded:
        house = FleetHospital(embedded)
        try:
            day = _searched(report, house, "day", clients, FIRST_OF_A_DAY)
            _tell_needs(report, day)
            stress = _searched(report, house, "stress", clients, FIRST_WITHOUT_PAUSE)
            _tell_pgbench(report, house, stress)
            if PROGRAM is None:
                print("PgBouncer is not installed; the fleet is not sent through one.", file=sys.stderr)
            else:
                _through_pgbouncer(report, house, clients, max(1, day.clients // 2))
        finally:
            house.close()
    report(_plain("fleet.load average at the end", os.getloadavg()[0], "processes"))


def _through_pgbouncer(report: Report, house: FleetHospital, clients: int, first: int) -> None:
    superuser = house.hospital.superuser
    with pooler(superuser, sessions=1, clients=4 * MOST, together=POOLED_SESSIONS) as running:
        _searched(report, house, "day through PgBouncer", clients, first, running.address)
        _searched(report, house, "stress through PgBouncer", clients, FIRST_WITHOUT_PAUSE, running.address)


def _searched(report: Report, house: FleetHospital, name: str, clients: int, first: int, address: str = "") -> Round:
    """The best round of this kind, told with each of its transactions."""
    pause = 0.0 if name.startswith("stress") else PAUSE

    def lived(count: int) -> Round:
        made = lived_through(house, count, pause=pause, address=address)
        report(_plain(f"fleet.{name}, {count} clients: p95", percentile(made.all, 95), "ms", len(made.all)))
        return made

    best, bounded = (lived(clients), False) if clients else largest(lived, first, BUDGET[name])
    _tell(report, name, best, bounded=bounded)
    return best


def largest(lived: Lived, first: int, budget: float) -> tuple[Round, bool]:
    """The good round with the most clients, and whether a larger one was seen to fail; a bad one where none was good.

    Doubles up to MOST and then bisects; where already the first round fails, fewer are tried. No round begins when
    `budget` seconds are over, nor one for whose connections there is no memory.
    """
    ends = time.monotonic() + budget
    best: Round | None = None
    worst: Round | None = None
    count = first
    while True:
        made = lived(count)
        best, worst = (made, worst) if made.good else (best, made)
        count = _next(best, worst)
        near = best is not None and count - best.clients < best.clients * NEAR
        if not count or near or time.monotonic() > ends or not _has_room(made, count):
            return best or made, worst is not None


def _next(best: Round | None, worst: Round | None) -> int:
    good = best.clients if best else 0
    return (good + worst.clients) // 2 if worst else min(2 * good, MOST)


def _has_room(made: Round, clients: int) -> bool:
    """Whether so many would leave a third of the free memory free."""
    return 1.5 * made.memory_mb * clients < psutil.virtual_memory().available / 1024**2


def lived_through(house: FleetHospital, clients: int, *, pause: float, address: str = "") -> Round:
    """One round: everybody signs in and does a turn, and then works for some seconds."""
    seats = house.seats(clients, address)
    before = house.memory_mb()
    seconds = DAY_SECONDS if pause else STRESS_SECONDS
    shares = [share for share in (seats[n::PROCESSES] for n in range(PROCESSES)) if share]
    command = [sys.executable, "-m", "tests.bench.fleet_clients"]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in shares]
    for process, share in zip(processes, shares, strict=True):
        _say(process, json.dumps({"seats": [asdict(seat) for seat in share], "seconds": seconds, "pause": pause}))
    for process in processes:
        if _heard(process) != "ready":
            raise SystemExit("A process of clients has ended; see above.")
    memory = house.memory_mb() - before
    used, began = house.cpu_seconds(), time.monotonic()
    for process in processes:
        _say(process, "go")
    told = [client for process in processes for client in json.loads(_heard(process))]
    used, took = house.cpu_seconds() - used, time.monotonic() - began
    knocks = changes_a_second(house.hospital) if pause and not address else 0.0
    for process in processes:
        process.communicate("end\n")
    return Round(
        clients=clients,
        seconds=took,
        took={name: [one for client in told for one in client["took"].get(name, ())] for name in _names(told)},
        failed=sum((Counter(client["failed"]) for client in told), Counter()),
        turns=sum(client["turns"] for client in told),
        cpu_seconds=used,
        memory_mb=memory / clients,
        knocks=knocks,
    )


def _names(told: list[dict[str, dict[str, list[float]]]]) -> list[str]:
    return list(dict.fromkeys(name for client in told for name in client["took"]))


def _say(process: "subprocess.Popen[str]", line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def _heard(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _plain(name: str, value: float, unit: str, count: int = 1) -> Figure:
    return Figure(name, count, value, value, value, unit)


def _tell(report: Report, name: str, best: Round, *, bounded: bool) -> None:
    held = _plain(f"fleet.{name}: clients held" + ("" if bounded else ", at least"), float(best.clients), "clients")
    report(replace(held, target=f"p95 < {MOST_MS:.0f} ms", met=best.good))
    report(_plain(f"fleet.{name}: transactions a second", len(best.all) / best.seconds, "1/s", len(best.all)))
    for action, took in best.took.items():
        report(figure(f"fleet.{name}: {action}", took, "ms"))
    errors = _plain(f"fleet.{name}: errors", 100 * best.errors, "%", len(best.all))
    report(replace(errors, target=f"< {MOST_ERRORS:.1%}", met=best.errors < MOST_ERRORS))
    for code, count in best.failed.items():
        report(_plain(f"fleet.{name}: {code}", float(count), "times"))


def _tell_needs(report: Report, day: Round) -> None:
    """What one client costs the server, and from it what 10,000 would need."""
    cpu = day.cpu_seconds / day.clients / day.seconds * 60
    cores = cpu * CLIENTS / 60 / BUSY
    memory = day.memory_mb * CLIENTS / 1024
    rate = day.turns / day.clients / day.seconds
    report(_plain("fleet.server's CPU-seconds per client and minute", cpu, "s", day.clients))
    report(_plain("fleet.server's memory per client (session and listener)", day.memory_mb, "MB", day.clients))
    report(_plain(f"fleet.changes a second that {day.clients} listeners let through", day.knocks, "1/s"))
    needed = _plain(f"fleet.{CLIENTS:,} clients: cores, busy to {BUSY:.0%}", cores, "cores")
    report(replace(needed, target=f"<= {CORES}", met=cores <= CORES))
    needed = _plain(f"fleet.{CLIENTS:,} clients: memory, each with session and listener", memory, "GB")
    report(replace(needed, target=f"<= {MEMORY_GB}", met=memory <= MEMORY_GB))
    report(_plain(f"fleet.{CLIENTS:,} clients: turns a second (beyond 300 listeners: a relay)", rate * CLIENTS, "1/s"))


def _tell_pgbench(report: Report, house: FleetHospital, stress: Round) -> None:
    """The same turns, as many at once, by pgbench's scripts under one login with both duties."""
    person = house.hospital.person("front_desk", "pharmacist")
    known = house.known(5 * KNOWN_OF_A_ROUND)
    with tempfile.TemporaryDirectory() as folder:
        options: list[str] = []
        for name, (weight, text) in scripts(house.hospital, house.store, house.first_room, known).items():
            path = Path(folder) / f"{name}.sql"
            path.write_text(text, "utf-8")
            options += ["-f", f"{path}@{weight}"]
        timing = ("-n", "-c", str(stress.clients), "-j", "2", "-T", f"{STRESS_SECONDS:.0f}")
        beside = tps(pgbench(person, *timing, *options))
    ours = stress.turns / stress.seconds
    report(figure(f"fleet.stress, {stress.clients} clients: turns beside pgbench", [ours], "1/s", beside=beside))
