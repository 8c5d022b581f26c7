"""Phones, identifiers, allergies, policies and what a record is as JSON, without a database."""

import contextlib
import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hms_desktop.clinic.patients import identifiers, rules
from hms_desktop.clinic.patients.allergies import ALLERGENS, SEVERITIES, Allergies, Allergy, check_allergies, code_of
from hms_desktop.clinic.patients.consents import QUESTIONS, Consent
from hms_desktop.clinic.patients.contacts import RELATIONS, Contact
from hms_desktop.clinic.patients.phones import REGIONS, read_phone
from hms_desktop.clinic.patients.photos import Photo, check_photo
from hms_desktop.clinic.patients.policies import Policy, check_policies, day_as_typed, percent_as_typed
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.clinic.patients.written import record_of, written
from hms_desktop.core.errors import Refused

TODAY = dt.date(2026, 11, 22)
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
IDS = st.none() | st.integers(1, 10**9)


@pytest.mark.parametrize(
    ("typed", "region", "e164"),
    [
        ("0712 123456", "KE", "+254712123456"),
        ("+254 712 123 456", "US", "+254712123456"),
        ("٠٧١٢١٢٣٤٥٦", "KE", "+254712123456"),
        ("(212) 555-0100", "US", "+12125550100"),
        ("020 7946 0958", "GB", "+442079460958"),
        ("+800 1234 5678", "", "+80012345678"),
    ],
)
def test_a_phone_number_of_any_country_is_read_as_any_telephone_dials_it(typed: str, region: str, e164: str) -> None:
    assert read_phone(typed, region).e164 == e164


@pytest.mark.parametrize(
    ("typed", "region", "doubt"),
    [
        ("0712 123456", "", "which_country"),
        ("+999 123 456", "KE", "which_country"),
        ("+254 12", "", "too_short"),
        ("+254 712 123 456 789 12", "", "too_long"),
        ("0712 12345", "KE", "no_number"),
        ("1" * 60, "KE", "no_number"),
    ],
)
def test_a_number_that_is_not_valid_is_doubted_and_why(typed: str, region: str, doubt: str) -> None:
    reading = read_phone(typed, region)
    assert (reading.e164, reading.doubt) == ("", doubt)


@given(typed=st.text(max_size=60), region=st.sampled_from([*sorted(REGIONS), "", "XX"]))
def test_whatever_is_typed_as_a_phone_is_read_or_doubted(typed: str, region: str) -> None:
    reading = read_phone(typed, region)
    assert not (reading.e164 and reading.doubt)
    assert not reading.e164 or read_phone(reading.e164).e164 == reading.e164


@pytest.mark.parametrize(
    ("kind", "country", "right", "wrong"),
    [
        ("national_id", "ZA", "8503105800085", "8503105800084"),
        ("health_number", "GB", "943 476 5870", "943 476 5871"),
        ("national_id", "IN", "2341 2341 2346", "2341 2341 2347"),
        ("national_id", "ES", "54362315K", "54362315Z"),
        ("national_id", "BR", "390.533.447-05", "390.533.447-06"),
    ],
)
def test_a_wrong_check_digit_is_one_sentence(kind: str, country: str, right: str, wrong: str) -> None:
    rules.check_record(PatientRecord("A", identifiers=(Identifier(kind, right, country=country),)))
    with pytest.raises(Refused, match="check digit is wrong") as refused:
        rules.check_record(PatientRecord("A", identifiers=(Identifier(kind, wrong, country=country),)))
    assert str(refused.value).count("\n") == 0
    rules.check_record(PatientRecord("A", identifiers=(Identifier("other", wrong, country=country),)))


def test_what_was_kept_once_does_not_stop_another_change() -> None:
    old = PatientRecord("A", identifiers=(Identifier("national_id", "1", id=7, country="ZA"),))
    rules.check_record(replace(old, address="New road"), old)
    with pytest.raises(Refused):
        rules.check_record(replace(old, identifiers=(Identifier("national_id", "2", id=7, country="ZA"),)), old)


def test_every_check_rule_of_the_table_exists() -> None:
    for kind in rules.IDENTIFIER_KINDS:
        for country in identifiers.COUNTRIES:
            listed = (kind, country) in identifiers._RULES
            assert (identifiers.check_rule(kind, country) is not None) == listed, (kind, country)
    assert {kind for kind, _ in identifiers._RULES} <= set(rules.IDENTIFIER_KINDS)


@given(value=st.text(max_size=60), pair=st.sampled_from(sorted(identifiers._RULES)))
def test_whatever_is_typed_as_an_identifier_is_fine_or_refused(value: str, pair: tuple[str, str]) -> None:
    with contextlib.suppress(Refused):
        identifiers.check_identifier(*pair, value)


