"""The patients page: find while typing, browse everyone, see one record beside the list, register and edit."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hms_desktop.clinic.merging.queries import LikelyDuplicate
from hms_desktop.clinic.patients import actions, queries
from hms_desktop.clinic.patients.actions import Registered
from hms_desktop.clinic.patients.queries import Card as PatientCard
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.patients.rules import REASON_LENGTH, mrn_display
from hms_desktop.core.errors import Refused
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.patients.card import DetailCard
from hms_desktop.screens.patients.editor import Editor
from hms_desktop.screens.patients.forms import Forms
from hms_desktop.screens.patients.history import HistoryDialog
from hms_desktop.screens.patients.words import sex_words
from hms_desktop.screens.pickers import (
    NewPatient,
    find,
    found_by,
    found_name,
    mistyped_number,
    nobody_found,
    search_hint,
    take,
)
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import FormDialog, text_field
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.paged_table import Keyset, PagedTableModel
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.search_box import SearchBox
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes

MOST = 100
NOBODY = Found(id=0, mrn="", name="", age=None, birth="", sex="", phone="", closed=False, matched="")


class PatientsPage(Page):
    """Before anything is typed it shows who is likely: in hand lately, here today, registered last."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self._reading, self._doing = Latest(), Latest()
        self._wishes = Wishes(desk)
        self._shown: Found | None = None
        self._wanted: int | None = None
        self._back_to_queue = False
        self._answered: str | None = None
        self._enter_waits: str | None = None
        self.views = QStackedWidget()
        self.forms = Forms(desk, self.views)
        self.forms.opened.connect(self._show_editor)
        self.forms.left.connect(self._leave_editor)
        self.forms.saved.connect(lambda saved, new: self._doing.ask(self._saved(saved, new)))
        self.forms.meant.connect(self._meant)
        self.body.addWidget(self.views, 1)
        self._make_buttons()
        self._make_list()
        self.set_title(self.tr("Patients"))
        self.follow("patients")
        desk.live.went_away.connect(self._went_away)

    def _make_buttons(self) -> None:
        self.register = Button(self.tr("Register"), keys="F7", icon="user-plus")
        self.register.clicked.connect(lambda: self.open_register())
        self.browse = Button(self.tr("Everyone"), keys="Ctrl+B")
        self.browse.setCheckable(True)
        self.browse.toggled.connect(self._browse_toggled)
        for button in (self.browse, self.register):
            self.buttons.addWidget(button)
        also = QShortcut(QKeySequence("Ctrl+N"), self)
        also.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        also.activated.connect(self.register.click)

    def _make_list(self) -> None:
        theme = Theme.current()
        self.search = SearchBox(search_hint(), self._find, keys="Ctrl+F")
        self.search.entered.connect(self._entered)
        self.search.going_down.connect(self._go_down)
        self.found: RowsModel[Found] = RowsModel(
            [*self._columns(), Column(self.tr("Found by"), found_by, width=124, muted=True, tip=found_by)],
            key=lambda one: one.id,
        )
        self.everyone: PagedTableModel[Found] = PagedTableModel(
            [*self._columns(), Column(self.tr("Sex"), lambda one: sex_words(one.sex), width=92)]
        )
        self.everyone.page_shown.connect(self._page_shown)
        self.results = self._made_table(self.tr("Patients found"), self.found)
        self.results.set_empty_text(self.tr("Reading…"))
        self.all = self._made_table(self.tr("All patients by name"), self.everyone)
        self.tables = QStackedWidget()
        for table in (self.results, self.all):
            self.tables.addWidget(table)
        self.card = DetailCard()
        self.card.setFixedWidth(theme.width["aside"])
        self.card.issue.connect(self._issue)
        self.card.edit.connect(lambda: self._doing.ask(self._edit()))
        self.card.open_restricted.connect(lambda: self._doing.ask(self._open_restricted()))
        self.card.history.connect(lambda: self._doing.ask(self._show_history()))
        self.card.print_card.connect(self._print_card)
        view = QWidget()
        left = QVBoxLayout()
        left.setSpacing(theme.space["medium"])
        left.addWidget(self.forms.offer)
        left.addWidget(self.search)
        left.addWidget(self.tables, 1)
        beside = QHBoxLayout(view)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.space["wide"])
        beside.addLayout(left, 1)
        beside.addWidget(self.card)
        self.views.addWidget(view)
        self.setFocusProxy(self.search)
        self.file = ListFile(self, lambda: self.all if self.browse.isChecked() else self.results, "patients")

    def _columns(self) -> list[Column[Found]]:
        return [
            Column(self.tr("Patient"), found_name, stretch=True, tip=found_name),
            Column(self.tr("Age"), lambda one: age_words(one.age), align=END, width=92),
            Column(self.tr("Born"), lambda one: one.birth, width=94),
            Column(self.tr("Record number"), lambda one: mrn_display(one.mrn), width=114),
            Column(self.tr("Phone"), lambda one: one.phone, width=128, muted=True),
        ]

    def _made_table(self, name: str, model: RowsModel[Found] | PagedTableModel[Found]) -> TableView:
        table = TableView(name)
        table.setModel(model)
        table.chosen.connect(self._chosen)
        table.opened.connect(lambda _place: self._issue())
        return table

    async def load(self) -> None:
        """Read again what is shown: the answer to what is typed, who came last, or everyone."""
        if self.browse.isChecked():
            await self.everyone.refresh()
            self._say_how_many()
        else:
            await self._find(self.search.text())
        if self._shown is not None:
            self._read_card(self._shown.id)

    def show_what(self, what: object) -> None:
        """A patient by id, a text to look for, or somebody to register."""
        if isinstance(what, NewPatient):
            self._back_to_queue = True
            self.open_register(what.typed)
        elif isinstance(what, int):
            self._leave_editor()
            self._wanted = what
            self._read_card(what)
        elif isinstance(what, str):
            self._leave_editor()
            self.browse.setChecked(False)
            self.search.setText(what)
            self.search.ask_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.views.currentIndex() == 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        self.everyone.close()
        self._reading.drop()
        self._doing.drop()
        self.forms.close_forms()
        super().close_page()

    def _went_away(self) -> None:
        if self.views.currentIndex() == 0:
            self.set_subtitle(self.tr("The server does not answer; this list may be old."))

    # Finding ----------------------------------------------------------------------------------------------

    async def _find(self, text: str) -> None:
        if self.browse.isChecked() and text.strip():
            self.browse.setChecked(False)
        found = await find(self.desk, text, MOST)
        if text.strip():
            self.results.set_empty_text(nobody_found(text))
            words = self.tr("%n found", "", len(found)) if len(found) < MOST else self.tr("the first 100; type on")
            if found and mistyped_number(text) and not any(one.matched == "mrn" for one in found):
                words = self.tr("{found}; as a record number it is mistyped").format(found=words)
        else:
            self.results.set_empty_text(self.tr("Nobody is registered yet. F7 registers the first patient."))
            words = self.tr("in hand lately, here today, registered last")
        self.found.show(found)
        if not self.browse.isChecked() and self.views.currentIndex() == 0:
            self.set_subtitle(words)
        self._answered = text
        if text.strip():
            self.results.choose(0)
            self._chosen(self.results.chosen_row())
        elif self._wanted is not None and self.found.place_of(self._wanted) >= 0:
            self.results.choose(self.found.place_of(self._wanted))
            self._wanted = None
        if self._enter_waits == text:
            self._take_first()

    def _browse_toggled(self, everyone: bool) -> None:
        self.tables.setCurrentWidget(self.all if everyone else self.results)
        self._chosen(-1)
        if everyone:
            self._doing.ask(self._browse_everyone())
        else:
            self.search.ask_again()

    async def _browse_everyone(self) -> None:
        self.all.set_empty_text(self.tr("Reading…"))
        with self.busy(self.browse, self.tr("Counting the patients…")):
            await self.everyone.ask(Keyset(self.desk.db, queries.patient_anchors, queries.patients_page))
        self._say_how_many()
        self.all.set_empty_text(self.tr("Nobody is registered yet. F7 registers the first patient."))
        self.all.choose(0)
        self.all.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_how_many(self) -> None:
        if self.views.currentIndex() == 0:
            self.set_subtitle(self.tr("%n patients by name", "", self.everyone.rowCount()))

    def _entered(self, text: str) -> None:
        """Enter in the search box takes the first: the next Enter issues the ticket. It waits for its own answer."""
        self._enter_waits = text
        if text == self._answered:
            self._take_first()

    def _take_first(self) -> None:
        waited, self._enter_waits = self._enter_waits, None
        if waited and waited.strip() and self.found.rowCount():
            self.card.issue_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_down(self) -> None:
        table = self._table()
        if table.model().rowCount():
            table.setFocus(Qt.FocusReason.TabFocusReason)
            table.choose(max(table.chosen_row(), 0))

    def _table(self) -> TableView:
        return self.all if self.browse.isChecked() else self.results

    # One record -------------------------------------------------------------------------------------------

    def _chosen(self, place: int) -> None:
        found = self._table().columns_model().row(place) if place >= 0 else None
        if found is None:
            self._reading.drop()
            self._shown = None
            self.card.show_nobody()
            return
        if self._shown is None or self._shown.id != found.id:
            self.card.show_found(found)
        self._shown = found
        self._read_card(found.id)

    def _page_shown(self, first: int, last: int) -> None:
        """The chosen row has arrived."""
        place = self.all.chosen_row()
        if self.browse.isChecked() and self._shown is None and first <= place <= last:
            self._chosen(place)

    def _read_card(self, patient: int) -> None:
        self._reading.ask(self._show_card(patient))

    async def _show_card(self, patient: int) -> PatientCard | None:
        try:
            card = await self.desk.db.read(queries.patient_card, snapshot=True, patient_id=patient)
        except Refused as refused:
            if refused.code != "patients.restricted":
                raise
            number = self._shown.mrn if self._shown is not None and self._shown.id == patient else ""
            self._shown = replace(NOBODY, id=patient, mrn=number, closed=True)
            self.card.show_found(self._shown)
            return None
        self._shown = _found_of(card)
        self.card.show_card(card)
        return card

    def _issue(self) -> None:
        if self._shown is not None:
            take(self.desk, self._shown.id)
            self.desk.go_to("queue", self._shown)

    async def _open_restricted(self) -> None:
        if self._shown is None:
            return
        patient = self._shown.id

        async def open_with(values: dict[str, str]) -> None:
            await self._wishes.run(actions.open_restricted, patient_id=patient, reason=values["reason"])

        dialog = FormDialog(
            self.tr("Open a restricted record"),
            self.tr("Open"),
            open_with,
            sentence=self.tr("It opens for you for 15 minutes; who opened it, when and why is kept."),
            parent=self.window(),
        )
        dialog.form.add("reason", self.tr("Reason"), text_field(longest=REASON_LENGTH), required=True)
        dialog.form.field("reason").setFocus()
        if await ask(dialog):
            await self._show_card(patient)
            self.mark_stale()

    # Registering and editing ------------------------------------------------------------------------------

    def open_register(self, typed: str | None = None) -> None:
        """Open the form for a new patient; what was begun in it is still there."""
        self.forms.register(self.search.text() if typed is None else typed)

    async def _edit(self) -> None:
        if self._shown is not None:
            await self.forms.edit(self._shown.id)

    def unsaved(self) -> int:
        return self.forms.unsaved()

    def _show_editor(self, editor: Editor) -> None:
        self.set_title(editor.title())
        self.set_subtitle(editor.subtitle())
        for button in (self.browse, self.register):
            button.setVisible(False)

    def _leave_editor(self) -> None:
        """Back to the list; the form keeps what stands in it."""
        self.views.setCurrentIndex(0)
        self.set_title(self.tr("Patients"))
        for button in (self.browse, self.register):
            button.setVisible(True)
        self.mark_stale()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_results(self) -> None:
        """The plain list again: whoever is wanted now stands in it, or alone on the card."""
        self.browse.blockSignals(True)
        self.browse.setChecked(False)
        self.browse.blockSignals(False)
        self.tables.setCurrentWidget(self.results)
        self.search.clear()

    async def _saved(self, saved: Registered, new: bool) -> None:
        """Show who was saved; a ticket is the obvious next thing."""
        self._wanted = saved.id
        self._show_results()
        card = await self._show_card(saved.id)
        number = mrn_display(saved.mrn)
        words = self.tr("Registered; the record number is {number}.") if new else self.tr("Saved {number}.")
        self.desk.say(words.format(number=number), "done")
        self.card.issue_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if new:
            self.desk.print_paper("registration", saved.id, automatic=True)
        if self._back_to_queue and new and card is not None:
            self._back_to_queue = False
            self._issue()

    def _meant(self, likely: LikelyDuplicate) -> None:
        """The patient was registered already: show the record instead."""
        self._show_results()
        self._leave_editor()
        self._wanted = likely.id
        self._read_card(likely.id)
        self.card.issue_button.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _show_history(self) -> None:
        if self._shown is not None:
            dialog = HistoryDialog(self.desk, self._shown.id, self._shown.name, self.window())
            await ask(dialog)
            dialog.close_history()
            dialog.deleteLater()

    def _print_card(self) -> None:
        if self._shown is not None:
            self.desk.print_paper("card", self._shown.id)


def _found_of(card: PatientCard) -> Found:
    """The card as a line of a list."""
    birth, phones = card.record.birth, card.record.phones
    return replace(
        NOBODY,
        id=card.id,
        mrn=card.mrn,
        name=card.name,
        age=card.age,
        birth=birth.display() if birth else "",
        sex=card.record.sex,
        phone=phones[0].number if phones else "",
    )
