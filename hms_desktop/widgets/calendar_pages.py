"""Pages of a calendar by key: the newest wish wins, neighbours come while it is calm, the least seen are forgotten."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from hms_desktop.widgets.errands import go

KEPT = 40
CALM_MS = 150
Key = TypeVar("Key", bound=Hashable)
Sheet = TypeVar("Sheet")


class CalendarPages(QObject, Generic[Key, Sheet]):
    """Asks `ask(key)` for a page and gives it to `show`; `coming` is told of a key whose page is not there yet.

    An answer to an older question is dropped, and the question cancelled on the server. Old pages stay seen until
    the new answer is there.
    """

    def __init__(
        self,
        ask: Callable[[Key], Awaitable[Sheet]],
        *,
        show: Callable[[Key, Sheet], None],
        coming: Callable[[Key], None],
        neighbours: Callable[[Key], Sequence[Key]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask, self._show, self._coming, self._neighbours = ask, show, coming, neighbours
        self._held: OrderedDict[Key, Sheet] = OrderedDict()
        self._old: set[Key] = set()
        self._generation = 0
        self._task: asyncio.Task[None] | None = None
        self.key: Key | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._fetch_neighbour)

    def turn_to(self, key: Key) -> None:
        """Show the page `key`: at once where it is held, else as soon as it was read."""
        self.key = key
        self._drop()
        if key in self._held:
            self._held.move_to_end(key)
            self._show(key, self._held[key])
        else:
            self._coming(key)
        if key in self._held and key not in self._old:
            self._calm.start()
        else:
            self._task = go(self._bring(key, self._generation))

    async def read_again(self, key: Key) -> None:
        """Read the page `key` now and show it; every other page is old from now on."""
        self.key = key
        self._drop()
        self.grow_old()
        if key not in self._held:
            self._coming(key)
        await self._bring(key, self._generation)

    def grow_old(self) -> None:
        """Something changed somewhere: every page is read again before it is trusted."""
        self._old = set(self._held)

    def held(self, key: Key) -> bool:
        """Whether the page is here and true as far as is known."""
        return key in self._held and key not in self._old

    def forget_all(self) -> None:
        """Drop every page and question."""
        self._drop()
        self._held.clear()
        self._old.clear()

    def _drop(self) -> None:
        self._generation += 1
        self._calm.stop()
        if self._task is not None and not self._task.done():
            self._task.cancel()
        self._task = None

    async def _bring(self, key: Key, generation: int) -> None:
        sheet = await self._ask(key)
        if generation != self._generation:
            return
        self._keep(key, sheet)
        if key == self.key:
            self._show(key, sheet)
        self._calm.start()

    def _keep(self, key: Key, sheet: Sheet) -> None:
        self._held[key] = sheet
        self._held.move_to_end(key)
        self._old.discard(key)
        while len(self._held) > KEPT:
            gone, _sheet = self._held.popitem(last=False)
            self._old.discard(gone)

    def _fetch_neighbour(self) -> None:
        """One page beside the one that is seen, and the next one when it is calm again."""
        if self.key is None or (self._task is not None and not self._task.done()):
            return
        missing = next((key for key in self._neighbours(self.key) if not self.held(key)), None)
        if missing is not None:
            self._task = go(self._bring(missing, self._generation))
