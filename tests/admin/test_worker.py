"""hms-admin worker as IT runs it: each job is done, once, whatever happens to a worker or to the server."""

import datetime as dt
import signal
import stat
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.operations.backups.encryption import KeyFile, make_key_file
from hms_desktop.clinic.operations.backups.loading import contents_of
from hms_desktop.clinic.reports.actions import Order, save_schedule
from tests.admin.conftest import Run
from tests.hospital import PASSWORD, Hospital
from tests.message_takers import GatewayTaker, MailTaker
from tests.proxy import Proxy
from tests.running_worker import RunningWorker, age_signs_of_life, only, running_worker, worker_login
from tests.waiting import PATIENCE, wait_until

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def mail() -> Iterator[MailTaker]:
    taker = MailTaker()
    yield taker
    taker.close()


@pytest.fixture
def gateway() -> Iterator[GatewayTaker]:
    taker = GatewayTaker()
    yield taker
    taker.close()


def by_mail(taker: MailTaker) -> str:
    return (
        f'[email]\nhost = "127.0.0.1"\nport = {taker.port}\nsecurity = "none"\nsender = "desk@hospital.example"\n'
        "seconds = 20.0\n"
    )


def outcomes(hospital: Hospital, task: str) -> list[str]:
    return [row[0] for row in hospital.sql("SELECT outcome FROM hms.job_runs WHERE task = %s ORDER BY id", task)]


def states(hospital: Hospital) -> list[str]:
    return [row[0] for row in hospital.sql("SELECT state FROM hms.outbox ORDER BY id")]


def write_notices(hospital: Hospital, many: int) -> None:
    told = '{"expired": 1, "expiring": 2, "low": 3}'
    people = [f"person{number}@hospital.example" for number in range(many)]
    hospital.sql("SELECT hms.write_notice('stock_alert', %s::jsonb, gen_random_uuid(), %s)", told, people)


def test_every_task_that_is_due_is_done_and_the_worker_ends_when_told(hospital: Hospital, tmp_path: Path) -> None:
    tasks = [task for (task,) in hospital.sql("SELECT task FROM hms.job_tasks ORDER BY task")]
    only(hospital, *tasks)
    with running_worker(worker_login(hospital), tmp_path) as worker:
        wait_until(lambda: all("done" in outcomes(hospital, task) for task in tasks), "everything was done")
        assert hospital.sql("SELECT state FROM hms.worker_states") == [("alive",)]
        assert worker.end() == 0
        assert worker.said.endswith("The worker has ended.\n")
    assert hospital.sql("SELECT state FROM hms.worker_states") == [("ended",)]
    assert "ERROR" not in worker.log


def test_a_worker_that_is_told_to_end_as_it_begins_ends(hospital: Hospital, tmp_path: Path) -> None:
    server = worker_login(hospital)
    for turn in range(4):
        worker = RunningWorker(server, tmp_path / str(turn)).begun()
        try:
            time.sleep(turn * 0.02)  # while it opens its connections and enters itself in the queue's books
            assert worker.end() == 0
        finally:
            worker.close()
        assert "The worker has ended." in worker.said


def test_two_workers_send_each_message_once(hospital: Hospital, tmp_path: Path, mail: MailTaker) -> None:
    only(hospital, "send_messages")
    write_notices(hospital, 30)
    server = worker_login(hospital)
    with (
        running_worker(server, tmp_path / "one", by_mail(mail)),
        running_worker(server, tmp_path / "two", by_mail(mail)),
    ):
        for _ in range(5):
            hospital.sql("INSERT INTO hms.job_wishes (task, wished_at) VALUES ('send_messages', hms.hospital_now())")
        wait_until(lambda: states(hospital) == ["sent"] * 30, "everything was sent")
        wait_until(lambda: hospital.sql("SELECT count(*) FROM hms.job_lines") == [(0,)], "nothing was left to do")
    assert sorted(str(letter["To"]) for letter in mail.letters) == sorted(
        f"person{number}@hospital.example" for number in range(30)
    )
    assert len({letter["Message-ID"] for letter in mail.letters}) == 30


def test_a_mail_that_a_killed_worker_had_begun_is_in_doubt_and_not_sent_again(
    hospital: Hospital, tmp_path: Path, mail: MailTaker
) -> None:
    only(hospital, "send_messages")
    write_notices(hospital, 2)
    mail.holding.set()
    server = worker_login(hospital)
    first = RunningWorker(server, tmp_path / "one", by_mail(mail)).begun()
    try:
        wait_until(mail.has_one.is_set, "the mail server had a letter")
        first.kill()
    finally:
        first.close()
    age_signs_of_life(hospital)
    mail.let_go()
    with running_worker(server, tmp_path / "two", by_mail(mail)):
        wait_until(lambda: states(hospital) == ["unknown", "sent"], "the other one was sent")
    assert outcomes(hospital, "send_messages")[0] == "lost"
    assert len({letter["To"] for letter in mail.letters}) == len(mail.letters) == 2


