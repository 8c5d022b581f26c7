"""The hospital's wall clock on a machine whose own clock may be wrong: the server's last word, and the time since."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta


class WallClock:
    """Goes on by a clock that nobody can set while the server is away; knows nothing before its first word."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._told: datetime | None = None
        self._at = 0.0

    def set(self, told: datetime) -> None:
        """The server's word, just now."""
        self._told, self._at = told, self._monotonic()

    def now(self) -> datetime | None:
        return None if self._told is None else self._told + timedelta(seconds=self._monotonic() - self._at)

    def words(self) -> str:
        """hh:mm; empty before the first word."""
        now = self.now()
        return f"{now:%H:%M}" if now else ""
