"""hms-admin import patients: brings in the patients of another system from CSV, XLSX or a MySQL dump."""

import argparse
import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid5

from hms_desktop.admin import batches
from hms_desktop.admin.batches import BATCH_ROWS, Batch, Bringing, Outcome, Progress
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
    patients.add_argument(
        "--only", action="append", default=[], metavar="COLUMN=VALUE", help="leave out rows that hold anything else"
    )
    patients.add_argument("--month-first", action="store_true", help="5/17/1990 is the 17th of May")
    patients.add_argument(
        "--country", default="", type=str.upper, choices=sorted(REGIONS), metavar="CC", help="of phones without +: KE"
    )
    patients.add_argument("--table", default="", help="of a .sql file")
    batches.add_options(patients, whose="an administrator or a manager")
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


def run(options: argparse.Namespace) -> int:
    plan = Plan(options, dt.datetime.now(dt.UTC).date())
    for name, columns in importing.outline(plan.columns, plan.titles):
        print(f"{name:20} {columns}")

    def bring(database: Database, outcome: Outcome, usable: int) -> None:
        _bring(database, plan, outcome, usable)

    return batches.import_rows(options, plan.rows(only_checks=True), bring, "MRN")


def _bring(database: Database, plan: Plan, outcome: Outcome, usable: int) -> None:
    standing = database.run_now(actions.open_import, digest=plan.digest(), name=plan.options.file.name)
    if standing.finished_at:
        print(f"This file was imported on {standing.finished_at:%Y-%m-%d} ({standing.patients_made:,} patients).")
        return
    if standing.lines_done:
        print(f"Going on after line {standing.lines_done:,}.")
    progress = Progress("Imported", usable)

    def write(after: int, upto: int, batch: Batch[str]) -> None:
        brought = database.run_now(
            actions.import_batch,
            intent=uuid5(_WISH, f"{standing.id} {after} {upto} {len(batch)}"),
            import_id=standing.id,
            after=after,
            upto=upto,
            rows=[row for _line, row in batch],
        )
        for row in brought:
            outcome.tell(row.line, "new" if row.made else "known", mrn_display(row.mrn))

    rows = ((row[0], actions.import_row(*row)) for row in plan.rows() if not isinstance(row, BadRow))
    Bringing(write, standing.lines_done, outcome).bring_all(rows, progress)
    database.run_now(actions.finish_import, import_id=standing.id)
    progress.done()
    counts = outcome.counts
    print(f"{counts['new']:,} new patients, {counts['known']:,} known already, {counts['left out']:,} rows left out.")
