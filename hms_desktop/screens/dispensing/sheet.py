"""One prescription at the counter: the patient, the lines with their batches, and what to know of the chosen line."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hms_desktop.clinic.dispensing.queries import Sheet
from hms_desktop.clinic.dispensing.queries_shelf import Stocked
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.dispensing.draft import LineDraft
from hms_desktop.screens.dispensing.words import (
    about_words,
    allergy_words,
    batch_words,
    closed_words,
    current_words,
    given_words,
    left_words,
    line_notes,
    medicine_words,
    state_tone,
    state_words,
)
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.plain_text import ElidedLabel, Label, name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme


class LineCard(Card):
    """The chosen line in full: directions, batches, notes in words, other stores, and what may stand for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        name_for_readers(self, self.tr("The chosen line"))
        self._title = ElidedLabel(role="strong")
        self.column.addWidget(self._title)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Theme.current().space["hair"])
        self.column.addLayout(self._lines)

    def show_line(self, draft: LineDraft, sheet: Sheet, stocked: Sequence[Stocked]) -> None:
        """Show the notes of a line, where else it is, and what is equivalent."""
        self._title.setText(draft.line.medicine)
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        notes = [(words, "") for words in (draft.line.directions, batch_words(draft)) if words]
        notes += line_notes(draft, sheet.today)
        notes += [(self._stocked_words(one, draft, sheet), "") for one in stocked]
        for words, tone in notes:
            label = Label(words, wrap=True)
            label.set_tone(tone)
            self._lines.addWidget(label)
        self.set_tone("warning" if any(tone == "warning" for _words, tone in notes) else "")
        self.setVisible(bool(notes))

    def _stocked_words(self, one: Stocked, draft: LineDraft, sheet: Sheet) -> str:
        units = f"{one.units:,}"
        if one.medicine_id == draft.line.medicine_id:
            return self.tr("In {store}: {units}").format(units=units, store=one.store)
        if one.store_id == sheet.store_id:
            return self.tr("Instead: {medicine}, {units} here").format(medicine=one.medicine, units=units)
        return self.tr("Instead: {medicine}, {units} in {store}").format(
            medicine=one.medicine, units=units, store=one.store
        )


class SheetView(QWidget):
    """Shows a Sheet and the drafts of its lines."""

    chosen = Signal(int)
    """The number of the line that is chosen, -1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.sheet: Sheet | None = None
        self._name = ElidedLabel(role="title")
        self._about, self._note = ElidedLabel(role="muted"), Label(wrap=True)
        self._allergies, self._current = Chip(), Chip()
        self._closed = Label(role="strong", wrap=True)
        self._closed.set_tone("warning")
        head = QHBoxLayout()
        head.setSpacing(theme.space["small"])
        head.addWidget(self._name, 1)
        for chip in (self._allergies, self._current):
            head.addWidget(chip)
        self._make_table()
        self.line_card = LineCard()
        self.below = QVBoxLayout()
        self.below.setSpacing(theme.space["medium"])
        self.below.addWidget(self.line_card)
        self.below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space["small"])
        column.addLayout(head)
        for part in (self._about, self._note, self._closed):
            column.addWidget(part)
        column.addWidget(self.table)
        column.addWidget(self._scrolled(), 1)
        self.clear()

    def _scrolled(self) -> QScrollArea:
        inside, area = QWidget(), QScrollArea()
        inside.setLayout(self.below)
        self.below.setContentsMargins(0, 0, 0, 0)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        return area

    def _make_table(self) -> None:
        self.lines: RowsModel[LineDraft] = RowsModel(
            [
                Column(self.tr("Medicine"), medicine_words, stretch=True, strong=True, tip=medicine_words),
                Column(
                    self.tr("Directions"),
                    lambda draft: draft.line.directions,
                    width=148,
                    muted=True,
                    tip=lambda draft: draft.line.directions,
                ),
                Column(self.tr("Prescribed"), lambda draft: f"{draft.line.quantity:,}", align=END, width=82),
                Column(self.tr("Left"), lambda draft: left_words(draft.line), align=END, width=74),
                Column(self.tr("Batch and expiry"), batch_words, width=146, tip=batch_words),
                Column(self.tr("In store"), lambda draft: f"{draft.line.in_store:,}", align=END, width=66),
                Column(self.tr("Give"), given_words, align=END, width=52, strong=True),
                Column(self.tr("State"), state_words, width=112, tone=state_tone),
            ],
            key=lambda draft: draft.line.id,
        )
        self.table = TableView(self.tr("Lines of the prescription"))
        self.table.setModel(self.lines)
        self.table.chosen.connect(self.chosen)

    def show_sheet(self, sheet: Sheet, drafts: Sequence[LineDraft]) -> None:
        """Show a prescription with what would be given of it."""
        self.sheet = sheet
        who = ", ".join(part for part in (sheet.name, age_words(sheet.age)) if part)
        self._name.setText(who)
        self._about.setText(about_words(sheet))
        self._note.setText(sheet.note)
        self._note.setVisible(bool(sheet.note))
        self._allergies.show_word(*allergy_words(sheet))
        self._current.show_word(current_words(sheet), "neutral")
        self._current.setToolTip("\n".join(one.medicine for one in sheet.current))
        self._closed.setText(closed_words(sheet))
        self._closed.setVisible(not sheet.open)
        self.show_drafts(drafts)
        self.setVisible(True)

    def show_drafts(self, drafts: Sequence[LineDraft]) -> None:
        """Show what would be given now; the chosen line stays chosen."""
        chosen = max(0, self.table.chosen_row())
        self.lines.show(list(drafts))
        rows = Theme.current().height["row"] * max(1, min(len(drafts), 8))
        self.table.setFixedHeight(rows + Theme.current().height["row_compact"] + 4)
        self.table.choose(min(chosen, len(drafts) - 1))

    def clear(self) -> None:
        """Show nothing."""
        self.sheet = None
        self.lines.show([])
        self.line_card.setVisible(False)
        self.setVisible(False)
