"""What the database finds about medicines: allergies, interactions, duplicates, doses, ages, what is not used up."""

import datetime as dt
import json
import uuid
from fractions import Fraction
from typing import Any

import psycopg
import pytest

from hms_desktop.clinic.prescriptions.sigs import ONCE, TYPED
from hms_desktop.clinic.safety import actions, queries
from hms_desktop.clinic.safety.rules import Finding
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.factories import patients, prescriptions
from tests.factories.safety import make_active_line, make_list, make_medicine
from tests.hospital import Hospital

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
TODAY = NOON.date()


class Check:
    """A pharmacist who asks about one patient."""

    def __init__(self, hospital: Hospital) -> None:
        self.hospital = hospital
        hospital.set_clock(NOON)
        self.db: Database = hospital.database(hospital.person("pharmacist"))

    def patient(self, **values: Any) -> int:
        return patients.patient(self.hospital, allergies={"none_known": True}, **values)

    def allergic(self, *known: dict[str, str]) -> int:
        return patients.patient(self.hospital, allergies={"known": list(known)})

    def about(self, patient: int, *lines: int | dict[str, Any]) -> list[Finding]:
        asked = [line if isinstance(line, dict) else {"medicine": line} for line in lines]
        return list(self.db.read_now(queries.findings, patient=patient, lines=asked))

    def kinds(self, patient: int, *lines: int | dict[str, Any]) -> list[str]:
        return [found.kind for found in self.about(patient, *lines)]


@pytest.fixture
def check(hospital: Hospital) -> Check:
    return Check(hospital)


def test_two_new_medicines_that_interact_are_found_by_substance_and_by_class(check: Check) -> None:
    warfarin, ibuprofen, paracetamol = (
        make_medicine(check.hospital, name) for name in ("Warfarin", "Ibuprofen", "Paracetamol")
    )
    make_list(
        check.hospital,
        [("WARFARINE", "AINS", "contraindication"), ("PARACETAMOL", "WARFARINE", "precaution")],
        {"AINS": ["IBUPROFENE", "DICLOFENAC"]},
    )
    found = check.about(check.patient(), warfarin, ibuprofen, paracetamol)
    assert [(one.kind, one.level, one.medicine, one.other) for one in found] == [
        ("interaction.contraindication", "stop", "Warfarin 500 mg", "Ibuprofen 500 mg"),
        ("interaction.precaution", "info", "Warfarin 500 mg", "Paracetamol 500 mg"),
    ]
    assert found[0].params["conduct"] == "Watch."


def test_what_is_still_active_by_days_of_supply_counts_and_what_is_used_up_does_not(check: Check) -> None:
    warfarin, ibuprofen = make_medicine(check.hospital, "Warfarin"), make_medicine(check.hospital, "Ibuprofen")
    make_list(check.hospital, [("WARFARIN", "IBUPROFEN", "avoid")])
    used_up, still, cancelled = check.patient(), check.patient(), check.patient()
    make_active_line(check.hospital, used_up, warfarin, supplied_until=TODAY - dt.timedelta(days=1), valid_days=0)
    make_active_line(check.hospital, still, warfarin, supplied_until=TODAY, state="cancelled")
    make_active_line(check.hospital, cancelled, warfarin, state="cancelled")
    assert check.kinds(used_up, ibuprofen) == []
    assert check.kinds(still, ibuprofen) == ["interaction.avoid"]
    assert check.kinds(cancelled, ibuprofen) == []


def test_two_old_medicines_are_not_told_again(check: Check) -> None:
    warfarin, ibuprofen, zinc = (make_medicine(check.hospital, name) for name in ("Warfarin", "Ibuprofen", "Zinc"))
    make_list(check.hospital, [("WARFARIN", "IBUPROFEN", "contraindication")])
    patient = check.patient()
    make_active_line(check.hospital, patient, warfarin)
    make_active_line(check.hospital, patient, ibuprofen)
    assert check.kinds(patient, zinc) == []


