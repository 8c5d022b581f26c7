"""Waiting for what must come: as long as the slowest machine may take, and no longer than it takes."""

import asyncio
import time
from collections.abc import Callable

PATIENCE = 60.0  # seconds; what is waited for comes in one on a quiet machine
LONGEST_PAUSE = 0.016


async def until(true: Callable[[], object], what: str = "it came true", *, seconds: float = PATIENCE) -> None:
    """Let the event loop run until `true()`; AssertionError where that takes longer than `seconds`."""
    deadline, pause = time.monotonic() + seconds, 0.001
    while not true():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


def wait_until(true: Callable[[], object], what: str = "it came true", *, seconds: float = PATIENCE) -> None:
    """Sleep until `true()`; AssertionError where that takes longer than `seconds`."""
    deadline, pause = time.monotonic() + seconds, 0.001
    while not true():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)
