"""The feed alone: how knocks from another thread become few reads, and each call comes once."""

import asyncio
import datetime as dt
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from display_kiosk.feed import BREATH_SECONDS, GRACE_SECONDS, POLL_SECONDS, SILENT_SECONDS, Feed
from hms_desktop.clinic.displays import actions, queries
from hms_desktop.core.errors import Misconfigured, Unreachable
from hms_desktop.core.listener import BEAT_SECONDS, PATIENCE_SECONDS, LineState
from hms_desktop.core.notices import Notice
from tests.waiting import until

Loop = asyncio.AbstractEventLoop


class Hall:
    """Stands for the database and the listener; a test says what the window holds."""

    def __init__(self) -> None:
        self.window: tuple[queries.Call, ...] = ()
        self.reads = 0
        self.told: list[tuple[tuple[int, ...], bool]] = []
        self.refuse_telling = 0
        self.screen: object | None = None
        self.tests: tuple[queries.TestCall, ...] = ()
        self.unfit: Misconfigured | None = None
        self.beats = 0
        self.deaf_to_beats = False
        self.alive = True
        self.lines_made = 0
        self.knock: Callable[[Notice], None] = lambda _: None
        self.line: Callable[[LineState], None] = lambda _: None

    def make_line(self, _channels: Sequence[str], knock: Any, line: Any) -> "Hall":
        self.knock, self.line = knock, line
        self.lines_made += 1
        return self

    def start(self) -> None:
        self.alive = True
        self.line(LineState(up=True))

    def stop(self) -> None:
        pass

    async def read(self, query: Any, **_: Any) -> Any:
        await asyncio.sleep(0.002)
        if query is queries.test_calls:
            return self.tests
        if query is queries.recent_calls:
            self.reads += 1
            return self.window
        if query is queries.why_unfit:
            return self.unfit
        return {queries.newer_release: "0.2.0", queries.my_screen: self.screen, queries.waiting_numbers: ()}[query]

    async def run(self, action: Any, **values: Any) -> int:
        if action is actions.acknowledge:
            if self.refuse_telling:
                self.refuse_telling -= 1
                raise Unreachable("server.away", "away")
            self.told.append((tuple(values["call_ids"]), values["spoken"]))
        if action is actions.beat:
            self.beats += 1
            if self.deaf_to_beats:
                raise LookupError("function kiosk.heartbeat(text, integer, jsonb) does not exist")
        return 0


def call(number: int, *, shown: bool = False, listed: bool = True) -> queries.Call:
    now = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
    return queries.Call(number, f"A {number:03}", "Counter 1", "A", "call", now, dt.timedelta(), shown, listed)


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.fixture
def loop(qt_loop: Loop) -> Loop:
    return qt_loop


async def seen(hall: Hall, window: Iterable[queries.Call]) -> None:
    """The feed has read this window."""
    hall.window = tuple(window)
    before = hall.reads
    hall.knock(Notice("hms_calls", "calls", "1"))
    await until(lambda: hall.reads > before)
    await asyncio.sleep(0.05)


def play(loop: Loop, hall: Hall, scene: Callable[[Feed], Awaitable[None]]) -> None:
    """Run a scene with a feed."""

    async def run() -> None:
        feed = Feed(hall, hall.make_line, version="0.1.0")  # type: ignore[arg-type]  # a Hall stands for both
        feed.start()
        await until(lambda: hall.reads)
        try:
            await scene(feed)
        finally:
            await feed.stop()

    loop.run_until_complete(run())


def test_a_flood_of_knocks_becomes_few_reads(loop: Loop, hall: Hall) -> None:
    async def scene(feed: Feed) -> None:
        before, begun = hall.reads, time.monotonic()
        flood = threading.Thread(
            target=lambda: [hall.knock(Notice("hms_calls", "calls", str(n))) for n in range(20_000)]
        )
        flood.start()
        await until(lambda: not flood.is_alive() and hall.reads > before)
        await asyncio.sleep(0.2)
        assert 0 < hall.reads - before <= (time.monotonic() - begun) / BREATH_SECONDS + 2

    play(loop, hall, scene)


def test_a_call_comes_once_however_often_it_is_read_and_late_ids_come_too(loop: Loop, hall: Hall) -> None:
    async def scene(feed: Feed) -> None:
        came: list[int] = []
        feed.came.connect(lambda calls: came.extend(found.call_id for found in calls))
        for window in ([2], [2], [1, 2, 3], [1, 3]):
            await seen(hall, [call(number) for number in window])
        assert came == [2, 1, 3]

    play(loop, hall, scene)


def test_a_call_that_left_the_list_without_newer_ones_was_taken_back(loop: Loop, hall: Hall) -> None:
    async def scene(feed: Feed) -> None:
        gone: list[int] = []
        feed.withdrawn.connect(gone.extend)
        for window in (range(1, 13), range(2, 14), [*range(2, 12), 13], []):
            await seen(hall, [call(number, shown=True) for number in window])
            if window == [*range(2, 12), 13]:
                assert gone == [12]
        assert sorted(gone) == list(range(2, 14))

    play(loop, hall, scene)


def test_an_old_call_that_a_withdrawal_brings_back_into_the_window_is_no_news(loop: Loop, hall: Hall) -> None:
    async def scene(feed: Feed) -> None:
        came: list[int] = []
        feed.came.connect(lambda calls: came.extend(found.call_id for found in calls))
        for window in (range(2, 14), range(1, 13)):
            await seen(hall, [call(number, shown=True) for number in window])
        assert came == list(range(2, 14))

    play(loop, hall, scene)