@pytest.mark.parametrize(
    ("allergy", "medicine", "atc", "kind"),
    [
        ({"substance": "Penicillins", "system": "atc", "code": "J01C"}, "Amoxicillin", "J01CA04", "allergy.class"),
        ({"substance": "Paracetamol", "system": "atc", "code": "N02BE01"}, "Calpol", "N02BE01", "allergy.substance"),
        ({"substance": "amoxicilline"}, "Amoxicillin trihydrate", "", "allergy.substance"),
        ({"substance": "penicillin"}, "Benzylpenicillin", "", "allergy.words"),
        ({"substance": "rash after ibuprofen in 2019"}, "Ibuprofen", "", "allergy.words"),
    ],
)
def test_an_allergy_meets_ingredient_class_and_words(
    check: Check, allergy: dict[str, str], medicine: str, atc: str, kind: str
) -> None:
    assert check.kinds(check.allergic(allergy), make_medicine(check.hospital, medicine, atc=atc)) == [kind]


def test_an_ingredients_own_class_meets_a_combination_of_another_code(check: Check) -> None:
    check.hospital.sql("INSERT INTO hms.atc_codes VALUES ('M01AE01', 'ibuprofen') ON CONFLICT DO NOTHING")
    syrup = make_medicine(
        check.hospital, "Cold syrup", atc="R05X", substances=[{"substance": "Ibuprofen", "strength": "200 mg"}]
    )
    patient = check.allergic({"substance": "Painkillers (NSAIDs)", "system": "atc", "code": "M01A"})
    assert check.kinds(patient, syrup) == ["allergy.class"]


def test_an_allergy_to_something_else_is_not_told(check: Check) -> None:
    patient = check.allergic({"substance": "Latex", "system": "hms", "code": "latex"}, {"substance": "egg"})
    assert check.kinds(patient, make_medicine(check.hospital, "Amoxicillin", atc="J01CA04")) == []


def test_where_nobody_asked_about_allergies_it_is_said_once(check: Check) -> None:
    patient = patients.patient(check.hospital)
    two = (make_medicine(check.hospital, "Zinc"), make_medicine(check.hospital, "Iron"))
    assert check.kinds(patient, *two) == ["allergy.not_asked"]


def test_the_same_substance_and_the_same_atc_group_are_duplicates(check: Check) -> None:
    ibuprofen = make_medicine(check.hospital, "Ibuprofen", atc="M01AE01")
    brand = make_medicine(check.hospital, "Brufen", substances=[{"substance": "Ibuprofen"}], atc="M01AE01")
    naproxen = make_medicine(check.hospital, "Naproxen", atc="M01AE02")
    assert check.kinds(check.patient(), ibuprofen, brand) == ["duplicate.substance"]
    found = check.about(check.patient(), ibuprofen, naproxen)
    assert [(one.kind, one.subject) for one in found] == [("duplicate.class", "M01AE")]


def test_a_supply_that_is_not_used_up_is_told_with_its_last_day(check: Check) -> None:
    zinc, patient = make_medicine(check.hospital, "Zinc"), check.patient()
    line = make_active_line(check.hospital, patient, zinc, supplied_until=TODAY + dt.timedelta(days=5))
    found = check.about(patient, zinc)
    assert [one.kind for one in found] == ["duplicate.substance", "supply"]
    assert found[1].params["until"] == "2026-03-07"
    assert check.kinds(patient, {"line": line}) == ["supply"], "a refill before its time"


def test_a_dose_beyond_what_is_known_is_told_in_the_unit_of_the_book(check: Check) -> None:
    paracetamol = make_medicine(check.hospital, "Paracetamol")
    caution(check, "Paracetamol", "dose", from_age=12, most_at_once=1000, most_a_day=4000)
    caution(check, "Paracetamol", "dose", to_age=11, most_at_once=250)
    grown, child = (
        check.patient(birth_date="1990-01-01", birth_precision="day"),
        check.patient(birth_date="2020-01-01", birth_precision="day"),
    )
    assert check.kinds(grown, {"medicine": paracetamol, "dose": 2, "frequency": "QDS"}) == []
    for line in ({"dose": 3, "frequency": "OD"}, {"dose": 2, "frequency": "Q4H"}):
        (found,) = check.about(grown, {"medicine": paracetamol, **line})
        assert found.kind == "dose.most"
    assert found.params["a_day"] == 6000
    assert check.kinds(child, {"medicine": paracetamol, "dose": 1, "frequency": "OD"}) == ["dose.most"]


