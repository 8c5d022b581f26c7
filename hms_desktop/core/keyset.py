"""Long lists by key: how long one is, and the keys behind which any page of it is read at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

STRIDE = 1000
"""Rows between two anchors: few enough to skip over, so that a dragged scrollbar may jump anywhere."""


@dataclass(frozen=True)
class Anchors:
    """How long a list is, and the key that stands before each `stride`-th row; the first is None."""

    count: int
    keys: Sequence[Any]
    stride: int = STRIDE
