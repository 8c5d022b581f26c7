"""Counters that are opened, paused and closed, and where their tickets go."""

import pytest

from hms_desktop.clinic.queue import actions, queries
from hms_desktop.clinic.queue import queries_planning as planning
from hms_desktop.core.errors import HmsError, Refused
from tests.clinic.queue.desk import MORNING, Day, Desk
from tests.clinic.queue.test_concurrency import together
from tests.factories import queue
from tests.hospital import Hospital


@pytest.fixture
def day(hospital: Hospital) -> Day:
    """Two counters for A, one for B alone."""
    hospital.set_clock(MORNING)
    return Day(hospital, queue.house(hospital, ("A", "B"), {"One": ("A",), "Two": ("A",), "Three": ("B",)}))


def at(day: Day, room: str) -> Desk:
    """Somebody who sits down at this counter."""
    desk = day.desk("front_desk")
    desk.do(actions.open_counter, room=day.house.rooms[room])
    return desk


def seat(day: Day, room: str) -> tuple[str, bool] | None:
    state = day.clerk.see(queries.counter_state, room=day.house.rooms[room])
    assert state is not None
    return (state.seat.state, state.seat.mine) if state.seat else None


def states(day: Day) -> dict[str, str]:
    """The newest segment of each ticket: `service state`."""
    rows = day.hospital.sql(
        "SELECT t.label, v.prefix || ' ' || s.state FROM hms.segments s JOIN hms.tickets t ON t.id = s.ticket_id "
        "JOIN hms.services v ON v.id = s.service_id WHERE s.state <> 'undone' ORDER BY s.ordinal"
    )
    return dict(rows)


def test_a_room_that_nobody_opened_calls_as_ever(day: Day) -> None:
    day.arrives()
    assert seat(day, "One") is None
    assert day.call("One").ticket == "A 001"
    assert [(row.room, row.state) for row in day.clerk.see(planning.sittings)] == [("One", "calling")]


def test_a_paused_or_closed_counter_calls_nobody(day: Day) -> None:
    desk = at(day, "One")
    day.arrives()
    room = day.house.rooms["One"]
    desk.do(actions.pause_counter, room=room, reason="tea")
    with pytest.raises(Refused, match="One is paused"):
        day.call("One")
    [waiting] = day.clerk.see(queries.board)
    with pytest.raises(Refused, match="One is paused"):
        day.clerk.do(actions.call_ticket, segment=waiting.segment_id, version=waiting.version, room=room)
    desk.do(actions.open_counter, room=room)
    day.finish(day.call("One"))
    desk.do(actions.close_counter, room=room)
    assert seat(day, "One") == ("closed", False)
    with pytest.raises(Refused, match="One is closed"):
        day.call("One")
    with pytest.raises(Refused, match="One is closed"):
        desk.do(actions.close_counter, room=room)


def test_a_ticket_is_not_brought_back_to_a_closed_counter(day: Day) -> None:
    desk = at(day, "One")
    day.arrives()
    done = day.finish(day.call("One"))
    desk.do(actions.close_counter, room=day.house.rooms["One"])
    with pytest.raises(Refused, match="One is closed"):
        day.clerk.do(actions.undo, segment=done.segment_id, version=done.version)


def test_who_sits_down_takes_the_seat_and_leaves_the_other(day: Day) -> None:
    first, second = at(day, "One"), at(day, "Two")
    second.do(actions.open_counter, room=day.house.rooms["One"])
    assert seat(day, "Two") == ("closed", False)
    with pytest.raises(Refused, match="Nobody has opened Three"):
        first.do(actions.pause_counter, room=day.house.rooms["Three"])
    assert [(row.room, row.state) for row in first.see(planning.sittings)] == [("One", "open")]


