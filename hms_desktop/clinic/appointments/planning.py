"""What a manager changes about the schedule: clinics, their sessions, exceptions, holidays, and who may overbook."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from hms_desktop.clinic.appointments import rules
from hms_desktop.clinic.appointments.asking import ask
from hms_desktop.clinic.appointments.holidays import public_holidays
from hms_desktop.core.storable import as_json, storable


@dataclass(frozen=True)
class Saved:
    """The saved entry, and how many appointments to come have lost their time by it and must be moved."""

    id: int
    displaced: int


@dataclass(frozen=True)
class ClinicDraft:
    """A clinic as it is to be; a new one has no `id`."""

    name: str
    service_id: int
    department_id: int
    room_id: int | None = None
    doctor_id: int | None = None
    holidays_apply: bool = True
    active: bool = True
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class WeeklyDraft:
    """A weekly session as it is to be; a new one has no `id`. `overbook` is how many more one session takes."""

    clinic_id: int
    weekday: int
    starts: dt.time
    ends: dt.time
    slot_minutes: int
    valid_from: dt.date
    capacity: int = 1
    overbook: int = 0
    valid_until: dt.date | None = None
    room_id: int | None = None
    doctor_id: int | None = None
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class ExceptionDraft:
    """What is different on a date; of one with an `id`, clinic, date and kind stay as they are."""

    clinic_id: int
    on_date: dt.date
    kind: str
    weekly_session_id: int | None = None
    starts: dt.time | None = None
    ends: dt.time | None = None
    slot_minutes: int | None = None
    capacity: int | None = None
    overbook: int | None = None
    room_id: int | None = None
    doctor_id: int | None = None
    reason: str = ""
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class RulesDraft:
    """The hospital's numbers for booking as they are to be; `reminders` is a key of rules.REMINDER_MODES."""

    horizon_days: int
    offer_hold: dt.timedelta
    offer_notice: dt.timedelta
    reminders: str
    reminder_before: dt.timedelta
    version: int


def save_clinic(session: Session, *, intent: UUID, draft: ClinicDraft) -> Saved:
    """Raises Refused (name taken), Stale."""
    return _save(session, "save_clinic", intent, draft)


def save_weekly_session(session: Session, *, intent: UUID, draft: WeeklyDraft) -> Saved:
    """Raises Refused (hours that hold no slot), Stale."""
    return _save(session, "save_weekly_session", intent, draft)


def remove_weekly_session(session: Session, *, intent: UUID, weekly_session: int, version: int) -> Saved:
    """From today on; what was is kept."""
    return _saved(
        session, "remove_weekly_session(:intent, :id, :version)", intent=intent, id=weekly_session, version=version
    )


def save_exception(session: Session, *, intent: UUID, draft: ExceptionDraft) -> Saved:
    """Raises Refused (hours that hold no slot), Stale."""
    return _save(session, "save_exception", intent, draft)


def remove_exception(session: Session, *, intent: UUID, exception: int, version: int) -> Saved:
    """The date is as usual again."""
    return _saved(session, "remove_exception(:intent, :id, :version)", intent=intent, id=exception, version=version)


def save_holiday(session: Session, *, intent: UUID, on_date: dt.date, name: str) -> Saved:
    """A new holiday, or another name for one."""
    return _saved(
        session, "save_holiday(:intent, :on_date, :name)", intent=intent, on_date=on_date, name=storable(name)
    )


def remove_holiday(session: Session, *, intent: UUID, holiday: int) -> Saved:
    """A working day after all."""
    return _saved(session, "remove_holiday(:intent, :id)", intent=intent, id=holiday)


def fill_holidays(session: Session, *, intent: UUID, country: str, subdivision: str | None, year: int) -> int:
    """Add the public holidays of that country (and part of it) and year; how many were new.

    Raises Refused for a country or a part of it that is not known.
    """
    days = public_holidays(country, subdivision, year)
    found = [{"on_date": day, "name": name[: rules.NAME_LENGTH]} for day, name in days.items()]
    answer = ask(session, "fill_holidays(:intent, :record)", intent=intent, record=as_json({"holidays": found}))
    return int(answer["added"])


def save_booking_rules(session: Session, *, intent: UUID, draft: RulesDraft) -> None:
    """Raises Refused (a number out of its range), Stale."""
    record = {name: value for name, value in asdict(draft).items() if name != "version"}
    wish = "save_booking_rules(:intent, :version, :record)"
    ask(session, wish, intent=intent, version=draft.version, record=as_json(record))


def grant_overbooking(
    session: Session, *, intent: UUID, duty: str | None = None, person: int | None = None, clinic: int | None = None
) -> int:
    """Let a duty or a person book above the capacity, at one clinic or at every one; the grant's id."""
    wish = "grant_overbooking(:intent, :duty, :person, :clinic)"
    return int(ask(session, wish, intent=intent, duty=duty, person=person, clinic=clinic)["id"])


def withdraw_overbooking(session: Session, *, intent: UUID, grant: int) -> None:
    """Take the permission back."""
    ask(session, "withdraw_overbooking(:intent, :grant)", intent=intent, grant=grant)


def _save(session: Session, function: str, intent: UUID, draft: ClinicDraft | WeeklyDraft | ExceptionDraft) -> Saved:
    record = {name: value for name, value in asdict(draft).items() if name not in ("id", "version")}
    return _saved(
        session,
        f"{function}(:intent, :id, :version, :record)",
        intent=intent,
        id=draft.id,
        version=draft.version,
        record=as_json(record),
    )


def _saved(session: Session, wish: str, **values: Any) -> Saved:
    return Saved(**ask(session, wish, **values))
