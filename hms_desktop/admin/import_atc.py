"""hms-admin import atc: brings in WHO's ATC classes and their defined daily doses from a CSV or XLSX file."""

import argparse
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from uuid import uuid4

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.medicines import importing
from hms_desktop.clinic.operations.catalogue_rows import NOTHING
from hms_desktop.core.errors import Refused
from hms_desktop.core.sheet_reader import BadRow, read_sheet

COLUMNS = ("atc_code", "atc_name", "ddd", "uom", "adm_r", "note")
EPILOG = f"""\
The file has the columns {", ".join(COLUMNS)}; a code that comes again has one more daily dose. A class that is known
gets the name and doses of this file; a second time nothing changes.
"""


def add_kind(what: Commands) -> None:
    parser = what.add_parser("atc", help=__doc__, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, metavar="FILE", help=".csv or .xlsx")
    parser.add_argument("--dry-run", action="store_true", help="read and check the file, write nothing")
    connection.add_options(parser, whose="a pharmacist, a manager or an administrator")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    classes = list(_classes(options.file))
    doses = sum(len(one["doses"]) for one in classes)
    print(f"{len(classes):,} classes with {doses:,} defined daily doses.")
    if options.dry_run:
        print("Nothing was written (--dry-run).")
        return 0
    with connection.signed_in(options) as database:
        changed = database.run_now(importing.import_atc, intent=uuid4(), classes=classes)
    print(f"{changed:,} classes were new or had another name.")
    return 0


def _classes(path: Path) -> Iterator[dict[str, Any]]:
    """Every class once, with its doses. Raises Refused for a column that is missing, and a row that cannot be."""
    sheet = read_sheet(path)
    missing = [name for name in COLUMNS[:2] if name not in sheet.titles]
    if missing:
        raise Refused("import.no_column", f"The file has no column {missing[0]!r}; it has: {', '.join(sheet.titles)}.")
    found: dict[str, dict[str, Any]] = {}
    for row in sheet.rows:
        if isinstance(row, BadRow):
            raise Refused("import.row", row.sentence)
        values = dict(zip(sheet.titles, row.values, strict=True))
        code, name = values["atc_code"].upper(), values["atc_name"]
        if not re.fullmatch(r"[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?", code) or not name:
            raise Refused("import.row", f"Line {row.line}: {code!r} is no ATC code with a name.")
        one = found.setdefault(code, {"code": code, "name": name, "doses": []})
        if dose := _dose(values):
            one["doses"].append(dose)
    yield from found.values()


def _dose(values: dict[str, str]) -> dict[str, str] | None:
    """The daily dose of a row, None where it tells none."""
    told = {name: "" if (text := values.get(name, "")).casefold() in NOTHING else text for name in COLUMNS[2:]}
    try:
        dose = Decimal(told["ddd"] or "0")
    except InvalidOperation:
        return None  # a dose in words, such as one for each of several substances
    if not (dose.is_finite() and dose > 0):
        return None
    return {"dose": str(dose), "unit": told["uom"], "route": told["adm_r"], "note": told["note"]}
