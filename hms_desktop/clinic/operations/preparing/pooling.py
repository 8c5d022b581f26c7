"""The step for PgBouncer: its configuration and its one password in a folder, and the function by which it asks."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from psycopg import sql

from hms_desktop.clinic.operations.installing import verifier
from hms_desktop.clinic.operations.preparing.cluster import Cluster
from hms_desktop.clinic.operations.preparing.entry import POOLER
from hms_desktop.clinic.operations.preparing.steps import Finding, Say, State
from hms_desktop.core import places
from hms_desktop.core.settings_file import write_secret

_FILE, _USERS = "pgbouncer.ini", "users"
_OWN_CONNECTIONS = 60
"""Of the server's connections these are left to listeners, services and IT; the others are PgBouncer's."""


@dataclass(frozen=True)
class Pooling:
    """pgbouncer.ini and users in `folder`, to be looked at and laid into /etc/pgbouncer; nothing is started."""

    cluster: Cluster
    folder: Path | None
    title: str = "PgBouncer's configuration"
    undo: str = "DROP SCHEMA pooler CASCADE and DROP ROLE hms_pooler; remove the folder."

    def examine(self) -> Finding:
        if self.folder is None:
            return Finding(State.UNASKED, ("--pooler FOLDER makes it; it helps beyond some 1,500 connections.",))
        lines = [*self._files_to_write(self.folder), *self._role_to_make()]
        if not lines:
            return Finding(State.THERE, (f"{self.folder}.",))
        return Finding(State.MAKE, tuple(lines))

    def do(self, say: Say) -> None:
        if self.folder is None:
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.cluster.opened(hospital=True) as connection:
            connection.execute((places.resources() / "pooler" / "verifiers.sql").read_bytes())
            users = self.folder / _USERS
            if not users.exists():
                password = secrets.token_urlsafe(24)
                write_secret(users, f'"{POOLER}" "{password}"\n')
                connection.execute(
                    sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                        sql.Identifier(POOLER), sql.Literal(verifier(connection, POOLER, password))
                    )
                )
        if not (self.folder / _FILE).exists():
            write_secret(self.folder / _FILE, self._configuration())
        say(f"  Look at {self.folder}, then lay both files into /etc/pgbouncer for PgBouncer's account alone.")

    def _files_to_write(self, folder: Path) -> list[str]:
        lines: list[str] = []
        if not (folder / _FILE).exists():
            lines.append(f"{folder / _FILE} (one that is there is never written over).")
        if not (folder / _USERS).exists():
            lines.append(f"{folder / _USERS} with a new password of {POOLER}.")
        return lines

    def _role_to_make(self) -> list[str]:
        made = self.cluster.value("SELECT 1 FROM pg_authid WHERE rolname = %s AND rolpassword IS NOT NULL", POOLER)
        function = None
        if self.cluster.has_hospital():
            with self.cluster.opened(hospital=True) as connection:
                function = connection.execute(
                    "SELECT 1 WHERE to_regprocedure('pooler.verifier_of(text)') IS NOT NULL"
                ).fetchone()
        if made and function:
            return []
        return [f"The login {POOLER} and pooler.verifier_of(), which tells it the verifiers of people, and only those."]

    def _configuration(self) -> str:
        """The configuration that comes with the suite, for this server."""
        with self.cluster.opened() as connection:
            row = connection.execute(
                "SELECT current_setting('port'), current_setting('max_connections')::int, "
                "current_setting('ssl_cert_file'), current_setting('ssl_key_file')"
            ).fetchone()
        port, connections, certificate, key = row or ("5432", 0, "", "")
        host = "127.0.0.1" if self.cluster.superuser.local else self.cluster.superuser.host
        told = {
            self.cluster.dbname: f"host={host} port={port} dbname={self.cluster.dbname}",
            "max_db_connections": str(max(20, connections - _OWN_CONNECTIONS)),
        }
        if Path(certificate).is_absolute():
            told |= {"client_tls_cert_file": certificate, "client_tls_key_file": key}
        return told_in((places.resources() / "pooler" / _FILE).read_text("utf-8"), told)


def told_in(template: str, told: Mapping[str, str]) -> str:
    """`template` with these values; the line of the database is the first under [databases], whatever its name."""
    lines: list[str] = []
    section = ""
    for line in template.splitlines():
        if line.startswith("["):
            section = line
        name = line.partition("=")[0].strip()
        if section == "[databases]" and re.match(r"\w+ *=", line):
            database = next(name for name, value in told.items() if "dbname=" in value)
            line = f"{database} = {told[database]}"
        elif "=" in line and name in told and not line.startswith(";"):
            line = f"{name} = {told[name]}"
        lines.append(line)
    return "\n".join([*lines, ""])
