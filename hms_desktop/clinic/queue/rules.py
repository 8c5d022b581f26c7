"""The waiting order, who is promoted, and which state may follow which: pure, and mirrored by the guards."""

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterable, Sequence
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


class ReasonRule(StrEnum):
    """Whether a class asks for a reason, and whether it must be one of its list."""

    MAY = "may"
    MUST = "must"
    LISTED = "listed"


class Mixing(StrEnum):
    """How a room takes from the lines of several services."""

    TOGETHER = "together"
    ORDER = "order"
    SHARE = "share"
    LONGEST = "longest"


class Turn(IntEnum):
    """The first key of the waiting order."""

    WAITED_LONG = 0
    NORMAL = 1
    BEFORE_WINDOW = 2


class Why(StrEnum):
    """Why a ticket stands where it stands, as the screens say it."""

    WAITED_LONG = "waited_long"
    BEFORE_WINDOW = "before_window"
    RETURNED = "returned"
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
    last_ticket_before: dt.timedelta = dt.timedelta(0)
    return_behind: int = 1
    returns_to_room: bool = True
    shows_estimate: bool = False
    self_service: bool = False


@dataclass(frozen=True)
class Waiting:
    """A waiting segment as the order sees it: own class, class it waits in, and its place within that.

    `only_room` is the room that alone may call it, `returned` says that it came back from a test and was not put
    back since.
    """

    id: int
    class_rank: int
    rank: int
    place: dt.datetime
    arrived_at: dt.datetime
    due_at: dt.datetime | None = None
    put_back_at: dt.datetime | None = None
    only_room: int | None = None
    returned: bool = False

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
) -> frozenset[int]:
    """The ordinary tickets that go next because priority ones were called too often in a row (RULES 6).

    `last_calls_were_ordinary` holds the service's standing calls of the day, newest first. It is the first one of
    those that any room may call, and of those that wait for one room each that waited long.
    """
    recent = last_calls_were_ordinary[: rules.priority_run]
    if len(recent) < rules.priority_run or any(recent):
        return frozenset()
    aged = [
        w
        for w in line
        if w.class_rank == w.rank == ordinary_rank
        and w.waits_since < now - rules.ageing_after
        and not before_window(w, now, rules)
    ]
    first = min((w for w in aged if w.only_room is None), key=lambda w: (w.place, w.id), default=None)
    return frozenset(w.id for w in aged if w is first or w.only_room is not None)


def turn(waiting: Waiting, promoted_ids: frozenset[int], now: dt.datetime, rules: ServiceRules) -> Turn:
    """The first key of the order."""
    if waiting.id in promoted_ids:
        return Turn.WAITED_LONG
    return Turn.BEFORE_WINDOW if before_window(waiting, now, rules) else Turn.NORMAL


def why(waiting: Waiting, its_turn: Turn, ordinary_rank: int = 2) -> Why:
    """The reason of its place that the screen shows."""
    if its_turn is Turn.WAITED_LONG:
        return Why.WAITED_LONG
    if its_turn is Turn.BEFORE_WINDOW:
        return Why.BEFORE_WINDOW
    if waiting.put_back_at is not None:
        return Why.RETURNED if waiting.returned else Why.PUT_BACK
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


def put_back(
    segment: Waiting, line: Sequence[Waiting], now: dt.datetime, rules: ServiceRules, behind: int | None = None
) -> Waiting:
    """`segment` behind the next `behind` of `line` (in order; three by default), keeping its arrival time (RULES 8).

    Appointments before their window do not count among them. A place further back than theirs is kept: to have
    missed a call never brings anyone forward. Who comes back from a test joins in the same way, behind the next
    `rules.return_behind`.
    """
    some = rules.put_back_behind if behind is None else behind
    ahead = [w for w in line if not before_window(w, now, rules)][:some]
    last = max(ahead, key=lambda w: (w.rank, w.place, w.id), default=None)
    own_place = place(segment.arrived_at, segment.due_at)
    own = replace(segment, rank=segment.class_rank, place=own_place, put_back_at=now)
    if last is None or (own.rank, own.place) > (last.rank, last.place):
        return own
    return replace(own, rank=last.rank, place=last.place + dt.timedelta(microseconds=1))


