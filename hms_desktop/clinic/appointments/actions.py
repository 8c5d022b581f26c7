"""What a desk wishes of the appointments: one function each, one round trip, done by a function of guards_*.sql.

All of them raise Refused with the hospital's sentence; those that take a `version` raise Stale when a colleague
changed the entry since it was read.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from hms_desktop.clinic.appointments import rules
from hms_desktop.clinic.appointments.asking import ask
from hms_desktop.clinic.appointments.rules import Recurrence
from hms_desktop.core.standing_alone import Sending, stands_alone
from hms_desktop.core.storable import as_json, storable


@dataclass(frozen=True)
class Booked:
    """How an appointment stands after a step. `at` is the clock on the wall; `ticket` is empty before the arrival."""

    appointment_id: int
    version: int
    code: UUID
    session_id: int
    clinic_id: int
    clinic: str
    doctor: str
    room: str
    patient_id: int
    starts_at: dt.datetime
    ends_at: dt.datetime
    at: dt.datetime
    state: str
    seat: int | None
    over: bool
    ticket: str


@dataclass(frozen=True)
class CheckedIn(Booked):
    """An arrival with the queue's ticket; `already` where the patient held one of this service before."""

    ticket_id: int
    segment_id: int
    barcode: UUID
    number: int
    already: bool


@dataclass(frozen=True)
class Skipped:
    """A date of a course that cannot be booked, with the refusal's code and sentence."""

    on_date: dt.date
    code: str
    why: str


@dataclass(frozen=True)
class Series:
    """A course of visits: what was booked and what was left out."""

    series_id: int
    booked: tuple[Booked, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True)
class Cancelled:
    """A given-up place; `offered_to` is the entry of the waiting list for which it is held now."""

    appointment_id: int
    version: int
    offered_to: int | None


@dataclass(frozen=True)
class Declined:
    """An entry whose offer was turned down, and the entry for which the place is held now."""

    entry_id: int
    offered_to: int | None


@dataclass(frozen=True)
class WaitingWish:
    """What somebody who waits would take; what is left empty does not matter to them."""

    patient: int
    service: int
    clinic: int | None = None
    doctor: int | None = None
    from_date: dt.date | None = None
    until_date: dt.date | None = None
    weekdays: tuple[int, ...] = ()
    earliest: dt.time | None = None
    latest: dt.time | None = None
    slots: int = 1
    note: str = ""


@stands_alone
def book(
    session: Sending,
    *,
    intent: UUID,
    patient: int,
    session_id: int,
    starts_at: dt.datetime,
    slots: int = 1,
    reason: str = "",
    overbook: bool = False,
) -> Booked:
    """A place in the session from this slot on; above the capacity only where `overbook` is wished and allowed."""
    return _booked(
        ask(
            session,
            "book_appointment(:intent, :patient, :session_id, :starts_at, :slots, :reason, :overbook)",
            intent=intent,
            patient=patient,
            session_id=session_id,
            starts_at=starts_at,
            slots=slots,
            reason=storable(reason),
            overbook=overbook,
        )
    )


def book_series(
    session: Session,
    *,
    intent: UUID,
    patient: int,
    clinic: int,
    first: dt.date,
    at: dt.time,
    rule: Recurrence,
    slots: int = 1,
    reason: str = "",
    skip: bool = False,
) -> Series:
    """A course of visits at one clinic and time of day: all of them or, with `skip`, those that can be had.

    Raises Refused with the code `appointments.series` and, in its params, the dates that cannot be had.
    """
    answer = ask(
        session,
        "book_series(:intent, :patient, :clinic, cast(:dates AS date[]), :at, :slots, :reason, :skip)",
        intent=intent,
        patient=patient,
        clinic=clinic,
        dates=list(rules.visits(first, rule)),
        at=at,
        slots=slots,
        reason=storable(reason),
        skip=skip,
    )
    return Series(
        answer["series_id"],
        tuple(_booked(one) for one in answer["booked"]),
        tuple(skipped(one) for one in answer["skipped"]),
    )


def skipped(told: dict[str, Any]) -> Skipped:
    """One of the dates in the params of the refusal `appointments.series`."""
    return Skipped(dt.date.fromisoformat(told["on_date"]), told["code"], told["why"])


@stands_alone
def move(
    session: Sending,
    *,
    intent: UUID,
    appointment: int,
    version: int,
    session_id: int,
    starts_at: dt.datetime,
    overbook: bool = False,
) -> Booked:
    """The same appointment at another time or clinic; the place it leaves is offered to the waiting list."""
    return _booked(
        ask(
            session,
            "move_appointment(:intent, :appointment, :version, :session_id, :starts_at, :overbook)",
            intent=intent,
            appointment=appointment,
            version=version,
            session_id=session_id,
            starts_at=starts_at,
            overbook=overbook,
        )
    )


@stands_alone
def cancel(session: Sending, *, intent: UUID, appointment: int, version: int, reason: str, note: str = "") -> Cancelled:
    """Give the place up; `reason` is a key of rules.CANCEL_REASONS."""
    return Cancelled(
        **ask(
            session,
            "cancel_appointment(:intent, :appointment, :version, :reason, :note)",
            intent=intent,
            appointment=appointment,
            version=version,
            reason=reason,
            note=storable(note),
        )
    )


