"""Who can speak a language: Piper where IT has placed a voice for it, else espeak-ng; each a program of its own.

Both are under the GPL and are started, never imported.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from display_kiosk.sentences import Announcement

ESPEAK = "espeak-ng"
PIPER = "piper"
WORDS_A_MINUTE = "150"
"""Slower than espeak-ng's own 175: a waiting room is loud, and its listeners are ill."""


@dataclass(frozen=True)
class Synthesizer:
    """A program with one voice; it reads the text on standard input. `voice` tells its sounds from others'."""

    name: str
    program: str
    voice: str
    arguments: tuple[str, ...]

    def writing(self, sound: Path) -> list[str]:
        """Its arguments, to write `sound` (WAV)."""
        return [*self.arguments, str(sound)]


class Synthesizers:
    """Looks at each question, so that a voice that IT places now speaks from now on.

    A Piper voice is LANGUAGE_ANYTHING.onnx (as `hi_IN-pratham-medium.onnx`) in the folder `voices`, its
    `.onnx.json` beside it; the program `piper` lies in that folder, in its subfolder `piper`, or on PATH.
    """

    def __init__(self, voices: Path | None = None, espeak: str = ESPEAK) -> None:
        self._voices = voices
        self._espeak = espeak

    def speaking(self, announcement: Announcement) -> tuple[Synthesizer, ...]:
        """Those that say it, the best first; the last is always espeak-ng, without a `program` where it is missing."""
        piper = self._piper(announcement.language)
        return (piper, self._espeak_ng(announcement.voice)) if piper else (self._espeak_ng(announcement.voice),)

    def _piper(self, language: str) -> Synthesizer | None:
        if self._voices is None:
            return None
        places = (str(self._voices), str(self._voices / PIPER), os.environ.get("PATH", os.defpath))
        program = shutil.which(PIPER, path=os.pathsep.join(places))
        model = next((one for one in sorted(self._voices.glob(f"{language}[_-]*.onnx")) if _complete(one)), None)
        if program is None or model is None:
            return None
        # The size is part of the name: a voice that was replaced by a better one is rendered anew.
        voice = f"{model.name}:{model.stat().st_size}"
        return Synthesizer(PIPER, program, voice, ("-m", str(model), "-f"))

    def _espeak_ng(self, voice: str) -> Synthesizer:
        program = shutil.which(self._espeak) or ""
        return Synthesizer(ESPEAK, program, voice, ("-v", voice, "-s", WORDS_A_MINUTE, "--stdin", "-w"))


def _complete(model: Path) -> bool:
    return model.is_file() and model.with_name(f"{model.name}.json").is_file()