@pytest.mark.parametrize(
    "taken",
    [
        {"dose": 1, "frequency": "Q2H"},
        {"dose": 2, "frequency": "5XD"},
        {"dose": 9, "frequency": "STAT"},
        {"dose": 9, "frequency": "QW"},
        {"dose": 1, "frequency": "PRN", "daily_maximum": 9},
        {"dose": 9, "frequency": "PRN"},
        {"taper": [{"dose": "1", "frequency": "OD", "days": 3}, {"dose": "3", "frequency": "TDS", "days": 3}]},
    ],
)
def test_the_most_of_a_day_is_found_however_it_is_written(check: Check, taken: dict[str, Any]) -> None:
    paracetamol = make_medicine(check.hospital, "Paracetamol")
    caution(check, "Paracetamol", "dose", most_a_day=4000)
    patient = check.patient()
    (found,) = check.about(patient, {"medicine": paracetamol, **taken})
    assert (found.kind, found.params["most_a_day"]) == ("dose.most", 4000)
    assert found.params["a_day"] > 4000
    assert check.kinds(patient, {"medicine": paracetamol, "dose": 2, "frequency": "Q2H", "daily_maximum": 8}) == []
    line = make_active_line(check.hospital, patient, paracetamol)
    for name in ("dose", "frequency", "daily_maximum", "taper"):
        value = taken.get(name, {"frequency": "", "taper": []}.get(name))
        value = json.dumps(value) if name == "taper" else value
        check.hospital.sql("ALTER TABLE hms.prescription_lines DISABLE TRIGGER USER")
        check.hospital.sql(f"UPDATE hms.prescription_lines SET {name} = %s WHERE id = %s", value, line)
    assert check.kinds(patient, {"line": line}) == ["dose.most"], "the same at the pharmacy's counter"


def test_every_sig_is_as_often_a_day_as_its_table_says(hospital: Hospital) -> None:
    for word, sig in TYPED.items():
        [(times,)] = hospital.sql("SELECT hms.times_a_day(%s)", word)
        per_day = Fraction(1) if sig.code == ONCE else sig.per_day
        assert (None if times is None else Fraction(times)) == (per_day and max(per_day, Fraction(1))), word


def test_a_dose_that_cannot_be_compared_is_told(check: Check) -> None:
    drops = make_medicine(
        check.hospital, "Timolol", strength="0.5%", base_unit="drop", substances=[{"substance": "Timolol"}]
    )
    caution(check, "Timolol", "dose", most_at_once=1)
    caution(check, "Timolol", "dose", most_a_day=2)
    (found,) = check.about(check.patient(), {"medicine": drops, "dose": 1, "frequency": "BD"})
    assert (found.kind, found.level, found.params) == (
        "dose.unknown",
        "info",
        {"substance": "Timolol", "base_unit": "drop"},
    )
    assert check.kinds(check.patient(), {"medicine": drops}) == [], "no dose is said"


def test_a_medicine_of_which_nothing_is_known_is_told(check: Check) -> None:
    check.hospital.sql("INSERT INTO hms.atc_codes VALUES ('A12CB01', 'zinc sulfate') ON CONFLICT DO NOTHING")
    bare, classed = (
        make_medicine(check.hospital, "Tonic", substances=[]),
        make_medicine(check.hospital, "Zn", substances=[], atc="A12CB01"),
    )
    found = check.about(check.patient(), bare, classed)
    assert [(one.kind, one.level, one.medicine) for one in found] == [("unchecked", "info", "Tonic 500 mg")]


