"""Settings: what is not understood becomes a message and the default, never a program that does not start."""

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from hms_desktop.core.setting_places import add_set_option
from hms_desktop.core.setting_table import SETTINGS, THEMES, Place
from hms_desktop.core.settings import Server, Settings, Station, default_of, load, load_station
from tests.corpus import corpus


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_names_the_server_and_the_station(tmp_path: Path) -> None:
    path = written(
        tmp_path, 'workstation = "desk-3"\n[server]\nhost = "db.example"\nport = 5433\nsslrootcert = "ca.pem"\n'
    )
    settings, messages = load(path, {})
    assert settings.server == Server("db.example", 5433, sslrootcert="ca.pem")
    assert settings.workstation == "desk-3"
    assert messages == ()


def test_a_missing_file_is_no_fault(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml", {}) == (Settings(), ())


@pytest.mark.parametrize("text", ["[server", "\x00", "a = ", "= 3", 'x = "\\q"'])
def test_a_broken_file_gives_defaults_and_one_message(tmp_path: Path, text: str) -> None:
    settings, messages = load(written(tmp_path, text), {})
    assert settings == Settings()
    assert len(messages) == 1
    assert "defaults are used" in messages[0]


def test_bytes_that_are_no_text_give_defaults_and_one_message(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00workstation")
    assert load(path, {})[0] == Settings()


def test_a_value_of_the_wrong_kind_keeps_the_rest(tmp_path: Path) -> None:
    path = written(tmp_path, 'theme = "pink"\nlock_after_minutes = "soon"\nworkstation = "desk-3"\n')
    settings, messages = load(path, {})
    assert (settings.theme, settings.lock_after_minutes, settings.workstation) == ("system", 10, "desk-3")
    assert len(messages) == 2


def test_the_environment_stands_above_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, '[server]\nhost = "db.example"\n')
    settings, _ = load(path, {"HMS_SERVER_HOST": "127.0.0.1", "HMS_SERVER_PORT": "7000"})
    assert settings.server == Server("127.0.0.1", 7000)


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(Settings(server=Server("localhost", password="secret")))


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("lock_after_minutes = inf", "lock_after_minutes"),
        ("lock_after_minutes = -1", "lock_after_minutes"),
        ("lock_after_minutes = 99999999999999999999", "lock_after_minutes"),
        ('language = "../../etc/passwd"', "language"),
        ('language = ""', "language"),
        ('[server]\nhost = "db.example"\nport = 70000', "server_port"),
    ],
)
def test_a_value_out_of_its_range_is_the_default_and_one_message(tmp_path: Path, line: str, about: str) -> None:
    settings, messages = load(written(tmp_path, line), {})
    assert [about in message for message in messages] == [True]
    assert (settings.lock_after_minutes, settings.language) == (10, "en")
    assert settings.server is None or settings.server.port == 5432


def test_every_hostile_line_as_a_file_and_as_each_value_gives_settings(tmp_path: Path, shared: Path) -> None:
    names = ("workstation", "language", "theme", "lock_after_minutes", "videos", "server_host", "server_dbname")
    for number, text in enumerate(corpus(shared)):
        settings, messages = load(None, {f"HMS_{name.upper()}": text for name in names})
        assert settings.workstation == (text if len(text) <= 255 else Settings().workstation)
        assert settings.theme in THEMES
        assert all(message.endswith("is used.") for message in messages)
        if number % 20 == 0:
            path = tmp_path / "settings.toml"
            path.write_bytes(
                text.encode("utf-8", "surrogateescape" if "\udc80" <= max(text or "a") <= "\udcff" else "replace")
            )
            load(path, {})


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("db2.example", "db2.example", 5432),
        ("db2.example:6432", "db2.example", 6432),
        ("[2001:db8::1]:6432", "2001:db8::1", 6432),
        ("/run/hms:6432", "/run/hms", 6432),
    ],
)
def test_a_replica_and_a_pooler_are_a_host_or_host_and_port(address: str, host: str, port: int) -> None:
    found, messages = load(None, {"HMS_SERVER_HOST": "db.example", "HMS_SERVER_REPLICA": address})
    assert messages == ()
    assert found.server is not None
    there = found.server.at(found.server.replica)
    assert (there.host, there.port, there.replica) == (host, port, "")


