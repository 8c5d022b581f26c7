"""A dressed application, Qt's loop, and a hospital with a front desk for the tests of the screens."""

import asyncio
import datetime as dt
import gc
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync

from hms_desktop.widgets.collector import HomeCollector
from tests.factories import queue
from tests.hospital import Hospital
from tests.screens.desks import Seat, tell_errors
from tests.widgets.conftest import OFFSCREEN, Loop, appearance, dressed

__all__ = ["appearance", "dressed"]

# The same of an open menu, which would take every key on a real screen.
NO_GRAB = r"^This plugin does not support grabbing the keyboard$"
MORNING = dt.datetime(2026, 3, 2, 10, 0, tzinfo=dt.UTC)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN, NO_GRAB))


class ClosingLoop(Loop):
    """Closes the seats before the loop stops: a knock that comes later would find no loop to read on."""

    def __init__(self, loop: qasync.QEventLoop) -> None:
        super().__init__(loop)
        self.seats: list[Seat] = []

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        async def to_the_end() -> Any:
            try:
                return await coroutine
            finally:
                for seat in self.seats:
                    seat.close()
                await asyncio.sleep(0)

        return super().run(to_the_end())


@pytest.fixture
def loop(qt_loop: qasync.QEventLoop) -> Iterator[ClosingLoop]:
    home = HomeCollector()
    made = ClosingLoop(qt_loop)
    try:
        yield made
    finally:
        for seat in made.seats:
            seat.close()  # a test that never ran the loop has closed none
        gc.collect()
        home.leave()


@pytest.fixture
def office(hospital: Hospital, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch) -> Seat:
    """An administrator's seat."""
    made = Seat(hospital, hospital.person("admin", name="Ada Admin"))
    loop.seats.append(made)
    monkeypatch.setattr(sys, "excepthook", tell_errors(made))
    return made


@pytest.fixture
def house(hospital: Hospital) -> queue.House:
    """Two services, two counters; ten in the morning, and the clock goes on."""
    hospital.set_clock(MORNING, 1)
    return queue.house(hospital, ("A", "B"), {"Counter 1": ["A", "B"], "Counter 2": ["A"]})


@pytest.fixture
def sit(
    hospital: Hospital, house: queue.House, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Seat]:
    """Seats a new front-desk clerk (or somebody with other duties) at a counter of `house`."""

    def seat(room: str | None = "Counter 1", *duties: str) -> Seat:
        person = hospital.person(*(duties or ("front_desk",)))
        made = Seat(hospital, person, house.rooms[room] if room else None, *duties)
        loop.seats.append(made)
        monkeypatch.setattr(sys, "excepthook", tell_errors(made))
        return made

    return seat
