"""What a line of a prescription is, and how dose, frequency and duration make a quantity in base units and back."""

import datetime as dt
import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hms_desktop.clinic.prescriptions.sigs import AS_NEEDED, KNOWN, ONCE, times

MOST_DAYS = 366
MOST_UNITS = 100_000
MOST_REFILLS = 99
MOST_LINES = 50
MOST_STEPS = 20
"""What the database's guards allow of one line and of one prescription."""


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


# Quantities ----------------------------------------------------------------------------------------------------------


def quantity_of(
    dose: Decimal | None,
    frequency: str,
    days: int | None,
    *,
    daily_maximum: Decimal | None = None,
    taper: tuple[TaperStep, ...] = (),
) -> int | None:
    """How many base units a course takes, rounded up once at its end; None where the parts do not say it.

    A taper is the sum of its steps. What has a daily maximum and no rate of its own (`PRN`) may take that every day.
    """
    if taper:
        parts = [_taken(step.dose, step.frequency, step.days) for step in taper]
        return None if None in parts else math.ceil(sum(part for part in parts if part is not None))
    taken = _taken(dose, frequency, 1 if frequency == ONCE and days is None else days)
    if taken is None and daily_maximum is not None and days is not None:
        taken = Fraction(daily_maximum) * days
    elif taken is not None and daily_maximum is not None and days is not None:
        taken = min(taken, Fraction(daily_maximum) * days)
    return None if taken is None else math.ceil(taken)


def _taken(dose: Decimal | None, frequency: str, days: int | None) -> Fraction | None:
    """Base units that are taken in so many days, not rounded; None where it cannot be said."""
    if dose is None or days is None:
        return None
    count = times(frequency, days)
    return None if count is None else Fraction(dose) * count


def total_of(line: Line) -> int:
    """All that may ever be supplied of a line (rule 33)."""
    return line.quantity * (1 + line.refills)


def daily_most(line: Line) -> Fraction | None:
    """The most base units that are taken on one day; None where the line does not say it."""
    if line.taper:
        steps = [_daily(step.dose, step.frequency) for step in line.taper]
        return None if None in steps else max(step for step in steps if step is not None)
    own = _daily(line.dose, line.frequency)
    if line.daily_maximum is None:
        return own
    limit = Fraction(line.daily_maximum)
    return limit if own is None else min(own, limit)


def _daily(dose: Decimal | None, frequency: str) -> Fraction | None:
    """What is taken on a day when the medicine is taken at all."""
    if dose is None:
        return None
    if frequency == ONCE:
        return Fraction(dose)
    rate = KNOWN[frequency].per_day if frequency in KNOWN else None
    return None if rate is None else Fraction(dose) * max(rate, Fraction(1))


def days_of_supply(line: Line, units: int) -> int | None:
    """For how many whole days so many base units last (the last dose may be of a day begun); None where unknown.

    What is taken as needed lasts at least as long as its daily maximum says. Nothing lasts no day, anything one.
    """
    if units <= 0:
        return 0
    if line.taper:
        return _days_of_taper(line.taper, units)
    return _days(line.dose, line.frequency, line.daily_maximum, Fraction(units))


def _days(dose: Decimal | None, frequency: str, daily_maximum: Decimal | None, units: Fraction) -> int | None:
    if frequency == ONCE:
        return 1
    rate = KNOWN[frequency].per_day if frequency in KNOWN else None
    lasting = []
    if dose is not None and rate is not None:
        lasting.append(Fraction(units // Fraction(dose)) / rate)
    if daily_maximum is not None:
        lasting.append(units / Fraction(daily_maximum))
    return max(1, math.floor(max(lasting))) if lasting else None


def _days_of_taper(taper: tuple[TaperStep, ...], units: int) -> int | None:
    """Step by step until the units are used up; after the last step nothing more is taken."""
    left, days = Fraction(units), 0
    for step in taper:
        need = _taken(step.dose, step.frequency, step.days)
        if need is None:
            return None
        if need > left:
            part = _days(step.dose, step.frequency, None, left) if left >= Fraction(step.dose) else 0
            return max(1, days + min(part or 0, step.days))
        left, days = left - need, days + step.days
    return days


def supply_ends(line: Line, units: int, supplied_on: dt.date) -> dt.date | None:
    """The last day for which a supply of so many base units lasts, begun on the day itself; None where unknown."""
    days = days_of_supply(line, units)
    return supplied_on + dt.timedelta(days=days - 1) if days else None


# Validity ------------------------------------------------------------------------------------------------------------


def default_validity(written_on: dt.date, *, valid_days: int, controlled_days: int, controlled: bool) -> dt.date:
    """The last day of a prescription whose prescriber named none; as `hms.validity_of` reckons it."""
    return written_on + dt.timedelta(days=min(valid_days, controlled_days) if controlled else valid_days)


def line_fault(line: Line) -> str:
    """Which part of a line is impossible, as the guards will say: `quantity`, `dose`, `days`, `refills`, or empty."""
    if not 1 <= line.quantity <= MOST_UNITS:
        return "quantity"
    if line.dose is not None and not 0 < line.dose <= (line.daily_maximum or line.dose):
        return "dose"
    if line.days is not None and not 1 <= line.days <= MOST_DAYS:
        return "days"
    if not 0 <= line.refills <= MOST_REFILLS:
        return "refills"
    return ""


def is_as_needed(line: Line) -> bool:
    """Whether the patient decides when it is taken."""
    return line.as_needed or line.frequency == AS_NEEDED
