"""The bar above the calendar: back and forward in time, a date to go to, whose appointments, and which view."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QHBoxLayout, QWidget

from hms_desktop.screens.appointments.scopes import ScopeChoice
from hms_desktop.widgets.buttons import QUIET, Button, keys_text
from hms_desktop.widgets.forms import DATE_FORM, write_as
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.theme import Theme

translate = QCoreApplication.translate
_INSET = 7
VIEWS: dict[str, tuple[Callable[[], str], str]] = {
    "week": (lambda: translate("appointments", "Week"), "Ctrl+1"),
    "day": (lambda: translate("appointments", "Day"), "Ctrl+2"),
    "list": (lambda: translate("appointments", "Arrivals"), "Ctrl+3"),
    "waiting": (lambda: translate("appointments", "Waiting list"), "Ctrl+4"),
}
"""The views by key: their names and shortcuts."""
TIMELESS = ("waiting", "displaced")
"""The views that show no day of their own."""


class DateField(QDateEdit):
    """A date that is taken by Enter or on leaving, not while it is typed."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        write_as(self, DATE_FORM)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)  # which no style sheet can reach
        name_for_readers(self, self.tr("Go to the date"), "Ctrl G")
        self.dateChanged.connect(lambda date: self.taken.emit(date.toPython()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # else the page would take it for its own

    def show_date(self, day: dt.date) -> None:
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)


class TimeBar(QWidget):
    """Says what the person wishes to see; the page decides."""

    moved = Signal(int)
    """So many pages forward; 0 is today."""
    view_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().space["small"])
        self.back, self.today, self.forward = Button("", kind=QUIET), Button(self.tr("Today")), Button("", kind=QUIET)
        for button, meaning, keys in (
            (self.back, self.tr("Earlier"), "Ctrl+PgUp"),
            (self.today, self.tr("Today"), "Ctrl+T"),
            (self.forward, self.tr("Later"), "Ctrl+PgDown"),
        ):
            name_for_readers(button, meaning, keys_text(keys))
            button.setToolTip(f"{meaning} ({keys_text(keys)})")
            button.setShortcut(QKeySequence(keys))
        self.date, self.scope = DateField(), ScopeChoice()
        for step, button in ((-1, self.back), (0, self.today), (1, self.forward)):
            button.clicked.connect(lambda _checked=False, step=step: self.moved.emit(step))
            row.addWidget(button)
        row.addWidget(self.date)
        row.addWidget(self.scope, 1)
        self.views: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        for key, (words, keys) in VIEWS.items():
            button = Button(words(), keys=keys)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, key=key: self.view_wanted.emit(key))
            self._group.addButton(button)
            self.views[key] = button
            row.addWidget(button)
        self._show_arrows()

    def show_view(self, view: str) -> None:
        self._group.setExclusive(view in self.views)
        for key, button in self.views.items():
            button.setChecked(key == view)
        for part in (self.back, self.today, self.forward, self.date):
            part.setEnabled(view not in TIMELESS)
        self.scope.setEnabled(view != "displaced")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and hasattr(self, "forward"):
            self._show_arrows()

    def _show_arrows(self) -> None:
        """Earlier is where reading begins."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for button, icon in ((self.back, "chevron-left"), (self.forward, "chevron-right")):
            other = "chevron-right" if icon == "chevron-left" else "chevron-left"
            button.set_icon(other if mirrored else icon)
