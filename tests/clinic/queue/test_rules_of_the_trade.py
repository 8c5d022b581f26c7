"""Each of RULES 1 to 10, on a real database, through the actions that the screens use."""

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

import pytest

from hms_desktop.clinic.queue import actions, actions_planning, queries, queries_planning
from hms_desktop.core.errors import Refused, Stale
from tests.clinic.queue.desk import MORNING, Day

# 1 ----------------------------------------------------------------------------------------------------------


def test_numbers_count_up_per_service_from_one(day: Day) -> None:
    assert [day.arrives(service).ticket for service in "AABAB"] == ["A 001", "A 002", "B 001", "A 003", "B 002"]


def test_a_number_is_not_used_again_after_a_cancel(day: Day) -> None:
    first = day.arrives()
    day.clerk.do(actions.cancel_ticket, segment=first.segment_id, version=first.version, reason="went home")
    assert day.arrives().ticket == "A 002"


def test_a_refused_ticket_burns_no_number(day: Day) -> None:
    first = day.arrives()
    with pytest.raises(Refused, match="already holds ticket A 001"):
        day.arrives(patient=first.patient_id)
    assert day.arrives().ticket == "A 002"


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("UTC", "2026-12-31T23:59:50", "2027-01-01T00:00:10"),
        ("Africa/Nairobi", "2026-06-30T23:59:50", "2026-07-01T00:00:10"),
        ("Pacific/Auckland", "2026-04-04T23:59:50", "2026-04-05T00:00:10"),
    ],
)
def test_the_date_starts_again_at_one_and_nothing_else_does(day: Day, zone: str, before: str, after: str) -> None:
    day.hospital.sql("UPDATE hms.facility SET time_zone = %s", zone)
    here = ZoneInfo(zone)
    day.set(dt.datetime.fromisoformat(before).replace(tzinfo=here) - dt.timedelta(seconds=20))
    assert [day.arrives().ticket, day.arrives().ticket] == ["A 001", "A 002"]
    day.set(dt.datetime.fromisoformat(after).replace(tzinfo=here))
    started = day.arrives()
    assert started.ticket == "A 001"
    assert started.business_date.isoformat() == after[:10]
    assert day.arrives().ticket == "A 002"


@pytest.mark.parametrize(
    ("zone", "clock_change"),
    [
        ("Europe/Berlin", dt.datetime(2026, 3, 29, 1, 0, tzinfo=dt.UTC)),
        ("Europe/Berlin", dt.datetime(2026, 10, 25, 1, 0, tzinfo=dt.UTC)),
        ("America/Santiago", dt.datetime(2026, 9, 6, 4, 0, tzinfo=dt.UTC)),  # midnight itself is skipped
    ],
)
def test_a_clock_change_gives_no_number_twice(day: Day, zone: str, clock_change: dt.datetime) -> None:
    day.hospital.sql("UPDATE hms.facility SET time_zone = %s", zone)
    seen = []
    for minutes in (-70, -50, -1, 1, 50, 70):
        day.set(clock_change + dt.timedelta(minutes=minutes))
        ticket = day.arrives()
        seen.append((ticket.business_date, ticket.number))
    assert seen == sorted(set(seen))
    assert [number for _, number in seen if number == 1] == [1] * len({date for date, _ in seen})


def test_a_day_that_starts_at_four_keeps_its_numbers_after_midnight(day: Day) -> None:
    day.hospital.sql("UPDATE hms.facility SET day_starts_at = '04:00'")
    day.set(dt.datetime(2026, 3, 2, 23, 58, tzinfo=dt.UTC))
    day.arrives()
    day.set(dt.datetime(2026, 3, 3, 3, 58, tzinfo=dt.UTC))
    assert day.arrives().ticket == "A 002"
    day.set(dt.datetime(2026, 3, 3, 4, 0, tzinfo=dt.UTC))
    assert day.arrives().ticket == "A 001"


# 2 ----------------------------------------------------------------------------------------------------------


