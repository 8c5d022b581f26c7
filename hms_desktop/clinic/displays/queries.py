"""What a waiting-room screen reads through the views of schema `kiosk`, and what the desk reads about the screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.displays import rules
from hms_desktop.clinic.displays.tables import Display, DisplayRoom
from hms_desktop.clinic.records.rules import why_incompatible

# --- the kiosk's side


@dataclass(frozen=True)
class Screen:
    """The screen that this login belongs to; `local_now` is the hospital's wall clock."""

    display_id: int
    name: str
    layout: str
    languages: tuple[str, ...]
    video: bool
    hospital: str
    local_now: datetime


@dataclass(frozen=True)
class Call:
    """One call for this screen; `shown` if it has been acknowledged, `listed` if it is among the last 12."""

    call_id: int
    ticket: str
    room: str
    service: str
    kind: str
    called_at: datetime
    age: timedelta
    shown: bool
    listed: bool

    @property
    def stale(self) -> bool:
        return rules.is_stale(self.age)


@dataclass(frozen=True)
class Waiting:
    """How many wait for one service, whose turn is next, and where it is shown about how long a newcomer waits."""

    service: str
    count: int
    next_tickets: tuple[str, ...]
    wait_minutes: int | None = None


_SCREEN = sa.text("SELECT display_id, name, layout, languages, video, hospital, local_now FROM kiosk.my_display")
_CALLS = sa.text(
    "SELECT call_id, ticket, room, service, kind, called_at, age_seconds, shown, listed "
    "FROM kiosk.recent_calls ORDER BY call_id"
)
_WAITING = sa.text("SELECT service, waiting, next_tickets, wait_minutes FROM kiosk.waiting_numbers ORDER BY service")
_COMPATIBILITY = sa.text(
    "SELECT revision, min_client_version, message FROM kiosk.schema_compat ORDER BY revision DESC LIMIT 1"
)


def my_screen(session: Session) -> Screen | None:
    """This login's screen; None where it has none, or the administrator has closed it."""
    row = session.execute(_SCREEN).one_or_none()
    if row is None:
        return None
    return Screen(row.display_id, row.name, row.layout, tuple(row.languages), row.video, row.hospital, row.local_now)


def recent_calls(session: Session) -> tuple[Call, ...]:
    """Today's calls that this screen has not acknowledged (at most 200) and the last 12, the oldest first."""
    return tuple(
        Call(
            row.call_id, row.ticket, row.room, row.service, row.kind, row.called_at,
            timedelta(seconds=row.age_seconds), row.shown, row.listed,
        )
        for row in session.execute(_CALLS)
    )  # fmt: skip


def waiting_numbers(session: Session) -> tuple[Waiting, ...]:
    """The services of this screen for which somebody waits, by name."""
    return tuple(
        Waiting(row.service, row.waiting, tuple(row.next_tickets), row.wait_minutes)
        for row in session.execute(_WAITING)
    )


def why_unfit(session: Session, client: str) -> str:
    """One sentence why this program, of version `client`, may not work with this database; empty where it may."""
    row = session.execute(_COMPATIBILITY).one_or_none()
    revision, oldest, message = row if row else ("", "", "")
    return why_incompatible(client=client, revision=revision, min_client_version=oldest, message=message)


# --- the desk's side


@dataclass(frozen=True)
class DisplayState:
    """How a screen does: `silent` is the time since its last sign, None where it never gave one."""

    display_id: int
    name: str
    active: bool
    set_up: bool
    seen_at: datetime | None
    silent: timedelta | None
    program_version: str
    server_ms: int
    details: dict[str, Any]

    @property
    def alive(self) -> bool:
        return self.silent is not None and self.silent <= rules.DEAD_AFTER


@dataclass(frozen=True)
class Sign:
    """A screen has shown a call, and spoken it where `spoken_at` says so."""

    call_id: int
    display: str
    shown_at: datetime
    spoken_at: datetime | None


@dataclass(frozen=True)
class DisplayForm:
    """One screen as an administrator edits it; no `room_ids` means every room."""

    display_id: int
    name: str
    login: str
    layout: str
    languages: tuple[str, ...]
    video: bool
    active: bool
    version: int
    room_ids: tuple[int, ...]


_STATES = sa.text(
    "SELECT id, name, active, login IS NOT NULL AS set_up, seen_at, silent_seconds, program_version, server_ms, state "
    "FROM hms.display_states ORDER BY name"
)
_THUMBNAIL = sa.text("SELECT taken_at, picture FROM hms.display_thumbnails WHERE display_id = :display")
_SIGNS = sa.text(
    "SELECT c.id, d.name, a.shown_at, a.spoken_at FROM hms.queue_calls c CROSS JOIN hms.displays d "
    "JOIN hms.display_acknowledgements a ON a.display_id = d.id AND a.called_at = c.called_at AND a.call_id = c.id "
    "WHERE c.id = ANY (:calls) ORDER BY a.shown_at, d.name"
)


def display_states(session: Session) -> tuple[DisplayState, ...]:
    """Every screen and whether it lives, by name; read again every few seconds, nothing knocks for it."""
    return tuple(
        DisplayState(
            row.id, row.name, row.active, row.set_up, row.seen_at,
            None if row.silent_seconds is None else timedelta(seconds=row.silent_seconds),
            row.program_version or "", row.server_ms or 0, row.state or {},
        )
        for row in session.execute(_STATES)
    )  # fmt: skip


def signs(session: Session, call_ids: Sequence[int]) -> tuple[Sign, ...]:
    """Which screens have shown and spoken these calls, the earliest first."""
    return tuple(Sign(*row) for row in session.execute(_SIGNS, {"calls": list(call_ids)}))


@dataclass(frozen=True)
class Thumbnail:
    """What a screen showed at `taken_at`: a small JPEG."""

    taken_at: datetime
    picture: bytes


def thumbnail(session: Session, display_id: int) -> Thumbnail | None:
    """The last picture that this screen has sent of itself; None where it never did."""
    row = session.execute(_THUMBNAIL, {"display": display_id}).one_or_none()
    return Thumbnail(row.taken_at, bytes(row.picture)) if row else None


def displays(session: Session) -> tuple[DisplayForm, ...]:
    """All screens for the administrator's page, by name."""
    rooms: dict[int, list[int]] = {}
    for display_id, room_id in session.execute(
        sa.select(DisplayRoom.display_id, DisplayRoom.room_id).order_by(DisplayRoom.room_id)
    ):
        rooms.setdefault(display_id, []).append(room_id)
    return tuple(
        DisplayForm(
            row.id, row.name, row.login or "", row.layout, tuple(row.languages), row.video, row.active, row.version,
            tuple(rooms.get(row.id, ())),
        )
        for row in session.execute(sa.select(Display.__table__).order_by(Display.name))
    )  # fmt: skip
