"""The grid of the week and the day: reads its pages, keeps those nearby, and knows what stands behind each line."""

import datetime as dt
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from hms_desktop.clinic.appointments import queries
from hms_desktop.clinic.appointments.queries import AppointmentBlock, Calendar, SessionBlock
from hms_desktop.screens.appointments.scopes import Scope
from hms_desktop.screens.appointments.sheets import SHEETS, Place, coming_day, coming_week
from hms_desktop.screens.appointments.words import week_begins
from hms_desktop.widgets.calendar_grid import CalendarGrid
from hms_desktop.widgets.calendar_pages import CalendarPages
from hms_desktop.widgets.calendar_sheet import CalendarSheet, Slot
from hms_desktop.widgets.desk import Desk

DAYS = {"week": 7, "day": 1}


@dataclass(frozen=True)
class PageKey:
    """One page: a week or a day of a scope, by its first date."""

    view: str
    scope: Scope
    from_date: dt.date

    def beside(self, step: int) -> "PageKey":
        return PageKey(self.view, self.scope, self.from_date + dt.timedelta(days=step * DAYS[self.view]))


@dataclass(frozen=True)
class Read:
    """A page as it was read."""

    calendar: Calendar
    sheet: CalendarSheet
    sessions: dict[int, SessionBlock] = field(repr=False)
    appointments: dict[int, AppointmentBlock] = field(repr=False)


class Timetable(QObject):
    """Turns the grid's pages. `shown` says that another page, or the same one read again, is seen now."""

    shown = Signal()

    def __init__(self, desk: Desk, grid: CalendarGrid) -> None:
        super().__init__(grid)
        self._desk, self.grid = desk, grid
        self.today: dt.date | None = None
        self.read: Read | None = None
        self._wanted_entry: int | None = None
        self._wanted_place: Place | None = None
        self.pages: CalendarPages[PageKey, Read] = CalendarPages(
            self._ask, show=self._show, coming=self._coming, neighbours=_neighbours, parent=self
        )

    def key_of(self, view: str, scope: Scope, day: dt.date) -> PageKey:
        """The page of `view` that holds `day`."""
        return PageKey(view, scope, week_begins(day) if view == "week" else day)

    def choose_later(self, *, entry: int | None = None, place: Place | None = None) -> None:
        """Go to this appointment or place as soon as a page with it is shown."""
        self._wanted_entry, self._wanted_place = entry, place

    def session(self, slot: Slot) -> SessionBlock | None:
        """The session in which a slot of the grid stands."""
        place = slot.key
        return self.read.sessions.get(place.session_id) if self.read and isinstance(place, Place) else None

    def appointment(self, key: object) -> AppointmentBlock | None:
        """The appointment behind an entry of the grid."""
        return self.read.appointments.get(key) if self.read and isinstance(key, int) else None

    def session_ids(self) -> frozenset[str]:
        """The sessions that are seen, as they knock."""
        return frozenset(str(number) for number in self.read.sessions) if self.read else frozenset()

    async def _ask(self, key: PageKey) -> Read:
        calendar = await self._desk.db.read(
            queries.calendar, snapshot=True, from_date=key.from_date, days=DAYS[key.view], **key.scope.chosen()
        )
        return Read(
            calendar,
            SHEETS[key.view](calendar),
            {one.session_id: one for one in calendar.sessions},
            {one.id: one for one in calendar.appointments},
        )

    def _show(self, _key: PageKey, read: Read) -> None:
        self.read, self.today = read, read.calendar.today
        self.grid.show_sheet(read.sheet)
        wanted_entry, wanted_place = self._wanted_entry, self._wanted_place
        if (wanted_entry is not None and self.grid.choose_entry(wanted_entry)) or (
            wanted_place is not None and self.grid.choose(wanted_place)
        ):
            self.choose_later()
        elif self.grid.chosen_slot() is None:
            self.grid.choose_first()
        self.shown.emit()

    def _coming(self, key: PageKey) -> None:
        self.read = None
        self.grid.show_sheet(
            coming_week(key.from_date, self.today) if key.view == "week" else coming_day(), coming=True
        )


def _neighbours(key: PageKey) -> tuple[PageKey, ...]:
    return key.beside(1), key.beside(-1), key.beside(2)
