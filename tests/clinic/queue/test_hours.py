"""When a service gives tickets, and who may give one outside of that."""

import datetime as dt
import uuid
from collections.abc import Sequence

import pytest

from hms_desktop.clinic.queue import actions, queries
from hms_desktop.clinic.queue import actions_planning as setting
from hms_desktop.clinic.queue import queries_planning as planning
from hms_desktop.clinic.queue.rules import Span, hours_as_typed
from hms_desktop.core.errors import Refused, Stale
from tests.clinic.queue.desk import MORNING, Day

MONDAY = MORNING.replace(hour=0)


def week(*typed: str) -> list[Sequence[Span]]:
    """The hours of Monday, Tuesday …; the days that are not named have none."""
    spans = [hours_as_typed(each) or () for each in typed]
    return [*spans, *[()] * (7 - len(spans))]


def set_hours(day: Day, *typed: str, service: str = "A", last: dt.timedelta = dt.timedelta(0)) -> None:
    manager = day.desk("manager")
    hours = next(one for one in manager.see(planning.opening_hours) if one.service_id == day.house.services[service])
    manager.do(
        setting.save_opening_hours,
        service=hours.service_id,
        version=hours.version,
        week=week(*typed),
        last_ticket_before=last,
    )


def gives_at(day: Day, hour: int, minute: int = 0, days: int = 0) -> bool:
    """Whether service A gives a ticket at that time of the week's Monday, or so many days later."""
    day.set(MONDAY + dt.timedelta(days=days, hours=hour, minutes=minute))
    try:
        day.arrives()
    except Refused as refused:
        if refused.code not in ("queue.outside_hours", "queue.closed_today"):
            raise
        return False
    return True


def test_a_service_without_hours_is_always_open(day: Day) -> None:
    assert gives_at(day, 3)


def test_tickets_are_given_within_the_hours_of_the_weekday(day: Day) -> None:
    set_hours(day, "8-12, 13:30-16", "8-12")
    day.patients = []
    assert [gives_at(day, *at) for at in ((7, 59, 0), (8,), (11, 59), (12,), (13, 30), (16,))] == [
        False,
        True,
        True,
        False,
        True,
        False,
    ]
    assert not gives_at(day, 14, days=1)
    assert not gives_at(day, 9, days=2)
    with pytest.raises(Refused, match=r"gives no tickets today"):
        day.arrives()
    assert day.arrives("B").ticket == "B 001"


def test_a_refusal_names_the_hours(day: Day) -> None:
    set_hours(day, "8-12, 13:30-16", last=dt.timedelta(minutes=30))
    day.set(MONDAY + dt.timedelta(hours=15, minutes=31))
    with pytest.raises(Refused, match="gives tickets 08:00–11:30, 13:30–15:30 only"):
        day.arrives()
    assert day.clerk.see(planning.openings)[day.house.services["A"]] == planning.Opening(
        day.house.services["A"], False, "08:00–11:30, 13:30–15:30", ""
    )


def test_a_night_clinic_stays_open_past_midnight_on_its_own_day(day: Day) -> None:
    day.hospital.sql("UPDATE hms.facility SET day_starts_at = '06:00'")
    set_hours(day, "20-4")
    assert [gives_at(day, hour) for hour in (19, 20, 24, 27, 28)] == [False, True, True, True, False]


def test_a_day_of_its_own_comes_before_the_week_and_the_services_before_the_hospitals(day: Day) -> None:
    set_hours(day, "8-12")
    manager = day.desk("manager")
    holiday = setting.ExceptionDraft(MORNING.date(), note="Founders' day")
    manager.do(setting.save_opening_exception, draft=holiday)
    day.set(MORNING)
    for service in "AB":
        with pytest.raises(Refused, match="gives no tickets today"):
            day.arrives(service)
    span = Span(dt.time(9), dt.time(10))
    own = setting.ExceptionDraft(MORNING.date(), day.house.services["A"], span, "short day")
    number = manager.do(setting.save_opening_exception, draft=own)
    assert day.arrives("A").ticket == "A 001"
    rows = manager.see(planning.opening_exceptions)
    assert [(row.service, row.span, row.note) for row in rows] == [
        ("", None, "Founders' day"),
        ("Service A", span, "short day"),
    ]
    with pytest.raises(Stale):
        manager.do(setting.drop_opening_exception, exception=number, version=7)
    for row in rows:
        manager.do(setting.drop_opening_exception, exception=row.id, version=row.version)
    assert day.arrives("B").ticket == "B 001"


