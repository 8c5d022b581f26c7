"""hms-admin release: tells the desks which version can be had, and which one they must have."""

import argparse
import json
from uuid import uuid4

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.records import actions, queries


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("release", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="announce|require|allow|withdraw|list")
    announcing = what.add_parser(
        "announce",
        help="say that a version can be had",
        description="Programs older than VERSION show once a day that it can be had, and on their page Settings. They "
        "never update themselves.",
    )
    announcing.add_argument("version", metavar="VERSION", help="such as 0.2.0")
    announcing.add_argument("--message", default="", help="what else the desks are told: when, and by whom")
    announcing.set_defaults(run=announce)
    requiring = what.add_parser(
        "require",
        help="shut out older programs",
        description="Programs older than VERSION say so, let what was begun be finished (ten minutes at most), and "
        "stop; nobody signs in with them. VERSION was announced before.",
    )
    requiring.add_argument("version", metavar="VERSION")
    requiring.set_defaults(run=require)
    allowing = what.add_parser("allow", help="let older programs in again", description="Undoes `require`.")
    allowing.add_argument("version", metavar="VERSION")
    allowing.set_defaults(run=allow)
    withdrawing = what.add_parser("withdraw", help="announce a version no longer", description="Undoes `announce`.")
    withdrawing.add_argument("version", metavar="VERSION")
    withdrawing.set_defaults(run=withdraw)
    for each in (announcing, requiring, allowing, withdrawing):
        connection.add_options(each, whose="an administrator")
    listing = what.add_parser("list", help="list what was announced", description="The newest first.")
    listing.add_argument("--json", action="store_true", help="one object a line")
    connection.add_options(listing, whose="anybody of the staff")
    listing.set_defaults(run=show)


def announce(options: argparse.Namespace) -> int:
    with connection.signed_in(options, whatever_version=True) as database:
        database.run_now(actions.announce_release, intent=uuid4(), version=options.version, message=options.message)
    print(f"Programs older than {options.version} show that it can be had.")
    return 0


def require(options: argparse.Namespace) -> int:
    with connection.signed_in(options, whatever_version=True) as database:
        database.run_now(actions.require_release, intent=uuid4(), version=options.version)
    print(f"Programs older than {options.version} are shut out.")
    return 0


def allow(options: argparse.Namespace) -> int:
    with connection.signed_in(options, whatever_version=True) as database:
        database.run_now(actions.require_release, intent=uuid4(), version=options.version, required=False)
    print(f"Programs older than {options.version} are let in again, as far as the schema serves them.")
    return 0


def withdraw(options: argparse.Namespace) -> int:
    with connection.signed_in(options, whatever_version=True) as database:
        database.run_now(actions.withdraw_release, intent=uuid4(), version=options.version)
    print(f"{options.version} is announced no longer.")
    return 0


def show(options: argparse.Namespace) -> int:
    with connection.signed_in(options, whatever_version=True) as database:
        found = database.read_now(queries.releases)
    for row in found:
        if options.json:
            told = {"version": row.version, "required": row.required, "message": row.message}
            print(json.dumps(told | {"announced_at": row.announced_at.isoformat()}))
        else:
            needed = "required" if row.required else ""
            print(f"{row.version:12} {row.announced_at:%Y-%m-%d}  {needed:9} {row.message}".rstrip())
    return 0
