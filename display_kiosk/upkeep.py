"""Looks after a screen that nobody looks after: watchdog, nightly restart, status page, heartbeat and thumbnail."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal, qVersion
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtQuick import QQuickView

from display_kiosk.health import Machine, bounded, measured
from display_kiosk.scene.board import BoardCall
from display_kiosk.scene.status import StatusLine, StatusPage
from display_kiosk.service import ListeningSigns, Pulse, ServiceManager, restart_due
from display_kiosk.status_words import StatusWords
from hms_desktop.clinic.displays import rules
from hms_desktop.clinic.displays.queries import Screen
from hms_desktop.clinic.displays.signs_of_life import Decoder, VoiceState
from hms_desktop.core.errors import HmsError

THUMBNAIL_SECONDS = 60
THUMBNAIL_SIZE = QSize(480, 480)
QUALITIES = (70, 50, 30)
HOT = 80.0
"""Degrees Celsius from which a Raspberry Pi runs slower (raspberrypi.com, "Frequency management")."""
DISK_LOW = 200
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Around:
    """What the screen's other parts say when they are asked.

    `calling`: somebody is being called now. `listening`: the thread that hears the calls lives. `parts`: how voice and
    film do, for the heartbeat. `wall_time`: the hospital's clock. `send`: gives a picture of the screen to the
    hospital. `deaf`: a restart would bring back the sound.
    """

    calling: Callable[[], bool]
    listening: Callable[[], bool]
    parts: Callable[[], Mapping[str, Any]]
    wall_time: Callable[[], datetime]
    send: Callable[[bytes], Awaitable[object]]
    deaf: Callable[[], bool]


class Upkeep(QObject):
    """Asked once a second by `tick`; everything else it does by itself."""

    wants_restart = Signal()

    def __init__(
        self,
        window: QQuickView,
        theme: dict[str, Any],
        around: Around,
        *,
        version: str,
        words: StatusWords,
        written: Path,
    ) -> None:
        """`words` are the status page's; `written` lies on the disk that the program writes to."""
        super().__init__()
        self._window = window
        self._around = around
        self._version = version
        self._words = words
        self._written = written
        self._started = time.monotonic()
        self._screen: Screen | None = None
        self._online = False
        self._trouble = ""
        self._last_call = ""
        self._sending: asyncio.Task[None] | None = None
        self._next_thumbnail = self._started + THUMBNAIL_SECONDS / 6
        self.manager = ServiceManager()
        self.signs = ListeningSigns()
        self.status = StatusPage(window, theme, self._lines)
        self._pulse = Pulse(self.manager, window.update, lambda: around.listening() and self.signs.fresh(), self)
        window.frameSwapped.connect(self._pulse.on_frame, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._pulse.start()

    def stop(self) -> None:
        self._pulse.stop()
        if self._sending is not None:
            self._sending.cancel()
        self.status.hide()

    def set_screen(self, screen: Screen, *, mirrored: bool) -> None:
        self._screen = screen
        self.status.set_mirrored(mirrored)

    def set_trouble(self, sentence: str) -> None:
        """What somebody must act on; empty where there is nothing."""
        self._trouble = sentence

    def set_online(self, online: bool) -> None:
        self._online = online

    def show_call(self, call: BoardCall) -> None:
        """This call is the newest on the list."""
        self._last_call = f"{call.ticket} · {call.room} · {self._around.wall_time():%H:%M}"

    def state(self) -> dict[str, Any]:
        """For the heartbeat: at most 2,000 bytes of JSON."""
        return bounded(
            {
                **self._around.parts(),
                "qt": qVersion(),
                "last_call": self._last_call,
                "up": round(self._up().total_seconds()),
                "machine": measured(self._written).told(),
            }
        )

    def tick(self) -> None:
        """Restart if it is time to, and send a picture once a minute; never while somebody is being called."""
        calling = self._around.calling()
        display_id = self._screen.display_id if self._screen else 0
        if self.manager.present and restart_due(self._around.wall_time(), self._up(), display_id, calling=calling):
            _log.info("restarting for the night")
            self.wants_restart.emit()
        elif self.manager.present and not calling and self._around.deaf():
            _log.warning("restarting, because the sound server came back and can be reached in no other way")
            self.wants_restart.emit()
        elif self._online and not calling and time.monotonic() >= self._next_thumbnail:
            self._next_thumbnail = time.monotonic() + THUMBNAIL_SECONDS
            self._sending = asyncio.create_task(self._send_thumbnail())

    async def _send_thumbnail(self) -> None:
        picture = jpeg(self._window.grabWindow())
        if picture:
            try:
                await self._around.send(picture)
            except HmsError as error:
                _log.info("no picture was sent: %s", error.code)

    def _up(self) -> timedelta:
        return timedelta(seconds=time.monotonic() - self._started)

    def _lines(self) -> Sequence[StatusLine]:
        words, parts = self._words, self._around.parts()
        name = f"{self._screen.name} · {self._screen.hospital}" if self._screen else words.say("unnamed")
        hours, minutes = divmod(round(self._up().total_seconds()) // 60, 60)
        heard = parts["voice"] in (VoiceState.READY, VoiceState.CHECKING)
        return (
            StatusLine(words.say("title"), words.say("foot")),
            StatusLine(words.say("screen"), name),
            StatusLine(
                words.say("connection"),
                self._trouble or words.say("online" if self._online else "lost"),
                wrong=bool(self._trouble) or not self._online,
            ),
            StatusLine(words.say("last_call"), self._last_call or words.say("nobody")),
            StatusLine(words.say("voice"), words.say(f"voice_{parts['voice']}"), wrong=not heard),
            StatusLine(words.say("film"), words.film(parts), wrong=bool(parts["lacking_why"])),
            StatusLine(
                words.say("decoder"),
                words.decoder(parts["decoder"]),
                wrong=parts["decoder"].get("by") == Decoder.UNEXPECTED,
            ),
            StatusLine(words.say("version"), words.version(f"{self._version} · Qt {qVersion()}", parts["newer"])),
            *self._machine_lines(measured(self._written)),
            StatusLine(words.say("uptime"), words.say("hours", hours) if hours else words.say("minutes", minutes)),
        )

    def _machine_lines(self, machine: Machine) -> Sequence[StatusLine]:
        words = self._words
        heat, disk = machine.temperature, machine.disk_free
        unknown = words.say("unknown")
        memory = words.say("megabytes", machine.memory_used, machine.memory_free)
        return (
            StatusLine(words.say("temperature"), unknown if heat is None else f"{heat:.0f} °C", (heat or 0) >= HOT),
            StatusLine(words.say("memory"), unknown if machine.memory_used is None else memory),
            StatusLine(
                words.say("disk"),
                unknown if disk is None else f"{disk} MB",
                wrong=disk is not None and disk < DISK_LOW,
            ),
        )


def jpeg(picture: QImage) -> bytes:
    """The picture as a small JPEG within rules.THUMBNAIL_BYTES; empty where there is none or it cannot be so small."""
    if picture.isNull():
        return b""
    small = picture.scaled(
        THUMBNAIL_SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    for quality in QUALITIES:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpeg"))
        writer.setQuality(quality)
        if writer.write(small) and buffer.size() <= rules.THUMBNAIL_BYTES:
            return bytes(buffer.data().data())
    return b""
