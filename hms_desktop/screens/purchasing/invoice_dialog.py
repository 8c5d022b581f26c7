"""The dialog that enters an invoice of an order: what came and was not invoiced yet stands in it already."""

import datetime as dt
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from hms_desktop.clinic.purchasing import actions, rules
from hms_desktop.clinic.purchasing.actions import InvoicedLine, InvoiceDraft
from hms_desktop.clinic.purchasing.queries import OrderLine, OrderSheet
from hms_desktop.core.errors import Refused
from hms_desktop.screens.purchasing.fields import amount_field
from hms_desktop.screens.purchasing.words import count, money, plain
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import WIDE
from hms_desktop.widgets.forms import FormDialog, text_field
from hms_desktop.widgets.plain_text import ElidedLabel, Label, line, name_for_readers
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes


class InvoiceDialog(FormDialog):
    """Number, date and amount from the paper; its lines beside what the order expects to be invoiced."""

    def __init__(self, desk: Desk, sheet: OrderSheet, parent: QWidget) -> None:
        super().__init__(
            self.tr("Invoice for {number}").format(number=sheet.number),
            self.tr("Enter"),
            self._enter,
            sentence=line(sheet.supplier),
            columns=2,
            parent=parent,
        )
        self.setMinimumWidth(WIDE)
        self._wishes, self._sheet = Wishes(desk), sheet
        self._fields: dict[int, tuple[QLineEdit, QLineEdit]] = {}
        self.form.add("number", self.tr("Number of the invoice"), text_field(longest=60), required=True)
        self.form.add(
            "dated", self.tr("Dated (year-month-day)"), text_field(longest=10, hint="2026-12-31"), required=True
        )
        self.form.add("amount", self.tr("Amount of the invoice"), amount_field(), required=True)
        self.form.add("charges", self.tr("of it freight, tax and the like"), amount_field())
        self.body.insertWidget(2, self._lines())
        self.sums = Label("", "muted", wrap=True)
        self.body.insertWidget(3, self.sums)
        self._reckon()
        self.form.field("number").setFocus()

    def _lines(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Theme.current().space["small"])
        heads = (self.tr("Medicine"), self.tr("Came, not invoiced"), self.tr("Packs"), self.tr("Pack price"))
        for place, words in enumerate(heads):
            grid.addWidget(Label(words, "small"), 0, place)
        for row, one in enumerate(self._sheet.lines, start=1):
            due = max(one.received - one.returned - one.invoiced, 0) // one.pack_units
            packs = text_field(str(due) if due else "", longest=12)
            paid = amount_field(plain(one.pack_price))
            name_for_readers(packs, self.tr("{medicine}: packs invoiced").format(medicine=one.medicine))
            name_for_readers(paid, self.tr("{medicine}: price of a pack").format(medicine=one.medicine))
            for field in (packs, paid):
                field.setFixedWidth(110)
                field.textChanged.connect(self._reckon)
            grid.addWidget(ElidedLabel(one.medicine), row, 0)
            grid.addWidget(Label(count(due)), row, 1)
            grid.addWidget(packs, row, 2)
            grid.addWidget(paid, row, 3)
            self._fields[one.id] = (packs, paid)
        grid.setColumnStretch(0, 1)
        return inside

    def _typed(self, one: OrderLine) -> tuple[int, Decimal] | None:
        packs, paid = self._fields[one.id]
        many, price = rules.whole_typed(packs.text()), rules.price_typed(paid.text())
        return None if many is None or price is None else (many, price)

    def _reckon(self) -> None:
        typed = [found for one in self._sheet.lines if (found := self._typed(one)) is not None]
        total = sum((rules.amount(packs, price) for packs, price in typed), Decimal(0))
        self.sums.setText(self.tr("The lines come to {amount}.").format(amount=money(total)))

    async def _enter(self, values: dict[str, Any]) -> object:
        amount = rules.price_typed(values["amount"])
        charges = rules.price_typed(values["charges"]) if values["charges"] else Decimal(0)
        for name, typed in (("amount", amount), ("charges", charges)):
            if typed is None or typed != typed.quantize(rules.CENT):
                raise Refused("invoice.amount", self.tr("Type an amount with two decimals."), {"field": name})
        try:
            dated = dt.date.fromisoformat(values["dated"])
        except ValueError:
            sentence = self.tr("Type the date as year-month-day, such as 2026-12-31.")
            raise Refused("invoice.date", sentence, {"field": "dated"}) from None
        lines = []
        for one in self._sheet.lines:
            packs, _paid = self._fields[one.id]
            if not packs.text().strip() or packs.text().strip() == "0":
                continue
            found = self._typed(one)
            if found is None:
                sentence = self.tr("Line {line} needs whole packs and a price; correct it.").format(line=one.place)
                raise Refused("invoice.typed", sentence)
            lines.append(InvoicedLine(one.id, *found))
        draft = InvoiceDraft(values["number"], dated, amount or Decimal(0), tuple(lines), charges or Decimal(0))
        return await self._wishes.run(actions.enter_invoice, order=self._sheet.id, draft=draft)
