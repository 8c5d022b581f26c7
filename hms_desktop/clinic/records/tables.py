"""What every area leans on: the declarative base, intents, the audit trail, and what version a database is."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA = "hms"


class Base(DeclarativeBase):
    """All tables of the hospital stand in one schema and name their constraints by one rule."""

    metadata = sa.MetaData(
        schema=SCHEMA,
        naming_convention={
            "pk": "%(table_name)s_pkey",
            "fk": "%(table_name)s_%(column_0_name)s_fkey",
            "uq": "%(table_name)s_%(column_0_N_name)s_key",
            "ck": "%(table_name)s_%(constraint_name)s_check",
            "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        },
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        datetime: sa.TIMESTAMP(timezone=True),
        str: sa.Text(),
        int: sa.BigInteger(),
        dict[str, Any]: pg.JSONB(),
        list[str]: pg.ARRAY(sa.Text()),
    }


def identity() -> Mapped[int]:
    """The `id` of an audited table: drawn by the database, never given."""
    return mapped_column(sa.Identity(always=True), primary_key=True)


def version_column() -> Mapped[int]:
    """Counts the changes of an editable row; a save must name the version it has read."""
    return mapped_column(server_default=sa.text("1"))


class Installation(Base):
    """What this database is, written when it is created; only a `demo` has a clock that can be set.

    `guards_hash` is the SHA-256 of the guards that were applied last.
    """

    __tablename__ = "installation"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="single"),
        sa.CheckConstraint("kind IN ('hospital', 'demo')", name="kind"),
    )

    id: Mapped[int] = mapped_column(
        sa.SmallInteger(), primary_key=True, server_default=sa.text("1"), autoincrement=False
    )
    kind: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=sa.text("clock_timestamp()"))
    guards_hash: Mapped[str] = mapped_column(server_default=sa.text("''"))


class SchemaCompat(Base):
    """One row a revision: the oldest client that may still work with it, and what to tell an older one."""

    __tablename__ = "schema_compat"

    revision: Mapped[str] = mapped_column(primary_key=True)
    min_client_version: Mapped[str]
    message: Mapped[str] = mapped_column(server_default=sa.text("''"))


class Release(Base):
    """A release that IT has announced; where it is `required`, older programs are shut out."""

    __tablename__ = "releases"
    __table_args__ = (sa.CheckConstraint("version ~ '^\\d{1,4}([.]\\d{1,4}){1,3}$'", name="version_form"),)

    id: Mapped[int] = identity()
    version: Mapped[str] = mapped_column(unique=True)
    message: Mapped[str] = mapped_column(server_default=sa.text("''"))
    required: Mapped[bool] = mapped_column(server_default=sa.text("false"))
    announced_at: Mapped[datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))


class Intent(Base):
    """One wish of one person, so that a retry after a lost answer finds the first result."""

    __tablename__ = "intents"
    __table_args__ = (sa.Index(None, "at"), {"postgresql_with": {"fillfactor": "70"}})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person: Mapped[str]
    action: Mapped[str]
    result: Mapped[dict[str, Any] | None]
    at: Mapped[datetime]


class AuditEntry(Base):
    """One changed row: who, at which workstation, when, what, old and new; by month, append-only for every role."""

    __tablename__ = "audit"
    __table_args__ = (
        sa.Index("audit_subject_idx", "subject", "key", "at"),
        sa.PrimaryKeyConstraint("at", "id"),
        sa.Index("audit_unsealed_idx", "id", postgresql_where=sa.text("block IS NULL")),
        sa.Index("audit_block_idx", "block", postgresql_where=sa.text("block IS NOT NULL")),
        {"postgresql_partition_by": "RANGE (at)"},
    )

    id: Mapped[int] = identity()
    at: Mapped[datetime] = mapped_column(primary_key=True)
    person: Mapped[str]
    workstation: Mapped[str]
    subject: Mapped[str]
    key: Mapped[int]
    verb: Mapped[str]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    block: Mapped[int | None]


class AuditBlock(Base):
    """A seal over some audit entries: how many, their SHA-256, and the block before, as a chain."""

    __tablename__ = "audit_blocks"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed_at: Mapped[datetime]
    entries: Mapped[int]
    digest: Mapped[bytes]
    previous: Mapped[bytes]


class SavedList(Base):
    """A list that somebody took out of the suite into a file: which one, how many rows; never what it held."""

    __tablename__ = "saved_lists"
    __table_args__ = (
        sa.CheckConstraint("name ~ '^[a-z_]{1,40}$'", name="name_form"),
        sa.CheckConstraint("rows_saved >= 0", name="rows_saved_count"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    rows_saved: Mapped[int]
    saved_at: Mapped[datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
