"""What ffprobe says about films, good and bad, and a conversion that can be ended."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from hms_desktop.core import ffmpeg
from hms_desktop.core.errors import Refused
from tests.factories import clips

pytestmark = pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is not installed")


def test_a_film_is_described(tmp_path: Path) -> None:
    facts = ffmpeg.probe(clips.h264(tmp_path / "film.mp4", 2, "640x360"))
    assert (facts.codec, facts.width, facts.height, facts.pixels) == ("h264", 640, 360, "yuv420p")
    assert (facts.fps, facts.seconds, facts.sound, facts.cut) == (30, 2, "", False)
    assert 1 <= facts.level <= 5.2
    assert facts.size == (tmp_path / "film.mp4").stat().st_size


def test_a_film_whose_end_was_lost_is_known_as_cut(tmp_path: Path) -> None:
    assert ffmpeg.probe(clips.truncated(tmp_path / "half.mp4")).cut


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (clips.empty, "video.unreadable"),
        (clips.garbage, "video.unreadable"),
        (clips.without_index, "video.unreadable"),
        (clips.audio_only, "video.no_picture"),
    ],
)
def test_what_is_no_film_is_refused_in_one_sentence(tmp_path: Path, bad: Callable[[Path], Path], code: str) -> None:
    with pytest.raises(Refused) as refused:
        ffmpeg.probe(bad(tmp_path / "bad.mp4"))
    assert refused.value.code == code


def test_a_playlist_in_a_films_clothes_opens_nothing_elsewhere(tmp_path: Path) -> None:
    disguised = tmp_path / "film.mp4"
    disguised.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:9/secret.ts\n")
    with pytest.raises(Refused, match="empty or broken"):
        ffmpeg.probe(disguised)


def test_without_ffprobe_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="install ffmpeg and try again"):
        ffmpeg.probe(clips.empty(tmp_path / "film.mp4"))
    with pytest.raises(Refused, match="ffmpeg is not installed"):
        ffmpeg.convert(["-version"], 1, lambda _: None)


def test_a_conversion_tells_how_far_it_is(tmp_path: Path) -> None:
    source, target, heard = clips.h264(tmp_path / "a.mp4", 1), tmp_path / "b.mp4", list[float]()
    ffmpeg.convert(["-i", str(source), "-s", "160x120", str(target)], 1, heard.append)
    assert ffmpeg.probe(target).width == 160
    assert heard == sorted(heard)
    assert heard[-1] > 0.9


def test_a_conversion_that_fails_says_why_and_one_that_is_cancelled_ends(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="could not convert"):
        ffmpeg.convert(["-i", str(tmp_path / "gone.mp4"), str(tmp_path / "b.mp4")], 1, lambda _: None)
    cancelled = threading.Event()
    long = ["-re", "-f", "lavfi", "-i", "testsrc2=s=320x240:d=600", "-f", "null", "-"]
    with pytest.raises(ffmpeg.Cancelled):
        ffmpeg.convert(long, 600, lambda _: cancelled.set(), cancelled)
