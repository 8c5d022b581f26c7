"""The cards beside the board and in the counter window: who is called, who is next, and what can be taken back."""

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.displays import queries as displays
from hms_desktop.clinic.displays.queries import Sign
from hms_desktop.clinic.queue.queries import AtTheRoom, CounterState, NextInLine, Seat
from hms_desktop.clinic.queue.queries_journeys import Step
from hms_desktop.clinic.queue.rules import State
from hms_desktop.core.errors import HmsError, Unreachable
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.queue.asking import CloseCounterDialog, TransferDialog
from hms_desktop.screens.queue.counter import Counter
from hms_desktop.screens.queue.words import (
    SEAT_TONES,
    STEP_TONES,
    calls_words,
    facts_words,
    next_words,
    patient_words,
    seat_words,
    step_words,
    undo_words,
)
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.buttons import PLAIN, PRIMARY, QUIET, Button, Dot
from hms_desktop.widgets.cards import Card, Figure
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.plain_text import ElidedLabel, Label, name_for_readers
from hms_desktop.widgets.theme import Theme

LOOKS = (0.0, 0.7, 1.5, 3.0, 5.0, 10.0)
"""Seconds between the looks at whether a screen has shown a call; the first finds what is known already."""


class CalledCard(Card):
    """The ticket at this counter, large, with what can be done about it; the first button is the obvious one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        name_for_readers(self, self.tr("Called ticket"))
        self._where = ElidedLabel(role="muted")
        self._ticket = Figure()
        self._patient = ElidedLabel(role="title")
        self._facts = ElidedLabel(role="muted")
        self._sign_dot, self._sign = Dot(), Label(role="muted", wrap=True)
        self.here = Button(self.tr("Patient is here"), keys="Return", kind=PRIMARY, cap_only=True)
        self.finish = Button(self.tr("Finish"), keys="Return", kind=PRIMARY, cap_only=True)
        self.end_here = Button(self.tr("Finish, nothing further"), keys="Ctrl+Return")
        self.recall = Button(self.tr("Recall"), keys="F9")
        self.no_show = Button(self.tr("No-show"), keys="F10")
        self.transfer = Button(self.tr("Transfer"), keys="F11")
        self.put_back = Button(self.tr("Put back"), keys="F12")
        theme = Theme.current()
        self.column.setContentsMargins(*(2 * (theme.space["wide"], theme.space["medium"])))
        self.words = QVBoxLayout()
        self.words.setSpacing(0)
        for part in (self._where, self._ticket, self._patient, self._facts):
            self.words.addWidget(part)
        self.column.addLayout(self.words)
        sign = QHBoxLayout()
        sign.setSpacing(Theme.current().space["small"])
        sign.addWidget(self._sign_dot, 0, Qt.AlignmentFlag.AlignVCenter)
        sign.addWidget(self._sign, 1)
        self.column.addLayout(sign)
        self.column.addWidget(self.here)
        self.column.addWidget(self.finish)
        self.column.addWidget(self.end_here)
        grid = QGridLayout()
        grid.setSpacing(Theme.current().space["small"])
        for place, button in enumerate((self.recall, self.no_show, self.transfer, self.put_back)):
            grid.addWidget(button, place // 2, place % 2)
        self.column.addLayout(grid)

    def show_current(self, current: AtTheRoom | None, room: str, onward: str = "") -> None:
        """Show the ticket, or that nobody is here; `onward` is the service that opens when it is finished."""
        called = current is not None and current.state == State.CALLED
        serving = current is not None and current.state == State.SERVING
        for part in (self._ticket, self._patient, self._facts, self.transfer):
            part.setVisible(current is not None)
        for part in (self.here, self.recall, self.no_show, self.put_back):
            part.setVisible(called)
        self.finish.setVisible(serving)
        self.finish.set_text(self.tr("Finish, on to {service}").format(service=onward) if onward else self.tr("Finish"))
        self.end_here.setVisible(serving and bool(onward))
        self._where.setText(self._where_words(current, room))
        if current is not None:
            self._ticket.setText(current.ticket)
            self._patient.setText(", ".join(part for part in (patient_words(current), age_words(current.age)) if part))
            self._facts.setText(facts_words(current))
        if not called:
            self._say_of_sign("", "neutral")

    def show_sign(self, sign: Sign, at: str) -> None:
        """A screen has shown the call, and spoken it where it says so."""
        words = (
            self.tr("shown and spoken in {display} at {time}")
            if sign.spoken_at
            else self.tr("shown in {display} at {time}")
        )
        self._say_of_sign(words.format(display=sign.display, time=at), "done")

    def show_no_sign(self) -> None:
        """No screen has shown the call yet."""
        self._say_of_sign(self.tr("no screen has shown it yet"), "warning")

    def _say_of_sign(self, words: str, tone: str) -> None:
        self._sign.setText(words)
        self._sign_dot.set_tone(tone)
        self._sign.setVisible(bool(words))
        self._sign_dot.setVisible(bool(words))

    def primary(self) -> Button | None:
        """The button that Enter presses now."""
        return next((button for button in (self.here, self.finish) if not button.isHidden()), None)

    def _where_words(self, current: AtTheRoom | None, room: str) -> str:
        if not room:
            return self.tr("No counter chosen")
        if current is None:
            return self.tr("Nobody is called to {room}").format(room=room)
        if current.state == State.SERVING:
            return self.tr("In service at {room}").format(room=room)
        return self.tr("Called to {room} · {calls}").format(room=room, calls=calls_words(current.calls))


class NextCard(Card):
    """Who would be called now, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        name_for_readers(self, self.tr("Next"))
        self._who = ElidedLabel(role="title")
        self._why = Label(role="muted", wrap=True)
        self.call = Button(self.tr("Call next"), keys="F8")
        theme = Theme.current()
        self.column.setContentsMargins(*(2 * (theme.space["wide"], theme.space["medium"])))
        self.column.setSpacing(theme.space["hair"])
        self.column.addWidget(Label(self.tr("Next"), "small"))
        self.column.addWidget(self._who)
        self.column.addWidget(self._why)
        self.column.addSpacing(theme.space["hair"])
        self.column.addWidget(self.call)

    def show_next(self, upcoming: NextInLine | None, *, free: bool) -> None:
        """Show who is next; where the counter is free, calling is the obvious thing to do."""
        if upcoming is None:
            self._who.setText(self.tr("Nobody waits"))
            self._why.setText(self.tr("New tickets appear here by themselves."))
        else:
            self._who.setText(f"{upcoming.ticket} · {patient_words(upcoming)}")
            self._why.setText(next_words(upcoming))
        self.call.set_kind(PRIMARY if free and upcoming is not None else PLAIN)


