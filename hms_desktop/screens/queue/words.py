"""How the queue speaks: states, reasons and steps in the desk's words, and the tone of each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.clinic.queue.queries import AtTheRoom, BoardRow, NextInLine, Seat, Undoable
from hms_desktop.clinic.queue.queries_journeys import Step
from hms_desktop.clinic.queue.queries_planning import EstimateQuality, OpenDay, Opening, ServiceWait, SittingRow
from hms_desktop.clinic.queue.rules import Mixing, State, Why
from hms_desktop.widgets.moments import day_words

translate = QCoreApplication.translate


@dataclass(frozen=True)
class BoardLine:
    """A row of the board; `upcoming` where it would be called now to this room."""

    row: BoardRow
    upcoming: NextInLine | None = None

    @property
    def next(self) -> bool:
        return self.upcoming is not None


def state_words(line: BoardLine) -> str:
    """The chip: `called 10:41`, `in service`, `next`, a priority class, `waiting`, `no-show`."""
    row = line.row
    if row.state == State.WAITING and line.next:
        return translate("queue", "next")
    if row.state == State.WAITING and not row.ordinary:
        return row.priority.lower()
    return _STATES[row.state](row)


_STATES: dict[str, Callable[[BoardRow], str]] = {
    State.WAITING: lambda row: translate("queue", "waiting"),
    State.CALLED: lambda row: translate("queue", "called {time}").format(time=row.called),
    State.SERVING: lambda row: translate("queue", "in service"),
    State.DONE: lambda row: translate("queue", "done"),
    State.NO_SHOW: lambda row: translate("queue", "no-show"),
    State.TRANSFERRED: lambda row: translate("queue", "transferred"),
    State.CANCELLED: lambda row: translate("queue", "taken off"),
    State.NOT_SERVED: lambda row: translate("queue", "not served"),
    State.UNDONE: lambda row: translate("queue", "undone"),
}

_TONES = {
    State.CALLED: "accent",
    State.SERVING: "info",
    State.DONE: "done",
    State.NO_SHOW: "stop",
}


def state_tone(line: BoardLine) -> str:
    if line.row.state == State.WAITING:
        return "warning" if not line.row.ordinary and not line.next else "neutral"
    return _TONES.get(State(line.row.state), "neutral")


def reason_words(line: BoardLine) -> str:
    """Why the ticket stands where it stands."""
    row = line.row
    if row.state == State.WAITING:
        if line.upcoming is not None:
            return because_words(line.upcoming)
        return _WAITING[Why(row.why)](row) if row.why else ""
    if row.state == State.SERVING:
        return translate("queue", "since {time}").format(time=row.since)
    if row.state == State.CALLED:
        return calls_words(row.calls)
    if row.state == State.NO_SHOW:
        return translate("queue", "called {times} times, {time}").format(times=row.calls, time=row.called)
    return row.reason


def _class_words(row: BoardRow) -> str:
    return row.reason or row.priority


def _returned_words(row: BoardRow) -> str:
    if row.only_room:
        return translate("queue", "back from a test for {room}, arrived {time}").format(
            room=row.only_room, time=row.arrived
        )
    return translate("queue", "back from a test, arrived {time}").format(time=row.arrived)


_WAITING: dict[Why, Callable[[BoardRow], str]] = {
    Why.WAITED_LONG: lambda row: translate("queue", "next because it waited long while priority calls passed"),
    Why.BEFORE_WINDOW: lambda row: translate("queue", "appointment {time}, not yet due").format(time=row.due),
    Why.RETURNED: lambda row: _returned_words(row),
    Why.PUT_BACK: lambda row: translate("queue", "put back, arrived {time}").format(time=row.arrived),
    Why.CLASS: _class_words,
    Why.APPOINTMENT: lambda row: translate("queue", "appointment {time}").format(time=row.due),
    Why.ARRIVAL: lambda row: translate("queue", "arrived {time}").format(time=row.arrived),
}


def calls_words(calls: int) -> str:
    """`first call`, `called 2 times`."""
    if calls <= 1:
        return translate("queue", "first call")
    return translate("queue", "called {times} times").format(times=calls)


def minutes_words(line: BoardLine) -> str:
    """Minutes since arrival; a dash for who is not here."""
    return "–" if line.row.state == State.NO_SHOW else str(line.row.minutes_in_all)


def patient_words(holder: BoardRow | AtTheRoom | NextInLine) -> str:
    """The name; a restricted record shows that it is one, a number from the entrance that nobody was asked yet."""
    if holder.patient_id is None:
        return translate("queue", "not asked yet")
    return holder.patient or translate("queue", "restricted record")


def expected_words(line: BoardLine) -> str:
    """How many minutes more it is expected to wait: `≈ 12`; empty where nothing can be said."""
    expected = line.row.expected
    return "" if expected is None else f"≈ {expected}"


def next_words(upcoming: NextInLine) -> str:
    """One sentence on how long it has waited and why it is next."""
    waited = translate("queue", "waiting {minutes} min").format(minutes=upcoming.minutes)
    return translate("queue", "{waited}; {because}").format(waited=waited, because=because_words(upcoming))


def because_words(upcoming: NextInLine) -> str:
    """`next because it arrived first`; where the room mixes lines by a rule, also why this line comes first."""
    because = _NEXT[Why(upcoming.why)](upcoming)
    if upcoming.mixing == Mixing.TOGETHER or upcoming.why in (Why.WAITED_LONG, Why.BEFORE_WINDOW):
        return because
    line = _MIXING[Mixing(upcoming.mixing)]().format(service=upcoming.service)
    return f"{because}; {line}"


_MIXING: dict[Mixing, Callable[[], str]] = {
    Mixing.ORDER: lambda: translate("queue", "{service} comes first in the order of this counter"),
    Mixing.SHARE: lambda: translate("queue", "it is the turn of {service} by its share"),
    Mixing.LONGEST: lambda: translate("queue", "in {service} somebody has waited longest"),
}


_NEXT: dict[Why, Callable[[NextInLine], str]] = {
    Why.WAITED_LONG: lambda one: translate("queue", "next because it waited long while priority calls passed"),
    Why.BEFORE_WINDOW: lambda one: translate("queue", "next because nobody else waits; the appointment is later"),
    Why.PUT_BACK: lambda one: translate("queue", "next because those before it were called; it was put back"),
    Why.RETURNED: lambda one: translate("queue", "next because it is back from a test and those before it were called"),
    Why.CLASS: lambda one: translate("queue", "next because of its class: {priority}").format(
        priority=", ".join(part for part in (one.priority.lower(), one.reason) if part)
    ),
    Why.APPOINTMENT: lambda one: translate("queue", "next because the appointment is due"),
    Why.ARRIVAL: lambda one: translate("queue", "next because it arrived first"),
}


def undo_words(step: Undoable) -> str:
    """What Undo would take back: `Undo: finished A 087`."""
    return _STEPS[step.verb]().format(ticket=step.ticket)


_STEPS: dict[str, Callable[[], str]] = {
    "call": lambda: translate("queue", "Undo: called {ticket}"),
    "start": lambda: translate("queue", "Undo: {ticket} is here"),
    "no_show": lambda: translate("queue", "Undo: {ticket} no-show"),
    "transfer": lambda: translate("queue", "Undo: transferred {ticket}"),
    "finish": lambda: translate("queue", "Undo: finished {ticket}"),
    "cancel": lambda: translate("queue", "Undo: took off {ticket}"),
}


def facts_words(current: AtTheRoom) -> str:
    """`MRN 0004 1729-K · arrived 10:10`; the parts that are known."""
    parts = []
    if current.mrn:
        parts.append(translate("queue", "MRN {number}").format(number=mrn_display(current.mrn)))
    parts.append(translate("queue", "arrived {time}").format(time=current.arrived))
    return " · ".join(parts)


def seat_words(seat: Seat | None) -> str:
    """Who sits at the counter and since when."""
    if seat is None:
        return translate("queue", "Nobody has opened this counter today")
    return _SEATS[seat.state, seat.mine]().format(person=seat.person, time=seat.since)


_SEATS: dict[tuple[str, bool], Callable[[], str]] = {
    ("open", True): lambda: translate("queue", "Open · you since {time}"),
    ("open", False): lambda: translate("queue", "Open · {person} since {time}"),
    ("paused", True): lambda: translate("queue", "Paused since {time}"),
    ("paused", False): lambda: translate("queue", "Paused since {time} by {person}"),
    ("closed", True): lambda: translate("queue", "Closed at {time}"),
    ("closed", False): lambda: translate("queue", "Closed at {time} by {person}"),
}

SEAT_TONES = {"open": "done", "paused": "warning", "closed": "neutral"}


def step_words(step: Step) -> str:
    """One step of a ticket's way with its times: `Doctor · called 09:20 to Room 3`."""
    words = _WAY[step.state]() if step.state in _WAY else translate("queue", "taken off")
    times = words.format(entered=step.entered, called=step.called, closed=step.closed, room=step.room)
    return f"{step.service} · {times}"


