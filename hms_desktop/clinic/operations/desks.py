"""The people of a simulated day: clerks and counters, each signed in as themselves, using the screens' own actions."""

import datetime as dt
import math
import random
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from hms_desktop.clinic.operations import fictitious
from hms_desktop.clinic.operations.arrivals import Arrival
from hms_desktop.clinic.operations.staging import Post
from hms_desktop.clinic.operations.visits import Mood, Visit
from hms_desktop.clinic.patients import actions as patients
from hms_desktop.clinic.patients.rules import birth_as_typed
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Refused, Stale

BEAT = 5  # seconds; people act on the beat, so that several of them act at one moment
RECALL_AFTER = 25.0  # seconds; the hospital's own least is 20
NO_SHOW_AFTER = 185.0  # seconds after the first call; the hospital's own least is 180
A_MOMENT = 10.0
MISTAKE_SEEN_AFTER = 65.0  # longer than the day lets the screen lag, so that a call which is taken back was shown too
EXPECTED = frozenset({"queue.nobody_waiting", "queue.already_open", "queue.followed"})
"""Refusals that belong to an ordinary day; any other one is a fault of the simulation or of the rules."""

Step = Callable[[dt.datetime], "Outcome"]


@dataclass(frozen=True)
class Todo:
    """Something that `who` does at `at`."""

    at: dt.datetime
    who: "Desk"
    step: Step


@dataclass(frozen=True)
class Outcome:
    """What follows from a step: further ones, a service where somebody waits now, and whether the counter is free."""

    then: tuple[Todo, ...] = ()
    joined: int | None = None
    free: bool = False


@dataclass
class Log:
    """What the people at the desks were told by the server; the invariants compare it with the tables."""

    tickets: list[queue.Ticket] = field(default_factory=list)
    calls: list[queue.Call] = field(default_factory=list)
    withdrawn: set[int] = field(default_factory=set)
    refusals: Tally[str] = field(default_factory=Tally)
    failures: list[str] = field(default_factory=list)
    not_served: int = 0


def on_beat(moment: dt.datetime) -> dt.datetime:
    """The first beat that is not before `moment`."""
    return dt.datetime.fromtimestamp(math.ceil(moment.timestamp() / BEAT) * BEAT, dt.UTC)


class Desk:
    """Somebody who is signed in."""

    def __init__(self, name: str, database: Database, log: Log) -> None:
        self.name = name
        self.database = database
        self.log = log

    def refused(self, error: HmsError) -> None:
        self.log.refusals[error.code] += 1
        if error.code not in EXPECTED:
            self.log.failures.append(f"{self.name} was refused: {error.sentence}")

    def try_to(self, step: Callable[..., queue.Standing], standing: queue.Standing) -> queue.Standing | None:
        """Do one step of a ticket as it stands; None where the server refuses it."""
        try:
            return self.database.run_now(step, intent=uuid4(), segment=standing.segment_id, version=standing.version)
        except (Refused, Stale) as error:
            self.refused(error)
            return None


class Visits:
    """The visits of the day by patient and service: what the people know and the server does not."""

    def __init__(self) -> None:
        self._visits: dict[tuple[int | None, int], Visit] = {}

    def expect(self, patient: int | None, service: int, coming: Visit) -> Visit | None:
        """Remember who comes; the visit that this one replaces."""
        before = self._visits.get((patient, service))
        self._visits[patient, service] = coming
        return before

    def of(self, standing: queue.Standing) -> Visit:
        """The visit of a ticket; an everyday one where somebody else issued it."""
        key = (standing.patient_id, standing.service_id)
        return self._visits.setdefault(key, Visit(random.Random(standing.segment_id)))  # noqa: S311 - a simulation


class Clerk(Desk):
    """Registers who comes for the first time and issues tickets."""

    def __init__(self, name: str, database: Database, log: Log, visits: Visits, known: dict[str, int]) -> None:
        super().__init__(name, database, log)
        self._visits = visits
        self._known = known

    def receive(self, arrival: Arrival, service: int, coming: Visit) -> Outcome:
        """The arrival stands at the desk and leaves it with a ticket."""
        patient = self._known.get(arrival.patient_ref)
        if patient is None:
            patient = self._known[arrival.patient_ref] = self._register(arrival)
        before = self._visits.expect(patient, service, coming)
        try:
            ticket = self.database.run_now(
                queue.issue_ticket,
                intent=uuid4(),
                service=service,
                patient=patient,
                priority=coming.priority,
                reason=coming.reason,
                due=coming.due,
            )
        except Refused as error:
            self.refused(error)
            if before is not None:
                self._visits.expect(patient, service, before)
            return Outcome()
        self.log.tickets.append(ticket)
        return Outcome(joined=service)

    def put_back(self, missed: queue.Standing) -> Outcome:
        """Somebody who was marked as no-show has come back."""
        back = self.try_to(queue.reinstate, missed)
        return Outcome(joined=missed.service_id if back else None)

    def _register(self, arrival: Arrival) -> int:
        rng = random.Random(f"person:{arrival.patient_ref}")  # noqa: S311 - a simulation
        age = "" if arrival.age is None else str(arrival.age)
        record = fictitious.person(rng, sex=arrival.sex, birth=birth_as_typed(age, arrival.arrived_at.date()))
        return self.database.run_now(patients.register, intent=uuid4(), record=record).id


