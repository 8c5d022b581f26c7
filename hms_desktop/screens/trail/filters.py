"""The row of fields that says which entries of the audit trail are wanted."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from hms_desktop.clinic.patients.policies import day_as_typed
from hms_desktop.clinic.trail.queries import TrailWish
from hms_desktop.core.errors import Refused
from hms_desktop.screens.trail.words import subject_words, verbs
from hms_desktop.widgets.forms import Form, choice_field, text_field
from hms_desktop.widgets.plain_text import line
from hms_desktop.widgets.spoken import spoken

BIGGEST_NUMBER = 2**63 - 1


class Filters(Form):
    """Enter in any field asks. Where what was typed cannot be read, the field says so and nothing is asked."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(columns=7, parent=parent)
        self.add("first_day", self.tr("From"), text_field(longest=10, hint=self.tr("day")))
        self.add("last_day", self.tr("To"), text_field(longest=10, hint=self.tr("day")))
        self.add("person", self.tr("Who"), text_field(longest=63, hint=self.tr("login")))
        self.add("workstation", self.tr("Where"), text_field(longest=120, hint=self.tr("workstation")))
        self.add("subject", self.tr("What"), choice_field([("", self.tr("everything"))]))
        self.add("verb", self.tr("Happened"), choice_field([("", self.tr("anything")), *verbs().items()]))
        self.add(
            "number",
            self.tr("Number"),
            text_field(longest=24, hint=self.tr("row or record")),
        )

    def begin(self, today: dt.date, days: int) -> None:
        """Show the last `days` days."""
        self.put(first_day=(today - dt.timedelta(days=days - 1)).isoformat(), last_day=today.isoformat())

    def offer(self, subjects: Sequence[str]) -> None:
        """What may be chosen under What, by its words."""
        field = self.field("subject")
        assert isinstance(field, QComboBox)  # noqa: S101 - tells the type checker what was added above
        chosen = field.currentData()
        field.clear()
        field.addItem(self.tr("everything"), "")
        for words, table in sorted((subject_words(table), table) for table in subjects):
            field.addItem(line(words), table)
        field.setCurrentIndex(max(field.findData(chosen), 0))

    def wish(self) -> TrailWish | None:
        """What is asked for; None where a field says what is wrong with it."""
        self.clear_errors()
        values = self.values()
        days: list[dt.date] = []
        for name, last in (("first_day", False), ("last_day", True)):
            try:
                day = day_as_typed(values[name], last=last)
            except Refused as error:
                self.show_error(name, spoken(error))
                return None
            if day is None:
                self.show_error(name, self.tr("Type a day."))
                return None
            days.append(day)
        if days[1] < days[0]:
            self.show_error("last_day", self.tr("This day stands before the first one."))
            return None
        return TrailWish(days[0], days[1], values["person"], values["workstation"], values["subject"], values["verb"])

    def number(self) -> str:
        return str(self.values()["number"])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
            event.accept()
            return
        super().keyPressEvent(event)
