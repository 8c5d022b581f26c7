"""The pooled way to PostgreSQL: synchronous work on a few worker threads, awaited by the GUI's event loop."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import psycopg
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.connecting import STATEMENT_SECONDS, cut
from hms_desktop.core.errors import Refused, Unreachable
from hms_desktop.core.explaining import AWAY, UNREADABLE, explained
from hms_desktop.core.replica import BehindError, Replica, position_now
from hms_desktop.core.settings import Server
from hms_desktop.core.standing_alone import Sending, is_alone
from hms_desktop.core.telemetry import Telemetry
from hms_desktop.core.ways import Way, Ways

if TYPE_CHECKING:  # the screens of the waiting room keep no answers, and have no cachetools
    from hms_desktop.core.cache import ReferenceCache

T = TypeVar("T")

WORKERS = 3
SILENT_SECONDS = STATEMENT_SECONDS + 2


@contextmanager
def _in_a_session(engine: sa.Engine) -> Iterator[tuple[Sending, sa.Connection]]:
    """A session and the connection that it works on."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session, session.connection()


@contextmanager
def _on_a_connection(engine: sa.Engine) -> Iterator[tuple[Sending, sa.Connection]]:
    """The connection itself: half of what a short action costs its computer would be the session's."""
    with engine.connect() as connection:
        yield connection, connection


_Opened = Callable[[sa.Engine], AbstractContextManager[tuple[Sending, sa.Connection]]]


class _Named(TypedDict):
    """How a connection introduces itself to the server."""

    workstation: str
    application: str


