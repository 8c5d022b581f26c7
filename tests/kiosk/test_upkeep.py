"""The status page on its key, the heartbeat's state, the picture for the desk, and the nightly restart."""

import asyncio
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from display_kiosk import sentences
from display_kiosk.probe import Decoding
from display_kiosk.scene.board import Board, BoardCall
from display_kiosk.scene.window import BoardWindow
from display_kiosk.status_words import StatusWords
from display_kiosk.upkeep import Around, Upkeep, jpeg
from hms_desktop.clinic.displays import actions, queries, rules
from hms_desktop.clinic.displays.signs_of_life import Decoder, FetchFault, FilmState, VoiceState
from hms_desktop.core import places
from hms_desktop.core.errors import Refused
from tests.factories import displays
from tests.hospital import Hospital

THEME = json.loads((places.resources() / "themes" / "kiosk.json").read_text("utf-8"))
WORDS = places.resources() / "status"


class Parts:
    """What the other parts of a screen say."""

    def __init__(self) -> None:
        self.calling = False
        self.deaf = False
        self.listening = True
        self.at = datetime(2026, 3, 2, 10, 0)
        ran_in_software = Decoding("Raspberry Pi 4 Model B", "6.8.2", "H264", (), "", 120, 120, 4.0, 3.9)
        self.state: dict[str, Any] = {
            "voice": VoiceState.CHIME_ONLY,
            "video": FilmState.PLAYING,
            "lacking": 3,
            "lacking_why": FetchFault.DISK_FULL,
            "decoder": ran_in_software.told(),
            "newer": "",
        }
        self.sent: list[bytes] = []

    async def send(self, picture: bytes) -> None:
        self.sent.append(picture)

    def around(self) -> Around:
        return Around(
            lambda: self.calling, lambda: self.listening, lambda: self.state, lambda: self.at, self.send,
            lambda: self.deaf,
        )  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[BoardWindow]:
    words = sentences.load([places.resources() / "announcements"], ["en"])[0].words
    made = BoardWindow(Board(THEME, words))
    made.resize(1280, 720)
    made.show()
    qtbot.waitUntil(made.isExposed)
    yield made
    made.dismiss()


@pytest.fixture
def parts() -> Parts:
    return Parts()


@pytest.fixture
def words() -> StatusWords:
    return StatusWords(WORDS, "en")


@pytest.fixture
def upkeep(window: BoardWindow, parts: Parts, words: StatusWords, tmp_path: Path) -> Iterator[Upkeep]:
    made = Upkeep(window, THEME, parts.around(), version="0.1.0", words=words, written=tmp_path)
    yield made
    made.stop()
    shiboken6.delete(made)


def shown(upkeep: Upkeep) -> dict[str, str]:
    """The lines of the page by their label."""
    return {line["label"]: line["value"] for line in upkeep.status.property("lines")}


def test_f1_shows_and_hides_the_status_page(window: BoardWindow, upkeep: Upkeep) -> None:
    before = window.grabWindow().pixelColor(QPoint(640, 300))
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert upkeep.status.shown
    assert window.grabWindow().pixelColor(QPoint(640, 4)) == QColor(THEME["background"])
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert not upkeep.status.shown
    assert window.grabWindow().pixelColor(QPoint(640, 300)) == before


def test_the_page_says_how_everything_does_and_marks_what_is_wrong(upkeep: Upkeep) -> None:
    upkeep.set_online(True)
    upkeep.show_call(BoardCall(1, "A 012", "Room 3"))
    upkeep.status.show()
    lines = shown(upkeep)
    assert lines["Last call shown"] == "A 012 · Room 3 · 10:00"
    assert lines["Decoder"] == "H264 in software though this computer has hardware for it, 3.9 ms of CPU a picture"
    assert lines["Film"] == "playing · 3 films to fetch: the disk is full"
    assert lines["Version"].startswith("0.1.0 · Qt 6.")
    assert "MB" in lines["Free disk"]
    wrong = [line["label"] for line in upkeep.status.property("lines") if line["wrong"]]
    assert wrong[:3] == ["Voice", "Film", "Decoder"]


def test_the_page_says_which_version_can_be_had(upkeep: Upkeep, parts: Parts) -> None:
    parts.state["newer"] = "0.2.0"
    upkeep.status.show()
    assert shown(upkeep)["Version"].endswith("· version 0.2.0 can be had, IT installs it")


def test_the_page_speaks_the_screens_first_language(hospital: Hospital, upkeep: Upkeep, words: StatusWords) -> None:
    server = displays.screen(hospital, languages=["ar", "en"])
    screen = hospital.database(server).read_now(queries.my_screen)
    assert screen is not None
    words.speak("ar")
    upkeep.set_screen(screen, mirrored=True)
    upkeep.status.show()
    assert upkeep.status.property("title") == "حالة هذه الشاشة"
    assert upkeep.status.property("mirrored") is True


