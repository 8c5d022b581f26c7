"""The page Audit: what was changed by whom, and who looked into restricted records."""

from PySide6.QtWidgets import QWidget

from hms_desktop.screens.trail.entries import EntriesPage
from hms_desktop.screens.trail.openings import OpeningsPage
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.tabbed_page import TabbedPage


class AuditPage(TabbedPage):
    """Two lists as tabs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.entries, self.openings = EntriesPage(desk), OpeningsPage(desk)
        self.hold(self.tr("Audit"), (self.entries, self.openings))
        self.set_subtitle(self.tr("Who changed what, when and where. Ctrl+Page Down goes to the next list."))
