"""A new screen asks to be let in, and each sends a small picture of itself."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.create_table(
        "kiosk_pairings",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("handle", sa.LargeBinary(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=True),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("decided_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("display_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("code ~ '^[0123456789ACDEFGHJKLMNPRTUVWXY]{8}$'", name=op.f("kiosk_pairings_code_check")),
        sa.CheckConstraint("octet_length(handle) = 32", name=op.f("kiosk_pairings_handle_check")),
        sa.CheckConstraint("state IN ('waiting', 'accepted', 'refused')", name=op.f("kiosk_pairings_state_check")),
        sa.CheckConstraint("(state = 'waiting') = (verifier IS NOT NULL)", name=op.f("kiosk_pairings_verifier_check")),
        sa.CheckConstraint("(state = 'waiting') = (decided_by IS NULL)", name=op.f("kiosk_pairings_decided_check")),
        sa.CheckConstraint(
            "(state = 'accepted') = (display_id IS NOT NULL)", name=op.f("kiosk_pairings_display_check")
        ),
        sa.ForeignKeyConstraint(["display_id"], ["hms.displays.id"], name=op.f("kiosk_pairings_display_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("kiosk_pairings_pkey")),
        sa.UniqueConstraint("code", name=op.f("kiosk_pairings_code_key")),
        sa.UniqueConstraint("handle", name=op.f("kiosk_pairings_handle_key")),
        schema="hms",
    )
    op.create_index(op.f("kiosk_pairings_asked_at_idx"), "kiosk_pairings", ["asked_at"], unique=False, schema="hms")
    op.create_index(op.f("kiosk_pairings_display_id_idx"), "kiosk_pairings", ["display_id"], unique=False, schema="hms")
    op.create_table(
        "display_thumbnails",
        sa.Column("display_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("taken_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("sent_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("octet_length(picture) <= 40000", name=op.f("display_thumbnails_picture_check")),
        sa.ForeignKeyConstraint(["display_id"], ["hms.displays.id"], name=op.f("display_thumbnails_display_id_fkey")),
        sa.PrimaryKeyConstraint("display_id", name=op.f("display_thumbnails_pkey")),
        schema="hms",
    )
    _let_in_the_pairing_login()
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0023', '0.1.0')")


def _let_in_the_pairing_login() -> None:
    """A cluster that was set up before this revision lacks the login; it gets its password from `hms-admin kiosk`."""
    op.execute(
        """
        DO $$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hms_pairing') THEN
                SET LOCAL ROLE hms_staff_keeper;
                CREATE ROLE hms_pairing LOGIN CONNECTION LIMIT 10;
                SET LOCAL ROLE hms_owner;
            END IF;
            EXECUTE format('GRANT CONNECT ON DATABASE %I TO hms_pairing', current_database());
        END $$
        """
    )