def test_nobody_leaves_a_ticket_behind_by_sitting_down_elsewhere(day: Day) -> None:
    first = at(day, "One")
    day.arrives()
    call = first.do(actions.call_next, room=day.house.rooms["One"])
    with pytest.raises(Refused, match="Ticket A 001 is at One or waits for it alone"):
        first.do(actions.open_counter, room=day.house.rooms["Two"])
    assert seat(day, "One") == ("open", False)
    first.do(actions.finish, segment=call.segment_id, version=call.version)
    first.do(actions.open_counter, room=day.house.rooms["Two"])
    assert seat(day, "One") == ("closed", False)


def test_a_new_day_begins_with_every_counter_as_it_was_before_anyone_sat_there(day: Day) -> None:
    desk = at(day, "One")
    desk.do(actions.close_counter, room=day.house.rooms["One"])
    day.passes(days=1)
    assert seat(day, "One") is None
    day.arrives()
    assert day.call("One").ticket == "A 001"


def test_closing_lets_the_called_ticket_stand_where_it_stood(day: Day) -> None:
    desk, _ = at(day, "One"), at(day, "Two")
    for _ in range(2):
        day.arrives()
    day.call("One")
    closed = desk.do(actions.close_counter, room=day.house.rooms["One"])
    assert (closed.moved, closed.released) == (0, 1)
    assert day.line() == ["A 001", "A 002"]
    assert day.hospital.sql("SELECT count(*) FROM hms.standing_calls") == [(0,)]
    assert day.call("Two").ticket == "A 001"


def test_a_counter_is_not_closed_on_somebody_who_is_served(day: Day) -> None:
    desk = at(day, "One")
    day.arrives()
    call = day.call("One")
    day.clerk.do(actions.start_service, segment=call.segment_id, version=call.version)
    with pytest.raises(Refused, match="A 001 is being served at One"):
        desk.do(actions.close_counter, room=day.house.rooms["One"])


def test_the_last_counter_of_a_service_says_where_its_tickets_go(day: Day) -> None:
    desk, _ = at(day, "Three"), at(day, "One")
    for service in "BBA":
        day.arrives(service)
    day.call("Three")
    room, services = day.house.rooms["Three"], day.house.services
    with pytest.raises(Refused, match=r"2 ticket\(s\) wait for Service B"):
        desk.do(actions.close_counter, room=room)
    with pytest.raises(Refused, match="No other open counter serves Service B"):
        desk.do(actions.close_counter, room=room, to_service=services["B"])
    assert states(day) == {"B 001": "B called", "B 002": "B waiting", "A 001": "A waiting"}
    closed = desk.do(actions.close_counter, room=room, to_service=services["A"])
    assert closed.moved == 2
    assert states(day) == {"B 001": "A waiting", "B 002": "A waiting", "A 001": "A waiting"}
    assert day.line("A") == ["B 001", "B 002", "A 001"]
    assert seat(day, "Three") == ("closed", False)


def test_closing_is_undone_whole(day: Day) -> None:
    desk, _ = at(day, "Three"), at(day, "One")
    for _ in range(2):
        day.arrives("B")
    closed = desk.do(actions.close_counter, room=day.house.rooms["Three"], to_service=day.house.services["A"])
    desk.do(actions.undo_close_counter, closure=closed.closure_id)
    assert states(day) == {"B 001": "B waiting", "B 002": "B waiting"}
    assert day.line("B") == ["B 001", "B 002"]
    assert day.call("Three").ticket == "B 001"
    with pytest.raises(Refused, match="cannot be taken back any more"):
        desk.do(actions.undo_close_counter, closure=closed.closure_id)


def test_closing_stands_when_one_of_its_tickets_was_dealt_with(day: Day) -> None:
    desk, _ = at(day, "Three"), at(day, "One")
    for _ in range(2):
        day.arrives("B")
    closed = desk.do(actions.close_counter, room=day.house.rooms["Three"], to_service=day.house.services["A"])
    day.call("One")
    before = states(day)
    with pytest.raises(Refused, match="Service A has already dealt with ticket B 001"):
        desk.do(actions.undo_close_counter, closure=closed.closure_id)
    assert states(day) == before
    desk.do(actions.open_counter, room=day.house.rooms["Three"])
    with pytest.raises(Refused, match="cannot be taken back any more"):
        desk.do(actions.undo_close_counter, closure=closed.closure_id)


