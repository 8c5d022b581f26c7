"""One page that holds several as tabs, each with rows and unsaved words of its own."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import name_for_readers


class TabbedPage(Page):
    """Ctrl+Page Up and Down go from one tab to the next. What was typed in one is kept in all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.pages: tuple[Page, ...] = ()
        self.tabs = QTabWidget()
        self.tabs.setTabBarAutoHide(True)  # one alone needs no tab
        self.body.addWidget(self.tabs, 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def hold(self, title: str, pages: Sequence[Page]) -> None:
        """Called once, by the subclass's constructor."""
        self.set_title(title)
        self.pages = tuple(pages)
        name_for_readers(self.tabs, title)
        name_for_readers(self.tabs.tabBar(), title)
        for page in self.pages:
            page.stand_in_tab()
            self.tabs.addTab(page, page.accessibleName())

    def unsaved(self) -> int:
        return sum(page.unsaved() for page in self.pages if isinstance(page, EditorPage))

    def close_page(self) -> None:
        for page in self.pages:
            page.close_page()
        super().close_page()

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