def test_a_gateway_that_takes_a_key_once_is_given_what_a_lost_answer_left(
    hospital: Hospital, tmp_path: Path, gateway: GatewayTaker
) -> None:
    only(hospital, "send_messages")
    gateway.answers += [0, 202]
    hospital.sql(
        "INSERT INTO hms.outbox (kind, channel, recipient, language, told, due_at, written_at) "
        "VALUES ('notice', 'sms', '+254712345678', 'fr', '{\"about\": \"reminder\", \"hospital\": \"H\", "
        '"at": "2026-03-06T09:00"}\', hms.hospital_now(), hms.hospital_now())'
    )
    extra = f'[sms]\nurl = "{gateway.url}"\nrepeat_is_safe = true\nheaders = {{ Authorization = "Bearer x" }}\n'
    with running_worker(worker_login(hospital), tmp_path, extra) as worker:
        wait_until(lambda: len(gateway.posted) == 1, "it was posted")
        wait_until(lambda: states(hospital) == ["due"], "it was to go again")
        hospital.sql("UPDATE hms.outbox SET due_at = hms.hospital_now()")
        hospital.sql("INSERT INTO hms.job_wishes (task, wished_at) VALUES ('send_messages', hms.hospital_now())")
        wait_until(lambda: states(hospital) == ["sent"], "it was sent")
    assert len(gateway.posted) == 2
    [text] = gateway.texts.values()
    assert text["to"] == "+254712345678"
    assert "vendredi 6 mars 2026 à 09:00" in text["text"]
    assert gateway.posted[0].headers["authorization"] == "Bearer x"
    assert "712345678" not in worker.log


def test_the_end_of_the_day_survives_a_worker_killed_in_the_middle(hospital: Hospital, tmp_path: Path) -> None:
    hospital.set_clock(NOON, 1)
    only(hospital, "close_day")
    server = worker_login(hospital)
    blocking = hospital.connection()
    blocking.execute("BEGIN")
    blocking.execute("LOCK TABLE hms.sittings IN ACCESS EXCLUSIVE MODE")
    first = RunningWorker(server, tmp_path / "one").begun()
    try:
        wait_until(lambda: outcomes(hospital, "close_day") == ["under_way"], "the day was being closed")
        first.kill()
    finally:
        first.close()
    age_signs_of_life(hospital)
    with running_worker(server, tmp_path / "two"):
        wait_until(lambda: outcomes(hospital, "close_day")[0] == "lost", "the job was taken back")
        blocking.execute("ROLLBACK")
        wait_until(lambda: "done" in outcomes(hospital, "close_day"), "the day was closed")
        wait_until(lambda: hospital.sql("SELECT count(*) FROM hms.job_lines") == [(0,)], "nothing was left to do")
    assert hospital.sql("SELECT count(*) FROM hms.intents WHERE action = 'close_day'") == [(1,)]


def test_a_poisoned_job_is_given_up_with_its_reason_and_stops_nobody(hospital: Hospital, tmp_path: Path) -> None:
    hospital.sql("REVOKE EXECUTE ON FUNCTION hms.prune_jobs() FROM hms_worker")
    only(hospital, "prune", "analyse", "stock_alerts")
    with running_worker(worker_login(hospital), tmp_path):
        wait_until(lambda: outcomes(hospital, "prune")[-1:] == ["failed"], "it was given up")
        wait_until(
            lambda: outcomes(hospital, "analyse") == outcomes(hospital, "stock_alerts") == ["done"], "others went on"
        )
        line = "SELECT state, sentence FROM hms.job_lines WHERE task = 'prune'"
        given_up = [("failed", "Your duties do not allow this; ask an administrator for them.")]
        wait_until(lambda: hospital.sql(line) == given_up, "the page said why")
        hospital.sql("GRANT EXECUTE ON FUNCTION hms.prune_jobs() TO hms_worker")
        [(job,)] = hospital.sql("SELECT id FROM hms.job_lines WHERE task = 'prune'")
        admin = hospital.connection(hospital.person("admin"))
        admin.execute("SELECT hms.repeat_job(gen_random_uuid(), %s)", (job,))
        wait_until(lambda: outcomes(hospital, "prune")[-1] == "done", "it was repeated")


