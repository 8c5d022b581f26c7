"""A thread that stands still is noticed, and where it stood."""

import threading
import time

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


def test_a_thread_that_beats_in_time_is_left_alone() -> None:
    found: list[float] = []
    watch = StallWatch(lambda _line, milliseconds: found.append(milliseconds))
    watch.beat()
    for _ in range(3):
        watch.beat()
    assert found == []
    assert BEAT_SECONDS < STALL_SECONDS
