"""What each computer behind a screen can play, and the command that makes a film fit."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hms_desktop.clinic.displays.machines import MACHINES, can_be_converted, command_line, conversion, why_unfit
from hms_desktop.core.ffmpeg import VideoFacts

GOOD = VideoFacts("h264", "High", 3.1, 1280, 720, "yuv420p", 30, 2_000_000, 60, 15_000_000, "aac", False)


def codes(machine: str, **told: Any) -> list[str]:
    return [fault.code for fault in why_unfit(replace(GOOD, **told), MACHINES[machine])]


def test_720p_of_h264_plays_on_a_pi_4_and_a_pc_and_a_pi_5_has_no_decoder_for_it() -> None:
    assert codes("pi4") == codes("pc") == []
    [fault] = why_unfit(GOOD, MACHINES["pi5"])
    assert fault.sentence == "A Raspberry Pi 5 has no H.264 decoder; it needs HEVC."
    assert codes("pi5", codec="hevc", profile="Main") == []


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"width": 1920, "height": 1080}, "film.size"),
        ({"fps": 50.0}, "film.fps"),
        ({"bitrate": 20_000_000}, "film.bitrate"),
        ({"profile": "High 4:4:4 Predictive", "pixels": "yuv444p"}, "film.profile"),
        ({"pixels": "yuv420p10le"}, "film.profile"),
        ({"codec": "av1", "profile": "Main"}, "film.codec"),
        ({"sound": "ac3"}, "film.sound"),
        ({"seconds": 0.2}, "film.length"),
        ({"seconds": 40_000.0}, "film.length"),
        ({"cut": True}, "film.cut"),
    ],
)
def test_what_a_pi_4_cannot_play_is_refused_for_that_reason(told: dict[str, Any], code: str) -> None:
    assert codes("pi4", **told) == [code]


def test_a_portrait_film_is_measured_by_its_sides() -> None:
    assert codes("pi4", width=720, height=1280) == []
    assert codes("pi4", width=720, height=1920) == ["film.size"]


def test_only_what_converting_can_mend_is_converted() -> None:
    assert can_be_converted(replace(GOOD, codec="av1"))
    assert not can_be_converted(replace(GOOD, cut=True))
    assert not can_be_converted(replace(GOOD, seconds=0))


def test_the_command_can_be_typed_into_a_shell_as_it_stands() -> None:
    arguments = conversion(replace(GOOD, fps=60), MACHINES["pi5"], Path("a film's name.mp4"), Path("b.mp4"))
    line = command_line(arguments)
    assert line.startswith("ffmpeg -i ")
    assert "libx265" in line
    assert '"file:a film\'s name.mp4"' in line or "'file:a film'\"'\"'s name.mp4'" in line
