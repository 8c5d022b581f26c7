"""What a person does about alerts, and the weighing that raises and resolves them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from hms_desktop.clinic.operations.queries_alerts import Figure
from hms_desktop.core.storable import as_json


def weigh(session: Session, *, figures: Sequence[Figure]) -> dict[str, int]:
    """For the worker: hold `figures` against the rules; how many alerts of each level are open then."""
    told = [{"figure": each.name, "subject": each.subject, "value": each.value} for each in figures]
    found: dict[str, int] = session.execute(
        text("SELECT hms.weigh(CAST(:figures AS jsonb))"), {"figures": as_json(told)}
    ).scalar_one()
    return found


def acknowledge_alert(session: Session, *, intent: UUID, alert: int) -> None:
    """This person has seen it. Raises Refused where it is over or somebody's already."""
    session.execute(text("SELECT hms.acknowledge_alert(:intent, :alert)"), {"intent": intent, "alert": alert})


def save_alert_rule(
    session: Session,
    *,
    intent: UUID,
    rule: int,
    version: int,
    warning: float | None,
    critical: float | None,
    minutes: int,
    active: bool,
) -> None:
    """Set the limits of a rule. Raises Refused where they make no sense, Stale where a colleague was faster."""
    record = {"warning": warning, "critical": critical, "minutes": minutes, "active": active}
    session.execute(
        text("SELECT hms.save_alert_rule(:intent, :rule, :version, CAST(:record AS jsonb))"),
        {"intent": intent, "rule": rule, "version": version, "record": as_json(record)},
    )
