"""What people do about safety: bring in interactions, tune how warnings are shown, note what was shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from hms_desktop.clinic.safety.rules import Warned
from hms_desktop.core.storable import storable


@dataclass(frozen=True)
class BroughtList:
    """What an import came to: a new list or one that was here; whether it is the one that is asked from now on."""

    id: int
    made: bool
    active: bool


def import_interactions(
    session: Session,
    *,
    intent: UUID,
    source: str,
    release: str,
    digest: str,
    terms: Iterable[Mapping[str, Any]],
    pairs: Iterable[Mapping[str, Any]],
) -> BroughtList:
    """Bring in one release of a source's interactions, whole or not at all; the newest release becomes active.

    The same files a second time change nothing. Raises Refused where the release is here with other contents.
    """
    result = session.execute(
        sa.text("SELECT hms.import_interactions(:intent, :source, :release, :digest, :terms, :pairs)").bindparams(
            sa.bindparam("terms", type_=JSONB()), sa.bindparam("pairs", type_=JSONB())
        ),
        {
            "intent": intent,
            "source": source,
            "release": release,
            "digest": digest,
            "terms": list(terms),
            "pairs": list(pairs),
        },
    ).scalar_one()
    return BroughtList(**result)


def use_interactions(session: Session, *, intent: UUID, list_id: int) -> None:
    """Ask this list from now on instead of the other releases of its source."""
    session.execute(sa.text("SELECT hms.use_interactions(:intent, :list)"), {"intent": intent, "list": list_id})


def save_warning_level(
    session: Session, *, intent: UUID, subject: str, version: int | None, level: str, reason: str
) -> None:
    """Show a kind of warning, or one warning, at `level` from now on. Raises Refused (never hidden), Stale."""
    session.execute(
        sa.text("SELECT hms.save_warning_level(:intent, :subject, :version, :level, :reason)"),
        {"intent": intent, "subject": subject, "version": version, "level": level, "reason": reason},
    )


def save_caution(
    session: Session, *, intent: UUID, caution_id: int | None, version: int | None, caution: Mapping[str, Any]
) -> int:
    """Keep what is known of a substance (columns of tables.Caution); its id. Raises Refused, Stale."""
    result = session.execute(
        sa.text("SELECT hms.save_caution(:intent, :id, :version, :caution)").bindparams(
            sa.bindparam("caution", type_=JSONB())
        ),
        {"intent": intent, "id": caution_id, "version": version, "caution": dict(caution)},
    ).scalar_one()
    return int(result["id"])


def remove_caution(session: Session, *, intent: UUID, caution_id: int) -> None:
    """Take out what was said of a substance; the audit trail keeps it."""
    session.execute(sa.text("SELECT hms.remove_caution(:intent, :id)"), {"intent": intent, "id": caution_id})


def add_label_caution(
    session: Session,
    *,
    intent: UUID,
    medicine: int | None = None,
    atc_code: str = "",
    code: str = "",
    words: str = "",
    shown: bool = True,
) -> int:
    """A caution for the labels of one medicine or of an ATC class, or one that is left out for a medicine; its id.

    Raises Refused (not one medicine or class, neither a known caution nor own words, known already).
    """
    result = session.execute(
        sa.text("SELECT hms.add_label_caution(:intent, :medicine, :atc_code, :code, :words, :shown)"),
        {
            "intent": intent,
            "medicine": medicine,
            "atc_code": storable(atc_code),
            "code": code,
            "words": storable(words),
            "shown": shown,
        },
    ).scalar_one()
    return int(result["id"])


def remove_label_caution(session: Session, *, intent: UUID, caution: int) -> None:
    """Take a caution out; what it said stays in the audit trail."""
    session.execute(sa.text("SELECT hms.remove_label_caution(:intent, :id)"), {"intent": intent, "id": caution})


def note_shown(session: Session, *, intent: UUID, warned: Iterable[Warned]) -> None:
    """Count that these warnings were shown; not about whom."""
    shown = [
        {"kind": one.kind, "subject": one.subject, "code": one.code, "level": one.level}
        for warning in warned
        for one in warning.findings
    ]
    session.execute(
        sa.text("SELECT hms.note_warnings_shown(:intent, :shown)").bindparams(sa.bindparam("shown", type_=JSONB())),
        {"intent": intent, "shown": shown},
    )