def test_none_known_is_an_answer_not_asked_is_none_and_neither_stands_beside_an_allergy() -> None:
    assert Allergies().status == "not_asked"
    assert Allergies(none_known=True).status == "none_known"
    assert Allergies((Allergy("Latex"),)).status == "known"
    for wrong in (
        Allergies((Allergy("Latex"),), none_known=True),
        Allergies((Allergy("Latex"), Allergy(" latex"))),
        Allergies((Allergy(" "),)),
        Allergies((Allergy("Lat\x00ex"),)),
    ):
        with pytest.raises(Refused):
            check_allergies(wrong)


def test_a_substance_of_the_list_is_coded_and_any_other_is_kept_in_words() -> None:
    assert code_of(" penicillins ") == ("atc", "J01C")
    assert code_of("Grandmother's ointment") == ("", "")
    assert len(set(ALLERGENS.values())) == len(ALLERGENS)


def test_a_policy_is_valid_on_both_its_days_and_never_twice_on_one() -> None:
    policy = Policy("SHA", "12-34", dt.date(2026, 1, 1), dt.date(2026, 11, 22))
    assert [policy.state(TODAY + dt.timedelta(days=days)) for days in (-400, 0, 1)] == ["not_yet", "valid", "expired"]
    check_policies([policy, replace(policy, valid_from=dt.date(2026, 11, 23), valid_until=None)])
    check_policies([policy, replace(policy, number="12-35")])
    for wrong in (
        [policy, replace(policy, insurer="s.h.a.", number="1234", valid_from=None)],
        [replace(policy, valid_from=dt.date(2027, 1, 1))],
        [replace(policy, insurer=" ")],
        [replace(policy, percent=101)],
    ):
        with pytest.raises(Refused):
            check_policies(wrong)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("31.12.2026", "2026-12-31", "2026-12-31"),
        ("2026-12-31", "2026-12-31", "2026-12-31"),
        ("2/2024", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_day_of_a_policy_is_understood_as_cards_print_it(typed: str, first: str, last: str) -> None:
    assert day_as_typed(typed) == dt.date.fromisoformat(first)
    assert day_as_typed(typed, last=True) == dt.date.fromisoformat(last)


@given(typed=st.text("0123456789./- abc", max_size=12))
@example("1-2-" + "9" * 30)
@example("9" * 5000)
def test_whatever_is_typed_as_a_day_or_a_share_is_understood_or_refused(typed: str) -> None:
    for read in (day_as_typed, percent_as_typed):
        with contextlib.suppress(Refused):
            read(typed)


@pytest.mark.parametrize("photo", [Photo(b"GIF89a"), Photo(b"\xff\xd8\xff" + b"x" * 70_000), Photo(b"", b"MZ")])
def test_bytes_that_are_no_small_jpeg_or_png_are_no_photo(photo: Photo) -> None:
    with pytest.raises(Refused):
        check_photo(photo)


RECORDS = st.builds(
    PatientRecord,
    given_names=TEXT,
    family_name=TEXT,
    sex=st.sampled_from(rules.SEXES),
    birth=st.none() | st.builds(Birth, DAYS, st.sampled_from(rules.PRECISIONS)),
    address=TEXT,
    notes=TEXT,
    language=st.sampled_from(["", "en", "pt-BR"]),
    restricted=st.booleans(),
    phones=st.lists(st.builds(Phone, TEXT, st.sampled_from(rules.PHONE_KINDS), IDS), max_size=3).map(tuple),
    identifiers=st.lists(st.builds(Identifier, st.sampled_from(rules.IDENTIFIER_KINDS), TEXT, IDS), max_size=3).map(
        tuple
    ),
    contacts=st.lists(st.builds(Contact, TEXT, st.sampled_from(RELATIONS), TEXT, IDS), max_size=3).map(tuple),
    policies=st.lists(
        st.builds(Policy, TEXT, TEXT, st.none() | DAYS, st.none() | DAYS, TEXT, st.none() | st.integers(0, 100), IDS),
        max_size=3,
    ).map(tuple),
    allergies=st.builds(
        Allergies,
        st.lists(st.builds(Allergy, TEXT, st.sampled_from(SEVERITIES), TEXT, id=IDS), max_size=3).map(tuple),
        st.booleans(),
    ),
    consents=st.lists(st.builds(Consent, st.sampled_from(QUESTIONS), st.booleans()), max_size=3).map(tuple),
)


@given(record=RECORDS)
def test_a_record_survives_how_it_is_written(record: PatientRecord) -> None:
    empty = PatientRecord()
    assert record_of(written({**rules.changes(empty, record)})) == record
