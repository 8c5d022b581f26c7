"""The chief pharmacist's page: how warnings are shown, what was overridden, doses and ages, which lists are asked."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from hms_desktop.screens.safety.cautions import CautionsPage
from hms_desktop.screens.safety.levels import LevelsPage
from hms_desktop.screens.safety.lists import ListsPage
from hms_desktop.screens.safety.overrides import OverridesPage
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.theme import Theme


class SafetyPage(Page):
    """Four lists as tabs; Ctrl+Page Up and Down go from one to the next. What was typed in one is kept in all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Safety"))
        self.set_subtitle(
            self.tr("What the suite warns of, and what comes of it. Ctrl+Page Down goes to the next list.")
        )
        self.tabs = QTabWidget()
        name_for_readers(self.tabs, self.tr("Lists of safety"))
        name_for_readers(self.tabs.tabBar(), self.tr("Lists of safety"))
        self.levels, self.overrides = LevelsPage(desk), OverridesPage(desk)
        self.cautions, self.lists = CautionsPage(desk), ListsPage(desk)
        self.pages: tuple[Page, ...] = (self.levels, self.overrides, self.cautions, self.lists)
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
        return sum(page.unsaved() for page in self.pages if isinstance(page, EditorPage))

    def close_page(self) -> None:
        for page in self.pages:
            page.close_page()
        super().close_page()