def test_a_ticket_shows_prefix_and_number_and_its_barcode_finds_it(day: Day) -> None:
    ticket = day.arrives()
    for typed in (str(ticket.barcode), str(ticket.barcode).upper(), "a1", "A-001", " A 001 "):
        assert [row.ticket for row in day.clerk.see(queries.find_ticket, typed=typed)] == ["A 001"]
    for typed in ("A 002", "", "%", "A 001'--", str(uuid.uuid4())):
        assert day.clerk.see(queries.find_ticket, typed=typed) == ()


def test_the_thousandth_ticket_keeps_all_its_digits(day: Day) -> None:
    day.arrives()
    day.hospital.sql("UPDATE hms.service_days SET last_number = 999")
    assert day.arrives().ticket == "A 1000"


# 3 ----------------------------------------------------------------------------------------------------------


def test_a_patient_holds_one_open_ticket_per_service_and_day(day: Day) -> None:
    first = day.arrives()
    with pytest.raises(Refused) as refusal:
        day.arrives(patient=first.patient_id)
    assert refusal.value.code == "queue.already_open"
    assert day.arrives("B", patient=first.patient_id).ticket == "B 001"
    call = day.call("Counter 2")
    day.finish(call)
    assert day.arrives(patient=first.patient_id).ticket == "A 002"


# 4 ----------------------------------------------------------------------------------------------------------


def test_a_room_calls_one_ticket_at_a_time(day: Day) -> None:
    day.arrives()
    day.arrives()
    call = day.call()
    with pytest.raises(Refused, match="A 001 is still at Counter 1") as refusal:
        day.call()
    assert refusal.value.code == "queue.room_busy"
    day.finish(call)
    assert day.call().ticket == "A 002"


def test_an_empty_line_is_said_kindly(day: Day) -> None:
    with pytest.raises(Refused, match="Nobody is waiting for Counter 1"):
        day.call()


def test_a_second_click_with_the_same_intent_calls_nobody_else(day: Day) -> None:
    day.arrives()
    day.arrives()
    intent = uuid.uuid4()
    room = day.house.rooms["Counter 1"]
    once = day.clerk.database.run_now(actions.call_next, intent=intent, room=room)
    assert day.clerk.database.run_now(actions.call_next, intent=intent, room=room) == once
    assert day.hospital.sql("SELECT count(*) FROM hms.queue_calls") == [(1,)]


def test_what_a_colleague_changed_meanwhile_is_stale(day: Day) -> None:
    ticket = day.arrives()
    day.call()
    with pytest.raises(Stale, match="A 001"):
        day.clerk.do(actions.cancel_ticket, segment=ticket.segment_id, version=ticket.version, reason="x")


# 5 ----------------------------------------------------------------------------------------------------------


def test_order_is_class_then_place_then_number(day: Day) -> None:
    for priority in ("ordinary", "priority", "urgent", "ordinary", "urgent"):
        day.arrives(priority=priority)
    order = ["A 003", "A 005", "A 002", "A 001", "A 004"]
    assert day.line() == order
    assert [day.call_and_finish().ticket for _ in order] == order


def test_an_appointment_waits_at_its_due_time(day: Day) -> None:
    day.arrives(due=MORNING + dt.timedelta(minutes=10))
    day.set(MORNING + dt.timedelta(minutes=5))
    day.arrives()
    day.set(MORNING + dt.timedelta(minutes=12))
    day.arrives()
    assert day.line() == ["A 002", "A 001", "A 003"]


def test_one_who_comes_late_to_an_appointment_keeps_its_due_time(day: Day) -> None:
    day.arrives()
    day.arrives(due=MORNING - dt.timedelta(minutes=5))
    assert day.line() == ["A 002", "A 001"]


def test_before_its_window_an_appointment_passes_no_walk_in_not_even_by_a_higher_class(day: Day) -> None:
    day.arrives(priority="urgent", due=MORNING + dt.timedelta(hours=1))
    day.arrives()
    assert day.line() == ["A 002", "A 001"]
    day.set(MORNING + dt.timedelta(minutes=45))
    assert day.line() == ["A 001", "A 002"]


def test_before_its_window_an_appointment_is_called_when_nobody_else_waits(day: Day) -> None:
    day.arrives(due=MORNING + dt.timedelta(hours=3))
    assert day.call().ticket == "A 001"


