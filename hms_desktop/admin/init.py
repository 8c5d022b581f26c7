"""hms-admin init: prepares the hospital's own PostgreSQL server and makes the first administrator."""

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations import installing, staging
from hms_desktop.clinic.staff.rules import login_fault, password_fault
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Misconfigured, Refused
from hms_desktop.core.settings import Server
from hms_desktop.core.settings_file import write_secret

ABOUT = """\
Prepares the hospital's own PostgreSQL server (17 or newer): the roles, the database, its tables and guards, the
hospital itself, and the first administrator, who adds everybody else. It may be run again after it was interrupted."""


@dataclass(frozen=True)
class Plan:
    """Everything that init is going to do, checked before anything is done."""

    superuser: Server
    database: str
    hospital: str
    time_zone: str
    login: str
    name: str
    service_passwords: Path

    def lines(self) -> tuple[str, ...]:
        return (
            f"On the server {self.superuser.host}:{self.superuser.port}, signed in as {self.superuser.user}, this will",
            "  1. make the roles hms_… of the duties and the services' logins, where they are missing;",
            f"     the new passwords of {', '.join(installing.SERVICE_LOGINS)} go to {self.service_passwords},",
            f"  2. make the database {self.database}, which only those roles may enter,",
            f"  3. make its tables and guards (version {installing.program_version()}),",
            f"  4. enter the hospital “{self.hospital}”, time zone {self.time_zone},",
            f"  5. make the first administrator, {self.name}, who signs in as {self.login}.",
        )


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("init", help=__doc__, description=ABOUT)
    parser.add_argument("--superuser", required=True, metavar="LOGIN", help="a superuser, such as postgres")
    parser.add_argument(
        "--superuser-password-file", type=Path, metavar="FILE", help="its password is the first line; else it is asked"
    )
    parser.add_argument("--database", metavar="NAME", help="default: server.dbname of the settings, or hms")
    parser.add_argument("--hospital", required=True, metavar="NAME", help="the hospital's name")
    parser.add_argument("--time-zone", required=True, metavar="ZONE", help="IANA name, such as Africa/Nairobi")
    parser.add_argument("--administrator", required=True, metavar="LOGIN", help="login of the first administrator")
    parser.add_argument("--name", required=True, help="that person's name")
    parser.add_argument(
        "--password-file", type=Path, metavar="FILE", help="that person's password is the first line; else it is asked"
    )
    parser.add_argument(
        "--service-passwords",
        required=True,
        type=Path,
        metavar="FILE",
        help="where the services' new passwords are written, for their owner only",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask whether to go on")
    connection.add_places(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    plan = _plan(options)
    if options.service_passwords.exists():
        raise Refused("init.file_exists", f"{options.service_passwords} exists already; name a new file.")
    print("\n".join(plan.lines()))
    if not options.yes and not _agreed():
        raise Refused("init.stopped", "Nothing was done.")
    password = connection.new_password(plan.login, options.password_file)
    if fault := password_fault(password, plan.login):
        raise Refused("staff.password", fault)
    _do(plan, password)
    print(f"Done. {plan.name} can sign in as {plan.login} now and adds everybody else.")
    return 0


def _plan(options: argparse.Namespace) -> Plan:
    if fault := login_fault(options.administrator):
        raise Refused("staff.login_form", fault)
    place = connection.place_of(options)
    options.login, options.login_password_file = options.superuser, options.superuser_password_file
    superuser = connection.server_of(options)
    return Plan(
        superuser=superuser,
        database=options.database or place.dbname,
        hospital=options.hospital,
        time_zone=options.time_zone,
        login=options.administrator,
        name=options.name,
        service_passwords=options.service_passwords,
    )


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise Refused("init.nobody", "Nobody is there to say yes; look at the plan and run it again with --yes.")
    return input("Go on? [y/N] ").strip().lower() in ("y", "yes")


def _do(plan: Plan, password: str) -> None:
    root = replace(plan.superuser, dbname="postgres")
    _refuse_unfit(root, plan.time_zone)
    new = installing.make_roles(root)
    if new:
        text = "".join(f'{login} = "{secret}"\n' for login, secret in new.items())
        write_secret(plan.service_passwords, text)
    else:
        print("The services' logins have passwords already; they stay as they are.")
    made = replace(plan.superuser, dbname=plan.database)
    try:
        installing.create_database(root, plan.database)
    except Refused as error:
        if error.code != "database.exists" or not _interrupted(made):
            raise
        print(f"The database {plan.database} was begun before; going on with it.")
    installing.migrate(made, say=print)
    staging.found_facility(made, plan.hospital, plan.time_zone)
    staging.first_person(made, plan.login, plan.name, ["admin"], password)


def _refuse_unfit(root: Server, time_zone: str) -> None:
    """Raises Refused or Misconfigured before anything was done."""
    with connect(root, application="hms-admin") as server:
        row = server.execute("SELECT rolsuper FROM pg_roles WHERE rolname = session_user").fetchone()
        if row is None or not row[0]:
            raise Misconfigured("init.no_superuser", f"{root.user} is not a superuser of this server.")
        if not server.execute("SELECT 1 FROM pg_timezone_names WHERE name = %s", (time_zone,)).fetchone():
            raise Refused(
                "facility.time_zone",
                f"The time zone {time_zone} is not known; give an IANA name, such as Africa/Nairobi.",
            )


def _interrupted(made: Server) -> bool:
    """Whether a database of that name is this suite's and has nobody in it yet."""
    with connect(made, application="hms-admin") as server:
        row = server.execute(
            "SELECT to_regnamespace('hms') IS NOT NULL AND to_regnamespace('kiosk') IS NOT NULL, "
            "to_regclass('hms.people') IS NOT NULL"
        ).fetchone()
        if row is None or not row[0]:
            return False
        return not row[1] or server.execute("SELECT 1 FROM hms.people LIMIT 1").fetchone() is None
