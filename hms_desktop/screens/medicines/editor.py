"""The form of one medicine: what it is, in what it is counted, what it costs, its substances, packs and formulary."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit

from hms_desktop.clinic.medicines import actions, queries, rules
from hms_desktop.clinic.medicines.queries import MedicineCard
from hms_desktop.clinic.medicines.rules import MedicineRecord
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.core.errors import Refused
from hms_desktop.screens.medicines.fields import (
    LONGEST,
    Lines,
    PacksField,
    SubstancesField,
    lines_of_packs,
    lines_of_substances,
    packs_of,
    substances_of,
)
from hms_desktop.screens.medicines.words import controlled_words
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.ticks import Ticks

NEW = MedicineRecord(name="", base_unit="")


class MedicineEditor(EditorPage[MedicineCard]):
    """One medicine at a time; what was typed into another one, or into a new one, is still there when it comes back."""

    done = Signal(int)
    """The id of the medicine that was saved."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", [], key=lambda card: card.id, form_columns=2)
        self._wanted: int | None = None
        self._suggested: dict[str, QLineEdit] = {}
        self._departments = Ticks()
        self._alike = Label(role="small", wrap=True)
        self._alike.set_tone("warning")
        self._title.setVisible(False)  # the page around it has a heading
        margins = self.layout()
        assert margins is not None  # noqa: S101 - every page has one
        margins.setContentsMargins(0, 0, 0, 0)
        self._add_fields()
        self.foot.addWidget(self._alike)
        back = Button(self.tr("Back"), keys="Esc", cap_only=True)
        back.clicked.connect(self.left)
        self.card_buttons.insertWidget(2, back)
        self.follow("medicines")

    def _add_fields(self) -> None:
        self.add("name", self.tr("Name (international, without the strength)"), _text(), required=True)
        self.add("strength", self.tr("Strength"), _text("500 mg"))
        for name, title, hint in (
            ("form", self.tr("Form"), self.tr("tablet")),
            ("route", self.tr("Route"), self.tr("oral")),
            ("base_unit", self.tr("Counted in (base unit)"), self.tr("tablet, ml")),
        ):
            self._suggested[name] = _text(hint)
            self.add(name, title, self._suggested[name], required=name == "base_unit")
        self.add("price", self.tr("Price of one base unit"), _text("0.0350"))
        self.add("atc_code", self.tr("ATC code"), _text("N02BE01"))
        self.add("controlled", self.tr("Controlled"), choice_field(list(controlled_words().items())))
        self.add("storage", self.tr("Storage"), _text(self.tr("below 25 °C, dry")))
        self.add("look_alike", self.tr("Mistaken for (names, commas between)"), _text())
        self.add("synonyms", self.tr("Brands and other names (commas between)"), _text(), wide=True)
        self.add("substances", self.tr("Substances"), SubstancesField(), wide=True)
        self.add("packs", self.tr("Packs"), PacksField(), wide=True)
        self.add("departments", self.tr("Formulary: departments that order it freely"), self._departments, wide=True)
        self.add("high_alert", self.tr("High alert"), QCheckBox(self.tr("a mistake does great harm")))
        self.add("active", self.tr("In use"), QCheckBox(self.tr("can be ordered and dispensed")))

    def open_medicine(self, medicine_id: int | None) -> None:
        """Show one medicine once it has been read, or at once the form of a new one where there is none."""
        self._wanted = medicine_id
        if medicine_id is None:
            self._begun = True
            self.begin_new()
        elif self._begun:
            self._leave()
            self._begun = False
        self.form.setEnabled(medicine_id is None)
        self.reload()

    async def load(self) -> None:
        await super().load()
        if not self.form.isEnabled():
            self.form.setEnabled(True)
            self.form.field("name").setFocus(Qt.FocusReason.OtherFocusReason)

    async def read(self) -> Sequence[MedicineCard]:
        departments = await self.desk.db.cached(organisation.departments)
        self._departments.offer([(row.id, row.name) for row in departments if row.active])
        for name, words in (await self.desk.db.cached(queries.known_words)).items():
            _suggest(self._suggested[name], words)
        if self._wanted is None:
            return []
        return [await self.desk.db.read(queries.medicine_card, snapshot=True, medicine_id=self._wanted)]

    def values_of(self, row: MedicineCard | None) -> Values:
        record = row.record if row else NEW
        return {
            "name": record.name,
            "strength": record.strength,
            "form": record.form,
            "route": record.route,
            "base_unit": record.base_unit,
            "price": "" if record.price is None else f"{record.price:.4f}",
            "atc_code": record.atc_code,
            "controlled": record.controlled,
            "storage": record.storage,
            "look_alike": record.look_alike,
            "synonyms": ", ".join(record.synonyms),
            "substances": lines_of_substances(record.substances),
            "packs": lines_of_packs(record.packs),
            "departments": list(record.departments),
            "high_alert": record.high_alert,
            "active": record.active,
        }

    def title_of(self, row: MedicineCard | None) -> str:
        named = {name.casefold() for name in rules.names_parted(row.record.look_alike)} if row else set()
        alike = ", ".join(name for name in row.alike if name.casefold() not in named) if row else ""
        words = self.tr("Spelt nearly the same: {names}. Name them above if they are mistaken for each other.")
        self._alike.setText(words.format(names=alike) if alike else "")
        self._alike.setVisible(bool(alike))
        if row is None:
            return self.tr("New medicine")
        return rules.title(row.record.name, row.record.strength, row.record.form)

    def fault(self, values: Values, row: MedicineCard | None) -> tuple[str, str] | None:
        for name, read in (("price", rules.price_as_typed), ("packs", packs_of)):
            try:
                read(values[name])
            except Refused as refused:
                return name, spoken(refused)
        return None

    def words_of(self, field: str, value: Any) -> str:
        if isinstance(value, Lines):
            return "; ".join(" ".join(part for part in one.values.values() if part) for one in value.lines)
        if field == "departments":
            return ", ".join(self._departments.words(one) for one in value)
        return super().words_of(field, value)

    async def save(self, values: Values, row: MedicineCard | None) -> Hashable:
        record = MedicineRecord(
            **{name: values[name] for name in ("name", "strength", "form", "route", "base_unit", "atc_code")},
            **{name: values[name] for name in ("controlled", "storage", "look_alike", "high_alert", "active")},
            price=rules.price_as_typed(values["price"]),
            synonyms=rules.names_parted(values["synonyms"]),
            substances=substances_of(values["substances"]),
            packs=packs_of(values["packs"]),
            departments=tuple(values["departments"]),
        )
        told = {"medicine_id": row.id, "version": row.version} if row else {}
        self._wanted = await self.wishes.run(actions.save_medicine, record=record, **told)
        return self._wanted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    async def _after(self, key: Hashable, row: MedicineCard | None, values: Values) -> None:
        await super()._after(key, row, values)
        if isinstance(key, int):
            self.done.emit(key)


def _text(hint: str = "") -> QLineEdit:
    return text_field(longest=LONGEST, hint=hint)


def _suggest(field: QLineEdit, words: Sequence[str]) -> None:
    """Offer `words` while `field` is typed into; its list is kept, since Qt may still look at one that is replaced."""
    known = field.completer()
    if known is not None:
        known.setModel(QStringListModel(list(words), known))
        return
    completer = QCompleter(list(words), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
