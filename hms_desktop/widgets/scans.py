"""Hears a scanner anywhere on a page: a burst of keys that ends in Enter is a code, not typing."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

GAP_SECONDS = 0.3
"""Scanners send a key each few milliseconds, slow ones and busy desks included; what is no code is let through."""


class Scans(QObject):
    """While `page` is seen and no field takes the keys, gives whole codes to `take`, which says whether it was one.

    Where it was, the Enter at its end does nothing else.
    """

    def __init__(self, page: QWidget, take: Callable[[str], bool]) -> None:
        super().__init__(page)
        self._page, self._take = page, take
        self._heard = ""
        self._at = 0.0
        application = QApplication.instance()
        assert application is not None  # noqa: S101 - a page is a widget
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._listens(watched):
            return False
        now = time.monotonic()
        if now - self._at > GAP_SECONDS:
            self._heard = ""
        self._at = now
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            heard, self._heard = self._heard, ""
            return bool(heard) and self._take(heard)
        self._heard += event.text()
        return False

    def _listens(self, watched: QObject) -> bool:
        """Only a widget of the page itself that does not take text; a dialog's fields keep what is scanned there."""
        return (
            isinstance(watched, QWidget)
            and watched is QApplication.focusWidget()  # a key that it leaves alone goes on to its parents
            and self._page.isVisible()
            and self._page.isAncestorOf(watched)
            and not isinstance(watched, QLineEdit)
        )
