"""Two connections at once: one assent serves one wish, and a register has no gap and no second balance."""

import threading
from uuid import UUID, uuid4

import psycopg
from psycopg.types.json import Jsonb

from tests.clinic.dispensing.test_controlled import Cupboard
from tests.hospital import Hospital

WASTES = 6


def test_many_who_waste_at_once_leave_a_running_balance_without_a_gap(hospital: Hospital) -> None:
    cupboard = Cupboard(hospital)
    cupboard.enter_all()
    wishes = [
        {"batch": cupboard.house.first, "store": cupboard.house.store, "units": 7, "reason": f"Broken {number}."}
        for number in range(WASTES)
    ]
    faults: list[str] = []

    def waste(intent: UUID, wish: dict[str, object]) -> None:
        try:
            hospital.connection(cupboard.first).execute("SELECT hms.waste_controlled(%s, %s)", (intent, Jsonb(wish)))
        except psycopg.Error as error:
            faults.append(error.diag.constraint_name or error.sqlstate or "")

    signed = [(uuid4(), wish) for wish in wishes]
    for intent, wish in signed:
        cupboard.sign(intent, wish)
    threads = [threading.Thread(target=waste, args=one) for one in signed]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    entries = cupboard.entries()
    wasted = [entry for entry in entries if entry.kind == "loss"]
    assert (len(wasted), faults) == (4, ["stock.short"] * 2), "thirty units are four times seven and two are left"
    assert [entry.number for entry in entries] == list(range(len(entries), 0, -1))
    assert [entry.balance for entry in reversed(wasted)] == [123, 116, 109, 102]
    assert cupboard.register().agrees


def test_one_assent_asked_for_twice_at_once_is_consumed_once(hospital: Hospital) -> None:
    cupboard = Cupboard(hospital)
    cupboard.enter_all()
    wish = {"batch": cupboard.house.first, "store": cupboard.house.store, "units": 1, "reason": "Broken."}
    intent = uuid4()
    cupboard.sign(intent, wish)

    def waste() -> None:
        hospital.connection(cupboard.first).execute("SELECT hms.waste_controlled(%s, %s)", (intent, Jsonb(wish)))

    threads = [threading.Thread(target=waste) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cupboard.register().units == 129
    assert hospital.sql("SELECT count(*) FROM hms.assents WHERE intent = %s AND used_at IS NOT NULL", intent) == [(1,)]