class Database:
    """One person's way to one server: a pool of two connections and the threads that use them.

    `run` and `read` are awaited on the GUI thread; `run_now` and `read_now` serve programs without a window.
    What they call gets a Session first (a Connection where it stands alone) and must return plain values (frozen
    dataclasses). With `telemetry` each of
    them is measured; with a `cache` answers about reference data are kept. Where the server names a pooler, everything
    goes through it; reads that say `replica` go to the replica where there is one.
    """

    def __init__(
        self,
        server: Server,
        *,
        workstation: str = "",
        application: str = "hms",
        pool_size: int = 2,
        telemetry: Telemetry | None = None,
        cache: "ReferenceCache | None" = None,
    ) -> None:
        self.server = server
        self._cache = cache
        self._named = _Named(workstation=workstation, application=application)
        ways = partial(Ways, **self._named, patience=SILENT_SECONDS, telemetry=telemetry)
        pooler = server.at(server.pooler) if server.pooler else None
        self._primary = ways(pooler or server, pool_size=pool_size, pooled=pooler is not None)
        self._replica = Replica(server.replica_lag_seconds) if server.replica else None
        self._reading = ways(server.at(server.replica), pool_size=pool_size) if server.replica else self._primary
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="database")
        self._calls = _Calls()
        self._telemetry = telemetry
        self.changing = 0
        """How many changes are awaited at this moment."""

    async def run(self, action: Callable[..., T], /, **values: Any) -> T:
        """Do `action(session, **values)` in one transaction; each statement in its own where the action stands alone.

        Raises Refused, Stale, Unreachable. Where the answer was lost on the way and `values` has an `intent`, it is
        asked once more: the intent makes the second time find the first one's result.
        """
        loop, asked = asyncio.get_running_loop(), time.perf_counter()
        self.changing += 1
        try:
            return await loop.run_in_executor(self._workers, lambda: self._run(action, values, asked))
        finally:
            self.changing -= 1

    async def read(
        self, query: Callable[..., T], /, *, snapshot: bool = False, replica: bool = False, **values: Any
    ) -> T:
        """Ask `query(session, **values)`; `snapshot` where it makes several statements that must agree.

        `replica` lets a read replica answer, which may lag some seconds behind others' changes and never behind this
        program's own; where there is none, or it is away or lags, the server itself answers.
        Cancelling the awaiting task cancels the statement on the server.
        """
        call = _Call()
        loop, asked = asyncio.get_running_loop(), time.perf_counter()
        future = loop.run_in_executor(self._workers, lambda: self._read(call, query, snapshot, replica, values, asked))
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            future.add_done_callback(_forgotten)
            threading.Thread(target=call.cancel, name="cancel", daemon=True).start()
            raise

    async def cached(self, query: Callable[..., T], /, *, snapshot: bool = False, **values: Any) -> T:
        """`read`, or what is kept of an earlier answer; for queries that are marked as reference data."""
        if self._cache is None:
            return await self.read(query, snapshot=snapshot, **values)
        at_hand, value = self._cache.kept(query, values)
        if at_hand:
            answer: T = value
            return answer
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._workers, lambda: self.cached_now(query, snapshot=snapshot, **values))

    def cached_now(self, query: Callable[..., T], /, *, snapshot: bool = False, **values: Any) -> T:
        """`cached`, waiting on this thread."""
        if self._cache is None:
            return self.read_now(query, snapshot=snapshot, **values)
        return self._cache.answer(query, values, lambda: self.read_now(query, snapshot=snapshot, **values))

    async def run_as(self, login: str, password: str, action: Callable[..., T], /, **values: Any) -> T:
        """`run` over a short connection of somebody else's own, closed at once; the password is kept nowhere.

        Raises what `run` raises, and Refused where login and password do not fit.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._workers, lambda: self._run_as(login, password, action, values))

    def _run_as(self, login: str, password: str, action: Callable[..., T], values: dict[str, Any]) -> T:
        server = self.server.signed_in_as(login, password)
        other = Database(server, pool_size=1, telemetry=self._telemetry, **self._named)
        try:
            return other.run_now(action, **values)
        finally:
            other.close()

    def run_now(self, action: Callable[..., T], /, **values: Any) -> T:
        """`run`, waiting on this thread."""
        return self._run(action, values, time.perf_counter())

    def read_now(
        self, query: Callable[..., T], /, *, snapshot: bool = False, replica: bool = False, **values: Any
    ) -> T:
        """`read`, waiting on this thread."""
        return self._read(_Call(), query, snapshot, replica, values, time.perf_counter())

    def forget_connections(self) -> None:
        """Let go of idle connections, because the server went away; the next call opens new ones."""
        self._primary.forget()
        self._reading.forget()

    def close(self) -> None:
        """End every connection; work that is under way ends with Unreachable, and so does all that is asked later."""
        self._workers.shutdown(wait=False, cancel_futures=True)
        self._calls.close()  # before the pool goes, so that nothing opens a connection in the one that replaces it
        self.forget_connections()

    def _run(self, action: Callable[..., T], values: dict[str, Any], asked: float) -> T:
        with self._measured(action, values, asked):
            try:
                return self._run_twice(action, values)
            finally:
                if self._replica is not None:
                    self._replica.changed()  # also where the answer was lost: it may have been done

    def _run_twice(self, action: Callable[..., T], values: dict[str, Any]) -> T:
        way, opened = self._primary.writing, _in_a_session
        if is_alone(action):
            way, opened = self._primary.reading, _on_a_connection
        try:
            return self._once(_Call(), way, action, values, opened)
        except Unreachable:
            if values.get("intent") is None:
                raise
        return self._once(_Call(), way, action, values, opened)

    def _read(
        self,
        call: "_Call",
        query: Callable[..., T],
        snapshot: bool,
        replica: bool,
        values: dict[str, Any],
        asked: float,
    ) -> T:
        with self._measured(query, values, asked):
            if replica and self._replica is not None and self._replica.may_be_asked:
                try:
                    return self._on_replica(call, self._replica, query, snapshot, values)
                except BehindError:
                    pass
                except Unreachable as error:
                    if call.cancelled or error.code == "server.closed":
                        raise
                    self._replica.away()
            return self._read_twice(call, query, snapshot, values)

    def _on_replica(
        self, call: "_Call", replica: Replica, query: Callable[..., T], snapshot: bool, values: dict[str, Any]
    ) -> T:
        """Raises Unreachable where the replica cannot answer, BehindError where it has not what must be seen."""
        position = replica.needed(lambda: self._once(call, self._primary.reading, position_now, {}))
        self._once(call, self._reading.reading, replica.await_position, {"position": position})
        way = self._reading.snapshot if snapshot else self._reading.reading
        return self._once(call, way, query, values)

    def _measured(
        self, work: Callable[..., object], values: dict[str, Any], asked: float
    ) -> AbstractContextManager[None]:
        """Let the program's telemetry, where it has one, see how long this takes since it was asked for."""
        return nullcontext() if self._telemetry is None else self._telemetry.work(work, values, asked)

    def _read_twice(self, call: "_Call", query: Callable[..., T], snapshot: bool, values: dict[str, Any]) -> T:
        way = self._primary.snapshot if snapshot else self._primary.reading
        began = time.monotonic()
        try:
            return self._once(call, way, query, values)
        except Unreachable as error:
            # An idle connection that died unnoticed fails at its first use, and what was stopped long before its time
            # met the cancelling of the statement before it; a read may simply be asked again.
            stray = error.code == "server.slow" and time.monotonic() - began < STATEMENT_SECONDS / 2
            if call.cancelled:
                raise Unreachable("request.cancelled", "The request was cancelled.") from error
            if not (stray or error.code == "server.away"):
                raise
        return self._once(call, way, query, values)

    def _once(
        self, call: "_Call", way: Way, work: Callable[..., T], values: dict[str, Any], opened: _Opened = _in_a_session
    ) -> T:
        pool, raw = way.engine.pool, None
        if self._calls.closed:
            raise Unreachable("server.closed", "This program has ended its work with the server.")
        try:
            with opened(way.engine) as (sending, connection):
                raw = connection.connection.driver_connection
                assert isinstance(raw, psycopg.Connection)  # noqa: S101 - tells the type checker which driver this is
                with self._calls.watched(call, raw), way.unit(raw):
                    result = work(sending, **values)
                    if isinstance(sending, Session):
                        sending.commit()
            return result
        except (sa.exc.DBAPIError, psycopg.Error) as error:
            raise explained(error) from error
        except UnicodeEncodeError:
            # Half a surrogate pair; the error would carry the whole text, which may be a name.
            raise Refused("text.unreadable", UNREADABLE) from None
        except sa.exc.TimeoutError as error:
            raise Unreachable("server.away", AWAY) from error
        finally:
            if isinstance(raw, psycopg.Connection) and way.engine.pool is not pool:
                raw.close()  # it went back to a pool that was forgotten meanwhile, which nobody empties again


