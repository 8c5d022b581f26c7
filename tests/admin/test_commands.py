"""What IT does with hms-admin, from an empty server to a kiosk's login; and what goes wrong in one sentence."""

import json
import stat
import tomllib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hms_desktop.admin.main import COMMANDS, main
from hms_desktop.clinic.displays import queries as displays
from hms_desktop.clinic.staff import queries as staff
from hms_desktop.core import settings
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.admin.conftest import Central, Run, init_options


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.rstrip().endswith(".") and "Traceback" not in text


def test_init_shows_its_plan_and_the_administrator_can_sign_in(central: Central) -> None:
    assert "The first administrator: will be made.\n       Ada Example, who signs in as ada." in central.said
    assert "correct horse battery" not in central.said
    with closing(Database(central.server.signed_in_as("ada", "correct horse battery"), pool_size=1)) as database:
        assert database.read_now(staff.me).duties == {"admin"}
    with connect(central.server.signed_in_as("ada", "correct horse battery"), application="test") as connection:
        assert connection.execute("SELECT name, time_zone FROM hms.facility").fetchall() == [
            ("St. Example", "Africa/Nairobi")
        ]


def test_the_services_passwords_are_in_a_file_for_its_owner_only(central: Central) -> None:
    path = central.folder / "services.toml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    passwords = tomllib.loads(path.read_text(encoding="utf-8"))
    assert sorted(passwords) == ["hms_backup", "hms_deploy", "hms_monitor", "hms_pairing", "hms_worker"]
    for login, password in passwords.items():
        connect(central.server.signed_in_as(login, password), application="test").close()


def test_init_does_not_touch_a_hospital_that_is_there(central: Central, run: Run) -> None:
    superuser = replace(central.server, user="hms_super")
    renamed = [
        {"St. Example": "Another Name", "ada": "eve"}.get(str(option), option)
        for option in init_options(central.folder, superuser)
    ]
    done = run("init", "--settings", central.folder / "settings.toml", *renamed, "--yes")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("There is nothing to do.\n")
    assert "The hospital: differs, and stays as it is.\n       “St. Example”, time zone Africa/Nairobi." in done.stdout
    assert "There are people already; an administrator among them adds others." in done.stdout


def test_init_does_not_touch_a_database_of_somebody_else(central: Central, run: Run) -> None:
    superuser = replace(central.server, user="hms_super")
    options = ("--settings", central.folder / "settings.toml", *init_options(central.folder, superuser))
    done = run("init", *options, "--database", "postgres", "--yes")
    assert (done.returncode, done.stderr) == (1, "The database postgres exists already; choose another name.\n")


def test_init_does_nothing_when_nobody_says_yes(central: Central, run: Run) -> None:
    superuser = replace(central.server, user="hms_super")
    options = [
        central.folder / "other.toml" if option == central.folder / "services.toml" else option
        for option in init_options(central.folder, superuser)
    ]
    done = run("init", "--settings", central.folder / "settings.toml", "--database", "hms_other", *options)
    assert (done.returncode, "--yes" in done.stderr) == (1, True)
    assert not (central.folder / "other.toml").exists()


def test_status_tells_people_and_programs(central: Central, run: Run) -> None:
    told = run("status", *central.as_ada, "--json")
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert found["current"] is True
    assert found["guards_current"] is True
    assert found["revision"] == found["head"]
    assert found["kind"] == "hospital"
    assert found["min_client_version"]
    assert "Up to date:                 yes" in run("status", *central.as_ada).stdout


def test_staff_add_makes_somebody_who_can_sign_in_and_do_their_duty_only(
    central: Central, run: Run, run_alone: Run
) -> None:
    (central.folder / "bob.password").write_text("a long enough one\n", encoding="utf-8")
    add = ("staff", "add", "bob", "--name", "Bob Example", "--duty", "front_desk")
    new = ("--password-file", central.folder / "bob.password")
    done = run_alone(*add, *new, *central.as_ada)
    assert done.returncode == 0, done.stderr
    assert "bob" in run("staff", "list", *central.as_ada).stdout
    as_bob = ("--settings", central.folder / "settings.toml", "--login", "bob", *central.password_of("bob"))
    refused = run("staff", "add", "eve", "--name", "Eve", "--duty", "admin", *new, *as_bob)
    assert refused.returncode == 1
    assert refused.stderr == "Your duties do not allow this; ask an administrator for them.\n"
    again = run(*add, *new, *central.as_ada)
    assert (again.returncode, again.stderr) == (1, "This login name is taken; choose another one.\n")


