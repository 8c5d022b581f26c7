"""Suppliers, orders, receipts and invoices."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0015', '0.1.0')")
