"""The desk presses *Call next* -> the kiosk has painted the call, with the whole scene, beside a raw NOTIFY round."""

import random
import time
from typing import Any

import psycopg

from hms_desktop.core.settings import Server
from tests.bench.measure import Report, figure, percentile
from tests.bench.waiting_room import WaitingRoom, waiting_room

CALLS = 1_000
MOST_MS = {95: 40.0, 99: 100.0}


def run(report: Report, **_: Any) -> None:
    with waiting_room() as room:
        raw = _a_morning(room)
        painted = room.painted_at()
        missing = room.pressed.keys() - painted.keys()
        taken = [(painted[call] - at) * 1000 for call, at in room.pressed.items() if call in painted]
        report(figure("call: raw NOTIFY round", raw, "ms"))
        report(
            figure(
                f"call: press -> painted, {room.surroundings}",
                taken,
                "ms",
                beside=raw,
                target=f"p95 <= {MOST_MS[95]:.0f}, p99 <= {MOST_MS[99]:.0f}; none lost ({len(missing)} were)",
                met=not missing and all(percentile(taken, percent) <= most for percent, most in MOST_MS.items()),
            )
        )


def _a_morning(room: WaitingRoom) -> list[float]:
    """Every call pressed and painted; the raw rounds between them (ms)."""
    room.fill(CALLS)
    raw: list[float] = []
    with _RawRound(room.hospital.superuser) as beside:
        for _ in range(CALLS):
            room.press()
            time.sleep(random.uniform(0.02, 0.05))
            raw.append(beside.milliseconds())
            time.sleep(random.uniform(0.0, 0.03))
        room.kiosk.wait_until_painted(list(room.pressed), 30)
    return raw


class _RawRound:
    """One NOTIFY from one plain connection to another."""

    def __init__(self, server: Server) -> None:
        self._sender = psycopg.connect(**server.parameters(), autocommit=True)
        self._hearer = psycopg.connect(**server.parameters(), autocommit=True)
        self._hearer.execute("LISTEN raw_round")

    def __enter__(self) -> "_RawRound":
        return self

    def __exit__(self, *_: object) -> None:
        self._sender.close()
        self._hearer.close()

    def milliseconds(self) -> float:
        begun = time.monotonic()
        self._sender.execute("SELECT pg_notify('raw_round', '1')")
        for _ in self._hearer.notifies(timeout=5, stop_after=1):
            pass
        return (time.monotonic() - begun) * 1000
