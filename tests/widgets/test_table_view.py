"""A table's columns fill its width: those that stretch share what the others leave, and nothing is cut off outside."""

import pytest

from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from tests.widgets.rows import Person

COLUMNS = (
    Column[Person]("Number", lambda person: str(person.number), width=80),
    Column[Person]("Name", lambda person: person.name, width=200, stretch=True),
    Column[Person]("Why", lambda person: person.state, width=100, stretch=True),
    Column[Person]("State", lambda person: person.state, width=120),
)


@pytest.fixture
def view(qtbot) -> TableView:
    view = TableView("Queue")
    qtbot.addWidget(view)
    model = RowsModel(COLUMNS, key=lambda person: person.number)
    model.show([Person(1, "person 1")])
    view.setModel(model)
    view.resize(702, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def widths(view: TableView) -> list[int]:
    return [view.columnWidth(place) for place in range(len(COLUMNS))]


def filled(view: TableView) -> bool:
    return sum(widths(view)) == view.viewport().width()


def test_columns_that_stretch_share_the_rest_in_the_proportion_of_their_hints(view) -> None:
    assert filled(view)
    number, name, why, state = widths(view)
    assert (number, state) == (80, 120)
    assert abs(name - 2 * why) <= 2


def test_a_wider_and_a_narrower_window_leave_no_gap(view) -> None:
    for width in (1000, 500, 703):
        view.resize(width, 300)
        assert filled(view), width


def test_a_column_that_somebody_draws_wider_takes_from_those_that_stretch(view) -> None:
    view.horizontalHeader().resizeSection(3, 200)
    assert widths(view)[3] == 200
    assert filled(view)


def test_hiding_a_column_gives_its_room_away_and_showing_it_takes_it_back(view) -> None:
    before = widths(view)
    view.setColumnHidden(0, True)
    assert filled(view)
    view.setColumnHidden(0, False)
    assert widths(view) == before


def test_in_a_window_that_is_too_small_each_column_keeps_something_to_see(view) -> None:
    view.resize(150, 300)
    assert min(widths(view)) >= view.horizontalHeader().minimumSectionSize()


def test_columns_that_yield_go_in_their_order_when_the_name_would_be_too_narrow_and_come_back(qtbot) -> None:
    view = TableView("Found")
    qtbot.addWidget(view)
    columns = (
        Column[Person]("Name", lambda person: person.name, width=200, stretch=True),
        Column[Person]("Age", lambda person: "40", width=80),
        Column[Person]("Phone", lambda person: "", width=140, yields=1),
        Column[Person]("Found by", lambda person: "", width=130, yields=2),
    )
    view.setModel(RowsModel(columns, key=lambda person: person.number))
    view.show()
    hidden = {}
    for width in (900, 500, 350, 150, 500, 900):
        view.resize(width, 300)
        hidden[width] = [column.title for place, column in enumerate(columns) if view.isColumnHidden(place)]
        assert width < 280 or view.columnWidth(0) >= 200, width
    assert hidden == {900: [], 500: ["Found by"], 350: ["Phone", "Found by"], 150: ["Phone", "Found by"]}


def test_a_title_that_another_language_makes_longer_is_seen_whole(view, qtbot) -> None:
    model = RowsModel([Column[Person]("Those who did not come", lambda person: person.name, width=40)], key=str)
    other = TableView("Queue")
    qtbot.addWidget(other)
    other.setModel(model)
    title = other.horizontalHeader().fontMetrics().horizontalAdvance("Those who did not come")
    assert other.columnWidth(0) > title
