"""What holds for every clinic: holidays, who may book on top of a full time, and the rules of booking."""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence

from PySide6.QtWidgets import QSpinBox

from hms_desktop.clinic.appointments import holidays, planning, rules, timetable
from hms_desktop.clinic.appointments.planning import RulesDraft
from hms_desktop.clinic.appointments.timetable import BookingRules, HolidayRow, OverbookGrant
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.screens.appointments.planning_clinics import offer
from hms_desktop.screens.appointments.words import date_words, translate
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog, ask
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import Form, choice_field, date_field, text_field, value_of
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.quantity import Quantity

_DUTIES: dict[str, Callable[[], str]] = {
    "front_desk": lambda: translate("appointments", "Front desk"),
    "clinician": lambda: translate("appointments", "Clinician"),
    "manager": lambda: translate("appointments", "Manager"),
}
_MODES: dict[str, Callable[[], str]] = {
    "off": lambda: translate("appointments", "No reminders"),
    "consent": lambda: translate("appointments", "To patients who agreed"),
    "opt_out": lambda: translate("appointments", "To all who did not refuse"),
}


class HolidaysPage(EditorPage[HolidayRow]):
    """The hospital's holidays of a year; those of its country are filled in by one button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Holidays"),
            [
                Column(self.tr("Date"), lambda row: date_words(row.on_date), width=170, strong=True),
                Column(self.tr("Holiday"), lambda row: row.name, stretch=True),
            ],
            key=lambda row: row.on_date,
            new_word=self.tr("New holiday"),
        )
        self.table.set_empty_text(self.tr("No holidays in this year. F7 fills in those of a country."))
        self.year = QSpinBox()
        self.year.setRange(holidays.YEARS[0], holidays.YEARS[-1])
        self.year.setValue(dt.date.today().year)
        name_for_readers(self.year, self.tr("Year"))
        self.year.valueChanged.connect(self._other_year)
        self.fill_button = Button(self.tr("Fill in a country's"), keys="F7")
        self.fill_button.clicked.connect(lambda: go(self._fill_in()))
        self.buttons.insertWidget(0, self.year)
        self.buttons.insertWidget(1, self.fill_button)
        self.add("on_date", self.tr("Date"), date_field())
        self.add("name", self.tr("Name"), text_field(longest=rules.NAME_LENGTH), required=True)
        self.remove_button = Button(self.tr("A working day after all"), kind=QUIET)
        self.remove_button.clicked.connect(lambda: go(self._remove()))
        self.card_buttons.insertWidget(1, self.remove_button)
        self.follow("schedule")

    async def read(self) -> Sequence[HolidayRow]:
        return await self.desk.db.read(timetable.holidays, year=self.year.value())

    def values_of(self, row: HolidayRow | None) -> Values:
        return {"on_date": row.on_date if row else dt.date.today(), "name": row.name if row else ""}

    def title_of(self, row: HolidayRow | None) -> str:
        self.remove_button.setVisible(row is not None)
        self.form.field("on_date").setEnabled(row is None)
        return date_words(row.on_date) if row else self.tr("New holiday")

    async def save(self, values: Values, row: HolidayRow | None) -> Hashable:
        await self.wishes.run(planning.save_holiday, on_date=values["on_date"], name=values["name"])
        on_date: dt.date = values["on_date"]
        return on_date

    def _other_year(self) -> None:
        self._begun = False
        self.reload()

    async def _remove(self) -> None:
        if self._row is not None:
            await self.wishes.run(planning.remove_holiday, holiday=self._row.id)
            self._other_year()

    async def _fill_in(self) -> None:
        facility = await self.desk.db.cached(organisation.facility)
        dialog = CountryDialog(facility.country, self.year.value(), self)
        agreed, country, part = await ask(dialog), dialog.country(), dialog.part()
        dialog.deleteLater()
        if not agreed:
            return
        with self.busy(self.fill_button, cancel=False):
            added: int = await self.wishes.run(
                planning.fill_holidays, country=country, subdivision=part, year=self.year.value()
            )
        self._other_year()
        self.desk.say(self.tr("Holidays added: {n}.").format(n=added), "done")


class CountryDialog(Dialog):
    """Asks for a country, and for a part of it where parts differ."""

    def __init__(self, usual: str, year: int, parent: HolidaysPage) -> None:
        super().__init__(translate("CountryDialog", "Public holidays of {year}").format(year=year), "", parent)
        self._parts = dict(holidays.countries())
        self._country = choice_field([(code, code) for code in self._parts], usual)
        self._part = choice_field([])
        self._country.currentIndexChanged.connect(self._offer_parts)
        form = Form()
        form.add("country", self.tr("Country (ISO code)"), self._country)
        form.add("part", self.tr("Part of the country"), self._part)
        self.body.addWidget(form)
        self.add_cancel()
        self.add_go(self.tr("Fill in")).clicked.connect(self.accept)
        self._offer_parts()
        self._country.setFocus()

    def country(self) -> str:
        return str(value_of(self._country))

    def part(self) -> str | None:
        part: str | None = self._part.currentData()
        return part

    def _offer_parts(self) -> None:
        parts = self._parts.get(self.country(), ())
        offer(self._part, [(None, self.tr("the whole country")), *((part, part) for part in parts)])


class OverbookingPage(EditorPage[OverbookGrant]):
    """Who may book on top of a full time: a duty, at one clinic or at every one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Overbooking"),
            [
                Column(self.tr("Who"), _who, stretch=True, strong=True),
                Column(self.tr("Where"), lambda row: row.clinic or self.tr("every clinic"), stretch=True),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New permission"),
        )
        self.clinic = choice_field([])
        self.add("duty", self.tr("Duty"), choice_field([(key, words()) for key, words in _DUTIES.items()]))
        self.add("clinic", self.tr("Clinic"), self.clinic)
        self.remove_button = Button(self.tr("Withdraw"), kind=QUIET)
        self.remove_button.clicked.connect(lambda: go(self._withdraw()))
        self.card_buttons.insertWidget(1, self.remove_button)
        self.follow("schedule")

    async def read(self) -> Sequence[OverbookGrant]:
        clinics = await self.desk.db.read(timetable.clinics)
        used = [(row.id, row.name) for row in clinics if row.active]
        offer(self.clinic, [(None, self.tr("every clinic")), *used])
        return await self.desk.db.read(timetable.overbook_grants)

    def values_of(self, row: OverbookGrant | None) -> Values:
        return {"duty": (row.duty if row else None) or "front_desk", "clinic": row.clinic_id if row else None}

    def title_of(self, row: OverbookGrant | None) -> str:
        self.remove_button.setVisible(row is not None)
        self.form.setEnabled(row is None)
        self.save_button.setVisible(row is None)
        return _who(row) if row else self.tr("New permission")

    async def save(self, values: Values, row: OverbookGrant | None) -> Hashable:
        return await self.wishes.run(planning.grant_overbooking, duty=values["duty"], clinic=values["clinic"])

    async def _withdraw(self) -> None:
        if self._row is not None:
            await self.wishes.run(planning.withdraw_overbooking, grant=self._row.id)
            self._begun = False
            self.reload()


