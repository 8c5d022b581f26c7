"""What a row of another system's list says: columns found and told, values understood, nonsense refused."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.operations import importing
from hms_desktop.clinic.operations.importing import RowReader
from hms_desktop.clinic.patients.allergies import Allergies
from hms_desktop.clinic.patients.contacts import Contact
from hms_desktop.clinic.patients.policies import Policy
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.core.errors import Refused

TODAY = dt.date(2026, 11, 22)
TITLES = ("Id", "FIRST", "Last Name", "Gender", "Date of birth", "ADDRESS", "CITY", "Phone")


def record(*values: str, told: tuple[str, ...] = (), month_first: bool = False) -> PatientRecord:
    columns = {**importing.columns_by_title(TITLES), **importing.columns_as_told(told, TITLES)}
    return RowReader(TITLES, columns, today=TODAY, month_first=month_first).record(values)


def test_columns_are_recognised_by_their_titles() -> None:
    assert record("17", "Ana", "Silva", "F", "17.5.1990", "Main St 1", "Lagos", "555 1234") == PatientRecord(
        given_names="Ana",
        family_name="Silva",
        sex="female",
        birth=Birth(dt.date(1990, 5, 17)),
        address="Main St 1",
        phones=(Phone("555 1234"),),
        identifiers=(Identifier("other_hospital", "17"),),
    )


def test_a_person_may_say_which_columns_fill_what_and_join_some() -> None:
    made = record("17", "Ana", "Silva", "", "", "Main St 1", "Lagos", "", told=("address=ADDRESS+CITY", "notes=Id"))
    assert (made.address, made.notes) == ("Main St 1, Lagos", "17")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("surname=Last Name", "no field 'surname'"),
        ("notes=Remark", "no column 'Remark'"),
        ("notes", "no field 'notes'"),
    ],
)
def test_a_field_or_column_that_there_is_not_is_named(told: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        importing.columns_as_told((told,), TITLES)


def test_a_list_without_names_is_refused() -> None:
    with pytest.raises(Refused, match="No column fills given_names"):
        importing.check_columns(importing.columns_by_title(("Id", "Sex")))


@pytest.mark.parametrize("nothing", ["", "-", "NULL", "n/a", "Unknown", " ", "\x00"])
def test_what_other_systems_write_for_nothing_is_nothing(nothing: str) -> None:
    made = record(nothing, "Ana", nothing, nothing, nothing, nothing, nothing, nothing)
    assert made == PatientRecord(given_names="Ana")


@pytest.mark.parametrize(
    ("typed", "month_first", "birth"),
    [
        ("5/17/1990", True, Birth(dt.date(1990, 5, 17))),
        ("1990-05-17", False, Birth(dt.date(1990, 5, 17))),
        ("1990-05-17 00:00:00", False, Birth(dt.date(1990, 5, 17))),
        ("1990-05-17T09:30:00Z", False, Birth(dt.date(1990, 5, 17))),
        ("1990", False, Birth(dt.date(1990, 1, 1), "year")),
    ],
)
def test_births_are_read_as_the_file_writes_them(typed: str, month_first: bool, birth: Birth) -> None:
    assert record("", "Ana", "", "", typed, "", "", "", month_first=month_first).birth == birth


def test_an_age_counts_where_no_birth_is_known() -> None:
    titles = ("first", "dob", "age")
    reader = RowReader(titles, importing.columns_by_title(titles), today=TODAY)
    assert reader.record(("Ana", "", "36")).birth == Birth(dt.date(1990, 11, 22), "age")
    assert reader.record(("Ana", "1990-05-17", "36")).birth == Birth(dt.date(1990, 5, 17))


def test_an_e_mail_address_is_read_and_one_that_is_none_is_refused() -> None:
    reader = RowReader(("Name", "E-mail"), {"given_names": ("Name",), "email": ("E-mail",)}, today=TODAY)
    assert reader.record(("Ana", "ana@example.org")).email == "ana@example.org"
    with pytest.raises(Refused, match="no e-mail address"):
        reader.record(("Ana", "ana at home"))


def test_contacts_policies_and_allergies_are_read_too() -> None:
    titles = ("first", "next of kin", "emergency phone", "insurer", "policy number", "allergies")
    reader = RowReader(titles, importing.columns_by_title(titles), today=TODAY, country="KE")
    made = reader.record(("Ana", "Bo Silva", "0712 345 678", "Demo Health", "P-7", "Latex; Penicillin ;latex"))
    assert made.contacts == (Contact(name="Bo Silva", number="0712 345 678"),)
    assert made.policies == (Policy(insurer="Demo Health", number="P-7"),)
    assert [allergy.substance for allergy in made.allergies.known] == ["latex", "Penicillin"]
    assert reader.record(("Ana", "", "", "", "", "NKDA")).allergies == Allergies(none_known=True)
    assert reader.record(("Ana", "", "", "", "", "")).allergies == Allergies()


def test_a_phone_without_its_country_is_one_of_the_country_that_was_told() -> None:
    reader = RowReader(TITLES, importing.columns_by_title(TITLES), today=TODAY, country="KE")
    phones = reader.record(("", "Ana", "", "", "", "", "", "0712 345 678")).phones
    assert phones == (Phone("0712 345 678", e164="+254712345678"),)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (("", "", "", "", "", "", "", ""), "needs a name"),
        (("", "Ana", "", "hen", "", "", "", ""), "sex 'hen' is not known"),
        (("", "Ana", "", "", "5/17/1990", "", "", ""), "no such day"),
        (("", "Ana", "", "", "yesterday", "", "", ""), "not a date of birth"),
        (("", "Ana", "", "", "", "", "", "12"), "at least three digits"),
        (("", "A" * 301, "", "", "", "", "", ""), "longer than 300"),
        (("", "A\u202eB", "", "", "", "", "", ""), "hidden control character"),
    ],
)
def test_a_row_that_makes_no_patient_is_refused_in_one_sentence(values: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        record(*values)


@pytest.mark.parametrize("field", importing.FIELDS)
def test_half_a_character_in_any_column_spoils_its_own_row_when_it_is_read(field: str) -> None:
    beside = {"given_names": "Ana", "contact": "Bo", "insurer": "Demo Health"}
    values = {**beside, field: "a\ud83db"}
    reader = RowReader(tuple(values), {name: (name,) for name in values}, today=TODAY, only_checks=True)
    with pytest.raises(Refused):
        reader.record(tuple(values.values()))


@given(st.lists(st.text(max_size=40), min_size=8, max_size=8))
def test_any_row_is_a_patient_or_refused(values: list[str]) -> None:
    with suppress(Refused):
        made = record(*values)
        assert made.given_names or made.family_name
