"""The video beside the calls: one player walks through a folder's films and skips what will not play."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink
from PySide6.QtQuick import QQuickItem

FILMS = frozenset({".mp4", ".m4v", ".mov", ".mkv", ".webm"})
VOLUME = 0.2
DUCKED = 0.03
STALLED_SECONDS = 3
BACK_OFF_MS = (5_000, 10_000, 30_000, 60_000)
_log = logging.getLogger(__name__)


def films(folder: Path) -> tuple[Path, ...]:
    """The films that lie in the folder itself, by name; no hidden file, and no link that leads out of it."""
    try:
        inside = folder.resolve(strict=True)
        return tuple(
            path
            for path in sorted(inside.iterdir())
            if path.suffix.lower() in FILMS
            and not path.name.startswith(".")
            and path.is_file()
            and path.resolve().parent == inside
        )
    except (OSError, ValueError):  # a name that can be no folder
        return ()


class Film(QObject):
    """Plays the folder over and over into the scene's output; `running` says whether there is a picture."""

    running = Signal(bool)

    def __init__(self, folder: Path, output: QQuickItem, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._list: tuple[Path, ...] = ()
        self._index = -1
        self._failures = 0
        self._pauses = 0
        self._frames = 0
        self._counted = -1
        self._silent_seconds = 0
        self._advancing = False
        self._shown = False
        self._sound = QAudioOutput(self)
        self._sound.setVolume(VOLUME)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._sound)
        self._player.setVideoOutput(output)
        self._player.mediaStatusChanged.connect(self._on_status)
        sink: QVideoSink = output.property("videoSink")
        sink.videoFrameChanged.connect(self._on_frame)
        self._watchdog = QTimer(self, interval=1000)
        self._watchdog.timeout.connect(self._watch)

    def want(self, wanted: bool) -> None:
        """Play, or stop and leave the calm panel; asking twice changes nothing."""
        if wanted and not self._watchdog.isActive():
            self._watchdog.start()
            self._advance()
        elif not wanted and self._watchdog.isActive():
            self._watchdog.stop()
            self._rest()

    def duck(self, low: bool) -> None:
        """Quieter while somebody is called."""
        self._sound.setVolume(DUCKED if low else VOLUME)

    def state(self) -> str:
        """One word or two for the status."""
        if self._shown:
            return "playing"
        return "nothing plays" if self._list else "no films"

    def _on_frame(self) -> None:
        self._frames += 1
        self._show(True)

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        # The status decides, never errorOccurred: a broken film reports both, and would be skipped twice.
        if status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._go_on(failed=self._frames == 0)
        elif status == QMediaPlayer.MediaStatus.InvalidMedia or (
            status == QMediaPlayer.MediaStatus.LoadedMedia and not self._player.hasVideo()
        ):
            self._go_on(failed=True)

    def _watch(self) -> None:
        """A film that gives no frame for three seconds hangs: the next one."""
        if self._player.playbackState() != QMediaPlayer.PlaybackState.PlayingState or self._frames != self._counted:
            self._counted = self._frames
            self._silent_seconds = 0
            return
        self._silent_seconds += 1
        if self._silent_seconds >= STALLED_SECONDS:
            self._silent_seconds = 0
            self._go_on(failed=True)

    def _go_on(self, *, failed: bool) -> None:
        if self._advancing or not self._list:
            return
        self._advancing = True
        if failed:
            self._failures += 1
            _log.warning("film %s does not play and is skipped", self._list[self._index].name)
        else:
            self._failures = self._pauses = 0
        # The player must have left its own signal before it is given another source.
        QTimer.singleShot(0, self._advance)

    def _advance(self) -> None:
        self._advancing = False
        if not self._watchdog.isActive():
            return
        self._index += 1
        if self._index >= len(self._list):
            self._index = 0
            self._list = films(self._folder)
        if not self._list or self._failures >= len(self._list):
            self._rest()
            return
        source = QUrl.fromLocalFile(str(self._list[self._index]))
        self._frames, self._counted = 0, -1
        if self._player.source() == source:
            self._player.setPosition(0)
        else:
            self._player.setSource(source)
        self._player.play()

    def _rest(self) -> None:
        """Nothing plays: the calm panel, and another look at the folder after a while."""
        self._player.stop()
        self._show(False)
        self._failures, self._index, self._list = 0, -1, ()
        if not self._watchdog.isActive():
            return
        pause = BACK_OFF_MS[min(self._pauses, len(BACK_OFF_MS) - 1)]
        self._pauses += 1
        QTimer.singleShot(pause, self._advance)

    def _show(self, shown: bool) -> None:
        if shown is not self._shown:
            self._shown = shown
            self.running.emit(shown)
