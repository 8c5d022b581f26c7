"""What plays a sound: the machine's audio device, which may come and go, or in tests a stopwatch."""

import logging
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from display_kiosk.voice_sounds import Sound

SETTLED_MS = 500
"""A television that is switched on is announced twice; the devices are looked at once."""
OVERDUE_MS = 3_000
"""A sound that has not ended so long after it should have is stuck in a device that went away."""
WHOLE = 0.85
"""A sound counts as played whole if it took at least this share of its time; a device that goes away ends it sooner."""
_log = logging.getLogger(__name__)


class Loudspeaker(QObject):
    """Plays one sound at a time; each `play` is followed by one `ended`, which says whether it was played whole."""

    began = Signal(str)
    ended = Signal(bool)
    changed = Signal()

    def device(self) -> str:
        """The name of what plays; empty where nothing does."""
        raise NotImplementedError

    def play(self, sound: Sound) -> None:
        """Begin, unless there is no device: then `ended` follows at once."""
        raise NotImplementedError

    def set_volume(self, percent: int) -> None:
        """From the next sound on."""
        raise NotImplementedError


class Soundcard(Loudspeaker):
    """The default audio device. No device is no error; one that comes back is used again."""

    def __init__(self, chime: Path, parent: QObject | None = None) -> None:
        """`chime` is kept loaded, so that it sounds at once."""
        super().__init__(parent)
        self._chime_file = chime
        self._volume = 1.0
        self._effect: QSoundEffect | None = None
        self._sound: Sound | None = None
        self._began_at = 0.0
        self._devices = QMediaDevices(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._renew)
        self._devices.audioOutputsChanged.connect(self._settled.start)
        self._overdue = QTimer(self, singleShot=True)
        self._overdue.timeout.connect(self._give_up)
        self._chime = self._loaded(chime)
        self._warm_up()

    def device(self) -> str:
        return "" if self._devices.defaultAudioOutput().isNull() else self._devices.defaultAudioOutput().description()

    def set_volume(self, percent: int) -> None:
        self._volume = min(max(percent, 0), 100) / 100

    def play(self, sound: Sound) -> None:
        self._sound = sound
        if not self.device():
            QTimer.singleShot(0, self._end)
            return
        # A fresh effect for each sentence: one that was stopped in the middle begins its next sound with stale audio.
        self._effect = self._chime if sound.file == self._chime_file else self._loaded(sound.file)
        self._effect.setVolume(self._volume)
        self._effect.playingChanged.connect(self._on_playing)
        self._effect.statusChanged.connect(self._on_status)
        self._began_at = 0.0
        self._overdue.start(round(sound.seconds * 1000) + OVERDUE_MS)
        self._effect.play()
        self._on_playing()
        self._on_status()

    def _loaded(self, file: Path) -> QSoundEffect:
        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(file)))
        return effect

    def _warm_up(self) -> None:
        """Open the device before the first call does: the first sound of a device comes up to half a second late."""
        self._used = self._devices.defaultAudioOutput().id().data()
        self._warming = self._loaded(self._chime_file)
        self._warming.setVolume(0)
        if self._used:
            self._warming.play()

    def _on_playing(self) -> None:
        if self._effect is None or self._sound is None:
            return
        if self._effect.isPlaying():
            if not self._began_at:
                self._began_at = time.monotonic()
                self.began.emit(self._sound.file.stem)
        elif self._began_at:
            self._end(time.monotonic() - self._began_at >= WHOLE * self._sound.seconds)

    def _on_status(self) -> None:
        if self._effect is not None and self._effect.status() == QSoundEffect.Status.Error:
            QTimer.singleShot(0, self._end)

    def _give_up(self) -> None:
        _log.warning("a sound did not end; its device is opened anew")
        self._end()
        self._renew()

    def _renew(self) -> None:
        """The devices have changed: the chime is loaded for the one that is the default now."""
        if self._devices.defaultAudioOutput().id().data() != self._used:
            self._end()
        if self._effect is not self._chime:
            for old in (self._chime, self._warming):
                old.deleteLater()
            self._chime = self._loaded(self._chime_file)
            self._warm_up()
        self.changed.emit()

    def _end(self, whole: bool = False) -> None:
        if self._sound is None:
            return
        self._sound = None
        self._overdue.stop()
        if self._effect is not None:
            self._effect.playingChanged.disconnect(self._on_playing)
            self._effect.statusChanged.disconnect(self._on_status)
            if self._effect is not self._chime:
                self._effect.deleteLater()
            self._effect = None
        self.ended.emit(whole)


class Stopwatch(Loudspeaker):
    """Takes the time of each sound instead of playing it: for tests on machines that have no audio device."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lambda: self.ended.emit(True))

    def device(self) -> str:
        return "stopwatch"

    def play(self, sound: Sound) -> None:
        self._timer.start(round(sound.seconds * 1000))
        self.began.emit(sound.file.stem)

    def set_volume(self, percent: int) -> None:
        """A stopwatch is always silent."""
