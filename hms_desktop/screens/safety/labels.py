"""The cautions that stand on labels and leaflets, and what the label of one medicine says."""

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.medicines.queries import FoundMedicine
from hms_desktop.clinic.organisation.rules import LANGUAGES
from hms_desktop.clinic.safety import actions, queries_labels
from hms_desktop.clinic.safety.queries_labels import LabelCautionRow
from hms_desktop.screens.pickers import MedicinePicker
from hms_desktop.screens.safety.label_dialog import put_on_labels, read_here, shipped_words
from hms_desktop.screens.scanned import ScannedMedicine, heard, medicine_scanned
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.wishes import Wishes

ABOUT_WIDTH, STATE_WIDTH, FOUND_ROWS = 230, 92, 4


class LabelsPage(Page):
    """Ctrl+N puts a caution on the labels of a class, Ctrl+M on those of the medicine that is picked or scanned."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self._doing, self._looking = Latest(), Latest()
        self._wishes = Wishes(desk)
        self._medicine: ScannedMedicine | None = None
        self.set_title(self.tr("Label cautions"))
        self.set_subtitle(self.tr("What labels and leaflets warn of, in the patient's language."))
        self._make_list()
        self._make_card()
        self.stand_beside((self.table, 3), (self.beside, 2))
        self.setFocusProxy(self.table)
        self.follow("label_cautions")

    def _make_list(self) -> None:
        self.model: RowsModel[LabelCautionRow] = RowsModel(
            [
                Column(self.tr("For"), _about, width=ABOUT_WIDTH, strong=True, tip=_about),
                Column(self.tr("Caution"), _said, stretch=True, tip=_said),
                Column(
                    self.tr("Labels"),
                    lambda row: self.tr("printed") if row.shown else self.tr("left out"),
                    width=STATE_WIDTH,
                    tone=lambda row: "done" if row.shown else "neutral",
                ),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Label cautions"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("No label warns of anything yet. Ctrl+N puts a caution on a class's labels."))
        self.table.chosen.connect(lambda _place: self._offer())
        self.for_class = Button(self.tr("For a class…"), keys="Ctrl+N", icon="plus", kind=PRIMARY)
        self.for_class.clicked.connect(lambda: self._doing.ask(self._put(None)))
        self.take_out = Button(self.tr("Take out"), keys="Ctrl+U", icon="trash-2")
        self.take_out.clicked.connect(lambda: self._doing.ask(self._take_out()))
        ListFile(self, lambda: self.table, "label_cautions")
        for button in (self.take_out, self.for_class):
            self.buttons.addWidget(button)

    def _make_card(self) -> None:
        self.beside = Card()
        self.picker = MedicinePicker(self.desk, rows=FOUND_ROWS)
        self.picker.picked.connect(self._pick)
        self.whose = Label(self.tr("Pick or scan a medicine to read what its label says."), "strong", wrap=True)
        self.language = choice_field(list(LANGUAGES.items()), read_here())
        name_for_readers(self.language, self.tr("Language of the label"))
        self.language.currentIndexChanged.connect(lambda _place: self._show_label())
        self.says = Label("", wrap=True)
        self.for_medicine = Button(self.tr("For this medicine…"), keys="Ctrl+M", icon="plus")
        self.for_medicine.clicked.connect(lambda: self._doing.ask(self._put(self._medicine)))
        for part in (self.picker, self.whose, self.language, self.says):
            self.beside.column.addWidget(part)
        self.beside.column.addStretch(1)
        self.beside.column.addWidget(self.for_medicine)
        self._offer()

    async def load(self) -> None:
        self.model.show(await self.desk.db.read(queries_labels.label_cautions))
        self._offer()
        self._show_label()

    def close_page(self) -> None:
        self._doing.drop()
        self._looking.drop()
        super().close_page()

    def take_scan(self, text: str) -> bool:
        """A pack or a batch label: what the label of its medicine says. The page of the tabs hears it."""
        scan = heard(self.desk, text)
        if scan is not None:

            async def look() -> None:
                found = await medicine_scanned(self.desk.db, self.desk, scan)
                if found is not None:
                    self._show_medicine(found)

            self._looking.ask(look())
        return True

    def _pick(self, found: FoundMedicine) -> None:
        self._show_medicine(ScannedMedicine(found.id, line(found.title), found.base_unit))

    def _show_medicine(self, medicine: ScannedMedicine) -> None:
        self._medicine = medicine
        self.whose.setText(medicine.title)
        self._offer()
        self._show_label()

    def _show_label(self) -> None:
        if self._medicine is not None:
            self._looking.ask(self._read_label(self._medicine))

    async def _read_label(self, medicine: ScannedMedicine) -> None:
        language = self.language.currentData()
        said = await self.desk.db.read(queries_labels.cautions_of, medicine=medicine.id, language=language)
        self.says.setText(said or self.tr("Its label warns of nothing."))

    def _offer(self) -> None:
        self.take_out.setEnabled(self.model.row(self.table.chosen_row()) is not None)
        self.for_medicine.setEnabled(self._medicine is not None)

    async def _put(self, medicine: ScannedMedicine | None) -> None:
        if await put_on_labels(self.desk, self._wishes, medicine, self):
            self.mark_stale()

    async def _take_out(self) -> None:
        row = self.model.row(self.table.chosen_row())
        if row is None:
            return
        with self.busy(self.take_out):
            await self._wishes.run(actions.remove_label_caution, caution=row.id)
        self.desk.say(self.tr("{what} was taken out.").format(what=f"{row.about}: {_said(row)}"), "done")
        self.mark_stale()


def _about(row: LabelCautionRow) -> str:
    return row.about


def _said(row: LabelCautionRow) -> str:
    return row.words or shipped_words(row.code)
