"""What plays a sound: the machine's audio device, which may come and go, or in tests a stopwatch."""

import contextlib
import logging
import os
import socket
import sys
import time
import wave
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODeviceBase, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudio, QAudioFormat, QAudioSink, QMediaDevices

from display_kiosk.voice_sounds import Sound

SETTLED_MS = 500
"""A television that is switched on is announced twice; the devices are looked at once."""
OVERDUE_MS = 3_000
"""A sound that has not ended so long after it should have is stuck in a device that went away."""
STUCK_SECONDS = 60.0
"""So long no call waits for a device in which sounds got stuck, unless the devices change."""
HELD_MS = 120
"""A device has played its last samples so long after it has taken them."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Samples:
    form: QAudioFormat
    content: bytes


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

    def deaf(self) -> bool:
        """Whether there is something to play on again that this process can reach only after a restart."""
        return False


class Soundcard(Loudspeaker):
    """The default audio device. No device is no error; one that comes back is used again.

    Each sound has a QAudioSink of its own. (A QSoundEffect would be simpler; in Qt 6.11.3 on PulseAudio, the second or
    third of them closes an event that the first still waits for, and the program spins for ever.)
    """

    def __init__(self, server: Path | None = None, parent: QObject | None = None) -> None:
        """`server` is the socket of the sound server (`sound_server`), watched because Qt does not survive its end."""
        super().__init__(parent)
        self._volume = 1.0
        self._sink: QAudioSink | None = None
        self._content = QBuffer(self)
        self._sound: Sound | None = None
        self._began_at = 0.0
        self._used = b""
        self._stuck = 0
        self._stuck_until = 0.0
        self._lost = False
        self._server = server
        self._devices = QMediaDevices(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._on_devices)
        self._devices.audioOutputsChanged.connect(self._settled.start)
        self._overdue = QTimer(self, singleShot=True)
        self._overdue.timeout.connect(self._give_up)
        self._fading = QTimer(self, singleShot=True)
        self._fading.timeout.connect(lambda: self._end(True))
        self._failing = QTimer(self, singleShot=True, interval=0)
        self._failing.timeout.connect(self._end)

    def device(self) -> str:
        if self._server is not None and not _answers(self._server):
            # Qt 6.11 ends the program when it is to play on a connection that is gone, and makes no new one.
            self._lost = True
        if self._lost or time.monotonic() < self._stuck_until:
            return ""
        default = self._devices.defaultAudioOutput()
        return "" if default.isNull() else default.description()

    def deaf(self) -> bool:
        return self._lost and self._server is not None and _answers(self._server)

    def set_volume(self, percent: int) -> None:
        self._volume = min(max(percent, 0), 100) / 100

    def play(self, sound: Sound) -> None:
        self._sound = sound
        samples = _samples(sound.file) if self.device() else None
        if samples is None:
            self._failing.start()
            return
        self._used = bytes(self._devices.defaultAudioOutput().id().data())
        self._sink = QAudioSink(self._devices.defaultAudioOutput(), samples.form, self)
        self._sink.setVolume(self._volume)
        self._sink.stateChanged.connect(self._on_state)
        self._content.close()
        self._content.setData(samples.content)
        self._content.open(QIODeviceBase.OpenModeFlag.ReadOnly)
        self._began_at = time.monotonic()
        self._overdue.start(round(sound.seconds * 1000) + OVERDUE_MS)
        self.began.emit(sound.file.stem)
        self._sink.start(self._content)
        if self._sink.error().value != 0:
            self._failing.start()

    def _on_state(self, state: QAudio.State) -> None:
        if self._sound is None or self._fading.isActive():
            return
        played = time.monotonic() - self._began_at
        if state == QAudio.State.IdleState and self._content.atEnd():
            # All was handed over; the device still holds the last of it.
            self._fading.start(max(0, round((self._sound.seconds - played) * 1000)) + HELD_MS)
        elif state == QAudio.State.StoppedState:
            self._failing.start()

    def _give_up(self) -> None:
        """Once may be a device that came and went unnoticed; twice is one that is not there."""
        _log.warning("a sound did not end")
        self._stuck += 1
        if self._stuck > 1:
            self._stuck_until = time.monotonic() + STUCK_SECONDS
        self._end()

    def _on_devices(self) -> None:
        self._stuck, self._stuck_until, self._lost = 0, 0.0, False
        if self._devices.defaultAudioOutput().id().data() != self._used:
            self._end()
        self.changed.emit()

    def _end(self, whole: bool = False) -> None:
        if self._sound is None:
            return
        self._sound = None
        self._overdue.stop()
        self._fading.stop()
        self._failing.stop()
        if whole:
            self._stuck = 0
        if self._sink is not None:
            self._sink.stateChanged.disconnect(self._on_state)
            self._sink.stop()
            self._sink.deleteLater()
            self._sink = None
        self.ended.emit(whole)


def sound_server() -> Path | None:
    """The socket of PulseAudio, or of PipeWire in its place, where one answers."""
    named = os.environ.get("PULSE_SERVER", "")
    if named.startswith("unix:"):
        place = Path(named.removeprefix("unix:"))
    elif "PULSE_RUNTIME_PATH" in os.environ:
        place = Path(os.environ["PULSE_RUNTIME_PATH"]) / "native"
    else:
        place = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "pulse" / "native"
    return place if _answers(place) else None


def _answers(place: Path) -> bool:
    if sys.platform == "win32":
        return False
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as line:
        try:
            line.connect(str(place))
        except OSError:
            return False
    return True


def _samples(file: Path) -> _Samples | None:
    """What a WAV file of 16 bits holds (both synthesizers write such); None where it cannot be read."""
    form = QAudioFormat()
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    try:
        with wave.open(str(file)) as opened:
            form.setSampleRate(opened.getframerate())
            form.setChannelCount(opened.getnchannels())
            return _Samples(form, opened.readframes(opened.getnframes()))
    except (OSError, EOFError, wave.Error):
        return None


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
