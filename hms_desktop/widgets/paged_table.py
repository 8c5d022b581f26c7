"""A table of any length that holds only the pages near what is seen; a dragged scrollbar may jump anywhere."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QTimer, Signal

from hms_desktop.core.keyset import Anchors
from hms_desktop.widgets.columns import Cells, Column, ColumnsModel, Index, Row
from hms_desktop.widgets.errands import go

if TYPE_CHECKING:  # the sign-in has tables too, and is on the screen before the driver is imported
    from hms_desktop.core.database import Database

PAGE_ROWS = 50
PAGES_KEPT = 80
MOST_ROWS = 200
PATIENCE_MS = 60
CALM_MS = 120
RowOut = TypeVar("RowOut", covariant=True)

__all__ = ["Column", "PagedTableModel", "Source"]


class Source(Protocol[RowOut]):
    """Where a table's rows come from; both methods are awaited on the GUI thread and answered by a worker."""

    async def shape(self) -> Anchors: ...

    async def page(self, anchor: Any, offset: int, limit: int) -> Sequence[RowOut]:
        """The `limit` (≤ 200) rows that stand `offset` rows behind `anchor`."""
        ...


class Keyset(Generic[Row]):
    """The rows of an area's two queries, both asked with the same `chosen` values.

    `anchors(session, **chosen)` tells how long the list is; `page(session, after=…, offset=…, limit=…, **chosen)`
    reads the rows behind an anchor.
    """

    def __init__(
        self, db: "Database", anchors: Callable[..., Anchors], page: Callable[..., Sequence[Row]], **chosen: Any
    ) -> None:
        self._db, self._anchors, self._page, self._chosen = db, anchors, page, chosen

    async def shape(self) -> Anchors:
        return await self._db.read(self._anchors, snapshot=True, **self._chosen)

    async def page(self, anchor: Any, offset: int, limit: int) -> Sequence[Row]:
        return await self._db.read(self._page, after=anchor, offset=offset, limit=limit, **self._chosen)


