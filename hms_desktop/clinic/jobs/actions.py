"""What is wished of the worker by people, and what the worker itself writes down: each one call of a function."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.storable import as_json


@dataclass(frozen=True)
class Turns:
    """When a task is to be done by itself: `every_minutes`, or `at_time` on ISO `weekdays` (none: every day)."""

    every_minutes: int | None = None
    at_time: dt.time | None = None
    weekdays: tuple[int, ...] = ()
    paused: bool = False


@dataclass(frozen=True)
class MessageDraft:
    """How messages are to go: none to patients in the quiet hours, so many a minute, and to whom notices go."""

    quiet_from: dt.time | None
    quiet_until: dt.time | None
    most_a_minute: int
    notices_to: tuple[str, ...]


def save_schedule(session: Session, *, intent: UUID, task: str, version: int, turns: Turns) -> int:
    """Set when `task` is done; the schedule's id. Raises Refused, Stale."""
    made = session.execute(
        sa.text(
            "SELECT hms.save_schedule(:intent, :task, :version, CAST(:every AS integer), CAST(:at AS time), "
            "CAST(:weekdays AS smallint[]), :paused)"
        ),
        {
            "intent": intent,
            "task": task,
            "version": version,
            "every": turns.every_minutes,
            "at": turns.at_time,
            "weekdays": list(turns.weekdays),
            "paused": turns.paused,
        },
    ).scalar_one()
    return int(made["id"])


def do_now(session: Session, *, intent: UUID, task: str) -> None:
    """Have the worker do `task` within seconds, besides its usual turns. Raises Refused."""
    session.execute(sa.text("SELECT hms.do_now(:intent, :task)"), {"intent": intent, "task": task})


def repeat_job(session: Session, *, intent: UUID, job: int) -> None:
    """Try a job anew that was given up, or now one that waits. Raises Refused."""
    session.execute(sa.text("SELECT hms.repeat_job(:intent, :job)"), {"intent": intent, "job": job})


def cancel_job(session: Session, *, intent: UUID, job: int) -> None:
    """Take a job out of the queue, or ask the worker to leave it. Raises Refused."""
    session.execute(sa.text("SELECT hms.cancel_job(:intent, :job)"), {"intent": intent, "job": job})


def decide_message(session: Session, *, intent: UUID, message: int, decision: str) -> None:
    """Say what a person decided of a message in doubt or not sent: one of rules.DECISIONS. Raises Refused."""
    session.execute(
        sa.text("SELECT hms.decide_message(:intent, :message, :decision)"),
        {"intent": intent, "message": message, "decision": decision},
    )


def save_message_rules(session: Session, *, intent: UUID, version: int, draft: MessageDraft) -> None:
    """Set how messages go in this hospital. Raises Refused, Stale."""
    record = {
        "quiet_from": draft.quiet_from and draft.quiet_from.isoformat(),
        "quiet_until": draft.quiet_until and draft.quiet_until.isoformat(),
        "most_a_minute": draft.most_a_minute,
        "notices_to": list(draft.notices_to),
    }
    session.execute(
        sa.text("SELECT hms.save_message_rules(:intent, :version, CAST(:record AS jsonb))"),
        {"intent": intent, "version": version, "record": as_json(record)},
    )


# The worker's own ------------------------------------------------------------------------------------------------


def beat(session: Session, *, worker: str, version: str, silence: float) -> int:
    """A sign of life; puts what is due into the queue, and back what others left lying; how many jobs that were.

    `silence` seconds without a heartbeat make a worker one that left its jobs.
    """
    statement = sa.text("SELECT hms.beat(:worker, :version, make_interval(secs => :silence))")
    return int(session.execute(statement, {"worker": worker, "version": version, "silence": silence}).scalar_one())


def end_worker(session: Session, *, worker: str) -> None:
    """Say that this worker ends by itself."""
    session.execute(sa.text("SELECT hms.end_worker(:worker)"), {"worker": worker})


def begin_run(session: Session, *, job: int, task: str, attempt: int, worker: str) -> int:
    """Write down that an attempt at a job begins; the run's id."""
    told = {"job": job, "task": task, "attempt": attempt, "worker": worker}
    return int(session.execute(sa.text("SELECT hms.begin_run(:job, :task, :attempt, :worker)"), told).scalar_one())


def end_run(
    session: Session,
    *,
    run: int,
    outcome: str,
    code: str = "",
    sentence: str = "",
    figures: Mapping[str, Any] | None = None,
) -> None:
    """Write down what came of an attempt: a key of rules.OUTCOMES with figures, or the sentence of what went wrong."""
    session.execute(
        sa.text("SELECT hms.end_run(:run, :outcome, :code, :sentence, CAST(:figures AS jsonb))"),
        {
            "run": run,
            "outcome": outcome,
            "code": code,
            "sentence": sentence,
            "figures": as_json(dict(figures or {})),
        },
    )
