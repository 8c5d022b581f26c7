"""Durations, shares and sizes as the performance page writes them, and the tones that say what is too much."""

from PySide6.QtCore import QLocale

from hms_desktop.clinic.displays.queries import DisplayState
from hms_desktop.clinic.fleet.queries import CacheRow, ClientRow

SLOW_MS = 1000
TOO_SLOW_MS = 3000
"""So slow a p95 is worth a warning (the hospital's alert rules begin here as well)."""
FULL_PERCENT = 85
POOR_RATIO = 0.7


def milliseconds(value: float) -> str:
    """Whole milliseconds, two digits below ten."""
    return QLocale().toString(float(value), "f", 0 if value >= 10 else 1)


def whole(value: float) -> str:
    return QLocale().toString(round(value))


def percent(share: float) -> str:
    """`97.5` for 0.975."""
    return QLocale().toString(float(share) * 100, "f", 1)


def tone_of_duration(p95: float) -> str | None:
    if p95 >= TOO_SLOW_MS:
        return "stop"
    return "warning" if p95 >= SLOW_MS else None


def tone_of_cache(row: CacheRow) -> str | None:
    return "warning" if row.ratio < POOR_RATIO else None


def tone_of_client(row: ClientRow) -> str:
    return "done" if row.alive else "neutral"


def tone_of_screen(row: DisplayState) -> str:
    if not row.active or row.seen_at is None:
        return "neutral"
    return "done" if row.alive and not row.unfit else "stop"


def tone_of_share(value: float) -> str | None:
    return "warning" if value >= FULL_PERCENT else None
