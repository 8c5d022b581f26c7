"""The same machine with all the queue can do: journeys, tests a ticket comes back from, mixed and closed rooms."""

import datetime as dt
from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from hms_desktop.clinic.queue import actions, rules
from hms_desktop.clinic.queue import actions_planning as setting
from hms_desktop.clinic.queue.rules import Mixing
from hms_desktop.core.errors import HmsError, Refused, Stale
from tests.clinic.queue.desk import MORNING, Desk
from tests.clinic.queue.test_state_machine import NUMBERS, QueueMachine, World, together
from tests.factories import queue
from tests.hospital import Hospital

LAB = "L"
HOUSE = {
    "Counter 1": ("A", "B"),
    "Counter 2": ("A", "B"),
    "Counter 3": ("A", "B"),
    "Counter 4": ("A",),
    "Lab": (LAB,),
}
MIXED = {"Counter 1": Mixing.ORDER, "Counter 2": Mixing.SHARE, "Counter 3": Mixing.LONGEST}
WEIGHTS = {"A": 1, "B": 2}
CALLING = sorted(room for room in HOUSE if room != "Lab")
PASS_LIMIT = 3


class DeepWorld(World):
    """Three counters that mix two services, each by another rule, a laboratory, and a journey through all."""

    def __init__(self, hospital: Hospital) -> None:
        hospital.set_clock(MORNING)
        self.house = queue.house(hospital, ("A", "B", LAB), HOUSE)
        self.patients = queue.patients(hospital, 25)
        self.desks = [Desk(hospital.database(hospital.person("front_desk"), pool_size=1)) for _ in range(3)]
        self.eye = hospital.connection()
        self.days = 0
        manager = Desk(hospital.database(hospital.person("manager"), pool_size=1))
        services = self.house.services
        for room, mixing in MIXED.items():
            manager.do(
                setting.save_room_rule,
                room=self.house.rooms[room],
                version=None,
                mixing=mixing,
                pass_limit=PASS_LIMIT,
                shares=[(services[service], weight) for service, weight in WEIGHTS.items()],
            )
        way = (services["A"], services[LAB], services["B"])
        self.journey = manager.do(setting.save_journey, draft=setting.JourneyDraft("Visit", way))


