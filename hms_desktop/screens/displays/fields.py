"""Fields that the forms about waiting-room screens share: hours, days and small numbers as people write them."""

import datetime as dt

from hms_desktop.clinic.queue.rules import Span, hours_as_typed, hours_words
from hms_desktop.widgets.moments import day_words
from hms_desktop.widgets.quantity import Quantity


def number_field(least: int, most: int, *, unit: str = "") -> Quantity:
    """A small whole number."""
    field = Quantity(least, most)
    field.setSuffix(unit)
    return field


def hours_typed(typed: str) -> tuple[dt.time | None, dt.time | None] | None:
    """What `22-6` or `22:00–06:00` means; (None, None) where nothing was typed, None where it cannot be read."""
    spans = hours_as_typed(typed)
    if spans is None or len(spans) > 1:
        return None
    return (spans[0].opens, spans[0].closes) if spans else (None, None)


def day_typed(day: dt.date | None) -> str:
    """A day as its field takes it, `2026-03-02`; empty for none."""
    return day.isoformat() if day else ""


def days_shown(first: dt.date | None, last: dt.date | None) -> str:
    """`2 Mar 2026–6 Mar 2026`, either end open; empty for every day."""
    return "–".join(day_words(day) if day else "" for day in (first, last)) if first or last else ""


def hours_shown(begins: dt.time | None, ends: dt.time | None) -> str:
    """What `hours_typed` reads."""
    return hours_words([Span(begins, ends)]) if begins is not None and ends is not None else ""
