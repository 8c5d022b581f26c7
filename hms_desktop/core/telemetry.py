"""What a program measures of itself: how long each action and query took, what was slow, how its pool is used.

Nothing here holds a value of the hospital's: names of functions, lines of code, types and lengths only.
"""

import functools
import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from hms_desktop.core import histogram
from hms_desktop.core.errors import HmsError, Unreachable
from hms_desktop.core.repeats import Repeats
from hms_desktop.core.shapes import shapes_of

SLOW_STATEMENT_SECONDS = 1.0
SLOW_WORK_SECONDS = 2.0
WAIT_MS = 5.0
"""A shorter time between the wish and the connection is no waiting, but the way there."""
LONGEST_STATEMENT = 400
MOST_NAMES = 60
OTHERS = "others"
"""Under this name goes what comes after MOST_NAMES names in one minute."""
CANCELLED = "request.cancelled"
"""The code of what nobody waits for any more; it counts as no failure."""
_BEGAN = "hms_began"
_log = logging.getLogger(__name__)


@dataclass
class Timing:
    """How often something was done, how often it failed, and how long it took (ms)."""

    calls: int = 0
    failed: int = 0
    ms: float = 0.0
    counts: list[int] = field(default_factory=histogram.empty)

    def note(self, milliseconds: float, *, failed: bool) -> None:
        self.calls += 1
        self.failed += failed
        self.ms += milliseconds
        self.counts[histogram.bucket_of(milliseconds)] += 1

    def absorb(self, other: "Timing") -> None:
        self.calls += other.calls
        self.failed += other.failed
        self.ms += other.ms
        self.counts = histogram.added((self.counts, other.counts))


@dataclass
class Reads:
    """How often the cache had what was asked for, and how often it had to be read."""

    hits: int = 0
    misses: int = 0


@dataclass
class Stall:
    """How often the window stood still at one line, and for how long at most (ms)."""

    times: int = 0
    longest_ms: float = 0.0


@dataclass
class Minute:
    """Everything measured since the last one was taken away."""

    since: float = field(default_factory=time.monotonic)
    works: dict[str, Timing] = field(default_factory=dict)
    caches: dict[str, Reads] = field(default_factory=dict)
    stalls: dict[str, Stall] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    """statements, statement_ms, slow_statements, slow_works, repeats, and what is counted of the pool and the line."""

    def count(self, name: str, much: float = 1) -> None:
        self.numbers[name] = self.numbers.get(name, 0) + much

    def reach(self, name: str, much: float) -> None:
        """Keep the most that was reached."""
        self.numbers[name] = max(self.numbers.get(name, 0), much)

    def timing(self, name: str) -> Timing:
        return self.works.setdefault(name if name in self.works or len(self.works) < MOST_NAMES else OTHERS, Timing())

    def absorb(self, earlier: "Minute") -> None:
        """Take in what could not be told."""
        self.since = min(self.since, earlier.since)
        for name, timing in earlier.works.items():
            self.timing(name).absorb(timing)
        for tag, reads in earlier.caches.items():
            mine = self.caches.setdefault(tag, Reads())
            mine.hits, mine.misses = mine.hits + reads.hits, mine.misses + reads.misses
        for line, stall in earlier.stalls.items():
            known = self.stalls.setdefault(line, Stall())
            known.times, known.longest_ms = known.times + stall.times, max(known.longest_ms, stall.longest_ms)
        for name, much in earlier.numbers.items():
            (self.reach if name.endswith(("_peak", "_longest_ms")) else self.count)(name, much)


class _Work:
    """One unit of work on this thread: what it is called, and since when it waits for a connection."""

    def __init__(self, name: str, asked: float) -> None:
        self.name = name
        self.asked: float | None = asked
        self.opened = False


