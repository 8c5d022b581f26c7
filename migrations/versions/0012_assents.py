"""The second person's assent."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "assents",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("intent", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("given_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("used_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("used_by", sa.Text(), nullable=True),
        sa.CheckConstraint("octet_length(digest) = 32", name=op.f("assents_digest_check")),
        sa.CheckConstraint("used_by <> person", name=op.f("assents_two_people_check")),
        sa.CheckConstraint("(used_at IS NULL) = (used_by IS NULL)", name=op.f("assents_used_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("assents_pkey")),
        sa.UniqueConstraint(
            "intent", "subject", "digest", "person", name=op.f("assents_intent_subject_digest_person_key")
        ),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0012', '0.1.0')")
