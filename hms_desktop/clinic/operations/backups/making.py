"""Makes a backup: one snapshot of the database through pg_dump, encrypted, restored for a trial, then named."""

import contextlib
import datetime as dt
import errno
import hashlib
import os
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import psycopg

from hms_desktop.clinic.operations.backups import contents as told
from hms_desktop.clinic.operations.backups import verifying
from hms_desktop.clinic.operations.backups.encryption import Encrypting, Secret, sync_folder
from hms_desktop.clinic.operations.backups.programs import Programs, failure, programs_for
from hms_desktop.clinic.operations.backups.retention import Retention
from hms_desktop.clinic.operations.backups.roles import read_roles
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Refused
from hms_desktop.core.programs import NO_WINDOW
from hms_desktop.core.settings import Server

SUFFIX = ".hmsbackup"
PIPE_BYTES = 1024 * 1024
DUMP = ("--format=custom", "--compress=1", "--no-password", "--lock-wait-timeout=30s")
"""The weakest compression: measured, 0.4 of the processor time of the usual one, and a tenth larger."""
_LOCK = 7_400_002
_STAMP = "%Y%m%dT%H%M%SZ"
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


@dataclass(frozen=True)
class Wish:
    """What is backed up, to where, and how it is locked.

    `server` is signed in as hms_backup; `superuser`, where it is given, lets the logins' verifiers come along.
    `programs` is the folder of pg_dump where it lies in none of the usual ones. `verify` restores the backup into a
    scratch server on this machine, whose data lies under `scratch`.
    """

    server: Server
    folder: Path
    secret: Secret
    superuser: Server | None = None
    programs: Path | None = None
    verify: bool = True
    scratch: Path | None = None
    retention: Retention = field(default_factory=Retention)


@dataclass(frozen=True)
class Made:
    """A finished backup; `breaches` are rules of the hospital that the backed-up data itself breaks."""

    path: Path
    bytes: int
    sha256: str
    seconds: float
    rows: int
    with_verifiers: bool
    verified: bool
    breaches: tuple[str, ...]
    removed: tuple[str, ...]


class Watch:
    """Told how far the work is, and asked whether to go on; `stop` may be set by another thread."""

    def __init__(self, say: Callable[[str], None] = lambda _: None, moved: Callable[[int], None] = lambda _: None):
        self.say = say
        self.moved = moved
        self.stop = threading.Event()

    def go_on(self, done: int) -> None:
        """Tell how many bytes are done. Raises Refused where the work was cancelled."""
        if self.stop.is_set():
            raise Refused("backup.cancelled", "The backup was cancelled; nothing was kept of it.")
        self.moved(done)


