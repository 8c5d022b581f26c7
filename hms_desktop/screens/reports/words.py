"""How the reports speak: waits, dates and money in the desk's words."""

import math

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def minutes(seconds: float | None) -> str:
    """Whole minutes gone by, for a column; a dash where there is no wait."""
    return "–" if seconds is None else str(math.floor(seconds / 60))


def minutes_of(seconds: float | None) -> str:
    """`7 min`, `1 h 12` or a dash."""
    if seconds is None:
        return "–"
    hours, rest = divmod(math.floor(seconds / 60), 60)
    if hours:
        return translate("reports", "{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")
    return translate("reports", "{minutes} min").format(minutes=rest)
