"""Sends what is due, one message after the other: a worker that ends in the middle leaves one in doubt at most."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.jobs.wording import REMINDER, Wording
from hms_desktop.core.database import Database
from hms_desktop.core.deliveries import Delivery, Letter, Outcome
from hms_desktop.core.storable import as_json


class Carrier(Protocol):
    """Takes letters of one channel. `repeat_is_safe`: a letter of one key is delivered once, however often it comes."""

    @property
    def repeat_is_safe(self) -> bool: ...
    def deliver(self, letter: Letter) -> Delivery: ...


@dataclass(frozen=True)
class Due:
    """A message that this worker has taken: nobody else sends it."""

    id: int
    key: str
    kind: str
    channel: str
    recipient: str
    language: str
    told: Mapping[str, Any]


def send_due(
    database: Database, carriers: Mapping[str, Carrier], wording: Wording, stopped: Callable[[], bool]
) -> dict[str, int]:
    """Send until nothing is due, the minute is full, or `stopped()`; how many were sent, failed or left in doubt.

    `carriers` by channel, the one that is tried first before others. One caller at a time (the worker's fence): what
    is found half sent was left by a worker that is gone. Raises HmsError.
    """
    database.run_now(tidy, safe=[channel for channel, carrier in carriers.items() if carrier.repeat_is_safe])
    came_to = {"sent": 0, "failed": 0, "unknown": 0}
    while carriers and not stopped() and (due := database.run_now(take, channels=list(carriers))) is not None:
        came_of = carriers[due.channel].deliver(written(due, wording))
        database.run_now(settle, message=due.id, came_of=came_of)
        came_to[_COUNTED[came_of.outcome]] += 1
    return came_to


_COUNTED = {Outcome.SENT: "sent", Outcome.REFUSED: "failed", Outcome.LATER: "failed", Outcome.UNKNOWN: "unknown"}


def written(due: Due, wording: Wording) -> Letter:
    """The message in its words."""
    about = REMINDER if due.kind == "appointment_reminder" else str(due.told["about"])
    part = "sms" if due.channel == "sms" else "text"
    return Letter(
        key=due.key,
        recipient=due.recipient,
        text=wording.say(about, part, due.language, due.told),
        subject=wording.say(about, "subject", due.language, due.told) if due.channel == "email" else "",
        files=tuple(Path(name) for name in due.told.get("files", ())),
    )


def tidy(session: Session, *, safe: list[str]) -> None:
    """Settle what was left half sent, came too late, or is no longer wanted."""
    session.execute(sa.text("SELECT hms.tidy_messages(CAST(:safe AS text[]))"), {"safe": safe})


def take(session: Session, *, channels: list[str]) -> Due | None:
    """The next message that may go now, as this worker's; None where there is none."""
    row = session.execute(
        sa.text(
            "SELECT id, CAST(key AS text) AS key, kind, channel, recipient, language, told "
            "FROM hms.take_due_messages(1, CAST(:channels AS text[]))"
        ),
        {"channels": channels},
    ).one_or_none()
    return None if row is None else Due(*row)


def settle(session: Session, *, message: int, came_of: Delivery) -> None:
    """Write down what came of a message."""
    session.execute(
        sa.text("SELECT hms.settle_message(:message, :outcome, :note)"),
        {"message": message, "outcome": str(came_of.outcome), "note": came_of.note},
    )


def write_notice(
    session: Session,
    *,
    about: str,
    told: Mapping[str, Any],
    key: str | None = None,
    recipients: tuple[str, ...] | None = None,
) -> int:
    """Have a notice sent to the hospital's own people (or `recipients`); how many were written.

    The same `key` (a UUID) writes it once to each of them, however often it is asked for.
    """
    statement = sa.text(
        "SELECT hms.write_notice(:about, CAST(:told AS jsonb), coalesce(CAST(:key AS uuid), gen_random_uuid()), "
        "CAST(:recipients AS text[]))"
    )
    values = {
        "about": about,
        "told": as_json(dict(told)),
        "key": key,
        "recipients": None if recipients is None else list(recipients),
    }
    return int(session.execute(statement, values).scalar_one())