def test_one_who_holds_a_ticket_there_keeps_the_counter_open_and_nothing_is_half_moved(day: Day) -> None:
    desk, _ = at(day, "Three"), at(day, "One")
    day.arrives("B")
    twice = day.arrives("B")
    day.arrives("A", patient=twice.patient_id)
    before = states(day)
    with pytest.raises(Refused, match="already holds ticket A 001"):
        desk.do(actions.close_counter, room=day.house.rooms["Three"], to_service=day.house.services["A"])
    assert states(day) == before
    assert seat(day, "Three") == ("open", False)


# At the same moment ------------------------------------------------------------------------------------------------


def test_of_the_last_two_counters_that_close_at_once_one_stays(day: Day) -> None:
    for _ in range(4):
        desks = [at(day, "One"), at(day, "Two")]
        day.crowd(3)
        rooms = [day.house.rooms["One"], day.house.rooms["Two"]]
        found = together(
            [lambda d=d, r=r: d.do(actions.close_counter, room=r) for d, r in zip(desks, rooms, strict=True)]
        )
        assert sorted(isinstance(one, HmsError) for one in found) == [False, True]
        assert [one.code for one in found if isinstance(one, HmsError)] == ["queue.nobody_else_serves"]


def test_a_counter_that_closes_while_it_calls_leaves_no_ticket_behind(day: Day) -> None:
    at(day, "Two")
    for number in range(6):
        desk, other = at(day, "One"), day.desk("front_desk")
        day.crowd(1)
        room = day.house.rooms["One"]
        together(
            [
                lambda d=desk, r=room: d.do(actions.close_counter, room=r),
                lambda d=other, r=room: d.do(actions.call_next, room=r),
            ]
        )
        assert day.hospital.sql("SELECT count(*) FROM hms.segments WHERE state = 'called'") == [(0,)]
        assert len(day.line()) == number + 1


def test_two_who_sit_down_at_one_counter_at_once_leave_one_there(day: Day) -> None:
    desks = [day.desk("front_desk") for _ in range(4)]
    rooms = [day.house.rooms[room] for room in ("One", "Two", "One", "One")]
    found = together([lambda d=d, r=r: d.do(actions.open_counter, room=r) for d, r in zip(desks, rooms, strict=True)])
    assert all(isinstance(one, actions.Seat) for one in found)
    doubled = day.hospital.sql("SELECT room_id FROM hms.sittings WHERE ended_at IS NULL GROUP BY 1 HAVING count(*) > 1")
    assert doubled == []


def test_closing_and_undoing_among_others_who_call_loses_and_doubles_nobody(day: Day) -> None:
    desk = at(day, "Three")
    at(day, "One")
    service = day.house.services["A"]
    for _ in range(4):
        day.arrives("B")
    caller = day.desk("front_desk")
    for _ in range(4):
        found = together(
            [
                lambda: desk.do(actions.close_counter, room=day.house.rooms["Three"], to_service=service),
                lambda: caller.do(actions.call_next, room=day.house.rooms["One"]),
            ]
        )
        for one in found:
            if isinstance(one, actions.ClosedCounter):
                together([lambda closed=one: desk.do(actions.undo_close_counter, closure=closed.closure_id)])
        open_twice = day.hospital.sql(
            "SELECT ticket_id FROM hms.segments WHERE state IN ('waiting', 'called', 'serving') "
            "GROUP BY 1 HAVING count(*) > 1"
        )
        assert open_twice == []
        assert len(states(day)) == 4
        desk.do(actions.open_counter, room=day.house.rooms["Three"])
