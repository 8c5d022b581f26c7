"""What a value looks like without saying what it is: its type and its length, for logs that must hold no patient."""

from collections.abc import Mapping, Sequence, Sized
from typing import Any

MOST_NAMED = 20


def shape_of(value: object) -> str:
    """`str[12]` for a text of twelve letters, `list[3]`, `int`, `None`."""
    if value is None:
        return "None"
    kind = type(value).__name__
    return f"{kind}[{len(value)}]" if isinstance(value, Sized) else kind


def shapes_of(values: Any) -> str:
    """The shapes of a statement's or an action's values with their names, of the first row where there are many."""
    if isinstance(values, Mapping):
        named = [f"{name}: {shape_of(value)}" for name, value in list(values.items())[:MOST_NAMED]]
        return "{" + ", ".join(named) + "}"
    if isinstance(values, Sequence) and values and isinstance(values[0], Mapping | Sequence):
        return f"{len(values)} × {shapes_of(values[0])}"
    return shape_of(values)
