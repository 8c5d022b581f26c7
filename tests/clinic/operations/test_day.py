"""A small day is lived through and holds; and every check sees the breach that it is for."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.operations import invariants, replay, staging
from hms_desktop.clinic.operations.arrivals import Arrival
from hms_desktop.clinic.operations.clocks import LeapingClock
from hms_desktop.clinic.operations.day import Day
from hms_desktop.clinic.operations.desks import Log
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Misconfigured
from hms_desktop.core.settings import Server
from tests.hospital import Hospital, clone, drop

DAY = dt.date(2026, 5, 17)
OPENS = dt.datetime(2026, 5, 17, 8, 0, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Lived:
    """A day that was lived through, in a hospital that nobody changes but within a rolled back transaction."""

    hospital: Hospital
    database: Database
    log: Log


def arrivals() -> list[Arrival]:
    """Sixty people in two hours, every fourth one old, some of them twice, some gone before their call."""
    return [
        Arrival(
            line=n,
            arrived_at=OPENS + dt.timedelta(seconds=110 * (n // 2)),
            service=("Clinic", "Laboratory", "Clinic")[n % 3],
            patient_ref=str(n % 50),
            sex="female",
            age=70 if n % 4 == 0 else 30,
            had_appointment=n % 5 == 0,
            leaves=n % 11 == 0,
        )
        for n in range(60)
    ]


@pytest.fixture(scope="module")
def lived(cluster: Server, template: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    server = clone(cluster, template)
    hospital = Hospital(server)
    try:
        keeper = hospital.person("admin", "manager")
        hospital.set_clock(OPENS)
        coming = arrivals()
        screen = tmp_path_factory.mktemp("screen") / "kiosk.toml"
        stage = staging.stage_day(keeper, Counter(a.service for a in coming), counters=4, screen=screen)
        with closing(LeapingClock(keeper, lambda _: None)) as clock, Day(stage, clock, seed=3) as day:
            log = day.run(coming)
        yield Lived(hospital, hospital.database(), log)
    finally:
        hospital.close()
        drop(cluster, server)


class UndoneError(Exception):
    """Rolls a planted breach back."""


def after(lived: Lived, breach: str, look: Callable[[Session], tuple[str, ...]]) -> tuple[str, ...]:
    """What `look` finds once `breach` was done behind the back of every guard; nothing of it stays."""
    found: list[str] = []

    def plant(session: Session) -> None:
        session.execute(sa.text("SET LOCAL session_replication_role = replica"))
        session.execute(sa.text(breach))
        found.extend(look(session))
        raise UndoneError

    with pytest.raises(UndoneError):
        lived.database.run_now(plant)
    return tuple(found)


def test_the_day_holds(lived: Lived) -> None:
    assert lived.log.failures == []
    assert len(lived.log.tickets) + lived.log.refusals["queue.already_open"] >= 55
    assert lived.database.read_now(invariants.breaches, day=DAY) == ()
    assert lived.database.read_now(invariants.told_and_kept, day=DAY, log=lived.log) == ()
    assert lived.database.read_now(replay.broken_order, day=DAY) == ()


def test_everything_that_can_happen_did_happen(lived: Lived) -> None:
    rows = lived.hospital.sql("SELECT verb, count(*) FROM hms.segment_changes GROUP BY verb")
    assert {"enter", "call", "recall", "start", "finish", "no_show", "transfer"} <= {verb for verb, _ in rows}
    people = lived.hospital.sql("SELECT count(DISTINCT person) FROM hms.queue_calls")
    assert people == [(4,)]
    [(patients,)] = lived.hospital.sql("SELECT count(*) FROM hms.patients")
    assert patients == 50


def test_waits_are_told_in_minutes_of_the_hospitals_clock(lived: Lived) -> None:
    waits = lived.database.read_now(invariants.waits, day=DAY)
    assert set(waits) == {"Clinic", "Laboratory"}
    for wait in waits.values():
        assert 0 <= wait.median_minutes <= wait.p95_minutes < 240


ONE = "id = (SELECT min(id) FROM hms.segments WHERE calls > 0)"
LAST_CALLED = "(SELECT segment_id FROM hms.queue_calls WHERE kind = 'call' ORDER BY called_at DESC LIMIT 1)"
BREACHES = {
    "numbers": ("UPDATE hms.service_days SET last_number = last_number + 1", "its counter says"),
    "reused": ("UPDATE hms.tickets SET number = number + 1000 WHERE number = 2", "numbers up to"),
    "called twice": (
        "INSERT INTO hms.segment_changes (segment_id, verb, prior, changed_at) SELECT segment_id, verb, prior, "
        "changed_at FROM hms.segment_changes WHERE verb = 'call' ORDER BY id LIMIT 1",
        "was called from waiting although",
    ),
    "a call lost": ("DELETE FROM hms.queue_calls WHERE kind = 'recall'", "steps that called"),
    "two open": (
        "UPDATE hms.segments s SET patient_id = (SELECT min(patient_id) FROM hms.segments), "
        "closed_at = closed_at + interval '10 hours'",
        "open at one time",
    ),
    "left open": (
        f"UPDATE hms.segments SET state = 'serving', closed_at = NULL WHERE {ONE}",
        "is still serving",
    ),
    "recalled at once": (
        "UPDATE hms.queue_calls r SET called_at = (SELECT max(c.called_at) FROM hms.queue_calls c "
        "WHERE c.segment_id = r.segment_id AND c.id < r.id) WHERE kind = 'recall'",
        "was called again after",
    ),
    "no-show at once": (
        "UPDATE hms.segment_changes SET changed_at = (prior ->> 'called_at')::timestamptz WHERE verb = 'no_show'",
        "was marked as no-show after",
    ),
    "times": (
        f"UPDATE hms.segments SET entered_at = entered_at + interval '9 hours' WHERE {ONE}",
        "backwards",
    ),
    "audit": ("DELETE FROM hms.audit WHERE subject = 'tickets'", "no entry in the audit trail"),
}


@pytest.mark.parametrize("name", BREACHES)
def test_a_planted_breach_is_seen(lived: Lived, name: str) -> None:
    breach, told = BREACHES[name]
    found = after(lived, breach, lambda session: invariants.breaches(session, day=DAY))
    assert any(told in sentence for sentence in found), found


def test_a_call_that_was_told_and_not_kept_is_seen(lived: Lived) -> None:
    found = after(
        lived,
        "DELETE FROM hms.queue_calls WHERE id = (SELECT max(id) FROM hms.queue_calls WHERE kind = 'call')",
        lambda session: invariants.told_and_kept(session, day=DAY, log=lived.log),
    )
    assert any("was answered to a counter and is not kept" in sentence for sentence in found)


def test_a_call_that_two_counters_were_told_of_is_seen(lived: Lived) -> None:
    twice = Log(tickets=lived.log.tickets, calls=[*lived.log.calls, lived.log.calls[0]])
    found = lived.database.read_now(invariants.told_and_kept, day=DAY, log=twice)
    assert found == (f"Call {lived.log.calls[0].call_id} was given twice",)


def test_a_call_out_of_turn_is_seen(lived: Lived) -> None:
    """The last ticket that was called is made the first that had come, and so it was passed over all day."""
    found = after(
        lived,
        "UPDATE hms.segment_changes SET prior = prior || jsonb_build_object('place', '2026-05-17T00:00Z', 'rank', 0) "
        f"WHERE segment_id = {LAST_CALLED}",
        lambda session: replay.broken_order(session, day=DAY),
    )
    assert any("although" in sentence and "was next" in sentence for sentence in found), found


def test_an_ordinary_ticket_that_waited_while_priority_calls_passed_is_seen(lived: Lived) -> None:
    """All calls but the last ten of the day are called priority ones, so that the ordinary ones starved."""
    found = after(
        lived,
        "UPDATE hms.queue_calls SET ordinary = false WHERE id < (SELECT max(id) - 10 FROM hms.queue_calls)",
        lambda session: replay.broken_order(session, day=DAY),
    )
    assert any("priority calls in a row passed it" in sentence for sentence in found), found


def test_a_screen_that_never_showed_a_call_is_seen(lived: Lived) -> None:
    """Nothing ran on the screen of this day, so that every call that stands is told."""
    [(display,)] = lived.hospital.sql("SELECT id FROM hms.displays")
    [(standing,)] = lived.hospital.sql("SELECT count(*) FROM hms.standing_calls")
    assert len(lived.database.read_now(invariants.unshown, day=DAY, display=display)) == standing
    assert lived.database.read_now(invariants.acknowledged, day=DAY, display=display) == 0


def test_a_hospitals_own_database_is_refused(hospital: Hospital) -> None:
    hospital.sql("UPDATE hms.installation SET kind = 'hospital'")
    with pytest.raises(Misconfigured, match="was not created as a demo"):
        staging.refuse_unless_demo(hospital.person("admin"))


def test_a_service_and_a_room_that_exist_are_left_alone(hospital: Hospital, tmp_path: Path) -> None:
    keeper = hospital.person("admin", "manager")
    first = staging.stage_day(keeper, {"Clinic": 10}, counters=1, screen=tmp_path / "a.toml")
    again = staging.stage_day(keeper, {"Clinic": 10, "Chest clinic": 3}, counters=3, screen=tmp_path / "b.toml")
    assert first.services["Clinic"] == again.services["Clinic"]
    assert [post.room for post in (*first.posts, *again.posts)] == [f"Counter {n}" for n in (1, 2, 3, 4)]
    assert hospital.sql("SELECT prefix FROM hms.services ORDER BY id") == [("C",), ("CH",)]
