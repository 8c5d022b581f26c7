"""The manager's page of the day: who sits where, what waits, days left open, and how good the estimates were."""

import asyncio
import datetime as dt
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.queue import actions, queries, queries_planning
from hms_desktop.clinic.queue.queries import WaitingCount
from hms_desktop.clinic.queue.queries_planning import EstimateQuality, OpenDay, ServiceWait, SittingRow
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.queue.words import SITTING_TONES, open_days_words, quality_words, sitting_words
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Question, ask
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.moments import day_words
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes

DAYS = 7


@dataclass(frozen=True)
class ServiceNow:
    """One service's line and what a newcomer would wait."""

    count: WaitingCount
    wait: ServiceWait | None


class DayPage(Page):
    """Read again at each knock of the queue; the estimates are those of the last seven days."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("The day"), parent)
        self._wishes = Wishes(desk)
        self._today: dt.date | None = None
        self._open_days: tuple[OpenDay, ...] = ()
        self.close_day = Button(self.tr("Close the day…"), keys="F8")
        self.close_day.clicked.connect(lambda: go(self._close(self._today)))
        self.buttons.addWidget(self.close_day)
        self._make_reminder()
        self._make_tables()
        self.set_hint(self.tr("Minutes of error: below 0 the wait was shorter than expected, above 0 longer"))
        self.follow("queue")
        self.follow("organisation")

    def _make_reminder(self) -> None:
        self.reminder = Card(tone="warning")
        self._reminder_words = Label("", wrap=True)
        self.close_earlier = Button(self.tr("Close it now"), keys="F9")
        self.close_earlier.clicked.connect(lambda: go(self._close_earlier()))
        across = QHBoxLayout()
        across.addWidget(self._reminder_words, 1)
        across.addWidget(self.close_earlier)
        self.reminder.column.addLayout(across)
        self.reminder.setVisible(False)
        self.body.addWidget(self.reminder)

    def _make_tables(self) -> None:
        self.services: RowsModel[ServiceNow] = RowsModel(
            [
                Column(self.tr("Service"), lambda row: row.count.service, stretch=True, strong=True),
                Column(self.tr("Waiting"), lambda row: str(row.count.waiting), align=END, width=80),
                Column(self.tr("Longest, min"), lambda row: str(row.count.longest_minutes), align=END, width=104),
                Column(self.tr("Expected, min"), _expected, align=END, width=112),
                Column(self.tr("Served"), lambda row: str(row.count.served), align=END, width=76),
            ],
            key=lambda row: row.count.service_id,
        )
        self.sittings: RowsModel[SittingRow] = RowsModel(
            [
                Column(self.tr("Counter"), lambda row: row.room, width=130, strong=True),
                Column(self.tr("Who"), lambda row: row.person, stretch=True),
                Column(self.tr("State"), sitting_words, width=150, tone=lambda row: SITTING_TONES[row.state]),
            ],
            key=lambda row: row.room_id,
        )
        self.quality: RowsModel[EstimateQuality] = RowsModel(
            [
                Column(self.tr("Service"), lambda row: row.service, stretch=True, strong=True),
                Column(self.tr("Tickets"), lambda row: str(row.tickets), align=END, width=76),
                Column(self.tr("Waited, min"), lambda row: f"{row.waited:.0f}", align=END, width=96),
                Column(self.tr("Error: low"), lambda row: f"{row.low_error:+.0f}", align=END, width=92),
                Column(self.tr("middle"), lambda row: f"{row.median_error:+.0f}", align=END, width=76),
                Column(self.tr("high"), lambda row: f"{row.high_error:+.0f}", align=END, width=64),
                Column(self.tr("In range"), lambda row: f"{row.covered:.0%}", align=END, width=84),
                Column(self.tr("So"), quality_words, width=150, muted=True),
            ],
            key=lambda row: row.service,
        )
        above = QHBoxLayout()
        above.setSpacing(Theme.current().space["large"])
        above.addLayout(self._titled(self.tr("Lines now"), self.services, self.tr("No services are in use.")), 3)
        above.addLayout(self._titled(self.tr("Who sits where"), self.sittings, self.tr("No counter is open.")), 2)
        self.body.addLayout(above, 1)
        nothing = self.tr("Nothing was estimated yet: it takes eight finished calls of a service.")
        title = self.tr("How good the estimates of the last {n} days were").format(n=DAYS)
        self.body.addLayout(self._titled(title, self.quality, nothing), 1)

    def _titled(
        self, title: str, model: RowsModel[ServiceNow] | RowsModel[SittingRow] | RowsModel[EstimateQuality], empty: str
    ) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Theme.current().space["hair"])
        table = TableView(title, compact=True)
        table.setModel(model)
        table.set_empty_text(empty)
        column.addWidget(Label(title, "strong"))
        column.addWidget(table, 1)
        return column

    async def load(self) -> None:
        """Read everything; the five questions go side by side."""
        db = self.desk.db
        counts, waits, sittings, quality, open_days, now = await asyncio.gather(
            db.read(queries.waiting_counts),
            db.read(queries_planning.service_waits),
            db.read(queries_planning.sittings),
            db.read(queries_planning.estimate_quality, days=DAYS),
            db.read(queries_planning.open_days),
            db.read(organisation.local_time),
        )
        self._today = now.date()
        self._open_days = open_days
        self.services.show([ServiceNow(count, waits.get(count.service_id)) for count in counts])
        self.sittings.show(sittings)
        self.quality.show(quality)
        self.set_subtitle(
            self.tr("{waiting} waiting · {served} served today").format(
                waiting=sum(one.waiting for one in counts), served=sum(one.served for one in counts)
            )
        )
        self.reminder.setVisible(bool(open_days))
        self._reminder_words.setText(open_days_words(open_days))

    async def _close_earlier(self) -> None:
        if self._open_days:
            await self._close(self._open_days[-1].day)

    async def _close(self, day: dt.date | None) -> None:
        """Ask, then close that day and those before it; who is still open was not served."""
        if day is None:
            return
        sentence = self.tr(
            "Every open ticket of {day} and of earlier days becomes not served. This cannot be taken back."
        ).format(day=day_words(day))
        words = self.tr("Close {day}").format(day=day_words(day))
        question = Question(words, sentence, words, stop=True, parent=self.window())
        agreed = await ask(question)
        question.deleteLater()
        if not agreed:
            return
        try:
            closed = await self._wishes.run(actions.close_day, business_date=day)
        except HmsError as error:
            self.desk.tell(error)
            return
        told = self.tr("{day} is closed; {count} tickets were not served.")
        self.desk.say(told.format(day=day_words(closed.business_date), count=closed.not_served), "done")
        self.reload()


def _expected(row: ServiceNow) -> str:
    return "–" if row.wait is None or row.wait.minutes is None else str(row.wait.minutes)
