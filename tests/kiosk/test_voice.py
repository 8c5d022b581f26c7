"""A call is said whole: chime, then its sentence in each language, whatever happens to synthesizers and devices."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display_kiosk.loudspeaker import Loudspeaker, Soundcard
from display_kiosk.sentences import Announcement
from display_kiosk.voice import Voice
from display_kiosk.voice_sounds import Sound
from tests.kiosk import speaking
from tests.kiosk.speaking import ARABIC, CHIME, ENGLISH, needs_shell, program

# Qt looks for a sound server, and a machine without one is what these tests may run on.
pytestmark = pytest.mark.qt_log_ignore(r"PulseAudioService: pa_context_connect\(\) failed", "QSoundEffect: playback of")


class Tape(Loudspeaker):
    """A loudspeaker whose sounds end when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.played: list[str] = []
        self.plugged_in = True

    def device(self) -> str:
        return "tape" if self.plugged_in else ""

    def play(self, sound: Sound) -> None:
        self.played.append(sound.file.stem)

    def set_volume(self, percent: int) -> None:
        self.played.append(f"volume {percent}")


class Room:
    """A voice with a tape, and what was said."""

    def __init__(self, folder: Path, espeak: str, chime: Path = CHIME) -> None:
        self.tape = Tape()
        self.renderer = speaking.renderer(folder / "cache", program(folder / "espeak", espeak), limit_ms=2_000)
        self.voice = Voice(chime, self.renderer, self.tape)
        self.said: list[bool] = []
        self.voice.said.connect(self.said.append)

    def say(self, *languages: Announcement) -> None:
        self.voice.say(languages, "A 088", "Hall")


@needs_shell
def test_the_chime_comes_first_then_each_language_in_order_and_each_only_after_the_one_before(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = Room(tmp_path, speaking.speaks(0.3, tmp_path))
    room.say(ENGLISH, ARABIC)
    qtbot.waitUntil(lambda: len(list((tmp_path / "cache").glob("*.wav"))) == 2)
    qtbot.wait(20)
    assert room.tape.played == ["chime"]
    room.tape.ended.emit(True)
    assert len(room.tape.played) == 2
    room.tape.ended.emit(True)
    assert room.said == []
    room.tape.ended.emit(True)
    assert room.said == [True]
    names = [ENGLISH.key("A 088", "Hall", "espeak-ng:en"), ARABIC.key("A 088", "Hall", "espeak-ng:ar")]
    assert room.tape.played == ["chime", *names]


@needs_shell
def test_a_sentence_that_is_made_after_the_chime_is_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(tmp_path, "sleep 0.3\n" + speaking.speaks(0.3, tmp_path))
    room.say(ENGLISH)
    room.tape.ended.emit(True)
    assert room.tape.played == ["chime"]
    qtbot.waitUntil(lambda: len(room.tape.played) == 2)


@needs_shell
def test_a_language_that_cannot_be_said_is_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    only_arabic = f'case "$*" in *"-v ar"*) ;; *) exit 1;; esac\n{speaking.speaks(0.3, tmp_path)}'
    room = Room(tmp_path, only_arabic)
    room.say(ENGLISH, ARABIC)
    room.tape.ended.emit(True)
    qtbot.waitUntil(lambda: len(room.tape.played) == 2)
    room.tape.ended.emit(True)
    assert room.said == [True]


@needs_shell
@pytest.mark.parametrize("text", [speaking.FAILS, speaking.HANGS, speaking.GARBAGE])
def test_where_nothing_can_be_said_the_chime_stands_alone_and_the_call_ends(
    qtbot: QtBot, tmp_path: Path, text: str
) -> None:
    room = Room(tmp_path, text)
    room.say(ENGLISH)
    room.tape.ended.emit(True)
    qtbot.waitUntil(lambda: room.said == [False])
    assert room.tape.played == ["chime"]


@needs_shell
def test_a_sentence_that_was_cut_off_is_said_once_more(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("display_kiosk.voice.AGAIN_MS", 10)
    room = Room(tmp_path, speaking.speaks(0.3, tmp_path))
    room.say(ENGLISH)
    room.tape.ended.emit(True)
    for count in (2, 3):
        qtbot.waitUntil(lambda count=count: len(room.tape.played) == count)
        room.tape.ended.emit(False)
    assert room.said == [False]
    assert room.tape.played[1] == room.tape.played[2]


@needs_shell
def test_without_a_chime_the_words_are_said(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(tmp_path, speaking.speaks(0.3, tmp_path), tmp_path / "chime.wav")
    assert not room.voice.has_chime
    room.say(ENGLISH)
    qtbot.waitUntil(lambda: len(room.tape.played) == 1)
    room.tape.ended.emit(True)
    assert room.said == [True]


@needs_shell
def test_without_a_device_a_call_ends_at_once_and_makes_no_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(tmp_path, speaking.speaks(0.3, tmp_path))
    room.tape.plugged_in = False
    with qtbot.waitSignal(room.voice.said):
        room.say(ENGLISH, ARABIC)
    assert room.said == [False]
    assert room.tape.played == []
    assert speaking.runs(tmp_path / "espeak") == 0


def test_a_call_ends_on_this_machine_with_or_without_an_audio_device(qtbot: QtBot, tmp_path: Path) -> None:
    renderer = speaking.renderer(tmp_path)
    voice = Voice(CHIME, renderer, Soundcard())
    with qtbot.waitSignal(voice.said):
        voice.say([ENGLISH], "A 088", "Counter 3")
