"""How the queue speaks: states, reasons and steps in the desk's words, and the tone of each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.clinic.queue.queries import AtTheRoom, BoardRow, NextInLine, Undoable
from hms_desktop.clinic.queue.rules import State, Why

translate = QCoreApplication.translate


@dataclass(frozen=True)
class BoardLine:
    """A row of the board, and whether it would be called now to this room."""

    row: BoardRow
    next: bool = False


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


_WAITING: dict[Why, Callable[[BoardRow], str]] = {
    Why.WAITED_LONG: lambda row: translate("queue", "next because it waited long while priority calls passed"),
    Why.BEFORE_WINDOW: lambda row: translate("queue", "appointment {time}, not yet due").format(time=row.due),
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


def patient_words(patient: str) -> str:
    """The name; a restricted record shows that it is one."""
    return patient or translate("queue", "restricted record")


def next_words(upcoming: NextInLine) -> str:
    """One sentence on why this ticket is next."""
    waited = translate("queue", "waiting {minutes} min").format(minutes=upcoming.minutes)
    return f"{waited}; {_NEXT[Why(upcoming.why)](upcoming)}"


_NEXT: dict[Why, Callable[[NextInLine], str]] = {
    Why.WAITED_LONG: lambda one: translate("queue", "next because it waited long while priority calls passed"),
    Why.BEFORE_WINDOW: lambda one: translate("queue", "next because nobody else waits; the appointment is later"),
    Why.PUT_BACK: lambda one: translate("queue", "next because those before it were called; it was put back"),
    Why.CLASS: lambda one: translate("queue", "next because of its class: {priority}").format(
        priority=one.priority.lower()
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
