"""Ordered reports made by the worker: each once, as files in its folder; who asks has what is to be sent written."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from hms_desktop.clinic.records import actions as records
from hms_desktop.clinic.reports import actions, files, queries
from hms_desktop.clinic.reports.actions import Run
from hms_desktop.clinic.reports.queries import Parameters, Report
from hms_desktop.clinic.reports.rules import span
from hms_desktop.clinic.reports.words import Words
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """A report that was made: its files, and to whom they go by mail with which subject and text."""

    run_id: int
    schedule_id: int
    title: str
    files: tuple[Path, ...]
    recipients: tuple[str, ...]
    subject: str
    text: str


Tell = Callable[[Session, Made], object]
"""Writes what is to be sent of a report, in the transaction that ends its run: neither is there without the other."""


def run_due(db: Database, folder: Path, tell: Tell) -> int:
    """Make every report that is due, below `folder`; how many. `db` is the worker's own.

    What goes wrong with one is noted with it and stops no other; it is tried again later, three times in all. Raises
    Unreachable where the server is away.
    """
    made = 0
    while (run := db.run_now(actions.begin_run)) is not None:
        made += _make(db, folder, run, tell)
    return made


def keep_daily_figures(db: Database) -> int:
    """Keep the figures of the days that are over, so that long reports need not count them again; how many days."""
    return db.run_now(actions.keep_daily_figures)


def _make(db: Database, folder: Path, run: Run, tell: Tell) -> bool:
    """Whether it was made, and this attempt was not too late to say so."""
    words = Words(run.language)
    try:
        told = {"kind": run.report, "parameters": parameters_of(run)}
        report = db.read_now(queries.report, snapshot=True, replica=True, **told)
        db.run_now(records.note_saved_list, intent=uuid4(), name=f"report_{report.kind}", rows=report.rows)
        written = files.write_all(folder / run.folder, report, words, run.format)
    except (HmsError, OSError, KeyError) as error:
        code = error.code if isinstance(error, HmsError) else type(error).__name__
        _log.warning("The report of run %d was not made: %s", run.run_id, code)
        db.run_now(actions.end_run, run=run, rows=0, files=(), code=code)
        return False
    subject, text = _letter(run, report, words)
    made = Made(run.run_id, run.schedule_id, run.title, written, run.recipients, subject, text)
    return db.run_now(_end, run=run, rows=report.rows, made=made, tell=tell)


def _end(session: Session, *, run: Run, rows: int, made: Made, tell: Tell) -> bool:
    ended = actions.end_run(session, run=run, rows=rows, files=tuple(file.name for file in made.files))
    if ended:
        tell(session, made)
    return ended


def parameters_of(run: Run) -> Parameters:
    """The days and ids of a run: its period is counted from the day it was due. KeyError for an unknown period."""
    told: Mapping[str, Any] = run.parameters
    days = span(str(told["period"]), run.due_on)
    return Parameters(days.first, days.last, told.get("service"), told.get("department"), told.get("store"))


def _letter(run: Run, report: Report, words: Words) -> tuple[str, str]:
    hospital, days, made = files.about(report, words)
    return f"{run.title} · {days}", "\n".join((words.title(report.kind), hospital, days, made))
