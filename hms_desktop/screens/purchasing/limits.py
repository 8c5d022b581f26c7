"""The administrator's page of who approves how much, and of what the hospital takes in."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hms_desktop.clinic.purchasing import actions, queries, rules
from hms_desktop.clinic.purchasing.queries import LimitRow, RulesNow
from hms_desktop.screens.purchasing.fields import amount_field, number_field
from hms_desktop.screens.purchasing.words import money, plain, translate
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values

MOST_SHELF_DAYS = 3650
_DUTIES: dict[str, Callable[[], str]] = {
    "store": lambda: translate("purchasing", "Store keeper"),
    "pharmacist": lambda: translate("purchasing", "Pharmacist"),
    "manager": lambda: translate("purchasing", "Manager"),
}


@dataclass(frozen=True)
class Standing:
    """One duty's limit beside the hospital's rules, which are the same for all."""

    limit: LimitRow
    rules: RulesNow


class LimitsPage(EditorPage[Standing]):
    """An empty limit means any amount; what somebody wrote themselves has a limit of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Purchasing rules"),
            [
                Column(self.tr("Duty"), lambda row: _DUTIES[row.limit.duty](), stretch=True, strong=True),
                Column(self.tr("Approves up to"), self._most, align=END, width=150),
                Column(self.tr("Own orders up to"), lambda row: money(row.limit.own_most), align=END, width=150),
            ],
            key=lambda row: row.limit.id,
        )
        self.set_subtitle(self.tr("Who approves orders and accepted differences, and what is taken in."))
        self.add("most", self.tr("Approves up to (empty: any amount)"), amount_field())
        self.add("own_most", self.tr("Approves own orders up to"), amount_field(), required=True)
        self.add("over_percent", self.tr("All: takes more than ordered, %"), amount_field(), required=True)
        self.add("price_percent", self.tr("All: invoice price above the order's, %"), amount_field(), required=True)
        self.add("shelf_days", self.tr("All: least life on arrival, days"), number_field(0, MOST_SHELF_DAYS))
        self.follow("purchasing")

    def _most(self, row: Standing) -> str:
        return self.tr("any amount") if row.limit.most is None else money(row.limit.most)

    async def read(self) -> Sequence[Standing]:
        now = await self.desk.db.read(queries.rules_now)
        return [Standing(limit, now) for limit in await self.desk.db.read(queries.limits)]

    def values_of(self, row: Standing | None) -> Values:
        if row is None:
            return {"most": "", "own_most": "0", "over_percent": "0", "price_percent": "0", "shelf_days": 0}
        return {
            "most": "" if row.limit.most is None else plain(row.limit.most),
            "own_most": plain(row.limit.own_most),
            "over_percent": plain(row.rules.over_percent),
            "price_percent": plain(row.rules.price_percent),
            "shelf_days": row.rules.shelf_days,
        }

    def title_of(self, row: Standing | None) -> str:
        return _DUTIES[row.limit.duty]() if row else self.tr("Purchasing rules")

    def fault(self, values: Values, row: Standing | None) -> tuple[str, str] | None:
        for name in ("most", "own_most"):
            typed = rules.price_typed(values[name])
            empty = name == "most" and not values[name]
            if not empty and (typed is None or typed != typed.quantize(rules.CENT)):
                return name, self.tr("Type an amount with two decimals.")
        for name in ("over_percent", "price_percent"):
            typed = rules.price_typed(values[name])
            if typed is None or typed > 100 or typed != typed.quantize(rules.CENT):
                return name, self.tr("Type a percentage from 0 to 100.")
        return None

    async def save(self, values: Values, row: Standing | None) -> Hashable:
        if row is None:
            return None
        typed: dict[str, Decimal | None] = {
            name: rules.price_typed(values[name]) for name in ("most", "own_most", "over_percent", "price_percent")
        }
        before = self.values_of(row)
        if any(values[name] != before[name] for name in ("over_percent", "price_percent", "shelf_days")):
            await self.wishes.run(
                actions.save_purchasing_rules,
                version=row.rules.version,
                over_percent=typed["over_percent"] or Decimal(0),
                price_percent=typed["price_percent"] or Decimal(0),
                shelf_days=values["shelf_days"],
            )
        if any(values[name] != before[name] for name in ("most", "own_most")):
            await self._save_limit(row.limit, typed)
        return row.limit.id

    async def _save_limit(self, limit: LimitRow, typed: dict[str, Any]) -> None:
        await self.wishes.run(
            actions.save_approval_limit,
            limit=limit.id,
            version=limit.version,
            most=typed["most"],
            own_most=typed["own_most"] or Decimal(0),
        )
