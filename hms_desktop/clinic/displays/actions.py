"""What a screen tells the hospital, and how an administrator keeps the screens: one function of the database each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypedDict, Unpack
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.displays import rules
from hms_desktop.core.storable import as_json

_ACKNOWLEDGE = sa.text("SELECT kiosk.acknowledge(:calls, :spoken)")
_BEAT = sa.text("SELECT kiosk.heartbeat(:version, :server_ms, CAST(:state AS jsonb))")
_SEND_THUMBNAIL = sa.text("SELECT kiosk.send_thumbnail(:picture)")
_SAVE = sa.text("SELECT hms.save_display(:intent, :id, :version, CAST(:record AS jsonb), :rooms)")
_CUT_OFF = sa.text("SELECT hms.cut_off_kiosk(:login)")
_SET_UP = sa.text("SELECT hms.set_up_kiosk(:intent, :name, :login, :verifier)")


_SAVE_MESSAGE = sa.text("SELECT hms.save_display_message(:intent, :id, :version, CAST(:record AS jsonb), :displays)")
_TEST = sa.text("SELECT hms.test_call(:intent, :display)")


class ScreenFields(TypedDict, total=False):
    """What an administrator sets about a screen, as `rules.DisplaySettings` explains it; what is not named stays."""

    layout: str
    languages: Sequence[str]
    video: bool
    volume: int
    film_volume: int
    ducked_volume: int
    quiet_from: time | None
    quiet_to: time | None
    dim_from: time | None
    dim_to: time | None
    show_waiting: bool
    show_estimates: bool
    dwell_seconds: int
    active: bool


@dataclass(frozen=True)
class KioskLogin:
    """The login of a screen, ready for its settings file."""

    display_id: int
    login: str


def acknowledge(session: Session, call_ids: Sequence[int], spoken: bool) -> int:
    """This screen has painted these calls (at most 1,000), and spoken them; how many of them was news.

    Saying it twice changes nothing. Raises Refused for a login without a screen.
    """
    told: int = session.execute(_ACKNOWLEDGE, {"calls": list(call_ids), "spoken": spoken}).scalar_one()
    return told


def beat(session: Session, program_version: str, server_ms: int, state: Mapping[str, Any]) -> int:
    """A sign of life; returns how many calls this screen has not acknowledged yet.

    `server_ms` is the last round trip; `state` is at most 2,000 bytes of JSON. Raises Refused.
    """
    unshown: int = session.execute(
        _BEAT, {"version": program_version, "server_ms": server_ms, "state": as_json(state)}
    ).scalar_one()
    return unshown


def send_thumbnail(session: Session, picture: bytes) -> bool:
    """A JPEG of what this screen shows, at most rules.THUMBNAIL_BYTES; False where the last one is younger than 20 s.

    Raises Refused.
    """
    taken: bool = session.execute(_SEND_THUMBNAIL, {"picture": picture}).scalar_one()
    return taken


def save_display(
    session: Session,
    *,
    intent: UUID,
    name: str,
    room_ids: Sequence[int] = (),
    display_id: int | None = None,
    version: int | None = None,
    **fields: Unpack[ScreenFields],
) -> int:
    """Add a screen, or change the one that `display_id` and `version` name; its id. Raises Refused, Stale."""
    values = {
        "intent": intent,
        "id": display_id,
        "version": version,
        "record": as_json({"name": name, **fields}),
        "rooms": list(room_ids),
    }
    saved: int = session.execute(_SAVE, values).scalar_one()["id"]
    return saved


def set_up_kiosk(session: Session, *, intent: UUID, name: str, verifier: str) -> KioskLogin:
    """Give the screen `name` (made if there is none) a login with this SCRAM verifier, or a new password.

    Whoever knew the old password is shut out, and with `cut_off` out of what is open already. Raises Refused.
    """
    login = rules.kiosk_login(name, intent.hex)
    values = {"intent": intent, "name": name, "login": login, "verifier": verifier}
    made = session.execute(_SET_UP, values).scalar_one()
    return KioskLogin(made["id"], made["login"])


def cut_off(session: Session, *, login: str) -> int:
    """End the sessions that the screen with this login still has open under an older secret; how many there were.

    In a transaction after the one that gave it the new secret. Raises Refused: no screen has this login.
    """
    ended: int = session.execute(_CUT_OFF, {"login": login}).scalar_one()
    return ended


def save_message(
    session: Session,
    *,
    intent: UUID,
    text: str,
    place: int = 1,
    valid_from: date | None = None,
    valid_to: date | None = None,
    time_from: time | None = None,
    time_to: time | None = None,
    active: bool = True,
    display_ids: Sequence[int] = (),
    message_id: int | None = None,
    version: int | None = None,
) -> int:
    """Add a message for the screens' lower edge, or change the one that is named; its id. Raises Refused, Stale.

    It stands from `valid_from` to `valid_to`, both days included, each day within the hours; None: always.
    """
    record = {
        "text": text, "place": place, "valid_from": valid_from, "valid_to": valid_to,
        "time_from": time_from, "time_to": time_to, "active": active,
    }  # fmt: skip
    values = {
        "intent": intent,
        "id": message_id,
        "version": version,
        "record": as_json(record),
        "displays": list(display_ids),
    }
    saved: int = session.execute(_SAVE_MESSAGE, values).scalar_one()["id"]
    return saved


def test_call(session: Session, *, intent: UUID, display_id: int) -> int:
    """Make a screen show and speak a test ticket, outside the queue's books; the test's id. Raises Refused."""
    made: int = session.execute(_TEST, {"intent": intent, "display": display_id}).scalar_one()["id"]
    return made
