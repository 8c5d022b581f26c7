"""The manager's page of reports that come by themselves: which, how often, as what, into which folder, to whom."""

import datetime as dt
from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox

from hms_desktop.clinic.reports import actions, queries
from hms_desktop.clinic.reports.actions import Order
from hms_desktop.clinic.reports.catalogue import BY_KEY
from hms_desktop.clinic.reports.queries import Schedule
from hms_desktop.clinic.reports.rules import EVERY, FORMATS, PERIODS, REPORTS
from hms_desktop.clinic.reports.words import LANGUAGES
from hms_desktop.screens.reports.page import words_of_now
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field, time_field
from hms_desktop.widgets.moments import day_words

_DAYS = {"day": range(1), "week": range(1, 8), "month": range(1, 29)}
_TONES = {"": "neutral", "running": "info", "done": "done", "failed": "stop"}


class OrdersPage(EditorPage[Schedule]):
    """The worker makes them; what came of the last time stands beside each."""

    def __init__(self, desk: Desk) -> None:
        self.words = words_of_now()
        super().__init__(
            desk,
            self.tr("Ordered reports"),
            [
                Column(self.tr("Name"), lambda row: row.title, stretch=True, strong=True),
                Column(self.tr("Report"), lambda row: self.words.title(row.report), width=150),
                Column(self.tr("When"), self._when, width=150),
                Column(self.tr("As"), lambda row: row.format.upper(), width=60),
                Column(self.tr("Last time"), self._last_time, width=170, tone=lambda row: _TONES[row.run_state]),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New order"),
        )
        self.set_subtitle(self.tr("Made by the hospital's worker, and laid in its folder or sent by e-mail."))
        words = self.words
        self.add("title", self.tr("Name"), text_field(longest=120), required=True)
        self.add("report", self.tr("Report"), choice_field([(key, words.title(key)) for key in REPORTS]))
        self.add("period", self.tr("Period"), choice_field([(key, words.period(key)) for key in PERIODS]))
        self.add("every", self.tr("How often"), choice_field([(key, words.word(key)) for key in EVERY]))
        days = [(day, self.tr("every day") if day == 0 else str(day)) for day in range(29)]
        self.add("on_day", self.tr("On day (1 is Monday, or the first)"), choice_field(days))
        self.add("at_time", self.tr("At"), time_field())
        self.add("format", self.tr("As"), choice_field([(key, key.upper()) for key in FORMATS]))
        self.add("language", self.tr("Language"), choice_field([(key, key) for key in LANGUAGES]))
        self.add("folder", self.tr("Folder"), text_field(longest=60))
        self.add("recipients", self.tr("E-mail to (parted by commas)"), text_field())
        self.add("active", self.tr("Is made"), QCheckBox(self.tr("as ordered")))
        self.table.set_empty_text(self.tr("No report is ordered yet. Fill in the form, and it comes by itself."))
        self.follow("reports")

    def _when(self, row: Schedule) -> str:
        day = f" {row.on_day}" if row.on_day else ""
        return f"{self.words.word(row.every)}{day}, {row.at_time:%H:%M}"

    def _last_time(self, row: Schedule) -> str:
        states = {
            "": self.tr("not yet"),
            "running": self.tr("being made"),
            "done": self.tr("made {date}"),
            "failed": self.tr("failed {date}"),
        }
        return states[row.run_state].format(date=day_words(row.due_on) if row.due_on else "")

    async def read(self) -> Sequence[Schedule]:
        return await self.desk.db.read(queries.schedules)

    def values_of(self, row: Schedule | None) -> Values:
        if row is None:
            return {
                "title": "",
                "report": "queue",
                "period": "yesterday",
                "every": "day",
                "on_day": 0,
                "at_time": dt.time(6),
                "format": "pdf",
                "language": self.words.language,
                "folder": "",
                "recipients": "",
                "active": True,
            }
        kept = ("title", "report", "every", "on_day", "at_time", "format", "language", "folder", "active")
        values: dict[str, Any] = {name: getattr(row, name) for name in kept}
        return values | {"period": row.parameters.get("period"), "recipients": ", ".join(row.recipients)}

    def title_of(self, row: Schedule | None) -> str:
        return row.title if row else self.tr("New order")

    def fault(self, values: Values, row: Schedule | None) -> tuple[str, str] | None:
        if values["on_day"] not in _DAYS[values["every"]]:
            return "on_day", self.tr("Choose the day that fits how often: none for every day, 1 to 7 for every week.")
        if BY_KEY[values["report"]].names_patients and values["recipients"]:
            return "recipients", self.tr("This report names patients; it is laid in the folder and not sent.")
        return None

    async def save(self, values: Values, row: Schedule | None) -> Hashable:
        kept = {name: value for name, value in values.items() if name not in ("period", "recipients")}
        narrowed = {} if row is None else {key: value for key, value in row.parameters.items() if key != "period"}
        addresses = (address.strip() for address in values["recipients"].split(","))
        order = Order(
            parameters={**narrowed, "period": values["period"]},
            recipients=tuple(address for address in addresses if address),
            **kept,
        )
        return await self.wishes.run(
            actions.save_schedule,
            wish=("order", row.id if row else None),
            order=order,
            schedule=row.id if row else None,
            version=row.version if row else 0,
        )
