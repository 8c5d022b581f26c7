"""The manager's page of clinics: their weekly sessions, what is different on a date, holidays, and who may overbook."""

from PySide6.QtWidgets import QWidget

from hms_desktop.screens.appointments.planning_clinics import ClinicsPage, ExceptionsPage, SessionsPage
from hms_desktop.screens.appointments.planning_hospital import BookingRulesPage, HolidaysPage, OverbookingPage
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.tabbed_page import TabbedPage


class PlanningPage(TabbedPage):
    """Six lists as tabs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        lists = (ClinicsPage, SessionsPage, ExceptionsPage, HolidaysPage, OverbookingPage, BookingRulesPage)
        self.hold(self.tr("Clinics"), [made(desk) for made in lists])
        self.set_subtitle(self.tr("When clinics work, and how they are booked. Ctrl+Page Down goes to the next list."))
