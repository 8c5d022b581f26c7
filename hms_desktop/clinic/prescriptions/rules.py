"""What a line of a prescription is: medicine, dose, how often, how long, and how much that makes in base units."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class TaperStep:
    """So many base units at once, as often as the sig code `frequency` says, for so many days."""

    dose: Decimal
    frequency: str
    days: int


@dataclass(frozen=True)
class Line:
    """One medicine as it is prescribed; amounts in the medicine's base units.

    `dose` is taken at once, `frequency` is a sig code, `days` how long; `daily_maximum` is the most of a day for what
    is taken `as_needed`. `quantity` is supplied at once, and once more for each of the `refills` (rule 33).
    """

    medicine_id: int
    quantity: int
    dose: Decimal | None = None
    frequency: str = ""
    days: int | None = None
    as_needed: bool = False
    daily_maximum: Decimal | None = None
    taper: tuple[TaperStep, ...] = ()
    refills: int = 0
    substitution: bool = True
    directions: str = ""


@dataclass(frozen=True)
class Order:
    """What stands above the lines. `prescriber` and `written_on` only where a pharmacist transcribes paper.

    Without `valid_until` the hospital's default holds. `ticket`: the patient goes to the pharmacy now.
    """

    department_id: int | None = None
    prescriber: str = ""
    written_on: dt.date | None = None
    valid_until: dt.date | None = None
    note: str = ""
    ticket: bool = True
