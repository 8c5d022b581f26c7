"""The machine's audio device: heard at once, missed by nobody while it is away, used again when it comes back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display_kiosk.loudspeaker import Soundcard, Stopwatch
from display_kiosk.voice_sounds import Sound, whole
from tests.kiosk.speaking import CHIME, silence

# Qt looks for a sound server, and a machine without one is what these tests may run on.
pytestmark = pytest.mark.qt_log_ignore(r"PulseAudioService: pa_context_connect\(\) failed", "QSoundEffect: playback of")


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
        with qtbot.waitSignal(soundcard.ended, timeout=20_000) as ended:
            soundcard.play(Sound(tmp_path / "none.wav", 0.5))
        assert ended.args == [False]
    with qtbot.waitSignal(soundcard.ended, timeout=20_000) as ended:
        soundcard.play(sound(CHIME))
    assert ended.args == [bool(soundcard.device())]
