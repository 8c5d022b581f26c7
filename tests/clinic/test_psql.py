"""The real psql with every password there is: each table, view, sequence and function that the database holds, each
way to change them, and the attacks that need none of them. What exists is read from the catalogue, so that nothing new
is forgotten; who may what stands in the table of rights.
"""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from hms_desktop.core.programs import binaries, environment
from hms_desktop.core.settings import Server
from tests.clinic.test_rights import DOERS, EVERYONE, NOBODY, READERS, SERVICE_DOES, SERVICE_READS
from tests.factories import check_in, displays
from tests.hospital import PASSWORD, Hospital
from tests.kiosk.images import pairing_login

ALL_DUTIES, NO_DUTY = "all duties together", "no duty at all"
WHO = (*sorted(EVERYONE), ALL_DUTIES, *SERVICE_DOES)
JOBS = "procrastinate"
"""The worker keeps its jobs in this schema, whose tables it may fill and empty."""

READING = ("SELECT * FROM {name} LIMIT 0", "COPY (SELECT * FROM {name} LIMIT 0) TO STDOUT")
CHANGING = (
    "INSERT INTO {name} DEFAULT VALUES",
    "UPDATE {name} SET {column} = DEFAULT WHERE false",
    "DELETE FROM {name} WHERE false",
    "TRUNCATE {name}",
    "COPY {name} FROM '/dev/null'",
    "SELECT 1 FROM {name} LIMIT 0 FOR UPDATE",
    "BEGIN; LOCK TABLE {name} IN ACCESS EXCLUSIVE MODE",
    "ALTER {kind} {name} RENAME TO taken",
    "ALTER {kind} {name} OWNER TO CURRENT_USER",
    "DROP {kind} {name}",
)
OF_A_TABLE = (
    "ALTER TABLE {name} DISABLE TRIGGER ALL",
    "ALTER TABLE {name} DISABLE ROW LEVEL SECURITY",
    "CREATE TRIGGER mine BEFORE INSERT ON {name} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "CREATE RULE mine AS ON INSERT TO {name} DO INSTEAD NOTHING",
    "CREATE POLICY mine ON {name} USING (true)",
    "CREATE INDEX mine ON {name} ({column})",
)
OF_A_SEQUENCE = ("SELECT nextval('{name}')", "SELECT setval('{name}', 1)", "SELECT last_value FROM {name}")
ATTACKS = (
    "SET ROLE hms_owner",
    "SET ROLE hms_staff_keeper",
    "SET ROLE hms_deploy",
    "SET ROLE hms_super",
    "SET SESSION AUTHORIZATION hms_super",
    "SET session_replication_role = replica",
    "SET log_statement = 'none'",
    "ALTER SYSTEM SET fsync = off",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER ROLE CURRENT_USER CREATEROLE",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER ROLE CURRENT_USER VALID UNTIL 'infinity'",
    "ALTER ROLE CURRENT_USER CONNECTION LIMIT 100",
    "ALTER ROLE hms_owner LOGIN PASSWORD 'mine'",
    "ALTER ROLE hms_super PASSWORD 'mine'",
    "ALTER DATABASE {database} SET search_path = mine",
    "ALTER DATABASE {database} OWNER TO CURRENT_USER",
    "DROP DATABASE {database}",
    "GRANT hms_admin TO CURRENT_USER",
    "GRANT hms_owner TO CURRENT_USER",
    "DROP OWNED BY hms_owner",
    "REASSIGN OWNED BY hms_owner TO CURRENT_USER",
    "CREATE ROLE mine LOGIN",
    "CREATE DATABASE mine",
    "CREATE SCHEMA mine",
    "CREATE EXTENSION dblink",
    "CREATE TABLE hms.mine (x int)",
    "CREATE TABLE kiosk.mine (x int)",
    "CREATE TABLE public.mine (x int)",
    "CREATE TEMP TABLE mine (x int)",
    "SELECT 1 AS x INTO TEMP mine",
    "CREATE VIEW hms.mine AS SELECT 1",
    "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "CREATE PUBLICATION mine FOR ALL TABLES",
    "CREATE SUBSCRIPTION mine CONNECTION 'host=x' PUBLICATION mine WITH (connect = false)",
    "CREATE LANGUAGE plpython3u",
    "CREATE CAST (int AS date) WITH INOUT",
    "CREATE TABLESPACE mine LOCATION '/tmp'",
    "COMMENT ON TABLE hms.tickets IS 'mine'",
    "REINDEX SCHEMA hms",
    "CHECKPOINT",
    "LOAD 'auto_explain'",
    "COPY (SELECT 1) TO '/tmp/mine'",
    "COPY (SELECT 1) TO PROGRAM 'cat'",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT pg_ls_dir('.')",
    "SELECT pg_reload_conf()",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'hms_super'",
    "SELECT pg_create_physical_replication_slot('mine')",
    "SELECT rolpassword FROM pg_authid",
    "SELECT lo_import('/etc/hostname')",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'mine')",
    "DO $$ BEGIN UPDATE hms.tickets SET number = 1; END $$",
    "DO $$ BEGIN EXECUTE 'DELETE FROM hms.audit'; EXCEPTION WHEN undefined_table THEN NULL; END $$",
    "DO LANGUAGE sql 'DELETE FROM hms.movements'",
    "WITH gone AS (DELETE FROM hms.movements RETURNING 1) SELECT count(*) FROM gone",
    "MERGE INTO hms.balances b USING (SELECT 1) x ON true WHEN MATCHED THEN UPDATE SET units = 1",
    "EXPLAIN ANALYZE DELETE FROM hms.intents",
    "PREPARE mine AS DELETE FROM hms.audit; EXECUTE mine",
    "BEGIN; DECLARE mine CURSOR WITH HOLD FOR SELECT * FROM hms.intents FOR UPDATE",
)
DENIED = {"42501"}
NO_SUCH_WAY = {"0A000", "22023", "42809", "42704", "42P01", "42883", "55000", "428C9", "26000"}
"""It is refused for another reason than who asks: no such kind of thing, nothing of that name in sight, wrong order."""


