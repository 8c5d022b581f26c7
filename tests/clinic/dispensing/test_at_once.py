"""Two counters, one shelf: one prescription twice, the last tablets, a reversal against a dispense, lost answers."""

import threading
import uuid
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from hms_desktop.clinic.dispensing import actions
from hms_desktop.clinic.dispensing.rules import Given, Pick
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Refused
from tests.factories import dispensing, prescriptions, queue, stock
from tests.factories.dispensing import Pharmacy, pick
from tests.hospital import Hospital
from tests.waiting import wait_until

Connection = psycopg.Connection[Any]


def holding(hospital: Hospital) -> Connection:
    """A pharmacist whose transaction stays open until it is committed by hand."""
    return connect(hospital.person("pharmacist"), application="test", patient=True)


def at_the_same_time(work: Callable[[], Any]) -> tuple[threading.Thread, list[Any]]:
    """Begin `work` on a thread of its own; what it gave or raised stands in the list when it ended."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(work())
        except Exception as error:
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, found


def waits(hospital: Hospital, found: list[Any]) -> None:
    """Until somebody waits for a lock; whoever got an answer did not wait."""
    waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    wait_until(lambda: found or hospital.sql(waiting), "somebody waited")
    assert not found, found


def another_for(hospital: Hospital, house: Pharmacy) -> Pharmacy:
    """Somebody else with the same prescription, before the same shelf."""
    [patient] = queue.patients(hospital, 1)
    wished = prescriptions.line(house.medicine, frequency="BD", days=30, quantity=60)
    prescribed = prescriptions.write_prescription(hospital, patient, [wished])
    return Pharmacy(house.store, house.medicine, house.first, house.second, patient, prescribed)


def test_one_prescription_at_two_counters_is_dispensed_once(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital, units=(60, 100))
    second = dispensing.as_pharmacist(hospital)
    with holding(hospital) as first:
        dispensing.dispense(first, house, [pick(house.line, house.first, 60)])
        thread, found = at_the_same_time(
            lambda: dispensing.dispense(second, house, [pick(house.line, house.first, 60)])
        )
        waits(hospital, found)
        first.commit()
    thread.join()
    assert "meanwhile" in str(found[0])
    assert stock.held(hospital, house.first, house.store) == 0
    assert hospital.sql("SELECT supplied FROM hms.prescription_lines") == [(60,)]


def test_the_last_tablets_go_to_one_and_the_other_is_proposed_the_next_batch(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital, units=(60, 100))
    other = another_for(hospital, house)
    desk = hospital.database(hospital.person("pharmacist"))
    wish = {
        "prescription": other.prescribed.id,
        "version": other.prescribed.version,
        "store": other.store,
        "given": (Given(other.line, (Pick(other.first, 60),)),),
    }
    with holding(hospital) as first:
        dispensing.dispense(first, house, [pick(house.line, house.first, 60)])
        thread, found = at_the_same_time(lambda: desk.run_now(actions.dispense, intent=uuid.uuid4(), **wish))
        waits(hospital, found)
        first.commit()
    thread.join()
    assert [(one.batch, one.units) for one in found[0].given[0].picks] == [(house.second, 60)]
    assert stock.held(hospital, house.second, house.store) == 40


def test_what_was_chosen_by_hand_is_not_replaced(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital, units=(10, 100))
    desk = hospital.database(hospital.person("pharmacist"))
    with pytest.raises(Refused) as refused:
        desk.run_now(
            actions.dispense,
            intent=uuid.uuid4(),
            prescription=house.prescribed.id,
            version=house.prescribed.version,
            store=house.store,
            given=(Given(house.line, (Pick(house.first, 20),)),),
            by_hand=True,
        )
    assert refused.value.code == "stock.short"
    assert hospital.sql("SELECT count(*) FROM hms.dispenses") == [(0,)]


def test_a_reversal_and_a_second_dispense_follow_each_other(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital, units=(60, 100), refills=1)
    made = dispensing.dispense(dispensing.as_pharmacist(hospital), house, [pick(house.line, house.first, 60)])
    second = dispensing.as_pharmacist(hospital)
    with holding(hospital) as first:
        first.execute(
            "SELECT hms.reverse_dispense(gen_random_uuid(), %s, 'wrong patient', false)", (made["dispense_id"],)
        )
        thread, found = at_the_same_time(
            lambda: dispensing.dispense(second, house, [pick(house.line, house.second, 60)], version=made["version"])
        )
        waits(hospital, found)
        first.commit()
    thread.join()
    assert "meanwhile" in str(found[0])
    assert stock.held(hospital, house.first, house.store) == 60
    assert hospital.sql("SELECT supplied FROM hms.prescription_lines") == [(0,)]


def test_a_lost_answer_is_asked_again_and_nothing_is_given_twice(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital, units=(60, 100))
    person, intent = hospital.person("pharmacist"), uuid.uuid4()
    wish = [pick(house.line, house.first, 30)]
    first = dispensing.dispense(dispensing.as_pharmacist(hospital, person), house, wish, intent=intent)
    again = dispensing.dispense(dispensing.as_pharmacist(hospital, person), house, wish, intent=intent)
    assert again == first
    assert stock.held(hospital, house.first, house.store) == 30


def test_a_connection_that_dies_before_the_commit_leaves_nothing(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital, units=(60, 100))
    person, intent = hospital.person("pharmacist"), uuid.uuid4()
    dying = connect(person, application="test", patient=True)
    wish = [pick(house.line, house.first, 30)]
    dispensing.dispense(dying, house, wish, intent=intent)
    hospital.sql("SELECT pg_terminate_backend(%s)", dying.info.backend_pid)
    dying.close()
    dispensing.dispense(dispensing.as_pharmacist(hospital, person), house, wish, intent=intent)
    assert stock.held(hospital, house.first, house.store) == 30
    [(told, held)] = hospital.sql("SELECT (SELECT -sum(units) FROM hms.movements WHERE kind = 'dispense'), 30")
    assert told == held


def test_many_counters_on_few_tablets_never_go_below_nothing_and_never_deadlock(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital, units=(90, 90), quantity=60)
    houses = [house, *(another_for(hospital, house) for _ in range(5))]
    person = hospital.person("pharmacist")
    desks = [hospital.database(person, pool_size=1) for _ in houses]

    def one(at: int) -> Any:
        mine = houses[at]
        picks = (Pick(mine.first, 30), Pick(mine.second, 30))
        return desks[at].run_now(
            actions.dispense,
            intent=uuid.uuid4(),
            prescription=mine.prescribed.id,
            version=mine.prescribed.version,
            store=mine.store,
            given=(Given(mine.line, picks if at % 2 else picks[::-1]),),
        )

    begun = [at_the_same_time(lambda at=at: one(at)) for at in range(len(houses))]  # type: ignore[misc]  # a default binds the number
    for thread, _found in begun:
        thread.join()
    found = [answers[0] for _thread, answers in begun]
    # Three could be served; who was overtaken twice is refused, for the shelf is proposed anew only once.
    served = sum(isinstance(one, actions.Receipt) for one in found)
    assert 1 <= served <= 3
    assert all(isinstance(one, actions.Receipt | Refused) for one in found)
    assert {one.code for one in found if isinstance(one, Refused)} <= {"stock.short", "dispensing.not_first"}
    assert hospital.sql("SELECT min(units) >= 0, sum(units) FROM hms.balances") == [(True, 180 - 60 * served)]
    assert hospital.sql("SELECT sum(supplied) FROM hms.prescription_lines") == [(60 * served,)]
