"""The papers of today: what waits, what came out, what did not and why; repeated, taken off, looked at."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.printing import actions, queries
from hms_desktop.clinic.printing.papers import CaptionQuery
from hms_desktop.clinic.printing.queries import JobRow
from hms_desktop.clinic.printing.rules import State
from hms_desktop.core.errors import Refused
from hms_desktop.screens.printing.press import Press
from hms_desktop.screens.printing.view import Preview
from hms_desktop.screens.printing.words import state, state_tone, title, why
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.wishes import Wishes


class PapersPage(Page):
    """Enter repeats the chosen paper; one whose end is unknown can be said to have come out."""

    def __init__(
        self, desk: Desk, press: Press, captions: Mapping[str, CaptionQuery], parent: QWidget | None = None
    ) -> None:
        """`captions` gives each document the query that says in a few letters what its papers are about."""
        super().__init__(desk, "", parent)
        self._press = press
        self._queries = captions
        self._captions: dict[tuple[str, int | None], str] = {}
        self._wishes = Wishes(desk)
        self._doing = Latest()
        self.set_title(self.tr("Papers"))
        self.model: RowsModel[JobRow] = RowsModel(
            [
                Column(self.tr("Time"), lambda row: row.queued, width=64),
                Column(self.tr("Paper"), _paper, width=190, strong=True),
                Column(self.tr("About"), self._about, width=110),
                Column(self.tr("State"), state, width=110, tone=state_tone),
                Column(self.tr("Printer"), lambda row: row.printer, width=150),
                Column(self.tr("Workstation"), lambda row: row.workstation, width=130, muted=True),
                Column(self.tr("Wanted by"), lambda row: row.person, width=140, muted=True),
                Column(self.tr("Why not"), why, stretch=True, tip=why),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Papers of today"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.table.chosen.connect(lambda _place: self._offer())
        self.table.opened.connect(lambda _place: self._do(self._look))
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.look = self._button(self.tr("Look at it"), "Return", "", self._look)
        self.came_out = self._button(self.tr("It came out"), "Ctrl+Return", "check", self._say_it_came_out)
        self.repeat = self._button(self.tr("Repeat"), "Ctrl+P", "printer", self._repeat)
        self.cancel = self._button(self.tr("Take off"), "Del", "x", self._take_off)
        self.set_hint(
            self.tr("A repeated paper says that it is a reprint. What is unknown is never printed by itself.")
        )
        self.follow("papers")
        self._offer()

    def _button(self, words: str, keys: str, icon: str, do: Callable[[JobRow], Any]) -> Button:
        button = Button(words, keys=keys, icon=icon, cap_only=keys in ("Return", "Del"))
        button.clicked.connect(lambda: self._do(do))
        self.buttons.addWidget(button)
        if keys == "Del":
            also = QShortcut(QKeySequence(keys), self.table)
            also.activated.connect(button.click)
        return button

    async def load(self) -> None:
        rows = await self.desk.db.read(queries.jobs)
        await self._read_captions(rows)
        first = self.model.rowCount() == 0
        self.model.show(rows)
        self.table.set_empty_text(self.tr("Nothing was printed today."))
        troubled = sum(row.here and (row.unknown or row.state == State.FAILED) for row in rows)
        self.set_subtitle(
            self.tr("Papers of this workstation that need somebody: {n}").format(n=troubled)
            if troubled
            else self.tr("Today, at every workstation")
        )
        if first and rows:
            self.table.choose(0)
        self._offer()

    async def _read_captions(self, rows: Sequence[JobRow]) -> None:
        for document, query in self._queries.items():
            subjects = {row.subject for row in rows if row.document == document and row.subject is not None}
            missing = sorted(one for one in subjects if (document, one) not in self._captions)
            try:
                found = await self.desk.db.read(query, subjects=missing) if missing else {}
            except Refused:
                found = {}  # this person's duties do not reach what the paper is about
            self._captions |= {(document, one): found.get(one, "") for one in missing}

    def _about(self, row: JobRow) -> str:
        return self._captions.get((row.document, row.subject), "")

    def close_page(self) -> None:
        self._doing.drop()
        super().close_page()

    def _offer(self) -> None:
        """What may be done to the chosen paper."""
        row = self._row()
        states = {row.state} if row is not None else set()
        self.look.setEnabled(row is not None)
        self.repeat.setEnabled(row is not None and (row.state != State.PRINTING or row.unknown))
        self.cancel.setEnabled(bool(states & {State.QUEUED, State.FAILED}))
        self.came_out.setVisible(row is not None and row.unknown)
        self.repeat.set_text(self.tr("Print it now") if self._is_left(row) else self.tr("Repeat"))

    def _row(self) -> JobRow | None:
        return self.model.row(self.table.chosen_row())

    def _do(self, do: Callable[[JobRow], Any]) -> None:
        row = self._row()
        if row is not None:
            self._doing.ask(do(row))

    async def _look(self, row: JobRow) -> None:
        with self.busy(self.look):
            made = await self._press.look(row)
        sentence = self.tr("As it would come out now on {printer}.").format(printer=row.printer)
        dialog = Preview(_paper(row), sentence, made, self.repeat.words(), self.window())
        if await ask(dialog):
            await self._repeat(row)
        dialog.deleteLater()

    @staticmethod
    def _is_left(row: JobRow | None) -> bool:
        """Whether a paper of this workstation waits that no program has begun."""
        return row is not None and row.here and row.state == State.QUEUED

    async def _repeat(self, row: JobRow) -> None:
        if self._is_left(row):
            self._press.resume(row.id)
        else:
            self._press.again(row.id)

    async def _say_it_came_out(self, row: JobRow) -> None:
        with self.busy(self.came_out):
            await self._wishes.run(actions.end_print, job=row.id)

    async def _take_off(self, row: JobRow) -> None:
        with self.busy(self.cancel):
            await self._wishes.run(actions.cancel_print, job=row.id)


def _paper(row: JobRow) -> str:
    return f"{title(row.document)} ({row.reprint + 1})" if row.reprint else title(row.document)
