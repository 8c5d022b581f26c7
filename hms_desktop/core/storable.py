"""What PostgreSQL can keep of a text, and how a record is written for a function that takes jsonb."""

import datetime as dt
import functools
import json
import re
from decimal import Decimal
from uuid import UUID

from hms_desktop.core.errors import Refused

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def unstorable(text: str) -> bool:
    """No text of PostgreSQL: it has a NUL or half of a surrogate pair."""
    return _UNSTORABLE.search(text) is not None


def storable(text: str) -> str:
    """`text` itself; Refused where it holds a NUL or half a character, which no database can keep."""
    if unstorable(text):
        raise Refused("text.unreadable", "The text holds a character that cannot be stored; type it again.")
    return text


def as_json(record: object) -> str:
    """The record as the database's functions read it: characters as they are, so that what they refuse is seen here.

    Dates and times in ISO 8601, spans of time in seconds, decimals as they are written, so that nothing is rounded on
    the way. Raises Refused for half a character; a NUL, which JSON escapes, is refused by the server in the same words.
    """
    return storable(json.dumps(record, ensure_ascii=False, default=_plain))


@functools.singledispatch
def _plain(value: object) -> str:
    raise TypeError(f"a {type(value).__name__} cannot be written for the database")


@_plain.register
def _moment(value: dt.date | dt.time) -> str:
    return value.isoformat()


@_plain.register
def _span(value: dt.timedelta) -> str:
    return f"{value.total_seconds()} seconds"


@_plain.register
def _number(value: Decimal | UUID) -> str:
    return str(value)
