"""Dispenses, leases and what is owed."""

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0018', '0.1.0')")
