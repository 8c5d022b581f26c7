"""hms-admin kiosk: the login files of screens, of the touch screen at the entrance, and of new screens' images."""

import stat
from pathlib import Path

import pytest

from hms_desktop.core import settings
from hms_desktop.core.connecting import connect
from hms_desktop.core.settings import Settings
from hms_desktop.core.settings_file import write_settings
from tests.admin.conftest import Run
from tests.hospital import Hospital


@pytest.fixture
def signed_in(hospital: Hospital, tmp_path: Path) -> tuple[object, ...]:
    """The options with which an administrator signs in."""
    path = tmp_path / "settings.toml"
    write_settings(path, Settings(hospital.person("admin"), workstation="it-pc"))
    return ("--server-settings", path)


@pytest.mark.parametrize(
    ("words", "user"),
    [
        (("image",), "hms_pairing"),
        (("add", "Main hall"), "kiosk-main-hall-"),
        (("add", "Entrance", "--check-in"), "kiosk-entrance-"),
    ],
)
def test_the_file_it_writes_signs_in_and_is_its_owners_alone(
    run: Run, signed_in: tuple[object, ...], tmp_path: Path, words: tuple[str, ...], user: str
) -> None:
    file = tmp_path / "kiosk.toml"
    done = run("kiosk", *words, "--settings", file, *signed_in)
    assert done.returncode == 0, done.stderr
    found, _ = settings.load(file)
    assert found.server is not None
    assert found.server.user.startswith(user)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    connect(found.server, application="test").close()


@pytest.mark.parametrize("words", [("image",), ("add", "Main hall")])
def test_where_the_file_cannot_be_written_it_says_so_and_nothing_was_changed(
    hospital: Hospital, run: Run, signed_in: tuple[object, ...], tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "unmounted" / "kiosk.toml"
    done = run("kiosk", *words, "--settings", file, *signed_in)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"The file {file} cannot be used: No such file or directory.\n"
    assert hospital.sql(
        "SELECT count(*) FROM hms.intents WHERE action LIKE '%%kiosk%%' OR action LIKE '%%pairing%%'"
    ) == [(0,)]
