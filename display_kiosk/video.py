"""The video beside the calls: one player walks through what is to play now and skips what will not."""

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtMultimedia import (
    QAudioOutput,
    QMediaFormat,
    QMediaMetaData,
    QMediaPlayer,
    QVideoFrame,
    QVideoSink,
)
from PySide6.QtQuick import QQuickItem

from hms_desktop.clinic.displays.signs_of_life import FilmState

FILMS = frozenset({".mp4", ".m4v", ".mov", ".mkv", ".webm"})
VOLUME, DUCKED = 20, 3
"""In percent, until the hospital says otherwise."""
LOOK_MS = 10
"""So often the newest picture is looked at. Told of each one, this thread would have a queue of them whenever it was
busy, and a decoder keeps for good as many pictures as it ever had under way at once, 1.4 MB each at 720 lines."""
STALLED_SECONDS = 3
BACK_OFF_MS = (5_000, 10_000, 30_000, 60_000)
LAST_MS = 500
"""Where Qt keeps no last picture, the pictures of so long before a film's end are held behind it."""
OPENING_MS = 13
"""So long it takes to open the next film: it is begun that much before the last picture's own time is over."""
OPENED_ANEW_SECONDS = 60
"""A film alone is wound back; after so long it is opened anew at its end, which takes some 15 ms more, and its decoder
gives back what it keeps."""
TOO_HARD = frozenset({QMediaFormat.VideoCodec.AV1})
"""No waiting-room computer decodes these in hardware; in software they would take the board's share of it."""
_log = logging.getLogger(__name__)

