"""The voice: a chime, then the sentence in each language as a sound that espeak-ng has rendered in its own process."""

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from display_kiosk.sentences import Announcement

KEPT_SOUNDS = 500
"""So many rendered sentences stay in the cache (some 60 MB)."""
PATIENCE_MS = 10_000
"""So long a call may take for its chime, and again for each language, before the next one's turn."""
_log = logging.getLogger(__name__)


class Renderer(QObject):
    """Makes the sound of a sentence, or finds it in the cache; `ready` carries its key and whether there is a sound."""

    ready = Signal(str, bool)

    def __init__(self, cache: Path, synthesizer: str = "espeak-ng", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._program = shutil.which(synthesizer) or ""
        self._running: dict[str, QProcess] = {}
        self._make_room()

    @property
    def available(self) -> bool:
        return bool(self._program)

    def sound(self, key: str) -> Path:
        return self._cache / f"{key}.wav"

    def render(self, announcement: Announcement, ticket: str, room: str) -> str:
        """Begin rendering; the sound's key. `ready` follows, at the earliest from the event loop."""
        key = announcement.key(ticket, room, announcement.voice)
        if self.sound(key).is_file():
            QTimer.singleShot(0, lambda: self.ready.emit(key, True))
        elif not self._program:
            QTimer.singleShot(0, lambda: self.ready.emit(key, False))
        elif key not in self._running:
            self._start(key, announcement.voice, announcement.text(ticket, room))
        return key

    def stop(self) -> None:
        for process in self._running.values():
            process.kill()
            process.waitForFinished(500)

    def _start(self, key: str, voice: str, text: str) -> None:
        process = QProcess(self)
        self._running[key] = process
        process.finished.connect(self._collect)
        process.errorOccurred.connect(self._collect)
        # The text goes in by pipe, so that nothing in a room's name can be taken for an option.
        process.start(self._program, ["-v", voice, "-s", "150", "-w", str(self._part(key)), "--stdin"])
        process.write(text.encode())
        process.closeWriteChannel()

    def _part(self, key: str) -> Path:
        return self._cache / f"{key}.part"

    def _collect(self) -> None:
        """Take what ended processes have made."""
        for key, process in list(self._running.items()):
            if process.state() == QProcess.ProcessState.NotRunning:
                del self._running[key]
                self.ready.emit(key, self._keep(key, process))
                process.deleteLater()

    def _keep(self, key: str, process: QProcess) -> bool:
        try:
            if process.exitStatus() != QProcess.ExitStatus.NormalExit or process.exitCode() != 0:
                raise OSError(0, f"the synthesizer ended with {process.exitCode()}")
            self._part(key).replace(self.sound(key))
        except OSError as error:
            _log.warning("a call's sentence could not be made, the chime stands alone: %s", error.strerror)
            return False
        return True

    def _make_room(self) -> None:
        """Drop the sounds that were made longest ago, and what an ended program left half made."""
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            for part in self._cache.glob("*.part"):
                part.unlink()
            sounds = sorted(self._cache.glob("*.wav"), key=lambda path: path.stat().st_mtime, reverse=True)
            for old in sounds[KEPT_SOUNDS:]:
                old.unlink()
        except OSError as error:
            _log.warning("the cache of sentences cannot be used: %s", error.strerror)


class Voice(QObject):
    """Says one call at a time, whole; `said` tells whether its words were heard. No audio device is no error."""

    said = Signal(bool)

    def __init__(self, chime: Path, renderer: Renderer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._devices = QMediaDevices(self)
        self._chime = QSoundEffect(self)
        self._chime.setSource(QUrl.fromLocalFile(str(chime)))
        self._chime.playingChanged.connect(self._on_chime)
        self._guard = QTimer(self, singleShot=True)
        self._guard.timeout.connect(self._give_up)
        self._speech: QSoundEffect | None = None
        self._wanted: list[str] = []
        self._known: dict[str, bool] = {}
        self._chiming = False
        self._busy = False
        self._heard = False
        renderer.ready.connect(self._on_ready)

    def state(self) -> str:
        """One word or two for the status: what this machine can say."""
        if not self._devices.audioOutputs():
            return "no audio device"
        return "ready" if self._renderer.available else "chime only"

    def say(self, announcements: Sequence[Announcement], ticket: str, room: str) -> None:
        """Chime and words; `said` follows once, at the latest when the patience for a call is over."""
        self._busy, self._heard, self._known = True, False, {}
        self._wanted = []
        if not self._devices.audioOutputs():
            QTimer.singleShot(0, lambda: self._end(False))
            return
        self._guard.start(PATIENCE_MS * (1 + len(announcements)))
        self._wanted = [self._renderer.render(announcement, ticket, room) for announcement in announcements]
        self._chiming = True
        self._chime.play()

    def _on_chime(self) -> None:
        if self._chiming and not self._chime.isPlaying():
            self._chiming = False
            self._next_sentence()

    def _on_ready(self, key: str, made: bool) -> None:
        self._known[key] = made
        if self._busy and not self._chiming and self._speech is None:
            self._next_sentence()

    def _next_sentence(self) -> None:
        while self._wanted and self._wanted[0] in self._known:
            key = self._wanted.pop(0)
            if self._known[key]:
                self._play(self._renderer.sound(key))
                return
        if not self._wanted:
            self._end(self._heard)

    def _play(self, sound: Path) -> None:
        # A fresh effect each time: one that was stopped in the middle begins its next sound with stale audio.
        speech = QSoundEffect(self)
        self._speech = speech
        speech.statusChanged.connect(self._on_status)
        speech.playingChanged.connect(self._on_playing)
        speech.setSource(QUrl.fromLocalFile(str(sound)))

    def _on_status(self) -> None:
        if self._speech is None:
            return
        if self._speech.status() == QSoundEffect.Status.Ready:
            self._speech.play()
        elif self._speech.status() == QSoundEffect.Status.Error:
            self._drop_speech()
            self._next_sentence()

    def _on_playing(self) -> None:
        if self._speech is not None and not self._speech.isPlaying():
            self._heard = True
            self._drop_speech()
            self._next_sentence()

    def _give_up(self) -> None:
        _log.warning("a call took too long to say; the next one's turn")
        self._drop_speech()
        self._chiming = False
        self._end(False)

    def _drop_speech(self) -> None:
        if self._speech is not None:
            self._speech.statusChanged.disconnect(self._on_status)
            self._speech.playingChanged.disconnect(self._on_playing)
            self._speech.deleteLater()
            self._speech = None

    def _end(self, heard: bool) -> None:
        if self._busy:
            self._busy = False
            self._guard.stop()
            self._wanted = []
            self.said.emit(heard)
