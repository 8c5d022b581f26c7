"""What each counter did on days that are over is kept as its lines are, and made good for the days kept before."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"

_KEPT_BEFORE = """
INSERT INTO hms.counter_days
SELECT s.business_date, s.service_id, s.room_id, count(*), count(*) FILTER (WHERE s.state = 'done'),
       count(*) FILTER (WHERE s.state = 'transferred'), count(*) FILTER (WHERE s.state = 'no_show'),
       coalesce(sum(date_part('epoch', s.closed_at - s.called_at))
                FILTER (WHERE s.state IN ('done', 'transferred')), 0)
FROM hms.segments s JOIN hms.kept_days k ON k.business_date = s.business_date
WHERE s.room_id IS NOT NULL AND s.called_at IS NOT NULL AND s.state <> 'undone'
GROUP BY 1, 2, 3
"""


def upgrade() -> None:
    op.create_table(
        "counter_days",
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=False),
        sa.Column("called", sa.BigInteger(), nullable=False),
        sa.Column("served", sa.BigInteger(), nullable=False),
        sa.Column("sent_on", sa.BigInteger(), nullable=False),
        sa.Column("no_shows", sa.BigInteger(), nullable=False),
        sa.Column("busy", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("counter_days_room_id_fkey")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("counter_days_service_id_fkey")),
        sa.PrimaryKeyConstraint("business_date", "service_id", "room_id", name=op.f("counter_days_pkey")),
        schema="hms",
    )
    op.execute(_KEPT_BEFORE)
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0034', '0.1.0')")
