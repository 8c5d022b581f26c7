"""Orders from the draft to the supplier: limits, one's own order, stale screens, and two approvals at once."""

import threading
import uuid
from decimal import Decimal

import pytest

from hms_desktop.clinic.purchasing import actions, queries
from hms_desktop.clinic.purchasing.actions import LineDraft, OrderDraft, SupplierDraft
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Refused, Stale
from tests.factories import purchasing
from tests.hospital import Hospital


def step(who: Database, action: object, order: int, **more: object) -> int:
    return who.run_now(action, intent=uuid.uuid4(), order=order, version=purchasing.version(who, order), **more)  # type: ignore[arg-type]  # any of the steps


def test_an_order_goes_from_draft_to_sent_and_its_total_is_rounded_once_a_line(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    _, buyer = purchasing.clerk(hospital)
    _, manager = purchasing.clerk(hospital, "manager")
    lines = (
        LineDraft(ids.medicines[0], 3, 7, Decimal("1.1150")),
        LineDraft(ids.medicines[1], 1, 10, Decimal("0.0050")),
    )
    order = purchasing.order(buyer, OrderDraft(ids.supplier, ids.store, lines))
    sheet = buyer.read_now(queries.order_sheet, order=order)
    assert [line.amount for line in sheet.lines] == [Decimal("3.35"), Decimal("0.01")]
    assert (sheet.total, sheet.lines[0].units, sheet.number[:3]) == (Decimal("3.36"), 21, "PO-")
    step(buyer, actions.submit_purchase_order, order)
    step(manager, actions.approve_purchase_order, order)
    step(buyer, actions.send_purchase_order, order)
    sheet = buyer.read_now(queries.order_sheet, order=order)
    assert (sheet.state, (sheet.expected_on - sheet.sent_on).days) == ("sent", 7)  # type: ignore[operator]  # both are dates once it is sent
    assert [done.state for done in sheet.steps] == ["draft", "submitted", "approved", "sent"]


def test_nobody_approves_above_the_limit_of_their_duty_nor_what_they_wrote(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    _, keeper = purchasing.clerk(hospital)
    _, pharmacist = purchasing.clerk(hospital, "pharmacist")
    _, manager = purchasing.clerk(hospital, "manager")
    order = purchasing.order(manager, purchasing.draft(ids, 100))
    step(manager, actions.submit_purchase_order, order)
    for who, code in ((keeper, "approval.limit"), (pharmacist, "approval.limit"), (manager, "approval.own")):
        with pytest.raises(Refused) as refused:
            step(who, actions.approve_purchase_order, order)
        assert refused.value.code == code
    hospital.sql("UPDATE hms.approval_limits SET own_most = 2500 WHERE duty = 'manager'")
    assert manager.read_now(queries.order_sheet, order=order).may_approve
    step(manager, actions.approve_purchase_order, order)


def test_whoever_corrected_a_colleagues_draft_wrote_on_it_too(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    _, keeper = purchasing.clerk(hospital)
    _, manager = purchasing.clerk(hospital, "manager")
    order = purchasing.order(keeper, purchasing.draft(ids, 1))
    changed = purchasing.draft(ids, 50)
    manager.run_now(
        actions.save_purchase_order,
        intent=uuid.uuid4(),
        draft=OrderDraft(changed.supplier_id, changed.store_id, changed.lines, id=order, version=2),
    )
    step(keeper, actions.submit_purchase_order, order)
    with pytest.raises(Refused) as refused:
        step(manager, actions.approve_purchase_order, order)
    assert refused.value.code == "approval.own"


def test_what_was_handed_in_is_not_changed_until_it_is_sent_back_with_a_reason(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    _, buyer = purchasing.clerk(hospital)
    order = purchasing.order(buyer, purchasing.draft(ids, 2))
    step(buyer, actions.submit_purchase_order, order)
    wanted = purchasing.draft(ids, 9)
    again = OrderDraft(wanted.supplier_id, wanted.store_id, wanted.lines, id=order, version=3)
    with pytest.raises(Refused) as refused:
        buyer.run_now(actions.save_purchase_order, intent=uuid.uuid4(), draft=again)
    assert refused.value.code == "order.state"
    with pytest.raises(Refused) as refused:
        step(buyer, actions.send_back_purchase_order, order, reason=" ")
    assert refused.value.code == "purchasing.reason"
    step(buyer, actions.send_back_purchase_order, order, reason="Too many.")
    newest = purchasing.version(buyer, order)
    buyer.run_now(
        actions.save_purchase_order,
        intent=uuid.uuid4(),
        draft=OrderDraft(again.supplier_id, again.store_id, again.lines, id=order, version=newest),
    )
    sheet = buyer.read_now(queries.order_sheet, order=order)
    assert (sheet.total, sheet.steps[2].reason) == (Decimal("225.00"), "Too many.")


def test_of_two_approvals_at_once_one_is_refused(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    _, buyer = purchasing.clerk(hospital)
    managers = [purchasing.clerk(hospital, "manager")[1] for _ in range(2)]
    order = purchasing.order(buyer, purchasing.draft(ids, 2))
    step(buyer, actions.submit_purchase_order, order)
    seen = purchasing.version(buyer, order)
    outcomes: list[str] = []

    def approve(who: Database) -> None:
        try:
            who.run_now(actions.approve_purchase_order, intent=uuid.uuid4(), order=order, version=seen)
            outcomes.append("approved")
        except HmsError as error:
            outcomes.append(error.code)

    both = [threading.Thread(target=approve, args=(who,)) for who in managers]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(outcomes) == ["approved", "order.stale"]
    assert [done.state for done in buyer.read_now(queries.order_sheet, order=order).steps].count("approved") == 1


@pytest.mark.parametrize(
    ("packs", "units", "price", "code"),
    [
        (0, 10, "1", "order.line"),
        (1, 0, "1", "order.line"),
        (1, 10, "1.00001", "order.line"),
        (1, 10, "-1", "order.line"),
    ],
)
def test_an_impossible_line_is_refused(hospital: Hospital, packs: int, units: int, price: str, code: str) -> None:
    ids = purchasing.supply(hospital, 1)
    _, buyer = purchasing.clerk(hospital)
    lines = (LineDraft(ids.medicines[0], packs, units, Decimal(price)),)
    with pytest.raises(Refused) as refused:
        purchasing.order(buyer, OrderDraft(ids.supplier, ids.store, lines))
    assert refused.value.code == code


def test_an_order_needs_a_line_a_supplier_and_a_pack_of_that_medicine(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    _, buyer = purchasing.clerk(hospital)
    wrong = {
        "order.empty": OrderDraft(ids.supplier, ids.store, ()),
        "order.supplier_id": OrderDraft(0, ids.store, purchasing.draft(ids, 1).lines),
        "order.store_id": OrderDraft(ids.supplier, 0, purchasing.draft(ids, 1).lines),
        "order.medicine": OrderDraft(
            ids.supplier, ids.store, (LineDraft(ids.medicines[0], 1, 10, Decimal(1), ids.packs[1]),)
        ),
    }
    for code, draft in wrong.items():
        with pytest.raises(Refused) as refused:
            purchasing.order(buyer, draft)
        assert refused.value.code == code


def test_a_cancelled_order_goes_no_further(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    order = purchasing.sent(hospital, purchasing.draft(ids, 2))
    _, buyer = purchasing.clerk(hospital)
    step(buyer, actions.cancel_purchase_order, order, reason="No longer made.")
    assert buyer.read_now(queries.order_sheet, order=order).state == "cancelled"
    with pytest.raises(Refused) as refused:
        purchasing.receive(buyer, order, [10])
    assert refused.value.code == "order.state"


def test_one_wish_makes_one_order_and_numbers_follow_each_other(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    _, buyer = purchasing.clerk(hospital)
    intent = uuid.uuid4()
    twice = [buyer.run_now(actions.save_purchase_order, intent=intent, draft=purchasing.draft(ids, 1)) for _ in "ab"]
    other = purchasing.order(buyer, purchasing.draft(ids, 1))
    assert twice[0] == twice[1] != other
    numbers = [order.number[-5:] for order in buyer.read_now(queries.orders)]
    assert numbers == ["00002", "00001"]


def test_a_suppliers_name_is_taken_once_and_a_stale_screen_is_told(hospital: Hospital) -> None:
    _, buyer = purchasing.clerk(hospital)
    made = buyer.run_now(actions.save_supplier, intent=uuid.uuid4(), draft=SupplierDraft("Alpha", 10))
    with pytest.raises(Refused) as refused:
        buyer.run_now(actions.save_supplier, intent=uuid.uuid4(), draft=SupplierDraft(" alpha ", 10))
    assert refused.value.code == "supplier.name"
    buyer.run_now(actions.save_supplier, intent=uuid.uuid4(), draft=SupplierDraft("Alpha", 12, id=made, version=1))
    with pytest.raises(Stale):
        buyer.run_now(actions.save_supplier, intent=uuid.uuid4(), draft=SupplierDraft("Alpha", 14, id=made, version=1))


def test_only_an_administrator_sets_limits_and_rules(hospital: Hospital) -> None:
    _, manager = purchasing.clerk(hospital, "manager")
    _, admin = purchasing.clerk(hospital, "admin")
    row = admin.read_now(queries.limits)[0]
    change = {"limit": row.id, "version": row.version, "most": Decimal(50), "own_most": Decimal(0)}
    with pytest.raises(Refused) as refused:
        manager.run_now(actions.save_approval_limit, intent=uuid.uuid4(), **change)
    assert refused.value.code == "access.denied"
    admin.run_now(actions.save_approval_limit, intent=uuid.uuid4(), **change)
    admin.run_now(
        actions.save_purchasing_rules,
        intent=uuid.uuid4(),
        version=admin.read_now(queries.rules_now).version,
        over_percent=Decimal("2.5"),
        price_percent=Decimal(1),
        shelf_days=90,
    )
    assert admin.read_now(queries.limits)[0].most == Decimal(50)
    assert admin.read_now(queries.rules_now).shelf_days == 90
