"""A page reads when it is seen, works without freezing, and says what it does when that takes long."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from hms_desktop.core.errors import Refused
from hms_desktop.core.notices import Channel, Notice
from hms_desktop.widgets import busy
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.desk import Desk, Person, Room
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.live import Live
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.search_box import SearchBox
from hms_desktop.widgets.tabbed_page import TabbedPage
from tests.waiting import PATIENCE, until
from tests.widgets.conftest import Loop


class Counting(Page):
    """A page that counts how often it reads."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Queue")
        self.begun = self.ended = 0
        self.slow = 0.0
        self.failing: Exception | None = None
        self.follow("queue")

    async def load(self) -> None:
        self.begun += 1
        await asyncio.sleep(self.slow)
        if self.failing is not None:
            raise self.failing
        self.ended += 1


@pytest.fixture
def desk(qapp, qtbot) -> Desk:
    messages = MessageBar()
    qtbot.addWidget(messages)
    who = Person("clerk", "Demo Clerk", frozenset({"hms_front_desk"}))
    return Desk(cast(Any, SimpleNamespace()), Live(), who, workstation="desk-1", messages=messages)


@pytest.fixture
def page(desk: Desk, qtbot) -> Counting:
    made = Counting(desk)
    qtbot.addWidget(made)
    return made


def knock(desk: Desk) -> None:
    desk.live.on_notice(Notice(Channel.CHANGES, "queue", "1"))


def test_a_page_reads_when_it_is_first_shown_and_not_before(page: Counting, loop: Loop) -> None:
    async def show() -> None:
        await asyncio.sleep(0.02)
        assert page.begun == 0
        page.show()
        await until(lambda: page.ended == 1)
        page.hide()
        page.show()
        await asyncio.sleep(0.02)

    loop.run(show())
    assert page.begun == 1


def test_a_visible_page_reads_again_and_a_hidden_one_when_it_is_shown(desk: Desk, qtbot, loop: Loop) -> None:
    first, second, stack = Counting(desk), Counting(desk), QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(first)
    stack.addWidget(second)

    async def knock_while_first_is_seen() -> None:
        stack.show()
        await until(lambda: first.ended == 1)
        stack.setCurrentWidget(second)
        await until(lambda: second.ended == 1)
        stack.setCurrentWidget(first)
        knock(desk)
        await until(lambda: first.ended == 2)
        assert (second.ended, second.stale) == (1, True)
        stack.setCurrentWidget(second)
        await until(lambda: second.ended == 2)

    loop.run(knock_while_first_is_seen())
    assert (first.ended, second.ended) == (2, 2)


def test_a_newer_load_takes_the_place_of_an_older_one(page: Counting, loop: Loop) -> None:
    async def reload() -> None:
        page.slow = PATIENCE
        page.show()
        await until(lambda: page.begun == 1)
        page.slow = 0.0
        page.reload()
        await until(lambda: page.ended == 1)

    loop.run(reload())
    assert (page.begun, page.ended) == (2, 1)


def test_a_load_that_is_slower_than_the_knocks_still_comes_to_its_end(page, desk: Desk, loop: Loop) -> None:
    async def knock_on() -> None:
        page.slow = 0.2
        page.show()
        while page.ended < 3:
            knock(desk)
            await asyncio.sleep(0.02)
        page.slow = 0.0
        await until(lambda: page.begun == page.ended and not page.stale)

    loop.run(knock_on())
    assert page.ended >= 4


def test_a_page_whose_reading_failed_reads_again_when_it_is_shown(page, loop: Loop, monkeypatch) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: told.append(error))

    async def fail() -> None:
        page.failing = Refused("x", "No.")
        page.show()
        await until(lambda: told)
        page.hide()
        page.failing = None
        page.show()
        await until(lambda: page.ended == 1)

    loop.run(fail())
    assert [str(error) for error in told] == ["No."]
    assert page.ended == 1


def test_a_closed_page_hears_nothing(page: Counting, desk: Desk, loop: Loop) -> None:
    async def close() -> None:
        page.show()
        await until(lambda: page.ended == 1)
        page.close_page()
        knock(desk)
        await asyncio.sleep(0.05)

    loop.run(close())
    assert page.begun == 1


