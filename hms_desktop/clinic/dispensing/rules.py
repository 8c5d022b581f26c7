"""Pure rules of dispensing: how much is due, what stands for what, and what a wish says to the database."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

OWED, STOPPED, DECLINED, LATER = "owed", "stopped", "declined", "later"
EQUIVALENT, PRESCRIBER = "equivalent", "prescriber"
NEVER, LISTED, ALWAYS = "never", "high_alert", "always"
"""When a colleague looks first: never, for high-alert medicines and the classes that are listed, for everything."""
ATC_CLASS = re.compile(r"[A-Z](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?")
"""The beginning of an ATC code, at one of its five levels."""


@dataclass(frozen=True)
class DispensingRules:
    """How a hospital dispenses; the columns of hms.dispensing_rules, with the values it begins with.

    A batch must be good for the days of supply where `covers_supply`, and for `least_days` in any case (rule 25).
    `label_language` is for patients who name none; empty stands for the hospital's first.
    """

    lease_minutes: int = 10
    second_check: str = NEVER
    checked_classes: tuple[str, ...] = ()
    equivalents: bool = True
    covers_supply: bool = True
    least_days: int = 0
    label_language: str = ""
    check_hours: int = 12

    def days_to_last(self, covered: int) -> int:
        """Days for which a batch must be good, where the supply covers so many."""
        return max(covered if self.covers_supply else 0, self.least_days)


@dataclass(frozen=True)
class Pick:
    """So many base units of one batch; `reason` why not another one, `scanned` that its code was read."""

    batch: int
    units: int
    reason: str = ""
    scanned: bool = False


@dataclass(frozen=True)
class Given:
    """What a line of the prescription gets. `substitution` and `why` where another medicine stands for it."""

    line: int
    picks: tuple[Pick, ...]
    substitution: str = ""
    why: str = ""


@dataclass(frozen=True)
class Omitted:
    """What a line of the prescription does not get now; `kind` is owed, stopped, declined or later."""

    line: int
    units: int
    kind: str
    reason: str = ""


def entries(given: Sequence[Given], omitted: Sequence[Omitted] = ()) -> list[dict[str, object]]:
    """The wish as `hms.dispense` takes it; equal wishes give equal entries, so that an assent can be bound to them."""
    picked: list[dict[str, object]] = [
        {
            "line": line.line,
            "batch": pick.batch,
            "units": pick.units,
            "reason": pick.reason,
            "scanned": pick.scanned,
            "substitution": line.substitution,
            "why": line.why,
        }
        for line in given
        for pick in line.picks
    ]
    left = [{"line": one.line, "omitted": one.kind, "units": one.units, "reason": one.reason} for one in omitted]
    return [*picked, *left]


def due(quantity: int, refills: int, supplied: int, owed: int = 0) -> int:
    """Base units that the patient may expect now: what is owed, the rest of a fill that was begun, or a whole fill.

    Never more than remains: quantity × (1 + refills) − supplied (rule 33).
    """
    remaining = max(0, quantity * (1 + refills) - supplied)
    begun = supplied % quantity
    wanted = owed or (quantity - begun if begun else quantity)
    return min(wanted, remaining)


def days_covered(units: int, quantity: int, days: int | None, *, as_needed: bool = False) -> int:
    """Days for which `units` last where `quantity` is meant for `days`; 0 where nobody knows."""
    return 0 if days is None or as_needed else math.ceil(units * days / quantity)


def fills_left(quantity: int, refills: int, supplied: int) -> int:
    """Whole fills that may still be supplied."""
    return max(0, quantity * (1 + refills) - supplied) // quantity


def classes_typed(text: str) -> tuple[str, ...]:
    """ATC classes as they are typed, `L01, b01aa`: each once, in order. Raises ValueError with what is none."""
    typed = {word.upper() for word in re.split(r"[\s,;]+", text) if word}
    for word in sorted(typed):
        if ATC_CLASS.fullmatch(word) is None:
            raise ValueError(word)
    return tuple(sorted(typed))
