"""How a database comes to be: roles, database, migrations and guards; run by IT or for the demo, never by a client."""

import hashlib
import importlib.metadata
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from alembic import command
from psycopg import sql

from hms_desktop.clinic.operations.revisions import alembic_config, head
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Misconfigured, Refused
from hms_desktop.core.notices import Channel
from hms_desktop.core.settings import Server

AREAS = (
    "records",
    "organisation",
    "staff",
    "printing",
    "patients",
    "medicines",
    "stock",
    "purchasing",
    "queue",
    "displays",
    "appointments",
    "prescriptions",
    "safety",
    "dispensing",
    "merging",
    "trail",
    "reports",
    "fleet",
    "jobs",
    "operations",
)
"""The areas in their order: each may import only those before it, and its guards run after theirs."""

SERVICE_LOGINS = ("hms_deploy", "hms_worker", "hms_monitor", "hms_backup", "hms_pairing")
_MIGRATION_LOCK = 7_400_001
_OLDEST_SERVER = 170000


@dataclass(frozen=True)
class SchemaState:
    """Which revision a database has, which this program brings, and whether the guards are this program's."""

    revision: str
    head: str
    guards_current: bool

    @property
    def current(self) -> bool:
        return self.revision == self.head and self.guards_current

    @property
    def newer(self) -> bool:
        """The database has a revision that this program does not know."""
        return self.revision > self.head

    @property
    def trouble(self) -> str:
        """What must be done, in words; empty where program and schema are of one release."""
        if self.newer:
            return f"The schema is {self.revision}, this program's is {self.head}: update this program."
        return "" if self.current else f"The schema is {self.revision}, this program's is {self.head}: migrate."


def verifier(connection: psycopg.Connection[Any], login: str, password: str) -> str:
    """The SCRAM-SHA-256 verifier of `password`, so that the password itself never travels (needs any connection)."""
    made: bytes = connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return made.decode()


def make_roles(superuser: Server, keep: Callable[[Mapping[str, str]], None] = lambda _: None) -> dict[str, str]:
    """Make the cluster's roles as its superuser; the passwords of service logins that had none before.

    `keep` is handed those passwords before the server keeps them. Raises Misconfigured where the server is older than
    PostgreSQL 17.
    """
    with connect(superuser, application="hms-install", patient=True) as connection:
        if connection.info.server_version < _OLDEST_SERVER:
            raise Misconfigured("server.too_old", "The server is older than PostgreSQL 17; upgrade it first.")
        connection.execute(_script("records", "roles.sql"))
        new: dict[str, str] = {}
        for login in SERVICE_LOGINS:
            has = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = %s", (login,)).fetchone()
            if has is None or has[0] is None:
                new[login] = secrets.token_urlsafe(24)
                connection.execute(
                    sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                        sql.Identifier(login), sql.Literal(verifier(connection, login, new[login]))
                    )
                )
        if new:
            keep(new)
    return new


def create_empty(superuser: Server, dbname: str) -> None:
    """Make a database with nothing in it that only the suite's roles may enter; refuses one that exists."""
    with connect(superuser, application="hms-install", autocommit=True, patient=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (dbname,)).fetchone():
            raise Refused("database.exists", f"The database {dbname} exists already; choose another name.")
        _create_database(connection, dbname)
        let_in_only_the_suite(connection, dbname)


def drop_database(superuser: Server, dbname: str) -> None:
    """Remove a database with all that is in it, whoever is connected to it."""
    with connect(superuser, application="hms-install", autocommit=True, patient=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(dbname)))


_NO_LARGE_OBJECTS = """DO $$
DECLARE
    writer regprocedure;
BEGIN
    FOR writer IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname IN (
        'lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lo_truncate', 'lo_truncate64', 'lowrite') LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', writer);
    END LOOP;
END $$"""
"""PostgreSQL lets every login keep large objects; a screen's password would be enough to fill the server's disk."""


