"""hms-admin init: prepares the hospital's own PostgreSQL server and makes the first administrator."""

import argparse
import datetime as dt
import json
import os
import sys
from pathlib import Path

from hms_desktop.admin import connection, init_options
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations.preparing import entry, steps
from hms_desktop.clinic.operations.preparing.cluster import Cluster
from hms_desktop.clinic.operations.preparing.hospital import FirstPerson
from hms_desktop.clinic.staff.rules import login_fault, password_fault
from hms_desktop.core.errors import Refused
from hms_desktop.core.settings import Server

ABOUT = """\
Prepares the hospital's own PostgreSQL server (17 or newer): the roles, the database, its tables and guards, the
hospital itself, and the first administrator, who adds everybody else; and where it is asked to, encryption,
pg_hba.conf, PostgreSQL's settings and PgBouncer. It looks first, shows what it found and what it will do, and asks.
It may be run again at any time: what is there already is left alone, and an interrupted run is gone on with.

On the server itself run it as the account of PostgreSQL (sudo -u postgres), which may enter without a password and
write its files. From another machine it does all but the files, and says what to do there by hand."""


def add_to(commands: Commands) -> None:
    parser = commands.add_parser(
        "init", help=__doc__, description=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    _add_superuser(parser)
    init_options.add_hospital(parser)
    init_options.add_encryption(parser)
    init_options.add_entry(parser)
    init_options.add_settings(parser)
    parser.add_argument("--plan-only", action="store_true", help="show the plan and end")
    parser.add_argument("--json", action="store_true", help="with --plan-only: one list for another program")
    parser.add_argument("--yes", action="store_true", help="do not ask whether to go on")
    connection.add_places(parser)
    parser.set_defaults(run=run)


def _add_superuser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--superuser", required=True, metavar="LOGIN", help="a superuser, such as postgres")
    parser.add_argument(
        "--superuser-password-file",
        type=Path,
        metavar="FILE",
        help="its password is the first line; else it is asked, unless a socket lets this account in",
    )


def run(options: argparse.Namespace) -> int:
    if fault := login_fault(options.administrator):
        raise Refused("staff.login_form", fault)
    if options.json and not options.plan_only:
        raise Refused("init.json", "With --json goes --plan-only: nobody could read the plan and say yes to it.")
    cluster = _cluster(options)
    cluster.refuse_unfit(options.time_zone)
    passwords: list[str] = []
    plan = init_options.steps_of(options, cluster, passwords.pop, dt.datetime.now(dt.UTC))
    findings = steps.examined(plan)
    if options.plan_only and options.json:
        print(json.dumps(steps.tree_of(plan, findings), indent=2))
        return 0
    print(f"{_where(cluster.superuser)}, signed in as {cluster.superuser.user}:")
    print("\n".join(steps.lines_of(plan, findings)))
    if options.plan_only:
        return 0
    if not any(finding.acts for finding in findings):
        print("There is nothing to do.")
        return 0
    if not options.yes and not _agreed():
        raise Refused("init.stopped", "Nothing was done.")
    makes_person = any(
        finding.acts for step, finding in zip(plan, findings, strict=True) if isinstance(step, FirstPerson)
    )
    if makes_person:
        passwords.append(_checked_password(options))
    steps.carried_out(plan, print)
    who = f" {options.name} can sign in as {options.administrator} now and adds everybody else." if makes_person else ""
    print(f"Done.{who}")
    return 0


def _cluster(options: argparse.Namespace) -> Cluster:
    """The server of the settings, as its superuser. Raises HmsError."""
    place = connection.place_of(options)
    options.login, options.login_password_file = options.superuser, options.superuser_password_file
    superuser = (
        place.signed_in_as(options.superuser, place.password if place.user == options.superuser else "")
        if _lets_this_account_in(place, options)
        else connection.server_of(options)
    )
    return Cluster(superuser, entry.checked_database(options.database or place.dbname))


def _lets_this_account_in(place: Server, options: argparse.Namespace) -> bool:
    """Whether a socket of PostgreSQL knows this program's own account by its name, as Debian's does."""
    if options.superuser_password_file or not place.host.startswith("/") or os.name != "posix":
        return False
    import pwd  # there is none on Windows

    return bool(pwd.getpwuid(os.geteuid()).pw_name == options.superuser)


def _where(server: Server) -> str:
    return f"The server {server.host}:{server.port}"


def _checked_password(options: argparse.Namespace) -> str:
    password = connection.new_password(options.administrator, options.password_file)
    if fault := password_fault(password, options.administrator):
        raise Refused("staff.password", fault)
    return password


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise Refused("init.nobody", "Nobody is there to say yes; look at the plan and run it again with --yes.")
    return input("Go on? [y/N] ").strip().lower() in ("y", "yes")
