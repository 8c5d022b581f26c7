"""What the suite itself keeps a note of, whoever does it."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from hms_desktop.core.standing_alone import Sending


def note_saved_list(session: Session, *, intent: UUID, name: str, rows: int) -> None:
    """Note that this person takes `rows` rows of the list called `name` (a word, never content) out into a file."""
    session.execute(
        text("SELECT hms.note_saved_list(:intent, :name, :rows)"), {"intent": intent, "name": name, "rows": rows}
    )


_TELL_KNOCKS = text("SELECT hms.tell_knocks()")


def tell_knocks(session: Sending) -> None:
    """Tell the other screens what was changed by wishes whose knocks wait for their commit."""
    session.execute(_TELL_KNOCKS)
