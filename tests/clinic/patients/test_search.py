"""Finding people on a real server: any order, any script, accents or none, numbers, and the long list by page."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from hms_desktop.clinic.patients import actions, queries, rules
from hms_desktop.clinic.patients.rules import Identifier, PatientRecord, Phone
from hms_desktop.core.database import Database
from tests.factories.patients import patient
from tests.hospital import Hospital

Finds = Callable[[str], list[str]]

PEOPLE = (
    ("Nguyễn", "Văn An"),
    ("Łuczak", "Zoë Đorđević"),
    ("O’Brien-Smith", "José María"),
    ("الأحمد", "مُحَمَّد رضا"),
    ("王", "小明"),
    ("김", "지우"),
    ("Пётр", "Иванов"),
    ("देवी", "अनीता"),
    ("כהן", "מלכה"),
    ("", "Sukarno"),
    ("Maria", "Maria"),
    ("100%_sure", "\\back"),
    ("😀", ""),
)


@pytest.fixture(scope="module")
def finds(shared_hospital: Hospital) -> Finds:
    """Types into the search; returns the names found."""
    desk = shared_hospital.database(shared_hospital.person("front_desk"))
    for family, given in PEOPLE:
        desk.run_now(actions.register, intent=uuid4(), record=PatientRecord(given_names=given, family_name=family))
    return lambda typed: [found.name for found in desk.read_now(queries.find_patients, text=typed)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ng", "Nguyễn, Văn An"),
        ("NGUYEN", "Nguyễn, Văn An"),
        ("an nguyen", "Nguyễn, Văn An"),
        ("nguyen an va", "Nguyễn, Văn An"),
        ("ngu va", "Nguyễn, Văn An"),
        ("zoe lucz", "Łuczak, Zoë Đorđević"),
        ("dordevic", "Łuczak, Zoë Đorđević"),
        ("obrien", "O’Brien-Smith, José María"),
        ("smith maria", "O’Brien-Smith, José María"),
        ("o'brien", "O’Brien-Smith, José María"),
        ("brien", "O’Brien-Smith, José María"),
        ("محمد", "الأحمد, مُحَمَّد رضا"),
        ("رضا الاحمد", "الأحمد, مُحَمَّد رضا"),
        ("王小明", "王, 小明"),
        ("小明", "王, 小明"),
        ("김지", "김, 지우"),
        ("지우 김", "김, 지우"),
        ("иванов петр", "Пётр, Иванов"),
        ("अनी", "देवी, अनीता"),
        ("מלכה כה", "כהן, מלכה"),
        ("sukarno", "Sukarno"),
        ("maria maria", "Maria, Maria"),
        ("100%_s", "100%_sure, \\back"),
        ("😀", "😀"),
    ],
)
def test_a_name_is_found_in_any_order_and_script(finds: Finds, typed: str, name: str) -> None:
    assert name in finds(typed)


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "\\", "nobody", "nguyen maria", "\x00", "a\ud800", "'; --"])
def test_what_means_nobody_finds_nobody(finds: Finds, typed: str) -> None:
    assert finds(typed) == []


def test_a_changed_name_is_found_by_the_new_one_only(hospital: Hospital) -> None:
    desk = hospital.database(hospital.person("front_desk"))
    seen = PatientRecord(given_names="Amina Grace", family_name="Okafor")
    made = desk.run_now(actions.register, intent=uuid4(), record=seen)
    desk.run_now(
        actions.edit,
        intent=uuid4(),
        patient_id=made.id,
        version=1,
        seen=seen,
        wanted=PatientRecord(given_names="Amina Grace", family_name="Otieno"),
    )
    assert [found.id for found in desk.read_now(queries.find_patients, text="otieno amina")] == [made.id]
    assert desk.read_now(queries.find_patients, text="okafor") == ()


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    desk = hospital.database(hospital.person("front_desk"))
    for number, (phone, passport) in enumerate(
        (("+84 912 345 678", "B-123 456"), ("0912 345 679", "C777"), ("٠٢٠ ٣٣٣ ٤٤٤", "D888"))
    ):
        record = PatientRecord(
            given_names=f"Person {number}", phones=(Phone(phone),), identifiers=(Identifier("passport", passport),)
        )
        desk.run_now(actions.register, intent=uuid4(), record=record)
    return desk


@pytest.mark.parametrize(
    ("typed", "ids", "matched"),
    [
        ("+84 912 345 678", [1], "phone"),
        ("0912345678", [1], "phone"),
        ("0084912345678", [1], "phone"),
        ("84912", [1], "phone"),
        ("678", [1], "phone"),
        ("345-679", [2], "phone"),
        ("+84912345679", [2], "phone"),
        ("020333444", [3], "phone"),
        ("b123456", [1], "identifier"),
        ("C 777", [2], "identifier"),
        ("2", [2], "mrn"),
        ("00000003", [3], "mrn"),
    ],
)
def test_numbers_are_found_however_they_are_typed(desk: Database, typed: str, ids: list[int], matched: str) -> None:
    found = desk.read_now(queries.find_patients, text=typed)
    assert [(line.id, line.matched) for line in found][: len(ids)] == [(patient_id, matched) for patient_id in ids]


def test_a_record_number_is_found_as_shown_scanned_and_half_typed(desk: Database) -> None:
    mrn = desk.read_now(queries.patient_card, patient_id=1).mrn
    for typed in (mrn, rules.mrn_display(mrn), rules.mrn_display(mrn).lower(), mrn.lstrip("0"), mrn[:-1]):
        found = desk.read_now(queries.find_patients, text=typed)
        assert (found[0].id, found[0].matched) == (1, "mrn")
    assert {line.id for line in desk.read_now(queries.find_patients, text="0000")} >= {1, 2, 3}


def test_one_person_found_in_several_ways_is_listed_once(hospital: Hospital) -> None:
    patient(
        hospital, "Okafor", "555123", phones=[{"number": "555123"}], identifiers=[{"kind": "other", "value": "555123"}]
    )
    desk = hospital.database(hospital.person("front_desk"))
    (found,) = desk.read_now(queries.find_patients, text="555123")
    assert found.matched == "identifier"


def test_no_more_are_listed_than_asked_for(hospital: Hospital) -> None:
    for number in range(12):
        patient(hospital, "Okafor", f"Amina {number}")
    desk = hospital.database(hospital.person("front_desk"))
    assert len(desk.read_now(queries.find_patients, text="okafor", limit=5)) == 5
    assert len(desk.read_now(queries.find_patients, text="okafor a", limit=50)) == 12


def test_the_list_by_page_is_the_whole_list_in_order(hospital: Hospital, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "STRIDE", 10)
    for number in range(47):
        patient(hospital, ("Okafor", "Ångström", "Nguyễn")[number % 3], f"Amina {number:02}")
    desk = hospital.database(hospital.person("front_desk"))
    anchors = desk.read_now(queries.patient_anchors, snapshot=True)
    assert (anchors.count, len(anchors.keys), anchors.keys[0]) == (47, 5, None)
    every = desk.read_now(queries.patients_page, after=None, offset=0, limit=47)
    assert [found.name for found in every][:1] == ["Ångström, Amina 01"]
    for place, key in enumerate(anchors.keys):
        page = desk.read_now(queries.patients_page, after=key, offset=3, limit=5)
        assert page == every[place * 10 + 3 : place * 10 + 8]


def test_a_merged_record_is_found_by_its_number_as_the_one_that_stands(hospital: Hospital) -> None:
    stays = patient(hospital, "Okafor", "Amina")
    gone = patient(hospital, "Okafer", "Amina")
    [(number,)] = hospital.sql("UPDATE hms.patients SET merged_into = %s WHERE id = %s RETURNING mrn", stays, gone)
    desk = hospital.database(hospital.person("front_desk"))
    (found,) = desk.read_now(queries.find_patients, text=number)
    assert (found.id, found.matched) == (stays, "alias")
    assert [found.id for found in desk.read_now(queries.find_patients, text="okafer amina")] == [stays]
    assert desk.read_now(queries.patient_anchors).count == 1
    assert [found.id for found in desk.read_now(queries.patients_page, after=None, offset=0, limit=9)] == [stays]