class Telemetry:
    """One for a program, shared by its databases; every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._minute = Minute()
        self._out = 0
        self._own = threading.local()
        self._repeats = Repeats(self._note_repeat)

    def take(self) -> Minute:
        """What was measured since the last time; from now on a new minute is filled."""
        with self._lock:
            taken, self._minute = self._minute, Minute()
            self._minute.numbers["pool_peak"] = self._out
        return taken

    def put_back(self, minute: Minute) -> None:
        """A minute that could not be told belongs to the next one."""
        with self._lock:
            self._minute.absorb(minute)

    @contextmanager
    def work(self, action: Callable[..., Any], values: Mapping[str, Any], asked: float) -> Iterator[None]:
        """Measure one action or query under its own name; `asked` (perf_counter) is when it was wished for."""
        before, own = getattr(self._own, "work", None), _Work(name_of(action), asked)
        self._own.work = own
        failed = False
        try:
            yield
        except Unreachable as error:
            failed = error.code != CANCELLED  # somebody asked for something else meanwhile
            raise
        except HmsError:
            raise  # a rule said no, which is an answer
        except BaseException:
            failed = True
            raise
        finally:
            self._own.work = before
            self._note_work(own.name, values, time.perf_counter() - asked, failed=failed)

    def note_cached(self, tag: str, *, hit: bool) -> None:
        """Something of `tag` was asked of the cache."""
        with self._lock:
            reads = self._minute.caches.setdefault(tag, Reads())
            if hit:
                reads.hits += 1
            else:
                reads.misses += 1

    def note_stall(self, line: str, milliseconds: float) -> None:
        """The window stood still, and its thread was seen at `line`."""
        with self._lock:
            stalls = self._minute.stalls
            stall = stalls.setdefault(line if line in stalls or len(stalls) < MOST_NAMES else OTHERS, Stall())
            stall.times, stall.longest_ms = stall.times + 1, max(stall.longest_ms, milliseconds)

    def note_beat(self, round_trip_ms: float) -> None:
        """The line to the server answered."""
        with self._lock:
            self._minute.count("beats")
            self._minute.count("beats_ms", round_trip_ms)

    def note_loss(self) -> None:
        """The line to the server broke."""
        with self._lock:
            self._minute.count("lost")

    def watch(self, engine: sa.Engine) -> None:
        """Measure the statements and the pool of `engine`."""
        hearers: tuple[tuple[str, Callable[..., Any]], ...] = (
            ("before_cursor_execute", self._before_statement),
            ("after_cursor_execute", self._after_statement),
            ("connect", self._on_connect),
            ("checkout", self._on_checkout),
            ("checkin", self._on_checkin),
        )
        for event, hear in hearers:
            sa.event.listen(engine, event, hear)
        self._repeats.watch(engine)

    # --- what SQLAlchemy tells

    def _before_statement(self, connection: sa.Connection, *_rest: Any) -> None:
        connection.info[_BEGAN] = time.perf_counter()

    def _after_statement(
        self, connection: sa.Connection, _cursor: Any, statement: str, values: Any, *_rest: Any
    ) -> None:
        seconds = time.perf_counter() - connection.info[_BEGAN]
        slow = seconds > SLOW_STATEMENT_SECONDS
        with self._lock:
            self._minute.count("statements")
            self._minute.count("statement_ms", seconds * 1000)
            if slow:
                self._minute.count("slow_statements")
        if slow:
            text = " ".join(statement.split())[:LONGEST_STATEMENT]
            _log.warning("slow statement, %.1f s, in %s: %s %s", seconds, self._doing(), text, shapes_of(values))

    def _on_connect(self, *_: Any) -> None:
        work: _Work | None = getattr(self._own, "work", None)
        if work is not None:
            work.opened = True
        with self._lock:
            self._minute.count("pool_opened")

    def _on_checkout(self, *_: Any) -> None:
        work: _Work | None = getattr(self._own, "work", None)
        waited = 0.0
        if work is not None and work.asked is not None:
            waited = 0.0 if work.opened else (time.perf_counter() - work.asked) * 1000
            work.asked = None
        with self._lock:
            self._out += 1
            self._minute.count("pool_checkouts")
            self._minute.reach("pool_peak", self._out)
            if waited > WAIT_MS:
                self._minute.count("pool_waits")
                self._minute.count("pool_wait_ms", waited)

    def _on_checkin(self, *_: Any) -> None:
        with self._lock:
            self._out -= 1

    # --- what is noted

    def _note_work(self, name: str, values: Mapping[str, Any], seconds: float, *, failed: bool) -> None:
        slow = seconds > SLOW_WORK_SECONDS
        with self._lock:
            self._minute.timing(name).note(seconds * 1000, failed=failed)
            if slow:
                self._minute.count("slow_works")
        if slow:
            _log.warning("slow operation, %.1f s: %s %s", seconds, name, shapes_of(values))

    def _note_repeat(self, statement: str, line: str) -> None:
        with self._lock:
            self._minute.count("repeats")
        text = " ".join(statement.split())[:LONGEST_STATEMENT]
        _log.warning("repeated statement in %s, sent row by row at %s: %s", self._doing(), line, text)

    def _doing(self) -> str:
        work: _Work | None = getattr(self._own, "work", None)
        return work.name if work is not None else "no named work"


def name_of(action: Callable[..., Any]) -> str:
    """`queue.call_next` for `clinic.queue.actions.call_next`: the area and the function, in small letters."""
    while isinstance(action, functools.partial):
        action = action.func
    module = getattr(action, "__module__", "") or ""
    name = getattr(action, "__qualname__", type(action).__qualname__)
    area = module.split(".")[-2] if module.count(".") else module
    return f"{area}.{name.replace('.<locals>', '').replace('<lambda>', 'lambda')}".lower()
