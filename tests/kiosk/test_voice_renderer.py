"""Sentences become sounds once, ahead of their calls, and no synthesizer's misbehaviour makes a call wait for long."""

import time
import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display_kiosk.sentences import Announcement
from display_kiosk.voice_renderer import FAILURES, Rendered, Renderer
from display_kiosk.voice_sounds import Sounds
from display_kiosk.voice_synthesizers import Synthesizers
from tests.kiosk import speaking
from tests.kiosk.speaking import ARABIC, ENGLISH, needs_espeak, needs_shell, program, runs


def rendered(
    qtbot: QtBot, renderer: Renderer, announcement: Announcement = ENGLISH, ticket: str = "A 088", room: str = "Hall"
) -> Rendered | None:
    with qtbot.waitSignal(renderer.ready) as answered:
        name = renderer.render(announcement, ticket, room)
    assert answered.args[0] == name
    found: Rendered | None = answered.args[1]
    return found


@needs_espeak
def test_a_sentence_is_rendered_once_and_then_found(qtbot: QtBot, tmp_path: Path) -> None:
    renderer = speaking.renderer(tmp_path)
    first = rendered(qtbot, renderer, ARABIC, "A 088", "-w /etc/passwd")
    assert first is not None
    with wave.open(str(first.sound.file)) as sound:
        assert 1 < sound.getnframes() / sound.getframerate() < 20
    assert first.sound.seconds > 1
    assert first.synthesizer == "espeak-ng"
    made = first.sound.file.stat().st_ino
    assert rendered(qtbot, renderer, ARABIC, "A 088", "-w /etc/passwd") == first
    assert first.sound.file.stat().st_ino == made


@needs_shell
@pytest.mark.parametrize("text", [speaking.FAILS, speaking.GARBAGE, speaking.NOTHING])
def test_a_synthesizer_that_fails_or_writes_garbage_leaves_the_chime_alone(
    qtbot: QtBot, tmp_path: Path, text: str
) -> None:
    renderer = speaking.renderer(tmp_path / "cache", program(tmp_path / "espeak", text))
    assert rendered(qtbot, renderer) is None
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_synthesizer_that_is_gone_leaves_the_chime_alone(qtbot: QtBot, tmp_path: Path) -> None:
    assert rendered(qtbot, speaking.renderer(tmp_path, "no-such-program")) is None


@needs_shell
def test_what_was_made_before_its_synthesizer_went_away_is_still_said(qtbot: QtBot, tmp_path: Path) -> None:
    espeak = program(tmp_path / "espeak", speaking.speaks(0.3, tmp_path))
    renderer = speaking.renderer(tmp_path / "cache", espeak)
    before = rendered(qtbot, renderer)
    espeak.unlink()
    assert before is not None
    assert rendered(qtbot, renderer) == before
    assert rendered(qtbot, renderer, ticket="A 089") is None


@needs_shell
def test_a_synthesizer_that_hangs_is_ended_and_after_three_times_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    espeak = program(tmp_path / "espeak", speaking.HANGS)
    renderer = speaking.renderer(tmp_path / "cache", espeak, limit_ms=100)
    for number in range(FAILURES + 3):
        assert rendered(qtbot, renderer, ticket=f"A {number}") is None
    assert runs(espeak) == FAILURES


@needs_shell
def test_a_synthesizer_that_was_left_alone_is_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    espeak = program(tmp_path / "espeak", speaking.FAILS)
    renderer = Renderer(Sounds(tmp_path / "cache"), Synthesizers(None, str(espeak)), rest_seconds=0)
    for _ in range(FAILURES):
        assert rendered(qtbot, renderer) is None
    program(espeak, speaking.speaks(0.3, tmp_path))
    assert rendered(qtbot, renderer) is not None


@needs_shell
def test_piper_speaks_where_a_voice_was_placed_and_espeak_where_piper_fails(qtbot: QtBot, tmp_path: Path) -> None:
    espeak = program(tmp_path / "espeak", speaking.speaks(0.3, tmp_path))
    piper = program(tmp_path / "voices" / "piper", speaking.speaks(0.4, tmp_path / "voices"))
    for suffix in ("onnx", "onnx.json"):
        (tmp_path / "voices" / f"ar_JO-kareem-medium.{suffix}").touch()
    renderer = speaking.renderer(tmp_path / "cache", espeak, voices=tmp_path / "voices")
    said = {}
    for language in (ARABIC, ENGLISH):
        found = rendered(qtbot, renderer, language)
        assert found is not None
        said[language.language] = found.synthesizer
    assert said == {"ar": "piper", "en": "espeak-ng"}
    assert "ثمانية وثمانون" in (tmp_path / "voices" / "piper.heard").read_text(encoding="utf-8")
    program(piper, speaking.FAILS)
    found = rendered(qtbot, renderer, ARABIC, "A 089")
    assert found is not None
    assert found.synthesizer == "espeak-ng"


@needs_shell
def test_sentences_made_ahead_are_there_when_their_call_comes(qtbot: QtBot, tmp_path: Path) -> None:
    espeak = program(tmp_path / "espeak", speaking.speaks(0.3, tmp_path))
    renderer = speaking.renderer(tmp_path / "cache", espeak)
    likely = [(ENGLISH, f"A {number}", "Hall") for number in range(4)]
    renderer.render_ahead(likely)
    qtbot.waitUntil(lambda: len(list((tmp_path / "cache").glob("*.wav"))) == 4)
    assert rendered(qtbot, renderer, ticket="A 3") is not None
    renderer.render_ahead(likely)
    qtbot.wait(20)
    assert runs(espeak) == 4


@needs_shell
def test_a_call_does_not_wait_for_the_sentences_made_ahead(qtbot: QtBot, tmp_path: Path) -> None:
    slow = 'case "$*" in *) read line; case "$line" in *hundred*) sleep 60;; esac;; esac\n'
    text = slow + speaking.speaks(0.3, tmp_path)
    renderer = speaking.renderer(tmp_path / "cache", program(tmp_path / "espeak", text))
    renderer.render_ahead([(ENGLISH, "A 100", "Hall"), (ENGLISH, "A 101", "Hall")])
    begun = time.monotonic()
    assert rendered(qtbot, renderer, ticket="A 1") is not None
    assert time.monotonic() - begun < 45
    renderer.stop()


@needs_shell
def test_a_cache_that_cannot_be_made_is_no_error_and_memory_serves_instead(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    espeak = program(tmp_path / "espeak", speaking.speaks(0.3, tmp_path))
    nowhere = tmp_path / "file" / "cache"
    assert rendered(qtbot, speaking.renderer(nowhere, espeak)) is None
    renderer = Renderer(Sounds(nowhere, tmp_path / "memory"), Synthesizers(None, str(espeak)))
    found = rendered(qtbot, renderer)
    assert found is not None
    assert found.sound.file.parent == tmp_path / "memory"


@needs_shell
def test_a_cache_folder_that_was_removed_is_made_again(qtbot: QtBot, tmp_path: Path) -> None:
    espeak = program(tmp_path / "espeak", speaking.speaks(0.3, tmp_path))
    renderer = speaking.renderer(tmp_path / "cache", espeak)
    first = rendered(qtbot, renderer)
    assert first is not None
    first.sound.file.unlink()
    (tmp_path / "cache").rmdir()
    assert rendered(qtbot, renderer) == first