class PagedTableModel(ColumnsModel[Row], Generic[Row]):
    """Rows by page, least recently seen pages forgotten first.

    One question is asked at a time. While it is on its way the newest wish replaces older wishes; an answer to a
    question that nobody has any more (another generation) is dropped, and a slow one is cancelled on the server. When
    all is calm the pages next to what is seen are fetched too, so that the wheel meets no placeholders.
    """

    page_shown = Signal(int, int)
    """First and last row of what has arrived."""
    counted = Signal(int)
    """The number of rows, each time it was counted."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        source: Source[Row] | None = None,
        *,
        page_rows: int = PAGE_ROWS,
        pages_kept: int = PAGES_KEPT,
    ) -> None:
        super().__init__(columns)
        self._source = source
        self._page_rows = page_rows
        self._pages_kept = pages_kept
        self._shape = Anchors(0, ())
        self._pages: OrderedDict[int, list[Cells[Row]]] = OrderedDict()
        self._old: set[int] = set()
        self._generation = 0
        self._seen = (0, page_rows - 1)
        self._fetch: asyncio.Task[None] | None = None
        self._fetching = range(0)
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._slow.timeout.connect(self._cut_unwanted)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._fetch_neighbours)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._shape.count

    def cells(self, row: int) -> Cells[Row] | None:
        page = self._pages.get(row // self._page_rows)
        place = row % self._page_rows
        return page[place] if page is not None and place < len(page) else None

    async def ask(self, source: Source[Row]) -> None:
        """Show another question's rows from the top; returns when the first of them are there."""
        self._source = source
        self._generation += 1
        self._cancel()
        generation = self._generation
        shape = await source.shape()
        if generation != self._generation:
            return
        first = await self._rows_of(source, shape, range(1)) if shape.count else []
        if generation != self._generation:
            return
        self.beginResetModel()
        self._shape, self._old = shape, set()
        self._pages.clear()
        if first:
            self._pages[0] = first
        self._seen = (0, self._page_rows - 1)
        self.endResetModel()
        self.counted.emit(shape.count)

    async def refresh(self) -> None:
        """Count again and fetch again what is seen; old rows stay visible until the new ones are there."""
        if self._source is None:
            return
        generation = self._generation
        shape = await self._source.shape()
        if generation != self._generation:
            return
        self._generation += 1
        self._cancel()
        self._old = set(self._pages)
        self._resize_to(shape)
        self.counted.emit(shape.count)
        self._go_on()

    async def every_row(self) -> AsyncIterator[Sequence[Row]]:
        if self._source is None:
            return
        source, shape = self._source, await self._source.shape()
        for first in range(0, shape.count, MOST_ROWS):
            anchor, offset = divmod(first, shape.stride)
            yield await source.page(shape.keys[anchor], offset, min(MOST_ROWS, shape.count - first))

    def look_at(self, first: int, last: int) -> None:
        """Rows `first` to `last` are what is seen now: fetch what is missing of them, forget older wishes."""
        self._seen = (first, last)
        self._calm.start()
        if self._fetch is None:
            self._go_on()
        elif self._unwanted() and not self._slow.isActive():
            self._slow.start()

    def close(self) -> None:
        """Forget every wish; an answer that still comes is dropped."""
        self._generation += 1
        self._cancel()

    def _resize_to(self, shape: Anchors) -> None:
        before, after = self._shape.count, shape.count
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._shape = shape
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._shape = shape
            for page in [page for page in self._pages if page * self._page_rows >= after]:
                del self._pages[page]
            self.endRemoveRows()
        else:
            self._shape = shape

    def _wanted_pages(self) -> range:
        first, last = self._seen
        last = min(last, self._shape.count - 1)
        return range(max(first, 0) // self._page_rows, last // self._page_rows + 1) if last >= 0 else range(0)

    def _go_on(self) -> None:
        """Fetch the first wanted pages that are missing side by side, if any, with one question."""
        missing = [page for page in self._wanted_pages() if page not in self._pages or page in self._old]
        self._fetch_run(missing)

    def _fetch_neighbours(self) -> None:
        """One of the pages next to what is seen, and the other when it is calm again."""
        wanted, last = self._wanted_pages(), (self._shape.count - 1) // self._page_rows
        for page in (wanted.stop, wanted.start - 1):
            if self._fetch is None and 0 <= page <= last and page not in self._pages:
                self._fetch_run([page])
                self._calm.start()

    def _fetch_run(self, missing: Sequence[int]) -> None:
        if missing:
            most = max(MOST_ROWS // self._page_rows, 1)
            last = next((page for page in missing if page + 1 not in missing), missing[-1])
            self._fetching = range(missing[0], min(last + 1, missing[0] + most))
            self._fetch = go(self._bring(self._fetching, self._generation))

    async def _bring(self, pages: range, generation: int) -> None:
        source = self._source
        try:
            if source is not None:
                rows = await self._rows_of(source, self._shape, pages)
                if generation == self._generation:
                    self._keep(pages, rows)
        except asyncio.CancelledError:
            # Cut because nobody looks there any more; the newest wish goes on below.
            if generation != self._generation:
                raise
        except Exception:
            if generation == self._generation:
                self._fetch = None
                self._slow.stop()
                self._calm.stop()
            raise
        if generation == self._generation:
            self._fetch = None
            self._slow.stop()
            self._go_on()

    async def _rows_of(self, source: Source[Row], shape: Anchors, pages: range) -> list[Cells[Row]]:
        anchor, offset = divmod(pages.start * self._page_rows, shape.stride)
        return self.made_ready(await source.page(shape.keys[anchor], offset, len(pages) * self._page_rows))

    def _keep(self, pages: range, rows: list[Cells[Row]]) -> None:
        for place, page in enumerate(pages):
            self._pages[page] = rows[place * self._page_rows : (place + 1) * self._page_rows]
            self._pages.move_to_end(page)
            self._old.discard(page)
        wanted = self._wanted_pages()
        for stale in list(self._pages):
            if len(self._pages) <= self._pages_kept:
                break
            if stale not in wanted:
                del self._pages[stale]
        first = pages.start * self._page_rows
        last = min(pages.stop * self._page_rows, self._shape.count) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.page_shown.emit(first, last)

    def _unwanted(self) -> bool:
        """Whether nobody looks any more at what is being fetched."""
        wanted = self._wanted_pages()
        return self._fetching.stop <= wanted.start or wanted.stop <= self._fetching.start

    def _cut_unwanted(self) -> None:
        if self._fetch is not None and self._unwanted():
            self._fetch.cancel()

    def _cancel(self) -> None:
        self._slow.stop()
        self._calm.stop()
        if self._fetch is not None:
            self._fetch.cancel()
            self._fetch = None
