"""How a hospital at work gets this program's schema: a plan, what can run beside the desks, then one short moment.

The moment is one transaction: desks see the old schema or the new one, and what fails or is killed leaves the old one.
For it every table is taken at once. Where a desk holds one for too long everything is let go again, so that nobody
queues behind the migration for longer than STANDSTILL_SECONDS, and it is tried again.
"""

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg import sql

from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.operations.installing import SchemaState
from hms_desktop.clinic.operations.revisions import Revision, revisions
from hms_desktop.clinic.records.rules import version_key
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import HmsError, Refused, Unreachable
from hms_desktop.core.explaining import explained
from hms_desktop.core.settings import Server

APPLICATION = "hms-migrate"
LOCK_SECONDS = (0.8, 0.8, 1.5)
"""How long one table is waited for, attempt by attempt; the last holds for all that follow.

PostgreSQL looks for deadlocks after one second: below it the migration gives way before a desk could be chosen as the
victim. Later a little longer, because its own vacuum gives way only after that second.
"""
STANDSTILL_SECONDS = 2.5
"""How long all tables together are waited for: less than the three seconds after which a desk gives up a lock."""
PAUSE_SECONDS = 2.0
"""Between two attempts the desks catch up."""
FRESH_HOURS = 24
"""An older backup is warned of."""
_ALONE = 7_400_002
_BUSY = frozenset({"55P03", "57014", "40P01"})
_STOPPED = "57014"
_NOT_YET_THERE = (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn, psycopg.errors.InvalidSchemaName)
_RELATIONS = sa.text(
    "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE n.nspname IN ('hms', 'kiosk') AND c.relkind::text = ANY (:kinds) AND NOT c.relispartition ORDER BY c.relname"
)
Say = Callable[[str], None]


@dataclass(frozen=True)
class Patience:
    """Seconds: for other migrations and for the desks' tables; for one statement while the desks wait (0: any time)."""

    wait: float = 120
    statement: float = 60


@dataclass(frozen=True)
class Programs:
    """At how many workstations a version of a program gave a sign of life within the last five minutes."""

    program: str
    version: str
    workstations: int


@dataclass(frozen=True)
class Plan:
    """What a migration would do, and what speaks against doing it now.

    `empty`: the database has no table yet. `backup_hours`: the age of the newest backup; None where there is none.
    `unproved` are constraints whose existing rows an interrupted migration did not check.
    """

    state: SchemaState
    empty: bool
    pending: tuple[Revision, ...]
    unproved: tuple[str, ...]
    backup_hours: float | None
    signed_in: tuple[Programs, ...]

    @property
    def nothing_to_do(self) -> bool:
        return self.state.current and not self.unproved

    @property
    def oldest_client(self) -> str:
        """The oldest release that works with the database afterwards; empty where that does not change."""
        raised = [revision.min_client_version for revision in self.pending if revision.contracts]
        return raised[-1] if raised and not self.empty else ""

    @property
    def shut_out(self) -> tuple[Programs, ...]:
        """Who is signed in now and could not go on."""
        oldest = version_key(self.oldest_client or "0")
        return tuple(one for one in self.signed_in if version_key(one.version) < oldest)

    @property
    def without_backup(self) -> bool:
        """There is something to lose, and no fresh backup of it."""
        return not self.empty and (self.backup_hours is None or self.backup_hours > FRESH_HOURS)


class _InUseError(Exception):
    """Some table could not be had within the time."""


def plan(deployer: Server, scripts: Path | None = None) -> Plan:
    """Look, and change nothing. Raises Misconfigured where the database is newer than this program."""
    state = installing.schema_state(deployer, scripts)
    installing.refuse_newer(state)
    with _as_owner(deployer) as connection:
        return Plan(
            state,
            empty=not state.revision,
            pending=tuple(revision for revision in revisions(scripts) if revision.number > state.revision),
            unproved=tuple(f"{name} of {table}" for table, name in _unproved(connection)),
            backup_hours=_backup_hours(connection),
            signed_in=_signed_in(connection),
        )


def migrate(deployer: Server, planned: Plan, patience: Patience, say: Say, scripts: Path | None = None) -> SchemaState:
    """Do what was planned. Raises Refused where another migration or the desks are in the way for too long."""
    try:
        with _as_owner(deployer) as beside:
            _be_alone(beside, patience.wait)
            _prepare(beside, planned.pending, say)
            state = _in_one_moment(deployer, beside, patience, say, scripts)
            _prove(beside, say)
        return state
    except (sa.exc.DBAPIError, psycopg.Error) as error:
        raise _told(error, patience) from error


