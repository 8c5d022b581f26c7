"""What can be said about waiting-room screens without a database: which call is stale, and how a login is named."""

import re
import secrets
from dataclasses import dataclass
from datetime import time, timedelta

STALE_AFTER = timedelta(seconds=90)
"""A call older than this is shown and no longer spoken (RULES 12)."""

DEAD_AFTER = timedelta(seconds=10)
"""A screen that gave no sign for so long counts as dead; it gives one every 4 seconds.

A desk that looks every 4 seconds knows within 15 seconds, and one lost sign is no alarm.
"""

LAYOUTS = ("beside", "board", "portrait")
"""`beside`: video, or a calm panel, beside the list. `board`: the list takes half of the screen, no video.

`portrait`: for a screen that stands upright, video above the list.
"""

SHORTEST_DWELL, LONGEST_DWELL = 3, 60
"""Seconds for which a called ticket may be told to stand on the card at least."""

LONGEST_MESSAGE = 200
"""Characters of one message; more is not read from eight metres."""

KINDS = ("screen", "check_in")
"""`screen` shows and speaks the calls; `check_in` is touched by patients at the entrance."""

LANGUAGES = ("en", "es", "fr", "ar", "hi")
"""The languages that a screen can speak: those with an announcement under resources/announcements."""


@dataclass(frozen=True, kw_only=True)
class DisplaySettings:
    """How one screen shows and speaks; volumes are 0 to 100, hours the wall clock's and None where there are none.

    `volume` is that of chime and voice, `ducked_volume` the film's while somebody is called.
    """

    layout: str = "beside"
    languages: tuple[str, ...] = ("en",)
    video: bool = True
    volume: int = 80
    film_volume: int = 20
    ducked_volume: int = 3
    quiet_from: time | None = None
    quiet_to: time | None = None
    dim_from: time | None = None
    dim_to: time | None = None
    show_waiting: bool = True
    show_estimates: bool = True
    dwell_seconds: int = 6

    def quiet_at(self, at: time) -> bool:
        """Whether calls are shown and not spoken at that time of the wall clock."""
        return within_hours(at, self.quiet_from, self.quiet_to)

    def dim_at(self, at: time) -> bool:
        """Whether the picture is dimmed at that time of the wall clock."""
        return within_hours(at, self.dim_from, self.dim_to)


def within_hours(at: time, begins: time | None, ends: time | None) -> bool:
    """Whether `at` lies in these hours, which go past midnight where `ends` is the earlier; no hours hold no time."""
    if begins is None or ends is None:
        return False
    return begins <= at < ends if begins <= ends else at >= begins or at < ends


def is_stale(age: timedelta) -> bool:
    """True for a call that may be shown but not announced any more."""
    return age > STALE_AFTER


def kiosk_login(display_name: str, token: str) -> str:
    """A PostgreSQL login name for the screen of that name; `token` (hexadecimal) keeps two screens apart."""
    word = re.sub(r"[^a-z0-9]+", "-", display_name.lower()).strip("-")[:24].strip("-") or "screen"
    return f"kiosk-{word}-{token[:6]}"


PAIRING_LOGIN = "hms_pairing"
"""The login that lies in every new screen's image; it may ask to be paired, and nothing else."""

CODE_SIGNS = "0123456789ACDEFGHJKLMNPRTUVWXY"
"""What a pairing code is made of: no two signs that look alike from across a room (as an MRN's, RULES 13)."""

CODE_LENGTH = 8
PAIRING_LASTS = timedelta(minutes=10)
THUMBNAIL_BYTES = 40_000


def new_code() -> str:
    """A pairing code that nobody can foresee."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def spaced_code(code: str) -> str:
    """A code as people compare it: in groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
