"""Films: which files of a folder are films, what plays after what, and what becomes of those that do not play."""

import json
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QObject
from PySide6.QtMultimedia import QMediaPlayer, QVideoSink
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from display_kiosk import sentences
from display_kiosk.scene.board import Board
from display_kiosk.scene.window import BoardWindow
from display_kiosk.video import Film, films
from hms_desktop.clinic.displays.signs_of_life import FilmState
from hms_desktop.core import places
from tests.factories import clips

# Qt looks for a sound server and a graphics device, and a machine without them is what these tests may run on.
pytestmark = pytest.mark.qt_log_ignore(
    r"PulseAudioService: pa_context_connect\(\) failed", "QSoundEffect: playback of", "No RHI backend"
)

THEME = json.loads((places.resources() / "themes" / "kiosk.json").read_text(encoding="utf-8"))
WORDS = sentences.load([places.resources() / "announcements"], ["en"])[0].words
PATIENCE_MS = 30_000


def test_films_are_files_of_the_folder_itself(tmp_path: Path) -> None:
    folder, outside = tmp_path / "films", tmp_path / "outside.mp4"
    (folder / "inner.mp4").mkdir(parents=True)
    outside.touch()
    for name in ("b.mp4", "A.MKV", "notes.txt", "..mp4"):
        (folder / name).touch()
    (folder / "link.mp4").symlink_to(outside)
    assert [path.name for path in films(folder)] == ["A.MKV", "b.mp4"]
    assert films(tmp_path / "nowhere") == ()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[BoardWindow]:
    board = Board(THEME, WORDS)
    shown = BoardWindow(board)
    shown.show()
    yield shown
    shown.dismiss()


@pytest.fixture
def good(shared: Path, tmp_path: Path) -> Path:
    """A film that plays, ten seconds long."""
    return Path(shutil.copy(shared / "video_mp4" / "bikes.mp4", tmp_path / "good.mp4"))


@pytest.fixture
def playing(qtbot: QtBot, window: BoardWindow) -> Iterator[Callable[..., tuple[Film, list[str]]]]:
    """Starts a player on a list of films; it and the names of what gave a picture, in order."""
    started: list[Film] = []

    def start(*paths: Path, back_off_ms: tuple[int, ...] = (200,)) -> tuple[Film, list[str]]:
        film = Film(lambda: paths, window.film_output(), back_off_ms=back_off_ms)
        names: list[str] = []
        film.played.connect(names.append)
        film.want(True)
        started.append(film)
        return film, names

    yield start
    for film in started:
        film.want(False)


def test_films_play_in_order_and_over_again(
    qtbot: QtBot, playing: Callable[..., tuple[Film, list[str]]], tmp_path: Path
) -> None:
    pair = [clips.h264(tmp_path / name, 0.5) for name in ("b.mp4", "a.mp4")]
    film, names = playing(*pair)
    qtbot.waitUntil(lambda: len(names) >= 4, timeout=PATIENCE_MS)
    assert names[:4] == ["b.mp4", "a.mp4", "b.mp4", "a.mp4"]
    assert film.state() is FilmState.PLAYING


def test_no_picture_waits_for_the_windows_thread_but_a_films_first(
    qtbot: QtBot, window: BoardWindow, playing: Callable[..., tuple[Film, list[str]]], tmp_path: Path
) -> None:
    sink: QVideoSink = window.film_output().property("videoSink")
    told = SIGNAL("videoFrameChanged(QVideoFrame)")
    scene = sink.receivers(told)
    film, names = playing(clips.h264(tmp_path / "long.mp4", 20))
    assert sink.receivers(told) == scene + 1
    qtbot.waitUntil(lambda: names == ["long.mp4"], timeout=PATIENCE_MS)
    assert sink.receivers(told) == scene
    seen = film.frames
    qtbot.waitUntil(lambda: film.frames > seen + 5, timeout=PATIENCE_MS)
    film.want(False)
    assert sink.receivers(told) == scene


