"""What an appointment's slip says on paper."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.appointments import queries
from hms_desktop.clinic.appointments.rules import LIVE, booking_number
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content


def slip_paper(session: Session, *, subject: int) -> Content:
    """The slip of the appointment `subject`; its code checks in.

    Raises Refused where it does not stand (any more), or belongs to a record that this person has not opened.
    """
    line = queries.one_appointment(session, appointment=subject)
    if line is None or line.state not in LIVE:
        raise Refused("appointments.no_slip", "This appointment does not stand any more; no slip was printed.")
    if line.closed:
        raise Refused("patients.restricted", "This record is restricted; open it with a reason first.")
    return Content(
        "slip",
        {
            "when": line.at,
            "name": line.patient,
            "mrn": mrn_display(line.mrn),
            "clinic": line.clinic,
            "doctor": line.doctor,
            "room": line.room,
            "reason": line.reason,
            "code": str(line.code).upper(),
            "number": booking_number(line.code),
        },
    )


def slip_captions(session: Session, *, subjects: Sequence[int]) -> dict[int, str]:
    """The record numbers of who has these appointments, by appointment."""
    rows = session.execute(
        sa.text("SELECT id, mrn FROM hms.appointment_lines WHERE id = ANY (:subjects)"), {"subjects": list(subjects)}
    )
    return {row.id: mrn_display(row.mrn) for row in rows}
