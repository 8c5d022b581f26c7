"""Pure rules of purchasing: states, money that is rounded once, packs of base units, and what was typed."""

import calendar
import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

ORDER_STATES = ("draft", "submitted", "approved", "sent", "complete", "cancelled")
"""From `sent` on the supplier knows of it; `complete`: all came, or the rest was cancelled."""
OPEN_STATES = ORDER_STATES[:4]
INVOICE_STATES = ("differs", "matched", "approved", "rejected")
"""`matched` and `approved` may be paid; `approved`: a second person accepted the difference."""
LIMIT_DUTIES = ("store", "pharmacist", "manager")
REASON_LENGTH = 500

MOST_UNITS = 1_000_000_000
"""The greatest quantity of one line, in base units."""

_PRICE = re.compile(r"[0-9]{1,10}(\.[0-9]{1,4})?")
_EXPIRIES = (
    (re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})"), ("year", "month", "day")),
    (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})"), ("day", "month", "year")),
    (re.compile(r"(\d{4})/(\d{1,2})"), ("year", "month")),
    (re.compile(r"(\d{1,2})/(\d{4}|\d{2})"), ("month", "year")),
    (re.compile(r"(\d{2})(\d{2})"), ("month", "year")),
)

CENT = Decimal("0.01")
PRICE_STEP = Decimal("0.0001")


def amount(packs: int, pack_price: Decimal) -> Decimal:
    """A line's money, rounded half-up once (rule 22)."""
    return (packs * pack_price).quantize(CENT, ROUND_HALF_UP)


def unit_price(pack_price: Decimal, pack_units: int) -> Decimal:
    """The price of a base unit, with four decimals (rule 22)."""
    return (pack_price / pack_units).quantize(PRICE_STEP, ROUND_HALF_UP)


def packs_for(units: int, pack_units: int) -> int:
    """How many whole packs hold at least so many base units."""
    return -(-units // pack_units)


def missing_units(at_hand: int, reorder_at: int, order_up_to: int) -> int:
    """The base units to order where so many are usable or on their way: none above the level, else up to the most."""
    return order_up_to - at_hand if at_hand <= reorder_at else 0


def whole_typed(text: str) -> int | None:
    """A whole number from 1 to a thousand million as it was typed, with or without spaces; None where it is none."""
    plain = "".join(text.split())
    if not plain.isascii() or not plain.isdigit() or len(plain) > 10:
        return None
    return int(plain) if 1 <= int(plain) <= MOST_UNITS else None


def price_typed(text: str) -> Decimal | None:
    """A price or an amount with at most four decimals, point or comma; None where it is none."""
    found = _PRICE.fullmatch("".join(text.split()).replace(",", "."))
    return Decimal(found[0]) if found else None


def expiry_typed(text: str) -> dt.date | None:
    """`2027-06`, `06/2027`, `0627` (a month means its last day, rule 24), `2027-06-30` or `30/06/2027`; else None."""
    plain = text.strip().replace(".", "/").replace("-", "/")
    for pattern, order in _EXPIRIES:
        if found := pattern.fullmatch(plain):
            parts = dict(zip(order, map(int, found.groups()), strict=True))
            year = parts["year"] + (2000 if parts["year"] < 100 else 0)
            if not 1 <= parts["month"] <= 12:
                return None
            last = calendar.monthrange(year, parts["month"])[1]
            day = parts.get("day", last)
            return dt.date(year, parts["month"], day) if 1 <= day <= last else None
    return None
