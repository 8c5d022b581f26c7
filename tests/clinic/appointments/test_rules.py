"""The pure rules of booking, and that the database's own lists and sums are the same."""

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hms_desktop.clinic.appointments import rules
from hms_desktop.clinic.appointments.rules import Recurrence, State, Step
from hms_desktop.core.errors import Refused
from tests.hospital import Hospital

NINE = dt.datetime(2026, 3, 2, 9, 0)
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Nairobi", "Asia/Kathmandu")


def test_the_database_allows_the_same_steps_as_the_rules(hospital: Hospital) -> None:
    found = hospital.sql("SELECT from_state, to_state FROM hms.appointment_transitions")
    assert {(State(old), State(new)) for old, new in found} == rules.TRANSITIONS


def test_the_database_knows_the_same_reasons_to_cancel(hospital: Hospital) -> None:
    for reason in rules.CANCEL_REASONS:
        hospital.sql("SELECT hms.refuse_unknown_cancel_reason(%s)", reason)


@given(minutes=st.integers(5, 480), length=st.integers(0, 24 * 60))
def test_slots_follow_each_other_and_fit(minutes: int, length: int) -> None:
    ends = NINE + dt.timedelta(minutes=length)
    found = rules.slots(NINE, ends, minutes)
    assert len(found) == length // minutes
    assert all(before[1] == after[0] for before, after in itertools.pairwise(found))
    assert all(NINE <= since < until <= ends for since, until in found)


@given(
    capacity=st.integers(1, 4),
    taken=st.lists(st.tuples(st.integers(0, 8), st.integers(1, 4), st.integers(1, 6)), max_size=8),
    since=st.integers(0, 8),
)
def test_places_left_are_the_seats_that_nobody_overlaps(
    capacity: int, taken: list[tuple[int, int, int]], since: int
) -> None:
    def at(slot: int) -> dt.datetime:
        return NINE + dt.timedelta(minutes=15 * slot)

    sitting = [(at(start), at(start + long), seat) for start, long, seat in taken]
    free = [
        seat
        for seat in range(1, capacity + 1)
        if not any(place == seat and start < since + 1 and start + long > since for start, long, place in taken)
    ]
    assert rules.places_left(at(since), at(since + 1), capacity, sitting) == len(free)


def test_a_course_comes_every_second_tuesday_and_friday() -> None:
    found = rules.visits(dt.date(2026, 3, 3), Recurrence("week", 2, (2, 5), count=4))
    assert found == (dt.date(2026, 3, 3), dt.date(2026, 3, 6), dt.date(2026, 3, 17), dt.date(2026, 3, 20))


def test_a_month_without_the_day_is_left_out() -> None:
    found = rules.visits(dt.date(2026, 1, 31), Recurrence("month", until=dt.date(2026, 5, 31)))
    assert found == (dt.date(2026, 1, 31), dt.date(2026, 3, 31), dt.date(2026, 5, 31))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (Recurrence("day"), "appointments.endless"),
        (Recurrence("day", 0, count=2), "appointments.recurrence"),
        (Recurrence("year", count=2), "appointments.recurrence"),
        (Recurrence("day", count=61), "appointments.too_many_visits"),
        (Recurrence("day", until=dt.date(2027, 1, 1)), "appointments.too_many_visits"),
        (Recurrence("day", until=dt.date(2026, 1, 1)), "appointments.no_visits"),
    ],
)
def test_a_course_without_an_end_a_date_or_a_measure_is_refused(rule: Recurrence, code: str) -> None:
    with pytest.raises(Refused) as refused:
        rules.visits(dt.date(2026, 3, 3), rule)
    assert refused.value.code == code


@given(
    rule=st.builds(Recurrence, st.sampled_from(["day", "week", "month"]), st.integers(1, 6), count=st.integers(1, 60))
)
def test_a_course_has_as_many_visits_as_were_asked_for_in_order(rule: Recurrence) -> None:
    found = rules.visits(dt.date(2026, 1, 15), rule)
    assert len(found) == rule.count
    assert list(found) == sorted(set(found))


