"""What a backup says of itself: of which database and moment it is, how many rows each table had, and its logins."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg import sql

from hms_desktop.clinic.operations.backups.roles import Roles
from hms_desktop.core.errors import Refused

LENGTH_BYTES = 8

_TABLES = """
    SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                                AND d.deptype = 'e')
    ORDER BY 1, 2"""


@dataclass(frozen=True)
class Contents:
    """The first part of a backup, before PostgreSQL's own archive; `made_at` is the moment of its snapshot (UTC)."""

    database: str
    kind: str
    revision: str
    server_version: int
    made_at: dt.datetime
    counts: Mapping[str, int]
    roles: Roles

    @property
    def rows(self) -> int:
        return sum(self.counts.values())

    def packed(self) -> bytes:
        """Its length in 8 bytes, then JSON."""
        text = json.dumps({**asdict(self), "made_at": self.made_at.isoformat()}, ensure_ascii=False).encode()
        return len(text).to_bytes(LENGTH_BYTES, "big") + text


def of_snapshot(connection: psycopg.Connection[Any], roles: Roles) -> Contents:
    """The contents as this connection's transaction sees them; all rows are counted."""
    row = connection.execute(
        "SELECT current_database(), (SELECT kind FROM hms.installation), "
        "(SELECT max(revision) FROM hms.schema_compat), transaction_timestamp()"
    ).fetchone()
    assert row is not None  # noqa: S101 - a SELECT without FROM has one row
    database, kind, revision, made_at = row
    return Contents(
        database, kind, revision, connection.info.server_version, made_at.astimezone(dt.UTC), counted(connection), roles
    )


def counted(connection: psycopg.Connection[Any]) -> dict[str, int]:
    """How many rows each table of the database has; a partitioned one by its parts."""
    return {
        f"{schema}.{table}": _count(connection, schema, table)
        for schema, table in connection.execute(_TABLES).fetchall()
    }


def _count(connection: psycopg.Connection[Any], schema: str, table: str) -> int:
    found = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema, table))).fetchone()
    return int(found[0]) if found else 0


def unpacked(chunks: Iterable[bytes]) -> tuple[Contents, Iterator[bytes]]:
    """The contents at the beginning of a backup's plain stream, and what follows: PostgreSQL's archive.

    Raises Refused where the stream does not begin with contents.
    """
    stream = iter(chunks)
    begun = bytearray()
    needed = LENGTH_BYTES
    for chunk in stream:
        begun += chunk
        if len(begun) >= LENGTH_BYTES:
            needed = LENGTH_BYTES + int.from_bytes(begun[:LENGTH_BYTES], "big")
        if len(begun) >= needed:
            break
    try:
        found = json.loads(begun[LENGTH_BYTES:needed])
        roles = Roles.from_json(found.pop("roles"))
        made_at = dt.datetime.fromisoformat(found.pop("made_at"))
        contents = Contents(**found, roles=roles, made_at=made_at)
    except (ValueError, TypeError, KeyError):
        raise Refused("backup.contents", "This backup was made by another version of the suite.") from None
    return contents, _rest(bytes(begun[needed:]), stream)


def _rest(first: bytes, stream: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from stream
