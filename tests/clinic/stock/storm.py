"""Many people at one shelf, on connections that may break at any moment; a wish is repeated until it is answered."""

import json
import random
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import psycopg

from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.settings import Server
from tests.factories import stock
from tests.hospital import Hospital

BATCHES, OPENING = 6, 400
RETRIES = 400
REFUSALS, DEADLOCK = ("HM001", "HM002"), "40P01"


@dataclass
class Shelf:
    """The stores and batches that everybody works on, and who may work there."""

    stores: tuple[int, int]
    batches: tuple[int, ...]
    people: tuple[Server, ...]


@dataclass
class Outcome:
    """What the people were told: wishes that were done, by intent, and how often each refusal was said."""

    done: dict[uuid.UUID, str] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    broken: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def make_shelf(hospital: Hospital, workers: int) -> Shelf:
    """Two stores with six batches between them, and so many pharmacists."""
    stores = (stock.make_store(hospital), stock.make_store(hospital))
    medicine = stock.make_medicine(hospital)
    batches = tuple(stock.make_batch(hospital, medicine, stores[n % 2], OPENING) for n in range(BATCHES))
    people = tuple(hospital.person("pharmacist", "manager") for _ in range(workers))
    return Shelf(stores, batches, people)


def work(shelf: Shelf, wishes: int) -> Outcome:
    """Every person has so many wishes, all at the same time; returns when each got its answer."""
    outcome = Outcome()
    with ThreadPoolExecutor(len(shelf.people)) as threads:
        list(threads.map(lambda seat: _one_person(shelf, seat, wishes, outcome), enumerate(shelf.people)))
    return outcome


def break_connections(hospital: Hospital, every: float, until: threading.Event) -> None:
    """Ends a random connection of somebody now and then, as a bad cable does."""
    dice = random.Random(7)
    watcher = hospital.connection()
    while not until.wait(every):
        rows = watcher.execute(
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'storm' AND datname = current_database()"
        ).fetchall()
        if rows:
            watcher.execute("SELECT pg_terminate_backend(%s)", dice.choice(rows))


def _one_person(shelf: Shelf, seat: tuple[int, Server], wishes: int, outcome: Outcome) -> None:
    number, server = seat
    dice = random.Random(number)
    line = _Line(server, outcome)
    for _ in range(wishes):
        name, values = _wish(shelf, dice)
        line.ask(name, values)
    line.close()


def _wish(shelf: Shelf, dice: random.Random) -> tuple[str, tuple[Any, ...]]:
    store, other = dice.sample(shelf.stores, 2)
    batch, units = dice.choice(shelf.batches), dice.randint(1, 40)
    lines = json.dumps([{"batch": one, "units": dice.randint(1, 15)} for one in dice.sample(shelf.batches, 2)])
    choices: list[tuple[str, tuple[Any, ...]]] = [
        ("transfer_stock", (store, other, lines, "")),
        ("write_off", (store, batch, units, "storm", None)),
        ("write_off", (store, batch, dice.randint(1, 400), "storm", None)),
        ("open_stock", (store, 1, f"NEW{dice.randint(1, 3)}", None, units, 1)),
        ("hold_batch", (batch, "storm")),
        ("release_batch", (batch, "storm")),
        ("reverse_movement", (dice.randint(1, 400), None, "storm")),
    ]
    return dice.choice(choices)


class _Line:
    """A person's connection; what was cut is opened again and the same wish is asked under the same intent."""

    def __init__(self, server: Server, outcome: Outcome) -> None:
        self._server, self._outcome = server, outcome
        self._connection: psycopg.Connection[Any] | None = None

    def ask(self, name: str, values: tuple[Any, ...]) -> None:
        intent = uuid.uuid4()
        marks = ", ".join(["%s"] * (1 + len(values)))
        for _ in range(RETRIES):
            try:
                self._open().execute(f"SELECT hms.{name}({marks})".encode(), (intent, *values))
            except Unreachable:
                self._broke()
                continue
            except psycopg.Error as error:
                if error.sqlstate in REFUSALS:
                    self._told(lambda code=error.diag.constraint_name or "": self._count(code))
                    return
                if isinstance(error, psycopg.errors.DeadlockDetected) or not isinstance(
                    error, psycopg.OperationalError
                ):
                    raise
                self._broke()
                continue
            self._told(lambda: self._outcome.done.__setitem__(intent, name))
            return
        raise AssertionError("a wish was never answered")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def _open(self) -> psycopg.Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = connect(self._server, application="storm", autocommit=True)
        return self._connection

    def _broke(self) -> None:
        self._told(lambda: setattr(self._outcome, "broken", self._outcome.broken + 1))
        self.close()
        self._connection = None
        time.sleep(0.05)

    def _count(self, code: str) -> None:
        self._outcome.refused[code] = self._outcome.refused.get(code, 0) + 1

    def _told(self, note: Callable[[], None]) -> None:
        with self._outcome.lock:
            note()