@pytest.mark.parametrize(
    ("name", "value"),
    [("REPLICA", "db 2"), ("POOLER", "db:port"), ("KNOCKS", "shout"), ("REPLICA_LAG_SECONDS", "0")],
)
def test_what_a_larger_hospital_sets_wrongly_is_one_sentence_and_not_used(name: str, value: str) -> None:
    found, messages = load(None, {"HMS_SERVER_HOST": "db.example", f"HMS_SERVER_{name}": value})
    assert (len(messages), found.server) == (1, Server("db.example"))


class AnotherRegistry:
    """A machine's keys and their values, as Windows would hand them out."""

    def __init__(self, keys: Mapping[str, Mapping[str, Any] | OSError]) -> None:
        self._keys = keys

    def values(self, key: str) -> Iterable[tuple[str, Any]]:
        found = self._keys.get(key, FileNotFoundError(key))
        if isinstance(found, OSError):
            raise found
        return found.items()


POLICY, MACHINE = r"Software\Policies\HMS\Desktop", r"Software\HMS\Desktop"


def on_a_machine(
    folder: Path, *, own: str = "", keys: Mapping[str, Mapping[str, Any] | OSError] | None = None, **more: Any
) -> Station:
    """The station's settings with files of its own in `folder`, and a registry where `keys` are given."""
    own_file = written(folder, own)
    told: dict[str, Any] = {"own_file": own_file, "environ": {}, "folder": folder} | more
    return load_station(**told, registry=AnotherRegistry(keys) if keys is not None else None)


def test_every_field_of_the_settings_stands_in_the_table_and_its_default_is_one_that_may_be_said() -> None:
    names = {f.name for f in fields(Settings)} - {"server"} | {f"server_{f.name}" for f in fields(Server)}
    assert set(SETTINGS) == names
    for name, setting in SETTINGS.items():
        default = default_of(name)
        assert setting.kind.taken(default) == default
        assert setting.title
        assert setting.says.endswith(".")


@pytest.mark.parametrize("highest", list(Place), ids=lambda place: place.name.lower())
def test_each_place_stands_above_those_below_it(highest: Place, tmp_path: Path) -> None:
    told: dict[str, Any] = {}
    for place in [place for place in Place if place <= highest]:
        name = f"by-{place.name.lower()}"
        match place:
            case Place.OWN_FILE:
                told["own"] = f'workstation = "{name}"'
            case Place.ENVIRONMENT:
                told["environ"] = {"HMS_WORKSTATION": name}
            case Place.COMMAND_LINE:
                told["said"] = [("workstation", name)]
            case _:
                file = tmp_path / f"{place.name.lower()}.toml"
                file.write_text(f'workstation = "{name}"', encoding="utf-8")
                if place is Place.NAMED_FILE:
                    told["named"] = [file]
    station = on_a_machine(tmp_path, **told)
    assert station.messages == ()
    assert station.settings.workstation == f"by-{highest.name.lower()}"
    assert station.values["workstation"].place is highest


