"""hms-admin health: whether all is well, as lines or JSON; the exit code says how bad the worst is."""

import argparse
import json
from typing import Any

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations import installing, watching
from hms_desktop.clinic.operations.installing import SchemaState
from hms_desktop.clinic.operations.queries_alerts import CALM, CRITICAL, WARNING
from hms_desktop.clinic.operations.watching import Check
from hms_desktop.clinic.records import queries
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Unreachable

EXIT_CODES = {CALM: 0, WARNING: 1, CRITICAL: 2}
"""Where the server does not answer, the program ends with 3."""
AWAY = 3
_SAID = {CALM: "ok", WARNING: "WARNING", CRITICAL: "CRITICAL"}


def add_to(commands: Commands) -> None:
    parser = commands.add_parser(
        "health",
        help=__doc__,
        description=f"{__doc__} 0: all is well, 1: a warning, 2: critical, 3: the server does not answer.",
    )
    connection.add_options(parser, whose="hms_monitor, a manager or an administrator")
    parser.add_argument("--json", action="store_true", help="one object instead of lines")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    try:
        with connection.signed_in(options, whatever_version=True) as database:
            told = report(database)
    except Unreachable as error:
        print(json.dumps({"level": "away", "why": error.sentence}) if options.json else error.sentence)
        return AWAY
    print(json.dumps(told) if options.json else "\n".join(_lines(told)))
    return EXIT_CODES[_level_of(told["level"])]


def report(database: Database) -> dict[str, Any]:
    """Every figure with its level, the worst first, whether the schema is this program's, and which newer version can
    be had, which is no fault. Raises HmsError.
    """
    found = watching.checks(database)
    newer = database.read_now(queries.newer_release, client=installing.program_version())
    schema = installing.schema_state(database.server)
    level = max(watching.worst(found), _schema_level(schema), key=list(EXIT_CODES).index)
    return {
        "level": _SAID[level].lower(),
        "database": database.server.dbname,
        "schema": {
            "revision": schema.revision,
            "expected": schema.head,
            "current": schema.current,
            "why": schema.trouble,
        },
        "newer_version": {"version": newer.version, "message": newer.message} if newer else None,
        "checks": [_told(check) for check in found],
    }


def _schema_level(schema: SchemaState) -> str:
    """An older schema stops everybody; a newer one only this program, when it no longer serves it."""
    return CALM if schema.current else WARNING if schema.newer else CRITICAL


def _told(check: Check) -> dict[str, Any]:
    limit = check.limit
    return {
        "figure": check.figure.name,
        "subject": check.figure.subject,
        "value": round(check.figure.value, 2),
        "level": _SAID[check.level].lower() if limit else "not watched",
        "warning": limit.warning if limit else None,
        "critical": limit.critical if limit else None,
    }


def _level_of(said: str) -> str:
    return next(level for level, word in _SAID.items() if word.lower() == said)


def _lines(told: dict[str, Any]) -> list[str]:
    schema = told["schema"]
    lines = [f"{_SAID[_level_of(told['level'])]}: {told['database']}, schema {schema['revision']}"]
    if not schema["current"]:
        lines.append(f"{_SAID[WARNING if schema['revision'] > schema['expected'] else CRITICAL]:9} {schema['why']}")
    if newer := told["newer_version"]:
        lines.append(f"Version {newer['version']} can be had. {newer['message']}".rstrip())
    return [*lines, *map(_line, told["checks"])]


def _line(check: dict[str, Any]) -> str:
    watched = check["level"] != "not watched"
    level = _SAID[_level_of(check["level"])] if watched else ""
    about = f" ({check['subject']})" if check["subject"] else ""
    limits = [f"{name} {check[name]:g}" for name in (WARNING, CRITICAL) if check[name] is not None]
    beyond = f"  ({', '.join(limits)})" if limits else ""
    return f"{level:9} {check['figure']}{about}: {check['value']:g}{beyond}"
