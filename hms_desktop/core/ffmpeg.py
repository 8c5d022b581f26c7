"""What a video file holds, as ffprobe tells it, and ffmpeg with its progress; files of this machine only, no URL."""

import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from hms_desktop.core.errors import Refused

PROBE_SECONDS = 120
ONLY_FILMS = ("-protocol_whitelist", "file", "-format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm")
"""Before an input: what is really a playlist or a script must not make ffmpeg open what lies elsewhere."""
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
_LEVEL_STEPS = {"h264": 10, "hevc": 30}  # ITU-T H.264 A.3: level_idc is ten times the level; H.265 A.4: thirty times


class Cancelled(Exception):
    """The person wants it no more; nothing was left behind."""


@dataclass(frozen=True)
class VideoFacts:
    """What ffprobe found: the picture's codec, its size in pixels, pictures and bits a second, seconds, bytes.

    `sound` is the audio codec, empty where there is none; `cut` where the file ends before its film does.
    """

    codec: str
    profile: str
    level: float
    width: int
    height: int
    pixels: str
    fps: float
    bitrate: int
    seconds: float
    size: int
    sound: str
    cut: bool


def probe(path: Path) -> VideoFacts:
    """What that file holds. Raises Refused where ffprobe is missing, or the file is no film with a picture."""
    program = shutil.which("ffprobe")
    if program is None:
        raise Refused(
            "video.no_ffprobe",
            "ffprobe is not installed on this machine, so films cannot be checked; install ffmpeg and try again.",
        )
    command = [program, "-v", "error", *ONLY_FILMS, "-count_packets", "-show_streams", "-show_format", "-of", "json"]
    try:
        told = subprocess.run(
            [*command, "-i", f"file:{path}"],
            capture_output=True,
            timeout=PROBE_SECONDS,
            check=False,
            creationflags=_NO_WINDOW,
        )
        found = json.loads(told.stdout or b"{}")
    except (subprocess.TimeoutExpired, ValueError):
        found = {}
    streams = found.get("streams", [])
    picture = next((one for one in streams if _is_moving(one)), None)
    if picture is None:
        if streams:
            raise Refused("video.no_picture", f"{path.name} holds no moving picture.", {"name": path.name})
        raise Refused("video.unreadable", f"{path.name} is empty or broken; it cannot be read.", {"name": path.name})
    sound = next((str(one.get("codec_name", "")) for one in streams if one.get("codec_type") == "audio"), "")
    return _facts(picture, found.get("format", {}), sound, path.stat().st_size)


def _is_moving(stream: dict[str, Any]) -> bool:
    return stream.get("codec_type") == "video" and not stream.get("disposition", {}).get("attached_pic")


def _facts(picture: dict[str, Any], form: dict[str, Any], sound: str, size: int) -> VideoFacts:
    fps = _number(picture.get("avg_frame_rate"))
    seconds = _number(form.get("duration") or picture.get("duration"))
    packets = _number(picture.get("nb_read_packets"))
    codec = str(picture.get("codec_name", ""))
    return VideoFacts(
        codec=codec,
        profile=str(picture.get("profile", "")),
        level=max(0.0, _number(picture.get("level"))) / _LEVEL_STEPS.get(codec, 1),
        width=int(_number(picture.get("width"))),
        height=int(_number(picture.get("height"))),
        pixels=str(picture.get("pix_fmt", "")),
        fps=round(fps, 3),
        bitrate=round(size * 8 / seconds) if seconds else 0,
        seconds=round(seconds, 3),
        size=size,
        sound=sound,
        cut=packets < 0.95 * fps * seconds - 2,
    )


def _number(text: object) -> float:
    try:
        return float(Fraction(str(text)))
    except (ValueError, ZeroDivisionError):
        return 0.0


def convert(
    arguments: Sequence[str],
    seconds: float,
    progress: Callable[[float], None],
    cancelled: threading.Event | None = None,
) -> None:
    """Run `ffmpeg ARGUMENTS`; `progress` hears the share that is done, 0 to 1, of a film of `seconds`.

    Raises Refused where ffmpeg is missing or fails, Cancelled. ffmpeg ends with this call, however it ends.
    """
    program = shutil.which("ffmpeg")
    if program is None:
        raise Refused("video.no_ffmpeg", "ffmpeg is not installed on this machine; install it and try again.")
    running = subprocess.Popen(
        [program, "-v", "error", "-nostdin", "-progress", "pipe:1", "-nostats", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        creationflags=_NO_WINDOW,
    )
    said = ""
    try:
        for line in running.stdout or ():
            if cancelled is not None and cancelled.is_set():
                raise Cancelled
            if at := re.fullmatch(r"out_time_us=(\d+)\s*", line):
                progress(min(1.0, int(at[1]) / 1e6 / max(seconds, 0.001)))
            elif not re.match(r"\w+=", line):
                said = line.strip()
        if running.wait() != 0:
            raise Refused("video.conversion", f"ffmpeg could not convert the film: {said[:200]}", {"why": said[:200]})
    finally:
        with suppress(OSError):
            running.kill()
        running.wait()
        if running.stdout:
            running.stdout.close()
