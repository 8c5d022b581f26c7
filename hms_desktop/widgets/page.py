"""One page of the window: its heading, its actions, what it is busy with, and when it reads again."""

from contextlib import AbstractContextManager

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.live import ALL_KEYS, Subscription
from hms_desktop.widgets.plain_text import ElidedLabel, Label, name_for_readers
from hms_desktop.widgets.reading_order import follow_the_eye
from hms_desktop.widgets.scans import Scans
from hms_desktop.widgets.theme import Theme


class Page(QWidget):
    """Base of every page. A subclass fills `self.body` and `self.buttons` and overrides `load`.

    `load` runs when the page is first shown, when something it follows changed (at once while it is visible, else
    when it is shown again), and at `reload()`, which cancels an older load. A knock never cancels one: where knocks
    come faster than the server answers, each answer is still shown.
    """

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        self._first: QWidget | None = None
        self._loading = Latest()
        self._subscriptions: list[Subscription] = []
        self._scans: Scans | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme = Theme.current()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.space["wide"], theme.space["wide"], theme.space["wide"], theme.space["medium"])
        column.setSpacing(theme.space["medium"])
        column.addLayout(self._made_heading(theme))
        self.progress = Progress()
        column.addWidget(self.progress)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.space["medium"])
        column.addLayout(self.body, 1)
        self._hint = Label(role="muted", wrap=True)
        self._hint.setVisible(False)
        column.addWidget(self._hint)
        self.set_title(title)

    def _made_heading(self, theme: Theme) -> QHBoxLayout:
        heading, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(2)
        self._title, self._subtitle = ElidedLabel(role="title"), ElidedLabel(role="muted")
        self._subtitle.setVisible(False)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        heading.addLayout(words, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.space["small"])
        heading.addLayout(self.buttons)
        return heading

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        name_for_readers(self, title)

    def stand_in_tab(self) -> None:
        """The tab above says the title, so the page gives its room to what is below."""
        self._title.setVisible(False)
        self._column.setContentsMargins(0, Theme.current().space["medium"], 0, 0)

    def set_subtitle(self, text: str) -> None:
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def set_hint(self, text: str) -> None:
        """The muted line below everything that says which keys do what."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def stand_beside(self, *parts: tuple[QWidget, int]) -> None:
        """Fill the body with these side by side, each with its share of the width; 0: no more than it needs."""
        row = QHBoxLayout()
        row.setSpacing(Theme.current().space["large"])
        for part, share in parts:
            row.addWidget(part, share)
        self.body.addLayout(row, 1)

    def busy(
        self, button: QWidget | None = None, doing: str = "", *, cancel: bool = True
    ) -> AbstractContextManager[None]:
        """`with self.busy(button): await …`: the button is off, progress after 0.3 s, `doing` and Cancel after 3 s."""
        return self.progress.working(button, doing, cancel=cancel)

    def follow(self, area: str, keys: frozenset[str] = ALL_KEYS) -> Subscription:
        """Read again whenever something in `area` may have changed."""
        subscription = self.desk.live.subscribe(area, self.mark_stale, keys)
        self._subscriptions.append(subscription)
        return subscription

    def mark_stale(self) -> None:
        """What is shown may be old: read again now if it is seen, else when it is shown."""
        self._stale = True
        if self.isVisible() and not self._loading.busy:
            self.reload()

    def reload(self) -> None:
        """Run `load`, in place of one that is still under way."""
        self._loading.ask(self._load())

    async def load(self) -> None:
        """Read what the page shows. What it raises goes to the program's one handler."""

    async def _load(self) -> None:
        while True:
            self._stale = False
            try:
                await self.load()
            except Exception:
                self._stale = True
                raise
            if not (self._stale and self.isVisible()):
                return

    def show_what(self, what: object) -> None:
        """Show what another page asked for through `Desk.go_to`."""

    def hear_scans(self) -> None:
        """From now on a scan anywhere on the page, in one of its fields as well, goes to `take_scan`."""
        self._scans = Scans(self, self.take_scan)

    def take_scan(self, text: str) -> bool:
        """Do the obvious with a scanned code: find, fill, count or verify. False where it means nothing here."""
        return False

    def unsaved(self) -> int:
        """How many entries hold something typed that would be lost with the page; asked before the desk is left."""
        return 0

    @property
    def stale(self) -> bool:
        return self._stale

    def close_page(self) -> None:
        """Hear nothing more and drop what is under way; called before the page is deleted."""
        self._loading.drop()
        for subscription in self._subscriptions:
            subscription.end()
        self._subscriptions.clear()

    def setFocusProxy(self, widget: QWidget | None) -> None:
        """The keys go to `widget` when the page is shown. With Qt's proxy Tab leaps over what is before it."""
        self._first = widget

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_the_eye(self)
        if self._first is not None and self._first.isVisibleTo(self) and not event.spontaneous():
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._loading.busy and not event.spontaneous():
            self._loading.drop()
            self._stale = True
