"""How a wish travels to its function in the database."""

import functools
from typing import Any

import sqlalchemy as sa

from hms_desktop.core.standing_alone import Sending


def ask(session: Sending, wish: str, **values: Any) -> dict[str, Any]:
    """Call `hms.<wish>`, which names its arguments as `:name`, in one round trip; what it answers."""
    answer: dict[str, Any] = session.execute(_statement(wish), values).scalar_one()
    return answer


@functools.cache
def _statement(wish: str) -> sa.TextClause:
    return sa.text(f"SELECT hms.{wish}")
