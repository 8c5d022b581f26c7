"""hms-admin import: brings in other systems' lists; one file a kind of list."""

from hms_desktop.admin import import_atc, import_interactions, import_medicines, import_patients
from hms_desktop.admin.commands import Commands

KINDS = (import_patients, import_medicines, import_atc, import_interactions)


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("import", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="KIND")
    for kind in KINDS:
        kind.add_kind(what)
