"""What is kept and what is asked again: exact knocks, one question for all, bounded memory, nothing without a line."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy.orm import Session

from hms_desktop.core.cache import ReferenceCache, size_of
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.listener import LineState
from hms_desktop.core.notices import Channel, Notice
from hms_desktop.core.reference import reference, tags_of
from hms_desktop.core.telemetry import Telemetry, name_of

UP, DOWN = LineState(up=True), LineState(up=False)


@dataclass(frozen=True)
class Row:
    name: str


@reference("departments", "services")
def departments(_session: Session) -> tuple[Row, ...]:
    raise AssertionError("the cache itself never asks")


@reference("packs:medicine", "substances")
def packs(_session: Session, *, medicine: int) -> tuple[Row, ...]:
    raise AssertionError("the cache itself never asks")


def board(_session: Session) -> tuple[Row, ...]:
    raise AssertionError("the cache itself never asks")


def knock(cache: ReferenceCache, table: str, key: str = "") -> None:
    cache.on_notice(Notice(Channel.CHANGES, table, key))


@pytest.fixture
def cache() -> ReferenceCache:
    made = ReferenceCache()
    made.on_state(UP)
    return made


class Asked:
    """Counts how often the server was asked, and answers with the number."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def both_answers(cache: ReferenceCache, between: Callable[[], object], **values: Any) -> tuple[int, int]:
    query, asked = (packs if values else departments), Asked()
    first = cache.answer(query, values, asked)
    between()
    return first, cache.answer(query, values, asked)


def test_what_was_asked_once_is_at_hand(cache: ReferenceCache) -> None:
    assert both_answers(cache, lambda: None) == (1, 1)
    assert cache.kept(departments, {}) == (True, 1)


@pytest.mark.parametrize(
    ("table", "key", "again"),
    [
        ("departments", "7", True),
        ("services", "", True),
        ("suppliers", "7", False),
        ("queue", "", False),
        ("", "", True),  # a notice that nobody understands may mean anything
    ],
)
def test_a_knock_drops_what_depends_on_its_table_and_nothing_else(
    cache: ReferenceCache, table: str, key: str, again: bool
) -> None:
    assert both_answers(cache, lambda: knock(cache, table, key)) == (1, 2 if again else 1)


@pytest.mark.parametrize(
    ("table", "key", "again"),
    [("packs", "5", True), ("packs", "6", False), ("packs", "", True), ("substances", "6", True)],
)
def test_an_answer_about_one_medicine_hears_of_that_medicine(
    cache: ReferenceCache, table: str, key: str, again: bool
) -> None:
    assert both_answers(cache, lambda: knock(cache, table, key), medicine=5) == (1, 2 if again else 1)


def test_answers_for_other_values_are_other_answers(cache: ReferenceCache) -> None:
    asked = Asked()
    assert [cache.answer(packs, {"medicine": one}, asked) for one in (5, 6, 5)] == [1, 2, 1]


def test_an_answer_that_a_knock_overtook_is_given_and_not_kept(cache: ReferenceCache) -> None:
    def overtaken() -> str:
        knock(cache, "departments", "1")
        return "read before the change"

    assert cache.answer(departments, {}, overtaken) == "read before the change"
    assert cache.answer(departments, {}, lambda: "read after it") == "read after it"


def test_who_asks_after_the_knock_does_not_wait_for_an_answer_from_before_it(cache: ReferenceCache) -> None:
    reading, may_answer = threading.Event(), threading.Event()
    early: list[str] = []

    def slowly() -> str:
        reading.set()
        assert may_answer.wait(30)
        return "old"

    asker = threading.Thread(target=lambda: early.append(cache.answer(departments, {}, slowly)))
    asker.start()
    assert reading.wait(30)
    knock(cache, "departments", "1")
    assert cache.answer(departments, {}, lambda: "new") == "new"
    may_answer.set()
    asker.join(30)
    assert early == ["old"]
    assert cache.kept(departments, {}) == (True, "new")


def test_many_who_want_to_know_the_same_ask_once(cache: ReferenceCache) -> None:
    everyone, may_answer, asked, answers = threading.Barrier(9), threading.Event(), Asked(), []

    def slowly() -> int:
        assert may_answer.wait(30)
        return asked()

    def want() -> None:
        everyone.wait(30)
        answers.append(cache.answer(departments, {}, slowly))

    wanting = [threading.Thread(target=want) for _ in range(8)]
    for each in wanting:
        each.start()
    everyone.wait(30)
    may_answer.set()
    for each in wanting:
        each.join(30)
    assert answers == [1] * 8