def test_a_working_button_is_off_and_comes_back_even_after_an_error(page: Counting, qtbot, loop: Loop) -> None:
    button = Button("Call next", keys="F8")
    page.buttons.addWidget(button)

    async def work() -> None:
        with page.busy(button):
            assert not button.isEnabled()
            raise Refused("queue.nobody_waiting", "Nobody is waiting.")

    with pytest.raises(Refused):
        loop.run(work())
    assert button.isEnabled()


def test_long_work_shows_progress_then_words_and_can_be_cancelled(page, qtbot, loop: Loop, monkeypatch) -> None:
    button = Button("Print")
    page.buttons.addWidget(button)
    soon, late = page.progress._soon, page.progress._late
    bar, words = page.progress._bar, page.progress._words
    for timer in (soon, late):
        timer.setInterval(60_000)

    async def work() -> None:
        with page.busy(button, "Printing the day's list…"):
            await asyncio.sleep(PATIENCE)

    async def watch() -> None:
        page.show()
        task = go(work())
        await until(lambda: soon.isActive() and late.isActive())
        assert (bar.isVisible(), words.isVisible()) == (False, False)
        soon.setInterval(1)
        await until(bar.isVisible)
        assert not words.isVisible()
        late.setInterval(1)
        await until(words.isVisible)
        assert words.text() == "Printing the day's list…"
        page.progress._cancel.click()
        await until(task.cancelled)

    loop.run(watch())
    assert button.isEnabled()
    assert not page.progress._bar.isVisible()


def test_progress_appears_after_three_tenths_and_words_after_three_seconds() -> None:
    assert (busy.PROGRESS_MS, busy.WORDS_MS) == (300, 3000)


def test_the_desk_tells_of_another_room_once_and_makes_a_new_intent_each_time(desk: Desk) -> None:
    rooms: list[Room | None] = []
    desk.room_changed.connect(rooms.append)
    desk.sit_in(Room(3, "Counter 3", "General OPD"))
    desk.sit_in(Room(3, "Counter 3", "General OPD"))
    assert rooms == [Room(3, "Counter 3", "General OPD")]
    assert desk.new_intent() != desk.new_intent()
    assert desk.who.has_duty("hms_front_desk", "hms_admin")
    assert not desk.who.has_duty("hms_admin")


def test_the_desk_sends_one_to_another_page_with_what_to_show(desk: Desk, qtbot) -> None:
    with qtbot.waitSignal(desk.going_to) as going:
        desk.go_to("patients", 42)
    assert going.args == ["patients", 42]


def test_a_newer_question_cancels_the_older(loop: Loop) -> None:
    answers: list[str] = []

    async def answer(text: str) -> None:
        await asyncio.sleep(0.02)
        answers.append(text)

    async def ask() -> None:
        latest = Latest()
        for text in ("a", "am", "ami"):
            latest.ask(answer(text))
            await asyncio.sleep(0)
        assert latest.busy
        await until(lambda: not latest.busy)

    loop.run(ask())
    assert answers == ["ami"]


def test_the_search_box_asks_once_after_a_pause_and_at_once_on_enter(qtbot, loop: Loop) -> None:
    asked: list[str] = []

    async def ask(text: str) -> None:
        asked.append(text)

    box = SearchBox("Find a patient", ask, keys="Ctrl+K", pause_ms=30)
    qtbot.addWidget(box)

    async def typing() -> None:
        qtbot.keyClicks(box, "ami")
        await until(lambda: asked)
        assert asked == ["ami"]
        qtbot.keyClicks(box, "n")
        qtbot.keyClick(box, Qt.Key.Key_Return)
        await until(lambda: len(asked) == 2)
        await asyncio.sleep(0.06)
        qtbot.keyClick(box, Qt.Key.Key_Escape)
        await until(lambda: len(asked) == 3)
        await asyncio.sleep(0.06)

    loop.run(typing())
    assert asked == ["ami", "amin", ""]


def test_progress_that_outlives_its_page_ends_in_silence(loop: Loop) -> None:
    progress = busy.Progress()

    async def leave_in_the_middle() -> None:
        with progress.working(None, ""):
            shiboken6.delete(progress)

    loop.run(leave_in_the_middle())


def test_in_a_tab_the_title_is_said_once_and_readers_still_hear_it(page: Counting, desk: Desk, qtbot) -> None:
    holder = TabbedPage(desk)
    qtbot.addWidget(holder)
    holder.hold("Waiting room", (page,))
    assert page._title.isHidden()
    assert page.accessibleName() == "Queue"
    assert holder.tabs.tabBarAutoHide(), "and one alone has no tab"