def test_an_appointment_of_another_day_gets_no_ticket(day: Day) -> None:
    with pytest.raises(Refused, match="not today"):
        day.arrives(due=MORNING + dt.timedelta(days=1))


def test_a_room_with_two_services_calls_by_class_before_place(day: Day) -> None:
    day.arrives("A")
    day.arrives("B", priority="priority")
    assert [day.call_and_finish().ticket, day.call_and_finish().ticket] == ["B 001", "A 001"]


# 6 ----------------------------------------------------------------------------------------------------------


def test_after_three_priority_calls_an_ordinary_ticket_that_waited_long_goes_next(day: Day) -> None:
    day.arrives()
    day.passes(minutes=21)
    for _ in range(5):
        day.arrives(priority="priority")
    called = [day.call_and_finish().ticket for _ in range(3)]
    assert called == ["A 002", "A 003", "A 004"]
    [first, *_] = day.clerk.see(queries.board)
    assert (first.ticket, first.why, first.position) == ("A 001", "waited_long", 1)
    assert [day.call_and_finish().ticket for _ in range(3)] == ["A 001", "A 005", "A 006"]


def test_one_that_waits_for_less_than_twenty_minutes_is_not_promoted(day: Day) -> None:
    day.arrives()
    for _ in range(4):
        day.arrives(priority="priority")
    assert [day.call_and_finish().ticket for _ in range(5)] == ["A 002", "A 003", "A 004", "A 005", "A 001"]


def test_a_withdrawn_call_does_not_count_among_the_three(day: Day) -> None:
    day.arrives()
    day.passes(minutes=21)
    for _ in range(4):
        day.arrives(priority="priority")
    day.call_and_finish()
    day.call_and_finish()
    call = day.call()
    day.clerk.do(actions.undo, segment=call.segment_id, version=call.version)
    assert day.call_and_finish().ticket == "A 004"
    assert day.call_and_finish().ticket == "A 001"


def test_the_numbers_are_the_hospitals_to_set(day: Day) -> None:
    manager = day.desk("manager")
    [numbers, _] = manager.see(queries_planning.service_numbers)
    changed = type(numbers.rules)(ageing_after=dt.timedelta(minutes=5), priority_run=1)
    manager.do(actions_planning.save_service_rules, service=numbers.service_id, version=numbers.version, rules=changed)
    assert manager.see(queries_planning.service_numbers)[0].rules == changed
    with pytest.raises(Stale):
        manager.do(
            actions_planning.save_service_rules, service=numbers.service_id, version=numbers.version, rules=changed
        )
    with pytest.raises(Refused):
        day.clerk.do(actions_planning.save_service_rules, service=numbers.service_id, version=2, rules=changed)
    day.arrives()
    day.passes(minutes=6)
    for _ in range(2):
        day.arrives(priority="priority")
    assert [day.call_and_finish().ticket for _ in range(3)] == ["A 002", "A 001", "A 003"]


# 7 ----------------------------------------------------------------------------------------------------------


def test_a_recall_appends_a_call_at_most_three_times_and_twenty_seconds_apart(day: Day) -> None:
    day.arrives()
    call = day.call()
    with pytest.raises(Refused, match="in 20 s"):
        day.clerk.do(actions.recall, segment=call.segment_id, version=call.version)
    for _ in range(3):
        day.passes(seconds=20)
        call = day.clerk.do(actions.recall, segment=call.segment_id, version=call.version)
    day.passes(minutes=1)
    with pytest.raises(Refused, match="3 times already"):
        day.clerk.do(actions.recall, segment=call.segment_id, version=call.version)
    kinds = day.hospital.sql("SELECT kind FROM hms.queue_calls ORDER BY id")
    assert kinds == [("call",), ("recall",), ("recall",), ("recall",)]


# 8 ----------------------------------------------------------------------------------------------------------


