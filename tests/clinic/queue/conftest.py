"""Days at a hospital for the tests of the queue."""

import pytest

from tests.clinic.queue.desk import MORNING, Day
from tests.factories import queue
from tests.hospital import Hospital


@pytest.fixture
def day(hospital: Hospital) -> Day:
    """Two services, a counter that serves both and one for the first alone; nine in the morning."""
    hospital.set_clock(MORNING)
    rooms = {"Counter 1": ("A", "B"), "Counter 2": ("A",)}
    return Day(hospital, queue.house(hospital, ("A", "B"), rooms))
