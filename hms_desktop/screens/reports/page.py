"""The page of reports: which one, about what and when, the table of it, and the whole of it as a file."""

import asyncio
import datetime as dt
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.records.actions import note_saved_list
from hms_desktop.clinic.reports import catalogue, files, queries
from hms_desktop.clinic.reports.catalogue import ReportKind
from hms_desktop.clinic.reports.queries import Choice, Parameters, Report
from hms_desktop.clinic.reports.rules import PERIODS, span
from hms_desktop.clinic.reports.words import Words
from hms_desktop.core.errors import Refused
from hms_desktop.screens.reports.sheet import SheetModel
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import choice_field, date_field, put_value, value_of
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label, caption, line, name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

OWN_DAYS = "own"
_LIST_WIDTH, _SECTION_WIDTH, _INSET = 210, 240, 7
_DATE_WIDTH = 132  # pixels


def words_of_now() -> Words:
    """The words of the reports in the language of the windows."""
    return Words(QLocale().name().split("_")[0])


class ReportsPage(Page):
    """A report is read when it is chosen; other days or another service are read with Show, or Enter in a field."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Reports"), parent)
        self.words = words_of_now()
        self.report: Report | None = None
        self._today: dt.date | None = None
        self._reading, self._saving = Latest(), Latest()
        self._make_list()
        self._make_fields()
        self._make_table()
        self._lay_out()
        self.setFocusProxy(self.list)

    def _make_list(self) -> None:
        self.kinds: RowsModel[ReportKind] = RowsModel(
            [Column(self.tr("Report"), lambda kind: self.words.title(kind.key), stretch=True, strong=True)],
            key=lambda kind: kind.key,
        )
        self.list = TableView(self.tr("Reports"))
        self.list.setModel(self.kinds)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.kinds.show(catalogue.for_duties(self.desk.who.duties))
        self.list.chosen.connect(lambda _row: self._begin())
        self.list.opened.connect(lambda _row: self.period.setFocus())

    def _make_fields(self) -> None:
        self.period = choice_field([(key, self.words.period(key)) for key in (*PERIODS, OWN_DAYS)])
        self.first, self.last = date_field(), date_field()
        everything = [(None, self.tr("all"))]
        self.service, self.department = choice_field(everything), choice_field(everything)
        self.store = choice_field(everything)
        for choice in (self.period, self.service, self.department, self.store):
            choice.yield_room()
        for date in (self.first, self.last):
            date.setMinimumWidth(_DATE_WIDTH)
        self.show_button = Button(self.tr("Show"), keys="F8", kind=PRIMARY)
        self.show_button.clicked.connect(self.read)
        self.file_button = Button(self.tr("Save as file…"), keys="Ctrl+Shift+S")
        self.file_button.clicked.connect(lambda: self._saving.ask(self._save()))
        self.file_button.setEnabled(False)
        self.buttons.addWidget(self.file_button)
        self._fields: dict[str, tuple[QWidget, Label]] = {}
        titles = (
            ("period", self.tr("Period"), self.period),
            ("first", self.tr("From"), self.first),
            ("last", self.tr("Until"), self.last),
            ("service", self.tr("Service"), self.service),
            ("department", self.tr("Department"), self.department),
            ("store", self.tr("Store"), self.store),
        )
        for key, title, field in titles:
            label = Label(caption(title), "small")
            label.setBuddy(field)
            name_for_readers(field, title)
            self._fields[key] = (field, label)
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _day: put_value(self.period, OWN_DAYS))
            day.lineEdit().returnPressed.connect(self.read)
            day.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)  # which no style sheet can reach
            name_for_readers(day.lineEdit(), day.accessibleName())
        self.period.currentIndexChanged.connect(lambda _place: self._take_period())

    def _make_table(self) -> None:
        self.section = choice_field([])
        self.section.setMinimumWidth(_SECTION_WIDTH)
        name_for_readers(self.section, self.tr("Table"))
        self.section.currentIndexChanged.connect(lambda _place: self._show_section())
        self.about = Label("", "muted", wrap=True)
        self.table = TableView(self.tr("The report"), compact=True)

    def _lay_out(self) -> None:
        space = Theme.current().space
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(space["medium"])
        grid.setVerticalSpacing(space["hair"])
        for place, (field, label) in enumerate(self._fields.values()):
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1 if isinstance(field, QComboBox) else 0)
        grid.addWidget(self.show_button, 1, len(self._fields))
        card.column.addLayout(grid)
        above = QHBoxLayout()
        above.addWidget(self.about, 1)
        above.addWidget(self.section)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space["small"])
        column.addWidget(card)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        self.stand_beside((self.list, 0), (shown, 1))

    def close_page(self) -> None:
        """Besides: what is under way ends."""
        self._reading.drop()
        self._saving.drop()
        super().close_page()

    # Which report, about what

    async def load(self) -> None:
        if self._today is not None:
            return
        found = await self.desk.db.read(queries.choices)
        self._today = found.today
        for field, offered in (
            (self.service, found.services),
            (self.department, found.departments),
            (self.store, found.stores),
        ):
            _offer(field, offered)
        if self.list.chosen_row() < 0:
            self.list.choose(0)
        else:  # the focus stood there already, which chooses nothing
            self.list.selectRow(self.list.chosen_row())
            self._begin()

    @property
    def kind(self) -> ReportKind | None:
        """The report that is chosen."""
        return self.kinds.row(self.list.chosen_row())

    def _begin(self) -> None:
        kind = self.kind
        if kind is None or self._today is None:
            return
        for key, (field, label) in self._fields.items():
            wanted = key in kind.wants or key == "period"
            field.setVisible(wanted)
            label.setVisible(wanted)
        self.period.blockSignals(True)
        put_value(self.period, kind.period)
        self.period.blockSignals(False)
        self._take_period()
        self.read()

    def _take_period(self) -> None:
        period = self.period.currentData()
        if self._today is None or period == OWN_DAYS:
            return
        days = span(period, self._today)
        for field, day in ((self.first, days.first), (self.last, days.last)):
            field.blockSignals(True)
            put_value(field, day)
            field.blockSignals(False)

    def parameters(self, kind: ReportKind) -> Parameters:
        """What the fields say, as far as this report wants it."""
        told = {key: value_of(field) for key, (field, _) in self._fields.items() if key in kind.wants}
        last = told.pop("last")
        return Parameters(first=told.pop("first", last), last=last, **told)

    # Reading and showing

    def read(self) -> None:
        """Read the chosen report, in place of one that is still under way."""
        self._reading.ask(self._read())

    async def _read(self) -> None:
        kind = self.kind
        if kind is None:
            return
        with self.busy(self.show_button, self.tr("Reading the report…")):
            told = {"kind": kind.key, "parameters": self.parameters(kind)}
            self._show(await self.desk.db.read(queries.report, snapshot=True, replica=True, **told))

    def _show(self, report: Report) -> None:
        self.report = report
        self.file_button.setEnabled(True)
        self.about.setText(" · ".join(files.about(report, self.words)[1:]))
        before = self.section.currentData()
        self.section.blockSignals(True)
        self.section.clear()
        for place, answer in enumerate(report.answers):
            self.section.addItem(line(self.words.section(answer.section.key)), place)
        if before is not None and before < self.section.count():
            self.section.setCurrentIndex(before)
        self.section.blockSignals(False)
        self.section.setVisible(self.section.count() > 1)
        self._show_section()

    def _show_section(self) -> None:
        if self.report is None:
            return
        answer = self.report.answers[self.section.currentData() or 0]
        self.table.setModel(SheetModel(answer, self.words, self.report.currency))
        self.table.set_empty_text(self.words.paper("empty"))

    # The file

    async def _save(self) -> None:
        report = self.report
        path = await self._chosen_file(report) if report is not None else None
        if report is None or path is None:
            return
        answers = report.answers
        if path.suffix.lower() != ".pdf":
            answers = answers[self.section.currentData() or 0 :][:1]
        rows = sum(len(answer.rows) for answer in answers)
        with self.busy(self.file_button, self.tr("Saving the report…"), cancel=False):
            db = self.desk.db
            await db.run(note_saved_list, intent=self.desk.new_intent(), name=f"report_{report.kind}", rows=rows)
            try:
                await asyncio.to_thread(files.write, path, report, self.words, answers)
            except OSError as error:
                raise Refused(
                    "list.file",
                    f"The list cannot be saved there ({error.strerror}); choose another folder or name.",
                    {"why": error.strerror or ""},
                ) from error
        self.desk.say(self.tr("Saved in {file}; rows: {rows}.").format(file=path.name, rows=rows), "done")

    async def _chosen_file(self, report: Report) -> Path | None:
        dialog = QFileDialog(self, self.tr("Save the report"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        name_for_readers(dialog, self.tr("Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        endings = {
            self.tr("Page (*.pdf)"): "pdf",
            self.tr("Workbook (*.xlsx)"): "xlsx",
            self.tr("CSV (*.csv)"): "csv",
        }
        dialog.setNameFilters(list(endings))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(endings.get(kind, "pdf")))
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog.selectFile(files.name_of(report))
        try:
            return Path(dialog.selectedFiles()[0]) if await ask(dialog) else None
        finally:
            dialog.deleteLater()


def _offer(field: QComboBox, offered: tuple[Choice, ...]) -> None:
    for one in offered:
        field.addItem(line(one.name), one.id)
