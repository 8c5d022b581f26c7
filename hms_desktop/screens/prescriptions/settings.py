"""The manager's page of what the hospital sets about prescribing: the pharmacy's service and the validity."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QComboBox

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.prescriptions import actions, queries
from hms_desktop.clinic.prescriptions.queries import PrescribingRules
from hms_desktop.clinic.prescriptions.rules import MOST_DAYS
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.plain_text import line
from hms_desktop.widgets.quantity import Quantity

NO_SERVICE = 0


def _days_field() -> Quantity:
    return Quantity(1, MOST_DAYS)


class PrescribingPage(EditorPage[PrescribingRules]):
    """One form; the rules hold for the whole hospital."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", [], key=lambda _row: 1)
        self.set_title(self.tr("Prescribing"))
        self.set_subtitle(self.tr("Where patients go with a prescription, and how long it is valid."))
        self.pharmacy: QComboBox = choice_field([(NO_SERVICE, self.tr("no tickets"))])
        self.add("pharmacy_id", self.tr("A new prescription opens a ticket at"), self.pharmacy)
        self.add("valid_days", self.tr("Valid for days, where the prescriber says nothing"), _days_field())
        self.add("controlled_days", self.tr("With a controlled medicine at most days"), _days_field())
        self.follow("organisation")
        self.follow("prescribing")

    async def read(self) -> Sequence[PrescribingRules]:
        services = await self.desk.db.cached(organisation.services)
        self.pharmacy.clear()
        for value, words in [
            (NO_SERVICE, self.tr("no tickets")),
            *((one.id, one.name) for one in services if one.active),
        ]:
            self.pharmacy.addItem(line(words), value)
        return [await self.desk.db.read(queries.prescribing_rules)]

    def values_of(self, row: PrescribingRules | None) -> Values:
        if row is None:
            return {"pharmacy_id": NO_SERVICE, "valid_days": 30, "controlled_days": 28}
        return {
            "pharmacy_id": row.pharmacy_id or NO_SERVICE,
            "valid_days": row.valid_days,
            "controlled_days": row.controlled_days,
        }

    def title_of(self, row: PrescribingRules | None) -> str:
        return self.tr("Prescribing")

    async def save(self, values: Values, row: PrescribingRules | None) -> Hashable:
        await self.wishes.run(
            actions.save_prescribing_rules,
            version=row.version if row else 1,
            pharmacy=values["pharmacy_id"] or None,
            valid_days=values["valid_days"],
            controlled_days=values["controlled_days"],
        )
        return 1
