"""1, 8, 32 and 64 pharmacists dispense from overlapping batches, all guards on, beside pgbench's own TPC-B-like script.

The function is driven by pgbench as a pharmacist: each transaction takes a few tablets of one of 2,000 prescriptions
by its newest version. Everybody takes from the ten batches that expire first, as everybody writes the ten branches of
TPC-B at scale 10: both wait for one another equally, and both speak pgbench's usual (simple) protocol. Each patient
takes one medicine and has no allergy. Wider rounds last longer on both sides, so that what a connection does once (the
plans of its first dispense, some 20 ms) weighs no more than in one hour of a desk's day.

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
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
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
TPCB_SCALE = MEDICINES = 10
BATCHES = 5
PRESCRIPTIONS = 2_000
QUANTITY = 1_000_000
LEAST_OF_TPCB, LEAST_OF_RAW = 0.35, 0.6
_SCRIPT = """
\\set n 1 + :client_id + {width} * random(0, {count} / {width} - 1)
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
    pgbench(hospital.superuser, "-i", "-s", str(TPCB_SCALE), "-q")
    report(figure("dispense.one commit reaches the disk", _flushes(hospital.superuser), "ms"))
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "dispense.sql"
        for width, seconds in WIDTHS.items():
            script.write_text(_SCRIPT.format(count=PRESCRIPTIONS, width=width, store=store), encoding="utf-8")
            rates: dict[str, list[float]] = {"function": [], "tpcb": [], "action": [], "raw": []}
            for _ in range(ROUNDS):
                timing = ("-c", str(width), "-j", "2", "-T", str(seconds))
                rates["tpcb"].append(tps(pgbench(hospital.superuser, *timing)))
                rates["function"].append(tps(pgbench(pharmacist, *timing, "-n", "-f", str(script))))
                for way in ("action", "raw"):
                    rates[way].append(_in_processes(pharmacist, store, width, seconds, way))
            _tell(report, width, rates)
            with _unflushed(hospital):
                timing = ("-c", str(width), "-j", "2", "-T", str(seconds))
                tpcb = tps(pgbench(hospital.superuser, *timing))
                ours = tps(pgbench(pharmacist, *timing, "-n", "-f", str(script)))
            report(figure(f"dispense.{width} without the disk", [ours], "dispenses/s", beside=tpcb))
    _tell_truth(report, hospital)


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


def _tell(report: Report, width: int, rates: dict[str, list[float]]) -> None:
    for ours, other, least, words in (
        ("function", "tpcb", LEAST_OF_TPCB, "beside pgbench TPC-B"),
        ("action", "raw", LEAST_OF_RAW, "actions.dispense beside raw psycopg"),
    ):
        found = figure(f"dispense.{width} {words}", rates[ours], "dispenses/s", beside=rates[other])
        met = found.ratio is not None and found.ratio >= least
        report(replace(found, target=f"ratio >= {least}", met=met))


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


def pgbench(server: Server, *options: str) -> str:
    given = environment() | {
        "PGHOST": server.host,
        "PGPORT": str(server.port),
        "PGDATABASE": server.dbname,
        "PGUSER": server.user,
        "PGPASSWORD": server.password,
    }
    done = subprocess.run(
        [binaries() / "pgbench", *options], env=given, capture_output=True, text=True, check=False, timeout=120
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