@contextmanager
def _as_owner(deployer: Server) -> Iterator[psycopg.Connection[Any]]:
    """A connection of its own for what needs no transaction."""
    with closing(connect(deployer, application=APPLICATION, autocommit=True, patient=True)) as connection:
        connection.execute("SET ROLE hms_owner")
        yield connection


def _there(connection: psycopg.Connection[Any], name: str) -> bool:
    found = connection.execute("SELECT to_regclass(%s) IS NOT NULL", (name,)).fetchone()
    return found is not None and bool(found[0])


def _backup_hours(connection: psycopg.Connection[Any]) -> float | None:
    if not _there(connection, "hms.backups"):
        return None
    age = "SELECT extract(epoch FROM clock_timestamp() - max(made_at))::float8 / 3600 FROM hms.backups"
    found = connection.execute(age).fetchone()
    return found[0] if found else None


def _signed_in(connection: psycopg.Connection[Any]) -> tuple[Programs, ...]:
    if not _there(connection, "hms.fleet_clients"):
        return ()
    lately = connection.execute(
        "SELECT program, version, count(DISTINCT workstation) FROM hms.fleet_clients WHERE silent_seconds < 300 "
        "GROUP BY program, version ORDER BY program, version"
    )
    return tuple(Programs(*row) for row in lately)


def _be_alone(beside: psycopg.Connection[Any], seconds: float) -> None:
    """One migration at a time; the connection keeps the lock until it ends. Raises Refused that says who has it."""
    ends = time.monotonic() + seconds
    while not beside.execute("SELECT pg_try_advisory_lock(%s)", (_ALONE,)).fetchone()[0]:  # type: ignore[index] # a row
        if time.monotonic() >= ends:
            holder = beside.execute(
                "SELECT a.usename, a.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid) "
                "WHERE l.locktype = 'advisory' AND l.objid = %s AND l.granted "
                "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())",
                (_ALONE,),
            ).fetchone()
            who = f"{holder[0]} (server process {holder[1]})" if holder else "somebody"
            raise Refused("migrate.busy", f"{who} is migrating this database already; wait until that has ended.")
        time.sleep(0.3)


def _prepare(beside: psycopg.Connection[Any], pending: tuple[Revision, ...], say: Say) -> None:
    """What the revisions want ahead. An index that an interrupted attempt left unfinished is of no use and goes."""
    unfinished = beside.execute(
        "SELECT indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
        "WHERE NOT i.indisvalid AND c.relnamespace = to_regnamespace('hms') AND c.relkind = 'i'"
    ).fetchall()
    for (index,) in unfinished:
        say(f"Removing {index}, which was not finished …")
        beside.execute(sql.SQL("DROP INDEX CONCURRENTLY {}").format(sql.SQL(index)))
    for revision in pending:
        for number, statement in enumerate(revision.ahead, 1):
            say(f"{revision.number}: step {number} of {len(revision.ahead)} while the desks go on …")
            _run_ahead(beside, statement)


def _run_ahead(beside: psycopg.Connection[Any], statement: str) -> None:
    """One statement by itself; one that changes rows is repeated until it finds no more."""
    try:
        while beside.execute(statement.encode()).rowcount > 0:
            pass
    except _NOT_YET_THERE:
        return  # an older release's database: its transaction makes the table, and the rest with it


def _in_one_moment(
    deployer: Server, beside: psycopg.Connection[Any], patience: Patience, say: Say, scripts: Path | None
) -> SchemaState:
    ends = time.monotonic() + patience.wait
    for attempt in itertools.count():
        seconds = LOCK_SECONDS[min(attempt, len(LOCK_SECONDS) - 1)]
        took = _Stopwatch()
        gate = partial(_take_all_tables, lock_seconds=seconds, statement_seconds=patience.statement, taken=took.start)
        try:
            state = installing.migrate(deployer, say=say, scripts=scripts, gate=gate)
        except _InUseError:
            who = _holders(beside)
            if time.monotonic() + PAUSE_SECONDS >= ends:
                raise Refused(
                    "migrate.in_use",
                    f"The desks did not let go of the tables{who}; the schema is as it was. Run it again at a quieter "
                    "time, or with a longer --wait.",
                ) from None
            say(f"Tables are in use{who}; trying again …")
            time.sleep(PAUSE_SECONDS)
        else:
            if took.seconds is not None:
                say(f"The desks stood still for {took.seconds:.1f} s.")
            return state
    raise AssertionError("counting never ends")


