"""${message}."""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
min_client_version = "0.1.0"
"""The oldest client that may work with it: a release further only where this revision takes something away."""


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
