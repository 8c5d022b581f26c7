"""Reads about the cautions on labels: which were chosen, and what the label of one medicine says."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines.rules import title
from hms_desktop.clinic.safety.label_words import caution_words


@dataclass(frozen=True)
class LabelCautionRow:
    """A caution for a medicine (its title) or a class (its ATC code and name); its code, or the hospital's own words.

    One that is not `shown` is left out for this medicine.
    """

    id: int
    medicine_id: int | None
    about: str
    code: str
    words: str
    shown: bool


def label_cautions(session: Session) -> tuple[LabelCautionRow, ...]:
    """Every caution that was chosen: of classes by their code, then of medicines by name."""
    rows = session.execute(
        sa.text(
            """
            SELECT c.id, c.medicine_id, c.atc_code, c.code, c.words, c.shown, a.name AS class_name,
                   m.name, m.strength, m.form
            FROM hms.label_cautions c
            LEFT JOIN hms.medicines m ON m.id = c.medicine_id
            LEFT JOIN hms.atc_codes a ON a.code = c.atc_code
            ORDER BY c.atc_code NULLS LAST, lower(m.name), m.id, c.code, c.words
            """
        )
    )
    return tuple(
        LabelCautionRow(
            row.id,
            row.medicine_id,
            title(row.name, row.strength, row.form)
            if row.medicine_id
            else " · ".join(part for part in (row.atc_code, row.class_name) if part),
            row.code,
            row.words,
            row.shown,
        )
        for row in rows
    )


def cautions_of(session: Session, *, medicine: int, language: str) -> str:
    """What the label of the medicine says, in `language`; empty where nothing was chosen for it."""
    chosen = sa.text("SELECT code, words FROM hms.medicine_cautions WHERE medicine_id = :medicine")
    rows = session.execute(chosen, {"medicine": medicine}).all()
    return caution_words({row.code for row in rows}, {row.words for row in rows if row.words}, language)
