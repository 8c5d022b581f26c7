"""Stock-takes: the sheets, counting blind while trading goes on, and the approval by somebody who did not count."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.clinic.stock import actions, queries, queries_counts
from hms_desktop.clinic.stock.actions import Entered
from hms_desktop.clinic.stock.queries_counts import SheetLine, TakeRow
from hms_desktop.core.errors import Refused
from hms_desktop.screens.assent import colleague_agrees
from hms_desktop.screens.scanned import heard, medicine_scanned
from hms_desktop.screens.stock.choosing import chosen_store
from hms_desktop.screens.stock.count_card import CountCard
from hms_desktop.screens.stock.counting import (
    UNCOUNTED,
    approval_words,
    counted_words,
    line_state,
    line_tone,
    progress,
    sheet_to_print,
    sheets_waiting,
    summary_words,
    take_row_tone,
)
from hms_desktop.screens.stock.words import day, number, signed, take_state
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Question, ask
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import FormDialog, choice_field
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes

TAKES_WIDTH = 310
BOOKS = (4, 5)
"""The columns of the sheet that whoever counts does not see."""


class CountsPage(Page):
    """Enter on a line goes to the count, Enter there keeps it and goes on to the next line that waits.

    Whoever counts does not see the books, and whoever looks at them does not count: the database keeps both apart. A
    line that differs asks for a second count, and the last count decides.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self._reading, self._doing = Latest(), Latest()
        self._wishes = Wishes(desk)
        self._sheet: tuple[SheetLine, ...] = ()
        self._found: tuple[SheetLine, ...] = ()
        self._make_tables()
        self._make_buttons()
        self._lay_out()
        self.set_title(self.tr("Counts"))
        self.set_hint(
            self.tr(
                "Enter goes to the count, Enter again keeps it. From a paper sheet type first when it was counted. "
                "A line that was not counted stays as it is."
            )
        )
        self.follow("counts")
        self.hear_scans()

    def _make_buttons(self) -> None:
        self.begin = Button(self.tr("New stock-take…"), keys="Ctrl+N", icon="plus")
        self.begin.clicked.connect(lambda: self._doing.ask(self._begin()))
        self.books = Button(self.tr("Show the books"), keys="Ctrl+B")
        self.books.setCheckable(True)
        self.books.clicked.connect(lambda: self._doing.ask(self._look()))
        self.print = Button(self.tr("Print sheet"), keys="Ctrl+P", icon="printer")
        self.print.clicked.connect(lambda: self._doing.ask(self._print_sheet()))
        self.cancel = Button(self.tr("Give it up…"), keys="Ctrl+U", icon="x")
        self.cancel.clicked.connect(lambda: self._doing.ask(self._give_up()))
        self.approve = Button(self.tr("Approve…"), keys="Ctrl+Return", kind=PRIMARY)
        self.approve.clicked.connect(lambda: self._doing.ask(self._approve()))
        ListFile(self, lambda: self.sheet, "counts")
        for button in (self.begin, self.cancel, self.approve):
            self.buttons.addWidget(button)

    def _make_tables(self) -> None:
        self.takes_model: RowsModel[TakeRow] = RowsModel(
            [
                Column(self.tr("Store"), lambda row: row.store, stretch=True, strong=True),
                Column(self.tr("Counted"), progress, align=END, width=76),
                Column(self.tr("State"), lambda row: take_state(row.state), width=100, tone=take_row_tone),
            ],
            key=lambda row: row.id,
        )
        self.takes = TableView(self.tr("Stock-takes"))
        self.takes.setModel(self.takes_model)
        self.takes.set_empty_text(self.tr("No stock was counted yet. Ctrl+N begins a stock-take."))
        self.takes.chosen.connect(lambda _place: self._choose_take())
        self.lines: RowsModel[SheetLine] = RowsModel(
            [
                Column(self.tr("Medicine"), lambda row: row.medicine, stretch=True, strong=True),
                Column(self.tr("Lot"), lambda row: row.lot, width=100),
                Column(self.tr("Expiry"), lambda row: day(row.expiry), width=100),
                Column(
                    self.tr("Counted"), counted_words, align=END, width=78, strong=True, raw=lambda row: row.counted
                ),
                Column(self.tr("Books"), self._books, align=END, width=70),
                Column(self.tr("Difference"), self._difference, align=END, width=88),
                Column(self.tr("State"), line_state, width=128, tone=line_tone),
            ],
            key=lambda row: row.line_id,
        )
        self.sheet = TableView(self.tr("Counting sheet"))
        self.sheet.setModel(self.lines)
        self.sheet.set_empty_text(self.tr("Choose a stock-take to see its sheet."))
        self.sheet.chosen.connect(lambda _place: self._name_line())
        self.sheet.opened.connect(lambda _place: self.card.to_count())
        self.takes.opened.connect(lambda _place: self.sheet.setFocus())

    def _lay_out(self) -> None:
        theme = Theme.current()
        self.takes.setFixedWidth(TAKES_WIDTH)
        self.summary = Label(role="muted", wrap=True)
        self.card = CountCard()
        self.card.kept.connect(lambda: self._doing.ask(self._keep()))
        right = QVBoxLayout()
        right.setSpacing(theme.space["small"])
        above = QHBoxLayout()
        for part, share in ((self.summary, 1), (self.print, 0), (self.books, 0)):
            above.addWidget(part, share)
        right.addLayout(above)
        right.addWidget(self.sheet, 1)
        right.addWidget(self.card)
        across = QHBoxLayout()
        across.setSpacing(theme.space["large"])
        across.addWidget(self.takes)
        across.addLayout(right, 1)
        self.body.addLayout(across, 1)
        self.setFocusProxy(self.sheet)
        self._offer()

    async def load(self) -> None:
        self.takes_model.show(await self.desk.db.read(queries_counts.stock_takes))
        if self.takes.chosen_row() < 0:
            self.takes.choose(0)
        await self._read_sheet()

    def close_page(self) -> None:
        self._reading.drop()
        self._doing.drop()
        super().close_page()

    def take_scan(self, text: str) -> bool:
        """A batch label or a pack goes to its line; what is not on the sheet is put on it to be counted."""
        scan = heard(self.desk, text)
        if scan is not None:
            self._doing.ask(self._go_to_scanned(scan))
        return True

    async def _go_to_scanned(self, scan: Scan) -> None:
        """By its label or by medicine and lot together; a plain barcode goes to what is not counted of its medicine."""
        if scan.kind == "batch" or (scan.gtin and scan.lot):
            batches = await self._batches_meant(scan)
            place = self._place_of(lambda row: row.batch_id in batches)
            if place is None:
                place = await self._put_on(batches)
            missing = self.tr("No such batch was ever received; book it with the delivery or as opening stock.")
        else:
            medicine = await medicine_scanned(self.desk.db, self.desk, scan)
            if medicine is None:
                return
            place = self._place_of(lambda row: row.medicine_id == medicine.id and (not row.round or row.again))
            missing = self.tr("Nothing of {medicine} is left to be counted on this sheet.").format(
                medicine=medicine.title
            )
        if place is None:
            self.desk.say(missing, "warning")
        else:
            self.sheet.choose(place)
            self.card.to_count()

    async def _batches_meant(self, scan: Scan) -> tuple[int, ...]:
        if scan.kind == "batch":
            return () if scan.number is None else (scan.number,)
        return await self.desk.db.read(queries.batches_of_pack, gtin=scan.gtin, lot=scan.lot, expiry=scan.expiry)

    def _place_of(self, meant: Callable[[SheetLine], bool]) -> int | None:
        return next((place for place, row in enumerate(self._sheet) if meant(row)), None)

    async def _put_on(self, batches: Sequence[int]) -> int | None:
        """Put a batch that lies here against the books on the sheet; None where there is none, or it is closed."""
        if (take := self._take()) is None or take.state != "counting" or not batches:
            return None
        found = await self.desk.db.read(queries_counts.line_to_be, batch=batches[0])
        if found is None:
            return None
        self._found = (*self._found, found)
        self._sheet = (*self._sheet, found)
        self._show_sheet()
        self.desk.say(self.tr("This batch was not on the sheet; it is now. Count what lies here."), "info")
        return len(self._sheet) - 1

    # The sheet ----------------------------------------------------------------------------------------------

    def _take(self) -> TakeRow | None:
        return self.takes_model.row(self.takes.chosen_row())

    def _choose_take(self) -> None:
        self.books.setChecked(False)
        self.card.at.clear()
        self._found = ()
        self._reading.ask(self._read_sheet())

    async def _read_sheet(self) -> None:
        take = self._take()
        sheet = await self.desk.db.read(queries_counts.sheet, count=take.id) if take else ()
        listed = {row.batch_id for row in sheet}
        self._found = tuple(row for row in self._found if row.batch_id not in listed)
        self._sheet = (*sheet, *self._found)
        self._show_sheet()

    def _show_sheet(self) -> None:
        self.lines.show(self._sheet)
        if self._sheet and self.sheet.chosen_row() < 0:
            self.sheet.choose(0)
        self.summary.setText(summary_words(take) if (take := self._take()) else "")
        for column in BOOKS:
            self.sheet.setColumnHidden(column, not self._sees_books())
        self._name_line()

    def _sees_books(self) -> bool:
        take = self._take()
        return take is not None and take.books and (self.books.isChecked() or take.state != "counting")

    async def _look(self) -> None:
        """The books of the sheet, after a warning the first time: whoever has seen them no longer counts it."""
        take = self._take()
        if take is not None and not take.books:
            question = Question(
                self.tr("Look at the books?"),
                self.tr("Whoever has seen the books no longer counts this stock-take; they check and approve it."),
                self.tr("Look at the books"),
                parent=self,
            )
            agreed = await ask(question)
            question.deleteLater()
            self.books.setChecked(False)
            if agreed:
                await self._with_open_books(take)
        self._show_sheet()

    async def _with_open_books(self, take: TakeRow) -> TakeRow:
        """The stock-take with its differences, which are on the sheet from now on."""
        if not take.books:
            await self._wishes.run(actions.look_at_books, count=take.id)
            await self._read_again()
        self.books.setChecked(True)
        self._show_sheet()
        return self._take() or take

    async def _read_again(self) -> None:
        self.takes_model.show(await self.desk.db.read(queries_counts.stock_takes))
        await self._read_sheet()

    def _books(self, row: SheetLine) -> str:
        return number(row.balance) if self._sees_books() and row.balance is not None else ""

    def _difference(self, row: SheetLine) -> str:
        return signed(row.difference) if self._sees_books() and row.difference is not None else ""

    def _line(self) -> SheetLine | None:
        return self.lines.row(self.sheet.chosen_row())

    def _name_line(self) -> None:
        self.card.name_line(self._line())
        self._offer()

    def _offer(self) -> None:
        take = self._take()
        counting = take is not None and take.state == "counting"
        self.card.offer(take is not None and counting and not take.looked and self._line() is not None)
        self.cancel.setEnabled(counting)
        self.books.setEnabled(take is not None and take.state != "approved" and not take.own)
        self.print.setEnabled(bool(sheets_waiting(take)))
        self.approve.setEnabled(take is not None and counting and take.counted > 0 and take.once == 0)

    async def _keep(self) -> None:
        card = self.card
        take, row, counted = self._take(), self._line(), card.count.value()
        if not card.count.hasAcceptableInput():
            self.desk.say(card.count.sentence(), "warning")
            return
        if take is None or row is None or counted == UNCOUNTED:
            return
        try:
            with self.busy(card.keep):
                entered = await self._enter(take, row, counted)
        except Refused as refused:
            if refused.params.get("field") == "at":
                card.at.setFocus()
            raise
        card.named = None
        if entered.again:
            self.desk.say(self.tr("That differs from the books; this line must be counted a second time."), "warning")
        await self._read_again()
        self._go_on(row)

    async def _enter(self, take: TakeRow, row: SheetLine, counted: int) -> Entered:
        """Compared with the books of now, or of the time that stands on the paper."""
        written = self.card.at.text().strip()
        at = await self.desk.db.read(queries_counts.moment_written, text=written) if written else None
        wish, values = (row.batch_id, row.round), {"batch": row.batch_id, "counted": counted, "at": at}
        return await self._wishes.run(actions.enter_count, wish=wish, count=take.id, **values)

    def _go_on(self, counted: SheetLine) -> None:
        """To the next line that was not counted, else to the next that must be counted again."""
        start = (self._place_of(lambda row: row.batch_id == counted.batch_id) or 0) + 1
        order = [*range(start, len(self._sheet)), *range(start)]
        waiting = [place for place in order if not self._sheet[place].round]
        waiting += [place for place in order if self._sheet[place].again]
        if waiting:
            self.sheet.choose(waiting[0])
            self.card.to_count()
        else:
            self.sheet.setFocus()

    # The whole stock-take -----------------------------------------------------------------------------------

    async def _begin(self) -> None:
        async def save(typed: dict[str, Any]) -> None:
            await self._wishes.run(actions.open_count, store=typed["store"])

        dialog = FormDialog(
            self.tr("New stock-take"),
            self.tr("Begin"),
            save,
            sentence=self.tr("Trading goes on: each count is compared with the books at its own moment."),
            parent=self,
        )
        stores = [(row.id, row.name) for row in await self.desk.db.cached(queries.stores) if row.active]
        dialog.form.add("store", self.tr("Store"), choice_field(stores, chosen_store(self.desk)), required=True)
        dialog.form.field("store").setFocus()
        if await ask(dialog):
            await self.load()
            self.takes.choose(0)
            self.sheet.setFocus()
        dialog.deleteLater()

    async def _print_sheet(self) -> None:
        if (take := self._take()) is not None and (paper := await sheet_to_print(take, self)):
            self.desk.print_paper(paper, take.id)

    async def _give_up(self) -> None:
        if (take := self._take()) is None:
            return
        question = Question(
            self.tr("Give up this stock-take?"),
            self.tr("What was counted is kept to be read, and nothing is posted."),
            self.tr("Give it up"),
            stop=True,
            parent=self,
        )
        if await ask(question):
            await self._wishes.run(actions.cancel_count, count=take.id)
            self.mark_stale()
        question.deleteLater()

    async def _approve(self) -> None:
        if (take := self._take()) is None:
            return
        intent = self.desk.new_intent()
        if take.own:
            content = await self.desk.db.read(queries_counts.count_content, count=take.id)
            agreed = await colleague_agrees(
                self.desk,
                intent=intent,
                subject="stock.count",
                content=content,
                sentence=approval_words(take),
                parent=self,
            )
        else:
            take = await self._with_open_books(take)
            question = Question(
                self.tr("Approve this stock-take"), approval_words(take), self.tr("Approve"), parent=self
            )
            agreed = await ask(question)
            question.deleteLater()
        if agreed:
            with self.busy(self.approve):
                posted = await self.desk.db.run(actions.approve_count, intent=intent, count=take.id)
            self.desk.say(self.tr("Approved; %n difference(s) posted.", "", posted), "done")
            self.mark_stale()
