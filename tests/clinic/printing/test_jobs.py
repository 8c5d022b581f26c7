"""A print job goes one way only, holds no name, and is repeated only by a job that says so."""

import datetime as dt
import threading
import uuid
from typing import Any

import pytest

from hms_desktop.clinic.printing import actions, queries
from hms_desktop.clinic.printing.rules import Printer
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.factories import printing
from tests.hospital import Hospital

ROLL = Printer("Desk", "network", "10.0.0.9", "roll80", "CP858", ("ticket", "card"))

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


def new() -> uuid.UUID:
    return uuid.uuid4()


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("front_desk"))


def queued(desk: Database, **values: Any) -> int:
    return desk.run_now(actions.queue_print, intent=new(), **({"document": "ticket", "subject": 7} | values))


def begun(desk: Database) -> int:
    job = queued(desk)
    desk.run_now(actions.begin_print, intent=new(), job=job)
    return job


def left_by_its_program(hospital: Hospital, job: int) -> None:
    hospital.sql("ALTER TABLE hms.print_jobs DISABLE TRIGGER keep_print_job")
    hospital.sql("UPDATE hms.print_jobs SET began_at = clock_timestamp() - interval '5 minutes' WHERE id = %s", job)
    hospital.sql("ALTER TABLE hms.print_jobs ENABLE TRIGGER keep_print_job")


def test_a_paper_is_queued_begun_and_printed(hospital: Hospital, desk: Database) -> None:
    printing.printer(hospital)
    job = queued(desk)
    assert desk.read_now(queries.job, job=job).state == "queued"
    desk.run_now(actions.begin_print, intent=new(), job=job)
    assert desk.read_now(queries.standing) == queries.Standing(1, 0)
    desk.run_now(actions.end_print, intent=new(), job=job)
    [row] = desk.read_now(queries.jobs)
    assert (row.state, row.printer, row.person, row.workstation) == (
        "printed",
        "Desk printer",
        "Test Person",
        "test-pc",
    )
    assert desk.read_now(queries.standing) == queries.Standing(0, 0)


def test_a_failure_keeps_its_reason_and_waits_for_somebody(hospital: Hospital, desk: Database) -> None:
    printing.printer(hospital)
    job = begun(desk)
    desk.run_now(actions.end_print, intent=new(), job=job, reason="printer.no_paper", sentence="No paper.")
    row = desk.read_now(queries.job, job=job)
    assert (row.state, row.reason, row.sentence) == ("failed", "printer.no_paper", "No paper.")
    assert desk.read_now(queries.standing) == queries.Standing(0, 1)


def test_a_repetition_is_a_new_job_that_counts(hospital: Hospital, desk: Database) -> None:
    printing.printer(hospital)
    job = begun(desk)
    desk.run_now(actions.end_print, intent=new(), job=job, reason="printer.off", sentence="Off.")
    again = desk.run_now(actions.repeat_print, intent=new(), job=job)
    third = desk.run_now(actions.repeat_print, intent=new(), job=again)
    rows = {row.id: row for row in desk.read_now(queries.jobs)}
    assert [rows[one].reprint for one in (job, again, third)] == [0, 1, 2]
    assert [rows[one].state for one in (job, again, third)] == ["cancelled", "cancelled", "queued"]
    assert [rows[one].repeated for one in (job, again, third)] == [True, True, False]


def test_the_same_wish_twice_makes_one_job(hospital: Hospital, desk: Database) -> None:
    printing.printer(hospital)
    wish = new()
    assert desk.run_now(actions.queue_print, intent=wish, document="ticket", subject=1) == desk.run_now(
        actions.queue_print, intent=wish, document="ticket", subject=1
    )
    assert len(desk.read_now(queries.jobs)) == 1


