"""A dressed application, Qt's loop, and a hospital with a front desk for the tests of the screens."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.factories import queue
from tests.hospital import Hospital
from tests.screens.desks import Seat, tell_errors
from tests.widgets.conftest import OFFSCREEN, Loop, appearance, dressed, loop

__all__ = ["Loop", "appearance", "dressed", "loop"]

MORNING = dt.datetime(2026, 3, 2, 10, 0, tzinfo=dt.UTC)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN))


@pytest.fixture
def house(hospital: Hospital) -> queue.House:
    """Two services, two counters; ten in the morning, and the clock goes on."""
    hospital.set_clock(MORNING, 1)
    return queue.house(hospital, ("A", "B"), {"Counter 1": ["A", "B"], "Counter 2": ["A"]})


@pytest.fixture
def sit(
    hospital: Hospital, house: queue.House, loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Seat]]:
    """Seats a new front-desk clerk at a counter of `house`."""
    seats: list[Seat] = []

    def seat(room: str | None = "Counter 1") -> Seat:
        made = Seat(hospital, hospital.person("front_desk"), house.rooms[room] if room else None)
        seats.append(made)
        monkeypatch.setattr(sys, "excepthook", tell_errors(made))
        return made

    yield seat
    for made in seats:
        made.close()
