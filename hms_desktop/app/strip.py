"""The status strip tells the truth: does the server answer, do the screens live, what time is it, who is here."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, QTimer
from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.displays import queries as displays
from hms_desktop.clinic.displays.queries import DisplayState
from hms_desktop.clinic.operations import queries_alerts as operations
from hms_desktop.clinic.operations.queries_alerts import OpenAlerts
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.printing import queries as printing
from hms_desktop.clinic.printing.queries import Standing
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.listener import LineState
from hms_desktop.widgets.cards import Strip, StripItem
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest

READ_EVERY_MS = 4000
SLOW_MS = 250.0


class TruthStrip(Strip):
    """Asks for the screens, papers and the hospital's time every four seconds; the server's beat comes through Live."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = Latest()
        self.server = StripItem(self.tr("Server …"))
        self.screens = StripItem()
        self.papers = StripItem()
        self.alerts = StripItem()
        self.release = StripItem()
        self._sees_alerts = desk.who.has_duty("manager", "admin")
        self.person = StripItem(desk.who.display_name)
        self.clock = StripItem()
        self.add(self.server)
        self.add(self.screens)
        self.add(self.papers)
        self.add(self.alerts)
        self.add(self.release)
        self.add_at_end(self.person)
        self.add_at_end(self.clock)
        desk.live.line_changed.connect(self._line)
        desk.live.came_back.connect(self.read_again)
        self._ticks = QTimer(self, interval=READ_EVERY_MS)
        self._ticks.timeout.connect(self.read_again)
        self._ticks.start()
        self.read_again()

    def show_release(self, version: str, told_today: bool) -> None:
        """That a newer version of this program can be had, quietly and once a day; nothing where there is none."""
        words = self.tr("Version {version} can be had").format(version=version)
        self.release.tell("" if not version or told_today else words, "neutral")

    def close_strip(self) -> None:
        self._ticks.stop()
        self._reading.drop()

    def _line(self, state: LineState) -> None:
        if not state.up:
            self.server.tell(self.tr("Server away"), "stop")
            self.screens.tell(self.tr("Waiting-room screens unknown"), "warning")
        else:
            words = self.tr("Server {ms} ms").format(ms=max(1, round(state.round_trip_ms)))
            self.server.tell(words, "done" if state.round_trip_ms < SLOW_MS else "warning")

    def read_again(self) -> None:
        """Ask for all of it now; what happens at other workstations is seen within four seconds."""
        self._reading.ask(self._ask())

    async def _ask(self) -> None:
        try:
            states = await self._desk.db.read(displays.display_states)
            papers = await self._desk.db.read(printing.standing)
            now = await self._desk.db.read(organisation.local_time)
            alerts = await self._desk.db.read(operations.open_alerts) if self._sees_alerts else None
        except Unreachable:
            return
        self.screens.tell(*self._about(states))
        self.papers.tell(*self._about_papers(papers))
        if alerts is not None:
            self.alerts.tell(*self._about_alerts(alerts))
        moment = QDateTime(QDate(now.year, now.month, now.day), QTime(now.hour, now.minute))
        self.clock.tell(QLocale().toString(moment, self.tr("ddd d MMM yyyy, HH:mm")))

    def _about_papers(self, papers: Standing) -> tuple[str, str]:
        """What waits at the printers of this workstation; nothing where all is well."""
        if papers.troubled:
            return self.tr("Papers not printed: {n}").format(n=papers.troubled), "stop"
        return (self.tr("Printing: {n}").format(n=papers.waiting) if papers.waiting else ""), "neutral"

    def _about_alerts(self, alerts: OpenAlerts) -> tuple[str, str]:
        """How much is wrong with the suite itself, for who looks after it; nothing where all is well."""
        if not alerts.open:
            return "", "neutral"
        return self.tr("%n alert(s)", "", alerts.open), "stop" if alerts.urgent else "warning"

    def _about(self, states: Sequence[DisplayState]) -> tuple[str, str]:
        """One line about all the screens that were ever switched on, and its tone: silent ones are named first."""
        used = [state for state in states if state.active and state.seen_at is not None]
        silent = [state for state in used if not state.alive]
        if silent:
            more = self.tr(" and {n} more").format(n=len(silent) - 1) if len(silent) > 1 else ""
            words = (
                self.tr("{name} check-in: dead since {time}")
                if silent[0].at_entrance
                else self.tr("{name} screen: dead since {time}")
            )
            return words.format(name=silent[0].name, time=silent[0].seen_clock) + more, "stop"
        if unfit := [state for state in used if state.unfit]:
            more = self.tr(" and {n} more").format(n=len(unfit) - 1) if len(unfit) > 1 else ""
            words = (
                self.tr("{name} check-in: out of service")
                if unfit[0].at_entrance
                else self.tr("{name} screen: out of service")
            )
            return words.format(name=unfit[0].name) + more, "stop"
        if not used:
            return self.tr("No waiting-room screen yet"), "neutral"
        if len(used) > 1:
            return self.tr("{n} screens alive").format(n=len(used)), "done"
        seconds = int(used[0].silent.total_seconds()) if used[0].silent else 0
        words = (
            self.tr("{name} check-in, last sign {seconds} s ago")
            if used[0].at_entrance
            else self.tr("{name} screen, last sign {seconds} s ago")
        )
        return words.format(name=used[0].name, seconds=seconds), "done"
