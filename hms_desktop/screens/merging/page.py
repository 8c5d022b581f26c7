"""The managers' page of duplicates: the work list of pairs, both records side by side, and the merges to undo."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from hms_desktop.clinic.merging import actions, queries
from hms_desktop.clinic.merging.queries import MergeRow, PairRow
from hms_desktop.clinic.patients import actions as patients
from hms_desktop.clinic.patients import queries as records
from hms_desktop.clinic.patients.rules import REASON_LENGTH, mrn_display
from hms_desktop.screens.likeness_words import reason_words
from hms_desktop.screens.merging.comparison import Comparison
from hms_desktop.screens.merging.words import likely_words, merge_words, side_words
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.forms import FormDialog, text_field
from hms_desktop.widgets.message_bar import Message
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.paged_table import Keyset, PagedTableModel
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes


class MergingPage(Page):
    """Nothing here is final: two people stay two, a merge can be undone, and both are said with Undo beside them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self._reading, self._doing = Latest(), Latest()
        self._wishes = Wishes(desk)
        self._pair: PairRow | None = None
        self._make_buttons()
        self._make_body()
        self.set_title(self.tr("Duplicates"))
        self.follow("merging")
        self.follow("patients")

    def _make_buttons(self) -> None:
        self.merged = Button(self.tr("Merged records"), keys="Ctrl+B")
        self.merged.setCheckable(True)
        self.merged.toggled.connect(self._turn)
        self.different = Button(self.tr("Not the same person"), keys="Ctrl+T", icon="users")
        self.different.clicked.connect(lambda: go(self._keep_two()))
        self.open = Button(self.tr("Open restricted…"), keys="Ctrl+O", icon="lock")
        self.open.clicked.connect(lambda: self._doing.ask(self._open_restricted()))
        self.unmerge = Button(self.tr("Undo this merge"), keys="Ctrl+U", icon="undo-2")
        self.unmerge.clicked.connect(lambda: go(self._undo_chosen()))
        self.merge = Button(self.tr("Merge"), keys="Ctrl+Return", kind=PRIMARY)
        self.merge.clicked.connect(lambda: go(self._merge()))
        for button in (self.merged, self.open, self.unmerge, self.different, self.merge):
            self.buttons.addWidget(button)

    def _make_body(self) -> None:
        theme = Theme.current()
        self.pairs: PagedTableModel[PairRow] = PagedTableModel(
            [
                Column(self.tr("One record"), lambda pair: side_words(pair.first), stretch=True, strong=True),
                Column(self.tr("The other"), lambda pair: side_words(pair.second), width=256, strong=True),
                Column(
                    self.tr("Likeness"), likely_words, width=104, tone=lambda pair: "warning" if pair.sure else "info"
                ),
            ],
            Keyset(self.desk.db, queries.pair_anchors, queries.pairs_page),
        )
        self.pairs.page_shown.connect(self._page_shown)
        self.work = TableView(self.tr("Pairs that may be one person"))
        self.work.setModel(self.pairs)
        self.work.chosen.connect(self._chosen)
        self.work.set_empty_text(
            self.tr("No pair is waiting. New registrations are compared by hms-admin duplicates scan.")
        )
        self.merges: RowsModel[MergeRow] = RowsModel(
            [
                Column(self.tr("Stands"), lambda row: side_words(row.survivor), stretch=True, strong=True),
                Column(self.tr("Merged"), merge_words, width=248),
                Column(self.tr("When"), lambda row: f"{row.merged_at:%Y-%m-%d %H:%M}", width=136),
                Column(self.tr("By"), lambda row: row.merged_by, width=160, muted=True),
            ],
            key=lambda row: row.id,
        )
        self.done = TableView(self.tr("Merges that can be undone"))
        self.done.setModel(self.merges)
        self.done.chosen.connect(lambda _row: self._say_what_can_be_done())
        self.done.set_empty_text(self.tr("Nothing was merged yet."))
        self.tables = QStackedWidget()
        for table in (self.work, self.done):
            self.tables.addWidget(table)
        self.comparison = Comparison()
        self.sheet = Card()
        self.sheet.column.addWidget(scrolled(self.comparison))
        beside = QHBoxLayout()
        beside.setSpacing(theme.space["wide"])
        beside.addWidget(self.tables, 6)
        beside.addWidget(self.sheet, 5)
        self.body.addLayout(beside, 1)
        self.setFocusProxy(self.work)
        self._say_what_can_be_done()

    async def load(self) -> None:
        """Read both lists again; the pair that is looked at stays while it is to be decided."""
        await self.pairs.refresh()
        self.merges.show(await self.desk.db.read(queries.merges))
        left = await self.desk.db.read(queries.left_to_compare)
        pairs = self.tr("%n pair(s) to decide", "", self.pairs.rowCount())
        waiting = self.tr("%n record(s) not compared yet", "", left) if left else ""
        self.set_subtitle("  ·  ".join(filter(None, (pairs, waiting))))
        self._chosen(self.work.chosen_row())

    def close_page(self) -> None:
        self.pairs.close()
        self._reading.drop()
        self._doing.drop()
        super().close_page()

    # Looking ------------------------------------------------------------------------------------------------

    def _turn(self, merged: bool) -> None:
        self.tables.setCurrentIndex(int(merged))
        self.sheet.setVisible(not merged)
        self.setFocusProxy(self.done if merged else self.work)
        self._say_what_can_be_done()

    def _page_shown(self, first: int, last: int) -> None:
        if first <= self.work.chosen_row() <= last:
            self._chosen(self.work.chosen_row())

    def _chosen(self, row: int) -> None:
        cells = self.pairs.cells(row) if row >= 0 else None
        self._pair = cells.row if cells else None
        if self._pair is None:
            self._reading.drop()
            self.comparison.clear(self.tr("Choose a pair on the left to see both records."))
            self._say_what_can_be_done()
        else:
            self._reading.ask(self._compare(self._pair))

    async def _compare(self, pair: PairRow) -> None:
        if pair.first.closed or pair.second.closed:
            self.comparison.clear(self.tr("A restricted record is opened with a reason before it can be compared."))
        else:
            first = await self.desk.db.read(records.patient_card, patient_id=pair.first.id)
            second = await self.desk.db.read(records.patient_card, patient_id=pair.second.id)
            self.comparison.show_pair(first, second, "  ·  ".join(reason_words(pair.reasons)))
        self._say_what_can_be_done()

    def _say_what_can_be_done(self) -> None:
        looking = not self.merged.isChecked()
        self.set_hint(
            self.tr("Arrow keys choose a pair, Tab goes to its fields; Ctrl+Enter merges, Ctrl+T keeps two.")
            if looking
            else self.tr("What was written since a merge stays with the record that stands when it is undone.")
        )
        closed = self._pair is not None and (self._pair.first.closed or self._pair.second.closed)
        self.merge.setVisible(looking)
        self.different.setVisible(looking)
        self.open.setVisible(looking and closed)
        self.unmerge.setVisible(not looking)
        self.merge.setEnabled(self.comparison.shown)
        self.different.setEnabled(self._pair is not None)
        self.unmerge.setEnabled(self.merges.cells(self.done.chosen_row()) is not None)

    # Deciding -----------------------------------------------------------------------------------------------

    async def _merge(self) -> None:
        survivor, absorbed = self.comparison.survivor, self.comparison.absorbed
        with self.busy(self.merge, self.tr("Merging…"), cancel=False):
            merged = await self._wishes.run(
                actions.merge,
                survivor_id=survivor.id,
                survivor_version=survivor.version,
                absorbed_id=absorbed.id,
                absorbed_version=absorbed.version,
                taken=self.comparison.taken(),
            )
        said = self.tr("{gone} is merged into {kept}.").format(
            gone=mrn_display(absorbed.mrn), kept=mrn_display(survivor.mrn)
        )
        self.desk.messages.show_message(
            Message(said, "done", undo=lambda: go(self._unmerge(merged.id, merged.version)))
        )
        self.mark_stale()

    async def _keep_two(self) -> None:
        pair = self._pair
        if pair is None:
            return
        with self.busy(self.different):
            decided = await self._wishes.run(actions.decide, pair_id=pair.id, version=pair.version, different=True)
        said = self.tr("These stay two people and are not offered again.")
        self.desk.messages.show_message(
            Message(said, "done", undo=lambda: go(self._look_again(decided.id, decided.version)))
        )
        self.mark_stale()

    async def _look_again(self, pair_id: int, version: int) -> None:
        await self._wishes.run(actions.decide, pair_id=pair_id, version=version, different=False)
        self.mark_stale()

    async def _undo_chosen(self) -> None:
        cells = self.merges.cells(self.done.chosen_row())
        if cells is not None:
            with self.busy(self.unmerge):
                await self._unmerge(cells.row.id, cells.row.version)

    async def _unmerge(self, merge_id: int, version: int) -> None:
        await self._wishes.run(actions.unmerge, merge_id=merge_id, version=version)
        self.desk.messages.show_message(Message(self.tr("The merge is undone; these are two records again."), "done"))
        self.mark_stale()

    async def _open_restricted(self) -> None:
        pair = self._pair
        if pair is None:
            return

        async def open_with(values: dict[str, str]) -> None:
            for side in (pair.first, pair.second):
                if side.closed:
                    await self._wishes.run(patients.open_restricted, patient_id=side.id, reason=values["reason"])

        dialog = FormDialog(
            self.tr("Open a restricted record"),
            self.tr("Open"),
            open_with,
            sentence=self.tr("It opens for you for 15 minutes; who opened it, when and why is kept."),
            parent=self.window(),
        )
        dialog.form.add("reason", self.tr("Reason"), text_field(longest=REASON_LENGTH), required=True)
        dialog.form.field("reason").setFocus()
        if await ask(dialog):
            self.mark_stale()
