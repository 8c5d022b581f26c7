"""The steps about PostgreSQL's own settings: those that differ from the recommended ones, statistics of statements."""

import shlex
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil  # type: ignore[import-untyped]  # it brings no types
import psycopg
from psycopg import sql

from hms_desktop.clinic.operations.preparing.cluster import Cluster
from hms_desktop.clinic.operations.preparing.recommended import (
    LIBRARIES,
    RECOMMENDED,
    Difference,
    Fit,
    Found,
    Machine,
    differences,
)
from hms_desktop.clinic.operations.preparing.reloading import reload_settings
from hms_desktop.clinic.operations.preparing.steps import Finding, Say, State
from hms_desktop.core.errors import HmsError, Misconfigured, Unreachable
from hms_desktop.core.programs import NO_WINDOW

RESTART_SECONDS = 120.0
_LISTS = frozenset(each.name for each in RECOMMENDED if each.fit is Fit.HOLDS)
# What waits for a restart stands in the files with an error; a library's settings are in force once it is loaded.
_FOUND = """
SELECT wanted, coalesce(s.setting, ''), coalesce(f.setting, s.setting, ''), coalesce(s.unit, ''),
       coalesce(s.context, 'postmaster'), coalesce(s.source, 'default')
FROM unnest(%s::text[]) wanted LEFT JOIN pg_settings s ON s.name = wanted LEFT JOIN LATERAL (
    SELECT setting FROM pg_file_settings WHERE name = wanted ORDER BY seqno DESC LIMIT 1) f ON true
"""
# Lists of libraries are shown by their file name; each platform has another ending.
_LIBRARY = """
SELECT l FROM unnest(%s::text[]) l, pg_config c, unnest(ARRAY['so', 'dll', 'dylib']) ending
WHERE c.name = 'PKGLIBDIR' AND (pg_stat_file(c.setting || '/' || l || '.' || ending, true)).size IS NOT NULL
"""


@dataclass(frozen=True)
class Wish:
    """What the recommendation is made for. `memory` in bytes, 0 for this machine's where the server runs on it.

    `restart` is the command that restarts the server, where it may be.
    """

    wanted: bool
    workstations: int
    memory: int = 0
    elsewhere: bool = False
    restart: str = ""


