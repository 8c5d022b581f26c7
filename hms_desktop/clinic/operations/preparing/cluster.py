"""The server that is prepared: what its superuser may ask of it, and its files where they lie on this machine."""

import os
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Misconfigured, Refused
from hms_desktop.core.settings import Server

OLDEST_SERVER = 170000
PEM_FOR_ALL, ONLY_THE_OWNER = 0o644, 0o600


@dataclass(frozen=True)
class Cluster:
    """One PostgreSQL and its superuser; `dbname` is the hospital's database in it, which may not be there yet."""

    superuser: Server
    dbname: str

    @property
    def maintenance(self) -> Server:
        """The database that every server has."""
        return replace(self.superuser, dbname="postgres")

    @property
    def hospital(self) -> Server:
        return replace(self.superuser, dbname=self.dbname)

    def opened(self, *, hospital: bool = False) -> psycopg.Connection[Any]:
        """A connection in which every statement is a whole by itself. Raises HmsError."""
        server = self.hospital if hospital else self.maintenance
        return connect(server, application="hms-install", autocommit=True, patient=True)

    def value(self, question: str, *values: Any) -> Any:
        """The first value of the first row that the server answers; None where it has none."""
        with self.opened() as connection:
            row = connection.execute(question, values or None).fetchone()
        return None if row is None else row[0]

    def refuse_unfit(self, time_zone: str) -> None:
        """Raises Misconfigured or Refused where this server or this login cannot be prepared at all."""
        with self.opened() as connection:
            if connection.info.server_version < OLDEST_SERVER:
                raise Misconfigured("server.too_old", "The server is older than PostgreSQL 17; upgrade it first.")
            row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = session_user").fetchone()
            if row is None or not row[0]:
                raise Misconfigured(
                    "init.no_superuser", f"{self.superuser.user} is not a superuser of this server; sign in as one."
                )
            if not connection.execute("SELECT 1 FROM pg_timezone_names WHERE name = %s", (time_zone,)).fetchone():
                raise Refused(
                    "facility.time_zone",
                    f"The time zone {time_zone} is not known; give an IANA name, such as Africa/Nairobi.",
                )

    def has_hospital(self) -> bool:
        """Whether the hospital's database is there."""
        return self.value("SELECT 1 FROM pg_database WHERE datname = %s", self.dbname) is not None

    def entry_file(self) -> Path:
        """Where the server's pg_hba.conf lies, which is on the server's own machine."""
        return Path(self.value("SELECT current_setting('hba_file')"))

    def files(self) -> "ServerFiles | None":
        """The server's files, where they lie on this machine and this account may change them; else None."""
        data = Path(self.value("SELECT current_setting('data_directory')"))
        try:
            here = (data / "postmaster.pid").read_text("utf-8")
        except OSError:
            return None
        if here != self.value("SELECT pg_read_file('postmaster.pid')"):
            return None  # the files of another server than the one that answers
        facts = data.stat()
        return ServerFiles(data, facts.st_uid, facts.st_gid)


@dataclass(frozen=True)
class ServerFiles:
    """The files of a server on this machine, which belong to the account that it runs under."""

    data: Path
    uid: int
    gid: int

    def may_write(self, folder: Path) -> bool:
        """Whether files can be made in `folder`, or in the nearest folder above it that is there."""
        there = next(step for step in (folder, *folder.absolute().parents) if step.is_dir())
        return os.access(there, os.W_OK | os.X_OK)

    def make_folder(self, folder: Path) -> None:
        """A folder for the server's account alone; one that is there keeps its modes."""
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
            if os.name == "posix" and os.geteuid() == 0:
                os.chown(folder, self.uid, self.gid)

    def write(self, path: Path, text: str, mode: int = ONLY_THE_OWNER) -> None:
        """Put a file in place, whole or not at all, on the disk when this returns. Raises OSError.

        One that is replaced hands its mode on; a new one has `mode`. Both belong to the server's account.
        """
        if path.exists():
            mode = path.stat().st_mode & 0o777
        fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                if os.name == "posix":
                    os.fchmod(handle, mode)
                    if os.geteuid() == 0:
                        os.fchown(handle, self.uid, self.gid)
                file.write(text)
                file.flush()
                os.fsync(handle)
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
