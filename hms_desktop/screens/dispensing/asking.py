"""What the counter asks before it changes a line, takes a dispense back, or says what was told to the patient."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.dispensing import actions, queries_shelf
from hms_desktop.clinic.dispensing.queries import Dispensed, Sheet
from hms_desktop.clinic.dispensing.queries_shelf import Stocked
from hms_desktop.clinic.dispensing.rules import DECLINED, EQUIVALENT, LATER, OWED, PRESCRIBER, STOPPED, Pick
from hms_desktop.clinic.stock.rules import pick_batches
from hms_desktop.core.errors import Refused
from hms_desktop.screens.dispensing.draft import LineDraft, with_batch, with_units
from hms_desktop.screens.dispensing.words import omission_words
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import HIGHEST, ROOM, WIDE, Dialog, ask
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import FormDialog, choice_field, text_field
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.wishes import Wishes

REASON_LENGTH = 300
translate = QCoreApplication.translate


class ChangeLineDialog(FormDialog):
    """Another amount, another batch or an equivalent medicine for one line; `draft` holds the result."""

    def __init__(
        self, desk: Desk, sheet: Sheet, draft: LineDraft, stocked: Sequence[Stocked], parent: QWidget | None = None
    ) -> None:
        super().__init__(draft.line.medicine, translate("dispensing", "Change"), self._take, parent=parent)
        self._desk, self._sheet, self.draft = desk, sheet, draft
        self._others = {
            one.medicine_id: one
            for one in stocked
            if one.store_id == sheet.store_id and one.medicine_id != draft.line.medicine_id
        }
        self._add_fields(draft)
        self.form.field("units").setFocus()

    def _add_fields(self, draft: LineDraft) -> None:
        line = draft.line
        amount = Quantity(0, line.remaining, draft.units)
        self.form.add(
            "units", translate("dispensing", "Give ({unit}), {due} due").format(unit=line.unit, due=line.due), amount
        )
        if self._others:
            medicines = [(line.medicine_id, line.medicine)]
            medicines += [(one.medicine_id, one.medicine) for one in self._others.values()]
            self.form.add("medicine", translate("dispensing", "Medicine"), choice_field(medicines, draft.medicine_id))
            confirmed = (PRESCRIBER, translate("dispensing", "the prescriber, who was asked and confirms it"))
            own = (EQUIVALENT, translate("dispensing", "the pharmacy: same ingredients, strength and form"))
            free = line.substitution and line.hospital.equivalents
            words = [own, confirmed] if free else [confirmed]
            self.form.add(
                "word",
                translate("dispensing", "On whose word another medicine"),
                choice_field(words, draft.substitution),
            )
            self.form.add(
                "why", translate("dispensing", "Why another medicine"), text_field(draft.why, longest=REASON_LENGTH)
            )
        batches = [(0, translate("dispensing", "what expires first"))]
        for batch in sorted(line.batches, key=lambda one: (one.expiry is None, one.expiry, one.batch_id)):
            expiry = f"{batch.expiry:%Y-%m-%d}" if batch.expiry else translate("dispensing", "no expiry")
            batches.append((batch.batch_id, f"{batch.lot} · {expiry} · {batch.units:,}"))
        self.form.add("batch", translate("dispensing", "Batch"), choice_field(batches, 0))
        self.form.add("reason", translate("dispensing", "Why another batch"), text_field(longest=REASON_LENGTH))
        kinds = [(kind, omission_words(kind)) for kind in (OWED, LATER, DECLINED, STOPPED)]
        self.form.add(
            "left_out",
            translate("dispensing", "What is not given is"),
            choice_field(kinds, draft.left_out or LATER),
        )
        self.form.add(
            "left_why",
            translate("dispensing", "Note about it for the patient"),
            text_field(draft.left_why, longest=REASON_LENGTH),
        )

    async def _take(self, values: dict[str, Any]) -> None:
        units, batch = values["units"], values["batch"]
        medicine = values.get("medicine", self.draft.line.medicine_id)
        if medicine != self.draft.line.medicine_id:
            changed = await self._instead(self._others[medicine], units, values["word"], values["why"])
        elif batch:
            changed = with_batch(_own(self.draft), batch, units, values["reason"])
        else:
            changed = with_units(_own(self.draft), units, self._sheet.today)
        self.draft = replace(
            changed, left_out=values["left_out"] if changed.missing else "", left_why=values["left_why"]
        )

    async def _instead(self, other: Stocked, units: int, word: str, why: str) -> LineDraft:
        """The same amount of an equivalent medicine, by FEFO."""
        if not why:
            raise Refused(
                "dispensing.why_substituted",
                "{given} is given in place of {medicine}; say why.",
                {"field": "why", "given": other.medicine, "medicine": self.draft.line.medicine},
            )
        medicine = other.medicine_id
        shelf = await self._desk.db.read(queries_shelf.shelved, store=self._sheet.store_id, medicines=[medicine])
        proposal = pick_batches(
            shelf.get(medicine, ()), units, today=self._sheet.today, days=self.draft.line.days_to_last(units)
        )
        return replace(
            self.draft,
            medicine_id=medicine,
            medicine=other.medicine,
            picks=tuple(Pick(one.batch_id, one.units) for one in proposal.picks),
            by_hand=True,
            substitution=word,
            why=why,
            checked=other.checked,
            controlled=other.controlled,
            line=replace(self.draft.line, batches=(*self.draft.line.batches, *shelf.get(medicine, ()))),
        )


def _own(draft: LineDraft) -> LineDraft:
    """The line with the prescribed medicine again."""
    own = draft.line
    return replace(
        draft,
        medicine_id=own.medicine_id,
        medicine=own.medicine,
        substitution="",
        why="",
        checked=own.checked,
        controlled=own.controlled,
    )


class TakeBackDialog(FormDialog):
    """Why a dispense is taken back, and whether it had left the pharmacy."""

    def __init__(self, desk: Desk, made: Dispensed, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("dispensing", "Take back: {what}").format(what=made.what),
            translate("dispensing", "Take back"),
            self._reverse,
            sentence=translate("dispensing", "It is taken back once and stays readable."),
            parent=parent,
        )
        self._wishes, self._made = Wishes(desk), made
        self.form.add("reason", translate("dispensing", "Reason"), text_field(longest=REASON_LENGTH), required=True)
        places = [
            (False, translate("dispensing", "It never left the pharmacy: back on the shelf")),
            (True, translate("dispensing", "The patient brought it back: into quarantine")),
        ]
        self.form.add("returned", translate("dispensing", "Where it is now"), choice_field(places, False))
        self.form.field("reason").setFocus()

    async def _reverse(self, values: dict[str, Any]) -> None:
        await self._wishes.run(
            actions.reverse_dispense,
            dispense=self._made.dispense_id,
            reason=values["reason"],
            returned=values["returned"],
        )


class HistoryDialog(Dialog):
    """What was handed out on a prescription; the chosen one can be taken back, and its labels printed again."""

    def __init__(self, desk: Desk, made: Sequence[Dispensed], parent: QWidget | None = None) -> None:
        super().__init__(translate("dispensing", "Handed out on this prescription"), parent=parent)
        self._desk = desk
        self.model: RowsModel[Dispensed] = RowsModel(
            [
                Column(translate("dispensing", "When"), lambda one: f"{one.at:%Y-%m-%d %H:%M}", width=152),
                Column(translate("dispensing", "What"), lambda one: one.what, stretch=True, tip=lambda one: one.what),
                Column(translate("dispensing", "By"), lambda one: one.pharmacist, width=140, muted=True),
                Column(
                    translate("dispensing", "State"),
                    lambda one: translate("dispensing", "taken back") if one.reversed else "",
                    width=96,
                    tone=lambda one: "warning" if one.reversed else None,
                ),
            ],
            key=lambda one: one.dispense_id,
        )
        self.table = TableView(translate("dispensing", "Handed out on this prescription"))
        self.table.setModel(self.model)
        self.table.set_empty_text(translate("dispensing", "Nothing was handed out yet."))
        self.model.show(list(made))
        self.resize(WIDE, HIGHEST // 2 + ROOM // 2)
        self.body.addWidget(self.table)
        self.add_cancel(translate("dispensing", "Close"))
        self.leaflet = Button(translate("dispensing", "Print the leaflet again"), keys="Ctrl+P")
        self.leaflet.clicked.connect(self._print)
        self.buttons.addWidget(self.leaflet)
        self.back = self.add_go(translate("dispensing", "Take back…"))
        self.back.clicked.connect(lambda: go(self._take_back()))
        self.table.opened.connect(lambda _row: self.back.click())
        self.table.chosen.connect(lambda _row: self._say_what_can_be_done())
        self.table.choose(0)
        self._say_what_can_be_done()
        self.table.setFocus()

    def _say_what_can_be_done(self) -> None:
        made = self.model.row(self.table.chosen_row())
        self.leaflet.setEnabled(made is not None)
        self.back.setEnabled(made is not None and not made.reversed)

    def _print(self) -> None:
        made = self.model.row(self.table.chosen_row())
        if made is not None:
            self._desk.print_paper("leaflet", made.dispense_id)

    async def _take_back(self) -> None:
        made = self.model.row(self.table.chosen_row())
        if made is not None and await ask(TakeBackDialog(self._desk, made, self)):
            self.accept()
