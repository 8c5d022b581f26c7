"""A small store that buys: a supplier, medicines with their packs, and orders brought to the step that a test needs."""

import datetime as dt
import itertools
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from hms_desktop.clinic.purchasing import actions, queries
from hms_desktop.clinic.purchasing.actions import CountedLine, LineDraft, OrderDraft
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server
from tests.hospital import Hospital

_names = itertools.count(1)
EXPIRY = dt.date(2035, 6, 30)


@dataclass(frozen=True)
class Supply:
    """Ids of a store, a supplier, and medicines with a pack of ten units each."""

    store: int
    supplier: int
    medicines: tuple[int, ...]
    packs: tuple[int, ...]


def supply(hospital: Hospital, medicines: int = 2) -> Supply:
    """A store and a supplier of so many medicines."""
    store = _one(hospital, "INSERT INTO hms.stores (name, kind) VALUES ('Main store', 'store') RETURNING id")
    supplier = _one(hospital, "INSERT INTO hms.suppliers (name, lead_days) VALUES ('Demo Wholesale', 7) RETURNING id")
    made = [medicine(hospital) for _ in range(medicines)]
    return Supply(store, supplier, tuple(one for one, _ in made), tuple(pack for _, pack in made))


def medicine(hospital: Hospital, name: str = "", *, pack_units: int = 10) -> tuple[int, int]:
    """A medicine and its pack, with a GTIN of its own."""
    number = next(_names)
    made = _one(
        hospital,
        "INSERT INTO hms.medicines (name, strength, form, base_unit) "
        "VALUES (%s, '500 mg', 'tablet', 'tablet') RETURNING id",
        name or f"Demo medicine {number}",
    )
    pack = _one(
        hospital,
        "INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, %s, %s, %s) RETURNING id",
        made,
        f"{pack_units} tablets",
        pack_units,
        gtin(number),
    )
    return made, pack


def gtin(number: int) -> str:
    """A valid GTIN-14 of a made-up company (GS1 reserves 0952 for examples)."""
    digits = f"09520{number:08d}"
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)


def draft(ids: Supply, *packs: int, price: str = "25.00") -> OrderDraft:
    """An order of so many packs of each medicine."""
    lines = tuple(
        LineDraft(ids.medicines[place], count, 10, Decimal(price), ids.packs[place])
        for place, count in enumerate(packs)
    )
    return OrderDraft(ids.supplier, ids.store, lines)


def order(buyer: Database, wanted: OrderDraft) -> int:
    """A draft that this buyer has written."""
    return buyer.run_now(actions.save_purchase_order, intent=uuid.uuid4(), draft=wanted)


def sent(hospital: Hospital, wanted: OrderDraft) -> int:
    """An order that was written, approved by a manager and sent."""
    buyer, manager = hospital.database(hospital.person("store")), hospital.database(hospital.person("manager"))
    made = order(buyer, wanted)
    for who, action in (
        (buyer, actions.submit_purchase_order),
        (manager, actions.approve_purchase_order),
        (buyer, actions.send_purchase_order),
    ):
        who.run_now(action, intent=uuid.uuid4(), order=made, version=version(who, made))
    return made


def version(who: Database, made: int) -> int:
    """The order's version as it stands now."""
    return who.read_now(queries.order_sheet, order=made).version


def receive(who: Database, made: int, units: Sequence[int], *, lot: str = "L1", expiry: dt.date = EXPIRY) -> str:
    """So many base units of each line, each line with a lot of its own; the receipt's number."""
    sheet = who.read_now(queries.order_sheet, order=made)
    lines = [
        CountedLine(line.id, count, f"{lot}{line.place}", expiry)
        for line, count in zip(sheet.lines, units, strict=False)
        if count
    ]
    return who.run_now(
        actions.receive_goods, intent=uuid.uuid4(), order=made, version=sheet.version, lines=lines
    ).number


def clerk(hospital: Hospital, duty: str = "store") -> tuple[Server, Database]:
    """Somebody of this duty, and their way to the database."""
    server = hospital.person(duty)
    return server, hospital.database(server)


def _one(hospital: Hospital, statement: str, *values: object) -> int:
    [(made,)] = hospital.sql(statement, *values)
    return int(made)