class _Stopwatch:
    """How long ago it was started, where it was."""

    def __init__(self) -> None:
        self._began: float | None = None

    def start(self) -> None:
        self._began = time.monotonic()

    @property
    def seconds(self) -> float | None:
        return None if self._began is None else time.monotonic() - self._began


def _take_all_tables(
    connection: sa.Connection, *, lock_seconds: float, statement_seconds: float, taken: Callable[[], None]
) -> None:
    """Every table of the suite, for this transaction alone. Raises _InUseError.

    The views go first, as the guards are to go anyway: who reads one has it before the tables beneath, and to lock a
    view would lock the server's own tables where it reads them.
    """
    ends = time.monotonic() + STANDSTILL_SECONDS
    for kinds, statement in (("v", "DROP VIEW IF EXISTS {} CASCADE"), ("rp", "LOCK TABLE {} IN ACCESS EXCLUSIVE MODE")):
        names = connection.scalars(_RELATIONS, {"kinds": list(kinds)}).all()
        if names:
            _limit(connection, lock=lock_seconds, statement=max(ends - time.monotonic(), 0.1))
            try:
                connection.execute(sa.text(statement.format(", ".join(names))))
            except sa.exc.DBAPIError as error:
                if _state_of(error) in _BUSY:
                    raise _InUseError from error
                raise
    taken()
    _limit(connection, lock=lock_seconds, statement=statement_seconds)


def _limit(connection: sa.Connection, *, lock: float, statement: float) -> None:
    """For the rest of this transaction; seconds."""
    limits = {"lock_timeout": lock, "statement_timeout": statement}
    told = (sa.func.set_config(name, f"{round(seconds * 1000)}ms", True) for name, seconds in limits.items())
    connection.execute(sa.select(*told))


def _holders(beside: psycopg.Connection[Any]) -> str:
    """Who has tables of the suite for longer than a moment, as words; empty where nobody has any more."""
    found: list[set[tuple[str, str, int]]] = []
    for pause in (0.0, 0.3):
        time.sleep(pause)
        rows = beside.execute(
            "SELECT DISTINCT a.usename::text, a.application_name, a.pid FROM pg_locks l "
            "JOIN pg_class c ON c.oid = l.relation JOIN pg_stat_activity a ON a.pid = l.pid "
            "WHERE l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
            "AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('hms', 'kiosk')) "
            "AND a.usename IS NOT NULL AND a.application_name <> %s",
            (APPLICATION,),
        ).fetchall()
        found.append(set(rows))
    words = [f"{login} at {program} (server process {pid})" for login, program, pid in sorted(found[0] & found[1])[:3]]
    return f" by {', '.join(words)}" if words else ""


def _unproved(connection: psycopg.Connection[Any]) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT conrelid::regclass::text, conname::text FROM pg_constraint "
        "WHERE NOT convalidated AND connamespace = to_regnamespace('hms') ORDER BY 1, 2"
    ).fetchall()


def _prove(beside: psycopg.Connection[Any], say: Say) -> None:
    """Check the existing rows of what was added as NOT VALID; the desks go on meanwhile."""
    for table, name in _unproved(beside):
        say(f"Checking {name} of {table} while the desks go on …")
        beside.execute(sql.SQL("ALTER TABLE {} VALIDATE CONSTRAINT {}").format(sql.SQL(table), sql.Identifier(name)))


def _state_of(error: sa.exc.DBAPIError | psycopg.Error) -> str:
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    return (cause.sqlstate or "") if isinstance(cause, psycopg.Error) else ""


def _told(error: sa.exc.DBAPIError | psycopg.Error, patience: Patience) -> Exception:
    """What the server's no means to who migrates."""
    if _state_of(error) == _STOPPED:
        return Refused(
            "migrate.too_long",
            f"One step took longer than {patience.statement:g} s while the desks stood still; the schema is as it was. "
            "Run it while the hospital is closed, with --most-seconds 0.",
        )
    meant = explained(error)
    if isinstance(meant, Unreachable):
        return HmsError(
            "migrate.cut",
            "The connection ended on the way; what was not complete is undone. Run hms-admin migrate again.",
        )
    return meant
