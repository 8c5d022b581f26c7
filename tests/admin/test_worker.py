"""hms-admin worker as IT runs it: each job is done, once, whatever happens to a worker or to the server."""

from pathlib import Path

from tests.hospital import Hospital
from tests.running_worker import running_worker, worker_login
from tests.waiting import wait_until


def runs(hospital: Hospital, task: str) -> list[tuple[str, int]]:
    return hospital.sql("SELECT outcome, attempt FROM hms.job_runs WHERE task = %s ORDER BY id", task)


def done(hospital: Hospital, task: str, times: int = 1) -> bool:
    return [outcome for outcome, _ in runs(hospital, task)].count("done") >= times


def test_every_task_that_is_due_is_done_and_the_worker_ends_when_told(hospital: Hospital, tmp_path: Path) -> None:
    hospital.sql("UPDATE hms.job_turns SET next_at = hms.hospital_now()")
    tasks = [task for (task,) in hospital.sql("SELECT task FROM hms.job_tasks ORDER BY task")]
    with running_worker(worker_login(hospital), tmp_path) as worker:
        wait_until(lambda: all(done(hospital, task) for task in tasks), "everything was done")
        assert hospital.sql("SELECT state FROM hms.worker_states") == [("alive",)]
        assert worker.end() == 0
        assert worker.said.endswith("The worker has ended.\n")
    assert hospital.sql("SELECT state FROM hms.worker_states") == [("ended",)]
    assert hospital.sql("SELECT count(*) FROM hms.job_lines WHERE state <> 'waiting'") == [(0,)]
    assert "ERROR" not in worker.log
