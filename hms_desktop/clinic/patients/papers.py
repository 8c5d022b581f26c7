"""What a patient's card and the registration's summary say on paper."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients import queries
from hms_desktop.clinic.patients.rules import Birth, mrn_display
from hms_desktop.clinic.patients.tables import Patient
from hms_desktop.core.paper import Content, Value, Word

_IDENTIFIERS = {
    "national_id": Word("National ID"),
    "health_number": Word("Health number"),
    "passport": Word("Passport"),
    "birth_certificate": Word("Birth certificate"),
    "driving_licence": Word("Driving licence"),
    "insurance_card": Word("Insurance card"),
    "other_hospital": Word("Other hospital"),
    "other": Word("Number"),
}


def card_paper(session: Session, *, subject: int) -> Content:
    """The card of the patient `subject`; its code is the record number. Raises Refused as `patient_card` does."""
    card = queries.patient_card(session, subject)
    return Content(
        "card",
        {"name": card.name, "mrn": mrn_display(card.mrn), "birth": _born(card.record.birth), "code": card.mrn},
    )


def registration_paper(session: Session, *, subject: int) -> Content:
    """What was written down about the patient `subject`, to be read and kept. Raises Refused as `patient_card` does."""
    card = queries.patient_card(session, subject)
    record = card.record
    registered = session.execute(
        sa.text("SELECT CAST(:at AS timestamptz) AT TIME ZONE time_zone FROM hms.facility"), {"at": card.created_at}
    ).scalar_one()
    return Content(
        "registration",
        {
            "name": card.name,
            "mrn": mrn_display(card.mrn),
            "birth": _born(record.birth),
            "sex": "" if record.sex == "unknown" else Word(record.sex),
            "address": record.address,
            "registered": registered,
            "code": card.mrn,
        },
        {
            "phones": tuple((Word("Phone"), phone.number) for phone in record.phones),
            "identifiers": tuple((_IDENTIFIERS[known.kind], known.value) for known in record.identifiers),
        },
    )


def card_captions(session: Session, *, subjects: Sequence[int]) -> dict[int, str]:
    """The patients' record numbers by id; of records that this person may not see, none."""
    rows = session.execute(sa.select(Patient.id, Patient.mrn).where(Patient.id.in_(subjects)))
    return {row.id: mrn_display(row.mrn) for row in rows}


def _born(birth: Birth | None) -> Value:
    """A whole date can be said in words; less than that stands in figures, an age as a year that is about right."""
    if birth is None:
        return ""
    return birth.date if birth.precision == "day" else birth.display()
