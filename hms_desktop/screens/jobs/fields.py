"""Fields of the pages about the worker: small numbers and times of day as people type them."""

import datetime as dt
import re

from hms_desktop.widgets.quantity import Quantity

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)?")


def number_field(least: int, most: int) -> Quantity:
    """A whole number."""
    return Quantity(least, most)


def time_typed(typed: str) -> dt.time | None:
    """What `2`, `2:30` or `02.30` means; None where it cannot be read."""
    match = _TIME.fullmatch(typed.strip())
    return dt.time(int(match[1]), int(match[2] or 0)) if match else None
