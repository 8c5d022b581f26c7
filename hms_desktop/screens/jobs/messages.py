"""Messages on their way and settled, and what somebody decides about those that are in doubt or were not sent."""

from hms_desktop.clinic.jobs import actions, queries
from hms_desktop.clinic.jobs.queries import MessageFigures, MessageRow
from hms_desktop.screens.jobs.words import TONES, message_kind, message_state, note_words, way_words
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.moments import moment
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.wishes import Wishes

_DECIDED = {"arrived": ("unknown", "failed"), "again": ("unknown", "failed"), "let_be": ("unknown", "failed", "due")}
"""Of which states each decision is open."""


class MessagesPage(Page):
    """A message in doubt may have arrived: it is not sent again before somebody has asked, or does not mind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Messages"))
        self._wishes, self._doing = Wishes(desk), Latest()
        self.model: RowsModel[MessageRow] = RowsModel(
            [
                Column(self.tr("Message"), message_kind, width=210, strong=True),
                Column(self.tr("To"), way_words, width=120),
                Column(self.tr("State"), message_state, width=110, tone=lambda row: TONES.get(row.state)),
                Column(self.tr("Due"), lambda row: moment(row.due_at), width=156, muted=True),
                Column(self.tr("Sent or settled"), lambda row: moment(row.settled_at), width=156, muted=True),
                Column(self.tr("Attempts"), lambda row: str(row.attempts), END, width=80),
                Column(self.tr("Note"), note_words, stretch=True, tip=note_words),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Messages"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.table.chosen.connect(lambda _row: self._say_what_can_be_done())
        self.body.addWidget(self.table, 1)
        self.arrived = Button(self.tr("It arrived"), keys="Ctrl+Y", icon="check")
        self.again = Button(self.tr("Send again"), keys="Ctrl+R", icon="refresh-cw")
        self.let_be = Button(self.tr("Let it be"), keys="Ctrl+Backspace", icon="x")
        self._decisions = {"arrived": self.arrived, "let_be": self.let_be, "again": self.again}
        for decision, button in self._decisions.items():
            button.clicked.connect(lambda _checked=False, decision=decision: self._doing.ask(self._decide(decision)))
            self.buttons.addWidget(button)
        self.setFocusProxy(self.table)
        ListFile(self, lambda: self.table, "messages")
        self._say_what_can_be_done()
        self.follow("messages")

    async def load(self) -> None:
        self.model.show(await self.desk.db.read(queries.messages))
        self.table.set_empty_text(self.tr("No message was written yet."))
        self._show_figures(await self.desk.db.read(queries.message_figures))
        self._say_what_can_be_done()

    def close_page(self) -> None:
        self._doing.drop()
        super().close_page()

    def _show_figures(self, figures: MessageFigures) -> None:
        said = self.tr("Last 24 hours: {sent} sent, {failed} not sent  ·  waiting: {due}  ·  in doubt: {unknown}")
        self.set_subtitle(
            said.format(sent=figures.sent, failed=figures.failed, due=figures.due, unknown=figures.unknown)
        )

    def _say_what_can_be_done(self) -> None:
        row = self.model.row(self.table.chosen_row())
        for decision, button in self._decisions.items():
            button.setEnabled(row is not None and row.state in _DECIDED[decision])

    async def _decide(self, decision: str) -> None:
        row = self.model.row(self.table.chosen_row())
        if row is not None:
            with self.busy(self._decisions[decision]):
                await self._wishes.run(actions.decide_message, message=row.id, decision=decision)
            self.mark_stale()