@dataclass(frozen=True)
class Relation:
    """Something of ours that holds rows or numbers."""

    name: str
    kind: str
    partition: bool
    column: str

    @property
    def schema(self) -> str:
        return self.name.split(".")[0]


def relations(hospital: Hospital) -> list[Relation]:
    rows = hospital.sql(
        """SELECT format('%I.%I', n.nspname, c.relname), c.relkind, c.relispartition,
               (SELECT quote_ident(a.attname) FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum LIMIT 1)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname !~ '^(pg_|information_schema$)' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') ORDER BY 1"""
    )
    kinds = {"r": "TABLE", "p": "TABLE", "v": "VIEW", "m": "MATERIALIZED VIEW", "f": "FOREIGN TABLE", "S": "SEQUENCE"}
    return [Relation(name, kinds[kind], partition, column) for name, kind, partition, column in rows]


def keeps_jobs(who: str, schema: str) -> bool:
    return who == "hms_worker" and schema == JOBS


def functions(hospital: Hospital) -> list[tuple[str, str, str]]:
    """Every function of ours: its schema, its name, and a call with NULLs that the planner does not foresee.

    Of a procedure nothing is foreseen, and none takes what a query answers.
    """
    return [
        (schema, name, f"CALL {schema}.{name}({nulls})" if kind == "p" else f"SELECT {schema}.{name}({values})")
        for schema, name, kind, nulls, values in hospital.sql(
            """SELECT quote_ident(n.nspname), quote_ident(p.proname), p.prokind::text, (
                   SELECT string_agg('NULL::' || format_type(kind, NULL), ', ' ORDER BY place)
                   FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY t (kind, place)), coalesce((
                   SELECT string_agg(CASE WHEN p.provariadic <> 0 AND t.place = p.pronargs THEN 'VARIADIC ' ELSE '' END
                                     || '(SELECT NULL::' || format_type(t.kind, NULL) || ')', ', ' ORDER BY t.place)
                   FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY t (kind, place)), '')
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname IN ('hms', 'kiosk', 'procrastinate') ORDER BY 2, 3"""
        )
    ]


class Everyone:
    """One login of each kind, all in one hospital."""

    def __init__(self, hospital: Hospital) -> None:
        self.hospital = hospital
        self.servers = {duty: hospital.person(duty) for duty in EVERYONE}
        self.servers |= {
            ALL_DUTIES: hospital.person(*sorted(EVERYONE)),
            "hms_kiosk": displays.screen(hospital),
            "hms_checkin": check_in.machine(hospital),
            "hms_pairing": pairing_login(hospital),
            NO_DUTY: hospital.superuser.signed_in_as("somebody", PASSWORD),
        }
        hospital.sql(f"CREATE ROLE somebody LOGIN PASSWORD '{PASSWORD}'")
        for login in ("hms_worker", "hms_monitor", "hms_backup"):
            hospital.sql(f"ALTER ROLE {login} PASSWORD '{PASSWORD}'")
            self.servers[login] = hospital.superuser.signed_in_as(login, PASSWORD)

    def may_read(self, who: str, relation: Relation) -> bool:
        if who == "hms_backup":
            return relation.schema in ("hms", JOBS) and relation.kind != "VIEW"
        if relation.partition or relation.kind == "SEQUENCE":
            return False
        if who in SERVICE_READS:
            return relation.name in SERVICE_READS[who]
        duties = EVERYONE if who == ALL_DUTIES else {who}
        return bool(READERS.get(relation.name, NOBODY) & duties)

    def may_do(self, who: str, schema: str, function: str) -> bool:
        if who in SERVICE_DOES:
            return function in SERVICE_DOES[who] or keeps_jobs(who, schema)
        duties = EVERYONE if who == ALL_DUTIES else {who}
        return schema != JOBS and bool(DOERS.get(function, NOBODY) & duties)

    def try_all(self, who: str, statements: Sequence[str]) -> list[str]:
        """The SQLSTATE of each statement, all through one psql."""
        script = "".join(f"{statement};\n\\warn state :SQLSTATE\nROLLBACK;\n" for statement in statements)
        done = psql(self.servers[who], script)
        states = [line.removeprefix("state ") for line in done.stderr.splitlines() if line.startswith("state ")]
        assert len(states) == len(statements), done.stderr[-2000:]
        return states


