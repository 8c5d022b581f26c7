"""How prescribing speaks: states, doses, quantities and days in the words of the windows."""

import datetime as dt
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from hms_desktop.clinic.patients.allergies import Allergies
from hms_desktop.clinic.prescriptions.queries import PrescribedLine, PrescriptionRow
from hms_desktop.clinic.prescriptions.rules import Line
from hms_desktop.clinic.prescriptions.sigs import SIGS
from hms_desktop.clinic.prescriptions.wording import TONGUES, directions_of, number
from hms_desktop.widgets.moments import day_words

translate = QCoreApplication.translate
TONES = {"active": "info", "completed": "done", "expired": "warning", "cancelled": "stop", "replaced": "neutral"}


def state_words(state: str) -> str:
    """A prescription's state."""
    return {
        "active": translate("prescriptions", "active"),
        "completed": translate("prescriptions", "all supplied"),
        "expired": translate("prescriptions", "expired"),
        "cancelled": translate("prescriptions", "cancelled"),
        "replaced": translate("prescriptions", "amended"),
    }.get(state, state)


def row_state(row: PrescriptionRow) -> str:
    return state_words(row.state)


def row_tone(row: PrescriptionRow) -> str:
    return TONES[row.state]


def tongue() -> str:
    """The language of the windows, as far as directions are known in it."""
    language = QLocale().name().partition("_")[0]
    return language if language in TONGUES else "en"


def line_words(line: Line, unit: str, form: str) -> str:
    """What the label will say, in the language of the windows."""
    return directions_of(line, unit, tongue(), form)


def quantity_words(line: Line) -> str:
    """`21`, with refills `21 + 2 × 21`; a dash where nobody said how much."""
    if not line.quantity:
        return "–"
    if not line.refills:
        return str(line.quantity)
    return translate("prescriptions", "{quantity} + {refills} × {quantity}").format(
        quantity=line.quantity, refills=line.refills
    )


def prescribed_words(one: PrescribedLine) -> str:
    return line_words(one.line, one.unit, one.form)


def amount_text(amount: Decimal | None) -> str:
    """An amount as it stands in a field."""
    return "" if amount is None else number(amount)


def sig_choices() -> list[tuple[str, str]]:
    """Every code with what it means, for a choice."""
    words = TONGUES[tongue()]
    said = {sig.code: words.sigs.get(sig.code, words.as_needed) for sig in SIGS}
    return [("", "–"), *((code, f"{code} · {meaning}") for code, meaning in said.items())]


def meal_choices() -> list[tuple[str, str]]:
    """What may be said about food, for a choice."""
    return [("", "–"), *TONGUES[tongue()].meals.items()]


def date_words(day: dt.date | None) -> str:
    """`2 Mar 2026`; empty where there is none."""
    return day_words(day) if day else ""


def facts_words(*parts: str) -> str:
    """The parts that are known, one after the other."""
    return " · ".join(part for part in parts if part)


def allergy_words(allergies: Allergies) -> str:
    """What the patient must not get, in one line; `not asked` is no `none`."""
    if allergies.known:
        names = ", ".join(one.substance for one in allergies.known)
        return translate("prescriptions", "Allergies: {names}").format(names=names)
    if allergies.none_known:
        return translate("prescriptions", "No known allergy")
    return translate("prescriptions", "Allergies not asked")


def allergy_tone(allergies: Allergies) -> str:
    if allergies.known:
        return "stop"
    return "neutral" if allergies.none_known else "warning"
