"""Garbage is collected where a program asks for it, as often as Python's own rules would."""

import gc

from hms_desktop.core import garbage


class Cycle:
    """Garbage that only the collector finds."""

    gone = 0

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Cycle.gone += 1


def test_nothing_is_collected_until_it_is_due_and_asked_for() -> None:
    gc.collect()
    Cycle.gone = 0
    Cycle()
    garbage.collect_what_is_due()
    assert Cycle.gone == 0
    kept = [[] for _ in range(10 * gc.get_threshold()[0])]
    assert Cycle.gone == 0
    garbage.collect_what_is_due()
    assert Cycle.gone == 1
    assert kept
