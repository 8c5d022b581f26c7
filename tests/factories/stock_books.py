"""Books of a stock room kept beside the database, by nothing but addition: what must be found there in the end."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Lot:
    """A batch: what is in it, when it came and expires, and what one base unit of it cost."""

    medicine: int
    expiry: dt.date
    received_on: dt.date
    cost: Decimal


@dataclass
class Books:
    """Base units by (batch, store), and what moved by (kind, batch)."""

    lots: dict[int, Lot] = field(default_factory=dict)
    held: dict[tuple[int, int], int] = field(default_factory=lambda: defaultdict(int))
    moved: dict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))
    frozen: set[int] = field(default_factory=set)

    def move(self, kind: str, batch: int, store: int, units: int) -> None:
        """So many units more (or, negative, less) of a batch in a store."""
        self.held[batch, store] += units
        self.moved[kind, batch] += units
        assert self.held[batch, store] >= 0, (kind, batch, store, units)

    def shelf(self, store: int, medicine: int | None = None) -> Iterator[tuple[int, int]]:
        """The batches with something in a store, and how much; all of them or a medicine's."""
        for (batch, where), units in self.held.items():
            if where == store and units and medicine in (None, self.lots[batch].medicine):
                yield batch, units

    def first_out(self, store: int, medicine: int, units: int, good_until: dt.date) -> list[tuple[int, int]]:
        """What rule 26 takes for `units` from batches that are good until that day: (batch, units), perhaps too few."""
        known = [(batch, held) for batch, held in self.shelf(store, medicine) if batch not in self.frozen]
        known.sort(key=lambda each: (self.lots[each[0]].expiry, self.lots[each[0]].received_on, each[0]))
        taken = []
        for batch, held in known:
            if units and self.lots[batch].expiry >= good_until:
                taken.append((batch, min(held, units)))
                units -= taken[-1][1]
        return taken

    def value(self, units: dict[int, int]) -> dict[int, Decimal]:
        """What so many units of each batch cost, by medicine, in four decimals."""
        sums: dict[int, Decimal] = defaultdict(Decimal)
        for batch, count in units.items():
            sums[self.lots[batch].medicine] += count * self.lots[batch].cost
        return dict(sums)

    def moved_of(self, kind: str) -> dict[int, int]:
        """What moved of each batch in this way."""
        return {batch: units for (one, batch), units in self.moved.items() if one == kind}

    def on_the_shelf(self) -> Decimal:
        """The value of everything that is held, each batch of a store rounded to the cent."""
        each = (units * self.lots[batch].cost for (batch, _store), units in self.held.items())
        return sum((one.quantize(CENT, ROUND_HALF_UP) for one in each), Decimal(0))
