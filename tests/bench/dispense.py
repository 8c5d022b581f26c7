"""1, 8, 32 and 64 pharmacists dispense from overlapping batches, all guards on, beside pgbench's own TPC-B-like script.

The function is driven by pgbench as a pharmacist: each transaction takes a few tablets of one of many prescriptions
by its newest version. Both sides wait for one another equally: where everybody takes from one batch, everybody writes
the one branch that TPC-B has at pgbench's own scale; and where they take from ten, they write the ten branches of scale
10. Both speak pgbench's usual (simple) protocol. Each patient takes one medicine and has no allergy. Wider rounds last
longer on both sides, so that what a connection does once (the plans of its first dispense, some 20 ms) weighs no more
than in one hour of a desk's day.

The whole way of a desk (`Database.run_now` -> `actions.dispense`) stands beside the same procedure (`hms.hand_out`: the
function, its commit, its knocks) called from raw psycopg in one round trip, too, each in as many processes that have
dispensed once before. All rounds alternate in one run, on a hospital's database (no demo clock) with its settings: the
cluster lies on a disk, and each commit on either side waits until the disk has it; how long that takes alone is told
first. A round without that wait, which shows the processors alone, is told beside it and has no target.
"""

import contextlib
import json
import multiprocessing
import re
import subprocess
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import psycopg

from hms_desktop.clinic.dispensing import actions
from hms_desktop.clinic.dispensing.rules import Given, Pick
from hms_desktop.clinic.operations import installing
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.programs import binaries, environment
from hms_desktop.core.settings import Server
from tests.bench.measure import Report, figure
from tests.factories import queue, stock
from tests.hospital import Hospital

WIDTHS = {1: 4, 8: 4, 32: 8, 64: 12}
"""So many pharmacists, and the seconds of one round."""
ROUNDS = 3
MEDICINES = 10
OVERLAPS = {1: "one batch", MEDICINES: "ten batches"}
"""From so many batches everybody takes, beside as many branches; scale 1 is what `pgbench -i` makes unless told."""
BATCHES = 5
PRESCRIPTIONS = 2_000
QUANTITY = 1_000_000
LEAST_OF_TPCB, LEAST_OF_RAW = 0.35, 0.6
_SCRIPT = """
\\set n 1 + {step} * (:client_id + {width} * random(0, {count} / {width} - 1))
SELECT hms.dispense(gen_random_uuid(), n, version, jsonb_build_array(jsonb_build_object(
    'line', line, 'batch', batch, 'units', 1 + :n % 3)), '[]', {store})
FROM hms.bench_sheets WHERE n = :n;
SELECT hms.tell_knocks();
"""


def run(report: Report, *, rows: int) -> None:
    """`rows` is not used."""
    with scratch(durable=True) as embedded:
        installing.make_roles(embedded.server)
        database = installing.create_database(embedded.server, "hms")
        installing.migrate(database, kind="hospital")
        with connect(database, application="bench", autocommit=True) as opened:
            opened.execute("INSERT INTO hms.facility (name) VALUES ('A hospital')")
        hospital = Hospital(database)
        try:
            _measure(report, hospital, _fill(hospital))
        finally:
            hospital.close()


def _fill(hospital: Hospital) -> int:
    """Medicines with batches enough for every round, and prescriptions of one line each; the store's id."""
    store = stock.make_store(hospital, "Main pharmacy")
    for _ in range(MEDICINES):
        medicine = stock.make_medicine(hospital)
        for batch in range(BATCHES):
            stock.make_batch(hospital, medicine, store, 900_000_000, days=400 + batch)
    queue.patients(hospital, PRESCRIPTIONS)
    for statement in _FILL:
        hospital.sql(statement.format(quantity=QUANTITY, medicines=MEDICINES, batches=BATCHES))
    return store


