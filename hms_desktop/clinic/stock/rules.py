"""Which batches fill a line: first expired, first out (FEFO), and what may not be taken at all."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Shelved:
    """So many base units of a batch in one store; no `expiry` means that it does not expire."""

    batch_id: int
    expiry: dt.date | None
    received_on: dt.date
    units: int
    lot: str = ""
    state: str = "usable"


@dataclass(frozen=True)
class Pick:
    """Base units to take from one batch."""

    batch_id: int
    units: int


@dataclass(frozen=True)
class Proposal:
    """The picks that fill a line; `missing` base units no batch could give.

    `short_dated` of the missing ones are there, but expire before the supply is used up (rule 25): they may be taken
    with a reason.
    """

    picks: tuple[Pick, ...]
    missing: int
    short_dated: int


def fefo_order(batches: Iterable[Shelved]) -> list[Shelved]:
    """By expiry, receipt date, batch; what does not expire comes last (rule 26)."""
    return sorted(batches, key=lambda one: (one.expiry or dt.date.max, one.received_on, one.batch_id))


def usable(batch: Shelved, *, today: dt.date) -> bool:
    """Whether anything of it may be handed on: neither expired, quarantined nor recalled. The last day is included."""
    return batch.state == "usable" and batch.units > 0 and (batch.expiry is None or batch.expiry >= today)


def lasts(batch: Shelved, *, today: dt.date, days: int) -> bool:
    """Whether it is good for `days` of supply: expiry >= today + days (rule 25)."""
    return batch.expiry is None or batch.expiry - today >= dt.timedelta(days=days)


def pick_batches(batches: Iterable[Shelved], quantity: int, *, today: dt.date, days: int = 0) -> Proposal:
    """Fill `quantity` base units by FEFO from what is usable and lasts `days`; several batches may fill one line.

    Raises ValueError where `quantity` or `days` is negative.
    """
    if quantity < 0 or days < 0:
        raise ValueError("a quantity and the days of a supply are not negative")
    good = [batch for batch in fefo_order(batches) if usable(batch, today=today)]
    picks: list[Pick] = []
    missing = quantity
    for batch in good:
        if missing and lasts(batch, today=today, days=days):
            picks.append(Pick(batch.batch_id, min(batch.units, missing)))
            missing -= picks[-1].units
    short_dated = sum(batch.units for batch in good if not lasts(batch, today=today, days=days))
    return Proposal(tuple(picks), missing, min(short_dated, missing))


def differs(picks: Sequence[Pick], proposal: Proposal) -> bool:
    """Whether somebody picked otherwise than FEFO would, for which a reason is stored (rule 26)."""
    return {(one.batch_id, one.units) for one in picks} != {(one.batch_id, one.units) for one in proposal.picks}


@dataclass(frozen=True)
class StockRules:
    """What a hospital sets about its stock, in days: the columns of hms.stock_rules, with the values it begins with.

    An entry may be dated back by `backdate_days` (rule 23). Use is measured over `usage_days`; a suggested level lasts
    `level_days`, and what is then ordered `cover_days`.
    """

    backdate_days: int = 7
    usage_days: int = 90
    level_days: int = 14
    cover_days: int = 45


def last_such_time(text: str, *, now: dt.datetime) -> dt.datetime | None:
    """What `10:05` or `2026-11-23 10:05` on a paper sheet means, on the wall clock that shows `now`; None: neither.

    A time without a day is the last such one that is not ahead, so what was counted before midnight is yesterday's.
    """
    written = "".join(str(unicodedata.decimal(sign, "")) or sign for sign in text.strip())
    for form, dated in _WRITTEN:
        try:
            found = dt.datetime.strptime(written, form)
        except ValueError:
            continue
        if dated:
            return found
        at = dt.datetime.combine(now.date(), found.time())
        return at if at <= now else at - dt.timedelta(days=1)
    return None


_WRITTEN = (("%H:%M", False), ("%Y-%m-%d %H:%M", True), ("%Y-%m-%dT%H:%M", True))
"""The forms of a written time, and whether they hold the day."""
WINDOWS = (0, 30, 60, 90)
"""The expiry board's windows in days; 0 stands for what has expired."""


@dataclass(frozen=True)
class Level:
    """When a store orders again and up to how many base units."""

    reorder_at: int
    order_up_to: int


def days_left(usable_units: int, used: int, days: int) -> int | None:
    """For how many whole days the usable stock lasts where `used` base units left in `days`; None: nothing is used."""
    return usable_units * days // used if used > 0 else None


def suggested_level(used: int, hospital: StockRules) -> Level | None:
    """The level that its use in `usage_days` suggests, rounded up to whole units; None where nothing is used."""
    if used <= 0:
        return None
    days = hospital.usage_days
    return Level(-(-used * hospital.level_days // days), -(-used * hospital.cover_days // days))


def to_order(usable_units: int, level: Level | None) -> int:
    """Base units that fill a store up to its level; 0 while it holds more than that, or has none."""
    if level is None or usable_units > level.reorder_at:
        return 0
    return max(level.order_up_to - usable_units, 0)


def left_of_each(batches: Sequence[tuple[int, int | None]], used: int, over: int) -> list[int]:
    """How many units of each batch will not be used before it expires, at the pace of `used` in `over` days.

    `batches` are (units, days to the expiry) of one medicine in one store, the first to expire first, as they are
    taken; None days: it is held back, so all of it is left. What one batch takes of the use the next one does not get.
    """
    left: list[int] = []
    taken = 0
    for units, days in batches:
        gone = 0 if days is None or days < 0 else min(units, max(used * days // over - taken, 0))
        taken += gone
        left.append(units - gone)
    return left


GRAVEST = ("recalled", "quarantined", "expired")
"""What holds a batch back, the gravest first."""


def standing(state: str, expiry: dt.date | None, *, today: dt.date) -> str:
    """What keeps a batch from being handed on: recalled, quarantined, expired; else usable. The gravest first."""
    if state == "recalled":
        return state
    return "expired" if expiry is not None and expiry < today else state
