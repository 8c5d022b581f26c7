"""What several screens need to choose: a patient, found while one types or likely before anything is typed."""

from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hms_desktop.clinic.patients import actions, rules
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.queue import visitors
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.message_bar import announce
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.search_box import SearchBox
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

MOST = 50
translate = QCoreApplication.translate


@dataclass(frozen=True)
class NewPatient:
    """For the patients page: register somebody of whom this was typed already."""

    typed: str


def search_hint() -> str:
    """What a search box for patients takes."""
    return translate("pickers", "Name, birth, phone, record number; or scan")


def found_name(found: Found) -> str:
    """The name in a list; of a restricted record nothing but that it is one."""
    return translate("pickers", "restricted record") if found.closed else found.name


def found_by(found: Found) -> str:
    """Why somebody stands in the list: `name begins, born`; empty in a plain list."""
    words = {
        "mrn": translate("pickers", "record number"),
        "alias": translate("pickers", "earlier number"),
        "ticket": translate("pickers", "ticket"),
        "identifier": translate("pickers", "identifier"),
        "phone": translate("pickers", "phone"),
        "born": translate("pickers", "born"),
        "age": translate("pickers", "age"),
        "name": translate("pickers", "name"),
        "beginning": translate("pickers", "name begins so"),
        "within": translate("pickers", "within the name"),
        "script": translate("pickers", "other script"),
        "slip": translate("pickers", "a letter differs"),
        "sound": translate("pickers", "sounds alike"),
        "taken": translate("pickers", "you had it last"),
        "today": translate("pickers", "here today"),
        "new": translate("pickers", "registered last"),
    }
    return ", ".join(words[reason] for reason in found.matched.split("+") if reason in words)


def take(desk: Desk, patient_id: int) -> None:
    """Note, in the background, whom the person has in hand; that it could not be noted is not worth a word."""

    async def note() -> None:
        with suppress(HmsError):
            await desk.db.run(actions.take, intent=desk.new_intent(), patient_id=patient_id)

    go(note())


async def find(desk: Desk, text: str, limit: int) -> tuple[Found, ...]:
    """Who is meant by what was typed or scanned; before anything is, who is likely."""
    if text.strip():
        return await desk.db.read(visitors.find_patients, text=text, limit=limit)
    return await desk.db.read(visitors.at_hand, limit=limit)


def mistyped_number(typed: str) -> bool:
    """Whether the text is a record number with a slip in it."""
    try:
        rules.mrn_as_typed(typed)
    except Refused as refused:
        return refused.code == "patients.mrn_mistyped"
    return False


def nobody_found(typed: str) -> str:
    """One sentence for an empty answer; it says so where the text is a record number with a slip in it."""
    if mistyped_number(typed):
        return translate("pickers", "Nobody found. As a record number it is mistyped; compare it with the card.")
    return translate("pickers", "Nobody found. Check the spelling, or try a phone number.")


class PatientPicker(QWidget):
    """A search box over its results. Enter takes the chosen row, or the first one; Down goes into the list."""

    picked = Signal(object)
    """The Found that was chosen."""
    nobody = Signal(str)
    """Enter was pressed on a text that finds nobody."""

    def __init__(self, desk: Desk, *, rows: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._enter_waits: str | None = None
        self._answered: str | None = None
        self.search = SearchBox(search_hint(), self._find)
        self.search.entered.connect(self._entered)
        self.search.going_down.connect(self._go_down)
        self.model: RowsModel[Found] = RowsModel(
            [
                Column(self.tr("Patient"), found_name, stretch=True),
                Column(self.tr("Age"), lambda found: found.age, align=END, width=96),
                Column(self.tr("Record number"), lambda found: rules.mrn_display(found.mrn), width=130, muted=True),
                Column(self.tr("Phone"), lambda found: found.phone, width=140, muted=True),
                Column(self.tr("Found by"), found_by, width=132, muted=True, tip=found_by),
            ],
            key=lambda found: found.id,
        )
        self.table = TableView(self.tr("Patients found"), compact=True)
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Type to find a patient."))
        theme = Theme.current()
        self.table.setFixedHeight(theme.height["row_compact"] * (rows + 1) + 2)
        self.table.opened.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space["small"])
        column.addWidget(self.search)
        column.addWidget(self.table)
        self.setFocusProxy(self.search)

    async def _find(self, text: str) -> None:
        found = await find(self._desk, text, MOST)
        self._answered = text
        self.model.show(found)
        self.table.set_empty_text(nobody_found(text) if text.strip() else self.tr("Type to find a patient."))
        if text.strip():
            self.table.choose(0)
            announce(self.search, self.tr("%n found", "", len(found)))
        if self._enter_waits == text:
            self._entered(text)

    def _entered(self, text: str) -> None:
        """Enter before the answer is there waits for it; what is typed on makes it void."""
        self._enter_waits = text
        if text != self._answered:
            return
        self._enter_waits = None
        if not text.strip():
            return  # nobody was asked for: whoever is likely is taken only by choosing the line
        if self.model.rowCount():
            self._take(max(self.table.chosen_row(), 0))
        elif text.strip():
            self.nobody.emit(text)

    def _go_down(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.table.choose(min(self.table.chosen_row() + 1, self.model.rowCount() - 1))

    def _take(self, row: int) -> None:
        found = self.model.row(row)
        if found is not None:
            take(self._desk, found.id)
            self.picked.emit(found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.search.text():
            self.search.ask_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.table.hasFocus() and self.table.chosen_row() <= 0:
            self.search.take_focus()
            return
        super().keyPressEvent(event)
