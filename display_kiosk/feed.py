"""The line between the hospital and this screen: reads the calls when somebody knocks, and says what was shown."""

import asyncio
import contextlib
import itertools
import logging
import math
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from display_kiosk.sign_of_life import say_it_lives
from hms_desktop.clinic.displays import actions, queries
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Unreachable
from hms_desktop.core.listener import PATIENCE_SECONDS, LineState
from hms_desktop.core.notices import Channel, Notice

BEAT_SECONDS = 4.0
POLL_SECONDS = 1.0
SILENT_SECONDS = 2.3
"""While no line is up, a screen whose looks are not answered for so long is away: within three seconds it says so."""
GRACE_SECONDS = 1.0
"""A line that comes back within this time was never lost, as far as the people in the room are concerned."""
BREATH_SECONDS = 0.015
"""The shortest time from one read to the next: a flood of knocks becomes this many reads and no more."""
WAITING_SECONDS = 1.0
MOST_AT_ONCE = 500
_REMEMBERED = 500
"""Calls that were passed on; the window that is read never holds more than some 200 of them."""
_log = logging.getLogger(__name__)


class Line(Protocol):
    """What the feed needs of a Listener."""

    @property
    def alive(self) -> bool: ...
    def start(self) -> None: ...
    def stop(self) -> None: ...


MakeLine = Callable[[Sequence[str], Callable[[Notice], None], Callable[[LineState], None]], Line]


