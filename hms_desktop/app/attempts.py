"""A courtesy in the client: five tries at a password in a minute. What enforces it is the server."""

import time
from collections import deque
from collections.abc import Callable

MOST = 5
WRONG_PASSWORD = frozenset({"sign_in.wrong", "sign_in.directory"})
"""The codes of the refusals that count: PostgreSQL's own, and the directory's."""
WINDOW_SECONDS = 60.0


class Attempts:
    """Counts wrong passwords of the last minute, whoever typed them at this workstation."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: deque[float] = deque(maxlen=MOST)

    def count_wrong(self) -> None:
        self._wrong.append(self._clock())

    def forget(self) -> None:
        """Somebody signed in: the slate is clean."""
        self._wrong.clear()

    def seconds_to_wait(self) -> int:
        """Whole seconds until the next try, 0 where it may be now."""
        if len(self._wrong) < MOST:
            return 0
        left = self._wrong[0] + WINDOW_SECONDS - self._clock()
        return max(0, int(left) + (left > int(left)))
