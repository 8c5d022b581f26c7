"""Today in figures, as the page of that name shows them: one question, one answer."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session


@dataclass(frozen=True)
class HourFigures:
    """One hour of the wall clock: who arrived, who was served, and the waits of who joined a line in it, in seconds.

    `median` and `longest` are None while nobody of that hour has been called.
    """

    hour: int
    arrived: int
    served: int
    median: float | None
    longest: float | None


@dataclass(frozen=True)
class ServiceFigures:
    """One service that had a ticket today; waits in seconds, None where nobody waits, or waited."""

    service: str
    waiting: int
    at_rooms: int
    served: int
    no_shows: int
    longest: float | None
    median: float | None


@dataclass(frozen=True)
class Today:
    """The business day until now. `longest` is how long the one who waits longest has waited, `median` what those who
    were called had waited, both in seconds and None where there is nobody. `active` held a ticket in the last 30 days,
    `new` were registered in them.
    """

    business_date: dt.date
    at: str
    arrived: int
    waiting: int
    at_rooms: int
    longest: float | None
    median: float | None
    served: int
    no_shows: int
    patients: int
    active: int
    new: int
    hours: tuple[HourFigures, ...]
    services: tuple[ServiceFigures, ...]


def today(session: Session) -> Today:
    """The figures of this moment."""
    found: dict[str, Any] = session.execute(sa.text("SELECT hms.today_at_a_glance()")).scalar_one()
    hours = tuple(
        HourFigures(one["hour"], one["arrived"], one["served"], one["median"], one["longest"])
        for one in found.pop("hours")
    )
    services = tuple(ServiceFigures(**one) for one in found.pop("services"))
    day = dt.date.fromisoformat(found.pop("business_date"))
    return Today(business_date=day, hours=hours, services=services, **found)
