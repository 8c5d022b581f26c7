"""A table of a million rows holds a few pages, fetches only what is seen, and drops what nobody looks at any more."""

import asyncio
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from hms_desktop.core.errors import Unreachable
from hms_desktop.widgets.paged_table import PagedTableModel
from hms_desktop.widgets.table_view import TableView
from tests.waiting import PATIENCE, until
from tests.widgets.conftest import Loop
from tests.widgets.rows import COLUMNS, People

MILLION = 1_000_000


@pytest.fixture
def model() -> Iterator[PagedTableModel]:
    made = PagedTableModel(COLUMNS)
    yield made
    made.close()


async def settled(model: PagedTableModel, row: int) -> None:
    """Wait until row `row` has arrived."""
    await until(lambda: model.cells(row) is not None, f"row {row} came")


def test_the_first_page_is_there_when_the_answer_is(model: PagedTableModel, loop: Loop) -> None:
    people = People(MILLION)
    loop.run(model.ask(people))
    assert model.rowCount() == MILLION
    assert model.data(model.index(7, 1)) == "person 7"
    assert people.asked == [0]


def test_a_row_that_is_still_coming_shows_nothing_and_says_so_to_a_screen_reader(model, loop: Loop) -> None:
    loop.run(model.ask(People(MILLION)))
    index = model.index(500_000, 1)
    assert model.data(index) is None
    assert model.row(500_000) is None
    assert model.data(index, int(Qt.ItemDataRole.AccessibleTextRole)) == "still loading"


def test_a_jump_fetches_only_the_pages_that_are_seen(model: PagedTableModel, loop: Loop) -> None:
    people = People(MILLION)

    async def jump() -> None:
        await model.ask(people)
        model.look_at(765_480, 765_505)
        await settled(model, 765_505)

    loop.run(jump())
    assert people.asked == [0, 765_450]  # both pages that the window shows parts of, with one question
    assert model.row(765_505).number == 765_505


def test_when_all_is_calm_the_neighbours_are_fetched_too(model: PagedTableModel, loop: Loop) -> None:
    people = People(MILLION)

    async def rest() -> None:
        await model.ask(people)
        model.look_at(500_010, 500_030)
        await settled(model, 499_990)
        await asyncio.sleep(0.3)

    loop.run(rest())
    assert people.asked == [0, 500_000, 500_050, 499_950]


def test_a_drag_over_many_pages_asks_for_few_of_them(model: PagedTableModel, loop: Loop) -> None:
    people = People(MILLION)

    async def drag() -> None:
        await model.ask(people)
        model._slow.setInterval(60_000)
        people.slow = 0.2
        model.look_at(2_500, 2_524)
        await until(lambda: len(people.asked) == 2)
        for row in range(5_000, MILLION, 2_500):
            model.look_at(row, row + 24)
        people.slow = 0.0
        await settled(model, MILLION - 2_500)

    loop.run(drag())
    assert people.asked[:3] == [0, 2_500, MILLION - 2_500]


def test_a_slow_page_that_nobody_wants_any_more_is_cancelled(model: PagedTableModel, loop: Loop) -> None:
    people = People(MILLION)

    async def look_elsewhere() -> None:
        await model.ask(people)
        people.slow = PATIENCE
        model.look_at(300_000, 300_020)
        await until(lambda: len(people.asked) == 2)
        people.slow = 0.0
        model.look_at(600_000, 600_020)
        await settled(model, 600_010)

    loop.run(look_elsewhere())
    assert people.cancelled == [300_000]
    assert model.cells(300_000) is None


def test_an_answer_to_an_older_question_is_dropped(model: PagedTableModel, loop: Loop) -> None:
    old, new = People(500, word="old"), People(700, word="new")

    async def ask_twice() -> None:
        await model.ask(old)
        old.slow = 0.05
        model.look_at(400, 420)
        await model.ask(new)
        await asyncio.sleep(0.1)

    loop.run(ask_twice())
    assert model.rowCount() == 700
    assert model.cells(400) is None
    assert model.data(model.index(0, 1)) == "new 0"


