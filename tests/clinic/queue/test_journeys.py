"""One ticket's way through several services: journeys, tests from which it comes back, and taking steps back."""

import pytest

from hms_desktop.clinic.queue import actions, queries, queries_journeys
from hms_desktop.clinic.queue import actions_planning as setting
from hms_desktop.clinic.queue import queries_planning as planning
from hms_desktop.core.errors import Refused
from tests.clinic.queue.desk import MORNING, Day
from tests.factories import queue
from tests.hospital import Hospital

WAY = ("R", "D", "C", "P")  # registration, doctor, cashier, pharmacy


@pytest.fixture
def day(hospital: Hospital) -> Day:
    """Four services on a way and a laboratory; two doctors' rooms."""
    hospital.set_clock(MORNING)
    rooms = {"Desk": ("R",), "Room 1": ("D",), "Room 2": ("D",), "Lab": ("L",), "Till": ("C",), "Window": ("P",)}
    return Day(hospital, queue.house(hospital, (*WAY, "L"), rooms))


def plan(day: Day, *way: str, name: str = "First visit") -> int:
    services = tuple(day.house.services[service] for service in way or WAY)
    return day.desk("manager").do(setting.save_journey, draft=setting.JourneyDraft(name, services))


def sets_out(day: Day, *way: str) -> actions.Ticket:
    day.passes(seconds=10)
    return day.clerk.do(actions.issue_journey, journey=plan(day, *way), patient=day.patients[0])


def served(day: Day, room: str, step: int | None = None) -> actions.Finished:
    """The next one is called to the room and served."""
    call = day.call(room)
    day.passes(minutes=2)
    return day.clerk.do(actions.finish, segment=call.segment_id, version=call.version, step=step)


def way_of(day: Day, segment: int) -> list[tuple[str, str]]:
    return [(step.service[-1], step.state) for step in day.clerk.see(queries_journeys.steps, segment=segment)]


def open_at(day: Day) -> list[tuple[str, str]]:
    return [(row.ticket, row.service[-1]) for row in day.clerk.see(queries.board)]


def test_one_number_goes_from_service_to_service_by_itself(day: Day) -> None:
    ticket = sets_out(day)
    assert way_of(day, ticket.segment_id) == [("R", "waiting"), ("D", "ahead"), ("C", "ahead"), ("P", "ahead")]
    for room, following in (("Desk", "D"), ("Room 1", "C"), ("Till", "P")):
        finished = served(day, room)
        assert finished.next_service == f"Service {following}"
        assert open_at(day) == [("R 001", following)]
    last = served(day, "Window")
    assert (last.next_service, open_at(day)) == (None, [])
    assert way_of(day, last.segment_id) == [(service, "done") for service in WAY]
    rows = day.hospital.sql("SELECT DISTINCT arrived_at FROM hms.segments")
    assert rows == [(ticket.arrived_at,)]


def test_the_desk_may_end_the_way_or_pass_over_a_step(day: Day) -> None:
    sets_out(day)
    at_the_doctor = served(day, "Desk", step=4)
    assert at_the_doctor.next_service == "Service P"
    assert way_of(day, at_the_doctor.segment_id) == [
        ("R", "done"),
        ("P", "waiting"),
        ("D", "passed"),
        ("C", "passed"),
    ]
    day.patients.pop(0)
    day.clerk.do(actions.issue_journey, journey=1, patient=day.patients[0])
    ended = served(day, "Desk", step=0)
    assert ended.next_segment_id is None
    assert open_at(day) == [("R 001", "P")]


def test_a_step_that_is_not_to_come_is_refused_and_nothing_is_finished(day: Day) -> None:
    sets_out(day)
    call = day.call("Desk")
    for step in (1, 5):
        with pytest.raises(Refused, match="not to come"):
            day.clerk.do(actions.finish, segment=call.segment_id, version=call.version, step=step)
    assert [row.state for row in day.clerk.see(queries.board)] == ["called"]


def test_undo_takes_the_finish_and_the_step_that_it_opened_back_together(day: Day) -> None:
    sets_out(day)
    finished = served(day, "Desk")
    back = day.clerk.do(actions.undo, segment=finished.segment_id, version=finished.version)
    assert (back.state, open_at(day)) == ("called", [("R 001", "R")])
    again = day.clerk.do(actions.finish, segment=back.segment_id, version=back.version)
    assert way_of(day, again.segment_id)[:2] == [("R", "done"), ("D", "waiting")]
    call = day.call("Room 1")
    with pytest.raises(Refused, match="already dealt with"):
        day.clerk.do(actions.undo, segment=again.segment_id, version=again.version)
    assert call.ticket == "R 001"


def test_a_transfer_to_the_next_step_is_that_step(day: Day) -> None:
    ticket = sets_out(day)
    moved = day.clerk.do(
        actions.transfer, segment=ticket.segment_id, version=ticket.version, to_service=day.house.services["D"]
    )
    assert way_of(day, moved.segment_id) == [("R", "transferred"), ("D", "waiting"), ("C", "ahead"), ("P", "ahead")]
    assert served(day, "Room 2").next_service == "Service C"


def test_a_side_step_leaves_the_way_as_it_was(day: Day) -> None:
    ticket = sets_out(day, "R", "C")
    day.clerk.do(
        actions.transfer, segment=ticket.segment_id, version=ticket.version, to_service=day.house.services["L"]
    )
    assert served(day, "Lab").next_service == "Service C"