def test_a_job_that_fails_for_a_while_is_tried_again_until_it_goes(hospital: Hospital, tmp_path: Path) -> None:
    only(hospital, "analyse")
    made = "CREATE OR REPLACE FUNCTION hms.analyse_partitioned() RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN {} END $$"
    hospital.sql(made.format("RAISE EXCEPTION USING ERRCODE = '55P03';"))
    with running_worker(worker_login(hospital), tmp_path):
        wait_until(lambda: outcomes(hospital, "analyse")[:1] == ["to_repeat"], "it was to be tried again")
        hospital.sql(made.format("RETURN '{}';"))
        wait_until(lambda: outcomes(hospital, "analyse")[-1] == "done", "it went")


def test_a_knock_that_nobody_has_told_is_told_by_the_worker(hospital: Hospital, tmp_path: Path) -> None:
    only(hospital, "watch")
    hospital.sql("INSERT INTO hms.late_knocks (channel, knock) VALUES ('hms_changes', 'stock:1')")
    with running_worker(worker_login(hospital), tmp_path):
        wait_until(lambda: hospital.sql("SELECT count(*) FROM hms.late_knocks") == [(0,)], "it was told")


def test_a_worker_comes_back_when_the_server_does(hospital: Hospital, tmp_path: Path) -> None:
    only(hospital, "seal_audit")
    server = worker_login(hospital)
    with Proxy(server) as network, running_worker(network.through(), tmp_path) as worker:
        wait_until(lambda: outcomes(hospital, "seal_audit") == ["done"], "it was done")
        network.refusing = True
        network.cut()
        wait_until(lambda: "no sign of life" in worker.log or "could not be served" in worker.log, "it was noticed")
        network.refusing = False
        hospital.sql("INSERT INTO hms.job_wishes (task, wished_at) VALUES ('seal_audit', hms.hospital_now())")
        again = "it was done again"  # opening a pool may have begun while nobody answered, and is given up after 30 s
        wait_until(lambda: outcomes(hospital, "seal_audit").count("done") == 2, again, seconds=3 * PATIENCE)
        assert worker.end() == 0


def test_a_sign_of_life_that_fails_unforeseen_is_given_again_when_it_can_be(hospital: Hospital, tmp_path: Path) -> None:
    only(hospital, "seal_audit")
    [(beat,)] = hospital.sql("SELECT pg_get_functiondef('hms.beat'::regproc)")
    with running_worker(worker_login(hospital), tmp_path) as worker:
        hospital.sql(
            "CREATE OR REPLACE FUNCTION hms.beat(p_worker text, p_version text, p_silence interval) RETURNS integer "
            "LANGUAGE sql AS 'SELECT 1 / 0'"
        )
        wait_until(lambda: "no sign of life could be given: DataError" in worker.log, "it failed")
        hospital.sql(beat)
        hospital.sql("UPDATE hms.workers SET seen_at = clock_timestamp() - interval '1 hour'")
        alive = [("alive",)]
        wait_until(lambda: hospital.sql("SELECT state FROM hms.worker_states") == alive, "it was given again")


def test_a_worker_that_is_told_to_end_finishes_the_letter_in_its_hands(
    hospital: Hospital, tmp_path: Path, mail: MailTaker
) -> None:
    only(hospital, "send_messages")
    write_notices(hospital, 3)
    mail.holding.set()
    with running_worker(worker_login(hospital), tmp_path, by_mail(mail)) as worker:
        wait_until(mail.has_one.is_set, "the mail server had a letter")
        worker.process.send_signal(signal.SIGTERM)
        wait_until(lambda: hospital.sql("SELECT 1 FROM hms.outbox WHERE state = 'sending'"), "it is being sent")
        mail.let_go()
        assert worker.end() == 0
    assert sorted(states(hospital)) == ["due", "due", "sent"]
    assert outcomes(hospital, "send_messages") == ["done"]


