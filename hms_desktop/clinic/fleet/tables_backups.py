"""When the database was backed up last, and whether the backup was tried: what the health of the fleet asks for."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.records.tables import Base


class Backup(Base):
    """One finished backup: a `dump` (a file of its own) or a `base` (the beginning of an archive of the log).

    `made_at` is the moment of its snapshot; `file` a name without its folder; `verified` says that it was restored
    once; `breaches` counts the hospital's rules that the data in it breaks.
    """

    __tablename__ = "backups"
    __table_args__ = (
        sa.CheckConstraint("kind IN ('dump', 'base')", name="kind"),
        sa.CheckConstraint("file ~ '^[^/\\\\]{1,200}$'", name="file_form"),
        sa.CheckConstraint("sha256 ~ '^([0-9a-f]{64})?$'", name="sha256_form"),
        sa.CheckConstraint("bytes >= 0 AND seconds >= 0 AND breaches >= 0", name="figures"),
        sa.Index(None, "made_at"),
    )

    id: Mapped[int] = mapped_column(sa.Identity(always=True), primary_key=True)
    kind: Mapped[str]
    file: Mapped[str]
    bytes: Mapped[int]
    sha256: Mapped[str]
    seconds: Mapped[float] = mapped_column(sa.Double())
    made_at: Mapped[datetime]
    verified: Mapped[bool]
    breaches: Mapped[int] = mapped_column(sa.Integer())
    noted_at: Mapped[datetime] = mapped_column(server_default=sa.text("clock_timestamp()"))
