"""Patients for tests and benchmarks: one by hand, or a million with real names from several scripts."""

import csv
import datetime as dt
import json
import random
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tests.factories.slips import some_slip
from tests.hospital import Hospital

# How often each country's names are drawn; the others share the rest evenly.
_SHARES = {"VN": 12, "EG": 10, "IN": 8, "US": 8, "CN": 6, "RU": 6, "MX": 6, "KR": 4, "IR": 4, "IL": 4, "KH": 4}
_OTHERS = 40
# So many family names were written down with a slip once, as in any real register: 40,000 parts of names in a million.
MISSPELT = 0.04


def patient(hospital: Hospital, family_name: str = "Okafor", given_names: str = "Amina", **values: Any) -> int:
    """Register somebody as the superuser; returns the patient's id."""
    record = {"family_name": family_name, "given_names": given_names, **values}
    rows = hospital.sql("SELECT hms.register_patient(%s, %s)", uuid.uuid4(), json.dumps(record))
    registered: dict[str, Any] = rows[0][0]
    return int(registered["id"])


@dataclass(frozen=True)
class Country:
    """Names as they are written in one country, the most frequent first."""

    forenames: dict[str, list[str]]
    surnames: list[str]


class RealNames:
    """Names of the folders names_by_country and names_vietnamese, drawn with the commonest ones most often."""

    def __init__(self, shared: Path, random_: random.Random) -> None:
        self._random = random_
        self._countries = _countries(shared)
        others = [code for code in self._countries if code not in _SHARES]
        self._codes = [code for code in _SHARES if code in self._countries] + others
        self._weights = [float(_SHARES.get(code, _OTHERS / len(others))) for code in self._codes]

    def draw(self) -> tuple[str, str, str]:
        """Given names, family name and sex of one person."""
        code = self._random.choices(self._codes, self._weights)[0]
        country = self._countries[code]
        sex = self._random.choice([known for known in ("female", "male") if country.forenames.get(known)])
        given = self._one(country.forenames[sex])
        if self._random.random() < 0.3:
            given = f"{given} {self._one(country.forenames[sex])}"
        # Where no surnames are known the father's and grandfather's names follow, as they do in Cairo.
        fathers = country.forenames.get("male") or country.forenames[sex]
        family = self._one(country.surnames) if country.surnames else f"{self._one(fathers)} {self._one(fathers)}"
        return given, family, sex

    def _one(self, names: list[str]) -> str:
        """A name by a rough Zipf law: the first ones are drawn far more often than the last."""
        return names[int(len(names) * self._random.random() ** 2.2)]


def _countries(shared: Path) -> dict[str, Country]:
    forenames: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    surnames: dict[str, list[str]] = defaultdict(list)
    for row in _rows(shared / "names_by_country" / "common-forenames-by-country.csv"):
        name = row["Localized Name"] or row["Romanized Name"]
        forenames[row["Country"]]["female" if row["Gender"] == "F" else "male"].append(name)
    for row in _rows(shared / "names_by_country" / "common-surnames-by-country.csv"):
        # The Vietnamese rows give the Han characters as the local form; people write the other one.
        written = row["Romanized Name"] if row["Country"] == "VN" else row["Localized Name"]
        surnames[row["Country"]].append(written or row["Romanized Name"])
    for file, sex in (("girl.txt", "female"), ("boy.txt", "male")):
        lines = (shared / "names_vietnamese" / file).read_text(encoding="utf-8").splitlines()
        forenames["VN"][sex] = [line.strip() for line in lines if line.strip()]
    return {code: Country(dict(forenames[code]), surnames.get(code, [])) for code in sorted(forenames)}