def test_an_id_that_a_restored_database_gives_again_is_another_call(loop: Loop, hall: Hall) -> None:
    async def scene(feed: Feed) -> None:
        came: list[int] = []
        feed.came.connect(lambda calls: came.extend(found.call_id for found in calls))
        first = call(1)
        for window in ((first,), (replace(first, called_at=first.called_at + dt.timedelta(minutes=1)),)):
            told = len(hall.told)
            await seen(hall, window)
            feed.painted([1])
            await until(lambda told=told: len(hall.told) > told)
        assert came == [1, 1]

    play(loop, hall, scene)


def test_an_acknowledgement_that_was_lost_is_sent_again(loop: Loop, hall: Hall) -> None:
    async def scene(feed: Feed) -> None:
        await seen(hall, [call(1)])
        hall.refuse_telling = 1
        feed.painted([1])
        await until(lambda: hall.told)
        assert hall.told[0] == ((1,), False)
        told = len(hall.told)
        await seen(hall, [call(1)])
        await until(lambda: len(hall.told) > told)

    play(loop, hall, scene)


def test_while_no_line_is_up_it_looks_by_itself(loop: Loop, hall: Hall) -> None:
    async def scene(feed: Feed) -> None:
        hall.line(LineState(up=False))
        before = hall.reads
        await until(lambda: hall.reads > before)

    play(loop, hall, scene)


def test_a_server_that_has_answered_since_the_line_fell_is_not_said_to_be_away(loop: Loop, hall: Hall) -> None:
    async def scene(feed: Feed) -> None:
        said: list[bool] = []
        feed.online_changed.connect(said.append)
        await seen(hall, [])
        hall.line(LineState(up=False))
        await seen(hall, [call(1)])
        await asyncio.sleep(GRACE_SECONDS + 0.3)
        assert False not in said

    play(loop, hall, scene)


def test_all_waits_until_a_loss_is_said_come_to_three_seconds_at_most() -> None:
    """A line that fell, one that fell silent since its last beat, and looks that nobody answers."""
    assert max(GRACE_SECONDS, BEAT_SECONDS + PATIENCE_SECONDS, SILENT_SECONDS + POLL_SECONDS / 2) <= 3


def test_a_line_that_has_long_been_silent_is_believed_at_once(
    loop: Loop, hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("display_kiosk.feed.PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr("display_kiosk.feed.GRACE_SECONDS", 0.2)

    async def scene(feed: Feed) -> None:
        said: list[bool] = []
        feed.online_changed.connect(said.append)
        await seen(hall, [])
        hall.line(LineState(up=True))
        await until(lambda: time.monotonic() - feed._answered_at > 0.3)
        hall.line(LineState(up=False))
        assert said[-1:] == [False]

    play(loop, hall, scene)


def test_looks_that_nobody_answers_while_no_line_is_up_say_that_the_server_is_away(
    loop: Loop, hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("display_kiosk.feed.POLL_SECONDS", 0.1)
    monkeypatch.setattr("display_kiosk.feed.SILENT_SECONDS", 0.3)

    async def never(*_: Any, **__: Any) -> Any:
        await asyncio.Event().wait()

    async def scene(feed: Feed) -> None:
        said: list[bool] = []
        feed.online_changed.connect(said.append)
        await seen(hall, [])
        hall.line(LineState(up=False))
        await seen(hall, [call(1)])  # the server answers, so the line that fell says nothing of it
        hall.read = never  # type: ignore[method-assign]  # the cable is pulled
        await until(lambda: said[-1:] == [False])

    play(loop, hall, scene)


def test_a_test_call_comes_once_until_it_was_acknowledged(loop: Loop, hall: Hall) -> None:
    async def scene(feed: Feed) -> None:
        came: list[int] = []
        feed.tested.connect(lambda calls: came.extend(found.call_id for found in calls))
        hall.screen, hall.tests = object(), (queries.TestCall(-7, "T 001", "Counter 1"),)
        for _ in range(3):
            before = hall.reads
            hall.knock(Notice("hms_calls", "displays", "1"))
            await until(lambda before=before: came and hall.reads > before)
        assert came == [-7]

    play(loop, hall, scene)


def test_a_screen_that_does_not_fit_the_database_goes_on_saying_that_it_lives_and_why(
    loop: Loop, hall: Hall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("display_kiosk.feed.BEAT_SECONDS", 0.05)

    async def scene(feed: Feed) -> None:
        assert (feed.unfit, feed.newer) == ("", "0.2.0")
        hall.unfit = Misconfigured("database.too_old", "It is older.")
        await until(lambda: feed.unfit == "database.too_old")
        hall.deaf_to_beats = True  # as a database of another age may be
        before = hall.beats
        await until(lambda: hall.beats > before + 3)
        hall.unfit, hall.deaf_to_beats = None, False
        await until(lambda: not feed.unfit)
        assert "stumbled" not in caplog.text

    play(loop, hall, scene)


def test_a_listening_thread_that_died_is_replaced(loop: Loop, hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("display_kiosk.feed.POLL_SECONDS", 0.05)

    async def scene(feed: Feed) -> None:
        assert feed.listening
        hall.alive = False
        await until(lambda: hall.lines_made >= 2)
        assert feed.listening

    play(loop, hall, scene)
