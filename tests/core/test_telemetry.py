"""What a program measures of itself: names and lengths, never a value; what was slow, what waited, what repeats."""

import json
import logging
import sys
import threading
import time
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core import telemetry as measured
from hms_desktop.core.errors import Refused, Unreachable
from hms_desktop.core.frames import busy_line
from hms_desktop.core.repeats import MOST_ALIKE
from hms_desktop.core.shapes import shapes_of
from hms_desktop.core.telemetry import OTHERS, Telemetry, name_of
from hms_desktop.core.telling import Teller, row_of
from hms_desktop.core.vitals import Vital
from tests.hospital import Hospital

VITAL = Vital(memory_mb=100, cpu_percent=0.2, memory_percent=40, disk_percent=50)


def one(session: Session) -> int:
    return session.execute(sa.text("SELECT 1")).scalar_one()


def refused(_session: Session) -> None:
    raise Refused("queue.nobody_waiting", "Nobody waits.")


def slow(session: Session, *, name: str, ids: list[int]) -> None:
    session.execute(sa.text("SELECT pg_sleep(0.02), :name, :ids"), {"name": name, "ids": ids})


def test_each_action_is_timed_under_its_own_name(hospital: Hospital) -> None:
    telemetry = Telemetry()
    database = hospital.database(telemetry=telemetry)
    for _ in range(3):
        database.read_now(one)
    database.run_now(one)
    minute = telemetry.take()
    timing = minute.works[name_of(one)]
    assert (timing.calls, timing.failed, sum(timing.counts)) == (4, 0, 4)
    assert minute.numbers["statements"] == 4
    assert minute.numbers["pool_checkouts"] == 4
    assert minute.numbers["pool_opened"] == 1
    assert minute.numbers["pool_peak"] == 1
    assert telemetry.take().works == {}


def test_a_rules_no_is_an_answer_and_a_lost_server_is_a_failure() -> None:
    telemetry = Telemetry()
    for error in (
        Refused("rule", "No."),
        Unreachable("server.away", "Away."),
        Unreachable("request.cancelled", "Enough."),
        KeyError("x"),
    ):
        with pytest.raises(type(error)), telemetry.work(refused, {}, time.perf_counter()):
            raise error
    timing = telemetry.take().works[name_of(refused)]
    assert (timing.calls, timing.failed) == (4, 2)


def test_what_was_slow_is_logged_by_its_shape_and_never_by_its_values(
    hospital: Hospital, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(measured, "SLOW_STATEMENT_SECONDS", 0.01)
    monkeypatch.setattr(measured, "SLOW_WORK_SECONDS", 0.01)
    telemetry = Telemetry()
    with caplog.at_level(logging.WARNING, logger=measured.__name__):
        hospital.database(telemetry=telemetry).read_now(slow, name="Nguyễn Thị Hoa", ids=[1, 2, 3])
    assert "Hoa" not in caplog.text
    assert "name: str[14]" in caplog.text
    assert "ids: list[3]" in caplog.text
    minute = telemetry.take()
    assert minute.numbers["slow_statements"] == 1
    assert minute.numbers["slow_works"] == 1


def test_shapes_say_types_and_lengths() -> None:
    assert shapes_of({"a": "abc", "b": None, "c": 4}) == "{a: str[3], b: None, c: int}"
    assert shapes_of([{"a": "x"}, {"a": "y"}]) == "2 × {a: str[1]}"


def test_who_waits_for_a_free_connection_is_counted(hospital: Hospital) -> None:
    telemetry = Telemetry()
    database = hospital.database(telemetry=telemetry, pool_size=1)
    held, may_go = threading.Barrier(3), threading.Event()

    def hold(session: Session) -> None:
        one(session)
        held.wait(30)
        assert may_go.wait(30)

    holders = [threading.Thread(target=database.read_now, args=(hold,)) for _ in range(2)]
    for each in holders:
        each.start()
    held.wait(30)
    waiter = threading.Thread(target=database.read_now, args=(one,))
    waiter.start()
    time.sleep(0.1)
    may_go.set()
    for each in (*holders, waiter):
        each.join(30)
    numbers = telemetry.take().numbers
    assert numbers["pool_peak"] == 2
    assert numbers["pool_waits"] >= 1
    assert numbers["pool_wait_ms"] >= 50


def test_many_names_end_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measured, "MOST_NAMES", 1)
    telemetry = Telemetry()
    for action in (one, refused, slow):
        with telemetry.work(action, {}, time.perf_counter()):
            pass
    assert telemetry.take().works.keys() == {name_of(one), OTHERS}


