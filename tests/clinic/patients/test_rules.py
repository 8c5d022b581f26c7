"""Numbers, births, ages and texts of patients, without a database."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hms_desktop.clinic.patients import rules
from hms_desktop.clinic.patients.rules import Age, Birth, Identifier, PatientRecord, Phone
from hms_desktop.core.errors import Refused

TODAY = dt.date(2026, 11, 22)
BODIES = st.text(rules.MRN_ALPHABET, min_size=1, max_size=12)
NUMBERS = st.integers(1, 99_999_999_999).map(lambda number: str(number).zfill(rules.MRN_DIGITS))


def valid(number: str) -> bool:
    return rules.mrn_check_character(number[:-1]) == number[-1]


@given(body=BODIES, data=st.data())
def test_every_single_mistyped_sign_of_a_record_number_is_found(body: str, data: st.DataObject) -> None:
    number = body + rules.mrn_check_character(body)
    place = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from([sign for sign in rules.MRN_ALPHABET if sign != number[place]]))
    assert not valid(number[:place] + other + number[place + 1 :])


@given(body=BODIES, data=st.data())
def test_every_swap_of_neighbours_is_found_but_the_first_letter_with_the_last(body: str, data: st.DataObject) -> None:
    number = body + rules.mrn_check_character(body)
    place = data.draw(st.integers(0, len(number) - 2))
    one, other = number[place], number[place + 1]
    swapped = number[:place] + other + one + number[place + 2 :]
    if one != other and {one, other} != {rules.MRN_ALPHABET[0], rules.MRN_ALPHABET[-1]}:
        assert not valid(swapped)


@given(body=NUMBERS)
def test_a_record_number_survives_how_it_is_shown_and_typed(body: str) -> None:
    number = body + rules.mrn_check_character(body)
    shown = rules.mrn_display(number)
    assert rules.mrn_as_typed(shown) == number
    assert rules.mrn_as_typed(f" {shown.lower()} ") == number
    assert rules.mrn_as_typed(number.lstrip("0")) == number


def test_look_alikes_are_read_as_the_signs_that_exist() -> None:
    check = rules.mrn_check_character("00041729")
    assert rules.mrn_as_typed(f"OOO4I7Z9{check}") == f"00041729{check}"
    assert rules.mrn_display(f"00041729{check}") == f"0004 1729-{check}"


@pytest.mark.parametrize("typed", ["", "J", "Okafor", "00041729", "0004 1729-K", "1" * 40, "'; DROP TABLE--"])
def test_what_is_no_record_number_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        rules.mrn_as_typed(typed)
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("typed", "date", "precision"),
    [
        ("17.5.1990", "1990-05-17", "day"),
        ("17/05/1990", "1990-05-17", "day"),
        ("17 5 1990", "1990-05-17", "day"),
        ("1990-05-17", "1990-05-17", "day"),
        ("19900517", "1990-05-17", "day"),
        ("17051990", "1990-05-17", "day"),
        ("17 May 1990", "1990-05-17", "day"),
        ("May 17, 1990", "1990-05-17", "day"),
        ("29.2.2024", "2024-02-29", "day"),
        ("١٧/٠٥/١٩٩٠", "1990-05-17", "day"),
        ("१९९०", "1990-01-01", "year"),
        ("5/1990", "1990-05-01", "month"),
        ("1990-05", "1990-05-01", "month"),
        ("sept 1990", "1990-09-01", "month"),
        ("1990", "1990-01-01", "year"),
        ("circa 1950", "1950-01-01", "year"),
        ("about 17.5.1950", "1950-01-01", "year"),
        ("about 40", "1986-11-22", "age"),
        ("~40", "1986-11-22", "age"),
        ("40 years old", "1986-11-22", "age"),
        ("6 months", "2026-05-22", "age"),
        ("3 weeks", "2026-11-01", "age"),
        ("0", "2026-11-22", "age"),
    ],
)
def test_a_birth_is_understood_as_people_write_it(typed: str, date: str, precision: str) -> None:
    assert rules.birth_as_typed(typed, TODAY) == Birth(dt.date.fromisoformat(date), precision)


def test_month_first_is_understood_where_the_hospital_writes_so() -> None:
    assert rules.birth_as_typed("5/17/1990", TODAY, day_first=False) == Birth(dt.date(1990, 5, 17))
    assert rules.birth_as_typed("5/1990", TODAY, day_first=False) == Birth(dt.date(1990, 5, 1), "month")


def test_nothing_typed_is_no_birth() -> None:
    assert rules.birth_as_typed("  ", TODAY) is None


@pytest.mark.parametrize(
    "typed",
    [
        "31.2.1990",
        "2030",
        "1800",
        "131",
        "999 y",
        "tomorrow",
        "17.5.90",
        "1.2.3.4",
        "0000",
        "00000000",
        "17 Mayday 1990",
    ],
)
def test_a_birth_that_cannot_be_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        rules.birth_as_typed(typed, TODAY)
    assert refused.value.sentence.endswith(".")


@given(typed=st.text(max_size=40))
@example("1.2." + "9" * 30)
@example("may " + "9" * 30)
@example("9" * 5000)
def test_whatever_is_typed_as_a_birth_is_understood_or_refused(typed: str) -> None:
    try:
        birth = rules.birth_as_typed(typed, TODAY)
    except Refused:
        return
    assert birth is None or birth.date <= TODAY


@pytest.mark.parametrize(
    ("date", "precision", "age"),
    [
        ("1992-11-22", "day", Age(34)),
        ("1992-11-23", "day", Age(33)),
        ("2024-11-22", "day", Age(2)),
        ("2024-11-23", "day", Age(23, "months")),
        ("2026-09-22", "day", Age(2, "months")),
        ("2026-10-22", "day", Age(1, "months")),
        ("2026-10-23", "day", Age(30, "days")),
        ("2026-11-21", "day", Age(1, "days")),
        ("2026-11-22", "day", Age(0, "days")),
        ("2026-11-23", "day", Age(0, "days")),
        ("1990-05-01", "month", Age(36)),
        ("1990-11-01", "month", Age(36, about=True)),
        ("1990-01-01", "year", Age(36, about=True)),
        ("1956-11-22", "age", Age(70, about=True)),
        ("2026-05-22", "age", Age(6, "months", about=True)),
    ],
)
def test_an_age_is_told_as_well_as_the_birth_is_known(date: str, precision: str, age: Age) -> None:
    assert rules.age_on(Birth(dt.date.fromisoformat(date), precision), TODAY) == age


def test_an_unknown_birth_has_no_age() -> None:
    assert rules.age_on(None, TODAY) is None


@given(years=st.integers(0, 130), months=st.integers(0, 11))
def test_an_age_that_was_told_is_the_age_that_is_shown_that_day(years: int, months: int) -> None:
    told = f"{years} years" if years >= 2 else f"{years * 12 + months + 1} months"
    birth = rules.birth_as_typed(told, TODAY)
    shown = rules.age_on(birth, TODAY)
    assert shown is not None
    assert shown.count == int(told.split()[0]) or years * 12 + months + 1 >= 24


def test_an_estimate_never_equals_an_exact_date() -> None:
    assert Birth(TODAY, "age") != Birth(TODAY, "day")
    assert Birth(dt.date(1990, 1, 1), "year") != Birth(dt.date(1990, 1, 1), "day")


@pytest.mark.parametrize("hidden", ["\x00", "\n", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ud800"])
def test_a_name_with_a_hidden_control_character_is_refused(hidden: str) -> None:
    with pytest.raises(Refused) as refused:
        rules.check_record(PatientRecord(given_names=f"Ami{hidden}na"))
    assert refused.value.code == "patients.hidden_characters"


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "محمد‌رضا", "क्‍ष", "王", "O'Brien-Łuczak", "😀", "x" * 300])
def test_a_name_of_any_script_is_welcome(name: str) -> None:
    rules.check_record(PatientRecord(family_name=name))


@pytest.mark.parametrize(
    "record",
    [
        PatientRecord(),
        PatientRecord(given_names="  "),
        PatientRecord(given_names="x" * 301),
        PatientRecord(given_names="A", phones=(Phone("call me"),)),
        PatientRecord(given_names="A", phones=(Phone("1" * 61),)),
        PatientRecord(given_names="A", identifiers=(Identifier("passport", " "),)),
        PatientRecord(given_names="A", language="not a language"),
        PatientRecord(given_names="A", notes="x" * 4001),
    ],
)
def test_a_record_that_cannot_be_kept_is_refused_with_a_sentence(record: PatientRecord) -> None:
    with pytest.raises(Refused) as refused:
        rules.check_record(record)
    assert refused.value.sentence.endswith(".")


def test_lines_are_welcome_where_a_text_has_lines() -> None:
    rules.check_record(PatientRecord(given_names="A", notes="one\n\ttwo\r\nthree", address="Road 1\nTown"))


def test_names_are_shown_as_they_are_sorted() -> None:
    assert rules.display_name("Văn An", "Nguyễn") == "Nguyễn, Văn An"
    assert rules.display_name("", "Sukarno ") == "Sukarno"


@pytest.mark.parametrize(
    "email", ["amina", "a b@example.org", "a@b", "a@example.org\nBcc: x@example.org", "a" * 250 + "@b.org"]
)
def test_an_address_that_no_mail_server_would_take_is_refused(email: str) -> None:
    with pytest.raises(Refused, match="no e-mail address"):
        rules.check_record(PatientRecord(given_names="A", email=email))
