"""Whether IT has announced a newer version of this program; it is shown and nothing more, IT installs it."""

import datetime as dt

from PySide6.QtCore import QObject, Signal

from hms_desktop.app.remembered import Remembered
from hms_desktop.app.signed_in import program_version
from hms_desktop.clinic.records import queries
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Unreachable


class ReleaseNews(QObject):
    """`version` is empty where nothing newer than this program was announced; `message` is IT's own."""

    changed = Signal(str, bool)
    """The version, and whether this workstation was told of it today already."""

    def __init__(self, db: Database, remembered: Remembered) -> None:
        super().__init__()
        self._db = db
        self._remembered = remembered
        self._told_now = ""
        self.version = ""
        self.message = ""

    async def read(self) -> None:
        """Ask what was announced; without an answer all stays as it was."""
        try:
            newer = await self._db.read(queries.newer_release, client=program_version())
        except Unreachable:
            return
        self.version, self.message = (newer.version, newer.message) if newer else ("", "")
        self.changed.emit(self.version, self._told_today())

    def _told_today(self) -> bool:
        """False until midnight for the sign-in that is told first; remembered for those that follow."""
        telling = f"{dt.date.today():%Y-%m-%d} {self.version}"
        if self.version and self._remembered.told_release != telling:
            self._remembered.told_release = self._told_now = telling
            self._remembered.save()
        return self._told_now != telling
