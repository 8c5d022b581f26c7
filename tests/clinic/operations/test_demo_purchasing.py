"""The demo shows an order at each step, and an invoice that differs."""

import datetime as dt

from hms_desktop.clinic.operations import demo_purchasing
from hms_desktop.clinic.purchasing import invoices, queries
from hms_desktop.clinic.purchasing.rules import ORDER_STATES
from tests.factories import purchasing
from tests.hospital import Hospital


def test_the_demos_orders_stand_at_each_step(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital, 4)
    expiry = dt.date.today() + dt.timedelta(days=400)
    for number, medicine in enumerate(ids.medicines):
        hospital.sql(
            "SELECT hms.move_stock(hms.batch_of(%s, %s, %s), %s, 'opening', 100, '', '')",
            medicine,
            f"D{number}",
            expiry,
            ids.store,
        )
    hospital.sql("DELETE FROM hms.suppliers")
    _, buyer = purchasing.clerk(hospital)
    _, manager = purchasing.clerk(hospital, "manager")
    demo_purchasing.fill(buyer, manager)
    found = buyer.read_now(queries.orders, states=ORDER_STATES)
    assert [(one.state, one.arrived > 0) for one in reversed(found)] == [
        ("draft", False),
        ("submitted", False),
        ("sent", False),
        ("sent", True),
    ]
    assert [one.state for one in buyer.read_now(invoices.invoices)] == ["differs"]


def test_a_hospital_without_a_stock_room_gets_suppliers_and_no_orders(hospital: Hospital) -> None:
    _, buyer = purchasing.clerk(hospital)
    _, manager = purchasing.clerk(hospital, "manager")
    demo_purchasing.fill(buyer, manager)
    assert len(buyer.read_now(queries.suppliers)) == len(demo_purchasing.SUPPLIERS)
    assert buyer.read_now(queries.orders) == ()
