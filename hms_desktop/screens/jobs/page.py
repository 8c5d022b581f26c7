"""The page of what goes on by itself: jobs that are not over, schedules, messages, and the rules of messages."""

from PySide6.QtWidgets import QWidget

from hms_desktop.screens.jobs.message_rules import MessageRulesPage
from hms_desktop.screens.jobs.messages import MessagesPage
from hms_desktop.screens.jobs.open_jobs import OpenJobsPage
from hms_desktop.screens.jobs.schedules import SchedulesPage
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.tabbed_page import TabbedPage


class JobsPage(TabbedPage):
    """Four lists as tabs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.jobs, self.schedules = OpenJobsPage(desk), SchedulesPage(desk)
        self.messages, self.rules = MessagesPage(desk), MessageRulesPage(desk)
        self.hold(self.tr("Jobs"), (self.schedules, self.jobs, self.messages, self.rules))
        self.set_subtitle(self.tr("What the worker does by itself. Ctrl+Page Down goes to the next list."))