_FILL = (
    """
    INSERT INTO hms.prescriptions (patient_id, prescriber, written_on, valid_until, entered_at)
    SELECT id, 'Dr. Example', hms.business_date(), hms.business_date() + 30, hms.hospital_now()
    FROM hms.patients ORDER BY id
    """,
    """
    INSERT INTO hms.prescription_lines (prescription_id, place, medicine_id, dose, frequency, days, quantity)
    SELECT id, 1, 1 + id % {medicines}, 1, 'BD', 30, {quantity} FROM hms.prescriptions ORDER BY id
    """,
    # What a screen has read: the newest version; the line, which has its prescription's number; and of the medicine the
    # batch that expires first, which was received first.
    """
    CREATE VIEW hms.bench_sheets AS
    SELECT id AS n, version, id AS line, 1 + {batches} * (id % {medicines}) AS batch FROM hms.prescriptions
    """,
    "GRANT SELECT ON hms.bench_sheets TO hms_pharmacist",
    # Only what is filled: an empty table that was analysed would be planned as if it stayed empty.
    "VACUUM ANALYZE hms.patients, hms.prescriptions, hms.prescription_lines, hms.medicines, hms.batches, hms.balances",
)


def _measure(report: Report, hospital: Hospital, store: int) -> None:
    pharmacist = hospital.person("pharmacist")
    report(figure("dispense.one commit reaches the disk", _flushes(hospital.superuser), "ms"))
    for overlap in OVERLAPS:
        pgbench(hospital.superuser, "-i", "-s", str(overlap), "-q")
        for width in WIDTHS:
            _beside_tpcb(report, hospital, pharmacist, store, overlap, width)
    for width in WIDTHS:
        _beside_raw(report, pharmacist, store, width)
    _tell_truth(report, hospital)


