"""One command builds each package on a Debian 12 that has nothing yet: no Python, no compiler, no certificates."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installer.debian_root import DebianRoot

HOUSE = Path(__file__).parents[2]
COMMANDS = {
    "desk for Linux": ("installer/freeze/build.sh desktop out", "hms-desktop/hms-desktop"),
    "server": ("installer/server/build.sh out", "hms-server_*_amd64.deb"),
    "screen": ("installer/raspberry/build.sh out", "hms-kiosk_*_arm64.deb"),
    "Windows": ("installer/windows/build.sh out", "hms-desktop-*-x64.msi"),
}
"""What is typed behind `sh`, and what then lies in `out`."""
AUTHORITIES, LAID = "SSL_CERT_FILE", "/etc/authorities.pem"
PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def bare() -> Iterator[DebianRoot]:
    """On a disk: what is built in it takes gigabytes."""
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="hms-bare-") as folder:
        yield DebianRoot.made(Path(folder))


@pytest.fixture
def machine(bare: DebianRoot) -> Iterator[DebianRoot]:
    """Another one of the same, with the sources."""
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="hms-building-") as folder:
        made = bare.copied(Path(folder))
        lay_sources(made.path / "hms")
        yield made


def lay_sources(folder: Path) -> None:
    """As they stand here, without what git does not know."""
    folder.mkdir()
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this is no checkout, so nobody says which files are sources")
    packed = subprocess.run(
        ["tar", "--create", "--null", "--files-from=-"], cwd=HOUSE, input=listed.stdout, capture_output=True, check=True
    )
    subprocess.run(["tar", "--extract", "--no-same-owner"], cwd=folder, input=packed.stdout, check=True)


def network(machine: DebianRoot) -> dict[str, str]:
    """How this machine's network is passed: its proxies, and an authority of its own where it has one."""
    told = {name: value for name in PROXIES if (value := os.environ.get(name))}
    if authorities := os.environ.get(AUTHORITIES):
        shutil.copy(authorities, machine.path / LAID.lstrip("/"))
        told |= {AUTHORITIES: LAID, "PIP_CERT": LAID}
    return told


@pytest.mark.parametrize("package", COMMANDS)
def test_one_command_builds_it(machine: DebianRoot, package: str) -> None:
    command, made = COMMANDS[package]
    before = machine.run("sh", "-c", "command -v python3 git cc pip openssl", check=False)
    assert before.stdout == "", "this machine is not bare"
    machine.run("sh", "-euc", f"cd /hms && exec sh {command}", HOME="/root", **network(machine))
    assert len(list((machine.path / "hms" / "out").glob(made))) == 1
