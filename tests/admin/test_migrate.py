"""hms-admin migrate and release as IT runs them: a plan before anything is done, and a question where it may hurt."""

import json
from pathlib import Path

import pytest

from hms_desktop.clinic.operations import installing
from hms_desktop.core.settings import Settings
from hms_desktop.core.settings_file import write_settings
from tests.admin.conftest import Run
from tests.factories.releases import NextRelease
from tests.hospital import PASSWORD, Hospital

Options = tuple[object, ...]


@pytest.fixture
def deploying(hospital: Hospital, tmp_path: Path) -> Options:
    """The options with which IT migrates."""
    secret = installing.verifier(hospital.connection(), "hms_deploy", "deploying for a test")
    hospital.sql(f"ALTER ROLE hms_deploy PASSWORD '{secret}'")
    return options(hospital, tmp_path, "hms_deploy", "deploying for a test")


@pytest.fixture
def administering(hospital: Hospital, tmp_path: Path) -> Options:
    return options(hospital, tmp_path, hospital.person("admin").user, PASSWORD)


def options(hospital: Hospital, folder: Path, login: str, password: str) -> Options:
    settings, secret = folder / "settings.toml", folder / f"{login}.password"
    write_settings(settings, Settings(hospital.superuser.signed_in_as("", "")))
    secret.write_text(f"{password}\n", encoding="utf-8")
    return ("--settings", settings, "--login", login, "--login-password-file", secret)


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NextRelease:
    """The next release, as if this hms-admin were its own."""
    made = NextRelease(tmp_path)
    monkeypatch.setattr("hms_desktop.core.places.migrations", lambda: made.scripts)
    return made


def test_nothing_to_do_is_said_and_is_well(run: Run, deploying: Options) -> None:
    done = run("migrate", "--check", *deploying)
    assert (done.returncode, "The database is up to date." in done.stdout) == (0, True), done.stderr


def test_a_plan_is_shown_and_without_a_fresh_backup_nobody_at_the_terminal_goes_on(
    hospital: Hospital, run: Run, deploying: Options, release: NextRelease
) -> None:
    number = release.add("A note on services", "ALTER TABLE hms.services ADD COLUMN note text")
    checked = run("migrate", "--check", *deploying)
    assert (checked.returncode, checked.stderr) == (3, "")
    assert f"  {number}  expands  A note on services\n" in checked.stdout
    assert "WARNING: no backup was ever noted." in checked.stdout
    refused = run("migrate", *deploying)
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "make one (hms-admin backup make), or say --without-backup." in refused.stderr
    assert hospital.sql("SELECT max(revision) FROM hms.schema_compat") < [(number,)]
    done = run("migrate", "--without-backup", *deploying)
    assert done.returncode == 0, done.stderr
    assert f"The database has revision {number}." in done.stdout
    assert "The desks stood still for" in done.stdout


def test_programs_that_would_be_shut_out_are_counted_and_it_takes_a_yes(
    hospital: Hospital, run: Run, deploying: Options, release: NextRelease
) -> None:
    hospital.sql("SELECT hms.note_backup('dump', 'a.hmsbackup', 1, '', 1, clock_timestamp(), true, 0)")
    hospital.sql(
        "INSERT INTO hms.telemetry (at, person, workstation, program, version, latency, detail) "
        "SELECT clock_timestamp(), 'p', 'pc-' || n, 'hms-desktop', '0.1.0', '{}', '{}' FROM generate_series(1, 3) n"
    )
    release.add("Rooms without a note", "ALTER TABLE hms.rooms ADD COLUMN note text", oldest="0.2.0")
    refused = run("migrate", *deploying)
    assert "contracts  Rooms without a note (programs older than 0.2.0 are shut out)" in refused.stdout
    assert "Signed in now: hms-desktop 0.1.0 at 3 workstations." in refused.stdout
    assert refused.stderr.startswith("3 workstations are signed in with programs older than 0.2.0 and are shut out;")
    assert run("migrate", "--yes", *deploying).returncode == 0


def test_an_older_hms_admin_says_what_to_do(hospital: Hospital, run: Run, administering: Options) -> None:
    hospital.sql("UPDATE hms.schema_compat SET min_client_version = '99.0', message = 'Call 100.'")
    refused = run("staff", "list", *administering)
    assert refused.returncode == 1
    assert refused.stderr.endswith("which needs 99.0 or newer; ask IT to update it. Call 100.\n")
    assert run("status", *administering).returncode == 0


def test_releases_are_announced_required_allowed_and_withdrawn_by_an_administrator(
    hospital: Hospital, run: Run, administering: Options, tmp_path: Path
) -> None:
    served = "SELECT min_client_version, message FROM hms.served_clients"
    before = hospital.sql(served)
    assert run("release", "require", "99.1", *administering).stderr == (
        "That version was not announced; announce it first.\n"
    )
    assert run("release", "announce", "new", *administering).returncode == 1
    for version in ("0.9.0", "99.1"):
        done = run("release", "announce", version, "--message", "On Monday.", *administering)
        assert done.returncode == 0, done.stderr
    assert hospital.sql(served) == before
    status = run("status", *administering)
    assert (status.returncode, "Newer version to be had:    99.1 On Monday.\n" in status.stdout) == (0, True)
    assert json.loads(run("health", "--json", *administering).stdout)["newer_version"] == {
        "version": "99.1",
        "message": "On Monday.",
    }
    assert run("release", "require", "99.1", *administering).returncode == 0
    assert hospital.sql(served) == [("99.1", "On Monday.")]
    assert hospital.sql("SELECT min_client_version FROM kiosk.schema_compat") == [("99.1",)]
    assert run("release", "allow", "99.1", *administering).returncode == 0
    assert hospital.sql(served) == before
    listed = [json.loads(line) for line in run("release", "list", "--json", *administering).stdout.splitlines()]
    assert [(each["version"], each["required"]) for each in listed] == [("99.1", False), ("0.9.0", False)]
    assert run("release", "withdraw", "99.1", *administering).returncode == 0
    for command in (("release", "list"), ("status",), ("health",)):
        assert "99.1" not in run(*command, *administering).stdout
    clerk = options(hospital, tmp_path, hospital.person("front_desk").user, PASSWORD)
    assert run("release", "announce", "0.9.1", *clerk).returncode == 1
