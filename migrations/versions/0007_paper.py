"""Printers, the workstations' choices among them, and print jobs."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "printers",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("paper", sa.Text(), server_default="roll80", nullable=False),
        sa.Column("label_width", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("label_height", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("code_page", sa.Text(), server_default="CP858", nullable=False),
        sa.Column("documents", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "code_page IN ('CP437', 'CP850', 'CP852', 'CP858', 'CP866', 'CP1252', 'picture')",
            name=op.f("printers_code_page_check"),
        ),
        sa.CheckConstraint(
            "connection IN ('network', 'usb', 'spooler', 'serial', 'device', 'system', 'folder')",
            name=op.f("printers_connection_check"),
        ),
        sa.CheckConstraint(
            "paper <> 'label' OR (label_width BETWEEN 20 AND 300 AND label_height BETWEEN 20 AND 300)",
            name=op.f("printers_label_size_check"),
        ),
        sa.CheckConstraint("paper IN ('roll80', 'roll58', 'label', 'a4')", name=op.f("printers_paper_check")),
        sa.CheckConstraint("cardinality(documents) <= 20", name=op.f("printers_documents_check")),
        sa.CheckConstraint("length(address) <= 200", name=op.f("printers_address_check")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name=op.f("printers_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("printers_pkey")),
        sa.UniqueConstraint("name", name=op.f("printers_name_key")),
        schema="hms",
    )
    op.create_table(
        "print_jobs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=True),
        sa.Column("printer_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), server_default="en", nullable=False),
        sa.Column("original_id", sa.BigInteger(), nullable=True),
        sa.Column("reprint", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("state", sa.Text(), server_default="queued", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("sentence", sa.Text(), server_default="", nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("queued_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("began_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("ended_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("document ~ '^[a-z_]{1,20}$'", name=op.f("print_jobs_document_check")),
        sa.CheckConstraint("language ~ '^[a-z]{2,3}$'", name=op.f("print_jobs_language_check")),
        sa.CheckConstraint(
            "state IN ('queued', 'printing', 'printed', 'failed', 'cancelled')", name=op.f("print_jobs_state_check")
        ),
        sa.CheckConstraint("length(reason) <= 60 AND length(sentence) <= 300", name=op.f("print_jobs_reason_check")),
        sa.CheckConstraint("length(workstation) BETWEEN 1 AND 60", name=op.f("print_jobs_workstation_check")),
        sa.CheckConstraint(
            "reprint >= 0 AND (reprint = 0) = (original_id IS NULL)", name=op.f("print_jobs_reprint_check")
        ),
        sa.ForeignKeyConstraint(["original_id"], ["hms.print_jobs.id"], name=op.f("print_jobs_original_id_fkey")),
        sa.ForeignKeyConstraint(["printer_id"], ["hms.printers.id"], name=op.f("print_jobs_printer_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("print_jobs_pkey")),
        sa.UniqueConstraint("original_id", "reprint", name=op.f("print_jobs_original_id_reprint_key")),
        schema="hms",
    )
    op.create_index("ix_print_jobs_business_date", "print_jobs", ["business_date", "id"], unique=False, schema="hms")
    op.create_index(op.f("print_jobs_printer_id_idx"), "print_jobs", ["printer_id"], unique=False, schema="hms")
    op.create_table(
        "printer_choices",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("printer_id", sa.BigInteger(), nullable=False),
        sa.Column("automatic", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.CheckConstraint("document ~ '^[a-z_]{1,20}$'", name=op.f("printer_choices_document_check")),
        sa.CheckConstraint("length(workstation) BETWEEN 1 AND 60", name=op.f("printer_choices_workstation_check")),
        sa.ForeignKeyConstraint(["printer_id"], ["hms.printers.id"], name=op.f("printer_choices_printer_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("printer_choices_pkey")),
        sa.UniqueConstraint("workstation", "document", name=op.f("printer_choices_workstation_document_key")),
        schema="hms",
    )
    op.create_index(
        op.f("printer_choices_printer_id_idx"), "printer_choices", ["printer_id"], unique=False, schema="hms"
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0007', '0.1.0')")
