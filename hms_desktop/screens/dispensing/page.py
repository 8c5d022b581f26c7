"""The pharmacy's counter: what waits, one prescription with its batches, verified by scan, dispensed and printed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.dispensing import actions, queries, queries_shelf
from hms_desktop.clinic.dispensing.queries import Sheet
from hms_desktop.clinic.medicines.scanning import Scan, read_scan
from hms_desktop.clinic.queue import actions as queue_actions
from hms_desktop.clinic.queue import queries as queue
from hms_desktop.core.drafts import Draft
from hms_desktop.core.errors import Refused, Stale
from hms_desktop.screens.dispensing import draft as drafting
from hms_desktop.screens.dispensing.asking import ChangeLineDialog, HistoryDialog
from hms_desktop.screens.dispensing.draft import LineDraft
from hms_desktop.screens.dispensing.foot import SheetFoot
from hms_desktop.screens.dispensing.handing_out import HandingOut
from hms_desktop.screens.dispensing.kept import begun, kept, offered
from hms_desktop.screens.dispensing.sheet import SheetView
from hms_desktop.screens.dispensing.verifying import verified
from hms_desktop.screens.dispensing.words import total_words
from hms_desktop.screens.dispensing.worklist import WorkList
from hms_desktop.screens.pickers import find
from hms_desktop.screens.warnings import WarningsPanel
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.draft_keeper import DraftKeeper, Kept
from hms_desktop.widgets.draft_offer import DraftOffer
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.message_bar import Message
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes

MOST_FOUND = 20


class DispensingPage(Page):
    """Everything by keyboard and scanner: Enter opens, a scan verifies, Ctrl+Enter dispenses, Esc goes back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self._wishes = Wishes(desk)
        self._doing, self._looking = Latest(), Latest()
        self._drafts: tuple[LineDraft, ...] = ()
        self._only: int | None = None
        self._found: tuple[int, ...] | None = None
        self._services: tuple[int, ...] = ()
        self._make_heading()
        beside = QHBoxLayout()
        beside.setSpacing(Theme.current().space["wide"])
        beside.addWidget(self._made_list(), 1)
        beside.addWidget(self._made_sheet(), 3)
        self.body.addWidget(self._made_offer())
        self.body.addLayout(beside, 1)
        self.set_title(self.tr("Dispensing"))
        self.setFocusProxy(self.work.table)
        self.hear_scans()
        self.follow("dispensing")
        self.follow("prescriptions")
        self.follow("queue")
        desk.room_changed.connect(lambda _room: self.mark_stale())
        self._show_state()

    def _make_heading(self) -> None:
        self.store = choice_field([])
        name_for_readers(self.store, self.tr("Store"))
        self.store.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.store.currentIndexChanged.connect(lambda _place: self._store_changed())
        self.call = Button(self.tr("Call to the window"), keys="F8", icon="megaphone")
        self.call.clicked.connect(lambda: self._doing.ask(self._call()))
        self.history = Button(self.tr("Handed out…"), keys="Ctrl+H")
        self.history.clicked.connect(lambda: self._doing.ask(self._show_history()))
        for part in (self.store, self.call, self.history):
            self.buttons.addWidget(part)

    def _made_list(self) -> WorkList:
        self.work = WorkList(self._find)
        self.work.opened.connect(lambda prescription: self._doing.ask(self.open(prescription)))
        self.work.chosen.connect(self._show_state)
        return self.work

    def _made_sheet(self) -> QWidget:
        self.view = SheetView()
        self.view.chosen.connect(lambda _row: self._looking.ask(self._look_around()))
        self.warnings = WarningsPanel(self.desk)
        self.warnings.leaving_out.connect(self._leave_out)
        self.view.below.insertWidget(0, self.warnings)
        self.view.table.opened.connect(lambda _row: go(self._dispense()))
        foot = SheetFoot()
        self.told, self.total = foot.told, foot.total
        self.change, self.leave, self.dispense = foot.change, foot.leave, foot.dispense
        self.change.clicked.connect(lambda: self._doing.ask(self._change_line()))
        self.leave.clicked.connect(lambda: go(self.put_back()))
        self.dispense.clicked.connect(lambda: go(self._dispense()))
        self._handing_out = HandingOut(self, self.dispense, self.warnings)
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().space["medium"])
        column.addWidget(self.view, 1)
        column.addWidget(foot)
        return self.side

    def _made_offer(self) -> DraftOffer:
        self.keeper = DraftKeeper(self.desk.drafts, self._begun_here, parent=self)
        self.told.textChanged.connect(lambda _text: self.keeper.changed())
        self.offer = DraftOffer(self.desk.drafts, offered)
        self.offer.wanted.connect(lambda draft: self._doing.ask(self._restore(draft)))
        return self.offer

    # Reading ------------------------------------------------------------------------------------------------------

    async def load(self) -> None:
        """Read the list again, and the open prescription: what was changed by hand in it stays."""
        db, room = self.desk.db, self.desk.room
        if not self.store.count():
            self._offer_stores(await db.cached(queries_shelf.stores))
        found = () if room is None else await db.cached(queue.services_of_room, room=room.id)
        self._services = tuple(one.service_id for one in found)
        await self._read_list()
        if self.view.sheet is not None and not self._handing_out.unanswered:
            await self._read_sheet(self.view.sheet.prescription_id)

    async def _read_list(self) -> None:
        if self._found is None:
            rows = await self.desk.db.read(queries.to_dispense, services=self._services)
        else:
            rows = await self.desk.db.read(queries.of_patients, patients=self._found, services=self._services)
        empty = (
            self.tr("Nothing waits. New prescriptions appear here by themselves.")
            if self._found is None
            else self.tr("Nothing may be dispensed for this patient.")
        )
        self.work.show_rows(rows, empty)
        self.set_subtitle(self.tr("%n to dispense", "", len(rows)))
        self._show_state()

    async def _find(self, text: str) -> None:
        """Prescriptions of whom the text means; the whole list where it is empty."""
        self._found = None
        if text.strip():
            self._found = tuple(one.id for one in await find(self.desk, text, MOST_FOUND))
        await self._read_list()
        self.work.table.choose(0)

    async def _read_sheet(self, prescription: int) -> None:
        store = self.store.currentData()
        if store is None:
            raise Refused(
                "dispensing.no_store", "Medicines are dispensed from a pharmacy's or a ward's store; choose one."
            )
        sheet = await self.desk.db.read(
            queries.prescription_sheet, snapshot=True, prescription=prescription, store=store
        )
        before = self.view.sheet
        same = before is not None and (before.prescription_id, before.store_id) == (prescription, store)
        self._drafts = (
            drafting.renewed(sheet, self._drafts, self._only) if same else drafting.of_sheet(sheet, self._only)
        )
        self.view.show_sheet(sheet, self._drafts)
        if not same:
            self._show_state()
            self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.table.choose(next((at for at, one in enumerate(self._drafts) if one.picks), 0))
        await self._changed(sheet)

    async def _changed(self, sheet: Sheet) -> None:
        """What is to be given is not what it was: warnings, notes and totals follow."""
        self.view.show_drafts(self._drafts)
        self.keeper.changed()
        self._looking.ask(self._look_around())
        self._show_state()
        asked = [
            {"place": one.line.place, "line": one.line.id, "batch": pick.batch}
            for one in self._drafts
            for pick in one.picks[:1]
        ]
        await self.warnings.check(sheet.patient_id, asked)

    def _leave_out(self, place: int) -> None:
        """A warning's way out: nothing of that line now, and the patient is told."""
        self._drafts = tuple(drafting.stopped(one) if one.line.place == place else one for one in self._drafts)
        if self.view.sheet is not None:
            self._doing.ask(self._changed(self.view.sheet))

    async def _look_around(self) -> None:
        """Other stores and equivalent medicines for the chosen line, where this store lacks some."""
        sheet, one = self.view.sheet, self._chosen_draft()
        if sheet is None or one is None:
            return
        self.view.line_card.show_line(one, sheet, await self._stocked(sheet, one) if one.missing else ())

    async def _stocked(self, sheet: Sheet, one: LineDraft) -> tuple[queries_shelf.Stocked, ...]:
        return await self.desk.db.read(queries_shelf.elsewhere, medicine=one.line.medicine_id, store=sheet.store_id)

    def _offer_stores(self, stores: Sequence[queries_shelf.StoreChoice]) -> None:
        self.store.blockSignals(True)
        for one in stores:
            self.store.addItem(one.name, one.id)
        self.store.blockSignals(False)
        self.store.setVisible(self.store.count() > 1)

    def _store_changed(self) -> None:
        if self.view.sheet is not None:
            self._doing.ask(self._read_sheet(self.view.sheet.prescription_id))

    def _chosen_draft(self) -> LineDraft | None:
        return self.view.lines.row(self.view.table.chosen_row())

    def _show_state(self) -> None:
        """Which buttons there are now, and what they would do."""
        sheet = self.view.sheet
        opened = sheet is not None
        self.side.setVisible(opened)
        self.work.set_narrow(opened)
        self.history.setEnabled(opened)
        row = self.work.chosen_one()
        self.call.setEnabled(row is not None and row.ticket_segment is not None)
        self.total.setText(total_words(self._drafts))
        self.dispense.setEnabled(sheet is not None and sheet.open and any(one.picks for one in self._drafts))
        self.change.setEnabled(sheet is not None and sheet.open)
        self.set_hint(
            self.tr("Scan each pack to verify it · F6 changes a line · Ctrl+Enter dispenses · Esc puts it back")
            if opened
            else self.tr("Enter opens a prescription · F8 calls its ticket · scan an old label for a repeat")
        )

    # Opening ------------------------------------------------------------------------------------------------------

    def show_what(self, what: object) -> None:
        """A prescription that another page asks for, by its id."""
        if isinstance(what, int):
            self._doing.ask(self.open(what))

    async def open(self, prescription: int, *, only: int | None = None, take_over: bool = False) -> None:
        """Open a prescription for this person; of its lines `only` one where an old label was scanned."""
        if self.view.sheet is not None and self.view.sheet.prescription_id != prescription:
            await self.put_back()
        if not self.store.count():
            self._offer_stores(await self.desk.db.cached(queries_shelf.stores))
        try:
            await self._wishes.run(actions.lease_prescription, prescription=prescription, take_over=take_over)
        except Refused as refused:
            if refused.code != "dispensing.leased":
                raise
            self._offer_take_over(refused, prescription, only)
            return
        self.work.choose(prescription)
        self._only = only
        self._drafts = ()
        self.told.clear()
        await self._read_sheet(prescription)

    def _offer_take_over(self, refused: Refused, prescription: int, only: int | None) -> None:
        said = Message.of(refused)
        self.desk.messages.show_message(
            Message(said.sentence, said.tone, lambda: self._take_over(prescription, only), self.tr("Take over"))
        )

    def _take_over(self, prescription: int, only: int | None) -> None:
        self._doing.ask(self.open(prescription, only=only, take_over=True))

    async def put_back(self) -> None:
        """Close the prescription and let the colleagues have it."""
        sheet = self.view.sheet
        self._forget()
        if sheet is not None and sheet.open:
            await self._wishes.run(actions.release_prescription, prescription=sheet.prescription_id)

    def _forget(self) -> None:
        self._drafts, self._only = (), None
        self._handing_out.forget()
        self.keeper.forget()
        self.view.clear()
        self.warnings.clear()
        self._show_state()
        self.work.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> int:
        return int(any(one.by_hand for one in self._drafts) or bool(self.told.text()))

    def _begun_here(self) -> Kept | None:
        """What a crash must not lose; a restricted record leaves no trace on this machine."""
        sheet = self.view.sheet
        scanned = any(pick.scanned for one in self._drafts for pick in one.picks)
        if sheet is None or sheet.restricted or not (self.unsaved() or scanned):
            return None
        return kept(sheet, self._drafts, self._only, self.told.text())

    async def _restore(self, draft: Draft) -> None:
        """Go on with a sheet that was begun before a crash; what was changed since begins anew."""
        found = begun(draft)
        if found is None:
            return
        await self.open(found.prescription, only=found.only)
        sheet = self.view.sheet
        if sheet is None or sheet.prescription_id != found.prescription:
            return  # a colleague has it open: the offer stays
        self.offer.settled(draft.name)
        self.keeper.go_on_with(draft.name)
        if not found.is_of(sheet):
            self.keeper.forget()
            self.desk.say(self.tr("It was changed or dispensed meanwhile; what was begun is proposed anew."), "info")
            return
        self._drafts = found.on(self._drafts)
        self.told.setText(found.told)
        await self._changed(sheet)

    # Scanning -----------------------------------------------------------------------------------------------------

    def take_scan(self, text: str) -> bool:
        """A label opens its repeat, a card or ticket its patient, a pack is verified."""
        try:
            scan = read_scan(text)
        except Refused as refused:
            if self.view.sheet is None:
                return False
            self.desk.tell(refused)
            return True
        self._doing.ask(self._scanned(scan))
        return True

    async def _scanned(self, scan: Scan) -> None:
        if scan.kind == "supply" and scan.number is not None:
            label = await self.desk.db.read(queries.label_scanned, supply=scan.number)
            await self.open(label.prescription_id, only=label.line_id)
        elif scan.kind in ("patient", "ticket"):
            self.work.search.setText(scan.mrn or str(scan.ticket))
            self.work.search.ask_now()
            self.work.take_keys()
        elif self.view.sheet is not None and (scan.gtin or scan.kind == "batch"):
            found = await verified(self.desk.db, self._drafts, scan, self.view.sheet.today)
            self._drafts = found.drafts
            self.desk.say(found.sentence, found.tone)
            self.view.show_drafts(self._drafts)
            self.keeper.changed()
            self._show_state()
        else:
            self.desk.say(self.tr("Open a prescription first; then a scan of the pack verifies it."), "info")

    # Doing --------------------------------------------------------------------------------------------------------

    async def _change_line(self) -> None:
        sheet, one = self.view.sheet, self._chosen_draft()
        if sheet is None or one is None:
            return
        dialog = ChangeLineDialog(self.desk, sheet, one, await self._stocked(sheet, one), self.window())
        if await ask(dialog):
            self._drafts = tuple(dialog.draft if other.line.id == one.line.id else other for other in self._drafts)
            await self._changed(sheet)
        dialog.deleteLater()

    async def _show_history(self) -> None:
        sheet = self.view.sheet
        if sheet is None:
            return
        made = await self.desk.db.read(queries.dispensed, prescription=sheet.prescription_id)
        dialog = HistoryDialog(self.desk, made, self.window())
        if await ask(dialog):
            await self._read_sheet(sheet.prescription_id)
        dialog.deleteLater()

    async def _call(self) -> None:
        row = self.work.chosen_one()
        if row is None or row.ticket_segment is None:
            return
        if self.desk.room is None:
            self.desk.go_to("room")
            return
        ticket = {"segment": row.ticket_segment, "version": row.ticket_version}
        with self.busy(self.call):
            called = await self._wishes.run(queue_actions.call_ticket, **ticket, room=self.desk.room.id)
        self.desk.say(self.tr("{ticket} is called to {room}.").format(ticket=called.ticket, room=called.room), "done")

    async def _dispense(self) -> None:
        sheet = self.view.sheet
        if sheet is None or not self.dispense.isEnabled():
            return
        if self.warnings.go_to_unanswered():
            self.desk.say(self.tr("Read the warning: leave the medicine out, or say why it is given."), "warning")
            return
        try:
            receipt = await self._handing_out.hand_out(
                sheet, self._drafts, told=self.told.text().strip(), doing=self.tr("Dispensing…")
            )
        except Stale:
            await self._read_sheet(sheet.prescription_id)
            raise
        if receipt is not None:
            self._dispensed(sheet, receipt)

    def _dispensed(self, sheet: Sheet, receipt: actions.Receipt) -> None:
        for label in receipt.labels:
            self.desk.print_paper("medicine_label", label, automatic=True)
        self.desk.print_paper("leaflet", receipt.dispense_id, automatic=True)
        said = self.tr("Dispensed for {name}.").format(name=sheet.name)
        if receipt.owed:
            said += " " + self.tr("%n line(s) stay owed.", "", receipt.owed)
        self.told.clear()
        self._forget()
        self.desk.say(said, "done", undo=lambda: go(self._undo(receipt.dispense_id)))
        self.mark_stale()

    async def _undo(self, dispense: int) -> None:
        await self._wishes.run(
            actions.reverse_dispense, dispense=dispense, reason=self.tr("undone at once"), returned=False
        )
        self.desk.say(self.tr("Taken back; it lies on its shelf again."), "done")
        self.mark_stale()

    # Keys ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.view.sheet is not None:
            self.leave.click()
            return
        super().keyPressEvent(event)

    def close_page(self) -> None:
        self._doing.drop()
        self._looking.drop()
        self.keeper.close()
        super().close_page()
