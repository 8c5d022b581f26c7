"""Brings a hospital back from a backup: beside what is there, checked, and only then in its place."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from psycopg import sql

from hms_desktop.clinic.operations import installing, revisions
from hms_desktop.clinic.operations.backups import verifying
from hms_desktop.clinic.operations.backups.contents import Contents
from hms_desktop.clinic.operations.backups.encryption import Secret
from hms_desktop.clinic.operations.backups.loading import contents_of, load
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Misconfigured, Refused
from hms_desktop.core.settings import Server


@dataclass(frozen=True)
class Restored:
    """A database that is back; `aside` is the name of the one that it replaced, empty where there was none."""

    contents: Contents
    database: str
    aside: str
    breaches: tuple[str, ...]


@dataclass(frozen=True)
class Restore:
    """What is restored and to where, found fit before anything is done. `superuser` owns the server."""

    file: Path
    secret: Secret
    superuser: Server
    database: str
    replaces: bool
    contents: Contents
    programs: Path | None = None

    def lines(self) -> tuple[str, ...]:
        """What is going to happen, for a person to agree to."""
        contents = self.contents
        moment = f"{contents.made_at:%Y-%m-%d %H:%M:%S} UTC"
        return (
            f"This backup holds {contents.database} as it was at {moment}: {contents.rows} rows, "
            f"revision {contents.revision}, {len(contents.roles.roles)} roles"
            f"{'' if contents.roles.with_verifiers else ' without passwords'}.",
            f"It will become {self.database} on {self.superuser.host}:{self.superuser.port}.",
            *([f"What {self.database} holds now is put aside; everybody is disconnected."] if self.replaces else []),
        )


def planned(
    file: Path, secret: Secret, superuser: Server, database: str, *, replace_it: bool, programs: Path | None
) -> Restore:
    """The restore that is asked for. Raises Refused or Misconfigured where it cannot be done; nothing was touched."""
    contents = contents_of(file, secret)
    if contents.revision > (head := revisions.head()):
        raise Misconfigured(
            "restore.newer",
            f"The backup has revision {contents.revision}, this program only {head}; update this program first.",
        )
    with connect(replace(superuser, dbname="postgres"), application="hms-restore", autocommit=True) as server:
        row = server.execute("SELECT rolsuper FROM pg_roles WHERE rolname = session_user").fetchone()
        if row is None or not row[0]:
            raise Misconfigured(
                "restore.no_superuser",
                f"{superuser.user} is not a superuser of this server, and only one gives logins their old passwords; "
                "name another login, such as postgres.",
            )
        there = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", (database,)).fetchone() is not None
    if there and not replace_it:
        raise Refused("database.exists", f"The database {database} exists already; name another one, or --replace it.")
    root = replace(superuser, dbname="postgres")
    return Restore(file, secret, root, database, there, contents, programs)


def restore(wish: Restore, say: Callable[[str], None]) -> Restored:
    """Do it. What was there keeps serving until the restored database is whole and checked."""
    fresh = f"{wish.database}_restoring"
    installing.drop_database(wish.superuser, fresh)  # of a restore that was interrupted
    say("Restoring the logins and the database …")
    contents = load(wish.file, wish.secret, wish.superuser, fresh, wish.programs)
    try:
        made = replace(wish.superuser, dbname=fresh)
        say("Checking that every row is there and that everything holds …")
        verifying.compare(made, contents)
        breaches = verifying.breaches(made)
        installing.migrate(made, say=say)
        aside = _put_in_place(wish, fresh)
    except BaseException:
        installing.drop_database(wish.superuser, fresh)
        raise
    return Restored(contents, wish.database, aside, breaches)


def _put_in_place(wish: Restore, fresh: str) -> str:
    """Give the restored database its name; the name under which the old one is put aside."""
    aside = f"{wish.database}_before_{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}" if wish.replaces else ""
    with connect(wish.superuser, application="hms-restore", autocommit=True, patient=True) as server:
        for was, becomes in ((wish.database, aside), (fresh, wish.database)):
            if not becomes:
                continue
            name = sql.Identifier(was)
            server.execute(sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS false").format(name))
            server.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", (was,))
            renamed = sql.Identifier(becomes)
            server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(name, renamed))
            server.execute(sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS true").format(renamed))
    return aside
