"""Which cautions stand on the labels of a medicine, or of a class of medicines."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
min_client_version = "0.1.0"


def upgrade() -> None:
    op.create_table(
        "label_cautions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=True),
        sa.Column("atc_code", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("shown", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.CheckConstraint("num_nonnulls(medicine_id, atc_code) = 1", name=op.f("label_cautions_about_check")),
        sa.CheckConstraint(
            "atc_code ~ '^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$'", name=op.f("label_cautions_atc_code_check")
        ),
        sa.CheckConstraint(
            "(code = '') <> (words = '') AND length(words) <= 120", name=op.f("label_cautions_words_check")
        ),
        sa.CheckConstraint(
            "shown OR medicine_id IS NOT NULL AND code <> ''", name=op.f("label_cautions_left_out_check")
        ),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("label_cautions_medicine_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("label_cautions_pkey")),
        sa.UniqueConstraint(
            "medicine_id",
            "atc_code",
            "code",
            "words",
            name=op.f("label_cautions_medicine_id_atc_code_code_words_key"),
            postgresql_nulls_not_distinct=True,
        ),
        schema="hms",
    )
