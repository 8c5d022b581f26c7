"""What a medicine's label and the patient's leaflet say, in the patient's language where the hospital has its words."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.dispensing.rules import OWED
from hms_desktop.clinic.medicines.scanning import own_code
from hms_desktop.clinic.patients.rules import display_name, mrn_display
from hms_desktop.clinic.prescriptions.queries import line_of
from hms_desktop.clinic.prescriptions.wording import directions_of
from hms_desktop.clinic.safety.label_words import caution_words
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content, Value

_LABELS = sa.text(
    """
    SELECT h.dispense_id, h.prescription_id, h.business_date, h.store, h.pharmacist, h.note, h.line_id,
           min(h.id) AS id, sum(h.units) AS units, string_agg(h.lot, ' + ' ORDER BY h.id) AS lots,
           min(h.expiry) AS expiry, m.name, m.strength, m.form AS given_form, m.base_unit, m.storage, l.medicine_id,
           l.dose, l.frequency, l.days, l.as_needed, l.daily_maximum, l.taper, l.quantity, l.refills, l.substitution,
           l.directions, p.given_names, p.family_name, p.mrn, hms.patients_language(p.patient_id) AS language,
           ARRAY(SELECT c.code FROM hms.medicine_cautions c WHERE c.medicine_id = m.id AND c.code <> '') AS cautions,
           ARRAY(SELECT c.words FROM hms.medicine_cautions c WHERE c.medicine_id = m.id AND c.words <> '') AS own
    FROM hms.handed_out h
    JOIN hms.medicines m ON m.id = h.medicine_id
    JOIN hms.dispensable_lines l ON l.id = h.line_id
    JOIN hms.dispensable p ON p.id = h.prescription_id
    WHERE h.dispense_id = :dispense
    GROUP BY h.dispense_id, h.prescription_id, h.business_date, h.store, h.pharmacist, h.note, h.line_id, m.id,
             l.medicine_id, l.dose, l.frequency, l.days, l.as_needed, l.daily_maximum, l.taper, l.quantity, l.refills,
             l.substitution, l.directions, p.given_names, p.family_name, p.mrn, p.patient_id
    ORDER BY min(h.id)
    """
)
_DISPENSE_OF = sa.text("SELECT dispense_id FROM hms.handed_out WHERE id = :subject")
_LEFT_OUT = sa.text(
    """
    SELECT o.kind, o.units, o.reason, l.medicine, l.strength, l.form, l.base_unit
    FROM hms.left_out o JOIN hms.dispensable_lines l ON l.id = o.line_id
    WHERE o.dispense_id = :dispense ORDER BY l.place, o.id
    """
)


_LABEL_CAPTIONS = sa.text(
    "SELECT h.id, p.mrn FROM hms.handed_out h JOIN hms.dispensable p ON p.id = h.prescription_id "
    "WHERE h.id = ANY (:subjects)"
)
_LEAFLET_CAPTIONS = sa.text(
    "SELECT DISTINCT h.dispense_id AS id, p.mrn FROM hms.handed_out h "
    "JOIN hms.dispensable p ON p.id = h.prescription_id WHERE h.dispense_id = ANY (:subjects)"
)


def label_paper(session: Session, *, subject: int) -> Content:
    """The label of what was handed out on one line; `subject` is the first of its rows. Its code opens the repeat.

    Raises Refused where it is not known, or the record is restricted and not open.
    """
    dispense = session.execute(_DISPENSE_OF, {"subject": subject}).scalar_one_or_none()
    rows = session.execute(_LABELS, {"dispense": dispense}).all()
    place, row = next(((at, one) for at, one in enumerate(rows, start=1) if one.id == subject), (0, None))
    if row is None:
        raise Refused("dispensing.no_dispense", "This dispense is not known; look it up again.")
    return Content(
        "medicine_label",
        {
            "patient": display_name(row.given_names, row.family_name),
            "mrn": mrn_display(row.mrn),
            "medicine": _medicine(row.name, row.strength, row.given_form),
            "quantity": f"{row.units} {row.base_unit}",
            "directions": _directions(row),
            "cautions": " ".join(part for part in (_cautions(row), row.storage) if part),
            "given": row.business_date,
            "batch": row.lots,
            "expiry": row.expiry or "",
            "pharmacy": row.store,
            "number": f"{place}/{len(rows)}",
            "code": own_code("supply", subject),
        },
    )


def leaflet_paper(session: Session, *, subject: int) -> Content:
    """What the patient got in the dispense `subject`, how it is taken, and what was not supplied (rule 40).

    Raises Refused where it is not known, or the record is restricted and not open.
    """
    rows = session.execute(_LABELS, {"dispense": subject}).all()
    if not rows:
        raise Refused("dispensing.no_dispense", "This dispense is not known; look it up again.")
    head = rows[0]
    left = session.execute(_LEFT_OUT, {"dispense": subject}).all()
    fields: dict[str, Value] = {
        "patient": display_name(head.given_names, head.family_name),
        "mrn": mrn_display(head.mrn),
        "given": head.business_date,
        "pharmacy": head.store,
        "pharmacist": head.pharmacist,
        "note": head.note,
        "code": own_code("supply", head.id),
    }
    return Content(
        "leaflet",
        fields,
        {
            "supplied": tuple(
                (
                    _medicine(row.name, row.strength, row.given_form),
                    " ".join(
                        part for part in (f"{row.units} {row.base_unit}.", _directions(row), _cautions(row)) if part
                    ),
                )
                for row in rows
            ),
            "owed": tuple(_missing(row) for row in left if row.kind == OWED),
            "left": tuple(_missing(row) for row in left if row.kind != OWED),
        },
    )


def label_captions(session: Session, *, subjects: Sequence[int]) -> dict[int, str]:
    """The record numbers of whom these labels are for."""
    rows = session.execute(_LABEL_CAPTIONS, {"subjects": list(subjects)})
    return {row.id: mrn_display(row.mrn) for row in rows}


def leaflet_captions(session: Session, *, subjects: Sequence[int]) -> dict[int, str]:
    """The record numbers of whom these leaflets are for."""
    rows = session.execute(_LEAFLET_CAPTIONS, {"subjects": list(subjects)})
    return {row.id: mrn_display(row.mrn) for row in rows}


def _medicine(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _directions(row: Any) -> str:
    return directions_of(line_of(row), row.base_unit, row.language, row.given_form)


def _cautions(row: Any) -> str:
    return caution_words(row.cautions, row.own, row.language)


def _missing(row: Any) -> tuple[str, str]:
    """A medicine that was left out, with how much of it and why."""
    told = ". ".join(part for part in (f"{row.units} {row.base_unit}", row.reason) if part)
    return _medicine(row.medicine, row.strength, row.form), told
