"""Names found though they are not written as they are stored: with a slip, by sound, in another script, with a clue."""

import datetime as dt
import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hms_desktop.clinic.patients import queries
from hms_desktop.core.database import Database
from tests.factories.patients import RealNames, patient
from tests.factories.slips import KINDS, slipped
from tests.hospital import Hospital

TODAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    hospital.set_clock(TODAY)
    return hospital.database(hospital.person("front_desk"))


def reasons(desk: Database, typed: str) -> dict[int, str]:
    return {found.id: found.matched for found in desk.read_now(queries.find_patients, text=typed)}


@pytest.mark.parametrize(
    ("family", "given_names", "typed", "reason"),
    [
        ("Nguyễn", "Văn An", "nguyen", "name"),
        ("Nguyễn", "Văn An", "ngu", "beginning"),
        ("Nguyễn", "Văn An", "ngueyn", "slip"),
        ("Nguyễn", "Văn An", "guyen", "within"),
        ("Nguyễn", "Văn An", "mguyen", "slip"),
        ("Nguyễn", "Văn An", "an nguyeen", "slip"),
        ("Nguyễn", "Văn An", "nguyne van an", "slip"),
        ("Silva", "Maria", "mraia sliva", "slip"),
        ("Okonkwo", "Chukwuemeka", "chukwumek", "slip"),
        ("Johansson", "Kathryn", "catherine", "sound"),
        ("Johansson", "Kathryn", "yohanson catherine", "sound"),
        ("Philips", "Mohammed", "muhamad filips", "sound"),
        ("Petrović", "Đorđe", "petrovich dorde", "slip"),
        ("González", "Yusuf", "gonsales", "sound"),
        ("Müller", "Zoë", "mueller", "slip"),
        ("Nazanin-Zahra", "Ali", "nazaninzahra", "slip"),
        ("Nazanin-Zahra", "Ali", "ali nazaninzahra", "slip"),
        ("Watson", "Karl Erik", "wat son", "slip"),
        ("Иванов", "Пётр", "ivanov", "script"),
        ("Иванов", "Пётр", "petr ivan", "script"),
        ("Ivanov", "Petr", "иванов", "script"),
        ("Иванов", "Пётр", "иваонв", "slip"),
        ("محمد", "فاطمة", "mohammed", "sound"),
        ("محمد", "فاطمة", "fatima", "sound"),
        ("الأحمد", "عمر", "omar", "sound"),
        ("כהן", "מלכה", "kohen", "sound"),
        ("王", "小明", "wang xiaoming", "script"),
        ("王", "小明", "王晓明", "script"),
        ("김", "지우", "gim jiu", "script"),
        ("देवी", "अनीता", "anita", "script"),
        ("Παπαδόπουλος", "Γιώργος", "papadopoulos", "slip"),
        ("Գրիգորյան", "Հայկ", "grigoryan", "script"),
        ("გელაშვილი", "გიორგი", "giorgi", "script"),
        ("ใจดี", "สมชาย", "somchai", "sound"),
        ("អ៊ុំ", "សុខា", "sokha", "script"),
        ("さとう", "さくら", "sakura", "script"),
    ],
)
def test_a_name_is_found_and_the_reason_told(
    hospital: Hospital, desk: Database, family: str, given_names: str, typed: str, reason: str
) -> None:
    patient(hospital, "Bystander", "Zacharias")
    meant = patient(hospital, family, given_names)
    assert reasons(desk, typed) == {meant: reason}


def test_the_plain_beginning_stands_before_what_is_only_alike(hospital: Hospital, desk: Database) -> None:
    sound = patient(hospital, "Maier", "B")
    slip = patient(hospital, "Meyr", "A")
    beginning = patient(hospital, "Meyerhoff", "C")
    exact = patient(hospital, "Meyer", "D")
    found = reasons(desk, "meyer")
    assert list(found.items()) == [(exact, "name"), (beginning, "beginning"), (slip, "slip"), (sound, "sound")]


def test_one_in_another_script_is_found_beside_one_with_a_slip(hospital: Hospital, desk: Database) -> None:
    slip = patient(hospital, "Mohammad", "Fatima")
    script = patient(hospital, "محمد", "فاطمة")
    assert reasons(desk, "mohamad fatima") == {slip: "slip", script: "sound"}