def test_one_day_has_one_entry_of_a_kind(day: Day) -> None:
    manager = day.desk("manager")
    draft = setting.ExceptionDraft(MORNING.date())
    manager.do(setting.save_opening_exception, draft=draft)
    with pytest.raises(Refused, match="has such an entry already"):
        manager.do(setting.save_opening_exception, draft=draft)


def test_who_has_an_appointment_is_let_in_by_it(day: Day) -> None:
    set_hours(day, "8-12")
    day.set(MONDAY + dt.timedelta(hours=12, minutes=10))
    assert day.arrives(due=day.now + dt.timedelta(minutes=20)).ticket == "A 001"


def test_only_who_holds_the_permission_issues_outside_of_the_hours_and_says_why(day: Day) -> None:
    set_hours(day, "8-9")
    wish = {"service": day.house.services["A"], "patient": day.patients[0]}
    day.set(MORNING)
    with pytest.raises(Refused):
        day.clerk.do(actions.issue_outside_hours, **wish, why="sent by the ward")
    assert not day.clerk.see(planning.may_issue_outside_hours)
    doctor = day.desk("clinician")
    assert doctor.see(planning.may_issue_outside_hours)
    with pytest.raises(Refused, match="needs a reason"):
        doctor.do(actions.issue_outside_hours, **wish, why=" ")
    ticket = doctor.do(actions.issue_outside_hours, **wish, why="sent by the ward")
    assert ticket.ticket == "A 001"
    notes = day.hospital.sql("SELECT note FROM hms.segment_changes WHERE segment_id = %s", ticket.segment_id)
    assert notes == [("sent by the ward",)]


def test_a_refused_ticket_outside_of_the_hours_burns_no_number_and_no_intent(day: Day) -> None:
    set_hours(day, "8-9")
    intent = uuid.uuid4()
    wish = {"intent": intent, "service": day.house.services["A"], "patient": day.patients[0]}
    day.set(MORNING)
    with pytest.raises(Refused):
        day.clerk.database.run_now(actions.issue_ticket, **wish)
    day.set(MONDAY + dt.timedelta(hours=8))
    assert day.clerk.database.run_now(actions.issue_ticket, **wish).ticket == "A 001"


def test_two_hours_of_one_weekday_do_not_overlap(day: Day) -> None:
    manager = day.desk("manager")
    [hours, _] = manager.see(planning.opening_hours)
    overlapping = [Span(dt.time(8), dt.time(12)), Span(dt.time(11), dt.time(13))]
    with pytest.raises(Refused, match="overlap"):
        manager.do(
            setting.save_opening_hours,
            service=hours.service_id,
            version=hours.version,
            week=[overlapping, *[()] * 6],
            last_ticket_before=dt.timedelta(0),
        )


# Reasons -------------------------------------------------------------------------------------------------------------


def test_a_class_offers_its_reasons_and_may_ask_for_one_of_them(day: Day) -> None:
    manager = day.desk("manager")
    priority = next(one for one in manager.see(planning.classes) if one.name == "Priority")
    manager.do(setting.save_reason_rule, priority_class=priority.id, version=priority.version, rule="listed")
    [offered] = [one for one in manager.see(planning.priorities) if one.code == "priority"]
    assert (offered.reason_rule, "Pregnant" in offered.reasons) == ("listed", True)
    with pytest.raises(Refused, match="one of its reasons"):
        day.arrives(priority="priority")
    wish = {"service": day.house.services["A"], "patient": day.patients[0], "priority": "priority"}
    ticket = day.clerk.do(actions.issue_ticket, **wish, reason="Pregnant")
    [row] = day.clerk.see(queries.board)
    assert (row.ticket, row.reason) == (ticket.ticket, "Pregnant")


def test_a_reason_out_of_use_is_offered_no_more(day: Day) -> None:
    manager = day.desk("manager")
    [elderly] = [one for one in manager.see(planning.reasons) if one.name == "Elderly"]
    draft = setting.ReasonDraft(elderly.class_id, "Over 70", active=False, id=elderly.id, version=elderly.version)
    manager.do(setting.save_priority_reason, draft=draft)
    own = setting.ReasonDraft(elderly.class_id, "Blood donor")
    manager.do(setting.save_priority_reason, draft=own)
    with pytest.raises(Refused, match="already"):
        manager.do(setting.save_priority_reason, draft=own)
    [offered] = [one for one in manager.see(planning.priorities) if one.code == "priority"]
    assert "Blood donor" in offered.reasons
    assert not {"Elderly", "Over 70"} & set(offered.reasons)