def test_a_weak_password_and_a_login_that_is_none_are_refused_with_a_sentence(central: Central, run: Run) -> None:
    (central.folder / "weak.password").write_text("short\n", encoding="utf-8")
    weak = ("--password-file", central.folder / "weak.password")
    for login in ("weak", "Drop Table", "hms_owner"):
        done = run("staff", "add", login, "--name", "W", "--duty", "store", *weak, *central.as_ada)
        assert done.returncode == 1
        assert one_sentence(done.stderr)


def test_kiosk_add_writes_a_secret_for_its_owner_only_with_a_kiosks_rights_only(central: Central, run: Run) -> None:
    path = central.folder / "hall.toml"
    signed_in = ("--server-settings", *central.as_ada[1:])
    done = run("kiosk", "add", "Main hall", "--settings", path, *signed_in)
    assert done.returncode == 0, done.stderr
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    found, messages = settings.load(path, {})
    assert messages == ()
    assert found.server is not None
    assert found.server.password not in done.stdout
    with closing(Database(found.server, pool_size=1)) as database:
        screen = database.read_now(displays.my_screen)
        assert screen is not None
        assert screen.name == "Main hall"
    kiosk = connect(found.server, application="test", autocommit=True)
    with kiosk, pytest.raises(Exception, match="permission denied"):
        kiosk.execute("SELECT * FROM hms.patients")
    anew = run("kiosk", "add", "Main hall", "--settings", central.folder / "anew.toml", *signed_in)
    assert anew.returncode == 0, anew.stderr
    with pytest.raises(Refused):
        connect(found.server, application="test")


def test_kiosk_add_makes_the_touch_screen_at_the_entrance_too(central: Central, run: Run) -> None:
    path = central.folder / "entrance.toml"
    done = run("kiosk", "add", "Entrance", "--check-in", "--settings", path, "--server-settings", *central.as_ada[1:])
    assert done.returncode == 0, done.stderr
    assert "hms-kiosk --check-in --settings" in done.stdout
    found = settings.load(path, {})[0]
    assert found.server is not None
    with connect(found.server, application="test", autocommit=True) as machine:
        assert machine.execute("SELECT name FROM kiosk.my_check_in").fetchall() == [("Entrance",)]
        with pytest.raises(Exception, match="permission denied"):
            machine.execute("SELECT * FROM kiosk.my_display")


def test_kiosk_add_that_cannot_write_its_file_changes_nothing(central: Central, run: Run) -> None:
    target = central.folder / "no such folder" / "kiosk.toml"
    done = run("kiosk", "add", "Side hall", "--settings", target, "--server-settings", *central.as_ada[1:])
    assert done.returncode == 1
    assert one_sentence(done.stderr)
    with closing(Database(central.server.signed_in_as("ada", "correct horse battery"), pool_size=1)) as database:
        assert "Side hall" not in [screen.name for screen in database.read_now(displays.displays)]


def test_the_holidays_of_a_country_are_filled_in_once(central: Central, run: Run) -> None:
    for added in ("12 holidays were added.\n", "0 holidays were added.\n"):
        done = run("holidays", "fill", "de", "2026", "--subdivision", "BY", *central.as_ada)
        assert (done.returncode, done.stdout) == (0, added)
    done = run("holidays", "fill", "XX", "2026", *central.as_ada)
    assert (done.returncode, one_sentence(done.stderr)) == (1, True)
    assert "\nKE" in run("holidays", "countries").stdout


