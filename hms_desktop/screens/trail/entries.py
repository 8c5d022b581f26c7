"""The entries of the audit trail, found by day, person, place and what they are about; old and new beside them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from hms_desktop.clinic.patients.queries import today
from hms_desktop.clinic.patients.rules import mrn_as_typed
from hms_desktop.clinic.trail import queries, sealing
from hms_desktop.clinic.trail.queries import TrailRow, TrailWish, Values
from hms_desktop.clinic.trail.sealing import BrokenSeal, SealState
from hms_desktop.core.errors import Refused
from hms_desktop.screens.trail.filters import BIGGEST_NUMBER, Filters
from hms_desktop.screens.trail.words import TONES, subject_words, verbs
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.paged_table import Keyset, PagedTableModel
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView

DAYS_AT_FIRST = 7
LONGEST_VALUE = 2000
CARD_WIDTH = 380


@dataclass(frozen=True)
class Field:
    """One column of a changed row, as text."""

    name: str
    was: str
    now: str


class EntriesPage(Page):
    """Nothing here is changed. Who may not read the values sees who changed what, when and where."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.set_title(self.tr("Entries"))
        self._begun = False
        self._wish: TrailWish | None = None
        self._reading, self._opening, self._checking = Latest(), Latest(), Latest()
        self._reads_values = desk.who.has_duty("manager")
        self.filters = Filters()
        self.filters.asked.connect(lambda: self._reading.ask(self._show()))
        self._make_tables()
        self._make_buttons()
        self._lay_out()

    def _make_tables(self) -> None:
        self.entries: PagedTableModel[TrailRow] = PagedTableModel(
            [
                Column(self.tr("When"), _when, width=160),
                Column(
                    self.tr("Who"),
                    lambda row: row.name,
                    width=130,
                    stretch=True,
                    strong=True,
                    tip=lambda row: row.person,
                ),
                Column(self.tr("Where"), lambda row: row.workstation, width=92, stretch=True, muted=True, tip=_place),
                Column(self.tr("What"), lambda row: subject_words(row.subject), width=160, stretch=True, tip=_table),
                Column(self.tr("Number"), lambda row: str(row.key), END, width=72, raw=lambda row: row.key),
                Column(
                    self.tr("Happened"),
                    lambda row: verbs().get(row.verb, row.verb),
                    width=94,
                    tone=lambda row: TONES.get(row.verb),
                ),
            ]
        )
        self.table = TableView(self.tr("Entries, the newest first"))
        self.table.setModel(self.entries)
        self.table.set_empty_text(self.tr("Reading…"))
        self.table.chosen.connect(lambda _place: self._opening.ask(self._open()))
        self.entries.page_shown.connect(lambda _first, _last: self._opening.ask(self._open()))
        self.fields: RowsModel[Field] = RowsModel(
            [
                Column(self.tr("Field"), lambda row: row.name, width=116, strong=True, tip=lambda row: row.name),
                Column(
                    self.tr("Was"), lambda row: row.was, width=100, stretch=True, muted=True, tip=lambda row: row.was
                ),
                Column(self.tr("Is"), lambda row: row.now, width=130, stretch=True, tip=lambda row: row.now),
            ],
            key=lambda row: row.name,
        )
        self.values = TableView(self.tr("What the entry changed"), compact=True)
        self.values.setModel(self.fields)
        self.values.set_empty_text(self.tr("Choose an entry."))
        self.about, self.where = Label("", "strong", wrap=True), Label("", "muted", wrap=True)

    def _make_buttons(self) -> None:
        self.seal_now = Button(self.tr("Seal now"), keys="Ctrl+B", icon="lock")
        self.seal_now.clicked.connect(lambda: self._checking.ask(self._seal_now()))
        self.check = Button(self.tr("Check the seals"), keys="Ctrl+G", icon="shield")
        self.check.clicked.connect(lambda: self._checking.ask(self._check()))
        self.sealed = Chip(parent=self)
        self.buttons.addWidget(self.sealed)
        self.buttons.addWidget(self.seal_now)
        self.buttons.addWidget(self.check)
        ListFile(self, lambda: self.table, "audit")

    def _lay_out(self) -> None:
        card = Card()
        card.setFixedWidth(CARD_WIDTH)
        card.column.addWidget(self.about)
        card.column.addWidget(self.where)
        card.column.addWidget(self.values, 1)
        card.setVisible(self._reads_values)
        self.show_button = Button(self.tr("Show"), keys="Ctrl+Return", icon="search")
        self.show_button.clicked.connect(self.filters.asked.emit)
        above = QHBoxLayout()
        above.addWidget(self.filters, 1)
        above.addWidget(self.show_button)
        self.body.addLayout(above)
        self.stand_beside((self.table, 1), (card, 0))
        self.setFocusProxy(self.filters.field("person"))

    async def load(self) -> None:
        if not self._begun:
            self.filters.begin(await self.desk.db.read(today), DAYS_AT_FIRST)
            self.filters.offer(await self.desk.db.read(queries.subjects))
            self._begun = True
        await self._show()

    async def _show(self) -> None:
        wish = await self._wished()
        if wish is None:
            return
        with self.busy(self.show_button, self.tr("Looking through the trail…")):
            await self._tell_state()
            if wish == self._wish:
                await self.entries.refresh()
            else:
                self._wish = wish
                keyset = Keyset(self.desk.db, queries.trail_anchors, queries.trail_page, wish=wish)
                await self.entries.ask(keyset)
        self.table.set_empty_text(self.tr("Nothing like that was changed on these days."))
        self.set_subtitle(self.tr("%n entry(ies)", "", self.entries.rowCount()))
        if self.table.chosen_row() < 0 and self.entries.rowCount():
            self.table.choose(0)
        await self._open()

    async def _wished(self) -> TrailWish | None:
        """What the fields say; a record number stands for the record that bears it."""
        wish, number = self.filters.wish(), self.filters.number()
        if wish is None or not number:
            return wish
        if number.isdecimal() and int(number) <= BIGGEST_NUMBER:
            return replace(wish, key=int(number))
        try:
            patient = await self.desk.db.read(queries.patient_with, mrn=mrn_as_typed(number))
        except Refused:
            patient = None
        if patient is None:
            self.filters.show_error("number", self.tr("There is no record with this number."))
            return None
        return replace(wish, subject=wish.subject or "patients", key=patient)

    async def _open(self) -> None:
        """Show what the chosen entry changed."""
        cells = self.entries.cells(self.table.chosen_row())
        if cells is None or not self._reads_values:
            self._empty()
            return
        row = cells.row
        found = await self.desk.db.read(queries.entry_values, written_at=row.written_at, entry=row.id)
        self.about.setText(f"{subject_words(row.subject)} {row.key}: {verbs().get(row.verb, row.verb)}")
        seal = self.tr("sealed") if row.sealed else self.tr("not sealed yet")
        self.where.setText(f"{row.name} ({row.person}) · {row.workstation} · {_when(row)} · {seal}")
        closed = found is not None and found.closed
        self.values.set_empty_text(
            self.tr("This is about a restricted record; open it with a reason first.")
            if closed
            else self.tr("The entry is no longer there.")
        )
        self.fields.show(list(_fields(found)) if found is not None else [])

    def _empty(self) -> None:
        self.about.setText("")
        self.where.setText("")
        self.values.set_empty_text(self.tr("Choose an entry."))
        self.fields.show([])

    async def _tell_state(self) -> None:
        state = await self.desk.db.read(sealing.state)
        tone = "warning" if state.late else "done" if not state.unsealed else "info"
        self.sealed.show_word(self._state_words(state), tone)

    def _state_words(self, state: SealState) -> str:
        if state.late:
            return self.tr("%n entry(ies) came late", "", state.late)
        if state.unsealed:
            return self.tr("%n entry(ies) not sealed yet", "", state.unsealed)
        return self.tr("all sealed")

    async def _seal_now(self) -> None:
        with self.busy(self.seal_now, self.tr("Sealing…")):
            await self.desk.db.run(sealing.seal)
        await self._show()

    async def _check(self) -> None:
        """Reckon every seal anew, some hundred blocks at a time, so that Cancel is heard."""
        broken: list[BrokenSeal] = []
        with self.busy(self.check, self.tr("Checking the seals…")):
            state = await self.desk.db.read(sealing.state)
            for first, last in sealing.spans(state.newest):
                broken += await self.desk.db.read(sealing.broken, first=first, last=last)
        if broken:
            blocks = ", ".join(str(each.block) for each in broken[:10])
            self.desk.say(
                self.tr("The trail was changed behind its seals. Broken blocks: {blocks}. Tell IT.").format(
                    blocks=blocks
                ),
                "stop",
            )
        else:
            self.desk.say(self.tr("Every seal fits."), "done")

    def close_page(self) -> None:
        for latest in (self._reading, self._opening, self._checking):
            latest.drop()
        self.entries.close()
        super().close_page()


def _fields(values: Values) -> Iterable[Field]:
    for name in dict.fromkeys((*values.before, *values.after)):
        yield Field(name, _text(values.before, name), _text(values.after, name))


def _text(columns: Mapping[str, Any], name: str) -> str:
    value = columns.get(name)
    if value is None:
        return ""
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))[:LONGEST_VALUE]


def _when(row: TrailRow) -> str:
    """To the second: what came first matters here."""
    return f"{row.at:%Y-%m-%d %H:%M:%S}"


def _place(row: TrailRow) -> str:
    return row.workstation


def _table(row: TrailRow) -> str:
    return row.subject
