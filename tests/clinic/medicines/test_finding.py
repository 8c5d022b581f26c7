"""A medicine is found while its name is typed: words in any order, with a slip, by brand, substance, class or GTIN."""

import pytest

from hms_desktop.clinic.medicines import queries
from hms_desktop.core.database import Database
from tests.factories.medicines import make_medicine, make_pack
from tests.hospital import Hospital


@pytest.fixture
def catalogue(hospital: Hospital) -> dict[str, int]:
    made = {
        "para": make_medicine(hospital, atc_code="N02BE01"),
        "para250": make_medicine(hospital, strength="250mg/5ml", form="oral suspension", base_unit="ml"),
        "amox": make_medicine(
            hospital, "Amoxicillin", form="capsule", base_unit="capsule", atc_code="J01CA04", synonyms=["Amoxil"]
        ),
        "coamox": make_medicine(
            hospital,
            "Co-amoxiclav",
            strength="625mg",
            substances=[{"substance": "Amoxicillin"}, {"substance": "Clavulanic acid"}],
        ),
        "folic": make_medicine(hospital, "Acide folique", strength="5 µg"),
        "warf": make_medicine(hospital, "Warfarin", strength="2.5 mg", active=False),
    }
    make_pack(hospital, made["para"], 16, name="Panadol 500mg tablets (GSK)", gtin="4006381333931")
    return made


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("clinician"))


TYPED = (
    ("para", "para", "name", ""),
    ("tab 500 para", "para", "name", ""),
    ("paracetamol 250mg", "para250", "name", ""),
    ("PARACÉTAMOL 250 mg/5", "para250", "name", ""),
    ("folique 5mcg", "folic", "name", ""),
    ("panad", "para", "brand", "Panadol 500mg tablets (GSK)"),
    ("amoxil", "amox", "brand", "Amoxil"),
    ("clavulan", "coamox", "substance", "Clavulanic acid"),
    ("amoxycilin", "amox", "alike", ""),
    ("paracetmol 500", "para", "alike", ""),
    ("panadool", "para", "alike", "Panadol 500mg tablets (GSK)"),
    ("N02BE01", "para", "atc", ""),
    ("j01", "amox", "atc", ""),
    ("4006381333931", "para", "gtin", ""),
    ("04006381333931", "para", "gtin", ""),
)


def test_signs_between_words_do_not_matter(hospital: Hospital, desk: Database) -> None:
    medicine = make_medicine(
        hospital, "Insulin, isophane / (human) – 30…70 & more", strength="1,000 IU/ml " + "x- " * 90
    )
    for typed in ("insulin isophane human", "isophane (human)", "1000iu insulin", "Insulin,isophane/30"):
        assert [row.id for row in desk.read_now(queries.find_medicines, text=typed)] == [medicine], typed


def test_what_is_typed_finds_what_is_meant(desk: Database, catalogue: dict[str, int]) -> None:
    for typed, first, matched, seen_as in TYPED:
        found = desk.read_now(queries.find_medicines, text=typed)[0]
        assert (found.id, found.matched, found.seen_as) == (catalogue[first], matched, seen_as), typed


def test_what_means_nothing_finds_nothing(desk: Database, catalogue: dict[str, int]) -> None:
    for typed in ("", " ", "%", "'; --", "xyzzy", "\0", "a\x07b", "5000000000001", "((", "\\", "''''", "\ud800"):
        assert desk.read_now(queries.find_medicines, text=typed) == (), typed


def test_a_closed_medicine_is_found_only_where_it_is_asked_for(desk: Database, catalogue: dict[str, int]) -> None:
    assert desk.read_now(queries.find_medicines, text="warf") == ()
    [found] = desk.read_now(queries.find_medicines, text="warf", also_closed=True)
    assert (found.id, found.active) == (catalogue["warf"], False)


def test_a_department_without_a_formulary_orders_everything(hospital: Hospital, desk: Database) -> None:
    [(ward,), (other,)] = hospital.sql("INSERT INTO hms.departments (name) VALUES ('Ward'), ('Other') RETURNING id")
    make_medicine(hospital, departments=[ward])
    make_medicine(hospital, strength="1 g")
    free = {
        (row.strength, department): row.on_formulary
        for department in (ward, other, None)
        for row in desk.read_now(queries.find_medicines, text="para", department_id=department)
    }
    assert [key for key, allowed in free.items() if not allowed] == [("1 g", ward)]


def test_a_new_brand_and_a_new_synonym_are_found_at_once(hospital: Hospital, desk: Database) -> None:
    medicine = make_medicine(hospital)
    make_pack(hospital, medicine, name="Tylenol 500")
    hospital.sql("UPDATE hms.substances SET synonyms = '{Acetaminophen}'")
    for typed in ("tyle", "acetamin"):
        assert [row.id for row in desk.read_now(queries.find_medicines, text=typed)] == [medicine]
