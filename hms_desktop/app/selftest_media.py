"""Whether this program can play a film: a part of Qt that is missing there says nothing and ends nothing."""

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtMultimedia import QMediaFormat, QMediaPlayer, QVideoFrame, QVideoSink

from hms_desktop.core.selftest import Failed

PATIENCE = 20.0
"""Seconds that a slow machine may take for one second of film."""
FRAMES = 20
"""Of the film's thirty; a slow machine may drop some."""


def backend() -> str:
    """What of Qt plays films. Which codecs it names says little: `film` looks."""
    able = QMediaFormat().supportedFileFormats(QMediaFormat.ConversionMode.Decode)
    if not QMediaPlayer().isAvailable() or QMediaFormat.FileFormat.MPEG4 not in able:
        raise Failed("Qt found no multimedia backend")
    return f"{len(able)} kinds of files"


def film(file: Path) -> str:
    """Decode the H.264 film that ships."""
    if not file.is_file():
        raise Failed(f"{file} is missing")
    frames: list[QVideoFrame] = []
    player, sink, playing = QMediaPlayer(), QVideoSink(), QEventLoop()
    over = (QMediaPlayer.MediaStatus.EndOfMedia, QMediaPlayer.MediaStatus.InvalidMedia)
    player.setVideoSink(sink)
    sink.videoFrameChanged.connect(lambda frame: frames.append(frame) if frame.isValid() else None)
    player.mediaStatusChanged.connect(lambda status: playing.quit() if status in over else player.play())
    player.errorOccurred.connect(playing.quit)
    QTimer.singleShot(round(PATIENCE * 1000), playing, playing.quit)
    QTimer.singleShot(0, player, lambda: player.setSource(QUrl.fromLocalFile(str(file))))
    playing.exec()
    player.stop()
    if len(frames) < FRAMES:
        raise Failed(f"{len(frames)} pictures were decoded; {player.errorString() or 'the film did not end'}")
    picture = frames[-1].toImage()
    if picture.isNull():
        raise Failed("its pictures cannot be drawn")
    return f"{len(frames)} pictures of {picture.width()}x{picture.height()}"
