"""What is new since the last supply is checked before the next one: nothing is remembered that could have grown old."""

import datetime as dt
import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from hms_desktop.clinic.dispensing.rules import Pick
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.clinic.dispensing.test_dispensing import give
from tests.factories import patients, prescriptions, stock
from tests.factories.dispensing import Pharmacy
from tests.factories.safety import make_active_line, make_list, make_medicine
from tests.hospital import Hospital

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
Change = Callable[[Hospital, Pharmacy], None]


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("pharmacist"))


@pytest.fixture
def house(hospital: Hospital) -> Pharmacy:
    """Metformin for somebody of 64 years without an allergy, who takes nothing else."""
    hospital.set_clock(NOON)
    store, medicine = stock.make_store(hospital), make_medicine(hospital, "Metformin")
    first = stock.make_batch(hospital, medicine, store, 500, days=300)
    patient = patients.patient(hospital, allergies={"none_known": True}, birth_date="1961-03-03", birth_precision="day")
    line = prescriptions.line(medicine, frequency="BD", days=30, quantity=60)
    return Pharmacy(store, medicine, first, first, patient, prescriptions.write_prescription(hospital, patient, [line]))


def allergy(hospital: Hospital, house: Pharmacy) -> None:
    hospital.sql(
        """WITH asked AS (UPDATE hms.patients SET allergy_status = 'known' WHERE id = %s RETURNING id)
        INSERT INTO hms.patient_allergies (patient_id, substance) SELECT id, 'Metformin' FROM asked""",
        house.patient,
    )


def another_medicine(hospital: Hospital, house: Pharmacy) -> None:
    make_list(hospital, [("METFORMIN", "WARFARIN", "avoid")])
    make_active_line(hospital, house.patient, make_medicine(hospital, "Warfarin"))


def the_same_substance(hospital: Hospital, house: Pharmacy) -> None:
    brand = make_medicine(hospital, "Glucophage", substances=[{"substance": "Metformin"}])
    make_active_line(
        hospital, house.patient, brand, supplied_until=NOON.date() + dt.timedelta(days=5), state="completed"
    )


def release(hospital: Hospital, house: Pharmacy) -> None:
    make_list(hospital, [("METFORMIN", "WARFARIN", "avoid")], release="2026-02")


def age(hospital: Hospital, house: Pharmacy) -> None:
    hospital.set_clock(NOON + dt.timedelta(days=1))


def caution(hospital: Hospital, house: Pharmacy, **values: Any) -> None:
    [(substance,)] = hospital.sql("SELECT id FROM hms.substances WHERE name = 'Metformin'")
    record = {"substance_id": substance, "kind": "age", "words": "", "from_age": 60} | values
    hospital.sql("SELECT hms.save_caution(%s, NULL, NULL, %s)", uuid.uuid4(), json.dumps(record))


def level(hospital: Hospital, house: Pharmacy) -> None:
    """The hospital wants an answer when something is not used up yet."""
    hospital.sql("SELECT hms.save_warning_level(%s, 'supply', NULL, 'warning', 'Too many leftovers')", uuid.uuid4())


def older(hospital: Hospital, house: Pharmacy) -> None:
    caution(hospital, house, from_age=65)


def takes_warfarin(hospital: Hospital, house: Pharmacy) -> None:
    make_list(hospital, [("IBUPROFEN", "WARFARIN", "avoid")])
    make_active_line(hospital, house.patient, make_medicine(hospital, "Warfarin"))


def nothing(hospital: Hospital, house: Pharmacy) -> None:
    """As the house is."""


@pytest.mark.parametrize(
    ("before", "change"),
    [
        (nothing, allergy),
        (nothing, another_medicine),
        (nothing, the_same_substance),
        (takes_warfarin, release),
        (older, age),
        (nothing, caution),
        (nothing, level),
    ],
)
def test_the_next_supply_meets_what_has_changed_since_the_last_one(
    hospital: Hospital, desk: Database, house: Pharmacy, before: Change, change: Change
) -> None:
    before(hospital, house)
    receipt = give(desk, house, Pick(house.first, 10))
    change(hospital, house)
    with pytest.raises(Refused) as refused:
        give(desk, house, Pick(house.first, 10), version=receipt.version)
    assert refused.value.code == "safety.unanswered"
    assert hospital.sql("SELECT supplied FROM hms.prescription_lines WHERE id = %s", house.line) == [(10,)]


def test_without_a_change_the_next_supply_asks_nothing(hospital: Hospital, desk: Database, house: Pharmacy) -> None:
    receipt = give(desk, house, Pick(house.first, 10))
    assert give(desk, house, Pick(house.first, 10), version=receipt.version).version == receipt.version + 1
    asked = json.dumps([{"line": house.line, "batch": house.first, "units": 10}])
    answer = """SELECT hms.nothing_to_warn_of(%s, %s),
        (SELECT count(*) FROM hms.check_medicines(%s, %s) found WHERE found.level IN ('stop', 'warning'))"""
    assert hospital.sql(answer, house.patient, asked, house.patient, asked) == [(True, 0)]
