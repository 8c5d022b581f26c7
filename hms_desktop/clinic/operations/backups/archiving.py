"""The archive of the embedded server's log: kept file by file or as it is written, on top of base backups."""

import datetime as dt
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from hms_desktop.clinic.operations.backups.encryption import sync_folder
from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import EmbeddedPostgres
from hms_desktop.core.errors import Misconfigured, Refused, Unreachable
from hms_desktop.core.keeper import waited
from hms_desktop.core.programs import (
    NO_WINDOW,
    Account,
    binaries_for,
    environment,
    give_all,
    may_pass,
    server_account,
)
from hms_desktop.core.settings import Server
from hms_desktop.core.settings_file import write_secret

SLOT = "hms_archive"
SEGMENT_SECONDS = 60
"""A file of the log is closed after so long even when it is not full; what is lost with the machine is no more."""
MOST_KEPT_FOR_A_FOLLOWER = "8GB"
STAMP = "%Y%m%dT%H%M%SZ"
_PLAIN = re.compile(r"[\w./ +-]+")
_STARTS_AT = re.compile(r"START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)")
_SEGMENT = re.compile(r"[0-9A-F]{24}(\.partial)?")


@dataclass(frozen=True)
class Archive:
    """A folder on another disk, best on another machine: base backups, the log since then, the server's secret."""

    folder: Path

    @property
    def wal(self) -> Path:
        return self.folder / "wal"

    @property
    def bases(self) -> Path:
        return self.folder / "base"

    @property
    def secret(self) -> Path:
        """The embedded server's own secret, which its restored cluster asks for."""
        return self.folder / "secret"

    def base_backups(self) -> list[tuple[dt.datetime, Path]]:
        """The whole base backups with the moments at which they ended, oldest first."""
        if not self.bases.is_dir():
            return []
        found = (path for path in self.bases.iterdir() if not path.name.endswith(".part"))
        return sorted((dt.datetime.strptime(path.name, STAMP).replace(tzinfo=dt.UTC), path) for path in found)

    def make(self, account: Account | None) -> None:
        """Make the folders, for the server's account too. Raises Refused where it cannot reach them."""
        if not _PLAIN.fullmatch(str(self.folder)):
            raise Refused("archive.name", f"{self.folder} holds signs that a command line may misread; name another.")
        for path in (self.folder, self.wal, self.bases):
            path.mkdir(mode=0o711 if account and path == self.folder else 0o700, parents=True, exist_ok=True)
        if account:
            give_all(self.wal, account)
            give_all(self.bases, account)
            if not may_pass(self.folder, account):
                raise Refused(
                    "archive.unreachable",
                    f"The built-in database runs as 'nobody', who cannot enter {self.folder}; name another folder.",
                )


def switch_on(postgres: EmbeddedPostgres, archive: Archive) -> bool:
    """Let the server hand over each finished file of its log; False where that begins only with its next start.

    Raises Refused on Windows, where no command of the system copies durably: `follow` does.
    """
    if sys.platform == "win32":
        raise Refused("archive.windows", "On Windows the log is archived by `hms-admin archive follow`; run that.")
    archive.make(server_account())
    # It never replaces a file by another one, and a file has its name only when all of it lies on the disk.
    wal = archive.wal
    command = (
        f'if test -f "{wal}/%f"; then cmp -s "%p" "{wal}/%f"; else '
        f'cp "%p" "{wal}/%f.new" && sync "{wal}/%f.new" && mv "{wal}/%f.new" "{wal}/%f" && sync "{wal}"; fi'
    )
    with _superuser(postgres.start()) as server:
        _set(server, "archive_mode", "on")
        _set(server, "archive_command", command)
        _set(server, "archive_timeout", f"{SEGMENT_SECONDS}s")
    postgres.stop()  # archive_mode is read at the start
    with _superuser(postgres.start()) as server:
        row = server.execute("SHOW archive_mode").fetchone()
        return row is not None and row[0] == "on"


def switch_off(postgres: EmbeddedPostgres) -> None:
    """The server keeps its log to itself again, and waits for nobody who follows it."""
    with _superuser(postgres.start()) as server:
        for name in ("archive_mode", "archive_command", "archive_timeout", "synchronous_standby_names"):
            server.execute(sql.SQL("ALTER SYSTEM RESET {}").format(sql.Identifier(name)))
        server.execute("SELECT pg_reload_conf()")
        server.execute(
            "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = %s AND NOT active",
            (SLOT,),
        )


