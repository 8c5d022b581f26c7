"""Writing, amending and cancelling: who may, what stays as it was, what carries over, and what is refused."""

import datetime as dt
import json
import uuid
from decimal import Decimal

import psycopg
import pytest

from hms_desktop.clinic.patients import actions as patients
from hms_desktop.clinic.prescriptions import actions, queries
from hms_desktop.clinic.prescriptions.rules import Line, Order, TaperStep
from hms_desktop.core.errors import Refused, Stale
from tests.clinic.prescriptions.conftest import NOW, TODAY, Desk, supply
from tests.factories.prescriptions import line, medicine, write_prescription
from tests.hospital import Hospital


def state(hospital: Hospital, prescription: int) -> str:
    return str(hospital.sql("SELECT state FROM hms.prescriptions WHERE id = %s", prescription)[0][0])


def test_a_clinician_prescribes_in_their_own_name_and_the_sheet_says_what_was_written(
    hospital: Hospital, someone: int, clinician: Desk
) -> None:
    tablets = medicine(hospital, "Prednisolone", strength="5 mg", form="tablet", base_unit="tablet")
    taper = (TaperStep(Decimal(4), "OD", 5), TaperStep(Decimal("2.5"), "OD", 5))
    written = clinician.write(
        someone,
        Line(medicine(hospital), 21, Decimal(1), "TDS", 7, directions="with food"),
        Line(tablets, 33, taper=taper, refills=1),
        note="bring the box",
    )
    assert (written.prescriber, written.written_on, written.valid_until) == (
        "Doctor Rahma",
        TODAY,
        TODAY + dt.timedelta(days=30),
    )
    sheet = clinician.see(queries.prescription_sheet, prescription=written.id)
    assert [each.medicine for each in sheet.lines] == ["Amoxicillin 500 mg capsule", "Prednisolone 5 mg tablet"]
    assert sheet.lines[1].line.taper == taper
    assert [each.remaining for each in sheet.lines] == [21, 66]
    assert (sheet.state, sheet.note, sheet.transcribed, len(sheet.versions)) == ("active", "bring the box", False, 1)


def test_a_clinician_cannot_write_in_another_name(hospital: Hospital, someone: int, clinician: Desk) -> None:
    with pytest.raises(Refused, match="their own name"):
        clinician.write(someone, Line(medicine(hospital), 1), prescriber="Somebody Else")


def test_a_pharmacist_transcribes_and_must_name_the_prescriber(
    hospital: Hospital, someone: int, pharmacist: Desk
) -> None:
    drug = medicine(hospital)
    with pytest.raises(Refused, match="name of its prescriber"):
        pharmacist.write(someone, Line(drug, 1))
    written = pharmacist.write(someone, Line(drug, 1), prescriber="Dr. Paper", written_on=dt.date(2026, 11, 20))
    sheet = pharmacist.see(queries.prescription_sheet, prescription=written.id)
    assert (sheet.prescriber, sheet.transcribed, sheet.entered_by) == ("Dr. Paper", True, "Pharmacist Noor")
    assert sheet.valid_until == dt.date(2026, 12, 20)


IMPOSSIBLE: list[tuple[dict[str, object], str]] = [
    ({"quantity": 0}, "prescriptions.quantity"),
    ({"quantity": 100_001}, "prescriptions.quantity"),
    ({"refills": 100}, "prescriptions.duration"),
    ({"days": 0}, "prescriptions.duration"),
    ({"days": 367}, "prescriptions.duration"),
    ({"dose": 0}, "prescriptions.dose"),
    ({"dose": -1}, "prescriptions.dose"),
    ({"dose": 3, "daily_maximum": 2}, "prescriptions.dose"),
    ({"frequency": "x" * 21}, "prescriptions.sig"),
    ({"directions": "two\u202eenog"}, "note.hidden"),
    ({"directions": "x" * 501}, "note.too_long"),
    ({"medicine_id": -1}, "prescriptions.no_such_medicine"),
]


def test_an_impossible_line_is_refused_with_its_reason(hospital: Hospital, someone: int) -> None:
    drug = medicine(hospital)
    for wrong, code in IMPOSSIBLE:
        with pytest.raises(psycopg.Error) as refused:
            write_prescription(hospital, someone, [line(drug) | wrong])
        assert refused.value.diag.constraint_name == code, wrong


