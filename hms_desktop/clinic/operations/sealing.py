"""The seals of the audit trail: made, and reckoned anew."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.records.tables import AuditBlock


@dataclass(frozen=True)
class BrokenSeal:
    """A block of the trail that is no longer what was sealed, with how many entries it had and has."""

    block: int
    sealed: int
    found: int


def seal(session: Session) -> int:
    """Give every entry that has no seal yet the next block; how many there were."""
    return int(session.execute(sa.text("SELECT hms.seal_audit()")).scalar_one())


def newest(session: Session) -> str:
    """The newest block's hash in hexadecimal; empty where nothing was sealed."""
    digest = session.scalar(sa.select(AuditBlock.digest).order_by(AuditBlock.id.desc()).limit(1))
    return "" if digest is None else digest.hex()


def broken(session: Session) -> tuple[BrokenSeal, ...]:
    """The blocks that do not fit, in order."""
    rows = session.execute(
        sa.text("SELECT block, sealed_entries, found_entries FROM hms.broken_seals() ORDER BY block")
    )
    return tuple(BrokenSeal(row[0], row[1], row[2]) for row in rows)
