"""Dispensing through the real functions: what moves, what is kept, and what is refused in one sentence."""

import uuid
from typing import Any

import pytest

from hms_desktop.clinic.dispensing import actions, queries, queries_shelf
from hms_desktop.clinic.dispensing.rules import Given, Omitted, Pick
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.factories import dispensing, stock
from tests.factories.dispensing import Pharmacy
from tests.hospital import Hospital


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("pharmacist"))


@pytest.fixture
def house(hospital: Hospital) -> Pharmacy:
    return dispensing.pharmacy(hospital)


def give(desk: Database, house: Pharmacy, *picks: Pick, **more: Any) -> actions.Receipt:
    wish = {
        "intent": uuid.uuid4(),
        "prescription": house.prescribed.id,
        "version": house.prescribed.version,
        "store": house.store,
        "given": (Given(house.line, picks),),
        "by_hand": True,
    }
    return desk.run_now(actions.dispense, **wish | more)


def supplied(hospital: Hospital, house: Pharmacy) -> int:
    [(units,)] = hospital.sql("SELECT supplied FROM hms.prescription_lines WHERE id = %s", house.line)
    return int(units)


def test_the_sheet_proposes_the_batch_that_expires_first_and_the_next_one_for_the_rest(
    desk: Database, house: Pharmacy
) -> None:
    sheet = desk.read_now(
        queries.prescription_sheet, snapshot=True, prescription=house.prescribed.id, store=house.store
    )
    [line] = sheet.lines
    assert [(pick.batch_id, pick.units) for pick in line.proposal.picks] == [(house.first, 30), (house.second, 30)]
    assert (line.due, line.in_store, line.proposal.missing) == (60, 130, 0)


def test_a_dispense_moves_the_stock_and_is_counted_on_the_prescription(
    hospital: Hospital, desk: Database, house: Pharmacy
) -> None:
    receipt = give(desk, house, Pick(house.first, 30), Pick(house.second, 30, scanned=True), note="Take with food")
    assert stock.held(hospital, house.first, house.store) == 0
    assert stock.held(hospital, house.second, house.store) == 70
    assert supplied(hospital, house) == 60
    assert (receipt.state, len(receipt.labels), receipt.owed) == ("completed", 1, 0)
    [made] = desk.read_now(queries.dispensed, prescription=house.prescribed.id)
    assert made.note == "Take with food"
    assert made.what == "Metformin 500 mg × 60"
    [(document,)] = hospital.sql("SELECT DISTINCT document FROM hms.movements WHERE kind = 'dispense'")
    assert document == f"dispense {receipt.dispense_id}"


def test_a_supply_lasts_for_its_days_and_a_second_one_follows_it(hospital: Hospital, desk: Database) -> None:
    house = dispensing.pharmacy(hospital, units=(200, 0), refills=1)
    first = give(desk, house, Pick(house.first, 60))
    give(desk, house, Pick(house.first, 60), version=first.version)
    [(until, today)] = hospital.sql("SELECT supplied_until, hms.business_date() FROM hms.prescription_lines")
    assert (until - today).days == 59


def test_nothing_beyond_what_was_prescribed_is_supplied(hospital: Hospital, desk: Database, house: Pharmacy) -> None:
    with pytest.raises(Refused) as refused:
        give(desk, house, Pick(house.first, 30), Pick(house.second, 31))
    assert refused.value.code == "prescriptions.exceeded"
    assert stock.held(hospital, house.first, house.store) == 30


def test_an_older_version_of_the_prescription_is_stale(desk: Database, house: Pharmacy) -> None:
    give(desk, house, Pick(house.first, 10))
    with pytest.raises(Stale) as stale:
        give(desk, house, Pick(house.first, 10))
    assert stale.value.code == "dispensing.changed"


