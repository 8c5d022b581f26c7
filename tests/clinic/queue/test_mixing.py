"""Rooms that serve several services, and the rules by which they take from the lines."""

import pytest

from hms_desktop.clinic.queue import actions, queries
from hms_desktop.clinic.queue import actions_planning as setting
from hms_desktop.clinic.queue import queries_planning as planning
from hms_desktop.clinic.queue.rules import Mixing
from hms_desktop.core.errors import HmsError
from tests.clinic.queue.desk import MORNING, Day, Desk
from tests.clinic.queue.test_concurrency import call_until_empty, together
from tests.factories import queue
from tests.hospital import Hospital


@pytest.fixture
def day(hospital: Hospital) -> Day:
    """A counter for three services, and one for the first of them alone."""
    hospital.set_clock(MORNING)
    return Day(
        hospital, queue.house(hospital, ("A", "B", "C"), {"All": ("A", "B", "C"), "Only A": ("A",)}), patients=40
    )


def mix(day: Day, mixing: Mixing, shares: dict[str, int] | None = None, pass_limit: int = 3, room: str = "All") -> None:
    manager = day.desk("manager")
    now = next(one for one in manager.see(planning.room_mixings) if one.room == room)
    own = shares or {"A": 1, "B": 1, "C": 1}
    manager.do(
        setting.save_room_rule,
        room=now.room_id,
        version=now.version,
        mixing=mixing,
        pass_limit=pass_limit,
        shares=[(day.house.services[service], weight) for service, weight in own.items()],
    )


def called(day: Day, many: int, room: str = "All") -> str:
    """The services of the next so many calls; what the room shows as next is what it calls."""
    letters = []
    for _ in range(many):
        state = day.clerk.see(queries.counter_state, room=day.house.rooms[room])
        assert state is not None
        assert state.next is not None
        call = day.call_and_finish(room)
        assert call.segment_id == state.next.segment_id
        letters.append(call.service[-1])
    return "".join(letters)


def test_together_is_one_line_by_class_and_arrival(day: Day) -> None:
    for service in "ACB":
        day.arrives(service)
    day.arrives("C", priority="priority")
    assert called(day, 4) == "CACB"


def test_a_strict_order_empties_the_first_line_first(day: Day) -> None:
    mix(day, Mixing.ORDER, {"B": 1, "A": 1, "C": 1})
    for service in "CABAB":
        day.arrives(service)
    day.arrives("C", priority="urgent")
    assert called(day, 6) == "BBAACC"


def test_a_strict_order_passes_nobody_who_waited_long_more_than_three_times(day: Day) -> None:
    mix(day, Mixing.ORDER)
    day.arrives("C")
    day.passes(minutes=21)
    for _ in range(8):
        day.arrives("A")
    assert called(day, 6) == "AAACAA"


def test_who_waited_long_while_priority_calls_passed_goes_before_every_rule(day: Day) -> None:
    mix(day, Mixing.ORDER)
    day.arrives("A")
    day.passes(minutes=21)
    for _ in range(4):
        day.arrives("A", priority="priority")
    day.arrives("B")
    assert [day.call_and_finish("All").ticket for _ in range(4)] == ["A 002", "A 003", "A 004", "A 001"]


def test_shares_go_by_weight_while_all_wait(day: Day) -> None:
    mix(day, Mixing.SHARE, {"A": 2, "B": 1, "C": 1})
    for service in "AAAAAABBBCCC":
        day.arrives(service)
    assert called(day, 8) == "ABCAABCA"
    assert called(day, 4) == "ABCA"


def test_a_share_that_nobody_waits_for_falls_to_the_others(day: Day) -> None:
    mix(day, Mixing.SHARE, {"A": 1, "B": 3, "C": 1})
    for service in "AACC":
        day.arrives(service)
    assert called(day, 4) == "ACAC"


def test_the_longest_wait_goes_first_and_classes_count_within_their_line(day: Day) -> None:
    mix(day, Mixing.LONGEST)
    for service in "BAC":
        day.arrives(service)
    day.arrives("C", priority="priority")
    assert [day.call_and_finish("All").ticket for _ in range(4)] == ["B 001", "A 001", "C 002", "C 001"]


def test_an_appointment_before_its_window_passes_nobody_by_the_order_of_its_service(day: Day) -> None:
    mix(day, Mixing.ORDER)
    day.arrives("A", due=MORNING.replace(hour=12))
    day.arrives("C")
    assert called(day, 2) == "CA"


def test_a_service_taken_from_the_room_takes_its_share_along(day: Day) -> None:
    mix(day, Mixing.SHARE, {"A": 2, "B": 1, "C": 1})
    day.hospital.sql("DELETE FROM hms.room_services WHERE service_id = %s", day.house.services["C"])
    [row] = day.clerk.see(planning.room_mixings)
    assert [(share.service, share.weight) for share in row.shares] == [("Service A", 2), ("Service B", 1)]


def test_numbers_out_of_range_are_refused(day: Day) -> None:
    with pytest.raises(HmsError):
        mix(day, Mixing.SHARE, {"A": 10, "B": 1})
    with pytest.raises(HmsError):
        mix(day, Mixing.ORDER, pass_limit=0)


# At the same moment ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mixing", [Mixing.ORDER, Mixing.SHARE, Mixing.LONGEST])
def test_counters_of_every_rule_together_call_everyone_once(day: Day, mixing: Mixing) -> None:
    for service in "ABC":
        day.crowd(30, service)
    person = day.hospital.person("front_desk")
    desks = [Desk(day.hospital.database(person, pool_size=1)) for _ in range(6)]
    rooms = [day.house.rooms["Only A"], *day.counters(5, "ABC")]
    for number, room in enumerate(rooms[1:5]):
        own = day.desk("manager")
        rule = {"version": None, "mixing": mixing, "pass_limit": 3}
        shares = [(day.house.services[service], 1 + (number + place) % 3) for place, service in enumerate("ABC")]
        own.do(setting.save_room_rule, room=room, **rule, shares=shares)
    found = together([lambda d=desk, r=room: call_until_empty(d, r) for desk, room in zip(desks, rooms, strict=True)])
    labels = [call.ticket for calls in found if isinstance(calls, list) for call in calls]
    assert len(labels) == len(set(labels)) == 90


def test_a_strict_order_keeps_its_bound_while_other_counters_call_too(day: Day) -> None:
    """RULES 6 across services: the room passes the one that waited long three times, however fast the others are."""
    mix(day, Mixing.ORDER)
    day.crowd(1, "C")
    day.passes(minutes=21)
    day.crowd(30, "A")
    rivals = [day.desk("front_desk") for _ in range(2)]

    def rival(desk: Desk, room: int) -> None:
        for _ in range(12):  # three of the thirty are left for the room itself, however fast the rivals are
            call = desk.do(actions.call_next, room=room)
            desk.do(actions.finish, segment=call.segment_id, version=call.version)

    def own() -> list[str]:
        return [day.call_and_finish("All").service[-1] for _ in range(4)]

    rooms = day.counters(2)
    found = together([own, *[lambda d=d, r=r: rival(d, r) for d, r in zip(rivals, rooms, strict=True)]])
    assert found == [["A", "A", "A", "C"], None, None]
