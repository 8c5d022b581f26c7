"""How alike two records are (rule 16): levels, weights, and that nobody is taken for somebody else by a trait alone."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.patients import duplicates
from hms_desktop.clinic.patients.duplicates import POSSIBLE, SURE, WEIGHTS, Traits, likeness, traits
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone

BORN = dt.date(1984, 5, 9)
AMINA = PatientRecord(
    given_names="Amina",
    family_name="Okafor",
    sex="female",
    birth=Birth(BORN),
    address="12 Hill Road, 4011 Nakuru",
    phones=(Phone("+254 722 123 456"),),
    identifiers=(Identifier("passport", "P 998877"),),
)
BARE = PatientRecord(given_names="Amina", family_name="Okafor")


def bits(one: PatientRecord, other: PatientRecord) -> float:
    return likeness(traits(one), traits(other)).score


def reasons(one: PatientRecord, other: PatientRecord) -> tuple[str, ...]:
    return likeness(traits(one), traits(other)).reasons


records = st.builds(
    PatientRecord,
    given_names=st.sampled_from(["", "Amina", "Ana Maria", "محمد", "J", "Zoë", "Nguyễn Văn"]),
    family_name=st.sampled_from(["", "Okafor", "O'Neil", "王小明", "Amina"]),
    sex=st.sampled_from(["female", "male", "other", "unknown"]),
    birth=st.none()
    | st.builds(
        Birth,
        st.dates(dt.date(1900, 1, 1), dt.date(2026, 1, 1)),
        st.sampled_from(["day", "month", "year", "age"]),
    ),
    address=st.sampled_from(["", "12 Hill Road", "Nakuru", "4011", "12/7 Rue de l'Été, 75011 Paris"]),
    phones=st.sampled_from([(), (Phone("0722 123 456"),), (Phone("+254722123456"), Phone("12345"))]),
    identifiers=st.sampled_from([(), (Identifier("passport", "P998877"),), (Identifier("other", "x@y.org"),)]),
)


@given(records, records)
def test_likeness_is_the_same_in_both_directions(one: PatientRecord, other: PatientRecord) -> None:
    there, back = likeness(traits(one), traits(other)), likeness(traits(other), traits(one))
    assert there.score == pytest.approx(back.score)
    assert sorted(there.reasons) == sorted(back.reasons)


@given(records, records)
def test_a_trait_that_is_missing_says_nothing(one: PatientRecord, other: PatientRecord) -> None:
    for reason in reasons(one, other):
        trait = reason.split(".")[0]
        if trait == "birth":
            assert one.birth
            assert other.birth
        elif trait == "phone":
            assert one.phones
            assert other.phones


@pytest.mark.parametrize("trait", sorted(WEIGHTS))
def test_a_weaker_level_is_never_worth_more_than_a_stronger_one(trait: str) -> None:
    values = list(WEIGHTS[trait].values())
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize(
    ("other", "level"),
    [
        (dt.date(1984, 5, 9), "same"),
        (dt.date(1984, 9, 5), "swapped"),
        (dt.date(1985, 5, 9), "other_year"),
        (dt.date(1984, 5, 8), "digit"),
        (dt.date(1984, 5, 22), "two_digits"),
        (dt.date(1984, 12, 31), "same_year"),
        (dt.date(1951, 12, 31), "other"),
    ],
)
def test_an_exact_birth_is_compared_as_it_is_mistyped(other: dt.date, level: str) -> None:
    assert f"birth.{level}" in reasons(AMINA, replace(AMINA, birth=Birth(other)))


@pytest.mark.parametrize(
    ("birth", "level"),
    [
        (Birth(dt.date(1984, 5, 1), "month"), "month"),
        (Birth(dt.date(1984, 1, 1), "year"), "year"),
        (Birth(dt.date(1984, 8, 1), "age"), "year"),
        (Birth(dt.date(1982, 8, 1), "age"), "year"),
        (Birth(dt.date(1980, 8, 1), "age"), "close"),
        (Birth(dt.date(1985, 1, 1), "year"), "close"),
        (Birth(dt.date(1960, 1, 1), "year"), "other"),
    ],
)
def test_an_estimated_birth_never_equals_an_exact_one(birth: Birth, level: str) -> None:
    assert f"birth.{level}" in reasons(AMINA, replace(AMINA, birth=birth))
    assert WEIGHTS["birth"]["same"] > WEIGHTS["birth"]["month"] > WEIGHTS["birth"]["year"]


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Müller", "muller", "same"),
        ("Nguyễn", "Nguyen", "same"),
        ("Ana María", "Maria Ana", "same"),
        ("Catherine", "Cathrine", "near"),
        ("Mohammed", "محمد", "sound"),
        ("فاطمة", "Fatima", "sound"),
        ("Robert", "Rob", "part"),
        ("Ana Maria", "Maria", "part"),
        ("J", "Jane", "initial"),
        ("Amina", "Boris", "other"),
        ("", "Boris", ""),
    ],
)
def test_names_are_compared_by_spelling_parts_and_sound(one: str, other: str, level: str) -> None:
    assert duplicates.name_level(traits(PatientRecord(one)).given, traits(PatientRecord(other)).given) == level


def test_exchanged_names_and_names_in_one_field_are_recognised() -> None:
    swapped = replace(AMINA, given_names="Okafor", family_name="Amina")
    assert "name.swapped" in reasons(AMINA, swapped)
    in_one = replace(AMINA, given_names="Amina Okafor", family_name="")
    assert "name.same" in reasons(AMINA, in_one)
    for other in (swapped, in_one):
        assert likeness(traits(AMINA), traits(other)).sure


def test_the_phone_counts_with_or_without_its_countrys_prefix() -> None:
    assert "phone.same" in reasons(AMINA, replace(AMINA, phones=(Phone("0722123456"),)))
    assert "phone.near" in reasons(AMINA, replace(AMINA, phones=(Phone("0722 123 465"),)))


def test_a_number_of_another_kind_does_not_contradict() -> None:
    assert "identifier.other" not in " ".join(reasons(AMINA, replace(AMINA, identifiers=(Identifier("other", "7"),))))
    assert "identifier.other" in reasons(AMINA, replace(AMINA, identifiers=(Identifier("passport", "X1"),)))


def test_brothers_and_sisters_at_one_address_are_not_one_person() -> None:
    sister = replace(AMINA, given_names="Blessing", birth=Birth(dt.date(1990, 11, 30)), identifiers=())
    assert bits(AMINA, sister) <= SURE
    assert not likeness(traits(AMINA), traits(replace(sister, sex="male"))).sure


def test_a_father_and_a_son_of_one_name_differ_by_their_births() -> None:
    father = replace(BARE, birth=Birth(dt.date(1950, 2, 1)))
    assert not likeness(traits(father), traits(replace(BARE, birth=Birth(dt.date(1984, 5, 9))))).sure


def test_a_common_name_proves_less_than_a_rare_one() -> None:
    shares = {"nguyen": 0.4}
    one = traits(PatientRecord("Tuan", "Nguyễn"), shares)
    other = traits(PatientRecord("Tuan", "Nguyen"), shares)
    rare = likeness(traits(PatientRecord("Tuan", "Nguyễn")), traits(PatientRecord("Tuan", "Nguyen"))).score
    assert likeness(one, other).score < rare - 5


def test_two_empty_records_have_nothing_in_common() -> None:
    nothing: Traits = traits(PatientRecord())
    assert likeness(nothing, nothing).score == 0
    assert not likeness(nothing, nothing).possible
    assert 0 < POSSIBLE < SURE
