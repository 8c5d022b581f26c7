"""Medical record numbers come from a sequence: a counter row made every registration wait for the one before it."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.execute("CREATE SEQUENCE hms.mrn_numbers")
    op.execute("SELECT setval('hms.mrn_numbers', max(last_number)) FROM hms.mrn_counter HAVING count(*) > 0")
    op.drop_table("mrn_counter", schema="hms")
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0010', '0.1.0')")
