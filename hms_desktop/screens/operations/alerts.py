"""What is wrong now, the worst first, and what was put right lately; somebody says that they look after it."""

from hms_desktop.clinic.operations import actions_alerts, queries_alerts
from hms_desktop.clinic.operations.queries_alerts import AlertRow
from hms_desktop.screens.operations.words import TONES, figure_words, level_words, rule_words, unit_of
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.moments import moment
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.wishes import Wishes

DAYS = 30


class AlertsListPage(Page):
    """An alert is raised once for each thing and resolves itself when the figure is well again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.set_title(self.tr("Alerts"))
        self.wishes = Wishes(desk)
        self._doing = Latest()
        self.model: RowsModel[AlertRow] = RowsModel(
            [
                Column(self.tr("Level"), self._level, width=104, tone=_tone),
                Column(self.tr("What"), lambda row: rule_words(row.name), stretch=True, strong=True),
                Column(self.tr("Where"), lambda row: row.subject or "–", width=170, tip=lambda row: row.subject),
                Column(self.tr("Figure"), _figure, END, width=110, raw=lambda row: row.value),
                Column(self.tr("Limit"), _limit, END, width=110, muted=True, raw=lambda row: row.limit),
                Column(self.tr("Since"), lambda row: moment(row.raised_at), width=156),
                Column(self.tr("Looked after by"), self._whose, width=170, tip=self._whose),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Alerts, the worst first"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.table.chosen.connect(lambda _place: self._offer())
        self.acknowledge = Button(self.tr("I look after it"), keys="Ctrl+Return", kind=PRIMARY, icon="user-check")
        self.acknowledge.clicked.connect(lambda: self._doing.ask(self._acknowledge()))
        self.buttons.addWidget(self.acknowledge)
        ListFile(self, lambda: self.table, "alerts")
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.follow("alerts")
        self._offer()

    async def load(self) -> None:
        rows = await self.desk.db.read(queries_alerts.alerts, days=DAYS)
        self.model.show(rows)
        wrong = sum(row.resolved_at is None for row in rows)
        self.set_subtitle(self.tr("%n thing(s) wrong now", "", wrong) if wrong else self.tr("Nothing is wrong now."))
        self.table.set_empty_text(self.tr("Nothing was wrong in the last 30 days."))
        self._offer()

    def _offer(self) -> None:
        row = self.model.row(self.table.chosen_row())
        self.acknowledge.setEnabled(row is not None and row.resolved_at is None and row.acknowledged_at is None)

    async def _acknowledge(self) -> None:
        row = self.model.row(self.table.chosen_row())
        if row is None:
            return
        with self.busy(self.acknowledge):
            await self.wishes.run(actions_alerts.acknowledge_alert, alert=row.id)
        await self.load()

    def _level(self, row: AlertRow) -> str:
        return self.tr("over") if row.resolved_at else level_words().get(row.level, row.level)

    def _whose(self, row: AlertRow) -> str:
        if row.resolved_at:
            return self.tr("over since {time}").format(time=moment(row.resolved_at))
        return row.acknowledged_by or self.tr("nobody yet")

    def close_page(self) -> None:
        self._doing.drop()
        super().close_page()


def _tone(row: AlertRow) -> str | None:
    return "neutral" if row.resolved_at else TONES.get(row.level)


def _figure(row: AlertRow) -> str:
    return figure_words(row.value, unit_of(row.figure))


def _limit(row: AlertRow) -> str:
    return f"{'>' if row.above else '<'} {figure_words(row.limit, unit_of(row.figure))}"
