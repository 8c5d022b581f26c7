"""What the calendar, the lists and the search for a free slot show, and to whom."""

import contextlib
import datetime as dt
import uuid

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hms_desktop.clinic.appointments import actions, queries, rules, timetable
from hms_desktop.clinic.appointments.card import appointment_card
from hms_desktop.clinic.patients import actions as patients
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Refused
from tests.clinic.appointments.clinics import MONDAY, TUESDAY, Clinics
from tests.factories import appointments, queue
from tests.factories.patients import patient
from tests.hospital import Hospital

WEEK = queries.ListWish(MONDAY, MONDAY + dt.timedelta(days=6))


def secret(clinics: Clinics) -> tuple[actions.Booked, int]:
    """A restricted patient's appointment on Tuesday at nine, and the patient."""
    who = patient(clinics.hospital, "Wanjiru", "Grace", restricted=True)
    place = clinics.place()
    return clinics.clerk.do(actions.book, patient=who, reason="secret", **place), who


def test_a_week_shows_sessions_with_their_appointments_in_order(clinics: Clinics) -> None:
    clinics.book(0, "10:00", reason="cough")
    clinics.book(1, "09:00")
    gone = clinics.book(2, "11:00")
    clinics.cancel(gone)
    week = clinics.clerk.see(queries.calendar, from_date=MONDAY, days=7, clinic=clinics.one)
    assert [block.on_date.day for block in week.sessions] == [2, 3, 4, 5, 6, 7, 8]
    assert (week.sessions[1].taken, week.sessions[1].places) == (2, 6)
    assert [(block.at.hour, block.reason) for block in week.appointments] == [(9, ""), (10, "cough")]
    assert (week.today, week.now.hour) == (MONDAY, 8)


def test_a_day_of_a_department_and_a_week_of_a_doctor_show_all_their_clinics(clinics: Clinics) -> None:
    login = clinics.hospital.person("clinician", name="Dr Otieno").user
    [(doctor,)] = clinics.hospital.sql("SELECT id FROM hms.people WHERE login = %s", login)
    clinic = appointments.clinic(
        clinics.hospital, "Otieno's", clinics.practice.service, clinics.practice.department, doctor_id=doctor
    )
    appointments.weekly(clinics.hospital, clinic, (2,))
    day = clinics.clerk.see(queries.calendar, from_date=TUESDAY, days=1, department=clinics.practice.department)
    assert [block.clinic for block in day.sessions] == ["Clinic 1", "Clinic 2", "Otieno's"]
    week = clinics.clerk.see(queries.calendar, from_date=MONDAY, days=7, doctor=doctor)
    assert [(block.clinic, block.doctor) for block in week.sessions] == [("Otieno's", "Dr Otieno")]
    [line] = clinics.clerk.see(timetable.doctors)
    assert (line.name, line.department_ids) == ("Dr Otieno", (clinics.practice.department,))


def test_a_restricted_record_shows_its_number_and_nothing_else(clinics: Clinics) -> None:
    booked, who = secret(clinics)
    [block] = clinics.clerk.see(queries.calendar, from_date=TUESDAY, days=1, clinic=clinics.one).appointments
    assert (block.closed, block.patient, block.reason, block.age) == (True, "", "", None)
    assert len(block.mrn) > 8
    line = clinics.line(booked.appointment_id)
    assert (line.closed, line.patient, line.phone, line.note) == (True, "", "", "")
    clinics.clerk.do(patients.open_restricted, patient_id=who, reason="at the desk")
    line = clinics.line(booked.appointment_id)
    assert (line.closed, line.patient, line.reason) == (False, "Wanjiru, Grace", "secret")


def test_a_restricted_record_on_the_waiting_list_shows_its_number_and_nothing_else(clinics: Clinics) -> None:
    who = patient(clinics.hospital, "Wanjiru", "Grace", restricted=True)
    clinics.clerk.do(
        actions.add_to_waiting_list, wish=actions.WaitingWish(who, clinics.practice.service, note="secret")
    )
    [entry] = clinics.waiting()
    assert (entry.closed, entry.patient, entry.note, entry.phone) == (True, "", "", "")


