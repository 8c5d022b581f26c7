"""${message}."""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
min_client_version = "0.1.0"
"""The oldest client that may work with it: a release further only where this revision takes something away."""

ahead: tuple[str, ...] = ()
"""Statements for large tables, each run by itself before the transaction while the desks go on, and again after an
interruption: `CREATE INDEX CONCURRENTLY IF NOT EXISTS …`, and the same without CONCURRENTLY in `upgrade()` for a database
in which the table is new; `UPDATE … WHERE id IN (SELECT … LIMIT 5000 FOR UPDATE SKIP LOCKED)`, repeated until it finds no
row. A constraint is added as NOT VALID in `upgrade()`; its rows are checked afterwards by themselves."""


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