def test_who_holds_another_ticket_there_cannot_be_sent_on_and_may_be_finished_here(day: Day) -> None:
    sets_out(day)
    day.arrives("D", patient=day.patients[0])
    call = day.call("Desk")
    with pytest.raises(Refused, match="already holds ticket D 001"):
        day.clerk.do(actions.finish, segment=call.segment_id, version=call.version)
    done = day.clerk.do(actions.finish, segment=call.segment_id, version=call.version, step=0)
    assert done.state == "done"


def test_a_ticket_keeps_the_way_it_was_given(day: Day) -> None:
    ticket = sets_out(day)
    manager = day.desk("manager")
    [journey] = manager.see(queries_journeys.journeys)
    shorter = setting.JourneyDraft(
        "First visit", journey.service_ids[:2], active=False, id=journey.id, version=journey.version
    )
    manager.do(setting.save_journey, draft=shorter)
    assert len(way_of(day, ticket.segment_id)) == 4
    with pytest.raises(Refused, match="not in use"):
        day.clerk.do(actions.issue_journey, journey=journey.id, patient=day.patients[1])


def test_a_journey_has_two_services_at_least_and_none_twice_in_a_row(day: Day) -> None:
    for way in (("R",), ("R", "R"), ("R", "D", "D", "P")):
        with pytest.raises(Refused) as refusal:
            plan(day, *way)
        assert refusal.value.code == "journey.steps"
    plan(day, "D", "L", "D")


# Return after a test -------------------------------------------------------------------------------------------------


def sent_for_a_test(day: Day, room: str = "Room 1") -> actions.Transferred:
    call = day.call(room)
    return day.clerk.do(
        actions.transfer,
        segment=call.segment_id,
        version=call.version,
        to_service=day.house.services["L"],
        comes_back=True,
    )


def test_who_comes_back_goes_behind_the_next_one_to_the_same_room_with_its_arrival(day: Day) -> None:
    first = day.arrives("D")
    for _ in range(3):
        day.arrives("D")
    sent_for_a_test(day)
    back = served(day, "Lab")
    assert back.next_service == "Service D"
    assert day.line("D") == ["D 002", "D 001", "D 003", "D 004"]
    [row] = [row for row in day.clerk.see(queries.board) if row.ticket == "D 001"]
    assert (row.why, row.only_room, row.arrived) == ("returned", "Room 1", "09:00")
    assert [day.call_and_finish("Room 2").ticket for _ in range(3)] == ["D 002", "D 003", "D 004"]
    with pytest.raises(Refused, match="Nobody is waiting"):
        day.call("Room 2")
    assert day.call("Room 1").ticket == first.ticket


def test_the_service_says_behind_how_many_and_whether_to_the_same_room(day: Day) -> None:
    manager = day.desk("manager")
    numbers = next(one for one in manager.see(planning.service_numbers) if one.service == "Service D")
    own = type(numbers.rules)(return_behind=0, returns_to_room=False)
    manager.do(setting.save_service_rules, service=numbers.service_id, version=numbers.version, rules=own)
    day.arrives("D")
    day.arrives("D")
    sent_for_a_test(day)
    served(day, "Lab")
    assert day.line("D") == ["D 001", "D 002"]
    assert day.call("Room 2").ticket == "D 001"


def test_a_ticket_sent_on_from_the_test_still_comes_back(day: Day) -> None:
    day.arrives("D")
    tested = sent_for_a_test(day)
    day.clerk.do(
        actions.transfer, segment=tested.segment_id, version=tested.version, to_service=day.house.services["C"]
    )
    assert served(day, "Till").next_service == "Service D"


def test_a_ticket_sent_straight_back_does_not_come_back_again(day: Day) -> None:
    day.arrives("D")
    tested = sent_for_a_test(day)
    day.clerk.do(
        actions.transfer, segment=tested.segment_id, version=tested.version, to_service=day.house.services["D"]
    )
    assert served(day, "Room 2").next_service is None


def test_after_the_return_the_journey_goes_on(day: Day) -> None:
    sets_out(day, "D", "C")
    sent_for_a_test(day)
    served(day, "Lab")
    finished = served(day, "Room 1")
    assert finished.next_service == "Service C"
    assert way_of(day, finished.segment_id) == [
        ("D", "transferred"),
        ("L", "done"),
        ("D", "done"),
        ("C", "waiting"),
    ]


def test_a_return_to_a_closed_room_is_for_any_room(day: Day) -> None:
    day.arrives("D")
    sent_for_a_test(day)
    for room in ("Room 2", "Room 1"):
        day.clerk.do(actions.open_counter, room=day.house.rooms[room])
    day.clerk.do(actions.close_counter, room=day.house.rooms["Room 1"])
    other = day.desk("clinician")
    other.do(actions.open_counter, room=day.house.rooms["Room 2"])
    served(day, "Lab")
    [row] = day.clerk.see(queries.board)
    assert row.only_room == ""


def test_one_that_waits_for_its_room_is_promoted_there_when_it_waited_long(day: Day) -> None:
    day.arrives("D")
    sent_for_a_test(day)
    for _ in range(6):
        day.arrives("D", priority="priority")
    served(day, "Lab")
    day.passes(minutes=21)
    assert [day.call_and_finish("Room 2").ticket for _ in range(3)] == ["D 002", "D 003", "D 004"]
    assert day.call_and_finish("Room 2").ticket == "D 005"
    assert day.call_and_finish("Room 1").ticket == "D 001"


def test_undoing_the_last_step_of_the_test_takes_the_return_back(day: Day) -> None:
    day.arrives("D")
    sent_for_a_test(day)
    finished = served(day, "Lab")
    day.clerk.do(actions.undo, segment=finished.segment_id, version=finished.version)
    assert open_at(day) == [("D 001", "L")]