def test_psql_with_a_clerks_password_reads_no_more_of_a_restricted_record(clinics: Clinics) -> None:
    secret(clinics)
    with connect(clinics.hospital.person("front_desk"), application="psql", autocommit=True) as opened:
        rows = opened.execute("SELECT given_names, family_name, reason FROM hms.appointment_lines").fetchall()
        assert rows == [(None, None, "")]
        for table in ("appointments", "waiting_list", "outbox", "appointment_changes"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                opened.execute(f"SELECT * FROM hms.{table}".encode())


@pytest.mark.parametrize("duty", ["pharmacist", "cashier", "store", "admin"])
def test_who_has_no_part_in_appointments_sees_sessions_without_patients(clinics: Clinics, duty: str) -> None:
    desk = clinics.desk(duty)
    assert desk.see(timetable.clinics)
    with pytest.raises(Refused, match="duties do not allow"):
        desk.see(queries.list_anchors, wish=WEEK)


def test_a_list_is_read_page_by_page_from_any_anchor(clinics: Clinics) -> None:
    booked = [clinics.book(number, f"{9 + number // 2:02}:{number % 2 * 30:02}") for number in range(6)]
    anchors = clinics.clerk.see(queries.list_anchors, wish=WEEK)
    assert (anchors.count, anchors.keys) == (6, (None,))
    first = clinics.clerk.see(queries.list_page, wish=WEEK, after=None, offset=0, limit=2)
    key = (first[-1].starts_at, first[-1].id)
    rest = clinics.clerk.see(queries.list_page, wish=WEEK, after=key, offset=1, limit=200)
    assert [line.id for line in (*first, *rest)] == [one.appointment_id for one in (*booked[:2], *booked[3:])]
    only = queries.ListWish(MONDAY, TUESDAY, clinic=clinics.two, states=("booked",))
    assert clinics.clerk.see(queries.list_anchors, wish=only).count == 0


def test_an_anchor_stands_before_each_thousandth_line(hospital: Hospital) -> None:
    clinics = Clinics(hospital, patients=1)
    clinic = appointments.clinic(hospital, "Hall", clinics.practice.service, clinics.practice.department)
    appointments.weekly(hospital, clinic, (2,), capacity=100, slot_minutes=5)
    session = clinics.session(clinic)
    many = queue.patients(hospital, 2100)
    hospital.sql(
        "INSERT INTO hms.appointments (patient_id, session_id, starts_at, ends_at, seat, booked_at) "
        "SELECT p.id, s.id, s.starts_at + (n - 1) / 100 * interval '5 minutes', "
        "s.starts_at + ((n - 1) / 100 + 1) * interval '5 minutes', (n - 1) %% 100 + 1, hms.hospital_now() "
        "FROM unnest(%s::bigint[]) WITH ORDINALITY AS p (id, n), hms.sessions s WHERE s.id = %s",
        many,
        session,
    )
    anchors = clinics.clerk.see(queries.list_anchors, wish=WEEK)
    assert (anchors.count, len(anchors.keys)) == (2100, 3)
    lines = clinics.clerk.see(queries.list_page, wish=WEEK, after=anchors.keys[2], offset=99, limit=10)
    assert len(lines) == 1


def test_a_month_shows_how_full_each_day_is(clinics: Clinics) -> None:
    clinics.book(0)
    clinics.book(1, clinic=clinics.two)
    found = clinics.clerk.see(queries.month, from_date=MONDAY, until_date=TUESDAY)
    assert [(day.places, day.taken, day.sessions) for day in found] == [(12, 0, 2), (12, 2, 2)]


def test_the_next_free_slot_is_found_across_clinics(clinics: Clinics) -> None:
    for number, clinic in enumerate((clinics.one, clinics.two)):
        clinics.book(number, clinic=clinic, on=MONDAY, slots=6)
    clinics.book(2, "09:00")
    wish = queries.SlotWish(service=clinics.practice.service)
    found = clinics.clerk.see(queries.free_slots, wish=wish, most=3)
    assert [(slot.clinic, slot.at.day, slot.at.hour, slot.at.minute) for slot in found] == [
        ("Clinic 2", 3, 9, 0),
        ("Clinic 1", 3, 9, 30),
        ("Clinic 2", 3, 9, 30),
    ]
    long = queries.SlotWish(clinic=clinics.one, slots=6)
    assert clinics.clerk.see(queries.free_slots, wish=long, most=1)[0].at.day == 4


def test_a_free_slot_is_looked_for_on_the_wanted_weekdays_and_times(clinics: Clinics) -> None:
    wish = queries.SlotWish(
        clinic=clinics.one, from_date=TUESDAY, weekdays=(5,), earliest=dt.time(10), latest=dt.time(11)
    )
    found = clinics.clerk.see(queries.free_slots, wish=wish, most=3)
    assert [(slot.at.day, slot.at.hour, slot.at.minute) for slot in found] == [(6, 10, 0), (6, 10, 30), (13, 10, 0)]


def test_what_is_found_free_is_what_the_rules_leave(hospital: Hospital) -> None:
    clinics = Clinics(hospital, patients=1)
    clinic = appointments.clinic(hospital, "Hall", clinics.practice.service, clinics.practice.department)
    appointments.weekly(hospital, clinic, (2,), capacity=2)
    [block] = clinics.clerk.see(queries.calendar, from_date=TUESDAY, days=1, clinic=clinic).sessions

    @settings(max_examples=25, deadline=None)
    @given(wishes=st.lists(st.tuples(st.integers(0, 5), st.integers(1, 3)), max_size=8), slots=st.integers(1, 3))
    def compare(wishes: list[tuple[int, int]], slots: int) -> None:
        booked = []
        for start, long in wishes:
            who = patient(hospital, "Someone")
            starts = block.starts_at + start * dt.timedelta(minutes=30)
            with contextlib.suppress(Refused):
                booked.append(
                    clinics.clerk.do(
                        actions.book, patient=who, session_id=block.session_id, starts_at=starts, slots=long
                    )
                )
        wish = queries.SlotWish(clinic=clinic, from_date=TUESDAY, slots=slots)
        found = clinics.clerk.see(queries.free_slots, wish=wish, most=50)
        step = dt.timedelta(minutes=30)
        taken = [(one.starts_at, one.ends_at, one.seat or 0) for one in booked]
        expected = [
            (since, rules.places_left(since, since + slots * step, 2, taken))
            for since, _ in rules.slots(block.starts_at, block.ends_at, 30)
            if since + slots * step <= block.ends_at
        ]
        assert [(slot.starts_at, slot.left) for slot in found if slot.session_id == block.session_id] == [
            one for one in expected if one[1]
        ]
        for one in booked:
            clinics.cancel(one, "mistake")

    compare()


def test_a_change_knocks_with_the_session_and_a_move_with_both(clinics: Clinics) -> None:
    ear = clinics.hospital.connection()
    ear.execute("LISTEN hms_changes")
    booked = clinics.book(0)
    moved = clinics.step(actions.move, booked, **clinics.place("10:00", clinic=clinics.two))
    heard = {note.payload for note in ear.notifies(timeout=0.5)}
    assert {f"appointments:{booked.session_id}", f"appointments:{moved.session_id}"} <= heard


def test_every_change_is_in_the_audit_trail(clinics: Clinics) -> None:
    booked = clinics.book(0)
    clinics.cancel(booked)
    found = clinics.hospital.sql(
        "SELECT verb FROM hms.audit WHERE subject = 'appointments' AND key = %s ORDER BY id", booked.appointment_id
    )
    assert [verb for (verb,) in found] == ["insert", "update"]


def test_a_code_of_nobody_finds_nothing(clinics: Clinics) -> None:
    assert clinics.clerk.see(queries.find_appointment, typed=str(uuid.uuid4())) == ()
    assert clinics.clerk.see(queries.find_appointment, typed="Wanjiru") == ()
    assert clinics.clerk.see(appointment_card, appointment=12345) is None
