"""Rows and sources that the tests of tables share."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hms_desktop.core.keyset import Anchors
from hms_desktop.widgets.columns import END, Column


@dataclass(frozen=True)
class Person:
    number: int
    name: str
    state: str = "waiting"


COLUMNS: tuple[Column[Person], ...] = (
    Column("Number", lambda person: str(person.number), END, 80),
    Column("Name", lambda person: person.name, stretch=True),
    Column("State", lambda person: person.state, width=120, tone=lambda person: "info"),
)


@dataclass
class People:
    """A source of `count` people held in memory; `slow` seconds pass before a page is answered."""

    count: int
    slow: float = 0.0
    word: str = "person"
    asked: list[int] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    failing: Exception | None = None

    async def shape(self) -> Anchors:
        await asyncio.sleep(0)
        return Anchors(self.count, tuple(range(0, self.count, 1000)) or (0,))

    async def page(self, anchor: Any, offset: int, limit: int) -> Sequence[Person]:
        first = anchor + offset
        self.asked.append(first)
        if self.failing is not None:
            raise self.failing
        try:
            await asyncio.sleep(self.slow)
        except asyncio.CancelledError:
            self.cancelled.append(first)
            raise
        last = min(first + limit, self.count)
        return tuple(Person(number, f"{self.word} {number}") for number in range(first, last))
