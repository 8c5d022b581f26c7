"""What is watched, from which figure on somebody is told, and what is wrong until it is put right."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.records.tables import Base, identity, version_column

LEVELS = ("warning", "critical")


class AlertRule(Base):
    """One limit: a figure `above` (or below) `warning` or `critical` for so many `minutes` raises an alert."""

    __tablename__ = "alert_rules"
    __table_args__ = (
        sa.CheckConstraint("warning IS NOT NULL OR critical IS NOT NULL", name="some_limit"),
        sa.CheckConstraint(
            "CASE WHEN above THEN critical >= warning ELSE critical <= warning END IS NOT FALSE", name="order"
        ),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name="minutes"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str] = mapped_column(unique=True)
    figure: Mapped[str]
    above: Mapped[bool]
    warning: Mapped[Decimal | None]
    critical: Mapped[Decimal | None]
    minutes: Mapped[int] = mapped_column(sa.Integer, server_default="0")
    active: Mapped[bool] = mapped_column(server_default=sa.text("true"))
    version: Mapped[int] = version_column()


class Alert(Base):
    """One thing that is or was wrong. `raised_at` is empty while its minutes are not over; times are the server's."""

    __tablename__ = "alerts"
    __table_args__ = (
        sa.CheckConstraint("level IN ('warning', 'critical')", name="level"),
        sa.Index("alerts_open_idx", "rule_id", "subject", unique=True, postgresql_where=sa.text("resolved_at IS NULL")),
        sa.Index("alerts_resolved_at_idx", "resolved_at"),
    )

    id: Mapped[int] = identity()
    rule_id: Mapped[int] = mapped_column(sa.ForeignKey("alert_rules.id"))
    subject: Mapped[str]
    level: Mapped[str]
    figure: Mapped[Decimal]
    began_at: Mapped[datetime]
    raised_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[str | None]
    resolved_at: Mapped[datetime | None]
