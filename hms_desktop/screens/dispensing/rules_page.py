"""The manager's page of what the hospital sets about its pharmacy: how it dispenses, and how it keeps its stock."""

from collections.abc import Hashable, Sequence
from dataclasses import asdict

from PySide6.QtWidgets import QCheckBox, QWidget

from hms_desktop.clinic.dispensing import actions, queries
from hms_desktop.clinic.dispensing.queries import RulesRow
from hms_desktop.clinic.dispensing.rules import ALWAYS, LISTED, NEVER, DispensingRules, classes_typed
from hms_desktop.clinic.organisation.rules import LANGUAGES
from hms_desktop.clinic.stock import actions as stock_actions
from hms_desktop.clinic.stock import queries_rules
from hms_desktop.clinic.stock.queries_rules import StockRulesRow
from hms_desktop.clinic.stock.rules import StockRules
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.tabbed_page import TabbedPage

LONGEST_CLASSES = 700


class PharmacyRulesPage(TabbedPage):
    """Two forms as tabs; the rules hold for the whole hospital."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.dispensing, self.stock = DispensingRulesPage(desk), StockRulesPage(desk)
        self.hold(self.tr("Pharmacy rules"), (self.dispensing, self.stock))
        self.set_subtitle(self.tr("They hold from the moment they are saved, at every counter."))


class DispensingRulesPage(EditorPage[RulesRow]):
    """How medicines are handed out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Dispensing"), [], key=lambda _row: 1, form_columns=2)
        checks = [
            (NEVER, self.tr("nothing")),
            (LISTED, self.tr("high-alert medicines and the classes beside")),
            (ALWAYS, self.tr("every medicine")),
        ]
        words = [
            (True, self.tr("on the pharmacist's word, with a reason")),
            (False, self.tr("only when the prescriber confirms it")),
        ]
        languages = [("", self.tr("the hospital's first language")), *LANGUAGES.items()]
        self.add("second_check", self.tr("Before it is handed out, a colleague checks"), choice_field(checks))
        self.add(
            "checked_classes",
            self.tr("Classes of the ATC that are checked too"),
            text_field(longest=LONGEST_CLASSES, hint="L01, B01A, A10A"),
        )
        self.add("equivalents", self.tr("An equivalent medicine is given"), choice_field(words))
        self.add(
            "lease_minutes", self.tr("An opened prescription is reserved for"), _number(1, 240, self.tr(" minutes"))
        )
        self.add(
            "covers_supply", self.tr("A batch is good for"), QCheckBox(self.tr("all the days that the supply covers"))
        )
        self.add("least_days", self.tr("And in any case for"), _number(0, 366, self.tr(" days")))
        self.add("label_language", self.tr("Labels for patients who name no language"), choice_field(languages))
        self.add(
            "check_hours", self.tr("A controlled balance is counted again after"), _number(1, 168, self.tr(" hours"))
        )
        self.follow("dispensing")

    async def read(self) -> Sequence[RulesRow]:
        return [await self.desk.db.read(queries.dispensing_rules)]

    def values_of(self, row: RulesRow | None) -> Values:
        rules = row.rules if row else DispensingRules()
        return {**asdict(rules), "checked_classes": ", ".join(rules.checked_classes)}

    def title_of(self, row: RulesRow | None) -> str:
        return self.tr("How medicines are handed out")

    def fault(self, values: Values, row: RulesRow | None) -> tuple[str, str] | None:
        try:
            classes_typed(values["checked_classes"])
        except ValueError as wrong:
            words = self.tr("{class} is no class of the ATC; type one such as L01 or A10A.")
            return "checked_classes", words.format(**{"class": str(wrong)[:20]})
        return None

    async def save(self, values: Values, row: RulesRow | None) -> Hashable:
        wanted = DispensingRules(**{**values, "checked_classes": classes_typed(values["checked_classes"])})
        await self.wishes.run(actions.save_rules, version=row.version if row else 1, wanted=wanted)
        return 1


class StockRulesPage(EditorPage[StockRulesRow]):
    """How far back an entry may be dated, and by which days the stores order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Stock"), [], key=lambda _row: 1, form_columns=2)
        self.add("backdate_days", self.tr("An entry may be dated back by"), _number(0, 31, self.tr(" days")))
        self.add("usage_days", self.tr("Use is measured over"), _number(7, 366, self.tr(" days")))
        self.add("level_days", self.tr("It is ordered when it lasts no longer than"), _number(1, 366, self.tr(" days")))
        self.add("cover_days", self.tr("What is then ordered lasts"), _number(2, 731, self.tr(" days")))
        self.follow("stock")

    async def read(self) -> Sequence[StockRulesRow]:
        return [await self.desk.db.read(queries_rules.stock_rules)]

    def values_of(self, row: StockRulesRow | None) -> Values:
        return asdict(row.rules if row else StockRules())

    def title_of(self, row: StockRulesRow | None) -> str:
        return self.tr("How stock is kept")

    def fault(self, values: Values, row: StockRulesRow | None) -> tuple[str, str] | None:
        if values["cover_days"] <= values["level_days"]:
            return "cover_days", self.tr("An order lasts longer than the level at which it is made; enter more days.")
        return None

    async def save(self, values: Values, row: StockRulesRow | None) -> Hashable:
        version = row.version if row else 1
        await self.wishes.run(stock_actions.save_stock_rules, version=version, wanted=StockRules(**values))
        return 1


def _number(least: int, most: int, unit: str) -> Quantity:
    field = Quantity(least, most)
    field.setSuffix(unit)
    return field
