"""Runs the revisions on the connection that hms-admin migrate hands over, inside its one transaction."""

from alembic import context

from hms_desktop.clinic.schema import metadata

connection = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("Revisions run through `hms-admin migrate`, which holds the lock and re-applies the guards.")

context.configure(
    connection=connection,
    target_metadata=metadata,
    version_table_schema="hms",
    include_schemas=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
