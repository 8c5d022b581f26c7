"""hms-admin archive: keeps the embedded server's log so that a lost server comes back as it was at any moment."""

import argparse
import datetime as dt
from pathlib import Path

from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations.backups import archiving
from hms_desktop.clinic.operations.backups.archiving import Archive
from hms_desktop.core.embedded import EmbeddedPostgres, default_data
from hms_desktop.core.errors import Refused

_FOLLOW = """\
Writes the log into the archive while the server writes it; runs until it is ended. With --nothing-lost no change is
confirmed to anybody before it lies in the archive too: each change takes a little longer, and some seconds where this
program was killed and nobody has started it again or said `hms-admin archive off`."""


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("archive", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="on|off|base|follow|restore")

    parser = _part(what, "on", on, "Lets the server hand over its log, a file each minute at the latest.")
    _add_archive(parser)
    _part(what, "off", off, "The server keeps its log to itself again.")
    parser = _part(what, "base", base, "Makes a base backup, with which a restore begins; each week is usual.")
    _add_archive(parser)
    parser.add_argument("--keep", type=int, default=2, metavar="N", help="how many base backups stay (default: 2)")
    parser = _part(what, "follow", follow, _FOLLOW)
    _add_archive(parser)
    parser.add_argument("--nothing-lost", action="store_true", help="confirm nothing that is not in the archive")
    parser = _part(what, "restore", restore, "Brings the server back into a new folder, as it was at a moment.")
    parser.add_argument("--from", dest="archive", required=True, type=Path, metavar="FOLDER", help="the archive")
    parser.add_argument("--until", metavar="TIME", help="such as 2026-11-23T10:15:00+03:00; else the log's end")


def _part(what: Commands, name: str, run: object, about: str) -> argparse.ArgumentParser:
    parser = what.add_parser(name, help=about.split(";")[0].split("\n")[0], description=about)
    parser.add_argument(
        "--data", type=Path, default=default_data(), metavar="FOLDER", help="the embedded server's data (%(default)s)"
    )
    parser.set_defaults(run=run)
    return parser


def _add_archive(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", dest="archive", required=True, type=Path, metavar="FOLDER", help="the archive, on another disk"
    )


def on(options: argparse.Namespace) -> int:
    with _embedded(options) as postgres:
        began = archiving.switch_on(postgres, _archive(options))
    print("The log is archived." if began else "The log is archived when all programs have left the server once.")
    print("Make a base backup now: hms-admin archive base.")
    return 0


def off(options: argparse.Namespace) -> int:
    with _embedded(options) as postgres:
        archiving.switch_off(postgres)
    print("The log is not archived any more.")
    return 0


def base(options: argparse.Namespace) -> int:
    if options.keep < 1:
        raise Refused("archive.keep", "At least one base backup must stay.")
    with _embedded(options) as postgres:
        made = archiving.make_base(postgres, _archive(options), keep=options.keep)
    print(f"{made} is a base backup; with the log since then every moment after it can be restored.")
    return 0


def follow(options: argparse.Namespace) -> int:
    with (
        _embedded(options) as postgres,
        archiving.followed(postgres, _archive(options), nothing_lost=options.nothing_lost) as receiver,
    ):
        print("The log is followed.", flush=True)
        receiver.wait()
    raise Refused("archive.ended", "The log is not followed any more: pg_receivewal ended.")


def restore(options: argparse.Namespace) -> int:
    last = archiving.restore(_archive(options), options.data.absolute(), _moment(options.until))
    print(f"The server is back in {options.data}; its last change is of {last or 'the base backup'}.")
    print("Its log is not archived yet: choose a new folder for `hms-admin archive on`.")
    return 0


def _embedded(options: argparse.Namespace) -> EmbeddedPostgres:
    if not (options.data / "cluster").is_dir():
        raise Refused("archive.no_server", f"There is no embedded server in {options.data}; name its folder: --data.")
    return EmbeddedPostgres(options.data)


def _archive(options: argparse.Namespace) -> Archive:
    return Archive(options.archive.absolute())


def _moment(text: str | None) -> dt.datetime | None:
    """Raises Refused where it is no moment; without an offset it is this machine's time."""
    if text is None:
        return None
    try:
        return dt.datetime.fromisoformat(text).astimezone(dt.UTC)
    except ValueError:
        raise Refused("archive.moment", f"{text} is no moment; write it as 2026-11-23T10:15:00+03:00.") from None
