"""What is due comes into the queue once, at the hospital's own time, and what was left lying comes back."""

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

import pytest

from hms_desktop.clinic.jobs import actions, queries, rules
from hms_desktop.clinic.jobs.actions import Turns
from hms_desktop.core.errors import Refused, Stale
from tests.hospital import Hospital

MONDAY = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


def beat(hospital: Hospital, worker: str = "one", silence: str = "10 s") -> int:
    [(many,)] = hospital.sql("SELECT hms.beat(%s, '1.0', %s::interval)", worker, silence)
    return int(many)


def waiting(hospital: Hospital) -> list[str]:
    return [task for (task,) in hospital.sql("SELECT task FROM hms.job_lines WHERE state = 'waiting' ORDER BY task")]


def quiet_but(hospital: Hospital, task: str, turns: Turns) -> None:
    """Nothing is due but `task`, by `turns` from now on."""
    hospital.sql("UPDATE hms.job_schedules SET paused = true, version = version")
    chosen = next(one for one in hospital.database().read_now(queries.schedules) if one.task == task)
    manager = hospital.database(hospital.person("manager"))
    manager.run_now(actions.save_schedule, intent=uuid.uuid4(), task=task, version=chosen.version, turns=turns)


def next_turn(hospital: Hospital, task: str) -> dt.datetime | None:
    return next(one.next_at for one in hospital.database().read_now(queries.schedules) if one.task == task)


def test_the_database_knows_the_tasks_that_the_program_knows(hospital: Hospital) -> None:
    found = hospital.sql("SELECT task, priority, attempts FROM hms.job_tasks")
    assert {row[0]: row[1:] for row in found} == {
        name: (task.priority, task.attempts) for name, task in rules.TASKS.items()
    }
    made = {one.task: (one.every_minutes, one.at_time) for one in hospital.database().read_now(queries.schedules)}
    assert made == {
        name: (task.every_minutes, task.at_time)
        for name, task in rules.TASKS.items()
        if task.every_minutes or task.at_time
    }


def test_each_next_attempt_waits_three_times_as_long_up_to_half_an_hour() -> None:
    assert [rules.wait_before(attempt) for attempt in (1, 2, 3, 4, 9)] == [10, 30, 90, 270, 1800]


def test_a_turn_comes_once_and_one_that_nobody_took_is_not_put_there_twice(hospital: Hospital) -> None:
    hospital.set_clock(MONDAY)
    quiet_but(hospital, "seal_audit", Turns(every_minutes=10))
    assert next_turn(hospital, "seal_audit") == MONDAY.replace(minute=40)
    assert (beat(hospital), waiting(hospital)) == (0, [])
    hospital.set_clock(MONDAY.replace(minute=40))
    assert (beat(hospital), beat(hospital, "two"), waiting(hospital)) == (1, 0, ["seal_audit"])
    hospital.set_clock(MONDAY.replace(hour=12))
    beat(hospital)
    assert waiting(hospital) == ["seal_audit"]
    assert next_turn(hospital, "seal_audit") == MONDAY.replace(hour=12, minute=40)


@pytest.mark.parametrize(
    ("now", "at", "weekdays", "comes"),
    [
        ("2026-03-02 09:00", "10:00", (), "2026-03-02 10:00"),
        ("2026-03-02 10:00", "10:00", (), "2026-03-03 10:00"),
        ("2026-03-02 12:00", "10:00", (1,), "2026-03-09 10:00"),
        ("2026-03-02 12:00", "10:00", (6, 7), "2026-03-07 10:00"),
        ("2026-03-28 12:00", "02:30", (), "2026-03-29 03:30"),  # a time that does not exist comes an hour later
        ("2026-10-24 12:00", "02:30", (), "2026-10-25 02:30"),  # one that comes twice is done once
    ],
)
def test_a_time_of_day_is_that_of_the_hospitals_clock(
    hospital: Hospital, now: str, at: str, weekdays: tuple[int, ...], comes: str
) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    hospital.sql("UPDATE hms.facility SET time_zone = 'Europe/Berlin', version = version")
    hospital.set_clock(dt.datetime.fromisoformat(now).replace(tzinfo=berlin))
    quiet_but(hospital, "prune", Turns(at_time=dt.time.fromisoformat(at), weekdays=weekdays))
    found = next_turn(hospital, "prune")
    assert found is not None
    assert f"{found.astimezone(berlin):%Y-%m-%d %H:%M}" == comes


