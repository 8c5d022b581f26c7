"""Two records side by side: which one stands, and field by field whose value it shall have."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from hms_desktop.clinic.merging import rules
from hms_desktop.clinic.patients.queries import Card as PatientCard
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.screens.merging.words import field_title, field_words, lines_words
from hms_desktop.widgets.plain_text import ElidedLabel, Label, caption, line, name_for_readers, tip
from hms_desktop.widgets.theme import Theme

FIRST, SECOND = 0, 1


class Choice(QRadioButton):
    """One value to choose; a long one is shortened to the room that there is and stands whole in its tooltip."""

    def __init__(self, text: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = line(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self.setToolTip(tip(self._whole))
        name_for_readers(self, spoken)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = max(self.width() - 28, 40)  # what the sign and its gap take
        self.setText(caption(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)))


class Comparison(QWidget):
    """Chooses the record that stands and the values it has; the other one's lists go along whole."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._cards: Sequence[PatientCard] = ()
        self._standing = QButtonGroup(self)
        self._fields: dict[str, QButtonGroup] = {}
        self.why = Label(role="muted", wrap=True)
        self.column.addWidget(self.why)
        self._sheet = QWidget()
        self.column.addWidget(self._sheet)
        self.note = Label(role="muted", wrap=True)
        self.column.addWidget(self.note)
        self.column.addStretch(1)
        self.clear(self.tr("Choose a pair on the left to see both records."))

    def clear(self, sentence: str) -> None:
        """Show no pair; `sentence` says why or what to do."""
        self._cards = ()
        self._renew_sheet()
        self.why.setText(sentence)
        self.note.setText("")

    def show_pair(self, first: PatientCard, second: PatientCard, why: str) -> None:
        """Both records, with what is proposed: the older number stands, and takes what it lacks."""
        self._cards = (first, second)
        self.why.setText(why)
        grid = self._renew_sheet()
        self._standing = QButtonGroup(self._sheet)
        grid.addWidget(Label(self.tr("Number that stays"), "strong"), 0, 0)
        for side, card in enumerate(self._cards):
            number = mrn_display(card.mrn)
            choice = Choice(number, self.tr("the record {number} stays").format(number=number))
            self._standing.addButton(choice, side)
            grid.addWidget(choice, 0, 1 + side)
        self._standing.button(FIRST).setChecked(True)
        self._standing.idToggled.connect(self._standing_changed)
        differing = rules.differing(first.record, second.record)
        self._fields = {name: self._add_choices(grid, name) for name in differing}
        for name in rules.FIELDS:
            if name not in differing and (same := field_words(name, first.record)):
                row = grid.rowCount()
                grid.addWidget(Label(field_title(name), "strong"), row, 0)
                grid.addWidget(ElidedLabel(same, "muted"), row, 1, 1, 2)
        below = grid.rowCount()
        grid.addWidget(Label(self.tr("Goes along"), "strong"), below, 0)
        for side, card in enumerate(self._cards):
            grid.addWidget(ElidedLabel(lines_words(card.record), "muted"), below, 1 + side)
        self._propose()

    @property
    def survivor(self) -> PatientCard:
        return self._cards[self._standing.checkedId()]

    @property
    def absorbed(self) -> PatientCard:
        return self._cards[SECOND if self._standing.checkedId() == FIRST else FIRST]

    @property
    def shown(self) -> bool:
        return bool(self._cards)

    def taken(self) -> tuple[str, ...]:
        """The columns whose values come from the record that does not stand."""
        stands = self._standing.checkedId()
        return rules.columns_taken({name: group.checkedId() != stands for name, group in self._fields.items()})

    def _add_choices(self, grid: QGridLayout, name: str) -> QButtonGroup:
        row, group = grid.rowCount(), QButtonGroup(self._sheet)
        grid.addWidget(Label(field_title(name), "strong"), row, 0)
        for side, card in enumerate(self._cards):
            words = field_words(name, card.record)
            number = mrn_display(card.mrn)
            said = self.tr("{field} of {number}: {value}").format(field=field_title(name), number=number, value=words)
            choice = Choice(words or self.tr("(empty)"), said)
            group.addButton(choice, side)
            grid.addWidget(choice, row, 1 + side)
        return group

    def _renew_sheet(self) -> QGridLayout:
        self._fields = {}
        old = self._sheet
        self._sheet = QWidget()
        self.column.replaceWidget(old, self._sheet)
        old.hide()
        old.deleteLater()
        grid = QGridLayout(self._sheet)
        theme = Theme.current()
        grid.setContentsMargins(0, theme.space["small"], 0, theme.space["small"])
        grid.setHorizontalSpacing(theme.space["large"])
        grid.setVerticalSpacing(theme.space["small"])
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        return grid

    def _standing_changed(self, _side: int, checked: bool) -> None:
        if checked:
            self._propose()

    def _propose(self) -> None:
        """Choose for each field what the record that stands has, or the other one's where that is better."""
        stands = self._standing.checkedId()
        better = rules.better_from_other(self.survivor.record, self.absorbed.record)
        for name, group in self._fields.items():
            group.button(1 - stands if name in better else stands).setChecked(True)
        self.note.setText(
            self.tr(
                "{gone} is merged into {kept}: visits, appointments and all else go along, and both numbers find it."
            ).format(gone=mrn_display(self.absorbed.mrn), kept=mrn_display(self.survivor.mrn))
        )
        self.chosen.emit()
