"""What the pages about the worker say: tasks, states, what came of them, and when."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from hms_desktop.clinic.jobs.queries import JobRow, MessageRow, ScheduleRow
from hms_desktop.core.errors import HmsError
from hms_desktop.widgets.spoken import spoken

translate = QCoreApplication.translate
TASKS: Mapping[str, Callable[[], str]] = {
    "send_messages": lambda: translate("jobs", "Send messages"),
    "seal_audit": lambda: translate("jobs", "Seal the audit trail"),
    "watch": lambda: translate("jobs", "Watch the suite"),
    "release_offers": lambda: translate("jobs", "Take back lapsed offers"),
    "make_reports": lambda: translate("jobs", "Make ordered reports"),
    "keep_figures": lambda: translate("jobs", "Keep the days' figures"),
    "close_day": lambda: translate("jobs", "Close past days"),
    "back_up": lambda: translate("jobs", "Back up"),
    "open_sessions": lambda: translate("jobs", "Open sessions ahead"),
    "tend_months": lambda: translate("jobs", "Open and retire months"),
    "stock_alerts": lambda: translate("jobs", "Look through the stock"),
    "prune": lambda: translate("jobs", "Take away what grew old"),
    "analyse": lambda: translate("jobs", "Take statistics"),
    "compare_records": lambda: translate("jobs", "Look for duplicates"),
}
"""What the worker can do, in the windows' words."""

_FIGURES: Mapping[str, Callable[[], str]] = {
    "sent": lambda: translate("jobs", "{n} sent"),
    "failed": lambda: translate("jobs", "{n} not sent"),
    "unknown": lambda: translate("jobs", "{n} in doubt"),
    "sealed": lambda: translate("jobs", "{n} entries sealed"),
    "released": lambda: translate("jobs", "{n} taken back"),
    "warning": lambda: translate("jobs", "{n} warnings"),
    "critical": lambda: translate("jobs", "{n} critical"),
    "not_served": lambda: translate("jobs", "{n} not served"),
    "no_shows": lambda: translate("jobs", "{n} did not come"),
    "retired": lambda: translate("jobs", "{n} months retired"),
    "expired": lambda: translate("jobs", "{n} batches expired"),
    "expiring": lambda: translate("jobs", "{n} expire within 90 days"),
    "low": lambda: translate("jobs", "{n} below their level"),
    "reports": lambda: translate("jobs", "{n} reports"),
    "days": lambda: translate("jobs", "{n} days"),
    "rows": lambda: translate("jobs", "{n} rows"),
    "bytes": lambda: translate("jobs", "{n} bytes"),
    "breaches": lambda: translate("jobs", "{n} rules broken"),
    "tables": lambda: translate("jobs", "{n} tables"),
    "records": lambda: translate("jobs", "{n} records compared"),
    "pairs": lambda: translate("jobs", "{n} new pairs"),
    "not_set_up": lambda: translate("jobs", "not set up in the worker's settings"),
}
_STATES: Mapping[str, Callable[[], str]] = {
    "under_way": lambda: translate("jobs", "under way"),
    "waiting": lambda: translate("jobs", "waiting"),
    "failed": lambda: translate("jobs", "failed"),
}
_OUTCOMES: Mapping[str, Callable[[], str]] = {
    "": lambda: translate("jobs", "not yet"),
    "under_way": lambda: translate("jobs", "under way"),
    "done": lambda: translate("jobs", "done"),
    "to_repeat": lambda: translate("jobs", "tried again soon"),
    "failed": lambda: translate("jobs", "failed"),
    "lost": lambda: translate("jobs", "cut short"),
}
_MESSAGES: Mapping[str, Callable[[], str]] = {
    "due": lambda: translate("jobs", "waiting"),
    "sending": lambda: translate("jobs", "on its way"),
    "sent": lambda: translate("jobs", "sent"),
    "unknown": lambda: translate("jobs", "in doubt"),
    "failed": lambda: translate("jobs", "not sent"),
    "cancelled": lambda: translate("jobs", "not wanted"),
}
_KINDS: Mapping[str, Callable[[], str]] = {
    "appointment_reminder": lambda: translate("jobs", "Reminder of an appointment"),
    "notice": lambda: translate("jobs", "Notice to the staff"),
}
_CHANNELS: Mapping[str, Callable[[], str]] = {
    "sms": lambda: translate("jobs", "SMS"),
    "email": lambda: translate("jobs", "e-mail"),
}
_SAID: Mapping[str, Callable[[], str]] = {
    "jobs.lost": lambda: translate("jobs", "The worker ended in the middle of this."),
    "jobs.fault": lambda: translate("jobs", "This is a fault of the program itself; the worker's log says more."),
}
_NOTES: Mapping[str, Callable[[], str]] = {
    "The worker ended while it sent this.": lambda: translate("jobs", "The worker ended while it sent this."),
    "It could not be sent in time.": lambda: translate("jobs", "It could not be sent in time."),
    "The patient wants no such message.": lambda: translate("jobs", "The patient wants no such message."),
    "The line broke before the mail server said whether it took it.": lambda: translate(
        "jobs", "The line broke before the mail server said whether it took it."
    ),
    "The gateway did not say whether it took it.": lambda: translate(
        "jobs", "The gateway did not say whether it took it."
    ),
}
TONES: Mapping[str, str] = {
    "under_way": "info",
    "failed": "stop",
    "done": "done",
    "to_repeat": "warning",
    "lost": "warning",
    "sending": "info",
    "sent": "done",
    "unknown": "warning",
}
"""The colour of a state; the others have none."""


