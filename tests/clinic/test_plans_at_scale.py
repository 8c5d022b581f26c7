"""In a hospital with a million patients the server itself chooses an index for every query of the areas.

That holds at full scale alone: of tables a tenth as long the server rightly reads some from end to end.
"""

import dataclasses
from collections.abc import Mapping

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.settings import Server
from tests.factories.full_scale import load_full_scale
from tests.hospital import Hospital
from tests.plans import Scan, plans_of, questions, scans, tell_plans_to

MANY = 100_000
"""Rows from which a table must not be read from end to end."""
READ_WHOLE: Mapping[tuple[str, str], str] = {
    ("patients.queries.patient_anchors", "patients"): "how long the whole list is; asked once when it opens",
    ("reports.queries.report", "patients"): "registrations by day; an index for it would be paid at every registration",
}
"""The queries that read such a table whole all the same, and why that must be."""


@dataclasses.dataclass(frozen=True)
class Asked:
    """A hospital at full scale: whoever asks there hears each plan; how many rows the large tables have."""

    server: Server
    rows: Mapping[str, int]


@pytest.fixture(scope="module")
def large(shared_hospital: Hospital) -> Asked:
    load_full_scale(shared_hospital.connection())
    return asked_in(shared_hospital)


def asked_in(hospital: Hospital) -> Asked:
    person = hospital.person("front_desk")
    tell_plans_to(hospital.superuser, person.user)
    counted = hospital.sql(
        "SELECT relname, reltuples::bigint FROM pg_class WHERE relkind = 'r' AND reltuples > %s", MANY
    )
    return Asked(person, dict(counted))


@pytest.mark.large
@pytest.mark.timeout(3600)
def test_a_table_without_an_index_for_the_question_is_found_out(large: Asked) -> None:
    def by_address(session: Session) -> None:
        session.execute(sa.text("SELECT id FROM hms.patients WHERE address = 'somewhere'")).all()

    assert large.rows["patients"] > 900_000
    assert {"appointments", "movements", "segments", "tickets", "dispense_lines", "intents"} <= large.rows.keys()
    assert "patients" in {table for plan in plans_of(large.server, by_address, {}) for table in scans(plan["Plan"])}


@pytest.mark.large
@pytest.mark.timeout(3600)
def test_no_query_reads_a_large_table_from_end_to_end(large: Asked) -> None:
    found: set[Scan] = set()
    for name, function, given in questions():
        for plan in plans_of(large.server, function, given):
            for table in scans(plan["Plan"]):
                if table in large.rows and (name, table) not in READ_WHOLE:
                    found.add(Scan(name, table, " ".join(plan["Query Text"].split())[:300]))
    told = "\n".join(f"{each.query}: {each.table} <- {each.statement}" for each in sorted(found, key=str))
    assert not found, f"read from end to end:\n{told}"
