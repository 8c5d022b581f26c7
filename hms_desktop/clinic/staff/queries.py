"""Reads about the people on duty."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from hms_desktop.clinic.staff.tables import Person
from hms_desktop.core.errors import Refused
from hms_desktop.core.reference import reference


@dataclass(frozen=True)
class Me:
    """Who is signed in on this connection."""

    login: str
    display_name: str
    duties: frozenset[str]
    by_ticket: bool


@dataclass(frozen=True)
class PersonRow:
    """One member of staff as the administrator's list shows them; moments are UTC."""

    id: int
    login: str
    display_name: str
    duties: tuple[str, ...]
    active: bool
    password_changed_at: datetime
    version: int


_BY_TICKET = sa.literal_column("coalesce(system_user LIKE 'gss:%', false)", sa.Boolean).label("by_ticket")
"""system_user: the method of pg_hba.conf that let this connection in, and whom that method knows."""


def me(session: Session) -> Me:
    """The person whose login opened this connection.

    Raises Refused where the login is none of the hospital's staff (a service's login, a superuser).
    """
    row = session.execute(
        sa.select(Person.login, Person.display_name, Person.duties, _BY_TICKET).where(
            Person.login == sa.literal_column("session_user"), Person.active
        )
    ).one_or_none()
    if row is None:
        raise Refused("staff.not_here", "This account is not on the hospital's list of staff; ask an administrator.")
    return Me(row.login, row.display_name, frozenset(row.duties), row.by_ticket)


@reference("people")
def people(session: Session) -> tuple[PersonRow, ...]:
    """Everyone by name, closed accounts last."""
    found = session.execute(
        sa.select(Person).order_by(Person.active.desc(), sa.func.lower(Person.display_name), Person.id)
    ).scalars()
    return tuple(
        PersonRow(
            id=person.id,
            login=person.login,
            display_name=person.display_name,
            duties=tuple(person.duties),
            active=person.active,
            password_changed_at=person.password_changed_at,
            version=person.version,
        )
        for person in found
    )


def digest_of(session: Session, *, content: Mapping[str, Any]) -> bytes:
    """The SHA-256 under which the server knows `content`; a second person's assent is bound to it."""
    found: bytes = session.execute(
        sa.select(sa.func.hms.digest_of(sa.bindparam("content", dict(content), JSONB())))
    ).scalar_one()
    return found
