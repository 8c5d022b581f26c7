"""Reads for ordering in time: what each medicine of a store is used, how long it lasts, and what to order."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines.rules import title
from hms_desktop.clinic.stock import queries_rules, rules
from hms_desktop.clinic.stock.rules import Level, StockRules


@dataclass(frozen=True)
class ReorderRow:
    """A medicine of a store, base units throughout; `used` within the days of the `hospital`'s rules.

    `level` is the store's own or None; `suggested` is what its use suggests. `order` fills it up to the level.
    """

    medicine_id: int
    medicine: str
    base_unit: str
    usable: int
    used: int
    days_left: int | None
    level: Level | None
    suggested: Level | None
    order: int
    hospital: StockRules

    @property
    def out(self) -> bool:
        """Nothing usable is left of a medicine that is used or has a level (rule 27)."""
        return self.usable == 0 and (self.used > 0 or self.level is not None)


def reorder_board(session: Session, *, store: int) -> tuple[ReorderRow, ...]:
    """Every medicine that the store holds, uses or has a level for; what lasts least first."""
    hospital = queries_rules.stock_rules(session).rules
    rows = session.execute(
        sa.text(
            """
            WITH used AS MATERIALIZED (SELECT * FROM hms.stock_usage(:store, :over)),
            usable AS MATERIALIZED (
                SELECT medicine_id, sum(units)::bigint AS units FROM hms.allocatable WHERE store_id = :store
                GROUP BY medicine_id)
            SELECT m.id, m.name, m.strength, m.form, m.base_unit, coalesce(a.units, 0) AS usable,
                   coalesce(u.used, 0) AS used, l.reorder_at, l.order_up_to
            FROM hms.medicines m
            LEFT JOIN used u ON u.medicine_id = m.id
            LEFT JOIN usable a ON a.medicine_id = m.id
            LEFT JOIN hms.store_levels l ON l.medicine_id = m.id AND l.store_id = :store
            WHERE u.used > 0 OR a.units > 0 OR l.id IS NOT NULL
            """
        ),
        {"store": store, "over": hospital.usage_days},
    )
    board = []
    for row in rows:
        level = None if row.reorder_at is None else Level(row.reorder_at, row.order_up_to)
        board.append(
            ReorderRow(
                row.id,
                title(row.name, row.strength, row.form),
                row.base_unit,
                row.usable,
                row.used,
                rules.days_left(row.usable, row.used, hospital.usage_days),
                level,
                rules.suggested_level(row.used, hospital),
                rules.to_order(row.usable, level),
                hospital,
            )
        )
    board.sort(key=lambda one: (one.days_left is None and one.order == 0, -(one.order > 0), _lasts(one), one.medicine))
    return tuple(board)


def _lasts(row: ReorderRow) -> int:
    return row.days_left if row.days_left is not None else 10**9
