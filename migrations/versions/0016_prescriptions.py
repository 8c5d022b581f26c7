"""Sigs, favourites and the rest of prescribing."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0016', '0.1.0')")
