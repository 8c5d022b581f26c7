"""Drafts: kept for their owner alone, for a day, whatever the disk does."""

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.core.drafts import KEPT_SECONDS, Drafts

VALUES = st.dictionaries(
    st.text(max_size=10), st.recursive(st.none() | st.booleans() | st.text(max_size=20), st.lists, max_leaves=5)
)


def test_a_draft_is_found_again_and_gone_when_dropped(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts", "clerk@db")
    drafts.keep("new", {"family": "Okafor"})
    drafts.keep("edit 7", {"family": "Adeyemi"})
    again = Drafts(tmp_path / "drafts", "clerk@db")
    assert {draft.name: dict(draft.values) for draft in again.kept()} == {
        "new": {"family": "Okafor"},
        "edit 7": {"family": "Adeyemi"},
    }
    again.drop("new")
    assert [draft.name for draft in drafts.kept()] == ["edit 7"]


def test_nobody_else_may_read_it_and_its_name_tells_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    drafts = Drafts(folder, "clerk@db")
    drafts.keep("edit 7", {"family": "Okafor"})
    drafts.keep("edit 7", {"family": "Okafor-Bello"})
    [file] = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "clerk" not in file.name
    assert "7" not in file.name.replace(file.stem, "")


def test_a_colleague_at_the_same_machine_is_not_offered_it(tmp_path: Path) -> None:
    Drafts(tmp_path, "clerk@db").keep("new", {"family": "Okafor"})
    assert Drafts(tmp_path, "other@db").kept() == ()
    assert len(Drafts(tmp_path, "clerk@db").kept()) == 1


def test_after_a_day_it_is_thrown_away_whoever_comes(tmp_path: Path) -> None:
    Drafts(tmp_path, "clerk@db").keep("new", {"family": "Okafor"})
    [file] = tmp_path.iterdir()
    later = file.stat().st_mtime + KEPT_SECONDS + 1
    Drafts(tmp_path, "other@db", clock=lambda: later)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"owner": "clerk@db"}',
        '{"owner": "clerk@db", "name": 1, "at": "x", "values": {}}',
        "\ud800",
    ],
)
def test_a_broken_file_is_no_draft(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert Drafts(tmp_path, "clerk@db").kept() == ()


def test_a_disk_that_refuses_does_not_disturb_the_typing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    drafts = Drafts(tmp_path / "file" / "drafts", "clerk@db")
    drafts.keep("new", {"family": "Okafor"})
    assert drafts.kept() == ()
    drafts.drop("new")


@given(values=VALUES)
def test_whatever_was_typed_is_kept_as_it_was(tmp_path_factory: pytest.TempPathFactory, values: object) -> None:
    assert isinstance(values, dict)
    drafts = Drafts(tmp_path_factory.mktemp("drafts"), "clerk@db")
    drafts.keep("new", values)
    [draft] = drafts.kept()
    assert draft.values == json.loads(json.dumps(values))