class DeepMachine(QueueMachine):
    """What one room calls next is reckoned by the pure rules from what the tables hold."""

    world: DeepWorld

    def __init__(self, world: DeepWorld) -> None:
        super().__init__(world)
        self.closures: list[int] = []

    # What people do ------------------------------------------------------------------------------------------

    @rule(room=st.sampled_from(CALLING))
    def call(self, room: str) -> None:
        expected, busy, shut = self.expected(room), self.busy(room), self.shut(room)
        call = self.attempt(actions.call_next, room=self.world.house.rooms[room])
        if isinstance(call, HmsError):
            assert call.code == (shut or ("queue.room_busy" if busy else "queue.nobody_waiting"))
            assert shut or busy or not expected
            return
        assert not busy
        assert not shut
        assert call.segment_id == expected[0]

    @rule()
    def three_counters_call_at_once(self) -> None:
        rooms = [room for room in CALLING[:3] if not self.busy(room) and not self.shut(room)]
        could = [set(self.expected(room)) for room in rooms]
        works = [
            lambda d=desk, r=room: d.do(actions.call_next, room=self.world.house.rooms[r])
            for desk, room in zip(self.world.desks, rooms, strict=False)
        ]
        found = together(works)
        called = [call.segment_id for call in found if isinstance(call, actions.Call)]
        assert len(set(called)) == len(called)
        for call, segments in zip(found, could, strict=True):
            if isinstance(call, actions.Call):
                assert call.segment_id in segments
            else:
                assert segments <= set(called)

    @rule(patient=st.integers(0, 24))
    def set_out(self, patient: int) -> None:
        self.passes(seconds=1)
        ticket = self.attempt(actions.issue_journey, journey=self.world.journey, patient=self.world.patients[patient])
        if isinstance(ticket, HmsError):
            assert ticket.code == "queue.already_open"
            return
        self.given["A"] += 1

    @rule(room=st.sampled_from(CALLING[:3]))
    def sent_for_a_test(self, room: str) -> None:
        call = self.attempt(actions.call_next, room=self.world.house.rooms[room])
        if isinstance(call, HmsError):
            return
        sent = self.attempt(
            actions.transfer,
            segment=call.segment_id,
            version=call.version,
            to_service=self.world.house.services[LAB],
            comes_back=True,
        )
        assert not isinstance(sent, HmsError) or sent.code == "queue.already_open"

    @rule()
    def the_laboratory_works(self) -> None:
        """Who came for a test goes back behind the next one of the line, to its room unless that is closed."""
        call = self.attempt(actions.call_next, room=self.world.house.rooms["Lab"])
        if isinstance(call, HmsError):
            return
        [(sender,)] = self.rows("SELECT return_to FROM hms.segments WHERE id = %s", call.segment_id)
        expected = None if sender is None else self.expected_return(sender)
        self.passes(seconds=1)
        done = self.attempt(actions.finish, segment=call.segment_id, version=call.version)
        if isinstance(done, HmsError):
            assert done.code == "queue.already_open"
            self.attempt(actions.finish, segment=call.segment_id, version=call.version, step=0)
            return
        if expected is not None:
            assert self.standing(done.next_segment_id) == expected

    @rule(room=st.sampled_from(CALLING), which=st.integers(0, 2))
    def sit_down(self, room: str, which: int) -> None:
        with suppress(Refused):  # a ticket keeps them at the counter where they sit
            self.world.desks[which].do(actions.open_counter, room=self.world.house.rooms[room])

    @rule(room=st.sampled_from(CALLING))
    def pause(self, room: str) -> None:
        self.attempt(actions.pause_counter, room=self.world.house.rooms[room])

    @rule(room=st.sampled_from(CALLING), to=st.sampled_from(["A", "B", None]))
    def close_counter(self, room: str, to: str | None) -> None:
        closed = self.attempt(
            actions.close_counter,
            room=self.world.house.rooms[room],
            to_service=None if to is None else self.world.house.services[to],
        )
        if isinstance(closed, HmsError):
            return
        self.closures.append(closed.closure_id)
        assert self.shut(room) == "queue.counter_closed"

    @rule()
    def undo_the_last_closing(self) -> None:
        if self.closures:
            self.attempt(actions.undo_close_counter, closure=self.closures.pop())

    @rule(room=st.sampled_from(CALLING[:3]), which=st.integers(0, 30))
    def closing_among_others(self, room: str, which: int) -> None:
        """A counter closes while it is called to and while somebody acts on one of its tickets."""
        picked = self.pick(which)
        if picked is None:
            return
        segment, version, _ = picked
        desks, number = self.world.desks, self.world.house.rooms[room]
        found = together(
            [
                lambda: desks[0].do(actions.close_counter, room=number),
                lambda: desks[1].do(actions.call_next, room=number),
                lambda: desks[2].do(actions.finish, segment=segment, version=version),
            ]
        )
        assert all(isinstance(one, Refused | Stale) or not isinstance(one, HmsError) for one in found)
        self.closures += [one.closure_id for one in found if isinstance(one, actions.ClosedCounter)]

    # What must hold ------------------------------------------------------------------------------------------

    @invariant()
    def nobody_waits_for_a_closed_room_alone(self) -> None:
        stranded = self.rows(
            "SELECT s.id FROM hms.segments s WHERE s.business_date = %s AND s.state = 'waiting' "
            "AND s.only_room_id IS NOT NULL AND hms.is_closed(s.only_room_id)",
            self.now.date(),
        )
        assert stranded == []

    @invariant()
    def nobody_is_called_to_a_closed_room(self) -> None:
        called = self.rows(
            "SELECT s.id FROM hms.segments s WHERE s.business_date = %s AND s.state IN ('called', 'serving') "
            "AND hms.is_closed(s.room_id)",
            self.now.date(),
        )
        assert called == []

    @invariant()
    def a_ticket_keeps_one_arrival_and_each_step_of_its_way_has_one_segment(self) -> None:
        broken = self.rows(
            "SELECT t.id FROM hms.tickets t JOIN hms.segments s ON s.ticket_id = t.id "
            "LEFT JOIN hms.ticket_steps p ON p.segment_id = s.id "
            "WHERE t.business_date = %s AND (s.arrived_at <> t.arrived_at OR p.service_id <> s.service_id "
            "OR s.state = 'undone' AND p.id IS NOT NULL)",
            self.now.date(),
        )
        assert broken == []

    # How it is looked at -------------------------------------------------------------------------------------

    def expected(self, room: str) -> list[int]:
        """Who the room would call, one after the other if nothing else changed."""
        keys = []
        number, lanes = self.world.house.rooms[room], self.lanes(room)
        for service in HOUSE[room]:
            line, first = self.line(service)
            for one in line:
                turn = rules.turn(one, first, self.now, NUMBERS)
                if one.only_room in (None, number):
                    lane = lanes.index(service) if turn is rules.Turn.NORMAL and lanes else 0
                    keys.append((turn, lane, one.rank, one.place, one.id))
        return [key[-1] for key in sorted(keys)]

    def lanes(self, room: str) -> list[str]:
        """The room's services in the order of its rule; none where it takes them as one line."""
        if room not in MIXED:
            return []
        names = {self.world.house.services[service]: service for service in HOUSE[room]}
        calls = self.rows(
            "SELECT service_id FROM hms.standing_calls WHERE room_id = %s AND business_date = %s AND kind = 'call' "
            "ORDER BY id DESC",
            self.world.house.rooms[room],
            self.now.date(),
        )
        turns = [
            rules.ServiceTurn(number, position, self.oldest(number, room), WEIGHTS[name], NUMBERS.ageing_after)
            for position, (number, name) in enumerate(names.items())
        ]
        return [names[one] for one in rules.mixed(MIXED[room], turns, [c for (c,) in calls], self.now, PASS_LIMIT)]

    def oldest(self, service: int, room: str) -> dt.datetime | None:
        [(since,)] = self.rows(
            "SELECT min(coalesce(put_back_at, entered_at)) FROM hms.segments WHERE service_id = %s "
            "AND business_date = %s AND state = 'waiting' AND (due_at IS NULL OR due_at <= %s) "
            "AND (only_room_id IS NULL OR only_room_id = %s)",
            service,
            self.now.date(),
            self.now + NUMBERS.appointment_window,
            self.world.house.rooms[room],
        )
        return since  # type: ignore[no-any-return]

    def expected_return(self, sender: int) -> tuple[int, dt.datetime]:
        [(service_id, *own)] = self.rows(
            "SELECT service_id, id, class_rank, rank, place, arrived_at, due_at FROM hms.segments WHERE id = %s", sender
        )
        [service] = [name for name, number in self.world.house.services.items() if number == service_id]
        behind = NUMBERS.return_behind
        back = rules.put_back(rules.Waiting(*own), self.line(service)[0], self.now, NUMBERS, behind)
        return back.rank, back.place

    def shut(self, room: str) -> str:
        """The code with which the room refuses to call, empty where it is open."""
        found = self.rows(
            "SELECT ended_at, paused_at FROM hms.sittings WHERE room_id = %s AND business_date = %s "
            "ORDER BY id DESC LIMIT 1",
            self.world.house.rooms[room],
            self.now.date(),
        )
        [(ended, paused)] = found or [(None, None)]
        if ended is not None:
            return "queue.counter_closed"
        return "queue.counter_paused" if paused is not None else ""


def test_the_queue_in_depth_keeps_its_rules_whatever_desks_do_at_once(hospital: Hospital) -> None:
    world = DeepWorld(hospital)
    run_state_machine_as_test(
        lambda: DeepMachine(world),
        settings=settings(max_examples=12, stateful_step_count=35, deadline=None, database=None),
    )