_WAY: dict[str, Callable[[], str]] = {
    "ahead": lambda: translate("queue", "to come"),
    "passed": lambda: translate("queue", "passed over"),
    State.WAITING: lambda: translate("queue", "waiting since {entered}"),
    State.CALLED: lambda: translate("queue", "called {called} to {room}"),
    State.SERVING: lambda: translate("queue", "in service, called {called}"),
    State.DONE: lambda: translate("queue", "done {entered}–{closed}"),
    State.TRANSFERRED: lambda: translate("queue", "sent on {closed}"),
    State.NO_SHOW: lambda: translate("queue", "did not come, {closed}"),
    State.NOT_SERVED: lambda: translate("queue", "not served"),
}

STEP_TONES = {"ahead": "neutral", "passed": "neutral", State.DONE: "done", State.TRANSFERRED: "done"}


def hours_words(opening: Opening | None, wait: ServiceWait | None) -> str:
    """`Gives tickets 08:00–12:00 · 4 wait, about 25 min`; a service that is always open names no hours."""
    parts = []
    if opening is not None and opening.hours == NO_HOURS:
        parts.append(translate("queue", "Gives no tickets today"))
    elif opening is not None and opening.hours != ALL_DAY:
        parts.append(translate("queue", "Gives tickets {hours}").format(hours=opening.hours))
    if opening is not None and opening.note:
        parts.append(opening.note)
    if wait is not None and wait.minutes is not None:
        parts.append(
            translate("queue", "{count} wait, about {minutes} min").format(count=wait.waiting, minutes=wait.minutes)
        )
    return " · ".join(parts)


