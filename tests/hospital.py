"""A hospital's database for one test: made from a migrated template, with people who really sign in."""

import itertools
import threading
import uuid
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from typing import Any

import psycopg
from psycopg import sql

from hms_desktop.clinic.operations import installing
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server

PASSWORD = "a plain test password"
_numbers = itertools.count(1)


class Hospital:
    """One scratch database. `superuser` owns the cluster; `person(duty)` makes somebody who can sign in."""

    def __init__(self, superuser: Server) -> None:
        self.superuser = superuser
        self._closing = ExitStack()
        self._own = threading.local()

    def connection(self, server: Server | None = None) -> psycopg.Connection[Any]:
        """An autocommit connection, as the superuser where no server is named; closed with the hospital."""
        opened = connect(server or self.superuser, application="test", autocommit=True, patient=True)
        self._closing.callback(opened.close)
        return opened

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run one statement as the superuser and return its rows."""
        try:
            cursor = self._superuser().execute(statement, values or None)
        except psycopg.OperationalError:
            if not self._superuser().closed:
                raise
            cursor = self._superuser(anew=True).execute(statement, values or None)  # the test had cut this one too
        return cursor.fetchall() if cursor.description else []

    def _superuser(self, *, anew: bool = False) -> psycopg.Connection[Any]:
        """This thread's own connection: a thread that waits for a lock keeps no other from asking."""
        if anew or not hasattr(self._own, "connection"):
            self._own.connection = self.connection()
        return self._own.connection

    def person(self, *duties: str, name: str = "Test Person") -> Server:
        """A new member of staff with these duties; the server as they sign in to it."""
        login = f"t{uuid.uuid4().hex[:12]}.{next(_numbers)}"
        made = installing.verifier(self._superuser(), login, PASSWORD)
        self.sql("SELECT hms.add_staff(%s, %s, %s, %s, %s)", uuid.uuid4(), login, name, list(duties), made)
        return self.superuser.signed_in_as(login, PASSWORD)

    def database(self, server: Server | None = None, **options: Any) -> Database:
        """A pooled Database as that person (the superuser where none is named); closed with the hospital."""
        opened = Database(server or self.superuser, workstation="test-pc", **options)
        self._closing.callback(opened.close)
        return opened

    def set_clock(self, at: datetime, speed: float = 0) -> None:
        """Set `hospital_now()`; it stands still unless `speed` says otherwise."""
        self.sql("SELECT hms.set_clock(%s, %s)", at, speed)

    def close(self) -> None:
        """Close what was opened, whatever one of it says."""
        self._closing.close()


def make_template(cluster: Server, dbname: str = "hms_template") -> Server:
    """The migrated demo-kind database that every test's hospital is cloned from."""
    installing.make_roles(cluster)
    template = installing.create_database(cluster, dbname)
    installing.migrate(template, kind="demo")
    with connect(template, application="test", autocommit=True, patient=True) as opened:
        opened.execute("INSERT INTO hms.facility (name, time_zone) VALUES ('Demo Hospital', 'UTC')")
    return template


def clone(cluster: Server, template: Server) -> Server:
    """A new database from the template."""
    name = f"t_{uuid.uuid4().hex[:16]}"
    with connect(cluster, application="test", autocommit=True, patient=True) as opened:
        opened.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(template.dbname)
            )
        )
        installing.let_in_only_the_suite(opened, name)
    return replace(cluster, dbname=name)


def drop(cluster: Server, database: Server) -> None:
    with connect(cluster, application="test", autocommit=True, patient=True) as opened:
        opened.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database.dbname)))
