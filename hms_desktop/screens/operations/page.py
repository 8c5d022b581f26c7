"""The page Alerts: what is wrong, and for whoever looks after the computers, from where on it is."""

from PySide6.QtWidgets import QWidget

from hms_desktop.screens.operations.alerts import AlertsListPage
from hms_desktop.screens.operations.limits import LimitsPage
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.tabbed_page import TabbedPage


class AlertsPage(TabbedPage):
    """Two lists as tabs; an administrator has the second."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.alerts = AlertsListPage(desk)
        self.limits = LimitsPage(desk) if desk.who.has_duty("admin") else None
        pages: list[Page] = [self.alerts, *([self.limits] if self.limits else [])]
        self.hold(self.tr("Alerts"), pages)
        self.set_subtitle(self.tr("What the suite has noticed about itself, and who looks after it."))
