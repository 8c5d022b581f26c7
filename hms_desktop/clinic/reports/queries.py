"""What the reports answer, what may narrow them, and which are ordered."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.reports.catalogue import BY_KEY, Section
from hms_desktop.clinic.reports.rules import LONGEST_SPAN
from hms_desktop.core.errors import Refused

MOST_ROWS = 100_000


@dataclass(frozen=True)
class Parameters:
    """What narrows a report: the days, both with it, and ids; None where it is about all of them."""

    first: dt.date
    last: dt.date
    service: int | None = None
    department: int | None = None
    store: int | None = None


@dataclass(frozen=True)
class Choice:
    """Something that a report can be narrowed to."""

    id: int
    name: str


@dataclass(frozen=True)
class Choices:
    """What stands in the fields of the page; `today` is the business date."""

    today: dt.date
    services: tuple[Choice, ...]
    departments: tuple[Choice, ...]
    stores: tuple[Choice, ...]


@dataclass(frozen=True)
class Answer:
    """One table of a report, its values in the order of the section's fields."""

    section: Section
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Report:
    """A report as it was at `made_at` by the wall clock. `narrowed` are the names of what it is about."""

    kind: str
    parameters: Parameters
    hospital: str
    currency: str
    made_at: dt.datetime
    narrowed: tuple[str, ...]
    answers: tuple[Answer, ...]

    @property
    def rows(self) -> int:
        """How many rows all its tables have."""
        return sum(len(answer.rows) for answer in self.answers)


def choices(session: Session) -> Choices:
    """Services, departments and stores, also those no longer in use: they stand in older reports."""
    named = sa.text(
        "SELECT 'services' AS what, id, name FROM hms.services UNION ALL "
        "SELECT 'departments', id, name FROM hms.departments UNION ALL SELECT 'stores', id, name FROM hms.stores "
        "ORDER BY name, id"
    )
    today = session.execute(sa.text("SELECT hms.business_date()")).scalar_one()
    rows = session.execute(named).all()

    def of(what: str) -> tuple[Choice, ...]:
        return tuple(Choice(row.id, row.name) for row in rows if row.what == what)

    return Choices(today, of("services"), of("departments"), of("stores"))


def business_date(session: Session) -> dt.date:
    """The hospital's date of now."""
    found: dt.date = session.execute(sa.text("SELECT hms.business_date()")).scalar_one()
    return found


def report(session: Session, *, kind: str, parameters: Parameters) -> Report:
    """The report `kind`; several statements, so read it as a snapshot.

    Raises Refused where the days do not follow each other, or there are more rows than anybody reads.
    """
    if parameters.last < parameters.first:
        raise Refused("report.days", "The last day lies before the first; choose them again.", {"field": "last"})
    if (parameters.last - parameters.first).days > LONGEST_SPAN:
        raise Refused("report.span", "A report covers ten years at most; choose fewer days.", {"field": "first"})
    told = {name: getattr(parameters, name) for name in ("first", "last", "service", "department", "store")}
    head = session.execute(sa.text(_HEAD), told).one()
    narrowed = tuple(name for name in (head.service, head.department, head.store) if name)
    answers = tuple(_answer(session, section, told) for section in BY_KEY[kind].sections)
    return Report(kind, parameters, head.hospital, head.currency, head.made_at, narrowed, answers)


_HEAD = """
SELECT f.name AS hospital, f.currency, hms.hospital_now() AT TIME ZONE f.time_zone AS made_at,
       (SELECT name FROM hms.services WHERE id = CAST(:service AS bigint)) AS service,
       (SELECT name FROM hms.departments WHERE id = CAST(:department AS bigint)) AS department,
       (SELECT name FROM hms.stores WHERE id = CAST(:store AS bigint)) AS store
FROM hms.facility f
"""
_TYPES = {"first": "date", "last": "date", "service": "bigint", "department": "bigint", "store": "bigint"}


def _answer(session: Session, section: Section, told: dict[str, Any]) -> Answer:
    arguments = ", ".join(f"CAST(:{name} AS {_TYPES[name]})" for name in section.arguments)
    columns = ", ".join(field.key for field in section.fields)
    statement = f"SELECT {columns} FROM hms.{section.function}({arguments}) LIMIT {MOST_ROWS + 1}"  # noqa: S608 - ours
    rows = tuple(tuple(row) for row in session.execute(sa.text(statement), told))
    if len(rows) > MOST_ROWS:
        sentence = f"The report has more than {MOST_ROWS:,} rows; choose fewer days."
        raise Refused("report.too_many_rows", sentence, {"rows": f"{MOST_ROWS:,}"})
    return Answer(section, rows)


@dataclass(frozen=True)
class Schedule:
    """A report that comes by itself, and how its newest run went; `run_state` is empty before the first."""

    id: int
    version: int
    title: str
    report: str
    parameters: dict[str, Any]
    format: str
    language: str
    every: str
    on_day: int
    at_time: dt.time
    folder: str
    recipients: Sequence[str]
    active: bool
    ordered_by: str
    due_on: dt.date | None
    run_state: str
    run_code: str


def schedules(session: Session) -> tuple[Schedule, ...]:
    """Every ordered report with its newest run."""
    found = session.execute(
        sa.text(
            """
            SELECT s.id, s.version, s.title, s.report, s.parameters, s.format, s.language, s.every, s.on_day, s.at_time,
                   s.folder, s.recipients, s.active,
                   coalesce((SELECT p.display_name FROM hms.people p WHERE p.login = s.ordered_by), s.ordered_by)
                       AS ordered_by,
                   run.due_on, coalesce(run.state, '') AS run_state, coalesce(run.code, '') AS run_code
            FROM hms.report_schedules s
            LEFT JOIN LATERAL (
                SELECT r.due_on, r.state, r.code FROM hms.report_runs r WHERE r.schedule_id = s.id
                ORDER BY r.due_on DESC LIMIT 1
            ) run ON true
            ORDER BY s.title, s.id
            """
        )
    )
    return tuple(Schedule(**row._mapping) for row in found)
