"""hms-admin migrate: brings the database to this program's version."""

import argparse

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations import installing


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("migrate", help=__doc__, description=__doc__)
    connection.add_options(parser, whose="hms_deploy or the server's superuser")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    state = installing.migrate(connection.server_of(options), say=print)
    print(f"The database has revision {state.revision}.")
    return 0
