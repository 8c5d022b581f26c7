"""Two people edit one record: what goes together goes together, and only what clashes is asked."""

from dataclasses import fields, replace

import pytest
from hypothesis import given

from hms_desktop.clinic.patients.allergies import Allergies, Allergy
from hms_desktop.clinic.patients.consents import Consent
from hms_desktop.clinic.patients.meeting import meet
from hms_desktop.clinic.patients.rules import PatientRecord, Phone
from tests.clinic.patients.test_subjects import RECORDS

ONE, TWO = Phone("0700 111 111", id=1), Phone("0700 222 222", id=2)


def test_only_what_both_changed_to_different_values_needs_a_person_to_choose() -> None:
    seen = PatientRecord(given_names="Amina", address="Old road", notes="")
    theirs = PatientRecord(given_names="Amina B", address="New road", notes="allergic?")
    mine = PatientRecord(given_names="Amina C", address="New road", notes="")
    met = meet(seen, theirs, mine)
    (difference,) = met.clashes
    assert (difference.name, difference.seen, difference.theirs, difference.mine) == (
        "given_names",
        "Amina",
        "Amina B",
        "Amina C",
    )
    assert (met.record.given_names, met.record.notes) == ("Amina C", "allergic?")


def phones(*lines: Phone) -> PatientRecord:
    return PatientRecord("A", phones=lines)


@pytest.mark.parametrize(
    ("theirs", "mine", "met"),
    [
        ((ONE, TWO, Phone("1", id=3)), (ONE, TWO, Phone("2")), (ONE, TWO, Phone("1", id=3), Phone("2"))),
        ((ONE, TWO, Phone("1", id=3)), (ONE, TWO, Phone("1")), (ONE, TWO, Phone("1", id=3))),
        ((ONE,), (ONE, replace(TWO, kind="work")), None),
        ((ONE,), (replace(ONE, kind="work"), TWO), (replace(ONE, kind="work"),)),
        ((replace(ONE, kind="home"), TWO), (ONE,), (replace(ONE, kind="home"),)),
        ((replace(ONE, kind="home"), TWO), (replace(ONE, kind="work"), TWO), None),
        ((replace(ONE, kind="home"), TWO), (TWO,), None),
        ((), (), ()),
    ],
)
def test_each_line_of_a_list_is_a_field_of_its_own(
    theirs: tuple[Phone, ...], mine: tuple[Phone, ...], met: tuple[Phone, ...] | None
) -> None:
    found = meet(phones(ONE, TWO), phones(*theirs), phones(*mine))
    if met is None:
        assert [one.name for one in found.clashes] == ["phones"]
    else:
        assert found.clashes == ()
        assert found.record.phones == met


def test_none_known_beside_a_colleagues_allergy_is_asked_and_two_allergies_are_not() -> None:
    seen = PatientRecord("A")
    latex, egg = (PatientRecord("A", allergies=Allergies((Allergy(one),))) for one in ("Latex", "Egg"))
    none = PatientRecord("A", allergies=Allergies(none_known=True))
    assert [one.name for one in meet(seen, latex, none).clashes] == ["allergies"]
    assert [one.substance for one in meet(seen, latex, egg).record.allergies.known] == ["Latex", "Egg"]


def test_answers_to_different_questions_meet_and_to_the_same_one_are_asked() -> None:
    seen = PatientRecord("A")
    yes, no = (PatientRecord("A", consents=(Consent("messages", given),)) for given in (True, False))
    other = PatientRecord("A", consents=(Consent("research", False),))
    assert meet(seen, yes, other).clashes == ()
    assert [one.name for one in meet(seen, yes, no).clashes] == ["consents"]


@given(seen=RECORDS, other=RECORDS)
def test_where_only_one_changed_something_it_is_simply_saved(seen: PatientRecord, other: PatientRecord) -> None:
    for theirs, mine in ((seen, other), (other, seen), (other, other)):
        met = meet(seen, theirs, mine)
        assert met.clashes == ()
        assert met.record == other


@given(seen=RECORDS, theirs=RECORDS, mine=RECORDS)
def test_a_field_is_never_lost_without_being_asked(
    seen: PatientRecord, theirs: PatientRecord, mine: PatientRecord
) -> None:
    met = meet(seen, theirs, mine)
    asked = {one.name for one in met.clashes}
    for each in fields(PatientRecord):
        if getattr(mine, each.name) == getattr(seen, each.name):
            assert getattr(met.record, each.name) == getattr(theirs, each.name)
        elif each.name in asked:
            assert getattr(met.record, each.name) == getattr(mine, each.name)