def test_somebody_may_have_it_done_now_besides(hospital: Hospital) -> None:
    hospital.sql("UPDATE hms.job_schedules SET paused = true, version = version")
    admin = hospital.database(hospital.person("admin"))
    intent = uuid.uuid4()
    for _ in range(2):
        admin.run_now(actions.do_now, intent=intent, task="prune")
    assert (beat(hospital), beat(hospital), waiting(hospital)) == (1, 0, ["prune"])
    with pytest.raises(Refused, match="does not know that work"):
        admin.run_now(actions.do_now, intent=uuid.uuid4(), task="paint_the_walls")


@pytest.mark.parametrize("turns", [Turns(), Turns(every_minutes=0), Turns(5, dt.time(3)), Turns(1441)])
def test_a_schedule_says_one_way(hospital: Hospital, turns: Turns) -> None:
    manager = hospital.database(hospital.person("manager"))
    with pytest.raises(Refused, match="at what time"):
        manager.run_now(actions.save_schedule, intent=uuid.uuid4(), task="prune", version=1, turns=turns)


def test_a_colleague_who_saved_first_is_noticed_and_the_change_is_in_the_trail(hospital: Hospital) -> None:
    manager = hospital.database(hospital.person("manager"))
    wish = {"task": "prune", "version": 1, "turns": Turns(at_time=dt.time(5), paused=True)}
    manager.run_now(actions.save_schedule, intent=uuid.uuid4(), **wish)
    with pytest.raises(Stale):
        manager.run_now(actions.save_schedule, intent=uuid.uuid4(), **wish)
    assert next_turn(hospital, "prune") is None
    assert hospital.sql("SELECT verb FROM hms.audit WHERE subject = 'job_schedules'")[-1] == ("update",)


# What a worker left --------------------------------------------------------------------------------------------------


def fetched(hospital: Hospital, *, worker_is: str) -> int:
    """A job that a worker took; `worker_is` alive, silent or gone since."""
    opened = hospital.connection()
    opened.execute("SET search_path = procrastinate")
    number = opened.execute("SELECT worker_id FROM procrastinate_register_worker_v1()").fetchone()
    assert number is not None
    job = opened.execute("SELECT id FROM procrastinate_fetch_job_v2(NULL, %s)", number).fetchone()
    assert job is not None
    if worker_is == "silent":
        opened.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    elif worker_is == "gone":
        opened.execute("DELETE FROM procrastinate_workers")
    return int(job[0])


@pytest.mark.parametrize(("worker_is", "state"), [("alive", "under_way"), ("silent", "waiting"), ("gone", "waiting")])
def test_a_job_comes_back_when_its_worker_is_silent(hospital: Hospital, worker_is: str, state: str) -> None:
    test_somebody_may_have_it_done_now_besides(hospital)
    job = fetched(hospital, worker_is=worker_is)
    beat(hospital)
    assert hospital.sql("SELECT id, state FROM hms.job_lines") == [(job, state)]


@pytest.mark.parametrize(("outcome", "states"), [("done", []), ("to_repeat", ["waiting"]), ("failed", ["failed"])])
def test_a_job_that_ended_and_of_which_the_queue_never_heard_is_settled_though_its_worker_lives(
    hospital: Hospital, outcome: str, states: list[str]
) -> None:
    test_somebody_may_have_it_done_now_besides(hospital)
    job = fetched(hospital, worker_is="alive")
    hospital.sql("SELECT hms.end_run(hms.begin_run(%s, 'prune', 1, 'one'), %s, '', '', '{}')", job, outcome)
    beat(hospital)
    assert hospital.sql("SELECT state FROM hms.job_lines") == [("under_way",)]
    hospital.sql("UPDATE hms.job_runs SET ended_at = ended_at - interval '1 hour'")
    beat(hospital)
    assert [row[0] for row in hospital.sql("SELECT state FROM hms.job_lines")] == states


