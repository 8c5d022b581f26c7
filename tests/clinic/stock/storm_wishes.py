"""What people at one shelf wish, all kinds of wishes mixed, and what each must have left in the books."""

import datetime as dt
import json
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hms_desktop.core.settings import Server
from tests.factories import prescriptions, queue, stock
from tests.hospital import Hospital

OPENING, PRESCRIBED = 400, 1_000
LIVES = (2, 4, 30, 100, 365, 365)
"""Days that the batches have to live: some expire while people work."""
PRESCRIPTIONS = 12
LAST = 4
"""Of the stock-takes and dispenses that were told, people turn to one of the last so many."""


@dataclass(frozen=True)
class Shelf:
    """What everybody works on, ids throughout, and who may work there."""

    stores: tuple[int, int]
    apart: int
    department: int
    medicine: int
    batches: tuple[int, ...]
    lots: tuple[tuple[str, dt.date], ...]
    """Of each batch its lot and its last day."""
    prescribed: tuple[tuple[int, int], ...]
    """Prescriptions, each with its line."""
    people: tuple[Server, ...]


@dataclass
class Told:
    """What people tell each other: dispenses that may come back, stock-takes that wait to be counted and approved."""

    dispenses: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Wish:
    """A function of the database and its values after the intent; `marks` where a value is asked for in SQL."""

    name: str
    values: tuple[Any, ...]
    marks: str = ""

    @property
    def statement(self) -> bytes:
        marks = self.marks or ", ".join(["%s"] * len(self.values))
        return f"SELECT hms.{self.name}(%s, {marks})".encode()


def make_shelf(hospital: Hospital, workers: int) -> Shelf:
    """Two stores with six batches between them, twelve prescriptions, and so many pharmacists."""
    stores = (stock.make_store(hospital), stock.make_store(hospital))
    apart = stock.make_store(hospital, "Returned", kind="quarantine")
    [(department,)] = hospital.sql("INSERT INTO hms.departments (name) VALUES ('Ward 1') RETURNING id")
    medicine = stock.make_medicine(hospital)
    batches = tuple(
        stock.make_batch(hospital, medicine, stores[n % 2], OPENING, days=days) for n, days in enumerate(LIVES)
    )
    lots = hospital.sql("SELECT lot, expiry FROM hms.batches WHERE id = ANY (%s) ORDER BY id", list(batches))
    line = prescriptions.line(medicine, frequency="", days=None, quantity=PRESCRIBED)
    until = stock.today(hospital).replace(month=12, day=31)
    written = [
        prescriptions.write_prescription(hospital, patient, [line], valid_until=until)
        for patient in queue.patients(hospital, PRESCRIPTIONS)
    ]
    people = tuple(hospital.person("pharmacist", "manager") for _ in range(workers))
    prescribed = tuple((one.id, one.lines[0]) for one in written)
    return Shelf(stores, apart, department, medicine, batches, tuple(lots), prescribed, people)


def next_wish(shelf: Shelf, told: Told, dice: random.Random) -> Wish:
    """Any of the wishes that make sense by now."""
    while True:
        [kind] = dice.choices([wish for _, wish in _KINDS], [often for often, _ in _KINDS])
        if (made := kind(shelf, told, dice)) is not None:
            return made


def tell(told: Told, wish: Wish, answer: dict[str, Any]) -> None:
    """Others may go on with what came of this wish."""
    if wish.name == "dispense":
        told.dispenses.append(answer["dispense_id"])
    elif wish.name == "open_count":
        told.counts.append(answer["id"])


def unrecorded(hospital: Hospital, shelf: Shelf, done: dict[uuid.UUID, tuple[str, dict[str, Any]]]) -> list[str]:
    """Where the books do not hold exactly what the people were told to be done; empty where they do."""
    people = [one.user for one in shelf.people]
    rows = hospital.sql("SELECT id, action, result FROM hms.intents WHERE person = ANY (%s)", people)
    settled = {intent: (action, result) for intent, action, result in rows}
    wrong = [] if settled == done else ["the intents that are settled are those that were answered, as they were"]
    for names, told_of, question in _RECORDED:
        told = [entry for name, answer in done.values() if name in names for entry in told_of(answer)]
        held = [row[0] for row in hospital.sql(question, people)]
        if sorted(told) != sorted(held):
            wrong.append(f"{names}: {len(told)} were told and {len(held)} are held")
    return wrong


# What they wish -------------------------------------------------------------------------------------------------------


