"""Many at once, connections cut, the server killed: every answered wish is in the ledger once, and its truths hold."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hms_desktop.core.embedded import EmbeddedPostgres
from tests.clinic.stock.storm import START, Outcome, Storm
from tests.clinic.stock.storm_wishes import NAMES, make_shelf, unrecorded
from tests.clinic.stock.truths import breaches
from tests.hospital import Hospital, make_template

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
LONG = 240.0  # seconds of work, killed servers coming back included


def gathered(hospital: Hospital, workers: int) -> Storm:
    hospital.set_clock(START, 1)
    return Storm(hospital, make_shelf(hospital, workers))


def check(storm: Storm, outcome: Outcome) -> None:
    """Each wish that was said to be done stands in the books once, nothing else does, and every truth holds."""
    print(outcome)
    assert unrecorded(storm.hospital, storm.shelf, outcome.done) == []
    assert breaches(storm.hospital) == {}
    assert outcome.done


def test_eight_at_one_shelf_whose_connections_are_cut_leave_true_books(hospital: Hospital) -> None:
    storm = gathered(hospital, 8)
    with storm.breaking(storm.cut_a_line, 0.1):
        outcome = storm.work(wishes=16)
    check(storm, outcome)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_thirty_two_at_one_shelf_whose_connections_are_cut_leave_true_books(hospital: Hospital) -> None:
    storm = gathered(hospital, 32)
    with storm.breaking(storm.cut_a_line, 0.05), storm.breaking(storm.let_a_day_pass, 30):
        outcome = storm.work(seconds=LONG)
    check(storm, outcome)
    assert outcome.broken > 10
    assert {name for name, _ in outcome.done.values()} == NAMES


@pytest.fixture
def own_hospital() -> Iterator[Hospital]:
    """A hospital on a server of its own, as durable as a real one, whose processes may be killed."""
    with tempfile.TemporaryDirectory(prefix="hms-storm-") as folder:
        Path(folder).chmod(0o755)  # the server runs as another account where the tests run as root
        with EmbeddedPostgres(Path(folder) / "data") as embedded:
            hospital = Hospital(make_template(embedded.server))
            yield hospital
            hospital.close()


@posix
@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("victim", "every"), [("kill_a_child", 3.0), ("kill_the_server", 15.0)])
def test_a_server_that_is_killed_in_mid_load_comes_back_with_true_books(
    own_hospital: Hospital, victim: str, every: float
) -> None:
    storm = gathered(own_hospital, 32)
    started = own_hospital.sql("SELECT pg_postmaster_start_time()")
    with storm.breaking(getattr(storm, victim), every), storm.breaking(storm.let_a_day_pass, 30):
        outcome = storm.work(seconds=LONG)
    check(storm, outcome)
    assert outcome.broken > 10
    assert (own_hospital.sql("SELECT pg_postmaster_start_time()") == started) == (victim == "kill_a_child")
