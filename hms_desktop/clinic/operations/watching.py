"""Looks at everything that is watched: the database's figures, this machine's, the server's certificate."""

import datetime as dt
from dataclasses import dataclass

import psutil  # type: ignore[import-untyped]  # it comes without types

from hms_desktop.clinic.operations import actions_alerts, queries_alerts
from hms_desktop.clinic.operations.queries_alerts import CALM, LEVELS, Figure, Limit
from hms_desktop.core import certificates
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server


@dataclass(frozen=True)
class Check:
    """One figure with the level that it has by its rule; `limit` None where nobody watches it."""

    figure: Figure
    limit: Limit | None
    level: str


def look(db: Database) -> tuple[Figure, ...]:
    """Every figure of now. Raises Unreachable where the database does not answer."""
    return (*db.read_now(queries_alerts.figures, snapshot=True), *of_this_machine(), *of_the_certificate(db.server))


def watch(db: Database) -> dict[str, int]:
    """For the worker, each minute: hold the figures against the rules; how many alerts of each level are open then."""
    return db.run_now(actions_alerts.weigh, figures=look(db))


def checks(db: Database) -> tuple[Check, ...]:
    """Every figure with its level, the worst first."""
    limits = {limit.figure: limit for limit in db.read_now(queries_alerts.limits) if limit.active}
    found = [
        Check(each, limits.get(each.name), limits[each.name].level(each.value) if each.name in limits else CALM)
        for each in look(db)
    ]
    return tuple(sorted(found, key=lambda check: -LEVELS.index(check.level)))


def worst(found: tuple[Check, ...]) -> str:
    """The worst level of all."""
    return max((check.level for check in found), key=LEVELS.index, default=CALM)


def of_this_machine() -> tuple[Figure, ...]:
    """Memory and disk of the machine on which this runs, which is the server's where IT follows the manual."""
    return (
        Figure("server_memory_percent", "", float(psutil.virtual_memory().percent)),
        Figure("server_disk_percent", "", float(psutil.disk_usage("/").percent)),
    )


def of_the_certificate(server: Server) -> tuple[Figure, ...]:
    """The days that the server's certificate is still good; nothing on a socket or without TLS."""
    if server.host.startswith(("/", "@")) or not server.host:
        return ()
    try:
        days = certificates.days_left(server, dt.datetime.now(dt.UTC))
    except OSError:  # whether the server answers at all is told by the database's own figures
        return ()
    return () if days is None else (Figure("certificate_days", "", days),)
