"""The page where goods are received: by scanner or by keyboard, against what the order still expects."""

from PySide6.QtWidgets import QHBoxLayout

from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.clinic.purchasing import actions, queries, queries_medicine
from hms_desktop.clinic.purchasing.queries import OrderLine, OrderSheet
from hms_desktop.clinic.stock import queries_recalls as recalls
from hms_desktop.core.drafts import Draft
from hms_desktop.core.errors import Refused, Stale
from hms_desktop.screens.purchasing.counting import Count, CountDialog, Tally
from hms_desktop.screens.purchasing.deeds import Deeds
from hms_desktop.screens.purchasing.fields import ask_reason
from hms_desktop.screens.purchasing.kept import Uncounted, kept, offered, uncounted
from hms_desktop.screens.purchasing.receiving_lists import counts_model, orders_model, received_model
from hms_desktop.screens.purchasing.returning import ReturnDialog
from hms_desktop.screens.purchasing.words import count, date
from hms_desktop.screens.scanned import ScannedMedicine, heard, pack_scanned
from hms_desktop.widgets.buttons import PRIMARY, QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Question, ask
from hms_desktop.widgets.draft_keeper import DraftKeeper, Kept
from hms_desktop.widgets.draft_offer import DraftOffer
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import text_field
from hms_desktop.widgets.message_bar import announce
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import ElidedLabel, Label, line, name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes

LIST_WIDTH = 330
_LOOK_AGAIN = ("receipt.other_expiry", "receipt.other_medicine")


