"""A real PgBouncer in transaction mode before a server, where one is installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from hms_desktop.core import places
from hms_desktop.core.programs import give_all, server_account
from hms_desktop.core.settings import Server
from tests.waiting import wait_until

PROGRAM = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin:/usr/local/sbin")
PORT = 6432


class PgBouncer:
    """Shares `sessions` sessions of each login between all who come; it asks `server` who may, as a hospital's does.

    At most so many `clients` may come, and they have so many sessions `together` (0: no limit).
    """

    def __init__(
        self, server: Server, folder: Path, *, sessions: int = 2, clients: int = 500, together: int = 0
    ) -> None:
        self._folder = folder
        self._server = server
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "pgbouncer.ini").write_text(
            f"""
            [databases]
            * = host={server.host} port={server.port}
            [pgbouncer]
            listen_addr =
            listen_port = {PORT}
            unix_socket_dir = {folder}
            auth_type = scram-sha-256
            auth_file = {folder}/users
            auth_user = hms_pooler
            auth_query = SELECT login, verifier FROM pooler.verifier_of($1)
            pool_mode = transaction
            default_pool_size = {sessions}
            max_client_conn = {clients}
            max_db_connections = {together}
            """.replace("            ", ""),
            "utf-8",
        )
        self._let_in()

    @property
    def address(self) -> str:
        """What the setting `server.pooler` says."""
        return f"{self._folder}:{PORT}"

    def _let_in(self) -> None:
        """What IT does once in the hospital's database, and the one password that the pooler keeps."""
        script = (places.resources() / "pooler" / "verifiers.sql").read_bytes()
        with psycopg.connect(**self._server.parameters(), autocommit=True) as connection:
            connection.execute(script)
            connection.execute("ALTER ROLE hms_pooler CONNECTION LIMIT -1 PASSWORD 'a password of the pooler'")
        (self._folder / "users").write_text('"hms_pooler" "a password of the pooler"\n', "utf-8")

    def start(self) -> None:
        account = server_account()
        if account:
            give_all(self._folder, account)
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(PROGRAM), str(self._folder / "pgbouncer.ini")],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                **({"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}),  # type: ignore[call-overload]  # whatever Popen takes
            )
        wait_until(self._answers, "the pooler answers")

    def stop(self) -> None:
        """At once: whoever it serves is cut off."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
            for left in self._folder.glob(".s.PGSQL.*"):
                left.unlink()

    def _answers(self) -> bool:
        try:
            there = replace(self._server, host=str(self._folder), port=PORT, user="hms_pooler")
            psycopg.connect(**replace(there, password="a password of the pooler").parameters()).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def pooler(server: Server, *, sessions: int = 2, clients: int = 500, together: int = 0) -> Iterator[PgBouncer]:
    """A running PgBouncer before `server`; the test is skipped where none is installed."""
    if PROGRAM is None:
        pytest.skip("PgBouncer is not installed (apt install pgbouncer)")
    folder = Path(tempfile.mkdtemp(prefix="hms-pooler-"))
    try:
        made = PgBouncer(server, folder, sessions=sessions, clients=clients, together=together)
        made.start()
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder)
