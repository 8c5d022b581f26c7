"""The touch screen at the entrance."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    _machines()
    op.create_table(
        "check_in_rules",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("most_wrong", sa.SmallInteger(), server_default="10", nullable=False),
        sa.Column("wrong_within", sa.Interval(), server_default=sa.text("interval '10 minutes'"), nullable=False),
        sa.Column("locked_for", sa.Interval(), server_default=sa.text("interval '5 minutes'"), nullable=False),
        sa.Column("tickets_an_hour", sa.SmallInteger(), server_default="60", nullable=False),
        sa.Column("opens_before", sa.Interval(), server_default=sa.text("interval '2 hours'"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("check_in_rules_one_row_check")),
        sa.CheckConstraint("most_wrong BETWEEN 3 AND 50", name=op.f("check_in_rules_most_wrong_check")),
        sa.CheckConstraint(
            "wrong_within BETWEEN interval '1 minute' AND interval '1 day'",
            name=op.f("check_in_rules_wrong_within_check"),
        ),
        sa.CheckConstraint(
            "locked_for BETWEEN interval '1 minute' AND interval '1 day'", name=op.f("check_in_rules_locked_for_check")
        ),
        sa.CheckConstraint("tickets_an_hour BETWEEN 1 AND 2000", name=op.f("check_in_rules_tickets_an_hour_check")),
        sa.CheckConstraint(
            "opens_before BETWEEN interval '0' AND interval '12 hours'", name=op.f("check_in_rules_opens_before_check")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("check_in_rules_pkey")),
        schema="hms",
    )
    op.create_table(
        "entrance_tickets",
        sa.Column("ticket_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("display_id", sa.BigInteger(), nullable=False),
        sa.Column("given_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["display_id"], ["hms.displays.id"], name=op.f("entrance_tickets_display_id_fkey")),
        sa.ForeignKeyConstraint(["ticket_id"], ["hms.tickets.id"], name=op.f("entrance_tickets_ticket_id_fkey")),
        sa.PrimaryKeyConstraint("ticket_id", name=op.f("entrance_tickets_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("entrance_tickets_display_id_given_at_idx"),
        "entrance_tickets",
        ["display_id", "given_at"],
        schema="hms",
    )
    op.add_column(
        "service_rules",
        sa.Column("self_service", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        schema="hms",
    )
    op.add_column(
        "appointments",
        sa.Column(
            "number",
            sa.BigInteger(),
            sa.Computed("('x' || substr(code::text, 1, 8))::bit(32)::bigint % 100000000", persisted=True),
            nullable=False,
        ),
        schema="hms",
    )
    op.create_index("ix_appointments_number", "appointments", ["number"], schema="hms")
    for table in ("tickets", "segments"):
        op.alter_column(table, "patient_id", nullable=True, schema="hms")
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0024', '0.1.0')")


def _machines() -> None:
    """Beside the screens that show, those that are touched."""
    op.add_column("displays", sa.Column("kind", sa.Text(), server_default="screen", nullable=False), schema="hms")
    op.add_column("displays", sa.Column("printer_id", sa.BigInteger()), schema="hms")
    op.create_check_constraint(op.f("displays_kind_check"), "displays", "kind IN ('screen', 'check_in')", schema="hms")
    op.create_foreign_key(
        op.f("displays_printer_id_fkey"),
        "displays",
        "printers",
        ["printer_id"],
        ["id"],
        source_schema="hms",
        referent_schema="hms",
    )
