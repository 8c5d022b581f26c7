"""How a database comes to be and is brought up to date: in one transaction, by IT, and the same whichever way."""

import uuid
from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.schema import metadata
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Misconfigured, Refused
from hms_desktop.core.settings import Server
from tests.hospital import Hospital, drop

OBJECTS = """
SELECT 'column', c.oid::regclass::text, a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull
       || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relnamespace IN ('hms'::regnamespace, 'kiosk'::regnamespace) AND c.relkind IN ('r', 'v', 'p')
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'hms'::regnamespace AND contype <> 't'
UNION ALL SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid)
FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE c.relnamespace = 'hms'::regnamespace
UNION ALL SELECT 'function', oid::regprocedure::text, md5(pg_get_functiondef(oid)) || coalesce(proacl::text, '')
FROM pg_proc WHERE pronamespace IN ('hms'::regnamespace, 'kiosk'::regnamespace)
UNION ALL SELECT 'trigger', tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'policy', polrelid::regclass::text, polname || pg_get_expr(polqual, polrelid) FROM pg_policy
UNION ALL SELECT 'grant', c.oid::regclass::text, coalesce(relacl::text, '') FROM pg_class c
WHERE c.relnamespace IN ('hms'::regnamespace, 'kiosk'::regnamespace) AND relkind IN ('r', 'v', 'p')
ORDER BY 1, 2, 3
"""


def objects(server: Server) -> list[tuple[str, ...]]:
    with connect(server, application="test", patient=True) as connection:
        return connection.execute(OBJECTS).fetchall()


@pytest.fixture
def fresh(cluster: Server, template: Server) -> Iterator[Server]:
    """A new, empty database of the suite; the roles exist because the template was made."""
    made = installing.create_database(cluster, f"t_{uuid.uuid4().hex[:16]}")
    yield made
    drop(cluster, made)


def test_a_hospitals_database_does_not_contain_a_clock_that_can_be_set(fresh: Server) -> None:
    installing.migrate(fresh)
    with connect(fresh, application="test") as connection:
        found = connection.execute(
            "SELECT to_regclass('hms.demo_clock'), to_regproc('hms.set_clock'), (SELECT kind FROM hms.installation)"
        ).fetchone()
    assert found == (None, None, "hospital")


def test_a_hospitals_database_never_becomes_a_demo(fresh: Server) -> None:
    installing.migrate(fresh)
    with connect(fresh, application="test", autocommit=True) as connection:
        connection.execute("UPDATE hms.installation SET guards_hash = ''")
    installing.migrate(fresh, kind="demo")
    with connect(fresh, application="test") as connection:
        assert connection.execute("SELECT to_regproc('hms.set_clock')").fetchone() == (None,)


def test_migrating_twice_changes_nothing(fresh: Server) -> None:
    said: list[str] = []
    first = installing.migrate(fresh)
    before = objects(fresh)
    assert installing.migrate(fresh, say=said.append) == first
    assert said == ["The database is up to date."]
    assert objects(fresh) == before


def test_guards_that_somebody_changed_are_put_right(fresh: Server) -> None:
    installing.migrate(fresh)
    before = objects(fresh)
    with connect(fresh, application="test", autocommit=True) as connection:
        connection.execute("GRANT UPDATE ON hms.tickets TO hms_front_desk")
        connection.execute("DROP TRIGGER keep_audit ON hms.audit")
        connection.execute("CREATE FUNCTION hms.backdoor() RETURNS int LANGUAGE sql RETURN 1")
        connection.execute("UPDATE hms.installation SET guards_hash = 'of an older release'")
    assert not installing.schema_state(fresh).current
    assert installing.migrate(fresh).current
    assert objects(fresh) == before


def test_the_deploying_login_can_migrate_and_a_clerk_cannot(fresh: Server, hospital: Hospital) -> None:
    with connect(fresh, application="test", autocommit=True) as connection:
        secret = installing.verifier(connection, "hms_deploy", "deploying for a test")
        connection.execute(f"ALTER ROLE hms_deploy PASSWORD '{secret}'".encode())
    assert installing.migrate(fresh.signed_in_as("hms_deploy", "deploying for a test")).current
    clerk = hospital.person("admin")
    with connect(hospital.superuser, application="test", autocommit=True) as connection:
        connection.execute("UPDATE hms.installation SET guards_hash = ''")
    with pytest.raises(Exception, match="permission denied"):
        installing.migrate(clerk)


def test_a_database_that_is_newer_than_the_program_is_left_alone(fresh: Server) -> None:
    installing.migrate(fresh)
    with connect(fresh, application="test", autocommit=True) as connection:
        connection.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('9999', '0.1.0')")
    before = objects(fresh)
    with pytest.raises(Misconfigured, match="update this program"):
        installing.migrate(fresh)
    assert objects(fresh) == before


def test_an_existing_database_is_never_made_again(fresh: Server, cluster: Server) -> None:
    with pytest.raises(Refused, match="exists already"):
        installing.create_database(cluster, fresh.dbname)


def test_strangers_may_not_even_connect(fresh: Server, cluster: Server) -> None:
    with connect(cluster, application="test", autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS a_stranger")
        connection.execute("CREATE ROLE a_stranger LOGIN PASSWORD 'strange'")
    with pytest.raises(Exception, match=r"permission denied|let this PC|does not answer"):
        connect(replace(fresh, user="a_stranger", password="strange"), application="test")


def test_the_tables_are_what_the_migrations_made(fresh: Server, template: Server) -> None:
    engine = sa.create_engine(
        "postgresql+psycopg://",
        creator=lambda: connect(fresh, application="test", patient=True),
        poolclass=sa.pool.NullPool,
    )
    with engine.begin() as connection:
        metadata.create_all(connection)
    engine.dispose()
    written = [row for row in objects(fresh) if row[0] in ("column", "constraint", "index")]
    names = {row[1] for row in written}
    migrated = [row for row in objects(template) if row[0] in ("column", "constraint", "index") and row[1] in names]
    assert migrated == written