def test_what_was_learned_at_once_is_at_hand_and_a_knock_drops_only_its_own(cache: ReferenceCache) -> None:
    asked = Asked()
    cache.answer(packs, {"medicine": 1}, lambda: 100)
    cache.learn(packs, "medicine", (1, 2, 3), lambda each: {one: asked() for one in each if one != 3})
    assert asked.times == 1, "what was at hand is not asked for again"
    assert [cache.kept(packs, {"medicine": one}) for one in (1, 2, 3)] == [(True, 100), (True, 1), (False, None)]
    knock(cache, "packs", "1")
    assert [cache.kept(packs, {"medicine": one})[0] for one in (1, 2)] == [False, True]


def test_what_a_knock_overtook_while_it_was_learned_is_not_kept(cache: ReferenceCache) -> None:
    def ask(each: Sequence[int]) -> dict[int, str]:
        knock(cache, "packs", "1")
        return dict.fromkeys(each, "old")

    cache.learn(packs, "medicine", (1, 2), ask)
    assert [cache.kept(packs, {"medicine": one})[0] for one in (1, 2)] == [False, True]


def test_what_fails_fails_for_all_who_wait_and_is_asked_again(cache: ReferenceCache) -> None:
    def away() -> int:
        raise Unreachable("server.away", "Away.")

    with pytest.raises(Unreachable):
        cache.answer(departments, {}, away)
    assert cache.answer(departments, {}, lambda: 3) == 3


def test_without_a_line_nothing_is_kept_and_after_one_broke_everything_is_asked_again() -> None:
    cache, asked = ReferenceCache(), Asked()
    assert [cache.answer(departments, {}, asked) for _ in range(2)] == [1, 2]
    cache.on_state(UP)
    assert [cache.answer(departments, {}, asked) for _ in range(2)] == [3, 3]
    cache.on_state(UP)  # a beat
    assert cache.answer(departments, {}, asked) == 3
    cache.on_state(DOWN)
    assert [cache.answer(departments, {}, asked) for _ in range(2)] == [4, 5]
    cache.on_state(UP)
    assert cache.answer(departments, {}, asked) == 6


def test_an_answer_that_the_break_overtook_is_not_kept(cache: ReferenceCache) -> None:
    def overtaken() -> int:
        cache.on_state(DOWN)
        cache.on_state(UP)
        return 1

    cache.answer(departments, {}, overtaken)
    assert cache.kept(departments, {}) == (False, None)


def test_an_old_answer_is_asked_again_whatever_was_heard() -> None:
    cache, asked = ReferenceCache(longest_seconds=0.0), Asked()
    cache.on_state(UP)
    assert [cache.answer(departments, {}, asked) for _ in range(2)] == [1, 2]


def test_memory_is_bounded_and_what_is_too_large_is_not_kept() -> None:
    bound = 200_000
    cache = ReferenceCache(most_bytes=bound)
    cache.on_state(UP)
    for medicine in range(500):
        cache.answer(packs, {"medicine": medicine}, lambda: tuple(Row("x" * 100) for _ in range(10)))
        assert cache.bytes_kept <= bound
    assert 10 < len(cache) < 500
    cache.answer(packs, {"medicine": -1}, lambda: tuple(Row("x" * 1000) for _ in range(1000)))
    assert cache.kept(packs, {"medicine": -1}) == (False, None)


def test_the_size_of_an_answer_counts_what_it_holds() -> None:
    assert size_of((Row("x" * 1000),)) > 1000
    assert size_of({"a": ("y" * 500,)}) > 500


def test_hits_and_misses_are_counted_under_the_querys_name() -> None:
    telemetry = Telemetry()
    cache = ReferenceCache(telemetry)
    cache.on_state(UP)
    for _ in range(4):
        cache.answer(departments, {}, lambda: 1)
    cache.kept(departments, {})
    reads = telemetry.take().caches[name_of(departments)]
    assert (reads.hits, reads.misses) == (4, 1)


def test_a_query_that_is_not_marked_is_no_reference_data(cache: ReferenceCache) -> None:
    with pytest.raises(TypeError, match="not marked"):
        cache.answer(board, {}, lambda: 1)
    assert tags_of(packs, {"medicine": 5}) == {("packs", "5"), ("substances", "")}


def test_a_storm_of_knocks_between_readers_leaves_no_old_answer(cache: ReferenceCache) -> None:
    """The truth counts up, and each change knocks as a commit does; no reader is told less than it knew for sure."""
    truth, wrong = [0], []
    ended = threading.Event()

    def change() -> None:
        for number in range(1, 3001):
            truth[0] = number
            knock(cache, "departments", str(number % 7))
            told[0] = number
        ended.set()

    def read() -> None:
        while not ended.is_set():
            known = told[0]
            if (answer := cache.answer(departments, {}, lambda: truth[0])) < known:
                wrong.append((known, answer))

    told = [0]
    readers = [threading.Thread(target=read) for _ in range(3)]
    changing = threading.Thread(target=change)
    for each in (*readers, changing):
        each.start()
    for each in (*readers, changing):
        each.join(60)
    assert ended.is_set()
    assert wrong == []
    assert cache.answer(departments, {}, lambda: truth[0]) == 3000
