"""What the worker does by itself, when it does it, and how it tries again; no session, no clock."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

OUTCOMES = ("under_way", "done", "to_repeat", "failed", "lost")
"""What came of an attempt; `lost` is one whose worker ended in the middle."""

DECISIONS = ("arrived", "again", "let_be")
"""What a person says of a message that is in doubt or failed."""

URGENT, USUAL, IN_BULK = 10, 0, -10
FIRST_WAIT, LONGEST_WAIT = 10.0, 1800.0  # seconds
_FACTOR = 3


@dataclass(frozen=True)
class Task:
    """One thing that the worker can do. The default schedule: every so many minutes, or at a time, or by wish only."""

    attempts: int
    priority: int = USUAL
    every_minutes: int | None = None
    at_time: dt.time | None = None


TASKS: Mapping[str, Task] = {
    "send_messages": Task(5, URGENT, every_minutes=1),
    "seal_audit": Task(5, URGENT, every_minutes=1),
    "watch": Task(3, URGENT, every_minutes=1),
    "release_offers": Task(5, every_minutes=5),
    "make_reports": Task(3, every_minutes=5),
    "keep_figures": Task(3, IN_BULK, every_minutes=60),
    "close_day": Task(8, at_time=dt.time(2)),
    "back_up": Task(3, at_time=dt.time(2, 30)),
    "open_sessions": Task(5, at_time=dt.time(1)),
    "tend_months": Task(8, at_time=dt.time(0, 30)),
    "stock_alerts": Task(5, at_time=dt.time(6)),
    "prune": Task(3, IN_BULK, at_time=dt.time(3, 30)),
    "analyse": Task(3, IN_BULK, at_time=dt.time(4)),
    "compare_records": Task(3, IN_BULK, every_minutes=60),
}
"""Everything that the worker knows, by name; guards.sql holds the same list and a test compares them."""


def wait_before(attempt: int, *, first: float = FIRST_WAIT) -> float:
    """Seconds before a job is tried again whose attempt number `attempt` (from 1) failed: `first`, thrice that, …"""
    return float(min(first * _FACTOR ** (attempt - 1), LONGEST_WAIT))
