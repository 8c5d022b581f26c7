"""From one clip to the next at the video sink, and what a 720p30 picture costs, beside decoding alone.

Where Qt Quick draws in software it composes no video (the panel stays black), so the scene's figure is decoding, the
board and the player; under a display with OpenGL the same command measures the composed picture.
"""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QLoggingCategory, QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

from display_kiosk import sentences
from display_kiosk.main import QUIET
from display_kiosk.scene.board import Board
from display_kiosk.scene.window import BoardWindow
from display_kiosk.video import Film
from hms_desktop.core import places
from tests.bench.measure import Report, figure, percentile

FRAME_MS = 1000 / 30
CLIPS, CLIP_SECONDS, LONG_SECONDS = 30, 2, 20
MOST_MS = 2 * FRAME_MS


def run(report: Report, **_: Any) -> None:
    if shutil.which("ffmpeg") is None:
        raise SystemExit("playlist: the clips are made with ffmpeg, which is not installed here.")
    QLoggingCategory.setFilterRules(QUIET)
    application = QGuiApplication.instance() or QGuiApplication(["bench"])
    with tempfile.TemporaryDirectory() as folder, _window() as window:
        clips = [_clip(Path(folder) / f"{number}.mp4", CLIP_SECONDS, number) for number in range(2)]
        gaps, frames = _gaps(window, clips, CLIPS)
        single, _frames = _gaps(window, clips[:1], CLIPS // 3)
        long = _clip(Path(folder) / "long.mp4", LONG_SECONDS + 5, 2)
        decoding = _cpu_decoding(long)
        whole = _cpu_of_scene(window, long)
    application.processEvents()
    met = percentile(gaps, 95) <= MOST_MS
    target = f"p95 <= 2 frames = {MOST_MS:.1f}"
    report(figure("playlist: last -> first picture", gaps, "ms", beside=frames, target=target, met=met))
    met = percentile(single, 95) <= MOST_MS
    report(figure("playlist: one film, over again", single, "ms", beside=frames, target=target, met=met))
    report(figure("playlist: CPU, 720p30 picture", whole, "ms", beside=decoding))


@contextmanager
def _window() -> Iterator[BoardWindow]:
    resources = places.resources()
    theme = json.loads((resources / "themes" / "kiosk.json").read_text(encoding="utf-8"))
    board = Board(theme, sentences.load([resources / "announcements"], ["en"])[0].words)
    window = BoardWindow(board)
    window.resize(1920, 1080)
    window.show()
    board.set_film(True)
    yield window
    window.dismiss()


def _clip(target: Path, seconds: int, hue: int) -> Path:
    source = f"testsrc2=s=1280x720:r=30:d={seconds},hue=h={hue * 90}"
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source, "-c:v", "libx264", "-preset", "veryfast"]
    subprocess.run([*command, "-pix_fmt", "yuv420p", "-movflags", "+faststart", str(target)], check=True)
    return target


def _gaps(window: BoardWindow, clips: list[Path], count: int) -> tuple[list[float], list[float]]:
    """Milliseconds from a clip's last picture to the next one's first, and from picture to picture within them."""
    film = Film(lambda: clips, window.film_output())
    seen = _Seen(window.film_output().property("videoSink"))
    done = QEventLoop()
    starts: list[int] = []

    def begun(_name: str) -> None:
        starts.append(len(seen.times) - 1)  # a picture is noted here before the player hears of it
        if len(starts) > count:
            done.quit()

    film.played.connect(begun)
    QTimer.singleShot((count + 10) * (CLIP_SECONDS + 1) * 1000, done.quit)
    film.want(True)
    done.exec()
    film.want(False)
    seen.end()
    between = [(later - earlier) * 1000 for earlier, later in pairwise(seen.times)]
    breaks = {start - 1 for start in starts[1:]}
    return [between[at] for at in breaks], [gap for at, gap in enumerate(between) if at not in breaks]


class _Seen(QObject):
    """When each picture reached the sink."""

    def __init__(self, sink: QVideoSink) -> None:
        super().__init__()
        self.times: list[float] = []
        self._sink = sink
        sink.videoFrameChanged.connect(self._on_frame)

    def end(self) -> None:
        self._sink.videoFrameChanged.disconnect(self._on_frame)

    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self.times.append(time.monotonic())


def _cpu_of_scene(window: BoardWindow, clip: Path) -> list[float]:
    """Processor milliseconds a picture while the whole scene is painted in software, second by second."""
    film = Film(lambda: [clip], window.film_output())
    film.want(True)
    taken = _each_second(lambda: film.frames)
    film.want(False)
    return taken


def _cpu_decoding(clip: Path) -> list[float]:
    player, sink = QMediaPlayer(), QVideoSink()
    seen = _Seen(sink)
    player.setVideoSink(sink)
    player.setSource(QUrl.fromLocalFile(str(clip)))
    player.play()
    taken = _each_second(lambda: len(seen.times))
    player.stop()
    return taken


def _each_second(frames: Any) -> list[float]:
    taken: list[float] = []
    _wait(1.0)
    for _ in range(LONG_SECONDS - 2):
        before, processor = frames(), time.process_time()
        _wait(1.0)
        if frames() > before:
            taken.append((time.process_time() - processor) * 1000 / (frames() - before))
    return taken


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
