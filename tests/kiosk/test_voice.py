"""The voice's files: rendered once, kept, and missed by nobody when they cannot be made."""

import shutil
import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display_kiosk import sentences
from display_kiosk.voice import KEPT_SOUNDS, Renderer, Voice
from hms_desktop.core import places

# Qt looks for a sound server, and a machine without one is what these tests may run on.
pytestmark = pytest.mark.qt_log_ignore(r"PulseAudioService: pa_context_connect\(\) failed", "QSoundEffect: playback of")

ENGLISH, ARABIC = sentences.load([places.resources() / "announcements"], ["en", "ar"])


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed here")
def test_a_sentence_is_rendered_once_and_then_found(qtbot: QtBot, tmp_path: Path) -> None:
    renderer = Renderer(tmp_path)
    with qtbot.waitSignal(renderer.ready) as first:
        key = renderer.render(ARABIC, "A 088", "-w /etc/passwd")
    assert first.args == [key, True]
    with wave.open(str(renderer.sound(key))) as sound:
        assert 1 < sound.getnframes() / sound.getframerate() < 20
    made = renderer.sound(key).stat().st_mtime_ns
    with qtbot.waitSignal(renderer.ready):
        renderer.render(ARABIC, "A 088", "-w /etc/passwd")
    assert renderer.sound(key).stat().st_mtime_ns == made


@pytest.mark.parametrize("synthesizer", ["no-such-program", "false"])
def test_without_a_synthesizer_the_chime_stands_alone(qtbot: QtBot, tmp_path: Path, synthesizer: str) -> None:
    renderer = Renderer(tmp_path, synthesizer)
    with qtbot.waitSignal(renderer.ready) as answered:
        renderer.render(ENGLISH, "A 088", "Counter 3")
    assert answered.args[1] is False
    assert list(tmp_path.iterdir()) == []


def test_only_the_newest_sounds_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(KEPT_SOUNDS + 20):
        (tmp_path / f"{number}.wav").touch()
    (tmp_path / "half.part").touch()
    Renderer(tmp_path)
    assert len(list(tmp_path.iterdir())) == KEPT_SOUNDS


def test_a_cache_that_cannot_be_written_is_no_error(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    renderer = Renderer(tmp_path / "file" / "cache")
    with qtbot.waitSignal(renderer.ready) as answered:
        renderer.render(ENGLISH, "A 088", "Counter 3")
    assert answered.args[1] is False


def test_a_call_ends_with_or_without_an_audio_device(qtbot: QtBot, tmp_path: Path) -> None:
    voice = Voice(places.resources() / "sounds" / "chime.wav", Renderer(tmp_path))
    with qtbot.waitSignal(voice.said, timeout=25_000):
        voice.say([ENGLISH], "A 088", "Counter 3")


def test_the_chime_is_a_short_sound() -> None:
    with wave.open(str(places.resources() / "sounds" / "chime.wav")) as sound:
        assert 0.5 < sound.getnframes() / sound.getframerate() < 1.5
