"""What the commands that bring in long lists share: options, a check of every row, the report, batches that halve."""

import argparse
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TextIO, TypeVar

from hms_desktop.admin import connection
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from hms_desktop.core.sheet_reader import BadRow
from hms_desktop.core.sheet_writer import SheetWriter

BATCH_ROWS = 2_000
_READ_AHEAD = 2  # batches that lie ready while one is written
_FEW = 10  # bad rows that are told on the screen; the report has them all
Row = TypeVar("Row")
Item = TypeVar("Item")


class Progress:
    """One line on a terminal that says how far it is; nothing where nobody looks."""

    def __init__(self, doing: str, total: int = 0, out: TextIO | None = None, unit: str = "rows") -> None:
        self._doing, self._total, self._out, self._unit = doing, total, out or sys.stderr, unit
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
        return f"{self._doing} {self.rows:,}{share} {self._unit}, {self.rows / seconds:,.0f} a second"


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
Bring = Callable[[Database, Outcome, int], None]
"""Writes what can be used, so many rows, and tells what became of them."""


def add_options(parser: argparse.ArgumentParser, whose: str) -> None:
    """What every such command understands; `whose` login it needs."""
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="which column fills what")
    parser.add_argument("--encoding", default="", help="of a CSV file without a byte order mark; default: utf-8")
    parser.add_argument("--sheet", default="", help="of a workbook; default: the first")
    parser.add_argument("--dry-run", action="store_true", help="read and check every row, write none")
    parser.add_argument("--leave-out-bad-rows", action="store_true", help="import the others all the same")
    parser.add_argument("--report", type=Path, metavar="FILE", help="what became of each row, as .csv or .xlsx")
    connection.add_options(parser, whose=whose)


def import_rows(options: argparse.Namespace, rows: Iterable[tuple[int, Row] | BadRow], bring: Bring, told: str) -> int:
    """Check every row and bring in what can be used, as the options say; the program's exit code.

    `told` heads the report's column of what was made.
    """
    if options.report is None:
        return _import(options, rows, bring, Outcome(lambda _row: None))
    with SheetWriter(options.report, ("line", "outcome", told, "why")) as report:
        return _import(options, rows, bring, Outcome(report.write))


def _import(
    options: argparse.Namespace, rows: Iterable[tuple[int, Row] | BadRow], bring: Bring, outcome: Outcome
) -> int:
    usable = _checked(rows, outcome)
    bad = outcome.counts["left out"]
    if options.dry_run:
        print(f"{usable:,} rows can be imported, {bad:,} cannot. Nothing was written (--dry-run).")
        return 1 if bad else 0
    if bad and not options.leave_out_bad_rows:
        print(
            f"{bad:,} of {usable + bad:,} rows cannot be used, so nothing was imported. Mend them, or import the "
            "others with --leave-out-bad-rows.",
            file=sys.stderr,
        )
        return 1
    with connection.signed_in(options) as database:
        bring(database, outcome, usable)
    return 1 if outcome.counts["left out"] else 0


def _checked(rows: Iterable[tuple[int, Row] | BadRow], outcome: Outcome) -> int:
    """Read everything once: how many rows can be used; the others are told."""
    progress = Progress("Checked")
    usable = 0
    for row in rows:
        progress.on(1)
        if isinstance(row, BadRow):
            outcome.tell(row.line, "left out", sentence=row.sentence)
            if outcome.counts["left out"] <= _FEW:
                print(row.sentence, file=sys.stderr)
        else:
            usable += 1
    if outcome.counts["left out"] > _FEW:
        print(f"… and {outcome.counts['left out'] - _FEW:,} more; --report FILE has them all.", file=sys.stderr)
    progress.done()
    return usable


def batches(rows: Iterable[tuple[int, Row]], after: int) -> Iterator[Batch[Row]]:
    """The rows on the lines after `after`, by `BATCH_ROWS`; rows of one line are never parted."""
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


def read_ahead(items: Iterable[Item]) -> Iterator[Item]:
    """The items in their order, read by another thread while those before them are used."""
    reading = iter(items)
    with ThreadPoolExecutor(1, thread_name_prefix="read-ahead") as reader:
        ready = deque(reader.submit(next, reading, None) for _ in range(_READ_AHEAD))
        while (item := ready.popleft().result()) is not None:
            ready.append(reader.submit(next, reading, None))
            yield item


class Bringing(Generic[Row]):
    """Writes batch after batch; one that is refused is halved until the row that is refused stands alone.

    `write(after, upto, batch)` writes one batch, all of it or nothing, and tells what became of its rows.
    """

    def __init__(self, write: Callable[[int, int, Batch[Row]], None], lines_done: int, outcome: Outcome) -> None:
        self._write, self._after, self._outcome = write, lines_done, outcome

    def bring_all(self, rows: Iterable[tuple[int, Row]], progress: Progress) -> None:
        """Write every row; the next batches are read while one is written."""
        for batch in read_ahead(batches(rows, self._after)):
            progress.on(self.bring(batch))

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
