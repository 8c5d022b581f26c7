"""The register of controlled medicines."""

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0019', '0.1.0')")
