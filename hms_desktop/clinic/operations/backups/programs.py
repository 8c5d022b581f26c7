"""Finds PostgreSQL's own pg_dump and pg_restore in the server's release, and says which package brings them."""

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hms_desktop.core.errors import HmsError, Misconfigured, Refused, Unreachable
from hms_desktop.core.programs import NO_WINDOW, binaries, environment
from hms_desktop.core.settings import Server

_SUFFIX = ".exe" if sys.platform == "win32" else ""


@dataclass(frozen=True)
class Programs:
    """The client programs of one PostgreSQL release in one folder; `embedded` where they came with this suite."""

    folder: Path
    major: int
    embedded: bool = False

    def path(self, name: str) -> str:
        return str(self.folder / f"{name}{_SUFFIX}")

    def variables(self, server: Server) -> dict[str, str]:
        """The environment in which they reach `server`; its password stands nowhere else."""
        plain = environment() if self.embedded else _plain_environment()
        told = {
            "PGHOST": server.host,
            "PGPORT": str(server.port),
            "PGDATABASE": server.dbname,
            "PGUSER": server.user,
            "PGPASSWORD": server.password,
            "PGSSLMODE": server.sslmode,
            "PGCONNECT_TIMEOUT": "10",
            "PGAPPNAME": "hms-backup",
        }
        if server.sslmode == "verify-full":
            told |= {"PGSSLROOTCERT": server.certificate_file, "PGCHANNELBINDING": "require"}
        return plain | {name: value for name, value in told.items() if value}


def programs_for(server: Server, major: int, folder: Path | None = None) -> Programs:
    """The programs of release `major` that can speak to `server`: from `folder`, this suite's, PATH or the system's.

    Raises Misconfigured with one sentence which package to install.
    """
    encrypted = server.sslmode == "verify-full"
    found = [_look(folder)] if folder else list(_candidates(encrypted=encrypted))
    for each in found:
        if each is not None and each.major == major:
            return each
    where = f"in {folder}" if folder else "on this machine"
    others = sorted({each.major for each in found if each is not None})
    have = f" (only of {', '.join(map(str, others))})" if others else ""
    raise Misconfigured(
        "backup.programs",
        f"There is no pg_dump of PostgreSQL {major} {where}{have}; {_package(major, encrypted=encrypted)}, "
        "or name its folder with --programs.",
    )


def _package(major: int, *, encrypted: bool) -> str:
    reason = ", the one that comes with this suite cannot encrypt its connection" if encrypted else ""
    return f"install the package postgresql-client-{major} (Debian, or apt.postgresql.org){reason}"


def _candidates(*, encrypted: bool) -> Iterator[Programs | None]:
    if not encrypted:
        with contextlib.suppress(Misconfigured):  # installed without the embedded server
            yield _look(binaries(), embedded=True)
    for folder in os.get_exec_path():
        yield _look(Path(folder))
    for parent in (Path("/usr/lib/postgresql"), Path("C:/Program Files/PostgreSQL")):
        if parent.is_dir():
            yield from (_look(release / "bin") for release in sorted(parent.iterdir()))


def _look(folder: Path, *, embedded: bool = False) -> Programs | None:
    program = folder / f"pg_dump{_SUFFIX}"
    if not program.is_file():
        return None
    try:
        said = subprocess.run(
            [program, "--version"],
            capture_output=True,
            text=True,
            env=environment() if embedded else _plain_environment(),
            creationflags=NO_WINDOW,
            timeout=20,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r"\) (\d+)", said)
    return Programs(folder, int(found[1]), embedded) if found else None


def _plain_environment() -> dict[str, str]:
    """This program's environment without settings of libpq that somebody left there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C"}


def failure(program: str, said: str, *, server: Server, major: int) -> HmsError:
    """The one sentence for a program that failed with `said` on its error output."""
    if "SSL support is not compiled in" in said or "SSL is not compiled in" in said:
        return Misconfigured(
            "backup.no_tls", f"This {program} cannot encrypt its connection; {_package(major, encrypted=False)}."
        )
    if "No space left on device" in said:
        return Refused("backup.disk_full", f"The disk became full while {program} worked; make room and try again.")
    if "permission denied" in said:
        return Refused("backup.denied", f"{server.user} may not read everything; a backup signs in as hms_backup.")
    if re.search(r"could not connect|connection to server|server closed the connection|terminating connection", said):
        return Unreachable("backup.away", "The server went away during the work; nothing was kept of it, try again.")
    last = next((line for line in reversed(said.splitlines()) if line.strip()), "it gave no reason")
    return Misconfigured("backup.program_failed", f"{program} failed: {last.strip().rstrip('.')}.")
