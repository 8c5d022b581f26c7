"""New screens that ask to be let in: the administrator compares the code with the one on the screen, and answers."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from hms_desktop.clinic.displays import actions_pairing as actions
from hms_desktop.clinic.displays import queries, rules
from hms_desktop.clinic.displays import queries_pairing as pairing
from hms_desktop.clinic.displays.actions import cut_off
from hms_desktop.clinic.displays.queries_pairing import WaitingPairing
from hms_desktop.core.errors import HmsError, Unreachable
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import Form, choice_field, text_field
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes

READ_EVERY_MS = 5000
CARD_WIDTH = 420


class PairingPage(Page):
    """One table of requests, and beside it the chosen one's code with the ways to answer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.set_title(self.tr("Pairing"))
        self.set_subtitle(self.tr("A new screen shows a code. Let it in only if exactly that code stands here."))
        self.wishes = Wishes(desk)
        self.model: RowsModel[WaitingPairing] = RowsModel(
            [
                Column(self.tr("Code"), lambda row: rules.spaced_code(row.code), width=120, strong=True),
                Column(self.tr("The machine calls itself"), lambda row: row.machine or "–", stretch=True),
                Column(self.tr("Asks from"), lambda row: row.address or self.tr("this server"), width=150, muted=True),
                Column(self.tr("Holds (min)"), _left, END, width=100, raw=lambda row: row.seconds_left),
            ],
            key=lambda row: row.code,
        )
        self.table = TableView(self.tr("Screens that ask to be let in"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.table.chosen.connect(self._show)
        self.code = Label("", "figure")
        self.how = Label("", "muted", wrap=True)
        self.becomes = choice_field([])
        self.becomes.currentIndexChanged.connect(lambda _place: self._say_what_follows())
        self.form = Form()
        self.form.add("screen", self.tr("It becomes"), self.becomes)
        self.form.add("name", self.tr("Name of the new screen"), text_field(longest=60))
        self.accept = Button(self.tr("Let it in"), keys="Ctrl+Return", kind=PRIMARY, icon="check")
        self.accept.clicked.connect(lambda: go(self._accept()))
        self.refuse = Button(self.tr("Turn it away"), keys="Ctrl+Del")
        self.refuse.clicked.connect(lambda: go(self._refuse()))
        self._lay_out()
        self._show(-1)
        self.setFocusProxy(self.table)
        self._ticks = QTimer(self, interval=READ_EVERY_MS)
        self._ticks.timeout.connect(self.reload)
        self.follow("displays")

    def _lay_out(self) -> None:
        theme = Theme.current()
        card = Card()
        card.setFixedWidth(CARD_WIDTH)
        card.column.setSpacing(theme.space["medium"])
        for widget in (self.code, self.how, self.form):
            card.column.addWidget(widget)
        card.column.addStretch(1)
        answers = QHBoxLayout()
        answers.addWidget(self.refuse)
        answers.addStretch(1)
        answers.addWidget(self.accept)
        card.column.addLayout(answers)
        self.stand_beside((self.table, 1), (card, 0))

    async def load(self) -> None:
        chosen = self._row()
        states = await self.desk.db.read(queries.display_states)
        self._offer_screens([(one.name, one.alive) for one in states if one.active and not one.at_entrance])
        self.model.show(await self.desk.db.read(pairing.waiting_pairings))
        self.table.set_empty_text(self.tr("No screen asks to be let in. A new one shows its code when it is started."))
        place = self.model.place_of(chosen.code) if chosen else -1
        if place < 0 and self.model.rowCount() == 1:
            place = 0
        self.table.choose(place)
        self._show(place)

    def _offer_screens(self, screens: list[tuple[str, bool]]) -> None:
        """The choice is filled anew only where it changed, so that an open list does not move under the hand."""
        choices = [("", self.tr("a new screen"))]
        choices += [
            (name, self.tr("{screen} (alive)").format(screen=name) if alive else name) for name, alive in screens
        ]
        shown = [(self.becomes.itemData(place), self.becomes.itemText(place)) for place in range(self.becomes.count())]
        if choices != shown:
            chosen = self.becomes.currentData()
            self.becomes.blockSignals(True)
            self.becomes.clear()
            for name, words in choices:
                self.becomes.addItem(words, name)
            self.becomes.setCurrentIndex(max(0, self.becomes.findData(chosen)))
            self.becomes.blockSignals(False)

    def _row(self) -> WaitingPairing | None:
        return self.model.row(self.table.chosen_row())

    def _show(self, place: int) -> None:
        row = self.model.row(place)
        self.code.setText(rules.spaced_code(row.code) if row else "")
        for widget in (self.accept, self.refuse, self.form):
            widget.setEnabled(row is not None)
        self._say_what_follows()

    def _say_what_follows(self) -> None:
        name = self.becomes.currentData()
        self.form.field("name").setEnabled(self._row() is not None and not name)
        if self._row() is None:
            self.how.setText("")
        elif name:
            self.how.setText(self.tr("The machine that is {screen} now is shut out.").format(screen=name))
        else:
            self.how.setText(self.tr("This must be the code on the screen, sign for sign. If not, turn it away."))

    async def _accept(self) -> None:
        row, values = self._row(), self.form.values()
        if row is None:
            return
        self.form.clear_errors()
        name = values["screen"] or values["name"]
        if not name:
            self.form.show_error("name", self.tr("Give the new screen a name, such as Main hall."))
            return
        with self.busy(self.accept):
            try:
                made = await self.wishes.run(actions.accept_pairing, code=row.code, name=name)
                await self.desk.db.run(cut_off, login=made.login)
            except Unreachable:
                raise
            except HmsError as error:
                if not (error.code.startswith(("display.", "name.")) and self.form.show_error("name", spoken(error))):
                    raise
                return
        self.form.put(screen="", name="")
        self.desk.say(self.tr("Let in: {screen}").format(screen=name), "done")
        self.reload()

    async def _refuse(self) -> None:
        row = self._row()
        if row is None:
            return
        with self.busy(self.refuse):
            await self.wishes.run(actions.refuse_pairing, code=row.code)
        self.desk.say(self.tr("Turned away: {code}").format(code=rules.spaced_code(row.code)), "info")
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)


def _left(row: WaitingPairing) -> str:
    return f"{row.seconds_left // 60}:{row.seconds_left % 60:02d}"
