"""Two people at one prescription at the same time: one of them is told, and nothing is lost or done twice."""

import threading
import uuid
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import psycopg
import pytest

from hms_desktop.clinic.prescriptions import actions
from hms_desktop.clinic.prescriptions.rules import Line, Order
from hms_desktop.core.errors import Refused, Stale
from tests.clinic.prescriptions.conftest import Desk
from tests.factories.prescriptions import line, medicine, write_prescription
from tests.hospital import Hospital


def at_once(wishes: Sequence[Callable[[], object]]) -> list[object]:
    """Do all of them from a common start; what each gave back or raised."""
    ready = threading.Barrier(len(wishes))
    outcomes: list[object] = [None] * len(wishes)

    def do(at: int, wish: Callable[[], object]) -> None:
        ready.wait()
        try:
            outcomes[at] = wish()
        except (Refused, Stale, psycopg.Error) as error:
            outcomes[at] = error

    threads = [threading.Thread(target=do, args=pair) for pair in enumerate(wishes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_of_two_who_amend_at_once_one_is_told_that_a_colleague_was_faster(hospital: Hospital, someone: int) -> None:
    drug = medicine(hospital)
    made = write_prescription(hospital, someone, [line(drug)])
    desks = [Desk(hospital, "clinician") for _ in range(2)]
    outcomes = at_once(
        [
            partial(
                desk.do,
                actions.amend_prescription,
                prescription=made.id,
                version=1,
                order=Order(),
                lines=[Line(drug, 30)],
            )
            for desk in desks
        ]
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["Stale", "Written"]
    assert hospital.sql("SELECT count(*) FROM hms.prescriptions") == [(2,)]


def dispense(connection: psycopg.Connection[Any], prescription: int, line_id: int) -> str:
    """As dispensing does it: lock, supply, settle."""
    with connection.transaction():
        connection.execute("SELECT hms.prescription_as_seen(%s, 1)", (prescription,))
        connection.execute("UPDATE hms.prescription_lines SET supplied = 5 WHERE id = %s", (line_id,))
        connection.execute("SELECT hms.settle_prescription(%s)", (prescription,))
    return "supplied"


@pytest.mark.parametrize("_round", range(2))
def test_a_cancel_and_a_supply_at_once_end_in_one_order_or_the_other(
    hospital: Hospital, someone: int, clinician: Desk, _round: int
) -> None:
    made = write_prescription(hospital, someone, [line(medicine(hospital))])
    dispenser = hospital.connection()
    cancel = partial(clinician.do, actions.cancel_prescription, prescription=made.id, version=1, reason="a rash")
    supplied, cancelled = at_once([partial(dispense, dispenser, made.id, made.lines[0]), cancel])
    [(state, units)] = hospital.sql(
        "SELECT p.state, l.supplied FROM hms.prescriptions p JOIN hms.prescription_lines l "
        "ON l.prescription_id = p.id WHERE p.id = %s",
        made.id,
    )
    if isinstance(cancelled, Stale):
        assert (state, units, supplied) == ("active", 5, "supplied")
    else:
        assert (state, units) == ("cancelled", 0)
        assert isinstance(supplied, psycopg.Error)


def test_one_intent_sent_from_two_connections_prescribes_once(hospital: Hospital, someone: int) -> None:
    desk, wish = Desk(hospital, "clinician"), uuid.uuid4()
    lines = [Line(medicine(hospital), 1)]
    databases = [desk.database, hospital.database(desk.server)]
    outcomes = at_once(
        [
            partial(
                database.run_now,
                actions.write_prescription,
                intent=wish,
                patient=someone,
                order=Order(ticket=False),
                lines=lines,
            )
            for database in databases
        ]
    )
    assert outcomes[0] == outcomes[1]
    assert hospital.sql("SELECT count(*) FROM hms.prescriptions") == [(1,)]
