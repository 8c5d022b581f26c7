"""Hostile lines in every text that a wish of the pharmacy carries: kept as typed, or refused with one sentence."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.dispensing import actions as dispensing
from hms_desktop.clinic.dispensing.rules import Given as Supplied
from hms_desktop.clinic.dispensing.rules import Omitted, Pick
from hms_desktop.clinic.medicines import actions as medicines
from hms_desktop.clinic.medicines.rules import Ingredient, MedicineRecord, PackRecord
from hms_desktop.clinic.prescriptions import actions as prescriptions
from hms_desktop.clinic.prescriptions.rules import Line, Order
from hms_desktop.clinic.purchasing import actions as purchasing
from hms_desktop.clinic.purchasing.actions import LineDraft, OrderDraft, SupplierDraft
from hms_desktop.clinic.safety import actions as safety
from hms_desktop.clinic.stock import actions as stock
from hms_desktop.clinic.stock.actions import StoreDraft
from tests.corpus import corpus
from tests.factories import dispensing as factory
from tests.hospital import Hospital
from tests.walks.test_hostile_text import Wish, fates

STEPS = [120, pytest.param(40, marks=pytest.mark.soak)]
"""Each so manieth line of the corpus: the other areas' wishes try all of them through the same checks."""


@dataclass(frozen=True)
class Given:
    """What the pharmacy's wishes act on."""

    house: factory.Pharmacy
    supplier: int


def kept_as_typed(wish: Wish) -> Wish:
    """Blanks at the ends of a text are dropped by some wishes and kept by others; the rest is never changed."""

    def do(session: Session, given: Given, text: str) -> str:
        read = wish.do(session, given, text)
        return text.strip(" ") if read.strip(" ") == text.strip(" ") else read

    return replace(wish, do=do, trimmed=True)


def newest(session: Session, table: str, column: str) -> str:
    """What the newest row holds."""
    return str(session.execute(sa.text(f"SELECT {column} FROM hms.{table} ORDER BY id DESC LIMIT 1")).scalar_one())


def _medicine(field: str) -> Callable[[Session, Given, str], str]:
    def save(session: Session, _given: Given, text: str) -> str:
        values = {"name": "Tested", "base_unit": "tablet", field: text}
        medicines.save_medicine(session, intent=uuid4(), record=MedicineRecord(**values))
        return newest(session, "medicines", field)

    return save


def _ingredient(session: Session, _given: Given, text: str) -> str:
    record = MedicineRecord("Tested", "tablet", substances=(Ingredient(text, "5 mg"),))
    medicines.save_medicine(session, intent=uuid4(), record=record)
    return newest(session, "substances", "name")


def _pack(session: Session, given: Given, text: str) -> str:
    medicines.save_pack(session, intent=uuid4(), medicine_id=given.house.medicine, pack=PackRecord(text, 10))
    return newest(session, "packs", "name")


def _gtin(session: Session, given: Given, text: str) -> str:
    pack = PackRecord("Box", 10, gtin=text)
    medicines.save_pack(session, intent=uuid4(), medicine_id=given.house.medicine, pack=pack)
    kept = session.execute(sa.text("SELECT coalesce(gtin, '') FROM hms.packs ORDER BY id DESC LIMIT 1")).scalar_one()
    return text if kept.endswith(text.strip()) or not kept else kept


def _store(session: Session, _given: Given, text: str) -> str:
    stock.save_store(session, intent=uuid4(), draft=StoreDraft(text, "pharmacy"))
    return newest(session, "stores", "name")


def _lot(session: Session, given: Given, text: str) -> str:
    expiry = dt.date(2099, 12, 31)
    house = given.house
    stock.open_stock(
        session, intent=uuid4(), store=house.store, medicine=house.medicine, lot=text, expiry=expiry, units=5
    )
    return newest(session, "batches", "lot")


def _loss(session: Session, given: Given, text: str) -> str:
    house = given.house
    stock.write_off(session, intent=uuid4(), store=house.store, batch=house.first, units=1, reason=text)
    return newest(session, "movements", "reason")


def _recall(session: Session, given: Given, text: str) -> str:
    stock.recall_batches(session, intent=uuid4(), batches=[given.house.first], reason=text)
    return newest(session, "batch_changes", "reason")


def _supplier(field: str) -> Callable[[Session, Given, str], str]:
    def save(session: Session, _given: Given, text: str) -> str:
        draft = SupplierDraft(**{"name": "Tested", "lead_days": 7, field: text})
        purchasing.save_supplier(session, intent=uuid4(), draft=draft)
        return newest(session, "suppliers", field)

    return save


