"""The demo is made once, found again in a moment, made anew after an accident, and goes on by itself."""

import datetime as dt
import json
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pytest

from hms_desktop.clinic.appointments import queries as appointments
from hms_desktop.clinic.appointments import timetable
from hms_desktop.clinic.displays import queries as displays
from hms_desktop.clinic.operations import demo, demo_calendar, demo_day, demo_history, demo_weeks, queries_alerts
from hms_desktop.clinic.patients import queries as patients
from hms_desktop.clinic.purchasing import figures
from hms_desktop.clinic.reports import queries as reports
from hms_desktop.clinic.reports.actions import keep_daily_figures
from hms_desktop.clinic.staff import queries as staff
from hms_desktop.clinic.staff.rules import DUTIES
from hms_desktop.clinic.stock import queries_recalls
from hms_desktop.core import settings
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from tests.clinic.stock.truths import breaches
from tests.hospital import Hospital
from tests.waiting import PATIENCE, wait_until


@dataclass
class Opened:
    """The demo as it was last made; tests run in any order."""

    superuser: Server
    folder: Path
    demo: demo.Demo
    patients: int = field(init=False)

    def __post_init__(self) -> None:
        self.patients = self.count("hms.patients")

    def count(self, what: str) -> int:
        with connect(replace(self.superuser, dbname=demo.DBNAME), application="test") as c:
            row = c.execute(f"SELECT count(*) FROM {what}").fetchone()
            assert row is not None
            return int(row[0])

    def superuser_of_the_demo(self) -> Server:
        return replace(self.superuser, dbname=demo.DBNAME)

    def as_duty(self, duty: str) -> Server:
        account = next(account for account in self.demo.accounts if account.duty == duty)
        return self.demo.server.signed_in_as(account.login, account.password)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A demo in a cluster of its own: it makes and drops logins as if it were alone there."""
    folder = tmp_path_factory.mktemp("demo")
    with scratch() as postgres:
        yield Opened(postgres.server, folder, demo.open_demo(postgres.server, folder))


def test_the_demo_has_what_a_newcomer_is_to_see(opened: Opened) -> None:
    assert opened.count("hms.facility") == 1
    assert opened.count("hms.services") == 6
    assert opened.count("hms.rooms") == 8
    assert opened.count("hms.displays") == 2
    assert opened.patients == 2_000
    assert opened.count("hms.patients WHERE restricted") == 10
    assert opened.count("hms.patient_phones") > 1_500
    assert [account.duty for account in opened.demo.accounts] == list(DUTIES)


def test_the_calendar_of_the_demo_is_alive(opened: Opened) -> None:
    assert opened.count("hms.clinics") == len(demo_calendar.PRACTICES)
    assert opened.count("hms.appointments a JOIN hms.sessions s ON s.id = a.session_id") > 500
    assert opened.count("hms.sessions WHERE on_date > hms.business_date() + 14 AND taken > 0") > 0
    assert opened.count("hms.sessions WHERE taken > places OR on_date > hms.business_date() + 21 AND taken > 0") == 0
    assert opened.count("hms.waiting_list") == demo.WAITING
    with closing(Database(opened.as_duty("front_desk"), pool_size=1)) as database:
        [first, *_] = database.read_now(timetable.clinics)
        slots = database.read_now(appointments.free_slots, wish=appointments.SlotWish(clinic=first.id))
        assert slots


def test_the_reports_of_the_demo_look_back_on_past_weeks(opened: Opened) -> None:
    with closing(Database(opened.as_duty("manager"), pool_size=1)) as database:
        today = database.read_now(reports.choices).today
        weeks = reports.Parameters(today - dt.timedelta(days=demo_history.DAYS), today - dt.timedelta(days=1))
        queue = database.read_now(reports.report, snapshot=True, kind="queue", parameters=weeks)
        new = database.read_now(reports.report, snapshot=True, kind="registrations", parameters=weeks)
    lines, tickets, _counters = queue.answers
    assert {row[0] for row in lines.rows} == {None, *demo.SERVICES}
    assert 4_000 < tickets.rows[0][1] < 7_000, "tickets of all services"
    assert len(new.answers[0].rows) > 20, "somebody was registered on most days"
    with closing(Database(opened.superuser_of_the_demo(), pool_size=1)) as database:
        assert database.run_now(keep_daily_figures) == 0, "the past is kept already"


def test_the_pharmacy_of_the_demo_has_weeks_behind_it_that_break_no_rule(opened: Opened) -> None:
    with closing(Database(opened.as_duty("manager"), pool_size=1)) as database:
        today = database.read_now(reports.choices).today
        weeks = reports.Parameters(today - dt.timedelta(days=demo_weeks.DAYS), today - dt.timedelta(days=1))
        found = {
            kind: database.read_now(reports.report, snapshot=True, kind=kind, parameters=weeks).answers
            for kind in ("dispensing", "appointments", "controlled", "activity")
        }
        movers = database.read_now(figures.top_movers, since=weeks.first)
        days = database.read_now(figures.stock_by_day, since=weeks.first)
    with closing(Database(opened.as_duty("pharmacist"), pool_size=1)) as database:
        [recall] = database.read_now(queries_recalls.recalls)
        assert recall.batch_id is not None
        supplied = database.read_now(queries_recalls.supplied, batch=recall.batch_id)
    handed_out, by_day = found["dispensing"]
    assert len(handed_out.rows) >= 8, "medicines"
    assert len(by_day.rows) == sum((today - dt.timedelta(days=ago)).isoweekday() < 7 for ago in range(1, 29))
    everywhere, *clinics = found["appointments"][0].rows
    booked, kept, no_shows, cancelled, waiting = everywhere[2:7]
    assert len(clinics) == len(demo_calendar.PRACTICES)
    assert booked == kept + no_shows + cancelled > 400
    assert min(kept, no_shows, cancelled) > 20
    assert waiting == 0
    assert {row[4] for row in found["controlled"][0].rows} == {"transfer_in", "transfer_out", "issue", "dispense"}
    assert {"manager", "pharmacist", "doctor.2"} <= {row[1] for row in found["activity"][0].rows}
    assert len(movers) > 8
    assert sum(day.used > 0 for day in days) > 20
    assert len(supplied) > 3, "patients took it home"
    with closing(Hospital(opened.superuser_of_the_demo())) as hospital:
        assert breaches(hospital) == {}
    assert opened.count("(SELECT WHERE abs(extract(epoch FROM hms.hospital_now() - clock_timestamp())) < 5) r") == 1
    assert opened.count("hms.dispenses WHERE dispensed_at >= clock_timestamp() - interval '1 minute'") == 0


def test_nothing_of_the_demos_past_is_a_reason_for_an_alert(opened: Opened) -> None:
    with closing(Database(opened.as_duty("manager"), pool_size=1)) as database:
        told = {figure.name: figure.value for figure in database.read_now(queries_alerts.figures)}
    assert told["unsealed_minutes"] < 60
    assert told["late_entries"] == 0
    assert told["backup_hours"] < 1
    assert told["jobs_late_minutes"] < 10


def test_everybody_can_sign_in_with_the_password_that_is_shown(opened: Opened) -> None:
    for duty in DUTIES:
        with closing(Database(opened.as_duty(duty), pool_size=1)) as database:
            assert database.read_now(staff.me).duties == {duty}
    assert opened.demo.accounts[0].password not in repr(opened.demo)


def test_a_clerk_finds_a_demo_patient_by_a_part_of_the_name(opened: Opened) -> None:
    with closing(Database(opened.as_duty("front_desk"), pool_size=1)) as database:
        assert database.read_now(patients.find_patients, text="sampleton jun")
        assert database.read_now(patients.find_patients, text="образ")


def test_each_screen_has_a_settings_file_with_a_login_of_its_own(opened: Opened) -> None:
    names = []
    for path in opened.demo.kiosks:
        found, messages = settings.load(path, {})
        assert messages == ()
        assert found.server is not None
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with closing(Database(found.server, pool_size=1)) as database:
            screen = database.read_now(displays.my_screen)
            assert screen is not None
            names.append(screen.name)
    assert names == list(demo.DISPLAYS)
    assert stat.S_IMODE((opened.folder / "demo.json").stat().st_mode) == 0o600


def test_a_later_start_finds_the_same_demo_within_two_seconds(opened: Opened) -> None:
    began = time.monotonic()
    again = demo.open_demo(opened.superuser, opened.folder)
    assert time.monotonic() - began < 20, "two seconds where the machine has time; making it anew takes longer"
    assert again == opened.demo


def test_a_demo_of_an_older_version_gets_the_logins_that_came_since(opened: Opened) -> None:
    older = opened.superuser_of_the_demo()
    with connect(older, application="test") as c:
        c.execute("DROP OWNED BY hms_pairing")
        c.execute("DROP ROLE hms_pairing")
        c.execute("UPDATE hms.installation SET guards_hash = 'older'")
    assert demo.open_demo(opened.superuser, opened.folder) == opened.demo
    assert opened.count("pg_roles WHERE rolname = 'hms_pairing'") == 1


def test_the_demo_lives_and_goes_on_where_it_was_left(opened: Opened) -> None:
    for _ in range(2):
        stop = threading.Event()
        before = opened.count("hms.queue_calls")
        living = threading.Thread(target=demo_day.run_day, args=(opened.demo.server, opened.folder, stop))
        living.start()
        try:
            wait_until(lambda before=before: opened.count("hms.queue_calls") >= before + 3, "three were called")
        finally:
            stop.set()
            living.join(PATIENCE)
        assert not living.is_alive()
        assert opened.count("(SELECT WHERE abs(extract(epoch FROM hms.hospital_now() - clock_timestamp())) < 5) r") == 1
    assert opened.count(f"hms.segments s JOIN hms.rooms r ON r.id = s.room_id WHERE r.name = '{demo.YOURS}'") == 0


def test_people_come_for_ever_and_the_same_from_the_same_seed() -> None:
    start = dt.datetime(2026, 5, 17, 8, tzinfo=dt.UTC)
    first = [arrival for arrival, _ in zip(demo_day.arrivals_from(start, 5), range(400), strict=False)]
    again = [arrival for arrival, _ in zip(demo_day.arrivals_from(start, 5), range(400), strict=False)]
    assert first == again
    assert all(one.arrived_at <= other.arrived_at for one, other in pairwise(first))
    assert {arrival.service for arrival in first} == set(demo.SERVICES)


def test_a_demo_that_was_cut_short_is_made_anew(opened: Opened) -> None:
    """The file is written last: without it, or with half of it, the demo is not whole."""
    kept = opened.folder / "demo.json"
    whole = kept.read_text(encoding="utf-8")
    kept.write_text(whole[: len(whole) // 2], encoding="utf-8")
    before, opened.demo = opened.demo, demo.open_demo(opened.superuser, opened.folder)
    assert opened.demo.accounts != before.accounts
    assert opened.count("hms.tickets") == 0
    assert opened.count("hms.patients") == 2_000
    assert json.loads(kept.read_text(encoding="utf-8"))["services"]
