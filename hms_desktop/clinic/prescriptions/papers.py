"""What a printed prescription says, in the patient's language as far as directions are known in it."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.organisation.queries import facility
from hms_desktop.clinic.organisation.rules import paper_tongue
from hms_desktop.clinic.patients.queries import patient_card
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.clinic.prescriptions import queries
from hms_desktop.clinic.prescriptions.queries import PrescribedLine
from hms_desktop.clinic.prescriptions.wording import directions_of
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content


def prescription_paper(session: Session, *, subject: int) -> Content:
    """The prescription `subject` as it was written.

    Raises Refused where it was cancelled or amended, or belongs to a record that this person has not opened.
    """
    sheet = queries.prescription_sheet(session, prescription=subject)
    if sheet.state in ("cancelled", "replaced"):
        raise Refused("prescriptions.not_printed", "This prescription does not stand any more; it was not printed.")
    record = patient_card(session, sheet.patient_id).record
    language = paper_tongue(record.language) or facility(session).languages[0]
    return Content(
        "prescription",
        {
            "number": sheet.id,
            "name": sheet.patient,
            "mrn": mrn_display(sheet.mrn),
            "birth": record.birth.display() if record.birth else "",
            "allergies": ", ".join(known.substance for known in record.allergies.known),
            "prescriber": sheet.prescriber,
            "transcriber": sheet.entered_by if sheet.transcribed else "",
            "department": sheet.department,
            "written": sheet.written_on,
            "valid": sheet.valid_until,
            "note": sheet.note,
        },
        {"medicines": tuple(_line(number, one, language) for number, one in enumerate(sheet.lines, 1))},
    )


def _line(number: int, one: PrescribedLine, language: str) -> tuple[str, str]:
    """`1. Amoxicillin 500 mg capsule`, and beside it how it is taken, how much, and how often again."""
    quantity = f"{one.line.quantity} {one.unit}"
    again = f" + {one.line.refills} × {one.line.quantity}" if one.line.refills else ""
    taken = directions_of(one.line, one.unit, language, one.form)
    return f"{number}. {one.medicine}", " · ".join(part for part in (taken, f"{quantity}{again}") if part)


def prescription_captions(session: Session, *, subjects: Sequence[int]) -> dict[int, str]:
    """The record numbers of whose prescriptions these are, by prescription."""
    rows = session.execute(
        sa.text(
            "SELECT p.id, q.mrn FROM hms.prescriptions p JOIN hms.patients q ON q.id = p.patient_id "
            "WHERE p.id = ANY (:subjects)"
        ),
        {"subjects": list(subjects)},
    )
    return {row.id: mrn_display(row.mrn) for row in rows}
