"""hms-admin migrate: brings the database to this program's version, while the desks are at work."""

import argparse
import sys

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations import installing, migrating
from hms_desktop.clinic.operations.migrating import Patience, Plan
from hms_desktop.core.errors import Refused

MUST_MIGRATE = 3  # exit code of --check

ABOUT = """\
Shows what it would do, then brings the schema and the guards to this program's version in one transaction: desks see
the old one or the new one, and what is interrupted is done again. A revision that only adds (expands) shuts nobody out;
one that takes something away (contracts) shuts out older programs: they are counted first. Where no backup of the last
24 hours is noted, or programs would be shut out, it asks; nobody at the terminal answers by --without-backup and --yes.
Exit codes: 0 done or nothing to do, 1 not done; with --check 0 up to date, 3 must be migrated."""


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("migrate", help=__doc__, description=ABOUT)
    connection.add_options(parser, whose="hms_deploy or the server's superuser")
    patience = Patience()
    parser.add_argument("--check", action="store_true", help="show the plan and change nothing")
    parser.add_argument("--yes", action="store_true", help="go on though programs that are signed in are shut out")
    parser.add_argument("--without-backup", action="store_true", help="go on though there is no fresh backup")
    parser.add_argument(
        "--wait",
        type=float,
        default=patience.wait,
        metavar="SECONDS",
        help="how long it tries where desks or another migration are in the way (default: %(default)g)",
    )
    parser.add_argument(
        "--most-seconds",
        type=float,
        default=patience.statement,
        metavar="SECONDS",
        help="the longest that one step may take while the desks stand still; 0: any time (default: %(default)g)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    server = connection.server_of(options)
    plan = migrating.plan(server)
    print("\n".join(_lines(plan)))
    if options.check:
        return 0 if plan.nothing_to_do else MUST_MIGRATE
    if plan.nothing_to_do:
        return 0
    _agree(
        plan.without_backup and not options.without_backup,
        "There is no backup of the last 24 hours",
        "make one (hms-admin backup make), or say --without-backup.",
    )
    _agree(
        bool(plan.shut_out) and not options.yes,
        f"{_many(plan)} are signed in with programs older than {plan.oldest_client} and are shut out",
        "roll the new programs out first, or say --yes.",
    )
    state = migrating.migrate(server, plan, Patience(options.wait, options.most_seconds), print)
    print(f"The database has revision {state.revision}.")
    return 0


def _agree(asked: bool, what: str, instead: str) -> None:
    """Let a person decide; nobody at the terminal decides nothing. Raises Refused."""
    if not asked:
        return
    if not sys.stdin.isatty():
        raise Refused("migrate.consent", f"{what}; {instead}")
    if input(f"{what}. Go on? [y/N] ").strip().lower() not in ("y", "yes"):
        raise Refused("migrate.consent", "Nothing was changed.")


def _lines(plan: Plan) -> list[str]:
    """The plan in words."""
    state = plan.state
    lines = [
        f"The database has revision {state.revision or 'none'}; this program ({installing.program_version()}) brings "
        f"{state.head}."
    ]
    if plan.nothing_to_do:
        return [*lines, "The database is up to date."]
    if plan.empty:
        return [*lines, f"It is empty: {len(plan.pending)} revisions and all guards are made."]
    lines += [
        f"  {revision.number}  {'contracts' if revision.contracts else 'expands'}  {revision.title}"
        + (f" (programs older than {revision.min_client_version} are shut out)" if revision.contracts else "")
        for revision in plan.pending
    ]
    lines += ["  Functions, triggers, views and grants are made anew."] if not state.current else []
    lines += [f"  The rows of {name} are checked." for name in plan.unproved]
    lines.append(_backup_line(plan))
    for one in plan.signed_in:
        lines.append(f"Signed in now: {one.program} {one.version} at {one.workstations} workstations.")
    return lines


def _backup_line(plan: Plan) -> str:
    if plan.backup_hours is None:
        return "WARNING: no backup was ever noted."
    warning = "WARNING: the" if plan.without_backup else "The"
    return f"{warning} newest backup is {plan.backup_hours:.1f} hours old."


def _many(plan: Plan) -> str:
    return f"{sum(one.workstations for one in plan.shut_out)} workstations"
