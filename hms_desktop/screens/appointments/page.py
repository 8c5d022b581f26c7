"""The appointments page: the week of a clinic or doctor, the day of a department, its arrivals, the waiting list."""

import datetime as dt
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hms_desktop.clinic.appointments import queries, rules, timetable
from hms_desktop.clinic.appointments.queries import AppointmentLine, FreeSlot, ListWish, SessionBlock
from hms_desktop.clinic.appointments.timetable import ClinicRow, DoctorRow
from hms_desktop.clinic.appointments.waiting import WaitingEntry
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.screens.appointments.arrivals import arrivals_model
from hms_desktop.screens.appointments.aside import ChosenCard
from hms_desktop.screens.appointments.bar import TIMELESS, TimeBar
from hms_desktop.screens.appointments.deeds import Appointment, Deeds
from hms_desktop.screens.appointments.density import Density
from hms_desktop.screens.appointments.displaced import DisplacedView
from hms_desktop.screens.appointments.finding import FindTime
from hms_desktop.screens.appointments.hands import Hands
from hms_desktop.screens.appointments.overbooking import Overbooking
from hms_desktop.screens.appointments.scopes import Scope, scopes_of
from hms_desktop.screens.appointments.sheets import Place
from hms_desktop.screens.appointments.timetable import Timetable
from hms_desktop.screens.appointments.waiting import WaitDialog, WaitingView
from hms_desktop.screens.appointments.words import HINTS, date_words, facts_words, patient_words, week_begins
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.calendar_grid import CalendarGrid
from hms_desktop.widgets.calendar_sheet import Entry, Slot
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.fading import fade
from hms_desktop.widgets.month_grid import MonthGrid
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.paged_table import Keyset, PagedTableModel
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

TIMES = ("week", "day")