def create_database(superuser: Server, dbname: str) -> Server:
    """Make an empty database that only the suite's roles may enter, with its extensions; refuses one that exists."""
    create_empty(superuser, dbname)
    made = replace(superuser, dbname=dbname)
    furnish(made)
    return made


def furnish(made: Server) -> None:
    """What an empty database needs before it has tables: who may enter, extensions, schemas; all of it or nothing."""
    with connect(made, application="hms-install", patient=True) as connection:
        let_in_only_the_suite(connection, made.dbname)
        for extension in ("pg_trgm", "unaccent", "fuzzystrmatch", "btree_gist"):
            connection.execute(sql.SQL("CREATE EXTENSION {} SCHEMA public").format(sql.Identifier(extension)))
        connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        connection.execute(_NO_LARGE_OBJECTS)
        connection.execute("CREATE SCHEMA hms AUTHORIZATION hms_owner")
        connection.execute("CREATE SCHEMA kiosk AUTHORIZATION hms_owner")
        for role in ("hms_owner", "hms_staff_keeper"):
            connection.execute(
                sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC").format(
                    sql.Identifier(role)
                )
            )


def _create_database(connection: psycopg.Connection[Any], dbname: str) -> None:
    """CREATE DATABASE with PostgreSQL's own C.UTF-8 order, which no upgrade of the system's libraries can change.

    Trigrams ask the system's LC_CTYPE what a letter is; where it has no C.UTF-8 (Windows), only ASCII pieces from
    within a name are found, beginnings of names in every script still are.
    """
    for ctype in ("C.UTF-8", "C"):
        try:
            connection.execute(
                sql.SQL(
                    "CREATE DATABASE {} OWNER hms_owner TEMPLATE template0 ENCODING 'UTF8' "
                    "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE {}"
                ).format(sql.Identifier(dbname), sql.Literal(ctype))
            )
            return
        except psycopg.errors.WrongObjectType:
            if ctype == "C":
                raise


def let_in_only_the_suite(connection: psycopg.Connection[Any], dbname: str) -> None:
    """Who may connect to the database: the suite's roles, and nobody may make temporary tables in it."""
    name = sql.Identifier(dbname)
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
    connection.execute(
        sql.SQL(
            "GRANT CONNECT ON DATABASE {} "
            "TO hms_staff, hms_kiosk, hms_checkin, hms_pairing, hms_deploy, hms_worker, hms_monitor, hms_backup"
        ).format(name)
    )


def migrate(
    deployer: Server,
    *,
    kind: str = "hospital",
    say: Callable[[str], None] = lambda _: None,
    scripts: Path | None = None,
    gate: Callable[[sa.Connection], None] = lambda _: None,
) -> SchemaState:
    """Bring the schema and the guards of a database to this program's version, in one transaction.

    `deployer` is `hms_deploy` or the superuser. `kind` says what a *new* database is; an existing one keeps its kind.
    `scripts` is another folder of revisions than the program's own; `gate` runs in the transaction before its first
    change, and what it raises ends it.
    Raises Misconfigured where the database is newer than this program.
    """
    engine = sa.create_engine(
        "postgresql+psycopg://",
        creator=lambda: connect(deployer, application="hms-migrate", patient=True),
        poolclass=sa.pool.NullPool,
    )
    with engine.begin() as connection:
        connection.execute(sa.text("SET LOCAL lock_timeout = '10s'"))
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        connection.execute(sa.text("SET LOCAL ROLE hms_owner"))
        before = _state(connection, scripts)
        if before.current:
            say("The database is up to date.")
            return before
        refuse_newer(before)
        gate(connection)
        say(f"Migrating from revision {before.revision or 'none'} to {before.head} …")
        _drop_guards(connection)
        config = alembic_config(scripts)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.execute(
            sa.text("INSERT INTO hms.installation (kind) VALUES (:kind) ON CONFLICT (id) DO NOTHING"),
            {"kind": kind},
        )
        found_kind = connection.scalar(sa.text("SELECT kind FROM hms.installation"))
        for name, script in _guards(demo=found_kind == "demo"):
            say(f"Guards of {name} …")
            _execute_script(connection, script)
        connection.execute(
            sa.text("SELECT hms.open_month(hms.hospital_now() + n * interval '1 month') FROM generate_series(0, 2) n")
        )
        connection.execute(
            sa.text("UPDATE hms.installation SET guards_hash = :hash"),
            {"hash": _guards_hash(demo=found_kind == "demo")},
        )
        _knock(connection, before.head)
        after = _state(connection, scripts)
    engine.dispose()
    say("Done.")
    return after


