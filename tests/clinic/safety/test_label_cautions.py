"""Which cautions a medicine's label carries: its own and its classes', but for what is left out; and who may say so."""

import uuid
from typing import Any

import psycopg
import pytest

from hms_desktop.clinic.safety import actions, queries_labels
from hms_desktop.clinic.safety.label_words import CAUTIONS
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.factories import stock
from tests.hospital import Hospital

DUTIES = ("front_desk", "pharmacist", "clinician", "cashier", "store", "manager", "admin")


@pytest.fixture
def chief(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("pharmacist"))


@pytest.fixture
def cetirizine(hospital: Hospital) -> int:
    medicine = stock.make_medicine(hospital, "Cetirizine")
    hospital.sql("UPDATE hms.medicines SET atc_code = 'R06AE07' WHERE id = %s", medicine)
    return medicine


def add(database: Database, **values: Any) -> int:
    return int(database.run_now(actions.add_label_caution, intent=uuid.uuid4(), **values))


def says(database: Database, medicine: int, language: str = "en") -> str:
    return str(database.read_now(queries_labels.cautions_of, medicine=medicine, language=language))


def test_a_class_speaks_for_its_medicines_and_one_of_them_may_do_without(
    hospital: Hospital, chief: Database, cetirizine: int
) -> None:
    other = stock.make_medicine(hospital, "Zinc")
    add(chief, atc_code=" r06 ", code="sleepy")
    add(chief, atc_code="R06AE07", code="no_alcohol")
    add(chief, medicine=cetirizine, words="Once a day is enough.")
    assert says(chief, cetirizine) == (
        f"{CAUTIONS['sleepy']['en']} {CAUTIONS['no_alcohol']['en']} Once a day is enough."
    )
    assert says(chief, other) == ""
    add(chief, medicine=cetirizine, code="sleepy", shown=False)
    assert says(chief, cetirizine, "fr") == f"{CAUTIONS['no_alcohol']['fr']} Once a day is enough."


def test_what_was_put_on_the_list_is_read_and_taken_out_again(
    hospital: Hospital, chief: Database, cetirizine: int
) -> None:
    hospital.sql("INSERT INTO hms.atc_codes (code, name) VALUES ('R06', 'Antihistamines')")
    add(chief, atc_code="R06", code="sleepy")
    own = add(chief, medicine=cetirizine, code="sleepy", shown=False)
    rows = chief.read_now(queries_labels.label_cautions)
    assert [(row.about, row.code, row.shown) for row in rows] == [
        ("R06 · Antihistamines", "sleepy", True),
        ("Cetirizine 500 mg tablet", "sleepy", False),
    ]
    for _ in range(2):
        chief.run_now(actions.remove_label_caution, intent=uuid.uuid4(), caution=own)
    assert says(chief, cetirizine) == CAUTIONS["sleepy"]["en"]
    assert hospital.sql("SELECT verb FROM hms.audit WHERE subject = 'label_cautions' ORDER BY id") == [
        ("insert",),
        ("insert",),
        ("delete",),
    ]


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"code": "sleepy"}, "safety.label_about"),
        ({"atc_code": "R0", "code": "sleepy"}, "safety.label_about"),
        ({"atc_code": "%", "code": "sleepy"}, "safety.label_about"),
        ({"medicine": 0, "code": "sleepy"}, "safety.label_about"),
        ({"atc_code": "R06"}, "safety.label_words"),
        ({"atc_code": "R06", "code": "sleepy", "words": "and this"}, "safety.label_words"),
        ({"atc_code": "R06", "code": "nonsense"}, "safety.label_words"),
        ({"atc_code": "R06", "words": "x" * 121}, "safety.label_words"),
        ({"atc_code": "R06", "code": "sleepy", "shown": False}, "safety.label_left_out"),
    ],
)
def test_what_is_no_caution_for_one_thing_is_refused(chief: Database, wish: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        add(chief, **wish)
    assert refused.value.code == code


def test_the_same_caution_twice_is_refused(chief: Database) -> None:
    add(chief, atc_code="R06", code="sleepy")
    with pytest.raises(Refused) as refused:
        add(chief, atc_code="r06", code="sleepy")
    assert refused.value.code == "safety.label_known"


@pytest.mark.parametrize("duty", DUTIES)
def test_only_the_pharmacist_and_the_manager_say_what_labels_warn_of(hospital: Hospital, duty: str) -> None:
    wishes = (
        "SELECT hms.add_label_caution(gen_random_uuid(), NULL, 'R06', 'sleepy', '', true)",
        "SELECT hms.remove_label_caution(gen_random_uuid(), 1)",
        "INSERT INTO hms.label_cautions (atc_code, code) VALUES ('R06', 'sleepy')",
        "DELETE FROM hms.label_cautions",
    )
    with connect(hospital.person(duty), application="psql", autocommit=True) as opened:
        told = []
        for wish in wishes:
            try:
                opened.execute(wish.encode())
                told.append("")
            except psycopg.Error as error:
                told.append(str(error.sqlstate))
    may = "" if duty in {"pharmacist", "manager"} else "42501"
    assert told == [may, may, "42501", "42501"]
