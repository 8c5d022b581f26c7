"""What every program tells of itself each minute, its crashes, and the sums over the whole fleet."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.records.tables import Base, identity

_COUNTS = pg.ARRAY(sa.BigInteger())
"""How many lie in each bucket of core.histogram."""


def _number() -> Mapped[int]:
    return mapped_column(sa.Integer, server_default="0")


class TelemetryRow(Base):
    """One program's minute; times are the server's own clock, durations ms, sizes MB, shares percent.

    `detail` holds the works by name ({n, failed, ms, counts}), the cache by tag ({hits, misses}) and the lines where
    the window stood still ({times, longest_ms}).
    """

    __tablename__ = "telemetry"
    __table_args__ = (
        sa.Index(None, "workstation", "at"),
        sa.Index(None, "at"),
        {"postgresql_partition_by": "RANGE (at)"},
    )

    id: Mapped[int] = identity()
    at: Mapped[datetime] = mapped_column(primary_key=True)
    person: Mapped[str]
    workstation: Mapped[str]
    program: Mapped[str]
    version: Mapped[str]
    seconds: Mapped[int] = _number()
    statements: Mapped[int] = _number()
    statement_ms: Mapped[int] = _number()
    slow_statements: Mapped[int] = _number()
    slow_works: Mapped[int] = _number()
    repeats: Mapped[int] = _number()
    works: Mapped[int] = _number()
    failed: Mapped[int] = _number()
    pool_peak: Mapped[int] = _number()
    pool_checkouts: Mapped[int] = _number()
    pool_opened: Mapped[int] = _number()
    pool_waits: Mapped[int] = _number()
    pool_wait_ms: Mapped[int] = _number()
    lost: Mapped[int] = _number()
    line_ms: Mapped[float | None] = mapped_column(sa.REAL)
    stalls: Mapped[int] = _number()
    longest_stall_ms: Mapped[int] = _number()
    memory_mb: Mapped[int] = _number()
    cpu_percent: Mapped[float] = mapped_column(sa.REAL, server_default="0")
    memory_percent: Mapped[float] = mapped_column(sa.REAL, server_default="0")
    disk_percent: Mapped[float] = mapped_column(sa.REAL, server_default="0")
    cache_hits: Mapped[int] = _number()
    cache_misses: Mapped[int] = _number()
    latency: Mapped[list[int]] = mapped_column(_COUNTS)
    detail: Mapped[dict[str, Any]]


class FleetMinute(Base):
    """The sum of all that was told within one minute."""

    __tablename__ = "fleet_minutes"
    __table_args__ = ({"postgresql_with": {"fillfactor": "60"}},)

    at: Mapped[datetime] = mapped_column(primary_key=True)
    clients: Mapped[int] = _number()
    works: Mapped[int] = _number()
    failed: Mapped[int] = _number()
    statements: Mapped[int] = _number()
    pool_checkouts: Mapped[int] = _number()
    pool_opened: Mapped[int] = _number()
    pool_waits: Mapped[int] = _number()
    pool_wait_ms: Mapped[int] = _number()
    lost: Mapped[int] = _number()
    stalls: Mapped[int] = _number()
    cache_hits: Mapped[int] = _number()
    cache_misses: Mapped[int] = _number()
    latency: Mapped[list[int]] = mapped_column(_COUNTS)


class FleetWork(Base):
    """One action or query of the whole fleet within one hour."""

    __tablename__ = "fleet_works"
    __table_args__ = ({"postgresql_with": {"fillfactor": "60"}},)

    hour: Mapped[datetime] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    calls: Mapped[int] = mapped_column(server_default="0")
    failed: Mapped[int] = mapped_column(server_default="0")
    ms: Mapped[int] = mapped_column(server_default="0")
    latency: Mapped[list[int]] = mapped_column(_COUNTS)


class FleetCache(Base):
    """How often the caches of the fleet had what was asked for, by what was asked, within one hour."""

    __tablename__ = "fleet_caches"
    __table_args__ = ({"postgresql_with": {"fillfactor": "60"}},)

    hour: Mapped[datetime] = mapped_column(primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)
    hits: Mapped[int] = mapped_column(server_default="0")
    misses: Mapped[int] = mapped_column(server_default="0")


class Crash(Base):
    """An error of ours that nobody expected: its kind and the line of code, never its words."""

    __tablename__ = "crashes"
    __table_args__ = (sa.Index(None, "at"), sa.Index(None, "workstation", "at"))

    id: Mapped[int] = identity()
    at: Mapped[datetime]
    person: Mapped[str]
    workstation: Mapped[str]
    program: Mapped[str]
    version: Mapped[str]
    kind: Mapped[str]
    line: Mapped[str]
    report: Mapped[str]