def test_a_moment_is_what_the_database_makes_of_the_clock_on_the_wall(hospital: Hospital) -> None:
    connection = hospital.connection()

    @settings(max_examples=300, deadline=None)
    @given(
        date=st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31))
        | st.sampled_from([dt.date(2026, 3, 8), dt.date(2026, 3, 29), dt.date(2026, 10, 25), dt.date(2026, 11, 1)]),
        minutes=st.integers(0, 24 * 12 - 1),
        zone=st.sampled_from(ZONES),
    )
    def compare(date: dt.date, minutes: int, zone: str) -> None:
        time = dt.time(minutes // 12, minutes % 12 * 5)
        row = connection.execute("SELECT (%s::date + %s::time) AT TIME ZONE %s", (date, time, zone)).fetchone()
        assert row is not None
        assert rules.moment_of(date, time, ZoneInfo(zone)) == row[0]

    compare()


@pytest.mark.parametrize(
    ("way", "state"),
    [
        ([], None),
        ([Step("undone", own=True)], None),
        ([Step("waiting", own=True)], State.ARRIVED),
        ([Step("called", own=True)], State.ARRIVED),
        ([Step("serving", own=True, serving=True)], State.IN_SERVICE),
        ([Step("done", own=True)], State.DONE),
        ([Step("transferred", own=True), Step("waiting", own=False)], State.ARRIVED),
        ([Step("transferred", own=True, serving=True), Step("waiting", own=False)], State.DONE),
        ([Step("done", own=True), Step("done", own=False), Step("waiting", own=True)], State.IN_SERVICE),
        ([Step("no_show", own=True)], State.NO_SHOW),
        ([Step("cancelled", own=True)], State.BOOKED),
        ([Step("not_served", own=True)], State.CANCELLED),
        ([Step("not_served", own=True, serving=True)], State.DONE),
    ],
)
def test_an_appointment_stands_where_the_queue_has_brought_it(way: list[Step], state: State | None) -> None:
    assert rules.state_of_visit(way) == state


def test_the_database_follows_a_ticket_by_the_same_rule(hospital: Hospital) -> None:
    connection = hospital.connection()
    # The function reads a table; one of the same name that stands before it in the path shows it any way there is.
    [(body,)] = hospital.sql("SELECT prosrc FROM pg_proc WHERE proname = 'state_of_visit'")
    connection.execute(
        "CREATE TEMP TABLE segments "
        "(ticket_id bigint, ordinal int, service_id bigint, state text, serving_at timestamptz)"
    )
    made = "CREATE FUNCTION pg_temp.state_of_visit(p_ticket bigint, p_service bigint) RETURNS text LANGUAGE sql"
    connection.execute(f"{made} AS $${body}$$".encode())
    states = ["waiting", "called", "serving", "done", "transferred", "cancelled", "no_show", "not_served", "undone"]

    @settings(max_examples=300, deadline=None)
    @given(way=st.lists(st.builds(Step, st.sampled_from(states), st.booleans(), st.booleans()), max_size=4))
    def compare(way: list[Step]) -> None:
        connection.execute("TRUNCATE segments")
        for ordinal, step in enumerate(way, start=1):
            connection.execute(
                "INSERT INTO segments VALUES (1, %s, %s, %s, %s)",
                (ordinal, 1 if step.own else 2, step.state, NINE if step.serving else None),
            )
        row = connection.execute("SELECT pg_temp.state_of_visit(1, 1)").fetchone()
        assert row is not None
        assert row[0] == rules.state_of_visit(way)

    compare()


def test_a_code_is_read_as_it_was_scanned() -> None:
    code = "d3296575-d91d-4921-a7df-01ebc938273f"
    assert str(rules.code_as_typed(f" {code.upper()}\n")) == code
    assert rules.code_as_typed("A 012") is None
