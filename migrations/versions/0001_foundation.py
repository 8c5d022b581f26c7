"""The foundation: records, organisation, staff, patients, queue and displays."""

from alembic import op

from hms_desktop.clinic.schema import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    metadata.create_all(op.get_bind())
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0001', '0.1.0')")
