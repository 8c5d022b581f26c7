"""The people on duty: each a PostgreSQL login of their own with one or more duties."""

from datetime import datetime

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