def test_a_policy_in_the_registry_stands_above_what_the_installer_wrote_and_both_above_files(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text('theme = "dark"\nlanguage = "ar"\n[server]\nhost = "old.example"\n')
    (tmp_path / "policy.toml").write_text('language = "fr"\n')  # where there is a registry it is not read
    keys = {
        MACHINE: {"server_host": "db.example", "Server_Port": "5433", "lock_after_minutes": 5, "InstallDir": "C:\\HMS"},
        POLICY: {"lock_after_minutes": 3, "server_sslrootcert": "", "theme": "contrast"},
    }
    station = on_a_machine(tmp_path, keys=keys)
    assert station.messages == ()
    assert station.settings.server == Server("db.example", 5433)
    assert (station.settings.theme, station.settings.language) == ("contrast", "ar")
    assert station.settings.lock_after_minutes == 3
    assert station.bound("theme") == rf"HKEY_LOCAL_MACHINE\{POLICY}"
    assert (station.bound("language"), station.bound("server_host")) == ("", "")
    assert station.laid_down("server_host") == rf"HKEY_LOCAL_MACHINE\{MACHINE}"


@pytest.mark.parametrize("value", [b"5", ["5"], 5_000_000_000, -1, "soon", 2.5])
def test_a_value_of_another_kind_in_the_registry_is_told_and_the_installers_counts(value: Any, tmp_path: Path) -> None:
    keys = {MACHINE: {"lock_after_minutes": 7}, POLICY: {"lock_after_minutes": value}}
    station = on_a_machine(tmp_path, keys=keys)
    assert station.settings.lock_after_minutes == 7
    assert len(station.messages) == 1
    assert POLICY in station.messages[0]


def test_libpqs_word_for_its_librarys_own_authorities_is_no_certificate_file(tmp_path: Path) -> None:
    """In the wheels these are in a folder that nobody has: every server would be a stranger, and nobody knew why."""
    keys = {MACHINE: {"server_host": "db.example", "server_sslrootcert": "ca.pem"}}
    station = on_a_machine(tmp_path, keys=keys | {POLICY: {"server_sslrootcert": "system"}})
    assert station.settings.server == Server("db.example", sslrootcert="ca.pem")
    assert ["not the word system" in message for message in station.messages] == [True]
    assert Server("db.example", sslrootcert="system").parameters()["sslrootcert"] == "./system"


def test_a_key_that_cannot_be_read_is_told_and_the_rest_is_used(tmp_path: Path) -> None:
    keys = {MACHINE: {"workstation": "desk-3"}, POLICY: PermissionError(13, "Access is denied")}
    station = on_a_machine(tmp_path, keys=keys)
    assert station.settings.workstation == "desk-3"
    assert ["Access is denied" in message for message in station.messages] == [True]


def test_a_login_and_its_password_are_not_taken_from_where_everybody_reads(tmp_path: Path) -> None:
    keys = {POLICY: {"server_host": "db.example", "server_user": "hms_worker", "server_password": "secret"}}
    station = on_a_machine(tmp_path, keys=keys)
    assert station.settings.server == Server("db.example")
    assert len(station.messages) == 2
    assert "secret" not in "".join(station.messages)


def test_a_slip_in_a_file_of_it_is_told_and_other_tables_of_a_programs_own_file_are_not(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text('[server]\nhots = "db.example"\n')
    station = on_a_machine(tmp_path, own="[worker]\nat_once = 3\n")
    assert ["server_hots" in message for message in station.messages] == [True]


def test_a_file_of_it_that_anybody_may_write_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text('[server]\nhost = "evil.example"\n')
    (tmp_path / "station.toml").chmod(0o666)
    station = on_a_machine(tmp_path)
    assert station.settings.server is None
    assert ["chmod o-w" in message for message in station.messages] == [True]


def test_another_host_takes_over_nothing_that_belonged_to_the_former_one(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text(
        '[server]\nhost = "db.example"\nport = 5433\nreplica = "db2.example"\npooler = "db.example:6432"\n'
    )
    own = '[server]\nhost = "db.example"\nuser = "ada"\npassword = "secret"\nsslrootcert = "ca.pem"\n'
    here = on_a_machine(tmp_path, own=own).settings.server
    assert here == Server("db.example", 5433, "hms", "ada", "secret", "ca.pem", "db2.example", pooler="db.example:6432")
    trial = on_a_machine(tmp_path, own=own, said=[("server_host", "trial.example")]).settings.server
    assert trial == Server("trial.example", 5433, sslrootcert="ca.pem")


@pytest.mark.parametrize(
    "wrong", ["colour=red", "theme=pink", "server.port", "server.port=0", "server.password=secret", "server_user=ada"]
)
def test_a_command_line_says_only_settings_that_there_are_and_no_secret(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    add_set_option(parser)
    assert parser.parse_args(["--set", "server.port=5433", "--set", "theme=dark"]).said == [
        ("server_port", "5433"),
        ("theme", "dark"),
    ]
    with pytest.raises(SystemExit):
        parser.parse_args(["--set", wrong])
    assert "secret" not in capsys.readouterr().err


def test_a_server_that_a_person_types_keeps_what_a_policy_says_of_every_server(tmp_path: Path) -> None:
    keys = {POLICY: {"server_accounts": "directory", "server_knocks": "relay"}}
    station = on_a_machine(tmp_path, own='[server]\nhost = "db.example"\npooler = "db.example:6432"\n', keys=keys)
    same = station.moved_to(Server("db.example", 5433)).settings.server
    assert same == Server("db.example", 5433, pooler="db.example:6432", accounts="directory", knocks="relay")
    other = station.moved_to(Server("db2.example")).settings.server
    assert other == Server("db2.example", accounts="directory", knocks="relay")
