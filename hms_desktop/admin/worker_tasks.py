"""What each of the worker's tasks does: mostly one function of the database, which leaves nothing half done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

import psycopg
from sqlalchemy.orm import Session

from hms_desktop.admin import connection
from hms_desktop.admin.worker_settings import Backup, WorkerSettings
from hms_desktop.clinic.jobs.sending import send_due, write_notice
from hms_desktop.clinic.jobs.wording import Wording
from hms_desktop.clinic.merging import actions as merging
from hms_desktop.clinic.operations import watching
from hms_desktop.clinic.operations.backups import making
from hms_desktop.clinic.operations.backups.encryption import KeyFile
from hms_desktop.clinic.reports import runs
from hms_desktop.core import places
from hms_desktop.core.database import Database

Figures = Mapping[str, Any]


@dataclass(frozen=True)
class Work:
    """What a task is given: the database, a connection of its own without time limits, and when it is to leave off.

    The connection ends with the task. `arguments` are what a wish for the job said.
    """

    database: Database
    connection: psycopg.Connection[Any]
    job: int
    stopped: Callable[[], bool]
    arguments: Mapping[str, Any] = field(default_factory=dict)

    @property
    def intent(self) -> UUID:
        """The same in each attempt at this job, so that a second one finds the first one's result."""
        return uuid5(NAMESPACE_OID, f"hms.job.{self.job}")

    def ask(self, statement: str, **values: Any) -> Any:
        """The one value that `statement` answers; it stands when this returns."""
        row = self.connection.execute(statement.encode(), values or None).fetchone()
        return None if row is None else row[0]


def _seal_audit(work: Work) -> Figures:
    return {"sealed": work.ask("SELECT hms.seal_audit()")}


def _close_day(work: Work) -> Figures:
    closed: Figures = work.ask("SELECT hms.close_past_days(%(intent)s)", intent=work.intent)
    past = work.ask(
        "SELECT hms.close_past_appointments(%(intent)s)", intent=uuid5(work.intent, "close_past_appointments")
    )
    return {**closed, "no_shows": past["no_shows"]}


def _release_offers(work: Work) -> Figures:
    return {"released": work.ask("SELECT hms.release_lapsed_offers(%(intent)s)", intent=work.intent)["released"]}


def _open_sessions(work: Work) -> Figures:
    work.ask("SELECT hms.keep_sessions_ready()")
    return {}


def _answered(function: str) -> Callable[[Work], Figures]:
    """A task that is a function of the database whose answer is its figures."""

    def ask(work: Work) -> Figures:
        answer: Figures = work.ask(f"SELECT hms.{function}()")
        return answer

    return ask


def _tend_months(work: Work) -> Figures:
    """Each step stands for itself: months opened ahead are not lost because an old one could not be dropped."""
    work.ask("SELECT hms.open_months()")
    work.ask("SELECT hms.close_months()")
    return {"retired": work.ask("SELECT count(*) FROM hms.retire_months()")}


PRUNED: Mapping[str, str] = {
    "intents": "prune_intents",
    "assents": "prune_assents",
    "papers": "prune_print_jobs",
    "telemetry": "prune_fleet",
    "jobs": "prune_jobs",
}
"""What grows old, and the function that takes it away and says how many rows that were."""


def _watch(work: Work) -> Figures:
    """First tells the screens what a change that was made by hand, or cut off, has left untold."""
    work.ask("SELECT hms.tell_knocks()")
    return watching.watch(work.database)


def _prune(work: Work) -> Figures:
    gone = 0
    for function in PRUNED.values():
        gone += work.ask(f"SELECT hms.{function}()")
        if work.stopped():
            break
    return {"rows": gone}


def _stock_alerts(work: Work) -> Figures:
    """Tells the hospital's own people by e-mail too, where there is anything to tell; once for each job."""
    found: Figures = work.ask("SELECT hms.stock_alerts()")
    if any(found.values()):
        work.database.run_now(write_notice, about="stock_alert", told=found, key=str(work.intent))
    return found


def _compare_records(work: Work) -> Figures:
    records = pairs = 0
    while not work.stopped() and (stretch := work.database.run_now(merging.compare_next, most=200)).records:
        records += stretch.records
        pairs += stretch.new_pairs
    return {"records": records, "pairs": pairs}


def tasks_for(chosen: WorkerSettings, wording: Wording) -> Mapping[str, Callable[[Work], Figures]]:
    """Every task by its name in `clinic.jobs.rules.TASKS`; each says in figures what came of it.

    `wording` says messages.
    """

    def send_messages(work: Work) -> Figures:
        return send_due(work.database, chosen.carriers, wording, work.stopped)

    def back_up(work: Work) -> Figures:
        return {"not_set_up": 1} if chosen.backup is None else _back_up(work, chosen.backup)

    def make_reports(work: Work) -> Figures:
        folder = Path(chosen.reports.folder) if chosen.reports.folder else places.user_data() / "reports"
        return _make_reports(work, folder)

    return {"send_messages": send_messages, "back_up": back_up, "make_reports": make_reports, **_TASKS}


def _make_reports(work: Work, folder: Path) -> Figures:
    """Writes what was ordered below `folder`; what goes by mail is a notice, once for each run and recipient."""
    return {"reports": runs.run_due(work.database, folder, _mail_report)}


def _mail_report(session: Session, made: runs.Made) -> None:
    if made.recipients:
        told = {"subject": made.subject, "text": made.text, "files": [str(path.absolute()) for path in made.files]}
        key = str(uuid5(NAMESPACE_OID, f"hms.report.{made.run_id}"))
        write_notice(session, about="report", told=told, key=key, recipients=made.recipients)


def _keep_figures(work: Work) -> Figures:
    return {"days": runs.keep_daily_figures(work.database)}


def _back_up(work: Work, chosen: Backup) -> Figures:
    """As the login hms_backup, encrypted, and tried before it gets its name."""
    password = connection.from_file(Path(chosen.password_file))
    wish = making.Wish(
        server=work.database.server.signed_in_as("hms_backup", password),
        folder=Path(chosen.folder),
        secret=KeyFile(Path(chosen.key_file)),
        scratch=Path(chosen.scratch) if chosen.scratch else None,
    )
    made = making.back_up(wish, _Watch(work.stopped))
    return {"bytes": made.bytes, "rows": made.rows, "breaches": len(made.breaches)}


class _Watch(making.Watch):
    """Leaves off when the worker is told to end."""

    def __init__(self, stopped: Callable[[], bool]) -> None:
        super().__init__()
        self._stopped = stopped

    def go_on(self, done: int) -> None:
        if self._stopped():
            self.stop.set()
        super().go_on(done)


_TASKS: Mapping[str, Callable[[Work], Figures]] = {
    "seal_audit": _seal_audit,
    "watch": _watch,
    "release_offers": _release_offers,
    "close_day": _close_day,
    "open_sessions": _open_sessions,
    "tend_months": _tend_months,
    "stock_alerts": _stock_alerts,
    "keep_figures": _keep_figures,
    "prune": _prune,
    "analyse": _answered("analyse_partitioned"),
    "compare_records": _compare_records,
}