def back_up(wish: Wish, watch: Watch) -> Made:
    """Make one backup and note it in the database; old ones go by the retention rule.

    Raises Refused, Misconfigured or Unreachable with one sentence, and leaves nothing half done in the folder.
    """
    begun = time.monotonic()
    with _alone(wish.server) as connection:
        programs = programs_for(wish.server, connection.info.server_version // 10000, wish.programs)
        contents = told.of_snapshot(connection, read_roles(wish.server, wish.superuser))
        path = wish.folder / f"{contents.database}-{contents.made_at.strftime(_STAMP)}{SUFFIX}"
        with _named_when_whole(path, watch) as file:
            encrypting = Encrypting(file, wish.secret)
            encrypting.write(contents.packed())
            _dump(wish, programs, _exported(connection), encrypting, watch)
            encrypting.finish()
            connection.rollback()  # the snapshot holds back the cleaning of the tables
            file.flush()
            os.fsync(file.fileno())
            verified = verifying.tried(file.part, wish.secret, wish.scratch, watch.say) if wish.verify else None
    made = Made(
        path=path,
        bytes=file.written,
        sha256=file.digest.hexdigest(),
        seconds=round(time.monotonic() - begun, 1),
        rows=contents.rows,
        with_verifiers=contents.roles.with_verifiers,
        verified=verified is not None,
        breaches=verified.breaches if verified else (),
        removed=_retire(wish, contents.database),
    )
    _note(wish.server, made, contents.made_at)
    return made


@contextmanager
def _alone(server: Server) -> Iterator[psycopg.Connection[Any]]:
    """A snapshot of the database, held by the only backup that runs. Raises Refused while another does."""
    with contextlib.closing(connect(server, application="hms-backup", patient=True)) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        row = connection.execute("SELECT pg_try_advisory_lock(%s)", (_LOCK,)).fetchone()
        if row is None or not row[0]:
            raise Refused("backup.busy", "Another backup of this database is under way; wait for its end.")
        yield connection


def _exported(connection: psycopg.Connection[Any]) -> str:
    row = connection.execute("SELECT pg_export_snapshot()").fetchone()
    return str(row[0]) if row else ""


class _Part:
    """The file that is being written, under a name that nobody takes for a backup; counts and digests its bytes."""

    def __init__(self, file: BinaryIO, part: Path) -> None:
        self._file = file
        self.part = part
        self.digest = hashlib.sha256()
        self.written = 0
        self.flush = file.flush
        self.fileno = file.fileno

    def write(self, piece: bytes, /) -> int:
        self._file.write(piece)
        self.digest.update(piece)
        self.written += len(piece)
        return len(piece)


@contextmanager
def _named_when_whole(path: Path, watch: Watch) -> Iterator[_Part]:
    """The open file that gets its name, and its checksum beside it, when the work is done; else nothing is left."""
    folder = path.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob(f"*{SUFFIX}.part"):  # of a machine that went down: no backup runs but this one
        left.unlink()
    part, checksum = path.with_name(f"{path.name}.part"), path.with_name(f"{path.name}.sha256")
    try:
        with open(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:  # noqa: PTH123 - a handle
            file = _Part(opened, part)
            yield file
        checksum.write_text(f"{file.digest.hexdigest()}  {path.name}\n", encoding="ascii")
        watch.go_on(file.written)
        part.rename(path)
        sync_folder(folder)
    except BaseException as error:
        part.unlink(missing_ok=True)
        checksum.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in _FULL:
            raise Refused(
                "backup.disk_full",
                f"There is no room for the backup in {folder}; make room there or name another folder.",
            ) from None
        raise


def _dump(wish: Wish, programs: Programs, snapshot: str, to: Encrypting, watch: Watch) -> None:
    """Run pg_dump and pass on what it writes. Raises the one sentence for what it complains of."""
    command = [programs.path("pg_dump"), *DUMP, f"--snapshot={snapshot}"]
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            env=programs.variables(wish.server),
            creationflags=NO_WINDOW,
        ) as dump,
    ):
        assert dump.stdout is not None  # noqa: S101 - it is a pipe
        done = 0
        try:
            while piece := dump.stdout.read(PIPE_BYTES):
                to.write(piece)
                done += len(piece)
                watch.go_on(done)
        except BaseException:
            dump.kill()
            raise
        if dump.wait():
            complaints.seek(0)
            said = complaints.read().decode(errors="replace")
            raise failure("pg_dump", said, server=wish.server, major=programs.major)


def _retire(wish: Wish, database: str) -> tuple[str, ...]:
    """Remove the backups of this database that the retention rule no longer keeps; their names."""
    made = dict(backups_in(wish.folder, database))
    gone = sorted(made.keys() - wish.retention.kept(made))
    for moment in gone:
        made[moment].unlink(missing_ok=True)
        made[moment].with_name(f"{made[moment].name}.sha256").unlink(missing_ok=True)
    return tuple(made[moment].name for moment in gone)


def backups_in(folder: Path, database: str) -> Iterator[tuple[dt.datetime, Path]]:
    """The whole backups of a database in a folder, with the moments that their names tell."""
    form = re.compile(re.escape(database) + r"-(\d{8}T\d{6}Z)" + re.escape(SUFFIX))
    for path in folder.iterdir():
        if match := form.fullmatch(path.name):
            yield dt.datetime.strptime(match[1], _STAMP).replace(tzinfo=dt.UTC), path


def _note(server: Server, made: Made, made_at: dt.datetime) -> None:
    """Write the row by which everybody sees how old the newest backup is."""
    with connect(server, application="hms-backup") as connection:
        connection.execute(
            "SELECT hms.note_backup('dump', %s, %s, %s, %s, %s, %s, %s)",
            (made.path.name, made.bytes, made.sha256, made.seconds, made_at, made.verified, len(made.breaches)),
        )
