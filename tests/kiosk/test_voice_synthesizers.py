"""Who can speak a language on this machine, and from when on."""

from pathlib import Path

import pytest

from display_kiosk.voice_synthesizers import Synthesizers
from tests.kiosk.speaking import ARABIC, ENGLISH, needs_shell, program


def voice(folder: Path, name: str) -> None:
    (folder / f"{name}.onnx").write_bytes(b"model")
    (folder / f"{name}.onnx.json").write_text("{}", encoding="utf-8")


@needs_shell
@pytest.mark.parametrize("place", ["piper", "piper/piper"])
def test_a_piper_voice_comes_before_espeak_for_its_own_language_alone(tmp_path: Path, place: str) -> None:
    program(tmp_path / place, "exit 0")
    voice(tmp_path, "ar_JO-kareem-medium")
    found = Synthesizers(tmp_path, "sh")
    assert [one.name for one in found.speaking(ARABIC)] == ["piper", "espeak-ng"]
    assert [one.name for one in found.speaking(ENGLISH)] == ["espeak-ng"]
    [piper, _] = found.speaking(ARABIC)
    assert piper.writing(Path("x.part")) == ["-m", str(tmp_path / "ar_JO-kareem-medium.onnx"), "-f", "x.part"]


@needs_shell
def test_piper_on_the_path_serves_too_and_a_voice_that_is_placed_later_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin" / "piper", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    found = Synthesizers(tmp_path)
    assert [one.name for one in found.speaking(ENGLISH)] == ["espeak-ng"]
    (tmp_path / "en_US-joe.onnx").touch()
    assert [one.name for one in found.speaking(ENGLISH)] == ["espeak-ng"], "half a voice is none"
    voice(tmp_path, "en_US-joe")
    assert [one.name for one in found.speaking(ENGLISH)] == ["piper", "espeak-ng"]


@needs_shell
def test_another_voice_of_the_same_name_makes_other_sounds(tmp_path: Path) -> None:
    program(tmp_path / "piper", "exit 0")
    voice(tmp_path, "en_US-joe")
    before = Synthesizers(tmp_path).speaking(ENGLISH)[0].voice
    (tmp_path / "en_US-joe.onnx").write_bytes(b"a better model")
    assert Synthesizers(tmp_path).speaking(ENGLISH)[0].voice != before


def test_without_espeak_its_name_stays_so_that_its_earlier_sounds_are_found() -> None:
    [espeak] = Synthesizers(None, "no-such-program").speaking(ENGLISH)
    assert (espeak.program, espeak.voice) == ("", "en")
