"""The page of what goes on by itself, as a manager uses it: schedules, failed jobs, and messages in doubt."""

import datetime as dt
from collections.abc import Callable

import pytest

from hms_desktop.clinic.jobs import queries, rules
from hms_desktop.screens.jobs import words
from hms_desktop.screens.jobs.fields import time_typed
from hms_desktop.screens.jobs.page import JobsPage
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat
from tests.waiting import until

Sit = Callable[..., Seat]


def job_that_failed(hospital: Hospital, task: str = "prune") -> int:
    """A job that was given up after its last attempt."""
    hospital.sql("UPDATE hms.job_schedules SET paused = true, version = version")
    hospital.sql("INSERT INTO hms.job_wishes (task, wished_at) VALUES (%s, hms.hospital_now())", task)
    hospital.sql("SELECT hms.beat('server-room:77:abc123', '0.1.0', '10 s')")
    opened = hospital.connection()
    opened.execute("SET search_path = procrastinate")
    found = opened.execute("SELECT id FROM procrastinate_fetch_job_v2(NULL, NULL)").fetchone()
    assert found is not None
    job = int(found[0])
    [(run,)] = hospital.sql("SELECT hms.begin_run(%s, %s, 3, 'server-room:77:abc123')", job, task)
    hospital.sql("SELECT hms.end_run(%s, 'failed', 'server.slow', 'The server took too long.', '{}')", run)
    opened.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", (job,))
    return job


def notice(hospital: Hospital, state: str, note: str = "") -> int:
    [(number,)] = hospital.sql(
        "INSERT INTO hms.outbox (kind, channel, recipient, language, told, due_at, written_at, state, note, taken_at) "
        "VALUES ('notice', 'email', 'it@hospital.example', 'en', '{\"about\": \"alert\"}', hms.hospital_now(), "
        "hms.hospital_now(), %s, %s, hms.hospital_now()) RETURNING id",
        state,
        note,
    )
    return int(number)


def state_of(hospital: Hospital, message: int) -> str:
    return str(hospital.sql("SELECT state FROM hms.outbox WHERE id = %s", message)[0][0])


def test_everything_that_the_worker_knows_has_words() -> None:
    assert set(words.TASKS) == set(rules.TASKS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2", "02:00"), ("02:30", "02:30"), ("2.30", "02:30"), ("0230", "02:30"), ("24", None), ("x", None)],
)
def test_a_time_of_day_is_read_as_people_type_it(typed: str, meant: str | None) -> None:
    assert time_typed(typed) == (dt.time.fromisoformat(meant) if meant else None)


def test_a_failed_job_says_why_and_is_repeated_or_cancelled(hospital: Hospital, loop: ClosingLoop, sit: Sit) -> None:
    job_that_failed(hospital)

    async def walk() -> None:
        seat = sit(None, "manager")
        page = JobsPage(seat.desk)
        seat.show(page)
        page.tabs.setCurrentWidget(page.jobs)
        await until(lambda: page.jobs.model.rowCount() == 1)
        cells = page.jobs.model.cells(0)
        assert cells is not None
        assert cells.texts[:3] == ("Take away what grew old", "failed", "1")
        assert cells.texts[-1] == "The server took too long."
        await until(lambda: "at work: server-room:77:abc123" in page.jobs.workers.text())
        page.jobs.table.choose(0)
        page.jobs.repeat.click()
        await until(lambda: seat.said() == "Take away what grew old is tried again now.")
        await until(lambda: page.jobs.model.cells(0).texts[1] == "waiting")  # type: ignore[union-attr]  # it is there
        page.jobs.table.choose(0)
        page.jobs.cancel.click()
        await until(lambda: page.jobs.model.rowCount() == 0)

    loop.run(walk())


def test_without_a_worker_the_page_says_so(hospital: Hospital, loop: ClosingLoop, sit: Sit) -> None:
    async def walk() -> None:
        seat = sit(None, "admin")
        page = JobsPage(seat.desk)
        seat.show(page)
        page.tabs.setCurrentWidget(page.jobs)
        await until(lambda: "No worker is at work" in page.jobs.workers.text())
        hospital.sql("SELECT hms.beat('w', '0.1.0', '10 s')")
        hospital.sql("UPDATE hms.workers SET seen_at = seen_at - interval '2 minutes'")
        page.jobs.reload()
        await until(lambda: "fell silent" in page.jobs.workers.text())

    loop.run(walk())


