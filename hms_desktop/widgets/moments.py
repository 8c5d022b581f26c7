"""Moments as the workstation writes days and times."""

import datetime as dt

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime


def moment(at: dt.datetime | None) -> str:
    """Day and time, in the language's short form; a dash where there is none.

    What names its time zone stands on this machine's clock, the hospital's own wall time as it is.
    """
    if at is None:
        return "–"
    wall = at.astimezone() if at.tzinfo else at
    shown = QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute, wall.second))
    return QLocale().toString(shown, QLocale.FormatType.ShortFormat)
