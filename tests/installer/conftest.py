"""The server's package, built once for all tests that try it."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]


@dataclass(frozen=True)
class Packages:
    """The package as it is built, built once more, and with a higher version."""

    first: Path
    again: Path
    newer: Path


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    for tool in ("dpkg-deb", "objdump"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    folder = tmp_path_factory.mktemp("packages")
    frozen = Path(os.environ.get("HMS_FROZEN") or folder / "frozen")
    if not (frozen / "hms-admin").is_dir():
        subprocess.run(["sh", HOUSE / "installer/freeze/build.sh", "admin", frozen], check=True)

    def built(name: str) -> Path:
        subprocess.run(
            ["sh", HOUSE / "installer/server/build.sh", folder / name],
            env={**os.environ, "HMS_FROZEN": str(frozen)},
            check=True,
        )
        return next((folder / name).glob("*.deb"))

    first = built("first")
    return Packages(first, built("again"), with_version("99.0.0", first, folder / "newer"))


def with_version(version: str, package: Path, folder: Path) -> Path:
    """The same package once more under another version, packed in no time."""
    subprocess.run(["dpkg-deb", "--raw-extract", package, folder], check=True)
    control = folder / "DEBIAN/control"
    control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {version}", control.read_text("utf-8")), "utf-8")
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", folder, folder.parent], check=True)
    return next(folder.parent.glob(f"*_{version}_*.deb"))
