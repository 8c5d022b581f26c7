"""The simulated workstations of one process, each a thread: told what to do on stdin, they say on stdout how it went.

A client is what hms-desktop is without its windows: a `Database` with cache and telemetry under a login of its own, and
a `Listener` that beats each second. It signs in and does one turn of its work before it says `ready`.
"""

import contextlib
import json
import random
import sys
import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from hms_desktop.clinic.dispensing import actions as dispensing
from hms_desktop.clinic.dispensing import queries as counter
from hms_desktop.clinic.dispensing.rules import Given, Pick
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.patients import actions as register
from hms_desktop.clinic.patients import queries as patients
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.clinic.queue import queries as lines
from hms_desktop.clinic.queue import queries_planning
from hms_desktop.clinic.records.queries import compatibility
from hms_desktop.clinic.staff import queries as staff
from hms_desktop.core.cache import ReferenceCache
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError
from hms_desktop.core.listener import LineState, Listener
from hms_desktop.core.notices import Channel
from hms_desktop.core.settings import Server
from hms_desktop.core.telemetry import Telemetry

T = TypeVar("T")

NEW_PATIENTS = 160 / 600
"""So many of the people who come to a desk have no record yet."""


@dataclass(frozen=True)
class Seat:
    """Who sits there and with what: `duty` is desk, room or pharmacy; `known` and `sheets` are this client's alone."""

    number: int
    duty: str
    server: Mapping[str, Any]
    room: int
    service: int
    store: int
    typed: Sequence[str]
    known: Sequence[int]
    sheets: Sequence[int]


@dataclass
class Told:
    """Milliseconds of each transaction by its name, and how often one failed, with the first code."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    turns: int = 0


class Client:
    """One workstation; its turns raise HmsError where the server or a rule did."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._dice = random.Random(seat.number)
        self._known = list(seat.known)
        self._turn = {"desk": self._receive, "room": self._call, "pharmacy": self._hand_out}[seat.duty]
        self.told = Told()
        telemetry = Telemetry()
        cache = ReferenceCache(telemetry)
        server = Server(**seat.server)
        self._up = threading.Event()

        def note(state: LineState) -> None:
            cache.on_state(state)
            if state.up:
                self._up.set()

        self._database = Database(server, workstation=f"desk-{seat.number}", telemetry=telemetry, cache=cache)
        self._listener = Listener(server, [Channel.CHANGES], cache.on_notice, note)

    def sign_in(self) -> None:
        """As the program does; then one turn, with which the server plans what this connection will do all day."""
        with self._measured("sign_in"):
            self._database.read_now(compatibility)
            self._database.read_now(staff.me)
            self._listener.start()
            if not self._up.wait(120):
                raise SystemExit("The listener of a client did not come up.")
        self.turn()
        self.told.took = {"sign_in": self.told.took["sign_in"]}
        self.told.turns = 0

    def work(self, until: float, pause: float) -> None:
        """Turns until that moment of `time.monotonic`, one in each `pause` seconds, the first at any time in it."""
        at = time.monotonic() + self._dice.uniform(0, pause)
        while at < until:
            time.sleep(max(0.0, at - time.monotonic()))
            self.turn()
            at = max(at + pause, time.monotonic())

    def turn(self) -> None:
        with contextlib.suppress(HmsError):  # it was counted where it happened
            self._turn()
            self.told.turns += 1

    def close(self) -> None:
        self._listener.stop()
        self._database.close()

    @contextlib.contextmanager
    def _measured(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        except HmsError as error:
            self.told.failed[f"{name}: {error.code}"] += 1
            raise
        finally:
            self.told.took.setdefault(name, []).append((time.perf_counter() - began) * 1000)

    def _read(self, name: str, query: Callable[..., T], **values: Any) -> T:
        with self._measured(name):
            return self._database.read_now(query, **values)

    def _do(self, name: str, action: Callable[..., T], **values: Any) -> T:
        with self._measured(name):
            return self._database.run_now(action, intent=uuid.uuid4(), **values)

    def _receive(self) -> None:
        """Somebody comes to the desk: looked for, opened or registered, and given a ticket."""
        self._read("search", patients.find_patients, text=self._dice.choice(self._seat.typed))
        if self._known and self._dice.random() > NEW_PATIENTS:
            patient = self._known.pop()
            self._read("card", patients.patient_card, patient_id=patient)
        else:
            names = PatientRecord(given_names="Amina", family_name=f"Okafor {uuid.uuid4().hex[:8]}", sex="female")
            patient = self._do("register", register.register, record=names).id
        self._database.cached_now(organisation.services)
        self._database.cached_now(queries_planning.priorities)
        self._read("waits", queries_planning.service_waits)
        self._do("ticket", queue.issue_ticket, service=self._seat.service, patient=patient)

    def _call(self) -> None:
        """The next one is called to the room, and was served."""
        self._read("waiting", lines.waiting_counts, services=[self._seat.service])
        called = self._do("call", queue.call_next, room=self._seat.room)
        self._do("finish", queue.finish, segment=called.segment_id, version=called.version)

    def _hand_out(self) -> None:
        """A prescription is opened, and a few tablets of what expires first are handed out on it."""
        sheet = self._read(
            "sheet",
            counter.prescription_sheet,
            prescription=self._dice.choice(self._seat.sheets),
            store=self._seat.store,
        )
        line = sheet.lines[0]
        picks = (Pick(line.batches[0].batch_id, self._dice.randint(1, 3)),)
        self._do(
            "dispense",
            dispensing.dispense,
            prescription=sheet.prescription_id,
            version=sheet.version,
            store=self._seat.store,
            given=(Given(line.id, picks),),
        )


def in_threads(works: Sequence[Callable[[], None]], *, at_once: int | None = None) -> None:
    """Do all of them, each in a thread, at most `at_once` at a time; raises what one of them raised."""
    with ThreadPoolExecutor(at_once or len(works)) as threads:
        for done in [threads.submit(work) for work in works]:
            done.result()


def main() -> None:
    asked = json.loads(sys.stdin.readline())
    clients = [Client(Seat(**seat)) for seat in asked["seats"]]
    in_threads([client.sign_in for client in clients], at_once=4)
    print("ready", flush=True)
    sys.stdin.readline()
    until = time.monotonic() + asked["seconds"]
    in_threads([lambda client=client: client.work(until, asked["pause"]) for client in clients])
    print(json.dumps([vars(client.told) for client in clients]), flush=True)
    sys.stdin.readline()  # the server is looked at while everybody is still there
    in_threads([client.close for client in clients], at_once=16)


if __name__ == "__main__":
    main()
