"""The calendar: every place is reached by keys, entries are carried and dragged, and it is mirrored in Arabic."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hms_desktop.widgets.calendar_grid import EMPTY_WIDTH, CalendarGrid
from hms_desktop.widgets.calendar_sheet import LINE_HEIGHT, CalendarModel, CalendarSheet, Entry, Heading, Slot
from hms_desktop.widgets.theme import CONTRAST, DARK, Appearance

KEY = Qt.Key


def entry(key: int, name: str, *, movable: bool = True) -> Entry:
    return Entry(key, name, "booked", f"{name}, booked", icon="circle", movable=movable)


def sheet() -> CalendarSheet:
    """Two working days around a free one: half hours with two places, and an hour with one."""
    slots = (
        Slot("a9", 0, 540, 570, "09:00", "9:00, 1 of 2 free", free=1, entries=(entry(1, "Amina"),)),
        Slot("a930", 0, 570, 600, "09:30", "9:30, 2 of 2 free", free=2),
        Slot("c9", 2, 540, 600, "09:00", "9:00, full", entries=(entry(2, "مريم"), entry(3, "José", movable=False))),
        Slot("c10", 2, 600, 630, "10:00", "10:00, closed", open=False),
    )
    headings = (Heading("Mon 2", "Mar", marked=True), Heading("Tue 3", "Mar", note="Holiday"), Heading("Wed 4", "Mar"))
    return CalendarSheet(headings, slots, {540: "9:00", 570: "9:30", 600: "10:00"}, now=545)


@pytest.fixture
def grid(qtbot) -> CalendarGrid:
    made = CalendarGrid("Calendar")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_sheet(sheet())
    with qtbot.waitExposed(made):
        made.show()
    return made


def chosen(grid: CalendarGrid) -> tuple[object, object]:
    slot, taken = grid.chosen_slot(), grid.chosen_entry()
    return (slot.key if slot else None, taken.key if taken else None)


def press(grid: CalendarGrid, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(grid, key)


def middle(grid: CalendarGrid, row: int, column: int, line: int = 0) -> QPoint:
    rect = grid.visualRect(grid.calendar.index(row, column))
    return QPoint(rect.center().x(), rect.top() + 2 + line * LINE_HEIGHT + LINE_HEIGHT // 2)


def test_down_goes_through_the_places_of_a_slot_and_then_to_the_next_slot(grid: CalendarGrid) -> None:
    grid.choose_first()
    seen = [chosen(grid)]
    for _ in range(4):
        press(grid, KEY.Key_Down)
        seen.append(chosen(grid))
    assert seen == [("a9", 1), ("a9", None), ("a930", None), ("a930", None), ("a930", None)]
    press(grid, KEY.Key_Home)
    assert chosen(grid) == ("a9", 1)
    press(grid, KEY.Key_End)
    assert chosen(grid) == ("a930", None)


def test_sideways_skips_empty_columns_and_turns_the_page_at_the_end(grid: CalendarGrid, qtbot) -> None:
    grid.choose_first()
    press(grid, KEY.Key_Right)
    assert chosen(grid) == ("c9", 2)
    with qtbot.waitSignal(grid.turned) as turned:
        press(grid, KEY.Key_Right)
    assert turned.args == [1]
    with qtbot.waitSignal(grid.turned) as turned:
        press(grid, KEY.Key_PageUp)
    assert turned.args == [-1]


def test_in_arabic_the_week_runs_from_the_right_and_the_arrows_with_it(grid: CalendarGrid) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    index = grid.calendar.index
    assert grid.visualRect(index(0, 0)).left() > grid.visualRect(index(0, 2)).left()
    grid.choose_first()
    press(grid, KEY.Key_Left)
    assert chosen(grid) == ("c9", 2)
    press(grid, KEY.Key_Right)
    assert chosen(grid) == ("a9", 1)


def test_enter_opens_the_place_that_is_chosen(grid: CalendarGrid, qtbot) -> None:
    grid.choose("c9", 1)
    with qtbot.waitSignal(grid.opened) as opened:
        press(grid, KEY.Key_Return)
    assert [opened.args[0].key, opened.args[1].key] == ["c9", 3]


def test_what_is_carried_is_put_by_enter_and_let_go_by_escape(grid: CalendarGrid, qtbot) -> None:
    grid.choose_entry(1)
    grid.carry(1)
    press(grid, KEY.Key_Right)
    with qtbot.waitSignal(grid.dropped) as dropped:
        press(grid, KEY.Key_Return)
    assert [dropped.args[0], dropped.args[1].key] == [1, "c9"]
    with qtbot.waitSignal(grid.let_go):
        press(grid, KEY.Key_Escape)
    assert not grid.carrying


def test_an_entry_is_dragged_to_another_slot_and_one_that_is_not_movable_stays(grid: CalendarGrid, qtbot) -> None:
    def drag(since: QPoint, to: QPoint) -> None:
        QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=since)
        QTest.mouseMove(grid.viewport(), since + QPoint(0, 20))
        QTest.mouseMove(grid.viewport(), to)
        QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=to)

    dropped: list[tuple[object, object]] = []
    grid.dropped.connect(lambda key, slot: dropped.append((key, slot.key)))
    drag(middle(grid, 0, 0), middle(grid, 1, 0))
    drag(middle(grid, 0, 2, 1), middle(grid, 0, 0))
    assert dropped == [(1, "a930")]


def test_another_sheet_keeps_what_was_chosen_where_it_still_is(grid: CalendarGrid) -> None:
    grid.choose_entry(3)
    grid.show_sheet(sheet())
    assert chosen(grid) == ("c9", 3)
    grid.show_sheet(CalendarSheet())
    assert chosen(grid) == (None, None)


def test_each_slot_is_high_enough_for_its_places_and_empty_columns_are_narrow(grid: CalendarGrid) -> None:
    heights = grid.calendar.heights()
    for slot in sheet().slots:
        rows = grid.calendar.row_range(slot)
        assert sum(heights[row] for row in rows) >= slot.lines * LINE_HEIGHT
    assert grid.columnWidth(1) == EMPTY_WIDTH
    assert grid.columnWidth(0) > 2 * EMPTY_WIDTH


def test_a_screen_reader_hears_who_stands_in_a_slot(grid: CalendarGrid) -> None:
    model = grid.calendar
    assert model.data(model.index(0, 0), int(Qt.ItemDataRole.AccessibleTextRole)) == (
        "Mon 2 Mar; 9:00, 1 of 2 free; Amina, booked"
    )
    table = QAccessible.queryAccessibleInterface(grid)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Calendar"


@pytest.mark.parametrize("theme", ["light", DARK, CONTRAST])
def test_the_focused_place_looks_different_in_every_theme(grid: CalendarGrid, appearance: Appearance, theme) -> None:
    appearance.wear(theme)
    grid.choose_first()
    grid.setFocus()
    focused = grid.viewport().grab().toImage()
    press(grid, KEY.Key_Down)
    assert grid.viewport().grab().toImage() != focused


def test_while_a_page_is_coming_its_columns_hold_quiet_bars(grid: CalendarGrid) -> None:
    grid.show_sheet(CalendarSheet((Heading("Mon 2"),)), coming=True)
    assert grid.calendar.coming
    assert grid.calendar.rowCount() == 0
    assert not grid.viewport().grab().isNull()


def test_rows_stand_at_every_moment_at_which_something_begins_or_ends() -> None:
    model = CalendarModel()
    model.show(sheet())
    assert model.moments == (540, 570, 600, 630)
    assert model.now_row() == 0
    assert [model.rows_of(slot) for slot in sheet().slots] == [1, 1, 2, 1]


@pytest.mark.parametrize("step", [7, -7, 60, 500])
def test_a_page_that_was_scrolled_looks_as_if_it_were_painted_anew(grid: CalendarGrid, step: int) -> None:
    slots = tuple(
        Slot(at, at % 3, 480 + 10 * at, 490 + 10 * at, str(at), str(at), free=1, entries=(entry(at, f"Amina {at}"),))
        for at in range(40)
    )
    grid.show_sheet(CalendarSheet(sheet().headings, slots, now=600))
    grid.choose(14)
    bar = grid.verticalScrollBar()
    bar.setValue(100)
    grid.grab()
    bar.setValue(100 + step)
    moved = grid.viewport().grab().toImage()
    grid.calendar.coming = True
    grid.grab()
    grid.calendar.coming = False
    anew = grid.viewport().grab().toImage()
    places = itertools.product(range(anew.width()), range(anew.height()))
    differing = [place for place in places if moved.pixel(*place) != anew.pixel(*place)]
    assert len(differing) <= 4, differing  # a rounded corner that is cut by the edge
