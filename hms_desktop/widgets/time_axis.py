"""The axis of days below a chart: months and weekdays in the language of the windows, from either side."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QDateTime, QLocale, QTimeZone

_FORMS = {"%b": "MMM", "%a %d": "ddd d"}
"""What pyqtgraph would write in the system's language, and the same in Qt's words."""


class TimeAxis(pg.DateAxisItem):  # type: ignore[misc]  # pyqtgraph comes without types
    """Places are seconds since 1970, in UTC."""

    def tickValues(self, one: float, other: float, size: float) -> list[tuple[float, list[float]]]:
        """In a right-to-left window the later end comes first, for which pyqtgraph would find no ticks."""
        least, most = sorted((one, other))
        found: list[tuple[float, list[float]]] = super().tickValues(least, most, size)
        return found

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        form = next((one.format for one in self.zoomLevel.tickSpecs if one.spacing == spacing), "")
        if form not in _FORMS:
            written: list[str] = super().tickStrings(values, scale, spacing)
            return written
        utc, locale = QTimeZone.utc(), QLocale()
        return [locale.toString(QDateTime.fromSecsSinceEpoch(int(at), utc), _FORMS[form]) for at in values]
