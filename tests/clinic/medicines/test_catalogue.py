"""The catalogue is changed by the pharmacy alone, whole or not at all, and keeps what stock and receipts speak of."""

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from hms_desktop.clinic.medicines import actions, queries
from hms_desktop.clinic.medicines.rules import Ingredient, MedicineRecord, PackRecord
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.factories.medicines import gtin, make_medicine, make_pack
from tests.hospital import Hospital

AMOXICILLIN = MedicineRecord(
    name="Co-amoxiclav",
    strength="500 mg + 125 mg",
    form="tablet",
    route="oral",
    base_unit="tablet",
    atc_code="J01CR02",
    price=Decimal("0.0825"),
    storage="below 25 °C",
    synonyms=("Augmentin",),
    substances=(Ingredient("Amoxicillin", "500 mg"), Ingredient("Clavulanic acid", "125 mg")),
    packs=(PackRecord("Box of 21", 21, gtin(1), "GSK"), PackRecord("Box of 100", 100)),
)


@pytest.fixture
def pharmacy(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("pharmacist"))


def saved(pharmacy: Database, record: MedicineRecord = AMOXICILLIN, **told: int) -> int:
    return pharmacy.run_now(actions.save_medicine, intent=uuid4(), record=record, **told)


def card(pharmacy: Database, medicine: int) -> queries.MedicineCard:
    return pharmacy.read_now(queries.medicine_card, medicine_id=medicine)


def test_a_medicine_is_kept_as_it_was_typed(pharmacy: Database) -> None:
    found = card(pharmacy, saved(pharmacy))
    ids = [pack.id for pack in found.record.packs]
    assert replace(found.record, packs=()) == replace(AMOXICILLIN, packs=())
    assert [replace(pack, id=None) for pack in found.record.packs] == list(AMOXICILLIN.packs)
    assert all(ids)


def test_a_pack_that_is_listed_no_more_is_closed_and_stays(pharmacy: Database) -> None:
    medicine = saved(pharmacy)
    first, second = card(pharmacy, medicine).record.packs
    saved(pharmacy, replace(AMOXICILLIN, packs=(replace(first, units=20),)), medicine_id=medicine, version=1)
    after = card(pharmacy, medicine).record.packs
    assert after == (replace(first, units=20), replace(second, active=False))


def test_a_colleagues_change_is_not_overwritten(pharmacy: Database) -> None:
    medicine = saved(pharmacy)
    saved(pharmacy, replace(AMOXICILLIN, route="by mouth", packs=()), medicine_id=medicine, version=1)
    with pytest.raises(Stale):
        saved(pharmacy, replace(AMOXICILLIN, packs=()), medicine_id=medicine, version=1)


def test_the_same_wish_twice_makes_one_medicine(pharmacy: Database) -> None:
    wish = uuid4()
    made = {pharmacy.run_now(actions.save_medicine, intent=wish, record=AMOXICILLIN) for _ in range(2)}
    assert len(made) == 1


REFUSED: tuple[tuple[dict[str, Any], str], ...] = (
    ({"name": " "}, "name.missing"),
    ({"name": "Aspirin\u202e"}, "name.hidden"),
    ({"form": "x" * 121}, "note.too_long"),
    ({"base_unit": ""}, "medicine.base_unit"),
    ({"atc_code": "J1"}, "medicine.atc_code"),
    ({"controlled": "secret"}, "medicine.controlled"),
    ({"price": Decimal("-1")}, "medicine.price"),
    ({"packs": (PackRecord("Box", 10, "5000000000001"),)}, "pack.gtin"),
    ({"packs": (PackRecord("Box", 0),)}, "pack.units"),
    ({"packs": (PackRecord("One", 1, gtin(9)), PackRecord("Two", 2, gtin(9)))}, "pack.gtin_taken"),
    ({"substances": (Ingredient("Iron"), Ingredient("IRON"))}, "medicine.substance_twice"),
    ({"departments": (4711,)}, "medicine.departments"),
)


def test_what_cannot_be_is_refused_and_leaves_nothing(hospital: Hospital, pharmacy: Database) -> None:
    for change, code in REFUSED:
        with pytest.raises(Refused) as refused:
            saved(pharmacy, replace(AMOXICILLIN, **change))
        assert refused.value.code == code
    assert hospital.sql("SELECT count(*) FROM hms.medicines") == [(0,)]


def test_a_second_medicine_of_one_name_strength_form_and_route_is_refused(pharmacy: Database) -> None:
    saved(pharmacy)
    with pytest.raises(Refused, match="open that one instead"):
        saved(pharmacy, replace(AMOXICILLIN, name="CO-AMOXICLAV", packs=()))


def test_a_gtin_belongs_to_one_pack_only(hospital: Hospital, pharmacy: Database) -> None:
    other = make_medicine(hospital)
    make_pack(hospital, other, gtin=gtin(1))
    with pytest.raises(Refused) as refused:
        saved(pharmacy)
    assert refused.value.params["gtin"] == gtin(1)


def test_a_pack_is_known_by_its_gtin_however_short_it_is_written(hospital: Hospital, pharmacy: Database) -> None:
    medicine = make_medicine(hospital)
    make_pack(hospital, medicine, gtin="4006381333931")
    found = pharmacy.read_now(queries.pack_by_gtin, gtin="04006381333931")
    assert found is not None
    assert (found.medicine_id, found.gtin, found.title) == (medicine, "04006381333931", "Paracetamol 500 mg tablet")
    assert pharmacy.read_now(queries.pack_by_gtin, gtin="96385074") is None


def test_the_unit_of_a_medicine_in_stock_stays(hospital: Hospital, pharmacy: Database) -> None:
    medicine = saved(pharmacy)
    saved(pharmacy, replace(AMOXICILLIN, base_unit="piece", packs=()), medicine_id=medicine, version=1)
    hospital.sql(
        "INSERT INTO hms.batches (medicine_id, lot, expiry, received_on) VALUES (%s, 'A1', '2030-01-31', '2026-01-01')",
        medicine,
    )
    with pytest.raises(Refused, match="counted in its unit already"):
        saved(pharmacy, replace(AMOXICILLIN, packs=()), medicine_id=medicine, version=2)


def test_every_change_is_audited(hospital: Hospital, pharmacy: Database) -> None:
    medicine = saved(pharmacy)
    saved(pharmacy, replace(AMOXICILLIN, price=Decimal("0.09"), packs=()), medicine_id=medicine, version=1)
    told = hospital.sql(
        "SELECT subject, verb, count(*)::int FROM hms.audit WHERE subject LIKE ANY (ARRAY['medicine%', 'packs', "
        "'substances']) GROUP BY 1, 2 ORDER BY 1, 2"
    )
    assert told == [
        ("medicine_substances", "insert", 2),
        ("medicines", "insert", 1),
        ("medicines", "update", 1),
        ("packs", "insert", 2),
        ("packs", "update", 2),
        ("substances", "insert", 2),
    ]


def test_a_clerk_and_a_storekeeper_read_the_catalogue_and_change_nothing(hospital: Hospital) -> None:
    medicine = make_medicine(hospital)
    for duty in ("front_desk", "store", "clinician", "cashier", "admin"):
        desk = hospital.database(hospital.person(duty))
        assert desk.read_now(queries.find_medicines, text="para")[0].id == medicine
        with pytest.raises(Refused):
            saved(desk)