def _knock(connection: sa.Connection, revision: str) -> None:
    """Every desk and every screen asks again whether it fits; the trigger for that was away with the other guards."""
    for channel in Channel:
        connection.execute(sa.select(sa.func.pg_notify(channel, f"schema:{revision}")))


def schema_state(anyone: Server, scripts: Path | None = None) -> SchemaState:
    """What `hms-admin status` tells, for any login that may read the installation."""
    engine = sa.create_engine(
        "postgresql+psycopg://",
        creator=lambda: connect(anyone, application="hms-status"),
        poolclass=sa.pool.NullPool,
    )
    with engine.connect() as connection:
        return _state(connection, scripts)


def guard_files() -> list[str]:
    """The files of guards that this program brings, as AREA/FILE."""
    return [name for name, _ in _guards(demo=False)]


def program_version() -> str:
    return importlib.metadata.version("hms-desktop")


def _state(connection: sa.Connection, scripts: Path | None) -> SchemaState:
    newest = head(scripts)
    if not connection.scalar(sa.text("SELECT to_regclass('hms.schema_compat') IS NOT NULL")):
        return SchemaState("", newest, guards_current=False)
    revision = connection.scalar(sa.text("SELECT max(revision) FROM hms.schema_compat")) or ""
    row = connection.execute(sa.text("SELECT kind, guards_hash FROM hms.installation")).one_or_none()
    current = row is not None and row.guards_hash == _guards_hash(demo=row.kind == "demo")
    return SchemaState(revision, newest, guards_current=current)


def refuse_newer(state: SchemaState) -> None:
    """Raises Misconfigured where the database is newer than this program."""
    if state.newer:
        raise Misconfigured(
            "database.newer",
            f"The database has revision {state.revision}, this program only {state.head}; update this program.",
        )


def _script(area: str, name: str) -> str:
    return (resources.files(f"hms_desktop.clinic.{area}") / name).read_text(encoding="utf-8")


def _guards(*, demo: bool) -> list[tuple[str, str]]:
    """Every area's guards in area order: `guards.sql`, then its `guards_SUBJECT.sql` by name.

    A demo's clock follows the guards of `records`.
    """
    scripts: list[tuple[str, str]] = []
    for area in AREAS:
        names = (entry.name for entry in resources.files(f"hms_desktop.clinic.{area}").iterdir())
        guards = sorted(name for name in names if name.startswith("guards") and name.endswith(".sql"))
        scripts += [(f"{area}/{name}", _script(area, name)) for name in guards]
        if area == "records" and demo:
            scripts.append(("the demo's clock", _script("records", "demo_clock.sql")))
    return scripts


def _guards_hash(*, demo: bool) -> str:
    return hashlib.sha256("\0".join(script for _, script in _guards(demo=demo)).encode()).hexdigest()


def _execute_script(connection: sa.Connection, script: str) -> None:
    """Run a script of many statements as it stands: no parameters, so `:` and `%` mean nothing."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, psycopg.Connection)  # noqa: S101 - tells the type checker which driver this is
    raw.execute(script.encode())


def _drop_guards(connection: sa.Connection) -> None:
    """Take away all that guards created and all that duties were granted, so that what follows is the whole truth."""
    _execute_script(connection, _script("operations", "drop_guards.sql"))
