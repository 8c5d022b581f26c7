"""What makes a screen of a Raspberry Pi: the unit as systemd reads it, the session by model, the files in place."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from display_kiosk.service import RESTART_CODE

RASPBERRY = Path(__file__).parents[2] / "installer" / "raspberry"
UNIT = RASPBERRY / "systemd" / "hms-kiosk.service"


def section(name: str) -> list[tuple[str, str]]:
    """The unit's settings in one section, in order; a name may come more than once."""
    found, within = [], ""
    for line in UNIT.read_text("utf-8").splitlines():
        if line.startswith("["):
            within = line.strip("[]")
        elif within == name and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.append((key, value))
    return found


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """A root into which install.sh has laid its files."""
    (tmp_path / "pairing.toml").write_text("[server]\n")
    (tmp_path / "ca.pem").write_text("a certificate\n")
    root = tmp_path / "root"
    root.mkdir()
    done = subprocess.run(
        [
            "sh", RASPBERRY / "install.sh", "--session", "cage", "--stage", root,
            "--pairing", tmp_path / "pairing.toml", "--certificate", tmp_path / "ca.pem",
        ],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """The session's script beside programs that only say how they were started."""
    for name in ("cage", "hms-kiosk"):
        (tmp_path / name).write_text('#!/bin/sh\necho "$(basename "$0")" "$@"\necho "$QT_QPA_PLATFORM"\n')
        (tmp_path / name).chmod(0o755)
    script = (RASPBERRY / "session").read_text("utf-8").replace("/opt/hms-kiosk/bin/", f"{tmp_path}/")
    made = tmp_path / "session"
    made.write_text(script)
    return made


def started(session: Path, kind: str, **more: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        "PATH": f"{session.parent}:{os.environ['PATH']}",
        "KIOSK_SESSION": kind,
        "KIOSK_SETTINGS": "own.toml",
        "KIOSK_PAIRING": "image.toml",
        **more,
    }
    return subprocess.run(["sh", session], env=environment, capture_output=True, text=True, check=False)


def test_systemd_takes_the_unit_without_a_word(staged: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not on this machine")
    for program in ("opt/hms-kiosk/bin/python", "opt/hms-kiosk/bin/hms-kiosk", "usr/bin/setterm"):
        (staged / program).parent.mkdir(parents=True, exist_ok=True)
        (staged / program).write_text("#!/bin/sh\n")
        (staged / program).chmod(0o755)
    units = Path("/usr/lib/systemd/system")
    shutil.copytree(units, staged / "usr/lib/systemd/system", symlinks=True, ignore_dangling_symlinks=True)
    done = subprocess.run(
        [analyze, "verify", f"--root={staged}", "hms-kiosk.service"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_unit_watches_restarts_and_bounds_the_screen() -> None:
    service = dict(section("Service"))
    assert (service["Type"], service["NotifyAccess"]) == ("notify", "all")
    assert int(service["WatchdogSec"]) == 30
    assert (service["Restart"], service["RestartSec"]) == ("always", "4")
    assert int(service["SuccessExitStatus"]) == RESTART_CODE
    assert (service["MemoryHigh"], service["MemoryMax"]) == ("600M", "900M")
    assert dict(section("Unit"))["StartLimitIntervalSec"] == "0"


def test_it_may_wait_for_a_television_longer_than_it_does() -> None:
    before = [value for key, value in section("Service") if key == "ExecStartPre"]
    assert before[0].endswith("display_kiosk.connected --seconds 60")
    assert int(dict(section("Service"))["TimeoutStartSec"]) > 60 + 60


def test_everything_that_is_written_lies_in_two_folders() -> None:
    service = section("Service")
    places = [value.split("=")[1] for key, value in service if key == "Environment" and value.startswith("XDG_")]
    assert set(places) == {"/var/lib/hms-kiosk", "/var/cache/hms-kiosk"}
    lines = (RASPBERRY / "tmpfiles.d/hms-kiosk.conf").read_text().splitlines()
    made = [line.split()[1] for line in lines if line.startswith("d ")]
    assert set(places) < set(made)
    account = next(
        line for line in (RASPBERRY / "sysusers.d/hms-kiosk.conf").read_text().splitlines() if line[0] == "u"
    )
    assert account.split()[1] == dict(service)["User"] == "hms-kiosk"


@pytest.mark.parametrize(
    ("model", "kind"),
    [
        ("Raspberry Pi 5 Model B Rev 1.0", "cage"),
        ("Raspberry Pi Compute Module 5 Rev 1.0", "cage"),
        ("Raspberry Pi 4 Model B Rev 1.5", "eglfs"),
        ("Raspberry Pi 3 Model B Plus Rev 1.3", "eglfs"),
        ("Raspberry Pi Compute Module 4 Rev 1.1", "eglfs"),
    ],
)
def test_the_model_says_which_session_suits(tmp_path: Path, model: str, kind: str) -> None:
    file = tmp_path / "model"
    file.write_bytes(model.encode() + b"\0")
    done = subprocess.run(["sh", RASPBERRY / "model", file], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == kind


def test_on_another_machine_the_session_must_be_said(tmp_path: Path) -> None:
    done = subprocess.run(["sh", RASPBERRY / "model", tmp_path / "none"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "--session" in done.stderr


def test_each_session_starts_the_screen_with_its_own_and_the_images_settings(session: Path) -> None:
    ours = f"{session.parent}/hms-kiosk --settings own.toml --pairing image.toml"
    assert started(session, "cage").stdout == f"cage -d -m last -- {ours}\nwayland\n"
    assert started(session, "eglfs").stdout == f"{ours.rpartition('/')[2]}\neglfs\n"
    wrong = started(session, "labwc")
    assert wrong.returncode == 78
    assert "cage or eglfs" in wrong.stderr


def test_the_touch_screen_at_the_entrance_starts_with_its_own_settings_alone(session: Path) -> None:
    told = started(session, "eglfs", KIOSK_CHECK_IN="yes").stdout
    assert told == "hms-kiosk --check-in --settings own.toml\neglfs\n"


def test_a_touch_screen_is_laid_out_with_its_login_and_without_the_images(tmp_path: Path) -> None:
    own = tmp_path / "check-in.toml"
    own.write_text("[server]\n")
    root = tmp_path / "root"
    command = ["sh", RASPBERRY / "install.sh", "--session", "cage", "--stage", root, "--check-in", own]
    subprocess.run(command, capture_output=True, check=True)
    assert stat.S_IMODE((root / "var/lib/hms-kiosk/kiosk.toml").stat().st_mode) == 0o600
    assert not (root / "etc/hms/pairing.toml").exists()
    assert (root / "etc/hms/session.env").read_text() == "KIOSK_SESSION=cage\nKIOSK_CHECK_IN=yes\n"
    both = subprocess.run([*command, "--pairing", own], capture_output=True, text=True, check=False)
    assert (both.returncode, "--check-in" in both.stderr) == (2, True)


def test_the_images_secret_is_not_readable_for_everybody(staged: Path) -> None:
    assert stat.S_IMODE((staged / "etc/hms/pairing.toml").stat().st_mode) == 0o640
    assert (staged / "etc/hms/session.env").read_text() == "KIOSK_SESSION=cage\n"


@pytest.mark.parametrize(("program", "more"), [("kiosk", set()), ("check-in", {"python-escpos", "qrcode", "biip"})])
def test_qt_comes_from_debian_and_all_else_from_the_lock_with_hashes(program: str, more: set[str]) -> None:
    lock = RASPBERRY.parent / "requirements" / f"{program}.txt"
    done = subprocess.run(["sh", RASPBERRY / "without_qt", lock], capture_output=True, text=True, check=True)
    names = {line.split("==")[0] for line in done.stdout.splitlines() if "==" in line}
    assert {"psycopg", "sqlalchemy", "qasync", "platformdirs", *more} <= names
    assert not any(name.startswith(("pyside6", "shiboken6")) for name in names)
    assert done.stdout.count("--hash=sha256:") >= len(names)
    packages = (RASPBERRY / "packages.txt").read_text().split()
    assert "python3-pyside6.qtmultimedia" in packages