def test_a_no_show_needs_two_calls_and_three_minutes(day: Day) -> None:
    day.arrives()
    call = day.call()
    day.passes(minutes=4)
    with pytest.raises(Refused, match="call it 2 times"):
        day.clerk.do(actions.no_show, segment=call.segment_id, version=call.version)
    day.clerk.do(actions.undo, segment=call.segment_id, version=call.version)
    call = day.call()
    day.passes(seconds=30)
    call = day.clerk.do(actions.recall, segment=call.segment_id, version=call.version)
    with pytest.raises(Refused, match="in 150 s"):
        day.clerk.do(actions.no_show, segment=call.segment_id, version=call.version)
    day.passes(seconds=150)
    gone = day.clerk.do(actions.no_show, segment=call.segment_id, version=call.version)
    assert gone.state == "no_show"


def test_a_no_show_that_is_put_back_goes_behind_the_next_three_with_its_arrival(day: Day) -> None:
    missed = day.arrives()
    for _ in range(5):
        day.arrives()
    gone = day.misses(day.call())
    day.clerk.do(actions.reinstate, segment=gone.segment_id, version=gone.version)
    assert day.line() == ["A 002", "A 003", "A 004", "A 001", "A 005", "A 006"]
    [back] = [row for row in day.clerk.see(queries.board) if row.ticket == "A 001"]
    assert back.why == "put_back"
    arrived = day.hospital.sql("SELECT arrived_at FROM hms.segments WHERE id = %s", missed.segment_id)
    assert arrived == [(missed.arrived_at,)]


def test_an_urgent_no_show_that_is_put_back_lets_three_ordinary_ones_go_first(day: Day) -> None:
    day.arrives(priority="urgent")
    for _ in range(4):
        day.arrives()
    gone = day.misses(day.call())
    day.clerk.do(actions.reinstate, segment=gone.segment_id, version=gone.version)
    assert day.line() == ["A 002", "A 003", "A 004", "A 001", "A 005"]


def test_being_put_back_never_brings_anyone_forward(day: Day) -> None:
    day.arrives(due=MORNING + dt.timedelta(minutes=14))
    call = day.call()
    for _ in range(4):
        day.arrives()
    gone = day.misses(call)
    day.clerk.do(actions.reinstate, segment=gone.segment_id, version=gone.version)
    assert day.line()[-1] == "A 001"


def test_a_called_patient_who_asks_for_a_moment_is_put_back(day: Day) -> None:
    for _ in range(5):
        day.arrives()
    call = day.call()
    day.clerk.do(actions.reinstate, segment=call.segment_id, version=call.version)
    assert day.line() == ["A 002", "A 003", "A 004", "A 001", "A 005"]


# 9 ----------------------------------------------------------------------------------------------------------


def test_a_transfer_keeps_number_and_arrival_and_times_each_segment(day: Day) -> None:
    ticket = day.arrives()
    day.passes(minutes=10)
    call = day.call()
    moved = day.clerk.do(
        actions.transfer, segment=call.segment_id, version=call.version, to_service=day.house.services["B"]
    )
    assert (moved.ticket, moved.service, moved.state) == ("A 001", "Service B", "waiting")
    day.passes(minutes=5)
    day.call_and_finish()
    waits = day.hospital.sql(
        "SELECT ordinal, arrived_at, called_at - entered_at FROM hms.segments WHERE ticket_id = %s ORDER BY ordinal",
        ticket.ticket_id,
    )
    assert waits == [
        (1, ticket.arrived_at, dt.timedelta(minutes=10)),
        (2, ticket.arrived_at, dt.timedelta(minutes=5)),
    ]


def test_a_call_is_undone_while_nothing_followed_and_leaves_the_board(day: Day) -> None:
    day.arrives()
    day.arrives()
    call = day.call()
    undone = day.clerk.do(actions.undo, segment=call.segment_id, version=call.version)
    assert (undone.undone, undone.state, undone.room_id) == ("call", "waiting", None)
    assert day.line() == ["A 001", "A 002"]
    assert day.hospital.sql("SELECT count(*) FROM hms.standing_calls") == [(0,)]
    assert day.hospital.sql("SELECT kind, withdraws FROM hms.queue_calls ORDER BY id") == [
        ("call", None),
        ("withdrawn", call.call_id),
    ]


def test_a_call_that_was_repeated_is_not_undone(day: Day) -> None:
    day.arrives()
    call = day.call()
    day.passes(minutes=1)
    again = day.clerk.do(actions.recall, segment=call.segment_id, version=call.version)
    with pytest.raises(Refused, match="cannot be undone"):
        day.clerk.do(actions.undo, segment=again.segment_id, version=again.version)


