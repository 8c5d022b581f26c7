"""`hms-desktop --selftest`: whole from the sources, and red where a picture, a font, a word or a film is missing."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from hms_desktop.app import selftest, selftest_media, selftest_picture
from hms_desktop.core import places
from hms_desktop.core.selftest import Failed

RESOURCES = places.resources()


def test_from_the_sources_everything_is_there() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "hms_desktop.app.main", "--selftest", "--json"],
        capture_output=True,
        text=True,
        timeout=300,
    )
    told = json.loads(ran.stdout)
    assert [each for each in told["checks"] if each["state"] != "ok"] == []
    assert (ran.returncode, told["program"], told["passed"]) == (0, "hms-desktop", True)
    names = [each["name"] for each in told["checks"]]
    assert {"media backend", "film", "TLS of Qt", "TLS of libpq", "fonts", "psycopg", "schema"} <= set(names)


def test_an_icon_that_stays_empty_is_red(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Failed, match="no icons"):
        selftest_picture.pictures(tmp_path)
    (tmp_path / "bed.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    with pytest.raises(Failed, match=r"bed\.svg stays empty"):
        selftest_picture.pictures(tmp_path)


@pytest.fixture
def fonts_of_before(qapp: QApplication) -> Iterator[None]:
    """What a test registers is forgotten again: a family that lacks a style would measure every later label."""
    yield
    QFontDatabase.removeAllApplicationFonts()
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@pytest.mark.usefixtures("fonts_of_before")
@pytest.mark.parametrize(
    ("gone", "named"),
    [("NotoSansArabic-Regular.ttf", "Noto Sans Arabic Regular"), ("NotoSans-SemiBold.ttf", "Noto Sans SemiBold")],
)
def test_a_font_that_is_missing_is_red(tmp_path: Path, gone: str, named: str) -> None:
    shutil.copytree(RESOURCES / "fonts", tmp_path, dirs_exist_ok=True)
    (tmp_path / gone).unlink()
    with pytest.raises(Failed, match=f"^{named} cannot be read"):
        selftest_picture.fonts(tmp_path)


def test_letters_that_do_not_join_are_red(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    selftest_picture.fonts(RESOURCES / "fonts")
    assert selftest_picture.shaping()
    monkeypatch.setattr(selftest_picture, "JOINED", (("Noto Sans", "abc"),))
    with pytest.raises(Failed, match="does not join abc"):
        selftest_picture.shaping()


@pytest.mark.parametrize("missing", ["hms_ar.qm", "hms_en.qm"])
def test_a_language_that_is_missing_is_red(qapp: QApplication, tmp_path: Path, missing: str) -> None:
    for file in (RESOURCES / "translations").glob("*.qm"):
        if file.name != missing:
            shutil.copy(file, tmp_path)
    with pytest.raises(Failed, match="only these are there"):
        selftest._words(tmp_path)


def test_a_translation_that_cannot_be_read_is_red(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "hms_ar.qm").write_bytes(b"nothing")
    with pytest.raises(Failed, match="hms_ar cannot be read"):
        selftest._words(tmp_path)


def test_a_paper_without_a_layout_is_red(tmp_path: Path) -> None:
    for file in (RESOURCES / "layouts").glob("*.toml"):
        if not file.name.startswith("ticket."):
            shutil.copy(file, tmp_path)
    with pytest.raises(Failed, match="no layout of ticket"):
        selftest._layouts(tmp_path)


def test_a_film_that_is_missing_is_red(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Failed, match="is missing"):
        selftest_media.film(tmp_path / "film.mp4")
