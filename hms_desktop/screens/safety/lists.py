"""Which lists of interactions are asked, and which of the hospital's substances none of them knows."""

from hms_desktop.clinic.safety import actions, queries
from hms_desktop.clinic.safety.queries import ListRow
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView


class ListsPage(Page):
    """IT brings lists in with `hms-admin import interactions`; here one release is chosen to be asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.set_title(self.tr("Lists of interactions"))
        self.set_subtitle(self.tr("IT brings a list in: hms-admin import interactions. The newest release is asked."))
        self.model: RowsModel[ListRow] = RowsModel(
            [
                Column(self.tr("Source"), lambda row: row.source, stretch=True, strong=True),
                Column(self.tr("Release"), lambda row: row.release, width=110),
                Column(self.tr("Pairs"), lambda row: f"{row.pairs:,}", END, width=80, raw=lambda row: row.pairs),
                Column(self.tr("Brought in by"), lambda row: row.person, width=130, muted=True),
                Column(
                    self.tr("State"),
                    lambda row: self.tr("asked") if row.active else self.tr("to be read"),
                    width=96,
                    tone=lambda row: "done" if row.active else "neutral",
                ),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Lists of interactions"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.use = Button(self.tr("Ask this release"), keys="Ctrl+U", icon="check")
        self.use.setEnabled(False)
        self.use.clicked.connect(lambda: go(self._use()))
        self.buttons.addWidget(self.use)
        self.table.chosen.connect(self._offer)
        self.unknown: RowsModel[str] = RowsModel(
            [Column(self.tr("Substance"), lambda name: name, stretch=True)], key=lambda name: name
        )
        self.unlisted = TableView(self.tr("Substances that no list knows"), compact=True)
        self.unlisted.setModel(self.unknown)
        self.how_many = Label(role="muted", wrap=True)
        beside = Card()
        beside.column.addWidget(Label(self.tr("Of these nothing is ever warned"), "strong", wrap=True))
        beside.column.addWidget(self.how_many)
        beside.column.addWidget(self.unlisted, 1)
        self.stand_beside((self.table, 3), (beside, 2))
        self.setFocusProxy(self.table)
        self.follow("safety")

    async def load(self) -> None:
        self.model.show(await self.desk.db.read(queries.interaction_lists))
        self.table.set_empty_text(self.tr("No list was brought in yet; no interaction is warned of."))
        names = await self.desk.db.read(queries.unlisted_substances)
        self.unknown.show(names)
        self.unlisted.set_empty_text(self.tr("Every substance of the catalogue is known."))
        self.how_many.setText(
            self.tr(
                "%n substance(s) of the catalogue are in no list that is asked; a synonym may help.", "", len(names)
            )
        )
        self._offer(self.table.chosen_row())

    def _offer(self, place: int) -> None:
        row = self.model.row(place)
        self.use.setEnabled(row is not None and not row.active)

    async def _use(self) -> None:
        row = self.model.row(self.table.chosen_row())
        if row is not None:
            with self.busy(self.use):
                await self.desk.db.run(actions.use_interactions, intent=self.desk.new_intent(), list_id=row.id)
            said = self.tr("{source} {release} is asked from now on.")
            self.desk.say(said.format(source=row.source, release=row.release), "done")
            self.reload()
