"""hms-admin audit: seals the audit trail, finds what was changed behind it, and writes it down for an inspector."""

import argparse
import datetime as dt
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO
from uuid import uuid4

from hms_desktop.admin import connection
from hms_desktop.admin.batches import Progress
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.records import actions as records
from hms_desktop.clinic.trail import actions, queries, sealing
from hms_desktop.core.errors import Refused

BROKEN = 1  # exit code


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("audit", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="seal|verify|export|keep")
    sealed = _command(what, "seal", seal, "Seals all entries that have no seal yet, and prints the newest seal.")
    connection.add_options(sealed, whose="a manager or an administrator")
    verified = _command(what, "verify", verify, "Reckons every seal anew; the exit code is 1 where one does not fit.")
    verified.add_argument("--kept", metavar="HEX", help="a seal that was kept elsewhere and must stand in the chain")
    connection.add_options(verified, whose="a manager or an administrator")
    exported = _command(
        what,
        "export",
        export,
        "Writes the entries of some days with their old and new values, one JSON object a line. Of restricted records "
        "that are not open for the manager, the values are left out.",
    )
    exported.add_argument("file", type=Path, metavar="FILE")
    exported.add_argument("--from", dest="first_day", type=_day, required=True, metavar="YYYY-MM-DD")
    exported.add_argument("--to", dest="last_day", type=_day, required=True, metavar="YYYY-MM-DD")
    connection.add_options(exported, whose="a manager")
    keeping = _command(what, "keep", keep, "Says for how many months a table is kept; without words: lists them.")
    keeping.add_argument("subject", nargs="?", metavar="TABLE")
    keeping.add_argument("months", nargs="?", metavar="MONTHS", help="a number, or `ever`")
    connection.add_options(keeping, whose="an administrator")


def _command(what: Any, name: str, run: Any, about: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = what.add_parser(name, help=about, description=about)
    parser.set_defaults(run=run)
    return parser


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day; write it as 2026-11-23") from None


def seal(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        sealed = database.run_now(sealing.seal)
        newest = database.read_now(sealing.state)
    print(f"{sealed} entries were sealed. The newest seal, to be kept elsewhere too: {newest.digest or 'none'}")
    return 0


def verify(options: argparse.Namespace) -> int:
    found = False
    with connection.signed_in(options) as database:
        state = database.read_now(sealing.state)
        progress = Progress("Checked", state.newest, unit="blocks")
        for first, last in sealing.spans(state.newest):
            for each in database.read_now(sealing.broken, first=first, last=last):
                found = True
                print(f"Block {each.block} is broken: {_what_is_wrong(each)}")
            progress.on((last or state.newest) - first + 1)
        progress.done()
        if options.kept and not database.read_now(sealing.stands_in_the_chain, digest=_hexadecimal(options.kept)):
            found = True
            print("The seal that was kept elsewhere does not stand in the chain; the trail was made anew since.")
    if state.late:
        print(
            f"{state.late} entries are dated more than an hour before the newest seal and have none: "
            "look at who wrote them."
        )
    if not found:
        print("Every seal fits.")
    return BROKEN if found or state.late else 0


def _what_is_wrong(block: sealing.BrokenSeal) -> str:
    if block.found == block.sealed:
        return f"it has its {block.sealed} entries still, but one of them or the seal itself was changed."
    what = "removed" if block.found < block.sealed else "put in"
    return f"it was sealed with {block.sealed} entries and has {block.found}; some were {what}."


def export(options: argparse.Namespace) -> int:
    if options.last_day < options.first_day:
        raise Refused("audit.days", "The last day stands before the first; change them round.")
    with connection.signed_in(options) as database:
        newest = database.read_now(sealing.state)
        progress = Progress("Wrote")
        with _whole_or_not_at_all(options.file) as file:
            days, after = {"first_day": options.first_day, "last_day": options.last_day}, None
            while entries := database.read_now(queries.exported, after=after, **days):
                for entry in entries:
                    file.write(json.dumps(entry, default=str, ensure_ascii=False) + "\n")
                after = (entries[-1]["at"], entries[-1]["id"])
                progress.on(len(entries))
            file.write(json.dumps({"entries": progress.rows, "newest_seal": newest.digest}) + "\n")
            database.run_now(records.note_saved_list, intent=uuid4(), name="audit", rows=progress.rows)
    progress.done()
    return 0


@contextmanager
def _whole_or_not_at_all(path: Path) -> Iterator[TextIO]:
    """The file to be written, which gets its name once all of it is; of a part that was cut off nothing stays."""
    partial = path.with_name(path.name + ".part")
    try:
        with open(partial, "w", encoding="utf-8", opener=_for_oneself) as file:
            yield file
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def keep(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        if options.subject is None:
            for each in database.read_now(queries.kept):
                print(f"{each.subject}: {'for ever' if each.months is None else f'{each.months} months'}")
            return 0
        database.run_now(actions.keep_months, intent=uuid4(), subject=options.subject, months=_months(options.months))
    print("Saved; the worker drops older months in the night.")
    return 0


def _months(typed: str | None) -> int | None:
    if typed == "ever":
        return None
    if typed is None or not typed.isdecimal():
        raise Refused("audit.months", "Say for how many months, as a number, or `ever`.")
    return int(typed)


def _hexadecimal(typed: str) -> str:
    try:
        return bytes.fromhex(typed).hex()
    except ValueError:
        raise Refused("audit.seal", "A seal is 64 hexadecimal digits, as `audit seal` prints it.") from None


def _for_oneself(path: str, flags: int) -> int:
    """Values of the trail are about patients: nobody else on this machine reads the file."""
    return os.open(path, flags, 0o600)