@dataclass(frozen=True)
class ServiceTurn:
    """A service as a room that mixes several sees it.

    `oldest` is since when the longest waiting of its line waits there, None where nobody of it can be called now.
    """

    service: int
    position: int
    oldest: dt.datetime | None
    weight: int = 1
    ageing_after: dt.timedelta = ServiceRules.ageing_after


def mixed(
    mixing: Mixing, services: Sequence[ServiceTurn], room_calls: Sequence[int], now: dt.datetime, pass_limit: int = 3
) -> list[int]:
    """The services in the order in which a room takes from their lines; `room_calls` are its own, newest first.

    `order`: by position, but after `pass_limit` calls for other services one where somebody has waited long goes
    first. `share`: who has had least of the last calls for its weight, over one round of all weights. `longest`:
    where somebody has waited longest. Whoever waited long while priority tickets were called (RULES 6) goes before
    all of it, in every room.
    """
    last_for_others = {
        turn.service: len(room_calls) >= pass_limit and turn.service not in room_calls[:pass_limit] for turn in services
    }
    window = room_calls[: sum(turn.weight for turn in services) - 1]
    far = dt.datetime.max.replace(tzinfo=dt.UTC)
    keys: dict[Mixing, Callable[[ServiceTurn], float]] = {
        Mixing.TOGETHER: lambda _turn: 0,
        Mixing.ORDER: lambda turn: (
            -(turn.oldest is not None and turn.oldest < now - turn.ageing_after and last_for_others[turn.service])
        ),
        Mixing.SHARE: lambda turn: window.count(turn.service) / turn.weight,
        Mixing.LONGEST: lambda turn: (turn.oldest or far).timestamp(),
    }
    return [turn.service for turn in sorted(services, key=lambda t: (keys[mixing](t), t.position, t.service))]


@dataclass(frozen=True)
class Span:
    """Opening hours of one day, on the wall clock; one that closes at or before it opens closes on the next day."""

    opens: dt.time
    closes: dt.time


def hours_as_typed(typed: str) -> tuple[Span, ...] | None:
    """`8-12, 13:30-16` as spans in their order; empty where it is empty, None where it cannot be read or overlaps."""
    spans = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", typed))):
        match = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?", part, re.ASCII)
        if match is None:
            return None
        hour, minute, until, past = (int(group or 0) for group in match.groups())
        if (until, past) == (24, 0):
            until = 0
        if max(hour, until) > 23 or max(minute, past) > 59:
            return None
        spans.append(Span(dt.time(hour, minute), dt.time(until, past)))
    spans.sort(key=lambda span: span.opens)
    overlap = any(_ends(one) > _minutes(other.opens) for one, other in itertools.pairwise(spans))
    around = bool(spans) and _ends(spans[-1]) - 24 * 60 > _minutes(spans[0].opens)
    return None if overlap or around else tuple(spans)


def hours_words(spans: Iterable[Span]) -> str:
    """`08:00–12:00, 13:30–16:00`, which `hours_as_typed` reads."""
    return ", ".join(f"{span.opens:%H:%M}–{span.closes:%H:%M}" for span in spans)


def _minutes(at: dt.time) -> int:
    return at.hour * 60 + at.minute


def _ends(span: Span) -> int:
    """Minutes after midnight of the day it opens, on the next day past 24 hours."""
    return _minutes(span.closes) + (24 * 60 if span.closes <= span.opens else 0)


@dataclass(frozen=True)
class Forecast:
    """How fast a line moves: the seconds of one call at a counter, their spread, and how many counters take from it."""

    pace_seconds: float
    spread_seconds: float
    counters: float


EIGHT_OF_TEN = 1.2816  # standard deviations either side that hold 80 % of a normal distribution


def expected_wait(ahead: int, forecast: Forecast) -> tuple[int, int, int]:
    """Seconds until a ticket with `ahead` before it is called: expected, and the range for eight of ten.

    Those ahead are shared among the counters, and whoever is served now is on average half done. The spread of a sum
    of calls grows with the root of their number; two minutes either side are allowed always.
    """
    calls = ahead + 0.5
    seconds = calls * forecast.pace_seconds / forecast.counters
    either_side = EIGHT_OF_TEN * forecast.spread_seconds * calls**0.5 / forecast.counters + 120
    return round(seconds), max(0, round(seconds - either_side)), round(seconds + either_side)
