"""Ways of asking for somebody who is not typed as stored: of real people of the database, the same each time."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.clinic.patients.rules import display_name
from tests.factories.patients import latin_forms
from tests.factories.slips import some_slip

PEOPLE = 300
DATES = ("%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%d%m%Y", "%-d %B %Y", "%-d.%-m.%Y")
COMMONEST = ("nguyen", "nguyen v", "mohamed", "maria", "mohamed a", "王", "devi", "देवी", "ivanov", "garcia")


@dataclass(frozen=True)
class Asked:
    """What is typed, and whom it means: the patient, or anybody of the same `name` where that is not empty."""

    text: str
    id: int = 0
    name: str = ""


@dataclass(frozen=True)
class _Person:
    id: int
    given: str
    family: str
    phone: str
    born: Any

    @property
    def name(self) -> str:
        return display_name(self.given, self.family)


def ways(connection: psycopg.Connection[Any], shared: Path, rows: int, *, seed: int = 8) -> dict[str, list[Asked]]:
    """What is asked in each way, by the way's name; people with an `id` count for how many are found."""
    random_ = random.Random(seed)
    people = _people(connection, [random_.randint(1, rows) for _ in range(12 * PEOPLE)])
    some = people[:PEOPLE]
    return {
        "slip": [_slip(one, random_) for one in people if max(map(len, one.family.split()), default=0) >= 5][:PEOPLE],
        "swapped": [Asked(f"{one.given} {one.family}", one.id, one.name) for one in some],
        "other_script": _romanised(people, latin_forms(shared)),
        "phone_tail": [Asked(one.phone[-random_.choice((4, 5, 6, 7)) :]) for one in some],
        "birth": [Asked(one.born.strftime(random_.choice(DATES))) for one in some],
        "name_and_birth": [Asked(f"{one.family} {one.born.strftime(random_.choice(DATES))}", one.id) for one in some],
        "name_and_year": [Asked(f"{one.given.split()[0]} {one.born.year}") for one in some],
        "name_and_age": [Asked(f"{one.family.split()[0]} {2026 - one.born.year}") for one in some],
        "name_and_phone": [Asked(f"{one.family} {one.phone[-4:]}", one.id) for one in some],
        "two_letters": [Asked(one.family[:2]) for one in some],
        "commonest": [Asked(text) for text in COMMONEST for _ in range(PEOPLE // len(COMMONEST))],
    }


def _people(connection: psycopg.Connection[Any], ids: Sequence[int]) -> list[_Person]:
    rows = connection.execute(
        "SELECT p.id, given_names, family_name, number, birth_date FROM hms.patients AS p "
        "JOIN hms.patient_phones AS phone ON phone.patient_id = p.id "
        "WHERE p.id = ANY (%s) ORDER BY p.id * 7919 %% 10007",
        (list(ids),),
    ).fetchall()
    return [_Person(*row) for row in rows]


def _slip(person: _Person, random_: random.Random) -> Asked:
    """The whole name with one slip in a part of five letters and more."""
    words = f"{person.family} {person.given}".split()
    place = random_.choice([place for place, word in enumerate(words) if len(word) >= 5])
    words[place] = some_slip(words[place], random_)
    return Asked(" ".join(words), person.id, person.name)


def _romanised(people: Sequence[_Person], latin: dict[str, str]) -> list[Asked]:
    """Names of other scripts as the lists of names themselves write them in Latin letters."""
    asked = []
    for one in people:
        words = f"{one.family} {one.given}".split()
        if not one.family.isascii() and all(word in latin for word in words):
            asked.append(Asked(" ".join(latin[word] for word in words), one.id, one.name))
    return asked[:PEOPLE]
