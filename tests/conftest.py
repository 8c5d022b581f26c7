"""What every test may ask for: an embedded PostgreSQL of its own session, and a fresh hospital in it."""

import asyncio
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partialmethod
from pathlib import Path

import hypothesis
import pytest
import qasync
import sqlalchemy as sa
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hms_desktop.core import connecting, database, garbage
from hms_desktop.core.embedded import scratch
from hms_desktop.core.repeats import Repeats
from hms_desktop.core.settings import Server
from tests.hospital import Hospital, clone, drop, make_template
from tests.waiting import PATIENCE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run, and none is too slow: how fast this machine is at the moment is nobody's fault.
hypothesis.settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
# Others each time, to find what is not known yet: `pytest --hypothesis-profile=searching`.
hypothesis.settings.register_profile("searching", hypothesis.settings.get_profile("steady"), derandomize=False)
hypothesis.settings.load_profile("steady")

MEMORY = Path("/dev/shm")
ROOM_FOR_A_CLUSTER = 3 * 1024**3  # bytes; a session of tests has used 0.6 GB at most
PATIENCE_MS = int(PATIENCE * 1000)
LOCK_SECONDS, STATEMENT_SECONDS, SILENT_SECONDS = 30, 45, 300
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end; no collection of garbage needs to look through it."""
    gc.collect()
    gc.freeze()
    garbage.keep_for_this_thread()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """As in the programs: what a test left behind is collected here, and never on a database worker's thread."""
    garbage.collect_what_is_due()


@pytest.fixture(scope="session", autouse=True)
def nobody_is_in_a_hurry() -> Iterator[None]:
    """A statement may take longer than a person would wait for it: the machine may be busy with other tests."""
    with pytest.MonkeyPatch.context() as limits:
        limits.setattr(connecting, "LOCK_SECONDS", LOCK_SECONDS)
        limits.setattr(connecting, "STATEMENT_SECONDS", STATEMENT_SECONDS)
        limits.setattr(database, "STATEMENT_SECONDS", STATEMENT_SECONDS)
        limits.setattr(database, "SILENT_SECONDS", SILENT_SECONDS)
        yield


class RepeatedStatementError(AssertionError):
    """A line of the suite asks row by row what one statement could ask for all."""


def _no_repeats(statement: str, line: str) -> None:
    raise RepeatedStatementError(f"{line} sends this again and again: {' '.join(statement.split())[:300]}")


@pytest.fixture(scope="session", autouse=True)
def nobody_asks_row_by_row() -> Iterator[Repeats]:
    """In every test the statement that a line repeats within one unit of work is an error of that line."""
    watching = Repeats(_no_repeats)
    watching.watch(sa.Engine)
    yield watching
    watching.leave(sa.Engine)


@pytest.fixture
def many_deeds_in_one_unit_of_work(nobody_asks_row_by_row: Repeats) -> Iterator[None]:
    """For a test that itself does one deed after the other within one transaction, to be quick."""
    nobody_asks_row_by_row.leave(sa.Engine)
    yield
    nobody_asks_row_by_row.watch(sa.Engine)


def memory() -> Path | None:
    """The file system in memory where it has room: there a hospital is cloned in 35 ms.

    On ext4 it takes a second once clones have been dropped: it does not soon use a deleted file's inode again, and
    looks past each of them for every one of a clone's thousand files.
    """
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM_FOR_A_CLUSTER
    return MEMORY if roomy else None


def pytest_configure() -> None:
    """Temporary files lie in memory too, those of the programs that tests start included."""
    if (place := memory()) and not os.statvfs(place).f_flag & os.ST_NOEXEC:
        tempfile.tempdir = os.environ["TMPDIR"] = str(place)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Server]:
    """A scratch cluster that this session started; the server as its superuser."""
    with scratch(memory()) as embedded:
        yield embedded.server


@pytest.fixture(scope="session")
def template(cluster: Server) -> Server:
    return make_template(cluster)


@contextmanager
def opened(cluster: Server, template: Server) -> Iterator[Hospital]:
    """A fresh hospital; its database is dropped afterwards."""
    database = clone(cluster, template)
    with ExitStack() as ending:
        ending.callback(drop, cluster, database)
        made = Hospital(database)
        ending.callback(made.close)
        yield made


@pytest.fixture
def hospital(cluster: Server, template: Server) -> Iterator[Hospital]:
    """A fresh hospital for one test."""
    with opened(cluster, template) as made:
        yield made


@pytest.fixture(scope="module")
def shared_hospital(cluster: Server, template: Server) -> Iterator[Hospital]:
    """A hospital for the tests of one module that only read what a fixture of theirs wrote."""
    with opened(cluster, template) as made:
        yield made


class PatientBot(QtBot):
    """Waits as long as the slowest machine may take where a test names no time."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815 - pytest-qt's name
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815 - pytest-qt's name
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)  # noqa: N815 - pytest-qt's name
    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE_MS)  # noqa: N815 - pytest-qt's name


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def only_loop(qapp: QApplication) -> Iterator[qasync.QEventLoop]:
    """The one event loop of this process, as a program has one: qasync can crash where loop follows loop."""
    with qasync.QEventLoop(qapp) as made:
        yield made


@pytest.fixture
def qt_loop(only_loop: qasync.QEventLoop) -> Iterator[qasync.QEventLoop]:
    """Qt's event loop as asyncio's; what a test left running on it is cancelled at the end."""
    asyncio.set_event_loop(only_loop)
    yield only_loop
    if left := asyncio.all_tasks(only_loop):
        for task in left:
            task.cancel()
        only_loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    only_loop.set_exception_handler(None)
    asyncio.set_event_loop(None)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real input beside the checkout; a test that needs it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real input is not beside this checkout")
    return SHARED
