"""What can be said about waiting-room screens without a database: which call is stale, and how a login is named."""

import re
import secrets
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
