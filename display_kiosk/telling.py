"""What this screen measures of itself and tells the server once a minute; no call ever waits for it."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer

from hms_desktop.clinic.displays import actions_telling
from hms_desktop.core.crashes import CrashBook, kind_of, line_of_error
from hms_desktop.core.database import Database
from hms_desktop.core.listener import LineState
from hms_desktop.core.settings import Server
from hms_desktop.core.stalls import BEAT_SECONDS, StallWatch
from hms_desktop.core.telemetry import Telemetry
from hms_desktop.core.telling import Teller

_log = logging.getLogger(__name__)


class Telling(QObject):
    """The screen's own way to the server, `database`, with what is measured of it."""

    def __init__(
        self, server: Server, *, workstation: str, program: str, version: str, crashes: CrashBook | None = None
    ) -> None:
        super().__init__()
        self._telemetry = Telemetry()
        self._up = False
        self.database = Database(server, workstation=workstation, application=program, telemetry=self._telemetry)
        self._stalls = StallWatch(self._telemetry.note_stall)
        self._beats = QTimer(self, interval=round(BEAT_SECONDS * 1000), timerType=Qt.TimerType.PreciseTimer)
        self._beats.timeout.connect(self._stalls.beat)
        told = {"program": program, "version": version}
        self._teller = Teller(
            self._telemetry,
            lambda row: self.database.run_now(actions_telling.tell_telemetry, row=row | told),
            book=crashes,
            report=lambda crash: self.database.run_now(actions_telling.tell_crash, program=program, crash=crash),
        )

    def start(self) -> None:
        """Begin; on the window's thread."""
        self._stalls.start()
        self._beats.start()
        self._teller.start()

    def stop(self) -> None:
        """Measure and tell no more; every connection ends."""
        self._beats.stop()
        self._stalls.stop()
        self._teller.stop()
        self.database.close()

    def through(self, on_state: Callable[[LineState], None]) -> Callable[[LineState], None]:
        """`on_state`, and the line's beats are counted; runs on the listening thread."""

        def heard(state: LineState) -> None:
            if state.up:
                self._telemetry.note_beat(state.round_trip_ms)
            elif self._up:
                self._telemetry.note_loss()
            self._up = state.up
            on_state(state)

        return heard


def note_what_nobody_expected(crashes: CrashBook) -> None:
    """Become the program's hook for an error that nobody answered: its kind and line go to the log and to `crashes`."""

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        _log.error("%s at %s", kind_of(error), line_of_error(error))
        crashes.keep(error)

    sys.excepthook = hook
