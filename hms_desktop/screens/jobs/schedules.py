"""When each task is done by itself, when it was done last and what came of it; set here, and done now by hand."""

import datetime as dt
from collections.abc import Hashable, Sequence

from hms_desktop.clinic.jobs import actions, queries
from hms_desktop.clinic.jobs.actions import Turns
from hms_desktop.clinic.jobs.queries import ScheduleRow
from hms_desktop.screens.jobs.fields import number_field, time_typed
from hms_desktop.screens.jobs.words import (
    TONES,
    outcome_words,
    result_words,
    short_moment,
    task_words,
    turns_words,
    weekdays,
)
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.ticks import Ticks

MOST_MINUTES = 1440


class SchedulesPage(EditorPage[ScheduleRow]):
    """The times are those of the hospital's clock; a turn that was missed is made up for once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Schedules"),
            [
                Column(self.tr("Work"), lambda row: task_words(row.task), width=190, strong=True),
                Column(self.tr("When"), turns_words, width=124, tip=turns_words),
                Column(self.tr("Next"), lambda row: short_moment(row.next_at), width=104, muted=True),
                Column(self.tr("Last"), lambda row: short_moment(row.began_at), width=104, muted=True),
                Column(self.tr("Result"), outcome_words, width=88, tone=lambda row: TONES.get(row.outcome)),
                Column(self.tr("What came of it"), result_words, stretch=True, tip=result_words),
            ],
            key=lambda row: row.task,
        )
        self._doing = Latest()
        self.do_now = Button(self.tr("Do it now"), keys="Ctrl+D", icon="play")
        self.do_now.clicked.connect(lambda: self._doing.ask(self._do_now()))
        self.buttons.addWidget(self.do_now)
        ways = [(True, self.tr("every so many minutes")), (False, self.tr("at a time of day"))]
        use = [(False, self.tr("is done")), (True, self.tr("paused"))]
        self.add("every", self.tr("When"), choice_field(ways))
        self.add("minutes", self.tr("Minutes between two turns"), number_field(1, MOST_MINUTES))
        self.add("at", self.tr("Time of day"), text_field(longest=5, hint="02:30"))
        self.add("weekdays", self.tr("On these days (none ticked: every day)"), Ticks(weekdays()))
        self.add("paused", self.tr("State"), choice_field(use))
        self.follow("jobs")

    def close_page(self) -> None:
        self._doing.drop()
        super().close_page()

    async def read(self) -> Sequence[ScheduleRow]:
        return await self.desk.db.read(queries.schedules)

    def values_of(self, row: ScheduleRow | None) -> Values:
        if row is None:
            return {"every": True, "minutes": 1, "at": "", "weekdays": [], "paused": False}
        return {
            "every": row.every_minutes is not None,
            "minutes": row.every_minutes or 1,
            "at": f"{row.at_time:%H:%M}" if row.at_time else "",
            "weekdays": list(row.weekdays),
            "paused": row.paused,
        }

    def title_of(self, row: ScheduleRow | None) -> str:
        return task_words(row.task) if row else self.tr("Schedules")

    def fault(self, values: Values, row: ScheduleRow | None) -> tuple[str, str] | None:
        if not values["every"] and time_typed(values["at"]) is None:
            return "at", self.tr("Type a time of day as in 02:30.")
        return None

    async def save(self, values: Values, row: ScheduleRow | None) -> Hashable:
        if row is None:
            return None
        at: dt.time | None = None if values["every"] else time_typed(values["at"])
        await self.wishes.run(
            actions.save_schedule,
            task=row.task,
            version=row.version,
            turns=Turns(
                values["minutes"] if values["every"] else None,
                at,
                tuple(values["weekdays"]) if at else (),
                values["paused"],
            ),
        )
        return row.task

    async def _do_now(self) -> None:
        row = self.model.row(self.table.chosen_row())
        if row is not None:
            with self.busy(self.do_now):
                await self.wishes.run(actions.do_now, task=row.task)
            self.desk.say(
                self.tr("{work}: the worker begins within seconds.").format(work=task_words(row.task)), "done"
            )
