"""The page of invoices: ordered, received, invoiced beside each other, and what to do where they differ."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.clinic.purchasing import actions, invoices, queries, queries_medicine
from hms_desktop.clinic.purchasing.invoices import InvoiceRow, InvoiceSheet, MatchLine
from hms_desktop.core.errors import Refused
from hms_desktop.screens.purchasing.deeds import Deeds
from hms_desktop.screens.purchasing.fields import ask_reason
from hms_desktop.screens.purchasing.invoice_dialog import InvoiceDialog
from hms_desktop.screens.purchasing.words import INVOICE_TONES, count, date, invoice_words, money, packs, price
from hms_desktop.screens.scanned import heard, medicine_scanned, next_of
from hms_desktop.widgets.buttons import PRIMARY, STOP, Button
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import FormDialog, choice_field
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import ElidedLabel, Label, line
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes

LIST_WIDTH = 400
INVOICED = ("sent", "complete")
"""States of an order that can be invoiced."""
_NOT_SENT = "Only an order that was sent can be invoiced; choose another one."


class InvoicesPage(Page):
    """What waits for a decision stands first; what agrees needs nobody."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Invoices"))
        self.deeds = Deeds()
        self.set_subtitle(self.tr("Each line is compared with what was ordered and with what stayed here."))
        self.wishes = Wishes(desk)
        self.sheet: InvoiceSheet | None = None
        self._opening = Latest()
        self.model = RowsModel[InvoiceRow](
            [
                Column(self.tr("Invoice"), lambda row: row.number, width=110, strong=True),
                Column(self.tr("Supplier"), lambda row: row.supplier, stretch=True, tip=_tip),
                Column(self.tr("Amount"), lambda row: money(row.amount), align=END, width=84),
                Column(
                    self.tr("State"),
                    lambda row: invoice_words(row.state),
                    width=104,
                    tone=lambda row: INVOICE_TONES.get(row.state, "neutral"),
                ),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Invoices"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("No invoice yet. Ctrl N enters one."))
        self.table.chosen.connect(self._chosen)
        self.line_model = RowsModel[MatchLine](
            [
                Column(self.tr("Medicine"), lambda row: row.medicine, stretch=True, strong=True),
                Column(self.tr("Ordered"), lambda row: count(row.ordered), align=END, width=70),
                Column(self.tr("Came"), lambda row: packs(row.came), align=END, width=60),
                Column(self.tr("Before"), lambda row: count(row.before), align=END, width=60, muted=True),
                Column(
                    self.tr("Invoiced"),
                    _invoiced,
                    align=END,
                    width=92,
                    tone=lambda row: "warning" if row.quantity_differs else None,
                ),
                Column(self.tr("Price"), lambda row: price(row.price_ordered), align=END, width=66),
                Column(
                    self.tr("Asked"),
                    _asked,
                    align=END,
                    width=80,
                    tone=lambda row: "warning" if row.price_differs else None,
                ),
            ],
            key=lambda row: row.line_id,
        )
        self.lines = TableView(self.tr("Ordered, received and invoiced, in packs"), compact=True)
        self.lines.setModel(self.line_model)
        self.title, self.state = ElidedLabel(role="large"), Chip()
        self.facts, self.verdict = Label("", "muted", wrap=True), Label("", "strong", wrap=True)
        self.new_button = Button(self.tr("Enter invoice…"), keys="Ctrl+N", icon="plus")
        self.new_button.clicked.connect(lambda: self.deeds.begin(self._enter()))
        self.buttons.addWidget(self.new_button)
        self.match_button = Button(self.tr("Compare again"), keys="Ctrl+R")
        self.match_button.clicked.connect(lambda: self.deeds.begin(self._match()))
        self.reject_button = Button(self.tr("Reject…"), kind=STOP)
        self.reject_button.clicked.connect(lambda: self.deeds.begin(self._reject()))
        self.accept_button = Button(self.tr("Accept difference…"), keys="Ctrl+Return", kind=PRIMARY)
        self.accept_button.clicked.connect(lambda: self.deeds.begin(self._accept()))
        self._lay_out()
        self._show_nothing()
        self.setFocusProxy(self.table)
        self.hear_scans()
        self.follow("purchasing")

    def _lay_out(self) -> None:
        card, head, buttons = Card(), QHBoxLayout(), QHBoxLayout()
        card.column.setSpacing(Theme.current().space["small"])
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        buttons.addWidget(self.reject_button)
        buttons.addStretch(1)
        buttons.addWidget(self.match_button)
        buttons.addWidget(self.accept_button)
        card.column.addLayout(head)
        card.column.addWidget(self.facts)
        card.column.addWidget(self.lines, 1)
        card.column.addWidget(self.verdict)
        card.column.addLayout(buttons)
        self.table.setFixedWidth(LIST_WIDTH)
        self.stand_beside((self.table, 0), (card, 1))

    def close_page(self) -> None:
        """Besides: what is under way ends."""
        self.deeds.end()
        self._opening.drop()
        super().close_page()

    async def load(self) -> None:
        rows = await self.desk.db.read(invoices.invoices)
        self.model.show(rows)
        full = len(rows) == invoices.MOST_INVOICES
        self.set_hint(self.tr("The newest {n} are shown.").format(n=len(rows)) if full else "")
        if self.sheet is not None:
            await self._show(self.sheet.row.id)
        elif rows:
            self.table.choose(0)

    def _chosen(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None and (self.sheet is None or row.id != self.sheet.row.id):
            self._opening.ask(self._show(row.id))

    def _show_nothing(self) -> None:
        self.title.setText(self.tr("No invoice is chosen"))
        self.state.setVisible(False)
        for button in (self.match_button, self.reject_button, self.accept_button):
            button.setVisible(False)

    async def _show(self, invoice: int) -> None:
        sheet = await self.desk.db.read(invoices.invoice_sheet, invoice=invoice, snapshot=True)
        self.sheet = sheet
        row = sheet.row
        self.title.setText(f"{row.number} · {row.supplier}")
        self.state.show_word(invoice_words(row.state), INVOICE_TONES.get(row.state, "neutral"))
        self.state.setVisible(True)
        words = self.tr("Order {order}, dated {date}, entered by {person}. Amount {amount}, of it charges {charges}.")
        self.facts.setText(
            words.format(
                order=row.order,
                date=date(row.dated),
                person=line(row.person),
                amount=money(row.amount),
                charges=money(row.charges),
            )
        )
        self.line_model.show(sheet.lines)
        self.verdict.setText(self._verdict(sheet))
        differs = row.state == "differs"
        self.match_button.setVisible(differs)
        self.accept_button.setVisible(differs)
        self.reject_button.setVisible(row.state in ("differs", "matched"))
        self.accept_button.setEnabled(not row.own)
        self.reject_button.setEnabled(not row.own)
        place = self.model.place_of(invoice)
        if place >= 0 and self.table.chosen_row() != place:
            self.table.choose(place)

    def _verdict(self, sheet: InvoiceSheet) -> str:
        """What does not agree, in one sentence; who may decide; why it was decided."""
        if sheet.row.state in ("approved", "rejected"):
            return self.tr("Reason: {reason}").format(reason=line(sheet.row.reason))
        found = []
        if any(one.quantity_differs for one in sheet.lines):
            found.append(self.tr("More is asked for than came and stayed."))
        if any(one.price_differs for one in sheet.lines):
            found.append(self.tr("A price is higher than ordered."))
        if sheet.sum_differs:
            words = self.tr("Lines and charges come to {reckoned}, the paper says {amount}.")
            found.append(words.format(reckoned=money(sheet.reckoned), amount=money(sheet.row.amount)))
        if not found:
            return self.tr("Everything agrees; it can be paid.")
        if sheet.row.own:
            found.append(self.tr("You entered it; a colleague decides."))
        return " ".join(found)

    def take_scan(self, text: str) -> bool:
        """An invoice's number or its order's code opens it; a pack finds its line."""
        number = text.strip().casefold()
        named = next((row.id for row in self.model.rows() if row.number.casefold() == number), None)
        if named is not None:
            self._opening.ask(self._show(named))
            return True
        scan = heard(self.desk, text)
        if scan is not None and scan.kind == "order" and scan.number is not None:
            self.deeds.begin(self._find_of_order(scan.number))
        elif scan is not None:
            self.deeds.begin(self._find_line(scan))
        return True

    async def _find_of_order(self, order: int) -> None:
        """The invoice of an order, scanned again the one before it; where none came yet, it is entered."""
        found = await self.desk.db.read(invoices.invoices_of_order, order=order)
        if found:
            await self._show(next_of(found, self._shown, looked_at=True))
        else:
            await self._enter_for(order)

    async def _find_line(self, scan: Scan) -> None:
        """The line of a medicine on the invoice that is open; scanned again, on the next one that asks for it."""
        medicine = await medicine_scanned(self.desk.db, self.desk, scan)
        if medicine is None:
            return
        found = await self.desk.db.read(queries_medicine.invoices_with, medicine=medicine.id)
        if not found:
            words = self.tr("No invoice asks money for {name}.")
            self.desk.say(words.format(name=medicine.title), "info")
            return
        chosen = self.line_model.row(self.lines.chosen_row())
        looked_at = chosen is not None and chosen.medicine_id == medicine.id
        await self._show(next_of(found, self._shown, looked_at=looked_at))
        self.lines.choose(next(at for at, row in enumerate(self.line_model.rows()) if row.medicine_id == medicine.id))
        self.lines.setFocus()
        if len(found) > 1:
            words = self.tr("Invoices that ask money for {name}: {n}. Scan it again for the next one.")
            self.desk.say(words.format(name=medicine.title, n=len(found)), "info")

    @property
    def _shown(self) -> int | None:
        return self.sheet.row.id if self.sheet else None

    async def _enter(self) -> None:
        orders = await self.desk.db.read(queries.orders, states=INVOICED)
        if not orders:
            raise Refused("invoice.order", _NOT_SENT)
        choices = [(one.id, f"{one.number} · {one.supplier} · {money(one.total)}") for one in orders]

        async def chosen(values: dict[str, Any]) -> object:
            return values["order"]

        which = FormDialog(self.tr("Which order is invoiced?"), self.tr("Go on"), chosen, parent=self)
        which.form.add("order", self.tr("Order"), choice_field(choices))
        agreed, order = await ask(which), which.form.values()["order"]
        which.deleteLater()
        if agreed:
            await self._enter_for(order)

    async def _enter_for(self, order: int) -> None:
        sheet = await self.desk.db.read(queries.order_sheet, order=order, snapshot=True)
        if sheet.state not in INVOICED:
            raise Refused("invoice.order", _NOT_SENT)
        dialog = InvoiceDialog(self.desk, sheet, self)
        if await ask(dialog) and isinstance(dialog.result_value, tuple):
            made, state = dialog.result_value
            self.desk.say(self.tr("Entered: {state}").format(state=invoice_words(state)), "done")
            self.model.show(await self.desk.db.read(invoices.invoices))
            await self._show(made)
        dialog.deleteLater()

    async def _match(self) -> None:
        if self.sheet is None:
            return
        with self.busy(self.match_button, self.tr("Comparing…")):
            state = await self.wishes.run(actions.match_invoice, invoice=self.sheet.row.id)
        self.desk.say(self.tr("Compared: {state}").format(state=invoice_words(state)), "info")
        self.reload()

    async def _decide(self, action: Callable[..., int], reason: str) -> None:
        if self.sheet is not None:
            row = self.sheet.row
            await self.wishes.run(action, invoice=row.id, version=row.version, reason=reason)
            self.reload()

    async def _accept(self) -> None:
        await ask_reason(
            self,
            self.tr("Accept the difference"),
            self.tr("Accept"),
            lambda reason: self._decide(actions.approve_invoice, reason),
            sentence=self.verdict.text(),
        )

    async def _reject(self) -> None:
        await ask_reason(
            self,
            self.tr("Reject the invoice"),
            self.tr("Reject"),
            lambda reason: self._decide(actions.reject_invoice, reason),
            sentence=self.tr("Its number may come again on a corrected invoice."),
        )


def _invoiced(row: MatchLine) -> str:
    return f"{count(row.invoiced)} > {packs(row.came - row.before)}" if row.quantity_differs else count(row.invoiced)


def _asked(row: MatchLine) -> str:
    return price(row.price_invoiced)


def _tip(row: InvoiceRow) -> str:
    return f"{row.supplier} · {row.order} · {date(row.dated)}"