@pytest.mark.parametrize("opened_anew_seconds", [600, 0])
def test_a_single_film_begins_again_wound_back_or_opened_anew(
    qtbot: QtBot,
    playing: Callable[..., tuple[Film, list[str]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    opened_anew_seconds: float,
) -> None:
    monkeypatch.setattr("display_kiosk.video.OPENED_ANEW_SECONDS", opened_anew_seconds)
    _, names = playing(clips.h264(tmp_path / "only.mp4", 0.5))
    qtbot.waitUntil(lambda: len(names) >= 3, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    "bad",
    [clips.empty, clips.garbage, clips.audio_only, clips.av1, clips.without_index, lambda path: path],
    ids=["zero length", "garbage", "audio only", "AV1", "without its index", "missing"],
)
def test_what_does_not_play_is_skipped_with_a_line_in_the_log(
    qtbot: QtBot,
    playing: Callable[..., tuple[Film, list[str]]],
    caplog: pytest.LogCaptureFixture,
    good: Path,
    tmp_path: Path,
    bad: Callable[[Path], Path],
) -> None:
    with caplog.at_level(logging.WARNING, "display_kiosk.video"):
        film, names = playing(bad(tmp_path / "bad.mp4"), good)
        qtbot.waitUntil(lambda: names == ["good.mp4"], timeout=PATIENCE_MS)
    assert film.state() is FilmState.PLAYING
    assert sum("bad.mp4 is skipped" in line for line in caplog.messages) == 1


def test_a_film_cut_in_half_ends_early_and_the_next_one_follows(
    qtbot: QtBot, playing: Callable[..., tuple[Film, list[str]]], good: Path, tmp_path: Path
) -> None:
    _, names = playing(clips.truncated(tmp_path / "half.mp4"), good)
    qtbot.waitUntil(lambda: "good.mp4" in names, timeout=PATIENCE_MS)


def test_with_nothing_that_plays_it_rests_and_looks_again(
    qtbot: QtBot, playing: Callable[..., tuple[Film, list[str]]], shared: Path, tmp_path: Path
) -> None:
    path = clips.garbage(tmp_path / "film.mp4")
    film, names = playing(path, back_off_ms=(300, 60_000))
    qtbot.waitUntil(lambda: film.state() is FilmState.NO_FILMS, timeout=PATIENCE_MS)
    shutil.copy(shared / "video_mp4" / "bikes.mp4", path)
    qtbot.waitUntil(lambda: names == ["film.mp4"], timeout=PATIENCE_MS)


def test_told_that_something_came_it_does_not_wait_for_the_end_of_its_pause(
    qtbot: QtBot, window: BoardWindow, good: Path
) -> None:
    programme: list[Path] = []
    film = Film(lambda: programme, window.film_output(), back_off_ms=(600_000,))
    film.want(True)
    assert film.state() is FilmState.NO_FILMS
    programme.append(good)
    with qtbot.waitSignal(film.running, timeout=PATIENCE_MS):
        film.look_again()
    film.want(False)


def test_a_film_that_hangs_is_begun_anew_even_where_it_is_the_only_one(
    qtbot: QtBot, playing: Callable[..., tuple[Film, list[str]]], caplog: pytest.LogCaptureFixture, good: Path
) -> None:
    film, names = playing(good)
    qtbot.waitUntil(lambda: len(names) == 1, timeout=PATIENCE_MS)
    with caplog.at_level(logging.WARNING, "display_kiosk.video"):
        film.findChild(QMediaPlayer).pause()  # as a decoder does that gives no more pictures and no word about it
        qtbot.waitUntil(lambda: len(names) == 2, timeout=PATIENCE_MS)
    assert "gave no picture for 3 seconds" in caplog.text


def test_the_last_picture_stands_until_the_next_films_first(
    qtbot: QtBot, window: BoardWindow, playing: Callable[..., tuple[Film, list[str]]], tmp_path: Path
) -> None:
    """As before Qt 6.9, which keeps no last picture: the one that is held behind shows through."""
    output = window.film_output()
    assert isinstance(output, QQuickItem)
    output.setProperty("endOfStreamPolicy", 0)
    output.setProperty("holds", True)
    red = [clips.h264(tmp_path / f"{number}.mp4", 0.5, colour="red") for number in range(2)]
    _, names = playing(*red)
    qtbot.waitUntil(lambda: len(names) >= 2, timeout=PATIENCE_MS)
    held = output.findChild(QObject, "held")
    assert held is not None
    sink: QVideoSink = held.property("videoSink")
    colour = sink.videoFrame().toImage().pixelColor(50, 50)
    assert (colour.red() > 200, colour.green() < 60) == (True, True)


def test_volume_follows_the_hospital_and_a_call(
    playing: Callable[..., tuple[Film, list[str]]], window: BoardWindow
) -> None:
    film, _ = playing()
    sound = film._sound
    film.set_volumes(40, 10)
    assert round(sound.volume(), 2) == 0.4
    film.duck(True)
    assert round(sound.volume(), 2) == 0.1
    film.set_volumes(0, 0)
    assert sound.volume() == 0
