"""The administrator's page of the waiting room: its screens and what they show, and the machines at the entrance."""

from PySide6.QtWidgets import QWidget

from hms_desktop.screens.displays.checkin import CheckInPage, CheckInRulesPage
from hms_desktop.screens.displays.films import FilmsPage
from hms_desktop.screens.displays.health import HealthPage
from hms_desktop.screens.displays.messages import MessagesPage
from hms_desktop.screens.displays.pairing import PairingPage
from hms_desktop.screens.displays.playlists import PlaylistsPage
from hms_desktop.screens.displays.screens import ScreensPage
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.tabbed_page import TabbedPage


class DisplaysPage(TabbedPage):
    """The screens and what belongs to them, as tabs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.screens = ScreensPage(desk)
        self.playlists = PlaylistsPage(desk)
        self.films = FilmsPage(desk)
        self.messages = MessagesPage(desk)
        self.health = HealthPage(desk)
        self.pairing = PairingPage(desk)
        self.check_in = CheckInPage(desk)
        self.check_in_rules = CheckInRulesPage(desk)
        shown = (self.screens, self.playlists, self.films, self.messages)
        watched = (self.health, self.pairing)
        self.hold(self.tr("Waiting-room screens"), (*shown, *watched, self.check_in, self.check_in_rules))
        self.set_subtitle(self.tr("What patients see and hear while they wait. Ctrl+Page Down goes to the next list."))