class _Call:
    """One unit of work on its way, so that another thread can cancel or cut it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.connection: psycopg.Connection[Any] | None = None
        self.cancelled = False
        self.since = 0.0

    def board(self, connection: psycopg.Connection[Any]) -> None:
        with self._lock:
            if self.cancelled:
                raise Unreachable("request.cancelled", "The request was cancelled.")
            self.connection, self.since = connection, time.monotonic()

    def leave(self) -> None:
        with self._lock:
            self.connection = None

    def cancel(self) -> None:
        """Ask the server to stop the statement; holds the connection back until the server has been told."""
        with self._lock:
            self.cancelled = True
            if self.connection is not None:
                try:
                    self.connection.cancel_safe(timeout=2)
                except psycopg.Error:
                    cut(self.connection)

    def cut(self) -> None:
        with self._lock:
            if self.connection is not None:
                cut(self.connection)


class _Calls:
    """All work under way; a watch cuts what was silent for longer than the server itself would allow.

    The server's own time limits never reach a client whose cable was pulled, and Windows has no tcp_user_timeout.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._calls: set[_Call] = set()
        self.closed = False
        self._watch: threading.Thread | None = None
        self._asleep = False

    @contextmanager
    def watched(self, call: _Call, connection: psycopg.Connection[Any]) -> Iterator[None]:
        call.board(connection)
        with self._changed:
            self._calls.add(call)
            if self.closed:  # since the connection was taken from the pool: nobody else cuts this one
                call.cut()
            elif self._watch is None:
                self._watch = threading.Thread(target=self._cut_the_silent, name="database-watch", daemon=True)
                self._watch.start()
            elif self._asleep:
                self._asleep = False
                self._changed.notify()
        try:
            yield
        finally:
            call.leave()
            with self._changed:
                self._calls.discard(call)

    def close(self) -> None:
        with self._changed:
            self.closed = True
            self._changed.notify()
            for call in self._calls:
                call.cut()

    def _cut_the_silent(self) -> None:
        with self._changed:
            while not self.closed:
                # It looks twice a second and sleeps when it found nothing, so that a call seldom has to wake it.
                self._asleep = not self._calls
                self._changed.wait(None if self._asleep else 0.5)
                oldest = time.monotonic() - SILENT_SECONDS
                for call in self._calls:
                    if call.since < oldest:
                        call.cut()


def _forgotten(future: "asyncio.Future[Any]") -> None:
    """Look at the outcome of a cancelled read, so that nothing complains that nobody did."""
    if not future.cancelled():
        future.exception()
