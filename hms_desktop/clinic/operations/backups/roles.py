"""The people's logins as the cluster keeps them, in a backup: duties, limits and, through a superuser, verifiers."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg import sql

from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Misconfigured
from hms_desktop.core.settings import Server

# Every role that has to do with the suite: its own, and whoever is a member of one of them. Other programs' roles and
# the superuser of the server are not ours to restore.
_OURS = """
    WITH RECURSIVE ours (oid) AS (
        SELECT oid FROM pg_roles WHERE rolname ~ '^hms_' AND NOT rolsuper
        UNION
        SELECT m.member FROM pg_auth_members m JOIN ours o ON o.oid = m.roleid
        JOIN pg_roles r ON r.oid = m.member AND NOT r.rolsuper)"""

_ROLES = """
    SELECT r.rolname AS name, r.rolcanlogin AS login, r.rolcreaterole AS creates_roles, r.rolinherit AS inherits,
           r.rolbypassrls AS bypasses_rows, r.rolconnlimit AS connections, r.rolvaliduntil::text AS valid_until,
           {verifier} AS verifier, coalesce(r.rolconfig, '{{}}') AS settings
    FROM pg_roles r JOIN ours o ON o.oid = r.oid ORDER BY r.rolname"""
_VERIFIER = "(SELECT rolpassword FROM pg_authid a WHERE a.oid = r.oid)"
""

_MEMBERS = """
    SELECT g.rolname AS role, m.rolname AS member, CASE WHEN b.rolsuper THEN '' ELSE b.rolname END AS granted_by,
           a.admin_option AS admin, a.inherit_option AS inherit, a.set_option AS "set"
    FROM pg_auth_members a
    JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member JOIN pg_roles b ON b.oid = a.grantor
    JOIN ours og ON og.oid = a.roleid JOIN ours om ON om.oid = a.member
    ORDER BY b.rolsuper DESC, 1, 2"""


@dataclass(frozen=True)
class Role:
    """One login or group; `verifier` is its SCRAM verifier, empty where it has none or nobody could read it."""

    name: str
    login: bool
    creates_roles: bool
    inherits: bool
    bypasses_rows: bool
    connections: int
    valid_until: str | None
    verifier: str | None
    settings: Sequence[str]


@dataclass(frozen=True)
class Membership:
    """Who belongs to which group; `granted_by` is empty for the superuser."""

    role: str
    member: str
    granted_by: str
    admin: bool
    inherit: bool
    set: bool


@dataclass(frozen=True)
class Roles:
    """All roles of the suite and their memberships; `with_verifiers` where people can sign in after a restore."""

    roles: tuple[Role, ...]
    memberships: tuple[Membership, ...]
    with_verifiers: bool

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> "Roles":
        return cls(
            tuple(Role(**each) for each in found["roles"]),
            tuple(Membership(**each) for each in found["memberships"]),
            bool(found["with_verifiers"]),
        )


def read_roles(anyone: Server, superuser: Server | None) -> Roles:
    """The roles as `superuser` sees them or, where none is given, as `anyone` does: without verifiers.

    Raises Misconfigured where the superuser is none.
    """
    with connect(superuser or anyone, application="hms-backup", patient=True) as connection:
        if superuser is not None:
            row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = session_user").fetchone()
            if row is None or not row[0]:
                raise Misconfigured("backup.no_superuser", f"{superuser.user} is not a superuser of this server.")
        with connection.cursor(row_factory=psycopg.rows.dict_row) as cursor:
            roles = cursor.execute(_OURS + _ROLES.format(verifier=_VERIFIER if superuser else "NULL")).fetchall()
            members = cursor.execute(_OURS + _MEMBERS).fetchall()
    return Roles(
        tuple(Role(**each) for each in roles), tuple(Membership(**each) for each in members), superuser is not None
    )


def restore_roles(connection: psycopg.Connection[Any], kept: Roles) -> tuple[str, ...]:
    """Make what is missing of the roles, as the superuser, in the connection's transaction; the names of the new ones.

    A role that is there already keeps its password.
    """
    there = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
    missing = [role for role in kept.roles if role.name not in there]
    for role in missing:
        connection.execute(_creating(role))
        for setting in role.settings:
            name, value = setting.split("=", 1)
            connection.execute(
                sql.SQL("ALTER ROLE {} SET {} = {}").format(
                    sql.Identifier(role.name), sql.Identifier(name), sql.Literal(value)
                )
            )
    for membership in _in_order(kept.memberships):
        connection.execute(_granting(membership))
    return tuple(role.name for role in missing)


def _creating(role: Role) -> sql.Composed:
    words = [
        "LOGIN" if role.login else "NOLOGIN",
        "CREATEROLE" if role.creates_roles else "NOCREATEROLE",
        "INHERIT" if role.inherits else "NOINHERIT",
        "BYPASSRLS" if role.bypasses_rows else "NOBYPASSRLS",
        f"CONNECTION LIMIT {int(role.connections)}",
    ]
    made = sql.SQL("CREATE ROLE {} " + " ".join(words)).format(sql.Identifier(role.name))
    if role.verifier:
        made += sql.SQL(" PASSWORD {}").format(sql.Literal(role.verifier))
    if role.valid_until:
        made += sql.SQL(" VALID UNTIL {}").format(sql.Literal(role.valid_until))
    return made


def _in_order(memberships: Iterable[Membership]) -> list[Membership]:
    """Those that a superuser granted first: they give the others' grantors the right to grant."""
    return sorted(memberships, key=lambda each: each.granted_by != "")


def _granting(membership: Membership) -> sql.Composed:
    options = ", ".join(
        f"{name} {'TRUE' if value else 'FALSE'}"
        for name, value in (("ADMIN", membership.admin), ("INHERIT", membership.inherit), ("SET", membership.set))
    )
    made = sql.SQL("GRANT {} TO {} WITH " + options).format(
        sql.Identifier(membership.role), sql.Identifier(membership.member)
    )
    if membership.granted_by:
        made += sql.SQL(" GRANTED BY {}").format(sql.Identifier(membership.granted_by))
    return made