class WayCard(Card):
    """The ticket's way through several services, each step with its times."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        name_for_readers(self, self.tr("The ticket's way"))
        theme = Theme.current()
        self.column.setContentsMargins(*(2 * (theme.space["wide"], theme.space["medium"])))
        self.column.setSpacing(theme.space["hair"])
        self.column.addWidget(Label(self.tr("The ticket's way"), "small"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.space["hair"])
        self.column.addLayout(self._lines)
        self._shown: tuple[Step, ...] = ()

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show the steps; nothing where the ticket has but one."""
        self.setVisible(len(steps) > 1)
        if steps == self._shown:
            return
        self._shown = steps
        while (item := self._lines.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.deleteLater()
        for step in steps:
            self._lines.addWidget(self._line_of(step))

    def _line_of(self, step: Step) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Theme.current().space["small"])
        words = ElidedLabel(step_words(step), "muted" if step.state in ("ahead", "passed") else "")
        across.addWidget(Dot(STEP_TONES.get(step.state, "accent")), 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(words, 1)
        return row


class SeatCard(Card):
    """Who sits at the counter, and whether it calls: open, paused or closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        name_for_readers(self, self.tr("Counter"))
        self._dot, self._words = Dot(), ElidedLabel(role="muted")
        self.open = Button(self.tr("Open"), keys="Alt+O", kind=QUIET)
        self.pause = Button(self.tr("Pause"), keys="Alt+P", kind=QUIET)
        self.close_counter = Button(self.tr("Close…"), keys="Alt+C", kind=QUIET)
        theme = Theme.current()
        self.column.setContentsMargins(*(2 * (theme.space["wide"], theme.space["small"])))
        self.column.setSpacing(theme.space["hair"])
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(theme.space["small"])
        above.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignVCenter)
        above.addWidget(self._words, 1)
        below.setSpacing(theme.space["hair"])
        for button in (self.open, self.pause, self.close_counter):
            below.addWidget(button)
        below.addStretch(1)
        self.column.addLayout(above)
        self.column.addLayout(below)

    def show_seat(self, room: bool, seat: Seat | None) -> None:
        """Show how the counter stands; nothing where no room is chosen."""
        self.setVisible(room)
        state = seat.state if seat else ""
        self._words.setText(seat_words(seat))
        self._dot.set_tone(SEAT_TONES.get(state, "neutral"))
        paused = state == "paused"
        self.open.set_text(self.tr("Go on") if paused else self.tr("Open"))
        self.open.setVisible(state != "open" or not (seat and seat.mine))
        self.pause.setVisible(state == "open")
        self.close_counter.setVisible(state != "closed")


class UndoCard(Card):
    """The newest step that can be taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        name_for_readers(self, self.tr("Undo"))
        self._words = ElidedLabel(role="muted")
        self.undo = Button(self.tr("Undo"), keys="Ctrl+Z", kind=QUIET)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        self.column.addLayout(row)
        theme = Theme.current()
        self.column.setContentsMargins(
            theme.space["wide"], theme.space["small"], theme.space["small"], theme.space["small"]
        )

    def show_step(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))


