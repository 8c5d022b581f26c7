"""What the suite itself keeps a note of, whoever does it."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session


def note_saved_list(session: Session, *, intent: UUID, name: str, rows: int) -> None:
    """Note that this person takes `rows` rows of the list called `name` (a word, never content) out into a file."""
    session.execute(
        text("SELECT hms.note_saved_list(:intent, :name, :rows)"), {"intent": intent, "name": name, "rows": rows}
    )