def test_the_deploying_login_asks_where_the_database_stands_and_finds_nothing_to_do(central: Central, run: Run) -> None:
    passwords = tomllib.loads((central.folder / "services.toml").read_text(encoding="utf-8"))
    for command, answer in (("status", "Up to date:"), ("migrate", "up to date")):
        done = run(
            *(command, "--settings", central.folder / "settings.toml", "--login", "hms_deploy"),
            HMS_SERVER_PASSWORD=passwords["hms_deploy"],
        )
        assert done.returncode == 0, done.stderr
        assert answer in done.stdout


def test_the_audit_trail_is_sealed_and_a_change_behind_its_back_is_found(central: Central, run: Run) -> None:
    sealed = run("audit", "seal", *central.as_ada)
    assert sealed.returncode == 0, sealed.stderr
    assert "The newest seal" in sealed.stdout
    assert run("audit", "verify", *central.as_ada).stdout == "Every seal fits.\n"
    password = (central.folder / "super.password").read_text(encoding="utf-8").strip()
    superuser = central.server.signed_in_as("hms_super", password)
    with connect(superuser, application="test", autocommit=True) as forger:
        forger.execute("SET session_replication_role = replica")
        forger.execute("UPDATE hms.audit SET person = person || 'x' WHERE id = (SELECT min(id) FROM hms.audit)")
        broken = run("audit", "verify", *central.as_ada)
        forger.execute("UPDATE hms.audit SET person = left(person, -1) WHERE id = (SELECT min(id) FROM hms.audit)")
    assert broken.returncode == 1
    assert "is broken" in broken.stdout


def test_without_settings_one_sentence_says_what_to_set(run_alone: Run) -> None:
    done = run_alone("status")
    assert done.returncode == 2
    assert one_sentence(done.stderr)
    assert "--set server.host" in done.stderr
    assert "hms-admin settings" in done.stderr


def test_a_server_that_is_not_there_and_a_wrong_password_are_sentences(central: Central, run: Run) -> None:
    away = run("status", "--login", "ada", HMS_SERVER_HOST="127.0.0.1", HMS_SERVER_PORT="1", HMS_SERVER_PASSWORD="x")
    assert (away.returncode, one_sentence(away.stderr)) == (1, True)
    wrong = run("status", *central.as_ada[:4], HMS_SERVER_PASSWORD="wrong")
    assert wrong.returncode == 1
    assert wrong.stderr == "The name or the password is not right; type both again.\n"
    nobody = run("status", *central.as_ada[:2])
    assert (nobody.returncode, one_sentence(nobody.stderr)) == (1, True)


@pytest.mark.parametrize("text", ["[server\nhost=", "\x00\x01", 'server = "text"'])
def test_a_broken_settings_file_is_told_and_is_no_end_of_the_world(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HMS_SERVER_HOST", raising=False)
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    assert main(["status", "--settings", str(path)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_password_is_never_an_argument(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["init"], ["staff", "add"], ["status"], ["kiosk", "add"], ["simulate"]):
        with pytest.raises(SystemExit):
            main([*command, "--help"])
        told = capsys.readouterr().out
        assert "--password " not in told
        assert "--login-password " not in told


@pytest.mark.parametrize("year", ["20270", "next"])
def test_a_year_that_is_none_is_said_in_words(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["holidays", "fill", "KE", year])
    assert capsys.readouterr().err.endswith(f"argument YEAR: {year} is no year from 2000 to 2099\n")


def test_each_command_is_loaded_for_its_own_word(capsys: pytest.CaptureFixture[str]) -> None:
    for word in COMMANDS:
        with pytest.raises(SystemExit) as ended:
            main([word, "--help"])
        assert ended.value.code == 0
        assert capsys.readouterr().out.startswith(f"usage: hms-admin {word} ")


def test_who_asks_for_help_or_types_a_wrong_word_is_told_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for said in (["--help"], ["no-such-command"], []):
        with pytest.raises(SystemExit):
            main(said)
    told = capsys.readouterr()
    offered = COMMANDS.keys() - {"demo-day"}  # which the demo starts by itself
    assert [word for word in offered if f"\n    {word}" not in told.out] == []
    assert "'no-such-command'" in told.err
