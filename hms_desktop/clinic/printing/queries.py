"""What the screens show of printers and papers, and what a program needs to print one."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.printing import rules
from hms_desktop.clinic.printing.rules import Printer
from hms_desktop.clinic.printing.tables import Printer as PrinterTable
from hms_desktop.core.errors import Refused
from hms_desktop.core.reference import reference


@dataclass(frozen=True)
class PrinterRow:
    """A printer on the administrator's list."""

    id: int
    printer: Printer
    active: bool
    version: int


@dataclass(frozen=True)
class Choice:
    """What this workstation does with one kind of paper; `printer_id` None where nobody chose and none is meant for it.

    `own` says that it was chosen here; else the first printer that is meant for it is used.
    """

    document: str
    printer_id: int | None
    printer: str
    automatic: bool
    own: bool


@dataclass(frozen=True)
class JobRow:
    """A paper of today; times are the facility's, `HH:MM`. `unknown`: begun long ago, and nobody told its end.

    `repeated` says that a later job prints it again. `here`: it was wanted at this workstation.
    """

    id: int
    document: str
    subject: int | None
    printer_id: int
    printer: str
    workstation: str
    person: str
    language: str
    state: str
    unknown: bool
    repeated: bool
    reprint: int
    reason: str
    sentence: str
    queued: str
    here: bool


@dataclass(frozen=True)
class Standing:
    """How many papers of this workstation wait, and how many somebody must look after, today."""

    waiting: int
    troubled: int


@reference("printers")
def printers(session: Session) -> tuple[PrinterRow, ...]:
    """All printers by name, closed ones last."""
    found = session.execute(sa.select(PrinterTable).order_by(PrinterTable.active.desc(), PrinterTable.name)).scalars()
    return tuple(PrinterRow(one.id, _printer(one), one.active, one.version) for one in found)


@reference("printers:printer")
def printer(session: Session, *, printer: int) -> Printer:
    """One printer. Raises Refused where it does not exist."""
    found = session.get(PrinterTable, printer)
    if found is None:
        raise Refused("printer.unknown", "This printer is not on the list; reload the list.")
    return _printer(found)


def choices(session: Session) -> tuple[Choice, ...]:
    """What this workstation does with each kind of paper that a printer is meant for, as rules.DOCUMENTS stand."""
    found = {row.document: Choice(**row._mapping) for row in session.execute(_CHOICES)}
    return tuple(found[key] for key in rules.DOCUMENTS if key in found)


@reference("printers", "printer_choices")
def choice(session: Session, *, document: str) -> Choice:
    """The same for one kind of paper."""
    return next((one for one in choices(session) if one.document == document), Choice(document, None, "", False, False))


def jobs(session: Session, *, most: int = 200) -> tuple[JobRow, ...]:
    """The papers of today at every workstation, the newest first."""
    return tuple(JobRow(**row._mapping) for row in session.execute(sa.text(_JOBS + _OF_TODAY), {"most": most}))


def job(session: Session, *, job: int) -> JobRow:
    """One paper. Raises Refused where it does not exist."""
    row = session.execute(sa.text(f"{_JOBS} WHERE j.id = :job"), {"job": job}).one_or_none()
    if row is None:
        raise Refused("print.unknown", "This paper is not on the list; reload the list.")
    return JobRow(**row._mapping)


def standing(session: Session) -> Standing:
    """For the status strip of this workstation."""
    row = session.execute(
        sa.text(
            """
            SELECT count(*) FILTER (WHERE state = 'queued' OR state = 'printing' AND NOT hms.left_open(began_at)),
                   count(*) FILTER (WHERE state = 'failed' OR state = 'printing' AND hms.left_open(began_at))
            FROM hms.print_jobs
            WHERE business_date = hms.business_date() AND state IN ('queued', 'printing', 'failed')
              AND workstation = hms.own_workstation()
            """
        )
    ).one()
    return Standing(*row)


def hospital_and_time(session: Session) -> tuple[str, dt.datetime]:
    """What stands on every paper: the facility's name, and its local time now."""
    row = session.execute(
        sa.text("SELECT name, hms.hospital_now() AT TIME ZONE time_zone AS now FROM hms.facility")
    ).one()
    return row.name, row.now


_CHOICES = sa.text(
    """
    SELECT d.document, p.id AS printer_id, p.name AS printer,
           coalesce(c.automatic, d.document IN ('ticket', 'slip', 'medicine_label', 'leaflet')) AS automatic,
           c.id IS NOT NULL AS own
    FROM (SELECT DISTINCT unnest(documents) AS document FROM hms.printers WHERE active) d
    JOIN hms.printers p ON p.id = hms.printer_for(d.document)
    LEFT JOIN hms.printer_choices c
        ON c.document = d.document AND c.workstation = hms.own_workstation() AND c.printer_id = p.id
    """
)

_JOBS = """
SELECT j.id, j.document, j.subject, j.printer_id, p.name AS printer, j.workstation,
       coalesce(s.display_name, j.person) AS person, j.language, j.state,
       j.state = 'printing' AND hms.left_open(j.began_at) AS unknown,
       EXISTS (SELECT FROM hms.print_jobs n
               WHERE n.original_id = coalesce(j.original_id, j.id) AND n.reprint > j.reprint) AS repeated,
       j.reprint, j.reason, j.sentence, to_char(j.queued_at AT TIME ZONE f.time_zone, 'HH24:MI') AS queued,
       j.workstation = hms.own_workstation() AS here
FROM hms.print_jobs j
CROSS JOIN hms.facility f
JOIN hms.printers p ON p.id = j.printer_id
LEFT JOIN hms.people s ON s.login = j.person
"""
_OF_TODAY = " WHERE j.business_date = hms.business_date() ORDER BY j.id DESC LIMIT :most"


def _printer(found: PrinterTable) -> Printer:
    return Printer(
        name=found.name,
        connection=found.connection,
        address=found.address,
        paper=found.paper,
        code_page=found.code_page,
        documents=tuple(found.documents),
        label_width=found.label_width,
        label_height=found.label_height,
    )
