"""hms-admin import patients: brings in the patients of another system from CSV, XLSX or a MySQL dump."""

import argparse
import datetime as dt
import hashlib
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO
from uuid import UUID, uuid5

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.admin.mysql_dump import read_dump
from hms_desktop.clinic.operations import importing
from hms_desktop.clinic.operations.importing import RowReader
from hms_desktop.clinic.patients import actions
from hms_desktop.clinic.patients.phones import REGIONS
from hms_desktop.clinic.patients.rules import PatientRecord, mrn_display
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from hms_desktop.core.sheet_reader import BadRow, Sheet, SheetRow, digest, read_sheet
from hms_desktop.core.sheet_writer import SheetWriter

BATCH_ROWS = 1_000
_FEW = 10  # bad rows that are told on the screen; the report has them all
_WISH = UUID("5d0c3d9c-8c62-4a8e-9d1c-2f7e6a0f6c11")  # the name space of this command's intents

EPILOG = f"""\
Fields: {", ".join(importing.FIELDS)}.
Columns are recognised by their titles where possible; --map FIELD=COLUMN says it, --map FIELD=A+B joins two.

Every row is read before the first one is written. Rows that cannot be used are told with their line and sentence; then
nothing is written unless --leave-out-bad-rows is given. A batch of {BATCH_ROWS} rows is written whole or not at all.
Stopped or cut off, the same command goes on where it stood; done, it does nothing. A patient whose number in the other
system (field other_hospital) is known already is not made twice.
"""


def add_kind(what: Commands) -> None:
    patients = what.add_parser(
        "patients", help=__doc__, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    patients.add_argument("file", type=Path, metavar="FILE", help=".csv, .tsv, .txt, .xlsx, or .sql from mysqldump")
    patients.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="which column fills what")
    patients.add_argument(
        "--only", action="append", default=[], metavar="COLUMN=VALUE", help="leave out rows that hold anything else"
    )
    patients.add_argument("--month-first", action="store_true", help="5/17/1990 is the 17th of May")
    patients.add_argument(
        "--country", default="", type=str.upper, choices=sorted(REGIONS), metavar="CC", help="of phones without +: KE"
    )
    patients.add_argument("--encoding", default="", help="of a CSV file without a byte order mark; default: utf-8")
    patients.add_argument("--sheet", default="", help="of a workbook; default: the first")
    patients.add_argument("--table", default="", help="of a .sql file")
    patients.add_argument("--dry-run", action="store_true", help="read and check every row, write none")
    patients.add_argument("--leave-out-bad-rows", action="store_true", help="import the others all the same")
    patients.add_argument("--report", type=Path, metavar="FILE", help="what became of each row, as .csv or .xlsx")
    connection.add_options(patients, whose="an administrator or a manager")
    patients.set_defaults(run=run)


@dataclass
class Plan:
    """How the file is read: the same each time, so that a second run finds the same rows on the same lines."""

    options: argparse.Namespace
    today: dt.date
    columns: importing.Columns = field(default_factory=dict)
    titles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.titles = self._sheet().titles
        self.columns = {
            **importing.columns_by_title(self.titles),
            **importing.columns_as_told(self.options.map, self.titles),
        }
        importing.check_columns(self.columns)
        self._only = [self._filter(one) for one in self.options.only]

    def digest(self) -> str:
        """The file's own digest and the way it is read, as one."""
        options = self.options
        reading = (
            options.only,
            options.month_first,
            options.country,
            options.sheet,
            options.table,
            options.encoding,
        )
        how = repr((digest(options.file), sorted(self.columns.items()), *reading))
        return hashlib.sha256(how.encode()).hexdigest()

    def rows(self, *, only_checks: bool = False) -> Iterator[tuple[int, PatientRecord] | BadRow]:
        """The patients in the file's order, and the rows that make none."""
        reader = RowReader(
            self.titles,
            self.columns,
            today=self.today,
            month_first=self.options.month_first,
            country=self.options.country,
            only_checks=only_checks,
        )
        for row in self._sheet().rows:
            if isinstance(row, BadRow):
                yield row
            elif self._wanted(row):
                try:
                    yield row.line, reader.record(row.values)
                except Refused as refusal:
                    yield BadRow(row.line, f"Line {row.line}: {refusal.sentence}")

    def _sheet(self) -> Sheet:
        options = self.options
        if options.file.suffix.lower() == ".sql":
            return read_dump(options.file, options.table)
        return read_sheet(options.file, encoding=options.encoding, sheet=options.sheet)

    def _filter(self, told: str) -> tuple[int, str]:
        column, sign, value = told.partition("=")
        if not sign or column not in self.titles:
            raise Refused("import.no_column", f"There is no column {column!r}; there are: {', '.join(self.titles)}.")
        return self.titles.index(column), value

    def _wanted(self, row: SheetRow) -> bool:
        return all(row.values[place] == value for place, value in self._only)


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

    def tell(self, line: int, what: str, mrn: str = "", sentence: str = "") -> None:
        self.counts[what] += 1
        self.told((line, what, mrn, sentence))