def test_a_prescription_has_lines_but_not_hundreds(hospital: Hospital, someone: int, clinician: Desk) -> None:
    drug = medicine(hospital)
    for count in (0, 51):
        with pytest.raises(Refused, match="1 to 50 lines"):
            clinician.write(someone, *[Line(drug, 1)] * count)


def test_a_medicine_that_is_no_longer_used_is_not_prescribed(hospital: Hospital, someone: int, clinician: Desk) -> None:
    with pytest.raises(Refused, match="not in use"):
        clinician.write(someone, Line(medicine(hospital, active=False), 1))


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        ({"valid_until": TODAY - dt.timedelta(days=1)}, "expired on 2026-11-21"),
        ({"valid_until": TODAY + dt.timedelta(days=367)}, "for a year at most"),
        ({"prescriber": "Dr. P", "written_on": TODAY + dt.timedelta(days=1)}, "still to come"),
        ({"prescriber": "Dr. P", "written_on": TODAY - dt.timedelta(days=40)}, "expired on 2026-11-12"),
    ],
)
def test_days_that_cannot_be_are_refused(
    hospital: Hospital, someone: int, order: dict[str, object], sentence: str
) -> None:
    duties = ("pharmacist",) if "prescriber" in order else ("clinician",)
    with pytest.raises(Refused, match=sentence):
        Desk(hospital, *duties).write(someone, Line(medicine(hospital), 1), **order)


def test_a_controlled_medicine_is_valid_for_a_shorter_time(hospital: Hospital, someone: int, clinician: Desk) -> None:
    morphine = Line(medicine(hospital, "Morphine", controlled="narcotic"), 10)
    hospital.sql("UPDATE hms.prescribing_rules SET controlled_days = 7")
    assert clinician.write(someone, morphine).valid_until == TODAY + dt.timedelta(days=7)
    with pytest.raises(Refused, match="valid for 7 days at most"):
        clinician.write(someone, morphine, valid_until=TODAY + dt.timedelta(days=8))


def test_what_was_written_never_changes(hospital: Hospital, someone: int) -> None:
    made = write_prescription(hospital, someone, [line(medicine(hospital))])
    for statement in (
        f"UPDATE hms.prescriptions SET note = 'other' WHERE id = {made.id}",
        f"UPDATE hms.prescriptions SET state = 'cancelled', prescriber = 'x' WHERE id = {made.id}",
        f"UPDATE hms.prescription_lines SET quantity = 22 WHERE id = {made.lines[0]}",
        f"UPDATE hms.prescription_lines SET supplied = 22 WHERE id = {made.lines[0]}",
        f"UPDATE hms.prescription_lines SET supplied = -1 WHERE id = {made.lines[0]}",
        "DELETE FROM hms.prescription_lines",
        "DELETE FROM hms.prescriptions",
    ):
        with pytest.raises(psycopg.Error):
            hospital.sql(statement)


def test_nothing_is_supplied_after_a_prescription_expired_was_cancelled_or_replaced(
    hospital: Hospital, someone: int, clinician: Desk
) -> None:
    drug = medicine(hospital)
    expired, cancelled, replaced = (write_prescription(hospital, someone, [line(drug)]) for _ in range(3))
    clinician.do(actions.cancel_prescription, prescription=cancelled.id, version=1, reason="an allergy")
    clinician.do(actions.amend_prescription, prescription=replaced.id, version=1, order=Order(), lines=[Line(drug, 10)])
    for made, sentence in ((cancelled, "was cancelled"), (replaced, "was amended")):
        with pytest.raises(psycopg.Error, match=sentence):
            supply(hospital, made.lines[0], 1)
    supply(hospital, expired.lines[0], 5)
    hospital.set_clock(NOW + dt.timedelta(days=31))
    with pytest.raises(psycopg.Error, match="expired on 2026-12-22"):
        supply(hospital, expired.lines[0], 1)
    supply(hospital, expired.lines[0], -5)
    assert clinician.see(queries.prescription_sheet, prescription=expired.id).state == "expired"