ALL_DAY, NO_HOURS = "", "–"


def sitting_words(row: SittingRow) -> str:
    """`open since 09:02`, `paused since 10:15`, `calling`."""
    return _SITTINGS[row.state]().format(time=row.since)


_SITTINGS: dict[str, Callable[[], str]] = {
    "open": lambda: translate("queue", "open since {time}"),
    "paused": lambda: translate("queue", "paused since {time}"),
    "calling": lambda: translate("queue", "calling"),
}

SITTING_TONES = {"open": "done", "paused": "warning", "calling": "info"}

TOO_FAR = 5.0  # minutes that the middle error may be off before it is said in words


def quality_words(row: EstimateQuality) -> str:
    """What the errors mean: whether people wait longer or shorter than they are told."""
    if row.median_error > TOO_FAR:
        return translate("queue", "waits are longer")
    if row.median_error < -TOO_FAR:
        return translate("queue", "waits are shorter")
    return translate("queue", "as expected")


def open_days_words(days: tuple[OpenDay, ...]) -> str:
    """`1 Mar 2026 was not closed; tickets still open: 3`, counted over all such days."""
    if not days:
        return ""
    return translate("queue", "{day} was not closed; tickets still open: {count}").format(
        day=day_words(days[-1].day), count=sum(one.open for one in days)
    )
