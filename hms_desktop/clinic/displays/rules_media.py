"""What can be said about films and playlists without a database: names, what each screen's computer can play, when."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

PART_BYTES = 512 * 1024
"""A film lies in the database in parts of so many bytes, the last one shorter; guards_media.sql says the same."""

_UNSEEN = r"\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069"
FILM_NAME = rf"^[^./:\\{_UNSEEN}][^/:\\{_UNSEEN}]{{0,114}}\.(mp4|m4v|mov|mkv|webm)$"
"""A plain file name: no folder, no drive, no URL, no hidden file, nothing that cannot be seen."""
_NAME = re.compile(FILM_NAME)

PLACES = ("database", "share")
"""Where a film's bytes lie: in the database's media table, or in a folder share that the screens can read."""


def is_film_name(name: str) -> bool:
    """Whether `name` can be a film in a media folder: a plain name, from which no path leads out of the folder."""
    return _NAME.fullmatch(name) is not None


# --- when a playlist plays


@dataclass(frozen=True)
class Times:
    """When a playlist plays, on the hospital's wall clock.

    The same time twice means all day; an end before the start passes midnight and belongs to the day it began. The
    days are whole days, None where they are open.
    """

    starts_at: dt.time = dt.time()
    ends_at: dt.time = dt.time()
    first_day: dt.date | None = None
    last_day: dt.date | None = None

    def cover(self, at: dt.datetime) -> bool:
        """Whether the playlist plays at that moment of the wall clock."""
        day, now = at.date(), at.time()
        if self.starts_at < self.ends_at:
            return self.starts_at <= now < self.ends_at and self._on(day)
        if self.starts_at > self.ends_at and now < self.ends_at:
            return self._on(day - dt.timedelta(days=1))
        return (self.starts_at == self.ends_at or now >= self.starts_at) and self._on(day)

    @property
    def length(self) -> tuple[int, int]:
        """Days and seconds of a day, for comparing; open days count as endless."""
        days = (self.last_day - self.first_day).days if self.first_day and self.last_day else 10**6
        seconds = (_seconds(self.ends_at) - _seconds(self.starts_at)) % 86_400
        return days, seconds or 86_400

    def _on(self, day: dt.date) -> bool:
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or day <= self.last_day)


class Timed(Protocol):
    """Anything that plays at certain times."""

    @property
    def times(self) -> Times: ...


T = TypeVar("T", bound=Timed)


def in_effect(playlists: Iterable[T], at: dt.datetime) -> T | None:
    """The playlist that plays at that moment of the wall clock: of several the shortest one, then the first given.

    So a list for one week goes before the list of every day, and one for the noon hour before one for the whole day.
    """
    return min((one for one in playlists if one.times.cover(at)), key=lambda one: one.times.length, default=None)


def _seconds(time: dt.time) -> int:
    return time.hour * 3600 + time.minute * 60 + time.second
