"""hms-admin audit as IT runs it: an export is whole or not there, and a check of every seal ends its line."""

import json
import stat
from pathlib import Path

import pytest

from hms_desktop.clinic.trail import queries
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.settings import Settings
from hms_desktop.core.settings_file import write_settings
from tests.admin.conftest import Run
from tests.hospital import PASSWORD, Hospital

DAYS = ("--from", "2020-01-01", "--to", "2099-12-31")


@pytest.fixture
def manager(hospital: Hospital, tmp_path: Path) -> tuple[object, ...]:
    """The options with which a manager signs in."""
    person = hospital.person("manager")
    write_settings(tmp_path / "settings.toml", Settings(server=hospital.superuser.signed_in_as("", "")))
    (tmp_path / "password").write_text(PASSWORD, "utf-8")
    signed_in = ("--login", person.user, "--login-password-file", tmp_path / "password")
    return ("--settings", tmp_path / "settings.toml", *signed_in)


def test_an_export_holds_every_entry_and_is_for_its_owner_alone(
    run: Run, manager: tuple[object, ...], hospital: Hospital, tmp_path: Path
) -> None:
    file = tmp_path / "trail.jsonl"
    done = run("audit", "export", file, *DAYS, *manager)
    assert done.returncode == 0, done.stderr
    *entries, last = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert last["entries"] == len(entries) > 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert hospital.sql("SELECT name, rows_saved FROM hms.saved_lists") == [("audit", len(entries))]


def test_nothing_stays_of_an_export_that_was_cut_off(
    run: Run, manager: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object, **__: object) -> None:
        raise Unreachable("server.away", "The server does not answer.")

    monkeypatch.setattr(queries, "exported", cut_off)
    assert run("audit", "export", tmp_path / "trail.jsonl", *DAYS, *manager).returncode != 0
    assert list(tmp_path.glob("trail*")) == []


def test_every_seal_fits_and_the_line_of_progress_is_ended(run: Run, manager: tuple[object, ...]) -> None:
    assert run("audit", "seal", *manager).returncode == 0
    checked = run("audit", "verify", *manager)
    assert (checked.returncode, checked.stdout) == (0, "Every seal fits.\n")
    assert checked.stderr.startswith("Checked 1 of 1 (100 %) blocks")
    assert checked.stderr.endswith("\n")
