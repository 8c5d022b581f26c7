"""What the database's refusals mean to a person: the hospital's own sentence, or one of the server's put into words."""

import json
from typing import Any

import psycopg
import sqlalchemy as sa

from hms_desktop.core.errors import HmsError, Refused, Stale, Unreachable

AWAY = "The server does not answer; check the network. What you typed is kept."
UNREADABLE = "The text holds a character that cannot be stored; type it again."
_SENTENCES: dict[str, tuple[type[HmsError], str, str]] = {
    "42501": (Refused, "access.denied", "Your duties do not allow this; ask an administrator for them."),
    "57014": (
        Unreachable,
        "server.slow",
        "The server took too long and the request was stopped; try again.",
    ),
    "55P03": (Unreachable, "server.busy", "A colleague is changing the same entry; try again in a moment."),
    "40P01": (Unreachable, "server.busy", "A colleague is changing the same entry; try again in a moment."),
    "40001": (Unreachable, "server.busy", "A colleague is changing the same entry; try again in a moment."),
    "22021": (Refused, "text.unreadable", UNREADABLE),
    "22P05": (Refused, "text.unreadable", UNREADABLE),
    "22001": (Refused, "text.too_long", "The text is too long for this field; shorten it."),
    "22003": (Refused, "number.too_large", "The number is too large for this field; check it."),
    "54000": (Refused, "text.too_long", "The text is too long for this field; shorten it."),
}


def explained(error: sa.exc.DBAPIError | psycopg.Error) -> Exception:
    """What the database's refusal means to a person; the error itself where it is a bug of ours."""
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    if not isinstance(cause, psycopg.Error):
        return error
    state = cause.sqlstate or ""
    if state in ("HM001", "HM002"):
        kind = Refused if state == "HM001" else Stale
        diagnosis = cause.diag
        return kind(
            diagnosis.constraint_name or "rule",
            diagnosis.message_primary or "",
            _params(diagnosis.message_detail),
        )
    if state in _SENTENCES:
        fault, code, sentence = _SENTENCES[state]
        return fault(code, sentence)
    if state[:2] in ("08", "57", "53") or (isinstance(cause, psycopg.OperationalError) and not state):
        return Unreachable("server.away", AWAY)
    if state[:2] == "23":
        name = cause.diag.constraint_name or cause.diag.column_name or "entry"
        sentence = f"The database refused this entry ({name}); check it and try again."
        return Refused(f"constraint.{name}", sentence, {"name": name})
    if isinstance(cause, psycopg.DataError) and not state:
        return Refused("text.unreadable", UNREADABLE)
    return error


def _params(detail: str | None) -> dict[str, Any]:
    try:
        found = json.loads(detail or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
