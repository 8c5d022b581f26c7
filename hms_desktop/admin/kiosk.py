"""hms-admin kiosk: gives a waiting-room screen its login."""

import argparse
from pathlib import Path

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations import kiosks


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("kiosk", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="add")
    adding = what.add_parser(
        "add",
        help="give a screen its login",
        description="Gives the screen NAME (made where there is none) a new login secret and writes the settings file "
        "for hms-kiosk, readable by its owner only. A screen that had a secret is shut out until it gets the new file.",
    )
    adding.add_argument("name", metavar="NAME", help="the screen's name, such as Main hall")
    adding.add_argument(
        "--settings",
        dest="target",
        type=Path,
        required=True,
        metavar="FILE",
        help="the file to write for the kiosk",
    )
    connection.add_options(adding, whose="an administrator", flag="--server-settings")
    adding.set_defaults(run=add)


def add(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        server = kiosks.set_up(database, options.name, options.target)
    print(f"{options.target} holds the login {server.user} of {options.name}; start hms-kiosk --settings with it.")
    return 0
