"""The manager's page of clinics: their weekly sessions, what is different on a date, holidays, and who may overbook."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from hms_desktop.screens.appointments.planning_clinics import ClinicsPage, ExceptionsPage, SessionsPage
from hms_desktop.screens.appointments.planning_hospital import BookingRulesPage, HolidaysPage, OverbookingPage
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.theme import Theme


class PlanningPage(Page):
    """Six lists as tabs; Ctrl+Page Up and Down go from one to the next. What was typed in one is kept in all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Clinics"))
        self.set_subtitle(self.tr("When clinics work, and how they are booked. Ctrl+Page Down goes to the next list."))
        self.tabs = QTabWidget()
        name_for_readers(self.tabs, self.tr("Lists of the clinics"))
        name_for_readers(self.tabs.tabBar(), self.tr("Lists of the clinics"))
        self.pages: tuple[EditorPage, ...] = (  # type: ignore[type-arg]  # each has rows of its own
            ClinicsPage(desk),
            SessionsPage(desk),
            ExceptionsPage(desk),
            HolidaysPage(desk),
            OverbookingPage(desk),
            BookingRulesPage(desk),
        )
        for page in self.pages:
            page.layout().setContentsMargins(0, Theme.current().space["medium"], 0, 0)  # type: ignore[union-attr]  # a page has one
            self.tabs.addTab(page, page.accessibleName())
        self.body.addWidget(self.tabs, 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def unsaved(self) -> int:
        return sum(page.unsaved() for page in self.pages)

    def close_page(self) -> None:
        for page in self.pages:
            page.close_page()
        super().close_page()
