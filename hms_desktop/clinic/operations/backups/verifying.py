"""Tries a backup: restores it into a scratch server of this machine and looks whether everything is there and true."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.operations import invariants, ledger_invariants
from hms_desktop.clinic.operations.backups import contents as told
from hms_desktop.clinic.operations.backups.contents import Contents
from hms_desktop.clinic.operations.backups.encryption import Secret
from hms_desktop.clinic.operations.backups.loading import contents_of, load
from hms_desktop.clinic.trail import sealing
from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import scratch as scratch_server
from hms_desktop.core.errors import Refused
from hms_desktop.core.settings import Server

DAYS = 31
"""So many of the last business dates are looked through step by step; ledger and seals are looked through whole."""


@dataclass(frozen=True)
class Tried:
    """What a restored backup holds, and the hospital's rules that its data breaks."""

    contents: Contents
    breaches: tuple[str, ...]


def tried(file: Path, secret: Secret, parent: Path | None, say: Callable[[str], None]) -> Tried:
    """Restore `file` into a server that lives as long as this call, and check it.

    Raises Refused where it cannot be restored or is not what was backed up.
    """
    contents_of(file, secret)  # what cannot be opened at all needs no server
    say("Trying the backup: restoring it into a scratch server …")
    with scratch_server(parent) as embedded:
        contents = load(file, secret, embedded.server, "hms_trial")
        restored = replace(embedded.server, dbname="hms_trial")
        compare(restored, contents)
        say("Checking what must be true of every day …")
        return Tried(contents, breaches(restored))


def compare(restored: Server, contents: Contents) -> None:
    """Raises Refused where a restored database is not what its backup says it was."""
    with connect(restored, application="hms-backup", patient=True) as connection:
        found = told.counted(connection)
        row = connection.execute("SELECT max(revision) FROM hms.schema_compat").fetchone()
    differing = sorted(
        table for table in contents.counts.keys() | found.keys() if contents.counts.get(table) != found.get(table)
    )
    if differing:
        table = differing[0]
        raise Refused(
            "backup.incomplete",
            f"The restored database differs from its backup: {table} has {found.get(table, 'no')} rows "
            f"and had {contents.counts.get(table, 'no')}.",
        )
    if row is None or row[0] != contents.revision:
        raise Refused("backup.revision", "The restored database has another revision than its backup.")


def breaches(restored: Server) -> tuple[str, ...]:
    """What must always be true and is not: of the last business dates, of the whole ledger, of the audit's seals."""
    engine = sa.create_engine(
        "postgresql+psycopg://",
        creator=lambda: connect(restored, application="hms-backup", patient=True),
        poolclass=sa.pool.NullPool,
    )
    with Session(engine) as session:
        return _breaches(session)


def _breaches(session: Session) -> tuple[str, ...]:
    days = session.execute(
        sa.text(
            "SELECT DISTINCT business_date, business_date < hms.business_date() FROM hms.service_days "
            "WHERE business_date > hms.business_date() - :days ORDER BY 1"
        ),
        {"days": DAYS},
    ).all()
    return (
        *(breach for day, over in days for breach in invariants.breaches(session, day=day, over=over)),
        *ledger_invariants.breaches(session),
        *(f"Block {broken.block} of the audit trail is broken" for broken in sealing.broken(session)),
    )
