"""Keeps what is typed into a form as a draft on this machine, half a second after the last change."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from hms_desktop.core.drafts import Drafts

PAUSE_MS = 500
Kept = tuple[str, Mapping[str, Any]]
"""The name of a draft, and plain JSON values."""


class DraftKeeper(QObject):
    """Asks `unsaved` for what is to be kept; None where nothing is unsaved, or where no trace may be left here.

    `name` is the draft that the form went on with, if any. Another name takes its place: a form keeps one draft.
    """

    def __init__(
        self,
        drafts: Drafts | None,
        unsaved: Callable[[], Kept | None],
        *,
        name: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._unsaved = unsaved
        self._name = name
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep_now)

    def changed(self) -> None:
        """Something was typed: it is kept as soon as the hands rest."""
        self._pause.start()

    def keep_now(self) -> None:
        """Write what stands in the form, or forget what was kept of it."""
        self._pause.stop()
        if self._drafts is None:
            return
        kept = self._unsaved()
        if kept is None:
            self.forget()
            return
        name, values = kept
        if name != self._name:
            self.forget()
        self._name = name
        self._drafts.keep(name, values)

    def go_on_with(self, name: str) -> None:
        """The form holds what the draft `name` held, and keeps it under that name."""
        if name != self._name:
            self.forget()
        self._name = name

    def forget(self) -> None:
        """It was saved, or is not wanted."""
        self._pause.stop()
        if self._drafts is not None and self._name:
            self._drafts.drop(self._name)

    def close(self) -> None:
        """Write what was typed last, and nothing more."""
        if self._pause.isActive():
            self.keep_now()
