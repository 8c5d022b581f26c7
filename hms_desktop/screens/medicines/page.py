"""The medicines page: find while typing or browse the whole catalogue, see one beside the list, and edit it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hms_desktop.clinic.medicines import queries
from hms_desktop.clinic.medicines.queries import FoundMedicine
from hms_desktop.clinic.medicines.scanning import read_scan
from hms_desktop.core.errors import Refused
from hms_desktop.screens.medicines.card import MedicineDetails
from hms_desktop.screens.medicines.editor import MedicineEditor
from hms_desktop.screens.pickers import medicine_alerts, medicine_found_by, medicine_hint
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.paged_table import Keyset, PagedTableModel
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.search_box import SearchBox
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

MOST = 100


class MedicinesPage(Page):
    """Before anything is typed it shows the whole catalogue by name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.may_edit = desk.who.has_duty("pharmacist", "manager")
        self._reading, self._doing = Latest(), Latest()
        self._shown: int | None = None
        self._wanted: int | None = None
        self.views = QStackedWidget()
        self.body.addWidget(self.views, 1)
        self._make_buttons()
        self._make_list()
        self.editor = MedicineEditor(desk)
        self.editor.done.connect(self._saved)
        self.editor.left.connect(self._leave_editor)
        self.views.addWidget(self.editor)
        self.set_title(self.tr("Medicines"))
        self.follow("medicines")
        self.hear_scans()

    def _make_buttons(self) -> None:
        self.closed = Button(self.tr("Closed ones too"), keys="Ctrl+B")
        self.closed.setCheckable(True)
        self.closed.toggled.connect(lambda _on: self._doing.ask(self._list_anew()))
        self.new = Button(self.tr("New medicine"), keys="Ctrl+N", icon="plus")
        self.new.clicked.connect(lambda: self._open_editor(None))
        self.new.setVisible(self.may_edit)
        for button in (self.closed, self.new):
            self.buttons.addWidget(button)

    def _make_list(self) -> None:
        theme = Theme.current()
        self.search = SearchBox(medicine_hint(), self._find, keys="Ctrl+F")
        self.search.entered.connect(lambda _text: self._go_down())
        self.search.going_down.connect(self._go_down)
        why = Column(self.tr("Found by"), medicine_found_by, width=150, muted=True, tip=medicine_found_by)
        self.found: RowsModel[FoundMedicine] = RowsModel([*self._columns(), why], key=lambda one: one.id)
        self.catalogue: PagedTableModel[FoundMedicine] = PagedTableModel(self._columns())
        self.catalogue.page_shown.connect(self._page_shown)
        self.results = self._made_table(self.tr("Medicines found"), self.found)
        self.results.set_empty_text(self.tr("Nothing found. Try the substance, the brand or the first letters."))
        self.all = self._made_table(self.tr("All medicines by name"), self.catalogue)
        self.all.set_empty_text(self.tr("Reading…"))
        self.tables = QStackedWidget()
        for table in (self.all, self.results):
            self.tables.addWidget(table)
        self.card = MedicineDetails(may_edit=self.may_edit)
        self.card.setFixedWidth(theme.width["aside"])
        self.card.edit.connect(lambda: self._open_editor(self._shown))
        view = QWidget()
        left = QVBoxLayout()
        left.setSpacing(theme.space["medium"])
        left.addWidget(self.search)
        left.addWidget(self.tables, 1)
        beside = QHBoxLayout(view)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.space["wide"])
        beside.addLayout(left, 1)
        beside.addWidget(self.card)
        self.views.addWidget(view)
        self.setFocusProxy(self.search)
        self.file = ListFile(self, self._table, "medicines")

    def _columns(self) -> list[Column[FoundMedicine]]:
        return [
            Column(self.tr("Medicine"), lambda one: one.title, stretch=True, tip=lambda one: one.title),
            Column(self.tr("Route"), lambda one: one.route, width=104, muted=True),
            Column(self.tr("ATC"), lambda one: one.atc_code, width=84, muted=True),
            Column(
                self.tr("Price of a unit"),
                lambda one: "" if one.price is None else f"{one.price:.4f}",
                align=END,
                width=108,
                raw=lambda one: one.price,
            ),
            Column(
                self.tr("Take care"),
                medicine_alerts,
                width=150,
                tone=lambda one: "warning" if medicine_alerts(one) else None,
                tip=medicine_alerts,
            ),
        ]

    def _made_table(self, name: str, model: RowsModel[FoundMedicine] | PagedTableModel[FoundMedicine]) -> TableView:
        table = TableView(name)
        table.setModel(model)
        table.chosen.connect(self._chosen)
        table.opened.connect(lambda _place: self._open_editor(self._shown))
        return table

    def _table(self) -> TableView:
        return self.results if self.search.text().strip() else self.all

    async def load(self) -> None:
        """Read again what is shown: the answer to what is typed, or the catalogue."""
        if self.search.text().strip():
            await self._find(self.search.text())
        elif self.catalogue.rowCount():
            await self.catalogue.refresh()
            self._say_how_many()
        else:
            await self._list_anew()
        if self._wanted is not None:
            self._show(self._wanted)
        elif self._shown is not None:
            self._show(self._shown)

    def show_what(self, what: object) -> None:
        """A medicine by its id, or a text to look for."""
        self._leave_editor()
        if isinstance(what, int):
            self._wanted = what
            self._show(what)
        elif isinstance(what, str):
            self.search.setText(what)
            self.search.ask_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.views.currentIndex() == 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        self.catalogue.close()
        self._reading.drop()
        self._doing.drop()
        self.editor.close_page()
        super().close_page()

    def unsaved(self) -> int:
        return self.editor.unsaved()

    # Finding ----------------------------------------------------------------------------------------------

    async def _find(self, text: str) -> None:
        wanted = text.strip()
        self.tables.setCurrentWidget(self._table())
        if not wanted:
            self._say_how_many()
            if self._wanted is None:  # what was scanned into the box stays, although the box is empty again
                self._chosen(self.all.chosen_row())
            return
        found = await self.desk.db.read(
            queries.find_medicines, text=wanted, limit=MOST, also_closed=self.closed.isChecked()
        )
        self.found.show(found)
        if self.views.currentIndex() == 0:
            many = self.tr("%n found", "", len(found)) if len(found) < MOST else self.tr("the first 100; type on")
            self.set_subtitle(many)
        self.results.choose(0)
        self._chosen(self.results.chosen_row())

    async def _list_anew(self) -> None:
        await self.catalogue.ask(
            Keyset(self.desk.db, queries.medicine_anchors, queries.medicines_page, also_closed=self.closed.isChecked())
        )
        self.all.set_empty_text(
            self.tr("The catalogue is empty. Ctrl+N makes the first medicine; IT can import a list.")
        )
        self._say_how_many()
        if self.search.text().strip():
            await self._find(self.search.text())
        elif self._wanted is None:
            self.all.choose(0)
            self._chosen(self.all.chosen_row())

    def _say_how_many(self) -> None:
        if self.views.currentIndex() == 0 and not self.search.text().strip():
            self.set_subtitle(self.tr("%n medicines by name", "", self.catalogue.rowCount()))

    def _go_down(self) -> None:
        table = self._table()
        if table.model().rowCount():
            table.setFocus(Qt.FocusReason.TabFocusReason)
            table.choose(max(table.chosen_row(), 0))

    def take_scan(self, text: str) -> bool:
        """A pack's code shows its medicine; while one is edited, a code is text like any other."""
        if self.views.currentIndex() != 0:
            return False
        try:
            scan = read_scan(text)
        except Refused as refused:
            self.desk.tell(refused)
            return True
        if scan.gtin:
            self._doing.ask(self._show_pack(scan.gtin))
        return bool(scan.gtin)

    async def _show_pack(self, gtin: str) -> None:
        pack = await self.desk.db.read(queries.pack_by_gtin, gtin=gtin)
        if pack is None:
            words = self.tr("No pack has the number {gtin}; add it to its medicine.").format(gtin=gtin)
            self.desk.say(words, "warning")
        else:
            self.show_what(pack.medicine_id)

    # One medicine -----------------------------------------------------------------------------------------

    def _chosen(self, place: int) -> None:
        found = self._table().columns_model().row(place) if place >= 0 else None
        if found is None:
            if self._wanted is None:
                self._reading.drop()
                self._shown = None
                self.card.show_nothing()
            return
        self._wanted = None
        if self._shown != found.id:
            self.card.show_found(found)
        self._show(found.id)

    def _page_shown(self, first: int, last: int) -> None:
        """The chosen row has arrived."""
        place = self.all.chosen_row()
        if self._table() is self.all and self._shown is None and first <= place <= last:
            self._chosen(place)

    def _show(self, medicine: int) -> None:
        self._shown = medicine
        self._reading.ask(self._show_card(medicine))

    async def _show_card(self, medicine: int) -> None:
        facts = await self.desk.db.cached(queries.medicine_facts, snapshot=True, medicine_id=medicine)
        alike = await self.desk.db.cached(queries.spelt_alike, medicine_id=medicine)
        departments = await self.desk.db.cached(queries.formulary_departments, medicine_id=medicine)
        self.card.show_card(replace(facts, departments=departments, alike=alike))

    # Editing ----------------------------------------------------------------------------------------------

    def _open_editor(self, medicine: int | None) -> None:
        if not self.may_edit:
            return
        self.views.setCurrentWidget(self.editor)
        self.set_title(self.tr("Edit a medicine") if medicine is not None else self.tr("New medicine"))
        self.set_subtitle(self.tr("Ctrl+Return saves; Esc steps back and loses nothing"))
        for button in (self.closed, self.new):
            button.setVisible(False)
        self.editor.open_medicine(medicine)

    def _leave_editor(self) -> None:
        """Back to the list; the form keeps what stands in it."""
        if self.views.currentIndex() == 0:
            return
        self.views.setCurrentIndex(0)
        self.set_title(self.tr("Medicines"))
        self.closed.setVisible(True)
        self.new.setVisible(self.may_edit)
        self.mark_stale()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, medicine: int) -> None:
        self._wanted = medicine
        self._leave_editor()
