"""Reads a backup back into a server: the logins first, then a new database, then everything that was in it."""

import contextlib
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.operations.backups.contents import Contents, unpacked
from hms_desktop.clinic.operations.backups.encryption import Secret, decrypted
from hms_desktop.clinic.operations.backups.programs import Programs, failure, programs_for
from hms_desktop.clinic.operations.backups.roles import restore_roles
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Misconfigured
from hms_desktop.core.programs import NO_WINDOW
from hms_desktop.core.settings import Server


def contents_of(file: Path, secret: Secret) -> Contents:
    """What a backup says of itself. Raises Refused where it cannot be read."""
    with file.open("rb") as opened:
        return unpacked(decrypted(opened, secret))[0]


def load(file: Path, secret: Secret, superuser: Server, dbname: str, programs: Path | None = None) -> Contents:
    """Restore `file` into a new database `dbname`; missing logins are made first. A failure leaves no database.

    Raises Refused where the backup cannot be read or the database exists, Misconfigured where the server is older
    than the backup's or pg_restore is missing.
    """
    with file.open("rb") as opened:
        contents, archive = unpacked(decrypted(opened, secret))
        with connect(superuser, application="hms-restore", patient=True) as connection:
            major = connection.info.server_version // 10000
            if major < contents.server_version // 10000:
                raise Misconfigured(
                    "restore.older_server",
                    f"The backup is of PostgreSQL {contents.server_version // 10000} and this server is {major}; "
                    "restore to a server that is as new.",
                )
            restore_roles(connection, contents.roles)
        restore = programs_for(superuser, major, programs)
        installing.create_empty(superuser, dbname)
        try:
            _restore(restore, replace(superuser, dbname=dbname), archive)
        except BaseException:
            installing.drop_database(superuser, dbname)
            raise
    return contents


def _restore(programs: Programs, into: Server, archive: Iterator[bytes]) -> None:
    """Pass the archive on to pg_restore. Raises the one sentence for what it complains of."""
    command = [programs.path("pg_restore"), f"--dbname={into.dbname}", "--no-password", "--exit-on-error"]
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
            env=programs.variables(into),
            creationflags=NO_WINDOW,
        ) as restore,
    ):
        assert restore.stdin is not None  # noqa: S101 - it is a pipe
        try:
            with contextlib.suppress(BrokenPipeError):  # it ended early, and says why
                for chunk in archive:
                    restore.stdin.write(chunk)
                restore.stdin.close()
        except BaseException:
            restore.kill()
            raise
        if restore.wait():
            complaints.seek(0)
            said = complaints.read().decode(errors="replace")
            raise failure("pg_restore", said, server=into, major=programs.major)
