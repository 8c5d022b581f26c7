"""The line that is being counted: what it is, when it was counted, how much lies there, and the key that keeps it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from hms_desktop.clinic.stock.queries_counts import SheetLine
from hms_desktop.screens.stock.counting import UNCOUNTED, CountField
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.forms import text_field
from hms_desktop.widgets.plain_text import Label, name_for_readers

AT_WIDTH, LONGEST_AT = 140, 20


class CountCard(Card):
    """`kept` is told when the count is to be kept. Without a time in `at` it was counted now; the time of a paper
    sheet stays for the lines that follow, until it is emptied.
    """

    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.named: int | None = None
        self.what = Label("", "strong", wrap=True)
        self.at = text_field(longest=LONGEST_AT, hint=self.tr("now"))
        self.at.setFixedWidth(AT_WIDTH)
        at_caption = Label(self.tr("Counted at"), "small")
        at_caption.setBuddy(self.at)
        name_for_readers(self.at, self.tr("Counted at"), self.tr("Empty: now. On paper: 10:05, or 2026-11-23 10:05."))
        self.count = CountField()
        name_for_readers(self.count, self.tr("Counted"))
        self.keep = Button(self.tr("Keep the count"), keys="Return", cap_only=True)
        self.keep.clicked.connect(self.kept)
        self.at.returnPressed.connect(self.to_count)
        self.count.lineEdit().returnPressed.connect(self.keep.click)
        across = QHBoxLayout()
        across.addWidget(self.what, 1)
        for part in (at_caption, self.at, self.count, self.keep):
            across.addWidget(part)
        self.column.addLayout(across)

    def name_line(self, row: SheetLine | None) -> None:
        """Say what is counted; what is typed for a line stays while the list is read again."""
        self.what.setText(
            self.tr("{medicine} · lot {lot} · how many, in {unit}?").format(
                medicine=row.medicine, lot=row.lot, unit=row.base_unit
            )
            if row
            else self.tr("Choose a line to count.")
        )
        if row is None or row.line_id != self.named:
            self.named = row.line_id if row else None
            self.count.setValue(UNCOUNTED)

    def offer(self, counting: bool) -> None:
        for part in (self.at, self.count, self.keep):
            part.setEnabled(counting)

    def to_count(self) -> None:
        if self.count.isEnabled():
            self.count.setFocus()
            self.count.selectAll()
