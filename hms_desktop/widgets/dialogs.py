"""Dialogs that are opened and awaited, never exec'd: a nested event loop would break the coroutine that asks."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from hms_desktop.widgets.buttons import PRIMARY, STOP, Button
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.reading_order import follow_the_eye
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.theme import Theme

WIDE, HIGHEST, ROOM = 860, 620, 200
"""Width and greatest height in pixels of a dialog that compares, and what its title and buttons take of it."""


async def ask(dialog: QDialog) -> bool:
    """Open `dialog`, wait for the person, say whether it was accepted. Cancelling the task closes it."""
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def settle(code: int) -> None:
        if not answer.done():
            answer.set_result(code)

    dialog.finished.connect(settle)
    dialog.open()
    try:
        return await answer == int(QDialog.DialogCode.Accepted)
    except asyncio.CancelledError:
        if isValid(dialog):
            dialog.reject()
        raise
    finally:
        if isValid(dialog):  # else its page was closed, and it went with the page
            dialog.finished.disconnect(settle)


class Dialog(QDialog):
    """A titled dialog; `body` holds its contents, `buttons` its row of buttons. Esc leaves it."""

    def __init__(self, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._on_enter: Button | None = None
        self.setWindowTitle(line(title))
        self.setMinimumWidth(theme.width["dialog"])
        name_for_readers(self, title, sentence)
        column = self._column = QVBoxLayout(self)
        self._scrolls = False
        pad = theme.space["huge"]
        column.setContentsMargins(pad, theme.space["wide"], pad, theme.space["wide"])
        column.setSpacing(theme.space["medium"])
        column.addWidget(Label(line(title), "title", wrap=True))
        if sentence:
            column.addWidget(Label(sentence, "muted", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.space["small"])
        column.addLayout(self.body, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.space["small"])
        self.buttons.addStretch(1)
        column.addSpacing(theme.space["small"])
        column.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        room = self.screen().availableSize()
        if not self._scrolls and self.sizeHint().height() > room.height():
            self._let_body_scroll()
            self.resize(self.sizeHint().boundedTo(room))
        super().showEvent(event)
        follow_the_eye(self)

    def _let_body_scroll(self) -> None:
        """The screen is too low for all of it (a small one, a large scale): the buttons stay in sight."""
        self._scrolls = True
        place = self._column.indexOf(self.body)
        self._column.removeItem(self.body)
        self.body.setParent(None)
        inside = QWidget()
        inside.setLayout(self.body)
        self._column.insertWidget(place, scrolled(inside, sideways=True), 1)
        self._column.activate()  # else the least height of before would still hold

    def add_cancel(self, text: str = "") -> Button:
        cancel = Button(text or self.tr("Cancel"), keys="Esc", cap_only=True)
        cancel.clicked.connect(self.reject)
        self.buttons.addWidget(cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        return cancel

    def add_go(self, text: str, *, keys: str = "Return", kind: str = PRIMARY) -> Button:
        """The button that does it; Enter works from every field but one that takes several lines."""
        go = Button(text, keys=keys, kind=kind, cap_only=keys == "Return")
        if keys == "Return":
            self._on_enter = go
        self.buttons.addWidget(go, 0, Qt.AlignmentFlag.AlignVCenter)
        return go

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._on_enter is not None:
                self._on_enter.click()
            return
        super().keyPressEvent(event)


class Question(Dialog):
    """One question where undo cannot be; the words of the button say what will happen."""

    def __init__(
        self, title: str, sentence: str, do: str, *, stop: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, sentence, parent)
        cancel = self.add_cancel()
        self.add_go(do, kind=STOP if stop else PRIMARY).clicked.connect(self.accept)
        cancel.setFocus()


@dataclass(frozen=True)
class Difference:
    """A field that two people changed: what it is called, what each wrote, and what it was before."""

    field: str
    title: str
    yours: str
    theirs: str
    was: str | None = None


class DifferenceDialog(Dialog):
    """Someone else saved first: shows, field by field, yours beside theirs, and lets the person choose each."""

    def __init__(self, differences: Sequence[Difference], who: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = self.tr("Someone else changed this meanwhile")
        self.setWindowTitle(title)
        self.findChildren(Label)[0].setText(title)
        if who:
            self.body.addWidget(Label(self.tr("Changed by {who}.").format(who=line(who)), "muted"))
        self._differences = tuple(differences)
        self._groups: dict[str, QButtonGroup] = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Theme.current().space["large"])
        grid.setVerticalSpacing(Theme.current().space["small"])
        known = any(one.was is not None for one in differences)
        heads = ["", self.tr("Yours"), self.tr("Theirs"), *([self.tr("Before")] if known else [])]
        for place, words in enumerate(heads):
            grid.addWidget(Label(words, "small"), 0, place)
        for place, difference in enumerate(self._differences, start=1):
            self._add(grid, place, difference)
        for column, share in zip(range(1, len(heads)), (3, 3, 2), strict=False):
            grid.setColumnStretch(column, share)
        grid.setRowStretch(len(differences) + 1, 1)
        self.body.addWidget(scrolled(inside, sideways=True), 1)
        self.resize(WIDE, min(grid.heightForWidth(WIDE - 60) + ROOM, HIGHEST))
        self.add_cancel(self.tr("Back to the form"))
        self.add_go(self.tr("Save the chosen"), keys="Ctrl+Return").clicked.connect(self.accept)

    def chosen(self) -> dict[str, str]:
        """The value to save for each field."""
        return {
            one.field: one.yours if self._groups[one.field].checkedId() == 0 else one.theirs
            for one in self._differences
        }

    def _add(self, grid: QGridLayout, place: int, difference: Difference) -> None:
        group = QButtonGroup(self)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Label(line(difference.title), "strong", wrap=True), place, 0, top)
        for side, text in enumerate((difference.yours, difference.theirs)):
            choice = QRadioButton()
            whose = self.tr("yours") if side == 0 else self.tr("theirs")
            name_for_readers(choice, f"{difference.title}, {whose}: {text}")
            choice.setChecked(side == 0)
            group.addButton(choice, side)
            words = _Words(text or self.tr("(empty)"), choice)
            both = QHBoxLayout()
            both.setSpacing(Theme.current().space["small"])
            both.addWidget(choice, 0, top)
            both.addWidget(words, 1)
            grid.addLayout(both, place, 1 + side)
        if difference.was is not None:
            grid.addWidget(Label(difference.was or self.tr("(empty)"), "muted", wrap=True), place, 3, top)
        self._groups[difference.field] = group


class _Words(Label):
    """The words of a choice, over as many lines as they take; a click on them chooses."""

    def __init__(self, text: str, choice: QRadioButton) -> None:
        super().__init__(text, wrap=True)
        self._choice = choice

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choice.click()
