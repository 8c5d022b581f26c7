"""What the hospital sets about dispensing holds at the next supply: shelf life, equivalents, second checks, labels."""

import uuid

import pytest

from hms_desktop.clinic.dispensing import actions, queries, rules
from hms_desktop.clinic.dispensing.rules import DispensingRules, Given, Pick
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.factories import dispensing, stock
from tests.factories.dispensing import Pharmacy
from tests.hospital import Hospital


@pytest.fixture
def house(hospital: Hospital) -> Pharmacy:
    return dispensing.pharmacy(hospital)


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("pharmacist"))


@pytest.fixture
def chief(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("manager"))


def rule(chief: Database, wanted: DispensingRules) -> None:
    version = chief.read_now(queries.dispensing_rules).version
    chief.run_now(actions.save_rules, intent=uuid.uuid4(), version=version, wanted=wanted)


def give(desk: Database, house: Pharmacy, *given: Given) -> actions.Receipt:
    return desk.run_now(
        actions.dispense, intent=uuid.uuid4(), prescription=house.prescribed.id, version=house.prescribed.version,
        store=house.store, given=given, by_hand=True,
    )  # fmt: skip


def code_of(desk: Database, house: Pharmacy, *given: Given) -> str:
    with pytest.raises(Refused) as refused:
        give(desk, house, *given)
    return refused.value.code


def test_the_rules_are_saved_whole_audited_and_a_colleagues_change_is_seen(hospital: Hospital, chief: Database) -> None:
    assert chief.read_now(queries.dispensing_rules).rules == DispensingRules()
    wanted = DispensingRules(
        lease_minutes=25, second_check="high_alert", checked_classes=("A10A", "L01"), equivalents=False,
        covers_supply=False, least_days=30, label_language="fr", check_hours=8,
    )  # fmt: skip
    rule(chief, wanted)
    assert chief.read_now(queries.dispensing_rules).rules == wanted
    [(after,)] = hospital.sql("SELECT after FROM hms.audit WHERE subject = 'dispensing_rules' AND verb = 'update'")
    assert (after["least_days"], after["checked_classes"]) == (30, ["A10A", "L01"])
    with pytest.raises(Stale):
        chief.run_now(actions.save_rules, intent=uuid.uuid4(), version=1, wanted=wanted)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (DispensingRules(checked_classes=("L0",)), "dispensing.class"),
        (DispensingRules(checked_classes=("L01'; DROP TABLE hms.movements; --",)), "dispensing.class"),
        (DispensingRules(lease_minutes=0), "dispensing.lease_minutes"),
    ],
)
def test_rules_that_cannot_be_are_refused(chief: Database, wanted: DispensingRules, code: str) -> None:
    with pytest.raises(Refused) as refused:
        rule(chief, wanted)
    assert refused.value.code == code


def test_a_batch_must_be_good_for_the_days_that_the_hospital_wants(
    hospital: Hospital, desk: Database, chief: Database, house: Pharmacy
) -> None:
    rule(chief, DispensingRules(least_days=150))
    [line] = desk.read_now(
        queries.prescription_sheet, prescription=house.prescribed.id, store=house.store, snapshot=True
    ).lines
    assert [pick.batch_id for pick in line.proposal.picks] == [house.second]
    assert code_of(desk, house, Given(house.line, (Pick(house.first, 10),))) == "dispensing.least_days"
    give(desk, house, Given(house.line, (Pick(house.second, 10),)))


def test_where_the_supply_need_not_be_covered_what_expires_first_goes_first(
    hospital: Hospital, desk: Database, chief: Database, house: Pharmacy
) -> None:
    soon = stock.make_batch(hospital, house.medicine, house.store, 60, lot="SOON", days=5)
    everything = Given(house.line, (Pick(soon, 60),))
    assert code_of(desk, house, everything) == "dispensing.short_dated"
    rule(chief, DispensingRules(covers_supply=False))
    give(desk, house, everything)


def test_an_equivalent_needs_the_prescriber_where_the_hospital_wants_that(
    hospital: Hospital, desk: Database, chief: Database, house: Pharmacy
) -> None:
    other = stock.make_medicine(hospital, "Glucophage")
    [(substance,)] = hospital.sql("INSERT INTO hms.substances (name) VALUES ('metformin') RETURNING id")
    for medicine in (house.medicine, other):
        hospital.sql(
            "INSERT INTO hms.medicine_substances (medicine_id, substance_id, strength) VALUES (%s, %s, '500 mg')",
            medicine,
            substance,
        )
    batch = stock.make_batch(hospital, other, house.store, 100)
    rule(chief, DispensingRules(equivalents=False))
    asked = Given(house.line, (Pick(batch, 10),), rules.EQUIVALENT, "out of stock")
    assert code_of(desk, house, asked) == "dispensing.prescriber_confirms"
    give(desk, house, Given(house.line, (Pick(batch, 10),), rules.PRESCRIBER, "Dr Demo agreed by telephone"))
    assert hospital.sql("SELECT substitution FROM hms.dispense_lines") == [("prescriber",)]


def test_a_class_that_is_listed_is_checked_by_a_colleague(
    hospital: Hospital, desk: Database, chief: Database, house: Pharmacy
) -> None:
    hospital.sql("UPDATE hms.medicines SET atc_code = 'A10BA02' WHERE id = %s", house.medicine)
    given = Given(house.line, (Pick(house.first, 5),))
    sheet = {"prescription": house.prescribed.id, "store": house.store, "snapshot": True}
    rule(chief, DispensingRules(second_check=rules.LISTED, checked_classes=("A10BB",)))
    assert not desk.read_now(queries.prescription_sheet, **sheet).lines[0].checked
    rule(chief, DispensingRules(second_check=rules.LISTED, checked_classes=("A10B",)))
    assert desk.read_now(queries.prescription_sheet, **sheet).lines[0].checked
    assert code_of(desk, house, given) == "assent.none"
    rule(chief, DispensingRules(second_check=rules.NEVER, checked_classes=("A10B",)))
    give(desk, house, given)


def test_a_label_speaks_the_pharmacys_language_to_whoever_names_none(
    hospital: Hospital, chief: Database, house: Pharmacy
) -> None:
    asked = "SELECT hms.patients_language(%s)"
    assert hospital.sql(asked, house.patient) == [("en",)]
    rule(chief, DispensingRules(label_language="sw"))
    assert hospital.sql(asked, house.patient) == [("sw",)]
    hospital.sql("UPDATE hms.patients SET language = 'fr-CA' WHERE id = %s", house.patient)
    assert hospital.sql(asked, house.patient) == [("fr",)]
