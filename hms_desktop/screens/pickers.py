"""What several screens need to choose: a patient or a medicine, found while one types."""

from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.medicines.queries import FoundMedicine, find_medicines
from hms_desktop.clinic.patients import actions, rules
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.queue import visitors
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.screens.age_words import age_words
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import END, Column, Row
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.message_bar import announce
from hms_desktop.widgets.plain_text import ElidedLabel
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.search_box import SearchBox
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

MOST = 50
_NAME = 200  # pixels of what is chosen by; other columns give way to it
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


class Picker(QWidget, Generic[Row]):
    """A search box over its results. Enter takes the chosen row, or the first one; Down goes into the list."""

    picked = Signal(object)
    """The row that was chosen."""
    nobody = Signal(str)
    """Enter was pressed on a text that finds nothing."""

    def __init__(
        self,
        hint: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        title: str,
        *,
        rows: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._enter_waits: str | None = None
        self._answered: str | None = None
        self.search = SearchBox(hint, self._find)
        self.search.entered.connect(self._entered)
        self.search.going_down.connect(self._go_down)
        self.model: RowsModel[Row] = RowsModel(columns, key=key)
        self.table = TableView(title, compact=True)
        self.table.setModel(self.model)
        self.table.set_empty_text(self.none_found(""))
        theme = Theme.current()
        self.table.setFixedHeight(theme.height["row_compact"] * (rows + 1) + 2)
        self.table.opened.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space["small"])
        column.addWidget(self.search)
        column.addWidget(self.table)
        self.setFocusProxy(self.search)

    async def ask(self, text: str) -> Sequence[Row]:
        """What is meant by the text; asked with an empty one too."""
        raise NotImplementedError

    def none_found(self, text: str) -> str:
        """What the empty list says after `text` was asked for."""
        raise NotImplementedError

    def note(self, found: Row) -> None:
        """Called with what is picked, before it is told."""

    async def _find(self, text: str) -> None:
        found = await self.ask(text)
        self._answered = text
        self.model.show(found)
        self.table.set_empty_text(self.none_found(text))
        if text.strip():
            self.table.choose(0)
            announce(self.search, self.tr("%n found", "", len(found)))
        if self._enter_waits == text:
            self._entered(text)

    def enter(self, text: str) -> None:
        """As if `text` were typed and Enter pressed: a scanned code picks what it stands for."""
        self.search.setText(text)
        self.search.ask_now()
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
        else:
            self.nobody.emit(text)

    def _go_down(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.table.choose(min(self.table.chosen_row() + 1, self.model.rowCount() - 1))

    def _take(self, row: int) -> None:
        found = self.model.row(row)
        if found is not None:
            self.note(found)
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


class PatientCard(Card):
    """Who was chosen: name, age, record number, phone; and the way back to the choice."""

    another = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.name, self.facts = ElidedLabel(role="title"), ElidedLabel(role="muted")
        self.other = Button(translate("pickers", "Another patient"), keys="Alt+Left", kind=QUIET)
        self.other.clicked.connect(self.another)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.other)
        self.column.addLayout(row)
        self.column.addWidget(self.facts)
        self.column.setSpacing(Theme.current().space["hair"])

    def show_patient(self, found: Found) -> None:
        number = translate("pickers", "MRN {number}").format(number=rules.mrn_display(found.mrn))
        self.name.setText(found_name(found))
        self.facts.setText(" · ".join(part for part in (age_words(found.age), number, found.phone) if part))


class PatientPicker(Picker[Found]):
    """Finds a patient; before anything is typed, who is likely."""

    def __init__(self, desk: Desk, *, rows: int = 6, parent: QWidget | None = None) -> None:
        self._desk = desk
        columns = [
            Column(translate("PatientPicker", "Patient"), found_name, width=_NAME, stretch=True),
            Column[Found](translate("PatientPicker", "Age"), lambda found: age_words(found.age), align=END, width=96),
            Column[Found](
                translate("PatientPicker", "Record number"),
                lambda found: rules.mrn_display(found.mrn),
                width=130,
                muted=True,
            ),
            Column[Found](
                translate("PatientPicker", "Phone"), lambda found: found.phone, width=140, muted=True, yields=1
            ),
            Column(translate("PatientPicker", "Found by"), found_by, width=132, muted=True, tip=found_by, yields=2),
        ]
        title = translate("PatientPicker", "Patients found")
        super().__init__(search_hint(), columns, lambda found: found.id, title, rows=rows, parent=parent)

    async def ask(self, text: str) -> Sequence[Found]:
        return await find(self._desk, text, MOST)

    def none_found(self, text: str) -> str:
        return nobody_found(text) if text.strip() else translate("PatientPicker", "Type to find a patient.")

    def note(self, found: Found) -> None:
        take(self._desk, found.id)


def medicine_hint() -> str:
    """What a search box for medicines takes."""
    return translate("pickers", "Name, brand, substance, ATC code, GTIN; or scan")


def medicine_found_by(found: FoundMedicine) -> str:
    """Why a medicine stands in the list: the brand or substance that fits, or a word for it."""
    words = {
        "gtin": translate("pickers", "GTIN"),
        "atc": found.atc_code,
        "alike": translate("pickers", "a letter differs"),
    }
    return found.seen_as or words.get(found.matched, "")


def medicine_alerts(found: FoundMedicine) -> str:
    """What one must know before choosing it: high alert, controlled, mistaken for others, not on the formulary."""
    told = (
        (found.high_alert, translate("pickers", "high alert")),
        (bool(found.controlled), translate("pickers", "controlled")),
        (bool(found.look_alike), translate("pickers", "not: {names}").format(names=found.look_alike)),
        (not found.on_formulary, translate("pickers", "not on the formulary")),
        (not found.active, translate("pickers", "closed")),
    )
    return ", ".join(words for so, words in told if so)


class MedicinePicker(Picker[FoundMedicine]):
    """Finds a medicine by name, brand, substance, class or GTIN; `department_id` says whose formulary counts."""

    def __init__(
        self, desk: Desk, *, rows: int = 6, department_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        self._desk = desk
        self.department_id = department_id
        columns = [
            Column[FoundMedicine](
                translate("MedicinePicker", "Medicine"), lambda found: found.title, width=_NAME, stretch=True
            ),
            Column[FoundMedicine](
                translate("MedicinePicker", "Route"), lambda found: found.route, width=110, muted=True, yields=1
            ),
            Column[FoundMedicine](
                translate("MedicinePicker", "Counted in"), lambda found: found.base_unit, width=96, muted=True, yields=2
            ),
            Column(
                translate("MedicinePicker", "Found by"),
                medicine_found_by,
                width=150,
                muted=True,
                tip=medicine_found_by,
                yields=3,
            ),
            Column(
                translate("MedicinePicker", "Take care"),
                medicine_alerts,
                width=150,
                tone=lambda found: "warning" if medicine_alerts(found) else "",
                tip=medicine_alerts,
            ),
        ]
        title = translate("MedicinePicker", "Medicines found")
        super().__init__(medicine_hint(), columns, lambda found: found.id, title, rows=rows, parent=parent)

    async def ask(self, text: str) -> Sequence[FoundMedicine]:
        if not text.strip():
            return ()
        return await self._desk.db.read(find_medicines, text=text.strip(), limit=MOST, department_id=self.department_id)

    def none_found(self, text: str) -> str:
        if text.strip():
            return translate("pickers", "Nothing found. Try the substance, the brand or the first letters.")
        return translate("MedicinePicker", "Type to find a medicine.")
