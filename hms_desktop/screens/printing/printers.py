"""The administrator's page of printers: how each is reached, what paper it holds, and what it is meant for."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.printing import actions, queries, rules
from hms_desktop.clinic.printing.queries import PrinterRow
from hms_desktop.clinic.printing.rules import CARD, DOCUMENTS, LABEL_SIZES, TEST, Printer
from hms_desktop.screens.printing.made import Maker
from hms_desktop.screens.printing.samples import sample
from hms_desktop.screens.printing.view import Preview
from hms_desktop.screens.printing.words import CONNECTIONS, PAPERS, title, translate
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.ticks import Ticks

PAGES = {
    "CP858": "Western Europe with € (CP858)",
    "CP1252": "Western Europe, Windows (CP1252)",
    "CP850": "Western Europe (CP850)",
    "CP437": "United States (CP437)",
    "CP852": "Central Europe (CP852)",
    "CP866": "Cyrillic (CP866)",
}


class PrintersPage(EditorPage[PrinterRow]):
    """Each printer can be tried: its papers on the screen, and a test page on paper."""

    def __init__(self, desk: Desk, maker: Maker) -> None:
        super().__init__(
            desk,
            self.tr("Printers"),
            [
                Column(self.tr("Name"), lambda row: row.printer.name, width=160, strong=True),
                Column(self.tr("Reached by"), _reached, stretch=True, muted=True),
                Column(self.tr("Paper"), lambda row: translate(PAPERS[row.printer.paper]), width=120),
                Column(self.tr("Prints"), _prints, stretch=True),
                Column(self.tr("State"), self._in_use, width=116, tone=_tone),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New printer"),
            form_columns=2,
        )
        self._maker = maker
        self._looking = Latest()
        self._hospital = ""
        self.set_subtitle(self.tr("What they are meant for; each workstation may choose among them in its settings."))
        self.documents = Ticks([(key, title(key)) for key in DOCUMENTS if key != TEST])
        self._add_fields()
        self.look = Button(self.tr("Look at a paper"), keys="Ctrl+O")
        self.test = Button(self.tr("Print a test page"), keys="Ctrl+P", icon="printer")
        self.test.clicked.connect(self._print_test)
        self.shown = choice_field([(key, title(key)) for key in DOCUMENTS], TEST)
        self.shown.setAccessibleName(self.tr("The paper to look at"))
        self.look.clicked.connect(lambda: self._looking.ask(self._look()))
        row = QHBoxLayout()
        row.addWidget(self.shown, 1)
        row.addWidget(self.look)
        self.foot.addLayout(row)
        self.foot.addWidget(self.test)
        self.follow("printing")

    def _add_fields(self) -> None:
        pages = [*PAGES.items(), ("picture", self.tr("None: all text as a picture"))]
        connection, paper = choice_field(_choices(CONNECTIONS), "network"), choice_field(_choices(PAPERS), "roll80")
        self.address = text_field(longest=200)
        use = [(True, self.tr("in use")), (False, self.tr("closed"))]
        self.add("name", self.tr("Name"), text_field(longest=60), required=True, wide=True)
        self.add("connection", self.tr("Reached by"), connection, wide=True)
        self.add("address", self.tr("Address"), self.address, wide=True)
        self.add("paper", self.tr("Paper"), paper)
        self.add("active", self.tr("State"), choice_field(use, True))
        self.add("documents", self.tr("Prints (Space ticks)"), self.documents, wide=True)
        self.add("code_page", self.tr("Letters of the roll printer"), choice_field(pages, "CP858"), wide=True)
        self.add("label_width", self.tr("Label's width (mm)"), _millimetres(CARD[0]))
        self.add("label_height", self.tr("Label's height (mm)"), _millimetres(CARD[1]))
        for field in (connection, paper):
            field.currentIndexChanged.connect(lambda _place: self._fit())
        for one in self.form.findChildren(QComboBox):
            one.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            one.setMinimumContentsLength(12)
        self._fit()

    async def read(self) -> Sequence[PrinterRow]:
        self._hospital = (await self.desk.db.cached(organisation.facility)).name
        return await self.desk.db.read(queries.printers)

    def values_of(self, row: PrinterRow | None) -> Values:
        if row is None:
            return {
                "name": "",
                "connection": "network",
                "address": "",
                "paper": "roll80",
                "code_page": "CP858",
                "label_width": CARD[0],
                "label_height": CARD[1],
                "documents": ["ticket"],
                "active": True,
            }
        one = row.printer
        return {
            "name": one.name,
            "connection": one.connection,
            "address": one.address,
            "paper": one.paper,
            "code_page": one.code_page,
            "label_width": one.label_width or CARD[0],
            "label_height": one.label_height or CARD[1],
            "documents": list(one.documents),
            "active": row.active,
        }

    def title_of(self, row: PrinterRow | None) -> str:
        return row.printer.name if row else self.tr("New printer")

    def words_of(self, field: str, value: object) -> str:
        if field == "documents" and isinstance(value, list):
            return ", ".join(map(title, value))
        return super().words_of(field, value)

    def fault(self, values: Values, row: PrinterRow | None) -> tuple[str, str] | None:
        found = rules.printer_fault(_printer(values))
        return (found[0], translate(found[1])) if found else None

    async def save(self, values: Values, row: PrinterRow | None) -> Hashable:
        return await self.wishes.run(
            actions.save_printer,
            wish=(row.id if row else None, repr(values)),
            printer=_printer(values),
            active=values["active"],
            printer_id=row.id if row else None,
            version=row.version if row else None,
        )

    def close_page(self) -> None:
        self._looking.drop()
        super().close_page()

    def _fit(self) -> None:
        """Only what belongs to this kind of printer can be filled in; the address says how it is written."""
        values = self.form.values()
        roll = values.get("paper") in ("roll80", "roll58")
        hints = {
            "network": "10.0.0.9:9100",
            "usb": "04b8:0202",
            "spooler": self.tr("as Windows shows it"),
            "serial": "COM3@9600",
            "device": "/dev/usb/lp0",
            "system": self.tr("as the computer shows it; empty: its usual one"),
            "folder": self.tr("none: it goes to the person's own data folder"),
        }
        self.address.setPlaceholderText(hints[values["connection"]])
        self.address.setEnabled(values["connection"] != rules.FOLDER)
        self.form.field("code_page").setEnabled(roll)
        for name in ("label_width", "label_height"):
            if name in values:
                self.form.field(name).setEnabled(values["paper"] == "label")

    def _print_test(self) -> None:
        if self._row is not None and not self.touched():
            self.desk.print_paper(TEST, self._row.id)
        else:
            self.desk.say(self.tr("Save the printer first; then it prints its test page."), "info")

    async def _look(self) -> None:
        """Show the chosen paper as the printer of the form would print it, saved or not."""
        printer = _printer(self.form.values())
        if fault := self.fault(self.form.values(), self._row):
            self.form.show_error(*fault)
            return
        document = self.shown.currentData()
        language = (await self.desk.db.cached(organisation.facility)).languages[0]
        content = sample(document, hospital=self._hospital, printer=printer.name, workstation=self.desk.workstation)
        made = self._maker.look(printer, content, language)
        words = self.tr("A sample that speaks of nobody, as it would come out.")
        dialog = Preview(title(document), words, made, parent=self.window())
        await ask(dialog)
        dialog.deleteLater()

    def _in_use(self, row: PrinterRow) -> str:
        return self.tr("in use") if row.active else self.tr("closed")


def _choices(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, translate(name)) for key, name in words.items()]


def _millimetres(value: int) -> Quantity:
    return Quantity(*LABEL_SIZES, value)


def _printer(values: Values) -> Printer:
    label = values["paper"] == "label"
    return Printer(
        name=values["name"],
        connection=values["connection"],
        address="" if values["connection"] == rules.FOLDER else values["address"],
        paper=values["paper"],
        code_page=values["code_page"],
        documents=tuple(key for key in DOCUMENTS if key in values["documents"]),
        label_width=values["label_width"] if label else 0,
        label_height=values["label_height"] if label else 0,
    )


def _reached(row: PrinterRow) -> str:
    how = translate(CONNECTIONS[row.printer.connection])
    return f"{how} · {row.printer.address}" if row.printer.address else how


def _prints(row: PrinterRow) -> str:
    return ", ".join(map(title, row.printer.documents)) or "–"


def _tone(row: PrinterRow) -> str:
    return "done" if row.active else "neutral"
