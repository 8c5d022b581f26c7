"""The screen's package on a Debian 13 that was booted, in cage on Debian's own Qt: systemd sees it come up,
lives by its signs, begins anew what hangs, keeps its memory and its sound. Only the television is missing."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from display_kiosk.service import RESTART_CODE
from tests.installer.booted import Booted, booted
from tests.installer.conftest import Packages
from tests.installer.debian_root import DebianRoot
from tests.installer.test_raspberry_package import build
from tests.waiting import wait_until

pytestmark = pytest.mark.packaging
NAME, PASSWORD = "Ada Example", "correct horse battery"
KIOSK = "hms-kiosk"
SETTINGS = "/var/lib/hms-kiosk/kiosk.toml"
NO_TELEVISION = """\
[Service]
StandardInput=null
TTYPath=
TTYReset=no
TTYVHangup=no
ExecStartPre=
Environment=KIOSK_SESSION=cage WLR_BACKENDS=headless WLR_RENDERER=pixman QT_QUICK_BACKEND=software
EnvironmentFile=
WatchdogSec=15
"""


@dataclass(frozen=True)
class Screen:
    """A computer with the screen and, beside it, the hospital's database."""

    booted: Booted
    before: tuple[str, str]
    """The unit's state and whether it begins with the machine, before the screen had a login."""

    def give_login(self) -> None:
        """As hms-admin does it at IT's desk; then the screen is started, which takes until it shows its board."""
        self.booted.run(
            *("hms-admin", "kiosk", "add", "Main hall", "--settings", SETTINGS, "--set", "server.host=127.0.0.1"),
            *("--set", "server.sslrootcert=/etc/hms/ca.pem", "--login", "ada"),
            *("--login-password-file", "/var/lib/postgresql/ada"),
        )
        self.booted.run("chown", "hms-kiosk:", SETTINGS)
        self.booted.systemctl("start", KIOSK)

    def program(self) -> str:
        """The number of the screen's own program, which is not the unit's main one; empty before there is one.

        The oldest, as it may have just begun one that renders a voice.
        """
        return self.booted.run("pgrep", "--oldest", "--full", "/opt/hms-kiosk/bin/python -I", check=False).strip()

    def starts(self) -> int:
        return int(self.booted.shown(KIOSK, "NRestarts"))

    def is_shown(self) -> bool:
        return self.booted.is_active(KIOSK) and self.booted.shown(KIOSK, "StatusText") == "The board is shown."


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if made := os.environ.get("HMS_KIOSK_AMD64"):
        return Path(made)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HMS_ARCHITECTURE", "amd64")
        return build(tmp_path_factory.mktemp("kiosk"))


