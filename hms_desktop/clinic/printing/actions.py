"""What is wished of printers and papers: one function each, one round trip, done by the function of that name."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.printing.rules import Printer
from hms_desktop.core.storable import as_json


def save_printer(
    session: Session,
    *,
    intent: UUID,
    printer: Printer,
    active: bool = True,
    printer_id: int | None = None,
    version: int | None = None,
) -> int:
    """The printer's id; a new one has none yet. Raises Refused (name taken, paper that does not fit), Stale."""
    record = as_json(asdict(printer) | {"active": active})
    return _done(
        session,
        "save_printer(:intent, :id, :version, CAST(:record AS jsonb))",
        {"intent": intent, "id": printer_id, "version": version, "record": record},
    )


def choose_printer(
    session: Session, *, intent: UUID, document: str, printer: int | None, automatic: bool = False
) -> None:
    """From now on this workstation prints `document` there; None: where the hospital means it to. Raises Refused."""
    session.execute(
        sa.text("SELECT hms.choose_printer(:intent, :document, :printer, :automatic)"),
        {"intent": intent, "document": document, "printer": printer, "automatic": automatic},
    )


def queue_print(
    session: Session,
    *,
    intent: UUID,
    document: str,
    subject: int | None,
    printer: int | None = None,
    language: str | None = None,
) -> int:
    """The new job's id; in the hospital's first language where none is named.

    Raises Refused (no printer, a printer that is not meant for it).
    """
    return _done(
        session,
        "queue_print(:intent, :document, :subject, :printer, :language)",
        {"intent": intent, "document": document, "subject": subject, "printer": printer, "language": language},
    )


def repeat_print(session: Session, *, intent: UUID, job: int, printer: int | None = None) -> int:
    """The new job's id; its paper says that it is a reprint. Raises Refused (just being printed, printer closed)."""
    return _done(session, "repeat_print(:intent, :job, :printer)", {"intent": intent, "job": job, "printer": printer})


def begin_print(session: Session, *, intent: UUID, job: int) -> int:
    """The job, which nobody else can begin from now on. Raises Refused where somebody has."""
    return _done(session, "begin_print(:intent, :job)", {"intent": intent, "job": job})


def end_print(session: Session, *, intent: UUID, job: int, reason: str = "", sentence: str = "") -> int:
    """The job, printed, or failed for `reason` (an error's code) with its English `sentence`. Raises Refused."""
    return _done(
        session,
        "end_print(:intent, :job, :reason, :sentence)",
        {"intent": intent, "job": job, "reason": reason, "sentence": sentence},
    )


def cancel_print(session: Session, *, intent: UUID, job: int) -> int:
    """The job, which nobody wants any more. Raises Refused where it is being printed or has come out."""
    return _done(session, "cancel_print(:intent, :job)", {"intent": intent, "job": job})


def _done(session: Session, call: str, values: dict[str, Any]) -> int:
    result = session.execute(sa.text(f"SELECT hms.{call}"), values).scalar_one()
    return int(result["id"])
