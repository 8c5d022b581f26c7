"""The schedule: dated sessions follow weekly ones, exceptions, holidays, and the clock on the wall in every season."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hms_desktop.clinic.appointments import actions, holidays, planning, queries, rules, timetable
from hms_desktop.core.errors import Refused, Stale
from tests.clinic.appointments.clinics import MONDAY, TUESDAY, Clinics
from tests.factories import appointments
from tests.hospital import Hospital

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = dt.date(2026, 3, 29), dt.date(2026, 10, 25)


def hours(clinics: Clinics, clinic: int, on: dt.date) -> list[tuple[str, str]]:
    """The open sessions of that date by the clock on the wall."""
    found = clinics.clerk.see(queries.calendar, from_date=on, days=1, clinic=clinic)
    return [(f"{block.at:%H:%M}", f"{block.until:%H:%M}") for block in found.sessions if block.open]


def exception(clinic: int, kind: str, on: dt.date = TUESDAY, **values: Any) -> planning.ExceptionDraft:
    return planning.ExceptionDraft(clinic, on, kind, **values)


def test_a_weekly_session_makes_dated_ones_up_to_the_horizon(clinics: Clinics) -> None:
    [(first, last, count)] = clinics.hospital.sql(
        "SELECT min(on_date), max(on_date), count(*) FROM hms.sessions WHERE clinic_id = %s", clinics.one
    )
    assert (first, last, count) == (MONDAY, MONDAY + dt.timedelta(days=400), 401)


def test_each_business_day_that_books_opens_the_days_that_have_come_within_reach(clinics: Clinics) -> None:
    clinics.book(0)
    clinics.passes(days=3)
    clinics.book(1, on=dt.date(2026, 3, 10))
    [(last,)] = clinics.hospital.sql("SELECT max(on_date) FROM hms.sessions WHERE clinic_id = %s", clinics.one)
    assert last == MONDAY + dt.timedelta(days=403)


def test_a_session_holds_from_and_until_its_dates_and_on_its_weekday(clinics: Clinics) -> None:
    clinic = appointments.clinic(clinics.hospital, "Short", clinics.practice.service, clinics.practice.department)
    appointments.weekly(clinics.hospital, clinic, (3,), valid_from="2026-03-10", valid_until="2026-03-25")
    found = clinics.hospital.sql("SELECT on_date FROM hms.sessions WHERE clinic_id = %s ORDER BY 1", clinic)
    assert [day.day for (day,) in found] == [11, 18, 25]


def test_a_closed_date_keeps_its_appointments_on_a_list_of_those_to_be_moved(clinics: Clinics) -> None:
    booked = clinics.book(0)
    manager = clinics.manager()
    saved = manager.do(planning.save_exception, draft=exception(clinics.one, "closed", reason="the doctor is ill"))
    assert saved.displaced == 1
    assert hours(clinics, clinics.one, TUESDAY) == []
    [block] = clinics.clerk.see(queries.calendar, from_date=TUESDAY, days=1, clinic=clinics.one).sessions
    assert (block.open, block.note) == (False, "the doctor is ill")
    assert [line.id for line in clinics.clerk.see(queries.displaced)] == [booked.appointment_id]
    with pytest.raises(Refused, match="is closed"):
        clinics.clerk.do(
            actions.book, patient=clinics.patients[1], session_id=booked.session_id, starts_at=booked.starts_at
        )
    clinics.step(actions.move, booked, **clinics.place(on=dt.date(2026, 3, 4)))
    assert clinics.clerk.see(queries.displaced) == ()
    assert manager.do(planning.remove_exception, exception=saved.id, version=1).displaced == 0
    assert hours(clinics, clinics.one, TUESDAY) == [("09:00", "12:00")]


def test_other_hours_and_an_extra_session_hold_for_one_date(clinics: Clinics) -> None:
    manager = clinics.manager()
    manager.do(planning.save_exception, draft=exception(clinics.one, "changed", starts=dt.time(10)))
    extra = {"starts": dt.time(14), "ends": dt.time(16), "slot_minutes": 20, "capacity": 2, "overbook": 0}
    manager.do(planning.save_exception, draft=exception(clinics.one, "extra", **extra))
    assert hours(clinics, clinics.one, TUESDAY) == [("10:00", "12:00"), ("14:00", "16:00")]
    assert hours(clinics, clinics.one, dt.date(2026, 3, 4)) == [("09:00", "12:00")]
    card = clinics.clerk.see(timetable.clinic_card, clinic=clinics.one)
    assert card is not None
    assert [(line.kind, line.capacity) for line in card.exceptions] == [("changed", None), ("extra", 2)]


def test_a_holiday_closes_every_clinic_that_does_not_work_on_holidays(clinics: Clinics) -> None:
    ward = appointments.clinic(
        clinics.hospital, "Dialysis", clinics.practice.service, clinics.practice.department, holidays_apply=False
    )
    appointments.weekly(clinics.hospital, ward)
    clinics.book(0)
    manager = clinics.manager()
    saved = manager.do(planning.save_holiday, on_date=TUESDAY, name="Founders' day")
    assert saved.displaced == 1
    assert hours(clinics, clinics.one, TUESDAY) == []
    assert hours(clinics, ward, TUESDAY) == [("09:00", "12:00")]
    calendar = clinics.clerk.see(queries.calendar, from_date=MONDAY, days=7, clinic=clinics.one)
    assert calendar.holidays == {TUESDAY: "Founders' day"}
    [density] = clinics.clerk.see(queries.month, from_date=TUESDAY, until_date=TUESDAY, clinic=clinics.two)
    assert (density.closed, density.holiday, density.places) == (True, "Founders' day", 0)
    manager.do(planning.remove_holiday, holiday=saved.id)
    assert hours(clinics, clinics.one, TUESDAY) == [("09:00", "12:00")]


def test_the_public_holidays_of_a_country_are_filled_in_once(clinics: Clinics) -> None:
    manager = clinics.manager()
    wish = {"country": "KE", "subdivision": None, "year": 2026}
    added = manager.do(planning.fill_holidays, **wish)
    assert added > 8
    assert manager.do(planning.fill_holidays, **wish) == 0
    named = {row.on_date: row.name for row in clinics.clerk.see(timetable.holidays, year=2026)}
    assert named[dt.date(2026, 6, 1)] == "Madaraka Day"
    assert hours(clinics, clinics.one, dt.date(2026, 6, 1)) == []
    with pytest.raises(Refused, match="not known"):
        manager.do(planning.fill_holidays, country="XX", subdivision=None, year=2026)


def test_countries_are_known_with_their_regions() -> None:
    known = dict(holidays.countries())
    assert "BY" in known["DE"]
    assert len(known) > 150


def berlin(hospital: Hospital, **values: Any) -> tuple[Clinics, int]:
    """A clinic in Berlin whose nights hold the hours at which clocks change."""
    clinics = Clinics(hospital)
    hospital.sql("UPDATE hms.facility SET time_zone = 'Europe/Berlin'")
    clinic = appointments.clinic(hospital, "Night", clinics.practice.service, clinics.practice.department)
    appointments.weekly(hospital, clinic, (7,), **values)
    return clinics, clinic


@pytest.mark.parametrize(("day", "slots", "shown"), [(SPRING, 3, "05:00"), (AUTUMN, 5, "05:00")])
def test_a_night_on_which_clocks_change_is_an_hour_shorter_or_longer(
    hospital: Hospital, day: dt.date, slots: int, shown: str
) -> None:
    clinics, clinic = berlin(hospital, starts="01:00", ends="05:00", slot_minutes=60)
    [block] = clinics.clerk.see(queries.calendar, from_date=day, days=1, clinic=clinic).sessions
    assert (f"{block.at:%H:%M}", f"{block.until:%H:%M}") == ("01:00", shown)
    assert block.places == slots
    steps = rules.slots(block.starts_at, block.ends_at, block.slot_minutes)
    walls = [since.astimezone(BERLIN).hour for since, _ in steps]
    assert walls == ([1, 3, 4] if day == SPRING else [1, 2, 2, 3, 4])
    for number, (since, _) in enumerate(steps):
        booked = clinics.clerk.do(
            actions.book, patient=clinics.patients[number], session_id=block.session_id, starts_at=since
        )
        assert booked.at.hour == walls[number]


def test_a_session_by_day_keeps_its_hour_on_the_wall_when_clocks_change(hospital: Hospital) -> None:
    clinics, clinic = berlin(hospital)
    before, after = SPRING - dt.timedelta(days=7), SPRING
    for day, utc in ((before, 8), (after, 7), (AUTUMN, 8)):
        [block] = clinics.clerk.see(queries.calendar, from_date=day, days=1, clinic=clinic).sessions
        assert (block.at.hour, block.starts_at.hour) == (9, utc)


def test_a_session_whose_hours_are_leapt_over_is_not_held_on_that_night(hospital: Hospital) -> None:
    clinics, clinic = berlin(hospital, starts="02:50", ends="03:20", slot_minutes=10)
    assert hours(clinics, clinic, SPRING) == []
    assert hours(clinics, clinic, SPRING + dt.timedelta(days=7)) == [("02:50", "03:20")]


def test_another_time_zone_keeps_the_hours_and_changes_the_moments(clinics: Clinics) -> None:
    clinics.hospital.sql("UPDATE hms.facility SET time_zone = 'Africa/Nairobi'")
    [block] = clinics.clerk.see(queries.calendar, from_date=TUESDAY, days=1, clinic=clinics.one).sessions
    assert (block.at.hour, block.starts_at.hour) == (9, 6)


def test_hours_that_hold_no_slot_and_a_name_that_is_taken_are_refused(clinics: Clinics) -> None:
    manager = clinics.manager()
    draft = planning.WeeklyDraft(clinics.one, 1, dt.time(9), dt.time(9, 20), 30, TUESDAY)
    with pytest.raises(Refused, match="holds at least one slot"):
        manager.do(planning.save_weekly_session, draft=draft)
    draft = planning.ClinicDraft("Clinic 2", clinics.practice.service, clinics.practice.department)
    with pytest.raises(Refused, match="has this name"):
        manager.do(planning.save_clinic, draft=draft)


def test_an_edit_of_what_a_colleague_changed_is_stale(clinics: Clinics) -> None:
    manager = clinics.manager()
    card = clinics.clerk.see(timetable.clinic_card, clinic=clinics.one)
    assert card is not None
    line = card.weekly[0]
    draft = planning.WeeklyDraft(
        clinics.one, line.weekday, line.starts, dt.time(11), 30, line.valid_from, id=line.id, version=line.version
    )
    manager.do(planning.save_weekly_session, draft=draft)
    with pytest.raises(Stale):
        manager.do(planning.save_weekly_session, draft=draft)
    assert hours(clinics, clinics.one, MONDAY) == [("09:00", "11:00")]
    manager.do(planning.remove_weekly_session, weekly_session=line.id, version=2)
    assert hours(clinics, clinics.one, MONDAY) == []


def test_booking_rules_are_saved_with_their_ranges(clinics: Clinics) -> None:
    manager = clinics.manager()
    now = manager.see(timetable.booking_rules)
    draft = planning.RulesDraft(
        500, dt.timedelta(minutes=30), dt.timedelta(hours=1), "opt_out", dt.timedelta(days=2), 1
    )
    manager.do(planning.save_booking_rules, draft=draft)
    saved = manager.see(timetable.booking_rules)
    assert (saved.horizon_days, saved.offer_hold, saved.reminders) == (500, dt.timedelta(minutes=30), "opt_out")
    assert now.version + 1 == saved.version
    with pytest.raises(Refused):
        manager.do(
            planning.save_booking_rules,
            draft=planning.RulesDraft(1, *[dt.timedelta(hours=1)] * 2, "off", dt.timedelta(days=2), 2),
        )
