"""hms-admin release: tells the desks which version can be had, and which one they must have."""

import argparse
import functools
import json
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.records import actions, queries


@dataclass(frozen=True)
class Step:
    """What an administrator may do with a version: for `--help`, the action, and what is said when it is done."""

    name: str
    help: str
    about: str
    action: Callable[..., None]
    said: str
    tells: bool = False
    """Whether a message to the desks goes with it."""


STEPS = (
    Step(
        "announce",
        "say that a version can be had",
        "Programs older than VERSION show once a day that it can be had, and on their page Settings. They never update "
        "themselves.",
        actions.announce_release,
        "Programs older than {version} show that it can be had.",
        tells=True,
    ),
    Step(
        "require",
        "shut out older programs",
        "Programs older than VERSION say so, let what was begun be finished (ten minutes at most), and stop; nobody "
        "signs in with them. VERSION was announced before.",
        actions.require_release,
        "Programs older than {version} are shut out.",
    ),
    Step(
        "allow",
        "let older programs in again",
        "Undoes `require`.",
        functools.partial(actions.require_release, required=False),
        "Programs older than {version} are let in again, as far as the schema serves them.",
    ),
    Step(
        "withdraw",
        "announce a version no longer",
        "Undoes `announce`.",
        actions.withdraw_release,
        "{version} is announced no longer.",
    ),
)


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("release", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="|".join((*(step.name for step in STEPS), "list")))
    for step in STEPS:
        doing = what.add_parser(step.name, help=step.help, description=step.about)
        doing.add_argument("version", metavar="VERSION", help="such as 0.2.0")
        if step.tells:
            doing.add_argument("--message", default="", help="what else the desks are told: when, and by whom")
        connection.add_options(doing, whose="an administrator")
        doing.set_defaults(run=functools.partial(do, step))
    listing = what.add_parser("list", help="list what was announced", description="The newest first.")
    listing.add_argument("--json", action="store_true", help="one object a line")
    connection.add_options(listing, whose="anybody of the staff")
    listing.set_defaults(run=show)


def do(step: Step, options: argparse.Namespace) -> int:
    told = {"message": options.message} if step.tells else {}
    with connection.signed_in(options, whatever_version=True) as database:
        database.run_now(step.action, intent=uuid4(), version=options.version, **told)
    print(step.said.format(version=options.version))
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
