"""What two people do with the register of controlled medicines: enter, count, waste, correct; both sign each deed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.dispensing import controlled
from hms_desktop.clinic.dispensing.controlled import DiscrepancyRow, Entry, HeldBatch, Register, Waiting
from hms_desktop.core.errors import Refused
from hms_desktop.screens.assent import both_sign
from hms_desktop.screens.dispensing.controlled_count import ControlledCountDialog
from hms_desktop.screens.dispensing.controlled_words import moved_words, signed, state_word, translate
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.forms import FormDialog, choice_field, text_field
from hms_desktop.widgets.quantity import Quantity

REASON_LENGTH = 500
MOST_UNITS = 1_000_000
_UNSIGNED = "A colleague must agree to exactly this with their own password; ask one."


class ControlledDeeds:
    """Each deed says whether it was done; what was typed stays where the signing is broken off."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk = desk
        self._window = window

    async def enter(self, register: Register, rows: tuple[Waiting, ...]) -> bool:
        """Enter what moved; the two see what it is before they sign."""
        moved = [row.id for row in rows]
        sentence = translate("controlled", "Into the register of {medicine}: {what}.")
        told = sentence.format(medicine=register.title, what=moved_words(rows))
        try:
            await self._sign(controlled.enter, {"movements": moved}, told, movements=moved)
        except Refused as refused:
            if refused.code != "assent.none":
                raise
            return False
        return True

    async def count(self, registers: Sequence[Register]) -> int | None:
        """Count everything in one store, without being told what should be there; how many differ, None: given up."""
        differing = 0

        async def save(typed: dict[str, Any]) -> None:
            nonlocal differing
            counts = [
                {"medicine": row.medicine_id, "counted": _whole(typed[str(row.medicine_id)], str(row.medicine_id))}
                for row in registers
                if typed[str(row.medicine_id)]
            ]
            if not counts:
                raise Refused("controlled.nothing_counted", "Nothing was counted; type what you counted first.")
            wish = {"store": registers[0].store_id, "counts": counts}
            told = translate("controlled", "Medicines counted in {store}: {n}.")
            differing = await self._sign(
                controlled.check, wish, told.format(store=registers[0].store, n=len(counts)), wish=wish
            )

        dialog = ControlledCountDialog(self._desk, registers, save, self._window)
        return differing if await self._asked(dialog, str(registers[0].medicine_id)) else None

    async def waste(self, register: Register, batches: Sequence[HeldBatch]) -> bool:
        """Destroy some of a batch before a witness."""

        async def save(typed: dict[str, Any]) -> None:
            wish = {
                "batch": typed["batch"],
                "store": register.store_id,
                "units": typed["units"],
                "reason": typed["reason"],
            }
            told = translate("controlled", "Destroyed: {units} {unit} of {medicine}. {reason}")
            sentence = told.format(
                units=typed["units"], unit=register.base_unit, medicine=register.title, reason=typed["reason"]
            )
            await self._sign(controlled.waste, wish, sentence, wish=wish)

        dialog = self._dialog(translate("controlled", "Wastage"), translate("controlled", "Sign"), save)
        held = [(one.id, f"{one.lot} · {one.units:,}") for one in batches]
        dialog.form.add("batch", translate("controlled", "Batch and what is there"), choice_field(held))
        dialog.form.add("units", self._units_title(register), _units_field(1))
        dialog.form.add("reason", translate("controlled", "Why"), text_field(longest=REASON_LENGTH), required=True)
        return await self._asked(dialog, "units")

    async def correct(self, register: Register, entry: Entry) -> bool:
        """Correct an entry by a new one; the old one stays as it was."""

        async def save(typed: dict[str, Any]) -> None:
            wish = {"entry": entry.id, "units": typed["units"], "reason": typed["reason"]}
            told = translate("controlled", "Corrects entry {number} of {medicine} by {units}. {reason}")
            sentence = told.format(
                number=entry.number, medicine=register.title, units=signed(typed["units"]), reason=typed["reason"]
            )
            await self._sign(controlled.correct, wish, sentence, wish=wish)

        title = translate("controlled", "Correct entry {number}").format(number=entry.number)
        dialog = self._dialog(title, translate("controlled", "Sign"), save)
        dialog.form.add(
            "units",
            translate("controlled", "Add (+) or take off (−), in {unit}").format(unit=register.base_unit),
            _units_field(-MOST_UNITS),
        )
        dialog.form.add("reason", translate("controlled", "Why"), text_field(longest=REASON_LENGTH), required=True)
        return await self._asked(dialog, "units")

    async def settle(self, row: DiscrepancyRow) -> bool:
        """The next step of a discrepancy, in the person's own name."""
        state = "investigated" if row.state == "open" else "closed"

        async def save(typed: dict[str, Any]) -> None:
            await self._desk.db.run(
                controlled.settle,
                intent=self._desk.new_intent(),
                discrepancy=row.id,
                state=state,
                words=typed["words"],
            )

        sentence = translate("controlled", "{medicine}, {store}: counted {counted}, the register said {expected}.")
        dialog = self._dialog(
            translate("controlled", "Discrepancy: {state}").format(state=state_word(state)),
            translate("controlled", "Save"),
            save,
            sentence.format(medicine=row.medicine, store=row.store, counted=row.counted, expected=row.expected),
        )
        dialog.form.add(
            "words", translate("controlled", "What was found"), text_field(longest=REASON_LENGTH), required=True
        )
        return await self._asked(dialog, "words")

    async def _sign(self, action: Callable[..., Any], content: dict[str, Any], sentence: str, **values: Any) -> Any:
        """Both sign `content`, then it is done. Raises Refused where they did not."""
        intent = self._desk.new_intent()
        agreed = await both_sign(
            self._desk,
            intent=intent,
            subject=controlled.SUBJECT,
            content=content,
            sentence=sentence,
            parent=self._window.window(),
        )
        if not agreed:
            raise Refused("assent.none", _UNSIGNED)
        return await self._desk.db.run(action, intent=intent, **values)

    def _dialog(self, title: str, word: str, save: Callable[[dict[str, Any]], Any], sentence: str = "") -> FormDialog:
        return FormDialog(title, word, save, sentence=sentence, parent=self._window)

    async def _asked(self, dialog: FormDialog, first: str) -> bool:
        dialog.form.field(first).setFocus()
        done = await ask(dialog)
        dialog.deleteLater()
        return done

    def _units_title(self, register: Register) -> str:
        return translate("controlled", "How many, in {unit}").format(unit=register.base_unit)


def _units_field(least: int) -> Quantity:
    return Quantity(least, MOST_UNITS, max(least, 0) or 1)


def _whole(text: str, field: str) -> int:
    if not text.isdecimal():
        raise Refused(
            "controlled.nothing_counted", "Nothing was counted; type what you counted first.", {"field": field}
        )
    return int(text)
