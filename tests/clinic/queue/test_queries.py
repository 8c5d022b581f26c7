"""What the queue's screens are shown."""

import datetime as dt

from hms_desktop.clinic.queue import actions, queries
from hms_desktop.clinic.queue import queries_planning as planning
from tests.clinic.queue.desk import Day


def test_the_board_shows_rooms_first_then_the_line_then_who_did_not_come(day: Day) -> None:
    for priority in ("ordinary", "ordinary", "priority", "ordinary"):
        day.arrives(priority=priority)
    gone = day.misses(day.call("Counter 2"))
    call = day.call()
    rows = day.clerk.see(queries.board)
    assert [(row.ticket, row.state, row.position) for row in rows] == [
        ("A 001", "called", 0),
        ("A 002", "waiting", 1),
        ("A 004", "waiting", 2),
        (gone.ticket, "no_show", 0),
    ]
    [called, first, _, missed] = rows
    assert (called.room, called.arrived, called.undo) == (call.room, "09:00", "call")
    assert (first.priority, first.ordinary, first.why, first.minutes) == ("Ordinary", True, "arrival", 4)
    assert (missed.priority, missed.reason, missed.undo) == ("Priority", "triage", "no_show")


def test_the_board_keeps_to_the_services_and_the_day_that_were_asked_for(day: Day) -> None:
    day.arrives("A")
    day.arrives("B")
    day.finish(day.call("Counter 2"))
    only_b = day.clerk.see(queries.board, services=[day.house.services["B"]])
    assert [row.ticket for row in only_b] == ["B 001"]
    assert day.clerk.see(queries.board, services=[]) == ()
    assert [row.ticket for row in day.clerk.see(queries.board, closed=True)] == ["B 001", "A 001"]
    assert day.clerk.see(queries.board, business_date=day.now.date() - dt.timedelta(days=1)) == ()


def test_times_are_the_facilitys(day: Day) -> None:
    day.hospital.sql("UPDATE hms.facility SET time_zone = 'Asia/Kathmandu'")
    day.arrives(due=day.now + dt.timedelta(minutes=10))
    [row] = day.clerk.see(queries.board)
    assert (row.arrived, row.due) == ("14:45", "14:55")


def test_a_restricted_patient_has_a_ticket_but_no_name_on_the_board(day: Day) -> None:
    ticket = day.arrives()
    day.hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", ticket.patient_id)
    [row] = day.clerk.see(queries.board)
    assert (row.ticket, row.patient, row.mrn, row.age) == ("A 001", "", "", None)
    day.call()
    state = day.clerk.see(queries.counter_state, room=day.house.rooms["Counter 1"])
    assert state is not None
    assert state.current is not None
    assert state.current.patient == ""


def test_a_counter_sees_who_is_there_who_is_next_and_what_can_be_undone(day: Day) -> None:
    room = day.house.rooms["Counter 1"]
    empty = day.clerk.see(queries.counter_state, room=room)
    assert empty == queries.CounterState(room, "Counter 1", 0, None, None, None)
    day.arrives()
    day.arrives(priority="urgent")
    call = day.call()
    state = day.clerk.see(queries.counter_state, room=room)
    assert state is not None
    assert state.current is not None
    assert state.next is not None
    assert (state.current.ticket, state.current.call_id, state.current.state) == ("A 002", call.call_id, "called")
    assert (state.current.recall_in, state.current.no_show_in) == (20, -1)
    assert (state.next.ticket, state.next.why, state.waiting) == ("A 001", "arrival", 1)
    assert state.undoable == queries.Undoable(call.segment_id, call.version, "A 002", "call")


def test_the_next_that_a_counter_sees_is_the_one_that_it_calls(day: Day) -> None:
    room = day.house.rooms["Counter 1"]
    for service, priority in (("A", "ordinary"), ("B", "priority"), ("A", "urgent"), ("B", "ordinary")):
        day.arrives(service, priority)
    for _ in range(4):
        state = day.clerk.see(queries.counter_state, room=room)
        assert state is not None
        assert state.next is not None
        assert day.call_and_finish().ticket == state.next.ticket


def test_what_was_finished_last_can_be_undone_from_its_room(day: Day) -> None:
    day.arrives()
    done = day.finish(day.call())
    state = day.clerk.see(queries.counter_state, room=day.house.rooms["Counter 1"])
    assert state is not None
    assert state.undoable == queries.Undoable(done.segment_id, done.version, "A 001", "finish")
    back = day.clerk.do(actions.undo, segment=state.undoable.segment_id, version=state.undoable.version)
    assert back.state == "called"


def test_an_unknown_room_has_no_counter(day: Day) -> None:
    assert day.clerk.see(queries.counter_state, room=9999) is None


def test_counts_of_each_service(day: Day) -> None:
    for service in "AAB":
        day.arrives(service)
    day.passes(minutes=10)
    day.call("Counter 2")
    [a, b] = day.clerk.see(queries.waiting_counts)
    assert (a.service, a.waiting, a.at_rooms, a.longest_minutes) == ("Service A", 1, 1, 10)
    assert (b.service, b.waiting, b.at_rooms) == ("Service B", 1, 0)


def test_counters_classes_and_what_a_room_serves(day: Day) -> None:
    names = [(counter.name, [s.prefix for s in counter.services]) for counter in day.clerk.see(queries.counters)]
    assert names == [("Counter 1", ["A", "B"]), ("Counter 2", ["A"])]
    assert [choice.code for choice in day.clerk.see(planning.priorities)] == ["urgent", "priority", "ordinary"]
