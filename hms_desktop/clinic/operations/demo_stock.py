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
"""Days from today to expiry, and base units, of the batches that a medicine may have; each has two or three of them."""

# Everything arrived a week ago; the pharmacy and the ward got their share on the next day.
_ARRIVE = sa.text("""
    SELECT hms.move_stock(hms.batch_of(m.id, 'DEMO' || m.id || chr((64 + b.place)::integer),
                                       hms.business_date() + b.days::integer, round(0.02 + m.id % 40 * 0.035, 4)),
                          :store, 'opening', b.units, 'Demo', '', hms.business_date() - 7)
    FROM hms.medicines m
    JOIN (SELECT * FROM unnest(CAST(:days AS bigint[]), CAST(:units AS bigint[])) WITH ORDINALITY
          AS one (days, units, place)) b ON (m.id + b.place) % 2 = 0 AND (b.days > :days_ago OR m.id % 5 = 1)
    WHERE m.active ORDER BY m.id, b.place""")
_SHARE = sa.text("""
    SELECT hms.transfer_of(h.batch_id, h.store_id, :target, h.units / :part, 'Weekly order')
    FROM hms.balances h JOIN hms.allocatable a USING (batch_id, store_id)
    WHERE h.store_id = :source ORDER BY h.batch_id""")
_USE = sa.text("""
    SELECT hms.move_stock(h.batch_id, h.store_id, 'issue', greatest(h.units * (1 + h.batch_id % 5) / 40, 1), 'Demo', '')
    FROM hms.balances h JOIN hms.allocatable a USING (batch_id, store_id)
    WHERE h.store_id IN (SELECT id FROM hms.stores WHERE kind IN ('pharmacy', 'ward')) AND h.batch_id % 3 <> 0
    ORDER BY h.batch_id, h.store_id""")
_LEVELS = sa.text("""
    INSERT INTO hms.store_levels (store_id, medicine_id, reorder_at, order_up_to)
    SELECT :store, medicine_id, sum(units) / 2 + medicine_id % 3 * 300, sum(units) * 2 + 500
    FROM hms.allocatable WHERE store_id = :store AND medicine_id % 2 = 0 GROUP BY medicine_id""")
# First what most patients took home, then what lies in most stores.
_USABLE = sa.text("""
    SELECT a.batch_id FROM hms.allocatable a JOIN hms.medicines m ON m.id = a.medicine_id
    WHERE m.controlled = ''
    GROUP BY a.batch_id
    ORDER BY (SELECT count(*) FROM hms.movements v WHERE v.batch_id = a.batch_id AND v.kind = 'dispense') DESC,
             count(*) DESC, a.batch_id""")
_ON_THE_WARD = sa.text("""
    SELECT a.batch_id, a.store_id FROM hms.allocatable a JOIN hms.stores s ON s.id = a.store_id
    WHERE s.kind = 'ward' ORDER BY a.batch_id LIMIT 1""")


def fill(database: Database, *, days_ago: int = 0) -> None:
    """The stores and what lies in them; a catalogue without medicines leaves them empty.

    `days_ago` says how many days before today the demo's clock stands.
    """
    ids = [
        database.run_now(actions.save_store, intent=uuid4(), draft=StoreDraft(name, kind))
        for name, kind in STORES.items()
    ]
    database.run_now(_arrive, stores=ids, days_ago=days_ago)


def use(database: Database) -> None:
    """What the pharmacy and the ward take off their shelves in a week besides what is handed out to patients."""
    database.run_now(_use)


def trouble(manager: Database, keeper: Database) -> None:
    """What goes wrong today: a recall of what patients took home, a batch that is held, a count that is under way."""
    found = manager.read_now(_usable)
    if len(found) > 3:
        notice = "Demo: the supplier's notice 17, particles seen"
        recalled, held, *_ = found
        manager.run_now(actions.recall_batches, intent=uuid4(), batches=[recalled], reason=notice)
        manager.run_now(actions.hold_batch, intent=uuid4(), batch=held, reason="Demo: a wet carton")
    for batch, ward in keeper.read_now(_on_the_ward):
        count = keeper.run_now(actions.open_count, intent=uuid4(), store=ward)
        keeper.run_now(actions.enter_count, intent=uuid4(), count=count, batch=batch, counted=12)


def _arrive(session: Session, *, stores: Sequence[int], days_ago: int) -> None:
    """Everything that moves, in few statements."""
    main, pharmacy, ward, _apart = stores
    days, units = zip(*BATCHES, strict=True)
    lasts = [days_ago + each for each in days]
    session.execute(_ARRIVE, {"store": main, "days": lasts, "units": list(units), "days_ago": days_ago})
    session.execute(_SHARE, {"source": main, "target": pharmacy, "part": 2})
    session.execute(_SHARE, {"source": pharmacy, "target": ward, "part": 4})
    session.execute(_LEVELS, {"store": pharmacy})


def _use(session: Session) -> None:
    session.execute(_USE)


def _usable(session: Session) -> list[int]:
    return list(session.execute(_USABLE).scalars())


def _on_the_ward(session: Session) -> list[tuple[int, int]]:
    return [(row.batch_id, row.store_id) for row in session.execute(_ON_THE_WARD)]
