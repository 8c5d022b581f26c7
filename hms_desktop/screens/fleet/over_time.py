"""The chart of the performance page: how long works take, how many there are, and how the way to the server is used."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from hms_desktop.clinic.displays import queries as displays
from hms_desktop.clinic.fleet import queries
from hms_desktop.clinic.fleet.queries import ClientRow, Moment, WaitMoment
from hms_desktop.clinic.queue import queries as queue
from hms_desktop.screens.fleet import words
from hms_desktop.screens.fleet.scope import Scope
from hms_desktop.screens.fleet.tabs import FleetTab
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.charts import LINES, RANKS, Chart, Picture, Series
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.plain_text import Label, line, name_for_readers

LATENCY, WORKS, POOL, CACHE, CLIENTS = "latency", "works", "pool", "cache", "clients"
WAITS, VERSIONS = "waits", "versions"
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Readings:
    """What was read for one look: the fleet over time, the waits in the lines, and who speaks now."""

    points: Sequence[Moment]
    waits: Sequence[WaitMoment]
    clients: Sequence[ClientRow]


def _latency(read: Readings) -> Picture:
    points = read.points
    series = [
        Series("p50", [one.p50 for one in points]),
        Series("p95", [one.p95 for one in points]),
        Series("p99", [one.p99 for one in points]),
    ]
    return Picture(translate("fleet", "How long actions and queries take"), LINES, _times(points), series, "ms")


def _works(read: Readings) -> Picture:
    points = read.points
    series = [
        Series(translate("fleet", "actions and queries"), [one.works for one in points]),
        Series(translate("fleet", "failed"), [one.failed for one in points]),
        Series(translate("fleet", "standstills"), [one.stalls for one in points]),
    ]
    return Picture(translate("fleet", "How much is done"), LINES, _times(points), series)


def _pool(read: Readings) -> Picture:
    points = read.points
    series = [
        Series(translate("fleet", "uses of a connection"), [one.pool_checkouts for one in points]),
        Series(translate("fleet", "connections opened"), [one.pool_opened for one in points]),
        Series(translate("fleet", "waits for one"), [one.pool_waits for one in points]),
        Series(translate("fleet", "lines lost"), [one.lost for one in points]),
    ]
    return Picture(translate("fleet", "The way to the server"), LINES, _times(points), series)


def _cache(read: Readings) -> Picture:
    points = read.points
    asked = [max(one.cache_hits + one.cache_misses, 1) for one in points]
    shares = [100 * one.cache_hits / much for one, much in zip(points, asked, strict=True)]
    title = translate("fleet", "Reference data that was at hand")
    return Picture(title, LINES, _times(points), [Series(translate("fleet", "at hand"), shares)], "%", most=100)


def _clients(read: Readings) -> Picture:
    points = read.points
    series = [Series(translate("fleet", "programs"), [one.clients for one in points])]
    return Picture(translate("fleet", "Programs that told of themselves"), LINES, _times(points), series)


def _waits(read: Readings) -> Picture:
    series = [
        Series("p50", [one.p50 for one in read.waits]),
        Series("p95", [one.p95 for one in read.waits]),
        Series(translate("fleet", "longest"), [one.longest for one in read.waits]),
    ]
    title = translate("fleet", "How long patients waited who were called then")
    return Picture(title, LINES, _times(read.waits), series, translate("fleet", "min"))


def _versions(read: Readings) -> Picture:
    many = Counter(f"{one.program} {one.version}" for one in read.clients)
    alive = Counter(f"{one.program} {one.version}" for one in read.clients if one.alive)
    names = [name for name, _ in sorted(many.items(), key=lambda pair: (-pair[1], pair[0]))]
    running = [translate("fleet", "running: {n}").format(n=words.whole(alive[name])) for name in names]
    series = [Series(translate("fleet", "programs"), [many[name] for name in names], running)]
    return Picture(translate("fleet", "Programs of the last hour by version"), RANKS, names, series)


def _times(points: Sequence[Moment] | Sequence[WaitMoment]) -> list[dt.datetime]:
    return [one.at for one in points]


PICTURES: dict[str, Callable[[Readings], Picture]] = {
    LATENCY: _latency,
    WORKS: _works,
    POOL: _pool,
    CACHE: _cache,
    CLIENTS: _clients,
    VERSIONS: _versions,
    WAITS: _waits,
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
                (VERSIONS, self.tr("Versions")),
                (WAITS, self.tr("Waits in the lines")),
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
        chosen = self.figure.currentData()
        waits = await db.read(queries.waits, minutes=scope.minutes, replica=True) if chosen == WAITS else ()
        picture = PICTURES[chosen](Readings(points, waits, clients))
        self.chart.show_picture(picture, self._empty(chosen))
        self.title.setText(line(picture.title))

    def _empty(self, chosen: str) -> str:
        if chosen == WAITS:
            return self.tr("Nobody was called in this time.")
        return self.tr("Nothing was told yet in this time; programs tell once a minute.")


def _reused(points: Sequence[Moment]) -> float:
    used, opened = sum(one.pool_checkouts for one in points), sum(one.pool_opened for one in points)
    return 1 - min(opened / used, 1) if used else 1.0
