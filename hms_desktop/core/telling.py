"""Tells the server each minute what this program measured of itself: best effort, never on the window's thread."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from hms_desktop.core import histogram
from hms_desktop.core.crashes import Crash, CrashBook
from hms_desktop.core.errors import HmsError, Unreachable
from hms_desktop.core.telemetry import Minute, Telemetry
from hms_desktop.core.vitals import Vital, Vitals

EVERY_SECONDS = 60.0
FIRST_SECONDS = 20.0
MOST_WORKS = 40
MOST_LINES = 8
_COUNTED = (
    "statements",
    "slow_statements",
    "slow_works",
    "repeats",
    "pool_peak",
    "pool_checkouts",
    "pool_opened",
    "pool_waits",
    "lost",
)
_log = logging.getLogger(__name__)


class Teller:
    """A thread that sends a row a minute with `send`, and the crashes of `book` with `report`.

    What cannot be sent is put back and told with the next minute.
    """

    def __init__(
        self,
        telemetry: Telemetry,
        send: Callable[[dict[str, Any]], object],
        *,
        book: CrashBook | None = None,
        report: Callable[[Crash], object] | None = None,
        every: float = EVERY_SECONDS,
        first: float | None = None,
    ) -> None:
        self._telemetry = telemetry
        self._send = send
        self._book = book
        self._report = report
        self._pauses = (FIRST_SECONDS if first is None else first, every)
        self._vitals = Vitals()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._tell_each_minute, name="telling", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Tell no more; what is under way ends with its connection."""
        self._ending.set()

    def tell(self) -> None:
        """Send what was measured until now. Raises HmsError where the server does not take it; it is then kept."""
        minute = self._telemetry.take()
        try:
            self._send(row_of(minute, self._vitals.look()))
            self._tell_crashes()
        except BaseException:
            self._telemetry.put_back(minute)
            raise

    def _tell_crashes(self) -> None:
        if self._book is None or self._report is None:
            return
        for note, crash in self._book.notes():
            self._report(crash)
            self._book.forget(note)

    def _tell_each_minute(self) -> None:
        pause, every = self._pauses
        while not self._ending.wait(pause):
            pause = every
            try:
                self.tell()
            except Unreachable as error:
                _log.info("what was measured waits for the next minute: %s", error.code)
            except HmsError as error:
                _log.warning("the server does not want what was measured: %s", error.code)
            except Exception:
                _log.exception("what was measured could not be told")


def row_of(minute: Minute, vital: Vital) -> dict[str, Any]:
    """A minute as the server takes it: whole numbers, the works that took most time, sparse buckets."""
    counted = {name: round(minute.numbers.get(name, 0)) for name in _COUNTED}
    beats = minute.numbers.get("beats", 0)
    longest = sorted(minute.works.items(), key=lambda item: item[1].ms, reverse=True)[:MOST_WORKS]
    stalls = sorted(minute.stalls.items(), key=lambda item: item[1].longest_ms, reverse=True)
    return counted | {
        "seconds": round(time.monotonic() - minute.since),
        "statement_ms": round(minute.numbers.get("statement_ms", 0)),
        "pool_wait_ms": round(minute.numbers.get("pool_wait_ms", 0)),
        "line_ms": round(minute.numbers.get("beats_ms", 0) / beats, 1) if beats else None,
        "stalls": sum(stall.times for _, stall in stalls),
        "longest_stall_ms": round(max((stall.longest_ms for _, stall in stalls), default=0)),
        "memory_mb": vital.memory_mb,
        "cpu_percent": vital.cpu_percent,
        "memory_percent": vital.memory_percent,
        "disk_percent": vital.disk_percent,
        "latency": histogram.added(timing.counts for timing in minute.works.values()),
        "works": {
            name: {"n": timing.calls, "failed": timing.failed, "ms": round(timing.ms), "counts": timing.counts}
            for name, timing in longest
        },
        "caches": {tag: {"hits": reads.hits, "misses": reads.misses} for tag, reads in minute.caches.items()},
        "stalled": {
            line: {"times": stall.times, "longest_ms": round(stall.longest_ms)}
            for line, stall in stalls[:MOST_LINES]
            if line
        },
    }
