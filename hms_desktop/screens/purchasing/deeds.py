"""What a page has begun for a person and not finished yet; it ends with the page."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from hms_desktop.widgets.errands import go


class Deeds:
    """Coroutines under way, each of which touches the page when it is answered."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[Any]] = set()

    def begin(self, deed: Coroutine[Any, Any, Any]) -> None:
        """Start `deed`; what it raises goes to the program's one handler."""
        task = go(deed)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    def end(self) -> None:
        """Cancel what is under way: nobody is there any more who could be told."""
        for task in tuple(self._under_way):
            task.cancel()
