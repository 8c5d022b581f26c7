"""A fleet that has told of itself for a while, kept by the server's own functions."""

import datetime as dt
import json
from typing import Any

from hms_desktop.core import histogram
from tests.factories import displays, queue
from tests.hospital import Hospital

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
WORKS = ("queue.board", "queue.call_next", "patients.find_patients", "medicines.find_medicines", "dispensing.dispense")


def row(client: int, *, program: str = "hms-desktop", slow: bool = False) -> dict[str, Any]:
    """One minute of one client; no two are alike."""
    works: dict[str, dict[str, Any]] = {}
    for place, name in enumerate(WORKS):
        counts = histogram.empty()
        counts[3 + place] += 12 + client % 7
        counts[8 + place] += 1 + client % 3
        counts[19 if slow else 13] += 1
        works[name] = {"n": sum(counts), "failed": client % 5 == 0, "ms": 90 * (place + 1), "counts": counts}
    return {
        "program": program,
        "version": "0.1.0" if client % 9 else "0.0.9",
        "seconds": 60,
        "statements": 70,
        "pool_checkouts": 70,
        "pool_opened": client % 11 == 0,
        "pool_waits": client % 4,
        "line_ms": 1.2 + client % 9,
        "stalls": int(slow),
        "longest_stall_ms": 640 * slow,
        "memory_mb": 180 + client % 60,
        "cpu_percent": 0.4,
        "memory_percent": 40 + client % 55,
        "disk_percent": 30 + client % 65,
        "latency": histogram.added(work["counts"] for work in works.values()),
        "works": {name: work | {"failed": int(work["failed"])} for name, work in works.items()},
        "caches": {
            "organisation.services": {"hits": 40, "misses": client % 2},
            "medicines.medicine_facts": {"hits": 9, "misses": 1 + client % 6},
        },
        "stalled": {"hms_desktop.screens.queue.page:171": {"times": 1, "longest_ms": 640}} if slow else {},
    }


def tell(hospital: Hospital, clients: int, minutes: int) -> None:
    """So many clients each tell for so many minutes, the last of them now."""
    hospital.sql("SELECT hms.open_telemetry_month(clock_timestamp() - %s * interval '1 minute')", minutes)
    for client in range(clients):
        told = row(client, slow=client % 40 == 3)
        place = f"pc-{client:03}@10.0.{client // 250}.{client % 250}"
        hospital.sql("SELECT hms.keep_telemetry(%s::jsonb, %s)", json.dumps(told), place)
        hospital.sql(
            """
            WITH now AS (SELECT * FROM hms.telemetry WHERE workstation = %s ORDER BY at DESC LIMIT 1), earlier AS (
                SELECT (jsonb_populate_record(NULL::hms.telemetry, to_jsonb(now) || jsonb_build_object(
                    'at', now.at - n * interval '1 minute', 'id', nextval(pg_get_serial_sequence('hms.telemetry', 'id'))
                ))).* FROM now, generate_series(1, %s) n
            ), kept AS (
                INSERT INTO hms.telemetry OVERRIDING SYSTEM VALUE SELECT * FROM earlier RETURNING *
            )
            SELECT hms.sum_telemetry(kept) FROM kept
            """,
            place,
            minutes - 1,
        )


def call_one_patient(hospital: Hospital, waited: dt.timedelta) -> None:
    """A patient comes at the hospital's noon, waits for so long and is called."""
    house = queue.house(hospital)
    hospital.set_clock(NOON)
    displays.tickets(hospital, house, 1)
    hospital.set_clock(NOON + waited)
    displays.call_next(hospital, house.rooms["Counter 1"])