def latin_forms(shared: Path) -> dict[str, str]:
    """How the lists of names write those of other scripts in Latin letters, where they give both and one word each."""
    latin = {}
    for file in ("common-forenames-by-country.csv", "common-surnames-by-country.csv"):
        for row in _rows(shared / "names_by_country" / file):
            local, romanised = row["Localized Name"], row["Romanized Name"]
            if local and romanised and not local.isascii() and romanised.isascii() and " " not in local + romanised:
                latin.setdefault(local, romanised)
    return latin


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def load_patients(connection: psycopg.Connection[Any], shared: Path, count: int, *, seed: int = 2026) -> None:
    """Fill an empty hospital with `count` patients, a phone and for every third an identifier each.

    `connection` is the superuser's, in autocommit. Triggers are off while it loads; what they keep (search names, name
    keys and parts, digits) is computed by their own functions for all rows at once, and indexes are built at the end.
    """
    with connection.transaction():
        connection.execute("SET LOCAL search_path = hms, public")
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute("SET LOCAL maintenance_work_mem = '256MB'")
        connection.execute(
            "CREATE TEMP TABLE people (id bigint, given text, family text, sex text, born date, phone text) "
            "ON COMMIT DROP"
        )
        with connection.cursor().copy("COPY people FROM STDIN") as copy:
            for row in people(shared, count, seed):
                copy.write_row(row)
        indexes = drop_patient_indexes(connection)
        for statement in _FILL:
            connection.execute(statement)
        for definition in indexes:
            connection.execute(definition)
    connection.execute(
        "VACUUM ANALYZE hms.patients, hms.patient_phones, hms.patient_identifiers, hms.patient_name_keys, "
        "hms.name_parts"
    )


def people(shared: Path, count: int, seed: int) -> Iterator[tuple[int, str, str, str, dt.date, str]]:
    random_ = random.Random(seed)
    names = RealNames(shared, random_)
    for number in range(1, count + 1):
        given, family, sex = names.draw()
        if len(family) >= 5 and random_.random() < MISSPELT:
            family = some_slip(family, random_)
        born = dt.date.fromordinal(random_.randint(dt.date(1930, 1, 1).toordinal(), dt.date(2026, 1, 1).toordinal()))
        yield number, given, family, sex, born, f"+84 9{random_.randint(0, 99_999_999):08}"


def drop_patient_indexes(connection: psycopg.Connection[Any]) -> list[str]:
    """Drop the plain indexes of the patients' tables; returns the statements that make them again."""
    rows = connection.execute(
        "SELECT index.indexrelid::regclass::text, pg_get_indexdef(index.indexrelid) FROM pg_index AS index "
        "LEFT JOIN pg_constraint AS rule ON rule.conindid = index.indexrelid "
        "WHERE rule.oid IS NULL AND index.indrelid IN ('hms.patients'::regclass, 'hms.patient_phones'::regclass, "
        "'hms.patient_identifiers'::regclass)"
    ).fetchall()
    for name, _ in rows:
        connection.execute(f"DROP INDEX {name}".encode())
    return [definition for _, definition in rows]


_FILL = (
    """
    INSERT INTO patients (mrn, given_names, family_name, sex, birth_date, birth_precision, created_at, search_name)
    SELECT number.body || mrn_check_character(number.body), given, family, sex, born, 'day', hospital_now(),
        normal_name(family || ' ' || given)
    FROM people CROSS JOIN LATERAL (SELECT lpad(id::text, 8, '0') AS body) AS number ORDER BY people.id
    """,
    """
    INSERT INTO patient_phones (patient_id, number, digits)
    SELECT id, phone, digits_of(phone) FROM people ORDER BY id
    """,
    """
    INSERT INTO patient_identifiers (patient_id, kind, value, value_key)
    SELECT id, 'national_id', made.value, identifier_key(made.value)
    FROM people CROSS JOIN LATERAL (SELECT 'ID' || (id::bigint * 7919 % 899999981 + 100000000) AS value) AS made
    WHERE id % 3 = 0 ORDER BY id
    """,
    """
    INSERT INTO patient_name_keys (name_key, patient_id)
    SELECT DISTINCT name_key, id FROM patients
    CROSS JOIN LATERAL unnest(name_keys(search_name)) AS name_key ORDER BY 1, 2
    """,
    "SELECT keep_name_parts(ARRAY(SELECT search_name FROM patients))",
    "SELECT setval('mrn_numbers', max(id)) FROM people",
)
