"""How full the days of the shown month are, read again as the month is turned."""

from PySide6.QtCore import QObject

from hms_desktop.clinic.appointments import queries
from hms_desktop.screens.appointments.scopes import Scope
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.month_grid import DayMark, MonthGrid


class Density(QObject):
    """Marks the days of a month for one scope."""

    def __init__(self, desk: Desk, month: MonthGrid) -> None:
        super().__init__(month)
        self._desk, self._month = desk, month
        self._scope: Scope | None = None
        self._latest = Latest()
        month.turned.connect(lambda _first, _last: self.read(self._scope))

    def read(self, scope: Scope | None) -> None:
        """Read the month that is shown for `scope`; nothing for None."""
        self._scope = scope
        if scope is not None:
            self._latest.ask(self._read(scope))

    def drop(self) -> None:
        self._latest.drop()

    async def _read(self, scope: Scope) -> None:
        first, last = self._month.shown()
        chosen = scope.chosen()
        days = await self._desk.db.read(queries.month, snapshot=True, from_date=first, until_date=last, **chosen)
        self._month.mark({one.on_date: self._mark_of(one) for one in days})

    def _mark_of(self, one: queries.DayDensity) -> DayMark:
        words = self.tr("{taken} of {places} taken").format(taken=one.taken, places=one.places)
        if one.closed:
            words = one.holiday or self.tr("closed")
        return DayMark(one.taken / one.places if one.places else None, words)