class AppointmentsPage(Page):
    """Everything booking needs under the hands: choose a place, Enter does the obvious next thing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Appointments"))
        self.deeds = Deeds(desk, self)
        self.view = "week"
        self.day: dt.date | None = None
        self.today: dt.date | None = None
        self.clinics: tuple[ClinicRow, ...] = ()
        self.doctors: tuple[DoctorRow, ...] = ()
        self._scopes: dict[str, Scope | None] = {}
        self._known = False
        self._listed: ListWish | None = None
        self.overbooking = Overbooking(desk, self)
        self._finding: FindTime | None = None
        self._make_parts()
        self.hands = Hands(self, self.deeds, self.card.buttons)
        self._lay_out()
        self._connect()
        self.hear_scans()
        self._followed = self.follow("appointments")
        self._others = desk.live.subscribe("appointments", self.times.pages.grow_old)
        self._subscriptions += [self._others, desk.live.subscribe("schedule", self._forget_clinics)]
        for area in ("schedule", "waiting_list", "organisation", "patients"):
            self.follow(area)

    def _make_parts(self) -> None:
        self.find_button = Button(self.tr("Find a time"), keys="F6", icon="search")
        self.displaced_button = Button(self.tr("Without a time"), keys="Ctrl+5")
        self.buttons.addWidget(self.displaced_button)
        self.buttons.addWidget(self.find_button)
        self.bar = TimeBar()
        self.grid = CalendarGrid(self.tr("Calendar"))
        self.times = Timetable(self.desk, self.grid)
        self.list: PagedTableModel[AppointmentLine] = arrivals_model()
        self.table = TableView(self.tr("Arrivals"))
        self.table.setModel(self.list)
        self.waiting = WaitingView(self.desk, self.deeds)
        self.displaced = DisplacedView(self.desk)
        self.month = MonthGrid(self.tr("Month"), week_begins)
        self.density = Density(self.desk, self.month)
        self.card = ChosenCard()
        self.stack = QStackedWidget()
        for part in (self.grid, self.table, self.waiting, self.displaced):
            self.stack.addWidget(part)

    def _lay_out(self) -> None:
        theme = Theme.current()
        inside = QWidget()
        aside = QVBoxLayout(inside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(theme.space["medium"])
        aside.addWidget(self.month)
        aside.addWidget(self.card)
        aside.addStretch(1)
        self._aside = scrolled(inside)
        self._aside.setFixedWidth(theme.width["aside"])
        beside = QHBoxLayout()
        beside.setSpacing(theme.space["large"])
        beside.addWidget(self.stack, 1)
        beside.addWidget(self._aside)
        self.body.addWidget(self.bar)
        self.body.addLayout(beside, 1)

    def _connect(self) -> None:
        self.find_button.clicked.connect(lambda: self.open_find())
        self.displaced_button.clicked.connect(lambda: self.show_view("displaced"))
        self.bar.moved.connect(self._move)
        self.bar.date.taken.connect(self.go_to_day)
        self.bar.scope.picked.connect(self._pick_scope)
        self.bar.view_wanted.connect(self.show_view)
        self.month.picked.connect(self.go_to_day)
        self.grid.turned.connect(self._move)
        self.grid.chosen.connect(lambda _slot, _entry: self._show_card())
        self.grid.opened.connect(lambda _slot, _entry: self.press_enter())
        self.grid.dropped.connect(self._dropped)
        self.grid.let_go.connect(self._let_go)
        self.table.chosen.connect(lambda _row: self._show_card())
        self.table.opened.connect(lambda _row: self.press_enter())
        self.list.page_shown.connect(lambda _first, _last: self._show_card())
        self.card.wanted.connect(self._wanted)
        self.times.shown.connect(self._page_shown)
        self.hands.booked.connect(self._was_booked)
        self.hands.taken_along.connect(self._taken_along)
        self.hands.put_down.connect(self._put_down)
        self.waiting.find_wanted.connect(self._find_for_entry)
        self.waiting.add.clicked.connect(self._open_wait)
        self.displaced.wanted.connect(self._displaced_wanted)
        self.deeds.changed.connect(self.mark_stale)
        self.overbooking.learned.connect(self._show_card)
        self.desk.live.went_away.connect(self._went_away)

    # What is shown

    async def load(self) -> None:
        """Read what the view shows; at first also who works here and what day it is."""
        if not self._known:
            self.clinics = await self.desk.db.read(timetable.clinics)
            self.doctors = await self.desk.db.read(timetable.doctors)
            self._known = True
        now = (await self.desk.db.read(organisation.local_time)).date()
        if self.today != now:
            self.day = now if self.day in (None, self.today) else self.day
            self.today = now
        self._show_frame()
        scope = self.scope()
        if self.view == "waiting":
            await self.waiting.load(scope.id if scope and scope.kind == "clinic" else None)
        elif self.view == "displaced":
            await self.displaced.load()
        elif scope is None:
            self._show_nobody()
        elif self.view == "list":
            await self._load_list(scope)
        else:
            await self.times.pages.read_again(self.times.key_of(self.view, scope, self._day()))
        fade(self.stack, False)
        if scope is not None and self.view not in TIMELESS:
            self.density.read(scope)

    def scope(self) -> Scope | None:
        """Whose appointments the view shows; None where there is no clinic yet."""
        return self._scopes.get(self.view)

    def show_view(self, view: str) -> None:
        """Turn to week, day, list, waiting or displaced."""
        self.view = view
        if self.today is not None:
            self._show_frame()
        self.stack.setCurrentWidget(self._seen())
        self._aside.setVisible(view not in TIMELESS)
        self._seen().setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def go_to_day(self, day: dt.date) -> None:
        """Show the page that holds `day`."""
        self.day = day
        scope = self.scope()
        if self.today is None or scope is None:
            return
        self._show_frame()
        if self.view in TIMES:
            self.times.pages.turn_to(self.times.key_of(self.view, scope, day))
        else:
            self.reload()

    def show_what(self, what: object) -> None:
        """A patient who wants an appointment, or an appointment that was found."""
        if isinstance(what, Found):
            self.hands.booking_for = what
            self.open_find()
        elif isinstance(what, AppointmentLine):
            self._show_appointment(what)

    def _show_frame(self) -> None:
        scope = self.bar.scope.offer(scopes_of(self.view, self.clinics, self.doctors), self._scopes.get(self.view))
        self._scopes[self.view] = scope
        self.bar.show_view(self.view)
        day = self._day()
        first = week_begins(day) if self.view == "week" else day
        last = first + dt.timedelta(days=6 if self.view == "week" else 0)
        self.bar.date.show_date(day)
        self.month.show_day(day, (first, last), self.today)
        dates = date_words(day, "dddd d MMMM yyyy")
        if self.view == "week":
            dates = self.tr("{first} to {last}").format(first=date_words(first), last=date_words(last))
        self.set_subtitle(facts_words("" if self.view in TIMELESS else dates, scope.name if scope else ""))
        self.set_hint(HINTS[self.view]())

    def _day(self) -> dt.date:
        assert self.day is not None  # noqa: S101 - known since the first load
        return self.day

    async def _load_list(self, scope: Scope) -> None:
        wish = ListWish(self._day(), self._day(), **scope.chosen())
        self.table.set_empty_text(self.tr("Nobody is booked on this day. Ctrl+1 shows the week, F6 finds a time."))
        if self._listed == wish:
            await self.list.refresh()
        else:
            self._listed = wish
            await self.list.ask(Keyset(self.desk.db, queries.list_anchors, queries.list_page, wish=wish))
            self.table.choose(0)
        self._show_card()

    def _page_shown(self) -> None:
        self._followed.set_keys(self.times.session_ids())
        self.grid.set_empty_text(self.tr("No sessions in these days. Page Down goes on, F6 finds a time."))
        self._show_card()
        self.overbooking.learn(
            {one.clinic_id for one in self.times.read.sessions.values()} if self.times.read else set()
        )

    def _seen(self) -> QWidget:
        return {"list": self.table, "waiting": self.waiting, "displaced": self.displaced}.get(self.view, self.grid)

    def _show_nobody(self) -> None:
        words = self.tr("There is no clinic yet. A manager adds clinics and their weekly sessions under Clinics.")
        self.grid.set_empty_text(words)
        self.table.set_empty_text(words)
        self.grid.show_sheet(type(self.grid.calendar.sheet)())
        self.card.show_nothing(words)

    def _show_card(self) -> None:
        carried = patient_words(self.hands.carried) if self.hands.carried is not None else ""
        one = self._chosen()
        if one is not None:
            session = self._session()
            top = self._on_top(session) if session and self.view in TIMES else False
            where = facts_words(session.clinic, session.doctor, session.room) if session else ""
            if isinstance(one, AppointmentLine):
                where = facts_words(one.clinic, one.doctor, one.room)
            self.card.show_appointment(one, where, carried, today=one.at.date() == self.today, may_overbook=top)
            return
        slot, session = self.grid.chosen_slot(), self._session()
        if self.view in TIMES and slot is not None and session is not None:
            may_overbook = self.overbooking.allowed_in(session.clinic_id)
            self.card.show_place(slot, session, carried, may_overbook=may_overbook)
        else:
            self.card.show_nothing(self.tr("Choose a time, or press F6 to find one."))

    def _on_top(self, session: SessionBlock) -> bool:
        """Whether this person may book on top of the chosen time, which is full."""
        slot = self.grid.chosen_slot()
        return slot is not None and slot.open and not slot.free and self.overbooking.allows(session)

    def _session(self) -> SessionBlock | None:
        slot = self.grid.chosen_slot()
        return self.times.session(slot) if slot is not None else None

    def _chosen(self) -> Appointment | None:
        """The appointment that is chosen in the view that is seen."""
        if self.view == "list":
            return self.list.row(self.table.chosen_row())
        entry: Entry | None = self.grid.chosen_entry() if self.view in TIMES else None
        return self.times.appointment(entry.key) if entry is not None else None

    # What is done

    def press_enter(self) -> None:
        """The obvious next thing for what is chosen."""
        primary = self.card.primary()
        if primary is not None and self.view not in TIMELESS:
            primary.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_G and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.bar.date.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def open_find(self) -> None:
        """Open the search for a free time; what stands in its fields is kept."""
        if self._finding is None:
            self._finding = FindTime(self.desk, self.clinics, self.doctors, self.window())
            self._finding.taken.connect(self._found_time)
        scope = self.scope()
        chosen = scope.chosen() if scope else {}
        self._finding.begin(max(self._day(), self.today or self._day()), chosen.get("clinic"), chosen.get("doctor"))

    def _found_time(self, slot: FreeSlot) -> None:
        place = Place(slot.session_id, slot.starts_at, slot.at, slot.until)
        self._go_to_clinic(slot.clinic_id, slot.at.date())
        self.times.choose_later(place=place)
        if self.hands.carried is not None:
            go(self.hands.put(self.hands.carried, place))
        else:
            go(self.hands.book_found(place, slot.clinic_id))

    def _go_to_clinic(self, clinic: int, day: dt.date) -> None:
        """Turn to the week of a clinic."""
        name = next((one.name for one in self.clinics if one.id == clinic), "")
        self._scopes["week"] = Scope("clinic", clinic, name)
        self.day = day
        self.show_view("week")

    def _show_appointment(self, one: AppointmentLine) -> None:
        self.times.choose_later(entry=one.id)
        self._go_to_clinic(one.clinic_id, one.at.date())

    def _was_booked(self, place: Place) -> None:
        self.times.choose_later(place=place)
        self.mark_stale()

    def _wanted(self, what: str) -> None:
        """A button of the card, or its key."""
        slot, session, one = self.grid.chosen_slot(), self._session(), self._chosen()
        if what in ("book", "overbook") and slot is not None and session is not None:
            assert isinstance(slot.key, Place)  # noqa: S101 - every slot of this grid is one
            self.hands.open_booking(slot.key, session, overbook=what == "overbook")
        elif what == "put" and slot is not None and self.hands.carried is not None:
            self._dropped(self.hands.carried.id, slot)
        elif one is not None:
            self.hands.do(what, one)

    def _taken_along(self, one: Appointment) -> None:
        """Carry it over the grid; from a list, over its clinic's week."""
        if self.view not in TIMES:
            self.times.choose_later(entry=one.id)
            self._go_to_clinic(one.clinic_id, one.at.date())
        self.grid.carry(one.id)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_card()

    def _displaced_wanted(self, what: str, one: AppointmentLine) -> None:
        self.hands.do(what, one)
        if what == "move":
            self.open_find()

    def _let_go(self) -> None:
        self.hands.let_go()
        self._show_card()

    def _put_down(self, appointment: int) -> None:
        self.grid.carry(None)
        self.times.choose_later(entry=appointment)
        self.mark_stale()

    def _dropped(self, key: object, slot: Slot) -> None:
        carried = self.hands.carried
        one = carried if carried is not None and carried.id == key else self.times.appointment(key)
        session, place = self.times.session(slot), slot.key
        if one is None or session is None or not isinstance(place, Place):
            return
        if place.session_id == one.session_id and place.starts_at == one.starts_at:
            self.grid.carry(None)
            self._let_go()
            return
        go(self.hands.put(one, place, on_top=not slot.free and self.overbooking.allows(session)))

    def take_scan(self, text: str) -> bool:
        """A slip's code checks its patient in."""
        code: UUID | None = rules.code_as_typed(text)
        if code is not None:
            go(self.deeds.check_in_scanned(code))
        return code is not None

    def _find_for_entry(self, entry: WaitingEntry) -> None:
        self.open_find()
        assert self._finding is not None  # noqa: S101 - just opened
        self._finding.service.setCurrentIndex(max(self._finding.service.findData(entry.service_id), 0))

    def _open_wait(self) -> None:
        dialog = WaitDialog(self.desk, self.deeds, self.clinics, self.doctors, self.today or self._day(), self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Moving about

    def _move(self, step: int) -> None:
        days = 7 if self.view == "week" else 1
        self.go_to_day(self._day() + dt.timedelta(days=step * days) if step else self.today or self._day())

    def _pick_scope(self, scope: Scope) -> None:
        self._scopes[self.view] = scope
        self.reload()

    def _forget_clinics(self) -> None:
        self._known = False
        self.times.pages.forget_all()

    def _went_away(self) -> None:
        fade(self.stack, True)
        self.set_subtitle(self.tr("The server does not answer; these are the appointments as they were."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._seen().setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        self.density.drop()
        self.overbooking.drop()
        self.times.pages.forget_all()
        self.list.close()
        if self._finding is not None:
            self._finding.close()
            self._finding.deleteLater()
        super().close_page()
