"""The hospital's time on a machine whose own clock nobody believes."""

import datetime as dt

from display_kiosk.wall_clock import WallClock

NOON = dt.datetime(2026, 11, 23, 12, 0)


def test_it_knows_nothing_until_the_server_has_spoken() -> None:
    clock = WallClock()
    assert clock.now() is None
    assert clock.words() == ""


def test_it_goes_on_without_the_server_and_believes_its_next_word() -> None:
    seconds = [100.0]
    clock = WallClock(lambda: seconds[0])
    clock.set(NOON)
    seconds[0] += 61
    assert clock.words() == "12:01"
    clock.set(NOON - dt.timedelta(hours=2))
    assert clock.words() == "10:00"