def test_a_prescription_is_completed_when_all_of_it_was_supplied_and_active_again_when_some_came_back(
    hospital: Hospital, someone: int
) -> None:
    made = write_prescription(hospital, someone, [line(medicine(hospital), refills=1)])
    supply(hospital, made.lines[0], 21)
    assert state(hospital, made.id) == "active"
    supply(hospital, made.lines[0], 21)
    assert state(hospital, made.id) == "completed"
    supply(hospital, made.lines[0], -1)
    assert state(hospital, made.id) == "active"


def test_an_amendment_is_a_new_version_that_goes_on_with_what_was_supplied(
    hospital: Hospital, someone: int, clinician: Desk
) -> None:
    amoxicillin, paracetamol = medicine(hospital), medicine(hospital, "Paracetamol")
    made = write_prescription(hospital, someone, [line(amoxicillin), line(paracetamol)])
    supply(hospital, made.lines[0], 12, dt.date(2026, 11, 25))
    amended = clinician.do(
        actions.amend_prescription,
        prescription=made.id,
        version=2,
        order=Order(),
        lines=[Line(amoxicillin, 30, Decimal(1), "TDS", 10)],
        reason="ten days",
    )
    sheet = clinician.see(queries.prescription_sheet, prescription=amended.id)
    [kept] = sheet.lines
    assert (kept.supplied, kept.remaining, kept.until) == (12, 18, dt.date(2026, 11, 25))
    assert [(each.id, each.state, each.reason) for each in sheet.versions] == [
        (amended.id, "active", ""),
        (made.id, "replaced", "ten days"),
    ]
    before = clinician.see(queries.prescription_sheet, prescription=made.id)
    assert [each.supplied for each in before.lines] == [12, 0]
    assert hospital.sql("SELECT hms.standing_line(%s)", made.lines[0]) == [(kept.id,)]
    assert [each.id for each in clinician.see(queries.active_lines, patient=someone)] == [kept.id]
    with pytest.raises(psycopg.Error, match="was amended"):
        supply(hospital, made.lines[0], -1)


def test_an_amendment_cannot_go_below_what_was_supplied(hospital: Hospital, someone: int, clinician: Desk) -> None:
    drug = medicine(hospital)
    made = write_prescription(hospital, someone, [line(drug)])
    supply(hospital, made.lines[0], 12)
    amend = {"prescription": made.id, "version": 2, "order": Order()}
    with pytest.raises(Refused, match="Of Amoxicillin 12 were supplied already"):
        clinician.do(actions.amend_prescription, **amend, lines=[Line(drug, 11)])
    done = clinician.do(actions.amend_prescription, **amend, lines=[Line(drug, 12)])
    assert state(hospital, done.id) == "completed"


def test_two_supplied_lines_of_one_medicine_are_not_made_one(hospital: Hospital, someone: int, clinician: Desk) -> None:
    drug = medicine(hospital)
    made = write_prescription(hospital, someone, [line(drug), line(drug)])
    supply(hospital, made.lines[0], 5)
    supply(hospital, made.lines[1], 5)
    amend = {"prescription": made.id, "version": 3, "order": Order()}
    with pytest.raises(Refused, match="supplied on several lines"):
        clinician.do(actions.amend_prescription, **amend, lines=[Line(drug, 42)])
    clinician.do(actions.amend_prescription, **amend, lines=[Line(medicine(hospital, "Ibuprofen"), 1)])


def test_a_line_left_out_is_active_as_long_as_its_supply_lasts(
    hospital: Hospital, someone: int, clinician: Desk
) -> None:
    made = write_prescription(hospital, someone, [line(medicine(hospital))])
    supply(hospital, made.lines[0], 12, dt.date(2026, 11, 25))
    clinician.do(actions.cancel_prescription, prescription=made.id, version=2, reason="a rash")
    [active] = clinician.see(queries.active_lines, patient=someone)
    assert (active.in_force, active.remaining, active.until) == (False, 0, dt.date(2026, 11, 25))
    hospital.set_clock(NOW + dt.timedelta(days=4))
    assert clinician.see(queries.active_lines, patient=someone) == ()


