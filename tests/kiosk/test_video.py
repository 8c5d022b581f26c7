"""Films: which files of a folder are films, and what becomes of those that do not play."""

import json
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display_kiosk import sentences
from display_kiosk.scene.board import Board
from display_kiosk.scene.window import BoardWindow
from display_kiosk.video import Film, films
from hms_desktop.core import places

# Qt looks for a sound server, and a machine without one is what these tests may run on.
pytestmark = pytest.mark.qt_log_ignore(r"PulseAudioService: pa_context_connect\(\) failed", "QSoundEffect: playback of")

THEME = json.loads((places.resources() / "themes" / "kiosk.json").read_text(encoding="utf-8"))
WORDS = sentences.load([places.resources() / "announcements"], ["en"])[0].words


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
def window(qtbot: QtBot) -> BoardWindow:
    board = Board(THEME, WORDS)
    shown = BoardWindow(board)
    shown.show()
    yield shown
    shown.dismiss()


def test_broken_films_are_skipped_and_the_good_one_plays(
    qtbot: QtBot, window: BoardWindow, shared: Path, tmp_path: Path
) -> None:
    (tmp_path / "a-empty.mp4").touch()
    (tmp_path / "b-garbage.mp4").write_bytes(bytes(range(256)) * 64)
    shutil.copy(shared / "video_mp4" / "bikes.mp4", tmp_path / "c-good.mp4")
    film = Film(tmp_path, window.film_output())
    with qtbot.waitSignal(film.running, timeout=15_000) as running:
        film.want(True)
    assert running.args == [True]
    assert film.state() == "playing"
    film.want(False)
    assert film.state() == "no films"


def test_with_nothing_that_plays_it_rests_instead_of_spinning(
    qtbot: QtBot, window: BoardWindow, tmp_path: Path
) -> None:
    (tmp_path / "garbage.mp4").write_bytes(b"no film at all" * 1000)
    film = Film(tmp_path, window.film_output())
    film.want(True)
    qtbot.wait(1500)
    assert film.state() == "no films"
    film.want(False)
