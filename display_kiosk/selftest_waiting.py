"""Waits on the GUI thread until a part of the screen has said what it was asked for, but not for ever."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance

from hms_desktop.core.selftest import Failed


def awaited(signal: SignalInstance, begin: Callable[[], object], seconds: float, what: str) -> tuple[Any, ...]:
    """What `signal` carried first, after `begin`. Raises Failed with `what` if it did not come in time."""
    heard: list[tuple[Any, ...]] = []
    loop = QEventLoop()

    def hear(*told: Any) -> None:
        heard.append(told)
        loop.quit()

    signal.connect(hear)
    QTimer.singleShot(0, begin)
    limit = QTimer(singleShot=True, interval=round(seconds * 1000))
    limit.timeout.connect(loop.quit)
    limit.start()
    loop.exec()
    limit.stop()
    signal.disconnect(hear)
    if not heard:
        raise Failed(f"{what} within {seconds:g} s")
    return heard[0]
