"""Notices when a window stands still, and looks where its thread is then."""

import logging
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType

from hms_desktop.core.frames import busy_line, line_of, outwards

BEAT_SECONDS = 0.05
STALL_SECONDS = 0.1
LONGEST_STACK = 12
_log = logging.getLogger(__name__)


class StallWatch:
    """The window's thread calls `beat` every BEAT_SECONDS; a thread beside it looks where it is when a beat is late.

    `found` hears, on the window's thread, of each stop that was longer than STALL_SECONDS: the line where the thread
    was seen (empty where nobody could look in time) and its length in ms.
    """

    def __init__(self, found: Callable[[str, float], None]) -> None:
        self._found = found
        self._ending = threading.Event()
        self._watched = threading.get_ident()
        self._last = time.perf_counter()
        self._seen: tuple[str, str] | None = None
        self._held: list[FrameType] = []
        self._looked = False
        self._thread = threading.Thread(target=self._watch, name="stall-watch", daemon=True)

    def start(self) -> None:
        """Watch the thread that calls this."""
        self._watched = threading.get_ident()
        self._last = time.perf_counter()
        self._thread.start()

    def stop(self) -> None:
        """On the window's thread, too."""
        self._ending.set()
        self._let_go()

    def _let_go(self) -> None:
        """Release the frames that were looked at, here: what they hold may be widgets, which die on this thread."""
        if self._looked:
            self._held.clear()
            self._looked = False

    def beat(self) -> None:
        """For the window's thread: it lives."""
        self._let_go()
        now = time.perf_counter()
        late, self._last = now - self._last - BEAT_SECONDS, now
        seen, self._seen = self._seen, None
        if late > STALL_SECONDS:
            line, stack = seen or ("", "")
            self._found(line, late * 1000)
            _log.info("the window stood still for %.0f ms: %s", late * 1000, stack or "nobody saw where")

    def _watch(self) -> None:
        while not self._ending.wait(BEAT_SECONDS):
            late = time.perf_counter() - self._last - BEAT_SECONDS
            if late > STALL_SECONDS / 2 and self._seen is None and not self._looked:
                self._seen = self._look()
                self._looked = True  # and this thread holds no frame any more

    def _look(self) -> tuple[str, str]:
        """The busy line and the stack of the watched thread.

        Whoever drops the last reference to a frame that has ended destroys its variables, so every frame is kept until
        the watched thread itself lets it go.
        """
        frame = sys._current_frames().get(self._watched)
        self._held.extend(outwards(frame))
        stack = [line_of(one) for one in self._held[:LONGEST_STACK]]
        return busy_line(frame), " < ".join(stack)
