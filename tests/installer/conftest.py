"""How long tests of packages may take, and the server's package, built once for all tests that try it."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
LONGEST = 3600
"""Seconds until a test that builds packages is held to hang: on a busy machine it takes ten times as long."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("packaging"):
            item.add_marker(pytest.mark.timeout(LONGEST))


@dataclass(frozen=True)
class Packages:
    """The package as it is built, built once more, and with a higher version; each is made when it is asked for."""

    folder: Path
    frozen: Path

    @cached_property
    def first(self) -> Path:
        return self._built("first")

    @cached_property
    def again(self) -> Path:
        return self._built("again")

    @cached_property
    def newer(self) -> Path:
        return with_version("99.0.0", self.first, self.folder / "newer")

    def _built(self, name: str) -> Path:
        subprocess.run(
            ["sh", HOUSE / "installer/server/build.sh", self.folder / name],
            env={**os.environ, "HMS_FROZEN": str(self.frozen)},
            check=True,
        )
        return next((self.folder / name).glob("*.deb"))


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    for tool in ("dpkg-deb", "objdump"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    folder = tmp_path_factory.mktemp("packages")
    frozen = Path(os.environ.get("HMS_FROZEN") or folder / "frozen")
    if not (frozen / "hms-admin").is_dir():
        subprocess.run(["sh", HOUSE / "installer/freeze/build.sh", "admin", frozen], check=True)
    return Packages(folder, frozen)


def with_version(version: str, package: Path, folder: Path) -> Path:
    """The same package once more under another version, packed in no time."""
    subprocess.run(["dpkg-deb", "--raw-extract", package, folder], check=True)
    control = folder / "DEBIAN/control"
    control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {version}", control.read_text("utf-8")), "utf-8")
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", folder, folder.parent], check=True)
    return next(folder.parent.glob(f"*_{version}_*.deb"))
