"""Whatever desks and counters do, in any order and at once, the queue keeps its rules."""

import datetime as dt
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from hms_desktop.clinic.queue import actions, rules
from hms_desktop.core.errors import HmsError, Refused, Stale
from tests.clinic.queue.desk import MORNING, Desk
from tests.factories import queue
from tests.hospital import Hospital

SERVICES = ("A", "B")
ROOMS = {"Counter 1": SERVICES, "Counter 2": SERVICES, "Counter 3": SERVICES, "Counter 4": ("A",)}
STEPS = ("recall", "start_service", "finish", "no_show", "reinstate", "undo")
NUMBERS = rules.ServiceRules()


class World:
    """One database for all runs; each run is a business day of its own in it."""

    def __init__(self, hospital: Hospital) -> None:
        hospital.set_clock(MORNING)
        self.house = queue.house(hospital, SERVICES, ROOMS)
        self.patients = queue.patients(hospital, 25)
        self.desks = [Desk(hospital.database(hospital.person("front_desk"), pool_size=1)) for _ in range(3)]
        self.eye = hospital.connection()
        self.days = 0

    def next_day(self) -> dt.datetime:
        self.days += 1
        return MORNING + dt.timedelta(days=self.days)

    def rows(self, statement: str, *values: Any) -> list[Any]:
        return self.eye.execute(statement.encode(), values).fetchall()

    def set_clock(self, now: dt.datetime) -> None:
        self.eye.execute("SELECT hms.set_clock(%s, 0)", (now,))


