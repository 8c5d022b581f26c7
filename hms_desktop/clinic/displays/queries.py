"""What a waiting-room screen reads through the views of schema `kiosk`, and what the desk reads about the screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.displays import rules
from hms_desktop.clinic.displays.rules import DisplaySettings
from hms_desktop.clinic.displays.tables import Display, DisplayMessage, DisplayMessageScreen, DisplayRoom
from hms_desktop.clinic.records import rules as rules_of_versions
from hms_desktop.core.errors import Misconfigured

# --- the kiosk's side


@dataclass(frozen=True, kw_only=True)
class Screen(DisplaySettings):
    """The screen that this login belongs to; `local_now` is the hospital's wall clock, `messages` what holds now."""

    display_id: int
    name: str
    hospital: str
    local_now: datetime
    messages: tuple[str, ...] = ()


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
class TestCall:
    """A call that is none of the queue's; its number is negative."""

    call_id: int
    ticket: str
    room: str


@dataclass(frozen=True)
class Waiting:
    """How many wait for one service, whose turn is next, and where it is shown about how long a newcomer waits."""

    service: str
    count: int
    next_tickets: tuple[str, ...]
    wait_minutes: int | None = None


_SCREEN = sa.text(
    "SELECT display_id, name, hospital, local_now, layout, languages, video, volume, film_volume, ducked_volume, "
    "quiet_from, quiet_to, dim_from, dim_to, show_waiting, show_estimates, dwell_seconds FROM kiosk.my_display"
)
_MESSAGES = sa.text("SELECT message FROM kiosk.messages ORDER BY place")
_TESTS = sa.text("SELECT call_id, ticket, room FROM kiosk.test_calls")
_CALLS = sa.text(
    "SELECT call_id, ticket, room, service, kind, called_at, age_seconds, shown, listed "
    "FROM kiosk.recent_calls ORDER BY call_id"
)
_WAITING = sa.text("SELECT service, waiting, next_tickets, wait_minutes FROM kiosk.waiting_numbers ORDER BY service")
_COMPATIBILITY = sa.text(
    "SELECT revision, min_client_version, message FROM kiosk.schema_compat ORDER BY revision DESC LIMIT 1"
)
_NEWEST = sa.text("SELECT version FROM kiosk.newest_release")


def my_screen(session: Session) -> Screen | None:
    """This login's screen; None where it has none, or the administrator has closed it."""
    row = session.execute(_SCREEN).one_or_none()
    if row is None:
        return None
    messages = tuple(session.execute(_MESSAGES).scalars())
    return Screen(**{**row._mapping, "languages": tuple(row.languages)}, messages=messages)


def test_calls(session: Session) -> tuple[TestCall, ...]:
    """What an administrator asks this screen to show and speak, to see whether it does."""
    return tuple(TestCall(*row) for row in session.execute(_TESTS))


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


def why_unfit(session: Session, client: str) -> Misconfigured | None:
    """Why this program, of version `client`, may not work with this database; None where it may."""
    row = session.execute(_COMPATIBILITY).one_or_none()
    revision, oldest, message = row if row else ("", "", "")
    return rules_of_versions.why_unfit(client=client, revision=revision, min_client_version=oldest, message=message)


def newer_release(session: Session, client: str) -> str:
    """The newest version that IT has announced, where it is newer than this program, of version `client`; or empty."""
    version: str | None = session.scalar(_NEWEST)
    return version if version and rules_of_versions.newer(version, than=client) else ""


# --- the desk's side


@dataclass(frozen=True)
class DisplayState:
    """How a screen, of one of `rules.KINDS`, does: `silent` is the time since its last sign, None where it gave none.

    `seen_clock` is the last sign as hh:mm on the hospital's wall clock. `last_ticket` was shown last, at
    `last_shown_at`; of the last test call it is known whether it was shown and spoken.
    """

    display_id: int
    name: str
    active: bool
    set_up: bool
    seen_at: datetime | None
    silent: timedelta | None
    program_version: str
    server_ms: int
    details: dict[str, Any]
    seen_clock: str = ""
    last_ticket: str = ""
    last_shown_at: datetime | None = None
    test_id: int | None = None
    test_shown: bool = False
    test_spoken: bool = False
    kind: str = "screen"

    @property
    def at_entrance(self) -> bool:
        """Whether patients check in here; such a machine shows no calls."""
        return self.kind == "check_in"

    @property
    def alive(self) -> bool:
        return self.silent is not None and self.silent <= rules.DEAD_AFTER

    @property
    def unfit(self) -> str:
        """The code of why this machine, though it lives, is out of service; empty where it works."""
        told = self.details.get("unfit")
        return told if isinstance(told, str) else ""


@dataclass(frozen=True)
class Sign:
    """A screen has shown a call, and spoken it where `spoken_at` says so."""

    call_id: int
    display: str
    shown_at: datetime
    spoken_at: datetime | None


@dataclass(frozen=True)
class ListedCall:
    """One call as a screen's list holds it."""

    call_id: int
    ticket: str
    room: str


@dataclass(frozen=True)
class Preview:
    """What one screen shows just now: its last calls, the oldest first, who waits, and what stands at its foot."""

    hospital: str
    local_now: datetime
    calls: tuple[ListedCall, ...]
    waiting: tuple[Waiting, ...]
    messages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DisplayForm(DisplaySettings):
    """One screen as an administrator edits it; no `room_ids` means every room."""

    display_id: int
    name: str
    login: str
    active: bool
    version: int
    room_ids: tuple[int, ...]


