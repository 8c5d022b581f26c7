"""hms-admin duplicates: compares the patients that are new or changed with all others, for the managers' work list."""

import argparse
import sys

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.merging import actions, queries


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("duplicates", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="scan|status")
    about = (
        "Compares what is new or changed since it was compared last. It may be stopped (Ctrl+C) at any time and goes "
        "on there the next time. A manager's login leaves restricted records out; hms_worker's compares them too."
    )
    scanning = what.add_parser("scan", help="Compares and fills the work list.", description=about)
    scanning.add_argument("--batch", type=_batch, default=200, metavar="N", help="records at a time (default: 200)")
    scanning.set_defaults(run=scan)
    left = what.add_parser("status", help="How many records are left to compare.")
    left.set_defaults(run=status)
    for each in (scanning, left):
        connection.add_options(each, whose="a manager or hms_worker")


def scan(options: argparse.Namespace) -> int:
    """Compare batch after batch; each stands for itself, so an interruption loses none that is finished."""
    with connection.signed_in(options) as database:
        left = database.read_now(queries.left_to_compare)
        done = found = 0
        try:
            while (stretch := database.run_now(actions.compare_next, most=options.batch)).records:
                done += stretch.records
                found += stretch.new_pairs
                _tell(f"{done} of {max(left, done)} records compared, {found} new pairs", last=False)
        finally:
            _tell(f"{done} records compared, {found} new pairs on the work list.", last=True)
    return 0


def status(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        print(f"{database.read_now(queries.left_to_compare)} records are left to compare.")
    return 0


def _tell(line: str, *, last: bool) -> None:
    """One line that moves on where somebody watches; elsewhere the last one only."""
    if sys.stdout.isatty():
        print(f"\r{line:<78}", end="\n" if last else "", flush=True)
    elif last:
        print(line)


def _batch(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1000:
        raise argparse.ArgumentTypeError("from 1 to 1000 records at a time")
    return number
