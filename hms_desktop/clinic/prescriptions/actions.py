"""What a prescriber or pharmacist wishes: one function each, one round trip, done by a function of guards*.sql.

All of them raise Refused with the hospital's sentence; those that take a `version` raise Stale when a colleague
changed the prescription since it was read.
"""

import datetime as dt
import functools
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.prescriptions.rules import Line, Order
from hms_desktop.core.storable import as_json, storable


@dataclass(frozen=True)
class Written:
    """A prescription as it stands after a step, its lines in their order.

    `ticket` is what the patient holds for the pharmacy, empty where none was asked for; `ticket_from` says whether it
    is `new`, waits `there` already, or comes from `elsewhere` when the patient is finished there.
    """

    id: int
    version: int
    patient_id: int
    prescriber: str
    written_on: dt.date
    valid_until: dt.date
    state: str
    line_ids: tuple[int, ...]
    ticket: str = ""
    ticket_from: str = ""


def write_prescription(session: Session, *, intent: UUID, patient: int, order: Order, lines: Sequence[Line]) -> Written:
    """Prescribe these lines; what a pharmacist writes is transcribed and names its prescriber."""
    return _written(
        _ask(
            session,
            "write_prescription(:intent, :patient, :record, :lines)",
            intent=intent,
            patient=patient,
            record=as_json(asdict(order)),
            lines=_lines(lines),
        )
    )


def amend_prescription(
    session: Session,
    *,
    intent: UUID,
    prescription: int,
    version: int,
    order: Order,
    lines: Sequence[Line],
    reason: str = "",
) -> Written:
    """Replace a prescription by a new version; lines of the same medicine go on with what was supplied already."""
    return _written(
        _ask(
            session,
            "amend_prescription(:intent, :prescription, :version, :record, :lines)",
            intent=intent,
            prescription=prescription,
            version=version,
            record=as_json(asdict(order) | {"reason": reason}),
            lines=_lines(lines),
        )
    )


def cancel_prescription(session: Session, *, intent: UUID, prescription: int, version: int, reason: str) -> Written:
    """End a prescription; what was supplied on it stays as it was."""
    return _written(
        _ask(
            session,
            "cancel_prescription(:intent, :prescription, :version, :reason)",
            intent=intent,
            prescription=prescription,
            version=version,
            reason=storable(reason),
        )
    )


def save_favourite_line(session: Session, *, intent: UUID, name: str, line: Line, department: int | None = None) -> int:
    """Keep a line under a name, for this person or for a department; one of that name is replaced. Its id."""
    record = as_json(asdict(line) | {"name": name, "department_id": department})
    return int(_ask(session, "save_favourite_line(:intent, :record)", intent=intent, record=record)["id"])


def drop_favourite_line(session: Session, *, intent: UUID, favourite: int) -> None:
    """Take a favourite off the list."""
    _ask(session, "drop_favourite_line(:intent, :favourite)", intent=intent, favourite=favourite)


def save_prescribing_rules(
    session: Session, *, intent: UUID, version: int, pharmacy: int | None, valid_days: int, controlled_days: int
) -> None:
    """Set which service is the pharmacy (None: no tickets) and for how many days prescriptions are valid."""
    record = as_json({"pharmacy_id": pharmacy, "valid_days": valid_days, "controlled_days": controlled_days})
    wish = "save_prescribing_rules(:intent, :version, :record)"
    _ask(session, wish, intent=intent, version=version, record=record)


def _ask(session: Session, wish: str, **values: Any) -> dict[str, Any]:
    answer: dict[str, Any] = session.execute(_statement(wish), values).scalar_one()
    return answer


@functools.cache
def _statement(wish: str) -> sa.TextClause:
    return sa.text(f"SELECT hms.{wish}")


def _lines(lines: Sequence[Line]) -> str:
    return as_json([asdict(line) for line in lines])


def _written(answer: dict[str, Any]) -> Written:
    days = {name: dt.date.fromisoformat(answer[name]) for name in ("written_on", "valid_until")}
    return Written(**answer | days | {"line_ids": tuple(answer["line_ids"])})
