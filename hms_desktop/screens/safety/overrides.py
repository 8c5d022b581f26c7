"""What was supplied in spite of a warning: when, by whom, why, and which colleague agreed."""

from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.clinic.safety import queries
from hms_desktop.clinic.safety.queries import OverrideRow
from hms_desktop.screens.warning_words import TONES, kind_words, level_word
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.list_file import ListFile
from hms_desktop.widgets.moments import moment
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView

MOST = 500


class OverridesPage(Page):
    """The newest first; a restricted record shows neither number nor reason."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.set_title(self.tr("Overrides"))
        self.set_subtitle(self.tr("The newest first. A stop carries the name of the colleague who agreed."))
        self.model: RowsModel[OverrideRow] = RowsModel(
            [
                Column(self.tr("When"), lambda row: moment(row.overridden_at), width=156),
                Column(self.tr("Record number"), self._number, width=130, muted=True),
                Column(self.tr("Warning"), _warning, width=300, strong=True, tip=_warning),
                Column(
                    self.tr("Level"), lambda row: level_word(row.level), width=96, tone=lambda row: TONES[row.level]
                ),
                Column(self.tr("Reason"), lambda row: row.reason, stretch=True, tip=lambda row: row.reason),
                Column(self.tr("By"), lambda row: row.person, width=120),
                Column(self.tr("Agreed"), lambda row: row.assent_by or "–", width=120),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Overrides"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        ListFile(self, lambda: self.table, "overrides")
        self.follow("overrides")

    async def load(self) -> None:
        self.model.show(await self.desk.db.read(queries.overrides, limit=MOST))
        self.table.set_empty_text(self.tr("Nothing was supplied in spite of a warning yet."))

    def _number(self, row: OverrideRow) -> str:
        return self.tr("restricted record") if row.closed else mrn_display(row.mrn)


def _warning(row: OverrideRow) -> str:
    what = row.subject.partition(":")[2] or row.subject
    return f"{kind_words(row.kind)}: {what.replace('+', ' × ').lower()}" if what else kind_words(row.kind)
