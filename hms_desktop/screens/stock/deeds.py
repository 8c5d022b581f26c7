"""What is done to a batch on a shelf: each a small form that says what it will do and keeps what was typed."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.medicines.queries import FoundMedicine
from hms_desktop.clinic.stock import actions, queries, queries_recalls, queries_rules
from hms_desktop.clinic.stock.queries import MovementRow, ShelfRow
from hms_desktop.clinic.stock.rules import Pick
from hms_desktop.core.errors import Refused
from hms_desktop.screens.pickers import MedicinePicker
from hms_desktop.screens.stock.words import day, kind, number, translate
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Question, ask
from hms_desktop.widgets.forms import FormDialog, choice_field, date_field, text_field
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP
from hms_desktop.widgets.wishes import Wishes

REASON_LENGTH, LOT_LENGTH = 500, 60
MOST_UNITS = 1_000_000_000
OPENING_WIDTH = 700
LOSSES = (
    QT_TRANSLATE_NOOP("stock", "expired"),
    QT_TRANSLATE_NOOP("stock", "broken"),
    QT_TRANSLATE_NOOP("stock", "wet or warm"),
    QT_TRANSLATE_NOOP("stock", "stolen"),
    QT_TRANSLATE_NOOP("stock", "used for a sample"),
    QT_TRANSLATE_NOOP("stock", "other"),
)
"""Why stock is usually lost; the first stands for what has expired."""


def units_field(most: int = MOST_UNITS, *, least: int = 1, value: int | None = None) -> Quantity:
    """A quantity in base units."""
    return Quantity(least, most, value)


class Deeds:
    """The forms of one page; each awaits the person and says whether something was done."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk = desk
        self._window = window
        self._wishes = Wishes(desk)

    async def transfer(self, row: ShelfRow, stores: Sequence[tuple[int, str]]) -> bool:
        """To another store."""

        async def save(typed: dict[str, Any]) -> None:
            picks = (Pick(row.batch_id, typed["units"]),)
            await self._wishes.run(
                actions.transfer_stock,
                source=row.store_id,
                target=typed["target"],
                picks=picks,
                reason=typed["reason"],
            )

        dialog = self._dialog(
            translate("stock", "Transfer to another store"), translate("stock", "Transfer"), save, row
        )
        dialog.form.add("target", translate("stock", "To"), choice_field(stores), required=True)
        dialog.form.add("units", self._units_title(row), units_field(row.units))
        dialog.form.add("reason", translate("stock", "Note"), text_field(longest=REASON_LENGTH))
        return await self._asked(dialog, "target")

    async def issue(self, row: ShelfRow, departments: Sequence[tuple[int, str]]) -> bool:
        """To a department, which uses it up."""

        async def save(typed: dict[str, Any]) -> None:
            picks = (Pick(row.batch_id, typed["units"]),)
            await self._wishes.run(
                actions.issue_stock,
                store=row.store_id,
                department=typed["department"],
                picks=picks,
                reason=typed["reason"],
            )

        dialog = self._dialog(translate("stock", "Issue to a department"), translate("stock", "Issue"), save, row)
        dialog.form.add("department", translate("stock", "To"), choice_field(departments), required=True)
        dialog.form.add("units", self._units_title(row), units_field(row.units))
        dialog.form.add("reason", translate("stock", "Note"), text_field(longest=REASON_LENGTH))
        return await self._asked(dialog, "department")

    async def write_off(self, row: ShelfRow, today: dt.date) -> bool:
        """A loss, with its reason and the day when it happened."""

        async def save(typed: dict[str, Any]) -> None:
            reason = " – ".join(part for part in (typed["reason"], typed["more"]) if part)
            await self._wishes.run(
                actions.write_off,
                store=row.store_id,
                batch=row.batch_id,
                units=typed["units"],
                reason=reason,
                occurred=typed["occurred"],
            )

        dialog = self._dialog(translate("stock", "Write off a loss"), translate("stock", "Write off"), save, row)
        expired = row.standing == "expired"
        words = [(translate("stock", word), translate("stock", word)) for word in LOSSES]
        dialog.form.add("units", self._units_title(row), units_field(row.units, value=row.units if expired else 1))
        dialog.form.add(
            "reason", translate("stock", "Reason"), choice_field(words, words[0][0] if expired else words[1][0])
        )
        dialog.form.add("more", translate("stock", "More about it"), text_field(longest=REASON_LENGTH - 60))
        back = (await self._desk.db.read(queries_rules.stock_rules)).rules.backdate_days
        occurred = date_field(today)
        occurred.setMinimumDate(occurred.date().addDays(-back))
        occurred.setMaximumDate(occurred.date())
        dialog.form.add("occurred", translate("stock", "Happened on (at most {n} days back)").format(n=back), occurred)
        return await self._asked(dialog, "units")

    async def take_back(self, row: ShelfRow) -> bool:
        """What a patient brings back, into the quarantine store that is shown."""

        async def save(typed: dict[str, Any]) -> None:
            await self._wishes.run(
                actions.take_back,
                store=row.store_id,
                batch=row.batch_id,
                units=typed["units"],
                reason=typed["reason"],
            )

        dialog = self._dialog(
            translate("stock", "A patient brings back"), translate("stock", "Put it aside"), save, row
        )
        dialog.form.add("units", self._units_title(row), units_field())
        dialog.form.add("reason", translate("stock", "Note"), text_field(longest=REASON_LENGTH))
        return await self._asked(dialog, "units")

    async def with_reason(self, title: str, word: str, action: Any, row: ShelfRow, **values: Any) -> bool:
        """Quarantine, release or recall: the same form, another function."""

        async def save(typed: dict[str, Any]) -> None:
            await self._wishes.run(action, reason=typed["reason"], **values)

        dialog = self._dialog(title, word, save, row)
        dialog.form.add("reason", translate("stock", "Reason"), text_field(longest=REASON_LENGTH), required=True)
        return await self._asked(dialog, "reason")

    async def reverse(self, row: ShelfRow, entry: MovementRow) -> bool:
        """Take an entry of the ledger back, once, wholly or in part."""

        async def save(typed: dict[str, Any]) -> None:
            await self._wishes.run(
                actions.reverse_movement, movement=entry.id, units=typed["units"], reason=typed["reason"]
            )

        dialog = self._dialog(translate("stock", "Take an entry back"), translate("stock", "Take it back"), save, row)
        moved = abs(entry.units)
        what = translate("stock", "{what} of {when}").format(what=kind(entry), when=entry.recorded)
        dialog.form.add("units", f"{what}, {row.base_unit}", units_field(moved, value=moved))
        dialog.form.add("reason", translate("stock", "Reason"), text_field(longest=REASON_LENGTH), required=True)
        return await self._asked(dialog, "reason")

    async def open_stock(self, store: int, name: str, today: dt.date) -> bool:
        """What the store has already and the books do not know."""
        picked: list[FoundMedicine] = []

        async def save(typed: dict[str, Any]) -> None:
            if not picked:
                raise Refused("stock.medicine", "This medicine is not on the list; reload the list.")
            expiry = None if typed["lasting"] else typed["expiry"]
            await self._ask_about_lot(picked[-1], typed["lot"], expiry)
            await self._ask_about_recall(picked[-1], typed["lot"])
            await self._wishes.run(
                actions.open_stock,
                store=store,
                medicine=picked[-1].id,
                lot=typed["lot"],
                expiry=expiry,
                units=typed["units"],
                cost=cost_of(typed["cost"]),
            )

        dialog = FormDialog(
            translate("stock", "Opening stock"),
            translate("stock", "Put it on the books"),
            save,
            sentence=translate("stock", "What {store} has on its shelf and its books do not know yet.").format(
                store=name
            ),
            columns=2,
            parent=self._window,
        )
        picker, chosen = (
            MedicinePicker(self._desk, rows=4),
            Label(translate("stock", "No medicine is chosen yet."), "strong"),
        )

        def take(found: FoundMedicine) -> None:
            picked.append(found)
            chosen.setText(
                translate("stock", "{medicine}, counted in {unit}").format(medicine=found.title, unit=found.base_unit)
            )
            dialog.form.field("lot").setFocus()

        picker.picked.connect(take)
        dialog.body.insertWidget(1, picker)
        dialog.body.insertWidget(2, chosen)
        dialog.setMinimumWidth(OPENING_WIDTH)
        dialog.form.add("lot", translate("stock", "Lot"), text_field(longest=LOT_LENGTH), required=True)
        dialog.form.add("units", translate("stock", "Quantity in base units"), units_field())
        dialog.form.add(
            "expiry", translate("stock", "Expiry (a month means its last day)"), date_field(_in_two_years(today))
        )
        dialog.form.add("cost", translate("stock", "Cost of one base unit"), text_field(longest=16))
        lasting = choice_field(
            [(False, translate("stock", "expires")), (True, translate("stock", "does not expire"))], False
        )
        dialog.form.add("lasting", translate("stock", "Shelf life"), lasting)
        picker.setFocus()
        return await self._asked(dialog)

    async def _ask_about_recall(self, medicine: FoundMedicine, lot: str) -> None:
        """What is of a recalled lot is frozen as it comes; is it to be? Raises Refused where not."""
        recalled = await self._desk.db.read(queries_recalls.recalled_lots, medicines=[medicine.id])
        if (medicine.id, lot.strip().lower()) not in recalled:
            return
        question = Question(
            translate("stock", "A recalled lot"),
            translate("stock", "Lot {lot} is recalled: put on the books it is frozen and goes to nobody.").format(
                lot=lot
            ),
            translate("stock", "Put it on the books"),
            parent=self._window,
        )
        meant = await ask(question)
        question.deleteLater()
        if not meant:
            raise Refused("stock.expiry", "Compare the lot with the pack and correct it.", {"field": "lot"})

    async def _ask_about_lot(self, medicine: FoundMedicine, lot: str, expiry: dt.date | None) -> None:
        """The same lot with another expiry is another batch: is that meant? (rule 24). Raises Refused where not."""
        known = await self._desk.db.read(queries.batches_of_lot, medicine=medicine.id, lot=lot)
        if not known or expiry in known:
            return
        question = Question(
            translate("stock", "Another expiry"),
            translate("stock", "Lot {lot} is known with expiry {known}; is {new} really on this pack?").format(
                lot=lot, known=", ".join(day(one) for one in known), new=day(expiry)
            ),
            translate("stock", "Yes, another batch"),
            parent=self._window,
        )
        meant = await ask(question)
        question.deleteLater()
        if not meant:
            raise Refused("stock.expiry", "Compare the expiry with the pack and correct it.", {"field": "expiry"})

    def _dialog(self, title: str, word: str, save: Any, row: ShelfRow) -> FormDialog:
        batch = translate("stock", "{medicine} · lot {lot} · expires {day} · {units} {unit} here").format(
            medicine=row.medicine, lot=row.lot, day=day(row.expiry), units=number(row.units), unit=row.base_unit
        )
        return FormDialog(title, word, save, sentence=batch, parent=self._window)

    @staticmethod
    def _units_title(row: ShelfRow) -> str:
        return translate("stock", "Quantity, {unit}").format(unit=row.base_unit)

    async def _asked(self, dialog: FormDialog, first: str = "") -> bool:
        if first:
            dialog.form.field(first).setFocus()
        done = await ask(dialog)
        dialog.deleteLater()
        return done


def cost_of(typed: str) -> Decimal | None:
    """A cost as it was typed, to four decimals; None for nothing. Raises Refused for anything else."""
    if not typed:
        return None
    try:
        cost = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        cost = Decimal("NaN")
    if not cost.is_finite() or cost < 0:
        raise Refused("stock.cost", "A cost is not negative; correct it.", {"field": "cost"})
    return cost


def _in_two_years(today: dt.date) -> dt.date:
    month_after = dt.date(today.year + 2, today.month, 28) + dt.timedelta(days=4)
    return month_after.replace(day=1) - dt.timedelta(days=1)
