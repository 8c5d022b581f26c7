"""The package in an emulated Raspberry Pi's system: in from the signed repository, asked, upgraded, back, out again.

`installer/raspberry/trial.sh ROOT` makes that system once; HMS_TRIXIE_ROOT names it. Nothing in it is changed.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installer.apt import TOOLS, Key, empty_package, lacking, repository, signing_key
from tests.installer.test_raspberry_package import build

ROOT = Path(os.environ.get("HMS_TRIXIE_ROOT", "/nonexistent"))
LACKING = lacking(*TOOLS, "unshare", "chroot")
UNDER_EMULATION = {"voice"}
"""qemu-user cannot start a program the way Qt 6.8 does (clone without SIGCHLD), so nobody speaks there."""


def why_not() -> str:
    if LACKING:
        return f"this machine lacks {LACKING}"
    if os.geteuid() != 0 or not (ROOT / "usr/bin/python3").exists():
        return "HMS_TRIXIE_ROOT names no emulated system (installer/raspberry/trial.sh makes one), or this is not root"
    runs = subprocess.run(["chroot", ROOT, "/bin/true"], capture_output=True, check=False)
    return "" if runs.returncode == 0 else "this kernel has not been told of qemu (installer/raspberry/trial.sh does)"


pytestmark = [pytest.mark.packaging, pytest.mark.skipif(bool(why_not()), reason=why_not() or "never")]


class Screen:
    """A system of its own over the common one; `served` is what its apt reaches as /repository."""

    def __init__(self, folder: Path, served: Path, key: Key) -> None:
        self._folder = folder
        self._served = served
        self.own = folder / "own"
        for path in (self.own, folder / "work", folder / "system"):
            path.mkdir(parents=True)
        for name, place in (
            ("hms.sources", "etc/apt/sources.list.d"),
            ("hms-archive-keyring.gpg", "usr/share/keyrings"),
        ):
            (self.own / place).mkdir(parents=True)
            shutil.copy(served / name, self.own / place)
        (self.own / "etc/apt/sources.list").write_text("")  # Debian's own is not asked: all is there but the package
        (self.own / "repository").mkdir()

    def run(self, command: str) -> "subprocess.CompletedProcess[str]":
        script = (
            f"mount -t overlay overlay -o lowerdir={ROOT},upperdir={self.own},workdir={self._folder}/work "
            f"{self._folder}/system; cd {self._folder}/system; mount -t proc proc proc; mount --rbind /dev dev; "
            f"mount --bind {self._served} repository; exec chroot . sh -ec {shlex.quote(command)}"
        )
        environment = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            ["unshare", "--mount", "sh", "-ec", script],
            env=environment | {"DEBIAN_FRONTEND": "noninteractive", "HOME": "/root"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=1_200,
            check=False,
        )

    def does(self, command: str) -> str:
        done = self.run(command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def has(self, path: str) -> bool:
        return self.run(f"test -e {path}").returncode == 0

    def compile_no_more(self) -> None:
        """Compiling takes an emulated processor minutes; once is enough."""
        stub = self.own / "usr/bin/py3compile"
        stub.parent.mkdir(parents=True, exist_ok=True)
        stub.write_text("#!/bin/sh\n")
        stub.chmod(0o755)


@pytest.fixture(scope="module")
def key() -> Iterator[Key]:
    with signing_key() as made:
        made.environment["HMS_REPOSITORY_URL"] = "file:/repository"
        yield made


def test_a_screen_is_installed_asked_upgraded_taken_back_and_purged(key: Key, tmp_path: Path) -> None:
    served = tmp_path / "served"
    assert repository(key, "add", served, build(tmp_path / "first")).returncode == 0
    screen = Screen(tmp_path / "screen", served, key)
    install_and_ask(screen)

    screen.compile_no_more()
    screen.does("echo KIOSK_SESSION=eglfs > /etc/hms/session.env; echo secret > /etc/hms/pairing.toml")
    screen.does("systemd-tmpfiles --create hms-kiosk.conf; touch /var/lib/hms-kiosk/kiosk.toml")
    assert screen.does("stat -c '%a %U %G' /etc/hms/pairing.toml") == "640 root hms-kiosk\n"
    assert repository(key, "add", served, build(tmp_path / "second", "0.1.1")).returncode == 0
    screen.does("apt-get update && apt-get --yes upgrade")
    assert version(screen) == "0.1.1"
    assert kept(screen) == "KIOSK_SESSION=eglfs\nsecret\n"
    assert screen.does("find /opt/hms-kiosk -name '*.pyc'") == ""

    screen.does("apt-get --yes --allow-downgrades install hms-kiosk=0.1.0")
    assert version(screen) == "0.1.0"
    assert kept(screen) == "KIOSK_SESSION=eglfs\nsecret\n"
    screen.does("/var/lib/dpkg/info/hms-kiosk.postinst configure 0.1.0")  # twice is as once

    screen.does("apt-get --yes remove hms-kiosk")
    assert not screen.has("/opt/hms-kiosk")
    assert kept(screen) == "KIOSK_SESSION=eglfs\nsecret\n"
    assert screen.has("/var/lib/hms-kiosk/kiosk.toml")
    screen.does("touch /etc/hms/ca.pem; apt-get --yes purge hms-kiosk")
    assert screen.does("ls /etc/hms") == "ca.pem\n"
    assert not screen.has("/var/lib/hms-kiosk")
    assert not screen.has("/var/cache/hms-kiosk")
    assert screen.does("find /etc/systemd -name 'hms-kiosk*'") == ""


def test_what_was_altered_or_signed_by_another_is_refused_by_trixies_own_apt(key: Key, tmp_path: Path) -> None:
    served = tmp_path / "served"
    repository(key, "add", served, empty_package(tmp_path, "0.1.0"))
    screen = Screen(tmp_path / "screen", served, key)
    screen.does("apt-get -o APT::Update::Error-Mode=any update")
    dists = served / "dists" / "trixie"
    whole = {file: file.read_bytes() for file in dists.rglob("*") if file.is_file()}

    for file in dists.rglob("Packages*"):
        file.unlink() if file.suffix else file.write_bytes(file.read_bytes().replace(b"0.1.0", b"6.6.6"))
    refused(screen, "Hash Sum mismatch|unexpected size")

    put_back(whole)
    (dists / "InRelease").write_bytes(whole[dists / "InRelease"].replace(b"of HMS", b"of 4MS"))
    refused(
        screen,
        "BADSIG|bad signature|manipulated|Message has been",
    )

    put_back(whole)
    with signing_key() as strange:
        strange.environment["HMS_REPOSITORY_URL"] = "file:/repository"
        repository(strange, "sign", served)
    refused(screen, "NO_PUBKEY|[Mm]issing key|not signed")


def install_and_ask(screen: Screen) -> None:
    screen.does("apt-get update && apt-get --yes install --no-install-recommends hms-kiosk")
    assert version(screen) == "0.1.0"
    assert screen.does("getent passwd hms-kiosk").endswith(":/var/lib/hms-kiosk:/usr/sbin/nologin\n")
    assert screen.has("/etc/systemd/system/multi-user.target.wants/hms-kiosk.service")
    assert screen.has("/opt/hms-kiosk/house/display_kiosk/__pycache__")
    told = json.loads(screen.run("HOME=/tmp hms-kiosk --selftest --json 2>/dev/null").stdout)
    red = {check["name"] for check in told["checks"] if check["state"] == "failed"}
    assert red <= UNDER_EMULATION, told
    # What Qt cannot start there, the shell can.
    assert int(screen.does("echo hello | espeak-ng -v hi --stdin -w /tmp/said.wav; stat -c %s /tmp/said.wav")) > 10_000


def version(screen: Screen) -> str:
    return screen.does("dpkg-query --show --showformat='${Version}' hms-kiosk")


def kept(screen: Screen) -> str:
    return screen.does("cat /etc/hms/session.env /etc/hms/pairing.toml")


def put_back(whole: dict[Path, bytes]) -> None:
    for file, content in whole.items():
        file.write_bytes(content)


def refused(screen: Screen, why: str) -> None:
    done = screen.run("rm -rf /var/lib/apt/lists/*; apt-get -o APT::Update::Error-Mode=any update")
    assert done.returncode == 100
    assert re.search(why, done.stdout + done.stderr), done.stdout + done.stderr
