"""What to order: how fast each medicine of a store is used, how long it lasts, its level, and a proposal."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.clinic.stock import actions, queries, queries_reorder
from hms_desktop.clinic.stock.queries_reorder import ReorderRow
from hms_desktop.clinic.stock.rules import Level
from hms_desktop.core.database import Database
from hms_desktop.core.keyset import Anchors
from hms_desktop.screens.scanned import heard, medicine_scanned
from hms_desktop.screens.stock.choosing import StoreChoice
from hms_desktop.screens.stock.deeds import units_field
from hms_desktop.screens.stock.words import number, translate
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import FormDialog
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.paged_table import PagedTableModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.wishes import Wishes

SOON = 7


class Board:
    """The reorder board of a store: reckoned once for each question, then handed out by page."""

    def __init__(self, db: Database, store: int) -> None:
        self._db, self._store = db, store
        self.rows: tuple[ReorderRow, ...] = ()

    async def shape(self) -> Anchors:
        self.rows = await self._db.read(queries_reorder.reorder_board, store=self._store)
        return Anchors(len(self.rows), (None,), max(len(self.rows), 1))

    async def page(self, anchor: None, offset: int, limit: int) -> Sequence[ReorderRow]:
        return self.rows[offset : offset + limit]


class ReorderPage(Page):
    """Enter sets the level of the chosen medicine; where it has none, what its use suggests stands in the form."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self._board: Board | None = None
        self._store: int | None = None
        self._scanned: int | None = None
        self._wishes = Wishes(desk)
        self._doing = Latest()
        self.stores = StoreChoice(desk)
        self.stores.changed.connect(self.reload)
        self.model: PagedTableModel[ReorderRow] = PagedTableModel(
            [
                Column(self.tr("Medicine"), lambda row: row.medicine, stretch=True, strong=True),
                Column(self.tr("Unit"), lambda row: row.base_unit, width=76, muted=True),
                Column(
                    self.tr("Usable"),
                    lambda row: number(row.usable),
                    align=END,
                    width=96,
                    tone=lambda row: "stop" if row.out else None,
                    raw=lambda row: row.usable,
                ),
                Column(
                    self.tr("Used"),
                    lambda row: number(row.used),
                    align=END,
                    width=96,
                    raw=lambda row: row.used,
                ),
                Column(
                    self.tr("Days left"),
                    _days_left,
                    align=END,
                    width=96,
                    tone=_days_tone,
                    raw=lambda row: row.days_left,
                ),
                Column(self.tr("Order at"), _at, align=END, width=90),
                Column(self.tr("Order up to"), _up_to, align=END, width=104),
                Column(
                    self.tr("To order"),
                    lambda row: number(row.order) if row.order else "–",
                    align=END,
                    width=96,
                    strong=True,
                    raw=lambda row: row.order,
                ),
            ]
        )
        self.table = TableView(self.tr("What to order"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.table.chosen.connect(lambda _place: self._offer())
        self.table.opened.connect(lambda _place: self._doing.ask(self._set_level()))
        self.level = Button(self.tr("Set level…"), keys="Return", cap_only=True, kind=PRIMARY)
        self.level.clicked.connect(lambda: self._doing.ask(self._set_level()))
        ListFile(self, lambda: self.table, "reorder")
        self.buttons.addWidget(self.level)
        above = QHBoxLayout()
        above.addWidget(self.stores)
        above.addStretch(1)
        self.body.addLayout(above)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.hear_scans()
        self.set_title(self.tr("Reorder"))
        self.follow("stock")
        self._offer()

    async def load(self) -> None:
        self.stores.offer(await self.desk.db.cached(queries.stores))
        store = self.stores.store_id
        if store is None:
            self.table.set_empty_text(self.tr("There is no store yet; a manager adds one on the page Stores."))
            return
        if self._board is None or store != self._store:
            self._board, self._store = Board(self.desk.db, store), store
            await self.model.ask(self._board)
        else:
            await self.model.refresh()
        self.table.set_empty_text(self.tr("Nothing is held or used here yet."))
        rows = self._board.rows
        self.set_subtitle(
            self.tr("{order} to order · {out} out of stock · {soon} last less than {days} days").format(
                order=number(sum(row.order > 0 for row in rows)),
                out=number(sum(row.out for row in rows)),
                soon=number(sum(row.days_left is not None and row.days_left < SOON for row in rows)),
                days=SOON,
            )
        )
        if rows:
            hint = self.tr(
                "Used in {days} days: dispensed, issued or sent to another shelf. A suggested level lasts {n} days."
            )
            self.set_hint(hint.format(days=rows[0].hospital.usage_days, n=rows[0].hospital.level_days))
        self._offer()

    def close_page(self) -> None:
        self._doing.drop()
        self.model.close()
        super().close_page()

    def _row(self) -> ReorderRow | None:
        place = self.table.chosen_row()
        return self.model.row(place) if 0 <= place < self.model.rowCount() else None

    def _offer(self) -> None:
        self.level.setEnabled(self._row() is not None)

    def take_scan(self, text: str) -> bool:
        """A pack or a batch label chooses its medicine; scanned again, its level is set."""
        scan = heard(self.desk, text)
        if scan is not None:
            self._doing.ask(self._take_medicine(scan))
        return True

    async def _take_medicine(self, scan: Scan) -> None:
        medicine = await medicine_scanned(self.desk.db, self.desk, scan)
        if medicine is None or self._board is None:
            return
        again, self._scanned = self._scanned == medicine.id, medicine.id
        place = next((at for at, row in enumerate(self._board.rows) if row.medicine_id == medicine.id), -1)
        if place >= 0:
            again = again and self.table.chosen_row() == place
            self.table.choose(place)
            self.table.setFocus()
            if again:
                await self._set_level()
        elif again:
            await self._ask_level(medicine.id, medicine.title, medicine.base_unit, None)
        else:
            words = self.tr("{name} is neither held nor used here; scan it again to set a level for it.")
            self.desk.say(words.format(name=medicine.title), "info")

    async def _set_level(self) -> None:
        row = self._row()
        if row is not None:
            await self._ask_level(row.medicine_id, row.medicine, row.base_unit, row.level or row.suggested)

    async def _ask_level(self, medicine: int, title: str, base_unit: str, shown: Level | None) -> None:
        """Ask for the level of a medicine; `shown` stands in the form."""
        store = self._store
        if store is None:
            return

        async def save(typed: dict[str, Any]) -> None:
            at, up_to = typed["reorder_at"], typed["order_up_to"]
            await self._wishes.run(
                actions.save_level,
                store=store,
                medicine=medicine,
                reorder_at=at if up_to else None,
                order_up_to=up_to or None,
            )

        dialog = FormDialog(
            self.tr("When to order again"),
            self.tr("Save"),
            save,
            sentence=self.tr("{medicine}, in {unit}. Order up to 0 takes the level away.").format(
                medicine=title, unit=base_unit
            ),
            columns=2,
            parent=self,
        )
        at, up_to = (shown.reorder_at, shown.order_up_to) if shown else (0, 0)
        dialog.form.add("reorder_at", self.tr("Order when no more than"), units_field(least=0, value=at))
        dialog.form.add("order_up_to", self.tr("Order up to"), units_field(least=0, value=up_to))
        dialog.form.field("reorder_at").setFocus()
        if await ask(dialog):
            self.mark_stale()
        dialog.deleteLater()


def _days_left(row: ReorderRow) -> str:
    return "–" if row.days_left is None else number(row.days_left)


def _days_tone(row: ReorderRow) -> str | None:
    if row.days_left is None or row.days_left >= row.hospital.level_days:
        return None
    return "stop" if row.days_left < SOON else "warning"


def _at(row: ReorderRow) -> str:
    if row.level is not None:
        return number(row.level.reorder_at)
    return translate("stock", "({n})").format(n=number(row.suggested.reorder_at)) if row.suggested else "–"


def _up_to(row: ReorderRow) -> str:
    if row.level is not None:
        return number(row.level.order_up_to)
    return translate("stock", "({n})").format(n=number(row.suggested.order_up_to)) if row.suggested else "–"
