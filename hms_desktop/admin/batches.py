"""What the commands that bring in long lists share: progress on a terminal, the report, and batches that halve."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Generic, TextIO, TypeVar

from hms_desktop.core.errors import Refused

BATCH_ROWS = 1_000
Row = TypeVar("Row")


class Progress:
    """One line on a terminal that says how far it is; nothing where nobody looks."""

    def __init__(self, doing: str, total: int = 0, out: TextIO = sys.stderr) -> None:
        self._doing, self._total, self._out = doing, total, out
        self._begun = self._said = time.monotonic()
        self.rows = 0

    def on(self, rows: int) -> None:
        self.rows += rows
        if self._out.isatty() and time.monotonic() - self._said > 0.2:
            self._said = time.monotonic()
            print(f"\r{self._line()}\033[K", end="", file=self._out, flush=True)

    def done(self) -> None:
        print(f"\r{self._line()}\033[K" if self._out.isatty() else self._line(), file=self._out)

    def _line(self) -> str:
        seconds = max(time.monotonic() - self._begun, 0.001)
        share = f" of {self._total:,} ({self.rows * 100 // self._total} %)" if self._total else ""
        return f"{self._doing} {self.rows:,}{share} rows, {self.rows / seconds:,.0f} a second"


@dataclass
class Outcome:
    """What became of the rows, for the report and the last lines."""

    told: Callable[[Sequence[str | int]], None]
    counts: Counter[str] = field(default_factory=Counter)

    def tell(self, line: int, what: str, number: str = "", sentence: str = "") -> None:
        self.counts[what] += 1
        self.told((line, what, number, sentence))


Batch = list[tuple[int, Row]]
"""Rows with the lines on which they begin."""


def batches(rows: Iterable[tuple[int, Row]], after: int) -> Iterator[Batch[Row]]:
    """The rows on the lines after `after`, by the thousand; rows of one line are never parted."""
    batch: Batch[Row] = []
    for row in rows:
        if row[0] <= after:
            continue
        if len(batch) >= BATCH_ROWS and row[0] != batch[-1][0]:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


class Bringing(Generic[Row]):
    """Writes batch after batch; one that is refused is halved until the row that is refused stands alone.

    `write(after, upto, batch)` writes one batch, all of it or nothing, and tells what became of its rows.
    """

    def __init__(self, write: Callable[[int, int, Batch[Row]], None], lines_done: int, outcome: Outcome) -> None:
        self._write, self._after, self._outcome = write, lines_done, outcome

    def bring_all(self, rows: Iterable[tuple[int, Row]], progress: Progress) -> None:
        """Write every row; the next batch is read while the last one is written."""
        with ThreadPoolExecutor(1, thread_name_prefix="import") as writing:
            under_way: Future[int] | None = None
            for batch in batches(rows, self._after):
                if under_way is not None:
                    progress.on(under_way.result())
                under_way = writing.submit(self.bring, batch)
            if under_way is not None:
                progress.on(under_way.result())

    def bring(self, batch: Batch[Row]) -> int:
        """Write `batch`; how many rows it had."""
        try:
            self._written(batch, batch[-1][0])
        except Refused as refusal:
            halves = _halves(batch)
            if halves:
                for half in halves:
                    self.bring(half)
            else:
                self._written([], batch[-1][0])
                for line, _row in batch:
                    self._outcome.tell(line, "left out", sentence=f"Line {line}: {refusal.sentence}")
                print(f"Line {batch[0][0]}: {refusal.sentence}", file=sys.stderr)
        return len(batch)

    def _written(self, batch: Batch[Row], upto: int) -> None:
        self._write(self._after, upto, batch)
        self._after = upto


def _halves(batch: Batch[Row]) -> tuple[Batch[Row], Batch[Row]] | None:
    """The batch in two, parted between two lines; None where it is of one line."""
    middle = next((place for place in _from_the_middle(len(batch)) if batch[place - 1][0] != batch[place][0]), None)
    return None if middle is None else (batch[:middle], batch[middle:])


def _from_the_middle(length: int) -> Iterator[int]:
    yield from sorted(range(1, length), key=lambda place: abs(place - length // 2))
