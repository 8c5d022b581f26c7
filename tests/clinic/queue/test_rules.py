"""The waiting order and the put-back, without a database."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.queue.rules import (
    OPEN,
    TRANSITIONS,
    ServiceRules,
    State,
    Turn,
    Waiting,
    Why,
    before_window,
    in_order,
    label,
    label_as_typed,
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
        ([False, False, False], 2),
        ([False, False, False, True], 2),
        ([False, False], None),
        ([False, True, False], None),
        ([], None),
    ],
)
def test_three_priority_calls_in_a_row_promote_who_waited_long(recent: list[bool], expected: int | None) -> None:
    line = [waiting(1, ago=19), waiting(2, ago=25), waiting(3, ago=24), waiting(4, URGENT, ago=40)]
    assert promoted(line, recent, NOW, RULES) == expected


def test_twenty_minutes_sharp_is_not_yet_long() -> None:
    assert promoted([waiting(1, ago=20)], [False] * 3, NOW, RULES) is None


@given(lines, histories)
def test_the_order_loses_nobody_and_promotes_one_at_most(line: list[Waiting], recent: list[bool]) -> None:
    ordered = in_order(line, recent, NOW, RULES)
    assert sorted(ids(ordered)) == sorted(ids(line))
    first = promoted(line, recent, NOW, RULES)
    assert [one.id for one in ordered if turn(one, first, NOW, RULES) is Turn.WAITED_LONG] == (
        [] if first is None else [first]
    )


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
    assert promoted([*line, back], [False] * 3, NOW, RULES) is None


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
    assert why(one, turn(one, None, NOW, RULES)) is expected
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
