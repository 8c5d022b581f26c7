"""The jobs that are not over: under way, given up with the reason, or waiting; repeated or cancelled by hand."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from hms_desktop.clinic.jobs import actions, queries
from hms_desktop.clinic.jobs.queries import JobRow, WorkerRow
from hms_desktop.screens.jobs.words import TONES, said_of, short_moment, state_words, task_words
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.moments import moment
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.wishes import Wishes

READ_EVERY_MS = 10_000


class OpenJobsPage(Page):
    """What has failed for good stays here until somebody repeats or cancels it, or its next turn goes well."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Open jobs"))
        self._wishes, self._doing = Wishes(desk), Latest()
        self.workers = Label("", wrap=True)
        self.body.addWidget(self.workers)
        self.model: RowsModel[JobRow] = RowsModel(
            [
                Column(self.tr("Work"), lambda row: task_words(row.task), width=230, strong=True),
                Column(self.tr("State"), state_words, width=120, tone=lambda row: TONES.get(row.state)),
                Column(self.tr("Attempts"), lambda row: str(row.attempts), END, width=80),
                Column(self.tr("Began"), lambda row: short_moment(row.began_at), width=110, muted=True),
                Column(self.tr("Again at"), lambda row: short_moment(row.again_at), width=110, muted=True),
                Column(self.tr("What went wrong"), _wrong, stretch=True, tip=_wrong),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Open jobs"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.table.chosen.connect(lambda _row: self._say_what_can_be_done())
        self.body.addWidget(self.table, 1)
        self.cancel = Button(self.tr("Cancel job"), keys="Ctrl+Backspace", icon="x")
        self.cancel.clicked.connect(lambda: self._doing.ask(self._cancel()))
        self.repeat = Button(self.tr("Repeat now"), keys="Ctrl+R", icon="refresh-cw")
        self.repeat.clicked.connect(lambda: self._doing.ask(self._repeat()))
        for button in (self.cancel, self.repeat):
            self.buttons.addWidget(button)
        self.setFocusProxy(self.table)
        self._ticks = QTimer(self, interval=READ_EVERY_MS)
        self._ticks.timeout.connect(self.mark_stale)  # a worker that dies knocks at nothing
        self._say_what_can_be_done()
        self.follow("jobs")

    async def load(self) -> None:
        self.model.show(await self.desk.db.read(queries.jobs))
        self.table.set_empty_text(self.tr("Nothing is under way, nothing waits, and nothing has failed."))
        self._show_workers(await self.desk.db.read(queries.workers))
        self._say_what_can_be_done()

    def close_page(self) -> None:
        self._doing.drop()
        super().close_page()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    def _show_workers(self, workers: tuple[WorkerRow, ...]) -> None:
        alive = [one for one in workers if one.state == "alive"]
        silent = next((one for one in workers if one.state == "silent"), None)
        if alive:
            names = ", ".join(one.name for one in alive)
            self.workers.setText(self.tr("%n worker(s) at work: {names}", "", len(alive)).format(names=names))
        elif silent:
            said = self.tr("No worker is at work; the last one fell silent at {at}. Ask IT to look at it.")
            self.workers.setText(said.format(at=moment(silent.seen_at)))
        else:
            self.workers.setText(
                self.tr("No worker is at work, so nothing goes on by itself. IT starts hms-admin worker.")
            )
        self.workers.set_tone("" if alive else "warning")

    def _say_what_can_be_done(self) -> None:
        row = self.model.row(self.table.chosen_row())
        self.repeat.setEnabled(row is not None and row.state != "under_way")
        self.cancel.setEnabled(row is not None and not row.stopping)

    async def _repeat(self) -> None:
        row = self.model.row(self.table.chosen_row())
        if row is not None:
            with self.busy(self.repeat):
                await self._wishes.run(actions.repeat_job, job=row.id)
            self.desk.say(self.tr("{work} is tried again now.").format(work=task_words(row.task)), "done")
            self.mark_stale()

    async def _cancel(self) -> None:
        row = self.model.row(self.table.chosen_row())
        if row is not None:
            with self.busy(self.cancel):
                await self._wishes.run(actions.cancel_job, job=row.id)
            self.desk.say(self.tr("{work} was taken out of the queue.").format(work=task_words(row.task)), "done")
            self.mark_stale()


def _wrong(row: JobRow) -> str:
    return said_of(row.code, row.sentence)
