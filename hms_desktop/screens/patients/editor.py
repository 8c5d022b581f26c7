"""Registering and editing: the form, who is perhaps here already, and what is saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hms_desktop.clinic.patients import queries
from hms_desktop.clinic.patients.actions import Registered
from hms_desktop.clinic.patients.queries import Card as PatientCard
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.patients.rules import PatientRecord, mrn_display
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.patients.form import PatientForm
from hms_desktop.screens.patients.saving import Editing, Registering
from hms_desktop.screens.pickers import found_name
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.buttons import PRIMARY, QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Difference, DifferenceDialog, ask
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

PAUSE_MS = 400
MOST_ALIKE = 8


class Alike(Card):
    """People with a name or phone like the one being typed: perhaps this patient is here already."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._latest = Latest()
        self.model: RowsModel[Found] = RowsModel(
            [
                Column(self.tr("Patient"), found_name, stretch=True),
                Column(self.tr("Born"), lambda found: found.birth, width=100, muted=True),
            ],
            key=lambda found: found.id,
        )
        self.table = TableView(self.tr("Perhaps already registered"), compact=True)
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Nobody of this name yet."))
        self.column.addWidget(Label(self.tr("Perhaps already registered"), "strong"))
        self.column.addWidget(Label(self.tr("Enter opens the one that is meant."), "muted", wrap=True))
        self.column.addWidget(self.table, 1)

    def look_for(self, record: PatientRecord) -> None:
        """Ask who is like `record`."""
        name = f"{record.family_name} {record.given_names}".strip()
        self._latest.ask(self._look(name, record.phones[0].number if record.phones else ""))

    def clear(self) -> None:
        self._latest.drop()
        self.model.show([])

    def close_card(self) -> None:
        self._latest.drop()

    async def _look(self, name: str, phone: str) -> None:
        found: dict[int, Found] = {}
        for text in (name, phone):
            if len(text) > 2:
                for one in await self._desk.db.read(queries.find_patients, text=text, limit=MOST_ALIKE):
                    found.setdefault(one.id, one)
        self.model.show(list(found.values())[:MOST_ALIKE])


class Editor(QWidget):
    """One form: a new patient, or one who is known. Esc steps back, and what was typed is still there next time."""

    saved = Signal(object)
    """The Registered that was saved."""
    left = Signal()
    meant = Signal(object)
    """The Found who was registered already."""

    def __init__(self, desk: Desk, card: PatientCard | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._working = False
        self._learning = Latest()
        self._registering = Registering(desk)
        self._editing = Editing(desk, card) if card else None
        self.form = PatientForm(may_restrict=desk.who.has_duty("clinician", "manager"))
        self.alike = Alike(desk)
        self.alike.table.opened.connect(self._someone_meant)
        self.progress = Progress()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.alike.look_for(self.form.record_so_far()))
        if card is None:
            self.form.edited.connect(self._pause.start)
        else:
            self.form.put(card.record)
        self._learning.ask(self._learn_today())
        self.setFocusProxy(self.form)

    def _lay_out(self) -> None:
        theme = Theme.current()
        self.save = Button(self.tr("Save"), keys="Ctrl+Return", kind=PRIMARY)
        self.save.clicked.connect(lambda: go(self._save()))
        self.back = Button(self.tr("Back"), keys="Esc", cap_only=True)
        self.back.clicked.connect(self.left)
        self.anew = Button(self.tr("Empty the form"), kind=QUIET)
        self.anew.clicked.connect(self._begin_anew)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.form)
        sheet = Card()
        sheet.column.addWidget(scroll)
        row = QHBoxLayout()
        row.setSpacing(theme.space["small"])
        for button in (self.anew, self.back, self.save):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.insertStretch(1, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.space["medium"])
        left.addWidget(sheet, 1)
        left.addWidget(self.progress)
        left.addLayout(row)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.space["wide"])
        beside.addLayout(left, 1)
        self.alike.setFixedWidth(theme.width["aside"])
        beside.addWidget(self.alike)
        for part in (self.alike, self.anew):
            part.setVisible(self._editing is None)

    @property
    def card(self) -> PatientCard | None:
        """Whom this form edits; None for a new patient."""
        return self._editing.card if self._editing else None

    def title(self) -> str:
        if self.card is None:
            return self.tr("Register a patient")
        return self.tr("Edit {name}").format(name=self.card.name)

    def subtitle(self) -> str:
        if self.card is None:
            return self.tr("Enter goes on to the next field; Esc steps back and loses nothing")
        return self.tr("MRN {number}").format(number=mrn_display(self.card.mrn))

    def begin_with(self, typed: str) -> None:
        """Take over what somebody typed while searching, unless something stands in the form already."""
        if self.form.empty() and typed.strip():
            self.form.put(_record_of(typed))
            self._pause.start()

    def unsaved(self) -> bool:
        """Whether leaving for good would lose something."""
        known = self.card.record if self.card else PatientRecord()
        return self.form.record_so_far() != known

    def close_editor(self) -> None:
        """Ask nothing more; called before the form is deleted."""
        self._pause.stop()
        self._learning.drop()
        self.alike.close_card()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    async def _learn_today(self) -> None:
        self.form.birth.today = await self._desk.db.read(queries.today)
        self.form.birth.say_what_it_means()

    async def _save(self) -> None:
        if self._working:
            return
        self._working = True
        self.form.form.clear_errors()
        try:
            with self.progress.working(self.save, self.tr("Saving…"), cancel=False):
                record = self.form.record()
                if self._editing is None:
                    saved: Registered | None = await self._registering.save(record)
                else:
                    saved = await self._editing.save(record, self._choose)
        except HmsError as error:
            if not self.form.show_refusal(error):
                self._desk.tell(error)
            return
        finally:
            self._working = False
        if saved is not None:
            self.saved.emit(saved)

    async def _choose(self, differences: Sequence[Difference]) -> dict[str, bool] | None:
        dialog = DifferenceDialog(differences, parent=self.window())
        if not await ask(dialog):
            return None
        chosen = dialog.chosen()
        return {one.field: chosen[one.field] == one.yours for one in differences}

    def _begin_anew(self) -> None:
        self.form.put(PatientRecord())
        self.alike.clear()
        self.form.setFocus()

    def _someone_meant(self, place: int) -> None:
        found = self.alike.model.row(place)
        if found is not None:
            self.meant.emit(found)


def _record_of(typed: str) -> PatientRecord:
    """What was typed to find somebody, as a name: `Family, Given`, or all but the last word given."""
    words = typed.strip()
    if any(sign.isdecimal() for sign in words):
        return PatientRecord()
    family, comma, given = words.partition(",")
    if not comma:
        given, _, family = words.rpartition(" ")
    return PatientRecord(given_names=given.strip(), family_name=family.strip())