def psql(server: Server, script: str) -> subprocess.CompletedProcess[str]:
    """The real psql with that person's password; it goes on after an error."""
    given = environment() | {
        "PGHOST": server.host,
        "PGPORT": str(server.port),
        "PGDATABASE": server.dbname,
        "PGUSER": server.user,
        "PGPASSWORD": PASSWORD,
        "PGOPTIONS": "-c client_min_messages=error -c statement_timeout=60s -c lock_timeout=30s",
    }
    return subprocess.run(
        [binaries() / "psql", "-X", "-q", "-o", "/dev/null", "-f", "-"],
        env=given,
        input=script,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def everyone(shared_hospital: Hospital) -> Iterator[Everyone]:
    """What the catalogue says of rights, owners and triggers is the same after all of it."""
    made = Everyone(shared_hospital)
    before = catalogue(shared_hospital)
    yield made
    assert catalogue(shared_hospital) == before


def catalogue(hospital: Hospital) -> list[tuple[object, ...]]:
    return hospital.sql(
        """SELECT 'relation', oid::regclass::text, relowner::text, relacl::text, relrowsecurity::text FROM pg_class
            WHERE relnamespace IN ('hms'::regnamespace, 'kiosk'::regnamespace, 'public'::regnamespace)
        UNION ALL SELECT 'function', oid::regprocedure::text, proowner::text, proacl::text, md5(prosrc) FROM pg_proc
            WHERE pronamespace IN ('hms'::regnamespace, 'kiosk'::regnamespace, 'public'::regnamespace)
        UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, tgenabled::text, '' FROM pg_trigger
        UNION ALL SELECT 'schema', nspname, nspowner::text, nspacl::text, '' FROM pg_namespace
            WHERE nspname !~ '^pg_(toast_)?temp'
        UNION ALL SELECT 'large object', oid::text, '', '', '' FROM pg_largeobject_metadata
        ORDER BY 1, 2, 3"""
    )


@pytest.mark.parametrize("who", WHO)
def test_with_psql_everyone_reads_what_stands_in_the_table_of_rights_and_changes_nothing(
    everyone: Everyone, who: str
) -> None:
    tried: list[tuple[str, set[str]]] = []
    for one in relations(everyone.hospital):
        if keeps_jobs(who, one.schema):
            continue
        read = {"00000"} if everyone.may_read(who, one) else DENIED
        if one.kind == "SEQUENCE":
            ways = [(OF_A_SEQUENCE[0], DENIED), (OF_A_SEQUENCE[1], DENIED), (OF_A_SEQUENCE[2], read)]
        else:
            # A view may refuse before anybody asks who wants it, because it takes no rows.
            change = DENIED if one.kind == "TABLE" else DENIED | NO_SUCH_WAY
            ways = [(way, read) for way in READING] + [(way, change) for way in CHANGING]
            ways += [(way, DENIED) for way in OF_A_TABLE if one.kind == "TABLE"]
        tried += [(way.format(name=one.name, column=one.column, kind=one.kind), states) for way, states in ways]
    assert len(tried) > 2_000
    states = everyone.try_all(who, [statement for statement, _ in tried])
    wrong = [(statement, state) for (statement, may), state in zip(tried, states, strict=True) if state not in may]
    assert wrong == []


@pytest.mark.parametrize("who", WHO)
def test_with_psql_nobody_calls_a_function_that_is_not_theirs(everyone: Everyone, who: str) -> None:
    not_theirs = [call for schema, name, call in functions(everyone.hospital) if not everyone.may_do(who, schema, name)]
    assert len(not_theirs) > 100
    states = everyone.try_all(who, not_theirs)
    assert [found for found in zip(not_theirs, states, strict=True) if found[1] not in DENIED] == []


@pytest.mark.parametrize("who", WHO)
def test_with_psql_no_attack_succeeds(everyone: Everyone, who: str) -> None:
    statements = [attack.format(database=everyone.hospital.superuser.dbname) for attack in ATTACKS]
    states = everyone.try_all(who, statements)
    found = [pair for pair in zip(statements, states, strict=True) if pair[1] not in DENIED | NO_SUCH_WAY]
    assert found == []


def test_a_login_without_a_duty_does_not_come_in(everyone: Everyone) -> None:
    done = psql(everyone.servers[NO_DUTY], "SELECT 1;")
    assert done.returncode != 0
    assert "permission denied for database" in done.stderr


def test_the_tables_of_rights_name_no_relation_and_no_function_that_is_gone(everyone: Everyone) -> None:
    assert set().union(*SERVICE_READS.values()) <= {one.name for one in relations(everyone.hospital)}
    named = {name for _, name, _ in functions(everyone.hospital)}
    assert set().union(*SERVICE_DOES.values(), DOERS) <= named
