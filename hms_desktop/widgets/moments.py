"""Days and times as every page writes them: the month in letters, so that no day is taken for a month; 24 hours."""

import datetime as dt

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

DAY, TIME = "d MMM yyyy", "HH:mm"


def day_words(day: dt.date) -> str:
    """`2 Mar 2026`, in the language of the windows."""
    return QLocale().toString(QDate(day.year, day.month, day.day), DAY)


def time_words(at: QTime) -> str:
    """`09:15`, in the digits of the language."""
    return QLocale().toString(at, TIME)


def moment(at: dt.datetime | None) -> str:
    """`2 Mar 2026 09:15`; a dash where there is none.

    What names its time zone stands on this machine's clock, the hospital's own wall time as it is.
    """
    if at is None:
        return "–"
    wall = at.astimezone() if at.tzinfo else at
    shown = QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute, wall.second))
    return QLocale().toString(shown, f"{DAY} {TIME}")
