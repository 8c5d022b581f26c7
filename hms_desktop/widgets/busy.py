"""A button that works: off at once, progress after 0.3 s, words and a way to cancel after 3 s."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.plain_text import Label, name_for_readers

PROGRESS_MS = 300
WORDS_MS = 3000


class Progress(QWidget):
    """A thin moving line; when it takes long, what is being done and Cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: asyncio.Task[object] | None = None
        self._depth = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        name_for_readers(self._bar, self.tr("Working"))
        self._words = Label(role="muted")
        self._cancel = Button(self.tr("Cancel"), kind=QUIET)
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._cancel)
        column.addWidget(self._bar)
        column.addLayout(row)
        self._soon = QTimer(self, singleShot=True, interval=PROGRESS_MS)
        self._soon.timeout.connect(self._show_line)
        self._late = QTimer(self, singleShot=True, interval=WORDS_MS)
        self._late.timeout.connect(self._show_words)
        self._hide()

    @contextmanager
    def working(self, button: QWidget | None = None, doing: str = "", *, cancel: bool = True) -> Iterator[None]:
        """While the block runs `button` is off and this shows progress; Cancel ends the task that runs the block."""
        had_focus = button is not None and button.hasFocus()
        was_enabled = button is not None and button.isEnabled()
        if button is not None:
            button.setEnabled(False)
        self._begin(doing, cancel)
        try:
            yield
        finally:
            if isValid(self):  # else the page was closed meanwhile, and nobody waits for the end of its progress
                self._end()
            if button is not None and was_enabled and isValid(button):
                button.setEnabled(True)
                if had_focus:
                    button.setFocus()

    def _begin(self, doing: str, cancel: bool) -> None:
        self._depth += 1
        self._task = asyncio.current_task() if cancel else None
        self._words.setText(doing or self.tr("Still working…"))
        if self._depth == 1:
            self._soon.start()
            self._late.start()

    def _end(self) -> None:
        self._depth -= 1
        if self._depth == 0:
            self._soon.stop()
            self._late.stop()
            self._hide()

    def _show_line(self) -> None:
        self._bar.setVisible(True)

    def _show_words(self) -> None:
        self._words.setVisible(True)
        self._cancel.setVisible(self._task is not None)

    def _hide(self) -> None:
        self._task = None
        for part in (self._bar, self._words, self._cancel):
            part.setVisible(False)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