def _who(row: OverbookGrant) -> str:
    return row.person or (_DUTIES[row.duty]() if row.duty in _DUTIES else row.duty or "")


class BookingRulesPage(EditorPage[BookingRules]):
    """How far ahead is booked, how long an offer is held, and who is reminded when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Rules of booking"), [], key=lambda _row: 1, form_columns=2)
        for name, title, least, most in (
            ("horizon_days", self.tr("Booked ahead at most, days"), 1, 400),
            ("offer_hold", self.tr("An offered time is held, minutes"), 5, 10_080),
            ("offer_notice", self.tr("Offered at the latest before it begins, minutes"), 0, 10_080),
            ("reminder_before", self.tr("Reminded before it begins, hours"), 1, 336),
        ):
            self.add(name, title, Quantity(least, most))
        self.add("reminders", self.tr("Reminders"), choice_field([(key, words()) for key, words in _MODES.items()]))
        self.follow("schedule")

    async def read(self) -> Sequence[BookingRules]:
        return [await self.desk.db.read(timetable.booking_rules)]

    def values_of(self, row: BookingRules | None) -> Values:
        if row is None:
            return {"horizon_days": 1, "offer_hold": 5, "offer_notice": 0, "reminder_before": 1, "reminders": "off"}
        minute, hour = dt.timedelta(minutes=1), dt.timedelta(hours=1)
        return {
            "horizon_days": row.horizon_days,
            "offer_hold": row.offer_hold // minute,
            "offer_notice": row.offer_notice // minute,
            "reminder_before": row.reminder_before // hour,
            "reminders": row.reminders,
        }

    def title_of(self, row: BookingRules | None) -> str:
        return self.tr("Rules of booking")

    async def save(self, values: Values, row: BookingRules | None) -> Hashable:
        draft = RulesDraft(
            horizon_days=values["horizon_days"],
            offer_hold=dt.timedelta(minutes=values["offer_hold"]),
            offer_notice=dt.timedelta(minutes=values["offer_notice"]),
            reminders=values["reminders"],
            reminder_before=dt.timedelta(hours=values["reminder_before"]),
            version=row.version if row else 1,
        )
        await self.wishes.run(planning.save_booking_rules, draft=draft)
        return 1
