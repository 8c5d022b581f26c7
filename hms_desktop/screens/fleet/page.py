"""The performance page, for IT and the manager: how fast the whole fleet is, down to one workstation."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.displays import queries as displays
from hms_desktop.clinic.displays.queries import DisplayState
from hms_desktop.clinic.fleet import queries
from hms_desktop.clinic.fleet.queries import CacheRow, ClientRow, StatementRow, TroubleRow, WorkRow
from hms_desktop.screens.fleet import scope as scopes
from hms_desktop.screens.fleet import words
from hms_desktop.screens.fleet.over_time import OverTime
from hms_desktop.screens.fleet.scope import Scope
from hms_desktop.screens.fleet.tabs import RowsTab
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.plain_text import line, name_for_readers
from hms_desktop.widgets.tabbed_page import TabbedPage


class PerformancePage(TabbedPage):
    """Seven tabs under one scope; Enter on a program looks at its workstation alone, Ctrl+Home at the fleet again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.scope = Scope(self)
        self.period = choice_field(
            [
                (scopes.HOUR, self.tr("the last hour")),
                (scopes.EIGHT_HOURS, self.tr("8 hours")),
                (scopes.DAY, self.tr("a day")),
                (scopes.WEEK, self.tr("a week")),
            ]
        )
        name_for_readers(self.period, self.tr("Period"))
        self.period.currentIndexChanged.connect(lambda _place: self.scope.look_back(self.period.currentData()))
        self.whole_fleet = Button(self.tr("Whole fleet"), keys="Ctrl+Home", kind=QUIET)
        self.whole_fleet.clicked.connect(lambda: self.scope.look_at(None))
        self.buttons.addWidget(self.whole_fleet)
        self.buttons.addWidget(self.period)
        self.clients = self._clients()
        self.clients.table.opened.connect(lambda place: self._look_at(self.clients.model.row(place)))
        tabs = (
            OverTime(desk, self.scope),
            self._works(),
            self.clients,
            self._screens(),
            self._caches(),
            self._troubles(),
        )
        self.hold(self.tr("Performance"), (*tabs, self._statements()))
        self.scope.changed.connect(self._say_scope)
        self._say_scope()

    def _say_scope(self) -> None:
        place = self.scope.workstation
        self.whole_fleet.setVisible(place is not None)
        self.set_subtitle(
            self.tr("The whole fleet. Enter on a program looks at its workstation alone.")
            if place is None
            else self.tr("Workstation {name} alone").format(name=line(place))
        )

    def _look_at(self, row: ClientRow | None) -> None:
        if row is not None:
            self.scope.look_at(row.workstation)
            self.tabs.setCurrentIndex(0)

    def _works(self) -> RowsTab[WorkRow]:
        async def ask(scope: Scope) -> Sequence[WorkRow]:
            return await self.desk.db.read(
                queries.slowest_works, minutes=scope.minutes, workstation=scope.workstation, replica=True
            )

        return RowsTab(
            self.desk,
            self.scope,
            title=self.tr("Slowest actions"),
            subtitle=self.tr("Those on which most time was spent altogether, in whole hours."),
            columns=[
                Column(self.tr("Action or query"), lambda row: row.name, stretch=True, strong=True),
                Column(self.tr("Times"), lambda row: words.whole(row.calls), END, 90, raw=lambda row: row.calls),
                Column(self.tr("Failed"), lambda row: words.whole(row.failed), END, 80, raw=lambda row: row.failed),
                Column(self.tr("Total, s"), lambda row: words.whole(row.total_ms / 1000), END, 90),
                Column(self.tr("p50, ms"), lambda row: words.milliseconds(row.p50), END, 84),
                Column(
                    self.tr("p95, ms"),
                    lambda row: words.milliseconds(row.p95),
                    END,
                    84,
                    tone=lambda row: words.tone_of_duration(row.p95),
                ),
                Column(self.tr("p99, ms"), lambda row: words.milliseconds(row.p99), END, 84),
            ],
            key=lambda row: row.name,
            ask=ask,
            empty=self.tr("Nothing was told yet in this time; programs tell once a minute."),
        )

    def _clients(self) -> RowsTab[ClientRow]:
        async def ask(scope: Scope) -> Sequence[ClientRow]:
            return await self.desk.db.read(queries.clients, workstation=scope.workstation)

        return RowsTab(
            self.desk,
            self.scope,
            title=self.tr("Programs"),
            subtitle=self.tr("Every program that spoke within the hour, with the words of its last minute."),
            columns=[
                Column(self.tr("Workstation"), lambda row: row.workstation, width=150, stretch=True, strong=True),
                Column(self.tr("Who"), lambda row: row.person, width=110, stretch=True),
                Column(self.tr("Program"), lambda row: row.program, width=100),
                Column(self.tr("Version"), lambda row: row.version, width=64),
                Column(self.tr("State"), self._state, width=136, tone=words.tone_of_client),
                Column(
                    self.tr("p95, ms"),
                    lambda row: words.milliseconds(row.p95),
                    END,
                    72,
                    tone=lambda row: words.tone_of_duration(row.p95),
                ),
                Column(self.tr("Line, ms"), _line_ms, END, 72),
                Column(self.tr("Standstills"), lambda row: words.whole(row.stalls), END, 88),
                Column(self.tr("Memory, MB"), lambda row: words.whole(row.memory_mb), END, 96),
                Column(self.tr("CPU, %"), lambda row: words.percent(row.cpu_percent / 100), END, 64),
                Column(
                    self.tr("PC's memory, %"),
                    lambda row: words.whole(row.memory_percent),
                    END,
                    120,
                    tone=lambda row: words.tone_of_share(row.memory_percent),
                ),
                Column(
                    self.tr("Disk, %"),
                    lambda row: words.whole(row.disk_percent),
                    END,
                    68,
                    tone=lambda row: words.tone_of_share(row.disk_percent),
                ),
            ],
            key=lambda row: (row.workstation, row.person, row.program),
            ask=ask,
            empty=self.tr("No program has spoken within the hour."),
        )

    def _state(self, row: ClientRow) -> str:
        if row.alive:
            return self.tr("running")
        return self.tr("silent {minutes} min").format(minutes=round(row.silent_seconds / 60))

    def _screens(self) -> RowsTab[DisplayState]:
        async def ask(_scope: Scope) -> Sequence[DisplayState]:
            return await self.desk.db.read(displays.display_states)

        return RowsTab(
            self.desk,
            self.scope,
            title=self.tr("Screens"),
            subtitle=self.tr("Waiting rooms and entrances, wherever the page looks; a sign of life each 5 s."),
            columns=[
                Column(self.tr("Screen"), lambda row: row.name, stretch=True, strong=True),
                Column(self.tr("Stands"), self._place, width=150, muted=True),
                Column(self.tr("State"), self._screen_state, width=190, tone=words.tone_of_screen),
                Column(self.tr("Version"), lambda row: row.program_version or "–", width=100),
                Column(self.tr("Answer, ms"), lambda row: words.whole(row.server_ms) if row.seen_at else "–", END, 104),
                Column(self.tr("Last shown"), lambda row: row.last_ticket or "–", width=110),
            ],
            key=lambda row: row.display_id,
            ask=ask,
            empty=self.tr("This hospital has no screens."),
        )

    def _place(self, row: DisplayState) -> str:
        return self.tr("at the entrance") if row.at_entrance else self.tr("in a waiting room")

    def _screen_state(self, row: DisplayState) -> str:
        if not row.active:
            return self.tr("closed")
        if row.seen_at is None:
            return self.tr("never seen yet")
        if not row.alive:
            return self.tr("dead since {time}").format(time=row.seen_clock)
        return self.tr("out of service") if row.unfit else self.tr("alive")

    def _caches(self) -> RowsTab[CacheRow]:
        async def ask(scope: Scope) -> Sequence[CacheRow]:
            return await self.desk.db.read(queries.caches, minutes=scope.minutes, workstation=scope.workstation)

        return RowsTab(
            self.desk,
            self.scope,
            title=self.tr("Cache"),
            subtitle=self.tr("Reference data that each program keeps until the server tells of a change."),
            columns=[
                Column(self.tr("Query"), lambda row: row.name, stretch=True, strong=True),
                Column(self.tr("At hand"), lambda row: words.whole(row.hits), END, 100),
                Column(self.tr("Read"), lambda row: words.whole(row.misses), END, 100),
                Column(self.tr("At hand, %"), lambda row: words.percent(row.ratio), END, 110, tone=words.tone_of_cache),
            ],
            key=lambda row: row.name,
            ask=ask,
            empty=self.tr("Nothing was asked of a cache yet in this time."),
        )

    def _troubles(self) -> RowsTab[TroubleRow]:
        async def ask(scope: Scope) -> Sequence[TroubleRow]:
            return await self.desk.db.read(queries.troubles, minutes=scope.minutes, workstation=scope.workstation)

        return RowsTab(
            self.desk,
            self.scope,
            title=self.tr("Crashes and standstills"),
            subtitle=self.tr("The line of code and never what was on the screen; the number is the person's report."),
            columns=[
                Column(self.tr("When"), lambda row: f"{row.at:%Y-%m-%d %H:%M}", width=142),
                Column(self.tr("Workstation"), lambda row: row.workstation, width=170, strong=True),
                Column(self.tr("Program"), lambda row: f"{row.program} {row.version}", width=150),
                Column(self.tr("What"), self._trouble, width=220, tone=lambda row: "stop" if row.what else "warning"),
                Column(self.tr("Line"), lambda row: row.line, stretch=True, muted=True),
                Column(self.tr("Report"), lambda row: row.report, width=80),
            ],
            key=lambda row: (row.at, row.workstation, row.program, row.what, row.line, row.report),
            ask=ask,
            empty=self.tr("Nothing crashed and no window stood still in this time."),
        )

    def _trouble(self, row: TroubleRow) -> str:
        if row.what:
            return row.what.rpartition(".")[2]
        return self.tr("stood still {n} ×, {ms} ms").format(n=row.times, ms=words.whole(row.longest_ms))

    def _statements(self) -> RowsTab[StatementRow]:
        async def ask(_scope: Scope) -> Sequence[StatementRow]:
            return await self.desk.db.read(queries.costly_statements)

        return RowsTab(
            self.desk,
            self.scope,
            title=self.tr("Statements"),
            subtitle=self.tr("What the server itself counts since its figures were last reset, for everybody."),
            columns=[
                Column(self.tr("Statement"), lambda row: row.statement, stretch=True, tip=lambda row: row.statement),
                Column(self.tr("Times"), lambda row: words.whole(row.calls), END, 90),
                Column(self.tr("Total, s"), lambda row: words.whole(row.total_ms / 1000), END, 90),
                Column(self.tr("Mean, ms"), lambda row: words.milliseconds(row.mean_ms), END, 90),
                Column(self.tr("Longest, ms"), lambda row: words.milliseconds(row.longest_ms), END, 110),
                Column(self.tr("Rows each"), lambda row: words.whole(row.rows_a_call), END, 90),
            ],
            key=lambda row: (row.statement, row.calls, row.total_ms),
            ask=ask,
            empty=self.tr("This server counts no statements: IT loads pg_stat_statements to see them here."),
        )


def _line_ms(row: ClientRow) -> str:
    return "–" if row.line_ms is None else words.milliseconds(row.line_ms)
