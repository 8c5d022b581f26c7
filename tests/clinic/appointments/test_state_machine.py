"""Whatever clerks do with appointments, in any order and at once, the rules of booking hold."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from hms_desktop.clinic.appointments import actions, planning, rules
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.errors import HmsError, Refused, Stale
from tests.clinic.queue.desk import Desk
from tests.clinic.queue.test_concurrency import together
from tests.factories import appointments
from tests.factories import queue as houses
from tests.hospital import Hospital

FIRST = dt.date(2026, 3, 2)
SLOT = dt.timedelta(minutes=30)
OVERBOOK = 2
CAPACITY = {"Clinic 1": 1, "Clinic 2": 2}
SLOTS = st.integers(0, 5)
CLINICS = st.sampled_from(sorted(CAPACITY))
WHO = st.integers(0, 9)
WHICH = st.integers(0, 30)


class World:
    """One database for all runs; each run is two days of its own: today and tomorrow."""

    def __init__(self, hospital: Hospital) -> None:
        self.eye = hospital.connection()
        self.days = 0
        self.set_clock(dt.datetime.combine(FIRST, dt.time(7), dt.UTC))
        self.practice = appointments.practice(hospital)
        for name, capacity in CAPACITY.items():
            appointments.weekly(hospital, self.practice.clinics[name], capacity=capacity, overbook=OVERBOOK)
        self.rooms = [houses.room(hospital, f"Room {n}", [self.practice.service]) for n in range(2)]
        self.patients = houses.patients(hospital, 10)
        clerk = hospital.person("front_desk", "manager")
        self.desks = [Desk(hospital.database(clerk, pool_size=1)) for _ in range(3)]
        self.desks[0].do(planning.grant_overbooking, duty="manager")

    def next_day(self) -> dt.datetime:
        self.days += 2
        return dt.datetime.combine(FIRST + dt.timedelta(days=self.days), dt.time(8, 50), dt.UTC)

    def rows(self, statement: str, *values: Any) -> list[Any]:
        return self.eye.execute(statement.encode(), values).fetchall()

    def set_clock(self, now: dt.datetime) -> None:
        self.eye.execute("SELECT hms.set_clock(%s, 0)", (now,))


class BookingMachine(RuleBasedStateMachine):
    """Clerks book, move, cancel, check in and wait; after each step the tables are held against the pure rules."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.now = world.next_day()
        world.set_clock(self.now)

    # What people do ------------------------------------------------------------------------------------------

    @rule(who=WHO, clinic=CLINICS, slot=SLOTS, slots=st.integers(1, 3), tomorrow=st.booleans(), over=st.booleans())
    def book(self, who: int, clinic: str, slot: int, slots: int, tomorrow: bool, over: bool) -> None:
        place = self.place(clinic, slot, tomorrow)
        starts, ends = place["starts_at"], place["starts_at"] + slots * SLOT
        free = rules.places_left(starts, ends, CAPACITY[clinic], self.taken(place["session_id"]))
        above = self.above(place["session_id"])
        elsewhere = self.is_elsewhere(self.world.patients[who], starts, ends)
        result = self.attempt(actions.book, patient=self.world.patients[who], slots=slots, overbook=over, **place)
        if isinstance(result, HmsError):
            fits = slot + slots <= 6 and ends > self.now
            assert not fits or elsewhere or (not free and (not over or above >= OVERBOOK))
            return
        assert not elsewhere
        assert bool(free) != result.over
        assert free or above < OVERBOOK

    @rule(which=WHICH, clinic=CLINICS, slot=SLOTS, tomorrow=st.booleans())
    def move(self, which: int, clinic: str, slot: int, tomorrow: bool) -> None:
        if picked := self.pick(which):
            self.attempt(actions.move, **picked, **self.place(clinic, slot, tomorrow))

    @rule(which=WHICH, reason=st.sampled_from(sorted(rules.CANCEL_REASONS)))
    def cancel(self, which: int, reason: str) -> None:
        if picked := self.pick(which):
            gone = self.attempt(actions.cancel, **picked, reason=reason)
            if not isinstance(gone, HmsError) and gone.offered_to:
                assert self.rows("SELECT state FROM hms.waiting_list WHERE id = %s", gone.offered_to) == [("offered",)]

    @rule(which=WHICH, step=st.sampled_from(["restore", "mark_no_show", "check_in", "unarrive"]))
    def step(self, which: int, step: str) -> None:
        if picked := self.pick(which):
            self.attempt(getattr(actions, step), **picked)

    @rule(room=st.integers(0, 1), ends=st.sampled_from(["finish", "undo", "cancel", "transfer"]))
    def the_queue_goes_on(self, room: int, ends: str) -> None:
        call = self.attempt(queue.call_next, room=self.world.rooms[room])
        if isinstance(call, HmsError):
            return
        if ends == "cancel":
            self.attempt(queue.cancel_ticket, segment=call.segment_id, version=call.version, reason="left")
            return
        served = self.attempt(queue.start_service, segment=call.segment_id, version=call.version)
        done = self.attempt(queue.finish, segment=served.segment_id, version=served.version)
        if ends == "undo":
            back = self.attempt(queue.undo, segment=done.segment_id, version=done.version)
            self.attempt(queue.finish, segment=back.segment_id, version=back.version)

    @rule(who=WHO, slots=st.integers(1, 2), clinic=st.none() | CLINICS)
    def wait(self, who: int, slots: int, clinic: str | None) -> None:
        chosen = self.world.practice.clinics[clinic] if clinic else None
        wish = actions.WaitingWish(self.world.patients[who], self.world.practice.service, chosen, slots=slots)
        self.attempt(actions.add_to_waiting_list, wish=wish)

    @rule(which=WHICH, answer=st.sampled_from(["accept_offer", "decline_offer", "leave_waiting_list"]))
    def answer(self, which: int, answer: str) -> None:
        found = self.rows("SELECT id, version FROM hms.waiting_list WHERE state IN ('waiting', 'offered') ORDER BY id")
        if found:
            entry, version = found[which % len(found)]
            self.attempt(getattr(actions, answer), entry=entry, version=version)

    @rule()
    def release(self) -> None:
        self.attempt(actions.release_lapsed_offers)

    @rule(minutes=st.sampled_from([1, 10, 45, 61]))
    def time_passes(self, minutes: int) -> None:
        if self.now.hour < 12:
            self.now += dt.timedelta(minutes=minutes)
            self.world.set_clock(self.now)

    @rule(who=st.lists(WHO, min_size=3, max_size=3, unique=True), clinic=CLINICS, slot=SLOTS)
    def three_book_one_slot_at_once(self, who: list[int], clinic: str, slot: int) -> None:
        place = self.place(clinic, slot, tomorrow=True)
        end = place["starts_at"] + SLOT
        free = rules.places_left(place["starts_at"], end, CAPACITY[clinic], self.taken(place["session_id"]))
        found = together(
            [
                lambda d=desk, p=self.world.patients[one]: d.do(actions.book, patient=p, **place)
                for desk, one in zip(self.world.desks, who, strict=True)
            ]
        )
        assert sum(isinstance(one, actions.Booked) for one in found) <= free

    @rule(which=WHICH, clinic=CLINICS, slot=SLOTS)
    def rivals(self, which: int, clinic: str, slot: int) -> None:
        if not (picked := self.pick(which)):
            return
        place = self.place(clinic, slot, tomorrow=True)
        desks = self.world.desks
        found = together(
            [
                lambda: desks[0].do(actions.move, **picked, **place),
                lambda: desks[1].do(actions.cancel, **picked, reason="patient"),
                lambda: desks[2].do(actions.check_in, **picked),
            ]
        )
        assert sum(not isinstance(one, HmsError) for one in found) <= 1
        assert all(isinstance(one, Refused | Stale) for one in found if isinstance(one, HmsError))

    # What must hold ------------------------------------------------------------------------------------------

    @invariant()
    def no_seat_is_taken_twice_and_nobody_is_at_two_places(self) -> None:
        pairs = (
            "SELECT 1 FROM hms.appointments a JOIN hms.appointments b ON b.id > a.id "
            "AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at) WHERE "
        )
        live = "('held', 'booked', 'arrived', 'in_service')"
        assert not self.rows(pairs + " a.session_id = b.session_id AND a.seat = b.seat")
        assert not self.rows(pairs + f" a.patient_id = b.patient_id AND a.state IN {live} AND b.state IN {live}")

    @invariant()
    def the_counts_of_a_session_are_its_appointments(self) -> None:
        wrong = self.rows(
            "SELECT s.id FROM hms.sessions s "
            "LEFT JOIN hms.appointments a ON a.session_id = s.id AND a.seat IS NOT NULL "
            "GROUP BY s.id HAVING s.taken <> coalesce(sum(a.slots) FILTER (WHERE NOT a.over), 0) "
            "OR s.overbooked <> count(a.id) FILTER (WHERE a.over) OR s.taken > s.places OR s.overbooked > s.overbook"
        )
        assert wrong == []

    @invariant()
    def every_step_was_allowed(self) -> None:
        walked = self.rows(
            "SELECT DISTINCT before ->> 'state', after ->> 'state' FROM hms.audit "
            "WHERE subject = 'appointments' AND verb = 'update' AND before ? 'state'"
        )
        assert {(rules.State(old), rules.State(new)) for old, new in walked} <= rules.TRANSITIONS

    @invariant()
    def who_is_offered_a_place_is_held_one(self) -> None:
        wrong = self.rows(
            "SELECT w.id FROM hms.waiting_list w "
            "FULL JOIN hms.appointments a ON a.entry_id = w.id AND a.state = 'held' "
            "WHERE (w.state = 'offered') <> (a.id IS NOT NULL) AND (a.state = 'held' OR w.id IS NOT NULL)"
        )
        assert wrong == []

    @invariant()
    def an_appointment_stands_where_its_ticket_is(self) -> None:
        wrong = self.rows(
            "SELECT a.id, a.state, reached FROM hms.appointments a JOIN hms.sessions s ON s.id = a.session_id "
            "CROSS JOIN LATERAL hms.state_of_visit(a.ticket_id, s.service_id) reached "
            "WHERE a.ticket_id IS NOT NULL AND a.state IN ('arrived', 'in_service', 'done') AND reached <> a.state"
        )
        assert wrong == []

    # How it is looked at -------------------------------------------------------------------------------------

    def rows(self, statement: str, *values: Any) -> list[Any]:
        return self.world.rows(statement, *values)

    def attempt(self, action: Callable[..., Any], **values: Any) -> Any:
        try:
            return self.world.desks[0].do(action, **values)
        except HmsError as error:
            if not (isinstance(error, Refused | Stale) and error.code.startswith(("appointments.", "queue."))):
                raise
            return error

    def place(self, clinic: str, slot: int, tomorrow: bool) -> dict[str, Any]:
        day = self.now.date() + dt.timedelta(days=tomorrow)
        [(session, starts)] = self.rows(
            "SELECT id, starts_at FROM hms.sessions WHERE clinic_id = %s AND on_date = %s",
            self.world.practice.clinics[clinic],
            day,
        )
        return {"session_id": session, "starts_at": starts + slot * SLOT}

    def pick(self, which: int) -> dict[str, int] | None:
        found = self.rows("SELECT id, version FROM hms.appointments ORDER BY id DESC LIMIT 15")
        if not found:
            return None
        appointment, version = found[which % len(found)]
        return {"appointment": appointment, "version": version}

    def taken(self, session: int) -> list[Any]:
        return self.rows(
            "SELECT starts_at, ends_at, seat FROM hms.appointments WHERE session_id = %s AND seat IS NOT NULL "
            "AND (held_until IS NULL OR held_until >= hms.hospital_now())",
            session,
        )

    def above(self, session: int) -> int:
        [(count,)] = self.rows(
            "SELECT count(*) FROM hms.appointments WHERE session_id = %s AND over AND seat IS NOT NULL", session
        )
        return int(count)

    def is_elsewhere(self, patient: int, starts: dt.datetime, ends: dt.datetime) -> bool:
        return bool(
            self.rows(
                "SELECT 1 FROM hms.appointments WHERE patient_id = %s AND starts_at < %s AND ends_at > %s AND "
                "state IN ('held', 'booked', 'arrived', 'in_service') "
                "AND (held_until IS NULL OR held_until >= hms.hospital_now())",
                patient,
                ends,
                starts,
            )
        )


def test_booking_keeps_its_rules_whatever_clerks_do_at_once(hospital: Hospital) -> None:
    world = World(hospital)
    run_state_machine_as_test(
        lambda: BookingMachine(world),
        settings=settings(max_examples=25, stateful_step_count=40, deadline=None, database=None),
    )
