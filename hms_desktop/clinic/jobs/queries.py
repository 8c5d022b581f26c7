"""What the page about the worker shows: jobs that are not over, schedules with their last run, and the workers."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

MOST_JOBS = 500
MOST_MESSAGES = 500


@dataclass(frozen=True)
class JobRow:
    """A job that is under way, waiting or given up (`failed`); `sentence` says what went wrong at the last attempt.

    `again_at` is when one that failed is tried again; `stopping` says that somebody asked it to end.
    """

    id: int
    task: str
    state: str
    attempts: int
    worker: str
    began_at: dt.datetime | None
    ended_at: dt.datetime | None
    again_at: dt.datetime | None
    stopping: bool
    code: str
    sentence: str


@dataclass(frozen=True)
class ScheduleRow:
    """When a task is done by itself, and what came of the last time; `outcome` is empty where there was none."""

    id: int
    task: str
    every_minutes: int | None
    at_time: dt.time | None
    weekdays: tuple[int, ...]
    paused: bool
    version: int
    next_at: dt.datetime | None
    began_at: dt.datetime | None
    ended_at: dt.datetime | None
    outcome: str
    code: str
    sentence: str
    figures: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class WorkerRow:
    """A worker that was seen in the last day: alive, silent or ended."""

    name: str
    version: str
    state: str
    started_at: dt.datetime
    seen_at: dt.datetime


@dataclass(frozen=True)
class MessageRow:
    """One message: where it stands, and the last signs of where it goes; not whom it is about."""

    id: int
    kind: str
    channel: str
    recipient: str
    state: str
    attempts: int
    due_at: dt.datetime
    taken_at: dt.datetime | None
    settled_at: dt.datetime | None
    note: str
    decided_by: str


@dataclass(frozen=True)
class MessageFigures:
    """The messages of the last 24 hours that were sent and that failed; those that wait, and those in doubt."""

    sent: int
    failed: int
    due: int
    unknown: int


@dataclass(frozen=True)
class MessageRulesNow:
    """How messages go in this hospital."""

    quiet_from: dt.time | None
    quiet_until: dt.time | None
    most_a_minute: int
    notices_to: tuple[str, ...]
    version: int


def jobs(session: Session) -> tuple[JobRow, ...]:
    """What is under way, then what was given up, then what waits."""
    rows = session.execute(
        sa.text(
            "SELECT id, task, state, attempts, coalesce(worker, '') AS worker, began_at, ended_at, again_at, stopping, "
            "coalesce(code, '') AS code, coalesce(sentence, '') AS sentence FROM hms.job_lines "
            "ORDER BY array_position('{under_way,failed,waiting}', state), id LIMIT :most"
        ),
        {"most": MOST_JOBS},
    )
    return tuple(JobRow(**row) for row in rows.mappings())


def schedules(session: Session) -> tuple[ScheduleRow, ...]:
    """Every schedule in the order in which they were first made."""
    rows = session.execute(
        sa.text(
            "SELECT id, task, every_minutes, at_time, weekdays, paused, version, next_at, began_at, ended_at, "
            "coalesce(outcome, '') AS outcome, coalesce(code, '') AS code, coalesce(sentence, '') AS sentence, "
            "coalesce(figures, '{}') AS figures FROM hms.schedule_lines ORDER BY id"
        )
    )
    return tuple(
        ScheduleRow(**{**row, "weekdays": tuple(row["weekdays"]), "figures": tuple(sorted(row["figures"].items()))})
        for row in rows.mappings()
    )


def workers(session: Session) -> tuple[WorkerRow, ...]:
    """The workers of the last day, the newest first."""
    rows = session.execute(
        sa.text(
            "SELECT name, version, state, started_at, seen_at FROM hms.worker_states "
            "WHERE seen_at > clock_timestamp() - interval '1 day' ORDER BY started_at DESC"
        )
    )
    return tuple(WorkerRow(**row) for row in rows.mappings())


def messages(session: Session, *, most: int = MOST_MESSAGES) -> tuple[MessageRow, ...]:
    """Those in doubt first, for somebody has to decide about them; then the newest."""
    rows = session.execute(
        sa.text(
            "(SELECT *, 0 AS rank FROM hms.message_lines WHERE state = 'unknown' ORDER BY id LIMIT :most) UNION ALL "
            "(SELECT *, 1 AS rank FROM hms.message_lines WHERE state <> 'unknown' ORDER BY id DESC LIMIT :most) "
            "ORDER BY rank, id DESC LIMIT :most"
        ),
        {"most": most},
    )
    return tuple(
        MessageRow(
            row.id,
            row.kind,
            row.channel,
            row.recipient,
            row.state,
            row.attempts,
            row.due_at,
            row.taken_at,
            row.settled_at,
            row.note,
            row.decided_by or "",
        )
        for row in rows
    )


def message_figures(session: Session) -> MessageFigures:
    """How messages did in the last day."""
    row = session.execute(
        sa.text(
            "SELECT (SELECT count(*) FROM hms.message_lines WHERE state = 'unknown') AS unknown, "
            "(SELECT count(*) FROM hms.message_lines WHERE state = 'due') AS due, "
            "count(*) FILTER (WHERE state = 'sent') AS sent, count(*) FILTER (WHERE state = 'failed') AS failed "
            "FROM hms.message_lines WHERE taken_at > hms.hospital_now() - interval '1 day'"
        )
    ).one()
    return MessageFigures(row.sent, row.failed, row.due, row.unknown)


def message_rules(session: Session) -> MessageRulesNow:
    """The hospital's rules of messages."""
    row = session.execute(
        sa.text("SELECT quiet_from, quiet_until, most_a_minute, notices_to, version FROM hms.message_rules")
    ).one()
    return MessageRulesNow(row.quiet_from, row.quiet_until, row.most_a_minute, tuple(row.notices_to), row.version)
