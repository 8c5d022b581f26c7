"""Pure rules of purchasing: states, money that is rounded once, packs of base units, and how an invoice is matched."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

ORDER_STATES = ("draft", "submitted", "approved", "sent", "complete", "cancelled")
"""From `sent` on the supplier knows of it; `complete`: all came, or the rest was cancelled."""
OPEN_STATES = ORDER_STATES[:4]
INVOICE_STATES = ("differs", "matched", "approved", "rejected")
"""`matched` and `approved` may be paid; `approved`: a second person accepted the difference."""
LIMIT_DUTIES = ("store", "pharmacist", "manager")
NUMBER_LENGTH = 60
REASON_LENGTH = 500

CENT = Decimal("0.01")
PRICE_STEP = Decimal("0.0001")


@dataclass(frozen=True)
class LineFigures:
    """One line as the match sees it: quantities in packs, prices for a pack; received is what stayed here."""

    ordered: Decimal
    received: Decimal
    invoiced_before: Decimal
    invoiced: Decimal
    price_ordered: Decimal
    price_invoiced: Decimal


def amount(packs: int, pack_price: Decimal) -> Decimal:
    """A line's money, rounded half-up once (rule 22)."""
    return (packs * pack_price).quantize(CENT, ROUND_HALF_UP)


def unit_price(pack_price: Decimal, pack_units: int) -> Decimal:
    """The price of a base unit, with four decimals (rule 22)."""
    return (pack_price / pack_units).quantize(PRICE_STEP, ROUND_HALF_UP)


def packs_for(units: int, pack_units: int) -> int:
    """How many whole packs hold at least so many base units."""
    return -(-units // pack_units)


def most_acceptable(units: int, over_percent: Decimal) -> int:
    """The base units that may arrive where so many were ordered, with the hospital's tolerance, in whole units."""
    return int(units * (100 + over_percent) / 100)


def differences(line: LineFigures, price_percent: Decimal) -> tuple[str, ...]:
    """What does not agree between order, receipt and invoice: `price`, `quantity`; nothing where all three do."""
    found = []
    if line.price_invoiced > line.price_ordered * (100 + price_percent) / 100:
        found.append("price")
    if line.invoiced_before + line.invoiced > line.received:
        found.append("quantity")
    return tuple(found)


def fill_rate(ordered: int, received: int) -> Decimal | None:
    """How much of what was ordered came, in percent of base units; None where nothing was ordered."""
    if ordered <= 0:
        return None
    return (Decimal(min(received, ordered)) * 100 / ordered).quantize(Decimal("0.1"), ROUND_HALF_UP)


def price_drift(prices: Sequence[Decimal]) -> Decimal | None:
    """How the last price stands to the first one, in percent; None where no two can be compared."""
    if len(prices) < 2 or prices[0] <= 0:
        return None
    return ((prices[-1] - prices[0]) * 100 / prices[0]).quantize(Decimal("0.1"), ROUND_HALF_UP)
