"""Pure rules of the reports: what is known by which name, and which days a period means."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

REPORTS = (
    "queue",
    "registrations",
    "appointments",
    "dispensing",
    "stock_value",
    "expiry",
    "controlled",
    "activity",
)
FORMATS = ("pdf", "xlsx", "csv")
EVERY = ("day", "week", "month")
"""How often an ordered report comes."""
LONGEST_SPAN = 3660  # days; ten years and a little


@dataclass(frozen=True)
class Span:
    """The days of a report, both of them with it."""

    first: dt.date
    last: dt.date


def _month(day: dt.date) -> Span:
    first = day.replace(day=1)
    return Span(first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1))


def _week(day: dt.date) -> Span:
    monday = day - dt.timedelta(days=day.weekday())
    return Span(monday, monday + dt.timedelta(days=6))


def _before(first: dt.date) -> dt.date:
    return first - dt.timedelta(days=1)


def _ago(day: dt.date, days: int) -> dt.date:
    return day - dt.timedelta(days=days)


PERIODS: Mapping[str, Callable[[dt.date], Span]] = {
    "today": lambda day: Span(day, day),
    "yesterday": lambda day: Span(_ago(day, 1), _ago(day, 1)),
    "this_week": lambda day: Span(_week(day).first, day),
    "last_week": lambda day: _week(_ago(day, 7)),
    "this_month": lambda day: Span(_month(day).first, day),
    "last_month": lambda day: _month(_before(_month(day).first)),
    "last_30_days": lambda day: Span(_ago(day, 29), day),
    "last_12_months": lambda day: Span(_ago(day, 364), day),
    "next_90_days": lambda day: Span(day, _ago(day, -90)),
    "this_year": lambda day: Span(day.replace(month=1, day=1), day),
    "last_year": lambda day: Span(dt.date(day.year - 1, 1, 1), dt.date(day.year - 1, 12, 31)),
}
"""A period in a word, and the days it means when it is asked on a day. A week begins on Monday (ISO 8601)."""


def span(period: str, today: dt.date) -> Span:
    """The days that `period` means when today is `today`. KeyError for a word that is no period."""
    return PERIODS[period](today)
