"""What the touch screen at the entrance asks for, and how an administrator keeps such machines."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.displays import rules
from hms_desktop.clinic.displays.actions import KioskLogin
from hms_desktop.clinic.displays.queries_checkin import CheckInRules
from hms_desktop.core.storable import as_json

_CHECK_IN = sa.text("SELECT kiosk.check_in(:intent, :code, :born)")
_TAKE = sa.text("SELECT kiosk.take_ticket(:intent, :service)")
_SET_UP = sa.text("SELECT hms.set_up_check_in(:intent, :name, :login, :verifier)")
_SAVE = sa.text("SELECT hms.save_check_in(:intent, :id, :version, CAST(:record AS jsonb))")
_SAVE_RULES = sa.text("SELECT hms.save_check_in_rules(:intent, :version, CAST(:record AS jsonb))")


@dataclass(frozen=True)
class EntranceTicket:
    """A ticket as this machine shows and prints it; it says nothing about the patient.

    `before` wait before it, about `minutes` long where the service shows that. `room` is where to wait, empty where
    that is not known yet. `already`: it was given earlier, and nothing new was opened.
    """

    ticket: str
    service: str
    room: str
    before: int
    minutes: int | None
    barcode: UUID
    arrived: dt.datetime
    due: dt.datetime | None
    already: bool


# --- the machine's side


def check_in(session: Session, *, intent: UUID, code: str, born: dt.date) -> EntranceTicket:
    """Check in who holds the slip with this code (its UUID or its eight digits) and was born on this day.

    Raises Refused: `check_in.unknown` whichever of the two is wrong, `check_in.locked` after too many of those, and
    cancelled, other_day, early, over, desk of an appointment that cannot be checked in here.
    """
    return _told(session.execute(_CHECK_IN, {"intent": intent, "code": code, "born": born}).scalar_one())


def take_ticket(session: Session, *, intent: UUID, service: int) -> EntranceTicket:
    """The next number of this service. Raises Refused outside of its hours, and after too many within an hour."""
    return _told(session.execute(_TAKE, {"intent": intent, "service": service}).scalar_one())


def _told(ticket: dict[str, Any]) -> EntranceTicket:
    due = ticket["due"] and dt.datetime.fromisoformat(ticket["due"])
    arrived = dt.datetime.fromisoformat(ticket["arrived"])
    return EntranceTicket(**{**ticket, "barcode": UUID(ticket["barcode"]), "arrived": arrived, "due": due})


# --- the administrator's side


def set_up_check_in(session: Session, *, intent: UUID, name: str, verifier: str) -> KioskLogin:
    """Give the machine `name` (made if there is none) a login with this SCRAM verifier, or a new password.

    Whoever knew the old password is shut out. Raises Refused.
    """
    values = {"intent": intent, "name": name, "login": rules.kiosk_login(name, intent.hex), "verifier": verifier}
    made = session.execute(_SET_UP, values).scalar_one()
    return KioskLogin(made["id"], made["login"])


def save_check_in(
    session: Session,
    *,
    intent: UUID,
    display_id: int,
    version: int,
    name: str,
    languages: Sequence[str],
    printer_id: int | None,
    active: bool,
) -> int:
    """Change the machine that `display_id` and `version` name; its id. Raises Refused, Stale."""
    record = {"name": name, "languages": list(languages), "printer_id": printer_id, "active": active}
    values = {
        "intent": intent,
        "id": display_id,
        "version": version,
        "record": as_json(record),
    }
    saved: int = session.execute(_SAVE, values).scalar_one()["id"]
    return saved


def save_check_in_rules(session: Session, *, intent: UUID, version: int, numbers: CheckInRules) -> None:
    """Set all of the hospital's numbers for the machines. Raises Refused, Stale."""
    record = {
        name: value.total_seconds() if isinstance(value, dt.timedelta) else value
        for name, value in asdict(numbers).items()
    }
    session.execute(_SAVE_RULES, {"intent": intent, "version": version, "record": as_json(record)})