def test_where_many_names_begin_so_nothing_is_guessed(hospital: Hospital, desk: Database) -> None:
    for number in range(12):
        patient(hospital, "Meyer", f"Number {number}")
    patient(hospital, "Mayer", "Else")
    assert set(reasons(desk, "meyer").values()) == {"name"}


def one_word(part: str) -> bool:
    return all(unicodedata.category(sign)[0] in "LM" for sign in part)


def real_parts(shared: Path, count: int) -> list[str]:
    """Different parts of real names of every country, of five letters and more."""
    names = RealNames(shared, random.Random(11))
    parts: dict[str, None] = {}
    while len(parts) < count:
        given_names, family, _sex = names.draw()
        parts.update(
            dict.fromkeys(part for part in f"{family} {given_names}".split() if len(part) >= 5 and one_word(part))
        )
    return list(parts)[:count]


def test_every_slip_in_a_name_of_five_letters_is_found(hospital: Hospital, desk: Database, shared: Path) -> None:
    parts = real_parts(shared, 300)
    people = {part: patient(hospital, part, "") for part in parts}

    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.sampled_from(parts), st.integers(0, 60), st.sampled_from(KINDS), st.sampled_from("aeimnorstzкамن"))
    @example(parts[0], 0, "another", "z")
    def check(part: str, place: int, kind: str, sign: str) -> None:
        typed = slipped(part, place % len(part), kind, sign)
        assert people[part] in reasons(desk, typed), (part, typed)

    check()


@pytest.fixture
def marias(hospital: Hospital) -> dict[str, int]:
    def maria(family: str, born: str, precision: str = "day", phone: str = "0700 000 000") -> int:
        phones = [{"number": phone, "kind": "mobile"}]
        return patient(hospital, family, "Maria", birth_date=born, birth_precision=precision, phones=phones)

    return {
        "62 years old": maria("Silva", "1964-01-09"),
        "of 1962": maria("Santos", "1962-05-17", phone="0912 345 555"),
        "about 60": maria("Costa", "1965-06-01", "age"),
        "of the year 1962": maria("Lopes", "1962-01-01", "year"),
        "of May 1962": maria("Dias", "1962-05-01", "month"),
        "young": maria("Silva", "2020-05-17"),
    }


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("maria 62", {"62 years old": "age", "of 1962": "born", "of the year 1962": "born", "of May 1962": "born"}),
        ("maria 1962", {"of 1962": "born", "of the year 1962": "born", "of May 1962": "born"}),
        ("maria 17.5.1962", {"of 1962": "born", "of the year 1962": "born", "of May 1962": "born"}),
        ("santos 17 may 62", {}),
        ("santos 17 may 1962", {"of 1962": "born"}),
        ("maria 60", {"about 60": "age"}),
        ("maria 61", {"about 60": "age"}),
        ("silva 5", {"young": "age"}),
        ("maria 555", {"of 1962": "phone"}),
        ("maria silva 62", {"62 years old": "age"}),
    ],
)
def test_a_name_with_an_age_a_birth_or_a_phone(
    desk: Database, marias: dict[str, int], typed: str, found: dict[str, str]
) -> None:
    assert reasons(desk, typed) == {marias[who]: f"name+{clue}" for who, clue in found.items()}


def test_a_slip_in_the_name_is_forgiven_beside_a_birth(desk: Database, marias: dict[str, int]) -> None:
    assert reasons(desk, "snatos 17.5.1962") == {marias["of 1962"]: "slip+born"}


def test_a_birth_alone_finds_the_day_before_what_is_only_about_it(desk: Database, marias: dict[str, int]) -> None:
    found = reasons(desk, "17.5.1962")
    assert next(iter(found)) == marias["of 1962"]
    assert set(found) == {marias[who] for who in ("of 1962", "of the year 1962", "of May 1962")}
    assert set(found.values()) == {"born"}


def test_a_changed_name_is_alike_no_more(hospital: Hospital, desk: Database) -> None:
    changed = patient(hospital, "Johansson", "Karl")
    hospital.sql("UPDATE hms.patients SET family_name = 'Berglund' WHERE id = %s", changed)
    assert reasons(desk, "johanson") == {}
    assert reasons(desk, "bergland") == {changed: "slip"}