def test_another_batch_than_the_first_to_expire_needs_a_reason(
    hospital: Hospital, desk: Database, house: Pharmacy
) -> None:
    with pytest.raises(Refused) as refused:
        give(desk, house, Pick(house.second, 10))
    assert refused.value.code == "dispensing.not_first"
    assert "MF1" in refused.value.sentence
    give(desk, house, Pick(house.second, 10, reason="the box of MF1 is wet"))
    assert hospital.sql("SELECT reason FROM hms.dispense_lines") == [("the box of MF1 is wet",)]


def test_a_batch_that_expires_before_it_is_used_up_needs_a_reason(hospital: Hospital, desk: Database) -> None:
    house = dispensing.pharmacy(hospital, units=(100, 0))
    soon = stock.make_batch(hospital, house.medicine, house.store, 100, lot="SOON", days=10)
    with pytest.raises(Refused) as refused:
        give(desk, house, Pick(soon, 60))
    assert refused.value.code == "dispensing.short_dated"
    give(desk, house, Pick(house.first, 60))


@pytest.mark.parametrize("state", ["recalled", "quarantined"])
def test_a_batch_that_is_set_aside_goes_to_nobody(
    hospital: Hospital, desk: Database, house: Pharmacy, state: str
) -> None:
    hospital.sql("UPDATE hms.batches SET state = %s WHERE id = %s", state, house.first)
    with pytest.raises(Refused) as refused:
        give(desk, house, Pick(house.first, 10, reason="asked for"))
    assert refused.value.code == f"stock.{state}"


def test_a_prescription_that_expired_is_not_dispensed(hospital: Hospital, desk: Database, house: Pharmacy) -> None:
    hospital.sql("SELECT hms.set_clock(hms.hospital_now() + interval '400 days', 1)")
    with pytest.raises(Refused) as refused:
        give(desk, house, Pick(house.first, 10))
    assert refused.value.code == "prescriptions.expired"


def test_what_is_owed_stays_on_the_list_until_it_is_fetched(hospital: Hospital, desk: Database) -> None:
    house = dispensing.pharmacy(hospital, units=(20, 0))
    receipt = give(desk, house, Pick(house.first, 20), omitted=(Omitted(house.line, 40, "owed", "comes on Monday"),))
    assert receipt.owed == 1
    [waiting] = desk.read_now(queries.to_dispense)
    assert (waiting.kind, waiting.owed_since) == ("owed", stock.today(hospital))
    stock.move(hospital, house.second, house.store, "receipt", 40)
    sheet = desk.read_now(queries.prescription_sheet, prescription=house.prescribed.id, store=house.store)
    assert sheet.lines[0].due == 40
    give(desk, house, Pick(house.second, 40), version=receipt.version)
    assert desk.read_now(queries.to_dispense) == ()
    assert hospital.sql("SELECT units, open FROM hms.omissions") == [(40, False)]


