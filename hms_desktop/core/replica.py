"""The read replica: whether it may answer now, as fresh as is asked for and never older than one's own changes."""

import threading
import time
from collections.abc import Callable

import sqlalchemy as sa
from sqlalchemy.orm import Session

CATCH_UP_SECONDS = 0.5
"""So long a read waits until the replica has one's own last change; measured: 0.3 ms at the median."""
LOOK_AGAIN_SECONDS = 0.005
AWAY_SECONDS = 10.0
"""So long a replica that did not answer is not asked."""

# Where everything received is replayed there is no lag, however long nothing happened; but only a replica that still
# receives may say so. One that was promoted, or never was one, does not follow.
_STANDS = sa.text("""
    SELECT pg_is_in_recovery() AND EXISTS (SELECT FROM pg_stat_wal_receiver) AS follows,
           CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
                ELSE coalesce(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()), 0)
           END::double precision AS lag,
           CASE WHEN pg_is_in_recovery() THEN coalesce(pg_last_wal_replay_lsn() >= CAST(:position AS pg_lsn), false)
                ELSE false END AS caught_up""")


class BehindError(Exception):
    """The replica cannot show what must be seen; the primary is asked instead."""


class Replica:
    """What a program knows of its replica: what it must have replayed, and whether it was away just now."""

    def __init__(self, lag_seconds: float) -> None:
        self._lag_seconds = lag_seconds
        self._lock = threading.Lock()
        self._changes = 0
        self._known = (0, "0/0")
        self._away_until = 0.0

    def changed(self) -> None:
        """This program has changed something: what it reads from now on must show it."""
        with self._lock:
            self._changes += 1

    def away(self) -> None:
        """It did not answer; leave it alone for a while."""
        self._away_until = time.monotonic() + AWAY_SECONDS

    @property
    def may_be_asked(self) -> bool:
        return time.monotonic() >= self._away_until

    def needed(self, position_now: Callable[[], str]) -> str:
        """The position in the log that a read needs; the primary is asked for it only after a change of one's own."""
        with self._lock:
            changes = self._changes
            known, position = self._known
        if known == changes:
            return position
        position = position_now()
        with self._lock:
            self._known = (changes, position)
        return position

    def await_position(self, session: Session, position: str) -> None:
        """Wait until the replica stands at `position`. Raises BehindError where it lags or follows nobody."""
        deadline = time.monotonic() + CATCH_UP_SECONDS
        while True:
            stands = session.execute(_STANDS, {"position": position}).one()
            if not stands.follows or stands.lag > self._lag_seconds:
                break
            if stands.caught_up:
                return
            if time.monotonic() > deadline:
                break
            time.sleep(LOOK_AGAIN_SECONDS)
        raise BehindError


def position_now(session: Session) -> str:
    """How far the primary's log goes: every change that was confirmed until now lies before it."""
    return str(session.execute(sa.text("SELECT pg_current_wal_insert_lsn()")).scalar_one())
