"""What the suite itself keeps a note of, whoever does it."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session


def note_saved_list(session: Session, *, intent: UUID, name: str, rows: int) -> None:
    """Note that this person takes `rows` rows of the list called `name` (a word, never content) out into a file."""
    session.execute(
        text("SELECT hms.note_saved_list(:intent, :name, :rows)"), {"intent": intent, "name": name, "rows": rows}
    )


def announce_release(session: Session, *, intent: UUID, version: str, message: str = "") -> None:
    """Say that `version` can be had; older programs show it, and `message` with it. Raises Refused."""
    session.execute(
        text("SELECT hms.announce_release(:intent, :version, :message)"),
        {"intent": intent, "version": version, "message": message},
    )


def require_release(session: Session, *, intent: UUID, version: str, required: bool = True) -> None:
    """Shut out every program older than `version`, or let them in again. Raises Refused where it was not announced."""
    session.execute(
        text("SELECT hms.require_release(:intent, :version, :required)"),
        {"intent": intent, "version": version, "required": required},
    )


def withdraw_release(session: Session, *, intent: UUID, version: str) -> None:
    """Announce `version` no longer, and shut nobody out for it. Raises Refused where it was not announced."""
    session.execute(text("SELECT hms.withdraw_release(:intent, :version)"), {"intent": intent, "version": version})
