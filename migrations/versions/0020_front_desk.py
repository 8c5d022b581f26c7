"""What is derived from a patient is written without checks of its own, and names for pieces within in few steps."""

from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.drop_constraint("patient_name_keys_patient_id_fkey", "patient_name_keys", schema="hms", type_="foreignkey")
    op.execute("ALTER INDEX hms.patients_search_name_trigrams_idx RESET (fastupdate)")
    op.execute("ALTER INDEX hms.patients_search_name_trigrams_idx SET (gin_pending_list_limit = 64)")
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0020', '0.1.0')")
