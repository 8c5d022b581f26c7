"""How long a ticket is expected to wait, and how good that was."""

import pytest

from hms_desktop.clinic.queue import actions, queries, rules
from hms_desktop.clinic.queue import queries_planning as planning
from tests.clinic.queue.desk import MORNING, Day
from tests.factories import queue
from tests.hospital import Hospital


@pytest.fixture
def day(hospital: Hospital) -> Day:
    """A counter for two services and one for the first alone, and patients for a busy morning."""
    hospital.set_clock(MORNING)
    rooms = {"Counter 1": ("A", "B"), "Counter 2": ("A",)}
    return Day(hospital, queue.house(hospital, ("A", "B"), rooms), patients=30)


def serves(day: Day, many: int, minutes: float, room: str = "Counter 2") -> None:
    """So many tickets, each of which keeps the counter for so long."""
    for _ in range(many):
        day.arrives()
        call = day.call(room)
        day.passes(minutes=minutes)
        day.finish(call)


def forecast(day: Day) -> tuple[float | None, float | None, float | None]:
    [row] = day.hospital.sql("SELECT * FROM hms.forecast_of(%s)", day.house.services["A"])
    return row


def test_nothing_is_said_before_enough_was_measured(day: Day) -> None:
    ticket = day.arrives()
    assert ticket.estimate_minutes is None
    assert day.clerk.see(planning.service_waits)[ticket.service_id].minutes is None


def test_the_median_of_todays_calls_is_the_pace_whatever_one_of_them_took(day: Day) -> None:
    serves(day, 8, 4)
    serves(day, 1, 90)
    serves(day, 2, 4)
    pace, _spread, counters = forecast(day)
    assert (pace, counters) == (250, 1)  # ten seconds pass until the next call
    tickets = [day.arrives() for _ in range(2)]
    assert [ticket.estimate_minutes for ticket in tickets] == [2, 6]
    rows = day.clerk.see(queries.board)
    assert [row.expected for row in rows] == [2, 6]


def test_twice_the_counters_halve_the_wait(day: Day) -> None:
    serves(day, 5, 4)
    serves(day, 5, 4, "Counter 1")
    assert forecast(day)[2] == 2
    day.clerk.do(actions.open_counter, room=day.house.rooms["Counter 2"])
    day.clerk.do(actions.pause_counter, room=day.house.rooms["Counter 2"])
    assert forecast(day)[2] == 1


def test_a_counter_of_two_services_counts_for_each_by_its_line(day: Day) -> None:
    serves(day, 10, 4, "Counter 1")
    day.hospital.sql("UPDATE hms.rooms SET active = false WHERE name = 'Counter 2'")
    day.crowd(6, "A")
    day.crowd(2, "B")
    assert forecast(day)[2] == pytest.approx(0.75)


def test_the_database_and_the_rules_reckon_alike(day: Day) -> None:
    for ahead, pace, spread, counters in ((0, 300.0, 60.0, 1.0), (7, 251.5, 99.9, 2.5), (120, 60.0, 0.0, 9.0)):
        [found] = day.hospital.sql(
            "SELECT * FROM hms.expected_wait(%s::bigint, %s::float, %s::float, %s::float)",
            ahead,
            pace,
            spread,
            counters,
        )
        assert found == rules.expected_wait(ahead, rules.Forecast(pace, spread, counters))


def test_a_new_day_begins_with_what_the_hour_was_like_before(day: Day) -> None:
    serves(day, 9, 5)
    day.set(day.now.replace(hour=15))
    serves(day, 9, 1)
    day.set(day.now.replace(day=day.now.day + 1, hour=9))
    day.arrives("B")
    day.clerk.do(actions.open_counter, room=day.house.rooms["Counter 2"])
    day.arrives()
    assert forecast(day)[0] == 310
    day.set(day.now.replace(hour=15))
    assert forecast(day)[0] == 70
    day.set(day.now.replace(hour=12))
    assert forecast(day)[0] == pytest.approx(190, abs=121)


def test_each_ticket_keeps_its_estimate_and_the_manager_sees_how_good_it_was(day: Day) -> None:
    serves(day, 8, 4)
    day.passes(minutes=1)
    for _ in range(3):
        day.arrives()
    day.passes(minutes=2)
    for _ in range(3):
        call = day.call("Counter 2")
        day.passes(minutes=4)
        day.finish(call)
    [quality] = day.desk("manager").see(planning.estimate_quality)
    assert (quality.service, quality.tickets) == ("Service A", 3)
    assert quality.low_error <= quality.median_error <= quality.high_error
    assert abs(quality.median_error) < 1
    assert quality.covered == 1


def test_a_service_says_nothing_on_paper_unless_it_opted_in(day: Day) -> None:
    serves(day, 8, 4)
    assert not day.arrives().shows_estimate
    day.hospital.sql("UPDATE hms.service_rules SET shows_estimate = true, version = version")
    assert day.arrives().shows_estimate
