"""The waiting order and the put-back, without a database."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.queue.rules import (
    OPEN,
    TRANSITIONS,
    Forecast,
    Mixing,
    ServiceRules,
    ServiceTurn,
    Span,
    State,
    Turn,
    Waiting,
    Why,
    before_window,
    expected_wait,
    hours_as_typed,
    hours_words,
    in_order,
    label,
    label_as_typed,
    mixed,
    place,
    promoted,
    put_back,
    turn,
    why,
)

NOW = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
RULES = ServiceRules()
ORDINARY, PRIORITY, URGENT = 2, 1, 0


def waiting(number: int, rank: int = ORDINARY, ago: float = 5, due_in: float | None = None) -> Waiting:
    """Ticket `number`, which came `ago` minutes ago and, with an appointment, is due in `due_in` minutes."""
    arrived = NOW - dt.timedelta(minutes=ago)
    due = None if due_in is None else NOW + dt.timedelta(minutes=due_in)
    return Waiting(number, rank, rank, place(arrived, due), arrived, due)


def ids(line: list[Waiting]) -> list[int]:
    return [one.id for one in line]


lines = st.lists(
    st.builds(
        lambda rank, ago, due: (rank, ago, due),
        st.sampled_from([ORDINARY, PRIORITY, URGENT]),
        st.integers(0, 60),
        st.none() | st.integers(-30, 90),
    ),
    max_size=12,
).map(lambda rows: [waiting(number, *row) for number, row in enumerate(rows, 1)])
histories = st.lists(st.booleans(), max_size=5)


def test_order_is_class_then_place_then_id() -> None:
    line = [waiting(1), waiting(2, ago=9), waiting(3, URGENT, ago=1), waiting(4, PRIORITY), waiting(5, ago=9)]
    assert ids(in_order(line, [], NOW, RULES)) == [3, 4, 2, 5, 1]


def test_an_urgent_appointment_before_its_window_stands_last() -> None:
    line = [waiting(1, URGENT, due_in=16), waiting(2), waiting(3, URGENT, due_in=15)]
    assert ids(in_order(line, [], NOW, RULES)) == [3, 2, 1]


@pytest.mark.parametrize(
    ("recent", "expected"),
    [
        ([False, False, False], {2}),
        ([False, False, False, True], {2}),
        ([False, False], set()),
        ([False, True, False], set()),
        ([], set()),
    ],
)
def test_three_priority_calls_in_a_row_promote_who_waited_long(recent: list[bool], expected: set[int]) -> None:
    line = [waiting(1, ago=19), waiting(2, ago=25), waiting(3, ago=24), waiting(4, URGENT, ago=40)]
    assert promoted(line, recent, NOW, RULES) == expected


def test_twenty_minutes_sharp_is_not_yet_long() -> None:
    assert promoted([waiting(1, ago=20)], [False] * 3, NOW, RULES) == frozenset()


@given(lines, histories)
def test_the_order_loses_nobody_and_promotes_one_at_most(line: list[Waiting], recent: list[bool]) -> None:
    ordered = in_order(line, recent, NOW, RULES)
    assert sorted(ids(ordered)) == sorted(ids(line))
    first = promoted(line, recent, NOW, RULES)
    assert [one.id for one in ordered if turn(one, first, NOW, RULES) is Turn.WAITED_LONG] == list(first)
    assert len(first) <= 1


@given(lines, histories)
def test_nobody_before_the_window_passes_anyone_else(line: list[Waiting], recent: list[bool]) -> None:
    early = [before_window(one, NOW, RULES) for one in in_order(line, recent, NOW, RULES)]
    assert early == sorted(early)


@given(lines, st.sampled_from([ORDINARY, PRIORITY, URGENT]), st.integers(0, 60))
def test_a_put_back_lets_the_next_three_pass(line: list[Waiting], rank: int, ago: int) -> None:
    ordered = in_order(line, [], NOW, RULES)
    back = put_back(waiting(99, rank, ago), ordered, NOW, RULES)
    after = in_order([*line, back], [], NOW, RULES)
    ahead = [one.id for one in ordered if not before_window(one, NOW, RULES)][:3]
    assert ids(after)[: len(ahead)] == ahead
    assert (back.arrived_at, back.class_rank) == (waiting(99, rank, ago).arrived_at, rank)
    assert back.rank >= rank


def test_one_that_was_put_back_ages_from_then() -> None:
    line = in_order([waiting(number, URGENT) for number in range(1, 5)], [], NOW, RULES)
    back = put_back(waiting(99, ago=50), line, NOW, RULES)
    assert promoted([*line, back], [False] * 3, NOW, RULES) == frozenset()


def test_into_an_empty_line_one_is_put_back_at_its_own_place() -> None:
    back = put_back(waiting(1, URGENT, ago=7), [], NOW, RULES)
    assert (back.rank, back.place) == (URGENT, NOW - dt.timedelta(minutes=7))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (waiting(1), Why.ARRIVAL),
        (waiting(1, due_in=5), Why.APPOINTMENT),
        (waiting(1, due_in=50), Why.BEFORE_WINDOW),
        (waiting(1, URGENT), Why.CLASS),
        (put_back(waiting(1, URGENT), [], NOW, RULES), Why.PUT_BACK),
    ],
)
def test_the_reason_of_a_place(one: Waiting, expected: Why) -> None:
    assert why(one, turn(one, frozenset(), NOW, RULES)) is expected
    assert why(one, Turn.WAITED_LONG) is Why.WAITED_LONG


def test_every_state_can_be_left_but_the_final_ones_and_reached_but_the_first() -> None:
    assert {a for a, _ in TRANSITIONS} == set(State) - {State.NOT_SERVED, State.UNDONE}
    assert {b for _, b in TRANSITIONS} == set(State)
    assert all((state, State.NOT_SERVED) in TRANSITIONS for state in OPEN)


@pytest.mark.parametrize("typed", ["A 088", "a88", "A-088", "  a 88 ", "A00088"])
def test_a_label_is_understood_as_people_type_it(typed: str) -> None:
    assert label_as_typed(typed) == label("A", 88) == "A 088"


@given(st.text())
def test_any_text_is_a_label_or_none(typed: str) -> None:
    found = label_as_typed(typed)
    assert found is None or label_as_typed(found) == found


@pytest.mark.parametrize("typed", ["", "88", "A", "ABCD 1", "A 0", "A 1 2", "Ａ １", "A ١"])
def test_what_is_no_label_is_none(typed: str) -> None:
    assert label_as_typed(typed) is None


def test_of_those_that_any_room_may_call_one_goes_first_and_each_that_waits_for_one_room_alone() -> None:
    line = [waiting(1, ago=30), waiting(2, ago=29), replace(waiting(3, ago=28), only_room=7)]
    assert promoted(line, [False] * 3, NOW, RULES) == {1, 3}


def test_one_that_comes_back_from_a_test_goes_behind_the_next_one() -> None:
    line = in_order([waiting(number, ago=number) for number in range(1, 4)], [], NOW, RULES)
    back = replace(put_back(waiting(99, ago=50), line, NOW, RULES, RULES.return_behind), returned=True)
    assert ids(in_order([*line, back], [], NOW, RULES)) == [3, 99, 2, 1]
    assert why(back, Turn.NORMAL) is Why.RETURNED


# Mixing ------------------------------------------------------------------------------------------------------------


def service(number: int, position: int, waits: float | None = 1, weight: int = 1) -> ServiceTurn:
    """Service `number`, whose longest waiting came `waits` minutes ago."""
    return ServiceTurn(number, position, None if waits is None else NOW - dt.timedelta(minutes=waits), weight)


def test_a_strict_order_goes_by_position_whoever_waits_longer() -> None:
    assert mixed(Mixing.ORDER, [service(1, 2, waits=90), service(2, 1)], [2, 2], NOW) == [2, 1]


def test_a_strict_order_passes_one_that_waited_long_three_times_at_most() -> None:
    assert mixed(Mixing.ORDER, [service(1, 2, waits=21), service(2, 1)], [2, 2, 2], NOW) == [1, 2]
    assert mixed(Mixing.ORDER, [service(1, 2, waits=19), service(2, 1)], [2, 2, 2], NOW) == [2, 1]


def test_the_one_that_waited_longest_goes_first_and_an_empty_line_last() -> None:
    line = [service(1, 1, waits=None), service(2, 2, waits=5), service(3, 3, waits=9)]
    assert mixed(Mixing.LONGEST, line, [], NOW) == [3, 2, 1]


@given(st.lists(st.integers(1, 9), min_size=2, max_size=5), st.integers(1, 4))
def test_shares_come_out_as_the_weights_say(weights: list[int], rounds: int) -> None:
    services = [service(number, number, weight=weight) for number, weight in enumerate(weights)]
    calls: list[int] = []
    for _ in range(sum(weights) * rounds):
        calls.insert(0, mixed(Mixing.SHARE, services, calls, NOW)[0])
    assert [calls.count(one.service) for one in services] == [weight * rounds for weight in weights]


def test_a_service_that_nobody_waited_for_makes_up_no_more_than_one_round() -> None:
    services = [service(1, 1), service(2, 2)]
    assert mixed(Mixing.SHARE, services, [1] * 50, NOW) == [2, 1]
    assert mixed(Mixing.SHARE, services, [2, *[1] * 50], NOW) == [1, 2]


# Hours and waits ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("8-12", "08:00–12:00"),
        ("13:30-16, 8:00 – 12.15", "08:00–12:15, 13:30–16:00"),
        ("20-4", "20:00–04:00"),
        ("0-24", "00:00–00:00"),
        ("", ""),
    ],
)
def test_hours_are_understood_as_people_type_them(typed: str, words: str) -> None:
    spans = hours_as_typed(typed)
    assert spans is not None
    assert hours_words(spans) == words
    assert hours_as_typed(words) == spans


@pytest.mark.parametrize("typed", ["8", "8-25", "8:60-9", "8-12, 11-13", "x", "8-12-13", "20-4, 3-6", "8–12 13–14"])
def test_what_are_no_hours_is_none(typed: str) -> None:
    assert hours_as_typed(typed) is None


@given(st.text())
def test_any_text_is_hours_or_none(typed: str) -> None:
    spans = hours_as_typed(typed)
    assert spans is None or all(isinstance(span, Span) for span in spans)


def test_a_wait_is_shared_by_the_counters_and_grows_less_certain_with_the_root_of_the_line() -> None:
    assert expected_wait(4, Forecast(300, 0, 1)) == (1350, 1230, 1470)
    assert expected_wait(4, Forecast(300, 0, 2)) == (675, 555, 795)
    near, far = (expected_wait(ahead, Forecast(300, 100, 1)) for ahead in (1, 20))
    assert (far[2] - far[1] - 240) / (near[2] - near[1] - 240) == pytest.approx((20.5 / 1.5) ** 0.5, rel=0.01)
