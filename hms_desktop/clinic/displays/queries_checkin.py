"""What the touch screen at the entrance reads through schema `kiosk`, and what the desk reads about such machines."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.displays.queries import DisplayState, display_states
from hms_desktop.clinic.displays.tables import Display
from hms_desktop.clinic.displays.tables_checkin import CheckInRule

# --- the machine's side


@dataclass(frozen=True)
class TicketPrinter:
    """The roll printer that tickets come out of: how it is reached, the roll's width in mm, and its code page."""

    connection: str
    address: str
    width: int
    code_page: str


@dataclass(frozen=True)
class Entrance:
    """The machine that this login belongs to; `local_now` is the hospital's wall clock."""

    name: str
    languages: tuple[str, ...]
    hospital: str
    local_now: dt.datetime
    printer: TicketPrinter | None


@dataclass(frozen=True)
class SelfService:
    """A service whose numbers patients take by themselves; `hours` are those of today, such as 08:00–12:00."""

    service_id: int
    name: str
    open: bool
    hours: str
    waiting: int
    minutes: int | None


_ENTRANCE = sa.text(
    "SELECT name, languages, hospital, local_now, connection, address, paper, code_page FROM kiosk.my_check_in"
)
_SERVICES = sa.text(
    "SELECT service_id, service, gives_tickets, hours, waiting, wait_minutes FROM kiosk.self_services ORDER BY service"
)


def my_entrance(session: Session) -> Entrance | None:
    """This login's machine; None where it has none, or the administrator has closed it."""
    row = session.execute(_ENTRANCE).one_or_none()
    if row is None:
        return None
    printer = None
    if row.connection:
        printer = TicketPrinter(row.connection, row.address, int(row.paper.removeprefix("roll")), row.code_page)
    return Entrance(row.name, tuple(row.languages), row.hospital, row.local_now, printer)


def self_services(session: Session) -> tuple[SelfService, ...]:
    """What patients may take a number for, by name."""
    return tuple(SelfService(*row) for row in session.execute(_SERVICES))


# --- the desk's side


@dataclass(frozen=True)
class CheckInMachine:
    """One machine as an administrator edits it, and how it does."""

    display_id: int
    name: str
    login: str
    languages: tuple[str, ...]
    printer_id: int | None
    active: bool
    version: int
    state: DisplayState


@dataclass(frozen=True)
class CheckInRules:
    """How far the machines are trusted; see CheckInRule."""

    most_wrong: int
    wrong_within: dt.timedelta
    locked_for: dt.timedelta
    tickets_an_hour: int
    opens_before: dt.timedelta


def machines(session: Session) -> tuple[CheckInMachine, ...]:
    """All of them, by name; read it again every few seconds, nothing knocks for a sign of life."""
    states = {one.display_id: one for one in display_states(session)}
    rows = session.execute(sa.select(Display.__table__).where(Display.kind == "check_in").order_by(Display.name))
    return tuple(
        CheckInMachine(
            row.id, row.name, row.login, tuple(row.languages), row.printer_id, row.active, row.version, states[row.id]
        )
        for row in rows
    )


def check_in_rules(session: Session) -> tuple[int, CheckInRules]:
    """The version of the hospital's numbers, and the numbers."""
    row = session.execute(sa.select(CheckInRule.__table__)).one()
    return row.version, CheckInRules(
        row.most_wrong, row.wrong_within, row.locked_for, row.tickets_an_hour, row.opens_before
    )
