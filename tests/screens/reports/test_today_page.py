"""The page of today in the hands of a clerk: an empty day, a busy one, and what changes while it is looked at."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from hms_desktop.clinic.queue import actions
from hms_desktop.screens.reports.today import TodayPage
from hms_desktop.screens.reports.words import minutes_of
from tests.clinic.queue.desk import Desk
from tests.factories import queue
from tests.hospital import Hospital
from tests.screens.conftest import MORNING, ClosingLoop
from tests.screens.desks import Seat
from tests.waiting import until


def busy(hospital: Hospital, house: queue.House, clerk: Desk) -> None:
    """Six come; one is served, one does not come, one is called, three wait, the first of them since ten."""
    hospital.set_clock(MORNING)
    for patient in queue.patients(hospital, 6):
        clerk.do(actions.issue_ticket, service=house.services["A"], patient=patient, priority="ordinary", reason="")
    room = house.rooms["Counter 1"]
    hospital.set_clock(MORNING + dt.timedelta(minutes=12))
    served = clerk.do(actions.call_next, room=room)
    clerk.do(actions.finish, segment=served.segment_id, version=served.version)
    missed = clerk.do(actions.call_next, room=room)
    hospital.set_clock(MORNING + dt.timedelta(minutes=20))
    again = clerk.do(actions.recall, segment=missed.segment_id, version=missed.version)
    clerk.do(actions.no_show, segment=again.segment_id, version=again.version)
    clerk.do(actions.call_next, room=room)
    hospital.set_clock(MORNING + dt.timedelta(minutes=75))


def test_an_empty_day_says_so(loop: ClosingLoop, sit: Callable[..., Seat]) -> None:
    async def walk() -> None:
        seat = sit()
        page = TodayPage(seat.desk)
        seat.show(page)
        await until(lambda: page.waiting.figure.text() == "0", "nobody waits")
        assert page.longest.figure.text() == "–"
        assert "Nobody" in page.arrivals.empty.text()
        assert page.lines.rowCount() == 0

    loop.run(walk())


def test_a_busy_day_in_figures_which_follow_the_queue(
    hospital: Hospital, house: queue.House, loop: ClosingLoop, sit: Callable[..., Seat], monkeypatch: Any
) -> None:
    clerk = Desk(hospital.database(hospital.person("front_desk")))
    busy(hospital, house, clerk)

    async def walk() -> None:
        seat = sit()
        page = TodayPage(seat.desk)
        page._calm.setInterval(50)
        seat.show(page)
        await until(lambda: page.waiting.figure.text() == "3", "three wait")
        assert page.longest.figure.text() == "1 h 15"
        assert "12 min" in page.longest.note.text()
        assert (page.served.figure.text(), page.no_shows.figure.text()) == ("1", "1")
        assert (page.total.text(), page.active.text(), page.new.text()) == ("6", "6", "6")
        assert page.longest.accessibleName() == "Longest wait: 1 h 15"
        assert [row.waiting for row in page.lines.rows()] == [3]
        assert page.arrivals.point_words(0) == "10: arrived 6; served 1"
        await until(lambda: seat.live.up, "the seat hears knocks")
        [newcomer] = queue.patients(hospital, 1)
        clerk.do(actions.issue_ticket, service=house.services["B"], patient=newcomer, priority="ordinary", reason="")
        await until(lambda: page.waiting.figure.text() == "4", "the newcomer is counted")

    loop.run(walk())


def test_a_flood_of_knocks_reads_once_more_when_the_calm_is_over(loop: ClosingLoop, sit: Callable[..., Seat]) -> None:
    async def walk() -> None:
        seat = sit()
        page = TodayPage(seat.desk)
        seat.show(page)
        await until(lambda: page.waiting.figure.text() == "0", "the day was read")
        await until(lambda: not page._loading.busy, "nothing is under way")
        page._calm.stop()
        reads = []
        page.reload = lambda: reads.append(1)  # type: ignore[method-assign]  # counts what would be asked
        for _ in range(100):
            page.mark_stale()
        assert reads == [1]
        page._calm.setInterval(0)
        page._calm.start()
        await until(lambda: len(reads) == 2, "one more read followed")

    loop.run(walk())


def test_waits_in_the_desks_words() -> None:
    assert [minutes_of(seconds) for seconds in (None, 0, 59, 60, 3599, 3600, 4500.5)] == [
        "–",
        "0 min",
        "0 min",
        "1 min",
        "59 min",
        "1 h 00",
        "1 h 15",
    ]
