"""Everything but listening goes through a real PgBouncer in transaction mode, where no session is anybody's own."""

import threading
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients import actions
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.clinic.staff import queries as staff
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Unreachable
from hms_desktop.core.listener import Listener
from hms_desktop.core.notices import Channel, Notice
from hms_desktop.core.settings import Server
from tests.hospital import Hospital
from tests.pooler import PgBouncer, pooler
from tests.waiting import wait_until

CLERKS, TURNS = 8, 12


@dataclass(frozen=True)
class Office:
    """A hospital, its pooler, and clerks whose settings name it."""

    hospital: Hospital
    pooler: PgBouncer
    clerks: tuple[Server, ...]

    def database(self, clerk: int = 0, workstation: str = "desk-1") -> Database:
        return Database(self.clerks[clerk], workstation=workstation)


@pytest.fixture
def office(hospital: Hospital) -> Iterator[Office]:
    clerks = [hospital.person("front_desk", name=f"Clerk {number}") for number in range(CLERKS)]
    with pooler(hospital.superuser) as running:
        yield Office(hospital, running, tuple(replace(clerk, pooler=running.address) for clerk in clerks))


def told(session: Session) -> tuple[str, ...]:
    names = ["hms.workstation", "statement_timeout", "lock_timeout", "TimeZone"]
    asked = sa.text("SELECT current_setting(name, true) FROM unnest(CAST(:names AS text[])) name")
    return tuple(session.execute(asked, {"names": names}).scalars())


def fail_half_way(session: Session) -> None:
    """Writes something, and then asks for what the server refuses."""
    session.execute(sa.text("SELECT hms.note_saved_list(gen_random_uuid(), 'patients', 1)"))
    session.execute(sa.text("DELETE FROM hms.patients"))


def somebody(number: int) -> PatientRecord:
    return PatientRecord(given_names="Amina", family_name=f"Okafor {number}")


def test_every_unit_of_work_knows_its_workstation_and_its_limits_and_none_leaves_them_to_the_next(
    office: Office,
) -> None:
    with closing(office.database(workstation="desk-1")) as one, closing(office.database(workstation="desk-2")) as other:
        expected = one.run_now(told)
        assert (expected[0], expected[3]) == ("desk-1", "UTC")
        for snapshot in (False, True):
            assert other.read_now(told, snapshot=snapshot) == ("desk-2", *expected[1:])
            assert one.read_now(told, snapshot=snapshot) == expected
    plain = replace(office.clerks[0], pooler="", host=office.pooler.address.rpartition(":")[0], port=6432)
    with psycopg.connect(**plain.parameters(), prepare_threshold=None, autocommit=True) as bare:
        assert bare.execute("SELECT current_setting('hms.workstation', true)").fetchone() in [("",), (None,)]
        assert bare.execute("SHOW statement_timeout").fetchone() == ("0",)


def test_clerks_who_share_two_sessions_each_do_not_get_into_each_others_way(office: Office) -> None:
    faults: list[object] = []
    numbers: list[str] = []

    def work(clerk: int) -> None:
        with closing(office.database(clerk, f"desk-{clerk}")) as database:
            try:
                for turn in range(TURNS):
                    record = somebody(clerk * TURNS + turn)
                    numbers.append(database.run_now(actions.register, intent=uuid.uuid4(), record=record).mrn)
                    if database.read_now(staff.me).display_name != f"Clerk {clerk}":
                        faults.append(("somebody else", clerk))
            except Exception as error:
                faults.append(error)

    working = [threading.Thread(target=work, args=(clerk,)) for clerk in range(CLERKS)]
    for each in working:
        each.start()
    for each in working:
        each.join()
    assert faults == []
    assert len(set(numbers)) == CLERKS * TURNS
    places = office.hospital.sql(
        "SELECT person, workstation, count(*) FROM hms.audit WHERE subject = 'patients' AND verb = 'insert' "
        "GROUP BY person, workstation"
    )
    assert sorted((person, place.split("@")[0], count) for person, place, count in places) == sorted(
        (clerk.user, f"desk-{number}", TURNS) for number, clerk in enumerate(office.clerks)
    )


def test_a_refusal_leaves_nothing_behind(office: Office) -> None:
    with closing(office.database()) as database:
        with pytest.raises(Refused):
            database.run_now(actions.register, intent=uuid.uuid4(), record=PatientRecord())
        with pytest.raises(Refused):
            database.run_now(fail_half_way)
        intent = uuid.uuid4()
        first = database.run_now(actions.register, intent=intent, record=somebody(1))
        assert database.run_now(actions.register, intent=intent, record=somebody(1)) == first
        assert office.hospital.sql("SELECT count(*) FROM hms.patients") == [(1,)]
        assert office.hospital.sql("SELECT count(*) FROM hms.saved_lists") == [(0,)]
        assert office.hospital.sql("SELECT count(*) FROM pg_stat_activity WHERE state ~ 'in transaction'") == [(0,)]


def test_listening_needs_no_pooler_and_hears_what_was_done_through_one(office: Office) -> None:
    heard: list[Notice] = []
    up = threading.Event()
    listener = Listener(office.clerks[0], [Channel.CHANGES], heard.append, lambda state: up.set() if state.up else None)
    listener.start()
    try:
        assert up.wait(60)
        with closing(office.database()) as database:
            database.run_now(actions.register, intent=uuid.uuid4(), record=somebody(1))
        wait_until(lambda: any(notice.area == "patients" for notice in heard))
    finally:
        listener.stop()


def test_a_pooler_that_is_restarted_loses_nothing_and_does_nothing_twice(office: Office) -> None:
    done: list[str] = []
    ending = threading.Event()

    def register(database: Database) -> str:
        """As a form does: the same intent again and again until the server has answered."""
        intent = uuid.uuid4()
        while True:
            try:
                return database.run_now(actions.register, intent=intent, record=somebody(len(done))).mrn
            except Unreachable:
                ending.wait(0.05)

    def work() -> None:
        with closing(office.database()) as database:
            while not ending.is_set():
                done.append(register(database))

    working = threading.Thread(target=work)
    working.start()
    try:
        for _ in range(2):
            before = len(done)
            wait_until(lambda before=before: len(done) > before + 5)
            office.pooler.stop()
            office.pooler.start()
        before = len(done)
        wait_until(lambda: len(done) > before + 5)
    finally:
        ending.set()
        working.join()
    kept = [row[0] for row in office.hospital.sql("SELECT mrn FROM hms.patients")]
    assert sorted(kept) == sorted(done)
