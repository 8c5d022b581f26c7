"""What the server's package brings besides the program: units as systemd reads them, account, maintainer's scripts."""

import argparse
import importlib
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from hms_desktop.admin import main, worker_settings
from hms_desktop.admin.worker import LOGIN
from hms_desktop.clinic.operations.installing import SERVICE_LOGINS
from hms_desktop.core.settings import load_station

HOUSE = Path(__file__).parents[2]
SERVER = HOUSE / "installer" / "server"
UNITS = ("hms-worker", "hms-monitor", "hms-relay")
SCRIPTS = ("postinst", "prerm", "postrm")


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """A root with all of the package but the program, for which something stands that can be executed."""
    root = tmp_path / "root"
    done = subprocess.run(["sh", SERVER / "lay.sh", root], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    program = root / "opt/hms-server/hms-admin"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return root


def settings_of(unit: str) -> list[tuple[str, str]]:
    """The lines of a unit in order; a name may come more than once."""
    lines = (SERVER / "systemd" / f"{unit}.service").read_text("utf-8").splitlines()
    return [(name, value) for name, mark, value in (line.partition("=") for line in lines) if mark and name[0] != "#"]


def first(unit: str, name: str) -> str:
    return next(value for found, value in settings_of(unit) if found == name)


def test_systemd_takes_every_unit_without_a_word(staged: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not on this machine")
    (staged / "usr/bin/hms-admin").unlink()
    shutil.copy2(staged / "opt/hms-server/hms-admin", staged / "usr/bin/hms-admin")
    units = Path("/usr/lib/systemd/system")
    shutil.copytree(
        units, staged / "usr/lib/systemd/system", symlinks=True, ignore_dangling_symlinks=True, dirs_exist_ok=True
    )
    for unit in UNITS:
        done = subprocess.run(
            [analyze, "verify", "--man=no", f"--root={staged}", f"{unit}.service"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_systemd_finds_every_unit_well_closed_in(staged: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not on this machine")
    for unit in UNITS:
        path = staged / f"usr/lib/systemd/system/{unit}.service"
        done = subprocess.run(
            [analyze, "security", "--offline=yes", "--threshold=20", "--no-pager", path],
            capture_output=True,
            text=True,
            check=False,
        )
        if "nrecognized option" in done.stderr:
            pytest.skip("systemd-analyze is older than offline checks")
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_starts_a_command_that_there_is_with_options_that_it_takes(unit: str) -> None:
    program, command, *options = first(unit, "ExecStart").split()
    assert program == "/usr/bin/hms-admin"
    parser = argparse.ArgumentParser()
    importlib.import_module(f"hms_desktop.admin.{main.COMMANDS[command]}").add_to(parser.add_subparsers())
    told = re.search(r'MONITOR_OPTIONS="(.*)"', (SERVER / "default/hms-monitor").read_text("utf-8"))
    assert told is not None
    said = [word for option in options for word in (told[1].split() if option == "$MONITOR_OPTIONS" else [option])]
    assert str(parser.parse_args([command, *said]).settings).endswith(".toml")


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_waits_for_its_settings_and_comes_back_for_ever(unit: str) -> None:
    assert first(unit, "ConditionPathExists") in {"/etc/hms/worker.toml", "/etc/hms/monitor.toml"}
    assert first(unit, "ConditionPathExists") in f"{first(unit, 'ExecStart')} {dict(settings_of(unit))}"
    assert (first(unit, "Restart"), first(unit, "StartLimitIntervalSec")) == ("always", "0")


def test_the_worker_may_end_its_jobs_before_systemd_ends_it() -> None:
    assert int(first("hms-worker", "TimeoutStopSec")) > worker_settings.Pace().stop_seconds + 20


def test_no_service_writes_where_it_need_not_and_none_gains_rights() -> None:
    for unit in UNITS:
        found = dict(settings_of(unit))
        assert (found["ProtectSystem"], found["NoNewPrivileges"], found["CapabilityBoundingSet"]) == (
            "strict",
            "yes",
            "",
        )
        homes = {value.split("=")[1] for name, value in settings_of(unit) if name == "Environment"}
        kept = {"hms-worker": {"/var/lib/hms-worker", "/var/cache/hms-worker"}}
        assert homes == kept.get(unit, {f"/run/{unit}"})


def test_the_account_of_the_units_is_the_one_that_is_made_and_owns_its_secrets() -> None:
    account = next(
        line.split()[1]
        for line in (SERVER / "sysusers.d/hms-server.conf").read_text("utf-8").splitlines()
        if line.startswith("u ")
    )
    assert account == first("hms-worker", "User") == first("hms-relay", "User")
    lines = [line.split() for line in (SERVER / "tmpfiles.d/hms-server.conf").read_text("utf-8").splitlines()]
    modes = {path: (mode, owner) for kind, path, mode, owner, *_ in lines if kind in {"d", "z"}}
    assert modes["/etc/hms"] == ("0755", "root")
    assert modes["/etc/hms/monitor.toml"] == ("0600", "root")
    for name in ("worker.toml", "backup.key", "hms_backup.password"):
        assert modes[f"/etc/hms/{name}"] == ("0600", account)


def test_the_examples_are_settings_that_the_services_read(tmp_path: Path) -> None:
    for service in ("worker", "monitor"):
        path = tmp_path / f"{service}.toml"
        shutil.copy(SERVER / "examples" / path.name, path)
        path.chmod(0o600)
        station = load_station(named=[path])
        assert station.messages == ()
        assert station.settings.server is not None
        assert station.settings.server.user in SERVICE_LOGINS
    assert tomllib.loads((SERVER / "examples/worker.toml").read_text("utf-8"))["server"]["user"] == LOGIN
    assert worker_settings.load(tmp_path / "worker.toml").backup is not None


def test_the_book_names_no_option_of_init_that_there_is_not() -> None:
    parser = argparse.ArgumentParser()
    importlib.import_module("hms_desktop.admin.init").add_to(parser.add_subparsers())
    book = (SERVER / "debian/README.Debian").read_text("utf-8")
    typed = re.search(r"hms-admin (init .*?--recommended)", book, re.DOTALL)
    assert typed is not None
    words = re.findall(r'"([^"]*)"|(\S+)', typed[1].replace("\\\n", " "))
    options = parser.parse_args([quoted or plain for quoted, plain in words])
    assert (options.tls, options.host, options.recommended) == ("make", ["db.hospital.example"], True)


def test_the_scripts_are_plain_sh_and_every_unit_is_in_each() -> None:
    check = shutil.which("shellcheck")
    paths = [*(SERVER / "debian" / name for name in SCRIPTS), *SERVER.glob("*.sh")]
    if check is not None:
        done = subprocess.run([check, *paths], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    for path in (SERVER / "debian" / name for name in SCRIPTS):
        text = path.read_text("utf-8")
        assert all(f"{unit}.service" in text for unit in UNITS), path


def test_what_it_may_change_is_asked_about_when_the_package_is_upgraded(staged: Path) -> None:
    named = (SERVER / "debian/conffiles").read_text("utf-8").split()
    assert named == [f"/{path.relative_to(staged)}" for path in (staged / "etc").rglob("*") if path.is_file()]


def test_purging_never_takes_the_key_of_the_backups() -> None:
    for line in (SERVER / "debian/postrm").read_text("utf-8").splitlines():
        if line.strip().startswith("rm "):
            assert "backup.key" not in line
            assert "ca.pem" not in line
            assert "/srv" not in line
