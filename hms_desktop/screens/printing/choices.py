"""What this workstation does with each kind of paper: where it prints, and whether it comes by itself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from hms_desktop.clinic.printing import actions, queries
from hms_desktop.clinic.printing.queries import Choice, PrinterRow
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.printing.words import title
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.theme import Theme


class PrinterChoices(Card):
    """Takes effect at once; a choice belongs to the workstation, whoever sits at it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._fields: dict[str, tuple[QComboBox, QCheckBox]] = {}
        self._chosen = 0
        self._open = True
        self._reading = Latest()
        name_for_readers(self, self.tr("Printing at this workstation"))
        self.column.addWidget(Label(self.tr("Printing at this workstation"), "strong"))
        self._none = Label(self.tr("No printer is set up yet; an administrator does it."), "muted", wrap=True)
        self.column.addWidget(self._none)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Theme.current().space["medium"])
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self._heard = desk.live.subscribe("printing", self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the printers and the choices again."""
        if self._open:
            self._reading.ask(self._read())

    def close_choices(self) -> None:
        """Hear nothing more, and read nothing more."""
        self._open = False
        self._heard.end()
        self._reading.drop()

    def fields_of(self, document: str) -> tuple[QComboBox, QCheckBox]:
        """Where `document` is printed, and whether it comes by itself."""
        return self._fields[document]

    async def _read(self) -> None:
        chosen = self._chosen
        try:
            printers = await self._desk.db.read(queries.printers)
            choices = await self._desk.db.read(queries.choices)
        except HmsError:
            return  # the banner says that the server is away, and everything is read again when it is back
        if chosen != self._chosen:
            return  # somebody chose meanwhile; what was read is older, and everything is read again after that choice
        self._none.setVisible(not choices)
        for choice in choices:
            self._show(choice, [one for one in printers if one.active and choice.document in one.printer.documents])

    def _show(self, choice: Choice, printers: Sequence[PrinterRow]) -> None:
        if choice.document not in self._fields:
            self._add(choice.document)
        where, automatic = self._fields[choice.document]
        for field in (where, automatic):
            field.blockSignals(True)
        where.clear()
        for one in printers:
            where.addItem(one.printer.name, one.id)
        where.setCurrentIndex(where.findData(choice.printer_id))
        automatic.setChecked(choice.automatic)
        for field in (where, automatic):
            field.blockSignals(False)

    def _add(self, document: str) -> None:
        row = len(self._fields)
        where, automatic = choice_field([]), QCheckBox(self.tr("by itself"))
        name_for_readers(where, self.tr("{paper}: printer").format(paper=title(document)))
        name_for_readers(automatic, self.tr("{paper}: comes by itself").format(paper=title(document)))
        where.currentIndexChanged.connect(lambda _place: self._choose(document))
        automatic.checkStateChanged.connect(lambda _state: self._choose(document))
        label = Label(title(document))
        label.setBuddy(where)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(where, row, 1)
        self._grid.addWidget(automatic, row, 2, Qt.AlignmentFlag.AlignVCenter)
        self._fields[document] = (where, automatic)

    def _choose(self, document: str) -> None:
        self._chosen += 1
        where, automatic = self._fields[document]
        go(self._keep(document, where.currentData(), automatic.isChecked()))

    async def _keep(self, document: str, printer: int | None, automatic: bool) -> None:
        values = {"document": document, "printer": printer, "automatic": automatic}
        try:
            await self._desk.db.run(actions.choose_printer, intent=self._desk.new_intent(), **values)
        except HmsError as error:
            self._desk.tell(error)
        self.refresh()
