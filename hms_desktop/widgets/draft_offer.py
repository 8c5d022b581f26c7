"""After a crash: what was typed on a page and not saved, offered where nobody can overlook it."""

from collections.abc import Callable

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hms_desktop.core.drafts import Draft, Drafts
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.cards import paint_bar
from hms_desktop.widgets.moments import time_words
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.theme import Theme


class DraftOffer(QWidget):
    """One bar for the newest of the drafts that `words` has a sentence for; then for the next one."""

    wanted = Signal(object)
    """The Draft whose form is to be opened again."""

    def __init__(
        self, drafts: Drafts | None, words: Callable[[Draft], str | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        offered = [(draft, words(draft)) for draft in (drafts.kept() if drafts else ())]
        self._left: list[tuple[Draft, str]] = [(draft, said) for draft, said in offered if said is not None]
        theme = Theme.current()
        self._words = Label(wrap=True)
        self.restore = Button(self.tr("Go on with it"), keys="Ctrl+Shift+R")
        self.throw_away = Button(self.tr("Throw it away"), kind=QUIET)
        self.restore.clicked.connect(self._restore)
        self.throw_away.clicked.connect(self._throw_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space["large"], theme.space["small"], theme.space["small"], theme.space["small"])
        row.addWidget(self._words, 1)
        row.addWidget(self.throw_away)
        row.addWidget(self.restore)
        self._show_next()

    def settled(self, name: str) -> None:
        """The form `name` is open again, or saved; it is offered no more."""
        self._left = [(draft, said) for draft, said in self._left if draft.name != name]
        self._show_next()

    def _show_next(self) -> None:
        self.setVisible(bool(self._left))
        if self._left:
            self._words.setText(self._left[0][1])
            name_for_readers(self, self._words.text())

    def _restore(self) -> None:
        if self._left:
            self.wanted.emit(self._left[0][0])

    def _throw_away(self) -> None:
        if self._left:
            name = self._left[0][0].name
            if self._drafts is not None:
                self._drafts.drop(name)
            self.settled(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_bar(self, "info")


def typed_at(draft: Draft) -> str:
    """The time of day when a draft was typed."""
    moment = QDateTime.fromSecsSinceEpoch(int(draft.at))
    return time_words(moment.time())
