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


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE hms.audit SET after = after || '{\"x\": 1}' WHERE id = %s",
            "one of them or the seal itself was changed.",
        ),
        ("DELETE FROM hms.audit WHERE id = %s", "some were removed."),
        (
            "INSERT INTO hms.audit OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(a, "
            "jsonb_build_object('id', a.id + 1000000))).* FROM hms.audit a WHERE a.id = %s",
            "some were put in.",
        ),
    ],
)
def test_what_was_done_to_a_sealed_block_is_said(
    run: Run, manager: tuple[object, ...], hospital: Hospital, statement: str, said: str
) -> None:
    assert run("audit", "seal", *manager).returncode == 0
    [(entry,)] = hospital.sql("SELECT min(id) FROM hms.audit")
    with hospital.connection() as behind:
        behind.execute("SET session_replication_role = replica")
        behind.execute(statement.encode(), (entry,))
    done = run("audit", "verify", *manager)
    assert (done.returncode, done.stdout.startswith("Block 1 is broken: it ")) == (1, True)
    assert done.stdout.endswith(f"{said}\n")


def test_a_day_that_is_none_is_said_in_words(run_alone: Run) -> None:
    done = run_alone("audit", "export", "trail.jsonl", "--from", "2026-13-01", "--to", "2026-11-23")
    assert done.returncode == 2
    assert done.stderr.endswith("argument --from: 2026-13-01 is no day; write it as 2026-11-23\n")


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
