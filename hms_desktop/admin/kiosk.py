"""hms-admin kiosk: gives a waiting-room screen its login, and new screens' images theirs."""

import argparse
from pathlib import Path

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations import kiosks


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("kiosk", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="add|image")
    adding = what.add_parser(
        "add",
        help="give a screen its login",
        description="Gives the screen NAME (made where there is none) a new login secret and writes the settings file "
        "for hms-kiosk, readable by its owner only. A screen that had a secret is shut out until it gets the new file.",
    )
    adding.add_argument("name", metavar="NAME", help="the screen's name, such as Main hall")
    adding.add_argument(
        "--check-in",
        action="store_true",
        help="NAME is a touch screen at the entrance, where patients check in (hms-kiosk --check-in)",
    )
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
    imaging = what.add_parser(
        "image",
        help="give the images of new screens the login they ask through",
        description="Gives the login hms_pairing a new secret and writes the settings file for the images of new "
        "screens. With it a screen can show a code and ask to be paired, and nothing else. Images with the old secret "
        "can ask no more; screens that are paired notice nothing.",
    )
    imaging.add_argument(
        "--settings",
        dest="target",
        type=Path,
        required=True,
        metavar="FILE",
        help="the file to write for the images (hms-kiosk --pairing FILE)",
    )
    connection.add_options(imaging, whose="an administrator", flag="--server-settings")
    imaging.set_defaults(run=image)


def add(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        server = kiosks.set_up(database, options.name, options.target, check_in=options.check_in)
    program = "hms-kiosk --check-in --settings" if options.check_in else "hms-kiosk --settings"
    print(f"{options.target} holds the login {server.user} of {options.name}; start {program} with it.")
    return 0


def image(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        server = kiosks.renew_images(database, options.target)
    print(f"{options.target} holds the login {server.user}; lay it into the images as /etc/hms/pairing.toml.")
    return 0
