"""Runs the revisions on the connection that hms-admin migrate hands over, inside its one transaction."""

from typing import Any

import sqlalchemy as sa
from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo

from hms_desktop.clinic.schema import metadata

connection = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("Revisions run through `hms-admin migrate`, which holds the lock and re-applies the guards.")


def note_served(*, ctx: MigrationContext, step: MigrationInfo, **_rest: Any) -> None:
    """What the revision says of itself becomes its row in schema_compat; the first 33 write theirs by themselves."""
    said = step.up_revision.module
    if ctx.connection is not None and hasattr(said, "min_client_version"):
        ctx.connection.execute(
            sa.text(
                "INSERT INTO hms.schema_compat (revision, min_client_version, message) "
                "VALUES (:revision, :oldest, :told)"
            ),
            {"revision": said.revision, "oldest": said.min_client_version, "told": getattr(said, "message", "")},
        )


context.configure(
    connection=connection,
    target_metadata=metadata,
    version_table_schema="hms",
    include_schemas=True,
    compare_type=True,
    on_version_apply=note_served,
)
with context.begin_transaction():
    context.run_migrations()
