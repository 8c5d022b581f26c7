"""What was counted of a delivery so far: one entry for each line and lot, and the dialog that changes one."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.purchasing import rules
from hms_desktop.clinic.purchasing.actions import CountedLine
from hms_desktop.clinic.purchasing.queries import OrderLine
from hms_desktop.core.errors import Refused
from hms_desktop.screens.purchasing.words import count
from hms_desktop.widgets.forms import FormDialog, text_field
from hms_desktop.widgets.plain_text import Label, line

LONGEST_LOT = 60


@dataclass(frozen=True)
class Count:
    """So many base units of one lot for one line; `looked` and `reason` as CountedLine has them."""

    line: OrderLine
    lot: str
    expiry: dt.date | None
    units: int
    looked: bool = False
    reason: str = ""

    @property
    def key(self) -> tuple[int, str, dt.date | None]:
        return self.line.id, self.lot, self.expiry

    def counted(self) -> CountedLine:
        return CountedLine(self.line.id, self.units, self.lot, self.expiry, self.looked, self.reason)


class Tally:
    """The counts of one delivery in the order in which they were begun."""

    def __init__(self) -> None:
        self._counts: dict[tuple[int, str, dt.date | None], Count] = {}

    def all(self) -> tuple[Count, ...]:
        return tuple(self._counts.values())

    def clear(self) -> None:
        self._counts.clear()

    def of_line(self, line_id: int) -> int:
        """The base units counted of a line, over all its lots."""
        return sum(one.units for one in self._counts.values() if one.line.id == line_id)

    def add(self, line: OrderLine, lot: str, expiry: dt.date | None, units: int) -> Count:
        """Count so many units more of this lot."""
        key = (line.id, lot, expiry)
        old = self._counts.get(key)
        self._counts[key] = replace(old, units=old.units + units) if old else Count(line, lot, expiry, units)
        return self._counts[key]

    def put(self, one: Count, instead_of: Count | None = None) -> None:
        """Set a count; two that have become the same lot are added up."""
        if instead_of is not None:
            self._counts.pop(instead_of.key, None)
        if one.key in self._counts:
            one = replace(one, units=one.units + self._counts[one.key].units)
        self._counts[one.key] = one

    def remove(self, one: Count) -> None:
        self._counts.pop(one.key, None)

    def looked_at(self, place: int) -> None:
        """Somebody looked at every pack of the order's line at that place again: its lots are what they are."""
        self._counts = {
            key: replace(one, looked=True) if one.line.place == place else one for key, one in self._counts.items()
        }

    def excuse(self, place: int, reason: str) -> None:
        """Why the short life of that line is taken."""
        self._counts = {
            key: replace(one, reason=reason) if one.line.place == place else one for key, one in self._counts.items()
        }


class CountDialog(FormDialog):
    """How much of a line came, in packs or in loose units, of which lot and with which expiry."""

    def __init__(self, order_line: OrderLine, old: Count | None, left: int, parent: QWidget) -> None:
        super().__init__(self.tr("Count"), self.tr("Take over"), self._take, columns=2, parent=parent)
        self._line, self._old = order_line, old
        self.count: Count | None = None
        words = self.tr("{medicine}: {left} more expected, in packs of {units}.")
        self.body.insertWidget(
            1,
            Label(
                words.format(medicine=line(order_line.medicine), left=count(left), units=count(order_line.pack_units)),
                "strong",
                wrap=True,
            ),
        )
        units = old.units if old else left
        whole, loose = divmod(units, order_line.pack_units)
        self.form.add("packs", self.tr("Whole packs"), text_field(str(whole) if whole else "", longest=12))
        words = self.tr("and loose, by {unit}").format(unit=line(order_line.base_unit))
        self.form.add("loose", words, text_field(str(loose) if loose else "", longest=12))
        self.form.add("lot", self.tr("Lot"), text_field(old.lot if old else "", longest=LONGEST_LOT), required=True)
        expiry = old.expiry.isoformat() if old and old.expiry else ""
        self.form.add("expiry", self.tr("Expiry (month/year or date)"), text_field(expiry, longest=10, hint="06/2028"))
        self.form.field("packs").setFocus()

    async def _take(self, values: dict[str, Any]) -> None:
        numbers = {
            name: rules.whole_typed(values[name]) if values[name] not in ("", "0") else 0 for name in ("packs", "loose")
        }
        for name, number in numbers.items():
            if number is None:
                raise Refused("count.units", self.tr("Type a whole number."), {"field": name})
        units = (numbers["packs"] or 0) * self._line.pack_units + (numbers["loose"] or 0)
        if not units:
            raise Refused("count.nothing", self.tr("Type how much came."), {"field": "packs"})
        expiry = rules.expiry_typed(values["expiry"]) if values["expiry"] else None
        if values["expiry"] and expiry is None:
            sentence = self.tr("Type the expiry as on the pack, such as 06/2028 or 2028-06-30.")
            raise Refused("count.expiry", sentence, {"field": "expiry"})
        self.count = Count(self._line, values["lot"], expiry, units)
