"""The seals of the audit trail: made, and reckoned anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

BLOCKS_AT_ONCE = 500


@dataclass(frozen=True)
class BrokenSeal:
    """A block of the trail that is no longer what was sealed, with how many entries it had and has."""

    block: int
    sealed: int
    found: int


@dataclass(frozen=True)
class SealState:
    """The newest block (0: none yet), its hash in hexadecimal, and the entries that have no seal.

    `late` of them are dated more than an hour before the newest seal: the work of a very long transaction, or of
    somebody who wrote behind the suite's back.
    """

    newest: int
    sealed_at: datetime | None
    digest: str
    unsealed: int
    oldest_unsealed: datetime | None
    late: int


def seal(session: Session) -> int:
    """Give every entry that has no seal yet the next block; how many there were."""
    return int(session.execute(sa.text("SELECT hms.seal_audit()")).scalar_one())


def state(session: Session) -> SealState:
    """How far the trail is sealed."""
    row = session.execute(sa.text("SELECT * FROM hms.seal_state()")).one()
    return SealState(
        newest=row.newest_block or 0,
        sealed_at=row.sealed_at,
        digest=row.digest.hex() if row.digest is not None else "",
        unsealed=row.unsealed,
        oldest_unsealed=row.oldest_unsealed,
        late=row.late or 0,
    )


def spans(newest: int) -> Iterator[tuple[int, int | None]]:
    """The blocks up to `newest` in portions to be checked one after the other, (from, until); the last has no end."""
    first = 1
    while first + BLOCKS_AT_ONCE <= newest:
        yield first, first + BLOCKS_AT_ONCE - 1
        first += BLOCKS_AT_ONCE
    yield first, None


def broken(session: Session, *, first: int | None = None, last: int | None = None) -> tuple[BrokenSeal, ...]:
    """The blocks from `first` to `last` that do not fit, in order; without them all are looked at."""
    rows = session.execute(
        sa.text("SELECT block, sealed_entries, found_entries FROM hms.broken_seals(:first, :last) ORDER BY block"),
        {"first": first, "last": last},
    )
    return tuple(BrokenSeal(row[0], row[1], row[2]) for row in rows)


def stands_in_the_chain(session: Session, *, digest: str) -> bool:
    """Whether a hash that was kept elsewhere is one of the chain's; a chain that was made anew does not have it."""
    found = session.execute(
        sa.text("SELECT EXISTS (SELECT FROM hms.audit_blocks WHERE digest = decode(:digest, 'hex'))"),
        {"digest": digest},
    )
    return bool(found.scalar_one())
