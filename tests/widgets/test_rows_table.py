"""A table that is shown anew every second changes only where it differs, so that nobody loses their place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester

from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from tests.widgets.rows import COLUMNS, Person


def people(*numbers: int) -> list[Person]:
    return [Person(number, f"person {number}") for number in numbers]


def made(*numbers: int) -> RowsModel[Person]:
    model = RowsModel(COLUMNS, key=lambda person: person.number)
    model.show(people(*numbers))
    return model


@settings(max_examples=200, deadline=None)
@given(before=st.lists(st.integers(0, 30), unique=True), after=st.lists(st.integers(0, 30), unique=True))
def test_whatever_was_shown_before_the_new_rows_are_shown_in_their_order(before, after) -> None:
    model = made(*before)
    model.show(people(*after))
    assert [person.number for person in model.rows()] == after
    assert [model.data(model.index(row, 0)) for row in range(model.rowCount())] == [str(one) for one in after]


def test_the_selected_row_stays_selected_while_others_come_go_and_move(qtbot) -> None:
    model = made(1, 2, 3, 4, 5)
    view = TableView("Queue")
    qtbot.addWidget(view)
    view.setModel(model)
    view.choose(2)
    model.show(people(9, 5, 3, 1, 8))
    assert model.row(view.chosen_row()).number == 3
    assert view.selectionModel().isRowSelected(view.chosen_row(), view.rootIndex())


def test_the_same_rows_again_change_nothing_at_all() -> None:
    model = made(1, 2, 3)
    spies = [
        QSignalSpy(signal) for signal in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.modelReset)
    ]
    model.show(people(1, 2, 3))
    assert [spy.count() for spy in spies] == [0, 0, 0, 0]


def test_only_the_row_that_differs_is_painted_anew() -> None:
    model = made(1, 2, 3)
    spy = QSignalSpy(model.dataChanged)
    model.show([*people(1), Person(2, "person 2", "called"), *people(3)])
    assert [(spy.at(0)[0].row(), spy.at(0)[1].row())] == [(1, 1)]
    assert spy.count() == 1


def test_two_rows_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="same key"):
        made(1, 1)


def test_qt_finds_no_fault_in_the_model(qtmodeltester: ModelTester) -> None:
    model = made(1, 2, 3, 4)
    qtmodeltester.check(model)
    model.show(people(4, 2, 7))


def test_enter_opens_the_chosen_row_and_typing_searches_nothing(qtbot) -> None:
    view = TableView("Queue")
    qtbot.addWidget(view)
    view.setModel(made(1, 2, 3))
    view.choose(1)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [1]
    qtbot.keyClicks(view, "person 3")
    assert view.chosen_row() == 1


def test_a_screen_reader_hears_the_column_with_the_cell() -> None:
    assert made(1).data(made(1).index(0, 1), int(Qt.ItemDataRole.AccessibleTextRole)) == "Name: person 1"
