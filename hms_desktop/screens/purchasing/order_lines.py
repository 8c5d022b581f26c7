"""The lines of an order: how they stand in its table, and the dialog that adds or changes one."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.medicines.queries import FoundMedicine
from hms_desktop.clinic.purchasing import queries, rules
from hms_desktop.clinic.purchasing.actions import LineDraft
from hms_desktop.clinic.purchasing.queries import Choice, OrderLine, PricePaid
from hms_desktop.core.errors import Refused
from hms_desktop.screens.pickers import MedicinePicker
from hms_desktop.screens.purchasing.fields import amount_field
from hms_desktop.screens.purchasing.words import count, date, money, plain, price, translate
from hms_desktop.screens.scanned import ScannedMedicine
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import WIDE
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import FormDialog, choice_field, put_value, text_field
from hms_desktop.widgets.plain_text import Label, line

_PRICES_SHOWN = 4
LOOSE = 0
"""Stands in the choice of packs for single base units."""


@dataclass(frozen=True)
class LineShown:
    """A line as the table shows it, of a draft that is being written or of an order that stands."""

    place: int
    medicine_id: int
    medicine: str
    base_unit: str
    pack_id: int | None
    packs: int
    pack_units: int
    pack_price: Decimal
    came: int = 0
    cancelled: int = 0

    @property
    def units(self) -> int:
        return self.packs * self.pack_units

    @property
    def amount(self) -> Decimal:
        return rules.amount(self.packs, self.pack_price)

    def drafted(self) -> LineDraft:
        return LineDraft(self.medicine_id, self.packs, self.pack_units, self.pack_price, self.pack_id)


def shown(one: OrderLine) -> LineShown:
    """A line of an order that is kept on the server."""
    return LineShown(
        one.place,
        one.medicine_id,
        one.medicine,
        one.base_unit,
        one.pack_id,
        one.packs,
        one.pack_units,
        one.pack_price,
        one.received,
        one.cancelled,
    )


def line_columns() -> list[Column[LineShown]]:
    """What is asked for, at what price, and what came of it in base units."""
    return [
        Column(translate("purchasing", "Medicine"), lambda row: row.medicine, stretch=True, strong=True),
        Column(translate("purchasing", "Packs"), lambda row: count(row.packs), align=END, width=58),
        Column(translate("purchasing", "of"), lambda row: count(row.pack_units), align=END, width=48, muted=True),
        Column(translate("purchasing", "Pack price"), lambda row: price(row.pack_price), align=END, width=84),
        Column(translate("purchasing", "Amount"), lambda row: money(row.amount), align=END, width=92),
        Column(translate("purchasing", "Came"), _came, align=END, width=100, tip=_came),
    ]


def _came(row: LineShown) -> str:
    if row.cancelled:
        return translate("purchasing", "{came}, {rest} cancelled").format(
            came=count(row.came), rest=count(row.cancelled)
        )
    return f"{count(row.came)} / {count(row.units)}" if row.came else "–"


def _paid(one: PricePaid) -> str:
    words = translate("purchasing", "Paid {date}: {price} for {units} ({unit} each), {supplier}")
    return words.format(
        date=date(one.received_on),
        price=price(one.pack_price),
        units=count(one.pack_units),
        unit=price(one.unit_price),
        supplier=line(one.supplier),
    )


class LineDialog(FormDialog):
    """Choose a medicine, then say in which pack, how many and at what price; what it comes to is said below."""

    def __init__(self, desk: Desk, supplier: int | None, old: LineShown | None, parent: QWidget) -> None:
        title = self.tr("Change the line") if old else self.tr("Add a medicine")
        super().__init__(title, self.tr("Take over"), self._take, columns=3, parent=parent)
        self.setMinimumWidth(WIDE)
        self._desk, self._supplier = desk, supplier
        self._reading = Latest()
        self._packs: tuple[Choice, ...] = ()
        self._medicine_id = old.medicine_id if old else 0
        self._medicine, self._base_unit = (old.medicine, old.base_unit) if old else ("", "")
        self._place = old.place if old else 0
        self.line: LineShown | None = None
        self.picker = MedicinePicker(desk, rows=4)
        self.picker.picked.connect(self._picked)
        self.body.insertWidget(1, self.picker)
        self.chosen = Label("", "strong", wrap=True)
        self.body.insertWidget(2, self.chosen)
        self.pack = choice_field([])
        self.packs, self.price = text_field(longest=12), amount_field()
        self.form.add("pack", self.tr("Pack"), self.pack)
        self.form.add("packs", self.tr("Packs"), self.packs, required=True)
        self.form.add("price", self.tr("Price of a pack"), self.price, required=True)
        self.sums = Label("", "muted", wrap=True)
        self.body.insertWidget(4, self.sums)
        self.paid = Label("", "muted", wrap=True)
        self.body.insertWidget(5, self.paid)
        for field in (self.packs, self.price):
            field.textChanged.connect(self._reckon)
        self.pack.currentIndexChanged.connect(self._reckon)
        if old is not None:
            self.picker.setVisible(False)
            self.chosen.setText(line(old.medicine))
            self.packs.setText(str(old.packs))
            self.price.setText(plain(old.pack_price))
            self._reading.ask(self._offer(old.pack_id if old.pack_id else LOOSE, old.pack_units))
            self.packs.setFocus()
        else:
            self.chosen.setText(self.tr("Nothing is chosen yet."))
            self.picker.setFocus()

    def done(self, code: int) -> None:
        """Besides: what is still being read is dropped."""
        self._reading.drop()
        super().done(code)

    def choose(self, medicine: ScannedMedicine) -> None:
        """Take the medicine that was scanned, in its pack."""
        self._medicine_id, self._medicine, self._base_unit = medicine.id, medicine.title, medicine.base_unit
        self.chosen.setText(line(medicine.title))
        self._reading.ask(self._offer(medicine.pack_id))
        self.packs.setFocus()

    def _picked(self, found: FoundMedicine) -> None:
        self.choose(ScannedMedicine(found.id, found.title, found.base_unit))

    async def _offer(self, pack: int | None = None, units: int = 0) -> None:
        """Offer the packs of the medicine, the one bought last first, at the price that was paid last."""
        self._packs = await self._desk.db.cached(queries.packs_of, medicine=self._medicine_id)
        last = await self._desk.db.read(queries.last_price, medicine=self._medicine_id, supplier=self._supplier)
        paid = await self._desk.db.read(queries.prices, medicine=self._medicine_id, most=_PRICES_SHOWN)
        self.paid.setText("\n".join(_paid(one) for one in paid))
        wanted = units or (last.pack_units if last else 0)
        best = pack if pack is not None else next((one.id for one in self._packs if one.units == wanted), None)
        self.pack.clear()
        for one in self._packs:
            self.pack.addItem(line(f"{one.name} · {count(one.units)}"), one.id)
        self.pack.addItem(line(self.tr("loose, by {unit}").format(unit=self._base_unit)), LOOSE)
        if best is not None:
            put_value(self.pack, best)
        if last is not None and not self.price.text() and last.pack_units == self._pack_units():
            self.price.setText(plain(last.pack_price))
        self._reckon()

    def _pack_units(self) -> int:
        chosen = self.pack.currentData()
        return next((one.units for one in self._packs if one.id == chosen), 1)

    def _reckon(self) -> None:
        packs, amount = rules.whole_typed(self.packs.text()), rules.price_typed(self.price.text())
        if packs is None or amount is None or not self._medicine_id:
            self.sums.setText("")
            return
        words = self.tr("{units} {unit} at {price} each, together {amount}")
        self.sums.setText(
            words.format(
                units=count(packs * self._pack_units()),
                unit=line(self._base_unit),
                price=price(rules.unit_price(amount, self._pack_units())),
                amount=money(rules.amount(packs, amount)),
            )
        )

    async def _take(self, values: dict[str, Any]) -> None:
        packs, amount = rules.whole_typed(values["packs"]), rules.price_typed(values["price"])
        if not self._medicine_id:
            raise Refused("line.medicine", self.tr("Choose a medicine first."))
        if packs is None:
            raise Refused("line.packs", self.tr("Type how many packs, as a whole number."), {"field": "packs"})
        if amount is None:
            raise Refused("line.price", self.tr("Type a price with at most four decimals."), {"field": "price"})
        chosen = self.pack.currentData() or None
        self.line = LineShown(
            self._place,
            self._medicine_id,
            self._medicine,
            self._base_unit,
            chosen,
            packs,
            self._pack_units(),
            amount,
        )
