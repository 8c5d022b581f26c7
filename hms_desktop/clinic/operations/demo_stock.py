"""The demo's stock room: a store, a pharmacy and a ward with batches of every medicine, some of them near their end."""

from collections.abc import Sequence
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.stock import actions
from hms_desktop.clinic.stock.actions import StoreDraft
from hms_desktop.core.database import Database

STORES = {
    "Main store": "store",
    "Pharmacy": "pharmacy",
    "Ward 1": "ward",
    "Returned and held apart": "quarantine",
}
"""Kind by name; the first is where everything arrives."""

BATCHES = ((-6, 40), (24, 300), (55, 500), (80, 400), (400, 1500), (700, 2400))
"""Days to expiry and base units of the batches that a medicine may have; each has two or three of them."""

# Everything arrived a week ago; the pharmacy and the ward got their share on the next day.
_ARRIVE = sa.text("""
    SELECT hms.move_stock(hms.batch_of(m.id, 'DEMO' || m.id || chr((64 + b.place)::integer),
                                       hms.business_date() + b.days::integer, round(0.02 + m.id % 40 * 0.035, 4)),
                          :store, 'opening', b.units, 'Demo', '', hms.business_date() - 7)
    FROM hms.medicines m
    JOIN (SELECT * FROM unnest(CAST(:days AS bigint[]), CAST(:units AS bigint[])) WITH ORDINALITY
          AS one (days, units, place)) b ON (m.id + b.place) % 2 = 0 AND (b.days > 0 OR m.id % 5 = 1)
    WHERE m.active ORDER BY m.id, b.place""")
_SHARE = sa.text("""
    SELECT hms.transfer_of(h.batch_id, h.store_id, :target, h.units / :part, 'Weekly order')
    FROM hms.balances h JOIN hms.allocatable a USING (batch_id, store_id)
    WHERE h.store_id = :source ORDER BY h.batch_id""")
_USE = sa.text("""
    SELECT hms.move_stock(h.batch_id, h.store_id, 'issue', greatest(h.units * (1 + h.batch_id % 5) / 12, 1), 'Demo', '')
    FROM hms.balances h JOIN hms.allocatable a USING (batch_id, store_id)
    WHERE h.store_id = ANY (:stores) AND h.batch_id % 3 <> 0 ORDER BY h.batch_id, h.store_id""")
_LEVELS = sa.text("""
    INSERT INTO hms.store_levels (store_id, medicine_id, reorder_at, order_up_to)
    SELECT :store, medicine_id, sum(units) / 2 + medicine_id % 3 * 200, sum(units) * 2 + 500
    FROM hms.allocatable WHERE store_id = :store AND medicine_id % 2 = 0 GROUP BY medicine_id""")
_USABLE = sa.text("SELECT DISTINCT batch_id FROM hms.allocatable ORDER BY batch_id")


def fill(database: Database) -> None:
    """The stores and what lies in them; a catalogue without medicines leaves them empty."""
    ids = [
        database.run_now(actions.save_store, intent=uuid4(), draft=StoreDraft(name, kind))
        for name, kind in STORES.items()
    ]
    batches = database.run_now(_arrive, stores=ids)
    if len(batches) > 3:
        notice = "Demo: the supplier's notice 17, particles seen"
        database.run_now(actions.recall_batches, intent=uuid4(), batches=batches[2:3], reason=notice)
        database.run_now(actions.hold_batch, intent=uuid4(), batch=batches[3], reason="Demo: a wet carton")
    if batches:
        count = database.run_now(actions.open_count, intent=uuid4(), store=ids[2])
        database.run_now(actions.enter_count, intent=uuid4(), count=count, batch=batches[0], counted=12)


def _arrive(session: Session, *, stores: Sequence[int]) -> list[int]:
    """Everything that moves, in few statements; the usable batches."""
    main, pharmacy, ward, _apart = stores
    days, units = zip(*BATCHES, strict=True)
    session.execute(_ARRIVE, {"store": main, "days": list(days), "units": list(units)})
    session.execute(_SHARE, {"source": main, "target": pharmacy, "part": 2})
    session.execute(_SHARE, {"source": pharmacy, "target": ward, "part": 4})
    session.execute(_USE, {"stores": [pharmacy, ward]})
    session.execute(_LEVELS, {"store": pharmacy})
    return list(session.execute(_USABLE).scalars())