class ReceivingPage(Page):
    """A scanned pack is counted on its line; Enter on a line counts it by hand; Ctrl Enter books what was counted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Receiving"))
        self.deeds = Deeds()
        self.set_subtitle(self.tr("Scan a pack of an order that is on its way, or open its line with Enter."))
        self.wishes = Wishes(desk)
        self.tally = Tally()
        self.sheet: OrderSheet | None = None
        self._restoring = False
        self._recalled: frozenset[tuple[int, str]] = frozenset()
        self._opening = Latest()
        self.orders = orders_model()
        self.table = TableView(self.tr("Orders on their way"))
        self.table.setModel(self.orders)
        self.table.set_empty_text(self.tr("No order is on its way."))
        self.table.chosen.connect(self._chosen)
        self.line_model = RowsModel[OrderLine](
            [
                Column(self.tr("Medicine"), lambda row: row.medicine, stretch=True, strong=True),
                Column(self.tr("Pack of"), lambda row: count(row.pack_units), align=END, width=72, muted=True),
                Column(self.tr("Expected"), lambda row: count(row.expected), align=END, width=84),
                Column(self.tr("Counted"), self._counted_of, align=END, width=92, tone=self._tone_of),
            ],
            key=lambda row: row.id,
        )
        self.lines = TableView(self.tr("What is expected, in base units"), compact=True)
        self.lines.setModel(self.line_model)
        self.lines.opened.connect(lambda place: self.deeds.begin(self._count(place)))
        self.table.opened.connect(lambda _place: self.lines.setFocus())
        self.lines.set_empty_text(self.tr("Choose an order, or scan a pack."))
        self.count_model = counts_model()
        self.counts = TableView(self.tr("Counted now"), compact=True)
        self.counts.setModel(self.count_model)
        self.counts.set_empty_text(self.tr("Nothing is counted yet."))
        self.counts.opened.connect(lambda place: self.deeds.begin(self._recount(place)))
        self.received_model = received_model()
        self.received = TableView(self.tr("Received before"), compact=True)
        self.received.setModel(self.received_model)
        self.received.set_empty_text(self.tr("Nothing came of this order yet."))
        self.title, self.told = ElidedLabel(role="large"), Label("", "muted", wrap=True)
        self.delivery_note = text_field(longest=60)
        name_for_readers(self.delivery_note, self.tr("Number of the delivery note"))
        self.delivery_note.setPlaceholderText(self.tr("Delivery note"))
        self.remove_button = Button(self.tr("Remove count"), keys="Ctrl+Backspace", kind=QUIET)
        self.remove_button.clicked.connect(self._remove)
        self.correct_button = Button(self.tr("Take back…"), kind=QUIET)
        self.correct_button.clicked.connect(lambda: self.deeds.begin(self._correct()))
        self.return_button = Button(self.tr("Return to supplier…"), kind=QUIET)
        self.return_button.clicked.connect(lambda: self.deeds.begin(self._return()))
        self.book_button = Button(self.tr("Book receipt"), keys="Ctrl+Return", kind=PRIMARY)
        self.book_button.clicked.connect(lambda: self.deeds.begin(self._book()))
        self._lay_out()
        self.setFocusProxy(self.table)
        self.hear_scans()
        self.follow("purchasing")

    def _made_offer(self) -> DraftOffer:
        self.keeper = DraftKeeper(self.desk.drafts, self._counted_now, parent=self)
        self.delivery_note.textChanged.connect(lambda _text: self.keeper.changed())
        self.offer = DraftOffer(self.desk.drafts, offered)
        self.offer.wanted.connect(self._begin_restoring)
        return self.offer

    def _lay_out(self) -> None:
        theme = Theme.current()
        card = Card()
        card.column.setSpacing(theme.space["small"])
        counted, before = QHBoxLayout(), QHBoxLayout()
        counted.addWidget(self.remove_button)
        counted.addStretch(1)
        self.delivery_note.setFixedWidth(220)
        counted.addWidget(self.delivery_note)
        counted.addWidget(self.book_button)
        before.addStretch(1)
        before.addWidget(self.correct_button)
        before.addWidget(self.return_button)
        for part, share in ((self.lines, 5), (self.counts, 3)):
            if part is self.lines:
                card.column.addWidget(self.title)
                card.column.addWidget(self.told)
            card.column.addWidget(part, share)
        card.column.addLayout(counted)
        card.column.addWidget(self.received, 2)
        card.column.addLayout(before)
        self.table.setFixedWidth(LIST_WIDTH)
        self.body.addWidget(self._made_offer())
        self.stand_beside((self.table, 0), (card, 1))

    # What it shows

    def close_page(self) -> None:
        """Besides: what is under way ends."""
        self.deeds.end()
        self._opening.drop()
        self.keeper.close()
        super().close_page()

    async def load(self) -> None:
        rows = await self.desk.db.read(queries.orders, states=("sent",))
        self.orders.show(rows)
        if self.sheet is not None:
            await self._show(self.sheet.id)
        elif rows and not self._restoring:
            self.table.choose(0)

    def show_what(self, what: object) -> None:
        """Show the order of that id."""
        if isinstance(what, int):
            self._opening.ask(self._show(what))

    def unsaved(self) -> int:
        return len(self.tally.all())

    def _counted_now(self) -> Kept | None:
        """What a crash must not lose."""
        counts = self.tally.all()
        return kept(self.sheet, counts, self.delivery_note.text().strip()) if self.sheet and counts else None

    def _begin_restoring(self, draft: Draft) -> None:
        """Meanwhile the list, which is perhaps just being read, opens no order by itself."""
        found = uncounted(draft)
        if self.tally.all():
            self.desk.say(self.tr("Book or remove what was counted before you open another order."), "warning")
        elif found is not None:
            self._restoring = True
            self._opening.ask(self._restore(draft.name, found))

    async def _restore(self, name: str, found: Uncounted) -> None:
        """Go on with a delivery that was being counted before a crash."""
        try:
            await self._show(found.order)
        finally:
            self._restoring = False
        if self.sheet is None:
            return
        for one in found.on(self.sheet):
            self.tally.put(one)
        self.delivery_note.setText(found.delivery_note)
        self.keeper.go_on_with(name)
        self.offer.settled(name)
        self._show_counts()

    def _chosen(self, place: int) -> None:
        row = self.orders.row(place)
        if row is None or self._restoring or (self.sheet is not None and row.id == self.sheet.id):
            return
        if self.tally.all():
            self.desk.say(self.tr("Book or remove what was counted before you open another order."), "warning")
            return
        self._opening.ask(self._show(row.id))

    async def _show(self, order: int) -> None:
        sheet = await self.desk.db.read(queries.order_sheet, order=order, snapshot=True)
        before = await self.desk.db.read(queries.received, order=order)
        medicines = [one.medicine_id for one in sheet.lines]
        self._recalled = await self.desk.db.read(recalls.recalled_lots, medicines=medicines)
        if self.sheet is not None and self.sheet.id != order:
            self.tally.clear()
        self.sheet = sheet
        self.title.setText(f"{sheet.number} · {sheet.supplier}")
        words = self.tr("For {store}; expected on {date}.")
        self.told.setText(words.format(store=line(sheet.store), date=date(sheet.expected_on)))
        self.received_model.show(before)
        self._show_counts()
        place = self.orders.place_of(order)
        if place >= 0 and self.table.chosen_row() != place:
            self.table.choose(place)

    def _show_counts(self) -> None:
        self.line_model.show(self.sheet.lines if self.sheet else ())
        self.count_model.show(self.tally.all())
        self.keeper.changed()
        sent = self.sheet is not None and self.sheet.state == "sent"
        self.book_button.setEnabled(sent and bool(self.tally.all()))
        self.remove_button.setEnabled(bool(self.tally.all()))
        for button in (self.correct_button, self.return_button):
            button.setEnabled(self.received_model.rowCount() > 0)

    def _counted_of(self, row: OrderLine) -> str:
        counted = self.tally.of_line(row.id)
        return count(counted) if counted else "–"

    def _tone_of(self, row: OrderLine) -> str | None:
        counted = self.tally.of_line(row.id)
        if not counted:
            return None
        if counted > row.expected:
            return "stop"
        return "done" if counted == row.expected else "warning"

    # What is counted

    def take_scan(self, text: str) -> bool:
        """A pack is counted on its line, the code of an order opens it; what is neither is said."""
        scan = heard(self.desk, text)
        if scan is not None and scan.kind == "order" and scan.number is not None:
            self._open_scanned(scan.number)
        elif scan is not None:
            self.deeds.begin(self._take_pack(scan))
        return True

    def _open_scanned(self, order: int) -> None:
        """Open the order of a scanned page, unless another one is being counted."""
        if self.tally.all() and self.sheet is not None and self.sheet.id != order:
            self.desk.say(self.tr("Book or remove what was counted before you open another order."), "warning")
        else:
            self._opening.ask(self._show(order))

    async def _take_pack(self, scan: Scan) -> None:
        medicine = await pack_scanned(self.desk.db, self.desk, scan)
        if medicine is None:
            return
        if self.sheet is None or queries.line_of_pack(self.sheet, medicine.pack_id, medicine.id) is None:
            other = None
            if not self.tally.all():
                other = await self.desk.db.read(queries_medicine.order_expecting, medicine=medicine.id)
            if other is None:
                words = self.tr("{name} is not on this order.")
                self.desk.say(words.format(name=medicine.title), "warning")
                return
            await self._show(other)
        self._count_pack(scan, medicine)

    def _count_pack(self, scan: Scan, medicine: ScannedMedicine) -> None:
        found = queries.line_of_pack(self.sheet, medicine.pack_id, medicine.id) if self.sheet else None
        if found is None:
            return
        units = medicine.units
        known = next((one for one in reversed(self.tally.all()) if one.line.id == found.id), None)
        lot, expiry = scan.lot, scan.expiry
        if not lot and known is not None:  # a plain barcode names no lot: it goes on with the one before
            lot, expiry = known.lot, known.expiry
        self.lines.choose(self.line_model.place_of(found.id))
        if not lot:
            self.deeds.begin(self._count(self.line_model.place_of(found.id), units))
            return
        counted = self.tally.add(found, lot, expiry, units)
        self._show_counts()
        self._warn_of_recalled(counted)
        words = self.tr("{medicine}: {n} counted").format(medicine=line(found.medicine), n=count(counted.units))
        announce(self.lines, words)

    def _warn_of_recalled(self, counted: Count) -> None:
        """A pack of a recalled lot is told while it is still in the hand."""
        if (counted.line.medicine_id, counted.lot.strip().lower()) in self._recalled:
            words = self.tr(
                "Lot {lot} of {medicine} is recalled: put it aside. Booked, it is frozen and goes to nobody."
            )
            self.desk.say(words.format(lot=line(counted.lot), medicine=line(counted.line.medicine)), "stop")

    async def _count(self, place: int, units: int = 0) -> None:
        """Ask how much of a line came; `units` where a scan has counted that much already."""
        row = self.line_model.row(place)
        if row is None or self.sheet is None or self.sheet.state != "sent":
            return
        left = max(row.expected - self.tally.of_line(row.id), 0)
        begun = Count(row, "", None, units) if units else None
        dialog = CountDialog(row, begun, left, self)
        if units:
            dialog.form.field("lot").setFocus()
        if await ask(dialog) and dialog.count is not None:
            self.tally.put(dialog.count)
            self._show_counts()
            self._warn_of_recalled(dialog.count)
        dialog.deleteLater()
        self.lines.setFocus()

    async def _recount(self, place: int) -> None:
        old = self.count_model.row(place)
        if old is None:
            return
        dialog = CountDialog(old.line, old, old.line.expected, self)
        if await ask(dialog) and dialog.count is not None:
            self.tally.put(dialog.count, instead_of=old)
            self._show_counts()
            self._warn_of_recalled(dialog.count)
        dialog.deleteLater()

    def _remove(self) -> None:
        row = self.count_model.row(max(self.counts.chosen_row(), 0))
        if row is None:
            return
        self.tally.remove(row)
        self._show_counts()
        words = self.tr("Removed: {name}").format(name=line(row.line.medicine))
        self.desk.say(words, "info", undo=lambda: self._put_back(row))

    def _put_back(self, row: Count) -> None:
        self.tally.put(row)
        self._show_counts()

    # What is done

    async def _book(self) -> None:
        """Book what was counted; what must be looked at or excused is asked, and then it is tried again."""
        while self.sheet is not None and self.tally.all():
            try:
                with self.busy(self.book_button, self.tr("Booking…")):
                    arrived = await self.wishes.run(
                        actions.receive_goods,
                        order=self.sheet.id,
                        version=self.sheet.version,
                        lines=tuple(one.counted() for one in self.tally.all()),
                        delivery_note=self.delivery_note.text().strip(),
                    )
            except Stale as error:
                self.desk.tell(error)
                await self._show(self.sheet.id)
                return
            except Refused as refused:
                if not await self._settled(refused):
                    return
                continue
            self.tally.clear()
            self.delivery_note.clear()
            self._say_what_came(arrived)
            await self._show(self.sheet.id)
            self.reload()

    def _say_what_came(self, arrived: actions.Arrived) -> None:
        if not arrived.recalled:
            self.desk.say(self.tr("Received: {number}").format(number=arrived.number), "done")
            return
        words = self.tr(
            "Received: {number}. Recalled, so put aside and frozen: lot {lots}. Send it back to the supplier."
        )
        self.desk.say(words.format(number=arrived.number, lots=line(", ".join(arrived.recalled))), "stop")

    async def _settled(self, refused: Refused) -> bool:
        """Whether the person settled what was refused, so that it can be tried again."""
        place = int(refused.params.get("line", 0))
        if refused.code in _LOOK_AGAIN:
            question = Question(
                self.tr("Look at the pack again"),
                spoken(refused),
                self.tr("It is right"),
                parent=self,
            )
            agreed = await ask(question)
            question.deleteLater()
            if agreed:
                self.tally.looked_at(place)
            return agreed
        if refused.code == "receipt.shelf_life":

            async def excuse(reason: str) -> None:
                self.tally.excuse(place, reason)

            return await ask_reason(
                self, self.tr("A short life"), self.tr("Take it anyway"), excuse, sentence=spoken(refused)
            )
        self.desk.tell(refused)
        return False

    async def _correct(self) -> None:
        row = self.received_model.row(max(self.received.chosen_row(), 0))
        if row is None:
            return
        dialog = ReturnDialog(self.desk, row, None, self)
        if await ask(dialog):
            self.desk.say(self.tr("Taken back: {name}").format(name=line(row.medicine)), "done")
            self.reload()
        dialog.deleteLater()

    async def _return(self) -> None:
        row = self.received_model.row(max(self.received.chosen_row(), 0))
        if row is None:
            return
        stores = await self.desk.db.read(queries.stores_holding, receipt_line=row.id)
        if not stores:
            raise Refused("return.none_left", self.tr("No store holds anything of this batch any more."))
        dialog = ReturnDialog(self.desk, row, stores, self)
        if await ask(dialog):
            words = self.tr("Goes back to the supplier: {number}").format(number=dialog.result_value)
            self.desk.say(words, "done")
            self.reload()
        dialog.deleteLater()
