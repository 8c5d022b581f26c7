"""What expires and what is recalled: a board by window of days, and the patients who got a recalled batch."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hms_desktop.clinic.medicines.scanning import Scan, read_scan
from hms_desktop.clinic.stock import actions, queries, queries_recalls, rules
from hms_desktop.clinic.stock.queries import ExpiryRow, ShelfRow
from hms_desktop.clinic.stock.queries_recalls import RecallRow, SuppliedRow
from hms_desktop.core.errors import Refused
from hms_desktop.screens.scanned import medicine_scanned
from hms_desktop.screens.stock.choosing import StoreChoice
from hms_desktop.screens.stock.deeds import Deeds
from hms_desktop.screens.stock.recalling import RecallLotDialog
from hms_desktop.screens.stock.words import day, expiry_tone, money, number, standing, standing_tone, translate
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label, line
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme


class ExpiryPage(Page):
    """Enter on a batch opens it on the page Stock; recalled batches stand beside the patients who have them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self._window = rules.WINDOWS[-1]
        self._reading, self._doing = Latest(), Latest()
        self._deeds = Deeds(desk, self)
        self._make_heading()
        self._make_board()
        self._make_recalls()
        self._lay_out()
        self.set_title(self.tr("Expiry and recalls"))
        self.hear_scans()
        self.follow("stock")

    def _make_heading(self) -> None:
        self.recalls = Button(self.tr("Recalls"), keys="Ctrl+B", icon="octagon-alert")
        self.recalls.setCheckable(True)
        self.recalls.toggled.connect(self._turn)
        self.lift = Button(self.tr("Lift this recall…"), keys="Ctrl+U", icon="undo-2")
        self.lift.clicked.connect(lambda: self._doing.ask(self._lift()))
        self.lose = Button(self.tr("Write off…"), keys="Ctrl+L", icon="trash-2")
        self.lose.clicked.connect(lambda: self._doing.ask(self._write_off()))
        self.recall = Button(self.tr("Recall a lot…"), keys="Ctrl+R", icon="octagon-alert")
        self.recall.clicked.connect(lambda: self._doing.ask(self._recall()))
        for button in (self.recalls, self.recall, self.lift, self.lose):
            self.buttons.addWidget(button)
        self.stores = StoreChoice(self.desk, whole=True)
        self.stores.changed.connect(self.reload)
        self.windows = QButtonGroup(self)
        for place, days in enumerate(rules.WINDOWS):
            words = self.tr("Expired") if days == 0 else self.tr("{n} days").format(n=days)
            button = Button(words, keys=f"Ctrl+{place + 1}")
            button.setCheckable(True)
            button.setChecked(days == self._window)
            self.windows.addButton(button, days)
        self.windows.setExclusive(True)
        self.windows.idClicked.connect(self._look_ahead)

    def _make_board(self) -> None:
        self.board: RowsModel[ExpiryRow] = RowsModel(
            [
                Column(
                    self.tr("Expiry"), lambda row: day(row.expiry), width=104, tone=lambda row: expiry_tone(row.days)
                ),
                Column(self.tr("Days"), lambda row: number(row.days), align=END, width=64, raw=lambda row: row.days),
                Column(self.tr("Medicine"), lambda row: row.medicine, stretch=True, strong=True, tip=_title),
                Column(self.tr("Lot"), lambda row: row.lot, width=96),
                Column(self.tr("Store"), lambda row: row.store, width=104, muted=True, tip=lambda row: row.store),
                Column(
                    self.tr("In stock"), lambda row: number(row.units), align=END, width=84, raw=lambda row: row.units
                ),
                Column(self.tr("Unit"), lambda row: row.base_unit, width=76, muted=True),
                Column(
                    self.tr("Not used by then"),
                    lambda row: number(row.left),
                    align=END,
                    width=124,
                    tip=lambda row: translate("stock", "At today's pace, what expires first taken first"),
                    raw=lambda row: row.left,
                ),
                Column(self.tr("Value"), lambda row: money(row.value), align=END, width=84, raw=lambda row: row.value),
                Column(
                    self.tr("State"),
                    lambda row: standing(row.standing),
                    width=104,
                    tone=lambda row: standing_tone(row.standing),
                ),
            ],
            key=lambda row: (row.batch_id, row.store_id),
        )
        self.expiring = TableView(self.tr("Batches by expiry"))
        self.expiring.setModel(self.board)
        self.expiring.set_empty_text(self.tr("Reading…"))
        self.expiring.chosen.connect(lambda _place: self._offer())
        self.expiring.opened.connect(self._open)
        ListFile(self, lambda: self.expiring if not self.recalls.isChecked() else self.patients, "expiry")

    def _make_recalls(self) -> None:
        self.recalled_model: RowsModel[RecallRow] = RowsModel(
            [
                Column(self.tr("Medicine"), lambda row: row.medicine, stretch=True, strong=True),
                Column(self.tr("Lot"), lambda row: row.lot, width=90, tip=lambda row: row.lot),
                Column(
                    self.tr("In the house"),
                    lambda row: translate("stock", "never came") if row.batch_id is None else number(row.units),
                    align=END,
                    width=110,
                    raw=lambda row: row.units,
                ),
                Column(self.tr("Stores"), lambda row: number(row.stores), align=END, width=60),
                Column(self.tr("Since"), lambda row: row.when[:10], width=96),
            ],
            key=lambda row: (row.batch_id, row.recall_id),
        )
        self.recalled = TableView(self.tr("Recalled batches"))
        self.recalled.setModel(self.recalled_model)
        self.recalled.set_empty_text(self.tr("No lot is recalled."))
        self.recalled.chosen.connect(self._chosen)
        self.supplied: RowsModel[SuppliedRow] = RowsModel(
            [
                Column(self.tr("Patient"), _patient, stretch=True, strong=True),
                Column(self.tr("Record number"), lambda row: row.mrn, width=116, muted=True),
                Column(self.tr("Phone"), lambda row: row.phone or "–", width=118),
                Column(self.tr("Got"), lambda row: number(row.units), align=END, width=52, raw=lambda row: row.units),
                Column(self.tr("Last on"), lambda row: row.last, width=94),
            ],
            key=lambda row: row.patient_id,
        )
        self.patients = TableView(self.tr("Patients who got this batch"))
        self.patients.setModel(self.supplied)
        self.patients.set_empty_text(self.tr("Choose a recalled batch to see who got it."))
        self.why = Label(role="muted", wrap=True)

    def _lay_out(self) -> None:
        theme = Theme.current()
        board, above = QWidget(), QHBoxLayout()
        above.setSpacing(theme.space["small"])
        above.addWidget(self.stores)
        above.addStretch(1)
        for button in self.windows.buttons():
            above.addWidget(button)
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space["small"])
        column.addLayout(above)
        column.addWidget(self.expiring, 1)
        both, across = QWidget(), QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.space["large"])
        both.setLayout(across)
        panel = Card()
        panel.column.addWidget(Label(self.tr("Who got it"), "strong"))
        panel.column.addWidget(self.why)
        panel.column.addWidget(self.patients, 1)
        across.addWidget(self.recalled, 6)
        across.addWidget(panel, 7)
        self.faces = QStackedWidget()
        self.faces.addWidget(board)
        self.faces.addWidget(both)
        self.body.addWidget(self.faces, 1)
        self.setFocusProxy(self.expiring)
        self._offer()

    async def load(self) -> None:
        self.stores.offer(await self.desk.db.cached(queries.stores))
        rows = await self.desk.db.read(queries.expiring, within=self._window, store=self.stores.store_id)
        self.board.show(rows)
        self.expiring.set_empty_text(self.tr("Nothing expires in this time."))
        self.recalled_model.show(await self.desk.db.read(queries_recalls.recalls))
        self.set_subtitle(_summary(rows))
        if self.recalls.isChecked():
            if self.recalled.chosen_row() < 0:
                self.recalled.choose(0)
            self._chosen(self.recalled.chosen_row())
        self._offer()

    def close_page(self) -> None:
        self._reading.drop()
        self._doing.drop()
        super().close_page()

    def _turn(self, recalls: bool) -> None:
        self.faces.setCurrentIndex(int(recalls))
        self.setFocusProxy(self.recalled if recalls else self.expiring)
        if recalls and self.recalled.chosen_row() < 0:
            self.recalled.choose(0)
        self._offer()

    def _look_ahead(self, days: int) -> None:
        self._window = days
        self.reload()

    def _offer(self) -> None:
        recalls = self.recalls.isChecked()
        self.recall.setVisible(recalls and self.desk.who.has_duty("pharmacist", "manager"))
        self.lift.setVisible(recalls and self.desk.who.has_duty("manager"))
        self.lift.setEnabled(self.recalled_model.row(self.recalled.chosen_row()) is not None)
        self.lose.setVisible(not recalls)
        self.lose.setEnabled(self.board.row(self.expiring.chosen_row()) is not None)
        self.set_hint(
            self.tr("Choose a recalled batch: beside it stand the patients who still have it, with their phones.")
            if recalls
            else self.tr("Enter opens the batch on the page Stock. Ctrl+1 to Ctrl+4 choose how far to look ahead.")
        )

    def _open(self, place: int) -> None:
        row = self.board.row(place)
        if row is not None:
            self.desk.go_to("stock", row.batch_id)

    def _chosen(self, place: int) -> None:
        row = self.recalled_model.row(place)
        self.why.setText(f"{row.reason} · {row.person}" if row else "")
        if row is None or row.batch_id is None:
            self._reading.drop()
            self.supplied.show(())
            self.patients.set_empty_text(self.tr("Nothing of this lot ever came; what comes of it is frozen at once."))
        elif not self.desk.who.has_duty("pharmacist", "manager"):
            self.patients.set_empty_text(self.tr("A pharmacist or a manager sees who got it."))
        else:
            self._reading.ask(self._read_patients(row.batch_id))
        self._offer()

    async def _read_patients(self, batch: int) -> None:
        rows = await self.desk.db.read(queries_recalls.supplied, batch=batch)
        self.supplied.show(rows)
        self.patients.set_empty_text(self.tr("No patient has anything of this batch."))

    async def _write_off(self) -> None:
        row = self.board.row(self.expiring.chosen_row())
        shelf = None
        if row is not None:
            shelf = await self.desk.db.read(queries.batch_on_shelf, store=row.store_id, batch=row.batch_id)
        if shelf is not None and await self._deeds.write_off(shelf, await self.desk.db.read(queries.today)):
            self.desk.say(self.tr("Written off; it stands on the batch card."), "done")
            self.mark_stale()

    async def _lift(self) -> None:
        row = self.recalled_model.row(self.recalled.chosen_row())
        if row is None:
            return
        title, word = self.tr("Lift the recall: the batch goes into quarantine"), self.tr("Lift the recall")
        if row.batch_id is not None:
            done = await self._deeds.with_reason(title, word, actions.lift_recall, _as_shelved(row), batch=row.batch_id)
        else:
            title = self.tr("Lift the recall: the lot may come again")
            lift = actions.lift_recalled_lot
            done = await self._deeds.with_reason(title, word, lift, _as_shelved(row), recall=row.recall_id)
        if done:
            self.mark_stale()

    # Recalling and scanning ---------------------------------------------------------------------------------

    async def _recall(self, scan: Scan | None = None) -> None:
        dialog = RecallLotDialog(self.desk, self.window())
        if scan is not None:
            await dialog.take_pack(scan)
        if await ask(dialog):
            self.desk.say(dialog.said, "done")
            self.mark_stale()
        dialog.deleteLater()

    def take_scan(self, text: str) -> bool:
        """Among the recalls a pack's code fills in a new one; else a batch label opens its batch on the page Stock."""
        try:
            scan = read_scan(text)
        except Refused as refused:
            self.desk.tell(refused)
            return True
        if scan.kind == "batch" and scan.number is not None:
            self.desk.go_to("stock", scan.number)
        elif scan.gtin and self.recalls.isChecked() and self.desk.who.has_duty("pharmacist", "manager"):
            self._doing.ask(self._recall(scan))
        elif scan.gtin:
            self._doing.ask(self._choose(scan))
        else:
            return False
        return True

    async def _choose(self, scan: Scan) -> None:
        """The first batch on the board that a scanned pack may be of: its medicine's, of its lot where it says one."""
        medicine = await medicine_scanned(self.desk.db, self.desk, scan)
        if medicine is None:
            return
        meant = (
            at
            for at, row in enumerate(self.board.rows())
            if row.medicine_id == medicine.id and (not scan.lot or row.lot.lower() == scan.lot.lower())
        )
        place = next(meant, -1)
        if place < 0:
            words = self.tr("Nothing of {medicine}, lot {lot}, expires in this time.")
            self.desk.say(words.format(medicine=medicine.title, lot=line(scan.lot) or "–"), "info")
            return
        self.expiring.choose(place)


def _title(row: ExpiryRow) -> str:
    return row.medicine


def _patient(row: SuppliedRow) -> str:
    return row.name if not row.closed else translate("stock", "Restricted record")


def _summary(rows: Sequence[ExpiryRow]) -> str:
    value, left = sum(row.value for row in rows), sum(row.left > 0 for row in rows)
    return translate("stock", "{n} batches, worth {value}; {left} of them will not be used up in time").format(
        n=number(len(rows)), value=f"{value:,.2f}", left=number(left)
    )


def _as_shelved(row: RecallRow) -> ShelfRow:
    """A recalled batch in all stores together, as the forms name it."""
    return ShelfRow(
        0, row.batch_id or 0, row.medicine_id, row.medicine, "", row.lot, row.expiry, None, "recalled", row.units, None
    )
