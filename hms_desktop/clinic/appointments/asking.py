"""How a wish travels to its function in the database, and its record as JSON."""

import datetime as dt
import functools
import json
from typing import Any

import sqlalchemy as sa

from hms_desktop.clinic.organisation.rules import storable
from hms_desktop.core.standing_alone import Sending


def ask(session: Sending, wish: str, **values: Any) -> dict[str, Any]:
    """Call `hms.<wish>`, which names its arguments as `:name`, in one round trip; what it answers."""
    answer: dict[str, Any] = session.execute(_statement(wish), values).scalar_one()
    return answer


def as_json(**record: Any) -> str:
    """The fields as the database's functions read them; Refused for text that cannot be stored."""
    return storable(json.dumps(record, ensure_ascii=False, default=_written))


def _written(value: object) -> str:
    """Dates and times of day in ISO 8601, spans of time in seconds."""
    if isinstance(value, dt.timedelta):
        return f"{value.total_seconds()} seconds"
    assert isinstance(value, dt.date | dt.time)  # noqa: S101 - nothing else stands in a record
    return value.isoformat()


@functools.cache
def _statement(wish: str) -> sa.TextClause:
    return sa.text(f"SELECT hms.{wish}")
