"""A backup is whole, locked, tried and can be restored by IT; what goes wrong is one sentence and leaves nothing."""

import shutil
import stat
import subprocess
import tomllib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.operations.backups.encryption import KeyFile, make_key_file
from hms_desktop.clinic.operations.backups.making import Watch, Wish, back_up
from hms_desktop.clinic.operations.backups.retention import Retention
from hms_desktop.clinic.staff import queries as staff
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.errors import Refused
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_settings
from tests.admin.conftest import Central, Run, hms_admin


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.rstrip().endswith(".") and "Traceback" not in text


@dataclass(frozen=True)
class Kept:
    """A central hospital, the folder of its backups, and the options with which one is made."""

    central: Central
    folder: Path
    key: Path

    @property
    def options(self) -> tuple[object, ...]:
        folder = self.central.folder
        return (
            *("--settings", folder / "settings.toml", "--login", "hms_backup", *self.central.password_of("hms_backup")),
            *("--to", self.folder, "--key-file", self.key),
        )

    @property
    def roles(self) -> tuple[object, ...]:
        return ("--roles-as", "hms_super", "--roles-password-file", self.central.folder / "super.password")

    @property
    def restoring(self) -> tuple[object, ...]:
        return ("--superuser", "hms_super", "--superuser-password-file", self.central.folder / "super.password")

    @property
    def super_password(self) -> str:
        return (self.central.folder / "super.password").read_text("utf-8").strip()

    def has_database(self, name: str) -> bool:
        superuser = self.central.server.signed_in_as("hms_super", self.super_password)
        with connect(superuser, application="test") as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
        return found is not None

    def wish(self, folder: Path) -> Wish:
        password = self.central.password_of("hms_backup")[1]
        assert isinstance(password, Path)
        server = self.central.server.signed_in_as("hms_backup", password.read_text("utf-8").strip())
        return Wish(server, folder, KeyFile(self.key), verify=False)


@pytest.fixture(scope="module")
def kept(central: Central) -> Kept:
    secrets = tomllib.loads((central.folder / "services.toml").read_text("utf-8"))
    (central.folder / "hms_backup.password").write_text(secrets["hms_backup"], "utf-8")
    make_key_file(central.folder / "backup.key")
    return Kept(central, central.folder / "backups", central.folder / "backup.key")


@pytest.fixture(scope="module")
def backup(kept: Kept) -> Path:
    """A backup with the logins' verifiers, made as IT makes it, and tried."""
    done = hms_admin(kept.central.folder, "backup", "make", *kept.options, *kept.roles)
    assert done.returncode == 0, done.stderr
    assert "restored for a trial, and every row is there" in done.stdout
    (path,) = kept.folder.glob("*.hmsbackup")
    return path


def test_a_backup_is_its_owners_alone_has_a_checksum_and_is_noted(kept: Kept, backup: Path) -> None:
    assert sorted(path.name for path in kept.folder.iterdir()) == [backup.name, f"{backup.name}.sha256"]
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    checked = subprocess.run(["sha256sum", "-c", f"{backup.name}.sha256"], cwd=kept.folder, capture_output=True)
    assert checked.returncode == 0
    assert b"Ada Example" not in backup.read_bytes()
    with connect(kept.wish(kept.folder).server, application="test") as connection:
        noted = connection.execute(
            "SELECT kind, file, bytes, verified, breaches FROM hms.backups WHERE file = %s", (backup.name,)
        ).fetchall()
    assert noted == [("dump", backup.name, backup.stat().st_size, True, 0)]


def test_a_lost_server_comes_back_with_its_people_and_their_passwords(kept: Kept, backup: Path, run: Run) -> None:
    with scratch() as elsewhere:
        folder = kept.central.folder
        write_settings(folder / "new.toml", Settings(Server(elsewhere.server.host, elsewhere.server.port)))
        (folder / "new.password").write_text(elsewhere.server.password, "utf-8")
        done = run(
            *("restore", backup, "--settings", folder / "new.toml", "--key-file", kept.key, "--yes"),
            *("--superuser", "hms_super", "--superuser-password-file", folder / "new.password"),
        )
        assert done.returncode == 0, done.stderr
        server = replace(elsewhere.server, dbname="hms")
        with closing(Database(server.signed_in_as("ada", "correct horse battery"), pool_size=1)) as database:
            assert database.read_now(staff.me).duties == {"admin"}
        deployer = tomllib.loads((folder / "services.toml").read_text("utf-8"))["hms_deploy"]
        assert installing.schema_state(server.signed_in_as("hms_deploy", deployer)).current
        with connect(server, application="test") as connection:
            assert connection.execute("SELECT name FROM hms.facility").fetchall() == [("St. Example",)]
            keeper = connection.execute(
                "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.grantor "
                "WHERE m.roleid = 'hms_admin'::regrole AND m.member = 'ada'::regrole"
            ).fetchall()
        assert keeper == [("hms_staff_keeper",)]


def test_restoring_over_a_hospital_puts_it_aside_and_only_when_somebody_says_so(
    kept: Kept, backup: Path, run: Run
) -> None:
    options = ("--settings", kept.central.folder / "settings.toml", *kept.restoring, "--key-file", kept.key)
    refused = run("restore", backup, *options, "--yes")
    assert (refused.returncode, "--replace" in refused.stderr, one_sentence(refused.stderr)) == (1, True, True)
    unasked = run("restore", backup, *options, "--replace")
    assert (unasked.returncode, "--yes" in unasked.stderr) == (1, True)
    superuser = kept.central.server.signed_in_as("hms_super", kept.super_password)
    installing.create_empty(superuser, "hms_copy")
    replaced = run("restore", backup, *options, "--database", "hms_copy", "--replace", "--yes")
    assert replaced.returncode == 0, replaced.stderr
    (aside,) = [word for word in replaced.stdout.split() if word.startswith("hms_copy_before_")]
    for name, tables in (("hms_copy", [("St. Example",)]), (aside, [])):
        with connect(replace(superuser, dbname=name), application="test") as connection:
            there = connection.execute("SELECT to_regclass('hms.facility') IS NOT NULL").fetchone() == (True,)
            found = connection.execute("SELECT name FROM hms.facility").fetchall() if there else []
        assert found == tables
        installing.drop_database(replace(superuser, dbname="postgres"), name)


