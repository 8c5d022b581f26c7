"""One order on the page: its head, its lines, its history, and the one obvious next step."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hms_desktop.clinic.purchasing.actions import OrderDraft
from hms_desktop.clinic.purchasing.queries import Choice, OrderSheet, OrderStep
from hms_desktop.screens.purchasing.deeds import Deeds
from hms_desktop.screens.purchasing.order_lines import LineDialog, LineShown, line_columns, shown
from hms_desktop.screens.purchasing.words import ORDER_TONES, date, money, state_words, translate
from hms_desktop.screens.scanned import ScannedMedicine
from hms_desktop.widgets.buttons import PRIMARY, QUIET, STOP, Button
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.forms import Form, choice_field, text_field
from hms_desktop.widgets.plain_text import ElidedLabel, Label, line
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

_STEPS_SHOWN = 3


class OrderCard(Card):
    """Shows an order; a draft can be typed into. Tells what was wished, does nothing on the server itself."""

    wished = Signal(str)
    """save, discard, next, back, cancel or file: which button was pressed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.deeds = Deeds()
        self.sheet: OrderSheet | None = None
        self._lines: list[LineShown] = []
        self._seen: tuple[object, ...] = ()
        self.title, self.state = ElidedLabel(role="large"), Chip()
        self.facts = Label("", "muted", wrap=True)
        self.supplier, self.store = choice_field([]), choice_field([])
        self.expected = text_field(longest=10, hint="2026-12-31")
        self.note = text_field(longest=500)
        self.form = Form(columns=2)
        self.form.add("supplier_id", self.tr("Supplier"), self.supplier)
        self.form.add("store_id", self.tr("Deliver to"), self.store)
        self.form.add("expected_on", self.tr("Wanted on (empty: as promised)"), self.expected)
        self.form.add("note", self.tr("Note to the supplier"), self.note)
        self.model = RowsModel[LineShown](line_columns(), key=lambda row: row.place)
        self.table = TableView(self.tr("Lines of the order"), compact=True)
        self.table.setModel(self.model)
        self.table.opened.connect(self._change)
        self.total = Label("", "large")
        self.history = Label("", "muted", wrap=True)
        self.add_button = Button(self.tr("Add medicine…"), keys="Ctrl+M", icon="plus")
        self.remove_button = Button(self.tr("Remove line"), keys="Ctrl+Backspace", kind=QUIET)
        self.file_button = Button(self.tr("Save as file…"), keys="Ctrl+P", kind=QUIET)
        self.cancel_button = Button(self.tr("Cancel order…"), kind=STOP)
        self.back_button = Button(self.tr("Send back…"))
        self.discard_button = Button(self.tr("Discard changes"), kind=QUIET)
        self.save_button = Button(self.tr("Save draft"), keys="Ctrl+S")
        self.next_button = Button(self.tr("Hand in"), keys="Ctrl+Return", kind=PRIMARY)
        self.add_button.clicked.connect(lambda: self.deeds.begin(self._add()))
        self.remove_button.clicked.connect(self._remove)
        for button, wish in (
            (self.file_button, "file"),
            (self.cancel_button, "cancel"),
            (self.back_button, "back"),
            (self.discard_button, "discard"),
            (self.save_button, "save"),
            (self.next_button, "next"),
        ):
            button.clicked.connect(lambda _on=False, wish=wish: self.wished.emit(wish))
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.setSpacing(Theme.current().space["small"])
        head, sums, buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        for button in (self.add_button, self.remove_button):
            sums.addWidget(button)
        sums.addStretch(1)
        sums.addWidget(self.total)
        for button in (self.file_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.discard_button, self.back_button, self.save_button, self.next_button):
            buttons.addWidget(button)
        self.column.addLayout(head)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.form)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(sums)
        self.column.addWidget(self.history)
        self.column.addLayout(buttons)

    # What it shows

    def offer(self, suppliers: Sequence[Choice], stores: Sequence[Choice]) -> None:
        """The suppliers and stores that a draft can name."""
        for field, choices in ((self.supplier, suppliers), (self.store, stores)):
            known = [field.itemData(place) for place in range(field.count())]
            if known != [one.id for one in choices]:
                chosen = field.currentData()
                field.clear()
                for one in choices:
                    field.addItem(line(one.name), one.id)
                field.setCurrentIndex(max(0, field.findData(chosen)))

    def show_new(self, lines: Sequence[LineShown] = (), store: int | None = None) -> None:
        """An empty draft, or one with proposed lines."""
        self.sheet = None
        self._put(None, store if store is not None else self.store.itemData(0), None, "", lines)
        self._fit("draft")
        self.title.setText(self.tr("New order"))
        self.facts.setText(self.tr("Add medicines, then hand it in for approval."))
        self.history.setText("")
        if lines:
            self._seen = ()  # what was proposed is not saved yet

    def show_order(self, sheet: OrderSheet) -> None:
        self.sheet = sheet
        self._put(sheet.supplier_id, sheet.store_id, sheet.expected_on, sheet.note, [shown(one) for one in sheet.lines])
        self._fit(sheet.state)
        self.title.setText(f"{sheet.number} · {sheet.supplier}")
        self.facts.setText(self._facts(sheet))
        self.history.setText("\n".join(_history(one) for one in sheet.steps[-_STEPS_SHOWN:]))

    def _facts(self, sheet: OrderSheet) -> str:
        if sheet.state == "draft":
            return self.tr("Written on {date}.").format(date=date(sheet.written_on))
        words = self.tr("For {store}. Written {written}, sent {sent}, expected {expected}.").format(
            store=line(sheet.store),
            written=date(sheet.written_on),
            sent=date(sheet.sent_on),
            expected=date(sheet.expected_on),
        )
        return f"{words} {line(sheet.note)}".strip()

    def _put(
        self,
        supplier: int | None,
        store: int | None,
        expected: dt.date | None,
        note: str,
        lines: Sequence[LineShown],
    ) -> None:
        if supplier is not None:
            self.supplier.setCurrentIndex(self.supplier.findData(supplier))
        self.store.setCurrentIndex(max(0, self.store.findData(store)))
        self.expected.setText(expected.isoformat() if expected else "")
        self.note.setText(note)
        self.form.clear_errors()
        self._show_lines(lines)
        self._seen = self._typed()

    def _show_lines(self, lines: Sequence[LineShown]) -> None:
        self._lines = [replace(one, place=place) for place, one in enumerate(lines, start=1)]
        self.model.show(self._lines)
        total = sum((one.amount for one in self._lines), Decimal(0))
        self.total.setText(self.tr("Total {amount}").format(amount=money(total)))
        self.remove_button.setEnabled(bool(self._lines))

    def _fit(self, state: str) -> None:
        """The buttons that this state offers; the one obvious next step says what it does."""
        sheet, draft = self.sheet, state == "draft"
        self.state.show_word(state_words(state), ORDER_TONES.get(state, "neutral"))
        words = {
            "draft": self.tr("Hand in"),
            "submitted": self.tr("Approve"),
            "approved": self.tr("It was sent"),
            "sent": self.tr("Receive goods"),
        }
        self.next_button.set_text(words.get(state, ""))
        self.next_button.setVisible(state in words)
        self.next_button.setEnabled(state != "submitted" or (sheet is not None and sheet.may_approve))
        for part in (self.form, self.add_button, self.remove_button, self.discard_button, self.save_button):
            part.setVisible(draft)
        self.back_button.setVisible(state in ("submitted", "approved"))
        self.file_button.setVisible(sheet is not None and not draft)
        self.cancel_button.setVisible(sheet is not None and state in ("draft", "submitted", "approved", "sent"))
        came = any(one.came for one in self._lines)
        self.cancel_button.set_text(self.tr("Cancel the rest…") if came else self.tr("Cancel order…"))
        self.table.set_empty_text(self.tr("No medicine yet. Ctrl M adds one."))

    # What is typed

    @property
    def writable(self) -> bool:
        """Whether what is shown is a draft."""
        return self.sheet is None or self.sheet.state == "draft"

    def touched(self) -> bool:
        """Whether the draft holds something that was not saved."""
        return self.writable and self._typed() != self._seen and bool(self._lines or self.sheet)

    def draft(self) -> OrderDraft | None:
        """The draft as it is typed; None where the date is none, which is said below its field."""
        self.form.clear_errors()
        wanted = self.expected.text().strip()
        expected: dt.date | None = None
        if wanted:
            try:
                expected = dt.date.fromisoformat(wanted)
            except ValueError:
                self.form.show_error("expected_on", self.tr("Type the date as year-month-day, such as 2026-12-31."))
                return None
        return OrderDraft(
            supplier_id=self.supplier.currentData() or 0,
            store_id=self.store.currentData() or 0,
            lines=tuple(one.drafted() for one in self._lines),
            expected_on=expected,
            note=self.note.text().strip(),
            id=self.sheet.id if self.sheet else None,
            version=self.sheet.version if self.sheet else None,
        )

    def _typed(self) -> tuple[object, ...]:
        return (*self.form.values().items(), *self._lines)

    def chosen_medicine(self) -> int | None:
        """The medicine of the line at hand."""
        row = self.model.row(self.table.chosen_row())
        return row.medicine_id if row else None

    def choose_medicine(self, medicine: int) -> None:
        """Go to the line of a medicine."""
        self.table.choose(self._place_of(medicine))
        self.table.setFocus()

    def put_in(self, medicine: ScannedMedicine) -> None:
        """Ask how much of a scanned medicine the draft asks for: on its line, or on a new one."""
        place = self._place_of(medicine.id)
        self.deeds.begin(self._add(medicine) if place < 0 else self._changed(place))

    def _place_of(self, medicine: int) -> int:
        return next((place for place, one in enumerate(self._lines) if one.medicine_id == medicine), -1)

    async def _add(self, medicine: ScannedMedicine | None = None) -> None:
        dialog = LineDialog(self._desk, self.supplier.currentData(), None, self)
        if medicine is not None:
            dialog.choose(medicine)
        if await ask(dialog) and dialog.line is not None:
            self._show_lines([*self._lines, dialog.line])
            self.table.choose(len(self._lines) - 1)
            self.add_button.setFocus()
        dialog.deleteLater()

    def _change(self, place: int) -> None:
        if self.writable and 0 <= place < len(self._lines):
            self.deeds.begin(self._changed(place))

    async def _changed(self, place: int) -> None:
        dialog = LineDialog(self._desk, self.supplier.currentData(), self._lines[place], self)
        if await ask(dialog) and dialog.line is not None:
            self._show_lines([*self._lines[:place], dialog.line, *self._lines[place + 1 :]])
            self.table.choose(place)
            self.table.setFocus()
        dialog.deleteLater()

    def _remove(self) -> None:
        place = self.table.chosen_row()
        if self.writable and 0 <= place < len(self._lines):
            gone = list(self._lines)
            self._show_lines([*self._lines[:place], *self._lines[place + 1 :]])
            self._desk.say(
                self.tr("Removed: {name}").format(name=line(gone[place].medicine)),
                "info",
                undo=lambda: self._show_lines(gone),
            )


def _history(step: OrderStep) -> str:
    words = translate("purchasing", "{at} {state}: {person}").format(
        at=f"{step.at:%Y-%m-%d %H:%M}", state=state_words(step.state), person=line(step.person)
    )
    return f"{words} · {line(step.reason)}" if step.reason else words
