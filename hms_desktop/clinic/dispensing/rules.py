"""Pure rules of dispensing: how much is due, what stands for what, and what a wish says to the database."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

OWED, STOPPED, DECLINED, LATER = "owed", "stopped", "declined", "later"
EQUIVALENT, PRESCRIBER = "equivalent", "prescriber"


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