@dataclass(frozen=True)
class Tuning:
    """The recommended settings, written with ALTER SYSTEM; a restart only by the command that was named for it."""

    cluster: Cluster
    wish: Wish
    title: str = "Recommended settings of PostgreSQL"
    undo: str = "ALTER SYSTEM RESET name for each, then SELECT pg_reload_conf(); the value before stands left of the →."

    def examine(self) -> Finding:
        found = self._differences()
        lines = [*map(_line, found), *self._hints()]
        if not found:
            return Finding(State.THERE, tuple(lines))
        if not self.wish.wanted:
            return Finding(State.UNASKED, (f"{len(found)} differ; --recommended sets them.", *lines))
        to_write = [each for each in found if not each.waits and not each.fixed]
        waiting = [each.name for each in found if each.restart and not each.fixed]
        if waiting and not self.wish.restart:
            lines.append(f"Restart PostgreSQL afterwards for {', '.join(waiting)}; or name the command with --restart.")
        if waiting and self.wish.restart:
            lines.append(f"PostgreSQL is restarted with: {self.wish.restart}")
        if to_write or (waiting and self.wish.restart):
            return Finding(State.CHANGE, tuple(lines))
        return Finding(State.BY_HAND, tuple(lines))

    def do(self, say: Say) -> None:
        found = [each for each in self._differences() if not each.fixed]
        with self.cluster.opened() as connection:
            for each in found:
                if not each.waits:
                    _set(connection, each)
        reload_settings(self.cluster)
        if any(each.restart for each in found):
            if self.wish.restart:
                self._restart(say)
            else:
                say("  Restart PostgreSQL when nobody works: some settings wait for it.")

    def _differences(self) -> tuple[Difference, ...]:
        with self.cluster.opened() as connection:
            libraries = connection.execute(_LIBRARY, (list(LIBRARIES),)).fetchall()
            rows = connection.execute(_FOUND, ([each.name for each in RECOMMENDED],)).fetchall()
        memory = self.wish.memory or (psutil.virtual_memory().total if self.cluster.files() else 0)
        machine = Machine(
            memory, self.wish.workstations, frozenset(name for (name,) in libraries), elsewhere=self.wish.elsewhere
        )
        return differences(machine, {name: Found(*values) for name, *values in rows})

    def _hints(self) -> tuple[str, ...]:
        told = [
            "Without an archive of the log what came after the last backup is lost with the disk: README, a hospital's "
            "own server, 5."
        ]
        if not self.wish.memory and self.cluster.files() is None:
            told.append("How much memory the server has is not known here; --memory GB adds what depends on it.")
        archived = self.cluster.value("SELECT current_setting('archive_mode')") != "off"
        return tuple(told[1:] if archived else told)

    def _restart(self, say: Say) -> None:
        """Run the named command and wait for the server. Raises Misconfigured or Unreachable."""
        began = self.cluster.value("SELECT pg_postmaster_start_time()")
        say(f"  {self.wish.restart}")
        try:
            subprocess.run(
                shlex.split(self.wish.restart),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=RESTART_SECONDS,
                creationflags=NO_WINDOW,
                check=True,
            )
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            raise Misconfigured(
                "init.restart", "The command that restarts PostgreSQL failed; run it by hand, then this again."
            ) from error
        deadline = time.monotonic() + RESTART_SECONDS
        while not self._is_back(began):
            if time.monotonic() > deadline:
                raise Unreachable("init.not_back", "PostgreSQL did not come back after its restart; look into its log.")
            time.sleep(0.2)

    def _is_back(self, began: object) -> bool:
        try:
            return bool(self.cluster.value("SELECT pg_postmaster_start_time()") != began)
        except HmsError:
            return False


@dataclass(frozen=True)
class Statements:
    """The extension that the page Performance reads, made once its library is loaded."""

    cluster: Cluster
    wanted: bool
    title: str = "Statistics of statements (pg_stat_statements)"
    undo: str = "DROP EXTENSION pg_stat_statements in the hospital's database."

    def examine(self) -> Finding:
        if not self.wanted:
            return Finding(State.UNASKED, ("--recommended makes them.",))
        if "pg_stat_statements" not in self.cluster.value("SELECT current_setting('shared_preload_libraries')"):
            return Finding(State.LATER, ("Its library is loaded when PostgreSQL starts; then run this again.",))
        if not self.cluster.has_hospital():
            return Finding(State.LATER)
        with self.cluster.opened(hospital=True) as connection:
            made = connection.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements'").fetchone()
        return Finding(State.THERE if made else State.MAKE)

    def do(self, say: Say) -> None:
        with self.cluster.opened(hospital=True) as connection:
            connection.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public")


def _set(connection: psycopg.Connection[tuple[object, ...]], each: Difference) -> None:
    """ALTER SYSTEM SET. A list must be given item by item: in one string it would be the name of one library."""
    items: Sequence[str] = each.wanted.split(",") if each.name in _LISTS else (each.wanted,)
    connection.execute(
        sql.SQL("ALTER SYSTEM SET {} = {}").format(
            sql.Identifier(*each.name.split(".")), sql.SQL(", ").join(map(sql.Literal, items))
        )
    )


def _line(each: Difference) -> str:
    if each.fixed:
        return f"{each.name}: {each.now} is set on the server's command line; {each.wanted} is recommended: {each.why}."
    mark = " (set; waits for a restart)" if each.waits else " (needs a restart)" if each.restart else ""
    return f"{each.name}: {each.now} → {each.wanted}{mark}: {each.why}."
