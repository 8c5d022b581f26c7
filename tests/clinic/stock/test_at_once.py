"""Two at one batch: nobody waits for somebody who waits for them, also where a store never held the batch before."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from hms_desktop.core.connecting import connect
from tests.factories import stock
from tests.hospital import Hospital
from tests.waiting import wait_until

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


@pytest.mark.parametrize("upwards", [True, False], ids=["to a higher store", "to a lower store"])
def test_a_transfer_a_receipt_and_a_recall_of_one_batch_wait_in_one_order(hospital: Hospital, upwards: bool) -> None:
    low, high = stock.make_store(hospital), stock.make_store(hospital)
    source, target = (low, high) if upwards else (high, low)
    medicine = stock.make_medicine(hospital)
    batch = stock.make_batch(hospital, medicine, source, 50, lot="L1")
    [(expiry,)] = hospital.sql("SELECT expiry FROM hms.batches")
    wishes = {
        "transfer": ("SELECT hms.transfer_of(%s, %s, %s, 10, '')", batch, source, target),
        "receipt": ("SELECT hms.open_stock(%s, %s, %s, 'L1', %s, 5, 1)", uuid.uuid4(), target, medicine, expiry),
        "recall": ("SELECT hms.recall_batches(%s, %s, 'notice')", uuid.uuid4(), [batch]),
    }
    with ThreadPoolExecutor(len(wishes)) as threads, connect(hospital.superuser, application="test") as first:
        first.execute("SELECT hms.move_stock(%s, %s, 'loss', 1, 'broken', '')", (batch, source))
        told = []
        for number, wish in enumerate(wishes.values(), start=1):
            told.append(threads.submit(hospital.sql, *wish))
            wait_until(lambda number=number: sum(one.done() for one in told) + hospital.sql(WAITING)[0][0] == number)
        first.commit()
        transfer, *others = told
        for one in others:
            one.result(60)
        refused = transfer.exception(60)  # the recall may come first, now that both may go on
    assert refused is None or isinstance(refused, psycopg.Error)
    assert refused is None or refused.diag.constraint_name == "stock.recalled"
    moved = 10 if refused is None else 0
    assert stock.held(hospital, batch, source) == 49 - moved
    assert stock.held(hospital, batch, target) == 5 + moved
    assert hospital.sql("SELECT state FROM hms.batches") == [("recalled",)]
