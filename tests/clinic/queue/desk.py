"""A person at a desk, as a test moves them: every wish gets an intent of its own."""

import datetime as dt
import uuid
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hms_desktop.clinic.queue import actions
from hms_desktop.core.database import Database
from tests.factories import queue
from tests.hospital import Hospital

T = TypeVar("T")
MORNING = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)


class Desk:
    """One signed-in person; `do` runs an action, `see` a query."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def do(self, action: Callable[..., T], **values: Any) -> T:
        return self.database.run_now(action, intent=uuid.uuid4(), **values)

    def see(self, query: Callable[..., T], **values: Any) -> T:
        return self.database.read_now(query, snapshot=True, **values)


class Day:
    """A hospital with a clock that the test turns, a house, and a clerk at work in it."""

    def __init__(self, hospital: Hospital, house: queue.House, patients: int = 12) -> None:
        self.hospital = hospital
        self.house = house
        self.now = MORNING
        self.patients = queue.patients(hospital, patients)
        self._unused = list(reversed(self.patients))
        self.clerk = self.desk("front_desk")

    def desk(self, *duties: str) -> Desk:
        return Desk(self.hospital.database(self.hospital.person(*duties)))

    def set(self, now: dt.datetime) -> None:
        self.now = now
        self.hospital.set_clock(now)

    def passes(self, **span: float) -> None:
        """So many `minutes` or `seconds` later."""
        self.set(self.now + dt.timedelta(**span))

    def arrives(self, service: str = "A", priority: str = "ordinary", **values: Any) -> actions.Ticket:
        """The next patient gets a ticket; ten seconds pass, so that no two arrive at once."""
        reason = "" if priority == "ordinary" else "triage"
        self.passes(seconds=10)
        return self.clerk.do(
            actions.issue_ticket,
            service=self.house.services[service],
            patient=values.pop("patient", None) or self._unused.pop(),
            priority=priority,
            reason=reason,
            **values,
        )

    def crowd(self, count: int, service: str = "A", priority: str = "ordinary") -> None:
        """So many new patients with tickets, all at this moment."""
        self.hospital.sql(
            "SELECT hms.issue_ticket(gen_random_uuid(), %s, patient, %s, 'triage') FROM unnest(%s::bigint[]) patient",
            self.house.services[service],
            priority,
            queue.patients(self.hospital, count),
        )

    def counters(self, count: int, serves: Sequence[str] = ("A",)) -> list[int]:
        """So many more rooms."""
        services = [self.house.services[prefix] for prefix in serves]
        return [queue.room(self.hospital, f"Window {number}", services) for number in range(count)]

    def call(self, room: str = "Counter 1") -> actions.Call:
        return self.clerk.do(actions.call_next, room=self.house.rooms[room])

    def finish(self, standing: actions.Standing) -> actions.Standing:
        return self.clerk.do(actions.finish, segment=standing.segment_id, version=standing.version)

    def call_and_finish(self, room: str = "Counter 1") -> actions.Call:
        call = self.call(room)
        self.finish(call)
        return call

    def misses(self, call: actions.Call) -> actions.Standing:
        """The called patient does not come: called again, then marked."""
        self.passes(minutes=4)
        again = self.clerk.do(actions.recall, segment=call.segment_id, version=call.version)
        return self.clerk.do(actions.no_show, segment=again.segment_id, version=again.version)

    def line(self, service: str = "A") -> list[str]:
        """The labels that wait, in order."""
        rows = self.hospital.sql(
            "SELECT t.label FROM hms.waiting w JOIN hms.tickets t ON t.id = w.ticket_id WHERE w.service_id = %s "
            "AND w.business_date = hms.business_date() ORDER BY w.turn, w.rank, w.place, w.segment_id",
            self.house.services[service],
        )
        return [label for (label,) in rows]
