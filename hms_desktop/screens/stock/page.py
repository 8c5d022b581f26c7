"""The stock page: a store's shelf, batch by batch; the card of the chosen batch and what may be done to it."""

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.medicines.scanning import Scan, read_scan
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.stock import actions, queries
from hms_desktop.clinic.stock.queries import MovementRow, ShelfRow
from hms_desktop.core.errors import Refused
from hms_desktop.screens.stock.choosing import StoreChoice
from hms_desktop.screens.stock.deeds import Deeds
from hms_desktop.screens.stock.words import (
    about,
    day,
    expiry_tone,
    kind,
    number,
    signed,
    standing,
    standing_tone,
    translate,
)
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.paged_table import Keyset, PagedTableModel
from hms_desktop.widgets.plain_text import ElidedLabel, Label, line
from hms_desktop.widgets.search_box import SearchBox
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

FIRST_ROWS = 200


class StockPage(Page):
    """Arrow keys choose a batch, Tab goes to its card; a scanned pack or batch label finds its batch."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self._text = ""
        self._sought: int | None = None
        self._shown: tuple[int, str] | None = None
        self._row: ShelfRow | None = None
        self._carded: tuple[int, int] | None = None
        self._today = dt.date.min
        self._departments: list[tuple[int, str]] = []
        self._reading, self._doing = Latest(), Latest()
        self._deeds = Deeds(desk, self)
        self._make_tables()
        self._make_panel()
        self._lay_out()
        self.set_title(self.tr("Stock"))
        self.set_hint(self.tr("Arrow keys choose a batch, Tab goes to its card. A scan finds the batch of a pack."))
        self.follow("stock")
        self.hear_scans()

    def _make_tables(self) -> None:
        self.stores = StoreChoice(self.desk)
        self.stores.changed.connect(self.reload)
        self.search = SearchBox(self.tr("Medicine or lot"), self._find, keys="Ctrl+F")
        self.batches: PagedTableModel[ShelfRow] = PagedTableModel(
            [
                Column(self.tr("Medicine"), lambda row: row.medicine, width=290, stretch=True, strong=True),
                Column(self.tr("Lot"), lambda row: row.lot, width=92),
                Column(
                    self.tr("Expiry"), lambda row: day(row.expiry), width=100, tone=lambda row: expiry_tone(row.days)
                ),
                Column(self.tr("In stock"), lambda row: number(row.units), align=END, width=80, raw=_units),
                Column(
                    self.tr("State"),
                    lambda row: standing(row.standing),
                    width=112,
                    stretch=True,
                    tone=lambda row: standing_tone(row.standing),
                ),
            ]
        )
        self.shelf = TableView(self.tr("Batches on the shelf"))
        self.shelf.setModel(self.batches)
        self.shelf.set_empty_text(self.tr("Reading…"))
        self.shelf.chosen.connect(self._chosen)
        self.search.going_down.connect(self.shelf.setFocus)
        self.batches.page_shown.connect(self._page_shown)
        self.entries: PagedTableModel[MovementRow] = PagedTableModel(
            [
                Column(self.tr("Day"), lambda row: row.occurred_on.isoformat(), width=98, tip=_when),
                Column(self.tr("What"), kind, width=128, tip=kind),
                Column(self.tr("Units"), lambda row: signed(row.units), align=END, width=60, strong=True),
                Column(self.tr("Left"), lambda row: number(row.balance), align=END, width=58),
                Column(self.tr("About"), about, stretch=True, muted=True, tip=_whole_entry),
            ]
        )
        self.card = TableView(self.tr("Entries of this batch, newest first"), compact=True)
        self.card.setModel(self.entries)
        self.card.set_empty_text(self.tr("Choose a batch to see its card."))
        self.card.chosen.connect(lambda _place: self._offer())
        self.entries.page_shown.connect(lambda _first, _last: self._offer())

    def _make_panel(self) -> None:
        self.medicine, self.batch_words = ElidedLabel(role="strong"), Label(role="muted", wrap=True)
        self.state = Chip(parent=self)
        self.open = self._deed_button(self.tr("Opening stock…"), "Ctrl+N", "plus", self._open_stock)
        self.transfer = self._deed_button(self.tr("Transfer…"), "Ctrl+T", "arrow-right-left", self._transfer)
        self.issue = self._deed_button(self.tr("Issue…"), "Ctrl+I", "", self._issue)
        self.lose = self._deed_button(self.tr("Write off…"), "Ctrl+L", "trash-2", self._write_off)
        self.back = self._deed_button(self.tr("Brought back…"), "Ctrl+B", "", self._take_back)
        self.hold = self._deed_button(self.tr("Quarantine…"), "Ctrl+G", "lock", self._hold_or_release)
        self.recall = self._deed_button(self.tr("Recall…"), "Ctrl+R", "octagon-alert", self._recall)
        self.undo = self._deed_button(self.tr("Take entry back…"), "Ctrl+U", "undo-2", self._reverse)
        self.label = Button(self.tr("Print label"), keys="Ctrl+P", icon="printer")
        self.label.clicked.connect(self._print_label)
        self.buttons.addWidget(self.label)
        self.buttons.addWidget(self.open)
        self.list_file = ListFile(self, lambda: self.shelf, "stock")

    def _deed_button(self, words: str, keys: str, icon: str, do: Callable[[], Awaitable[bool]]) -> Button:
        button = Button(words, keys=keys, icon=icon)
        button.clicked.connect(lambda: self._doing.ask(self._do(do)))
        return button

    def _lay_out(self) -> None:
        theme = Theme.current()
        above = QHBoxLayout()
        above.setSpacing(theme.space["medium"])
        above.addWidget(self.stores)
        above.addWidget(self.search, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.space["small"])
        left.addLayout(above)
        left.addWidget(self.shelf, 1)
        panel = Card()
        head = QHBoxLayout()
        head.addWidget(self.medicine, 1)
        head.addWidget(self.state)
        panel.column.addLayout(head)
        panel.column.addWidget(self.batch_words)
        deeds = QGridLayout()
        deeds.setSpacing(theme.space["small"])
        for place, button in enumerate(
            (self.transfer, self.issue, self.lose, self.back, self.hold, self.recall, self.undo)
        ):
            deeds.addWidget(button, *divmod(place, 2))
        panel.column.addLayout(deeds)
        panel.column.addWidget(self.card, 1)
        across = QHBoxLayout()
        across.setSpacing(theme.space["large"])
        across.addLayout(left, 7)
        across.addWidget(panel, 5)
        self.body.addLayout(across, 1)
        self.setFocusProxy(self.search)
        self._offer()

    async def load(self) -> None:
        self.stores.offer(await self.desk.db.cached(queries.stores))
        rows = await self.desk.db.cached(organisation.departments)
        self._departments = [(row.id, row.name) for row in rows if row.active]
        self._today = await self.desk.db.read(queries.today)
        await self._show_shelf()

    async def _show_shelf(self) -> None:
        store = self.stores.store_id
        if store is None:
            self.shelf.set_empty_text(self.tr("There is no store yet; a manager adds one on the page Stores."))
            self._offer()
            return
        if self._shown == (store, self._text):
            await self.batches.refresh()
            self._chosen(self.shelf.chosen_row())
        else:
            self._shown = (store, self._text)
            await self.batches.ask(
                Keyset(self.desk.db, queries.shelf_anchors, queries.shelf_page, store=store, text=self._text)
            )
            self.shelf.choose(self._place_sought())
            self._chosen(self.shelf.chosen_row())
        self.set_subtitle(self.tr("%n batch(es)", "", self.batches.rowCount()))
        self.shelf.set_empty_text(
            self.tr("Nothing like that lies in this store.") if self._text else self.tr("This store is empty.")
        )

    def show_what(self, what: object) -> None:
        """Show the batch with this id, for which another page asks."""
        if isinstance(what, int):
            self._doing.ask(self._show_batch(what))

    async def _find(self, text: str) -> None:
        self._text = text.strip()
        if self._shown is not None:
            await self._show_shelf()

    def close_page(self) -> None:
        for latest in (self._reading, self._doing):
            latest.drop()
        self.batches.close()
        self.entries.close()
        super().close_page()

    def take_scan(self, text: str) -> bool:
        """A batch label or a pack finds its batch, a plain barcode those of its medicine; no good code says why."""
        try:
            scan = read_scan(text)
        except Refused as refused:
            self.desk.tell(refused)
            return True
        if scan.kind == "batch" and scan.number is not None:
            go(self._show_batch(scan.number))
        elif scan.gtin and scan.lot:
            go(self._show_pack(scan))
        elif scan.gtin:
            self._look_for(scan.gtin, None)
        else:
            return False
        return True

    async def _show_pack(self, scan: Scan) -> None:
        """The batch of a pack: its own medicine's, whatever else bears the same lot."""
        batches = await self.desk.db.read(queries.batches_of_pack, gtin=scan.gtin, lot=scan.lot, expiry=scan.expiry)
        if batches:
            await self._show_batch(batches[0])
        else:
            self._look_for(scan.gtin, None)
            self.desk.say(self.tr("No batch of this medicine has the lot {lot}.").format(lot=line(scan.lot)), "warning")

    def _look_for(self, text: str, batch: int | None) -> None:
        """Find `text`, and choose `batch` among what is found."""
        self._sought = batch
        self.search.setText(text)
        self.search.ask_now()
        if self._shown == (self.stores.store_id, text):
            self.shelf.choose(self._place_sought())

    def _place_sought(self) -> int:
        """Where the batch that is looked for stands among the first rows; the first of them where none is."""
        sought, self._sought = self._sought, None
        rows = (self.batches.row(place) for place in range(min(self.batches.rowCount(), FIRST_ROWS)))
        return next((place for place, row in enumerate(rows) if row and row.batch_id == sought), 0)

    async def _show_batch(self, batch: int) -> None:
        found = await self.desk.db.read(queries.batch_somewhere, batch=batch, store=self.stores.store_id)
        if found is None:
            self.desk.say(self.tr("Nothing of this batch is left in any store."), "warning")
            return
        self.stores.choose(found.store_id)
        self._look_for(found.lot, batch)

    # The chosen batch ---------------------------------------------------------------------------------------

    def _page_shown(self, first: int, last: int) -> None:
        if first <= self.shelf.chosen_row() <= last:
            self._chosen(self.shelf.chosen_row())

    def _chosen(self, place: int) -> None:
        row = self.batches.row(place) if 0 <= place < self.batches.rowCount() else None
        self._row = row
        self.medicine.setText(row.medicine if row else "")
        self.state.show_word(standing(row.standing) if row else "", (row and standing_tone(row.standing)) or "done")
        self.batch_words.setText(_batch_words(row) if row else self.tr("Choose a batch to see its card."))
        if row is not None:
            self._reading.ask(self._read_card((row.store_id, row.batch_id)))
        self._offer()

    async def _read_card(self, wanted: tuple[int, int]) -> None:
        """Another batch's card from its top; of the same one what is new, and the chosen entry stays chosen."""
        if wanted == self._carded:
            await self.entries.refresh()
        else:
            store, batch = wanted
            card = Keyset(self.desk.db, queries.card_anchors, queries.card_page, store=store, batch=batch)
            await self.entries.ask(card)
            self._carded = wanted

    def _entry(self) -> MovementRow | None:
        place = self.card.chosen_row()
        return self.entries.row(place) if 0 <= place < self.entries.rowCount() else None

    def _offer(self) -> None:
        """What may be done to the chosen batch and entry by this person."""
        row, entry, store = self._row, self._entry(), self.stores.store
        deciding = self.desk.who.has_duty("pharmacist", "manager")
        apart = store is not None and store.kind == "quarantine"
        self.open.setEnabled(store is not None)
        self.label.setEnabled(row is not None)
        self.transfer.setEnabled(row is not None)
        self.issue.setEnabled(row is not None and row.standing == "usable" and not apart)
        self.lose.setEnabled(row is not None)
        self.back.setEnabled(row is not None and apart)
        held = row is not None and row.standing == "quarantined"
        self.hold.set_text(self.tr("Release…") if held else self.tr("Quarantine…"))
        self.hold.setEnabled(row is not None and row.standing != "recalled" and (deciding or not held))
        self.recall.setEnabled(row is not None and row.standing != "recalled" and deciding)
        self.undo.setEnabled(entry is not None and entry.kind != "reversal" and not entry.reversed)

    # Deeds --------------------------------------------------------------------------------------------------

    async def _do(self, do: Callable[[], Awaitable[bool]]) -> None:
        if await do():
            self.desk.say(self.tr("Done; it stands on the batch card."), "done")
            self.mark_stale()

    def _print_label(self) -> None:
        if self._row is not None:
            self.desk.print_paper("batch_label", self._row.batch_id)

    async def _open_stock(self) -> bool:
        store = self.stores.store
        return store is not None and await self._deeds.open_stock(store.id, store.name, self._today)

    async def _transfer(self) -> bool:
        return self._row is not None and await self._deeds.transfer(self._row, self.stores.others())

    async def _issue(self) -> bool:
        return self._row is not None and await self._deeds.issue(self._row, self._departments)

    async def _write_off(self) -> bool:
        return self._row is not None and await self._deeds.write_off(self._row, self._today)

    async def _take_back(self) -> bool:
        return self._row is not None and await self._deeds.take_back(self._row)

    async def _hold_or_release(self) -> bool:
        row = self._row
        if row is None:
            return False
        if row.standing == "quarantined":
            return await self._reasoned(self.tr("Release from quarantine"), self.tr("Release"), actions.release_batch)
        return await self._reasoned(self.tr("Put in quarantine"), self.tr("Quarantine"), actions.hold_batch)

    async def _reasoned(self, title: str, word: str, action: Any) -> bool:
        row = self._row
        return row is not None and await self._deeds.with_reason(title, word, action, row, batch=row.batch_id)

    async def _recall(self) -> bool:
        row = self._row
        if row is None:
            return False
        title, word = self.tr("Recall this lot in every store"), self.tr("Recall")
        return await self._deeds.with_reason(title, word, actions.recall_batches, row, batches=(row.batch_id,))

    async def _reverse(self) -> bool:
        row, entry = self._row, self._entry()
        return row is not None and entry is not None and await self._deeds.reverse(row, entry)


def _units(row: ShelfRow) -> int:
    return row.units


def _whole_entry(row: MovementRow) -> str:
    return " · ".join(part for part in (about(row), row.person) if part)


def _when(row: MovementRow) -> str:
    return translate("stock", "Entered {when} by {who}").format(when=row.recorded, who=row.person)


def _batch_words(row: ShelfRow) -> str:
    return translate("stock", "Lot {lot} · expires {day} · {units} {unit}").format(
        lot=row.lot, day=day(row.expiry), units=number(row.units), unit=row.base_unit
    )
