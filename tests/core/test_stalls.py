"""A thread that stands still is noticed, and where it stood."""

import threading
import time
from typing import ClassVar

from hms_desktop.core.stalls import BEAT_SECONDS, STALL_SECONDS, StallWatch
from tests.waiting import PATIENCE


def test_a_stop_is_told_with_its_length_and_the_line_where_it_was_seen() -> None:
    found: list[tuple[str, float]] = []

    def stand_still() -> None:
        watch = StallWatch(lambda line, milliseconds: found.append((line, milliseconds)))
        watch.start()
        ends = time.monotonic() + PATIENCE
        while not any(line for line, _ in found) and time.monotonic() < ends:
            time.sleep(STALL_SECONDS * 3)
            watch.beat()
        watch.stop()

    still = threading.Thread(target=stand_still, name="window")
    still.start()
    still.join(PATIENCE + 10)
    line, milliseconds = next(one for one in found if one[0])
    assert line.startswith(("threading:", "tests.core.test_stalls:")), line
    assert milliseconds > STALL_SECONDS * 1000


class Widget:
    """Remembers on which thread it was destroyed."""

    died_on: ClassVar[list[str]] = []

    def __del__(self) -> None:
        self.died_on.append(threading.current_thread().name)


def test_what_the_seen_lines_held_is_destroyed_on_the_watched_thread() -> None:
    Widget.died_on.clear()

    def window() -> None:
        seen: list[str] = []
        watch = StallWatch(lambda line, _milliseconds: seen.append(line))
        watch.start()

        def stand_still() -> None:
            _held_by_this_frame = Widget()
            time.sleep(STALL_SECONDS * 2)

        ends = time.monotonic() + PATIENCE
        while not any(seen) and time.monotonic() < ends:
            stand_still()
            watch.beat()
        assert any(seen)
        watch.stop()

    still = threading.Thread(target=window, name="window")
    still.start()
    still.join(PATIENCE + 10)
    assert set(Widget.died_on) == {"window"}


def test_a_thread_that_beats_in_time_is_left_alone() -> None:
    found: list[float] = []
    watch = StallWatch(lambda _line, milliseconds: found.append(milliseconds))
    watch.beat()
    for _ in range(3):
        watch.beat()
    assert found == []
    assert BEAT_SECONDS < STALL_SECONDS
