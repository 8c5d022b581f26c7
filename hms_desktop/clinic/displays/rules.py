"""What can be said about waiting-room screens without a database: which call is stale, and how a login is named."""

import re
from datetime import timedelta

STALE_AFTER = timedelta(seconds=90)
"""A call older than this is shown and no longer spoken (RULES 12)."""

DEAD_AFTER = timedelta(seconds=15)
"""A screen that gave no sign for so long counts as dead; it gives one every 5 seconds."""

LAYOUTS = ("beside", "board")
"""`beside`: video, or a calm panel, beside the list. `board`: the list takes half of the screen, no video."""

LANGUAGES = ("en", "es", "fr", "ar", "hi")
"""The languages that a screen can speak: those with an announcement under resources/announcements."""


def is_stale(age: timedelta) -> bool:
    """True for a call that may be shown but not announced any more."""
    return age > STALE_AFTER


def kiosk_login(display_name: str, token: str) -> str:
    """A PostgreSQL login name for the screen of that name; `token` (hexadecimal) keeps two screens apart."""
    word = re.sub(r"[^a-z0-9]+", "-", display_name.lower()).strip("-")[:24].strip("-") or "screen"
    return f"kiosk-{word}-{token[:6]}"
