"""Keeps answers about reference data until the database knocks that they changed: one cache for a signed-in client.

Departments, services, rooms, suppliers, medicines, people: what is asked a hundred times and changes once a week. Never
stock, never a queue, never a patient.
"""

import sys
import threading
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar

from cachetools import TTLCache

from hms_desktop.core.listener import LineState
from hms_desktop.core.notices import Notice
from hms_desktop.core.reference import tags_of
from hms_desktop.core.telemetry import Telemetry, name_of

T = TypeVar("T")
MOST_BYTES = 16 * 1024 * 1024
LONGEST_SECONDS = 600.0
"""The safety net: so old an answer is asked for again, whatever was heard."""


@dataclass(frozen=True)
class _Kept:
    value: Any
    tags: frozenset[tuple[str, str]]
    size: int


class _Asking:
    """A question under way: whoever else asks it waits for the same answer, unless it may be old by then."""

    def __init__(self, tags: frozenset[tuple[str, str]]) -> None:
        self.tags = tags
        self.answer: Future[Any] = Future()
        self.may_be_old = False


class ReferenceCache:
    """Answers by query and values. Knocks come from the Listener's thread, questions from any.

    It keeps nothing while no line is up, because nobody would tell it of a change; what was kept before is dropped.
    An answer whose question was asked before a knock and came after it is given to who asked, and not kept.
    """

    def __init__(
        self,
        telemetry: Telemetry | None = None,
        *,
        most_bytes: int = MOST_BYTES,
        longest_seconds: float = LONGEST_SECONDS,
    ) -> None:
        self._telemetry = telemetry
        self._lock = threading.Lock()
        self._kept: TTLCache[Hashable, _Kept] = TTLCache(most_bytes, longest_seconds, getsizeof=lambda kept: kept.size)
        self._asking: dict[Hashable, _Asking] = {}
        self._learning: set[_Asking] = set()
        self._tables: set[str] = set()
        self._listening = False

    def kept(self, query: Callable[..., Any], values: Mapping[str, Any]) -> tuple[bool, Any]:
        """Whether an answer is at hand, and the answer. Never waits for a server."""
        with self._lock:
            found = self._kept.get(_key(query, values))
        if found is None:
            return False, None
        self._note(query, hit=True)
        return True, found.value

    def answer(self, query: Callable[..., T], values: Mapping[str, Any], ask: Callable[[], T]) -> T:
        """What is at hand, else what `ask` says, which one thread calls for all who want to know; raises its errors."""
        key, tags = _key(query, values), tags_of(query, values)
        own = _Asking(tags)
        with self._lock:
            found = self._kept.get(key) or self._asking.setdefault(key, own)
            self._tables.update(table for table, _ in tags)
        self._note(query, hit=isinstance(found, _Kept))
        if found is own:
            return self._ask(key, own, ask)
        answer: T = found.value if isinstance(found, _Kept) else found.answer.result()
        return answer

    def learn(
        self,
        query: Callable[..., T],
        argument: str,
        each: Iterable[Hashable],
        ask: Callable[[Sequence[Any]], Mapping[Any, T]],
    ) -> None:
        """What `query` answers for `each` value of its `argument`, asked for at once; raises what `ask` raises.

        What is at hand or under way is not asked for again, nor is a value kept for which there is no answer. Who
        wants to know one of them meanwhile asks alone.
        """
        asked: dict[Hashable, _Asking] = {}
        with self._lock:
            for value in each:
                key, tags = _key(query, {argument: value}), tags_of(query, {argument: value})
                self._tables.update(table for table, _ in tags)
                if key not in self._kept and key not in self._asking:
                    asked[value] = _Asking(tags)
                    self._learning.add(asked[value])
        try:
            for value, answer in (ask(tuple(asked)) if asked else {}).items():
                self._keep(_key(query, {argument: value}), asked[value], answer)
        finally:
            with self._lock:
                self._learning.difference_update(asked.values())

    def _ask(self, key: Hashable, asking: _Asking, ask: Callable[[], T]) -> T:
        try:
            value = ask()
        except BaseException as error:
            self._settle(key, asking)
            asking.answer.set_exception(error)
            raise
        self._keep(key, asking, value)
        self._settle(key, asking)
        asking.answer.set_result(value)
        return value

    def _keep(self, key: Hashable, asking: _Asking, value: Any) -> None:
        with self._lock:
            if self._listening and not asking.may_be_old:
                kept = _Kept(value, asking.tags, size_of(value))
                if kept.size <= self._kept.maxsize:
                    self._kept[key] = kept

    def _settle(self, key: Hashable, asking: _Asking) -> None:
        with self._lock:
            if self._asking.get(key) is asking:
                del self._asking[key]

    def on_notice(self, notice: Notice) -> None:
        """For the Listener: something changed. An area that is no table of ours costs a look into a set."""
        if notice.area and notice.area not in self._tables:
            return
        self._drop(notice.area, notice.key)

    def on_state(self, state: LineState) -> None:
        """For the Listener: while the line is down nothing is kept, and when it comes back everything is asked anew."""
        if state.up != self._listening:
            with self._lock:
                self._listening = state.up
            self._drop("", "")

    def _drop(self, table: str, key: str) -> None:
        """Forget what depends on that row; without a key on any row of the table, without a table everything."""

        def touched(tags: frozenset[tuple[str, str]]) -> bool:
            if not table:
                return True
            if not key:
                return any(tag[0] == table for tag in tags)
            return (table, "") in tags or (table, key) in tags

        with self._lock, self._kept.timer:  # nothing grows too old meanwhile
            for name in [name for name, kept in self._kept.items() if touched(kept.tags)]:
                del self._kept[name]
            for name in [name for name, asking in self._asking.items() if touched(asking.tags)]:
                self._asking.pop(name).may_be_old = True
            for asking in self._learning:
                asking.may_be_old = asking.may_be_old or touched(asking.tags)

    @property
    def bytes_kept(self) -> int:
        """About how much memory the answers take."""
        with self._lock:
            return int(self._kept.currsize)

    def __len__(self) -> int:
        with self._lock:
            return len(self._kept)

    def _note(self, query: Callable[..., Any], *, hit: bool) -> None:
        if self._telemetry is not None:
            self._telemetry.note_cached(name_of(query), hit=hit)


def _key(query: Callable[..., Any], values: Mapping[str, Any]) -> Hashable:
    return query, tuple(sorted(values.items()))


def size_of(value: Any) -> int:
    """About how many bytes a frozen answer takes; what several of its rows share is counted for each."""
    size = sys.getsizeof(value)
    if is_dataclass(value):
        return size + sum(size_of(getattr(value, field.name)) for field in fields(value))
    if isinstance(value, Mapping):
        return size + sum(size_of(name) + size_of(one) for name, one in value.items())
    if isinstance(value, (tuple, list, frozenset, set)):
        return size + sum(map(size_of, value))
    return size
