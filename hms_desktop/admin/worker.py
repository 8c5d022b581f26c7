"""hms-admin worker: does what goes on by itself: messages, the end of the day, seals, retention, statistics."""

import argparse
import asyncio
import contextlib
import functools
import logging
import os
import secrets
import signal
import sys
import threading
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hms_desktop.admin import connection, worker_settings
from hms_desktop.admin.commands import Commands
from hms_desktop.admin.worker_settings import Pace, WorkerSettings
from hms_desktop.admin.worker_tasks import Figures, Work, tasks_for
from hms_desktop.clinic.fleet.telling import telling
from hms_desktop.clinic.jobs import actions
from hms_desktop.clinic.jobs.wording import Wording
from hms_desktop.clinic.operations.installing import program_version
from hms_desktop.clinic.records import queries
from hms_desktop.core import log, places
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Misconfigured
from hms_desktop.core.settings import Server

LOGIN = "hms_worker"
_AGAIN = 2.0  # seconds before a server that went away is asked again
_log = logging.getLogger(__name__)


def add_to(commands: Commands) -> None:
    parser = commands.add_parser(
        "worker",
        help=__doc__,
        description="Does what goes on by itself, under the login hms_worker, until it is told to end (SIGTERM or "
        "Ctrl+C): jobs under way are finished first. Several workers may run; each job is one worker's. Managers and "
        "administrators see on the page Jobs what it does and what failed.",
        epilog=worker_settings.FORMAT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--with-parent", action="store_true", help="end when standard input is closed")
    connection.add_options(parser, whose=LOGIN)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Work until told to end. Raises HmsError where the server or the settings do not let it begin."""
    path: Path = options.settings or places.settings_file()
    chosen = worker_settings.load(path)
    wording = Wording.load(places.resources() / "messages", *_own_words(chosen))
    server = connection.server_of(options)
    log.start("hms-worker", places.user_log())
    worker = Worker(server, chosen.pace, tasks_for(chosen, wording))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: worker.stop())
    if options.with_parent:
        threading.Thread(target=_end_with_parent, args=(worker.stop,), daemon=True).start()
    worker.work()
    return 0


def _own_words(chosen: WorkerSettings) -> tuple[Path, ...]:
    """Raises Misconfigured where the folder of the hospital's own words is not there."""
    if not chosen.messages.folder:
        return ()
    folder = Path(chosen.messages.folder)
    if not folder.is_dir():
        raise Misconfigured("messages.folder", f"The folder {folder} of [messages] is not there; correct the setting.")
    return (folder,)


class Worker:
    """One process that takes jobs from the queue. `work` returns when `stop` was called, from any thread."""

    def __init__(self, server: Server, pace: Pace, tasks: Mapping[str, Callable[[Work], Figures]]) -> None:
        self._server, self._pace, self._tasks = server, pace, tasks
        self._stopping = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._leaving = asyncio.Event()
        self._unfit: Misconfigured | None = None

    def stop(self) -> None:
        """Take no more jobs, finish those under way, end."""
        self._stopping.set()
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has just ended by itself
                self._loop.call_soon_threadsafe(self._leaving.set)

    def work(self) -> None:
        """Raises HmsError where the server does not let this login begin, or this program no longer fits."""
        from hms_desktop.admin import worker_queue  # the queue's library, which other commands need not load

        name, pace = worker_queue.worker_name(os.getpid(), secrets.token_hex(3)), self._pace
        with contextlib.ExitStack() as ending:
            measured = telling(self._server, program=worker_queue.APPLICATION, version=program_version())
            pool = Database(
                self._server,
                application=worker_queue.APPLICATION,
                pool_size=pace.at_once + 1,
                telemetry=ending.enter_context(measured),
            )
            database = ending.enter_context(contextlib.closing(pool))
            self._beat(database, name)
            print(f"The worker {name} has begun.", flush=True)
            bench = worker_queue.Bench(self._server, database, name, self._stopping.is_set)
            app = worker_queue.make_app(self._server, bench, self._tasks, pace.retry_seconds, pace.at_once)
            # psycopg's asynchronous connections need a selector, which is not what Windows would choose.
            with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                runner.run(
                    self._serve(worker_queue.take_jobs(app, pace), functools.partial(self._beat, database, name))
                )
            with contextlib.suppress(HmsError):
                database.run_now(actions.end_worker, worker=name)
        print("The worker has ended.", flush=True)
        if self._unfit is not None:
            raise self._unfit

    def _beat(self, database: Database, name: str) -> None:
        """A sign of life, and whether this program still fits. Raises Misconfigured where it does not."""
        if (why := database.read_now(queries.why_unfit, client=program_version())) is not None:
            raise why
        database.run_now(actions.beat, worker=name, version=program_version(), silence=self._pace.silence)

    async def _serve(
        self, take_jobs: Callable[[asyncio.Event], Coroutine[Any, Any, None]], beat: Callable[[], None]
    ) -> None:
        """Serve the queue until told to leave; a server that goes away is asked again until it is back."""
        self._loop = asyncio.get_running_loop()
        self._loop.set_default_executor(ThreadPoolExecutor(self._pace.at_once + 2, thread_name_prefix="job"))
        if self._stopping.is_set():
            self._leaving.set()
        while not self._leaving.is_set():
            beating = asyncio.create_task(self._keep_beating(beat))
            try:
                await take_jobs(self._leaving)
            except Exception as error:
                _log.warning("the queue could not be served (%s)", type(error).__name__)
            beating.cancel()
            await asyncio.wait([beating])
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._leaving.wait(), _AGAIN)

    async def _keep_beating(self, beat: Callable[[], None]) -> None:
        away = False
        while True:
            await asyncio.sleep(self._pace.tick_seconds)
            try:
                await asyncio.to_thread(beat)
                away = False
            except Misconfigured as error:
                _log.error("%s", error.sentence)
                self._unfit = error
                self.stop()
                return
            except Exception as error:  # also a fault of ours: a worker that serves must not fall silent
                if not away:
                    kind = error.code if isinstance(error, HmsError) else type(error).__name__
                    _log.warning("no sign of life could be given: %s", kind)
                away = True


def _end_with_parent(stop: Callable[[], None]) -> None:
    """Standard input is a pipe that nobody writes to; it ends when the parent does."""
    while os.read(sys.stdin.fileno(), 4096):
        pass
    stop()
