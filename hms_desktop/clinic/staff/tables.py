"""The people on duty: each a PostgreSQL login of their own with one or more duties."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.records.tables import Base, identity, version_column


class Person(Base):
    """One member of staff; `login` is the name of their role in PostgreSQL, where the password's verifier lives."""

    __tablename__ = "people"
    __table_args__ = (
        sa.UniqueConstraint("login"),
        sa.CheckConstraint("length(display_name) BETWEEN 1 AND 200", name="display_name"),
        sa.CheckConstraint("login ~ '^[a-z][a-z0-9._-]{1,39}$' AND login !~ '^(hms|pg)_'", name="login"),
    )

    id: Mapped[int] = identity()
    login: Mapped[str]
    display_name: Mapped[str]
    duties: Mapped[list[str]]
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    created_at: Mapped[datetime]
    password_changed_at: Mapped[datetime]
    version: Mapped[int] = version_column()


class Assent(Base):
    """A second person's yes to what a first one is about to do, written by the second one's own connection.

    `intent` is the first one's wish, `digest` the SHA-256 of exactly what was agreed to. It is good for two minutes
    and consumed once, by the function that does the wish.
    """

    __tablename__ = "assents"
    __table_args__ = (
        sa.UniqueConstraint("intent", "subject", "digest", "person"),
        sa.CheckConstraint("octet_length(digest) = 32", name="digest"),
        sa.CheckConstraint("used_by <> person", name="two_people"),
        sa.CheckConstraint("(used_at IS NULL) = (used_by IS NULL)", name="used"),
    )

    id: Mapped[int] = identity()
    intent: Mapped[UUID]
    subject: Mapped[str]
    digest: Mapped[bytes]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    given_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[str | None]
