"""The register of controlled medicines: a running balance per medicine and store, entries that two people signed."""

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hms_desktop.clinic.dispensing import controlled
from hms_desktop.clinic.dispensing.controlled import DiscrepancyRow, Entry, Register
from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.screens.dispensing.controlled_deeds import ControlledDeeds
from hms_desktop.screens.dispensing.controlled_words import entry_words, kind_word, signed, standing, state_word, whom
from hms_desktop.screens.scanned import heard, medicine_scanned, next_of
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.moments import moment
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.paged_table import Keyset, PagedTableModel
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

_STATE_TONES = {"open": "stop", "investigated": "warning", "closed": "done"}
MEDICINE_WIDTH, STORE_WIDTH, WHOM_WIDTH = 160, 144, 130
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


class ControlledPage(Page):
    """Registers at the leading side, the lines of the chosen one beside them; discrepancies are another face."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Controlled medicines"))
        self._now = _NEVER
        self._read: dict[str, int] | None = None
        self._reading, self._doing = Latest(), Latest()
        self._deeds = ControlledDeeds(desk, self)
        self._make_buttons()
        self._make_registers()
        self._make_lines()
        self._make_discrepancies()
        row = QHBoxLayout()
        row.setSpacing(Theme.current().space["small"])
        for button in self.deeds.values():
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        across, both = QHBoxLayout(), QWidget()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Theme.current().space["large"])
        across.addWidget(self.registers, 11)
        across.addLayout(self._made_book(), 10)
        both.setLayout(across)
        self.faces = QStackedWidget()
        self.faces.addWidget(both)
        self.faces.addWidget(self.discrepancies)
        self.body.addWidget(self.faces, 1)
        self.setFocusProxy(self.registers)
        ListFile(self, lambda: self.discrepancies if self.differing.isChecked() else self.lines, "controlled_register")
        self.hear_scans()
        self.follow("controlled")
        self.follow("stock")
        self._offer()

    def _made_book(self) -> QVBoxLayout:
        """The lines of one register under its whole name, and the chosen entry in full below them."""
        self.book, self.entry = Label("", "strong", wrap=True), Label("", "muted", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(Theme.current().space["small"])
        for part, share in ((self.book, 0), (self.lines, 1), (self.entry, 0)):
            column.addWidget(part, share)
        return column

    def _make_buttons(self) -> None:
        made = (
            ("enter", self.tr("Enter what moved…"), "Ctrl+E", "plus", self._enter),
            ("count", self.tr("Count…"), "Ctrl+B", "clipboard-list", self._count),
            ("waste", self.tr("Wastage…"), "Ctrl+L", "trash-2", self._waste),
            ("correct", self.tr("Correct entry…"), "Ctrl+R", "pencil", self._correct),
            ("settle", self.tr("Next step…"), "Ctrl+Return", "check", self._settle),
        )
        self.deeds: dict[str, Button] = {}
        for name, words, keys, icon, deed in made:
            button = Button(words, keys=keys, icon=icon)
            button.clicked.connect(lambda _checked=False, deed=deed: self._doing.ask(deed()))
            self.deeds[name] = button
        self.print = Button(self.tr("Print register"), keys="Ctrl+P", icon="printer")
        self.print.clicked.connect(self._print)
        self.buttons.addWidget(self.print)
        self.differing = Button(self.tr("Discrepancies"), keys="Ctrl+I", icon="triangle-alert")
        self.differing.setCheckable(True)
        self.differing.toggled.connect(self._turn)
        self.buttons.addWidget(self.differing)

    def _make_registers(self) -> None:
        self.register_rows: RowsModel[Register] = RowsModel(
            [
                Column(
                    self.tr("Medicine"),
                    lambda row: row.title,
                    width=MEDICINE_WIDTH,
                    stretch=True,
                    strong=True,
                    tip=lambda row: row.title,
                ),
                Column(
                    self.tr("Store"),
                    lambda row: row.store,
                    width=STORE_WIDTH,
                    stretch=True,
                    muted=True,
                    tip=lambda row: row.store,
                ),
                Column(self.tr("Balance"), lambda row: f"{row.units:,}", END, width=66, raw=lambda row: row.units),
                Column(
                    self.tr("State"),
                    lambda row: standing(row, self._now)[0],
                    width=142,
                    tone=lambda row: standing(row, self._now)[1],
                    tip=lambda row: self.tr("Counted last: {at}").format(at=moment(row.checked_at)),
                ),
            ],
            key=lambda row: (row.store_id, row.medicine_id),
        )
        self.registers = TableView(self.tr("Registers"))
        self.registers.setModel(self.register_rows)
        self.registers.set_empty_text(self.tr("Reading…"))
        self.registers.chosen.connect(lambda _place: self._reading.ask(self._read_lines()))

    def _make_lines(self) -> None:
        self.line_rows: PagedTableModel[Entry] = PagedTableModel(
            [
                Column(self.tr("No."), lambda row: str(row.number), END, width=58, raw=lambda row: row.number),
                Column(self.tr("When"), lambda row: moment(row.entered_at), width=148),
                Column(
                    self.tr("What"),
                    lambda row: kind_word(row.kind),
                    width=112,
                    yields=1,
                    tip=lambda row: kind_word(row.kind),
                ),
                Column(self.tr("Units"), lambda row: signed(row.units), END, width=60, raw=lambda row: row.units),
                Column(self.tr("Balance"), lambda row: f"{row.balance:,}", END, width=68, raw=lambda row: row.balance),
                Column(self.tr("Whom or why"), whom, width=WHOM_WIDTH, stretch=True, tip=whom),
                Column(
                    self.tr("Signed"),
                    lambda row: f"{row.person}, {row.witness}",
                    width=110,
                    yields=2,
                    muted=True,
                    tip=lambda row: f"{row.person}, {row.witness}",
                ),
            ],
        )
        self.lines = TableView(self.tr("Entries of the register"))
        self.lines.setModel(self.line_rows)
        self.lines.set_empty_text(self.tr("Choose a medicine to read its register."))
        self.lines.chosen.connect(lambda _place: self._offer())
        self.line_rows.page_shown.connect(lambda _first, _last: self._offer())

    def _make_discrepancies(self) -> None:
        self.discrepancy_rows: RowsModel[DiscrepancyRow] = RowsModel(
            [
                Column(self.tr("When"), lambda row: moment(row.opened_at), width=156),
                Column(self.tr("Medicine"), lambda row: row.medicine, width=220, strong=True),
                Column(self.tr("Store"), lambda row: row.store, width=120, muted=True),
                Column(
                    self.tr("Difference"),
                    lambda row: signed(row.difference),
                    END,
                    width=92,
                    raw=lambda row: row.difference,
                ),
                Column(
                    self.tr("State"),
                    lambda row: state_word(row.state),
                    width=110,
                    tone=lambda row: _STATE_TONES[row.state],
                ),
                Column(self.tr("Counted by"), lambda row: f"{row.opened_by}, {row.witness}", width=170, muted=True),
                Column(self.tr("Found"), _found, stretch=True, tip=_found),
            ],
            key=lambda row: row.id,
        )
        self.discrepancies = TableView(self.tr("Discrepancies"))
        self.discrepancies.setModel(self.discrepancy_rows)
        self.discrepancies.set_empty_text(self.tr("No count differed from a register."))
        self.discrepancies.chosen.connect(lambda _place: self._offer())

    async def load(self) -> None:
        self._now = await self.desk.db.read(controlled.now)
        rows = await self.desk.db.read(controlled.registers)
        self.register_rows.show(rows)
        self.registers.set_empty_text(self.tr("No medicine in stock is controlled."))
        self.discrepancy_rows.show(await self.desk.db.read(controlled.discrepancies))
        if rows and self.registers.chosen_row() < 0:
            self.registers.choose(0)
        waiting, unsettled = sum(row.waiting for row in rows), sum(row.unsettled for row in rows)
        said = self.tr("{waiting} to enter, {unsettled} discrepancies not closed; two people sign every entry.")
        self.set_subtitle(said.format(waiting=waiting, unsettled=unsettled))
        await self._read_lines()

    def close_page(self) -> None:
        self._reading.drop()
        self._doing.drop()
        self.line_rows.close()
        super().close_page()

    def take_scan(self, text: str) -> bool:
        """A pack or a batch label opens the register of its medicine; scanned again, that of the next store."""
        scan = heard(self.desk, text)
        if scan is not None:
            self._doing.ask(self._take_medicine(scan))
        return True

    async def _take_medicine(self, scan: Scan) -> None:
        medicine = await medicine_scanned(self.desk.db, self.desk, scan)
        if medicine is None:
            return
        of_it = [at for at, row in enumerate(self.register_rows.rows()) if row.medicine_id == medicine.id]
        if not of_it:
            words = self.tr("{name} has no register: it is not controlled, or no store has ever held it.")
            self.desk.say(words.format(name=medicine.title), "info")
            return
        looked_at = not self.differing.isChecked()
        self.differing.setChecked(False)
        self.registers.choose(next_of(of_it, self.registers.chosen_row(), looked_at=looked_at))
        self.registers.setFocus()

    @property
    def _register(self) -> Register | None:
        return self.register_rows.row(self.registers.chosen_row())

    async def _read_lines(self) -> None:
        """Another register from its newest entry; of the same one what is new, and the chosen entry stays chosen."""
        row = self._register
        if row is not None:
            wanted = {"store_id": row.store_id, "medicine_id": row.medicine_id}
            self.book.setText(" · ".join((row.title, row.store)))
            if wanted == self._read:
                await self.line_rows.refresh()
            else:
                self._read = wanted
                await self.line_rows.ask(
                    Keyset(self.desk.db, controlled.entries_anchors, controlled.entries_page, **wanted)
                )
            self.lines.set_empty_text(self.tr("Nothing was entered yet."))
        self._offer()

    @property
    def _entry(self) -> Entry | None:
        """The chosen entry, once it is there."""
        place = self.lines.chosen_row()
        return self.line_rows.row(place) if 0 <= place < self.line_rows.rowCount() else None

    def _turn(self, differing: bool) -> None:
        self.faces.setCurrentIndex(int(differing))
        self.setFocusProxy(self.discrepancies if differing else self.registers)
        self._offer()

    def _offer(self) -> None:
        """Which deeds are possible with what is chosen."""
        row, entry, differing = self._register, self._entry, self.differing.isChecked()
        self.entry.setText(entry_words(entry) if entry else "")
        settled = self.discrepancy_rows.row(self.discrepancies.chosen_row())
        possible = {
            "enter": row is not None and row.waiting > 0 and not differing,
            "count": row is not None and row.entries > 0 and not differing,
            "waste": row is not None and row.in_stock > 0 and not row.waiting and not differing,
            "correct": entry is not None and not differing,
            "settle": differing and settled is not None and settled.state != "closed",
        }
        self.print.setEnabled(self.line_rows.rowCount() > 0 and not differing)
        pharmacist = self.desk.who.has_duty("pharmacist")
        for name, button in self.deeds.items():
            button.setEnabled(possible[name])
            button.setVisible(differing if name == "settle" else pharmacist and not differing)
        self.set_hint(
            self.tr("A discrepancy is investigated by one person and closed by a manager; neither has counted.")
            if differing
            else self.tr(
                "A dispense enters itself · Ctrl+P prints the 20 entries up to the chosen one, else the newest"
            )
        )

    def _print(self) -> None:
        """The sheet of the register that ends with the chosen entry, else with the newest."""
        last = self._entry or self.line_rows.row(0)
        if last is not None:
            self.desk.print_paper("controlled_register", last.id)

    async def _enter(self) -> None:
        row = self._register
        if row is None:
            return
        rows = await self.desk.db.read(controlled.waiting, store_id=row.store_id, medicine_id=row.medicine_id)
        if rows and await self._deeds.enter(row, rows):
            self._done(self.tr("Entered; both signatures stand in the register."))

    async def _count(self) -> None:
        row = self._register
        if row is None:
            return
        every = [self.register_rows.row(place) for place in range(self.register_rows.rowCount())]
        here = [one for one in every if one is not None and one.store_id == row.store_id and one.entries]
        differing = await self._deeds.count(here)
        if differing is not None:
            words = self.tr("%n count(s) differ; a discrepancy was opened.", "", differing)
            self._done(words if differing else self.tr("The count agrees with the register."), bool(differing))

    async def _waste(self) -> None:
        row = self._register
        if row is None:
            return
        batches = await self.desk.db.read(controlled.batches, store_id=row.store_id, medicine_id=row.medicine_id)
        if batches and await self._deeds.waste(row, batches):
            self._done(self.tr("The wastage stands in the register and in stock."))

    async def _correct(self) -> None:
        row, entry = self._register, self._entry
        if row is not None and entry is not None and await self._deeds.correct(row, entry):
            self._done(self.tr("Corrected by a new entry."))

    async def _settle(self) -> None:
        row = self.discrepancy_rows.row(self.discrepancies.chosen_row())
        if row is not None and await self._deeds.settle(row):
            self._done(self.tr("Saved in your name."))

    def _done(self, sentence: str, wrong: bool = False) -> None:
        self.desk.say(sentence, "warning" if wrong else "done")
        self.mark_stale()


def _found(row: DiscrepancyRow) -> str:
    told = ((row.finding, row.investigated_by), (row.outcome, row.closed_by))
    return "; ".join(f"{words} ({who})" for words, who in told if words)