class Feed(QObject):
    """Lives on the GUI thread and never waits there: reads run on the Database's threads, knocks on the Listener's.

    A knock carries nothing: each makes the feed read the same window again, and what it has not passed on before is
    new. An acknowledgement that did not arrive is sent again, because the window still holds its call.
    """

    came = Signal(list)
    tested = Signal(list)
    withdrawn = Signal(list)
    screen_changed = Signal(object)
    waiting_changed = Signal(list)
    online_changed = Signal(bool)
    trouble = Signal(str)  # the code of what a person must act on; empty where there is nothing
    _knocked = Signal()
    _line_changed = Signal(object)

    def __init__(
        self,
        database: Database,
        make_line: MakeLine,
        *,
        version: str,
        health: Callable[[], Mapping[str, Any]] = dict,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._version = version
        self._health = health
        self._make_line = make_line
        self._line = self._new_line()
        self._lock = threading.Lock()
        self._knock_on_its_way = False
        self._screen_stale = True
        self._line_up = False
        self._round_trip_ms = 0
        self._online: bool | None = None
        self._answered_at = 0.0
        self._sign_at = math.inf  # no line was up yet
        self.unfit = ""
        """The code of why this program may not work with the database; empty where it may."""
        self.newer = ""
        """The version that IT has announced in place of this one; empty where there is none."""
        self._seen: dict[int, datetime] = {}
        self._tested: frozenset[int] = frozenset()
        self._painted: set[int] = set()
        self._listed: frozenset[int] = frozenset()
        self._to_tell: dict[bool, dict[int, None]] = {False: {}, True: {}}
        self._wake = asyncio.Event()
        self._count = asyncio.Event()
        self._tell = asyncio.Event()
        self._beat_now = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._knocked.connect(self._on_knock)
        self._line_changed.connect(self._on_line)

    def start(self) -> None:
        """Begin; there must be a running event loop."""
        self._wake.set()
        self._tasks = [
            asyncio.create_task(self._forever(work), name=work.__name__)
            for work in (
                self._read_on_knocks,
                self._count_waiting,
                self._beat,
                self._acknowledge,
                self._poll,
            )
        ]
        self._line.start()

    async def stop(self) -> None:
        """Say what is still to be said, if the server listens, and end."""
        with contextlib.suppress(HmsError, TimeoutError):
            await asyncio.wait_for(self._tell_all(), 2)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.get_running_loop().run_in_executor(None, self._line.stop)

    @property
    def listening(self) -> bool:
        """Whether the listening thread lives; the connection may be up or down."""
        return self._line.alive

    def painted(self, call_ids: Iterable[int]) -> None:
        """These calls were on the screen."""
        told = list(call_ids)
        self._painted.update(told)
        self._to_tell[False].update(dict.fromkeys(told))
        self._tell.set()

    def spoken(self, call_ids: Iterable[int]) -> None:
        """These calls were heard."""
        self._to_tell[True].update(dict.fromkeys(call_ids))
        self._tell.set()

    def _new_line(self) -> Line:
        return self._make_line([Channel.CALLS], self._on_notice, self._line_changed.emit)

    # --- knocks, from the listener's thread to this one

    def _on_notice(self, notice: Notice) -> None:
        """On the listener's thread: one signal is on its way at a time, however many knocks there are."""
        with self._lock:
            self._screen_stale = self._screen_stale or notice.area != "calls"
            if self._knock_on_its_way:
                return
            self._knock_on_its_way = True
        self._knocked.emit()

    def _on_knock(self) -> None:
        with self._lock:
            self._knock_on_its_way = False
        self._wake.set()

    def _on_line(self, state: LineState) -> None:
        came_up = state.up and not self._line_up
        self._line_up = state.up
        now = time.monotonic()
        if state.up:
            self._round_trip_ms = round(state.round_trip_ms)
            self._sign_at = now
        elif now - self._sign_at > PATIENCE_SECONDS:
            # It fell silent long ago, as with a pulled cable: the grace has passed already.
            self._believe_the_line(now - GRACE_SECONDS)
        else:
            asyncio.get_running_loop().call_later(GRACE_SECONDS, self._believe_the_line, now)
            if state.error is not None and not isinstance(state.error, Unreachable):
                self.trouble.emit(state.error.code)
        if came_up:
            self._screen_stale = True
            self._wake.set()
            self._beat_now.set()

    def _believe_the_line(self, fell_at: float) -> None:
        """Unless a read was answered since then: the server is back, and the line follows after its pause."""
        if not self._line_up and self._answered_at < fell_at:
            self._set_online(False)

    # --- the works

    async def _read_on_knocks(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            begun = time.monotonic()
            if self._screen_stale:
                await self._read_screen()
            if self.unfit:
                self._set_online(False)  # the last picture stays, with the time from which it is
            else:
                self._take(await self._database.read(queries.recent_calls))
                self._count.set()
                self._answered_at = time.monotonic()
                self._set_online(True)
            await asyncio.sleep(max(0.0, begun + BREATH_SECONDS - time.monotonic()))

    async def _count_waiting(self) -> None:
        """The waiting numbers follow the calls, beside them and at most once a second."""
        while True:
            await self._count.wait()
            self._count.clear()
            self.waiting_changed.emit(list(await self._database.read(queries.waiting_numbers)))
            await asyncio.sleep(WAITING_SECONDS)

    async def _read_screen(self) -> None:
        with self._lock:
            self._screen_stale = False
        try:
            why_unfit = await self._database.read(queries.why_unfit, client=self._version)
            screen = await self._database.read(queries.my_screen)
            if why_unfit is None:
                self.newer = await self._database.read(queries.newer_release, client=self._version)
        except BaseException:
            with self._lock:
                self._screen_stale = True
            raise
        if why_unfit is not None and why_unfit.code != self.unfit:
            _log.warning("%s", why_unfit.sentence)
        self.unfit = why_unfit.code if why_unfit else ""
        if screen is not None:
            self.screen_changed.emit(screen)
            await self._read_tests()
        self.trouble.emit(self.unfit if screen else "display.not_yours")

    async def _read_tests(self) -> None:
        tests = await self._database.read(queries.test_calls)
        if fresh := [call for call in tests if call.call_id not in self._tested]:
            self.tested.emit(fresh)
        self._tested = frozenset(call.call_id for call in tests)

    async def _beat(self) -> None:
        while True:
            await say_it_lives(
                self._database,
                version=self._version,
                server_ms=self._round_trip_ms,
                state=self._health(),
                unfit=self.unfit,
            )
            with self._lock:
                self._screen_stale = True
            # With each beat it looks by itself: a knock that never came costs four seconds and no call.
            self._wake.set()
            self._beat_now.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._beat_now.wait(), BEAT_SECONDS)

    async def _acknowledge(self) -> None:
        while True:
            await self._tell.wait()
            self._tell.clear()
            await self._tell_all()

    async def _poll(self) -> None:
        """While no line is up, nobody knocks: look anyway. A line whose thread has died is made anew."""
        for turn in itertools.count():
            await asyncio.sleep(POLL_SECONDS / 2)
            if not self._line.alive:
                _log.error("the listening thread has died; another one listens")
                with self._lock:
                    self._knock_on_its_way = False  # it may have died with the knock in its hand
                self._line_up = False
                self._line = self._new_line()
                self._line.start()
            if not self._line_up:
                if self._online and time.monotonic() - self._answered_at > SILENT_SECONDS:
                    self._set_online(False)
                if turn % 2:
                    self._wake.set()

    async def _tell_all(self) -> None:
        for spoken, ids in self._to_tell.items():
            while ids:
                batch = list(ids)[:MOST_AT_ONCE]
                await self._database.run(actions.acknowledge, call_ids=batch, spoken=spoken)
                for call_id in batch:
                    ids.pop(call_id, None)

    async def _forever(self, work: Callable[[], Awaitable[None]]) -> None:
        """A screen never sleeps: whatever went wrong, the work begins again."""
        while True:
            try:
                await work()
            except HmsError as error:
                if not self._line_up:
                    self._set_online(False)
                if not isinstance(error, Unreachable):
                    self.trouble.emit(error.code)
            except Exception:
                _log.exception("the feed stumbled and goes on")
            await asyncio.sleep(0.5)
            self._wake.set()
            self._tell.set()

    # --- what was read

    def _take(self, calls: Sequence[queries.Call]) -> None:
        newest = max(self._seen, default=0)
        # Shown long ago and among the last 12 again, because a later one was taken back: no news.
        fresh = [
            call
            for call in calls
            if self._seen.get(call.call_id) != call.called_at and not (call.shown and call.call_id < newest)
        ]
        # A database that was restored gives an id again: the same number at another time is another call.
        self._painted.difference_update(call.call_id for call in fresh)
        self._seen.update((call.call_id, call.called_at) for call in calls)
        self._tell_again(calls)
        self._notice_withdrawn(calls)
        if fresh:
            self.came.emit(fresh)
        if len(self._seen) > _REMEMBERED:
            self._seen = dict(sorted(self._seen.items())[-_REMEMBERED // 2 :])
            self._painted &= self._seen.keys()

    def _tell_again(self, calls: Sequence[queries.Call]) -> None:
        """A call that was painted and still counts as unshown: its acknowledgement was lost, or is under way."""
        for call in calls:
            if not call.shown and call.call_id in self._painted and call.call_id not in self._to_tell[False]:
                self._to_tell[False][call.call_id] = None
                self._tell.set()

    def _notice_withdrawn(self, calls: Sequence[queries.Call]) -> None:
        """What has left the last calls without being pushed out by newer ones was taken back by the desk."""
        now = frozenset(call.call_id for call in calls if call.listed)
        oldest = min(now, default=max((call.call_id for call in calls), default=0))
        gone = [call_id for call_id in self._listed - now if call_id >= oldest]
        self._listed = now
        if gone:
            self.withdrawn.emit(gone)

    def _set_online(self, online: bool) -> None:
        if online is not self._online:
            self._online = online
            self.online_changed.emit(online)
