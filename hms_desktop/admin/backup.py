"""hms-admin backup: makes an encrypted backup and tries it, checks an older one, and makes the key for them."""

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations.backups import encryption, making, verifying
from hms_desktop.clinic.operations.backups.encryption import KeyFile, Secret
from hms_desktop.clinic.operations.backups.making import Made, Watch, Wish
from hms_desktop.clinic.operations.backups.retention import Retention
from hms_desktop.core.settings import Server

BREACHES = 3
"""Exit code: the backup is whole, but the data in it breaks rules of the hospital that always hold."""

ABOUT = """\
Makes one encrypted file of the whole database, restores it into a scratch server of this machine, checks that every
row is there and that everything holds that must always be true, and only then gives it its name. Older backups go by
days, weeks and months. Exit codes: 0 done, 1 not done, 3 done, but the data itself breaks rules (they are named)."""


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("backup", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="make|check|key")

    parser = what.add_parser("make", help="Makes a backup and tries it.", description=ABOUT)
    connection.add_options(parser, whose="hms_backup")
    parser.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="where the backups lie")
    add_secret(parser)
    parser.add_argument("--roles-as", metavar="LOGIN", help="a superuser of the server, who may read the verifiers")
    parser.add_argument(
        "--roles-password-file", type=Path, metavar="FILE", help="that superuser's password is the first line"
    )
    add_programs(parser)
    parser.add_argument("--no-trial", action="store_true", help="do not restore it for a trial")
    kept = Retention()
    for name in ("daily", "weekly", "monthly"):
        number = getattr(kept, name)
        parser.add_argument(
            f"--{name}", type=int, default=number, metavar="N", help=f"how many {name} ones stay (default: {number})"
        )
    parser.set_defaults(run=make)

    about = "Restores a backup into a scratch server and checks it; nothing else is touched."
    parser = what.add_parser("check", help=about, description=about)
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup")
    add_secret(parser)
    add_scratch(parser)
    parser.set_defaults(run=check)

    about = "Makes a new key file; keep a copy away from the backups, for nothing opens them without it."
    parser = what.add_parser("key", help=about, description=about)
    parser.add_argument("file", type=Path, metavar="FILE", help="the new file, readable by its owner only")
    parser.set_defaults(run=key)


def add_secret(parser: argparse.ArgumentParser) -> None:
    """What opens the backup: exactly one of the two."""
    secret = parser.add_mutually_exclusive_group(required=True)
    secret.add_argument("--key-file", type=Path, metavar="FILE", help="the key that `hms-admin backup key` made")
    secret.add_argument("--passphrase-file", type=Path, metavar="FILE", help="its first line is the passphrase")


def add_programs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--programs", type=Path, metavar="FOLDER", help="where pg_dump and pg_restore lie")
    add_scratch(parser)


def add_scratch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--scratch", type=Path, metavar="FOLDER", help="where the scratch server's data lies for a while"
    )


def secret_of(options: argparse.Namespace) -> Secret:
    """The key file or passphrase of the options. Raises Refused."""
    if options.key_file:
        return KeyFile(options.key_file)
    return encryption.checked_passphrase(connection.from_file(options.passphrase_file))


def make(options: argparse.Namespace) -> int:
    server = connection.server_of(options)
    made = making.back_up(
        Wish(
            server=server,
            folder=options.to.absolute(),
            secret=secret_of(options),
            superuser=_superuser(options, server),
            programs=options.programs,
            verify=not options.no_trial,
            scratch=options.scratch,
            retention=Retention(options.daily, options.weekly, options.monthly),
        ),
        Watch(print, _Meter()),
    )
    return _told(made)


def _superuser(options: argparse.Namespace, server: Server) -> Server | None:
    if not options.roles_as:
        return None
    options.login, options.login_password_file = options.roles_as, options.roles_password_file
    return replace(connection.server_of(options), dbname=server.dbname)


def _told(made: Made) -> int:
    print(f"{made.path}: {made.rows} rows, {made.bytes / 1e6:.1f} MB in {made.seconds:.1f} s.")
    print(f"SHA-256 {made.sha256}")
    if not made.with_verifiers:
        print(
            "The logins' passwords are not in it (only a superuser may read their verifiers: --roles-as); "
            "after a restore everybody would need a new one."
        )
    print("It was restored for a trial, and every row is there." if made.verified else "It was not tried.")
    for name in made.removed:
        print(f"Removed by the retention rule: {name}")
    return told_breaches(made.breaches)


def told_breaches(breaches: tuple[str, ...]) -> int:
    """Name the rules that the data breaks; the exit code."""
    for breach in breaches:
        print(f"Not as it must be: {breach}")
    return BREACHES if breaches else 0


class _Meter:
    """Tells a person at a terminal, once a second at most, how much was written."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, done: int) -> None:
        if sys.stderr.isatty() and time.monotonic() > self._next:
            self._next = time.monotonic() + 1
            print(f"{done / 1e6:.0f} MB …", file=sys.stderr)


def check(options: argparse.Namespace) -> int:
    tried = verifying.tried(options.file, secret_of(options), options.scratch, print)
    contents = tried.contents
    print(
        f"{contents.database} of {contents.made_at:%Y-%m-%d %H:%M:%S} UTC, revision {contents.revision}: "
        f"all {contents.rows} rows and {len(contents.roles.roles)} roles are there."
    )
    return told_breaches(tried.breaches)


def key(options: argparse.Namespace) -> int:
    encryption.make_key_file(options.file)
    print(f"{options.file} is the key. Keep a copy of it away from the backups: nothing opens them without it.")
    return 0
