"""Many people at one shelf, on connections that may break at any moment; a wish is repeated until it is answered."""

import contextlib
import datetime as dt
import os
import random
import signal
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.core.connecting import connect, cut
from hms_desktop.core.errors import HmsError, Unreachable
from hms_desktop.core.settings import Server
from tests.clinic.stock.storm_wishes import Shelf, Told, Wish, next_wish, tell
from tests.hospital import Hospital

NAME = "storm"
PATIENCE = 300.0  # seconds for an answer, the server's coming back included
REFUSALS = ("HM001", "HM002")
START = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)


@dataclass
class Outcome:
    """What the people were told: of each intent the wish and its answer; how often each refusal, how often nothing."""

    done: dict[uuid.UUID, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __str__(self) -> str:
        kinds = Counter(name for name, _ in self.done.values())
        return f"{len(self.done)} done {dict(kinds)}, refused {dict(self.refused)}, {self.broken} answers lost"


class Storm:
    """People at work on `shelf`; `breaking` breaks something beside them until they have done."""

    def __init__(self, hospital: Hospital, shelf: Shelf) -> None:
        self.hospital, self.shelf = hospital, shelf
        self.outcome, self._told = Outcome(), Told()
        self._lines = tuple(_Line(server, self.outcome, self._told) for server in shelf.people)

    def work(self, *, wishes: int = 1_000_000, seconds: float = 3600) -> Outcome:
        """Everybody wishes so often or so long, all at the same time; returns when each got their last answer."""
        end = time.monotonic() + seconds

        def one_person(seat: tuple[int, _Line]) -> None:
            number, line = seat
            dice = random.Random(number)
            for _ in range(wishes):
                if time.monotonic() > end:
                    break
                line.ask(next_wish(self.shelf, self._told, dice))
            line.close()

        with ThreadPoolExecutor(len(self._lines)) as threads:
            list(threads.map(one_person, enumerate(self._lines)))
        return self.outcome

    @contextlib.contextmanager
    def breaking(self, what: Callable[[random.Random], None], every: float) -> Iterator[None]:
        """Do `what` each so many seconds; while the server is away it is left out."""
        dice, calm = random.Random(7), threading.Event()

        def run() -> None:
            while not calm.wait(every):
                with contextlib.suppress(HmsError, psycopg.Error, ProcessLookupError):
                    what(dice)

        breaker = threading.Thread(target=run, name="breaker")
        breaker.start()
        try:
            yield
        finally:
            calm.set()
            breaker.join()

    def cut_a_line(self, dice: random.Random) -> None:
        """End somebody's connection: from the server, or as where their program is killed in the middle of a wish."""
        if dice.random() < 0.5:
            dice.choice(self._lines).lose()
            return
        self.hospital.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s "
            "AND datname = current_database() ORDER BY random() LIMIT 1",
            NAME,
        )

    def kill_a_child(self, _dice: random.Random) -> None:
        """Kill the server's process of somebody; the server ends all others and recovers."""
        for (number,) in self.hospital.sql(
            "SELECT pid FROM pg_stat_activity WHERE application_name = %s ORDER BY random() LIMIT 1", NAME
        ):
            os.kill(number, signal.SIGKILL)

    def kill_the_server(self, _dice: random.Random) -> None:
        """Kill the postmaster itself; its keeper starts another one."""
        [(folder,)] = self.hospital.sql("SELECT current_setting('data_directory')")
        os.kill(int((Path(folder) / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0]), signal.SIGKILL)

    def let_a_day_pass(self, _dice: random.Random) -> None:
        """Batches expire while people work."""
        self.hospital.sql("SELECT hms.set_clock(hms.hospital_now() + interval '1 day', 1)")


class _Line:
    """A person's connection; what was cut is opened again and the same wish is asked under the same intent."""

    def __init__(self, server: Server, outcome: Outcome, told: Told) -> None:
        self._server, self._outcome, self._told = server, outcome, told
        self._connection: psycopg.Connection[Any] | None = None

    def ask(self, wish: Wish) -> None:
        intent, deadline = uuid.uuid4(), time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                row = self._open().execute(wish.statement, (intent, *wish.values)).fetchone()
            except Unreachable:
                self._broke()
                continue
            except psycopg.Error as error:
                if error.sqlstate in REFUSALS:
                    with self._outcome.lock:
                        self._outcome.refused[error.diag.constraint_name or ""] += 1
                    return
                if isinstance(error, psycopg.errors.DeadlockDetected) or not isinstance(
                    error, psycopg.OperationalError
                ):
                    raise
                self._broke()
                continue
            assert row is not None
            with self._outcome.lock:
                self._outcome.done[intent] = wish.name, row[0]
                tell(self._told, wish, row[0])
            return
        raise AssertionError(f"{wish.name} was never answered")

    def lose(self) -> None:
        """The connection is gone, whatever is under way on it."""
        if (connection := self._connection) is not None:
            cut(connection)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def _open(self) -> psycopg.Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = connect(self._server, application=NAME, autocommit=True)
        return self._connection

    def _broke(self) -> None:
        with self._outcome.lock:
            self._outcome.broken += 1
        self.close()
        self._connection = None
        time.sleep(0.05)