def cancel_series(session: Session, *, intent: UUID, series: int, reason: str, note: str = "") -> int:
    """Cancel all visits of a course that are still to come; how many there were."""
    wish = "cancel_series(:intent, :series, :reason, :note)"
    answer = ask(session, wish, intent=intent, series=series, reason=reason, note=storable(note))
    return int(answer["cancelled"])


def restore(session: Session, *, intent: UUID, appointment: int, version: int) -> Booked:
    """Take a cancellation or today's no-show back, while the place is free."""
    return _booked(_step(session, "restore_appointment", intent, appointment, version))


def mark_no_show(session: Session, *, intent: UUID, appointment: int, version: int) -> Booked:
    """The patient did not come."""
    return _booked(_step(session, "mark_appointment_no_show", intent, appointment, version))


@stands_alone
def check_in(
    session: Sending, *, intent: UUID, appointment: int, version: int, priority: str = "ordinary", reason: str = ""
) -> CheckedIn:
    """The patient is here: opens the queue's ticket with the appointment's time; a class may need a reason."""
    return _checked_in(
        ask(
            session,
            "check_in(:intent, :appointment, :version, :priority, :reason)",
            intent=intent,
            appointment=appointment,
            version=version,
            priority=priority,
            reason=storable(reason),
        )
    )


@stands_alone
def check_in_scanned(session: Sending, *, intent: UUID, code: UUID) -> CheckedIn:
    """The patient is here with the slip that holds this code."""
    return _checked_in(ask(session, "check_in_scanned(:intent, :code)", intent=intent, code=code))


def unarrive(session: Session, *, intent: UUID, appointment: int, version: int) -> Booked:
    """Take the arrival back while nobody has called the ticket, which leaves the queue."""
    return _booked(_step(session, "unarrive", intent, appointment, version))


def edit_reason(session: Session, *, intent: UUID, appointment: int, version: int, reason: str) -> Booked:
    """Why the patient comes, in other words."""
    return _booked(
        ask(
            session,
            "edit_appointment_reason(:intent, :appointment, :version, :reason)",
            intent=intent,
            appointment=appointment,
            version=version,
            reason=storable(reason),
        )
    )


def close_past(session: Session, *, intent: UUID) -> int:
    """Who was booked on an earlier day and never came becomes a no-show; how many did."""
    return int(ask(session, "close_past_appointments(:intent)", intent=intent)["no_shows"])


def add_to_waiting_list(session: Session, *, intent: UUID, wish: WaitingWish) -> int:
    """Note somebody who would come sooner; the entry's id."""
    answer = ask(
        session,
        "add_to_waiting_list(:intent, :patient, :record)",
        intent=intent,
        patient=wish.patient,
        record=as_json(
            {
                "service_id": wish.service,
                "clinic_id": wish.clinic,
                "doctor_id": wish.doctor,
                "from_date": wish.from_date,
                "until_date": wish.until_date,
                "weekdays": list(wish.weekdays),
                "earliest": wish.earliest,
                "latest": wish.latest,
                "slots": wish.slots,
                "note": wish.note,
            }
        ),
    )
    return int(answer["id"])


def leave_waiting_list(session: Session, *, intent: UUID, entry: int, version: int) -> Declined:
    """Take an entry off the list; what was held for it is offered to the next."""
    return Declined(**_step(session, "leave_waiting_list", intent, entry, version))


def accept_offer(session: Session, *, intent: UUID, entry: int, version: int) -> Booked:
    """The patient was reached and comes: what was held is booked."""
    return _booked(_step(session, "accept_offer", intent, entry, version))


def decline_offer(session: Session, *, intent: UUID, entry: int, version: int, stays: bool = True) -> Declined:
    """The offered time does not suit; the entry stays on the list or, without `stays`, leaves it."""
    wish = "decline_offer(:intent, :entry, :version, :stays)"
    return Declined(**ask(session, wish, intent=intent, entry=entry, version=version, stays=stays))


def release_lapsed_offers(session: Session, *, intent: UUID) -> int:
    """End the offers that nobody answered in time; how many there were."""
    return int(ask(session, "release_lapsed_offers(:intent)", intent=intent)["released"])


def _step(session: Sending, wish: str, intent: UUID, row: int, version: int) -> dict[str, Any]:
    return ask(session, f"{wish}(:intent, :row, :version)", intent=intent, row=row, version=version)


def _times(answer: dict[str, Any]) -> dict[str, Any]:
    moments = {name: dt.datetime.fromisoformat(answer[name]) for name in ("starts_at", "ends_at", "at")}
    return answer | moments | {"code": UUID(answer["code"])}


def _booked(answer: dict[str, Any]) -> Booked:
    return Booked(**_times(answer))


def _checked_in(answer: dict[str, Any]) -> CheckedIn:
    return CheckedIn(**_times(answer) | {"barcode": UUID(answer["barcode"])})
