"""How the clock of a simulated day goes: by leaps from event to event, N times as fast as the wall, or live."""

import datetime as dt
import threading
import time
from collections.abc import Callable
from typing import Protocol

from hms_desktop.core.connecting import connect
from hms_desktop.core.settings import Server


class Clock(Protocol):
    """Drives `hospital_now()`."""

    def reach(self, moment: dt.datetime) -> bool:
        """Return when it is `moment`; False where the day is to stop."""

    def close(self) -> None:
        """Let go of the connection."""


class _Hands:
    """The clock's hands in the database; a manager's login may move them."""

    def __init__(self, keeper: Server) -> None:
        self._connection = connect(keeper, application="hms-clock", autocommit=True)

    def set(self, moment: dt.datetime, speed: float) -> None:
        self._connection.execute("SELECT hms.set_clock(%s, %s)", (moment, speed))

    def close(self) -> None:
        self._connection.close()


class LeapingClock:
    """Stands still at each event; `before_leap` is asked first and may hold the time back until screens caught up."""

    def __init__(self, keeper: Server, before_leap: Callable[[dt.datetime], None]) -> None:
        self._hands = _Hands(keeper)
        self._before_leap = before_leap

    def reach(self, moment: dt.datetime) -> bool:
        self._before_leap(moment)
        self._hands.set(moment, 0)
        return True

    def go_live(self) -> None:
        """From now on it goes as the wall clock goes."""
        self._hands.set(dt.datetime.now(dt.UTC), 1)

    def close(self) -> None:
        self._hands.close()


class RunningClock:
    """Runs `speed` times as fast as the wall clock from the first moment asked for."""

    def __init__(self, keeper: Server, speed: float, stop: threading.Event) -> None:
        self._hands = _Hands(keeper)
        self._speed = speed
        self._stop = stop
        self._start: tuple[dt.datetime, float] | None = None

    def reach(self, moment: dt.datetime) -> bool:
        if self._start is None:
            self._hands.set(moment, self._speed)
            self._start = (moment, time.monotonic())
        began, at = self._start
        due = at + (moment - began).total_seconds() / self._speed
        return not self._stop.wait(max(0.0, due - time.monotonic()))

    def close(self) -> None:
        self._hands.close()


class LiveClock:
    """Leaps through what lies in the past, then goes as the wall clock goes."""

    def __init__(self, keeper: Server, stop: threading.Event) -> None:
        self._hands = _Hands(keeper)
        self._stop = stop
        self._live = False

    def reach(self, moment: dt.datetime) -> bool:
        ahead = (moment - dt.datetime.now(dt.UTC)).total_seconds()
        if not self._live:
            self._live = ahead > 0
            if self._live:
                self._hands.set(dt.datetime.now(dt.UTC), 1)
            else:
                self._hands.set(moment, 0)
        return not self._stop.wait(max(0.0, ahead))

    def close(self) -> None:
        """Leave the clock as right as the wall's, also when the day stopped among its leaps."""
        self._hands.set(dt.datetime.now(dt.UTC), 1)
        self._hands.close()
