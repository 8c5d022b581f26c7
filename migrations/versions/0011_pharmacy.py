"""The pharmacy's ground: medicines, stock by batch with its ledger, and prescriptions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "atc_codes",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("code ~ '^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$'", name=op.f("atc_codes_code_check")),
        sa.PrimaryKeyConstraint("code", name=op.f("atc_codes_pkey")),
        schema="hms",
    )
    op.create_table(
        "medicines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("strength", sa.Text(), server_default="", nullable=False),
        sa.Column("form", sa.Text(), server_default="", nullable=False),
        sa.Column("route", sa.Text(), server_default="", nullable=False),
        sa.Column("base_unit", sa.Text(), nullable=False),
        sa.Column("atc_code", sa.Text(), server_default="", nullable=False),
        sa.Column("controlled", sa.Text(), server_default="", nullable=False),
        sa.Column("price", sa.Numeric(precision=14, scale=4), nullable=True),
        sa.Column("storage", sa.Text(), server_default="", nullable=False),
        sa.Column("look_alike", sa.Text(), server_default="", nullable=False),
        sa.Column("high_alert", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("atc_code = '' OR atc_code ~ '^[A-Z][0-9A-Z]{0,6}$'", name=op.f("medicines_atc_code_check")),
        sa.CheckConstraint(
            "btrim(base_unit) <> '' AND length(base_unit) <= 40", name=op.f("medicines_base_unit_check")
        ),
        sa.CheckConstraint("btrim(name) <> '' AND length(name) <= 300", name=op.f("medicines_name_check")),
        sa.CheckConstraint(
            "controlled IN ('', 'narcotic', 'psychotropic', 'precursor')", name=op.f("medicines_controlled_check")
        ),
        sa.CheckConstraint(
            "length(form) <= 120 AND length(route) <= 120 AND length(storage) <= 200",
            name=op.f("medicines_words_check"),
        ),
        sa.CheckConstraint("length(strength) <= 300", name=op.f("medicines_strength_check")),
        sa.CheckConstraint("price >= 0", name=op.f("medicines_price_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("medicines_pkey")),
        schema="hms",
    )
    op.create_index(op.f("medicines_atc_code_idx"), "medicines", ["atc_code"], unique=False, schema="hms")
    op.create_index(
        "medicines_identity_key",
        "medicines",
        [
            sa.literal_column("lower(name)"),
            sa.literal_column("lower(strength)"),
            sa.literal_column("lower(form)"),
            sa.literal_column("lower(route)"),
        ],
        unique=True,
        schema="hms",
    )
    op.create_table(
        "substances",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("synonyms", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("btrim(name) <> '' AND length(name) <= 300", name=op.f("substances_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("substances_pkey")),
        schema="hms",
    )
    op.create_index("substances_name_key", "substances", [sa.literal_column("lower(name)")], unique=True, schema="hms")
    op.create_table(
        "batches",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("lot", sa.Text(), nullable=False),
        sa.Column("expiry", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("unit_cost", sa.Numeric(precision=14, scale=4), nullable=True),
        sa.Column("state", sa.Text(), server_default="usable", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("btrim(lot) <> '' AND length(lot) <= 60", name=op.f("batches_lot_check")),
        sa.CheckConstraint("state IN ('usable', 'quarantined', 'recalled')", name=op.f("batches_state_check")),
        sa.CheckConstraint("unit_cost >= 0", name=op.f("batches_unit_cost_check")),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("batches_medicine_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("batches_pkey")),
        sa.UniqueConstraint(
            "medicine_id",
            "lot",
            "expiry",
            name=op.f("batches_medicine_id_lot_expiry_key"),
            postgresql_nulls_not_distinct=True,
        ),
        schema="hms",
    )
    op.create_index(op.f("batches_expiry_idx"), "batches", ["expiry"], unique=False, schema="hms")
    op.create_index(
        op.f("batches_medicine_id_expiry_idx"), "batches", ["medicine_id", "expiry"], unique=False, schema="hms"
    )
    op.create_table(
        "formulary",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["department_id"], ["hms.departments.id"], name=op.f("formulary_department_id_fkey")),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("formulary_medicine_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("formulary_pkey")),
        sa.UniqueConstraint("department_id", "medicine_id", name=op.f("formulary_department_id_medicine_id_key")),
        schema="hms",
    )
    op.create_index(op.f("formulary_medicine_id_idx"), "formulary", ["medicine_id"], unique=False, schema="hms")
    op.create_table(
        "medicine_substances",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("substance_id", sa.BigInteger(), nullable=False),
        sa.Column("strength", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.BigInteger(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["hms.medicines.id"], name=op.f("medicine_substances_medicine_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["substance_id"], ["hms.substances.id"], name=op.f("medicine_substances_substance_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("medicine_substances_pkey")),
        sa.UniqueConstraint(
            "medicine_id", "substance_id", name=op.f("medicine_substances_medicine_id_substance_id_key")
        ),
        schema="hms",
    )
    op.create_index(
        op.f("medicine_substances_substance_id_idx"),
        "medicine_substances",
        ["substance_id"],
        unique=False,
        schema="hms",
    )
    op.create_table(
        "packs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("gtin", sa.Text(), nullable=True),
        sa.Column("manufacturer", sa.Text(), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("btrim(name) <> '' AND length(name) <= 300", name=op.f("packs_name_check")),
        sa.CheckConstraint("gtin ~ '^[0-9]{14}$'", name=op.f("packs_gtin_check")),
        sa.CheckConstraint("units > 0", name=op.f("packs_units_check")),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("packs_medicine_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("packs_pkey")),
        sa.UniqueConstraint("gtin", name=op.f("packs_gtin_key")),
        schema="hms",
    )
    op.create_index(op.f("packs_medicine_id_idx"), "packs", ["medicine_id"], unique=False, schema="hms")
    op.create_table(
        "prescriptions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=True),
        sa.Column("prescriber", sa.Text(), nullable=False),
        sa.Column("transcribed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("entered_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("entered_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("state", sa.Text(), server_default="active", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("replaces_id", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "btrim(prescriber) <> '' AND length(prescriber) <= 200", name=op.f("prescriptions_prescriber_check")
        ),
        sa.CheckConstraint(
            "state IN ('active', 'completed', 'cancelled', 'replaced')", name=op.f("prescriptions_state_check")
        ),
        sa.CheckConstraint("length(note) <= 1000 AND length(reason) <= 500", name=op.f("prescriptions_words_check")),
        sa.CheckConstraint("valid_until >= written_on", name=op.f("prescriptions_valid_until_check")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["hms.departments.id"], name=op.f("prescriptions_department_id_fkey")
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("prescriptions_patient_id_fkey")),
        sa.ForeignKeyConstraint(["replaces_id"], ["hms.prescriptions.id"], name=op.f("prescriptions_replaces_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("prescriptions_pkey")),
        sa.UniqueConstraint("replaces_id", name=op.f("prescriptions_replaces_id_key")),
        schema="hms",
    )
    op.create_index(
        "prescriptions_active_idx",
        "prescriptions",
        ["id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("state = 'active'"),
    )
    op.create_index(
        op.f("prescriptions_department_id_idx"), "prescriptions", ["department_id"], unique=False, schema="hms"
    )
    op.create_index(
        op.f("prescriptions_patient_id_id_idx"), "prescriptions", ["patient_id", "id"], unique=False, schema="hms"
    )
    op.create_table(
        "stores",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("btrim(name) <> '' AND length(name) <= 120", name=op.f("stores_name_check")),
        sa.CheckConstraint("kind IN ('store', 'pharmacy', 'ward', 'quarantine')", name=op.f("stores_kind_check")),
        sa.ForeignKeyConstraint(["department_id"], ["hms.departments.id"], name=op.f("stores_department_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("stores_pkey")),
        sa.UniqueConstraint("name", name=op.f("stores_name_key")),
        schema="hms",
    )
    op.create_index(op.f("stores_department_id_idx"), "stores", ["department_id"], unique=False, schema="hms")
    op.create_table(
        "balances",
        sa.Column("batch_id", sa.BigInteger(), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("units >= 0", name=op.f("balances_units_check")),
        sa.ForeignKeyConstraint(["batch_id"], ["hms.batches.id"], name=op.f("balances_batch_id_fkey")),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("balances_store_id_fkey")),
        sa.PrimaryKeyConstraint("batch_id", "store_id", name=op.f("balances_pkey")),
        schema="hms",
        postgresql_with={"fillfactor": "80"},
    )
    op.create_index(op.f("balances_store_id_idx"), "balances", ["store_id"], unique=False, schema="hms")
    op.create_table(
        "movements",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("batch_id", sa.BigInteger(), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("reverses_id", sa.BigInteger(), nullable=True),
        sa.Column("other_store_id", sa.BigInteger(), nullable=True),
        sa.Column("department_id", sa.BigInteger(), nullable=True),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "NOT kind IN ('opening', 'receipt', 'transfer_in', 'patient_return') OR units > 0",
            name=op.f("movements_coming_check"),
        ),
        sa.CheckConstraint(
            "NOT kind IN ('transfer_out', 'issue', 'dispense', 'supplier_return', 'loss') OR units < 0",
            name=op.f("movements_leaving_check"),
        ),
        sa.CheckConstraint("(kind = 'reversal') = (reverses_id IS NOT NULL)", name=op.f("movements_reverses_check")),
        sa.CheckConstraint(
            "(kind IN ('transfer_out', 'transfer_in')) = (other_store_id IS NOT NULL) AND other_store_id <> store_id",
            name=op.f("movements_other_store_check"),
        ),
        sa.CheckConstraint("department_id IS NULL OR kind = 'issue'", name=op.f("movements_department_check")),
        sa.CheckConstraint(
            "kind IN ('opening', 'receipt', 'transfer_out', 'transfer_in', 'issue', 'dispense', 'patient_return', "
            "'supplier_return', 'loss', 'count', 'reversal')",
            name=op.f("movements_kind_check"),
        ),
        sa.CheckConstraint("balance >= 0", name=op.f("movements_balance_check")),
        sa.CheckConstraint("length(reason) <= 500 AND length(document) <= 80", name=op.f("movements_words_check")),
        sa.CheckConstraint("units <> 0", name=op.f("movements_units_check")),
        sa.ForeignKeyConstraint(["batch_id"], ["hms.batches.id"], name=op.f("movements_batch_id_fkey")),
        sa.ForeignKeyConstraint(["reverses_id"], ["hms.movements.id"], name=op.f("movements_reverses_id_fkey")),
        sa.ForeignKeyConstraint(["department_id"], ["hms.departments.id"], name=op.f("movements_department_id_fkey")),
        sa.ForeignKeyConstraint(["other_store_id"], ["hms.stores.id"], name=op.f("movements_other_store_id_fkey")),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("movements_store_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("movements_pkey")),
        sa.UniqueConstraint("reverses_id", name=op.f("movements_reverses_id_key")),
        schema="hms",
    )
    op.create_index(
        op.f("movements_batch_id_store_id_id_idx"),
        "movements",
        ["batch_id", "store_id", "id"],
        unique=False,
        schema="hms",
    )
    op.create_index(
        op.f("movements_store_id_occurred_on_idx"), "movements", ["store_id", "occurred_on"], unique=False, schema="hms"
    )
    op.create_table(
        "prescription_lines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("prescription_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("dose", sa.Numeric(precision=10, scale=3), nullable=True),
        sa.Column("frequency", sa.Text(), server_default="", nullable=False),
        sa.Column("days", sa.BigInteger(), nullable=True),
        sa.Column("as_needed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("daily_maximum", sa.Numeric(precision=10, scale=3), nullable=True),
        sa.Column("taper", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("refills", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("substitution", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("directions", sa.Text(), server_default="", nullable=False),
        sa.Column("supplied", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("supplied_until", sa.Date(), nullable=True),
        sa.Column("continues_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("days BETWEEN 1 AND 366", name=op.f("prescription_lines_days_check")),
        sa.CheckConstraint("dose > 0", name=op.f("prescription_lines_dose_check")),
        sa.CheckConstraint("daily_maximum > 0", name=op.f("prescription_lines_daily_maximum_check")),
        sa.CheckConstraint(
            "length(directions) <= 500 AND length(frequency) <= 20", name=op.f("prescription_lines_words_check")
        ),
        sa.CheckConstraint("quantity > 0", name=op.f("prescription_lines_quantity_check")),
        sa.CheckConstraint("refills BETWEEN 0 AND 99", name=op.f("prescription_lines_refills_check")),
        sa.CheckConstraint(
            "supplied BETWEEN 0 AND quantity * (1 + refills)", name=op.f("prescription_lines_supplied_check")
        ),
        sa.ForeignKeyConstraint(
            ["continues_id"], ["hms.prescription_lines.id"], name=op.f("prescription_lines_continues_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["hms.medicines.id"], name=op.f("prescription_lines_medicine_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["prescription_id"], ["hms.prescriptions.id"], name=op.f("prescription_lines_prescription_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("prescription_lines_pkey")),
        sa.UniqueConstraint("continues_id", name=op.f("prescription_lines_continues_id_key")),
        sa.UniqueConstraint("prescription_id", "place", name=op.f("prescription_lines_prescription_id_place_key")),
        schema="hms",
    )
    op.create_index(
        op.f("prescription_lines_medicine_id_idx"), "prescription_lines", ["medicine_id"], unique=False, schema="hms"
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0011', '0.1.0')")
