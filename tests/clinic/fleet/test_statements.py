"""The server's own books of statements, on a server that loads pg_stat_statements."""

from collections.abc import Iterator

import pytest

from hms_desktop.clinic.fleet import queries
from hms_desktop.core.embedded import installed_at, scratch
from tests.hospital import Hospital, make_template

LIBRARY = "pg_stat_statements"


@pytest.fixture(scope="module")
def counting() -> Iterator[Hospital]:
    if not any((installed_at() / "lib").rglob(f"{LIBRARY}.*")):
        pytest.skip(f"the built-in server has no {LIBRARY}")
    with scratch(libraries=[LIBRARY]) as postgres:
        hospital = Hospital(make_template(postgres.server))
        try:
            yield hospital
        finally:
            hospital.close()


def test_the_manager_sees_everybodys_statements_without_their_values(counting: Hospital) -> None:
    """Nothing before IT has made the extension, and nothing breaks."""
    manager = counting.database(counting.person("manager"))
    assert manager.read_now(queries.costly_statements) == ()
    counting.sql(f"CREATE EXTENSION {LIBRARY} SCHEMA public")
    counting.sql("SELECT count(public.pg_stat_statements_reset())")
    with counting.connection(counting.person("front_desk")) as clerk:
        for _ in range(3):
            clerk.execute("SELECT count(*) FROM hms.departments WHERE name = 'Thi Hoa'")
    found = manager.read_now(queries.costly_statements)
    (asked,) = [row for row in found if "FROM hms.departments WHERE name = $1" in row.statement]
    assert (asked.calls, asked.rows_a_call) == (3, 1.0)
    assert asked.longest_ms >= asked.mean_ms > 0
    assert not [row for row in found if "insufficient privilege" in row.statement or "Hoa" in row.statement]
