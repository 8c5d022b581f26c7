"""The rules of booking, without a session or a clock: slots, places, the walk of an appointment, recurring visits."""

import datetime as dt
import itertools
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil import rrule

from hms_desktop.core.errors import Refused

MOST_VISITS = 60
MOST_SLOTS = 16
"""Slots in a row of one appointment, as the table has it."""
REASON_LENGTH = 200
NAME_LENGTH = 120


class State(StrEnum):
    """Where an appointment stands (RULES 21); `held` is offered to somebody of the waiting list."""

    HELD = "held"
    BOOKED = "booked"
    ARRIVED = "arrived"
    IN_SERVICE = "in_service"
    DONE = "done"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


LIVE = (State.HELD, State.BOOKED, State.ARRIVED, State.IN_SERVICE)
"""A patient holds no two of these at overlapping times."""

TRANSITIONS: frozenset[tuple[State, State]] = frozenset(
    {
        (State.HELD, State.BOOKED),
        (State.HELD, State.CANCELLED),
        (State.BOOKED, State.ARRIVED),
        (State.BOOKED, State.CANCELLED),
        (State.BOOKED, State.NO_SHOW),
        (State.ARRIVED, State.IN_SERVICE),
        (State.ARRIVED, State.DONE),
        (State.ARRIVED, State.BOOKED),
        (State.ARRIVED, State.NO_SHOW),
        (State.ARRIVED, State.CANCELLED),
        (State.IN_SERVICE, State.DONE),
        (State.IN_SERVICE, State.ARRIVED),
        (State.DONE, State.IN_SERVICE),
        (State.DONE, State.ARRIVED),
        (State.NO_SHOW, State.BOOKED),
        (State.NO_SHOW, State.ARRIVED),
        (State.CANCELLED, State.BOOKED),
    }
)
"""The allowed steps; guards.sql holds the same list and a test compares them."""


def booking_number(code: uuid.UUID) -> str:
    """The eight digits of a slip's code that can be typed, in two groups: `4821 7703`.

    The table's column `number` holds the same.
    """
    digits = f"{int(code.hex[:8], 16) % 100_000_000:08}"
    return f"{digits[:4]} {digits[4:]}"


CANCEL_REASONS: dict[str, str] = {
    "patient": "The patient asked",
    "doctor_away": "The doctor is away",
    "hospital": "The hospital had to",
    "mistake": "Booked by mistake",
    "other": "Another reason",
}
"""Why a person cancels, by key."""

OWN_CANCEL_REASONS: dict[str, str] = {
    "offer_declined": "The offered time was declined",
    "offer_lapsed": "The offer was not answered in time",
    "not_served": "Not served before the day ended",
}
"""Why the database itself ends an appointment, by key."""

WEEKDAYS: dict[int, str] = {
    1: "Monday",
    2: "Tuesday",
    3: "Wednesday",
    4: "Thursday",
    5: "Friday",
    6: "Saturday",
    7: "Sunday",
}
"""By their ISO 8601 number."""

EXCEPTION_KINDS: dict[str, str] = {"closed": "Closed", "extra": "Extra session", "changed": "Changed hours"}
"""What is different on one date, by key."""

REMINDER_MODES: dict[str, str] = {
    "off": "No reminders",
    "consent": "To patients who agreed",
    "opt_out": "To all who did not refuse",
}
"""To whom reminders are written, by key."""


@dataclass(frozen=True)
class Recurrence:
    """Visits every `interval` days, weeks (on `weekdays`, ISO numbers) or months, `count` times or `until` a date."""

    every: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    count: int | None = None
    until: dt.date | None = None


_FREQUENCIES: dict[str, int] = {"day": rrule.DAILY, "week": rrule.WEEKLY, "month": rrule.MONTHLY}


