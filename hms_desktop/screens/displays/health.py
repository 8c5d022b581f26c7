"""How the screens do: a table of their signs of life, and of the chosen one what it shows and how its machine is."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QWidget

from hms_desktop.clinic.displays import queries
from hms_desktop.clinic.displays.queries import DisplayState, Thumbnail
from hms_desktop.core.errors import Refused
from hms_desktop.screens.displays.kiosk_words import decoder_words, film_words, unfit_words, voice_words
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.pictures import read_picture
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

READ_EVERY_MS = 4000
CARD_WIDTH = 420
PICTURE = QSize(376, 212)
HOT = 80
"""Degrees Celsius from which a Raspberry Pi runs slower (raspberrypi.com, "Frequency management")."""


class HealthPage(Page):
    """Nothing here is changed; it is what somebody reads before they walk to a screen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.set_title(self.tr("Health"))
        self.set_subtitle(self.tr("What each screen says of itself every five seconds, and what it shows."))
        self.model: RowsModel[DisplayState] = RowsModel(
            [
                Column(self.tr("Screen"), lambda row: row.name, width=150, strong=True),
                Column(self.tr("State"), self._state, width=130, tone=_tone),
                Column(self.tr("Last shown"), lambda row: row.last_ticket or "–", width=100),
                Column(self.tr("Decoder"), lambda row: decoder_words(row.details) or "–", stretch=True, muted=True),
                Column(self.tr("°C"), _temperature, END, width=60, raw=_temperature),
                Column(self.tr("Version"), lambda row: row.program_version or "–", width=90, muted=True),
            ],
            key=lambda row: row.display_id,
        )
        self.table = TableView(self.tr("How the screens do"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.table.chosen.connect(lambda _place: self.reload())
        self.name = Label("", "strong", wrap=True)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name_for_readers(self.picture, self.tr("What the screen shows"))
        self.taken = Label("", "small", wrap=True)
        self._facts: dict[str, tuple[Label, Callable[[DisplayState], str]]] = {}
        self._seldom = (self.tr("Out of service"), self.tr("Can be had"))  # shown only where there is something to say
        self._lay_out()
        self.setFocusProxy(self.table)
        self._ticks = QTimer(self, interval=READ_EVERY_MS)
        self._ticks.timeout.connect(self.reload)
        self.follow("displays")

    def _lay_out(self) -> None:
        theme = Theme.current()
        card = Card()
        card.setFixedWidth(CARD_WIDTH)
        card.column.setSpacing(theme.space["medium"])
        for widget in (self.name, self.picture, self.taken):
            card.column.addWidget(widget)
        inside = QWidget()
        self._form = facts = QFormLayout(inside)
        facts.setContentsMargins(*(2 * (theme.space["small"], 0)))
        facts.setVerticalSpacing(theme.space["small"])
        for title, said in self._questions():
            answer = Label("", wrap=True)
            name_for_readers(answer, title)
            facts.addRow(Label(title, "muted"), answer)
            self._facts[title] = (answer, said)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name_for_readers(area, self.tr("What the screen says of itself"))
        area.setWidget(inside)
        card.column.addWidget(area, 1)
        self.stand_beside((self.table, 1), (card, 0))

    def _questions(self) -> Sequence[tuple[str, Callable[[DisplayState], str]]]:
        return (
            (self.tr("Out of service"), lambda row: unfit_words(row.unfit)),
            (self.tr("Last call"), lambda row: _told(row, "last_call")),
            (self.tr("Voice"), lambda row: voice_words(row.details)),
            (self.tr("Sound goes to"), lambda row: _told(row, "audio", "device")),
            (self.tr("Decoder"), lambda row: decoder_words(row.details)),
            (self.tr("Film"), lambda row: film_words(row.details)),
            (self.tr("Memory"), lambda row: _megabytes(row, "memory_used")),
            (self.tr("Free memory"), lambda row: _megabytes(row, "memory_free")),
            (self.tr("Free disk"), lambda row: _megabytes(row, "disk_free")),
            (self.tr("Runs for"), self._running),
            (self.tr("Server answers in"), lambda row: f"{row.server_ms} ms" if row.seen_at else ""),
            (self.tr("Can be had"), lambda row: _told(row, "newer")),
            (self.tr("Qt"), lambda row: _told(row, "qt")),
        )

    async def load(self) -> None:
        states = await self.desk.db.read(queries.display_states)
        self.model.show([one for one in states if not one.at_entrance])
        self.table.set_empty_text(self.tr("There is no screen yet."))
        place = self.table.chosen_row()
        if place < 0 and self.model.rowCount():
            place = 0
            self.table.blockSignals(True)
            self.table.choose(place)
            self.table.blockSignals(False)
        row = self.model.row(place)
        seen = await self.desk.db.read(queries.thumbnail, display_id=row.display_id) if row else None
        self._show(row, seen)

    def _show(self, row: DisplayState | None, seen: Thumbnail | None) -> None:
        self.name.setText(row.name if row else "")
        for title, (answer, said) in self._facts.items():
            words = said(row) if row else ""
            answer.setText((words or "–") if row else "")
            self._form.setRowVisible(answer, words != "" or title not in self._seldom)
        self._show_picture(seen)
        self.taken.setText(
            self.tr("As of {time}.").format(time=f"{seen.taken_at.astimezone():%H:%M:%S}")
            if seen
            else self.tr("It has not sent a picture yet.")
        )

    def _show_picture(self, seen: Thumbnail | None) -> None:
        try:
            image = read_picture(seen.picture, side=2 * PICTURE.width()) if seen else None
        except Refused:  # what a screen sends is from outside; the rest of the page stays good
            image = None
        self.picture.setVisible(image is not None)
        if image is not None:
            self.picture.setPixmap(
                QPixmap.fromImage(image).scaled(
                    PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )

    def _state(self, row: DisplayState) -> str:
        if not row.active:
            return self.tr("closed")
        if row.seen_at is None:
            return self.tr("never seen yet")
        if not row.alive:
            return self.tr("dead since {time}").format(time=row.seen_clock)
        return self.tr("out of service") if row.unfit else self.tr("alive")

    def _running(self, row: DisplayState) -> str:
        seconds = row.details.get("up")
        if not isinstance(seconds, int):
            return ""
        return self.tr("{h} h {m} min").format(h=seconds // 3600, m=seconds // 60 % 60)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)


def _told(row: DisplayState, *names: str) -> str:
    """What the heartbeat says under these names, one within the other; empty where it says nothing."""
    found: Any = row.details
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return str(found) if isinstance(found, (str, int, float)) else ""


def _megabytes(row: DisplayState, name: str) -> str:
    told = _told(row, "machine", name)
    return f"{told} MB" if told else ""


def _temperature(row: DisplayState) -> str:
    return _told(row, "machine", "temperature").partition(".")[0]


def _tone(row: DisplayState) -> str | None:
    if not row.active or row.seen_at is None:
        return "neutral"
    if not row.alive or row.unfit:
        return "stop"
    heat = _temperature(row)
    return "warning" if heat.isdigit() and int(heat) >= HOT else "done"
