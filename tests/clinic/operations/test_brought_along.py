"""The checks of what ships beside the code: red where a revision, a guard, a country or a language is missing."""

import shutil
from pathlib import Path

import pytest

from hms_desktop.clinic.operations import brought_along, installing
from hms_desktop.core import places
from hms_desktop.core.selftest import Failed


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what ships, to be damaged."""
    shutil.copytree(places.migrations(), tmp_path / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("fonts", *brought_along.WORDING):
        shutil.copytree(places.resources() / folder, tmp_path / "resources" / folder)
    monkeypatch.setattr(places, "_HOUSE", tmp_path)
    return tmp_path


def test_what_ships_is_whole(house: Path) -> None:
    assert "head" in brought_along.revisions()
    assert brought_along.numbers_and_names()
    assert brought_along.holidays().endswith("countries")
    assert brought_along.report_paper().startswith("PDF")
    assert brought_along.wording() == "ar, en, es, fr, hi"


def test_a_revision_that_is_missing_is_red(house: Path) -> None:
    next((house / "migrations" / "versions").glob("0017_*.py")).unlink()
    with pytest.raises(Exception, match="0017"):
        brought_along.revisions()


def test_a_revision_beside_the_chain_is_red(house: Path) -> None:
    versions = house / "migrations" / "versions"
    second = next(versions.glob("0002_*.py")).read_text(encoding="utf-8")
    (versions / "9999_other.py").write_text(second.replace('"0002"', '"9999"'), encoding="utf-8")
    with pytest.raises(Exception, match=r"heads|broken"):
        brought_along.revisions()


def test_an_area_without_guards_is_red(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [name for name in installing.guard_files() if not name.startswith("stock/")]
    monkeypatch.setattr(installing, "guard_files", lambda: files)
    with pytest.raises(Failed, match="areas without guards: stock"):
        brought_along.revisions()


def test_a_language_that_one_folder_lacks_is_red(house: Path) -> None:
    (house / "resources" / "reports" / "hi.json").unlink()
    with pytest.raises(Failed, match="reports has only these languages: ar, en, es, fr"):
        brought_along.wording()


def test_identifiers_that_would_pass_unchecked_are_red(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brought_along, "unchecked", lambda: [("national_id", "BR")])
    with pytest.raises(Failed, match="national_id BR"):
        brought_along.numbers_and_names()
