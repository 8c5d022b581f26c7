"""What the catalogue needs besides its tables."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0013', '0.1.0')")
