"""Fields that the forms about waiting-room screens share: hours, days and small numbers as people write them."""

import datetime as dt

from hms_desktop.clinic.queue.rules import Span, hours_as_typed, hours_words
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


def hours_shown(begins: dt.time | None, ends: dt.time | None) -> str:
    """What `hours_typed` reads."""
    return hours_words([Span(begins, ends)]) if begins is not None and ends is not None else ""