def run(options: argparse.Namespace) -> int:
    plan = Plan(options, dt.datetime.now(dt.UTC).date())
    for name, columns in importing.outline(plan.columns, plan.titles):
        print(f"{name:20} {columns}")
    if options.report is None:
        return _run(plan, Outcome(lambda _row: None))
    with SheetWriter(options.report, ("line", "outcome", "MRN", "why")) as report:
        return _run(plan, Outcome(report.write))


def _run(plan: Plan, outcome: Outcome) -> int:
    usable = _checked(plan, outcome)
    bad = outcome.counts["left out"]
    if plan.options.dry_run:
        print(f"{usable:,} rows can be imported, {bad:,} cannot. Nothing was written (--dry-run).")
        return 1 if bad else 0
    if bad and not plan.options.leave_out_bad_rows:
        print(
            f"{bad:,} of {usable + bad:,} rows cannot be used, so nothing was imported. Mend them, or import the "
            "others with --leave-out-bad-rows.",
            file=sys.stderr,
        )
        return 1
    with connection.signed_in(plan.options) as database:
        return _import(database, plan, outcome, usable)


def _checked(plan: Plan, outcome: Outcome) -> int:
    """Read everything once: how many rows can be used; the others are told."""
    progress = Progress("Checked")
    usable = 0
    for row in plan.rows(only_checks=True):
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


def _import(database: Database, plan: Plan, outcome: Outcome, usable: int) -> int:
    standing = database.run_now(actions.open_import, digest=plan.digest(), name=plan.options.file.name)
    if standing.finished_at:
        print(f"This file was imported on {standing.finished_at:%Y-%m-%d} ({standing.patients_made:,} patients).")
        return 0
    if standing.lines_done:
        print(f"Going on after line {standing.lines_done:,}.")
    progress = Progress("Imported", usable)
    bringing = _Bringing(database, standing.id, standing.lines_done, outcome)
    with ThreadPoolExecutor(1, thread_name_prefix="import") as writing:
        under_way: Future[int] | None = None
        for batch in _batches(plan, standing.lines_done):  # the next batch is read while the last one is written
            if under_way is not None:
                progress.on(under_way.result())
            under_way = writing.submit(bringing.bring, batch)
        if under_way is not None:
            progress.on(under_way.result())
    database.run_now(actions.finish_import, import_id=standing.id)
    progress.done()
    counts = outcome.counts
    print(f"{counts['new']:,} new patients, {counts['known']:,} known already, {counts['left out']:,} rows left out.")
    return 1 if counts["left out"] else 0


_Batch = list[tuple[int, PatientRecord]]


def _batches(plan: Plan, after: int) -> Iterator[_Batch]:
    """The usable rows on the lines after `after`, by the thousand; rows of one line are never parted."""
    batch: _Batch = []
    for row in plan.rows():
        if isinstance(row, BadRow) or row[0] <= after:
            continue
        if len(batch) >= BATCH_ROWS and row[0] != batch[-1][0]:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


class _Bringing:
    """Writes batch after batch; one that the database refuses is halved until the row that it refuses stands alone."""

    def __init__(self, database: Database, import_id: int, lines_done: int, outcome: Outcome) -> None:
        self._database, self._import, self._after, self._outcome = database, import_id, lines_done, outcome

    def bring(self, batch: _Batch) -> int:
        """Write `batch`; how many rows it had."""
        try:
            self._write(batch, batch[-1][0])
        except Refused as refusal:
            halves = _halves(batch)
            if halves:
                for half in halves:
                    self.bring(half)
            else:
                self._write([], batch[-1][0])
                for line, _record in batch:
                    self._outcome.tell(line, "left out", sentence=f"Line {line}: {refusal.sentence}")
                print(f"Line {batch[0][0]}: {refusal.sentence}", file=sys.stderr)
        return len(batch)

    def _write(self, batch: _Batch, upto: int) -> None:
        brought = self._database.run_now(
            actions.import_batch,
            intent=uuid5(_WISH, f"{self._import} {self._after} {upto} {len(batch)}"),
            import_id=self._import,
            after=self._after,
            upto=upto,
            records=batch,
        )
        self._after = upto
        for row in brought:
            self._outcome.tell(row.line, "new" if row.made else "known", mrn_display(row.mrn))


def _halves(batch: _Batch) -> tuple[_Batch, _Batch] | None:
    """The batch in two, parted between two lines; None where it is of one line."""
    middle = next((place for place in _from_the_middle(len(batch)) if batch[place - 1][0] != batch[place][0]), None)
    return None if middle is None else (batch[:middle], batch[middle:])


def _from_the_middle(length: int) -> Iterator[int]:
    yield from sorted(range(1, length), key=lambda place: abs(place - length // 2))