def test_a_schedule_is_changed_and_a_task_is_done_now(hospital: Hospital, loop: ClosingLoop, sit: Sit) -> None:
    async def walk() -> None:
        seat = sit(None, "manager")
        page = JobsPage(seat.desk)
        seat.show(page)
        schedules = page.schedules
        await until(lambda: schedules.model.rowCount() == len(rules.TASKS))
        place = schedules.model.place_of("close_day")
        schedules.table.choose(place)
        schedules.put({"at": "late"})
        schedules.save_button.click()
        await until(lambda: "Type a time of day" in schedules.form.field("at").accessibleDescription())
        schedules.put({"at": "3.15", "weekdays": [1, 5]})
        schedules.save_button.click()
        await until(lambda: seat.said() == "Saved: Close past days")
        [saved] = [one for one in seat.database.read_now(queries.schedules) if one.task == "close_day"]
        assert (saved.at_time, saved.weekdays, saved.every_minutes) == (dt.time(3, 15), (1, 5), None)
        assert words.turns_words(saved) == "Mon, Fri at 03:15"
        schedules.do_now.click()
        await until(lambda: "begins within seconds" in seat.said())
        assert hospital.sql("SELECT task FROM hms.job_wishes") == [("close_day",)]

    loop.run(walk())


def test_somebody_decides_about_a_message_in_doubt(hospital: Hospital, loop: ClosingLoop, sit: Sit) -> None:
    doubtful, failed = notice(hospital, "unknown", "The worker ended while it sent this."), notice(hospital, "failed")
    sent = notice(hospital, "sent")

    async def walk() -> None:
        seat = sit(None, "manager")
        page = JobsPage(seat.desk)
        seat.show(page)
        page.tabs.setCurrentWidget(page.messages)
        messages = page.messages
        await until(lambda: messages.model.rowCount() == 3)
        assert [row.id for row in messages.model.rows()] == [doubtful, sent, failed]
        assert "ple" in messages.model.cells(0).texts[1]  # type: ignore[union-attr]  # it is there
        messages.table.choose(1)
        assert not any(button.isEnabled() for button in (messages.arrived, messages.again, messages.let_be))
        messages.table.choose(0)
        messages.arrived.click()
        await until(lambda: state_of(hospital, doubtful) == "sent")
        await until(lambda: messages.model.place_of(failed) == 1)
        messages.table.choose(messages.model.place_of(failed))
        messages.again.click()
        await until(lambda: state_of(hospital, failed) == "due")
        assert hospital.sql("SELECT decided_by = %s FROM hms.outbox WHERE id = %s", seat.desk.who.login, failed) == [
            (True,)
        ]

    loop.run(walk())


def test_the_rules_of_messages_are_saved_and_a_wrong_address_is_said(
    hospital: Hospital, loop: ClosingLoop, sit: Sit
) -> None:
    async def walk() -> None:
        seat = sit(None, "admin")
        page = JobsPage(seat.desk)
        seat.show(page)
        page.tabs.setCurrentWidget(page.rules)
        await until(lambda: page.rules.begun)
        page.rules.put({"quiet_from": "22", "quiet_until": "7:30", "notices_to": "it@hospital"})
        page.rules.save_button.click()
        await until(lambda: "is no e-mail address" in page.rules.form.field("notices_to").accessibleDescription())
        page.rules.put({"notices_to": "it@hospital.example, rx@hospital.example"})
        page.rules.save_button.click()
        await until(lambda: "Saved" in seat.said())
        saved = seat.database.read_now(queries.message_rules)
        assert (saved.quiet_from, saved.quiet_until) == (dt.time(22), dt.time(7, 30))
        assert saved.notices_to == ("it@hospital.example", "rx@hospital.example")

    loop.run(walk())