def test_without_a_superuser_the_backup_says_that_it_has_no_passwords(kept: Kept, tmp_path: Path, run: Run) -> None:
    made = run("backup", "make", *kept.options, "--to", tmp_path / "plain", "--no-trial")
    assert made.returncode == 0, made.stderr
    assert "--roles-as" in made.stdout
    assert "It was not tried." in made.stdout


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda whole: whole[:-20], "changed or cut off"),
        (lambda whole: whole[: len(whole) // 2], "cut off"),
        (lambda whole: whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:], "changed or cut off"),
        (lambda whole: b"PGDMP" + whole[5:], "no backup"),
        (lambda whole: b"", "no backup"),
    ],
    ids=["cut at the end", "cut in half", "one bit changed", "another file", "empty"],
)
def test_a_damaged_backup_is_refused_in_one_sentence(
    kept: Kept, backup: Path, tmp_path: Path, run: Run, damage: Callable[[bytes], bytes], says: str
) -> None:
    damaged = tmp_path / "damaged.hmsbackup"
    damaged.write_bytes(damage(backup.read_bytes()))
    options = ("--settings", kept.central.folder / "settings.toml", *kept.restoring, "--key-file", kept.key)
    done = run("restore", damaged, *options, "--database", "hms_damaged", "--yes")
    assert (done.returncode, one_sentence(done.stderr)) == (1, True)
    assert says in done.stderr or "damaged" in done.stderr
    assert not kept.has_database("hms_damaged")
    assert not kept.has_database("hms_damaged_restoring")


def test_the_wrong_key_and_a_key_that_others_may_read_are_one_sentence(
    kept: Kept, backup: Path, tmp_path: Path, run: Run
) -> None:
    make_key_file(tmp_path / "other.key")
    wrong = run("backup", "check", backup, "--key-file", tmp_path / "other.key")
    assert (wrong.returncode, one_sentence(wrong.stderr)) == (1, True)
    assert "does not open this backup" in wrong.stderr
    (tmp_path / "words").write_text("twelve letters and more\n", "utf-8")
    words = run("backup", "check", backup, "--passphrase-file", tmp_path / "words")
    assert words.stderr == "This backup was made with a key file; give that one.\n"
    (tmp_path / "other.key").chmod(0o644)
    read = run("backup", "check", backup, "--key-file", tmp_path / "other.key")
    assert (read.returncode, one_sentence(read.stderr), "chmod 600" in read.stderr) == (1, True, True)


def test_a_backup_without_its_login_or_its_programs_is_one_sentence(kept: Kept, tmp_path: Path, run: Run) -> None:
    as_ada = run("backup", "make", *kept.central.as_ada, "--to", tmp_path / "ada", "--key-file", kept.key)
    assert (as_ada.returncode, one_sentence(as_ada.stderr)) == (1, True)
    programs = run("backup", "make", *kept.options, "--to", tmp_path / "none", "--programs", tmp_path)
    assert (programs.returncode, one_sentence(programs.stderr)) == (1, True)
    assert "postgresql-client-18" in programs.stderr
    assert not list(tmp_path.glob("*/*"))


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="prlimit, which stands for a full disk, is not installed")
def test_a_full_disk_is_one_sentence_and_nothing_is_left(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("kept", "utf-8")
    done = hms_admin(
        kept.central.folder, "backup", "make", *kept.options, "--to", tmp_path, "--no-trial", most_file_bytes=100_000
    )
    assert (done.returncode, one_sentence(done.stderr), "no room" in done.stderr) == (1, True, True), done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["old.txt"]


def test_only_one_backup_runs_at_a_time_and_a_cancelled_one_leaves_nothing(kept: Kept, tmp_path: Path) -> None:
    second: list[str] = []

    class Impatient(Watch):
        """Tries a second backup in the middle of the first, and then cancels the first."""

        def go_on(self, done: int) -> None:
            with pytest.raises(Refused) as refused:
                back_up(kept.wish(tmp_path / "second"), Watch())
            second.append(refused.value.code)
            self.stop.set()
            super().go_on(done)

    with pytest.raises(Refused) as cancelled:
        back_up(kept.wish(tmp_path / "first"), Impatient())
    assert (second, cancelled.value.code) == (["backup.busy"], "backup.cancelled")
    assert list((tmp_path / "first").iterdir()) == []
    assert back_up(kept.wish(tmp_path / "first"), Watch()).path.exists()


def test_what_a_dead_machine_left_half_written_goes_with_the_next_backup(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "hms-20260101T000000Z.hmsbackup.part").write_bytes(b"half")
    old = tmp_path / "hms-20200101T000000Z.hmsbackup"
    old.write_bytes(b"old")
    made = back_up(replace(kept.wish(tmp_path), retention=Retention(1, 0, 0)), Watch())
    assert made.removed == (old.name,)
    assert sorted(path.name for path in tmp_path.iterdir()) == [made.path.name, f"{made.path.name}.sha256"]
