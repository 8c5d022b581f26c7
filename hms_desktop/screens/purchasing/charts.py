"""The page of figures: stock and use over time, what expires when, what moves most, how suppliers keep their word."""

import datetime as dt
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from hms_desktop.clinic.medicines.queries import FoundMedicine
from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.clinic.purchasing import figures, queries
from hms_desktop.core.errors import Refused
from hms_desktop.screens.pickers import MedicinePicker
from hms_desktop.screens.purchasing.deeds import Deeds
from hms_desktop.screens.purchasing.words import count
from hms_desktop.screens.scanned import ScannedMedicine, heard, medicine_scanned
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.charts import COLUMNS, LINES, RANKS, Chart, Picture, Series
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog, ask
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label, line, name_for_readers

STOCK, EXPIRY, MOVERS, SUPPLIERS = "stock", "expiry", "movers", "suppliers"


class FiguresPage(Page):
    """One chart at a time; the keys of the chart are said below it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Figures"))
        self.deeds = Deeds()
        self._medicine: ScannedMedicine | None = None
        self._currency = ""
        self.figure = choice_field(
            [
                (STOCK, self.tr("Stock and consumption")),
                (EXPIRY, self.tr("Value by month of expiry")),
                (MOVERS, self.tr("What is used most")),
                (SUPPLIERS, self.tr("How suppliers deliver")),
            ]
        )
        self.store = choice_field([(None, self.tr("all stores"))])
        self.period = choice_field(
            [(90, self.tr("90 days")), (365, self.tr("a year")), (1096, self.tr("three years"))], 365
        )
        names = ((self.figure, self.tr("Figure")), (self.store, self.tr("Store")), (self.period, self.tr("Period")))
        for field, name in names:
            name_for_readers(field, name)
            field.currentIndexChanged.connect(self.reload)
            self.buttons.addWidget(field)
        self.medicine_button = Button(self.tr("All medicines…"), keys="Ctrl+M")
        self.medicine_button.clicked.connect(lambda: self.deeds.begin(self._choose_medicine()))
        self.file_button = Button(self.tr("Save as file…"), keys="Ctrl+Shift+S", kind=QUIET)
        self.file_button.clicked.connect(lambda: self.deeds.begin(self._save()))
        for button in (self.medicine_button, self.file_button):
            self.buttons.addWidget(button)
        self.chart = Chart(self.tr("Figure"))
        card = Card()
        self.title = Label("", "strong", wrap=True)
        card.column.addWidget(self.title)
        card.column.addWidget(self.chart, 1)
        self.body.addWidget(card, 1)
        self.set_hint(
            self.tr("Arrow keys read the chart point by point, + and - zoom, 0 shows all of it, Page keys go ten on.")
        )
        self.setFocusProxy(self.figure)
        self.hear_scans()

    def take_scan(self, text: str) -> bool:
        """A pack or a batch label: the stock and the consumption of its medicine."""
        scan = heard(self.desk, text)
        if scan is not None:
            self.deeds.begin(self._show_scanned(scan))
        return True

    async def _show_scanned(self, scan: Scan) -> None:
        found = await medicine_scanned(self.desk.db, self.desk, scan)
        if found is not None:
            self._show_medicine(found)

    def _show_medicine(self, medicine: ScannedMedicine | None) -> None:
        self._medicine = medicine
        self.medicine_button.set_text(f"{medicine.title}…" if medicine else self.tr("All medicines…"))
        self.figure.setCurrentIndex(self.figure.findData(STOCK))
        self.reload()

    def close_page(self) -> None:
        """Besides: what is under way ends."""
        self.deeds.end()
        super().close_page()

    async def load(self) -> None:
        if self.store.count() == 1:
            self._currency = await self.desk.db.read(figures.currency)
            self.store.blockSignals(True)
            for one in await self.desk.db.cached(queries.store_choices):
                self.store.addItem(line(one.name), one.id)
            self.store.blockSignals(False)
        kind = self.figure.currentData()
        self.medicine_button.setEnabled(kind == STOCK)
        self.period.setEnabled(kind != EXPIRY)
        self.store.setEnabled(kind != SUPPLIERS)
        today = await self.desk.db.read(figures.today)
        since = today - dt.timedelta(days=self.period.currentData())
        makers: dict[str, Callable[[dt.date], Awaitable[Picture]]] = {
            STOCK: self._stock,
            EXPIRY: self._expiry,
            MOVERS: self._movers,
            SUPPLIERS: self._suppliers,
        }
        picture = await makers[kind](since)
        self.chart.show_picture(picture, self.tr("There is nothing to show here yet; choose another period or store."))
        self.title.setText(line(picture.title))

    async def _stock(self, since: dt.date) -> Picture:
        chosen = self._medicine
        found = await self.desk.db.read(
            figures.stock_by_day,
            since=since,
            store=self.store.currentData(),
            medicine=chosen.id if chosen else None,
        )
        some = any(day.held or day.used for day in found)
        days = found if some else ()
        title = self.tr("Stock and consumption: {name}").format(name=chosen.title if chosen else self._all())
        return Picture(
            title,
            LINES,
            [day.day for day in days],
            [
                Series(self.tr("in stock"), [day.held for day in days]),
                Series(self.tr("used that day"), [day.used for day in days]),
            ],
            unit=line(chosen.base_unit) if chosen else self._currency,
            digits=0 if chosen else 2,
        )

    def _all(self) -> str:
        return self.tr("all medicines, at cost")

    async def _expiry(self, _since: dt.date) -> Picture:
        found = await self.desk.db.read(figures.expiry_by_month, store=self.store.currentData())
        names = [self.tr("expired") if month.expired else f"{month.month:%Y-%m}" for month in found]
        value = Series(self.tr("value at cost"), [month.value for month in found])
        return Picture(
            self.tr("What expires in which month, at cost"), COLUMNS, names, [value], self._currency, digits=2
        )

    async def _movers(self, since: dt.date) -> Picture:
        found = await self.desk.db.read(figures.top_movers, since=since, store=self.store.currentData())
        notes = [f"{count(mover.units)} {line(mover.base_unit)}" for mover in found]
        return Picture(
            self.tr("What cost most of what was used since {date}").format(date=since.isoformat()),
            RANKS,
            [mover.medicine for mover in found],
            [Series(self.tr("value at cost"), [mover.value for mover in found], notes)],
            self._currency,
            digits=2,
        )

    async def _suppliers(self, since: dt.date) -> Picture:
        found = await self.desk.db.read(figures.supplier_reliability, since=since)
        words = self.tr("{orders} orders, promised {promised} days, took {actual}, prices {drift}")
        notes = [
            words.format(
                orders=one.orders,
                promised=figures.rounded(one.promised_days),
                actual=figures.rounded(one.actual_days),
                drift=f"{one.price_drift:+.1f} %" if one.price_drift is not None else "–",
            )
            for one in found
        ]
        return Picture(
            self.tr("How suppliers delivered what was sent since {date}").format(date=since.isoformat()),
            RANKS,
            [one.supplier for one in found],
            [
                Series(self.tr("on time"), [one.on_time for one in found], notes),
                Series(self.tr("came of what was ordered"), [one.fill_rate for one in found]),
            ],
            "%",
            digits=1,
            most=100,
        )

    async def _choose_medicine(self) -> None:
        dialog = Dialog(self.tr("Which medicine?"), self.tr("Cancel shows all medicines again."), self)
        picker = MedicinePicker(self.desk)
        picked: list[FoundMedicine] = []
        picker.picked.connect(picked.append)
        picker.picked.connect(lambda _found: dialog.accept())
        dialog.body.addWidget(picker)
        dialog.add_cancel()
        picker.setFocus()
        await ask(dialog)
        dialog.deleteLater()
        last = picked[-1] if picked else None
        self._show_medicine(ScannedMedicine(last.id, line(last.title), last.base_unit) if last else None)

    async def _save(self) -> None:
        file = await self._chosen_file()
        if file is None:
            return
        try:
            self.chart.save(file)
        except OSError as error:
            raise Refused(
                "list.file",
                f"The list cannot be saved there ({error.strerror}); choose another folder or name.",
                {"why": error.strerror or ""},
            ) from error
        self.desk.say(self.tr("Saved in {file}.").format(file=file.name), "done")

    async def _chosen_file(self) -> Path | None:
        dialog = QFileDialog(self, self.tr("Save the figure"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        name_for_readers(dialog, self.tr("Save the figure"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        endings = {
            self.tr("Picture (*.png)"): "png",
            self.tr("Page (*.pdf)"): "pdf",
            self.tr("CSV (*.csv)"): "csv",
            self.tr("Workbook (*.xlsx)"): "xlsx",
        }
        dialog.setNameFilters(list(endings))
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(endings.get(kind, "png")))
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog.selectFile(self.figure.currentData())
        try:
            return Path(dialog.selectedFiles()[0]) if await ask(dialog) else None
        finally:
            dialog.deleteLater()
