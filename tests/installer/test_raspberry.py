"""What makes a screen of a Raspberry Pi: the unit as systemd reads it, the session by model, the files in place."""

import ast
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from display_kiosk.service import RESTART_CODE

HOUSE = Path(__file__).parents[2]
RASPBERRY = HOUSE / "installer" / "raspberry"
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


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root into which the package's files are laid, without its Python packages."""
    root = tmp_path_factory.mktemp("laid") / "root"
    done = subprocess.run(["sh", RASPBERRY / "lay.sh", root], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return root


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """The session's script beside programs that only say how they were started, on a Raspberry Pi 5."""
    said = '#!/bin/sh\necho "$(basename "$0")" "$@"\necho "$QT_QPA_PLATFORM"\n'
    for name, script in (("cage", said), ("bin/hms-kiosk", said), ("libexec/model", "#!/bin/sh\necho cage\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    made = tmp_path / "session"
    made.write_text((RASPBERRY / "session").read_text("utf-8").replace("/opt/hms-kiosk", str(tmp_path)))
    return made


def started(session: Path, kind: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        "PATH": f"{session.parent}:{os.environ['PATH']}",
        "KIOSK_SESSION": kind,
        "XDG_RUNTIME_DIR": str(session.parent),
        "KIOSK_SETTINGS": "own.toml",
        "KIOSK_PAIRING": "image.toml",
        "KIOSK_CHECK_IN": str(session.with_name("check-in.toml")),
    }
    return subprocess.run(["sh", session], env=environment, capture_output=True, text=True, check=False)


def test_systemd_takes_the_unit_without_a_word(staged: Path, tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not on this machine")
    root = shutil.copytree(staged, tmp_path / "root", symlinks=True)
    for program in ("usr/bin/python3", "usr/bin/setterm"):
        (root / program).write_text("#!/bin/sh\n")
        (root / program).chmod(0o755)
    units = Path("/usr/lib/systemd/system")
    shutil.copytree(
        units, root / "usr/lib/systemd/system", symlinks=True, ignore_dangling_symlinks=True, dirs_exist_ok=True
    )
    done = subprocess.run(
        [analyze, "verify", f"--root={root}", "hms-kiosk.service"], capture_output=True, text=True, check=False
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


def test_every_process_of_the_screen_stays_in_the_unit_and_reaches_its_sockets() -> None:
    """A session of PAM would take them out of it; ProtectHome would hide /run/user."""
    service = dict(section("Service"))
    assert not {"PAMName", "ProtectHome"} & service.keys()
    assert service["InaccessiblePaths"] == "-/home -/root"
    lines = (RASPBERRY / "tmpfiles.d/hms-kiosk.conf").read_text().splitlines()
    assert any(line.startswith("f /var/lib/systemd/linger/hms-kiosk ") for line in lines)
    assert "unset WATCHDOG_PID" in (RASPBERRY / "session").read_text("utf-8")


def test_before_the_account_has_its_runtime_folder_the_session_is_tried_again(session: Path) -> None:
    script = session.read_text("utf-8").replace("${XDG_RUNTIME_DIR:-/run/user/$(id -u)}", "/nonexistent")
    session.write_text(script, "utf-8")
    done = started(session, "cage")
    assert (done.returncode, done.stderr) == (RESTART_CODE, "/nonexistent is not there yet; trying again.\n")


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
    assert "/etc/hms/session.env" in done.stderr


def test_each_session_starts_the_screen_with_its_own_and_the_images_settings(session: Path) -> None:
    ours = "hms-kiosk --settings own.toml --pairing image.toml"
    assert started(session, "cage").stdout == f"cage -d -m last -- {session.parent}/bin/{ours}\nwayland\n"
    assert started(session, "eglfs").stdout == f"{ours}\neglfs\n"
    wrong = started(session, "labwc")
    assert wrong.returncode == 78
    assert "cage or eglfs" in wrong.stderr


def test_the_session_follows_the_model_unless_it_says_otherwise(session: Path) -> None:
    assert (RASPBERRY / "session.env").read_text().endswith("KIOSK_SESSION=auto\n")
    assert started(session, "auto").stdout.startswith("cage ")
    (session.parent / "libexec" / "model").write_text("#!/bin/sh\necho no Raspberry Pi >&2\nexit 1\n")
    unknown = started(session, "auto")
    assert (unknown.returncode, unknown.stderr) == (78, "no Raspberry Pi\n")


def test_the_touch_screen_at_the_entrance_starts_with_its_own_settings_alone(session: Path) -> None:
    session.with_name("check-in.toml").touch()
    told = started(session, "eglfs").stdout
    assert told == f"hms-kiosk --check-in --settings {session.parent}/check-in.toml\neglfs\n"


def test_without_a_login_it_waits_for_it_instead_of_beginning_again(staged: Path) -> None:
    any_of = [value for key, value in section("Unit") if key == "ConditionPathExists"]
    assert any_of == ["|/etc/hms/pairing.toml", "|/etc/hms/check-in.toml", "|/var/lib/hms-kiosk/kiosk.toml"]
    named = {value.partition("=")[2] for key, value in section("Service") if value.startswith("KIOSK_")}
    assert {one.removeprefix("|") for one in any_of} == named
    assert not (staged / "etc/hms/pairing.toml").exists()


def test_a_secret_that_it_places_is_not_readable_for_everybody() -> None:
    kept = (RASPBERRY / "tmpfiles.d/hms-kiosk.conf").read_text()
    assert "z /etc/hms/pairing.toml 0640 root hms-kiosk -" in kept
    assert "z /etc/hms/check-in.toml 0640 root hms-kiosk -" in kept


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


def test_the_package_holds_all_that_the_screen_imports_and_no_pharmacy(staged: Path) -> None:
    house = staged / "opt/hms-kiosk/house"
    imported = leaned_on("display_kiosk.main", "display_kiosk.checkin_screen", "display_kiosk.connected")
    missing = [module for module in imported if not (house / where(module).relative_to(HOUSE)).is_file()]
    assert missing == []
    assert {path.name for path in (house / "hms_desktop").iterdir()} == {"__init__.py", "clinic", "core"}
    areas = {path.name for path in (house / "hms_desktop/clinic").iterdir() if path.is_dir()}
    assert areas == {module.split(".")[2] for module in imported if module.count(".") > 2 and ".clinic." in module}


def test_what_was_compiled_here_is_not_laid(staged: Path) -> None:
    assert not list(staged.rglob("*.pyc"))
    assert (staged / "opt/hms-kiosk/bin/python").readlink() == Path("/usr/bin/python3")
    assert os.access(staged / "opt/hms-kiosk/libexec/session", os.X_OK)


def leaned_on(*modules: str) -> set[str]:
    """These modules of the house and everything of it that they import, at once or later."""
    found: set[str] = set()
    left = list(modules)
    while left:
        module = left.pop()
        if module in found or not where(module).is_file():
            continue
        found.add(module)
        for node in ast.walk(ast.parse(where(module).read_text("utf-8"))):
            if isinstance(node, ast.Import):
                left += [name.name for name in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                left += [node.module, *(f"{node.module}.{name.name}" for name in node.names)]
    return found


def where(module: str) -> Path:
    path = HOUSE.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
