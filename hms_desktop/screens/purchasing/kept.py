"""A delivery that is being counted, as the draft that survives a crash, and how it is read again."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.purchasing.queries import OrderSheet
from hms_desktop.core.drafts import Draft
from hms_desktop.screens.purchasing.counting import Count
from hms_desktop.widgets.draft_keeper import Kept
from hms_desktop.widgets.draft_offer import typed_at
from hms_desktop.widgets.plain_text import line

FORM = "receiving"
LONGEST_TITLE = 80
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Uncounted:
    """A delivery of an order of which nothing is booked yet; `title` names order and supplier."""

    order: int
    title: str
    delivery_note: str
    counts: tuple[Mapping[str, Any], ...]

    def on(self, sheet: OrderSheet) -> tuple[Count, ...]:
        """What was counted, on the order's lines as they are now."""
        lines = {one.id: one for one in sheet.lines}
        return tuple(
            Count(lines[one["line"]], one["lot"], one["expiry"], one["units"], one["looked"], one["reason"])
            for one in self.counts
            if one["line"] in lines
        )


def kept(sheet: OrderSheet, counts: Sequence[Count], delivery_note: str) -> Kept:
    """The draft's name, one for each order, and its values."""
    return f"{FORM} {sheet.id}", {
        "form": FORM,
        "order": sheet.id,
        "title": f"{sheet.number} · {sheet.supplier}",
        "delivery_note": delivery_note,
        "counts": [
            {
                "line": one.line.id,
                "lot": one.lot,
                "expiry": one.expiry.isoformat() if one.expiry else None,
                "units": one.units,
                "looked": one.looked,
                "reason": one.reason,
            }
            for one in counts
        ],
    }


def uncounted(draft: Draft) -> Uncounted | None:
    """What a draft holds; None where it is no delivery."""
    values = draft.values
    try:
        if values["form"] != FORM:
            return None
        return Uncounted(
            order=int(values["order"]),
            title=str(values["title"]),
            delivery_note=str(values["delivery_note"]),
            counts=tuple(
                {
                    "line": int(one["line"]),
                    "lot": str(one["lot"]),
                    "expiry": dt.date.fromisoformat(one["expiry"]) if one["expiry"] else None,
                    "units": int(one["units"]),
                    "looked": bool(one["looked"]),
                    "reason": str(one["reason"]),
                }
                for one in values["counts"]
            ),
        )
    except (KeyError, TypeError, ValueError):
        return None


def offered(draft: Draft) -> str | None:
    """The sentence that offers a draft; None where it is no delivery."""
    found = uncounted(draft)
    if found is None:
        return None
    words = translate("ReceivingPage", "What was counted of {title} was not booked; left at {at}.")
    return words.format(title=line(found.title)[:LONGEST_TITLE], at=typed_at(draft))
