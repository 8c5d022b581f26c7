"""What a screen tells about its own voice."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from display_kiosk.loudspeaker import Loudspeaker, Stopwatch
from display_kiosk.voice import Voice
from display_kiosk.voice_check import VoiceCheck
from hms_desktop.clinic.displays.signs_of_life import VoiceState
from tests.kiosk import speaking
from tests.kiosk.speaking import ARABIC, CHIME, ENGLISH, needs_shell, program


class Nothing(Stopwatch):
    """A machine without an audio device."""

    def device(self) -> str:
        return ""


def check(cache: Path, espeak: Path, loudspeaker: Loudspeaker, chime: Path = CHIME) -> VoiceCheck:
    renderer = speaking.renderer(cache, espeak)
    return VoiceCheck(Voice(chime, renderer, loudspeaker), renderer, loudspeaker, parent=loudspeaker)


@needs_shell
def test_it_tells_the_device_the_chime_and_who_speaks_each_language(qtbot: QtBot, tmp_path: Path) -> None:
    only_english = f'case "$*" in *"-v en"*) ;; *) exit 1;; esac\n{speaking.speaks(0.3, tmp_path)}'
    voice = check(tmp_path / "cache", program(tmp_path / "espeak", only_english), Stopwatch())
    assert voice.state() is VoiceState.CHECKING
    with qtbot.waitSignal(voice.done):
        voice.set_languages([ENGLISH, ARABIC])
    assert voice.state() is VoiceState.READY
    assert voice.result() == {
        "device": "stopwatch", "chime": True, "languages": {"en": "espeak-ng", "ar": "none"},
    }  # fmt: skip


@needs_shell
def test_it_is_made_again_with_a_new_sentence_when_the_devices_change(qtbot: QtBot, tmp_path: Path) -> None:
    espeak = program(tmp_path / "espeak", speaking.speaks(0.3, tmp_path))
    loudspeaker = Stopwatch()
    voice = check(tmp_path / "cache", espeak, loudspeaker)
    with qtbot.waitSignal(voice.done):
        voice.set_languages([ENGLISH])
    voice.set_languages([ENGLISH])
    program(espeak, speaking.FAILS)
    with qtbot.waitSignal(voice.done):
        loudspeaker.changed.emit()
    assert voice.state() is VoiceState.CHIME_ONLY
    assert speaking.runs(espeak) == 2


def test_no_audio_device_and_no_chime_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    voice = check(tmp_path / "cache", tmp_path / "none", Nothing(), tmp_path / "chime.wav")
    assert voice.state() is VoiceState.NO_DEVICE
    assert voice.result()["device"] == ""
    assert voice.result()["chime"] is False