def test_each_of_two_substances_has_its_part_of_the_strength(check: Check) -> None:
    both = make_medicine(
        check.hospital,
        "Co-amoxiclav",
        strength="500 mg + 125 mg",
        substances=[{"substance": "Amoxicillin"}, {"substance": "Clavulanic acid"}],
    )
    caution(check, "Clavulanic acid", "dose", most_at_once=125)
    assert check.kinds(check.patient(), {"medicine": both, "dose": 1, "frequency": "TDS"}) == []
    assert check.kinds(check.patient(), {"medicine": both, "dose": 2, "frequency": "TDS"}) == ["dose.most"]


def test_a_line_that_an_amendment_goes_on_with_is_no_duplicate(check: Check) -> None:
    zinc, patient = make_medicine(check.hospital, "Zinc"), check.patient()
    old = make_active_line(check.hospital, patient, zinc, supplied_until=TODAY + dt.timedelta(days=5), state="replaced")
    new = make_active_line(check.hospital, patient, zinc)
    assert check.kinds(patient, {"line": new}) == ["duplicate.substance", "supply"]
    check.hospital.sql("ALTER TABLE hms.prescription_lines DISABLE TRIGGER USER")
    check.hospital.sql("UPDATE hms.prescription_lines SET continues_id = %s WHERE id = %s", old, new)
    assert check.kinds(patient, {"line": new}) == []


def test_what_is_taken_out_of_an_amended_prescription_counts_only_while_its_supply_lasts(check: Check) -> None:
    warfarin, ibuprofen, zinc = (make_medicine(check.hospital, name) for name in ("Warfarin", "Ibuprofen", "Zinc"))
    make_list(check.hospital, [("WARFARIN", "IBUPROFEN", "avoid")])
    patient = check.patient()
    made = prescriptions.write_prescription(
        check.hospital, patient, [prescriptions.line(medicine) for medicine in (warfarin, zinc, zinc)]
    )

    def told(*medicines: int) -> list[str]:
        return check.kinds(patient, *({"medicine": medicine, "amends": made.id} for medicine in medicines))

    assert check.kinds(patient, ibuprofen) == ["interaction.avoid"]
    assert told(ibuprofen) == []
    assert told(warfarin) == [], "taken out and written anew"
    assert told(zinc) == [], "one of the two was taken out"
    assert told(zinc, zinc) == ["duplicate.substance"], "each for one of the two"
    supply(check, made.lines[0])
    assert told(ibuprofen) == ["interaction.avoid"], "the patient still has it"
    assert told(warfarin) == ["supply"], "it goes on with what was supplied"
    other = check.patient()
    assert check.kinds(other, {"medicine": warfarin, "amends": made.id}) == [], "a prescription of somebody else"


def supply(check: Check, line_id: int) -> None:
    check.hospital.sql("ALTER TABLE hms.prescription_lines DISABLE TRIGGER USER")
    statement = "UPDATE hms.prescription_lines SET supplied = quantity, supplied_until = %s WHERE id = %s"
    check.hospital.sql(statement, TODAY + dt.timedelta(days=5), line_id)


def test_the_wrong_age_and_a_possible_pregnancy_are_told(check: Check) -> None:
    aspirin, valproate = make_medicine(check.hospital, "Aspirin"), make_medicine(check.hospital, "Valproate")
    caution(check, "Aspirin", "age", to_age=15, words="Reye's syndrome.")
    caution(check, "Valproate", "pregnancy")
    girl = check.patient(sex="female", birth_date="2012-05-01", birth_precision="day")
    man = check.patient(sex="male", birth_date="1990-05-01", birth_precision="day")
    assert check.kinds(girl, aspirin, valproate) == ["age", "pregnancy"]
    assert check.kinds(man, aspirin, valproate) == []


