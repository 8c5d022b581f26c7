"""hms-admin: what the hospital's IT does with the database; one file a command, no window."""

import argparse
import importlib
import logging
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import psycopg
import sqlalchemy as sa

from hms_desktop.admin.connection import NO_SETTINGS, NoServer
from hms_desktop.clinic.operations.installing import program_version
from hms_desktop.core import log, places
from hms_desktop.core.errors import HmsError
from hms_desktop.core.explaining import explained
from hms_desktop.core.selftest import leave

COMMANDS = {
    "init": "init",
    "migrate": "migrate",
    "release": "release",
    "status": "status",
    "settings": "settings",
    "health": "health",
    "monitor": "monitor",
    "staff": "staff",
    "kiosk": "kiosk",
    "media": "media",
    "simulate": "simulate",
    "audit": "audit",
    "backup": "backup",
    "restore": "restore",
    "archive": "archive",
    "relay": "relay",
    "holidays": "holidays",
    "import": "imports",
    "duplicates": "duplicates",
    "worker": "worker",
    "demo-day": "demo_day",
}
"""Each command's word and the module of this package that is loaded for it: all of them take a second and a half."""
ABOUT_ITSELF = ("--version", "--selftest")
"""What is answered without any command, so none is loaded."""
FAILED, INTERRUPTED, TOLD_TO_END = 1, 130, 143
_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: one sentence on stderr says why not; 2: wrong usage or no server set."""
    said = sys.argv[1:] if arguments is None else arguments
    options = _parser(said).parse_args(said)
    if options.selftest:
        leave(_selftest(as_json=options.json))
    signal.signal(signal.SIGTERM, _end)
    try:
        return _run(options)
    except NoServer as error:
        return _said(error.sentence, NO_SETTINGS)
    except HmsError as error:
        return _said(error.sentence, FAILED)
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        return _said(f"The file{where} cannot be used: {error.strerror or error}.", FAILED)
    except KeyboardInterrupt:
        return _said("Stopped.", INTERRUPTED)
    except Exception:
        path = log.start("hms-admin", places.user_log())
        _log.exception("hms-admin failed")
        return _said(f"This is a fault of hms-admin itself; what happened is written in {path}.", FAILED)


def _run(options: argparse.Namespace) -> int:
    """The command's exit code; what the server refuses a command's own statements becomes a sentence, too."""
    try:
        return int(options.run(options))
    except (sa.exc.DBAPIError, psycopg.Error) as error:
        raise explained(error) from error


def _parser(said: Sequence[str]) -> argparse.ArgumentParser:
    """What reads `said`; it knows the command that is named first alone, and all of them where that is none."""
    parser = argparse.ArgumentParser(prog="hms-admin", description=__doc__)
    parser.add_argument("--version", action="version", version=program_version())
    parser.add_argument("--selftest", action="store_true", help="look whether this program is whole; 1 where it is not")
    parser.add_argument("--json", action="store_true", help="of --selftest: what was found, as JSON")
    if said and said[0] in ABOUT_ITSELF:
        return parser
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in said[:1] if said and said[0] in COMMANDS else COMMANDS:
        importlib.import_module(_module(name)).add_to(commands)
    return parser


def _module(command: str) -> str:
    return f"hms_desktop.admin.{COMMANDS[command]}"


def _selftest(*, as_json: bool) -> int:
    from hms_desktop.admin import selftest  # it imports everything

    return selftest.run([_module(command) for command in COMMANDS], as_json=as_json)


def _said(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


def _end(_number: int, _frame: FrameType | None) -> None:
    """SIGTERM ends the program through its `finally`s, so that what it started ends with it."""
    sys.exit(TOLD_TO_END)


if __name__ == "__main__":
    sys.exit(main())