def make_base(postgres: EmbeddedPostgres, archive: Archive, *, keep: int = 2, database: str = "hms") -> Path:
    """A copy of the running cluster, checked file by file; the `keep` newest stay, with the log since the oldest.

    The hospital's `database`, where it is there, is told of it.

    Raises Refused or Unreachable; nothing half done is left.
    """
    account = server_account()
    archive.make(account)
    server = postgres.start()
    begun = time.monotonic()
    part = archive.bases / "new.part"
    shutil.rmtree(part, ignore_errors=True)
    try:
        _run(server, account, "pg_basebackup", f"--pgdata={part}", "--checkpoint=fast", "--wal-method=stream")
        _run(server, account, "pg_verifybackup", "--quiet", str(part))
        made = archive.bases / dt.datetime.now(dt.UTC).strftime(STAMP)
        part.rename(made)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    sync_folder(archive.bases)
    write_secret(archive.secret, server.password)
    _retire(archive, keep)
    with suppress(Misconfigured):  # a server without a hospital, which has nobody to tell
        _note(replace(server, dbname=database), made, time.monotonic() - begun)
    return made


def _note(server: Server, made: Path, seconds: float) -> None:
    size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file())
    with connect(server, application="hms-archive") as connection:
        connection.execute(
            "SELECT hms.note_backup('base', %s, %s, '', %s, clock_timestamp(), true, 0)", (made.name, size, seconds)
        )


def _retire(archive: Archive, keep: int) -> None:
    """Remove all but the newest base backups, and the log that only the removed ones needed."""
    *old, _newest = archive.base_backups()
    for _made, path in old[: max(0, len(old) + 1 - keep)]:
        shutil.rmtree(path)
    oldest = archive.base_backups()[0][1]
    starts = _STARTS_AT.search((oldest / "backup_label").read_text("utf-8"))
    if starts is None:
        return
    for path in archive.wal.iterdir():
        if _SEGMENT.fullmatch(path.name) and path.name[8:24] < starts[1][8:]:
            path.unlink()


@contextmanager
def followed(
    postgres: EmbeddedPostgres, archive: Archive, *, nothing_lost: bool
) -> Iterator["subprocess.Popen[bytes]"]:
    """Write the server's log into the archive while it is written there; the program that does so, until the end.

    With `nothing_lost` no commit is answered before it lies in the archive too; should the program die without its
    end, commits wait some seconds each until it runs again or `archive off` is said.
    """
    account = server_account()
    archive.make(account)
    server = postgres.start()
    with _superuser(server) as connection:
        _set(connection, "max_slot_wal_keep_size", MOST_KEPT_FOR_A_FOLLOWER)
        connection.execute("SELECT pg_reload_conf()")
        if connection.execute("SELECT 1 FROM pg_replication_slots WHERE slot_name = %s", (SLOT,)).fetchone() is None:
            connection.execute("SELECT pg_create_physical_replication_slot(%s, true)", (SLOT,))
    command = ("pg_receivewal", f"--directory={archive.wal}", f"--slot={SLOT}", "--synchronous", "--no-password")
    receiver = _started(server, account, *command, complaints=None)
    try:
        if not waited(lambda: receiver.poll() is not None or _streams(server), 30) or receiver.poll() is not None:
            raise Unreachable("archive.follow", "The server's log cannot be followed; does somebody follow it already?")
        _wait_for_follower(server, wait=nothing_lost)
        yield receiver
    finally:
        if nothing_lost:
            _wait_for_follower(server, wait=False)
        receiver.terminate()
        receiver.wait()


def _wait_for_follower(server: Server, *, wait: bool) -> None:
    """Whether commits wait for the archive; a server that is gone waits for nobody."""
    try:
        with _superuser(server) as connection:
            _set(connection, "synchronous_standby_names", SLOT if wait else "")
            connection.execute("SELECT pg_reload_conf()")
    except Unreachable:
        if wait:
            raise


def _streams(server: Server) -> bool:
    with _superuser(server) as connection:
        found = connection.execute(
            "SELECT 1 FROM pg_stat_replication WHERE application_name = %s AND state = 'streaming'", (SLOT,)
        ).fetchone()
    return found is not None


