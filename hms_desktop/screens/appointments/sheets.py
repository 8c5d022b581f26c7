"""Turns a calendar that was read into a page of the grid: a week of days, or a day of clinics and doctors."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.appointments import rules
from hms_desktop.clinic.appointments.queries import AppointmentBlock, Calendar, SessionBlock
from hms_desktop.clinic.appointments.rules import State
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.appointments.words import (
    LOOKS,
    clock_words,
    date_words,
    facts_words,
    patient_words,
    span_words,
    state_words,
)
from hms_desktop.widgets.calendar_sheet import CalendarSheet, Entry, Heading, Slot

translate = QCoreApplication.translate
Block = tuple[int, SessionBlock]
"""A column and a session that stands in it."""


@dataclass(frozen=True)
class Place:
    """One bookable time: what an action names to book it, and what the clock on the wall shows then."""

    session_id: int
    starts_at: dt.datetime
    at: dt.datetime
    until: dt.datetime


def week_sheet(calendar: Calendar) -> CalendarSheet:
    """A column for each day; a day on which sessions run side by side has one for each of them."""
    headings: list[Heading] = []
    blocks: list[Block] = []
    for day in (calendar.from_date + dt.timedelta(days=step) for step in range(calendar.days)):
        of_day = [one for one in calendar.sessions if one.on_date == day]
        lanes = _lanes(of_day)
        note = calendar.holidays.get(day, "")
        for lane in lanes or [[]]:
            beside = _who(lane[0]) if len(lanes) > 1 else note or date_words(day, "MMM")
            headings.append(Heading(date_words(day, "ddd d"), beside, day == calendar.today, note))
            blocks += [(len(headings) - 1, one) for one in lane]
    return _sheet(calendar, headings, blocks)


def day_sheet(calendar: Calendar) -> CalendarSheet:
    """A column for each doctor of each clinic that has a session on the day."""
    groups: dict[Hashable, list[SessionBlock]] = defaultdict(list)
    for one in calendar.sessions:
        groups[(one.clinic, one.clinic_id, one.doctor, one.doctor_id)].append(one)
    headings: list[Heading] = []
    blocks: list[Block] = []
    for key in sorted(groups, key=str):
        for lane in _lanes(groups[key]):
            first = lane[0]
            marked = calendar.from_date == calendar.today
            headings.append(
                Heading(first.doctor or first.clinic, facts_words(first.doctor and first.clinic, first.room), marked)
            )
            blocks += [(len(headings) - 1, one) for one in lane]
    return _sheet(calendar, headings, blocks)


def coming_week(from_date: dt.date, today: dt.date | None) -> CalendarSheet:
    """The days of a week whose sessions are on their way."""
    days = [from_date + dt.timedelta(days=step) for step in range(7)]
    return CalendarSheet(tuple(Heading(date_words(day, "ddd d"), date_words(day, "MMM"), day == today) for day in days))


def coming_day() -> CalendarSheet:
    """A day of which it is not known yet who works."""
    return CalendarSheet(tuple(Heading("") for _ in range(4)))


def _sheet(calendar: Calendar, headings: Sequence[Heading], blocks: Iterable[Block]) -> CalendarSheet:
    taken: dict[int, list[AppointmentBlock]] = defaultdict(list)
    for one in calendar.appointments:
        taken[one.session_id].append(one)
    slots = [slot for column, block in blocks for slot in _slots(column, block, taken[block.session_id], calendar.now)]
    starts = {slot.begins for slot in slots}
    today = calendar.from_date <= calendar.today < calendar.from_date + dt.timedelta(days=calendar.days)
    return CalendarSheet(
        headings=tuple(headings),
        slots=tuple(slots),
        times={minute: clock_words(dt.time(minute // 60 % 24, minute % 60)) for minute in starts},
        now=calendar.now.hour * 60 + calendar.now.minute if today else None,
    )


def _lanes(sessions: Sequence[SessionBlock]) -> list[list[SessionBlock]]:
    """As few lists as possible in which no two sessions overlap."""
    lanes: list[list[SessionBlock]] = []
    for one in sorted(sessions, key=lambda block: (block.at, block.session_id)):
        free = next((lane for lane in lanes if lane[-1].until <= one.at), None)
        if free is None:
            lanes.append([one])
        else:
            free.append(one)
    return lanes


def _slots(column: int, block: SessionBlock, taken: Sequence[AppointmentBlock], now: dt.datetime) -> list[Slot]:
    moments = rules.slots(block.starts_at, block.ends_at, block.slot_minutes)
    walls = rules.slots(block.at, block.until, block.slot_minutes)
    found = []
    for (starts_at, _ends_at), (at, until) in zip(moments, walls, strict=False):
        here = [one for one in taken if one.at < until and one.until > at]
        free = max(block.capacity - sum(not one.over for one in here), 0)
        past = until <= now
        open_ = block.open and not past
        found.append(
            Slot(
                key=Place(block.session_id, starts_at, at, until),
                column=column,
                begins=_minute(at, block.on_date),
                ends=_minute(until, block.on_date),
                words=_free_words(block, at, past),
                spoken=_spoken(block, at, until, free, past),
                free=free if block.open or not here else 0,
                open=open_,
                entries=tuple(_entry(one, at) for one in here),
            )
        )
    return found


def _minute(at: dt.datetime, day: dt.date) -> int:
    return (at - dt.datetime.combine(day, dt.time())) // dt.timedelta(minutes=1)


def _free_words(block: SessionBlock, at: dt.datetime, past: bool) -> str:
    if not block.open:
        return block.note or translate("appointments", "closed")
    return translate("appointments", "{time} past").format(time=clock_words(at)) if past else clock_words(at)


def _spoken(block: SessionBlock, at: dt.datetime, until: dt.datetime, free: int, past: bool) -> str:
    span = span_words(at, until)
    if not block.open:
        return translate("appointments", "{span}, closed: {note}").format(span=span, note=block.note)
    if past:
        return translate("appointments", "{span}, past").format(span=span)
    if not free:
        return translate("appointments", "{span}, full").format(span=span)
    return translate("appointments", "{span}, {free} of {places} free").format(
        span=span, free=free, places=block.capacity
    )


def _entry(one: AppointmentBlock, slot_at: dt.datetime) -> Entry:
    look, name, state = LOOKS[one.state], patient_words(one), state_words(one)
    text = translate("appointments", "… {name}").format(name=name) if one.at < slot_at else name
    return Entry(
        key=one.id,
        text=translate("appointments", "+ {name}").format(name=text) if one.over else text,
        word=one.ticket or look.words(),
        spoken=facts_words(name, age_words(one.age), state, span_words(one.at, one.until), one.reason),
        icon=look.icon,
        tone="warning" if one.over and one.state == State.BOOKED else look.tone,
        movable=one.state == State.BOOKED,
    )


def _who(block: SessionBlock) -> str:
    return block.doctor or block.clinic or block.room


SHEETS: dict[str, Callable[[Calendar], CalendarSheet]] = {"week": week_sheet, "day": day_sheet}
"""How a calendar becomes a page, by view."""
