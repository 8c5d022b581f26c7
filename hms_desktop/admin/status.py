"""hms-admin status: which version the database has, and whether it must be migrated (then the exit code is 1)."""

import argparse
import json
from typing import Any

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.records import queries
from hms_desktop.core.database import Database

_TITLES = {
    "database": "Database",
    "kind": "Created as",
    "revision": "Revision of the database",
    "head": "Revision of this program",
    "guards_current": "Guards are this program's",
    "min_client_version": "Oldest client served",
    "program_version": "Version of this program",
    "newer_version": "Newer version to be had",
    "current": "Up to date",
}


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("status", help=__doc__, description=__doc__)
    connection.add_options(parser, whose="anybody of the staff, hms_deploy, hms_worker or hms_monitor")
    parser.add_argument("--json", action="store_true", help="one object instead of lines")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    found = status(options)
    if options.json:
        print(json.dumps(found))
    else:
        for name, title in _TITLES.items():
            value = found[name]
            print(f"{title + ':':28}{'yes' if value is True else 'no' if value is False else value or 'none'}")
    return 0 if found["current"] else 1


def status(options: argparse.Namespace) -> dict[str, Any]:
    """The figures by name. Raises HmsError."""
    server = connection.server_of(options)
    state = installing.schema_state(server)
    found: dict[str, Any] = {
        "database": f"{server.dbname} on {server.host}:{server.port}",
        "kind": "",
        "revision": state.revision,
        "head": state.head,
        "guards_current": state.guards_current,
        "min_client_version": "",
        "program_version": installing.program_version(),
        "newer_version": "",
        "current": state.current,
    }
    if state.revision:
        database = Database(server, application="hms-admin", pool_size=1)
        try:
            found["kind"] = "demo" if database.read_now(queries.is_demo) else "hospital"
            found["min_client_version"] = database.read_now(queries.compatibility).min_client_version
            newer = database.read_now(queries.newer_release, client=installing.program_version())
            found["newer_version"] = f"{newer.version} {newer.message}".rstrip() if newer else ""
        finally:
            database.close()
    return found