def test_only_the_same_ingredients_strength_and_form_stand_for_each_other(
    hospital: Hospital, desk: Database, house: Pharmacy
) -> None:
    other, stronger = (
        stock.make_medicine(hospital, "Glucophage"),
        stock.make_medicine(hospital, "Metformin", strength="850 mg"),
    )
    [(substance,)] = hospital.sql("INSERT INTO hms.substances (name) VALUES ('metformin') RETURNING id")
    for medicine in (house.medicine, other, stronger):
        hospital.sql(
            "INSERT INTO hms.medicine_substances (medicine_id, substance_id) VALUES (%s, %s)", medicine, substance
        )
    brand = stock.make_batch(hospital, other, house.store, 60)
    strong = stock.make_batch(hospital, stronger, house.store, 60)

    def instead(batch: int, **more: str) -> actions.Receipt:
        return give(desk, house, given=(Given(house.line, (Pick(batch, 10),), **more),))

    for batch, more, code in (
        (brand, {}, "dispensing.why_substituted"),
        (strong, {"substitution": "equivalent", "why": "out of stock"}, "dispensing.not_equivalent"),
    ):
        with pytest.raises(Refused) as refused:
            instead(batch, **more)
        assert refused.value.code == code
    receipt = instead(brand, substitution="equivalent", why="out of stock")
    [found] = desk.read_now(queries_shelf.elsewhere, medicine=house.medicine, store=house.store)
    assert (found.medicine, found.units, found.controlled) == ("Glucophage 500 mg tablet", 50, False)
    hospital.sql("UPDATE hms.medicines SET controlled = 'psychotropic' WHERE id = %s", other)
    ward = stock.make_store(hospital, "Ward 1")
    stock.make_batch(hospital, house.medicine, ward, 7)
    around = desk.read_now(queries_shelf.elsewhere, medicine=house.medicine, store=house.store)
    assert [(one.medicine, one.store, one.units, one.controlled) for one in around] == [
        ("Metformin 500 mg tablet", "Ward 1", 7, False),
        ("Glucophage 500 mg tablet", "Main pharmacy", 50, True),
    ]
    give(
        desk,
        house,
        version=receipt.version,
        given=(Given(house.line, (Pick(strong, 10),), "prescriber", "Dr Mwangi agreed by telephone"),),
    )
    assert hospital.sql("SELECT substitution, why FROM hms.dispense_lines ORDER BY id") == [
        ("equivalent", "out of stock"),
        ("prescriber", "Dr Mwangi agreed by telephone"),
    ]


def test_a_prescriber_may_forbid_that_anything_stands_for_it(hospital: Hospital, desk: Database) -> None:
    house = dispensing.pharmacy(hospital, substitution=False)
    other = stock.make_batch(hospital, stock.make_medicine(hospital), house.store, 60)
    with pytest.raises(Refused) as refused:
        give(desk, house, given=(Given(house.line, (Pick(other, 10),), "equivalent", "cheaper"),))
    assert refused.value.code == "dispensing.no_substitution"


def test_a_dispense_is_taken_back_once_and_lies_on_its_shelf_again(
    hospital: Hospital, desk: Database, house: Pharmacy
) -> None:
    receipt = give(desk, house, Pick(house.first, 30), Pick(house.second, 30))
    wish = {"dispense": receipt.dispense_id, "reason": "wrong patient", "returned": False}
    back = desk.run_now(actions.reverse_dispense, intent=uuid.uuid4(), **wish)
    assert (back.state, supplied(hospital, house)) == ("active", 0)
    assert stock.held(hospital, house.first, house.store) == 30
    assert desk.read_now(queries.dispensed, prescription=house.prescribed.id)[0].reversed
    with pytest.raises(Refused) as refused:
        desk.run_now(actions.reverse_dispense, intent=uuid.uuid4(), **wish)
    assert refused.value.code == "dispensing.reversed"


def test_what_a_patient_brings_back_waits_in_quarantine(hospital: Hospital, desk: Database, house: Pharmacy) -> None:
    receipt = give(desk, house, Pick(house.first, 30))
    wish = {"dispense": receipt.dispense_id, "reason": "did not bear it", "returned": True}
    with pytest.raises(Refused) as refused:
        desk.run_now(actions.reverse_dispense, intent=uuid.uuid4(), **wish)
    assert refused.value.code == "dispensing.no_quarantine"
    quarantine = stock.make_store(hospital, "Returned", kind="quarantine")
    [(line,)] = hospital.sql("SELECT id FROM hms.dispense_lines")
    with pytest.raises(Refused) as refused:
        desk.run_now(actions.reverse_dispense, intent=uuid.uuid4(), **wish, units={line: 31})
    assert refused.value.code == "dispensing.too_much_back"
    desk.run_now(actions.reverse_dispense, intent=uuid.uuid4(), **wish, units={line: 12})
    assert stock.held(hospital, house.first, quarantine) == 12
    assert stock.held(hospital, house.first, house.store) == 0
    assert supplied(hospital, house) == 18
    assert hospital.sql("SELECT units FROM hms.supplied_to") == [(18,)]


