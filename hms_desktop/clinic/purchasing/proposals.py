"""What to order: the stock room's reorder levels turned into lines, in the pack and at the price bought last."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.purchasing.rules import missing_units, packs_for


@dataclass(frozen=True)
class Proposal:
    """So many packs of a medicine would fill the store up; `pack_price` is zero where it was never bought."""

    medicine_id: int
    medicine: str
    base_unit: str
    pack_id: int | None
    pack_units: int
    packs: int
    pack_price: Decimal

    def line(self) -> dict[str, Any]:
        """The values of an order's line."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def proposed_lines(session: Session, *, store: int) -> tuple[Proposal, ...]:
    """What has fallen to its level in the store and is not on its way already, what is nearest to none first."""
    found = []
    for row in session.execute(sa.text(_LEVELS), {"store": store}):
        missing = missing_units(row.usable + row.coming, row.reorder_at, row.order_up_to)
        if missing > 0:
            found.append(
                Proposal(
                    medicine_id=row.medicine_id,
                    medicine=row.medicine,
                    base_unit=row.base_unit,
                    pack_id=row.pack_id,
                    pack_units=row.pack_units,
                    packs=packs_for(missing, row.pack_units),
                    pack_price=row.pack_price,
                )
            )
    return tuple(found)


_LEVELS = """
SELECT m.id AS medicine_id, concat_ws(' ', m.name, nullif(m.strength, ''), nullif(m.form, '')) AS medicine,
       m.base_unit, v.reorder_at, v.order_up_to, usable.units AS usable, coalesce(last.pack_id, smallest.id) AS pack_id,
       coalesce(last.pack_units, smallest.units, 1) AS pack_units, coalesce(last.pack_price, 0) AS pack_price,
       coming.units AS coming
FROM hms.store_levels v
JOIN hms.medicines m ON m.id = v.medicine_id AND m.active
CROSS JOIN LATERAL (
    SELECT coalesce(sum(a.units), 0)::bigint AS units
    FROM hms.allocatable a WHERE a.store_id = v.store_id AND a.medicine_id = m.id
) usable
LEFT JOIN LATERAL (
    SELECT l.pack_id, l.pack_units, l.pack_price FROM hms.purchase_lines l
    WHERE l.medicine_id = m.id AND l.received > 0 ORDER BY l.id DESC LIMIT 1
) last ON true
LEFT JOIN LATERAL (
    SELECT p.id, p.units FROM hms.packs p WHERE p.medicine_id = m.id AND p.active ORDER BY p.units, p.id LIMIT 1
) smallest ON last.pack_units IS NULL
CROSS JOIN LATERAL (
    SELECT coalesce(sum(greatest(l.units - l.cancelled - l.received, 0)), 0)::bigint AS units
    FROM hms.purchase_lines l JOIN hms.purchase_orders o ON o.id = l.order_id
    WHERE l.medicine_id = m.id AND o.store_id = :store AND o.state NOT IN ('complete', 'cancelled')
) coming
WHERE v.store_id = :store ORDER BY usable.units::numeric / greatest(v.reorder_at, 1), m.name
"""
