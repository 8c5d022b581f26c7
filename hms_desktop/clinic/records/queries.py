"""Reads about the database itself: which version it is and which clients it still serves."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.records.tables import Installation, SchemaCompat


@dataclass(frozen=True)
class Compatibility:
    """The newest revision of a database, the oldest client it serves, and what it tells an older one."""

    revision: str
    min_client_version: str
    message: str


def compatibility(session: Session) -> Compatibility:
    """The newest row of `schema_compat`; empty strings where the database was never migrated."""
    row = session.execute(
        sa.select(SchemaCompat.revision, SchemaCompat.min_client_version, SchemaCompat.message)
        .order_by(SchemaCompat.revision.desc())
        .limit(1)
    ).one_or_none()
    return Compatibility(*row) if row else Compatibility("", "", "")


def is_demo(session: Session) -> bool:
    """True for a database that was created as a demo, whose clock may be set."""
    return session.scalar(sa.select(Installation.kind)) == "demo"
