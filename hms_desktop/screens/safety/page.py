"""The chief pharmacist's page: how warnings are shown, what was overridden, doses and ages, which lists are asked."""

from PySide6.QtWidgets import QWidget

from hms_desktop.screens.safety.cautions import CautionsPage
from hms_desktop.screens.safety.levels import LevelsPage
from hms_desktop.screens.safety.lists import ListsPage
from hms_desktop.screens.safety.overrides import OverridesPage
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.tabbed_page import TabbedPage


class SafetyPage(TabbedPage):
    """Four lists as tabs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.levels, self.overrides = LevelsPage(desk), OverridesPage(desk)
        self.cautions, self.lists = CautionsPage(desk), ListsPage(desk)
        self.hold(self.tr("Safety"), (self.levels, self.overrides, self.cautions, self.lists))
        self.set_subtitle(
            self.tr("What the suite warns of, and what comes of it. Ctrl+Page Down goes to the next list.")
        )
