"""The folders that installer/freeze/build.sh makes, built once for all tests, and copies of them to be damaged."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
LONGEST = 900
"""Seconds for what takes one or two minutes on a quiet machine."""
OF_THE_DATABASE = ("migrations/versions/*.py", "hms_desktop/**/*.sql")
OF_THE_DESK = (*OF_THE_DATABASE, "resources/**/*")
"""What the programs read beside their code."""


@dataclass(frozen=True)
class Selftest:
    """How a selftest ended, and what each check said."""

    code: int
    states: dict[str, str]
    words: dict[str, str]


@dataclass(frozen=True)
class Frozen:
    """One folder with the programs that lie in it."""

    folder: Path

    @property
    def inside(self) -> Path:
        return self.folder / "_internal"

    def selftest(self, program: str) -> Selftest:
        """As IT asks for it. A program that could not begin to look has no states."""
        ran = subprocess.run(
            [self.folder / program, "--selftest", "--json"],
            capture_output=True,
            text=True,
            timeout=LONGEST,
            env=plain_environment(),
        )
        told = json.loads(ran.stdout) if ran.stdout else {"checks": []}
        checks = told["checks"]
        return Selftest(
            ran.returncode,
            {each["name"]: each["state"] for each in checks},
            {each["name"]: each["words"] for each in checks},
        )

    def copied(self, folder: Path) -> "Frozen":
        """A copy whose files are the same ones until one of them is replaced."""
        shutil.copytree(self.folder, folder / self.folder.name, symlinks=True, copy_function=os.link)
        return Frozen(folder / self.folder.name)

    def without(self, *patterns: str) -> "Frozen":
        """This copy, less the files under `_internal` that a pattern names; every pattern must name some."""
        for pattern in patterns:
            found = list(self.inside.glob(pattern))
            assert found, pattern
            for path in found:
                path.unlink()
        return self

    def names(self) -> list[str]:
        return [str(path.relative_to(self.inside)) for path in self.inside.rglob("*") if path.is_file()]


def unlike_the_sources(inside: Path, patterns: Iterable[str]) -> list[str]:
    """The files that a package lacks or holds otherwise than this checkout; one that was kept may be an old one.

    Translators' texts and the pictures of the project's page stay at home.
    """
    files = {path for pattern in patterns for path in HOUSE.glob(pattern) if path.is_file()}
    carried = sorted(path for path in files if path.suffix != ".ts" and "pictures" not in path.parts)
    assert carried
    names = [path.relative_to(HOUSE) for path in carried]
    return [
        str(name)
        for name in names
        if not (inside / name).is_file() or (inside / name).read_bytes() != (HOUSE / name).read_bytes()
    ]


def plain_environment() -> dict[str, str]:
    """Without what this checkout, its Python and its tests have set."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "QT_", "HMS_", "VIRTUAL_ENV", "PYTEST"))
    }


def build(package: str, out: Path) -> Frozen:
    """As one command does it; skips where this is no Linux."""
    if sys.platform != "linux":
        pytest.skip("Windows has a build of its own")
    done = subprocess.run(
        ["sh", HOUSE / "installer" / "freeze" / "build.sh", package, out],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        env=plain_environment(),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Frozen(out / f"hms-{package}")


@pytest.fixture(scope="session")
def builds() -> Iterator[Path]:
    """Where builds lie, on a disk and open to every account; HMS_FROZEN names one that keeps what was built there."""
    if kept := os.environ.get("HMS_FROZEN"):
        yield Path(kept)
        return
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="hms-frozen-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def desktop(builds: Path) -> Frozen:
    made = Frozen(builds / "hms-desktop")
    return made if made.folder.is_dir() else build("desktop", builds)


@pytest.fixture(scope="session")
def admin(builds: Path) -> Frozen:
    made = Frozen(builds / "hms-admin")
    return made if made.folder.is_dir() else build("admin", builds)


@pytest.fixture
def damaged(desktop: Frozen, builds: Path) -> Iterator[Frozen]:
    """A copy of the desk's folder, on the same disk, and open to the account that serves where root runs the tests.

    Else the embedded server would be the copy of it that an earlier program has left on this machine.
    """
    with tempfile.TemporaryDirectory(dir=builds, prefix="damaged-") as folder:
        Path(folder).chmod(0o755)
        yield desktop.copied(Path(folder))
