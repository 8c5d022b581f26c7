"""Words of the register of controlled medicines."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.dispensing.controlled import Entry, Register, Waiting
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.widgets.moments import moment

translate = QCoreApplication.translate


def kind_word(kind: str) -> str:
    """Why the balance changed."""
    return {
        "opening": translate("controlled", "opening stock"),
        "receipt": translate("controlled", "received"),
        "transfer_out": translate("controlled", "sent to a store"),
        "transfer_in": translate("controlled", "came from a store"),
        "issue": translate("controlled", "issued"),
        "dispense": translate("controlled", "dispensed"),
        "patient_return": translate("controlled", "brought back"),
        "supplier_return": translate("controlled", "sent back"),
        "loss": translate("controlled", "wasted or lost"),
        "count": translate("controlled", "counted"),
        "reversal": translate("controlled", "taken back"),
        "correction": translate("controlled", "correction"),
    }.get(kind, kind)


def state_word(state: str) -> str:
    """How far a discrepancy is settled."""
    return {
        "open": translate("controlled", "open"),
        "investigated": translate("controlled", "investigated"),
        "closed": translate("controlled", "closed"),
    }.get(state, state)


def signed(units: int) -> str:
    """What came with a plus, what left with a minus sign."""
    return f"+{units:,}" if units > 0 else f"\u2212{-units:,}"


def standing(register: Register, now: dt.datetime) -> tuple[str, str]:
    """What has to be done with a register, and its tone: the gravest first."""
    if register.unsettled:
        return translate("controlled", "discrepancy"), "stop"
    if register.waiting:
        return translate("controlled", "{n} to enter").format(n=register.waiting), "warning"
    if not register.agrees:
        return translate("controlled", "differs from stock"), "stop"
    if register.check_due(now):
        return translate("controlled", "count due"), "warning"
    return translate("controlled", "in order"), "done"


def whom(entry: Entry) -> str:
    """Who got it, or what the entry says instead."""
    if entry.closed:
        return translate("controlled", "restricted record")
    if entry.patient:
        return f"{entry.patient} · {mrn_display(entry.mrn)}"
    if entry.corrects is not None:
        return translate("controlled", "corrects {number}: {reason}").format(number=entry.corrects, reason=entry.reason)
    told = (entry.reason, entry.document, translate("controlled", "batch {lot}").format(lot=entry.lot))
    return " · ".join(part for part in told if part)


def entry_words(entry: Entry) -> str:
    """The whole of an entry, for which a narrow window has no room in its line."""
    words = translate(
        "controlled", "{number}: {what} {units}, balance {balance}, {at} · {whom} · signed {who}, {witness}"
    )
    return words.format(
        number=entry.number,
        what=kind_word(entry.kind),
        units=signed(entry.units),
        balance=f"{entry.balance:,}",
        at=moment(entry.entered_at),
        whom=whom(entry),
        who=entry.person,
        witness=entry.witness,
    )


def moved_words(rows: tuple[Waiting, ...]) -> str:
    """`received +130, sent to a store −20`: what two people are asked to enter."""
    return ", ".join(f"{kind_word(row.kind)} {signed(row.units)}" for row in rows)