def _order_note(session: Session, given: Given, text: str) -> str:
    line = LineDraft(given.house.medicine, 2, 10, Decimal("1.5"))
    draft = OrderDraft(given.supplier, given.house.store, (line,), note=text)
    purchasing.save_purchase_order(session, intent=uuid4(), draft=draft)
    return newest(session, "purchase_orders", "note")


def _directions(session: Session, given: Given, text: str) -> str:
    line = Line(given.house.medicine, 21, Decimal(1), "TDS", 7, directions=text)
    house = given.house
    prescriptions.write_prescription(
        session, intent=uuid4(), patient=house.patient, order=Order(ticket=False), lines=[line]
    )
    return newest(session, "prescription_lines", "directions")


def _prescription_note(session: Session, given: Given, text: str) -> str:
    line = Line(given.house.medicine, 21, Decimal(1), "TDS", 7)
    order = Order(note=text, ticket=False)
    prescriptions.write_prescription(session, intent=uuid4(), patient=given.house.patient, order=order, lines=[line])
    return newest(session, "prescriptions", "note")


def _cancelled(session: Session, given: Given, text: str) -> str:
    made = given.house.prescribed
    prescriptions.cancel_prescription(session, intent=uuid4(), prescription=made.id, version=made.version, reason=text)
    return text


def _counselled(session: Session, given: Given, text: str) -> str:
    house = given.house
    lines = [Supplied(house.line, (Pick(house.first, 5),))]
    left = [Omitted(house.line, 55, "owed")]
    session.execute(sa.text("SET LOCAL hms.unit = 'transaction'"))  # which is taken back: as behind a pooler
    dispensing.dispense(
        session,
        intent=uuid4(),
        prescription=house.prescribed.id,
        version=house.prescribed.version,
        store=house.store,
        given=lines,
        omitted=left,
        note=text,
    )
    return text  # which the pharmacist reads back through a function of the patient's history alone


def _tuned(session: Session, _given: Given, text: str) -> str:
    values = {"subject": "age", "version": None, "level": "info", "reason": text}
    safety.save_warning_level(session, intent=uuid4(), **values)
    return text


WISHES: dict[str, Wish] = {
    "medicine": Wish("pharmacist", _medicine("name")),
    "strength": Wish("pharmacist", _medicine("strength")),
    "storage": Wish("pharmacist", _medicine("storage")),
    "look-alike": Wish("pharmacist", _medicine("look_alike")),
    "ATC code": Wish("pharmacist", _medicine("atc_code"), few=True),
    "base unit": Wish("pharmacist", _medicine("base_unit"), few=True),
    "substance": Wish("pharmacist", _ingredient),
    "pack": Wish("pharmacist", _pack),
    "GTIN": Wish("pharmacist", _gtin, few=True),
    "store": Wish("manager", _store),
    "lot": Wish("store", _lot, few=True),
    "reason of a loss": Wish("store", _loss),
    "reason of a recall": Wish("pharmacist", _recall),
    "supplier": Wish("manager", _supplier("name")),
    "supplier's contact": Wish("manager", _supplier("contact")),
    "supplier's note": Wish("manager", _supplier("note")),
    "order's note": Wish("store", _order_note),
    "directions": Wish("clinician", _directions),
    "prescription's note": Wish("clinician", _prescription_note),
    "reason of a cancelled prescription": Wish("clinician", _cancelled),
    "counselling note": Wish("pharmacist", _counselled),
    "reason of a tuned warning": Wish("pharmacist", _tuned),
}


@pytest.fixture
def given(hospital: Hospital) -> Given:
    house = factory.pharmacy(hospital)
    draft = SupplierDraft("Supplies", 7)
    manager = hospital.database(hospital.person("manager"))
    return Given(house, manager.run_now(purchasing.save_supplier, intent=uuid4(), draft=draft))


@pytest.mark.usefixtures("many_deeds_in_one_unit_of_work")
@pytest.mark.parametrize("step", STEPS)
def test_a_hostile_line_is_kept_as_typed_or_refused_with_one_sentence(
    hospital: Hospital, given: Given, shared: Path, step: int
) -> None:
    desks = {duty: hospital.database(hospital.person(duty)) for duty in {wish.duty for wish in WISHES.values()}}
    wrong = []
    for place, (named, wish) in enumerate(WISHES.items()):
        lines = corpus(shared)[place * 5 % step :: step]
        try:
            kept = desks[wish.duty].run_now(fates, wish=kept_as_typed(wish), given=given, texts=lines)
        except AssertionError as error:
            wrong.append(f"{named}: {error}")
        else:
            if not wish.few and kept <= len(lines) // 4:
                wrong.append(f"{named}: only {kept} of {len(lines)} were kept")
    assert wrong == []