def test_two_programs_begin_one_job_only_once(hospital: Hospital, desk: Database) -> None:
    printing.printer(hospital)
    other = hospital.database(hospital.person("front_desk"))
    for _ in range(10):
        job, told = queued(desk), []

        def begin(database: Database, job: int = job, told: list[str] = told) -> None:
            try:
                database.run_now(actions.begin_print, intent=new(), job=job)
                told.append("begun")
            except Refused as refused:
                told.append(refused.code)

        both = [threading.Thread(target=begin, args=(database,)) for database in (desk, other)]
        for one in both:
            one.start()
        for one in both:
            one.join()
        assert sorted(told) == ["begun", "print.begun"]


def test_two_people_repeat_at_once_and_no_number_comes_twice(hospital: Hospital, desk: Database) -> None:
    printing.printer(hospital)
    job = begun(desk)
    desk.run_now(actions.end_print, intent=new(), job=job)
    other = hospital.database(hospital.person("front_desk"))
    both = [
        threading.Thread(target=database.run_now, args=(actions.repeat_print,), kwargs={"intent": new(), "job": job})
        for database in (desk, other)
        for _ in range(5)
    ]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(row.reprint for row in desk.read_now(queries.jobs)) == list(range(11))


def test_a_job_that_its_program_left_is_unknown_and_never_printed_by_itself(hospital: Hospital, desk: Database) -> None:
    printing.printer(hospital)
    job = begun(desk)
    with pytest.raises(Refused) as refused:
        desk.run_now(actions.repeat_print, intent=new(), job=job)
    assert refused.value.code == "print.under_way"
    left_by_its_program(hospital, job)
    row = desk.read_now(queries.job, job=job)
    assert (row.state, row.unknown) == ("printing", True)
    assert desk.read_now(queries.standing) == queries.Standing(0, 1)
    with pytest.raises(Refused):
        desk.run_now(actions.begin_print, intent=new(), job=job)
    colleague = hospital.database(hospital.person("front_desk"))
    colleague.run_now(actions.end_print, intent=new(), job=job)
    assert desk.read_now(queries.job, job=job).state == "printed"


def test_nobody_tells_the_end_of_a_colleagues_paper_that_is_under_way(hospital: Hospital, desk: Database) -> None:
    printing.printer(hospital)
    job = begun(desk)
    colleague = hospital.database(hospital.person("front_desk"))
    with pytest.raises(Refused):
        colleague.run_now(actions.end_print, intent=new(), job=job)


@pytest.mark.parametrize(
    ("state", "next_state"),
    [("printed", "queued"), ("printed", "printing"), ("failed", "printing"), ("cancelled", "queued")],
)
def test_a_job_never_goes_back(hospital: Hospital, desk: Database, state: str, next_state: str) -> None:
    printing.printer(hospital)
    job = begun(desk)
    reason = "" if state == "printed" else "printer.off"
    desk.run_now(actions.end_print, intent=new(), job=job, reason=reason, sentence="")
    if state == "cancelled":
        desk.run_now(actions.cancel_print, intent=new(), job=job)
    with pytest.raises(Exception, match="went on meanwhile"):
        hospital.sql("UPDATE hms.print_jobs SET state = %s WHERE id = %s", next_state, job)


def test_a_job_holds_no_name(hospital: Hospital) -> None:
    columns = hospital.sql(
        "SELECT attname FROM pg_attribute WHERE attrelid = 'hms.print_jobs'::regclass AND attnum > 0"
    )
    assert {name for (name,) in columns}.isdisjoint({"name", "content", "data", "text", "patient", "bytes"})


def test_a_workstation_prints_where_it_chose_else_where_the_hospital_means_it_to(
    hospital: Hospital, desk: Database
) -> None:
    first, second = printing.printer(hospital), printing.printer(hospital, "Second")
    assert desk.read_now(queries.choice, document="ticket") == queries.Choice(
        "ticket", first, "Desk printer", automatic=True, own=False
    )
    desk.run_now(actions.choose_printer, intent=new(), document="ticket", printer=second, automatic=False)
    assert desk.read_now(queries.choice, document="ticket") == queries.Choice(
        "ticket", second, "Second", False, own=True
    )
    assert desk.read_now(queries.job, job=queued(desk)).printer == "Second"
    elsewhere = Database(desk.server, workstation="other-pc")
    assert elsewhere.read_now(queries.choice, document="ticket").printer_id == first
    elsewhere.close()
    desk.run_now(actions.choose_printer, intent=new(), document="ticket", printer=None)
    assert desk.read_now(queries.choice, document="ticket").printer_id == first


