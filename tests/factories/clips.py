"""Short films of every kind, good and bad, made by ffmpeg where this machine has it."""

import shutil
import subprocess
from pathlib import Path

import pytest

PICTURE = ("-f", "lavfi", "-i")
X264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-movflags", "+faststart")


def ffmpeg(target: Path, *arguments: str) -> Path:
    """Run ffmpeg into `target`; the test is skipped where there is no ffmpeg, or not that encoder."""
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("ffmpeg is not installed")
    made = subprocess.run(
        [program, "-v", "error", "-y", *arguments, str(target)], capture_output=True, text=True, check=False
    )
    if "Unknown encoder" in made.stderr:
        pytest.skip(f"this ffmpeg lacks an encoder: {made.stderr.strip()}")
    assert made.returncode == 0, made.stderr
    return target


def h264(target: Path, seconds: float = 1, size: str = "320x240", fps: int = 30, colour: str = "") -> Path:
    """A good film; with `colour`, all of it in that colour."""
    source = f"color={colour}:s={size}:r={fps}:d={seconds}" if colour else f"testsrc2=s={size}:r={fps}:d={seconds}"
    return ffmpeg(target, *PICTURE, source, *X264)


def hevc(target: Path) -> Path:
    return ffmpeg(target, *PICTURE, "testsrc2=s=320x240:r=30:d=1", "-c:v", "libx265", "-x265-params",
                  "log-level=none", "-tag:v", "hvc1", "-pix_fmt", "yuv420p")  # fmt: skip


def av1(target: Path) -> Path:
    return ffmpeg(target, *PICTURE, "testsrc2=s=64x64:r=30:d=0.3", "-c:v", "libaom-av1", "-cpu-used", "8",
                  "-pix_fmt", "yuv420p")  # fmt: skip


def audio_only(target: Path) -> Path:
    return ffmpeg(target, *PICTURE, "sine=d=1")


def truncated(target: Path) -> Path:
    """A film whose second half was lost on the way."""
    whole = h264(target, 2).read_bytes()
    target.write_bytes(whole[: len(whole) // 2])
    return target


def without_index(target: Path) -> Path:
    """A film that was cut off before its index, which stands at its end, was written."""
    whole = ffmpeg(target, *PICTURE, "testsrc2=s=320x240:r=30:d=1", *X264[:-2]).read_bytes()
    target.write_bytes(whole[: len(whole) * 3 // 4])
    return target


def garbage(target: Path) -> Path:
    target.write_bytes(bytes(range(256)) * 64)
    return target


def empty(target: Path) -> Path:
    target.touch()
    return target