def restore(archive: Archive, data: Path, until: dt.datetime | None) -> dt.datetime | None:
    """Bring the cluster back into the empty folder `data`, as it was at `until` or at the end of the log.

    Returns the moment of the last change that is there. Raises Refused where the archive does not reach so far back,
    Unreachable where the log ends before `until`.
    """
    if data.exists() and any(data.iterdir()):
        raise Refused("archive.not_empty", f"The folder {data} is not empty; a restore takes a new one.")
    fitting = [path for made, path in archive.base_backups() if until is None or made <= until]
    if not fitting or not archive.secret.is_file():
        raise Refused("archive.no_base", f"{archive.folder} holds no base backup that is old enough.")
    account = server_account()
    data.mkdir(mode=0o711 if account else 0o700, parents=True, exist_ok=True)
    (data / "starting.lock").touch(mode=0o600)
    write_secret(data / "secret", archive.secret.read_text("ascii"))
    shutil.copytree(fitting[-1], data / "cluster")
    (data / "cluster").chmod(0o700)
    replay = _replayable(archive, data / "replay")
    _tell_to_replay(data / "cluster", replay, until)
    if account:
        give_all(data / "cluster", account)
        give_all(replay, account)
    return _replayed(EmbeddedPostgres(data), replay)


def _replayable(archive: Archive, replay: Path) -> Path:
    """A copy of the log's files, the one that was being written when the server was lost among them."""
    replay.mkdir(mode=0o700)
    for path in archive.wal.iterdir():
        whole = path.with_suffix("") if path.suffix == ".partial" else path
        if path == whole or not whole.exists():
            shutil.copyfile(path, replay / whole.name)
    return replay


def _tell_to_replay(cluster: Path, replay: Path, until: dt.datetime | None) -> None:
    """The settings of the recovery, instead of those by which the lost server was archived."""
    automatic = cluster / "postgresql.auto.conf"
    ours = ("archive_", "restore_", "recovery_", "synchronous_standby_names")
    kept = [line for line in automatic.read_text("utf-8").splitlines() if not line.startswith(ours)]
    told = [f'restore_command = \'cp "{replay}/%f" "%p"\'', "recovery_target_action = 'promote'"]
    if sys.platform == "win32":
        told[0] = "restore_command = 'copy \"" + str(replay / "%f").replace("\\", "\\\\") + '" "%p"\''
    if until is not None:
        told.append(f"recovery_target_time = '{until.isoformat()}'")
    automatic.write_text("".join(f"{line}\n" for line in [*kept, *told]), "utf-8")
    (cluster / "recovery.signal").touch(mode=0o600)


def _replayed(postgres: EmbeddedPostgres, replay: Path) -> dt.datetime | None:
    """Start it, wait until it has replayed everything and serves, and take the recovery's settings away."""
    with postgres:
        if not waited(lambda: _serves(postgres.server), 24 * 3600):
            raise Unreachable("archive.replay", "The log is not replayed after a day; see the server's own log.")
        with _superuser(postgres.server) as server:
            row = server.execute("SELECT pg_last_xact_replay_timestamp()").fetchone()
            for name in ("restore_command", "recovery_target_action", "recovery_target_time"):
                server.execute(sql.SQL("ALTER SYSTEM RESET {}").format(sql.Identifier(name)))
            server.execute("SELECT pg_reload_conf()")
    shutil.rmtree(replay)
    return row[0] if row else None


def _serves(server: Server) -> bool:
    try:
        with _superuser(server) as connection:
            row = connection.execute("SELECT NOT pg_is_in_recovery()").fetchone()
            return row is not None and bool(row[0])
    except Unreachable:
        return False


@contextmanager
def _superuser(server: Server) -> Iterator[psycopg.Connection[Any]]:
    with connect(replace(server, dbname="postgres"), application="hms-archive", autocommit=True) as connection:
        yield connection


def _set(connection: psycopg.Connection[Any], name: str, value: str) -> None:
    connection.execute(sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), sql.Literal(value)))


def _started(
    server: Server, account: Account | None, program: str, *arguments: str, complaints: int | None
) -> "subprocess.Popen[bytes]":
    """A program of the server's release under the server's account, which owns what it writes.

    Its `complaints` go into a pipe or, where None is said, to wherever this program's own go.
    """
    told = {"PGHOST": server.host, "PGPORT": str(server.port), "PGUSER": server.user, "PGPASSWORD": server.password}
    return subprocess.Popen(
        [str(binaries_for(account) / program), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        env=environment() | told | {"PGAPPNAME": SLOT},
        cwd="/" if account else None,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        creationflags=NO_WINDOW,
    )


def _run(server: Server, account: Account | None, program: str, *arguments: str) -> None:
    with _started(server, account, program, *arguments, complaints=subprocess.PIPE) as running:
        _told, complained = running.communicate()
    if running.returncode:
        said = complained.decode(errors="replace").strip().splitlines()
        if any("No space left" in line for line in said):
            raise Refused("archive.disk_full", "There is no room for the base backup; make room and try again.")
        raise Misconfigured(
            "archive.failed", f"{program} failed: {said[-1].rstrip('.') if said else 'no reason given'}."
        )