def test_a_lease_keeps_colleagues_away_until_they_take_it_over(
    hospital: Hospital, desk: Database, house: Pharmacy
) -> None:
    colleague = hospital.database(hospital.person("pharmacist", name="Grace Wanjiru"))
    colleague.run_now(actions.lease_prescription, intent=uuid.uuid4(), prescription=house.prescribed.id)
    with pytest.raises(Refused) as refused:
        give(desk, house, Pick(house.first, 10))
    assert refused.value.code == "dispensing.leased"
    assert refused.value.params["person"] == "Grace Wanjiru"
    desk.run_now(actions.lease_prescription, intent=uuid.uuid4(), prescription=house.prescribed.id, take_over=True)
    assert hospital.sql("SELECT verb FROM hms.audit WHERE subject = 'leases' ORDER BY id") == [("insert",), ("update",)]
    give(desk, house, Pick(house.first, 10))
    assert hospital.sql("SELECT count(*) FROM hms.leases") == [(0,)]


def test_where_the_hospital_wants_it_a_colleague_checks_with_their_own_login(
    hospital: Hospital, desk: Database, house: Pharmacy
) -> None:
    hospital.sql("UPDATE hms.dispensing_rules SET second_check = 'always'")
    intent, given = uuid.uuid4(), (Given(house.line, (Pick(house.first, 10),)),)
    with pytest.raises(Refused) as refused:
        give(desk, house, given=given, intent=intent)
    assert refused.value.code == "assent.none"
    colleague = hospital.person("pharmacist")
    hospital.connection(colleague).execute(
        "SELECT hms.give_assent(%s, 'dispensing.check', hms.digest_of(jsonb_build_object('lines', %s::jsonb)))",
        (intent, actions.content(given)),
    )
    give(desk, house, given=given, intent=intent)
    assert hospital.sql("SELECT checked_by FROM hms.dispenses") == [(colleague.user,)]


@pytest.mark.parametrize("duty", ["front_desk", "clinician", "cashier", "store", "manager", "admin"])
def test_only_a_pharmacist_dispenses(hospital: Hospital, house: Pharmacy, duty: str) -> None:
    with pytest.raises(Refused) as refused:
        give(hospital.database(hospital.person(duty)), house, Pick(house.first, 10))
    assert refused.value.code == "access.denied"


def test_a_restricted_record_is_opened_before_anything_is_dispensed(
    hospital: Hospital, desk: Database, house: Pharmacy
) -> None:
    hospital.sql("UPDATE hms.patients SET restricted = true")
    with pytest.raises(Refused) as refused:
        give(desk, house, Pick(house.first, 10))
    assert refused.value.code == "patients.restricted"
    [waiting] = desk.read_now(queries.to_dispense)
    assert (waiting.closed, waiting.name) == (True, "")
    with pytest.raises(Refused):
        desk.read_now(queries.prescription_sheet, prescription=house.prescribed.id, store=house.store)
    desk.run_now(_opened, intent=uuid.uuid4(), patient=house.patient)
    give(desk, house, Pick(house.first, 10))


def _opened(session: Any, *, intent: uuid.UUID, patient: int) -> None:
    from hms_desktop.clinic.patients.actions import open_restricted

    open_restricted(session, intent=intent, patient_id=patient, reason="dispensing")


def test_what_was_handed_out_is_never_changed(hospital: Hospital, desk: Database, house: Pharmacy) -> None:
    give(desk, house, Pick(house.first, 10))
    for statement in (
        "UPDATE hms.dispenses SET note = 'x'",
        "DELETE FROM hms.dispenses",
        "UPDATE hms.dispense_lines SET units = 1",
        "DELETE FROM hms.dispense_lines",
    ):
        with pytest.raises(Exception, match="never changed"):
            hospital.sql(statement)
