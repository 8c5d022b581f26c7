"""Reads about the database itself: which version it is and which clients it still serves."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.records import rules
from hms_desktop.clinic.records.rules import version_key
from hms_desktop.clinic.records.tables import Installation, Release
from hms_desktop.core.errors import Misconfigured


@dataclass(frozen=True)
class Compatibility:
    """The newest revision of a database, the oldest client it serves, and what it tells an older one."""

    revision: str
    min_client_version: str
    message: str


_SERVED = sa.text("SELECT revision, min_client_version, message FROM hms.served_clients")
_KNOWS_SERVED = sa.text("SELECT to_regclass('hms.served_clients') IS NOT NULL")


@dataclass(frozen=True)
class ReleaseRow:
    """A release that IT has announced; `required`: older programs are shut out."""

    version: str
    message: str
    required: bool
    announced_at: datetime
    person: str


def compatibility(session: Session) -> Compatibility:
    """What the database says of itself; empty strings where it was never migrated, or only long ago."""
    if not session.scalar(_KNOWS_SERVED):
        return Compatibility("", "", "")
    row = session.execute(_SERVED).one_or_none()
    return Compatibility(*row) if row else Compatibility("", "", "")


def why_unfit(session: Session, client: str) -> Misconfigured | None:
    """Why a program of version `client` may not work with this database; None where it may."""
    found = compatibility(session)
    return rules.why_unfit(
        client=client,
        revision=found.revision,
        min_client_version=found.min_client_version,
        message=found.message,
    )


def releases(session: Session) -> tuple[ReleaseRow, ...]:
    """All releases that were announced, the newest first."""
    found = session.execute(
        sa.select(Release.version, Release.message, Release.required, Release.announced_at, Release.person)
    )
    rows = (ReleaseRow(*row) for row in found)
    return tuple(sorted(rows, key=lambda row: version_key(row.version), reverse=True))


_MAY_READ_RELEASES = sa.text("SELECT coalesce(has_table_privilege(to_regclass('hms.releases'), 'SELECT'), false)")


def newer_release(session: Session, client: str) -> ReleaseRow | None:
    """The newest release that was announced, where it is newer than a program of version `client`.

    None also where the database is too old to know of releases.
    """
    if not session.scalar(_MAY_READ_RELEASES):
        return None
    newest = next(iter(releases(session)), None)
    return newest if newest and rules.newer(newest.version, than=client) else None


def is_demo(session: Session) -> bool:
    """True for a database that was created as a demo, whose clock may be set."""
    return session.scalar(sa.select(Installation.kind)) == "demo"