def test_with_no_printer_the_person_is_told_whom_to_ask(desk: Database) -> None:
    with pytest.raises(Refused) as refused:
        queued(desk)
    assert refused.value.code == "printer.none"


def test_a_closed_printer_or_one_for_other_papers_is_refused(hospital: Hospital, desk: Database) -> None:
    cards = printing.printer(hospital, documents=("card",))
    with pytest.raises(Refused) as refused:
        queued(desk, printer=cards)
    assert refused.value.code == "printer.document"
    assert queued(desk, document="test", subject=None, printer=cards)
    hospital.sql("UPDATE hms.printers SET active = false")
    with pytest.raises(Refused) as refused:
        queued(desk, document="card", printer=cards)
    assert refused.value.code == "printer.closed"


def test_an_administrator_sets_up_printers_and_meets_a_colleagues_change(hospital: Hospital) -> None:
    admin = hospital.database(hospital.person("admin"))
    made = admin.run_now(actions.save_printer, intent=new(), printer=ROLL)
    [row] = admin.read_now(queries.printers)
    assert (row.id, row.printer, row.active) == (made, ROLL, True)
    change = {"printer_id": made, "version": row.version, "printer": ROLL}
    admin.run_now(actions.save_printer, intent=new(), **change)
    with pytest.raises(Stale):
        admin.run_now(actions.save_printer, intent=new(), **change)
    with pytest.raises(Refused) as refused:
        admin.run_now(actions.save_printer, intent=new(), printer=ROLL)
    assert refused.value.code == "printer.name"


def test_a_knock_tells_the_others_of_each_step(hospital: Hospital, desk: Database) -> None:
    listening = hospital.connection()
    listening.execute("LISTEN hms_changes")
    printing.printer(hospital)
    job = begun(desk)
    heard = {notice.payload for notice in listening.notifies(timeout=20, stop_after=3)}
    assert f"papers:{job}" in heard


def test_papers_of_a_season_ago_are_pruned_but_not_one_that_was_repeated_since(
    hospital: Hospital, desk: Database
) -> None:
    printing.printer(hospital)
    hospital.set_clock(NOON)
    old, repeated = begun(desk), begun(desk)
    for job in (old, repeated):
        desk.run_now(actions.end_print, intent=new(), job=job)
    desk.run_now(actions.repeat_print, intent=new(), job=old)
    hospital.set_clock(NOON + dt.timedelta(days=60))
    copy = desk.run_now(actions.repeat_print, intent=new(), job=repeated)
    hospital.set_clock(NOON + dt.timedelta(days=91))
    hospital.sql("SET ROLE hms_worker")
    assert hospital.sql("SELECT hms.prune_print_jobs()") == [(2,)]
    hospital.sql("RESET ROLE")
    assert hospital.sql("SELECT id FROM hms.print_jobs ORDER BY id") == [(repeated,), (copy,)]
    assert hospital.sql("SELECT count(*) FROM hms.audit WHERE subject = 'print_jobs' AND verb = 'delete'") == [(2,)]


def test_a_prescription_that_is_printed_again_says_that_it_is_a_copy(hospital: Hospital, desk: Database) -> None:
    printing.printer(hospital, documents=("prescription", "ticket"))

    def printed(document: str, subject: int) -> int:
        job = queued(desk, document=document, subject=subject)
        desk.run_now(actions.begin_print, intent=new(), job=job)
        desk.run_now(actions.end_print, intent=new(), job=job)
        return desk.read_now(queries.job, job=job).reprint

    assert queued(desk, document="prescription", subject=7)  # it never came out
    assert [printed("prescription", 7) for _ in range(3)] == [0, 1, 2]
    assert printed("prescription", 8) == 0
    assert [printed("ticket", 7) for _ in range(2)] == [0, 0]
