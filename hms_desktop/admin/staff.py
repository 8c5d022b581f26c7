"""hms-admin staff: adds people who can sign in, and lists them."""

import argparse
import json
from pathlib import Path
from uuid import uuid4

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.staff import actions, queries
from hms_desktop.clinic.staff.rules import DUTIES


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("staff", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="add|list")
    adding = what.add_parser("add", help="add a person", description="Adds a person with a login of their own.")
    adding.add_argument("new_login", metavar="LOGIN", help="small letters, digits, dots, hyphens or underscores")
    adding.add_argument("--name", required=True, help="the person's name as colleagues see it")
    adding.add_argument(
        "--duty", required=True, action="append", choices=sorted(DUTIES), help="may be given more than once"
    )
    adding.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="the first line is the new password; else it is asked",
    )
    connection.add_options(adding, whose="an administrator")
    adding.set_defaults(run=add)
    listing = what.add_parser("list", help="list everyone", description="Lists everyone, closed accounts last.")
    listing.add_argument("--json", action="store_true", help="one object a line")
    connection.add_options(listing, whose="anybody of the staff")
    listing.set_defaults(run=show)


def add(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        password = connection.new_password(options.new_login, options.password_file)
        database.run_now(
            actions.add_staff,
            intent=uuid4(),
            login=options.new_login,
            display_name=options.name,
            duties=options.duty,
            password=password,
        )
    print(f"{options.new_login} can sign in now.")
    return 0


def show(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        people = database.read_now(queries.people)
    for person in people:
        if options.json:
            told = {"login": person.login, "name": person.display_name, "duties": person.duties}
            print(json.dumps(told | {"active": person.active}))
        else:
            closed = "" if person.active else "  (closed)"
            print(f"{person.login:24}  {', '.join(person.duties):32}  {person.display_name}{closed}")
    return 0