def test_where_the_age_is_not_known_limits_by_age_are_told_as_not_checked(check: Check) -> None:
    paracetamol, aspirin, valproate, zinc = (
        make_medicine(check.hospital, name) for name in ("Paracetamol", "Aspirin", "Valproate", "Zinc")
    )
    caution(check, "Paracetamol", "dose", from_age=12, most_at_once=1000)
    caution(check, "Paracetamol", "dose", to_age=11, most_at_once=250)
    caution(check, "Paracetamol", "dose", most_at_once=2000)
    caution(check, "Aspirin", "age", to_age=15, words="Reye's syndrome.")
    caution(check, "Valproate", "pregnancy", from_age=12, to_age=50)
    caution(check, "Zinc", "dose", most_at_once=5000)
    patient = check.patient(sex="male")
    (found,) = check.about(patient, {"medicine": paracetamol, "dose": 1, "frequency": "TDS"})
    assert (found.kind, found.level, found.params) == ("age.unknown", "info", {"substance": "Paracetamol"})
    assert check.kinds(patient, {"medicine": paracetamol, "dose": 9}) == ["age.unknown", "dose.most"], "one for any age"
    assert check.kinds(patient, {"medicine": paracetamol}) == [], "no dose is said"
    assert check.kinds(patient, aspirin, valproate, {"medicine": zinc, "dose": 1}) == ["age.unknown"]
    assert check.kinds(check.patient(), valproate) == ["pregnancy"], "neither sex nor age is known"
    line = make_active_line(check.hospital, patient, aspirin)
    assert check.kinds(patient, {"line": line}) == ["age.unknown"], "the same at the pharmacy's counter"
    tune(check, "age.unknown", "warning")
    with pytest.raises(psycopg.OperationalError, match="nobody answered"):
        check.hospital.sql(
            "SELECT hms.require_overrides(%s, %s, %s, '[]')", uuid.uuid4(), patient, json.dumps([{"line": line}])
        )


@pytest.mark.parametrize(
    ("born", "precision", "aspirin", "age"),
    [
        ("2010-01-01", "year", True, "15–16"),
        ("2010-03-01", "month", True, "15–16"),
        ("2010-03-01", "day", False, None),
        ("2010-03-03", "day", True, 15),
        ("2009-01-01", "year", False, None),
        ("2011-03-02", "age", True, 15),
        ("2010-03-02", "age", False, None),
    ],
)
def test_a_birth_known_only_about_counts_with_every_age_that_it_may_be(
    check: Check, born: str, precision: str, aspirin: bool, age: int | str | None
) -> None:
    tablet = make_medicine(check.hospital, "Aspirin")
    caution(check, "Aspirin", "age", to_age=15)
    found = check.about(check.patient(birth_date=born, birth_precision=precision), tablet)
    assert [(one.kind, one.params["age"]) for one in found] == ([("age", age)] if aspirin else [])


def test_of_two_doses_by_age_the_stricter_one_holds_for_an_estimate(check: Check) -> None:
    paracetamol = make_medicine(check.hospital, "Paracetamol")
    caution(check, "Paracetamol", "dose", from_age=12, most_at_once=1000)
    caution(check, "Paracetamol", "dose", to_age=11, most_at_once=250)
    perhaps_eleven = check.patient(birth_date="2014-01-01", birth_precision="year")
    (found,) = check.about(perhaps_eleven, {"medicine": paracetamol, "dose": 1})
    assert (found.kind, found.params["most"], found.params["age"]) == ("dose.most", 250, "11–12")


def caution(check: Check, substance: str, kind: str, **values: Any) -> None:
    [(found,)] = check.hospital.sql("SELECT id FROM hms.substances WHERE name = %s", substance)
    record = {"substance_id": found, "kind": kind, **values}
    check.hospital.sql("SELECT hms.save_caution(%s, NULL, NULL, %s)", uuid.uuid4(), json.dumps(record))


