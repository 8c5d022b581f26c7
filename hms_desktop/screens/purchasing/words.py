"""How purchasing speaks: the words and tones of its states, money, quantities and dates."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate

ORDER_TONES = {
    "draft": "neutral",
    "submitted": "warning",
    "approved": "info",
    "sent": "accent",
    "complete": "done",
    "cancelled": "neutral",
}
INVOICE_TONES = {"differs": "warning", "matched": "done", "approved": "done", "rejected": "stop"}

_STATES: dict[str, Callable[[], str]] = {
    "draft": lambda: translate("purchasing", "draft"),
    "submitted": lambda: translate("purchasing", "to be approved"),
    "approved": lambda: translate("purchasing", "approved"),
    "sent": lambda: translate("purchasing", "sent"),
    "complete": lambda: translate("purchasing", "complete"),
    "cancelled": lambda: translate("purchasing", "cancelled"),
    "sent_back": lambda: translate("purchasing", "sent back"),
    "rest_cancelled": lambda: translate("purchasing", "rest cancelled"),
    "reopened": lambda: translate("purchasing", "expected again"),
    "differs": lambda: translate("purchasing", "differs"),
    "matched": lambda: translate("purchasing", "matched"),
    "rejected": lambda: translate("purchasing", "rejected"),
}


def state_words(state: str) -> str:
    """The state of an order, of one of its steps, or of an invoice."""
    return _STATES[state]() if state in _STATES else state


def invoice_words(state: str) -> str:
    """The state of an invoice; `approved` is of its difference."""
    return translate("purchasing", "difference accepted") if state == "approved" else state_words(state)


def money(amount: Decimal | None) -> str:
    """An amount with two decimals in the way of this desk; empty where there is none."""
    return "" if amount is None else QLocale().toString(float(amount), "f", 2)


def price(amount: Decimal) -> str:
    """A price with two to four decimals, as many as it needs."""
    digits = max(2, -int(amount.normalize().as_tuple().exponent)) if amount else 2
    return QLocale().toString(float(amount), "f", min(digits, 4))


def packs(amount: Decimal) -> str:
    """Packs, which may be broken: `3`, `3.5`."""
    return QLocale().toString(int(amount)) if amount == int(amount) else price(amount)


def count(units: int) -> str:
    """A quantity, its thousands parted in the way of this desk."""
    return QLocale().toString(units)


def date(day: dt.date | None) -> str:
    """A day as year-month-day, which nobody misreads; a dash where there is none."""
    return day.isoformat() if day else "–"


def plain(amount: Decimal) -> str:
    """An amount as it is typed into a field: without needless zeros, with a point."""
    return f"{amount.normalize():f}"
