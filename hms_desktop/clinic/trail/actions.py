"""How long the months are kept, and the work on them that goes on by itself."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session


def keep_months(session: Session, *, intent: UUID, subject: str, months: int | None) -> None:
    """Keep the months of `subject` for so many months from now on; None: for ever.

    Raises Refused where that is too short (the audit trail: 12 months, everything else: one).
    """
    session.execute(
        text("SELECT hms.keep_months(:intent, :subject, :months)"),
        {"intent": intent, "subject": subject, "months": months},
    )


def tend_months(session: Session) -> tuple[str, ...]:
    """For the worker: open the months ahead, index those that are over, drop those that are kept no longer.

    Returns the names of the dropped partitions.
    """
    session.execute(text("SELECT hms.open_months()"))
    session.execute(text("SELECT hms.close_months()"))
    return tuple(session.execute(text("SELECT * FROM hms.retire_months()")).scalars())
