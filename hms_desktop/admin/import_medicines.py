"""hms-admin import medicines: brings in a list of medicines and packs, a sheet of one's own or one that is known."""

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid5

from hms_desktop.admin import batches
from hms_desktop.admin.batches import BATCH_ROWS, Batch, Bringing, Outcome, Progress
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.medicines import importing
from hms_desktop.clinic.operations import catalogue_rows
from hms_desktop.clinic.operations.catalogue_lists import LISTS, KnownList, Told, plain_records, titles_of
from hms_desktop.clinic.operations.catalogue_rows import Columns, ListedMedicine
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from hms_desktop.core.sheet_reader import BadRow, digest

_WISH = UUID("c6a2a3f4-6d5e-4a07-9a65-7c3e6f1b0d42")  # the name space of this command's intents

EPILOG = f"""\
FILE is a .csv, .tsv, .xlsx or .json file of one's own, or with --list the folder of a list that is known.
Fields: {", ".join(catalogue_rows.FIELDS)}.
Columns are recognised by their titles where possible; --map FIELD=COLUMN says it, --map FIELD=A+B joins two.
Lists: dmd (NHS dm+d, its f_*.xml), gnuhealth (the WHO list of GNU Health), kenya, openmrs.

Every row is read before the first one is written. Rows that cannot be used are told with their line and sentence; then
nothing is written unless --leave-out-bad-rows is given. A batch of {BATCH_ROWS} rows is written whole or not at all.
Stopped or cut off, the same command goes on where it stood; done, it does nothing. A medicine that has the same name,
strength, form and route is not made twice, nor a pack with the same GTIN or with the same name and units; a medicine
that is known learns only what it did not know.
"""


def add_kind(what: Commands) -> None:
    parser = what.add_parser(
        "medicines", help=__doc__, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a sheet or JSON file; with --list a folder")
    parser.add_argument("--list", choices=sorted(LISTS), default="", help="a list that is known")
    batches.add_options(parser, whose="a pharmacist, a manager or an administrator")
    parser.set_defaults(run=run)


class _Sheet:
    """One file of one's own."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        titles = titles_of(options.file, encoding=options.encoding, sheet=options.sheet)
        self.columns: Columns = {
            **catalogue_rows.columns_by_title(titles),
            **catalogue_rows.columns_as_told(options.map, titles),
        }
        catalogue_rows.check_columns(self.columns)

    def digest(self) -> str:
        how = repr((digest(self._options.file), sorted(self.columns.items()), self._options.sheet))
        return hashlib.sha256(how.encode()).hexdigest()

    def outline(self) -> Iterator[tuple[str, str]]:
        return ((field, " + ".join(columns)) for field, columns in self.columns.items())

    def records(self) -> Iterator[tuple[int, Told]]:
        options = self._options
        return plain_records(options.file, self.columns, encoding=options.encoding, sheet=options.sheet)


Listed = _Sheet | KnownList


def run(options: argparse.Namespace) -> int:
    listed: Listed = KnownList(options.list, options.file) if options.list else _Sheet(options)
    for field, columns in listed.outline():
        print(f"{field:14} {columns}")

    def bring(database: Database, outcome: Outcome, usable: int) -> None:
        _bring(database, options, listed, outcome, usable)

    return batches.import_rows(options, _rows(listed), bring, "medicine")


def _rows(listed: Listed) -> Iterator[tuple[int, ListedMedicine] | BadRow]:
    """The medicines in the list's order, and the rows that make none."""
    for line, told in listed.records():
        if isinstance(told, BadRow):
            yield told
            continue
        try:
            for medicine in catalogue_rows.medicines_of(*told):
                yield line, medicine
        except Refused as refusal:
            yield BadRow(line, f"Line {line}: {refusal.sentence}")


class _Written(NamedTuple):
    """A row as it is sent, and the name by which the report tells of it."""

    text: str
    name: str


def _bring(database: Database, options: argparse.Namespace, listed: Listed, outcome: Outcome, usable: int) -> None:
    standing = database.run_now(importing.open_import, digest=listed.digest(), name=options.file.resolve().name)
    if standing.finished_at:
        print(f"This list was imported on {standing.finished_at:%Y-%m-%d} ({standing.rows_made:,} rows made).")
        return
    if standing.lines_done:
        print(f"Going on after line {standing.lines_done:,}.")

    def write(after: int, upto: int, batch: Batch[_Written]) -> None:
        brought = database.run_now(
            importing.import_batch,
            intent=uuid5(_WISH, f"{standing.id} {after} {upto} {len(batch)}"),
            import_id=standing.id,
            after=after,
            upto=upto,
            rows=[row.text for _line, row in batch],
        )
        for told, (_line, row) in zip(brought, batch, strict=True):
            outcome.tell(told.line, told.outcome, row.name)

    progress = Progress("Imported", usable)
    rows = ((row[0], _written(*row)) for row in _rows(listed) if not isinstance(row, BadRow))
    Bringing(write, standing.lines_done, outcome).bring_all(rows, progress)
    database.run_now(importing.finish_import, import_id=standing.id)
    progress.done()
    counts = outcome.counts
    print(
        f"{counts['new']:,} new medicines, {counts['pack']:,} new packs of known ones, {counts['known']:,} rows known "
        f"already, {counts['left out']:,} left out."
    )


def _written(line: int, medicine: ListedMedicine) -> _Written:
    pack = vars(medicine.pack) if medicine.pack else None
    return _Written(importing.import_row(line, {**vars(medicine), "pack": pack}), medicine.name)
