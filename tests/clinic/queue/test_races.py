"""The races of RULES 1 to 10 that no neighbour tries: real connections at one moment, and the database decides."""

import datetime as dt

import pytest

from hms_desktop.clinic.queue import actions
from hms_desktop.clinic.queue import actions_planning as setting
from hms_desktop.core.errors import HmsError
from tests.clinic.queue.desk import Day
from tests.clinic.queue.test_concurrency import together

ROUNDS = 3


def codes(found: list[object]) -> set[str]:
    """Why the losers lost."""
    return {one.code for one in found if isinstance(one, HmsError)}


def winners(found: list[object]) -> list[object]:
    return [one for one in found if not isinstance(one, HmsError)]


def test_two_recalls_at_once_are_one_call(day: Day) -> None:
    """RULES 7."""
    day.crowd(1)
    call = day.call()
    day.passes(seconds=21)
    seen = {"segment": call.segment_id, "version": call.version}
    desks = [day.desk("front_desk") for _ in range(3)]
    found = together([lambda d=desk: d.do(actions.recall, **seen) for desk in desks])
    assert len(winners(found)) == 1
    assert codes(found) == {"queue.changed"}
    assert day.hospital.sql("SELECT count(*) FROM hms.queue_calls WHERE kind = 'recall'") == [(1,)]


def test_a_no_show_and_the_patient_who_comes_after_all_leave_one_truth(day: Day) -> None:
    """RULES 8."""
    for _ in range(ROUNDS):
        day.crowd(1)
        call = day.call()
        day.passes(minutes=4)
        again = day.clerk.do(actions.recall, segment=call.segment_id, version=call.version)
        seen = {"segment": again.segment_id, "version": again.version}
        desks = [day.desk("front_desk") for _ in range(2)]
        found = together(
            [
                lambda d=desks[0], s=seen: d.do(actions.no_show, **s),
                lambda d=desks[1], s=seen: d.do(actions.start_service, **s),
            ]
        )
        assert len(winners(found)) == 1
        [winner] = winners(found)
        assert isinstance(winner, actions.Standing)
        if winner.state == "serving":
            day.finish(winner)


def test_a_transfer_is_undone_or_the_next_service_calls_but_never_both(day: Day) -> None:
    """RULES 9."""
    for _ in range(ROUNDS):
        day.crowd(1, "A")
        call = day.call("Counter 2")
        moved = day.clerk.do(
            actions.transfer, segment=call.segment_id, version=call.version, to_service=day.house.services["B"]
        )
        one, other = day.desk("front_desk"), day.desk("front_desk")
        room = day.house.rooms["Counter 1"]
        found = together(
            [
                lambda d=one, m=moved: d.do(actions.undo, segment=m.from_segment_id, version=m.from_version),
                lambda d=other, r=room: d.do(actions.call_next, room=r),
            ]
        )
        assert len(winners(found)) == 1
        assert codes(found) <= {"queue.followed", "queue.nobody_waiting"}
        [winner] = winners(found)
        assert isinstance(winner, actions.Standing)
        day.finish(winner)


def test_a_ticket_is_reinstated_once(day: Day) -> None:
    """RULES 8."""
    day.crowd(5)
    gone = day.misses(day.call())
    seen = {"segment": gone.segment_id, "version": gone.version}
    desks = [day.desk("front_desk") for _ in range(3)]
    found = together([lambda d=desk: d.do(actions.reinstate, **seen) for desk in desks])
    assert len(winners(found)) == 1
    assert codes(found) == {"queue.changed"}


def test_the_day_ends_while_counters_call_and_nobody_stays_open(day: Day) -> None:
    """RULES 10: whoever was called in the very moment is closed too, or called no more."""
    manager = day.desk("manager")
    day.crowd(20)
    desks = [day.desk("front_desk") for _ in range(2)]
    rooms = day.counters(2)
    today = day.now.date()

    def calls(desk: object, room: int) -> int:
        done = 0
        for _ in range(10):
            try:
                call = desk.do(actions.call_next, room=room)  # type: ignore[attr-defined]
                desk.do(actions.finish, segment=call.segment_id, version=call.version)  # type: ignore[attr-defined]
            except HmsError:
                return done
            done += 1
        return done

    together(
        [
            lambda: manager.do(actions.close_day, business_date=today),
            *[lambda d=desk, r=room: calls(d, r) for desk, room in zip(desks, rooms, strict=True)],
        ]
    )
    manager.do(actions.close_day, business_date=today)
    open_now = "SELECT count(*) FROM hms.segments WHERE state IN ('waiting', 'called', 'serving')"
    assert day.hospital.sql(open_now) == [(0,)]
    states = dict(day.hospital.sql("SELECT state, count(*) FROM hms.segments GROUP BY state"))
    assert sum(states.values()) == 20
    assert set(states) <= {"done", "not_served"}


def test_a_class_never_has_two_tickets_of_one_number_at_midnight(day: Day) -> None:
    """RULES 1: the date decides, whichever desk is first in the new day."""
    day.set(day.now.replace(hour=23, minute=59, second=59))
    day.crowd(2)
    day.set(day.now + dt.timedelta(seconds=1))
    desks = [day.desk("front_desk") for _ in range(4)]
    service = day.house.services["A"]
    found = together(
        [
            lambda d=desk, p=patient: d.do(actions.issue_ticket, service=service, patient=p)
            for desk, patient in zip(desks, day.patients, strict=False)
        ]
    )
    numbers = sorted(ticket.number for ticket in found if isinstance(ticket, actions.Ticket))
    assert numbers == [1, 2, 3, 4]


@pytest.mark.parametrize("comes_back", [False, True])
def test_a_step_finished_twice_at_once_opens_the_next_once(day: Day, comes_back: bool) -> None:
    """RULES 3 and 9: one number, one open segment, however often Finish was pressed."""
    services = day.house.services
    journey = day.desk("manager").do(
        setting.save_journey, draft=setting.JourneyDraft("Visit", (services["A"], services["B"]))
    )
    day.clerk.do(actions.issue_journey, journey=journey, patient=day.patients[0])
    call = day.call("Counter 2")
    if comes_back:
        sent = {"segment": call.segment_id, "version": call.version, "to_service": services["B"]}
        day.clerk.do(actions.transfer, **sent, comes_back=True)
        call = day.call("Counter 1")
    desks = [day.desk("front_desk") for _ in range(3)]
    seen = {"segment": call.segment_id, "version": call.version}
    found = together([lambda d=desk: d.do(actions.finish, **seen) for desk in desks])
    assert len(winners(found)) == 1
    assert codes(found) == {"queue.changed"}
    waiting = day.hospital.sql("SELECT service_id FROM hms.segments WHERE state = 'waiting'")
    assert waiting == [(services["A" if comes_back else "B"],)]
