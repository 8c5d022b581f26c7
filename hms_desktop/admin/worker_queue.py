"""The queue's library as the worker uses it: its connections, how jobs are tried again, and one job from end to end."""

import asyncio
import logging
import socket
import traceback
from collections.abc import Callable, Coroutine, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any, Protocol

import procrastinate
import psycopg
from procrastinate import jobs, retry
from procrastinate.worker import Worker as Hand

from hms_desktop.admin.worker_settings import Pace
from hms_desktop.admin.worker_tasks import Figures, Work
from hms_desktop.clinic.jobs import actions, rules
from hms_desktop.clinic.jobs.tables import QUEUE_SCHEMA
from hms_desktop.core import connecting
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Misconfigured, Refused
from hms_desktop.core.explaining import explained
from hms_desktop.core.settings import Server

QUEUE = "hms"
APPLICATION = "hms-worker"
_FENCE = 7_400_002  # the advisory locks of tasks under way, apart from all others
_FENCED_WAIT = 5  # seconds
_log = logging.getLogger(__name__)


class Failed(Exception):
    """An attempt that failed, in a sentence without a value of anybody's record; `final`: trying again is vain."""

    def __init__(self, code: str, sentence: str, *, final: bool = False) -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.final = code, sentence, final


class StillUnderWay(Exception):
    """The same task is still at work elsewhere, in a worker that was thought to be gone."""


@dataclass(frozen=True)
class BackOff(retry.BaseRetryStrategy):
    """Tries a job `attempts` times, and waits three times as long before each next one."""

    attempts: int
    first: float

    def get_retry_decision(self, *, exception: BaseException, job: jobs.Job) -> retry.RetryDecision | None:
        if isinstance(exception, StillUnderWay):
            return retry.RetryDecision(retry_in={"seconds": _FENCED_WAIT})
        if not self.again(exception, job.attempts + 1):
            return None
        wait = rules.wait_before(job.attempts + 1, first=self.first)
        return retry.RetryDecision(retry_in={"milliseconds": int(wait * 1000)})

    def again(self, error: BaseException, attempt: int) -> bool:
        """Whether attempt number `attempt` (from 1), which failed with `error`, is not to be the last."""
        return attempt < self.attempts and not (isinstance(error, Failed) and error.final)


class Bench:
    """Where jobs are done: one after the other in each of the worker's threads, each fenced and written down."""

    def __init__(self, server: Server, database: Database, worker: str, stopped: Callable[[], bool]) -> None:
        self._server, self._database, self._worker, self._stopped = server, database, worker, stopped

    def do(
        self, task: str, run: Callable[[Work], Figures], back_off: BackOff, context: procrastinate.JobContext,
        arguments: Mapping[str, Any],
    ) -> None:  # fmt: skip
        """One attempt at one job. Raises Failed or StillUnderWay, of which the queue hears."""
        job, attempt = context.job.id or 0, context.job.attempts + 1
        with closing(connect(self._server, application=APPLICATION, autocommit=True, patient=True)) as connection:
            held = connection.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", (_FENCE, task)).fetchone()
            if held != (True,):
                raise StillUnderWay(task)
            told = {"job": job, "task": task, "attempt": attempt, "worker": self._worker}
            number = self._database.run_now(actions.begin_run, **told)
            work = Work(self._database, connection, job, lambda: self._stopped() or context.should_abort(), arguments)
            try:
                figures = run(work)
            except Exception as error:
                failed = told_in_a_sentence(error)
                self._end(number, "to_repeat" if back_off.again(failed, attempt) else "failed", failed)
                raise failed from None
            self._database.run_now(actions.end_run, run=number, outcome="done", figures=figures)

    def _end(self, number: int, outcome: str, failed: Failed) -> None:
        """What cannot be written down now is found by the next worker as a run that was lost."""
        with suppress(HmsError):
            self._database.run_now(
                actions.end_run, run=number, outcome=outcome, code=failed.code, sentence=failed.sentence
            )


def told_in_a_sentence(error: Exception) -> Failed:
    """An error as the page shows it. A fault of ours is logged by its kind and place: its words may hold a name."""
    known = explained(error) if isinstance(error, psycopg.Error) else error
    if isinstance(known, Failed):
        return known
    if isinstance(known, HmsError):
        return Failed(known.code, known.sentence, final=isinstance(known, Refused | Misconfigured))
    kind = type(known).__name__
    _log.error("a task failed with %s\n%s", kind, "".join(traceback.format_tb(known.__traceback__)))
    return Failed("jobs.fault", "This is a fault of the program itself; the worker's log says more.")


def make_app(
    server: Server, bench: Bench, tasks: Mapping[str, Callable[[Work], Figures]], first_wait: float, at_once: int
) -> procrastinate.App:
    """The queue's application with every task."""
    app = procrastinate.App(
        connector=procrastinate.PsycopgConnector(
            kwargs=connecting.parameters(server, application=APPLICATION, schema=f"{QUEUE_SCHEMA},pg_temp"),
            min_size=1,
            max_size=at_once + 2,
            timeout=10,
            reconnect_timeout=5,  # else the pool asks a server that was away ever more seldom, for five minutes
        )
    )
    for name, run in tasks.items():
        _enter(app, bench, name, run, BackOff(rules.TASKS[name].attempts, first_wait))
    return app


def _enter(app: procrastinate.App, bench: Bench, name: str, run: Callable[[Work], Figures], back_off: BackOff) -> None:
    def attempt(context: procrastinate.JobContext, /, **arguments: Any) -> None:
        bench.do(name, run, back_off, context, arguments)

    app.task(name=name, queue=QUEUE, pass_context=True, retry=back_off)(attempt)


class _Hand(Protocol):
    """What is used of the library's worker, whose methods have no types."""

    async def run(self) -> None: ...
    def stop(self) -> None: ...


def take_jobs(app: procrastinate.App, pace: Pace) -> Callable[[asyncio.Event], Coroutine[Any, Any, None]]:
    """What serves the queue until its event is set, and then finishes the jobs under way. Raises what the server does.

    It is told by an event and never by cancelling: asyncio before Python 3.12 loses a cancellation that comes as what
    is waited for is done, and a worker that was told to end would go on.
    """

    async def serve(leaving: asyncio.Event) -> None:
        hand: _Hand = Hand(
            app=app,
            queues=[QUEUE],
            concurrency=pace.at_once,
            install_signal_handlers=False,
            fetch_job_polling_interval=pace.tick_seconds,
            abort_job_polling_interval=pace.tick_seconds,
            update_heartbeat_interval=pace.heartbeat_seconds,
            stalled_worker_timeout=pace.silence,
            shutdown_graceful_timeout=pace.stop_seconds,
            delete_jobs="successful",
        )
        told = asyncio.create_task(leaving.wait())
        try:
            opening = asyncio.ensure_future(app.open_async())
            await asyncio.wait([opening, told], return_when=asyncio.FIRST_COMPLETED)
            if told.done():
                opening.cancel()
                await asyncio.gather(opening, return_exceptions=True)
                return
            await opening
            working = asyncio.create_task(hand.run())
            await asyncio.wait([working, told], return_when=asyncio.FIRST_COMPLETED)
            hand.stop()
            await working
        finally:  # also of a pool that was only being opened, whose own tasks would go on trying for ever
            told.cancel()
            await app.close_async()

    return serve


def worker_name(process: int, mark: str) -> str:
    """Unlike that of any other worker, and says where it runs."""
    return f"{connecting.plain_name(socket.gethostname())[:40]}:{process}:{mark}"