class QueueMachine(RuleBasedStateMachine):
    """Desks act, time passes, and after each step the database is compared with the pure rules."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.now = world.next_day()
        world.set_clock(self.now)
        self.given = dict.fromkeys(SERVICES, 0)

    # What people do ------------------------------------------------------------------------------------------

    @rule(
        service=st.sampled_from(SERVICES),
        patients=st.lists(st.integers(0, 24), min_size=1, max_size=6, unique=True),
        priority=st.sampled_from(["ordinary", "ordinary", "priority", "urgent"]),
        due=st.none() | st.integers(-40, 120),
    )
    def arrive(self, service: str, patients: list[int], priority: str, due: int | None) -> None:
        for patient in patients:
            self.one_arrives(service, patient, priority, due)

    def one_arrives(self, service: str, patient: int, priority: str, due: int | None) -> None:
        self.passes(seconds=1)
        due_at = None if due is None else self.now + dt.timedelta(minutes=due)
        who = self.world.patients[patient]
        holds = self.rows(
            "SELECT 1 FROM hms.segments WHERE patient_id = %s AND service_id = %s AND business_date = %s "
            "AND state IN ('waiting', 'called', 'serving')",
            who,
            self.world.house.services[service],
            self.now.date(),
        )
        ticket = self.attempt(
            actions.issue_ticket,
            service=self.world.house.services[service],
            patient=who,
            priority=priority,
            reason="triage",
            due=due_at,
        )
        if isinstance(ticket, HmsError):
            assert holds
            assert ticket.code == "queue.already_open"
            return
        assert not holds
        self.given[service] += 1
        assert ticket.ticket == rules.label(service, self.given[service])
        [(joined,)] = self.rows("SELECT place FROM hms.segments WHERE id = %s", ticket.segment_id)
        assert joined == rules.place(self.now, due_at)

    @rule(room=st.sampled_from(sorted(ROOMS)))
    def call(self, room: str) -> None:
        expected = self.expected(room)
        busy = self.busy(room)
        call = self.attempt(actions.call_next, room=self.world.house.rooms[room])
        if isinstance(call, HmsError):
            assert call.code == ("queue.room_busy" if busy else "queue.nobody_waiting")
            assert busy or not expected
            return
        assert not busy
        assert call.segment_id == expected[0]

    @rule(calls=st.integers(3, 6))
    def one_counter_works_on(self, calls: int) -> None:
        for _ in range(calls):
            expected = self.expected("Counter 1")
            call = self.attempt(actions.call_next, room=self.world.house.rooms["Counter 1"])
            if isinstance(call, HmsError):
                return
            assert call.segment_id == expected[0]
            self.attempt(actions.finish, segment=call.segment_id, version=call.version)

    @rule(room=st.sampled_from(sorted(ROOMS)), put_back=st.booleans())
    def nobody_comes(self, room: str, put_back: bool) -> None:
        call = self.attempt(actions.call_next, room=self.world.house.rooms[room])
        if isinstance(call, HmsError):
            return
        self.passes(minutes=3)
        again = self.attempt(actions.recall, segment=call.segment_id, version=call.version)
        gone = self.attempt(actions.no_show, segment=again.segment_id, version=again.version)
        assert gone.state == "no_show"
        if put_back:
            expected = self.expected_put_back(gone.segment_id)
            back = self.attempt(actions.reinstate, segment=gone.segment_id, version=gone.version)
            assert self.standing(back.segment_id) == expected

    @rule()
    def three_counters_call_at_once(self) -> None:
        rooms = [room for room in sorted(ROOMS)[:3] if not self.busy(room)]
        many = len(self.expected("Counter 1"))
        works = [
            lambda d=desk, r=room: d.do(actions.call_next, room=self.world.house.rooms[r])
            for desk, room in zip(self.world.desks, rooms, strict=False)
        ]
        calls = [call for call in together(works) if isinstance(call, actions.Call)]
        assert len({call.segment_id for call in calls}) == len(calls) == min(many, len(works))

    @rule(step=st.sampled_from(STEPS), which=st.integers(0, 30))
    def step(self, step: str, which: int) -> None:
        if not (picked := self.pick(which)):
            return
        segment, version, state = picked
        expected = self.expected_put_back(segment) if step == "reinstate" else None
        result = self.attempt(getattr(actions, step), segment=segment, version=version)
        if isinstance(result, HmsError):
            assert isinstance(result, Refused)
            return
        assert (rules.State(state), rules.State(result.state)) in rules.TRANSITIONS or step == "recall"
        if expected is not None:
            assert self.standing(segment) == expected

    @rule(service=st.sampled_from(SERVICES), which=st.integers(0, 30))
    def transfer(self, service: str, which: int) -> None:
        if not (picked := self.pick(which)):
            return
        segment, version, _ = picked
        before = self.rows("SELECT ticket_id, arrived_at FROM hms.segments WHERE id = %s", segment)
        moved = self.attempt(
            actions.transfer, segment=segment, version=version, to_service=self.world.house.services[service]
        )
        if not isinstance(moved, HmsError):
            after = self.rows("SELECT ticket_id, arrived_at FROM hms.segments WHERE id = %s", moved.segment_id)
            assert after == before

    @rule(which=st.integers(0, 30))
    def cancel(self, which: int) -> None:
        if not (picked := self.pick(which)):
            return
        segment, version, _ = picked
        self.attempt(actions.cancel_ticket, segment=segment, version=version, reason="went home")

    @rule(steps=st.lists(st.sampled_from(STEPS), min_size=2, max_size=3, unique=True), which=st.integers(0, 30))
    def rivals(self, steps: list[str], which: int) -> None:
        if not (picked := self.pick(which)):
            return
        segment, version, _ = picked
        works = [
            lambda d=desk, s=step: d.do(getattr(actions, s), segment=segment, version=version)
            for desk, step in zip(self.world.desks, steps, strict=False)
        ]
        won = [result for result in together(works) if not isinstance(result, HmsError)]
        assert len(won) <= 1

    @rule(which=st.integers(0, 30))
    def act_on_what_has_changed(self, which: int) -> None:
        if not (picked := self.pick(which)):
            return
        segment, version, _ = picked
        result = self.attempt(actions.finish, segment=segment, version=version + 1)
        assert isinstance(result, Stale)

    @rule(minutes=st.sampled_from([0.1, 0.5, 1, 4, 21, 45]))
    def time_passes(self, minutes: float) -> None:
        if (self.now + dt.timedelta(minutes=minutes)).date() == self.now.date():
            self.passes(minutes=minutes)

    # What must hold ------------------------------------------------------------------------------------------

    @invariant()
    def the_view_shows_the_order_of_the_rules(self) -> None:
        for service in SERVICES:
            shown = self.rows(
                "SELECT segment_id, turn, why FROM hms.waiting WHERE service_id = %s AND business_date = %s "
                "ORDER BY turn, rank, place, segment_id",
                self.world.house.services[service],
                self.now.date(),
            )
            line, first = self.line(service)
            turns = [rules.turn(one, first, self.now, NUMBERS) for one in line]
            reasons = [rules.why(one, its) for one, its in zip(line, turns, strict=True)]
            assert shown == [(one.id, *how) for one, *how in zip(line, turns, reasons, strict=True)]

    @invariant()
    def every_number_was_given_once_without_a_gap(self) -> None:
        for service, given in self.given.items():
            numbers = self.rows(
                "SELECT number FROM hms.tickets WHERE service_id = %s AND business_date = %s ORDER BY number",
                self.world.house.services[service],
                self.now.date(),
            )
            assert numbers == [(number,) for number in range(1, given + 1)]

    @invariant()
    def nobody_is_open_twice_or_at_two_rooms(self) -> None:
        doubled = self.rows(
            "SELECT patient_id, service_id FROM hms.segments WHERE business_date = %s "
            "AND state IN ('waiting', 'called', 'serving') GROUP BY 1, 2 HAVING count(*) > 1",
            self.now.date(),
        )
        crowded = self.rows(
            "SELECT room_id FROM hms.segments WHERE business_date = %s AND state IN ('called', 'serving') "
            "GROUP BY 1 HAVING count(*) > 1",
            self.now.date(),
        )
        open_twice = self.rows(
            "SELECT ticket_id FROM hms.segments WHERE business_date = %s "
            "AND state IN ('waiting', 'called', 'serving') GROUP BY 1 HAVING count(*) > 1",
            self.now.date(),
        )
        assert (doubled, crowded, open_twice) == ([], [], [])

    @invariant()
    def who_is_at_a_room_has_a_standing_call_to_it(self) -> None:
        uncalled = self.rows(
            "SELECT s.id FROM hms.segments s WHERE s.business_date = %s AND s.state IN ('called', 'serving') "
            "AND s.calls <> (SELECT count(*) FROM hms.standing_calls c WHERE c.segment_id = s.id "
            "AND c.room_id = s.room_id AND c.id >= (SELECT max(o.id) FROM hms.standing_calls o "
            "WHERE o.segment_id = s.id AND o.kind = 'call'))",
            self.now.date(),
        )
        assert uncalled == []

    # How it is looked at -------------------------------------------------------------------------------------

    def rows(self, statement: str, *values: Any) -> list[Any]:
        return self.world.rows(statement, *values)

    def passes(self, **span: float) -> None:
        self.now += dt.timedelta(**span)
        self.world.set_clock(self.now)

    def attempt(self, action: Callable[..., Any], **values: Any) -> Any:
        try:
            return self.world.desks[0].do(action, **values)
        except HmsError as error:
            if not error.code.startswith("queue."):
                raise
            return error

    def at_hand(self) -> list[Any]:
        return self.rows(
            "SELECT id, version, state FROM hms.segments WHERE business_date = %s ORDER BY id", self.now.date()
        )

    def pick(self, which: int) -> tuple[int, int, str] | None:
        """One of today's segments as it stands, chosen without asking Hypothesis: threads make its state their own."""
        found = self.at_hand()
        return found[-1 - which % len(found)] if found else None

    def busy(self, room: str) -> bool:
        return bool(
            self.rows(
                "SELECT 1 FROM hms.segments WHERE room_id = %s AND business_date = %s "
                "AND state IN ('called', 'serving')",
                self.world.house.rooms[room],
                self.now.date(),
            )
        )

    def line(self, service: str) -> tuple[list[rules.Waiting], frozenset[int]]:
        """One service's line in the order of the pure rules, and who is promoted in it."""
        where = (self.world.house.services[service], self.now.date())
        waiting = [
            rules.Waiting(*row)
            for row in self.rows(
                "SELECT id, class_rank, rank, place, arrived_at, due_at, put_back_at, only_room_id, "
                "back_from IS NOT NULL AND put_back_at = entered_at FROM hms.segments "
                "WHERE service_id = %s AND business_date = %s AND state = 'waiting'",
                *where,
            )
        ]
        recent = self.rows(
            "SELECT ordinary FROM hms.standing_calls WHERE service_id = %s AND business_date = %s "
            "AND kind = 'call' ORDER BY id DESC LIMIT 3",
            *where,
        )
        history = [ordinary for (ordinary,) in recent]
        return rules.in_order(waiting, history, self.now, NUMBERS), rules.promoted(waiting, history, self.now, NUMBERS)

    def expected(self, room: str) -> list[int]:
        """Who the room would call, one after the other if nothing else changed."""
        keys = []
        for service in ROOMS[room]:
            line, first = self.line(service)
            keys += [(rules.turn(one, first, self.now, NUMBERS), one.rank, one.place, one.id) for one in line]
        return [key[-1] for key in sorted(keys)]

    def standing(self, segment: int) -> tuple[int, dt.datetime]:
        [(rank, place)] = self.rows("SELECT rank, place FROM hms.segments WHERE id = %s", segment)
        return rank, place

    def expected_put_back(self, segment: int) -> tuple[int, dt.datetime]:
        [(service_id, *own)] = self.rows(
            "SELECT service_id, id, class_rank, rank, place, arrived_at, due_at, put_back_at FROM hms.segments "
            "WHERE id = %s",
            segment,
        )
        [service] = [name for name, number in self.world.house.services.items() if number == service_id]
        back = rules.put_back(rules.Waiting(*own), self.line(service)[0], self.now, NUMBERS)
        return back.rank, back.place


def together(works: list[Callable[[], Any]]) -> list[Any]:
    """Run them at the same moment; what each gave, or the error that a person would see."""
    if not works:
        return []
    start = threading.Barrier(len(works))

    def one(work: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return work()
        except HmsError as error:
            return error

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(one, works))


def test_the_queue_keeps_its_rules_whatever_desks_do_at_once(hospital: Hospital) -> None:
    world = World(hospital)
    run_state_machine_as_test(
        lambda: QueueMachine(world),
        settings=settings(max_examples=20, stateful_step_count=40, deadline=None, database=None),
    )
