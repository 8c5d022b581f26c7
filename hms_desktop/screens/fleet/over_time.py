"""The chart of the performance page: how long works take, how many there are, and how the way to the server is used."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from hms_desktop.clinic.displays import queries as displays
from hms_desktop.clinic.fleet import queries
from hms_desktop.clinic.fleet.queries import Moment
from hms_desktop.clinic.queue import queries as queue
from hms_desktop.screens.fleet import words
from hms_desktop.screens.fleet.scope import Scope
from hms_desktop.screens.fleet.tabs import FleetTab
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.charts import LINES, Chart, Picture, Series
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.plain_text import Label, line, name_for_readers

LATENCY, WORKS, POOL, CACHE, CLIENTS = "latency", "works", "pool", "cache", "clients"
Points = Sequence[Moment]
translate = QCoreApplication.translate


def _latency(points: Points) -> Picture:
    series = [
        Series("p50", [one.p50 for one in points]),
        Series("p95", [one.p95 for one in points]),
        Series("p99", [one.p99 for one in points]),
    ]
    return Picture(translate("fleet", "How long actions and queries take"), LINES, _times(points), series, "ms")


def _works(points: Points) -> Picture:
    series = [
        Series(translate("fleet", "actions and queries"), [one.works for one in points]),
        Series(translate("fleet", "failed"), [one.failed for one in points]),
        Series(translate("fleet", "standstills"), [one.stalls for one in points]),
    ]
    return Picture(translate("fleet", "How much is done"), LINES, _times(points), series)


def _pool(points: Points) -> Picture:
    series = [
        Series(translate("fleet", "uses of a connection"), [one.pool_checkouts for one in points]),
        Series(translate("fleet", "connections opened"), [one.pool_opened for one in points]),
        Series(translate("fleet", "waits for one"), [one.pool_waits for one in points]),
        Series(translate("fleet", "lines lost"), [one.lost for one in points]),
    ]
    return Picture(translate("fleet", "The way to the server"), LINES, _times(points), series)


def _cache(points: Points) -> Picture:
    asked = [max(one.cache_hits + one.cache_misses, 1) for one in points]
    shares = [100 * one.cache_hits / much for one, much in zip(points, asked, strict=True)]
    title = translate("fleet", "Reference data that was at hand")
    return Picture(title, LINES, _times(points), [Series(translate("fleet", "at hand"), shares)], "%", most=100)


def _clients(points: Points) -> Picture:
    series = [Series(translate("fleet", "programs"), [one.clients for one in points])]
    return Picture(translate("fleet", "Programs that told of themselves"), LINES, _times(points), series)


def _times(points: Points) -> list[dt.datetime]:
    return [one.at for one in points]


PICTURES: dict[str, Callable[[Points], Picture]] = {
    LATENCY: _latency,
    WORKS: _works,
    POOL: _pool,
    CACHE: _cache,
    CLIENTS: _clients,
}


class OverTime(FleetTab):
    """One picture at a time, and above it a line of what is true now."""

    def __init__(self, desk: Desk, scope: Scope) -> None:
        super().__init__(desk, scope, "", "")
        self.set_title(self.tr("Over time"))
        self.set_subtitle(self.tr("What every program measures of itself and tells once a minute."))
        self.figure = choice_field(
            [
                (LATENCY, self.tr("Durations")),
                (WORKS, self.tr("Amount of work")),
                (POOL, self.tr("Connections")),
                (CACHE, self.tr("Cache")),
                (CLIENTS, self.tr("Programs")),
            ]
        )
        name_for_readers(self.figure, self.tr("Figure"))
        self.figure.currentIndexChanged.connect(self.reload)
        self.now = Label("", wrap=True)
        self.chart = Chart(self.tr("Figure"))
        self.title = Label("", "strong", wrap=True)
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.figure)
        card.column.addLayout(head)
        card.column.addWidget(self.chart, 1)
        self.body.addWidget(self.now)
        self.body.addWidget(card, 1)
        self.set_hint(self.tr("Arrow keys read the chart point by point, + and - zoom, 0 shows all of it."))
        self.setFocusProxy(self.chart)

    async def load(self) -> None:
        db, scope = self.desk.db, self.scope
        points = await db.read(queries.over_time, minutes=scope.minutes, workstation=scope.workstation, replica=True)
        clients = await db.read(queries.clients, workstation=scope.workstation)
        screens = await db.read(displays.display_states)
        waiting = await db.read(queue.waiting_counts)
        self.now.setText(
            line(
                " · ".join(
                    (
                        self.tr("Programs now: {n}").format(n=words.whole(sum(one.alive for one in clients))),
                        self.tr("p95: {ms} ms").format(ms=words.milliseconds(points[-1].p95 if points else 0)),
                        self.tr("Connections used again: {share} %").format(share=words.percent(_reused(points))),
                        self.tr("Screens alive: {alive} of {all}").format(
                            alive=words.whole(sum(bool(one.alive) for one in screens)), all=words.whole(len(screens))
                        ),
                        self.tr("Patients waiting: {n}, longest {minutes} min").format(
                            n=words.whole(sum(one.waiting for one in waiting)),
                            minutes=words.whole(max((one.longest_minutes or 0 for one in waiting), default=0)),
                        ),
                    )
                )
            )
        )
        picture = PICTURES[self.figure.currentData()](points)
        self.chart.show_picture(picture, self.tr("Nothing was told yet in this time; programs tell once a minute."))
        self.title.setText(line(picture.title))


def _reused(points: Points) -> float:
    used, opened = sum(one.pool_checkouts for one in points), sum(one.pool_opened for one in points)
    return 1 - min(opened / used, 1) if used else 1.0
