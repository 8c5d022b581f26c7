"""The administrator's page of when each service gives tickets, and of the numbers by which its queue goes."""

import datetime as dt
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from hms_desktop.clinic.queue import actions_planning, queries_planning
from hms_desktop.clinic.queue.queries_planning import ServiceHours, ServiceNumbers
from hms_desktop.clinic.queue.rules import ServiceRules, hours_as_typed, hours_words
from hms_desktop.screens.queue.words import translate
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.quantity import Quantity

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class ServiceQueue:
    """One service's hours and numbers, which one form shows."""

    hours: ServiceHours
    numbers: ServiceNumbers


def number_field(least: int, most: int) -> Quantity:
    """A small whole number."""
    return Quantity(least, most)


class HoursPage(EditorPage[ServiceQueue]):
    """Hours are typed as people write them: `8-12, 13:30-16`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Queue rules"),
            [
                Column(self.tr("Service"), lambda row: row.hours.service, stretch=True, strong=True),
                Column(self.tr("Open"), _week_words, stretch=True, muted=True, tip=_week_words),
                Column(self.tr("Estimate"), self._shown, width=110, muted=True),
            ],
            key=lambda row: row.hours.service_id,
        )
        self.set_subtitle(self.tr("When a service gives tickets, and the numbers by which its queue goes."))
        for day, words in zip(DAYS, self._day_words(), strict=True):
            self.add(day, words, text_field(longest=60, hint=self.tr("for example 8-12, 13:30-16")))
        self.add("last", self.tr("Last ticket, minutes before closing"), number_field(0, 720))
        self.add("shows", self.tr("Expected wait on tickets and screens"), choice_field(self._yes_no()))
        self.add("self_service", self.tr("Numbers at the entrance, taken by patients"), choice_field(self._yes_no()))
        self.add("ageing", self.tr("Waited long after, minutes"), number_field(0, 720))
        self.add("run", self.tr("Priority calls in a row before who waited long"), number_field(1, 20))
        self.add("window", self.tr("Appointments wait with the others, minutes before"), number_field(0, 240))
        self.add("behind", self.tr("Put back behind the next"), number_field(0, 50))
        self.add("return_behind", self.tr("Back from a test behind the next (0: as it arrived)"), number_field(0, 50))
        self.add("to_room", self.tr("Back from a test to the same room"), choice_field(self._yes_no()))
        self.add("gap", self.tr("Seconds between two calls"), number_field(0, 600))
        self.add("recalls", self.tr("Recalls at most"), number_field(0, 20))
        self.add("calls", self.tr("Calls before a no-show"), number_field(1, 20))
        self.add("after", self.tr("Minutes before a no-show"), number_field(0, 60))
        self.follow("organisation")
        self.follow("queue")

    def _day_words(self) -> tuple[str, ...]:
        return (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )

    def _yes_no(self) -> list[tuple[bool, str]]:
        return [(False, self.tr("no")), (True, self.tr("yes"))]

    def _shown(self, row: ServiceQueue) -> str:
        return self.tr("shown") if row.numbers.rules.shows_estimate else self.tr("to staff only")

    async def read(self) -> Sequence[ServiceQueue]:
        hours = await self.desk.db.read(queries_planning.opening_hours, snapshot=True)
        numbers = {row.service_id: row for row in await self.desk.db.read(queries_planning.service_numbers)}
        return [ServiceQueue(row, numbers[row.service_id]) for row in hours if row.service_id in numbers]

    def values_of(self, row: ServiceQueue | None) -> Values:
        rules = row.numbers.rules if row else ServiceRules()
        week = row.hours.week if row else ((),) * 7
        return {day: hours_words(spans) for day, spans in zip(DAYS, week, strict=True)} | {
            "last": _minutes(rules.last_ticket_before),
            "shows": rules.shows_estimate,
            "self_service": rules.self_service,
            "ageing": _minutes(rules.ageing_after),
            "run": rules.priority_run,
            "window": _minutes(rules.appointment_window),
            "behind": rules.put_back_behind,
            "return_behind": rules.return_behind,
            "to_room": rules.returns_to_room,
            "gap": int(rules.recall_gap.total_seconds()),
            "recalls": rules.most_recalls,
            "calls": rules.no_show_calls,
            "after": _minutes(rules.no_show_after),
        }

    def title_of(self, row: ServiceQueue | None) -> str:
        return row.hours.service if row else ""

    def fault(self, values: Values, row: ServiceQueue | None) -> tuple[str, str] | None:
        wrong = next((day for day in DAYS if hours_as_typed(values[day]) is None), None)
        return (wrong, self.tr("Type hours like 8-12, 13:30-16; two of them do not overlap.")) if wrong else None

    async def save(self, values: Values, row: ServiceQueue | None) -> Hashable:
        if row is None:
            return None
        week = [hours_as_typed(values[day]) or () for day in DAYS]
        version = row.numbers.version
        if _numbers(values, row.numbers.rules) != row.numbers.rules:
            await self.wishes.run(
                actions_planning.save_service_rules,
                service=row.hours.service_id,
                version=version,
                rules=_numbers(values, row.numbers.rules),
            )
            version += 1
        await self.wishes.run(
            actions_planning.save_opening_hours,
            wish=(row.hours.service_id, version, tuple(map(tuple, week))),
            service=row.hours.service_id,
            version=version,
            week=week,
            last_ticket_before=dt.timedelta(minutes=values["last"]),
        )
        return row.hours.service_id


def _numbers(values: Values, before: ServiceRules) -> ServiceRules:
    return replace(
        before,
        appointment_window=dt.timedelta(minutes=values["window"]),
        ageing_after=dt.timedelta(minutes=values["ageing"]),
        priority_run=values["run"],
        put_back_behind=values["behind"],
        recall_gap=dt.timedelta(seconds=values["gap"]),
        most_recalls=values["recalls"],
        no_show_calls=values["calls"],
        no_show_after=dt.timedelta(minutes=values["after"]),
        return_behind=values["return_behind"],
        returns_to_room=values["to_room"],
        shows_estimate=values["shows"],
        self_service=values["self_service"],
    )


def _minutes(span: dt.timedelta) -> int:
    return int(span.total_seconds()) // 60


def _week_words(row: ServiceQueue) -> str:
    """The hours of the week's first open day, and on how many days it is open."""
    week = [hours_words(spans) for spans in row.hours.week]
    if not any(week):
        return translate("queue", "always")
    first = next(words for words in week if words)
    return translate("queue", "{hours} · {days} days").format(hours=first, days=sum(map(bool, week)))
