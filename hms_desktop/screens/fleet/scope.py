"""What the performance page looks at: how far back, and the whole fleet or one workstation."""

from PySide6.QtCore import QObject, Signal

HOUR, EIGHT_HOURS, DAY, WEEK = 60, 480, 1440, 10080
"""Minutes."""


class Scope(QObject):
    """Shared by the page's tabs, which read again when it changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.minutes = HOUR
        self.workstation: str | None = None

    def look_back(self, minutes: int) -> None:
        if minutes != self.minutes:
            self.minutes = minutes
            self.changed.emit()

    def look_at(self, workstation: str | None) -> None:
        if workstation != self.workstation:
            self.workstation = workstation
            self.changed.emit()
