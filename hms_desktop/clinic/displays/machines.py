"""What the computers behind waiting-room screens play without effort, and how ffmpeg makes a film that they do.

A Raspberry Pi 4 decodes H.264 in hardware up to 1080p, but was seen to present 1080p at 6 pictures a second, so it is
given 720p. A Raspberry Pi 5 has no H.264 decoder at all (Raspberry Pi's documentation of the BCM2712), only HEVC.
"""

import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hms_desktop.core.errors import Refused
from hms_desktop.core.ffmpeg import VideoFacts

SHORTEST, LONGEST = 1.0, 3 * 3600.0
"""Seconds of a film."""
PIXELS = frozenset({"yuv420p", "yuvj420p"})
"""What hardware decodes: 8 bits, colour at half the resolution."""
SOUNDS = frozenset({"", "aac", "mp3", "opus", "vorbis"})


@dataclass(frozen=True)
class Machine:
    """A kind of computer: the profiles of each codec that it plays, and the largest picture, rate and bits a second."""

    key: str
    name: str
    profiles: Mapping[str, frozenset[str]]
    long_side: int
    short_side: int
    fps: float
    bitrate: int
    wish: str
    """The codec that a film is converted to."""


_H264 = frozenset({"Constrained Baseline", "Baseline", "Main", "High"})
_HEVC = frozenset({"Main"})
MACHINES = {
    one.key: one
    for one in (
        Machine("pi4", "Raspberry Pi 4", {"h264": _H264}, 1280, 720, 30, 8_000_000, "h264"),
        Machine("pi5", "Raspberry Pi 5", {"hevc": _HEVC}, 1920, 1080, 60, 20_000_000, "hevc"),
        Machine("pc", "PC", {"h264": _H264, "hevc": _HEVC}, 1920, 1080, 60, 25_000_000, "h264"),
    )
}
CODEC_NAMES = {"h264": "H.264", "hevc": "HEVC", "av1": "AV1", "vp9": "VP9", "vp8": "VP8", "mpeg4": "MPEG-4"}
_ENCODERS = {
    "h264": ("-c:v", "libx264", "-preset", "medium", "-crf", "21", "-profile:v", "high"),
    "hevc": ("-c:v", "libx265", "-preset", "medium", "-crf", "24", "-profile:v", "main", "-tag:v", "hvc1"),
}


def why_unfit(facts: VideoFacts, machine: Machine) -> tuple[Refused, ...]:
    """Each reason why that computer cannot play the film well; none where it can."""
    return tuple(_faults(facts, machine))


def can_be_converted(facts: VideoFacts) -> bool:
    """Whether converting helps: what is cut off, too short or too long stays so."""
    return not facts.cut and SHORTEST <= facts.seconds <= LONGEST


def _faults(facts: VideoFacts, machine: Machine) -> Iterator[Refused]:
    codec, wish, name = CODEC_NAMES.get(facts.codec, facts.codec), CODEC_NAMES[machine.wish], machine.name
    if facts.cut:
        yield Refused("film.cut", "The file ends before its film does; copy it again from where it came.")
    if not SHORTEST <= facts.seconds <= LONGEST:
        yield Refused("film.length", "A film lasts from one second to three hours; cut it to that.")
    if facts.codec not in machine.profiles:
        yield Refused(
            "film.codec",
            f"A {name} has no {codec} decoder; it needs {wish}.",
            {"machine": name, "codec": codec, "wish": wish},
        )
    elif facts.profile not in machine.profiles[facts.codec] or facts.pixels not in PIXELS:
        kind = f"{facts.profile}, {facts.pixels}"
        yield Refused(
            "film.profile",
            f"A {name} does not decode this kind of {codec} ({kind}).",
            {"machine": name, "codec": codec, "kind": kind},
        )
    if max(facts.width, facts.height) > machine.long_side or min(facts.width, facts.height) > machine.short_side:
        size, most = f"{facts.width} × {facts.height}", f"{machine.long_side} × {machine.short_side}"
        yield Refused(
            "film.size",
            f"The picture of {size} is too large for a {name}: at most {most}.",
            {"machine": name, "size": size, "most": most},
        )
    if facts.fps > machine.fps + 0.1:
        yield Refused(
            "film.fps",
            f"{facts.fps:g} pictures a second are too many for a {name}: at most {machine.fps:g}.",
            {"machine": name, "fps": f"{facts.fps:g}", "most": f"{machine.fps:g}"},
        )
    if facts.bitrate > machine.bitrate:
        found, most = f"{facts.bitrate / 1e6:.1f}", f"{machine.bitrate / 1e6:g}"
        yield Refused(
            "film.bitrate",
            f"{found} Mbit/s are too many for a {name}: at most {most}.",
            {"machine": name, "found": found, "most": most},
        )
    if facts.sound not in SOUNDS:
        yield Refused("film.sound", f"Sound as {facts.sound} is not played.", {"sound": facts.sound})


def conversion(facts: VideoFacts, machine: Machine, source: Path, target: Path) -> tuple[str, ...]:
    """The arguments with which ffmpeg makes of `source` a film for that computer, in `target`."""
    long, short = machine.long_side, machine.short_side
    width, height = (long, short) if facts.width >= facts.height else (short, long)
    fit = rf"scale=min({width}\,iw):min({height}\,ih):force_original_aspect_ratio=decrease:force_divisible_by=2"
    rate = ("-r", f"{machine.fps:g}") if facts.fps > machine.fps + 0.1 else ()
    most = ("-maxrate", str(machine.bitrate * 3 // 4), "-bufsize", str(machine.bitrate))
    sound = ("-c:a", "aac", "-b:a", "128k", "-ac", "2")
    return (
        *("-i", f"file:{source}", "-map", "0:v:0", "-map", "0:a:0?", "-vf", fit, *rate),
        *(*_ENCODERS[machine.wish], *most, "-pix_fmt", "yuv420p", *sound),
        *("-movflags", "+faststart", "-map_metadata", "-1", "-y", f"file:{target}"),
    )


def command_line(arguments: Sequence[str]) -> str:
    """ffmpeg with those arguments, as it is typed into this machine's shell."""
    command = ["ffmpeg", *arguments]
    return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