def test_a_job_that_a_worker_was_given_and_never_heard_of_comes_back_though_it_lives(hospital: Hospital) -> None:
    test_somebody_may_have_it_done_now_besides(hospital)
    job = fetched(hospital, worker_is="alive")
    hospital.sql("UPDATE procrastinate.procrastinate_events SET at = at - interval '1 hour'")
    beat(hospital)
    assert hospital.sql("SELECT id, state FROM hms.job_lines") == [(job, "waiting")]


def test_a_job_that_kills_every_worker_is_given_up_and_can_be_repeated(hospital: Hospital) -> None:
    test_somebody_may_have_it_done_now_besides(hospital)
    for _ in range(rules.TASKS["prune"].attempts):
        job = fetched(hospital, worker_is="gone")
        run = hospital.sql("SELECT hms.begin_run(%s, 'prune', 1, 'one')", job)
        assert run
        beat(hospital)
    [found] = hospital.database(hospital.person("manager")).read_now(queries.jobs)
    assert (found.state, found.code, found.sentence) == (
        "failed",
        "jobs.lost",
        "The worker ended in the middle of this.",
    )
    manager = hospital.database(hospital.person("manager"))
    manager.run_now(actions.repeat_job, intent=uuid.uuid4(), job=job)
    assert waiting(hospital) == ["prune"]
    manager.run_now(actions.cancel_job, intent=uuid.uuid4(), job=job)
    assert waiting(hospital) == []
    for action, words in ((actions.repeat_job, "look at the list"), (actions.cancel_job, "over already")):
        with pytest.raises(Refused, match=words):
            manager.run_now(action, intent=uuid.uuid4(), job=job)


def test_what_came_to_its_end_leaves_no_older_failure_to_repeat(hospital: Hospital) -> None:
    hospital.sql("UPDATE hms.job_schedules SET paused = true, version = version")
    for outcome in ("failed", "failed", "done"):
        hospital.sql("INSERT INTO hms.job_wishes (task, wished_at) VALUES ('prune', hms.hospital_now())")
        beat(hospital)
        job = fetched(hospital, worker_is="alive")
        [(run,)] = hospital.sql("SELECT hms.begin_run(%s, 'prune', 1, 'one')", job)
        hospital.sql("SELECT hms.end_run(%s, %s, '', 'no room', '{}')", run, outcome)
        if outcome == "failed":
            opened = hospital.connection()
            opened.execute("SET search_path = procrastinate")
            opened.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", (job,))
            assert [row[0] for row in hospital.sql("SELECT state FROM hms.job_lines")] == ["failed"]
        else:
            assert hospital.sql("SELECT id, state FROM hms.job_lines") == [(job, "under_way")]


def test_finished_jobs_and_old_runs_go_and_what_is_open_stays(hospital: Hospital) -> None:
    test_a_job_that_kills_every_worker_is_given_up_and_can_be_repeated(hospital)
    hospital.sql("UPDATE hms.job_runs SET ended_at = ended_at - interval '31 days'")
    assert hospital.sql("SELECT hms.prune_jobs()") == [(rules.TASKS["prune"].attempts,)]
    hospital.sql("UPDATE procrastinate.procrastinate_events SET at = at - interval '3 days'")
    assert hospital.sql("SELECT hms.prune_jobs()") == [(1,)]
    test_somebody_may_have_it_done_now_besides(hospital)
    hospital.sql("UPDATE procrastinate.procrastinate_events SET at = at - interval '3 days'")
    assert (hospital.sql("SELECT hms.prune_jobs()"), waiting(hospital)) == ([(0,)], ["prune"])
