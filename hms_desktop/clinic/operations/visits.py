"""How a visit goes, drawn from a seed before it begins: who is prompt, who is late, who never comes, who goes on."""

import datetime as dt
import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from hms_desktop.clinic.operations.arrivals import Arrival

OLD_AGE = 65  # years from which the simulated front desk gives the priority class


class Mood(Enum):
    """What happens when the ticket is called."""

    COMES = "comes"
    SECOND_CALL = "comes at the second call"
    PUT_BACK = "asks for a moment"
    WRONG_KEY = "was called by mistake"
    GONE = "has left"
    LATE = "comes just after it was marked as no-show"


@dataclass
class Visit:
    """One patient's way through the house; moods and services are used up one by one."""

    rng: random.Random
    priority: str = "ordinary"
    reason: str = ""
    due: dt.datetime | None = None
    returns: bool = False
    pace: float = 1.0
    moods: deque[Mood] = field(default_factory=deque)
    onward: deque[int] = field(default_factory=deque)

    def next_mood(self) -> Mood:
        return self.moods.popleft() if self.moods else Mood.COMES

    def seconds_to_the_room(self) -> float:
        return self.rng.uniform(10, 40)

    def seconds_of_service(self) -> float:
        """Log-normal, about 5 minutes at the median and seldom over 20, as at real desks; times `pace`."""
        return max(30.0, min(1800.0, self.rng.lognormvariate(5.7, 0.55)) * self.pace)


_AT_FIRST = {Mood.COMES: 80, Mood.SECOND_CALL: 10, Mood.PUT_BACK: 4, Mood.WRONG_KEY: 4, Mood.LATE: 2}
_RETURNS = 0.25  # of those who left
_GOES_ON = 0.12
_URGENT = 0.01


def visit(arrival: Arrival, seed: int, services: Sequence[int], own_service: int, pace: float) -> Visit:
    """The visit of this arrival; the same seed gives the same visit. `pace` below 1 makes the serving shorter."""
    rng = random.Random(f"{seed}:{arrival.line}:{arrival.patient_ref}")  # noqa: S311 - a simulation, not a secret
    drawn = Visit(rng, pace=pace)
    if rng.random() < _URGENT:
        drawn.priority, drawn.reason = "urgent", "in pain (simulated)"
    elif arrival.age is not None and arrival.age >= OLD_AGE:
        drawn.priority, drawn.reason = "priority", f"{OLD_AGE} years or older"
    if arrival.had_appointment:
        drawn.due = _due(arrival.arrived_at, rng)
    if arrival.leaves:
        drawn.moods.append(Mood.GONE)
        drawn.returns = rng.random() < _RETURNS
    else:
        drawn.moods.append(rng.choices(tuple(_AT_FIRST), tuple(_AT_FIRST.values()))[0])
    others = [service for service in services if service != own_service]
    if others and rng.random() < _GOES_ON:
        drawn.onward.append(rng.choice(others))
    return drawn


def _due(arrived_at: dt.datetime, rng: random.Random) -> dt.datetime:
    """An appointment near the arrival, on the full five minutes and on the same day (UTC)."""
    wished = arrived_at + dt.timedelta(minutes=rng.uniform(-15, 40))
    due = wished - dt.timedelta(minutes=wished.minute % 5, seconds=wished.second, microseconds=wished.microsecond)
    return due if due.date() == arrived_at.date() else arrived_at
