"""A line and what stands above the lines as plain JSON values: how a draft of a prescription is kept."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from hms_desktop.clinic.prescriptions.rules import Line, Order, TaperStep


def line_values(one: Line) -> dict[str, Any]:
    """A line as plain values; amounts as they are written, so that nothing is rounded."""
    values = asdict(one)
    for name in ("dose", "daily_maximum"):
        values[name] = None if values[name] is None else str(values[name])
    values["taper"] = [{**step, "dose": str(step["dose"])} for step in values["taper"]]
    return values


def line_from(values: Mapping[str, Any]) -> Line:
    """The line of such values. Raises KeyError, TypeError, ValueError, ArithmeticError where they are none."""
    taper = tuple(
        TaperStep(Decimal(step["dose"]), str(step["frequency"]), int(step["days"])) for step in values["taper"]
    )
    amounts = {name: None if values[name] is None else Decimal(values[name]) for name in ("dose", "daily_maximum")}
    return Line(**{**values, **amounts, "taper": taper})


def order_values(order: Order) -> dict[str, Any]:
    """What stands above the lines as plain values; days in ISO 8601."""
    values = asdict(order)
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in values.items()}


def order_from(values: Mapping[str, Any]) -> Order:
    """The order of such values. Raises KeyError, TypeError, ValueError where they are none."""
    days = {
        name: None if values[name] is None else dt.date.fromisoformat(values[name])
        for name in ("written_on", "valid_until")
    }
    return Order(**{**values, **days})
