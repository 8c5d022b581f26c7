"""Ten million movements (`--rows`): a balance, a page of a batch card and a recall's list of patients.

The books are filled with the triggers off, 100 movements for each batch in a store, with the balances that follow from
them; one recalled batch in each hundred was dispensed to 200 patients.
"""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.clinic.stock import queries, queries_recalls
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from tests.bench.measure import Figure, Report, figure, percentile
from tests.factories.patients import load_patients
from tests.hospital import Hospital, make_template

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
P95_MS, ASKED = 100, 300
MOVEMENTS_OF_A_BATCH, PATIENTS = 100, 20_000
GOT_A_RECALLED_BATCH = 200


def run(report: Report, *, rows: int) -> None:
    with scratch() as embedded:
        hospital = Hospital(make_template(embedded.server))
        try:
            connection = hospital.connection()
            batches = fill(connection, rows)
            database = hospital.database(hospital.person("pharmacist", "manager"))
            tell(report, database, batches, rows)
            tell_writing(report, connection, batches, rows)
        finally:
            hospital.close()


def tell(report: Report, database: Database, batches: int, rows: int) -> None:
    """Each figure over random batches, from the question to rows for the screen."""
    dice = random.Random(4)
    some = [dice.randint(1, batches) for _ in range(ASKED)]
    recalled = [1 + 100 * (batch // 100) for batch in some]

    def card(batch: int) -> object:
        anchors = database.read_now(queries.card_anchors, store=1, batch=batch)
        database.read_now(queries.card_page, store=1, batch=batch, after=None, offset=0, limit=50)
        return anchors.count

    def list_of(batch: int) -> object:
        found = database.read_now(queries_recalls.supplied, batch=batch)
        assert len(found) >= GOT_A_RECALLED_BATCH // 2, len(found)
        return found

    questions: dict[str, tuple[Callable[[int], object], list[int]]] = {
        "balance": (lambda batch: database.read_now(queries.batch_on_shelf, store=1, batch=batch), some),
        "batch_card": (card, some),
        "recall_list": (list_of, recalled),
    }
    for name, (ask, asked) in questions.items():
        ask(asked[0])
        report(_figure(f"ledger.{name}", [_took(ask, batch) for batch in asked], rows))


def tell_writing(report: Report, connection: psycopg.Connection[Any], batches: int, rows: int) -> None:
    """One movement with every guard on, for what stands beside it; no limit of its own."""
    dice = random.Random(5)

    def move(batch: int) -> object:
        return connection.execute("SELECT hms.move_stock(%s, 1, 'count', 1, '', '')", (batch,))

    report(figure("ledger.movement", [_took(move, dice.randint(1, batches)) for _ in range(ASKED)], "ms"))


def fill(connection: psycopg.Connection[Any], rows: int) -> int:
    """So many movements in one store, their balances, the dispenses of the recalled batches; how many batches."""
    batches = max(rows // MOVEMENTS_OF_A_BATCH, 100)
    load_patients(connection, SHARED, PATIENTS)
    connection.execute("SET session_replication_role = replica")
    for statement in _STATEMENTS:
        connection.execute(
            statement.encode(),
            {"batches": batches, "each": MOVEMENTS_OF_A_BATCH, "patients": PATIENTS, "got": GOT_A_RECALLED_BATCH},
        )
    connection.execute("SET session_replication_role = origin")
    connection.execute("VACUUM ANALYZE")
    return batches


_STATEMENTS = (
    "INSERT INTO hms.stores (name, kind) VALUES ('Main', 'pharmacy')",
    """INSERT INTO hms.medicines (name, base_unit) SELECT 'Medicine ' || n, 'tablet'
       FROM generate_series(1, greatest(%(batches)s / 20, 1)) n""",
    """INSERT INTO hms.batches (medicine_id, lot, expiry, received_on, unit_cost, state)
       SELECT 1 + n %% greatest(%(batches)s / 20, 1), 'L' || n, current_date + 400 + (n %% 900)::integer,
              current_date, 1, CASE WHEN n %% 100 = 1 THEN 'recalled' ELSE 'usable' END
       FROM generate_series(1, %(batches)s) n""",
    """INSERT INTO hms.movements (batch_id, store_id, kind, units, balance, occurred_on, recorded_at)
       SELECT b, 1, CASE k WHEN 1 THEN 'receipt' ELSE 'dispense' END, CASE k WHEN 1 THEN 5000 ELSE -10 END,
              5000 - 10 * (k - 1), current_date - (%(each)s - k)::integer, now() - (%(each)s - k) * interval '1 day'
       FROM generate_series(1, %(each)s) k CROSS JOIN generate_series(1, %(batches)s) b""",
    """INSERT INTO hms.balances (batch_id, store_id, units)
       SELECT b, 1, 5000 - 10 * (%(each)s - 1) FROM generate_series(1, %(batches)s) b""",
    """INSERT INTO hms.prescriptions (patient_id, prescriber, written_on, valid_until, entered_at)
       SELECT n, 'Dr', current_date, current_date + 30, now() FROM generate_series(1, %(patients)s) n""",
    """INSERT INTO hms.prescription_lines (prescription_id, place, medicine_id, quantity)
       SELECT n, 1, 1, 100 FROM generate_series(1, %(patients)s) n""",
    """INSERT INTO hms.dispenses (prescription_id, store_id, business_date, dispensed_at, workstation)
       SELECT n, 1, current_date, now(), 'bench' FROM generate_series(1, %(patients)s) n""",
    """INSERT INTO hms.dispense_lines (dispense_id, line_id, medicine_id, batch_id, movement_id, units)
       SELECT 1 + (b * 7 + k * 97) %% %(patients)s, 1 + (b * 7 + k * 97) %% %(patients)s, 1, b,
              row_number() OVER (), 10
       FROM generate_series(1, %(batches)s, 100) b CROSS JOIN generate_series(1, %(got)s) k""",
)


def _took(ask: Callable[[int], object], batch: int) -> float:
    start = time.perf_counter()
    ask(batch)
    return (time.perf_counter() - start) * 1000


def _figure(name: str, took: list[float], rows: int) -> Figure:
    met = percentile(took, 95) <= P95_MS
    return figure(name, took, "ms", target=f"p95 <= {P95_MS} ms at {rows:,} movements", met=met)
