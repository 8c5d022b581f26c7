"""What goes back of a receipt: to the supplier, or out of the books because it was counted wrong."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.purchasing import actions, rules
from hms_desktop.clinic.purchasing.queries import Choice, ReceivedLine
from hms_desktop.core.errors import Refused
from hms_desktop.screens.purchasing.words import count
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.forms import FormDialog, choice_field, text_field
from hms_desktop.widgets.plain_text import line
from hms_desktop.widgets.wishes import Wishes


class ReturnDialog(FormDialog):
    """With `stores`, so many units go back to the supplier out of one of them; without, the count is taken back."""

    def __init__(self, desk: Desk, row: ReceivedLine, stores: Sequence[Choice] | None, parent: QWidget) -> None:
        title = self.tr("Take back what was counted wrong") if stores is None else self.tr("Return to the supplier")
        words = self.tr("{medicine}, lot {lot}: {left} units.")
        super().__init__(
            title,
            self.tr("Take back") if stores is None else self.tr("Return"),
            self._done,
            sentence=words.format(medicine=line(row.medicine), lot=line(row.lot), left=count(row.left)),
            parent=parent,
        )
        self._row, self._stores = row, stores
        self._wishes = Wishes(desk)
        if stores is not None:
            # `units` of a choice is what the store holds of the batch.
            choices = [(one.id, f"{one.name} · {count(one.units)}") for one in stores]
            self.form.add("store", self.tr("Out of"), choice_field(choices))
        self.form.add("units", self.tr("Base units"), text_field(str(row.left), longest=12), required=True)
        self.form.add("reason", self.tr("Reason"), text_field(longest=rules.REASON_LENGTH), required=True)

    async def _done(self, values: dict[str, Any]) -> object:
        units = rules.whole_typed(values["units"])
        if units is None:
            raise Refused("count.units", self.tr("Type a whole number."), {"field": "units"})
        if self._stores is None:
            return await self._wishes.run(
                actions.correct_receipt, line=self._row.id, units=units, reason=values["reason"]
            )
        return await self._wishes.run(
            actions.return_to_supplier,
            receipt=self._row.receipt_id,
            store=values["store"],
            reason=values["reason"],
            lines=((self._row.id, units),),
        )
