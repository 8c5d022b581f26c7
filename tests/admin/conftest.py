"""hms-admin as IT runs it: a program of its own, on a server of its own."""

import contextlib
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hms_desktop.admin.main import main
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_settings

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def hms_admin(
    home: Path, *arguments: object, most_file_bytes: int = 0, **variables: str
) -> "subprocess.CompletedProcess[str]":
    """Run one command to its end, nobody at the keyboard, with a home folder and settings of its own.

    Where `most_file_bytes` are named, no file can grow beyond them, as on a full disk.
    """
    narrow = ("prlimit", f"--fsize={most_file_bytes}") if most_file_bytes else ()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HMS_", "PG", "XDG_"))}
    return subprocess.run(
        [*narrow, sys.executable, "-m", "hms_desktop.admin.main", *(str(argument) for argument in arguments)],
        env={**kept, "HOME": str(home), **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@pytest.fixture
def run_alone(tmp_path: Path) -> Run:
    """One command as a program of its own."""

    def alone(*arguments: object, **variables: str) -> "subprocess.CompletedProcess[str]":
        return hms_admin(tmp_path, *arguments, **variables)

    return alone


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """The same within this process, which is quicker."""
    for name in [name for name in os.environ if name.startswith(("HMS_", "PG", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    before = signal.getsignal(signal.SIGTERM)

    def within(*arguments: object, **variables: str) -> "subprocess.CompletedProcess[str]":
        told, complained = io.StringIO(), io.StringIO()
        with (
            pytest.MonkeyPatch.context() as patch,
            Path(os.devnull).open(encoding="utf-8") as nobody,
            contextlib.redirect_stdout(told),
            contextlib.redirect_stderr(complained),
        ):
            patch.setattr(sys, "stdin", nobody)
            for name, value in variables.items():
                patch.setenv(name, value)
            code = main([str(argument) for argument in arguments])
        return subprocess.CompletedProcess([], code, told.getvalue(), complained.getvalue())

    yield within
    signal.signal(signal.SIGTERM, before)


@dataclass(frozen=True)
class Central:
    """A hospital's server that `hms-admin init` has prepared, and the files that IT keeps."""

    server: Server
    folder: Path
    said: str

    @property
    def as_ada(self) -> tuple[object, ...]:
        """The options with which the first administrator signs in."""
        return ("--settings", self.folder / "settings.toml", "--login", "ada", *self.password_of("ada"))

    def password_of(self, login: str) -> tuple[object, ...]:
        return ("--login-password-file", self.folder / f"{login}.password")


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    folder = tmp_path_factory.mktemp("central")
    with scratch() as postgres:
        server = postgres.server
        write_settings(folder / "settings.toml", Settings(Server(server.host, server.port), workstation="it-pc"))
        (folder / "super.password").write_text(f"{server.password}\n", encoding="utf-8")
        (folder / "ada.password").write_text("correct horse battery\n", encoding="utf-8")
        done = hms_admin(folder, "init", "--settings", folder / "settings.toml", *init_options(folder, server), "--yes")
        assert done.returncode == 0, done.stderr
        yield Central(Server(server.host, server.port), folder, done.stdout)


def init_options(folder: Path, server: Server) -> tuple[object, ...]:
    return (
        *("--superuser", server.user, "--superuser-password-file", folder / "super.password"),
        *("--hospital", "St. Example", "--time-zone", "Africa/Nairobi"),
        *("--administrator", "ada", "--name", "Ada Example", "--password-file", folder / "ada.password"),
        *("--service-passwords", folder / "services.toml"),
    )