def test_a_no_show_is_undone_to_the_room_it_was_called_to(day: Day) -> None:
    day.arrives()
    gone = day.misses(day.call())
    back = day.clerk.do(actions.undo, segment=gone.segment_id, version=gone.version)
    assert (back.state, back.room) == ("called", "Counter 1")


def test_an_undo_into_a_room_that_went_on_is_refused(day: Day) -> None:
    day.arrives()
    day.arrives()
    gone = day.misses(day.call())
    day.call()
    with pytest.raises(Refused, match="A 002 is still at Counter 1"):
        day.clerk.do(actions.undo, segment=gone.segment_id, version=gone.version)


def test_a_finish_and_a_start_are_undone(day: Day) -> None:
    day.arrives()
    call = day.call()
    serving = day.clerk.do(actions.start_service, segment=call.segment_id, version=call.version)
    done = day.finish(serving)
    back = day.clerk.do(actions.undo, segment=done.segment_id, version=done.version)
    assert back.state == "serving"
    with pytest.raises(Refused, match="cannot be undone"):
        day.clerk.do(actions.undo, segment=back.segment_id, version=back.version)


def test_a_transfer_is_undone_while_the_other_service_has_not_called(day: Day) -> None:
    day.arrives()
    call = day.call("Counter 2")
    moved = day.clerk.do(
        actions.transfer, segment=call.segment_id, version=call.version, to_service=day.house.services["B"]
    )
    back = day.clerk.do(actions.undo, segment=moved.from_segment_id, version=moved.from_version)
    assert (back.state, back.room, day.line("B")) == ("called", "Counter 2", [])
    moved = day.clerk.do(
        actions.transfer, segment=back.segment_id, version=back.version, to_service=day.house.services["B"]
    )
    day.call("Counter 1")
    with pytest.raises(Refused, match="has already dealt with ticket A 001"):
        day.clerk.do(actions.undo, segment=moved.from_segment_id, version=moved.from_version)


def test_an_undo_that_would_open_a_second_ticket_is_refused(day: Day) -> None:
    first = day.arrives()
    gone = day.clerk.do(actions.cancel_ticket, segment=first.segment_id, version=first.version, reason="went home")
    day.arrives(patient=first.patient_id)
    with pytest.raises(Refused, match="already holds ticket A 002"):
        day.clerk.do(actions.undo, segment=gone.segment_id, version=gone.version)


# 10 ---------------------------------------------------------------------------------------------------------


def test_the_end_of_the_day_closes_what_is_open_as_not_served_and_audits_it(day: Day) -> None:
    for _ in range(4):
        day.arrives()
    day.call_and_finish()
    day.call()
    closed = day.desk("manager").do(actions.close_day, business_date=MORNING.date())
    assert closed.not_served == 3
    states = day.hospital.sql("SELECT state, count(*) FROM hms.segments GROUP BY 1 ORDER BY 1")
    assert states == [("done", 1), ("not_served", 3)]
    audited = day.hospital.sql("SELECT count(*) FROM hms.audit WHERE after ->> 'state' = 'not_served'")
    assert audited == [(3,)]


def test_only_a_manager_or_administrator_closes_the_day_and_not_one_to_come(day: Day) -> None:
    with pytest.raises(Refused, match="duties do not allow"):
        day.clerk.do(actions.close_day, business_date=MORNING.date())
    with pytest.raises(Refused, match="has not begun"):
        day.desk("admin").do(actions.close_day, business_date=MORNING.date() + dt.timedelta(days=1))


def test_yesterdays_tickets_are_not_called_today_and_not_put_back(day: Day) -> None:
    day.arrives()
    day.arrives()
    call = day.call("Counter 2")
    day.set(MORNING + dt.timedelta(days=1))
    with pytest.raises(Refused, match="Nobody is waiting"):
        day.call()
    with pytest.raises(Refused, match="that day is over"):
        day.clerk.do(actions.reinstate, segment=call.segment_id, version=call.version)
    assert day.finish(call).state == "done"
    assert day.arrives().ticket == "A 001"
