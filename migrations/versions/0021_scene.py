"""What a waiting-room screen shows by itself: its hours, volumes and messages."""

from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0021', '0.1.0')")
