"""How a program of the staff's or the services' wires its telemetry to the database that it works with."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from hms_desktop.clinic.fleet import actions
from hms_desktop.core.crashes import CrashBook
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server
from hms_desktop.core.telemetry import Telemetry
from hms_desktop.core.telling import Teller


def teller(telemetry: Telemetry, db: Database, *, program: str, version: str, book: CrashBook | None = None) -> Teller:
    """Tells what `telemetry` measured through `db`, in the name of whoever is signed in there."""
    return Teller(
        telemetry,
        lambda row: db.run_now(actions.tell_telemetry, row=row | {"program": program, "version": version}),
        book=book,
        report=lambda crash: db.run_now(actions.tell_crash, program=program, crash=crash),
    )


@contextmanager
def telling(server: Server, *, program: str, version: str, workstation: str = "") -> Iterator[Telemetry]:
    """For a program without a window: its databases are given what this yields, and the server hears of it each minute.

    It tells over a connection of its own, because the others may be busy for long.
    """
    telemetry = Telemetry()
    with closing(Database(server, workstation=workstation, application=program, pool_size=1)) as own:
        telling_thread = teller(telemetry, own, program=program, version=version)
        telling_thread.start()
        try:
            yield telemetry
        finally:
            telling_thread.stop()
