"""The page of today: who waits and how long, who was served, how the day went by the hour, how many patients."""

from PySide6.QtCore import QDate, QLocale, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.reports import today
from hms_desktop.clinic.reports.today import ServiceFigures, Today
from hms_desktop.screens.reports.words import minutes, minutes_of
from hms_desktop.widgets.cards import Card, Figure
from hms_desktop.widgets.charts import COLUMNS, Chart, Picture, Series
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

CALM_MS = 3_000
"""However often the queue knocks, the whole day is counted again this seldom."""
MINUTE_MS = 60_000
LONG_WAIT = 3600  # seconds; from here on the longest wait is shown in the tone of a warning
_TILES_BESIDE = 1000  # pixels from which the four large figures stand in one row
_CHART_HEIGHT = 150  # pixels, with what the columns say below them
_LEAST_ROWS = 3  # as many rows are kept free where there are fewer
_EDGES = 4  # pixels of the table's own frame


class Tile(Card):
    """A figure under its name, with a muted line about it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.figure, self.note = Figure("–"), Label("", "muted", wrap=True)
        self.column.addWidget(Label(name, "strong"))
        self.column.addWidget(self.figure)
        self.column.addWidget(self.note)
        self.column.addStretch(1)

    def tell(self, figure: str, note: str, tone: str = "") -> None:
        self.figure.setText(figure)
        self.note.setText(note)
        self.set_tone(tone)
        name_for_readers(self, f"{self._name}: {figure}", note)


class TodayPage(Page):
    """Read again when the queue or the patients change, at most once in CALM_MS, and each minute: waits grow."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Today"), parent)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._calmed)
        self._again = False
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.mark_stale)
        self._minute.start()
        self._make_tiles()
        self._make_patients()
        self._make_charts()
        self._make_services()
        self._lay_out()
        for area in ("queue", "patients"):
            self.follow(area)
        self.setFocusProxy(self.services)

    def _make_tiles(self) -> None:
        self.waiting, self.longest = Tile(self.tr("Waiting")), Tile(self.tr("Longest wait"))
        self.served, self.no_shows = Tile(self.tr("Served")), Tile(self.tr("No-shows"))
        self._tiles = QGridLayout()
        self._tiles.setSpacing(Theme.current().space["medium"])
        self._beside = 0

    def _make_patients(self) -> None:
        self.patients = Card()
        self.patients.column.addWidget(Label(self.tr("Patients"), "strong"))
        self.total, self.active, self.new = Label("–", "title"), Label("–", "title"), Label("–", "title")
        rows = (
            (self.total, self.tr("in all")),
            (self.active, self.tr("seen in the last 30 days")),
            (self.new, self.tr("new in the last 30 days")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(Theme.current().space["medium"])
        for place, (figure, words) in enumerate(rows):
            grid.addWidget(figure, place, 0)
            grid.addWidget(Label(words, "muted"), place, 1)
        grid.setColumnStretch(1, 1)
        self.patients.column.addLayout(grid)
        self.patients.column.addStretch(1)

    def _make_charts(self) -> None:
        self.arrivals, self.waits = Chart(self.tr("Arrivals")), Chart(self.tr("Waits"))
        for chart in (self.arrivals, self.waits):
            chart.setMinimumHeight(_CHART_HEIGHT)

    def _make_services(self) -> None:
        self.lines: RowsModel[ServiceFigures] = RowsModel(
            [
                Column(self.tr("Service"), lambda row: row.service, stretch=True, strong=True, width=130),
                Column(self.tr("Waiting"), lambda row: str(row.waiting), align=END, width=74),
                Column(self.tr("Longest, min"), lambda row: minutes(row.longest), align=END, width=100),
                Column(self.tr("Usual, min"), lambda row: minutes(row.median), align=END, width=88),
                Column(self.tr("Served"), lambda row: str(row.served), align=END, width=66),
                Column(self.tr("No-shows"), lambda row: str(row.no_shows), align=END, width=80),
            ],
            key=lambda row: row.service,
        )
        self.services = TableView(self.tr("Services today"), compact=True)
        self.services.setModel(self.lines)
        self.services.set_empty_text(self.tr("Nobody has come yet today. The first ticket shows here at once."))

    def _lay_out(self) -> None:
        space = Theme.current().space
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(space["medium"])
        above.addLayout(self._tiles, 4)
        above.addWidget(self.patients, 2)
        for chart, title in (
            (self.arrivals, self.tr("Arrivals by the hour")),
            (self.waits, self.tr("Waits by the hour of arrival")),
        ):
            card = Card()
            card.column.addWidget(Label(title, "strong"))
            card.column.addWidget(chart, 1)
            below.addWidget(card, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space["medium"])
        column.addLayout(above)
        column.addLayout(below, 1)
        column.addWidget(self.services)
        self.body.addWidget(scrolled(inside, sideways=True), 1)
        self._spread_tiles(4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread_tiles(4 if self.width() >= _TILES_BESIDE else 2)

    def _spread_tiles(self, beside: int) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        for place, tile in enumerate((self.waiting, self.longest, self.served, self.no_shows)):
            self._tiles.addWidget(tile, place // beside, place % beside)
            self._tiles.setColumnStretch(place, 1 if place < beside else 0)

    # When it reads

    def mark_stale(self) -> None:
        """What is shown may be old: counted again now, or when the calm is over."""
        if self._calm.isActive():
            self._again = True
            return
        self._calm.start()
        super().mark_stale()

    def _calmed(self) -> None:
        if self._again:
            self._again = False
            self.mark_stale()

    async def load(self) -> None:
        self._show(await self.desk.db.read(today.today))

    # What it shows

    def _show(self, day: Today) -> None:
        on = day.business_date
        date = QLocale().toString(QDate(on.year, on.month, on.day))
        self.set_subtitle(self.tr("{date} until {time}").format(date=date, time=day.at))
        number = QLocale().toString
        rooms = self.tr("%n at the counters", "", day.at_rooms)
        self.waiting.tell(number(day.waiting), rooms)
        usual = self.tr("usual today: {wait}").format(wait=minutes_of(day.median))
        late = day.longest is not None and day.longest >= LONG_WAIT
        self.longest.tell(minutes_of(day.longest), usual, "warning" if late else "")
        self.served.tell(number(day.served), self.tr("%n tickets given", "", day.arrived))
        self.no_shows.tell(number(day.no_shows), _share(day, self.tr("{share} of those called")))
        for label, figure in ((self.total, day.patients), (self.active, day.active), (self.new, day.new)):
            label.setText(number(figure))
        self._draw(day)
        self.lines.show(day.services)
        height = Theme.current().height["row_compact"]  # the page scrolls, not a table within it
        self.services.setFixedHeight((max(len(day.services), _LEAST_ROWS) + 1) * height + _EDGES)

    def _draw(self, day: Today) -> None:
        hours = [f"{one.hour:02}" for one in day.hours]
        empty = self.tr("Nobody has come yet today.")
        came = [
            Series(self.tr("arrived"), [one.arrived for one in day.hours]),
            Series(self.tr("served"), [one.served for one in day.hours]),
        ]
        self.arrivals.show_picture(Picture(self.tr("Arrivals by the hour"), COLUMNS, hours, came), empty)
        waited = [
            Series(self.tr("usual"), [(one.median or 0) / 60 for one in day.hours]),
            Series(self.tr("longest"), [(one.longest or 0) / 60 for one in day.hours]),
        ]
        self.waits.show_picture(
            Picture(self.tr("Waits by the hour of arrival"), COLUMNS, hours, waited, self.tr("min")), empty
        )


def _share(day: Today, words: str) -> str:
    called = day.served + day.no_shows + day.at_rooms
    return words.format(share=f"{day.no_shows / called:.0%}") if called else ""
