"""What is known of a substance: the most and least of it, for which ages it is not, and pregnancy."""

from collections.abc import Hashable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.clinic.safety import actions, queries, rules
from hms_desktop.clinic.safety.queries import CautionRow
from hms_desktop.screens.scanned import heard, medicine_scanned, next_of
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.plain_text import line

_AMOUNTS = ("least_at_once", "most_at_once", "most_a_day")
_AGES = ("from_age", "to_age")


class CautionsPage(EditorPage[CautionRow]):
    """Doses count from the strength of each medicine; where its words tell no strength, a warning says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Doses and ages"),
            [
                Column(self.tr("Substance"), lambda row: row.substance, stretch=True, strong=True),
                Column(self.tr("About"), lambda row: self._kind(row.kind), width=124),
                Column(self.tr("Ages"), _ages, width=88),
                Column(self.tr("At once"), _at_once, width=130),
                Column(self.tr("A day"), _a_day, width=110),
                Column(self.tr("Source"), lambda row: row.source, width=120, muted=True),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New entry"),
        )
        self._looking = Latest()
        self.set_subtitle(self.tr("Ages are completed years; no age means everybody. Doses are for one substance."))
        self.substances = choice_field([])
        kinds = [(kind, self._kind(kind)) for kind in rules.CAUTIONS]
        self.add("substance_id", self.tr("Substance"), self.substances, required=True)
        self.add("kind", self.tr("About"), choice_field(kinds, "dose"))
        self.add("from_age", self.tr("From age (years)"), text_field(longest=3))
        self.add("to_age", self.tr("To age (years)"), text_field(longest=3))
        self.add("unit", self.tr("Unit of the doses"), choice_field([(unit, unit) for unit in rules.UNITS], "mg"))
        self.add("least_at_once", self.tr("At least, at once"), text_field(longest=12))
        self.add("most_at_once", self.tr("At most, at once"), text_field(longest=12))
        self.add("most_a_day", self.tr("At most, in a day"), text_field(longest=12))
        self.add("words", self.tr("What to say"), text_field(longest=500))
        self.add("source", self.tr("Where it is written"), text_field(longest=200))
        self.remove = Button(self.tr("Take out"), kind=QUIET, icon="trash-2")
        self.remove.clicked.connect(lambda: go(self._remove()))
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        self.foot.addLayout(row)
        self.follow("safety")

    def take_scan(self, text: str) -> bool:
        """A pack or a batch label goes to what is known of a substance in it; scanned again, to what stands next."""
        scan = heard(self.desk, text)
        if scan is not None:
            self._looking.ask(self._go_to_scanned(scan))
        return True

    async def _go_to_scanned(self, scan: Scan) -> None:
        medicine = await medicine_scanned(self.desk.db, self.desk, scan)
        if medicine is None:
            return
        inside = await self.desk.db.read(queries.substances_of, medicine=medicine.id)
        places = [place for place, row in enumerate(self.model.rows()) if row.substance_id in inside]
        if places:
            self.table.choose(next_of(places, self.table.chosen_row(), looked_at=True))
        else:
            words = self.tr("No dose and no age is known of what is in {name}.")
            self.desk.say(words.format(name=medicine.title), "info")

    def close_page(self) -> None:
        """Besides: what a scan asked for is dropped."""
        self._looking.drop()
        super().close_page()

    async def read(self) -> Sequence[CautionRow]:
        offered = await self.desk.db.read(queries.substances)
        if [self.substances.itemData(place) for place in range(self.substances.count())] != [one for one, _ in offered]:
            self.substances.clear()
            for substance, name in offered:
                self.substances.addItem(line(name), substance)
        return await self.desk.db.read(queries.cautions)

    def values_of(self, row: CautionRow | None) -> Values:
        values: Values = {"substance_id": row.substance_id if row else self.substances.itemData(0)}
        values |= {"kind": row.kind if row else "dose", "unit": row.unit if row else "mg"}
        values |= {name: _shown(getattr(row, name) if row else None) for name in (*_AGES, *_AMOUNTS)}
        return values | {"words": row.words if row else "", "source": row.source if row else ""}

    def title_of(self, row: CautionRow | None) -> str:
        self.remove.setVisible(row is not None)
        return f"{row.substance}: {self._kind(row.kind)}" if row else self.tr("New entry")

    def words_of(self, field: str, value: object) -> str:
        if field == "substance_id":
            return self.substances.itemText(self.substances.findData(value))
        return super().words_of(field, value)

    def fault(self, values: Values, row: CautionRow | None) -> tuple[str, str] | None:
        for name in _AGES:
            if values[name] and not values[name].isdecimal():
                return name, self.tr("An age is a whole number of years.")
        for name in _AMOUNTS:
            if values[name] and not _amount(values[name]):
                return name, self.tr("A dose is a number above zero, such as 500 or 0.25.")
        if values["kind"] == "dose" and not any(values[name] for name in _AMOUNTS):
            return "most_at_once", self.tr("Type the least or the most of it.")
        if values["kind"] == "age" and not any(values[name] for name in _AGES):
            return "from_age", self.tr("Type the ages for which it is not.")
        return None

    async def save(self, values: Values, row: CautionRow | None) -> Hashable:
        caution: dict[str, Any] = {name: values[name] for name in ("substance_id", "kind", "unit", "words", "source")}
        caution |= {name: int(values[name]) if values[name] else None for name in _AGES}
        caution |= {name: str(_amount(values[name])) if values[name] else None for name in _AMOUNTS}
        return await self.wishes.run(
            actions.save_caution,
            wish=(row.id if row else None, *sorted((name, str(value)) for name, value in caution.items())),
            caution_id=row.id if row else None,
            version=row.version if row else None,
            caution=caution,
        )

    async def _remove(self) -> None:
        if self._row is None:
            return
        gone = self._row
        await self.desk.db.run(actions.remove_caution, intent=self.desk.new_intent(), caution_id=gone.id)
        self.discard()
        self.desk.say(self.tr("{what} was taken out.").format(what=self.title_of(gone)), "done")
        self.reload()

    def _kind(self, kind: str) -> str:
        return {
            "dose": self.tr("dose"),
            "age": self.tr("not at this age"),
            "pregnancy": self.tr("not in pregnancy"),
        }.get(kind, kind)


def _amount(text: str) -> Decimal | None:
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() and found > 0 else None


def _shown(value: int | Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _ages(row: CautionRow) -> str:
    if row.from_age is None and row.to_age is None:
        return "–"
    return f"{_shown(row.from_age) or '0'}–{_shown(row.to_age)}"


def _at_once(row: CautionRow) -> str:
    parts = (_shown(row.least_at_once), _shown(row.most_at_once))
    return f"{parts[0]}–{parts[1]} {row.unit}".strip() if any(parts) else "–"


def _a_day(row: CautionRow) -> str:
    return f"≤ {_shown(row.most_a_day)} {row.unit}" if row.most_a_day is not None else "–"
