"""A prescription that is being written, as the draft that survives a crash, and how it is read again."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.prescriptions.rules import Order
from hms_desktop.clinic.prescriptions.written import line_from, line_values, order_from, order_values
from hms_desktop.core.drafts import Draft
from hms_desktop.screens.prescriptions.draft import DraftLine, Drug
from hms_desktop.widgets.draft_keeper import Kept
from hms_desktop.widgets.draft_offer import typed_at
from hms_desktop.widgets.plain_text import line

FORM = "prescription"
LONGEST_TITLE = 60
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Amending:
    """The prescription that a new version shall replace, as it was read."""

    id: int
    version: int


@dataclass(frozen=True)
class Unwritten:
    """What was typed for a patient and not prescribed yet; `title` is their name."""

    patient: int
    title: str
    amending: Amending | None
    order: Order
    lines: tuple[DraftLine, ...]


def kept(patient: int, title: str, amending: Amending | None, order: Order, lines: Sequence[DraftLine]) -> Kept:
    """The draft's name, one for each patient and prescription that is amended, and its values."""
    name = f"{FORM} {patient}" + (f" {amending.id}" if amending else "")
    return name, {
        "form": FORM,
        "patient": patient,
        "title": title,
        "amending": asdict(amending) if amending else None,
        "order": order_values(order),
        "lines": [_line(one) for one in lines],
    }


def unwritten(draft: Draft) -> Unwritten | None:
    """What a draft holds; None where it is no prescription."""
    values = draft.values
    try:
        if values["form"] != FORM:
            return None
        return Unwritten(
            patient=int(values["patient"]),
            title=str(values["title"]),
            amending=Amending(**values["amending"]) if values["amending"] else None,
            order=order_from(values["order"]),
            lines=tuple(
                DraftLine(Drug(**one["drug"]), line_from(one["line"]), bool(one["counted"])) for one in values["lines"]
            ),
        )
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return None


def offered(draft: Draft) -> str | None:
    """The sentence that offers a draft; None where it is no prescription."""
    found = unwritten(draft)
    if found is None:
        return None
    words = translate("prescriptions", "The prescription for {title} was not saved; typed at {at}.")
    return words.format(title=line(found.title)[:LONGEST_TITLE], at=typed_at(draft))


def _line(one: DraftLine) -> dict[str, Any]:
    return {"drug": asdict(one.drug), "line": line_values(one.line), "counted": one.counted}
