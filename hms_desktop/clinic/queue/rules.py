"""The waiting order, who is promoted, and which state may follow which: pure, and mirrored by the guards."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum


class State(StrEnum):
    """Where a segment stands; the first three are open."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    DONE = "done"
    NO_SHOW = "no_show"
    TRANSFERRED = "transferred"
    CANCELLED = "cancelled"
    NOT_SERVED = "not_served"
    UNDONE = "undone"


OPEN = (State.WAITING, State.CALLED, State.SERVING)
AT_THE_ROOM = (State.CALLED, State.SERVING)

# What guards.sql allows, verb by verb; the database's own table of it is compared with this one by a test.
TRANSITIONS: frozenset[tuple[State, State]] = frozenset(
    {
        (State.WAITING, State.CALLED),
        (State.WAITING, State.TRANSFERRED),
        (State.WAITING, State.CANCELLED),
        (State.WAITING, State.NOT_SERVED),
        (State.WAITING, State.UNDONE),
        (State.CALLED, State.SERVING),
        (State.CALLED, State.DONE),
        (State.CALLED, State.NO_SHOW),
        (State.CALLED, State.WAITING),
        (State.CALLED, State.TRANSFERRED),
        (State.CALLED, State.CANCELLED),
        (State.CALLED, State.NOT_SERVED),
        (State.SERVING, State.DONE),
        (State.SERVING, State.CALLED),
        (State.SERVING, State.TRANSFERRED),
        (State.SERVING, State.NOT_SERVED),
        (State.DONE, State.CALLED),
        (State.DONE, State.SERVING),
        (State.NO_SHOW, State.CALLED),
        (State.NO_SHOW, State.WAITING),
        (State.TRANSFERRED, State.WAITING),
        (State.TRANSFERRED, State.CALLED),
        (State.TRANSFERRED, State.SERVING),
        (State.CANCELLED, State.WAITING),
        (State.CANCELLED, State.CALLED),
    }
)

UNDOABLE = frozenset({"call", "start", "no_show", "transfer", "finish", "cancel"})


class Turn(IntEnum):
    """The first key of the waiting order."""

    WAITED_LONG = 0
    NORMAL = 1
    BEFORE_WINDOW = 2


class Why(StrEnum):
    """Why a ticket stands where it stands, as the screens say it."""

    WAITED_LONG = "waited_long"
    BEFORE_WINDOW = "before_window"
    PUT_BACK = "put_back"
    CLASS = "class"
    APPOINTMENT = "appointment"
    ARRIVAL = "arrival"


@dataclass(frozen=True)
class ServiceRules:
    """One service's numbers; every default may be set by the hospital."""

    appointment_window: dt.timedelta = dt.timedelta(minutes=15)
    ageing_after: dt.timedelta = dt.timedelta(minutes=20)
    priority_run: int = 3
    put_back_behind: int = 3
    recall_gap: dt.timedelta = dt.timedelta(seconds=20)
    most_recalls: int = 3
    no_show_calls: int = 2
    no_show_after: dt.timedelta = dt.timedelta(minutes=3)


@dataclass(frozen=True)
class Waiting:
    """A waiting segment as the order sees it: own class, class it waits in, and its place within that."""

    id: int
    class_rank: int
    rank: int
    place: dt.datetime
    arrived_at: dt.datetime
    due_at: dt.datetime | None = None
    put_back_at: dt.datetime | None = None

    @property
    def waits_since(self) -> dt.datetime:
        """What ageing is counted from: arrival, or the put-back of one that was called already."""
        return self.arrived_at if self.put_back_at is None else self.put_back_at


def label(prefix: str, number: int) -> str:
    """The ticket as printed and spoken: `A 088`."""
    return f"{prefix} {number:03d}"


def label_as_typed(typed: str) -> str | None:
    """The label that somebody typed as `a88`, `A 088` or `A-88`; None where it is none."""
    match = re.fullmatch(r"\s*([A-Za-z]{1,3})[\s-]*0*([1-9][0-9]{0,6})\s*", typed, re.ASCII)
    return label(match[1].upper(), int(match[2])) if match else None


def place(arrived_at: dt.datetime, due_at: dt.datetime | None) -> dt.datetime:
    """Due time where there is an appointment, else arrival (RULES 5)."""
    return arrived_at if due_at is None else due_at


def before_window(waiting: Waiting, now: dt.datetime, rules: ServiceRules) -> bool:
    """Whether an appointment's window is still to open: it passes nobody, whatever its class (RULES 5)."""
    return waiting.due_at is not None and waiting.due_at > now + rules.appointment_window


def promoted(
    line: Iterable[Waiting],
    last_calls_were_ordinary: Sequence[bool],
    now: dt.datetime,
    rules: ServiceRules,
    ordinary_rank: int = 2,
) -> int | None:
    """The ordinary ticket that goes next because priority ones were called too often in a row (RULES 6).

    `last_calls_were_ordinary` holds the service's standing calls of the day, newest first.
    """
    recent = last_calls_were_ordinary[: rules.priority_run]
    if len(recent) < rules.priority_run or any(recent):
        return None
    aged = (
        w
        for w in line
        if w.class_rank == w.rank == ordinary_rank
        and w.waits_since < now - rules.ageing_after
        and not before_window(w, now, rules)
    )
    first = min(aged, key=lambda w: (w.place, w.id), default=None)
    return None if first is None else first.id


def turn(waiting: Waiting, promoted_id: int | None, now: dt.datetime, rules: ServiceRules) -> Turn:
    """The first key of the order."""
    if waiting.id == promoted_id:
        return Turn.WAITED_LONG
    return Turn.BEFORE_WINDOW if before_window(waiting, now, rules) else Turn.NORMAL


def why(waiting: Waiting, its_turn: Turn, ordinary_rank: int = 2) -> Why:
    """The reason of its place that the screen shows."""
    if its_turn is Turn.WAITED_LONG:
        return Why.WAITED_LONG
    if its_turn is Turn.BEFORE_WINDOW:
        return Why.BEFORE_WINDOW
    if waiting.put_back_at is not None:
        return Why.PUT_BACK
    if waiting.rank != ordinary_rank:
        return Why.CLASS
    return Why.ARRIVAL if waiting.due_at is None else Why.APPOINTMENT


def in_order(
    line: Iterable[Waiting],
    last_calls_were_ordinary: Sequence[bool],
    now: dt.datetime,
    rules: ServiceRules,
) -> list[Waiting]:
    """One service's waiting tickets, the next to be called first (RULES 5 and 6)."""
    waiting = list(line)
    first = promoted(waiting, last_calls_were_ordinary, now, rules)
    return sorted(waiting, key=lambda w: (turn(w, first, now, rules), w.rank, w.place, w.id))


def put_back(segment: Waiting, line: Sequence[Waiting], now: dt.datetime, rules: ServiceRules) -> Waiting:
    """`segment` behind the next three of `line` (in order), keeping its arrival time (RULES 8).

    Appointments before their window do not count among the three. A place further back than theirs is kept:
    to have missed a call never brings anyone forward.
    """
    ahead = [w for w in line if not before_window(w, now, rules)][: rules.put_back_behind]
    last = max(ahead, key=lambda w: (w.rank, w.place, w.id), default=None)
    own_place = place(segment.arrived_at, segment.due_at)
    own = replace(segment, rank=segment.class_rank, place=own_place, put_back_at=now)
    if last is None or (own.rank, own.place) > (last.rank, last.place):
        return own
    return replace(own, rank=last.rank, place=last.place + dt.timedelta(microseconds=1))
