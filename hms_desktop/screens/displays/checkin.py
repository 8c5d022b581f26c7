"""The touch screens at the entrance: their languages and printers, whether they live, and how far they are trusted."""

import datetime as dt
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from hms_desktop.clinic.displays import actions_checkin, queries_checkin, rules
from hms_desktop.clinic.displays.queries_checkin import CheckInMachine, CheckInRules
from hms_desktop.clinic.organisation.rules import LANGUAGES
from hms_desktop.clinic.printing import queries as printing
from hms_desktop.core.layouts import ROLL
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.ticks import Ticks

READ_EVERY_MS = 5000
NO_PRINTER = "no printer"
"""What a machine says that has none; every other word is the code of what its printer failed with."""


@dataclass(frozen=True)
class Machine:
    """One machine, and the name of its printer."""

    kept: CheckInMachine
    printer: str


class CheckInPage(EditorPage[Machine]):
    """A machine is made where its computer is set up; which services give numbers stands with the queue's rules."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Check-in"),
            [
                Column(self.tr("Machine"), lambda row: row.kept.name, width=170, strong=True),
                Column(self.tr("Printer"), lambda row: row.printer or "–", stretch=True),
                Column(self.tr("State"), self._state, width=210, tone=_tone),
            ],
            key=lambda row: row.kept.display_id,
        )
        self.set_subtitle(self.tr("Patients check in with their slip's code, or take a number, at the entrance."))
        self.printers = choice_field([(None, self.tr("none: the number is only shown"))])
        use = [(True, self.tr("in use")), (False, self.tr("closed"))]
        self.add("name", self.tr("Name"), text_field(longest=60), required=True)
        self.add("languages", self.tr("Languages"), Ticks([(one, LANGUAGES[one]) for one in rules.LANGUAGES]))
        self.add("printer_id", self.tr("Tickets come out of"), self.printers)
        self.add("active", self.tr("State"), choice_field(use, True))
        self.how = Label(
            self.tr(
                "A new machine is made at its own computer: hms-admin kiosk add NAME --check-in --settings FILE. "
                "Services give numbers there where the queue's rules say so."
            ),
            "small",
            wrap=True,
        )
        self.foot.addWidget(self.how)
        self._ticks = QTimer(self, interval=READ_EVERY_MS)
        self._ticks.timeout.connect(self.reload)
        self.follow("displays")

    async def read(self) -> Sequence[Machine]:
        rolls = {
            one.id: one.printer.name
            for one in await self.desk.db.cached(printing.printers)
            if one.active and one.printer.form == ROLL
        }
        chosen = self.printers.currentData()
        if [self.printers.itemData(place) for place in range(1, self.printers.count())] != list(rolls):
            while self.printers.count() > 1:
                self.printers.removeItem(1)
            for printer, name in rolls.items():
                self.printers.addItem(name, printer)
            self.printers.setCurrentIndex(max(0, self.printers.findData(chosen)))
        machines = await self.desk.db.read(queries_checkin.machines)
        return [Machine(one, rolls.get(one.printer_id or 0, "")) for one in machines]

    def values_of(self, row: Machine | None) -> Values:
        if row is None:
            return {"name": "", "languages": ["en"], "printer_id": None, "active": True}
        kept = row.kept
        return {
            "name": kept.name,
            "languages": list(kept.languages),
            "printer_id": kept.printer_id,
            "active": kept.active,
        }

    def title_of(self, row: Machine | None) -> str:
        return row.kept.name if row else self.tr("No machine yet")

    def fault(self, values: Values, row: Machine | None) -> tuple[str, str] | None:
        return None if values["languages"] else ("languages", self.tr("Choose at least one language."))

    async def save(self, values: Values, row: Machine | None) -> Hashable:
        if row is None:
            return None
        return await self.wishes.run(
            actions_checkin.save_check_in,
            display_id=row.kept.display_id,
            version=row.kept.version,
            **{**values, "languages": tuple(values["languages"])},
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)

    def _state(self, row: Machine) -> str:
        state = row.kept.state
        if not row.kept.active:
            return self.tr("closed")
        if state.silent is None:
            return self.tr("never seen yet")
        if not state.alive:
            minutes = max(1, int(state.silent.total_seconds()) // 60)
            return self.tr("silent {n} min").format(n=minutes)
        if state.unfit:
            return self.tr("out of service")
        return self.tr("alive, but prints nothing") if _fails(row) else self.tr("alive")


class CheckInRulesPage(EditorPage[tuple[int, CheckInRules]]):
    """One form for all machines of the hospital."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Check-in rules"), [], key=lambda _row: 1)
        self.set_subtitle(self.tr("How far the machines at the entrance are trusted."))
        self.add("before", self.tr("Check-in opens before the appointment, minutes"), _number(0, 720))
        self.add("tickets", self.tr("Numbers without an appointment, an hour and machine"), _number(1, 2000))
        self.add("wrong", self.tr("Wrong codes until the entry closes"), _number(3, 50))
        self.add("within", self.tr("Counted within, minutes"), _number(1, 1440))
        self.add("locked", self.tr("It stays closed, minutes"), _number(1, 1440))
        self.follow("displays")

    async def read(self) -> Sequence[tuple[int, CheckInRules]]:
        return [await self.desk.db.read(queries_checkin.check_in_rules)]

    def values_of(self, row: tuple[int, CheckInRules] | None) -> Values:
        if row is None:
            return {"before": 120, "tickets": 60, "wrong": 10, "within": 10, "locked": 5}
        kept = row[1]
        return {
            "before": _minutes(kept.opens_before),
            "tickets": kept.tickets_an_hour,
            "wrong": kept.most_wrong,
            "within": _minutes(kept.wrong_within),
            "locked": _minutes(kept.locked_for),
        }

    def title_of(self, row: tuple[int, CheckInRules] | None) -> str:
        return self.tr("For every machine")

    async def save(self, values: Values, row: tuple[int, CheckInRules] | None) -> Hashable:
        numbers = CheckInRules(
            most_wrong=values["wrong"],
            wrong_within=dt.timedelta(minutes=values["within"]),
            locked_for=dt.timedelta(minutes=values["locked"]),
            tickets_an_hour=values["tickets"],
            opens_before=dt.timedelta(minutes=values["before"]),
        )
        await self.wishes.run(actions_checkin.save_check_in_rules, version=row[0] if row else 1, numbers=numbers)
        return 1


def _fails(row: Machine) -> bool:
    return row.kept.state.details.get("printer", "") not in ("", NO_PRINTER)


def _tone(row: Machine) -> str | None:
    if not row.kept.active or row.kept.state.silent is None:
        return "neutral"
    if not row.kept.state.alive or row.kept.state.unfit:
        return "stop"
    return "warning" if _fails(row) else "done"


def _number(least: int, most: int) -> Quantity:
    return Quantity(least, most)


def _minutes(span: dt.timedelta) -> int:
    return int(span.total_seconds()) // 60
