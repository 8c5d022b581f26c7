"""The administrator's page of days that are not as usual: holidays, short days, long ones."""

import datetime as dt
from collections.abc import Hashable, Sequence

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.queue import actions_planning, queries_planning
from hms_desktop.clinic.queue.actions_planning import ExceptionDraft
from hms_desktop.clinic.queue.queries_planning import ExceptionRow
from hms_desktop.clinic.queue.rules import hours_as_typed, hours_words
from hms_desktop.core.errors import HmsError
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import choice_field, date_field, text_field
from hms_desktop.widgets.moments import day_words
from hms_desktop.widgets.plain_text import line


class ExceptionsPage(EditorPage[ExceptionRow]):
    """A day of its own comes before the week, and the service's own day before the hospital's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Days not as usual"),
            [
                Column(self.tr("Day"), lambda row: day_words(row.day), width=110, strong=True),
                Column(self.tr("Service"), lambda row: row.service or self.tr("all services"), stretch=True),
                Column(self.tr("Gives tickets"), self._hours, width=130),
                Column(self.tr("Why"), lambda row: row.note, stretch=True, muted=True),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New day"),
        )
        self.set_subtitle(self.tr("Holidays, short days and long ones; every other day is as its weekday."))
        self.service = choice_field([])
        self.add("day", self.tr("Day"), date_field())
        self.add("service_id", self.tr("Service"), self.service)
        self.add("hours", self.tr("Hours (empty: gives no tickets)"), text_field(longest=20, hint="8-12"))
        self.add("note", self.tr("Why, as the desks see it"), text_field(longest=120))
        self.drop = Button(self.tr("Remove"), kind=QUIET)
        self.drop.clicked.connect(lambda: go(self._drop()))
        self.card_buttons.insertWidget(1, self.drop)
        self.follow("organisation")

    def _hours(self, row: ExceptionRow) -> str:
        return hours_words([row.span]) if row.span else self.tr("none")

    async def read(self) -> Sequence[ExceptionRow]:
        services = [row for row in await self.desk.db.cached(organisation.services) if row.active]
        offered: list[tuple[int | None, str]] = [(None, self.tr("all services"))]
        offered += [(row.id, f"{row.prefix} · {row.name}") for row in services]
        if [self.service.itemData(place) for place in range(self.service.count())] != [value for value, _ in offered]:
            self.service.clear()
            for value, words in offered:
                self.service.addItem(line(words), value)
        return await self.desk.db.read(queries_planning.opening_exceptions)

    def values_of(self, row: ExceptionRow | None) -> Values:
        if row is None:
            return {"day": dt.date.today(), "service_id": None, "hours": "", "note": ""}
        return {"day": row.day, "service_id": row.service_id, "hours": self._typed(row), "note": row.note}

    def _typed(self, row: ExceptionRow) -> str:
        return hours_words([row.span]) if row.span else ""

    def title_of(self, row: ExceptionRow | None) -> str:
        self.drop.setVisible(row is not None)
        return day_words(row.day) if row else self.tr("New day")

    def words_of(self, field: str, value: object) -> str:
        if field == "service_id":
            return self.service.itemText(self.service.findData(value))
        return super().words_of(field, value)

    def fault(self, values: Values, row: ExceptionRow | None) -> tuple[str, str] | None:
        spans = hours_as_typed(values["hours"])
        if spans is None or len(spans) > 1:
            return "hours", self.tr("Type one span of hours like 8-12, or nothing.")
        return None

    async def save(self, values: Values, row: ExceptionRow | None) -> Hashable:
        spans = hours_as_typed(values["hours"])
        draft = ExceptionDraft(
            values["day"],
            values["service_id"],
            spans[0] if spans else None,
            values["note"],
            id=row.id if row else None,
            version=row.version if row else None,
        )
        return await self.wishes.run(actions_planning.save_opening_exception, draft=draft)

    async def _drop(self) -> None:
        row = self._row
        if row is None:
            return
        try:
            await self.wishes.run(actions_planning.drop_opening_exception, exception=row.id, version=row.version)
        except HmsError as error:
            self.desk.tell(error)
            return
        self.begin_new()
        self.desk.say(self.tr("{day} is as its weekday again.").format(day=day_words(row.day)), "done")
        self.reload()
