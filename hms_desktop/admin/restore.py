"""hms-admin restore: brings a hospital back from a backup, to a new server or in the place of what is there."""

import argparse
import sys
from pathlib import Path

from hms_desktop.admin import backup, connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations.backups import restoring
from hms_desktop.clinic.operations.backups.loading import contents_of
from hms_desktop.core.errors import Refused

ABOUT = """\
Restores the logins that are missing, then the database under a name of its own; checks that every row is there and
that everything holds; brings it to this program's version; and only then gives it its name. What was there before is
put aside, not removed. It takes a superuser: hms_deploy may change the hospital's own tables, but only a superuser
gives logins their old passwords and closes the server's large objects to everybody again. Exit codes: 0 done, 1 not
done, 3 done, but the data itself breaks rules (they are named)."""


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("restore", help=__doc__, description=ABOUT)
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup")
    parser.add_argument("--superuser", required=True, metavar="LOGIN", help="a superuser, such as postgres")
    parser.add_argument(
        "--superuser-password-file", type=Path, metavar="FILE", help="its password is the first line; else it is asked"
    )
    backup.add_secret(parser)
    parser.add_argument("--database", metavar="NAME", help="default: the name that it had")
    parser.add_argument("--replace", action="store_true", help="take the place of a database that is there")
    parser.add_argument("--programs", type=Path, metavar="FOLDER", help="where pg_restore lies")
    parser.add_argument("--yes", action="store_true", help="do not ask whether to go on")
    connection.add_places(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    options.login, options.login_password_file = options.superuser, options.superuser_password_file
    superuser = connection.server_of(options)
    secret = backup.secret_of(options)
    name = options.database or contents_of(options.file, secret).database
    wish = restoring.planned(
        options.file, secret, superuser, name, replace_it=options.replace, programs=options.programs
    )
    print("\n".join(wish.lines()))
    if not options.yes and not _agreed():
        raise Refused("restore.stopped", "Nothing was done.")
    restored = restoring.restore(wish, print)
    print(f"Done. {restored.database} is as it was at {restored.contents.made_at:%Y-%m-%d %H:%M:%S} UTC.")
    if restored.aside:
        print(f"What was there is {restored.aside} now; remove it when it is missed no more.")
    if not restored.contents.roles.with_verifiers:
        print("The backup had no passwords: logins that were made anew need one each before they can sign in.")
    return backup.told_breaches(restored.breaches)


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise Refused("restore.nobody", "Nobody is there to say yes; look at the plan and run it again with --yes.")
    return input("Go on? [y/N] ").strip().lower() in ("y", "yes")
