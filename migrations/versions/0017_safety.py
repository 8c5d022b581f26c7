"""Interactions, and how safety warnings are tuned."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "interaction_lists",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("release", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("pairs", sa.BigInteger(), nullable=False),
        sa.Column("imported_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint("digest ~ '^[0-9a-f]{64}$'", name=op.f("interaction_lists_digest_check")),
        sa.CheckConstraint(
            "source ~ '^[A-Za-z0-9 ._-]{1,40}$' AND release ~ '^[A-Za-z0-9 ._-]{1,40}$'",
            name=op.f("interaction_lists_names_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("interaction_lists_pkey")),
        sa.UniqueConstraint("source", "release", name=op.f("interaction_lists_source_release_key")),
        schema="hms",
    )
    op.create_index(
        "interaction_lists_active_key",
        "interaction_lists",
        ["source"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("active"),
    )
    op.create_table(
        "warning_levels",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 300", name=op.f("warning_levels_reason_check")),
        sa.CheckConstraint("level IN ('stop', 'warning', 'info', 'hidden')", name=op.f("warning_levels_level_check")),
        sa.CheckConstraint("length(subject) BETWEEN 1 AND 300", name=op.f("warning_levels_subject_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("warning_levels_pkey")),
        sa.UniqueConstraint("subject", name=op.f("warning_levels_subject_key")),
        schema="hms",
    )
    op.create_table(
        "warnings_shown",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("intent", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("shown_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint("level IN ('stop', 'warning', 'info', 'hidden')", name=op.f("warnings_shown_level_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("warnings_shown_pkey")),
        sa.UniqueConstraint("intent", "code", name=op.f("warnings_shown_intent_code_key")),
        schema="hms",
    )
    op.create_index(
        op.f("warnings_shown_kind_subject_idx"), "warnings_shown", ["kind", "subject"], unique=False, schema="hms"
    )
    op.create_table(
        "cautions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("substance_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_age", sa.BigInteger(), nullable=True),
        sa.Column("to_age", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.Text(), server_default="mg", nullable=False),
        sa.Column("least_at_once", sa.Numeric(precision=12, scale=3), nullable=True),
        sa.Column("most_at_once", sa.Numeric(precision=12, scale=3), nullable=True),
        sa.Column("most_a_day", sa.Numeric(precision=12, scale=3), nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "kind <> 'age' OR coalesce(from_age, to_age) IS NOT NULL", name=op.f("cautions_age_given_check")
        ),
        sa.CheckConstraint(
            "kind <> 'dose' OR coalesce(least_at_once, most_at_once, most_a_day) IS NOT NULL",
            name=op.f("cautions_dose_given_check"),
        ),
        sa.CheckConstraint("kind IN ('dose', 'age', 'pregnancy')", name=op.f("cautions_kind_check")),
        sa.CheckConstraint("unit IN ('mg', 'g', 'mcg', 'IU')", name=op.f("cautions_unit_check")),
        sa.CheckConstraint("from_age <= to_age", name=op.f("cautions_age_order_check")),
        sa.CheckConstraint("from_age BETWEEN 0 AND 150 AND to_age BETWEEN 0 AND 150", name=op.f("cautions_ages_check")),
        sa.CheckConstraint("least_at_once <= most_at_once", name=op.f("cautions_amount_order_check")),
        sa.CheckConstraint(
            "least_at_once > 0 AND most_at_once > 0 AND most_a_day > 0", name=op.f("cautions_amounts_check")
        ),
        sa.CheckConstraint("length(words) <= 500 AND length(source) <= 200", name=op.f("cautions_texts_check")),
        sa.ForeignKeyConstraint(["substance_id"], ["hms.substances.id"], name=op.f("cautions_substance_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("cautions_pkey")),
        schema="hms",
    )
    op.create_index(op.f("cautions_substance_id_idx"), "cautions", ["substance_id"], unique=False, schema="hms")
    op.create_table(
        "interaction_terms",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("list_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.CheckConstraint("btrim(name) <> '' AND length(name) <= 300", name=op.f("interaction_terms_name_check")),
        sa.CheckConstraint("kind IN ('substance', 'class', 'other')", name=op.f("interaction_terms_kind_check")),
        sa.ForeignKeyConstraint(["list_id"], ["hms.interaction_lists.id"], name=op.f("interaction_terms_list_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("interaction_terms_pkey")),
        sa.UniqueConstraint("list_id", "name", name=op.f("interaction_terms_list_id_name_key")),
        schema="hms",
    )
    op.create_table(
        "warning_overrides",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("intent", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("assent_by", sa.Text(), nullable=True),
        sa.Column("overridden_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint(
            "btrim(reason) <> '' AND length(reason) <= 300", name=op.f("warning_overrides_reason_check")
        ),
        sa.CheckConstraint(
            "level <> 'stop' OR assent_by IS NOT NULL", name=op.f("warning_overrides_stop_has_assent_check")
        ),
        sa.CheckConstraint("assent_by <> person", name=op.f("warning_overrides_two_people_check")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("warning_overrides_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("warning_overrides_pkey")),
        sa.UniqueConstraint("intent", "code", name=op.f("warning_overrides_intent_code_key")),
        schema="hms",
    )
    op.create_index(
        op.f("warning_overrides_kind_subject_idx"), "warning_overrides", ["kind", "subject"], unique=False, schema="hms"
    )
    op.create_index(
        op.f("warning_overrides_patient_id_idx"), "warning_overrides", ["patient_id"], unique=False, schema="hms"
    )
    op.create_table(
        "interaction_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("term_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["term_id"], ["hms.interaction_terms.id"], name=op.f("interaction_keys_term_id_fkey")),
        sa.PrimaryKeyConstraint("key", "term_id", name=op.f("interaction_keys_pkey")),
        schema="hms",
    )
    op.create_table(
        "interaction_members",
        sa.Column("substance_id", sa.BigInteger(), nullable=False),
        sa.Column("class_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["hms.interaction_terms.id"], name=op.f("interaction_members_class_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["substance_id"], ["hms.interaction_terms.id"], name=op.f("interaction_members_substance_id_fkey")
        ),
        sa.PrimaryKeyConstraint("substance_id", "class_id", name=op.f("interaction_members_pkey")),
        schema="hms",
    )
    op.create_table(
        "interaction_pairs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("one_id", sa.BigInteger(), nullable=False),
        sa.Column("other_id", sa.BigInteger(), nullable=False),
        sa.Column("gravity", sa.Text(), nullable=False),
        sa.Column("risk", sa.Text(), server_default="", nullable=False),
        sa.Column("conduct", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "gravity IN ('contraindication', 'avoid', 'precaution', 'note')",
            name=op.f("interaction_pairs_gravity_check"),
        ),
        sa.CheckConstraint("one_id <= other_id", name=op.f("interaction_pairs_order_check")),
        sa.ForeignKeyConstraint(["one_id"], ["hms.interaction_terms.id"], name=op.f("interaction_pairs_one_id_fkey")),
        sa.ForeignKeyConstraint(
            ["other_id"], ["hms.interaction_terms.id"], name=op.f("interaction_pairs_other_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("interaction_pairs_pkey")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("interaction_pairs_one_id_other_id_key")),
        schema="hms",
    )
    op.create_index(
        op.f("interaction_pairs_other_id_idx"), "interaction_pairs", ["other_id"], unique=False, schema="hms"
    )
    op.create_table(
        "substance_spellings",
        sa.Column("substance_id", sa.BigInteger(), nullable=False),
        sa.Column("spelling", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["substance_id"],
            ["hms.substances.id"],
            name=op.f("substance_spellings_substance_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("substance_id", "spelling", name=op.f("substance_spellings_pkey")),
        schema="hms",
    )
    op.create_index(op.f("substance_spellings_key_idx"), "substance_spellings", ["key"], unique=False, schema="hms")
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0017', '0.1.0')")
