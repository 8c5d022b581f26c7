"""Settings: what is not understood becomes a message and the default, never a program that does not start."""

from pathlib import Path

import pytest

from hms_desktop.core.settings import THEMES, Server, Settings, load
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
        assert settings.workstation == text
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
