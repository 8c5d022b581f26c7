"""The limits from which an alert is raised, and for how many minutes a figure must stay beyond them."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QCheckBox

from hms_desktop.clinic.operations import actions_alerts, queries_alerts
from hms_desktop.clinic.operations.queries_alerts import Limit
from hms_desktop.screens.operations.words import figure_words, rule_words, unit_of
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import text_field


class LimitsPage(EditorPage[Limit]):
    """What is watched is the suite's own; from where on, and whether at all, is the hospital's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Limits"),
            [
                Column(self.tr("What"), lambda row: rule_words(row.name), stretch=True, strong=True),
                Column(self.tr("Warning"), lambda row: _shown(row, row.warning), END, width=110),
                Column(self.tr("Critical"), lambda row: _shown(row, row.critical), END, width=110),
                Column(self.tr("For (min)"), lambda row: str(row.minutes), END, width=84),
                Column(self.tr("Watched"), lambda row: self._watched(row), width=90),
            ],
            key=lambda row: row.id,
        )
        self.set_subtitle(self.tr("A field that is left empty has no such limit."))
        self.add("warning", self.tr("Warning from"), text_field(longest=12))
        self.add("critical", self.tr("Critical from"), text_field(longest=12))
        self.add("minutes", self.tr("For so many minutes"), text_field(longest=4), required=True)
        self.add("active", self.tr("Watched"), QCheckBox(self.tr("Raise alerts")))
        self.follow("alerts")

    async def read(self) -> Sequence[Limit]:
        return await self.desk.db.read(queries_alerts.limits)

    def values_of(self, row: Limit | None) -> Values:
        if row is None:
            return {"warning": "", "critical": "", "minutes": "", "active": False}
        limits = {name: _typed(getattr(row, name)) for name in ("warning", "critical")}
        return {**limits, "minutes": str(row.minutes), "active": row.active}

    def title_of(self, row: Limit | None) -> str:
        if row is None:
            return ""
        unit = unit_of(row.figure)
        return f"{rule_words(row.name)} ({unit})" if unit else rule_words(row.name)

    def fault(self, values: Values, row: Limit | None) -> tuple[str, str] | None:
        for name in ("warning", "critical"):
            if values[name] and _number(values[name]) is None:
                return name, self.tr("Type a number, or nothing.")
        if not values["minutes"].isdecimal():
            return "minutes", self.tr("Type a whole number of minutes.")
        return None

    async def save(self, values: Values, row: Limit | None) -> Hashable:
        assert row is not None  # noqa: S101 - nothing new is made here
        await self.wishes.run(
            actions_alerts.save_alert_rule,
            rule=row.id,
            version=row.version,
            warning=_number(values["warning"]),
            critical=_number(values["critical"]),
            minutes=int(values["minutes"]),
            active=values["active"],
        )
        return row.id

    def _watched(self, row: Limit) -> str:
        return self.tr("yes") if row.active else self.tr("no")


def _shown(row: Limit, limit: float | None) -> str:
    return "–" if limit is None else f"{'>' if row.above else '<'} {figure_words(limit, unit_of(row.figure))}"


def _typed(limit: float | None) -> str:
    return "" if limit is None else f"{limit:g}"


def _number(typed: str) -> float | None:
    try:
        found = float(typed.replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) < 1e9 else None