def visits(first: dt.date, rule: Recurrence) -> tuple[dt.date, ...]:
    """The dates of a course of visits that begins on `first`, by the recurrence rules of RFC 5545.

    A monthly visit on a day that a month does not have is left out there. Raises Refused for a rule without an end,
    without a date, or with more than MOST_VISITS.
    """
    if rule.count is None and rule.until is None:
        raise Refused("appointments.endless", "Say how many visits there are, or until when they go on.")
    if rule.interval < 1 or rule.every not in _FREQUENCIES:
        raise Refused("appointments.recurrence", "Choose every how many days, weeks or months the visit repeats.")
    found = rrule.rrule(
        _FREQUENCIES[rule.every],
        dtstart=dt.datetime.combine(first, dt.time()),
        interval=rule.interval,
        byweekday=[day - 1 for day in rule.weekdays] or None,
        until=dt.datetime.combine(rule.until, dt.time()) if rule.until else None,
    )
    most = MOST_VISITS + 1 if rule.count is None else min(rule.count, MOST_VISITS + 1)
    dates = tuple(moment.date() for moment in itertools.islice(found, most))
    if not dates:
        raise Refused("appointments.no_visits", "No date fits this repetition; check its end.")
    if len(dates) > MOST_VISITS:
        raise Refused(
            "appointments.too_many_visits",
            f"A course has at most {MOST_VISITS} visits; book the rest later.",
            {"most": MOST_VISITS},
        )
    return dates


def moment_of(date: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    """When the clock on the wall shows `time` on that date, in UTC, as PostgreSQL reckons it.

    An hour that the clock leaps over in spring is taken as if it had not leapt yet; of an hour that comes twice in
    autumn it is the second one.
    """
    wall = dt.datetime.combine(date, time)
    early, late = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    comes_twice = early.astimezone(dt.UTC) < late.astimezone(dt.UTC)
    return (late if comes_twice else early).astimezone(dt.UTC)


def slots(starts_at: dt.datetime, ends_at: dt.datetime, minutes: int) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
    """The steps of `minutes` that fit between the two moments; what is left at the end is no slot."""
    step = dt.timedelta(minutes=minutes)
    many = (ends_at - starts_at) // step
    return tuple((starts_at + n * step, starts_at + (n + 1) * step) for n in range(many))


def places_left(
    starts_at: dt.datetime, ends_at: dt.datetime, capacity: int, taken: Iterable[tuple[dt.datetime, dt.datetime, int]]
) -> int:
    """How many of the seats 1 to `capacity` stay free; `taken` are from, until and seat of the others."""
    gone = {seat for since, until, seat in taken if since < ends_at and until > starts_at}
    return sum(seat not in gone for seat in range(1, capacity + 1))


@dataclass(frozen=True)
class Step:
    """One segment of the visit's ticket: the queue's state, whether it is at the clinic's own service, and served."""

    state: str
    own: bool
    serving: bool = False

    @property
    def served(self) -> bool:
        return self.state == "done" or (self.serving and self.state in ("transferred", "not_served"))


def state_of_visit(steps: Sequence[Step]) -> State | None:
    """Where the queue has brought an appointment; `steps` in the order of the ticket's way, None where it says nothing.

    Who comes back after a test is in service again, who was served anywhere and waits nowhere is done, and who was
    closed with the day without having been served is cancelled.
    """
    way = [step for step in steps if step.state != "undone"]
    if not way:
        return None
    if open_ := [step for step in way if step.state in ("waiting", "called", "serving")]:
        served = any(step.own and step.served for step in way)
        if any(step.own and step.state == "serving" for step in open_):
            return State.IN_SERVICE
        if served:
            return State.IN_SERVICE if any(step.own for step in open_) else State.DONE
        return State.ARRIVED
    if any(step.served for step in way):
        return State.DONE
    return _ENDS.get(way[-1].state)


_ENDS: dict[str, State] = {"no_show": State.NO_SHOW, "cancelled": State.BOOKED, "not_served": State.CANCELLED}


def code_as_typed(typed: str) -> uuid.UUID | None:
    """The code of a slip as it was scanned or typed; None where it is none."""
    try:
        return uuid.UUID(typed.strip())
    except ValueError:
        return None