def _beside_tpcb(report: Report, hospital: Hospital, pharmacist: Server, store: int, overlap: int, width: int) -> None:
    timing = ("-c", str(width), "-j", "2", "-T", str(WIDTHS[width]))
    step = MEDICINES // overlap
    script = _SCRIPT.format(step=step, count=PRESCRIPTIONS // step, width=width, store=store)

    def rates(rounds: int) -> tuple[list[float], list[float]]:
        """Dispenses and TPC-B's transactions a second, by turns."""
        ours, theirs = [], []
        for _ in range(rounds):
            theirs.append(tps(pgbench(hospital.superuser, *timing)))
            ours.append(tps(pgbench(pharmacist, *timing, "-n", "-f", "-", script=script)))
        return ours, theirs

    words = f"dispense.{width} on {OVERLAPS[overlap]}"
    _tell(report, f"{words} beside pgbench TPC-B", *rates(ROUNDS), LEAST_OF_TPCB)
    with _unflushed(hospital):
        ours, theirs = rates(1)
    report(figure(f"{words} without the disk", ours, "dispenses/s", beside=theirs[0]))


def _beside_raw(report: Report, pharmacist: Server, store: int, width: int) -> None:
    rates: dict[str, list[float]] = {"action": [], "raw": []}
    for _ in range(ROUNDS):
        for way, found in rates.items():
            found.append(_in_processes(pharmacist, store, width, WIDTHS[width], way))
    _tell(report, f"dispense.{width} actions.dispense beside raw psycopg", rates["action"], rates["raw"], LEAST_OF_RAW)


def _tell(report: Report, words: str, ours: Sequence[float], other: Sequence[float], least: float) -> None:
    found = figure(words, ours, "dispenses/s", beside=other)
    met = found.ratio is not None and found.ratio >= least
    report(replace(found, target=f"ratio >= {least}", met=met))


def _flushes(server: Server) -> list[float]:
    """Milliseconds of each of 200 commits of one row by nobody else."""
    took = []
    with connect(server, application="bench", autocommit=True) as alone:
        alone.execute("CREATE TABLE hms.bench_commits (n integer)")
        for number in range(200):
            began = time.perf_counter()
            alone.execute("INSERT INTO hms.bench_commits VALUES (%s)", (number,))
            took.append((time.perf_counter() - began) * 1000)
    return took


@contextlib.contextmanager
def _unflushed(hospital: Hospital) -> Iterator[None]:
    """No commit waits for the disk."""
    hospital.sql("ALTER DATABASE hms SET synchronous_commit = off")
    try:
        yield
    finally:
        hospital.sql("ALTER DATABASE hms RESET synchronous_commit")


def _tell_truth(report: Report, hospital: Hospital) -> None:
    """What must never be: below nothing, more than prescribed, a balance that is not its movements."""
    checks = {
        "negative balances": "SELECT count(*) FROM hms.balances WHERE units < 0",
        "over-dispenses": "SELECT count(*) FROM hms.prescription_lines WHERE supplied > quantity * (1 + refills)",
        "balances unlike their movements": """
            SELECT count(*) FROM hms.balances b WHERE units <> (
                SELECT sum(m.units) FROM hms.movements m WHERE m.batch_id = b.batch_id AND m.store_id = b.store_id)""",
        "supplies unlike their dispenses": """
            SELECT count(*) FROM hms.prescription_lines l WHERE supplied <> coalesce((
                SELECT sum(d.units - d.returned) FROM hms.dispense_lines d WHERE d.line_id = l.id), 0)""",
        "deadlocks": "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
    }
    for words, statement in checks.items():
        [(count,)] = hospital.sql(statement)
        report(figure(f"dispense.{words}", [float(count)], "rows", target="0", met=count == 0))


def pgbench(server: Server, *options: str, script: str | None = None) -> str:
    """What it says; `-f -` reads `script`."""
    given = environment() | {
        "PGHOST": server.host,
        "PGPORT": str(server.port),
        "PGDATABASE": server.dbname,
        "PGUSER": server.user,
        "PGPASSWORD": server.password,
    }
    done = subprocess.run(
        [binaries() / "pgbench", *options],
        env=given,
        input=script,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(f"pgbench failed: {done.stderr[-600:]}")
    return done.stdout


def tps(said: str) -> float:
    found = re.search(r"tps = ([0-9.]+)", said)
    assert found is not None, said
    return float(found[1])


def _in_processes(server: Server, store: int, width: int, seconds: int, way: str) -> float:
    """Dispenses a second of `width` processes, each with prescriptions of its own."""
    context = multiprocessing.get_context("fork")
    with contextlib.ExitStack() as opened:
        told = context.Queue()
        start = context.Barrier(width + 1)
        workers = [
            context.Process(target=_work, args=(server, store, mine, seconds, way, start, told))
            for mine in (range(n + 1, PRESCRIPTIONS, width) for n in range(width))
        ]
        for worker in workers:
            worker.start()
            opened.callback(worker.join)
        start.wait()
        return float(sum(told.get() for _ in workers)) / seconds


def _work(server: Server, store: int, mine: Sequence[int], seconds: int, way: str, start: Any, told: Any) -> None:
    """Dispense for so many seconds after a first dispense, which connects, and say how often it was done."""
    with (
        contextlib.closing(Database(server, workstation="bench", pool_size=1)) as database,
        connect(server, application="bench", patient=True, autocommit=True) as raw,
    ):
        sheets = raw.execute("SELECT n, version, line, batch FROM hms.bench_sheets WHERE n = ANY (%s)", (list(mine),))
        lines = {at: [*rest] for at, *rest in sheets.fetchall()}

        def hand_out(at: int) -> None:
            version, line, batch = lines[at]
            if way == "raw":
                lines[at][0] = _by_hand(raw, store, at, version, line, batch)
            else:
                lines[at][0] = _as_a_desk(database, store, at, version, line, batch)

        hand_out(mine[0])
        start.wait()
        ends, done = time.perf_counter() + seconds, 0
        while time.perf_counter() < ends:
            done += 1
            hand_out(mine[done % len(mine)])
        told.put(done)


def _as_a_desk(database: Database, store: int, at: int, version: int, line: int, batch: int) -> int:
    return database.run_now(
        actions.dispense,
        intent=uuid.uuid4(),
        prescription=at,
        version=version,
        store=store,
        given=(Given(line, (Pick(batch, 1),)),),
    ).version


def _by_hand(raw: psycopg.Connection[Any], store: int, at: int, version: int, line: int, batch: int) -> int:
    entry = json.dumps([{"line": line, "batch": batch, "units": 1}])
    row = raw.execute(
        "CALL hms.hand_out(%s, %s, %s, %s, '[]', %s, '', false, NULL)", (uuid.uuid4(), at, version, entry, store)
    ).fetchone()
    assert row is not None
    return int(row[0]["version"])