def test_cancelling_needs_a_reason_and_happens_once(hospital: Hospital, someone: int, clinician: Desk) -> None:
    made = write_prescription(hospital, someone, [line(medicine(hospital))])
    with pytest.raises(Refused, match="needs a reason"):
        clinician.do(actions.cancel_prescription, prescription=made.id, version=1, reason=" ")
    ended = clinician.do(actions.cancel_prescription, prescription=made.id, version=1, reason="an allergy")
    assert ended.state == "cancelled"
    with pytest.raises(Refused, match="is cancelled; write a new one"):
        clinician.do(actions.cancel_prescription, prescription=made.id, version=ended.version, reason="again")
    with pytest.raises(Stale, match="it is now cancelled"):
        clinician.do(actions.cancel_prescription, prescription=made.id, version=1, reason="late")
    [version] = clinician.see(queries.prescription_sheet, prescription=made.id).versions
    assert (version.ended_by, version.reason, version.ended_at) == (
        "Doctor Rahma",
        "an allergy",
        NOW.replace(tzinfo=None),
    )


def test_a_pharmacist_changes_only_what_was_transcribed(
    hospital: Hospital, someone: int, clinician: Desk, pharmacist: Desk
) -> None:
    own = clinician.write(someone, Line(medicine(hospital), 1))
    paper = pharmacist.write(someone, Line(medicine(hospital, "Ibuprofen"), 1), prescriber="Dr. Paper")
    with pytest.raises(Refused, match="Only a clinician"):
        pharmacist.do(actions.cancel_prescription, prescription=own.id, version=1, reason="x")
    pharmacist.do(actions.cancel_prescription, prescription=paper.id, version=1, reason="typed twice")


def test_a_retry_after_a_lost_answer_prescribes_once(hospital: Hospital, someone: int, clinician: Desk) -> None:
    wish = {"intent": uuid.uuid4(), "patient": someone, "order": Order(), "lines": [Line(medicine(hospital), 1)]}
    first, second = (clinician.database.run_now(actions.write_prescription, **wish) for _ in range(2))
    assert first == second
    assert hospital.sql("SELECT count(*) FROM hms.prescriptions") == [(1,)]


def test_a_restricted_patients_prescriptions_open_with_the_record(
    hospital: Hospital, someone: int, clinician: Desk
) -> None:
    made = write_prescription(hospital, someone, [line(medicine(hospital))])
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", someone)
    assert clinician.see(queries.prescriptions_of, patient=someone) == ()
    assert clinician.see(queries.active_lines, patient=someone) == ()
    with pytest.raises(Refused, match="not known"):
        clinician.see(queries.prescription_sheet, prescription=made.id)
    with pytest.raises(Refused, match="restricted"):
        clinician.write(someone, Line(medicine(hospital, "Ibuprofen"), 1))
    with pytest.raises(Refused, match="restricted"):
        clinician.do(actions.cancel_prescription, prescription=made.id, version=1, reason="x")
    clinician.do(patients.open_restricted, patient_id=someone, reason="on the ward round")
    assert len(clinician.see(queries.prescriptions_of, patient=someone)) == 1
    assert len(clinician.see(queries.active_lines, patient=someone)) == 1


def test_the_audit_trail_says_who_prescribed_what(hospital: Hospital, someone: int, clinician: Desk) -> None:
    clinician.write(someone, Line(medicine(hospital), 21))
    rows = hospital.sql(
        "SELECT person, subject, after ->> 'quantity' FROM hms.audit WHERE subject LIKE 'prescription%%' ORDER BY id"
    )
    assert rows == [
        (clinician.server.user, "prescriptions", None),
        (clinician.server.user, "prescription_lines", "21"),
    ]


def test_a_front_desk_cannot_read_or_write_prescriptions(hospital: Hospital, someone: int) -> None:
    made = write_prescription(hospital, someone, [line(medicine(hospital))])
    clerk = hospital.connection(hospital.person("front_desk"))
    for statement in (
        "SELECT * FROM hms.prescriptions",
        "SELECT * FROM hms.prescription_lines",
        "SELECT * FROM hms.active_lines",
        f"SELECT hms.cancel_prescription('{uuid.uuid4()}', {made.id}, 1, 'x')",
        f"SELECT hms.write_prescription('{uuid.uuid4()}', {someone}, '{{}}', '{json.dumps([line(1)])}')",
        f"SELECT hms.settle_prescription({made.id})",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            clerk.execute(statement.encode())
