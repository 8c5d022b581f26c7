"""After a crash: what was typed and not saved, offered where nobody can overlook it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hms_desktop.core.drafts import Drafts
from hms_desktop.screens.patients.keeping import Unsaved, unsaved
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.cards import paint_bar
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.theme import Theme

translate = QCoreApplication.translate


class Offer(QWidget):
    """One bar for the newest of the forms that were not saved; then for the next one."""

    wanted = Signal(object)
    """The Unsaved whose form is to be opened again."""

    def __init__(self, drafts: Drafts | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        found = [unsaved(draft) for draft in drafts.kept()] if drafts else []
        self._left: list[Unsaved] = [one for one in found if one is not None]
        theme = Theme.current()
        self._words = Label(wrap=True)
        self.restore = Button(translate("patients", "Go on with it"), keys="Ctrl+Shift+R")
        self.throw_away = Button(translate("patients", "Throw it away"), kind=QUIET)
        self.restore.clicked.connect(self._restore)
        self.throw_away.clicked.connect(self._throw_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space["large"], theme.space["small"], theme.space["small"], theme.space["small"])
        row.addWidget(self._words, 1)
        row.addWidget(self.throw_away)
        row.addWidget(self.restore)
        self._show_next()

    def settled(self, name: str) -> None:
        """The form `name` is open again; it is offered no more."""
        self._left = [one for one in self._left if one.name != name]
        self._show_next()

    def _show_next(self) -> None:
        self.setVisible(bool(self._left))
        if self._left:
            first = self._left[0]
            words = (
                translate("patients", "The registration of {title} was not saved; typed at {at}.")
                if first.patient is None
                else translate("patients", "The changes to {title} were not saved; typed at {at}.")
            )
            title = line(first.title)[:60] or translate("patients", "somebody without a name")
            self._words.setText(words.format(title=title, at=first.at))
            name_for_readers(self, self._words.text())

    def _restore(self) -> None:
        if self._left:
            self.wanted.emit(self._left[0])

    def _throw_away(self) -> None:
        if self._left:
            if self._drafts is not None:
                self._drafts.drop(self._left[0].name)
            self.settled(self._left[0].name)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_bar(self, "info")
