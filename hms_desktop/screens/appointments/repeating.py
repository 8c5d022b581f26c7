"""A course of visits: how often, how many, and a preview of the dates with those that cannot be had, and why."""

import datetime as dt
from collections.abc import Sequence

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hms_desktop.clinic.appointments.actions import Skipped
from hms_desktop.clinic.appointments.rules import MOST_VISITS, Recurrence, visits
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.screens.appointments.sheets import Place
from hms_desktop.screens.appointments.words import date_words
from hms_desktop.widgets.forms import Form, choice_field, date_field, value_of
from hms_desktop.widgets.plain_text import line, name_for_readers
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.theme import Theme

COUNT, UNTIL = "count", "until"
MOST_BETWEEN = 52
"""Days, weeks or months from one visit to the next."""
USUAL_VISITS = 4
_SEEN = 5


class RepeatForm(QWidget):
    """Every so many days, weeks or months, until there were enough or a date has come."""

    changed = Signal()
    """The dates are others now."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = place.at.date()
        self.interval = Quantity(1, MOST_BETWEEN)
        self.unit = choice_field([("week", self.tr("weeks")), ("day", self.tr("days")), ("month", self.tr("months"))])
        self.end = choice_field([(COUNT, self.tr("after so many visits")), (UNTIL, self.tr("on a date"))])
        self.count = Quantity(2, MOST_VISITS, USUAL_VISITS)
        self.until = date_field(self._first + relativedelta(months=3))
        self.form = Form(columns=2)
        self.form.add("interval", self.tr("Every"), self.interval)
        self.form.add("unit", self.tr("Unit"), self.unit)
        self.form.add("end", self.tr("It ends"), self.end)
        self.form.add("count", self.tr("Visits"), self.count)
        self.form.add("until", self.tr("Last date"), self.until)
        self.preview = QListWidget()
        name_for_readers(self.preview, self.tr("Dates of the visits"))
        self.preview.setFixedHeight(Theme.current().height["row_compact"] * _SEEN + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.preview)
        for signal in (
            self.interval.valueChanged,
            self.count.valueChanged,
            self.unit.currentIndexChanged,
            self.end.currentIndexChanged,
            self.until.dateChanged,
        ):
            signal.connect(self._show_dates)
        self._show_dates()

    def rule(self) -> Recurrence:
        """What stands in the form."""
        by_count = value_of(self.end) == COUNT
        return Recurrence(
            every=value_of(self.unit),
            interval=value_of(self.interval),
            count=value_of(self.count) if by_count else None,
            until=None if by_count else value_of(self.until),
        )

    def show_skipped(self, skipped: Sequence[Skipped]) -> int:
        """Say beside each date that is not possible why; how many are left."""
        reasons = {one.on_date: spoken(Refused(one.code, one.why)) for one in skipped}
        dates = self._dates()
        self._list([self._line(day, reasons.get(day, "")) for day in dates])
        return sum(day not in reasons for day in dates)

    def _line(self, day: dt.date, why: str) -> str:
        when = date_words(day, "dddd d MMMM yyyy")
        return self.tr("✗ {date}: {why}").format(date=when, why=why) if why else when

    def _dates(self) -> tuple[dt.date, ...]:
        try:
            return visits(self._first, self.rule())
        except HmsError:
            return ()

    def _show_dates(self) -> None:
        by_count = value_of(self.end) == COUNT
        self.count.setEnabled(by_count)
        self.until.setEnabled(not by_count)
        try:
            self._list([self._line(day, "") for day in visits(self._first, self.rule())])
        except HmsError as error:
            self._list([spoken(error)])
        self.changed.emit()

    def _list(self, lines: Sequence[str]) -> None:
        self.preview.clear()
        for words in lines:
            self.preview.addItem(QListWidgetItem(line(words)))
