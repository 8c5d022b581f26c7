"""A clerk's wishes survive what happens to servers and networks: nothing is lost and nothing doubles."""

import os
import signal
import threading
import time
import uuid
from collections.abc import Callable

from hms_desktop.clinic.queue import actions
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Unreachable
from tests.factories import queue as factory
from tests.hospital import Hospital
from tests.proxy import Proxy
from tests.waiting import PATIENCE, wait_until


def insist(database: Database, intent: uuid.UUID, **values: int) -> str:
    """What a clerk does who presses again until it worked: the same wish, the same intent."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return database.run_now(actions.issue_ticket, intent=intent, **values).ticket
        except Unreachable:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def issue_while(
    hospital: Hospital, desks: list[Database], each: int, meanwhile: Callable[[list[str]], None]
) -> list[str]:
    """Every desk issues `each` tickets, insisting, while something happens that sees them come; returns the tickets."""
    house = factory.house(hospital)
    patients = factory.patients(hospital, len(desks) * each)
    issued: list[str] = []

    def work(desk: Database, mine: list[int]) -> None:
        issued.extend(insist(desk, uuid.uuid4(), service=house.services["A"], patient=one) for one in mine)

    clerks = [
        threading.Thread(target=work, args=(desk, patients[number * each : (number + 1) * each]))
        for number, desk in enumerate(desks)
    ]
    for clerk in clerks:
        clerk.start()
    meanwhile(issued)
    for clerk in clerks:
        clerk.join(PATIENCE * 2)
    return issued


def assert_each_wish_was_done_once(hospital: Hospital, issued: list[str], wanted: int) -> None:
    assert len(issued) == wanted
    assert len(set(issued)) == wanted
    assert hospital.sql("SELECT count(*), max(number) FROM hms.tickets") == [(wanted, wanted)]
    assert hospital.sql("SELECT count(*) FROM hms.segments WHERE state = 'waiting'") == [(wanted,)]
    inserted = "SELECT count(*) FROM hms.audit WHERE subject = 'tickets' AND verb = 'insert'"
    assert hospital.sql(inserted) == [(wanted,)]


def test_a_server_that_crashes_twice_in_the_rush_loses_and_doubles_nothing(hospital: Hospital) -> None:
    # A scratch cluster answers before a commit is in the log; a hospital's never does.
    hospital.sql(f"ALTER DATABASE {hospital.superuser.dbname} SET synchronous_commit = on")
    desks = [hospital.database(hospital.person("front_desk")) for _ in range(3)]

    def crash(issued: list[str]) -> None:
        for already in (40, 100):
            wait_until(lambda already=already: len(issued) >= already)
            one = "SELECT pid FROM pg_stat_activity WHERE application_name = 'hms' LIMIT 1"
            for (pid,) in hospital.sql(one):
                os.kill(pid, signal.SIGKILL)
            until_it_answers(hospital)

    issued = issue_while(hospital, desks, 60, crash)
    assert_each_wish_was_done_once(hospital, issued, 180)


def test_cables_that_are_cut_again_and_again_lose_and_double_nothing(hospital: Hospital) -> None:
    with Proxy(hospital.superuser) as network:
        desks = [hospital.database(network.through(hospital.person("front_desk"))) for _ in range(3)]

        def cut(issued: list[str]) -> None:
            for number in range(12):
                wait_until(lambda already=number * 8: len(issued) >= already)
                if number % 3:
                    network.cut_at_statement = ("before", "after")[number % 2]
                else:
                    network.cut()

        issued = issue_while(hospital, desks, 40, cut)
        assert network.statements_cut >= 1
    assert_each_wish_was_done_once(hospital, issued, 120)


def until_it_answers(hospital: Hospital) -> None:
    def answers() -> bool:
        try:
            connect(hospital.superuser, application="test").close()
            return True
        except Exception:  # the server is recovering: any fault is worth another try
            return False

    wait_until(answers, "the server answered again")
