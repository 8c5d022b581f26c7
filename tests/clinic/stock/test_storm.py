"""Many at once, connections cut, the server killed: every answered wish is in the ledger once, and its truths hold."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from hms_desktop.core.embedded import scratch
from hms_desktop.core.errors import HmsError
from tests.clinic.stock.storm import Outcome, break_connections, make_shelf, work
from tests.clinic.stock.truths import breaches
from tests.hospital import Hospital, make_template

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


def check(hospital: Hospital, outcome: Outcome) -> None:
    """Each wish that was said to be done stands in the books once, nothing else does, and every truth holds."""
    settled = {row[0] for row in hospital.sql("SELECT id FROM hms.intents WHERE result IS NOT NULL")}
    done = set(outcome.done)
    named = hospital.sql("SELECT count(*) FROM hms.intents WHERE action = 'write_off' AND result IS NOT NULL")
    losses = hospital.sql("SELECT count(*) FROM hms.movements WHERE kind = 'loss'")
    assert done <= settled
    assert named == losses
    assert breaches(hospital) == {}
    assert outcome.done


def storm(hospital: Hospital, workers: int, wishes: int, every: float) -> Outcome:
    shelf, calm = make_shelf(hospital, workers), threading.Event()
    breaker = threading.Thread(target=break_connections, args=(hospital, every, calm))
    breaker.start()
    try:
        return work(shelf, wishes)
    finally:
        calm.set()
        breaker.join()


def test_eight_at_one_shelf_whose_connections_are_cut_leave_true_books(hospital: Hospital) -> None:
    outcome = storm(hospital, 8, 12, 0.1)
    check(hospital, outcome)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_thirty_two_at_one_shelf_whose_connections_are_cut_leave_true_books(hospital: Hospital) -> None:
    outcome = storm(hospital, 32, 150, 0.05)
    assert outcome.broken > 10
    check(hospital, outcome)


@pytest.fixture
def own_hospital() -> Iterator[Hospital]:
    """A hospital on a server of its own, whose processes may be killed."""
    with scratch() as embedded:
        hospital = Hospital(make_template(embedded.server))
        yield hospital
        hospital.close()


@posix
@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_a_server_whose_children_are_killed_in_mid_load_comes_back_with_true_books(
    own_hospital: Hospital,
) -> None:
    hospital = own_hospital
    shelf, calm = make_shelf(hospital, 32), threading.Event()
    killed: list[int] = []

    def kill() -> None:
        while not calm.wait(1.0):
            try:
                rows = hospital.sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'storm' LIMIT 1")
            except HmsError:
                continue  # it is just coming back
            for (number,) in rows:
                with suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
                    killed.append(number)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        outcome = work(shelf, 40)
    finally:
        calm.set()
        killer.join()
    time.sleep(1)
    assert killed
    assert outcome.broken >= len(killed)
    check(hospital, outcome)
