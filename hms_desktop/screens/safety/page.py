"""The chief pharmacist's page: how warnings are shown and overridden, doses and ages, lists, what labels say."""

from PySide6.QtWidgets import QWidget

from hms_desktop.screens.safety.cautions import CautionsPage
from hms_desktop.screens.safety.labels import LabelsPage
from hms_desktop.screens.safety.levels import LevelsPage
from hms_desktop.screens.safety.lists import ListsPage
from hms_desktop.screens.safety.overrides import OverridesPage
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.tabbed_page import TabbedPage


class SafetyPage(TabbedPage):
    """Five lists as tabs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.levels, self.overrides = LevelsPage(desk), OverridesPage(desk)
        self.cautions, self.lists, self.labels = CautionsPage(desk), ListsPage(desk), LabelsPage(desk)
        self.hold(self.tr("Safety"), (self.levels, self.overrides, self.cautions, self.labels, self.lists))
        self.set_subtitle(
            self.tr("What the suite warns of, and what comes of it. Ctrl+Page Down goes to the next list.")
        )
        self.hear_scans()

    def take_scan(self, text: str) -> bool:
        """On the doses, what is known of the medicine in the pack; elsewhere what its label says."""
        if self.tabs.currentWidget() is self.cautions:
            return self.cautions.take_scan(text)
        self.tabs.setCurrentWidget(self.labels)
        return self.labels.take_scan(text)
