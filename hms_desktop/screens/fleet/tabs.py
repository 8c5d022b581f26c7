"""What the tabs of the performance page have in common: one scope, and a look every ten seconds while they are seen."""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hms_desktop.screens.fleet.scope import Scope
from hms_desktop.widgets.columns import Column, Row
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView

READ_EVERY_MS = 10_000


class FleetTab(Page):
    """Nothing knocks for telemetry, so a tab that is seen looks by itself."""

    def __init__(self, desk: Desk, scope: Scope, title: str, subtitle: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, parent)
        self.scope = scope
        self.set_subtitle(subtitle)
        scope.changed.connect(self.mark_stale)
        self._ticks = QTimer(self, interval=READ_EVERY_MS)
        self._ticks.timeout.connect(self.mark_stale)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)


class RowsTab(FleetTab, Generic[Row]):
    """One table. `ask` reads its rows for a scope; `empty` says what it means that there are none."""

    def __init__(
        self,
        desk: Desk,
        scope: Scope,
        *,
        title: str,
        subtitle: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        ask: Callable[[Scope], Awaitable[Sequence[Row]]],
        empty: str,
    ) -> None:
        super().__init__(desk, scope, title, subtitle)
        self._ask = ask
        self._empty = empty
        self.model: RowsModel[Row] = RowsModel(columns, key)
        self.table = TableView(title, compact=True)
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Reading…"))
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    async def load(self) -> None:
        self.model.show(await self._ask(self.scope))
        self.table.set_empty_text(self._empty)