def test_a_strength_in_words_is_so_much_a_base_unit(hospital: Hospital) -> None:
    for strength, unit, base_unit, amount in (
        ("500 mg", "mg", "tablet", 500),
        ("0.5 g", "mg", "tablet", 500),
        ("2,5 mg", "mg", "tablet", 2.5),
        ("0,125 mg", "mg", "tablet", 0.125),
        ("125 mg/5 ml", "mg", "ml", 25),
        ("10 mg / 2 ml", "mg", "ampoule", 10),
        ("5 mg/g", "mg", "g", 5),
        ("250 mcg", "mg", "tablet", 0.25),
        ("25microgram", "mcg", "tablet", 25),
        ("2 milligrams", "mcg", "tablet", 2000),
        ("10 mg/ml", "mcg", "ml", 10000),
        ("100 mcg/dose", "mcg", "dose", 100),
        ("1,000 IU", "IU", "vial", 1000),
        ("1,200,000 units", "IU", "vial", 1200000),
        ("100 units/ml", "IU", "ml", 100),
        ("1 mg/0 ml", "mg", "ml", None),
        ("1 %", "mg", "ml", None),
        ("5 IU", "mg", "ml", None),
        ("5 mgs", "mg", "tablet", None),
        ("", "mg", "tablet", None),
    ):
        [(found,)] = hospital.sql("SELECT hms.strength_in(%s, %s, %s)", strength, unit, base_unit)
        assert (None if found is None else float(found)) == amount, strength


def test_spellings_of_two_languages_share_a_key_and_different_substances_do_not(hospital: Hospital) -> None:
    for one, other, same in (
        ("acide acétylsalicylique", "Acetylsalicylic acid", True),
        ("ACIDE ACETYLSALICYLIQUE", "Aspirin", True),
        ("amoxicilline", "Amoxicillin trihydrate", True),
        ("phenytoine", "Phenytoin sodium", True),
        ("ciclosporine", "Cyclosporin", True),
        ("potassium (chlorure de)", "Potassium chloride", True),
        ("théophylline", "Theophylline", True),
        ("heparine sodique", "Heparin", True),
        ("prednisone", "prednisolone", False),
        ("sodium (bicarbonate de)", "sodium chloride", False),
        ("quinine", "quinidine", False),
    ):
        [(found,)] = hospital.sql("SELECT hms.substance_key(%s) = hms.substance_key(%s)", one, other)
        assert found is same, (one, other)


def test_a_restricted_record_is_checked_only_when_it_is_open(check: Check) -> None:
    zinc, patient = make_medicine(check.hospital, "Zinc"), check.patient()
    check.hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", patient)
    with pytest.raises(Refused, match="restricted"):
        check.about(patient, zinc)


def test_a_line_of_another_patient_tells_nothing(check: Check) -> None:
    zinc, one, other = make_medicine(check.hospital, "Zinc"), check.patient(), check.patient()
    line = make_active_line(check.hospital, other, zinc)
    assert check.about(one, {"line": line}) == []


def test_a_hospital_tunes_a_kind_and_a_single_warning_but_hides_no_contraindication(check: Check) -> None:
    names = ("Warfarin", "Ibuprofen", "Zinc")
    warfarin, ibuprofen, zinc = (make_medicine(check.hospital, name) for name in names)
    make_list(check.hospital, [("IBUPROFEN", "WARFARIN", "contraindication"), ("WARFARIN", "ZINC", "note")])
    patient = check.patient()
    tune(check, "interaction.note", "info")
    subject = next(one.subject for one in check.about(patient, warfarin, ibuprofen))
    tune(check, subject, "hidden")
    found = check.about(patient, warfarin, ibuprofen, zinc)
    assert [(one.kind, one.level) for one in found] == [
        ("interaction.contraindication", "warning"),
        ("interaction.note", "info"),
    ]
    with pytest.raises(Refused, match="never hidden"):
        tune(check, "interaction.contraindication", "hidden")


def tune(check: Check, subject: str, level: str) -> None:
    check.db.run_now(
        actions.save_warning_level,
        intent=uuid.uuid4(),
        subject=subject,
        version=None,
        level=level,
        reason="Agreed in March.",
    )