def asking(times: int, session: Session) -> None:
    for _ in range(times):
        session.execute(sa.text("SELECT 2"))


@pytest.fixture
def a_line_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if what these tests send came from a query of the suite."""
    monkeypatch.setattr("hms_desktop.core.repeats.asking_line", lambda: "hms_desktop.clinic.queue.queries:12")


@pytest.mark.usefixtures("a_line_of_ours")
def test_in_tests_a_line_that_asks_row_by_row_is_an_error(hospital: Hospital) -> None:
    database = hospital.database()
    database.read_now(partial(asking, MOST_ALIKE))
    with pytest.raises(AssertionError, match=r"queue\.queries:12 sends this again and again: SELECT 2"):
        database.read_now(partial(asking, MOST_ALIKE + 1))


@pytest.mark.usefixtures("a_line_of_ours", "many_deeds_in_one_unit_of_work")
def test_in_the_programs_a_line_that_asks_row_by_row_is_logged_once_a_unit_of_work(
    hospital: Hospital, caplog: pytest.LogCaptureFixture
) -> None:
    telemetry = Telemetry()
    database = hospital.database(telemetry=telemetry)
    for _ in range(2):
        database.read_now(partial(asking, MOST_ALIKE + 40))
    assert telemetry.take().numbers["repeats"] == 2
    assert caplog.text.count("sent row by row at hms_desktop.clinic.queue.queries:12: SELECT 2") == 2


def test_a_minute_that_cannot_be_told_is_told_with_the_next() -> None:
    telemetry = Telemetry()
    sent: list[dict[str, Any]] = []
    away = True

    def send(row: dict[str, Any]) -> None:
        if away:
            raise Unreachable("server.away", "Away.")
        sent.append(row)

    teller = Teller(telemetry, send)
    for _ in range(2):
        with telemetry.work(one, {}, time.perf_counter()):
            telemetry.note_cached("medicines", hit=True)
            telemetry.note_stall("hms_desktop.app.shell:3", 140.0)
        if away:
            with pytest.raises(Unreachable):
                teller.tell()
        else:
            teller.tell()
        away = False
    assert sent[0]["works"][name_of(one)]["n"] == 2
    assert sum(sent[0]["latency"]) == 2
    assert sent[0]["caches"] == {"medicines": {"hits": 2, "misses": 0}}
    assert sent[0]["stalled"] == {"hms_desktop.app.shell:3": {"times": 2, "longest_ms": 140}}


def test_the_teller_tells_again_and_again_and_ends() -> None:
    told = threading.Semaphore(0)
    teller = Teller(Telemetry(), lambda _row: told.release(), first=0.0, every=0.01)
    teller.start()
    try:
        for _ in range(3):
            assert told.acquire(timeout=30)
    finally:
        teller.stop()


def test_a_full_row_stays_below_what_the_server_takes() -> None:
    telemetry = Telemetry()
    for number in range(500):
        for place in range(5):
            telemetry._minute.timing(f"an_area.and_a_long_name_of_a_query_{number}").note(3.0**place, failed=False)
            telemetry.note_stall(f"hms_desktop.screens.some_area.some_page:{number}", 100_000.0)
    assert len(json.dumps(row_of(telemetry.take(), VITAL))) < 16_000


def test_the_innermost_line_of_the_suites_own_is_what_somebody_is_busy_with() -> None:
    assert busy_line(sys._getframe()).startswith("tests.core.test_telemetry:")
