"""Real deliveries go through orders, receipts and invoices and end balanced to the unit and the cent."""

from pathlib import Path

import pytest

from tests.factories.deliveries import FILE, Replay, imbalances, read_deliveries
from tests.hospital import Hospital

SOME = 20


def test_some_real_deliveries_end_balanced_to_the_unit_and_the_cent(hospital: Hospital, shared: Path) -> None:
    deliveries = read_deliveries(shared / FILE)
    assert len(deliveries) == 10_324
    some = {one.order for one in deliveries[:SOME]}
    sums = Replay(hospital).run([one for one in deliveries if one.order in some])
    assert sums.lines >= SOME
    assert imbalances(hospital, sums) == []


@pytest.mark.large
def test_all_real_deliveries_end_balanced_to_the_unit_and_the_cent(hospital: Hospital, shared: Path) -> None:
    sums = Replay(hospital).run(read_deliveries(shared / FILE))
    assert imbalances(hospital, sums) == []
