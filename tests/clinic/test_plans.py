"""Every query of the areas finds its rows by an index; what is read whole is what a hospital has only a few of."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.operations import demo
from hms_desktop.clinic.schema import metadata
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from tests.plans import Scan, plans_of, questions, scans, tell_plans_to

READ_WHOLE = {
    "demo_clock": "one row",
    **dict.fromkeys(
        ("departments", "opening_hours", "people", "printers", "rooms", "stores", "suppliers", "warning_levels"),
        "what the hospital has set up: tens of rows, hundreds at most",
    ),
    **dict.fromkeys(("display_messages", "playlist_entries"), "what the screens show: tens of rows"),
    "procrastinate_jobs": "the queue, which jobs leave when they are done",
    "workers": "one row for each start of a worker in the last month",
    "report_schedules": "the reports that managers have ordered: tens of rows",
    "releases": "those that IT has announced: a few in a year",
    "schema_compat": "one row for each revision of the schema",
    "kiosk_pairings": "five requests at most are open",
}
"""Tables of which a hospital has so few rows that they are read whole, and why; beside them, all that hold one row."""
COUNTED_WHOLE = {
    ("medicines.queries.known_words", "medicines"): "which forms, routes and units are in use; once for each editor",
    ("medicines.queries.medicine_anchors", "medicines"): "how long the whole catalogue is",
    ("reports.queries.report", "balances"): "what the stock is worth: every batch that lies somewhere",
    ("reports.queries.report", "patients"): "registrations by day; an index for it would be paid at every registration",
    ("merging.queries.left_to_compare", "patients_to_compare"): "how much is left to do; the table empties itself",
}
"""What must look at every row, because it counts them."""


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo's hospital, asked by somebody with every duty whose session tells the plan of each statement."""
    folder = tmp_path_factory.mktemp("demo")
    with scratch() as postgres:
        opened = demo.open_demo(postgres.server, folder)
        account = opened.accounts[0]
        tell_plans_to(postgres.server, account.login, enable_seqscan="off")
        yield opened.server.signed_in_as(account.login, account.password)


def of_one_row() -> set[str]:
    """The tables whose key can only be 1."""
    return {
        table.name
        for table in metadata.tables.values()
        for each in table.constraints
        if isinstance(each, sa.CheckConstraint) and str(each.sqltext) == "id = 1"
    }


def test_what_stands_in_no_index_is_found_out(busy: Server) -> None:
    def by_address(session: Session) -> None:
        session.execute(sa.text("SELECT id FROM hms.patients WHERE address = 'somewhere'")).all()

    assert "patients" in {table for plan in plans_of(busy, by_address, {}) for table in scans(plan["Plan"])}


def test_every_query_finds_its_rows_by_an_index(busy: Server) -> None:
    found: set[Scan] = set()
    whole = READ_WHOLE.keys() | of_one_row()
    asked = list(questions())
    assert len(asked) > 200
    for name, function, given in asked:
        for plan in plans_of(busy, function, given):
            for table in scans(plan["Plan"]):
                if table not in whole and (name, table) not in COUNTED_WHOLE:
                    found.add(Scan(name, table, " ".join(plan["Query Text"].split())[:300]))
    told = "\n".join(f"{each.query}: {each.table} <- {each.statement}" for each in sorted(found, key=str))
    assert not found, f"read from end to end:\n{told}"
