"""People who do not exist, for the demo and the simulation: plainly made up, in several scripts, from a seed."""

import datetime as dt
import json
import random
from functools import cache
from typing import Any

from hms_desktop.clinic.patients.rules import Birth, PatientRecord, Phone
from hms_desktop.core import places

NOTE = "A made-up person of the demo."
_ONE_NAME_IN = 40  # so many people have one name only
_NO_PHONE_IN = 6


@cache
def _scripts() -> tuple[dict[str, Any], ...]:
    text = (places.resources() / "demo" / "names.json").read_text(encoding="utf-8")
    return tuple(json.loads(text)["scripts"])


def person(rng: random.Random, *, sex: str = "", birth: Birth | None = None) -> PatientRecord:
    """A made-up person; what is not told is drawn from `rng` (`birth` stays unknown)."""
    script = rng.choices(_scripts(), [each["weight"] for each in _scripts()])[0]
    named_as = sex if sex in ("female", "male") else rng.choice(("female", "male"))
    family, given = rng.choice(script["family"]), rng.choice(script[named_as])
    if rng.randrange(3) == 0:
        given = f"{given} {rng.choice(script[named_as])}"
    return PatientRecord(
        given_names=given,
        family_name="" if rng.randrange(_ONE_NAME_IN) == 0 else family,
        sex=sex or named_as,
        birth=birth,
        language=script["language"],
        notes=NOTE,
        phones=() if rng.randrange(_NO_PHONE_IN) == 0 else (Phone(_phone(rng)),),
    )


def _phone(rng: random.Random) -> str:
    """A number of those that the North American plan keeps for fiction: 555-0100 to 555-0199."""
    return f"+1 {rng.randint(201, 989)} 555 01{rng.randrange(100):02}"


def birth(rng: random.Random, today: dt.date) -> Birth:
    """A birth with the ages of a hospital's patients: many small children and many who are old."""
    years = rng.choices((0, 3, 10, 25, 45, 65, 85), (8, 10, 8, 22, 22, 20, 10))[0] + rng.random() * 12 - 3
    day = today - dt.timedelta(days=max(0.0, years) * 365.25)
    precision = rng.choices(("day", "month", "year", "age"), (86, 4, 6, 4))[0]
    if precision == "month":
        day = day.replace(day=1)
    elif precision == "year":
        day = day.replace(month=1, day=1)
    return Birth(day, precision)