def task_words(task: str) -> str:
    """A task that is newer than this program keeps its own name."""
    return TASKS[task]() if task in TASKS else task


def state_words(row: JobRow) -> str:
    return translate("jobs", "is stopping") if row.stopping else _STATES[row.state]()


def outcome_words(row: ScheduleRow) -> str:
    return _OUTCOMES[row.outcome]()


def said_of(code: str, sentence: str) -> str:
    """What went wrong, in the language of the windows where it is known there."""
    if code in _SAID:
        return _SAID[code]()
    return spoken(HmsError(code, sentence)) if sentence else ""


def result_words(row: ScheduleRow) -> str:
    """What came of the last time: its figures, or what went wrong."""
    return said_of(row.code, row.sentence) or figures_words(dict(row.figures))


def figures_words(figures: Mapping[str, Any]) -> str:
    """Figures as words; those of nothing are left out where there are others."""
    known = {name: number for name, number in figures.items() if name in _FIGURES}
    told = {name: number for name, number in known.items() if number} or dict(list(known.items())[:1])
    return ", ".join(
        _FIGURES[name]().format(n=QLocale().toString(int(told[name]))) for name in _FIGURES if name in told
    )


def message_state(row: MessageRow) -> str:
    return _MESSAGES[row.state]()


def message_kind(row: MessageRow) -> str:
    return _KINDS[row.kind]()


def way_words(row: MessageRow) -> str:
    return f"{_CHANNELS[row.channel]()}  {row.recipient}"


def note_words(row: MessageRow) -> str:
    note = _NOTES[row.note]() if row.note in _NOTES else row.note
    decided = translate("jobs", "decided by {person}").format(person=row.decided_by) if row.decided_by else ""
    return "  ·  ".join(filter(None, (note, decided)))


def short_moment(at: dt.datetime | None) -> str:
    """The time where it is today's, else with its day."""
    if at is None:
        return "–"
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(local, "HH:mm" if local.date() == QDate.currentDate() else "d MMM HH:mm")


def weekdays() -> list[tuple[int, str]]:
    """The ISO weekdays, from Monday."""
    return [(day, QLocale().standaloneDayName(day)) for day in range(1, 8)]


def turns_words(row: ScheduleRow) -> str:
    """When a task is done by itself."""
    if row.paused:
        return translate("jobs", "paused")
    if row.every_minutes == 1:
        return translate("jobs", "every minute")
    if row.every_minutes is not None:
        return translate("jobs", "every {n} minutes").format(n=row.every_minutes)
    at = f"{row.at_time:%H:%M}" if row.at_time else ""
    if not row.weekdays:
        return translate("jobs", "daily at {time}").format(time=at)
    days = ", ".join(QLocale().standaloneDayName(day, QLocale.FormatType.ShortFormat) for day in row.weekdays)
    return translate("jobs", "{days} at {time}").format(days=days, time=at)
