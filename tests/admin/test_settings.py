"""hms-admin settings: what is set on this machine, and where, without a server and without a secret."""

import json
from pathlib import Path

import pytest

from hms_desktop.core import places
from hms_desktop.core.setting_table import SETTINGS
from tests.admin.conftest import Run


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which IT of this machine keeps its settings."""
    folder = tmp_path / "hms"
    folder.mkdir()
    monkeypatch.setattr(places, "station_folder", lambda: folder)
    return folder


def test_each_setting_is_listed_with_its_value_and_the_place_that_says_it(run: Run, machine: Path) -> None:
    (machine / "policy.toml").write_text("lock_after_minutes = 3\n", encoding="utf-8")
    (machine / "station.toml").write_text('[server]\nhost = "db.example"\n', encoding="utf-8")
    done = run("settings", "--json", "--set", "theme=dark")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert list(found) == [setting.dotted for setting in SETTINGS.values()]
    assert found["lock_after_minutes"] == {"value": 3, "where": str(machine / "policy.toml")}
    assert found["server.host"] == {"value": "db.example", "where": str(machine / "station.toml")}
    assert found["theme"] == {"value": "dark", "where": "command line"}
    assert found["server.port"] == {"value": 5432, "where": "default"}
    lines = run("settings").stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == list(found)


def test_a_password_is_set_or_not_and_never_shown(run: Run, machine: Path, tmp_path: Path) -> None:
    file = tmp_path / "worker.toml"
    file.write_text('[server]\nhost = "db.example"\nuser = "hms_worker"\npassword = "very secret"\n', encoding="utf-8")
    done = run("settings", "--settings", file)
    assert "very secret" not in done.stdout + done.stderr
    assert next(line for line in done.stdout.splitlines() if line.startswith("server.password:")).split()[1] == "set"


def test_what_is_not_used_is_told_and_the_exit_code_says_so(run: Run, machine: Path) -> None:
    (machine / "machine.toml").write_text('theme = "pink"\nlanguage = "ar"\n', encoding="utf-8")
    done = run("settings")
    assert done.returncode == 1
    assert "theme" in done.stderr
    assert "one of system, light, dark, contrast" in done.stderr
    assert "system" in next(line for line in done.stdout.splitlines() if line.startswith("theme:"))
