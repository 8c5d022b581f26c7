"""Words that the pages of the stock room share."""

import datetime as dt
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.stock.queries import MovementRow
from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

STORE_KINDS = {
    "store": QT_TRANSLATE_NOOP("stock", "Store"),
    "pharmacy": QT_TRANSLATE_NOOP("stock", "Pharmacy"),
    "ward": QT_TRANSLATE_NOOP("stock", "Ward"),
    "quarantine": QT_TRANSLATE_NOOP("stock", "Quarantine"),
}
_STANDINGS = {
    "usable": (QT_TRANSLATE_NOOP("stock", "usable"), "done"),
    "quarantined": (QT_TRANSLATE_NOOP("stock", "in quarantine"), "warning"),
    "recalled": (QT_TRANSLATE_NOOP("stock", "recalled"), "stop"),
    "expired": (QT_TRANSLATE_NOOP("stock", "expired"), "stop"),
}
_KINDS = {
    "opening": QT_TRANSLATE_NOOP("stock", "Opening stock"),
    "receipt": QT_TRANSLATE_NOOP("stock", "Received"),
    "transfer_out": QT_TRANSLATE_NOOP("stock", "Sent to a store"),
    "transfer_in": QT_TRANSLATE_NOOP("stock", "Came from a store"),
    "issue": QT_TRANSLATE_NOOP("stock", "Issued"),
    "dispense": QT_TRANSLATE_NOOP("stock", "Dispensed"),
    "patient_return": QT_TRANSLATE_NOOP("stock", "Brought back"),
    "supplier_return": QT_TRANSLATE_NOOP("stock", "Sent back"),
    "loss": QT_TRANSLATE_NOOP("stock", "Loss"),
    "count": QT_TRANSLATE_NOOP("stock", "Counted"),
    "reversal": QT_TRANSLATE_NOOP("stock", "Taken back"),
}
_TAKES = {
    "counting": (QT_TRANSLATE_NOOP("stock", "under way"), "info"),
    "approved": (QT_TRANSLATE_NOOP("stock", "approved"), "done"),
    "cancelled": (QT_TRANSLATE_NOOP("stock", "cancelled"), "neutral"),
}
SOON_DAYS = 90


def number(units: int) -> str:
    """A quantity with its thousands apart."""
    return f"{units:,}"


def signed(units: int) -> str:
    """What came with a plus, what left with a minus sign."""
    return f"+{units:,}" if units > 0 else f"\u2212{-units:,}" if units else "0"


def money(amount: Decimal) -> str:
    """An amount in the hospital's currency, to the cent."""
    return f"{amount:,.2f}"


def day(date: dt.date | None) -> str:
    """An expiry; what does not expire says so with a dash."""
    return "–" if date is None else date.isoformat()


def standing(word: str) -> str:
    return translate("stock", _STANDINGS[word][0])


def standing_tone(word: str) -> str | None:
    """The chip of what may not be handed on; what may is plain text."""
    return None if word == "usable" else _STANDINGS[word][1]


def expiry_tone(days: int | None) -> str | None:
    """Red once expired, amber within SOON_DAYS."""
    if days is None or days > SOON_DAYS:
        return None
    return "stop" if days < 0 else "warning"


def kind(row: MovementRow) -> str:
    """What an entry of the ledger was; one that was taken back says so."""
    words = translate("stock", _KINDS[row.kind])
    return translate("stock", "{what} (taken back)").format(what=words) if row.reversed else words


def about(row: MovementRow) -> str:
    """Where it went or came from, what caused it, and why."""
    return " · ".join(part for part in (row.whither, row.document, row.reason) if part)


def take_state(state: str) -> str:
    return translate("stock", _TAKES[state][0])


def take_tone(state: str) -> str:
    return _TAKES[state][1]
