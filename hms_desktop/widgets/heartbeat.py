"""The window's pulse: as long as Qt's loop turns, it tells the watch that the window does not stand still."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from hms_desktop.core.stalls import BEAT_SECONDS, StallWatch


class Heartbeat(QObject):
    """Beats on the thread that made it; `found` hears of each stop (core.stalls.StallWatch)."""

    def __init__(self, found: Callable[[str, float], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = StallWatch(found)
        self._beats = QTimer(self, interval=round(BEAT_SECONDS * 1000), timerType=Qt.TimerType.PreciseTimer)
        self._beats.timeout.connect(self._watch.beat)

    def start(self) -> None:
        self._watch.start()
        self._beats.start()

    def stop(self) -> None:
        self._beats.stop()
        self._watch.stop()
