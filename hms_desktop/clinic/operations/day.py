"""A whole day at the hospital, event by event; what happens at one moment happens at once, so that counters compete.

Who drives the day decides how its clock goes (clocks.py) and who comes (arrivals.py).
"""

import datetime as dt
import heapq
import itertools
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from types import TracebackType
from typing import Self
from uuid import uuid4

from hms_desktop.clinic.operations.arrivals import Arrival
from hms_desktop.clinic.operations.clocks import Clock
from hms_desktop.clinic.operations.desks import Clerk, Counter, Desk, Log, Outcome, Todo, Visits, on_beat
from hms_desktop.clinic.operations.staging import Stage
from hms_desktop.clinic.operations.visits import visit
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server

LAST_CALLS = dt.timedelta(hours=2)
"""So long after the last arrival the counters stop calling; who still waits then is not served."""
LOOK_AGAIN = dt.timedelta(seconds=20)
MOST_AT_ONCE = 16  # threads


def signed_in(server: Server) -> Database:
    """The way to the server of somebody who is nothing but their actions."""
    return Database(server, workstation="simulated", application="hms-day", pool_size=1)


class Day:
    """The people of a stage, signed in, and what they have yet to do.

    `sign_in` opens the way to the server for each of them; the day closes it.
    """

    def __init__(
        self,
        stage: Stage,
        clock: Clock,
        *,
        seed: int,
        pace: float = 1.0,
        sign_in: Callable[[Server], Database] = signed_in,
    ) -> None:
        self.log = Log()
        self._stage = stage
        self._clock = clock
        self._seed = seed
        self._pace = pace
        self._sign_in = sign_in
        self._closing = ExitStack()
        self._todos: list[tuple[dt.datetime, int, Todo]] = []
        self._numbers = itertools.count()
        visits = Visits()
        known: list[dict[str, int]] = [{} for _ in stage.clerks]
        self._clerks = [
            Clerk(f"Clerk {n + 1}", self._signed_in(server), self.log, visits, known[n])
            for n, server in enumerate(stage.clerks)
        ]
        self._counters = [
            Counter(post, self._signed_in(post.server), self.log, visits, self._clerks[n % len(self._clerks)])
            for n, post in enumerate(stage.posts)
        ]
        self._free: set[Counter] = set()
        self._others_issue = False
        self._workers = ThreadPoolExecutor(
            min(MOST_AT_ONCE, len(self._clerks) + len(self._counters)), thread_name_prefix="desk"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._workers.shutdown(cancel_futures=True)
        self._closing.close()

    def run(self, arrivals: Iterable[Arrival], *, opens: dt.datetime | None = None, ends: bool = True) -> Log:
        """Live through the day until nothing is left to do or the clock stops.

        `opens`: when the counters begin to call, where that is before the first arrival.
        `ends`: the arrivals are all of the day; some time after the last one the counters close, then the day does.
        Otherwise people at other desks issue tickets too, and free counters look now and then.
        Raises HmsError where the server goes away.
        """
        coming = iter(arrivals)
        expected = next(coming, None)
        if expected is None:
            return self.log
        self._others_issue = not ends
        for counter in self._counters:
            self._plan(Todo(on_beat(opens or expected.arrived_at), counter, counter.call))
        moment = expected.arrived_at
        while expected is not None or self._todos:
            moment = min(self._next_moment(), expected.arrived_at if expected else self._next_moment())
            if not self._clock.reach(moment):
                return self.log
            jobs = list(self._due(moment))
            while expected is not None and expected.arrived_at <= moment:
                jobs.append(self._received(expected))
                last, expected = expected.arrived_at, next(coming, None)
                if ends and expected is None:
                    self._close_counters(last + LAST_CALLS)
            self._note(moment, self._at_once(jobs, moment))
        if ends:
            self._end_day(moment)
        return self.log

    def _next_moment(self) -> dt.datetime:
        return self._todos[0][0] if self._todos else dt.datetime.max.replace(tzinfo=dt.UTC)

    def _due(self, moment: dt.datetime) -> Iterator[Todo]:
        while self._todos and self._todos[0][0] <= moment:
            yield heapq.heappop(self._todos)[2]

    def _plan(self, todo: Todo) -> None:
        heapq.heappush(self._todos, (todo.at, next(self._numbers), todo))

    def _received(self, arrival: Arrival) -> Todo:
        """One person always comes to the same clerk, who then knows them."""
        clerk = self._clerks[zlib.crc32(arrival.patient_ref.encode()) % len(self._clerks)]
        service = self._stage.services[arrival.service]
        coming = visit(arrival, self._seed, tuple(self._stage.services.values()), service, self._pace)
        return Todo(arrival.arrived_at, clerk, lambda _now: clerk.receive(arrival, service, coming))

    def _at_once(self, jobs: list[Todo], moment: dt.datetime) -> list[tuple[Desk, Outcome]]:
        """Everyone does what is theirs to do now, side by side; one person's own jobs one after the other."""
        by_desk: dict[Desk, list[Todo]] = {}
        for job in jobs:
            by_desk.setdefault(job.who, []).append(job)

        def work(own: list[Todo]) -> list[tuple[Desk, Outcome]]:
            return [(job.who, job.step(moment)) for job in own]

        if len(by_desk) == 1:
            return work(jobs)
        return list(itertools.chain.from_iterable(self._workers.map(work, by_desk.values())))

    def _note(self, moment: dt.datetime, outcomes: list[tuple[Desk, Outcome]]) -> None:
        """Plan what follows; who became free at this moment hears of those who joined at it."""
        for desk, outcome in outcomes:
            for todo in outcome.then:
                self._plan(todo)
            if outcome.free and isinstance(desk, Counter):
                self._free.add(desk)
                if self._others_issue:
                    self._plan(Todo(on_beat(moment + LOOK_AGAIN), desk, desk.call))
        joined = {outcome.joined for _, outcome in outcomes} - {None}
        woken = {counter for counter in self._free if joined.intersection(counter.post.service_ids)}
        self._free -= woken
        for counter in sorted(woken, key=lambda each: each.name):
            self._plan(Todo(on_beat(moment + dt.timedelta(seconds=1)), counter, counter.call))

    def _close_counters(self, at: dt.datetime) -> None:
        for counter in self._counters:
            counter.closes_at = at

    def _end_day(self, moment: dt.datetime) -> None:
        """The manager closes the day (RULES 10)."""
        self._clock.reach(moment + dt.timedelta(minutes=1))
        manager = self._signed_in(self._stage.keeper)
        closed = manager.run_now(queue.close_day, intent=uuid4(), business_date=moment.date())
        self.log.not_served = closed.not_served

    def _signed_in(self, server: Server) -> Database:
        database = self._sign_in(server)
        self._closing.callback(database.close)
        return database