@dataclass(frozen=True)
class MessageForm:
    """One message for the screens as an administrator edits it; no `display_ids` means every screen."""

    message_id: int
    text: str
    place: int
    valid_from: date | None
    valid_to: date | None
    time_from: time | None
    time_to: time | None
    active: bool
    version: int
    display_ids: tuple[int, ...]


_STATES = sa.text(
    "SELECT id, s.name, d.kind, s.active, s.login IS NOT NULL AS set_up, seen_at, silent_seconds, program_version, "
    "server_ms, state, "
    "to_char(seen_at AT TIME ZONE (SELECT time_zone FROM hms.facility), 'HH24:MI') AS seen_clock, "
    "last_ticket, last_shown_at, test_id, test_shown, test_spoken "
    "FROM hms.display_states s JOIN hms.displays d USING (id) ORDER BY s.name"
)
_THUMBNAIL = sa.text("SELECT taken_at, picture FROM hms.display_thumbnails WHERE display_id = :display")
_SIGNS = sa.text(
    "SELECT c.id, d.name, a.shown_at, a.spoken_at FROM hms.queue_calls c CROSS JOIN hms.displays d "
    "JOIN hms.display_acknowledgements a ON a.display_id = d.id AND a.called_at = c.called_at AND a.call_id = c.id "
    "WHERE c.id = ANY (:calls) ORDER BY a.shown_at, d.name"
)


_HERE_AND_NOW = sa.text("SELECT name, hms.hospital_now() AT TIME ZONE time_zone AS local_now FROM hms.facility")
_LISTED = sa.text(
    "SELECT c.id, t.label, r.name FROM hms.queue_calls c JOIN hms.tickets t ON t.id = c.ticket_id "
    "JOIN hms.rooms r ON r.id = c.room_id "
    "WHERE c.business_date = hms.business_date() AND c.kind <> 'withdrawn' "
    "AND NOT EXISTS (SELECT FROM hms.queue_calls w WHERE w.withdraws = c.id) "
    "AND (NOT EXISTS (SELECT FROM hms.display_rooms d WHERE d.display_id = :display) "
    "OR c.room_id IN (SELECT d.room_id FROM hms.display_rooms d WHERE d.display_id = :display)) "
    "ORDER BY c.id DESC LIMIT 12"
)
_WAITING_ON = sa.text(
    "SELECT service, waiting, next_tickets, wait_minutes FROM hms.waiting_on_display(:display) ORDER BY service"
)
_MESSAGES_ON = sa.text("SELECT message FROM hms.messages_on_display(:display) ORDER BY place")


def preview(session: Session, display_id: int) -> Preview:
    """What that screen shows just now, for a person at a desk."""
    about = {"display": display_id}
    here = session.execute(_HERE_AND_NOW).one()
    return Preview(
        here.name,
        here.local_now,
        tuple(ListedCall(*row) for row in session.execute(_LISTED, about).all()[::-1]),
        tuple(
            Waiting(row.service, row.waiting, tuple(row.next_tickets), row.wait_minutes)
            for row in session.execute(_WAITING_ON, about)
        ),
        tuple(session.execute(_MESSAGES_ON, about).scalars()),
    )


def display_states(session: Session) -> tuple[DisplayState, ...]:
    """Every screen and every machine at the entrance, and whether it lives, by name; read again every few seconds,
    nothing knocks for it.
    """
    return tuple(
        DisplayState(
            row.id, row.name, row.active, row.set_up, row.seen_at,
            None if row.silent_seconds is None else timedelta(seconds=row.silent_seconds),
            row.program_version or "", row.server_ms or 0, row.state or {},
            row.seen_clock or "", row.last_ticket or "", row.last_shown_at,
            row.test_id, bool(row.test_shown), bool(row.test_spoken), row.kind,
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
    rooms = _grouped(session, DisplayRoom.display_id, DisplayRoom.room_id)
    rows = session.execute(
        sa.select(
            Display.id.label("display_id"),
            *(one for one in Display.__table__.c if one.name not in ("id", "kind", "printer_id")),
        )
        .where(Display.kind == "screen")
        .order_by(Display.name)
    )
    return tuple(
        DisplayForm(
            **{
                **row._mapping,
                "login": row.login or "",
                "languages": tuple(row.languages),
                "room_ids": rooms.get(row.display_id, ()),
            }
        )
        for row in rows
    )


def messages(session: Session) -> tuple[MessageForm, ...]:
    """All messages for the administrator's page, in their order."""
    screens = _grouped(session, DisplayMessageScreen.message_id, DisplayMessageScreen.display_id)
    return tuple(
        MessageForm(
            row.id, row.text, row.place, row.valid_from, row.valid_to, row.time_from, row.time_to, row.active,
            row.version, screens.get(row.id, ()),
        )
        for row in session.execute(
            sa.select(DisplayMessage.__table__).order_by(DisplayMessage.place, DisplayMessage.id)
        )
    )  # fmt: skip


def _grouped(session: Session, key: Any, value: Any) -> dict[int, tuple[int, ...]]:
    """The values of a table of pairs by their key."""
    found: dict[int, tuple[int, ...]] = {}
    for one, other in session.execute(sa.select(key, value).order_by(value)):
        found[one] = (*found.get(one, ()), other)
    return found
