"""A change -> heard by another, and changes a second, while 0, 50 and 150 others listen; beside the same with a relay.

Each change is a transaction that knocks with a key of its own. Those who ask a relay are stood for by one asker that
asks as often as 150 of them would, over one connection, as a pooler would let them.
"""

import contextlib
import threading
import time
from collections.abc import Iterator

from hms_desktop.clinic.operations.relaying import Relay
from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import scratch
from hms_desktop.core.listener import Listener
from hms_desktop.core.notices import Channel, Notice
from hms_desktop.core.poller import POLL_SECONDS, Poller
from tests.bench.measure import Report, figure
from tests.hospital import Hospital, make_template
from tests.waiting import wait_until

CHANGES, BURST_SECONDS, WRITERS, OTHERS = 60, 3.0, 4, 150


def run(report: Report) -> None:
    with scratch() as embedded:
        hospital = Hospital(make_template(embedded.server))
        try:
            for others in (0, 50, OTHERS):
                with idle_listeners(hospital, others):
                    tell(report, hospital, f"{others}_listeners", Listener)
            with relayed(hospital), many_askers(hospital):
                tell(report, hospital, f"relay_{OTHERS}_askers", Poller)
        finally:
            hospital.close()


def tell(report: Report, hospital: Hospital, name: str, kind: type[Listener]) -> None:
    report(figure(f"knocks.heard.{name}", heard(hospital, kind), "ms"))
    report(figure(f"knocks.changes.{name}", [changes_a_second(hospital)], "/s"))


def heard(hospital: Hospital, kind: type[Listener]) -> list[float]:
    """Milliseconds from before the change to its knock at another workstation."""
    times: dict[str, float] = {}
    up = threading.Event()

    def note(notice: Notice) -> None:
        times.setdefault(notice.key, time.perf_counter())

    line = kind(hospital.superuser, [Channel.CHANGES], note, lambda state: up.set() if state.up else None)
    line.start()
    try:
        assert up.wait(60)
        begun: dict[str, float] = {}
        for number in range(CHANGES):
            key = f"probe-{number}"
            begun[key] = time.perf_counter()
            hospital.sql("SELECT pg_notify('hms_changes', %s)", f"bench:{key}")
            time.sleep(0.05)
        wait_until(lambda: begun.keys() <= times.keys(), "every knock was heard")
        return [1000 * (times[key] - begun[key]) for key in begun]
    finally:
        line.stop()


def changes_a_second(hospital: Hospital) -> float:
    """Four writers, each change its own transaction and its own knock."""
    counts = [0] * WRITERS
    ending = threading.Event()

    def write(writer: int) -> None:
        with contextlib.closing(connect(hospital.superuser, application="bench", autocommit=True)) as connection:
            while not ending.is_set():
                connection.execute("SELECT pg_notify('hms_changes', 'bench:' || %s)", (f"{writer}-{counts[writer]}",))
                counts[writer] += 1

    writing = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for each in writing:
        each.start()
    time.sleep(BURST_SECONDS)
    ending.set()
    for each in writing:
        each.join()
    return sum(counts) / BURST_SECONDS


@contextlib.contextmanager
def idle_listeners(hospital: Hospital, count: int) -> Iterator[None]:
    """So many connections that LISTEN; one thread empties what arrives, so that the server is not held up."""
    connections = [connect(hospital.superuser, application="idle", autocommit=True) for _ in range(count)]
    for connection in connections:
        connection.execute("LISTEN hms_changes")
    ending = threading.Event()

    def empty() -> None:
        while not ending.wait(0.02):
            for connection in connections:
                connection.pgconn.consume_input()
                while connection.pgconn.notifies():
                    pass

    emptying = threading.Thread(target=empty)
    emptying.start()
    try:
        yield
    finally:
        ending.set()
        emptying.join()
        for connection in connections:
            connection.close()


@contextlib.contextmanager
def relayed(hospital: Hospital) -> Iterator[None]:
    relay = Relay(hospital.database())
    working = threading.Thread(target=relay.run)
    working.start()
    try:
        wait_until(lambda: hospital.sql("SELECT 1 FROM hms.relay_beats") != [])
        yield
    finally:
        relay.stop()
        working.join()


@contextlib.contextmanager
def many_askers(hospital: Hospital) -> Iterator[None]:
    ending = threading.Event()

    def ask() -> None:
        with contextlib.closing(connect(hospital.superuser, application="askers", autocommit=True)) as connection:
            last = None
            while not ending.wait(POLL_SECONDS / OTHERS):
                row = connection.execute("SELECT last FROM hms.knocks_since(%s)", (last,)).fetchone()
                last = row[0] if row else None

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield
    finally:
        ending.set()
        asking.join()
