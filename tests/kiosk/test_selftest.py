"""The selftest: green on a whole machine, and red on each thing that can be missing without a word."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display_kiosk import selftest, selftest_media, selftest_paper, selftest_picture, sentences
from display_kiosk.loudspeaker import Loudspeaker, Stopwatch
from display_kiosk.voice_synthesizers import Synthesizers
from hms_desktop.core import places
from hms_desktop.core.selftest import Failed, NotTried
from hms_desktop.core.settings import Server, Settings
from tests.hospital import Hospital

HOUSE = Path(__file__).resolve().parents[2]
RESOURCES = places.resources()
ENGLISH = sentences.load([RESOURCES / "announcements"], ["en"])
THEME = RESOURCES / "themes" / "kiosk.json"

# Qt looks for a sound server, and a machine without one is what these tests may run on.
pytestmark = pytest.mark.qt_log_ignore(
    r"PulseAudioService: pa_context_connect\(\) failed", "Failed to load media", "Could not open media"
)


def test_on_a_whole_machine_every_check_is_green_or_says_what_it_did_not_try(tmp_path: Path) -> None:
    done = looked(tmp_path, "--json")
    told = json.loads(done.stdout)
    states = {check["name"]: check["state"] for check in told["checks"]}
    assert (done.returncode, told["program"], told["passed"]) == (0, "hms-kiosk", True), told
    assert list(states) == [check.name for check in selftest.checks(Settings(), RESOURCES)]
    may_be_skipped = {"sound", "listening", "embedded PostgreSQL"}
    assert {name for name, state in states.items() if state != "ok"} <= may_be_skipped


def test_qt_without_a_multimedia_backend_is_red_and_the_exit_code_says_so(tmp_path: Path) -> None:
    no_plugins = (
        "import sys; from PySide6.QtCore import QCoreApplication; from PySide6.QtGui import QGuiApplication; "
        "made = QGuiApplication.__init__; "
        "QGuiApplication.__init__ = lambda own, *given: (made(own, *given), "
        f"QCoreApplication.setLibraryPaths([{str(tmp_path)!r}]))[0]; "
        "from display_kiosk.main import main; main()"
    )
    done = looked(tmp_path, program=("-c", no_plugins))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "FAILED  media backend: Qt found no multimedia backend: no film would be played" in done.stdout
    assert "FAILED  film: nothing here plays films" in done.stdout


def test_a_missing_fonts_folder_is_red(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(Failed, match="lacks Noto Sans Regular, Noto Sans SemiBold, Noto Sans Arabic Regular"):
        selftest_picture.fonts(tmp_path)


def test_a_font_that_was_cut_short_is_red(qapp: object, tmp_path: Path) -> None:
    whole = (RESOURCES / "fonts" / "NotoSansArabic-Regular.ttf").read_bytes()
    (tmp_path / "NotoSansArabic-Regular.ttf").write_bytes(whole[:500])
    with pytest.raises(Failed, match=r"NotoSansArabic-Regular.ttf is no font"):
        selftest_picture.fonts(tmp_path)


def test_letters_that_are_not_joined_or_not_there_are_red(qapp: object) -> None:
    assert selftest_picture.fonts(RESOURCES / "fonts").count("Noto Sans") == 3
    assert selftest_picture.shaping()
    with pytest.raises(Failed, match="not joined"):
        selftest_picture.shaping([("Noto Sans", "ABC")])
    with pytest.raises(Failed, match="has no letters"):
        selftest_picture.shaping([("Noto Sans", "ببب")])


def test_a_scene_without_its_film_or_without_a_picture_is_red(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "3 calls painted" in selftest_picture.scene(THEME, ENGLISH[0])
    monkeypatch.setattr(selftest_picture, "COLOURS", 200_000)
    with pytest.raises(Failed, match="stayed empty"):
        selftest_picture.scene(THEME, ENGLISH[0])
    monkeypatch.setattr(selftest_picture.BoardWindow, "film_output", lambda _window: None)
    with pytest.raises(Failed, match="no multimedia module"):
        selftest_picture.scene(THEME, ENGLISH[0])


def test_a_scene_that_is_never_painted_is_red_after_its_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest_picture, "PAINT_SECONDS", 0.2)
    monkeypatch.setattr(selftest_picture.BoardWindow, "show", lambda _window: None)
    with pytest.raises(Failed, match=r"no call was painted within 0\.2 s"):
        selftest_picture.scene(THEME, ENGLISH[0])


def test_a_film_that_cannot_be_decoded_is_red(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest_media, "FILM_SECONDS", 2.0)  # Qt waits for the rest of it, without a word
    broken = tmp_path / "broken.mp4"
    broken.write_bytes((RESOURCES / "selftest" / "film.mp4").read_bytes()[:900])
    with pytest.raises(Failed, match=r"0 pictures of broken.mp4 were decoded"):
        selftest_media.film(broken)


def test_a_film_that_is_not_there_is_red(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(Failed, match="0 pictures"):
        selftest_media.film(tmp_path / "film.mp4")


def test_sound_is_played_whole_or_red_and_without_a_device_not_tried(qapp: object, tmp_path: Path) -> None:
    chime = RESOURCES / "sounds" / "chime.wav"
    assert selftest_media.sound(Stopwatch(), chime).startswith("stopwatch, ")
    with pytest.raises(NotTried, match="no audio device"):
        selftest_media.sound(Silent(""), chime)
    with pytest.raises(Failed, match="did not play the chime to its end"):
        selftest_media.sound(Silent("HDMI"), chime)
    with pytest.raises(Failed, match="is no sound"):
        selftest_media.sound(Stopwatch(), tmp_path / "none.wav")


def test_a_language_that_nobody_speaks_is_red(qapp: object) -> None:
    with pytest.raises(Failed, match=r"nobody speaks en: .* espeak-ng"):
        selftest_media.voice(ENGLISH, Synthesizers(espeak="no-such-program"))


def test_without_what_paper_needs_the_check_in_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "display_kiosk.ticket_paper", None)
    with pytest.raises(NotTried, match="not a check-in"):
        selftest_paper.paper(RESOURCES / "layouts")


def test_a_server_that_answers_is_heard_and_one_that_is_away_not_tried(hospital: Hospital) -> None:
    assert "LISTEN hears" in listening(hospital.superuser)
    with pytest.raises(NotTried, match=r"127\.0\.0\.1"):
        listening(Server("127.0.0.1", 1, user="screen", password="secret"))
    with pytest.raises(NotTried, match="no server and login are set"):
        listening(None)


def listening(server: Server | None) -> str:
    return next(
        check.look() for check in selftest.checks(Settings(server=server), RESOURCES) if check.name == "listening"
    )


def looked(
    folder: Path, *options: str, program: tuple[str, ...] = ("-m", "display_kiosk.main")
) -> "subprocess.CompletedProcess[str]":
    """hms-kiosk --selftest in a process of its own, with no settings and no display."""
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, *program, "--selftest", "--settings", str(folder / "none.toml"), *options],
        cwd=HOUSE,
        env=bare | {"XDG_CACHE_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


class Silent(Loudspeaker):
    """A device of that name that breaks off each sound."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def device(self) -> str:
        return self._name

    def play(self, sound: object) -> None:
        self.ended.emit(False)

    def set_volume(self, percent: int) -> None:
        """It is silent anyway."""