def test_every_language_has_all_words_of_the_page() -> None:
    words = {path.stem: json.loads(path.read_text("utf-8")) for path in WORDS.glob("*.json")}
    assert words.keys() == {path.stem for path in (places.resources() / "announcements").glob("*.json")}
    assert all(one.keys() == words["en"].keys() and all(one.values()) for one in words.values())
    values = {
        language: [sorted(set(re.findall(r"%\d", said))) for said in one.values()] for language, one in words.items()
    }
    assert all(one == values["en"] for one in values.values())


def test_every_code_of_the_heartbeat_has_its_words_on_the_page() -> None:
    page = json.loads((WORDS / "en.json").read_text("utf-8"))
    for kind, codes in (("voice", VoiceState), ("film", FilmState), ("fetch", FetchFault), ("decoder", Decoder)):
        assert {f"{kind}_{code}" for code in codes if code} <= page.keys()


def test_trouble_is_said_in_the_screens_language_and_an_unknown_one_with_its_code(words: StatusWords) -> None:
    assert words.trouble("display.not_yours") == "This login belongs to no screen that is in use; ask IT."
    assert "made.up" in words.trouble("made.up")
    words.speak("fr")
    assert words.trouble("display.not_yours").startswith("Cet accès")


def test_the_heartbeats_state_is_taken_by_the_hospital(hospital: Hospital, upkeep: Upkeep) -> None:
    upkeep.show_call(BoardCall(1, "A 012", "Room 3"))
    state = upkeep.state()
    assert state["voice"] == "chime_only"
    assert state["machine"]["disk_free"] > 0
    database = hospital.database(displays.screen(hospital))
    database.run_now(actions.beat, program_version="0.1.0", server_ms=3, state=state)


def test_the_picture_is_small_enough_whatever_is_shown(qapp: object) -> None:
    noise = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(noise)
    for place in range(0, 1920 * 1080, 7):
        painter.fillRect(place % 1920, place // 1920, 3, 1, QColor.fromHsv(place % 359, 255, place % 255))
    painter.end()
    made = jpeg(noise)
    assert made.startswith(b"\xff\xd8\xff")
    assert len(made) <= rules.THUMBNAIL_BYTES
    assert jpeg(QImage()) == b""


def test_the_hospital_keeps_one_picture_in_twenty_seconds_and_nothing_but_pictures(
    hospital: Hospital, window: BoardWindow
) -> None:
    database = hospital.database(displays.screen(hospital, "Hall A"))
    picture = jpeg(window.grabWindow())
    assert database.run_now(actions.send_thumbnail, picture=picture)
    assert not database.run_now(actions.send_thumbnail, picture=picture[:-2] + b"xx")
    hospital.sql("UPDATE hms.display_thumbnails SET sent_at = sent_at - interval '20 seconds'")
    assert database.run_now(actions.send_thumbnail, picture=picture)
    kept = hospital.database(hospital.person("admin")).read_now(
        queries.thumbnail, display_id=int(hospital.sql("SELECT id FROM hms.displays")[0][0])
    )
    assert kept is not None
    assert kept.picture == picture
    for wrong in (b"", b"<html>", picture + b"x" * rules.THUMBNAIL_BYTES):
        with pytest.raises(Refused):
            database.run_now(actions.send_thumbnail, picture=wrong)


def test_a_picture_goes_out_only_while_nobody_is_called(
    upkeep: Upkeep, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    upkeep.set_online(True)
    monkeypatch.setattr(upkeep, "_next_thumbnail", 0.0)

    async def ticks() -> None:
        parts.calling = True
        upkeep.tick()
        await asyncio.sleep(0)
        assert parts.sent == []
        parts.calling = False
        upkeep.tick()
        upkeep.tick()
        await asyncio.sleep(0)
        assert len(parts.sent) == 1

    asyncio.run(ticks())


def test_the_watchdog_is_not_fed_while_the_listening_thread_is_dead(
    upkeep: Upkeep, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(upkeep.manager, "tell", lambda *states: told.extend(states))
    for parts.listening, fed in ((True, ["WATCHDOG=1"]), (False, []), (True, ["WATCHDOG=1"])):
        upkeep._pulse.on_frame()
        told.clear()
        upkeep._pulse.check()
        assert told == fed


def test_it_restarts_at_night_only_under_a_service_manager(
    upkeep: Upkeep, parts: Parts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wishes: list[bool] = []
    upkeep.wants_restart.connect(lambda: wishes.append(True))
    parts.at = datetime(2026, 3, 3, 2, 0)
    monkeypatch.setattr(upkeep, "_started", upkeep._started - 7 * 3600)
    upkeep.tick()
    assert wishes == []
    monkeypatch.setattr(upkeep.manager, "_address", str(tmp_path / "notify"))
    parts.calling = True
    upkeep.tick()
    assert wishes == []
    parts.calling = False
    upkeep.tick()
    assert wishes == [True]


def test_it_restarts_to_be_heard_again_while_nobody_is_called(
    upkeep: Upkeep, parts: Parts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wishes: list[bool] = []
    upkeep.wants_restart.connect(lambda: wishes.append(True))
    monkeypatch.setattr(upkeep.manager, "_address", str(tmp_path / "notify"))
    parts.deaf, parts.calling = True, True
    upkeep.tick()
    assert wishes == []
    parts.calling = False
    upkeep.tick()
    assert wishes == [True]
