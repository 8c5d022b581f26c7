"""Synthesizers for tests: small programs that take espeak-ng's or Piper's arguments and do what a test needs."""

import shutil
import sys
import wave
from pathlib import Path

import pytest

from display_kiosk import sentences
from display_kiosk.voice_renderer import Renderer
from display_kiosk.voice_sounds import Sounds
from display_kiosk.voice_synthesizers import Synthesizers
from hms_desktop.core import places

CHIME = places.resources() / "sounds" / "chime.wav"
ENGLISH, ARABIC = sentences.load([places.resources() / "announcements"], ["en", "ar"])
needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed here")
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the synthesizers of this test are shell scripts")

COUNTED = 'echo . >> "$0.runs"\n'
LAST = "for sound; do :; done\n"  # the last argument is where the sound goes
HANGS = COUNTED + "exec sleep 60"
FAILS = COUNTED + "exit 1"
GARBAGE = COUNTED + LAST + 'head -c 100000 /dev/urandom > "$sound"'
NOTHING = COUNTED + LAST + ': > "$sound"'


def speaks(seconds: float, folder: Path) -> str:
    """A program's text that writes a sound of that length."""
    return COUNTED + LAST + f'cat > "$0.heard"\ncp "{silence(folder / "spoken.wav", seconds)}" "$sound"'


def silence(path: Path, seconds: float) -> Path:
    """A WAV file that says nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8_000)
        sound.writeframes(bytes(2 * round(8_000 * seconds)))
    return path


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def runs(path: Path) -> int:
    """How often a program was started."""
    counted = path.with_name(f"{path.name}.runs")
    return len(counted.read_text().splitlines()) if counted.exists() else 0


def renderer(
    cache: Path, espeak: Path | str = "espeak-ng", *, voices: Path | None = None, limit_ms: int = 20_000
) -> Renderer:
    return Renderer(Sounds(cache), Synthesizers(voices, str(espeak)), limit_ms=limit_ms)