Programme = Callable[[], Sequence[Path]]
"""What is to play now, in order; asked again before every film, on the GUI thread."""


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
    """Plays a programme over and over into the scene's output.

    `running` says whether there is a picture; `played` that another film gave its first one; `skipped` why one did
    not play. A film ends with its last picture standing; the next one's first takes its place.
    """

    running = Signal(bool)
    played = Signal(str)
    skipped = Signal(str)

    def __init__(
        self,
        programme: Programme,
        output: QQuickItem,
        *,
        back_off_ms: Sequence[int] = BACK_OFF_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._programme = programme
        self._back_off_ms = tuple(back_off_ms)
        self._list: tuple[Path, ...] = ()
        self._index = -1
        self._failures = 0
        self._pauses = 0
        self._frames = self._all_frames = 0
        self._awaits_first = False
        self._seen_from = -1
        self._counted = -1
        self._silent_seconds = 0
        self._advancing = False
        self._shown = False
        self._source = QUrl()
        self._opened_at = 0.0
        self._volumes = (VOLUME, DUCKED)
        self._ducked = False
        self._sound = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._sound)
        self._player.setVideoOutput(output)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._sink: QVideoSink = output.property("videoSink")
        behind = output.findChild(QQuickItem, "held")
        self._held: QVideoSink | None = behind.property("videoSink") if behind else None
        self._looking = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._looking.timeout.connect(self._look)
        self._watchdog = QTimer(self, interval=1000)
        self._watchdog.timeout.connect(self._watch)
        self._soon_over = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._soon_over.timeout.connect(lambda: self._go_on(""))
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._advance)
        self._set_volume()

    def want(self, wanted: bool) -> None:
        """Play, or stop and leave the calm panel; asking twice changes nothing."""
        if wanted and not self._watchdog.isActive():
            self._watchdog.start()
            self._looking.start()
            self._advance()
        elif not wanted and self._watchdog.isActive():
            self._watchdog.stop()
            self._looking.stop()
            self._again.stop()
            self._soon_over.stop()
            self._stop()

    def look_again(self) -> None:
        """There may be something to play now: do not wait for the end of a pause."""
        if self._again.isActive():
            self._again.stop()
            self._pauses = 0
            self._advance()

    def duck(self, low: bool) -> None:
        """Quieter while somebody is called."""
        self._ducked = low
        self._set_volume()

    def set_volumes(self, normal: int, ducked: int) -> None:
        """How loud films are, in percent, and how loud while somebody is called; 0 in quiet hours."""
        self._volumes = (normal, ducked)
        self._set_volume()

    def state(self) -> FilmState:
        """For the status."""
        if self._shown:
            return FilmState.PLAYING
        return FilmState.NOTHING_PLAYS if self._list else FilmState.NO_FILMS

    @property
    def frames(self) -> int:
        """How many pictures were seen on the scene since the start."""
        return self._all_frames

    def codec(self) -> str:
        """The codec of the film that plays, as Qt calls it."""
        codec = self._player.metaData().value(QMediaMetaData.Key.VideoCodec)
        return codec.name if isinstance(codec, QMediaFormat.VideoCodec) else ""

    def _set_volume(self) -> None:
        self._sound.setVolume(self._volumes[self._ducked] / 100)

    def _on_frame(self, frame: QVideoFrame) -> None:
        """A film's first picture; of those that were on their way when no more were wanted, nothing is taken."""
        if frame.isValid() and not self._frames:  # the end of a film gives one that is not valid
            self._await_first(False)
            self._take(frame)

    def _await_first(self, awaited: bool) -> None:
        if awaited is not self._awaits_first:
            self._awaits_first = awaited
            changed = self._sink.videoFrameChanged
            changed.connect(self._on_frame) if awaited else changed.disconnect(self._on_frame)

    def _look(self) -> None:
        frame = self._sink.videoFrame()
        if self._frames and frame.isValid() and frame.startTime() != self._seen_from:
            self._take(frame)

    def _take(self, frame: QVideoFrame) -> None:
        self._seen_from = frame.startTime()
        self._frames += 1
        self._all_frames += 1
        if self._held is not None and (self._frames % 15 == 1 or self._left_ms() < LAST_MS):
            self._held.setVideoFrame(frame)
        if self._is_last(frame):
            self._soon_over.start(max(0, (frame.endTime() - frame.startTime()) // 1000 - OPENING_MS))
        if self._frames == 1:
            self.played.emit(self._list[self._index].name if self._list else "")
        self._show(True)

    def _is_last(self, frame: QVideoFrame) -> bool:
        """Whether the film ends with this picture and another one follows; a film alone is wound back at its end."""
        micros = self._player.duration() * 1000
        return len(set(self._list)) > 1 and 0 < micros <= frame.endTime() + 1000

    def _left_ms(self) -> int:
        return self._player.duration() - self._player.position()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        # The status decides, never errorOccurred: a broken film reports both, and would be skipped twice.
        if self._player.source() != self._source:
            return  # the film of before, which is being stopped
        if status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._go_on("" if self._frames else "it holds no picture")
        elif status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._go_on("it cannot be read")
        elif status == QMediaPlayer.MediaStatus.LoadedMedia:
            if not self._player.hasVideo():
                self._go_on("it holds no picture")
            elif self._player.metaData().value(QMediaMetaData.Key.VideoCodec) in TOO_HARD:
                self._go_on(f"its codec {self.codec()} is too hard for a waiting-room screen")

    def _watch(self) -> None:
        """What gives no picture for three seconds hangs, in whatever state the player believes to be."""
        if self._again.isActive() or self._frames != self._counted:
            self._counted = self._frames
            self._silent_seconds = 0
            return
        self._silent_seconds += 1
        if self._silent_seconds >= STALLED_SECONDS:
            self._silent_seconds = 0
            self._go_on(f"it gave no picture for {STALLED_SECONDS} seconds")

    def _go_on(self, fault: str) -> None:
        """To the next film; `fault` says why this one was skipped, empty where it came to its end."""
        if self._advancing or not self._list:
            return
        self._advancing = True
        if fault:
            self._failures += 1
            _log.warning("film %s is skipped: %s", self._list[self._index].name, fault)
            self.skipped.emit(fault)
        else:
            self._failures = self._pauses = 0
        # The player must have left its own signal before it is given another source.
        QTimer.singleShot(0, self._advance)

    def _advance(self) -> None:
        self._advancing = False
        self._soon_over.stop()
        if not self._watchdog.isActive():
            return
        coming = tuple(self._programme())
        if coming != self._list:
            self._list, self._index, self._failures = coming, -1, 0
        if not coming or self._failures >= len(coming):
            self._rest()
            return
        self._index = (self._index + 1) % len(coming)
        self._play(QUrl.fromLocalFile(str(coming[self._index])))

    def _play(self, source: QUrl) -> None:
        self._frames, self._counted, self._silent_seconds = 0, -1, 0
        self._source = source
        ended = self._player.mediaStatus() == QMediaPlayer.MediaStatus.EndOfMedia
        fresh = time.monotonic() - self._opened_at < OPENED_ANEW_SECONDS
        if self._player.source() == source and ended and fresh and not self._failures:
            self._player.setPosition(0)
        else:
            self._opened_at = time.monotonic()
            if self._player.source() == source:
                self._player.setSource(QUrl())  # it hung, or was another file before: from the disk once more
            self._player.setSource(source)
        self._await_first(True)
        self._player.play()

    def _rest(self) -> None:
        """Nothing plays: the calm panel, and another look after a while."""
        self._stop()
        self._again.start(self._back_off_ms[min(self._pauses, len(self._back_off_ms) - 1)])
        self._pauses += 1

    def _stop(self) -> None:
        self._player.stop()
        self._await_first(False)
        self._show(False)
        self._failures, self._index, self._list = 0, -1, ()

    def _show(self, shown: bool) -> None:
        if shown is not self._shown:
            self._shown = shown
            self.running.emit(shown)
