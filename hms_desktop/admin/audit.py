"""hms-admin audit: seals the audit trail, or checks that nothing sealed was changed."""

import argparse

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations import sealing


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("audit", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="seal|verify")
    for name, run, about in (
        ("seal", seal, "Gives all entries that have no seal yet the next one, and prints the newest seal."),
        ("verify", verify, "Reckons every seal anew; the exit code is 1 where one does not fit."),
    ):
        parser = what.add_parser(name, help=about, description=about)
        connection.add_options(parser, whose="a manager or an administrator")
        parser.set_defaults(run=run)


def seal(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        sealed = database.run_now(sealing.seal)
        newest = database.read_now(sealing.newest)
    print(f"{sealed} entries were sealed. The newest seal, to be kept elsewhere too: {newest or 'none'}")
    return 0


def verify(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        broken = database.read_now(sealing.broken)
    for each in broken:
        print(f"Block {each.block} is broken: it was sealed with {each.sealed} entries and has {each.found}.")
    if not broken:
        print("Every seal fits.")
    return 1 if broken else 0