def test_of_two_questions_under_way_the_newer_wins_even_when_it_answers_first(model, loop: Loop) -> None:
    slow, quick = People(500, slow=0.1, word="slow"), People(700, word="quick")

    async def ask_both() -> None:
        first = asyncio.ensure_future(model.ask(slow))
        await asyncio.sleep(0.01)
        await model.ask(quick)
        await first

    loop.run(ask_both())
    assert (model.rowCount(), model.data(model.index(0, 1))) == (700, "quick 0")


def test_few_pages_are_kept_however_far_one_scrolls(loop: Loop) -> None:
    model = PagedTableModel(COLUMNS, pages_kept=5)

    async def wander() -> None:
        await model.ask(People(MILLION))
        for row in range(0, 100_000, 1_000):
            model.look_at(row, row + 30)
            await settled(model, row)

    loop.run(wander())
    model.close()
    assert len(model._pages) == 5


def test_a_refresh_keeps_the_old_rows_until_the_new_ones_are_there(model: PagedTableModel, loop: Loop) -> None:
    people = People(1_000)
    seen: list[object] = []

    async def refresh() -> None:
        await model.ask(people)
        people.word, people.slow = "renewed", 0.2
        await model.refresh()
        seen.append(model.data(model.index(3, 1)))
        await until(lambda: model.data(model.index(3, 1)) != "person 3")
        seen.append(model.data(model.index(3, 1)))

    loop.run(refresh())
    assert seen == ["person 3", "renewed 3"]


@pytest.mark.parametrize("count", [0, 50, 1_000, 1_750])
def test_a_refresh_follows_a_table_that_grew_or_shrank(count: int, model: PagedTableModel, loop: Loop) -> None:
    people = People(1_000)

    async def refresh() -> None:
        await model.ask(people)
        people.count = count
        await model.refresh()

    loop.run(refresh())
    assert model.rowCount() == count


def test_an_unreachable_server_is_told_to_the_handler_and_the_next_look_asks_again(
    model: PagedTableModel, loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    people, told = People(MILLION), []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(error))

    async def fail_and_recover() -> None:
        await model.ask(people)
        people.failing = Unreachable("server.away", "The server does not answer.")
        model.look_at(5_000, 5_020)
        await until(lambda: told)
        await asyncio.sleep(0.3)
        people.failing = None
        model.look_at(5_000, 5_020)
        await settled(model, 5_000)

    loop.run(fail_and_recover())
    assert [str(error) for error in told] == ["The server does not answer."]


def test_a_page_that_comes_back_short_leaves_placeholders_and_no_error(model, loop: Loop) -> None:
    people = People(1_000)

    async def shrink() -> None:
        await model.ask(people)
        people.count = 950
        model.look_at(900, 999)
        await settled(model, 949)

    loop.run(shrink())
    assert model.row(949).number == 949
    assert model.row(970) is None


@settings(max_examples=40, deadline=None)
@given(
    jumps=st.lists(st.integers(0, 99_999), min_size=1, max_size=15),
    page_rows=st.integers(1, 200).filter(lambda rows: 1000 % rows == 0),
)
def test_wherever_one_looks_the_rows_are_the_right_ones(jumps: list[int], page_rows: int) -> None:
    async def look() -> None:
        model = PagedTableModel(COLUMNS, page_rows=page_rows, pages_kept=4)
        await model.ask(People(100_000))
        for row in jumps:
            model.look_at(row, row)
            await settled(model, row)
            assert model.row(row).number == row
        model.close()

    asyncio.run(look())


def test_qt_finds_no_fault_in_the_model(model: PagedTableModel, loop: Loop, qtmodeltester: ModelTester) -> None:
    loop.run(model.ask(People(250)))
    qtmodeltester.check(model)


def test_the_view_fetches_what_a_dragged_scrollbar_uncovers(model: PagedTableModel, loop: Loop, qtbot) -> None:
    view = TableView("People")
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(700, 400)
    view.show()
    people = People(MILLION)

    async def drag() -> None:
        await model.ask(people)
        while view.verticalScrollBar().maximum() == 0:
            await asyncio.sleep(0.005)
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        await settled(model, MILLION - 1)

    loop.run(drag())
    assert view.last_seen() == MILLION - 1
    assert len(people.asked) == 2
