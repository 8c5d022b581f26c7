"""The queue page: everyone of the day in order, the counter's cards beside them, and tickets issued on the way."""

import asyncio
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.queue import queries, queries_planning
from hms_desktop.clinic.queue.queries import BoardRow, ServiceChoice, WaitingCount
from hms_desktop.clinic.queue.rules import State
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.pickers import NewPatient
from hms_desktop.screens.queue.asking import HolderDialog, TakeOffDialog, service_words
from hms_desktop.screens.queue.counter import Counter
from hms_desktop.screens.queue.issue import IssueTicket
from hms_desktop.screens.queue.panel import CounterPanel
from hms_desktop.screens.queue.words import (
    BoardLine,
    expected_words,
    minutes_words,
    open_days_words,
    patient_words,
    reason_words,
    state_tone,
    state_words,
)
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.fading import fade
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label, caption
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

HALF_MINUTE_MS = 30_000


@dataclass(frozen=True)
class Filter:
    """Which services the board shows; `services` None means all."""

    title: str
    services: tuple[int, ...] | None


class QueuePage(Page):
    """The board of the day for the services of this room, for one service, or for all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.counter = Counter(desk, self)
        self._chosen: Filter | None = None
        self._of_room: tuple[ServiceChoice, ...] = ()
        self._issuing: IssueTicket | None = None
        self._with_counter = True
        self._make_actions()
        self._make_board()
        self.reminder = Label("", "small", wrap=True)
        self.reminder.set_tone("warning")
        self.reminder.setVisible(False)
        self.body.addWidget(self.reminder)
        self.panel = CounterPanel(desk, self.counter, desk.tell)
        scroll = scrolled(self.panel)
        scroll.setFixedWidth(Theme.current().width["aside"])
        beside = QHBoxLayout()
        beside.setSpacing(Theme.current().space["wide"])
        beside.addWidget(self.table, 1)
        beside.addWidget(scroll)
        self.body.addLayout(beside, 1)
        self.set_title(self.tr("Queue"))
        self.set_hint(
            self.tr("Enter does the obvious next thing · F8 calls the next · Del takes off the queue, with undo")
        )
        self.panel.acted.connect(self._stay_with_counter)
        self.counter.changed.connect(self.mark_stale)
        self.counter.read.connect(self._mark_next)
        self.follow("queue")
        self.follow("organisation")
        self.follow("patients")
        desk.room_changed.connect(self._room_changed)
        desk.live.went_away.connect(self._went_away)
        self._half_minute = QTimer(self, interval=HALF_MINUTE_MS)
        self._half_minute.timeout.connect(self.mark_stale)
        self._half_minute.start()

    def _make_actions(self) -> None:
        self.issue = Button(self.tr("Issue ticket"), keys="F6")
        self.issue.clicked.connect(lambda: self.open_issue())
        self.filter = Button(self.tr("Filter"), keys="Ctrl+F")
        self.filter.clicked.connect(lambda: go(self._open_filter()))
        for button in (self.issue, self.filter):
            self.buttons.addWidget(button)

    def _make_board(self) -> None:
        self.model: RowsModel[BoardLine] = RowsModel(
            [
                Column(self.tr("Ticket"), lambda line: line.row.ticket, width=72, strong=True),
                Column(
                    self.tr("Patient"),
                    lambda line: patient_words(line.row),
                    stretch=True,
                    width=200,
                    tip=lambda line: line.row.service,
                ),
                Column(self.tr("Age"), lambda line: age_words(line.row.age), align=END, width=80),
                Column(self.tr("State"), state_words, width=100, tone=state_tone),
                Column(self.tr("Min"), minutes_words, align=END, width=48, raw=lambda line: line.row.minutes_in_all),
                Column(self.tr("Why here"), reason_words, stretch=True, muted=True, tip=reason_words),
                Column(self.tr("Room"), lambda line: line.row.room, width=80),
                Column(self.tr("Expected"), expected_words, align=END, width=78, raw=lambda line: line.row.expected),
            ],
            key=lambda line: line.row.segment_id,
        )
        self.table = TableView(self.tr("Queue of today"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading the queue…"))
        self.table.opened.connect(self._open_row)
        self.table.chosen.connect(self._row_chosen)
        self.setFocusProxy(self.table)
        self.file = ListFile(self, lambda: self.table, "queue")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(lambda _where: self._open_row(self.table.chosen_row(), True))
        for keys in ("Del", "Backspace"):
            delete = QShortcut(QKeySequence(keys), self.table)
            delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            delete.activated.connect(self._delete_pressed)
        printing = QShortcut(QKeySequence("Ctrl+P"), self.table)
        printing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        printing.activated.connect(self._print_chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        self._half_minute.stop()
        self.panel.close_panel()
        if self._issuing is not None:
            self._issuing.end()
        super().close_page()

    async def load(self) -> None:
        """Read the board, the counts and the counter."""
        chosen = await self._filter()
        db = self.desk.db
        rows, counts, _state = await asyncio.gather(
            db.read(queries.board, services=chosen.services),
            db.read(queries.waiting_counts, services=chosen.services),
            self.counter.load(),
        )
        if self.desk.who.has_duty("manager"):
            self.reminder.setText(open_days_words(await db.read(queries_planning.open_days)))
            self.reminder.setVisible(bool(self.reminder.text()))
        self.set_title(chosen.title)
        self.set_subtitle(self._counts_words(counts))
        fade(self.table, False)
        self._show(rows)

    def show_what(self, what: object) -> None:
        """A patient who wants a ticket, from another page."""
        if isinstance(what, Found):
            self.open_issue(what)

    def open_issue(self, patient: Found | None = None) -> None:
        """Open the panel that issues tickets; what was begun in it is still there."""
        if self._issuing is None:
            self._issuing = IssueTicket(self.desk, self.window())
            self._issuing.issued.connect(self.mark_stale)
            self._issuing.wanting_new.connect(lambda typed: self.desk.go_to("patients", NewPatient(typed)))
        self._issuing.begin(patient, self._of_room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.panel.press_enter()
            return
        super().keyPressEvent(event)

    async def _filter(self) -> Filter:
        """What was chosen; else the services of this room; else all."""
        room = self.desk.room
        self._of_room = () if room is None else await self.desk.db.cached(queries.services_of_room, room=room.id)
        if self._chosen is not None:
            return self._chosen
        if room is None or not self._of_room:
            return Filter(self.tr("All services"), None)
        title = self._of_room[0].name if len(self._of_room) == 1 else room.name
        return Filter(title, tuple(one.service_id for one in self._of_room))

    async def _open_filter(self) -> None:
        try:
            services = await self.desk.db.cached(organisation.services)
        except HmsError as error:
            self.desk.tell(error)
            return
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Filter"))
        room = self.desk.room
        if room is not None:
            words = self.tr("Services of {room}").format(room=room.name)
            menu.addAction(caption(words), lambda: self.choose(None))
        menu.addAction(self.tr("All services"), lambda: self.choose(Filter(self.tr("All services"), None)))
        menu.addSeparator()
        for one in (one for one in services if one.active):
            wish = Filter(one.name, (one.id,))
            words = service_words(ServiceChoice(one.id, one.name, one.prefix))
            menu.addAction(caption(words), partial(self.choose, wish))
        self._pop_up(menu, self.filter.mapToGlobal(QPoint(0, self.filter.height())))

    def choose(self, wish: Filter | None) -> None:
        """Show other services; None means those of this room again."""
        self._chosen = wish
        self.reload()

    def _pop_up(self, menu: QMenu, where: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def _show(self, rows: tuple[BoardRow, ...]) -> None:
        upcoming = self.counter.state.next if self.counter.state else None
        chosen, following = self.model.row(self.table.chosen_row()), self._with_counter
        self.table.set_empty_text(self.tr("Nobody waits. F6 issues a ticket."))
        self.model.show(
            [BoardLine(row, upcoming if upcoming and row.segment_id == upcoming.segment_id else None) for row in rows]
        )
        if following:
            self._choose_current()
        elif chosen is not None and self.model.place_of(chosen.row.segment_id) < 0:
            self.table.choose(0)

    def _stay_with_counter(self) -> None:
        """After a wish the selection follows this counter's ticket, so that Enter does what the cards offer."""
        self._with_counter = True
        self.mark_stale()

    def _choose_current(self) -> None:
        current = self.counter.state.current if self.counter.state else None
        place = self.model.place_of(current.segment_id) if current else -1
        if place >= 0:
            self.table.choose(place)
        else:
            self.table.setCurrentIndex(QModelIndex())
        self._with_counter = True

    def _mark_next(self) -> None:
        self._show(tuple(line.row for line in self.model.rows()))

    def _counts_words(self, counts: tuple[WaitingCount, ...]) -> str:
        longest = max((one.longest_minutes for one in counts), default=0)
        parts = [self.tr("{count} waiting").format(count=sum(one.waiting for one in counts))]
        if longest:
            parts.append(self.tr("longest {minutes} min").format(minutes=longest))
        parts.append(self.tr("{count} served today").format(count=sum(one.served for one in counts)))
        return " · ".join(parts)

    def _room_changed(self) -> None:
        self._chosen = None
        self.mark_stale()

    def _went_away(self) -> None:
        fade(self.table, True)
        self.set_subtitle(self.tr("The server does not answer; this is the queue as it was."))

    def _row_chosen(self, place: int) -> None:
        self._with_counter = place < 0

    def _open_row(self, place: int, menu_wanted: bool = False) -> None:
        """The obvious next thing for a row, or a menu of what may be done with it."""
        line = self.model.row(place)
        if line is None:
            return
        current = self.counter.state.current if self.counter.state else None
        if current is not None and current.segment_id == line.row.segment_id and not menu_wanted:
            self.panel.press_enter()
            return
        menu = self._menu_of(line.row)
        corner = self.table.visualRect(self.model.index(place, 1)).bottomLeft()
        self._pop_up(menu, self.table.viewport().mapToGlobal(corner))

    def _menu_of(self, row: BoardRow) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(row.ticket)
        do = self.panel.do
        segment, version = row.segment_id, row.version
        if row.state == State.WAITING:
            words = self.tr("Call {ticket} now").format(ticket=row.ticket)
            menu.addAction(words, lambda: go(do(None, lambda: self.counter.call_this(segment, version))))
        if row.state in (State.NO_SHOW, State.CALLED):
            words = self.tr("Put {ticket} back").format(ticket=row.ticket)
            menu.addAction(words, lambda: go(do(None, lambda: self.counter.put_back(segment, version))))
        if row.state in (State.WAITING, State.CALLED, State.SERVING):
            menu.addAction(
                self.tr("Transfer…"),
                lambda: go(do(None, lambda: self.panel.transfer(segment, version, row.ticket, row.service_id))),
            )
        if row.state in (State.WAITING, State.CALLED):
            menu.addAction(self.tr("Take off the queue… (Del)"), lambda: go(self._take_off(row)))
        if row.state in (State.CALLED, State.SERVING):
            self._offer_steps(menu, row)
        menu.addAction(self.tr("Print ticket (Ctrl+P)"), lambda: self.desk.print_paper("ticket", row.ticket_id))
        if row.patient_id is None:
            menu.addAction(self.tr("Whose ticket is it?…"), lambda: go(self._ask_whose(row)))
        else:
            menu.addAction(self.tr("Show the patient"), lambda: self.desk.go_to("patients", row.patient_id))
        return menu

    def _offer_steps(self, menu: QMenu, row: BoardRow) -> None:
        """Where this counter's ticket may go on to instead of the next step of its journey."""
        state = self.counter.state
        if state is None or state.current is None or state.current.segment_id != row.segment_id:
            return
        for step in (step for step in state.steps if step.state == "ahead"):
            words = self.tr("Finish, on to {service}").format(service=step.service)
            menu.addAction(caption(words), partial(self._finish_to, step.ordinal))

    def _finish_to(self, step: int) -> None:
        go(self.panel.do(None, lambda: self.counter.finish(step)))

    def _print_chosen(self) -> None:
        line = self.model.row(self.table.chosen_row())
        if line is not None:
            self.desk.print_paper("ticket", line.row.ticket_id)

    def _delete_pressed(self) -> None:
        line = self.model.row(self.table.chosen_row())
        if line is not None:
            go(self._take_off(line.row))

    async def _ask_whose(self, row: BoardRow) -> None:
        dialog = HolderDialog(self.desk, row.ticket, self.window())
        wanted, patient = await ask(dialog), dialog.patient
        dialog.deleteLater()
        if wanted:
            await self.panel.do(None, lambda: self.counter.give_holder(row.segment_id, row.version, patient))

    async def _take_off(self, row: BoardRow) -> None:
        dialog = TakeOffDialog(row.ticket, self.window())
        wanted, reason = await ask(dialog), dialog.reason()
        dialog.deleteLater()
        if wanted:
            await self.panel.do(None, lambda: self.counter.take_off(row.segment_id, row.version, reason))
