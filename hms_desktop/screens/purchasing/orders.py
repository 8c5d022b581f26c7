"""The page of orders: what is wanted, who must approve it, what is on its way."""

from collections.abc import Callable
from typing import Any

from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.clinic.purchasing import actions, proposals, queries, queries_medicine
from hms_desktop.clinic.purchasing.queries import OrderRow, OrderSheet
from hms_desktop.clinic.purchasing.rules import OPEN_STATES
from hms_desktop.core.errors import Refused
from hms_desktop.screens.purchasing.deeds import Deeds
from hms_desktop.screens.purchasing.fields import ask_reason
from hms_desktop.screens.purchasing.order_card import OrderCard
from hms_desktop.screens.purchasing.order_lines import LineShown
from hms_desktop.screens.purchasing.order_paper import save_order
from hms_desktop.screens.purchasing.words import ORDER_TONES, date, money, state_words
from hms_desktop.screens.scanned import ScannedMedicine, heard, medicine_scanned, next_of
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.wishes import Wishes

LIST_WIDTH = 400
_NEXT: dict[str, Callable[..., int]] = {
    "submitted": actions.approve_purchase_order,
    "approved": actions.send_purchase_order,
}


class OrdersPage(Page):
    """The list at the leading side, the chosen order beside it. Ctrl Enter is the next step of that order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Orders"))
        self.deeds = Deeds()
        self.wishes = Wishes(desk)
        self._shown: int | None = None
        self._opening = Latest()
        self.which = choice_field(
            [
                (OPEN_STATES, self.tr("open")),
                (("submitted",), self.tr("to be approved")),
                (("sent",), self.tr("on their way")),
                (("complete", "cancelled"), self.tr("complete and cancelled")),
            ]
        )
        name_for_readers(self.which, self.tr("Which orders"))
        self.which.currentIndexChanged.connect(self.reload)
        self.model = RowsModel[OrderRow](
            [
                Column(self.tr("Order"), lambda row: row.number, width=122, strong=True),
                Column(self.tr("Supplier"), lambda row: row.supplier, stretch=True, tip=_tip),
                Column(self.tr("State"), _state, width=134, tone=_tone, tip=_tip),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Orders"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("No order here. Ctrl N begins one, Ctrl R proposes what is running out."))
        self.table.chosen.connect(self._chosen)
        self.card = OrderCard(desk)
        self.card.wished.connect(lambda wish: self.deeds.begin(self._do(wish)))
        self.propose_button = Button(self.tr("Propose from stock"), keys="Ctrl+R", icon="refresh-cw")
        self.propose_button.clicked.connect(lambda: self.deeds.begin(self._propose()))
        self.new_button = Button(self.tr("New order"), keys="Ctrl+N", icon="plus")
        self.new_button.clicked.connect(self._begin_new)
        for part in (self.which, self.propose_button, self.new_button):
            self.buttons.addWidget(part)
        self.table.setFixedWidth(LIST_WIDTH)
        self.stand_beside((self.table, 0), (self.card, 1))
        self.card.show_new()
        self.setFocusProxy(self.table)
        self.hear_scans()
        self.follow("purchasing")

    def close_page(self) -> None:
        """Besides: what is under way ends."""
        self.deeds.end()
        self.card.deeds.end()
        self._opening.drop()
        super().close_page()

    async def load(self) -> None:
        suppliers = await self.desk.db.cached(queries.supplier_choices)
        stores = await self.desk.db.cached(queries.store_choices)
        rows = await self.desk.db.read(queries.orders, states=self.which.currentData())
        self.card.offer(suppliers, stores)
        self.model.show(rows)
        full = len(rows) == queries.MOST_ORDERS
        self.set_hint(self.tr("The newest {n} are shown.").format(n=len(rows)) if full else "")
        if self.card.touched():
            return
        if self._shown is not None:
            await self._show(self._shown)
        elif rows and self.card.sheet is None:
            self.table.choose(0)

    def unsaved(self) -> int:
        return int(self.card.touched())

    def show_what(self, what: object) -> None:
        """Show the order of that id."""
        if isinstance(what, int):
            self._opening.ask(self._show(what))

    def _chosen(self, place: int) -> None:
        row = self.model.row(place)
        if row is None or row.id == self._shown:
            return
        if self.card.touched():
            self.desk.say(self.tr("The draft is not saved yet; save it (Ctrl S) or discard it first."), "warning")
            return
        self._opening.ask(self._show(row.id))

    async def _show(self, order: int) -> None:
        sheet: OrderSheet = await self.desk.db.read(queries.order_sheet, order=order, snapshot=True)
        self._shown = order
        self.card.show_order(sheet)
        place = self.model.place_of(order)
        if place >= 0 and self.table.chosen_row() != place:
            self.table.choose(place)

    def _begin_new(self) -> None:
        if self.card.touched():
            self.desk.say(self.tr("The draft is not saved yet; save it (Ctrl S) or discard it first."), "warning")
            return
        self._shown = None
        self.table.clearSelection()
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self.card.show_new()
        self.card.supplier.setFocus()

    # Scanning

    def take_scan(self, text: str) -> bool:
        """An order's code opens it; a pack goes into the order that is being written, else to the orders that ask."""
        scan = heard(self.desk, text)
        if scan is not None and scan.kind == "order" and scan.number is not None:
            self._open_scanned(scan.number)
        elif scan is not None:
            self.deeds.begin(self._take_medicine(scan))
        return True

    def _open_scanned(self, order: int) -> None:
        if self.card.touched() and order != self._shown:
            self.desk.say(self.tr("The draft is not saved yet; save it (Ctrl S) or discard it first."), "warning")
        else:
            self._opening.ask(self._show(order))

    async def _take_medicine(self, scan: Scan) -> None:
        medicine = await medicine_scanned(self.desk.db, self.desk, scan)
        if medicine is None:
            return
        if self.card.sheet is None or self.card.touched():
            self.card.put_in(medicine)
        else:
            await self._find_asking(medicine)

    async def _find_asking(self, medicine: ScannedMedicine) -> None:
        """Show the line of a medicine in the order that is open; scanned again, in the next order that asks for it."""
        asking = await self.desk.db.read(queries_medicine.orders_asking, medicine=medicine.id)
        if not asking:
            words = self.tr("No open order asks for {name}; Ctrl N begins one.")
            self.desk.say(words.format(name=medicine.title), "info")
            return
        await self._show(next_of(asking, self._shown, looked_at=self.card.chosen_medicine() == medicine.id))
        self.card.choose_medicine(medicine.id)
        if len(asking) > 1:
            words = self.tr("Open orders that ask for {name}: {n}. Scan it again for the next one.")
            self.desk.say(words.format(name=medicine.title, n=len(asking)), "info")

    async def _propose(self) -> None:
        store = self.card.store.currentData()
        if store is None:
            raise Refused("order.store_id", "This store is not in use; choose another one.")
        if self.card.touched():
            self.desk.say(self.tr("The draft is not saved yet; save it (Ctrl S) or discard it first."), "warning")
            return
        with self.busy(self.propose_button, self.tr("Looking at what runs out…")):
            found = await self.desk.db.read(proposals.proposed_lines, store=store)
        if not found:
            self.desk.say(self.tr("Nothing has fallen to its reorder level in this store."), "info")
            return
        self._begin_new()
        lines = [LineShown(place=place, **one.line()) for place, one in enumerate(found, start=1)]
        self.card.show_new(lines, store)
        self.desk.say(self.tr("Proposed medicines: {n}. Choose the supplier and save.").format(n=len(lines)), "info")

    async def _do(self, wish: str) -> None:
        deeds = {
            "save": self._save,
            "discard": self._discard,
            "next": self._next,
            "back": self._send_back,
            "cancel": self._cancel,
            "file": self._file,
        }
        await deeds[wish]()

    async def _save(self) -> int | None:
        draft = self.card.draft()
        if draft is None:
            return None
        with self.busy(self.card.save_button, self.tr("Saving…")):
            made = await self.wishes.run(actions.save_purchase_order, draft=draft)
        await self._show(made)
        self.desk.say(self.tr("Saved: {name}").format(name=self.card.title.whole_text()), "done")
        return made

    async def _next(self) -> None:
        state = self.card.sheet.state if self.card.sheet else "draft"
        if state == "sent":
            self.desk.go_to("receiving", self._shown)
            return
        if state == "draft":
            if (self.card.touched() or self.card.sheet is None) and await self._save() is None:
                return
            await self._step(actions.submit_purchase_order)
        elif state in _NEXT:
            await self._step(_NEXT[state])

    async def _step(self, action: Callable[..., int], **more: Any) -> None:
        sheet = self.card.sheet
        if sheet is None:
            return
        with self.busy(self.card.next_button, self.tr("Saving…")):
            await self.wishes.run(action, order=sheet.id, version=sheet.version, **more)
        await self._show(sheet.id)
        after = self.card.sheet
        if after is not None:
            words = self.tr("{number} is now: {state}")
            self.desk.say(words.format(number=after.number, state=state_words(after.state)), "done")
        self.reload()

    async def _discard(self) -> None:
        if self.card.sheet is not None:
            self.card.show_order(self.card.sheet)
        else:
            self.card.show_new()

    async def _send_back(self) -> None:
        await ask_reason(
            self,
            self.tr("Send the order back"),
            self.tr("Send back"),
            lambda reason: self._step(actions.send_back_purchase_order, reason=reason),
            sentence=self.tr("Its writer can change it and hand it in again."),
        )

    async def _cancel(self) -> None:
        await ask_reason(
            self,
            self.card.cancel_button.words().rstrip("…"),
            self.tr("Cancel it"),
            lambda reason: self._step(actions.cancel_purchase_order, reason=reason),
            sentence=self.tr("What is not delivered yet is expected no longer."),
        )

    async def _file(self) -> None:
        if self.card.sheet is not None and (file := await save_order(self, self.card.sheet)) is not None:
            self.desk.say(self.tr("Saved in {file}.").format(file=file.name), "done")


def _state(row: OrderRow) -> str:
    if row.state == "sent" and row.arrived:
        return f"{state_words(row.state)}, {row.arrived} %"
    return state_words(row.state)


def _tone(row: OrderRow) -> str:
    return "warning" if row.late else ORDER_TONES.get(row.state, "neutral")


def _tip(row: OrderRow) -> str:
    return f"{row.supplier} · {row.store} · {money(row.total)} · {date(row.written_on)} → {date(row.expected_on)}"
