"""What became of a new screen's request, and which requests an administrator can answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

_STATE = sa.text("SELECT state, login, display, seconds_left FROM kiosk.pairing_state(:handle)")
_WAITING = sa.text(
    "SELECT code, machine, address, asked_at, seconds_left FROM hms.waiting_pairings ORDER BY asked_at, code"
)


@dataclass(frozen=True)
class PairingState:
    """`state` is waiting, accepted, refused or expired; `login` and `display` are known once it was accepted."""

    state: str
    seconds_left: int
    login: str = ""
    display: str = ""


@dataclass(frozen=True)
class WaitingPairing:
    """One request that can be answered; `machine` is what the screen calls itself, `address` where it asked from."""

    code: str
    machine: str
    address: str
    asked_at: datetime
    seconds_left: int


def pairing_state(session: Session, handle: UUID) -> PairingState:
    """What became of this screen's own request; one that is not known any more counts as expired."""
    row = session.execute(_STATE, {"handle": handle}).one_or_none()
    if row is None:
        return PairingState("expired", 0)
    return PairingState(row.state, row.seconds_left, row.login or "", row.display or "")


def waiting_pairings(session: Session) -> tuple[WaitingPairing, ...]:
    """The requests of the last ten minutes that nobody has answered, the oldest first."""
    return tuple(WaitingPairing(*row) for row in session.execute(_WAITING))