class CounterPanel(QWidget):
    """The cards over one Counter. A refusal is told through `tell`, beside the cards or in the page's bar."""

    acted = Signal()
    """A wish of this panel came true."""

    def __init__(
        self, desk: Desk, counter: Counter, tell: Callable[[HmsError], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counter = counter
        self._tell = tell
        self._working = False
        self._signs = Latest()
        self.called, self.next, self.undo = CalledCard(), NextCard(), UndoCard()
        self.way, self.seat = WayCard(), SeatCard()
        self.progress = Progress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().space["medium"])
        self.called.words.addWidget(self.progress)
        for part in (self.called, self.next, self.undo, self.way, self.seat):
            column.addWidget(part)
        column.addStretch(1)
        for button, wish in (
            (self.called.here, counter.patient_is_here),
            (self.called.finish, counter.finish),
            (self.called.end_here, lambda: counter.finish(0)),
            (self.called.recall, counter.recall),
            (self.called.no_show, counter.no_show),
            (self.called.put_back, self._put_back),
            (self.called.transfer, self._transfer),
            (self.next.call, counter.call_next),
            (self.undo.undo, counter.undo),
            (self.seat.open, counter.open),
            (self.seat.pause, counter.pause),
            (self.seat.close_counter, self._close),
        ):
            button.clicked.connect(lambda _=False, button=button, wish=wish: go(self.do(button, wish)))
        counter.read.connect(self.show_state)
        self.show_state(None)

    async def do(self, button: QWidget | None, wish: Callable[[], Awaitable[object]]) -> None:
        """Do one wish at a time; what is refused is told and changes nothing here."""
        if self._working:
            return
        self._working = True
        try:
            with self.progress.working(button, self.tr("Waiting for the server…"), cancel=False):
                await wish()
        except HmsError as error:
            self._tell(error)
        else:
            self.acted.emit()
        finally:
            self._working = False

    def press_enter(self) -> None:
        """Do the obvious next thing: the patient is here, finished, or the next one is called."""
        button = self.called.primary() or self.next.call
        if button.isEnabled():
            button.click()

    def obvious(self) -> Button:
        """The button of the obvious next thing."""
        return self.called.primary() or self.next.call

    def show_state(self, state: CounterState | None) -> None:
        """Show how the counter stands."""
        held, before = self._holds_focus(), self.obvious()
        current = state.current if state else None
        steps = state.steps if state else ()
        self.called.show_current(current, state.room if state else "", _onward(state))
        self.way.show_steps(steps)
        self.seat.show_seat(state is not None, state.seat if state else None)
        self.next.show_next(state.next if state else None, free=current is None)
        undoable = self._counter.undoable
        self.undo.show_step(undo_words(undoable) if undoable else "")
        if held and (not self._holds_focus() or self.obvious() is not before):
            self.obvious().setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_for_signs(current)

    def close_panel(self) -> None:
        """Ask nothing more."""
        self._signs.drop()

    def _holds_focus(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus() and self.isAncestorOf(focused)

    def _ask_for_signs(self, current: AtTheRoom | None) -> None:
        if current is None or current.state != State.CALLED:
            self._signs.drop()
            return
        self._signs.ask(self._show_signs(current.call_id))

    async def _show_signs(self, call_id: int) -> None:
        """Screens answer within a blink, but nothing knocks for it: look again a few times."""
        for pause in LOOKS:
            await asyncio.sleep(pause)
            try:
                signs = await self._desk.db.read(displays.signs, call_ids=[call_id])
            except Unreachable:
                return
            if signs:
                last = max(signs, key=lambda sign: sign.spoken_at or sign.shown_at)
                self.called.show_sign(last, await self._counter.clock(last.spoken_at or last.shown_at))
                if last.spoken_at:
                    return
            elif pause:
                self.called.show_no_sign()

    async def _put_back(self) -> None:
        current = self._counter.current
        await self._counter.put_back(current.segment_id, current.version)

    async def _transfer(self) -> None:
        current = self._counter.current
        await self.transfer(current.segment_id, current.version, current.ticket, current.service_id)

    async def transfer(self, segment: int, version: int, ticket: str, service: int) -> None:
        """Ask where to, then send the ticket there."""
        dialog = await TransferDialog.made(self._desk, ticket, service, self.window())
        wanted, to_service, reason, back = await ask(dialog), dialog.service(), dialog.reason(), dialog.comes_back()
        dialog.deleteLater()
        if wanted:
            await self._counter.transfer(segment, version, to_service, reason, back)

    async def _close(self) -> None:
        room = self._desk.room
        if room is None:
            return
        dialog = await CloseCounterDialog.made(self._desk, room.name, self.window())
        wanted, to_service = await ask(dialog), dialog.service()
        dialog.deleteLater()
        if not wanted:
            return
        closed = await self._counter.close(to_service)
        words = self.tr("{room} is closed; {moved} tickets went to another service, {released} wait for any counter.")
        self._desk.say(
            words.format(room=closed.room, moved=closed.moved, released=closed.released),
            "done",
            undo=lambda: go(self.do(None, lambda: self._counter.undo_close(closed.closure_id))),
        )


def _onward(state: CounterState | None) -> str:
    """The service that finishing opens, empty where it opens none."""
    if state is None:
        return ""
    if state.current is not None and state.current.returns_to:
        return state.current.returns_to
    return next((step.service for step in state.steps if step.state == "ahead"), "")
