"""What is wished about reports: to have one made by itself, and to begin and end the making."""

import datetime as dt
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.storable import as_json


@dataclass(frozen=True)
class Order:
    """A report for every day, week (`on_day` 1 to 7, Monday first) or month (`on_day` 1 to 28), at `at_time`.

    `parameters` are {"period": a word of rules.PERIODS} and ids of service, department or store.
    """

    title: str
    report: str
    parameters: dict[str, Any]
    format: str
    language: str
    every: str
    on_day: int
    at_time: dt.time
    folder: str = ""
    recipients: tuple[str, ...] = ()
    active: bool = True


@dataclass(frozen=True)
class Run:
    """A report that is to be made now. `attempt` counts from 1."""

    run_id: int
    attempt: int
    due_on: dt.date
    schedule_id: int
    title: str
    report: str
    parameters: dict[str, Any]
    format: str
    language: str
    folder: str
    recipients: tuple[str, ...] = field(default_factory=tuple)


def save_schedule(
    session: Session, *, intent: UUID, order: Order, schedule: int | None = None, version: int = 0
) -> int:
    """Order a report, or change the order `schedule` of that version; its id."""
    record = {**asdict(order), "at_time": order.at_time.isoformat()}
    found: dict[str, Any] = session.execute(
        sa.text("SELECT hms.save_report_schedule(:intent, :id, :version, CAST(:record AS jsonb))"),
        {"intent": intent, "id": schedule, "version": version, "record": as_json(record)},
    ).scalar_one()
    return int(found["id"])


def begin_run(session: Session) -> Run | None:
    """The next report that is due, noted as begun; None where nothing is. No other worker gets the same one."""
    found: dict[str, Any] | None = session.execute(sa.text("SELECT hms.begin_report_run()")).scalar_one()
    if found is None:
        return None
    due = dt.date.fromisoformat(found.pop("due_on"))
    return Run(due_on=due, recipients=tuple(found.pop("recipients")), **found)


def end_run(session: Session, *, run: Run, rows: int, files: tuple[str, ...], code: str = "") -> bool:
    """Note how a run ended; False where it is not this attempt's any more."""
    ended: bool = session.execute(
        sa.text("SELECT hms.end_report_run(:run, :attempt, :rows, :files, :code)"),
        {"run": run.run_id, "attempt": run.attempt, "rows": rows, "files": list(files), "code": code},
    ).scalar_one()
    return ended


def keep_daily_figures(session: Session) -> int:
    """Keep the figures of the days that are over; how many days."""
    kept: int = session.execute(sa.text("SELECT hms.keep_daily_figures()")).scalar_one()
    return kept
