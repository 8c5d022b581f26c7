"""The card of one medicine beside the list: what it is, what one must take care of, and its packs."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.medicines import rules
from hms_desktop.clinic.medicines.queries import FoundMedicine, MedicineCard
from hms_desktop.screens.medicines.words import controlled_words, pack_words, price_words
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.plain_text import Label, breakable, line, name_for_readers
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.theme import Theme

Fact = tuple[str, str, str]
"""What it is, its words, and a tone where it matters."""


class MedicineDetails(Card):
    """Shows nothing, what the list knows, or a whole medicine; Edit only for whom `may_edit`."""

    edit = Signal()

    def __init__(self, *, may_edit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        theme = Theme.current()
        self._may_edit = may_edit
        name_for_readers(self, self.tr("Medicine"))
        self._name = Label(role="title", wrap=True)
        self._route = Label(role="muted", wrap=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self._chips = QHBoxLayout()
        self._controlled, self._high_alert, self._closed = (Chip(parent=inside) for _ in range(3))
        for chip in (self._high_alert, self._controlled, self._closed):
            self._chips.addWidget(chip)
        self._chips.addStretch(1)
        self._facts = QVBoxLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setSpacing(theme.space["hair"])
        column.addWidget(self._name)
        column.addWidget(self._route)
        column.addLayout(self._chips)
        column.addLayout(self._facts, 1)
        scroll = scrolled(inside)
        self.edit_button = Button(self.tr("Edit"), keys="Ctrl+E", icon="pencil")
        self.edit_button.clicked.connect(self.edit)
        self.edit_button.setVisible(may_edit)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(self.edit_button)
        self.show_nothing()

    def show_nothing(self) -> None:
        self._show(self.tr("No medicine chosen"), "", ())
        self._show_chips("", high_alert=False, active=True)
        self.edit_button.setEnabled(False)

    def show_found(self, found: FoundMedicine) -> None:
        """What the list knows, until all of it has been read."""
        self._show(found.title, found.route, ())
        self._show_chips(found.controlled, high_alert=found.high_alert, active=found.active)
        self.edit_button.setEnabled(self._may_edit)

    def show_card(self, card: MedicineCard) -> None:
        """All of a medicine."""
        record = card.record
        name = rules.tall_man(record.name, rules.names_parted(record.look_alike))
        self._show(rules.title(name, record.strength, record.form), record.route, tuple(self._facts_of(card)))
        self._show_chips(record.controlled, high_alert=record.high_alert, active=record.active)
        self.edit_button.setEnabled(self._may_edit)

    def _facts_of(self, card: MedicineCard) -> Iterator[Fact]:
        record = card.record
        if record.look_alike:
            others = [rules.tall_man(other, (record.name,)) for other in rules.names_parted(record.look_alike)]
            yield self.tr("Not to be mistaken for"), ", ".join(others), "warning"
        for part in record.substances:
            yield self.tr("Substances"), f"{part.substance} {part.strength}".strip(), ""
        if record.atc_code:
            yield self.tr("ATC class"), f"{record.atc_code} {card.atc_name}".strip(), ""
        if card.defined_doses:
            yield self.tr("Defined daily dose"), ", ".join(card.defined_doses), ""
        if record.synonyms:
            yield self.tr("Brands and other names"), ", ".join(record.synonyms), ""
        yield self.tr("Counted in"), record.base_unit, ""
        if record.price is not None:
            yield self.tr("Price"), price_words(record.price, record.base_unit), ""
        if record.storage:
            yield self.tr("Storage"), record.storage, ""
        for pack in record.packs:
            yield self.tr("Packs"), pack_words(pack, record.base_unit), "" if pack.active else "neutral"
        if card.departments:
            yield self.tr("On the formulary of"), ", ".join(card.departments), ""

    def _show_chips(self, controlled: str, *, high_alert: bool, active: bool) -> None:
        self._controlled.show_word(controlled_words().get(controlled, controlled) if controlled else "", "warning")
        self._high_alert.show_word(self.tr("high alert") if high_alert else "", "stop")
        self._closed.show_word("" if active else self.tr("closed"), "neutral")

    def _show(self, name: str, route: str, facts: tuple[Fact, ...]) -> None:
        self._name.setText(breakable(line(name)))
        self._route.setText(line(route))
        self._route.setVisible(bool(route))
        while self._facts.count():
            item = self._facts.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        before = ""
        for title, words, tone in facts:
            if title != before:
                self._facts.addSpacing(Theme.current().space["hair"])
                self._facts.addWidget(Label(title, "small"))
            said = Label(breakable(line(words)), wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.set_tone(tone)
            self._facts.addWidget(said)
            before = title
        self._facts.addStretch(1)
