"""Coroutines started by the GUI thread: none is forgotten, and a newer question replaces an older one."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any

_under_way: set[asyncio.Task[Any]] = set()


def go(coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
    """Start `coroutine` on the GUI thread's loop; what it raises goes to `sys.excepthook`, as from an asyncSlot.

    The loop itself keeps only weak references to its tasks, so one is held here until it ends.
    """
    task = asyncio.ensure_future(coroutine)
    _under_way.add(task)
    task.add_done_callback(_ended)
    return task


def _ended(task: asyncio.Task[Any]) -> None:
    _under_way.discard(task)
    if not task.cancelled() and (error := task.exception()) is not None:
        sys.excepthook(type(error), error, error.__traceback__)


class Latest:
    """One question at a time: asking again cancels the older one (on the server too, through `Database.read`)."""

    def __init__(self) -> None:
        self._task: asyncio.Task[Any] | None = None

    def ask(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        self.drop()
        self._task = go(coroutine)
        return self._task

    def drop(self) -> None:
        """Cancel the question under way, if any."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
        self._task = None

    @property
    def busy(self) -> bool:
        return self._task is not None and not self._task.done()
