"""A real streaming replica of an embedded server, that can be stopped and started while somebody reads from it."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import psycopg

from hms_desktop.core.programs import binaries_for, environment, give_all, server_account
from hms_desktop.core.settings import Server
from tests.waiting import wait_until


class StreamingReplica:
    """A second cluster that follows `primary`; its socket lies in `folder`, which the server's account can enter."""

    def __init__(self, primary: Server, folder: Path) -> None:
        self._folder = folder
        self._account = server_account()
        self._programs = binaries_for(self._account)
        self._run = folder / "run"
        self.server = replace(primary, host=str(self._run))
        told = {"PGHOST": primary.host, "PGPORT": str(primary.port), "PGUSER": primary.user}
        self._environment = environment() | told | {"PGPASSWORD": primary.password}
        self._run.mkdir(mode=0o700)
        if self._account:
            give_all(folder, self._account)
        self._as_account = (
            {"user": self._account.uid, "group": self._account.gid, "extra_groups": []} if self._account else {}
        )
        self._do("pg_basebackup", f"--pgdata={folder / 'cluster'}", "--write-recovery-conf", "--checkpoint=fast")
        settings = (folder / "cluster" / "postgresql.auto.conf").open("a")
        with settings:
            settings.write(f"unix_socket_directories = '{self._run}'\nlisten_addresses = ''\n")
            settings.write("fsync = off\nmax_connections = 200\nwal_retrieve_retry_interval = 100ms\n")
        self._process: subprocess.Popen[bytes] | None = None

    def _do(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self._programs / program, *arguments],
            env=self._environment,
            cwd="/",
            check=True,
            capture_output=True,
            **self._as_account,  # type: ignore[arg-type]  # whatever run takes
        )

    def start(self) -> None:
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", str(self._folder / "cluster")],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._environment,
                cwd="/",
                **self._as_account,  # type: ignore[call-overload]  # whatever Popen takes
            )
        wait_until(self._follows, "the replica follows")

    def stop(self) -> None:
        """At once: whoever reads from it is cut off."""
        if self._process is not None:
            self._do("pg_ctl", "stop", "-D", str(self._folder / "cluster"), "-m", "immediate")
            self._process.wait()
            self._process = None

    def sql(self, statement: str) -> list[tuple[object, ...]]:
        with psycopg.connect(**self.server.parameters(), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def _follows(self) -> bool:
        try:
            return self.sql("SELECT pid FROM pg_stat_wal_receiver WHERE status = 'streaming'") != []
        except psycopg.OperationalError:
            return False

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
