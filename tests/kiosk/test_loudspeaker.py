"""The machine's audio device: heard at once, missed by nobody while it is away, used again when it comes back."""

import contextlib
import socket
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display_kiosk.loudspeaker import Soundcard, Stopwatch, sound_server
from display_kiosk.voice_sounds import Sound, whole
from tests.kiosk.speaking import CHIME, silence

# Qt looks for a sound server, and a machine without one is what these tests may run on.
pytestmark = pytest.mark.qt_log_ignore(r"PulseAudioService: pa_context_connect\(\) failed", "QSoundEffect: playback of")


def listening(place: Path) -> socket.socket:
    """What stands in for a sound server: somebody who answers."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(place))
    server.listen()
    return server


def sound(path: Path) -> Sound:
    found = whole(path)
    assert found is not None
    return found


def test_a_stopwatch_takes_as_long_as_the_sound(qtbot: QtBot, tmp_path: Path) -> None:
    stopwatch = Stopwatch()
    begun: list[str] = []
    stopwatch.began.connect(begun.append)
    with qtbot.waitSignal(stopwatch.ended) as ended:
        stopwatch.play(sound(silence(tmp_path / "short.wav", 0.3)))
    assert begun == ["short"]
    assert ended.args == [True]


def test_a_file_that_went_away_ends_the_sound_and_the_next_one_is_played_all_the_same(
    qtbot: QtBot, tmp_path: Path
) -> None:
    soundcard = Soundcard()
    for _ in range(2):
        with qtbot.waitSignal(soundcard.ended) as ended:
            soundcard.play(Sound(tmp_path / "none.wav", 0.5))
        assert ended.args == [False]
    with qtbot.waitSignal(soundcard.ended) as ended:
        soundcard.play(sound(CHIME))
    assert ended.args == [bool(soundcard.device())]


def test_a_sound_server_that_went_away_is_not_played_on_and_one_that_came_back_asks_for_a_restart(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "native"
    with contextlib.closing(listening(place)):
        soundcard = Soundcard(place)
        assert not soundcard.deaf()
    assert soundcard.device() == ""
    assert not soundcard.deaf()
    with qtbot.waitSignal(soundcard.ended) as ended:
        soundcard.play(sound(CHIME))
    assert ended.args == [False]
    place.unlink()
    with contextlib.closing(listening(place)):
        assert soundcard.device() == ""
        assert soundcard.deaf()


def test_the_sound_server_is_looked_for_where_its_clients_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PULSE_SERVER", "PULSE_RUNTIME_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "pulse").mkdir()
    assert sound_server() is None
    with contextlib.closing(listening(tmp_path / "pulse" / "native")):
        assert sound_server() == tmp_path / "pulse" / "native"
        monkeypatch.setenv("PULSE_RUNTIME_PATH", str(tmp_path / "pulse"))
        assert sound_server() == tmp_path / "pulse" / "native"
        monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/native")
        assert sound_server() is None
