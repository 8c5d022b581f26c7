"""The demo's people are plainly made up, can all be stored, and come the same from the same seed."""

import datetime as dt
import random
import unicodedata

from hms_desktop.clinic.operations import fictitious
from hms_desktop.clinic.patients.rules import check_record


def people(seed: int, many: int = 1_000) -> list[fictitious.PatientRecord]:
    rng = random.Random(seed)
    return [fictitious.person(rng, birth=fictitious.birth(rng, dt.date(2026, 5, 17))) for _ in range(many)]


def test_every_person_is_one_that_the_register_accepts_and_says_to_be_made_up() -> None:
    for person in people(1):
        check_record(person)
        assert person.notes == fictitious.NOTE
        assert all(" 555 01" in phone.number for phone in person.phones)


def test_the_same_seed_makes_the_same_people() -> None:
    assert people(7, 50) == people(7, 50)
    assert people(7, 50) != people(8, 50)


def test_many_scripts_and_one_name_people_occur() -> None:
    found = people(1)
    scripts = {unicodedata.name(person.given_names[0]).split()[0] for person in found}
    assert {
        "LATIN",
        "CYRILLIC",
        "GREEK",
        "ARABIC",
        "HEBREW",
        "DEVANAGARI",
        "CJK",
        "HIRAGANA",
        "HANGUL",
        "THAI",
    } <= scripts
    assert any(not person.family_name for person in found)


def test_a_told_sex_and_birth_are_kept() -> None:
    person = fictitious.person(random.Random(1), sex="unknown")
    assert (person.sex, person.birth) == ("unknown", None)


def test_births_lie_between_today_and_a_long_life_ago() -> None:
    today = dt.date(2026, 5, 17)
    births = [fictitious.birth(random.Random(n), today) for n in range(2_000)]
    assert all(today - dt.timedelta(days=365 * 106) < birth.date <= today for birth in births)
    assert {birth.precision for birth in births} == {"day", "month", "year", "age"}
