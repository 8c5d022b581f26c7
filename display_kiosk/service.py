"""What the system's service manager hears of this screen: that it is up, that it lives, and when it wants a restart.

The datagrams are those of sd_notify(3). The watchdog is fed while frames advance and the listening thread gives signs;
whether the server answers is no part of it, because a restart mends no server.
"""

import logging
import os
import socket
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from datetime import time as clock_time

from PySide6.QtCore import QObject, QTimer

from hms_desktop.core.listener import LineState

RESTART_CODE = 75
"""The exit code of a restart that the program itself wants (EX_TEMPFAIL of sysexits.h); the units call it a success."""
LISTENING_PATIENCE = 60.0
"""Seconds without a sign of the listening thread; it gives one each second, or after each attempt to connect."""
RESTART_FROM, RESTART_UNTIL = clock_time(2), clock_time(5)
LONG_ENOUGH_UP = timedelta(hours=6)
OFFSETS = 30
"""Screens restart one after the other, a minute apart, within so many minutes."""
_log = logging.getLogger(__name__)


class ServiceManager:
    """systemd, where it has started this program and wants to be told; otherwise nobody."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._address = environ.get("NOTIFY_SOCKET", "")
        ours = environ.get("WATCHDOG_PID", "") in ("", str(os.getpid()))
        microseconds = environ.get("WATCHDOG_USEC", "") if ours else ""
        self.watchdog_seconds = int(microseconds) / 1e6 if microseconds.isdigit() else 0.0
        """How long it waits for a sign before it ends this program; 0 where it does not watch."""

    @property
    def present(self) -> bool:
        return self._address != ""

    def tell(self, *states: str) -> None:
        """Send `NAME=value` lines; a manager that cannot be reached is no reason to stop calling patients."""
        if not self.present:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as wire:
                wire.setblocking(False)
                wire.sendto("\n".join(states).encode(), address)
        except OSError as error:
            _log.warning("the service manager cannot be told: %s", error.strerror)


class ListeningSigns:
    """When the listening thread last gave a sign, whatever it had to say about the line."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()

    def through(self, on_state: Callable[[LineState], None]) -> Callable[[LineState], None]:
        """`on_state`, and each call of it counts as a sign; runs on the listening thread."""

        def heard(state: LineState) -> None:
            self._last = self._clock()
            on_state(state)

        return heard

    def fresh(self) -> bool:
        return self._clock() - self._last <= LISTENING_PATIENCE


class Pulse(QObject):
    """Feeds the watchdog, and says that the screen is up when its first frame was shown.

    `listening` tells whether the thread that hears the calls gives signs. Between two checks it asks for a frame, so
    that a board on which nothing moves still shows that it can be drawn.
    """

    def __init__(
        self,
        manager: ServiceManager,
        ask_for_frame: Callable[[], None],
        listening: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._manager = manager
        self._ask_for_frame = ask_for_frame
        self._listening = listening
        self._frames = 0
        self._frames_before = 0
        # Three checks in each of the manager's waits: one that comes late on a busy machine costs nothing.
        self._timer = QTimer(self, interval=round(manager.watchdog_seconds / 3 * 1000))
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        if self._manager.watchdog_seconds:
            self._timer.start()

    def pause(self) -> None:
        """Give no more signs; another window's pulse goes on."""
        self._timer.stop()

    def stop(self) -> None:
        """The program ends in order: nobody needs to wait for a sign any more."""
        self.pause()
        self._manager.tell("STOPPING=1")

    def on_frame(self) -> None:
        """A frame was shown."""
        self._frames += 1
        if self._frames == 1:
            self._manager.tell("READY=1", "STATUS=The board is shown.")

    def check(self) -> None:
        """Feed the watchdog if a frame was shown since the last check and the listening thread gave a sign."""
        moved = self._frames > self._frames_before
        self._frames_before = self._frames
        if moved and self._listening():
            self._manager.tell("WATCHDOG=1")
        else:
            _log.warning("no sign for the watchdog: %s", "the thread is silent" if moved else "no frame was shown")
        self._ask_for_frame()


def restart_due(wall: datetime, up: timedelta, display_id: int, *, calling: bool) -> bool:
    """Whether this is the moment of the nightly restart: from 02:00 on, this screen's own minute, nobody being called.

    `wall` is the hospital's clock, `up` how long the program runs. A screen that is busy until 05:00 waits a day.
    """
    own = datetime.combine(wall.date(), RESTART_FROM, wall.tzinfo) + timedelta(minutes=display_id % OFFSETS)
    ends = datetime.combine(wall.date(), RESTART_UNTIL, wall.tzinfo)
    return own <= wall < ends and up >= LONG_ENOUGH_UP and not calling
