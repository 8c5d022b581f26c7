"""hms-admin import interactions: brings in a list of interactions, the ANSM's thesaurus or the hospital's own CSV."""

import argparse
import itertools
from pathlib import Path
from uuid import uuid4

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations.thesaurus import Thesaurus, read_thesaurus
from hms_desktop.clinic.safety import actions, queries
from hms_desktop.clinic.safety.rules import GRAVITIES
from hms_desktop.core.database import Database
from hms_desktop.core.sheet_writer import SheetWriter

_FEW = 10

EPILOG = f"""\
FILE is the ANSM's thesaurus as JSON, or a CSV with the columns one, other, level, risk, conduct: two substances or
classes by name, a level ({", ".join(GRAVITIES)}), what may happen, what to do.
--index says what belongs to which class: the ANSM's index as JSON, or a CSV with the columns class and substance.
In a CSV every name that is no class is a substance.
--codes are tables of other names (tab-separated: substance, code); a code that stands among the synonyms of a
substance in the hospital's catalogue finds it, too.

A list is found in the catalogue by its names: accents, spelling in French or English and salts do not matter.
The newest release of a source is asked from then on, at once and whole; older ones stay to be read and can be chosen
again on the page Safety. The same files a second time change nothing.
"""


def add_kind(what: Commands) -> None:
    parser = what.add_parser(
        "interactions", help=__doc__, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=".json or .csv")
    parser.add_argument("--source", default="ANSM", help="who publishes the list; default: ANSM")
    parser.add_argument("--release", required=True, help="which edition: 2019-09; the greatest text is the newest")
    parser.add_argument("--index", type=Path, metavar="FILE", help="which substance belongs to which classes")
    parser.add_argument("--codes", type=Path, action="append", default=[], metavar="FILE", help="other names, .tsv")
    parser.add_argument("--dry-run", action="store_true", help="read and check the files, write nothing")
    parser.add_argument("--report", type=Path, metavar="FILE", help="what was not found, as .csv or .xlsx")
    connection.add_options(parser, whose="a pharmacist, a manager or an administrator")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    thesaurus = read_thesaurus(options.file, index=options.index, codes=options.codes)
    kinds = {kind: sum(term.kind == kind for term in thesaurus.terms) for kind in ("substance", "class", "other")}
    print(
        f"{len(thesaurus.pairs):,} pairs between {kinds['substance']:,} substances, {kinds['class']:,} classes and "
        f"{kinds['other']:,} other terms."
    )
    if options.dry_run:
        print("Nothing was written (--dry-run).")
        return 0
    with connection.signed_in(options) as database:
        return _import(database, options, thesaurus)


def _import(database: Database, options: argparse.Namespace, thesaurus: Thesaurus) -> int:
    brought = database.run_now(
        actions.import_interactions,
        intent=uuid4(),
        source=options.source,
        release=options.release,
        digest=thesaurus.digest,
        terms=[
            {"name": term.name, "kind": term.kind, "codes": sorted(term.codes), "classes": sorted(term.classes)}
            for term in thesaurus.terms
        ],
        pairs=[vars(pair) for pair in thesaurus.pairs],
    )
    print("Imported." if brought.made else "This release is here already; nothing was changed.")
    print("It is asked from now on." if brought.active else "A newer release is asked; this one stays to be read.")
    absent = database.read_now(queries.absent_terms, list_id=brought.id)
    unlisted = database.read_now(queries.unlisted_substances)
    _tell(f"{len(unlisted):,} substances of the catalogue are in no active list; of them nothing is warned", unlisted)
    _tell(f"{len(absent):,} substances of this list are not in the catalogue", absent)
    _tell(f"{len(thesaurus.undefined):,} terms are neither substance nor class of the index", thesaurus.undefined)
    if options.report is not None:
        with SheetWriter(options.report, ("what", "name")) as report:
            for what, names in (
                ("catalogue only", unlisted),
                ("list only", absent),
                ("not in the index", thesaurus.undefined),
            ):
                for row in zip(itertools.repeat(what), names, strict=False):
                    report.write(row)
    return 0


def _tell(sentence: str, names: tuple[str, ...]) -> None:
    more = f" … ({len(names) - _FEW:,} more; --report FILE has them all)" if len(names) > _FEW else ""
    print(f"{sentence}{': ' + ', '.join(names[:_FEW]) if names else ''}{more}.")
