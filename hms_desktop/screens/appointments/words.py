"""How booking speaks: states, times and dates in the desk's words, and the shape and tone of each state."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from hms_desktop.clinic.appointments.queries import AppointmentBlock, AppointmentLine
from hms_desktop.clinic.appointments.rules import State
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.widgets.moments import time_words

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Look:
    """How a state is shown: in a word, by an icon's shape, and in a tone."""

    words: Callable[[], str]
    icon: str
    tone: str


LOOKS: dict[str, Look] = {
    State.HELD: Look(lambda: translate("appointments", "offered"), "clock", "warning"),
    State.BOOKED: Look(lambda: translate("appointments", "booked"), "circle", "neutral"),
    State.ARRIVED: Look(lambda: translate("appointments", "arrived"), "user-check", "accent"),
    State.IN_SERVICE: Look(lambda: translate("appointments", "in service"), "play", "info"),
    State.DONE: Look(lambda: translate("appointments", "done"), "check", "done"),
    State.CANCELLED: Look(lambda: translate("appointments", "cancelled"), "x", "neutral"),
    State.NO_SHOW: Look(lambda: translate("appointments", "no-show"), "user-x", "stop"),
}

HINTS: dict[str, Callable[[], str]] = {
    **dict.fromkeys(
        ("week", "day"),
        lambda: translate(
            "appointments",
            "Enter books or checks in · M moves · Del cancels, with undo · Page Up and Down turn the pages",
        ),
    ),
    "list": lambda: translate(
        "appointments", "Enter checks in · a slip's code may be scanned anywhere here · Del cancels, with undo"
    ),
    "waiting": lambda: translate(
        "appointments", "Enter does the obvious next thing · Ctrl+N notes somebody · Del takes off the list"
    ),
    "displaced": lambda: translate(
        "appointments", "A clinic closed or changed its hours · Enter finds another time · Del cancels"
    ),
}
"""What the keys do in each view."""


def state_words(one: AppointmentBlock | AppointmentLine) -> str:
    """The state; on top of the session's places it says so, and with its ticket once there is one."""
    words = LOOKS[one.state].words()
    if one.over:
        words = translate("appointments", "{state}, on top").format(state=words)
    return f"{words} · {one.ticket}" if one.ticket else words


def state_tone(one: AppointmentBlock | AppointmentLine) -> str:
    return LOOKS[one.state].tone


def patient_words(one: AppointmentBlock | AppointmentLine) -> str:
    """The name; of a restricted record only that it is one, and its number."""
    if one.closed:
        return translate("appointments", "restricted record {number}").format(number=mrn_display(one.mrn))
    return one.patient


@lru_cache(maxsize=4096)
def _clock(minutes: int, locale: str) -> str:
    """Kept by language, too: a week asks for hundreds."""
    return time_words(QTime(minutes // 60 % 24, minutes % 60))


def clock_words(at: dt.datetime | dt.time) -> str:
    """A time of day in the digits of the windows' language."""
    return _clock(at.hour * 60 + at.minute, QLocale().name())


def date_words(day: dt.date, form: str = "ddd d MMM yyyy") -> str:
    """A date; `form` is Qt's."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def when_words(at: dt.datetime) -> str:
    """`Mon 2 Mar 2026, 09:15`."""
    return translate("appointments", "{date}, {time}").format(date=date_words(at.date()), time=clock_words(at))


def span_words(at: dt.datetime, until: dt.datetime) -> str:
    """`09:15–09:30`."""
    return f"{clock_words(at)}–{clock_words(until)}"


def weekday_words(number: int) -> str:
    """The name of the ISO weekday `number`."""
    return QLocale().standaloneDayName(number, QLocale.FormatType.LongFormat)


def week_begins(day: dt.date) -> dt.date:
    """The first day of the week of `day`, as the language's country counts weeks."""
    first = QLocale().firstDayOfWeek().value
    return day - dt.timedelta(days=(day.isoweekday() - first) % 7)


def facts_words(*parts: str) -> str:
    """The parts that are known, one after the other."""
    return " · ".join(part for part in parts if part)