def test_a_report_that_was_ordered_is_made_and_mailed_with_its_files(
    hospital: Hospital, tmp_path: Path, mail: MailTaker
) -> None:
    hospital.set_clock(NOON)
    manager = hospital.database(hospital.person("manager"))
    order = Order(
        "Stock", "stock_value", {"period": "today"}, "csv", "en", "day", 0, dt.time(0), "stock", ("a@b.example",)
    )
    manager.run_now(save_schedule, intent=uuid.uuid4(), order=order)
    hospital.set_clock(NOON + dt.timedelta(days=1), 1)
    only(hospital, "make_reports", "send_messages")
    folder = tmp_path / "reports"
    with running_worker(worker_login(hospital), tmp_path, f'{by_mail(mail)}[reports]\nfolder = "{folder}"\n'):
        wait_until(lambda: states(hospital) != [], "the report was made")
        hospital.sql("INSERT INTO hms.job_wishes (task, wished_at) VALUES ('send_messages', hms.hospital_now())")
        wait_until(lambda: states(hospital) == ["sent"], "it was mailed")
    [letter] = mail.letters
    [attached] = letter.iter_attachments()
    [file] = (folder / "stock").iterdir()
    assert letter["To"] == "a@b.example"
    assert letter["Subject"].startswith("Stock · ")
    assert (attached.get_filename(), attached.get_payload(decode=True)) == (file.name, file.read_bytes())
    assert hospital.sql("SELECT state FROM hms.report_runs") == [("done",)]


def test_a_backup_is_made_tried_and_noted(hospital: Hospital, tmp_path: Path) -> None:
    made = installing.verifier(hospital.connection(), "hms_backup", PASSWORD)
    hospital.sql(f"ALTER ROLE hms_backup PASSWORD '{made}'")
    (tmp_path / "hms_backup.password").write_text(PASSWORD, "utf-8")
    make_key_file(tmp_path / "backup.key")
    only(hospital, "back_up")
    extra = (
        f'[backup]\nfolder = "{tmp_path / "backups"}"\nkey_file = "{tmp_path / "backup.key"}"\n'
        f'password_file = "{tmp_path / "hms_backup.password"}"\n'
    )
    with running_worker(worker_login(hospital), tmp_path, extra):
        wait_until(
            lambda: outcomes(hospital, "back_up") not in ([], ["under_way"]), "it was made", seconds=3 * PATIENCE
        )
    assert outcomes(hospital, "back_up") == ["done"]
    [file] = (tmp_path / "backups").glob("*.hmsbackup")
    contents = contents_of(file, KeyFile(tmp_path / "backup.key"))
    [(figures,)] = hospital.sql("SELECT figures FROM hms.job_runs WHERE task = 'back_up'")
    assert figures == {"bytes": file.stat().st_size, "rows": contents.rows, "breaches": 0}
    assert hospital.sql("SELECT count(*) FROM hms.backups") == [(1,)]


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        ("[worker]\nat_once = 0\n", "The setting [worker] at_once must be above 0; correct it."),
        ("[worker]\nspeed = 3\n", "The setting [worker] speed is not known; see --help."),
        ('[email]\nport = "x"\n', "The setting [email] port must be a whole number; correct it."),
        ('[email]\nhost = "m"\nsecurity = "none"\n', "E-mail may go without encryption to this machine only"),
        ('[sms]\nurl = "http://far.example"\n', "The setting [sms] url must begin with https://."),
        ('[backup]\nfolder = "x"\n', "The setting [backup] key_file is missing; see --help."),
        ('[messages]\nfolder = "/nowhere"\n', "The folder /nowhere of [messages] is not there"),
        ("[worker\n", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_one_sentence(run: Run, tmp_path: Path, extra: str, sentence: str) -> None:
    path = tmp_path / "worker.toml"
    path.write_text(f'[server]\nhost = "127.0.0.1"\nuser = "hms_worker"\npassword = "x"\n{extra}', encoding="utf-8")
    path.chmod(0o600)
    done = run("worker", "--settings", path)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_settings_that_others_can_read_are_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "worker.toml"
    path.write_text('[server]\nhost = "127.0.0.1"\n', encoding="utf-8")
    path.chmod(0o600 | stat.S_IRGRP)
    done = run("worker", "--settings", path)
    assert (done.returncode, "chmod 600" in done.stderr) == (1, True)


def test_a_worker_that_was_outgrown_ends_with_the_sentence_and_does_not_begin_again(
    hospital: Hospital, tmp_path: Path
) -> None:
    login = worker_login(hospital)
    with running_worker(login, tmp_path) as worker:
        hospital.sql("UPDATE hms.schema_compat SET min_client_version = '99.0'")
        wait_until(lambda: worker.process.poll() is not None, "the worker has ended")
        assert worker.process.returncode == 1
        assert worker.said.splitlines()[-2:][0] == "The worker has ended."
        assert "which needs 99.0 or newer; ask IT to update it." in worker.said
    again = RunningWorker(login, tmp_path / "again")
    wait_until(lambda: again.process.poll() is not None, "the next one has ended")
    again.close()
    assert again.process.returncode == 1
    assert "has begun" not in again.said
