"""Counters and desks that act at the very same moment, each with a connection of its own."""

import itertools
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from hms_desktop.clinic.queue import actions
from hms_desktop.core.errors import HmsError, Refused
from tests.clinic.queue.desk import Day, Desk
from tests.factories import queue
from tests.waiting import PATIENCE


def together(works: list[Callable[[], object]]) -> list[object]:
    """Run them at once; their results, or the errors that people would see."""
    start = threading.Barrier(len(works))

    def one(work: Callable[[], object]) -> object:
        start.wait()
        try:
            return work()
        except HmsError as error:
            return error

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(one, works))


def call_until_empty(desk: Desk, room: int) -> list[actions.Call]:
    calls: list[actions.Call] = []
    while True:
        try:
            call = desk.do(actions.call_next, room=room)
        except Refused:
            return calls
        calls.append(call)
        desk.do(actions.finish, segment=call.segment_id, version=call.version)


def test_sixteen_counters_at_once_never_get_one_ticket_twice_and_lose_none(day: Day) -> None:
    day.crowd(200)
    person = day.hospital.person("front_desk")
    desks = [Desk(day.hospital.database(person, pool_size=1)) for _ in range(16)]
    rooms = day.counters(16)
    found = together([lambda d=desk, r=room: call_until_empty(d, r) for desk, room in zip(desks, rooms, strict=True)])
    called = [call.ticket for calls in found if isinstance(calls, list) for call in calls]
    assert len(called) == len(set(called)) == 200
    # One counter's own calls follow the order of the line.
    for calls in found:
        assert isinstance(calls, list)
        assert [call.segment_id for call in calls] == sorted(call.segment_id for call in calls)


def test_one_room_pressed_at_two_places_calls_once(day: Day) -> None:
    day.crowd(8)
    desks = [day.desk("front_desk") for _ in range(4)]
    room = day.house.rooms["Counter 1"]
    found = together([lambda d=desk: d.do(actions.call_next, room=room) for desk in desks])
    assert sum(isinstance(call, actions.Call) for call in found) == 1
    assert {error.code for error in found if isinstance(error, HmsError)} == {"queue.room_busy"}


def test_tickets_issued_at_once_have_every_number_once_and_no_gap(day: Day) -> None:
    patients = queue.patients(day.hospital, 40)
    desks = [day.desk("front_desk") for _ in range(4)]
    service = day.house.services["A"]

    def issue(desk: Desk, some: list[int]) -> list[int]:
        return [desk.do(actions.issue_ticket, service=service, patient=one).number for one in some]

    found = together([lambda d=desk, n=n: issue(d, patients[n::4]) for n, desk in enumerate(desks)])
    numbers = sorted(itertools.chain.from_iterable(part for part in found if isinstance(part, list)))
    assert numbers == list(range(1, 41))


def test_one_patient_at_two_desks_gets_one_ticket(day: Day) -> None:
    desks = [day.desk("front_desk") for _ in range(4)]
    service, patient = day.house.services["A"], day.patients[0]
    found = together([lambda d=desk: d.do(actions.issue_ticket, service=service, patient=patient) for desk in desks])
    assert sum(isinstance(ticket, actions.Ticket) for ticket in found) == 1
    assert {error.code for error in found if isinstance(error, HmsError)} == {"queue.already_open"}


def test_one_intent_sent_twice_at_once_is_done_once(day: Day) -> None:
    day.crowd(4)
    intent = uuid.uuid4()
    room = day.house.rooms["Counter 1"]
    database = day.clerk.database
    found = together([lambda: database.run_now(actions.call_next, intent=intent, room=room) for _ in range(2)])
    assert found[0] == found[1]
    assert day.hospital.sql("SELECT count(*) FROM hms.queue_calls") == [(1,)]


def test_two_counters_let_at_most_five_priority_calls_pass_one_that_waited_long(day: Day) -> None:
    """Three pass by the rule, one more because neither sees the other's call, and one beside the very call itself."""
    day.crowd(2)
    day.passes(minutes=30)
    day.crowd(12, priority="priority")
    desks = [day.desk("front_desk") for _ in range(2)]
    rooms = day.counters(2)
    same_moment = threading.Barrier(2, timeout=PATIENCE)

    def press_seven_times(desk: Desk, room: int) -> None:
        for _ in range(7):
            same_moment.wait()
            call = desk.do(actions.call_next, room=room)
            desk.do(actions.finish, segment=call.segment_id, version=call.version)

    works = [lambda d=desk, r=room: press_seven_times(d, r) for desk, room in zip(desks, rooms, strict=True)]
    assert together(works) == [None, None]
    called = day.hospital.sql("SELECT ordinary FROM hms.queue_calls ORDER BY id")
    first = called.index((True,))
    second = called.index((True,), first + 1)
    assert first <= 5
    assert second - first - 1 <= 5


def test_steps_on_one_ticket_at_once_leave_one_winner(day: Day) -> None:
    day.crowd(1)
    call = day.call()
    desks = [day.desk("front_desk") for _ in range(3)]
    seen = {"segment": call.segment_id, "version": call.version}
    target = day.house.services["B"]
    found = together(
        [
            lambda: desks[0].do(actions.finish, **seen),
            lambda: desks[1].do(actions.transfer, **seen, to_service=target),
            lambda: desks[2].do(actions.undo, **seen),
        ]
    )
    assert sum(isinstance(one, actions.Standing) for one in found) == 1
    assert {error.code for error in found if isinstance(error, HmsError)} == {"queue.changed"}
