"""The steps that make a hospital of an empty server: roles, database, schema, the hospital's row, the first person."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hms_desktop.clinic.operations import installing, staging
from hms_desktop.clinic.operations.preparing.cluster import Cluster
from hms_desktop.clinic.operations.preparing.steps import Finding, Say, State
from hms_desktop.core.errors import Refused
from hms_desktop.core.settings_file import write_secret

_ROLES = (
    *("hms_owner", "hms_staff_keeper", "hms_staff", "hms_kiosk", "hms_checkin", "hms_front_desk", "hms_pharmacist"),
    *("hms_clinician", "hms_cashier", "hms_store", "hms_manager", "hms_admin", *installing.SERVICE_LOGINS),
)


@dataclass(frozen=True)
class Roles:
    """The roles of the duties and the services' logins, whose new passwords go to the file `passwords`."""

    cluster: Cluster
    passwords: Path
    title: str = "Roles of the duties and logins of the services"
    undo: str = "DROP ROLE hms_… for each, once no database uses them."

    def examine(self) -> Finding:
        known = self._written()
        with self.cluster.opened() as connection:
            rows = connection.execute(
                "SELECT rolname, rolpassword IS NOT NULL FROM pg_authid WHERE rolname = ANY(%s)", (list(_ROLES),)
            )
            found = dict(rows.fetchall())
        missing = [name for name in _ROLES if name not in found]
        silent = [login for login in installing.SERVICE_LOGINS if not found.get(login)]
        if not missing and not silent:
            return Finding(State.THERE, ("The services' logins have passwords, which stay as they are.",))
        lines = [f"Roles: {', '.join(missing)}."] if missing else []
        if silent:
            kept = ", beside those that are there" if known else ""
            lines.append(f"New passwords of {', '.join(silent)} go to {self.passwords}{kept}.")
        return Finding(State.MAKE, tuple(lines))

    def do(self, say: Say) -> None:
        installing.make_roles(self.cluster.maintenance, keep=self._keep)

    def _keep(self, new: Mapping[str, str]) -> None:
        """Write the passwords down before the server knows them, so that none is lost when this is cut off here."""
        told = {**self._written(), **new}
        write_secret(self.passwords, "".join(f'{login} = "{secret}"\n' for login, secret in told.items()))

    def _written(self) -> dict[str, str]:
        """What an earlier time has written. Raises Refused where the file is something else."""
        try:
            found = tomllib.loads(self.passwords.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            found = {"": ""}
        if not set(found) <= set(installing.SERVICE_LOGINS):
            raise Refused("init.file_exists", f"{self.passwords} exists already; name a new file.")
        return {str(login): str(secret) for login, secret in found.items()}


@dataclass(frozen=True)
class HospitalDatabase:
    """The database, which only the suite's roles may enter."""

    cluster: Cluster
    title: str = "Database"
    undo: str = "DROP DATABASE, which takes everything in it."

    def examine(self) -> Finding:
        name = self.cluster.dbname
        if not self.cluster.has_hospital():
            return Finding(State.MAKE, (f"{name}, which only those roles may enter.",))
        with self.cluster.opened(hospital=True) as connection:
            row = connection.execute(
                "SELECT to_regnamespace('hms') IS NOT NULL AND to_regnamespace('kiosk') IS NOT NULL, "
                "pg_get_userbyid(datdba) = 'hms_owner' AND NOT EXISTS (SELECT FROM pg_class "
                "WHERE relnamespace = 'public'::regnamespace) FROM pg_database WHERE datname = current_database()"
            ).fetchone()
        furnished, begun = row or (False, False)
        if furnished:
            return Finding(State.THERE, (f"{name}.",))
        if begun:
            return Finding(State.MAKE, (f"{name} was begun before; it is gone on with.",))
        raise Refused("database.exists", f"The database {name} exists already; choose another name.")

    def do(self, say: Say) -> None:
        if not self.cluster.has_hospital():
            installing.create_empty(self.cluster.maintenance, self.cluster.dbname)
        installing.furnish(self.cluster.hospital)


@dataclass(frozen=True)
class Schema:
    """Tables and guards; those of a hospital at work are migrated by `hms-admin migrate` alone."""

    cluster: Cluster
    title: str = "Tables and guards"
    undo: str = "DROP DATABASE, for there is no way back to an older version; restore a backup instead."

    def examine(self) -> Finding:
        version = f"version {installing.program_version()}"
        if not self.cluster.has_hospital():
            return Finding(State.MAKE, (f"{version}.",))
        state = installing.schema_state(self.cluster.hospital)
        installing.refuse_newer(state)
        if state.current:
            return Finding(State.THERE, (f"Revision {state.revision}, {version}.",))
        if somebody_works(self.cluster):
            return Finding(
                State.BY_HAND,
                (f"Revision {state.revision} is that of an older version: back up, then run hms-admin migrate.",),
            )
        return Finding(State.MAKE, (f"{version}.",))

    def do(self, say: Say) -> None:
        installing.migrate(self.cluster.hospital, say=lambda line: say(f"  {line}"))


@dataclass(frozen=True)
class Facility:
    """The one row of the hospital itself."""

    cluster: Cluster
    name: str
    time_zone: str
    title: str = "The hospital"
    undo: str = "an administrator changes name and time zone on the page Hospital."

    def examine(self) -> Finding:
        row = None
        if _has_table(self.cluster, "hms.facility"):
            with self.cluster.opened(hospital=True) as connection:
                row = connection.execute("SELECT name, time_zone FROM hms.facility").fetchone()
        if row is None:
            return Finding(State.MAKE, (f"“{self.name}”, time zone {self.time_zone}.",))
        same = tuple(row) == (self.name, self.time_zone)
        return Finding(State.THERE if same else State.STAYS, (f"“{row[0]}”, time zone {row[1]}.",))

    def do(self, say: Say) -> None:
        staging.found_facility(self.cluster.hospital, self.name, self.time_zone)


@dataclass(frozen=True)
class FirstPerson:
    """The first administrator; `password` is asked only when this person is made."""

    cluster: Cluster
    login: str
    name: str
    password: Callable[[], str]
    title: str = "The first administrator"
    undo: str = "another administrator closes the login on the page Staff."

    def examine(self) -> Finding:
        if somebody_works(self.cluster):
            with self.cluster.opened(hospital=True) as connection:
                found = connection.execute(
                    "SELECT 1 FROM hms.people WHERE login = %s AND active AND 'admin' = ANY (duties)", (self.login,)
                ).fetchone()
            if found:
                return Finding(State.THERE, (f"{self.login}.",))
            return Finding(State.STAYS, ("There are people already; an administrator among them adds others.",))
        return Finding(State.MAKE, (f"{self.name}, who signs in as {self.login}.",))

    def do(self, say: Say) -> None:
        staging.first_person(self.cluster.hospital, self.login, self.name, ["admin"], self.password())


def somebody_works(cluster: Cluster) -> bool:
    """Whether the hospital has people already."""
    if not _has_table(cluster, "hms.people"):
        return False
    with cluster.opened(hospital=True) as connection:
        return connection.execute("SELECT 1 FROM hms.people LIMIT 1").fetchone() is not None


def _has_table(cluster: Cluster, name: str) -> bool:
    if not cluster.has_hospital():
        return False
    with cluster.opened(hospital=True) as connection:
        return connection.execute("SELECT 1 WHERE to_regclass(%s) IS NOT NULL", (name,)).fetchone() is not None