class Counter(Desk):
    """Calls, waits, serves, sends on: one ticket at a time, as the rules and the patients allow."""

    def __init__(self, post: Post, database: Database, log: Log, visits: Visits, clerk: Clerk) -> None:
        super().__init__(post.room, database, log)
        self.post = post
        self.closes_at: dt.datetime | None = None
        self._visits = visits
        self._clerk = clerk

    def call(self, now: dt.datetime) -> Outcome:
        """Call who is next; free where nobody waits, at home after the last calls of the day."""
        if self.closes_at is not None and now >= self.closes_at:
            return Outcome()
        try:
            call = self.database.run_now(queue.call_next, intent=uuid4(), room=self.post.room_id)
        except Refused as error:
            self.refused(error)
            if error.code == "queue.nobody_waiting":
                return Outcome(free=True)
            return self._then(now, 60, self.call)
        self.log.calls.append(call)
        coming = self._visits.of(call)
        mood, at = coming.next_mood(), call.called_at
        if mood is Mood.WRONG_KEY:
            return self._then(at, MISTAKE_SEEN_AFTER, lambda then: self._undo_call(then, call))
        if mood is Mood.PUT_BACK:
            return self._then(at, 15, lambda then: self._put_back(then, call))
        if mood is Mood.COMES:
            return self._then(at, coming.seconds_to_the_room(), lambda then: self._serve(then, call, coming))
        return self._then(at, RECALL_AFTER, lambda then: self._recall(then, call, coming, mood, at))

    def _undo_call(self, now: dt.datetime, call: queue.Call) -> Outcome:
        if self.try_to(queue.undo, call):
            self.log.withdrawn.add(call.call_id)
        return self._then(now, A_MOMENT, self.call, joined=call.service_id)

    def _put_back(self, now: dt.datetime, call: queue.Call) -> Outcome:
        self.try_to(queue.reinstate, call)
        return self._then(now, A_MOMENT, self.call, joined=call.service_id)

    def _recall(self, now: dt.datetime, call: queue.Call, coming: Visit, mood: Mood, first_at: dt.datetime) -> Outcome:
        again = self.try_to(queue.recall, call)
        if not isinstance(again, queue.Call):
            return self._then(now, 60, self.call)
        self.log.calls.append(again)
        at = again.called_at
        if mood is Mood.SECOND_CALL:
            return self._then(at, coming.seconds_to_the_room(), lambda then: self._serve(then, again, coming))
        if again.calls < 3:
            return self._then(at, 60, lambda then: self._recall(then, again, coming, mood, first_at))
        return self._then(first_at, NO_SHOW_AFTER, lambda then: self._give_up(then, again, coming, mood))

    def _give_up(self, now: dt.datetime, call: queue.Call, coming: Visit, mood: Mood) -> Outcome:
        missed = self.try_to(queue.no_show, call)
        if missed is not None and mood is Mood.LATE:
            return self._then(now, A_MOMENT, lambda then: self._undo_no_show(then, missed, coming))
        follows = self._then(now, A_MOMENT, self.call)
        if missed is None or not coming.returns:
            return follows
        coming.returns = False
        later = on_beat(now + dt.timedelta(minutes=coming.rng.uniform(4, 20)))
        return Outcome((*follows.then, Todo(later, self._clerk, lambda then: self._clerk.put_back(missed))))

    def _undo_no_show(self, now: dt.datetime, missed: queue.Standing, coming: Visit) -> Outcome:
        here = self.try_to(queue.undo, missed)
        if here is None:
            return self._then(now, A_MOMENT, self.call)
        return self._then(now, A_MOMENT, lambda then: self._serve(then, here, coming))

    def _serve(self, now: dt.datetime, called: queue.Standing, coming: Visit) -> Outcome:
        served = self.try_to(queue.start_service, called)
        if served is None:
            return self._then(now, 60, self.call)
        return self._then(now, coming.seconds_of_service(), lambda then: self._end(then, served, coming))

    def _end(self, now: dt.datetime, served: queue.Standing, coming: Visit) -> Outcome:
        if coming.onward:
            return self._send_on(now, served, coming)
        self.try_to(queue.finish, served)
        return self._then(now, A_MOMENT, self.call)

    def _send_on(self, now: dt.datetime, served: queue.Standing, coming: Visit) -> Outcome:
        target = coming.onward.popleft()
        before = self._visits.expect(served.patient_id, target, coming)
        try:
            moved = self.database.run_now(
                queue.transfer, intent=uuid4(), segment=served.segment_id, version=served.version, to_service=target
            )
        except (Refused, Stale) as error:
            self.refused(error)
            if before is not None:
                self._visits.expect(served.patient_id, target, before)
            return self._then(now, A_MOMENT, lambda then: self._end(then, served, coming))
        if coming.rng.random() < 0.1:
            return self._then(now, A_MOMENT, lambda then: self._take_back(then, moved, coming), joined=target)
        return self._then(now, A_MOMENT, self.call, joined=target)

    def _take_back(self, now: dt.datetime, moved: queue.Transferred, coming: Visit) -> Outcome:
        """The transfer was a mistake; where the other service was faster, it stands."""
        try:
            again = self.database.run_now(
                queue.undo, intent=uuid4(), segment=moved.from_segment_id, version=moved.from_version
            )
        except (Refused, Stale) as error:
            self.refused(error)
            return self._then(now, A_MOMENT, self.call)
        return self._then(now, A_MOMENT, lambda then: self._end(then, again, coming))

    def _then(self, moment: dt.datetime, seconds: float, step: Step, *, joined: int | None = None) -> Outcome:
        at = on_beat(moment + dt.timedelta(seconds=seconds))
        return Outcome((Todo(at, self, step),), joined)
