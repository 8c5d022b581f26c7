"""How counters are shared out, prefixes found, and secrets written."""

import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.operations import staging
from hms_desktop.core import settings
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_secret, write_settings


def test_every_service_has_a_counter_and_the_busiest_has_most() -> None:
    assert staging.shared_out({"OPD": 200, "Dental": 10}, 6) == {"OPD": 5, "Dental": 1}
    assert staging.shared_out({"OPD": 200, "Dental": 10}, 1) == {"OPD": 1, "Dental": 1}
    assert staging.shared_out({"OPD": 76, "Dental": 10}, None) == {"OPD": 2, "Dental": 1}


@given(st.lists(st.text(max_size=12), max_size=60))
def test_prefixes_are_one_to_three_capital_letters_and_never_the_same(names: list[str]) -> None:
    taken: set[str] = set()
    found = [staging.prefix_for(name, taken) for name in names]
    assert len(set(found)) == len(found)
    assert all(prefix.isascii() and prefix.isalpha() and prefix.isupper() and len(prefix) <= 3 for prefix in found)


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40),
)
def test_a_settings_file_says_what_was_written_whatever_the_text(name: str, password: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kiosk.toml"
        server = Server("/somewhere", 5433, "hms", "kiosk-1", password)
        write_settings(path, Settings(server=server, workstation=name))
        found, messages = settings.load(path, {})
        assert (found.server, found.workstation, messages) == (server, name, ())


def test_a_secret_is_its_owners_alone_and_replaces_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o644)
    write_secret(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_secret_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_secret(tmp_path / "taken", "secret")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