def _dispense(shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    prescription, line = dice.choice(shelf.prescribed)
    batches = dice.sample(shelf.batches, dice.randint(1, 2))
    lines = [{"line": line, "batch": one, "units": dice.randint(1, 30), "reason": "storm"} for one in batches]
    return Wish(
        "dispense",
        (prescription, prescription, json.dumps(lines), "[]", dice.choice(shelf.stores)),
        "%s, (SELECT version FROM hms.prescriptions WHERE id = %s), %s, %s, %s",
    )


def _reverse_dispense(_shelf: Shelf, told: Told, dice: random.Random) -> Wish | None:
    if not told.dispenses:
        return None
    return Wish("reverse_dispense", (dice.choice(told.dispenses[-LAST:]), "storm", dice.random() < 0.5))


def _receive(shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    lot, expiry = dice.choice(shelf.lots)
    return Wish("open_stock", (dice.choice(shelf.stores), shelf.medicine, lot, expiry, dice.randint(1, 120), 1))


def _transfer(shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    return Wish("transfer_stock", (*dice.sample(shelf.stores, 2), _two_batches(shelf, dice), ""))


def _issue(shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    return Wish("issue_stock", (dice.choice(shelf.stores), shelf.department, _two_batches(shelf, dice), ""))


def _two_batches(shelf: Shelf, dice: random.Random) -> str:
    return json.dumps([{"batch": one, "units": dice.randint(1, 15)} for one in dice.sample(shelf.batches, 2)])


def _lose(shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    units = dice.randint(1, dice.choice((9, 9, 9, OPENING)))
    return Wish("write_off", (dice.choice(shelf.stores), dice.choice(shelf.batches), units, "storm", None))


def _bring_back(shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    return Wish("take_back", (shelf.apart, dice.choice(shelf.batches), dice.randint(1, 10), "storm"))


def _reverse(_shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    return Wish("reverse_movement", (dice.randint(1, 400), dice.choice((None, 1)), "storm"))


def _change_state(shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    name = dice.choice(("hold_batch", *["release_batch"] * 4, *["lift_recall"] * 4))
    return Wish(name, (dice.choice(shelf.batches), "storm"))


def _recall(shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    return Wish("recall_batches", (dice.sample(shelf.batches, dice.choice((1, 1, 2))), "storm"))


def _open_count(shelf: Shelf, _told: Told, dice: random.Random) -> Wish:
    return Wish("open_count", (dice.choice(shelf.stores), [shelf.medicine]))


def _enter_count(shelf: Shelf, told: Told, dice: random.Random) -> Wish | None:
    if not told.counts:
        return None
    counted = dice.choice((9, OPENING))
    return Wish("enter_count", (dice.choice(told.counts[-LAST:]), dice.choice(shelf.batches[:2]), counted, None))


def _approve_count(_shelf: Shelf, told: Told, dice: random.Random) -> Wish | None:
    return Wish("approve_count", (dice.choice(told.counts[-LAST:]),)) if told.counts else None


_KINDS: tuple[tuple[int, Callable[[Shelf, Told, random.Random], Wish | None]], ...] = (
    (6, _dispense),
    (1, _reverse_dispense),
    (3, _receive),
    (2, _transfer),
    (1, _issue),
    (1, _lose),
    (1, _bring_back),
    (1, _reverse),
    (6, _change_state),
    (1, _recall),
    (1, _open_count),
    (3, _enter_count),
    (1, _approve_count),
)
"""How often each is wished, beside the others."""


# What each must have left ---------------------------------------------------------------------------------------------


def _only(key: str) -> Callable[[dict[str, Any]], list[Any]]:
    return lambda answer: [answer[key]]


def _each(key: str) -> Callable[[dict[str, Any]], list[Any]]:
    return lambda answer: list(answer[key])


_NOT_DISPENSED = "document NOT LIKE 'dispense %%'"


def _movements(kind: str) -> str:
    return (
        f"SELECT id FROM hms.movements WHERE kind = '{kind}' AND document NOT LIKE 'dispense %%' AND person = ANY (%s)"
    )


_RECORDED: tuple[tuple[tuple[str, ...], Callable[[dict[str, Any]], list[Any]], str], ...] = (
    (("dispense",), _only("dispense_id"), "SELECT id FROM hms.dispenses WHERE person = ANY (%s)"),
    (("reverse_dispense",), _only("reversal_id"), "SELECT id FROM hms.reversals WHERE person = ANY (%s)"),
    (("open_stock",), _only("id"), _movements("opening")),
    (("transfer_stock",), _each("movements"), _movements("transfer_out")),
    (("issue_stock",), _each("movements"), _movements("issue")),
    (("write_off",), _only("id"), _movements("loss")),
    (("take_back",), _only("id"), _movements("patient_return")),
    (
        ("reverse_movement",),
        _only("id"),
        # Of both halves of a transfer the one that was named is answered, and it is written last.
        f"SELECT max(id) FROM hms.movements WHERE kind = 'reversal' AND {_NOT_DISPENSED} AND person = ANY (%s) "
        "GROUP BY batch_id, CASE WHEN document LIKE 'transfer %%' THEN document ELSE id::text END",
    ),
    (
        ("hold_batch", "release_batch", "lift_recall", "recall_batches"),
        lambda answer: ["a change"] * answer.get("frozen", 1),
        "SELECT 'a change' FROM hms.batch_changes WHERE person = ANY (%s)",
    ),
    (("open_count",), _only("id"), "SELECT id FROM hms.stock_takes WHERE opened_by = ANY (%s)"),
    (
        ("enter_count",),
        lambda _answer: ["an entry"],
        "SELECT 'an entry' FROM hms.stock_take_entries WHERE person = ANY (%s)",
    ),
    (
        ("approve_count",),
        lambda answer: ["a difference"] * answer["posted"],
        "SELECT 'a difference' FROM hms.movements WHERE kind = 'count' AND person = ANY (%s)",
    ),
)

NAMES = {name for names, _, _ in _RECORDED for name in names}
