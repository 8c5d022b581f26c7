"""Invoices matched three ways, their differences accepted by a second person, and each number once."""

import datetime as dt
import uuid
from decimal import Decimal

import pytest

from hms_desktop.clinic.purchasing import actions, invoices, queries
from hms_desktop.clinic.purchasing.actions import InvoicedLine, InvoiceDraft
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.factories import purchasing
from tests.hospital import Hospital

TODAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


@pytest.fixture
def received(hospital: Hospital) -> tuple[Database, int]:
    """A clerk, and an order of four packs at 25.00 of which three have come."""
    hospital.set_clock(TODAY)
    ids = purchasing.supply(hospital, 1)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    _, keeper = purchasing.clerk(hospital)
    purchasing.receive(keeper, order, [30])
    return keeper, order


def invoice(
    who: Database, order: int, packs: int, price: str = "25.00", *, number: str = "INV 1", amount: str = ""
) -> tuple[int, str]:
    line = who.read_now(queries.order_sheet, order=order).lines[0].id
    sum_of_lines = packs * Decimal(price)
    draft = InvoiceDraft(
        number, TODAY.date(), Decimal(amount or sum_of_lines), (InvoicedLine(line, packs, Decimal(price)),)
    )
    return who.run_now(actions.enter_invoice, intent=uuid.uuid4(), order=order, draft=draft)


def test_what_was_ordered_received_and_invoiced_alike_is_matched(received: tuple[Database, int]) -> None:
    keeper, order = received
    made, state = invoice(keeper, order, 3)
    sheet = keeper.read_now(invoices.invoice_sheet, invoice=made)
    assert (state, sheet.lines[0].came, sheet.sum_differs) == ("matched", 3, False)


@pytest.mark.parametrize(
    ("packs", "price", "amount", "kinds"),
    [
        (4, "25.00", "", {"quantity"}),
        (3, "25.01", "", {"price"}),
        (3, "25.00", "75.01", {"total"}),
        (4, "30.00", "1", {"quantity", "price", "total"}),
    ],
)
def test_a_difference_is_found_and_named(
    hospital: Hospital, received: tuple[Database, int], packs: int, price: str, amount: str, kinds: set[str]
) -> None:
    keeper, order = received
    made, state = invoice(keeper, order, packs, price, amount=amount)
    found = hospital.sql("SELECT kind FROM hms.invoice_differences WHERE invoice_id = %s", made)
    assert (state, {kind for (kind,) in found}) == ("differs", kinds)


def test_a_price_within_the_hospitals_percent_is_matched(hospital: Hospital, received: tuple[Database, int]) -> None:
    hospital.sql("UPDATE hms.purchasing_rules SET price_percent = 2")
    keeper, order = received
    assert invoice(keeper, order, 3, "25.50")[1] == "matched"
    assert invoice(keeper, order, 1, "25.51", number="INV 2")[1] == "differs"


def test_the_second_invoice_counts_what_the_first_one_asked_for(received: tuple[Database, int]) -> None:
    keeper, order = received
    assert invoice(keeper, order, 2)[1] == "matched"
    second, state = invoice(keeper, order, 2, number="INV 2")
    assert state == "differs"
    purchasing.receive(keeper, order, [10])
    assert keeper.run_now(actions.match_invoice, intent=uuid.uuid4(), invoice=second) == "matched"


def test_an_invoice_number_is_entered_once_unless_the_first_one_was_rejected(
    hospital: Hospital, received: tuple[Database, int]
) -> None:
    keeper, order = received
    made, _ = invoice(keeper, order, 4)
    with pytest.raises(Refused) as refused:
        invoice(keeper, order, 3, number=" inv 1 ")
    assert refused.value.code == "invoice.number"
    _, manager = purchasing.clerk(hospital, "manager")
    row = manager.read_now(invoices.invoice_sheet, invoice=made).row
    values = {"invoice": made, "version": row.version, "reason": "One pack too many."}
    with pytest.raises(Refused) as refused:
        keeper.run_now(actions.reject_invoice, intent=uuid.uuid4(), **values)
    assert refused.value.code == "invoice.own_rejected"
    manager.run_now(actions.reject_invoice, intent=uuid.uuid4(), **values)
    assert invoice(keeper, order, 3)[1] == "matched"


def test_a_difference_is_accepted_by_somebody_else_with_a_reason_and_a_limit(
    hospital: Hospital, received: tuple[Database, int]
) -> None:
    keeper, order = received
    made, _ = invoice(keeper, order, 3, "26.00")
    version = keeper.read_now(invoices.invoice_sheet, invoice=made).row.version
    _, other_keeper = purchasing.clerk(hospital)
    _, manager = purchasing.clerk(hospital, "manager")

    def accept(who: Database, reason: str = "Dearer since Monday.") -> None:
        who.run_now(actions.approve_invoice, intent=uuid.uuid4(), invoice=made, version=version, reason=reason)

    for who, reason, code in (
        (keeper, "x", "invoice.own"),
        (other_keeper, "x", "approval.limit"),
        (manager, "", "purchasing.reason"),
    ):
        with pytest.raises(Refused) as refused:
            accept(who, reason)
        assert refused.value.code == code
    accept(manager)
    assert manager.read_now(invoices.invoices)[0].state == "approved"
    with pytest.raises(Stale):
        accept(manager)


def test_an_invoice_of_the_future_of_no_line_or_of_a_draft_is_refused(
    hospital: Hospital, received: tuple[Database, int]
) -> None:
    keeper, order = received
    line = keeper.read_now(queries.order_sheet, order=order).lines[0].id
    fit = (InvoicedLine(line, 1, Decimal(25)),)
    tomorrow = TODAY.date() + dt.timedelta(days=1)
    for code, draft in {
        "invoice.dated": InvoiceDraft("X", tomorrow, Decimal(25), fit),
        "invoice.empty": InvoiceDraft("X", TODAY.date(), Decimal(25), ()),
        "invoice.missing": InvoiceDraft(" ", TODAY.date(), Decimal(25), fit),
        "invoice.line": InvoiceDraft("X", TODAY.date(), Decimal(25), (InvoicedLine(line + 9, 1, Decimal(25)),)),
    }.items():
        with pytest.raises(Refused) as refused:
            keeper.run_now(actions.enter_invoice, intent=uuid.uuid4(), order=order, draft=draft)
        assert refused.value.code == code
    supply = hospital.sql("SELECT id FROM hms.purchase_orders ORDER BY id LIMIT 1")[0][0]
    hospital.sql("UPDATE hms.purchase_orders SET state = 'cancelled' WHERE id = %s", supply)
    with pytest.raises(Refused) as refused:
        keeper.run_now(
            actions.enter_invoice,
            intent=uuid.uuid4(),
            order=order,
            draft=InvoiceDraft("X", TODAY.date(), Decimal(25), fit),
        )
    assert refused.value.code == "invoice.order"
