"""Real deliveries and generated days of a pharmacy end balanced to the unit and the cent, batch by batch."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from hms_desktop.clinic.reports.queries import Parameters, report
from tests.factories.deliveries import FILE, events_of, imbalances_of_papers, read_deliveries
from tests.factories.pharmacy_year import PharmacyYear
from tests.hospital import Hospital

YEAR = 2013
WAYS = ("receipt", "issue", "dispense", "patient_return", "supplier_return", "loss", "count", "reversal")


def lived_through(hospital: Hospital, shared: Path, first: dt.date, last: dt.date) -> PharmacyYear:
    """A hospital after these days, with the deliveries that really came in them."""
    came = [one for one in read_deliveries(shared / FILE) if first <= one.delivered <= last]
    year = PharmacyYear(hospital)
    year.run(events_of(came), first, last)
    assert year.sums.lines == len(came)
    return year


def assert_units_agree(hospital: Hospital, year: PharmacyYear) -> None:
    held = hospital.sql("SELECT batch_id, store_id, units FROM hms.balances WHERE units <> 0")
    assert {(batch, store): units for batch, store, units in held} == {
        place: units for place, units in year.books.held.items() if units
    }
    moved = hospital.sql("SELECT kind, batch_id, sum(units)::bigint FROM hms.movements GROUP BY kind, batch_id")
    assert {(kind, batch): units for kind, batch, units in moved} == year.books.moved
    assert not hospital.sql(
        """
        SELECT batch_id, store_id FROM (
            SELECT batch_id, store_id, balance,
                   sum(units) OVER (PARTITION BY batch_id, store_id ORDER BY id) AS summed FROM hms.movements
        ) m WHERE balance <> summed OR summed < 0
        """
    )


def assert_money_agrees(hospital: Hospital, year: PharmacyYear, last: dt.date) -> None:
    costs = dict(hospital.sql("SELECT id, unit_cost FROM hms.batches"))
    assert costs == {batch: lot.cost for batch, lot in year.books.lots.items()}
    for way in WAYS:
        worth = hospital.sql(
            """
            SELECT b.medicine_id, sum(m.units * b.unit_cost)
            FROM hms.movements m JOIN hms.batches b ON b.id = m.batch_id WHERE m.kind = %s GROUP BY 1
            """,
            way,
        )
        assert dict(worth) == year.books.value(year.books.moved_of(way)), way
    manager = hospital.database(hospital.person("manager"))
    told = manager.read_now(report, kind="stock_value", parameters=Parameters(last, last), snapshot=True)
    [answer] = told.answers
    value = [field.key for field in answer.section.fields].index("value")
    assert sum((row[value] for row in answer.rows), Decimal(0)) == year.books.on_the_shelf()


def assert_prescriptions_agree(hospital: Hospital) -> None:
    """What each line got is what was handed out less what came back, and never more than was prescribed."""
    assert not hospital.sql(
        """
        SELECT l.id FROM hms.prescription_lines l
        LEFT JOIN hms.dispense_lines d ON d.line_id = l.id GROUP BY l.id
        HAVING l.supplied <> coalesce(sum(d.units - d.returned), 0) OR l.supplied NOT BETWEEN 0 AND l.quantity
        """
    )
    assert hospital.sql("SELECT -sum(units) FROM hms.movements WHERE kind = 'dispense'") == hospital.sql(
        "SELECT sum(units) FROM hms.dispense_lines"
    )


def assert_balanced(hospital: Hospital, year: PharmacyYear, last: dt.date) -> None:
    assert_units_agree(hospital, year)
    assert_money_agrees(hospital, year, last)
    assert_prescriptions_agree(hospital)
    assert imbalances_of_papers(hospital, year.sums) == []


def test_some_days_of_deliveries_and_dispenses_ends_balanced_to_the_unit_and_the_cent(
    hospital: Hospital, shared: Path
) -> None:
    first, last = dt.date(YEAR, 3, 14), dt.date(YEAR, 3, 17)
    year = lived_through(hospital, shared, first, last)
    assert year.dispenses >= 9
    assert_balanced(hospital, year, last)


@pytest.mark.large
@pytest.mark.timeout(1800)
def test_a_year_of_deliveries_and_dispenses_ends_balanced_to_the_unit_and_the_cent(
    hospital: Hospital, shared: Path
) -> None:
    first, last = dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31)
    year = lived_through(hospital, shared, first, last)
    assert year.dispenses > 1_000
    assert {way for way, _batch in year.books.moved} == {*WAYS, "transfer_in", "transfer_out"}
    assert_balanced(hospital, year, last)