@pytest.fixture(scope="module")
def screen(package: Path, packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    root = DebianRoot.made(
        tmp_path_factory.mktemp("screen"),
        "trixie",
        *("systemd", "systemd-sysv", "dbus", "libpam-systemd", "procps", "postgresql-17"),
    )
    root.install(packages.first)
    root.install(package)
    (root.path / "var/lib/postgresql/ada").write_text(f"{PASSWORD}\n", "utf-8")
    changed = root.path / f"etc/systemd/system/{KIOSK}.service.d"
    changed.mkdir()
    (changed / "trial.conf").write_text(NO_TELEVISION, "utf-8")
    with booted(root) as running:
        yield Screen(running, (running.shown(KIOSK, "ActiveState"), running.shown(KIOSK, "UnitFileState")))


@pytest.fixture(scope="module")
def shown(screen: Screen) -> Screen:
    """The hospital is prepared, the screen has its login and shows its board."""
    run = screen.booted.run
    run(
        *("runuser", "-u", "postgres", "--", "hms-admin", "init", "--set", "server.host=/var/run/postgresql"),
        *("--superuser", "postgres", "--hospital", "St. Example", "--time-zone", "Africa/Nairobi"),
        *("--administrator", "ada", "--name", NAME, "--password-file", "/var/lib/postgresql/ada"),
        *("--service-passwords", "/var/lib/postgresql/services.toml", "--tls", "make", "--host", "127.0.0.1"),
        *("--screens", "127.0.0.1/32", "--yes"),
    )
    run("install", "-m", "0644", "/etc/postgresql/17/main/hms-tls/ca.pem", "/etc/hms/ca.pem")
    screen.give_login()
    return screen


def test_without_a_login_it_waits_and_systemd_takes_the_unit_without_a_word(screen: Screen) -> None:
    assert screen.before == ("inactive", "enabled")
    assert screen.booted.run("systemd-analyze", "verify", "--man=no", f"{KIOSK}.service") == ""


def test_the_program_says_through_cage_that_its_board_is_shown(shown: Screen) -> None:
    assert shown.is_shown()
    assert shown.program() not in ("", shown.booted.shown(KIOSK, "MainPID"))


def test_its_memory_is_that_of_the_unit_and_bounded_by_the_kernel(shown: Screen) -> None:
    group = Path(f"/proc/{shown.program()}/cgroup")
    assert f"system.slice/{KIOSK}.service" in shown.booted.run("cat", group)
    allowed = shown.booted.limit(KIOSK, "memory", "memory.limit_in_bytes", "memory.max")
    assert allowed in (str(900 * 1024**2), None)  # a machine whose kernel keeps no account of memory


def test_wayland_and_sound_are_within_its_reach_and_homes_are_not(shown: Screen) -> None:
    account = shown.booted.run("id", "-u", KIOSK).strip()
    reach = ("nsenter", f"--target={shown.program()}", "--mount", f"--setuid={account}", f"--setgid={account}", "ls")
    sockets = shown.booted.run(*reach, f"/run/user/{account}").split()
    assert {"bus", "pipewire-0", "pulse", "wayland-0"} <= set(sockets)
    assert "ermission denied" in shown.booted.run(*reach, "/root", check=False)


def test_a_program_that_hangs_is_ended_and_begun_anew(shown: Screen) -> None:
    """cage goes on and so does the unit's main process: only the signs of life are missing."""
    hung, before = shown.program(), shown.starts()
    shown.booted.run("kill", "-STOP", hung)
    wait_until(lambda: shown.starts() > before, "the watchdog ends it", seconds=120)
    wait_until(shown.is_shown, "the board is shown again", seconds=120)
    assert shown.program() != hung


def test_a_program_that_crashed_is_begun_anew(shown: Screen) -> None:
    crashed, before = shown.program(), shown.starts()
    shown.booted.run("kill", "-SEGV", crashed)
    wait_until(lambda: shown.starts() > before, "systemd notices it", seconds=120)
    wait_until(shown.is_shown, "the board is shown again", seconds=120)


def test_cage_hands_the_programs_wish_for_a_restart_on_and_it_is_no_failure(shown: Screen) -> None:
    """The program ends with that code at night, when nobody is being called."""
    draws_nowhere = ("XDG_RUNTIME_DIR=/tmp", "WLR_BACKENDS=headless", "WLR_RENDERER=pixman")
    wished = f'cage -d -- sh -c "exit {RESTART_CODE}" 2>/dev/null; echo $?'
    assert shown.booted.run("env", *draws_nowhere, "sh", "-c", wished).split()[-1] == str(RESTART_CODE)
    assert str(RESTART_CODE) in shown.booted.run("systemctl", "show", "--property=SuccessExitStatus", KIOSK)


def test_the_signs_of_life_do_not_hang_on_the_database(shown: Screen) -> None:
    before = shown.starts()
    shown.booted.systemctl("restart", "postgresql")
    wait_until(shown.is_shown, "it is still there")
    assert shown.starts() == before


def test_no_journal_holds_a_name_or_a_secret(shown: Screen) -> None:
    told = shown.booted.journal()
    secret = (shown.booted.root.path / SETTINGS.lstrip("/")).read_text("utf-8").split('password = "')[1].split('"')[0]
    for kept in (secret, PASSWORD, NAME):
        assert kept not in told


def test_purged_it_ends_and_its_account_lingers_no_longer(shown: Screen, package: Path) -> None:
    shown.booted.run("apt-get", "-qq", "-y", "purge", KIOSK)
    assert shown.program() == ""
    assert shown.booted.shown(KIOSK, "LoadState") == "not-found"
    for gone in ("var/lib/hms-kiosk", "var/lib/systemd/linger/hms-kiosk", "opt/hms-kiosk"):
        assert not os.path.lexists(shown.booted.root.path / gone), gone
    shutil.copy(package, shown.booted.root.path / "var" / package.name)
    shown.booted.run("apt-get", "-qq", "-y", "install", "--no-install-recommends", f"/var/{package.name}")
    shown.give_login()
    assert shown.is_shown()
