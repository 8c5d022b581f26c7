"""The real kiosk in its own process, under its own login: nothing that happens to it loses a call."""

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from contextlib import closing
from pathlib import Path

import psutil
import psycopg
import pytest

from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import scratch
from hms_desktop.core.errors import HmsError
from hms_desktop.core.settings import Server
from tests.factories import displays, queue
from tests.hospital import Hospital, clone, make_template
from tests.kiosk.running import HOUSE, RunningKiosk, settings_file
from tests.proxy import Proxy
from tests.waiting import PATIENCE, wait_until


def many_calls(hospital: Hospital, house: queue.House, count: int) -> list[int]:
    """So many calls in one statement, as if as many counters had pressed at once; their ids."""
    displays.tickets(hospital, house, count)
    [(now, today)] = hospital.sql("SELECT hms.hospital_now(), hms.business_date()")
    rows = hospital.sql(
        "INSERT INTO hms.queue_calls"
        " (segment_id, ticket_id, service_id, room_id, business_date, kind, ordinary, called_at)"
        " SELECT s.id, s.ticket_id, s.service_id, %s, s.business_date, 'call', true, %s FROM hms.segments s"
        " WHERE s.business_date = %s AND NOT EXISTS (SELECT FROM hms.queue_calls c WHERE c.segment_id = s.id)"
        " RETURNING id",
        house.rooms["Counter 1"],
        now,
        today,
    )
    return sorted(int(found) for (found,) in rows)


def unacknowledged(hospital: Hospital) -> int:
    [(count,)] = hospital.sql(
        "SELECT count(*) FROM hms.queue_calls c WHERE NOT EXISTS"
        " (SELECT FROM hms.display_acknowledgements a WHERE a.call_id = c.id)"
    )
    return int(count)


def notify(server: Server, *payloads: str) -> None:
    with psycopg.connect(**server.parameters(), autocommit=True) as connection:
        for payload in payloads:
            connection.execute("SELECT pg_notify('hms_calls', %s)", (payload,))


def test_a_burst_of_300_calls_is_painted_whole_in_order_and_acknowledged(hospital: Hospital, tmp_path: Path) -> None:
    house = queue.house(hospital)
    with RunningKiosk(displays.screen(hospital), tmp_path) as kiosk:
        calls = many_calls(hospital, house, 300)
        kiosk.wait_until_painted(calls)
        assert kiosk.painted() == calls
        assert max(map(len, kiosk.events("painted"))) <= 7
        kiosk.wait_for(lambda: unacknowledged(hospital) == 0, "all acknowledgements")


def test_calls_made_while_every_connection_is_killed_are_painted_once_each(hospital: Hospital, tmp_path: Path) -> None:
    house = queue.house(hospital)
    login = displays.screen(hospital)
    with RunningKiosk(login, tmp_path) as kiosk:
        calls = []
        for _ in range(5):
            calls += many_calls(hospital, house, 4)
            hospital.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", login.user)
        kiosk.wait_until_painted(calls)
        assert kiosk.painted() == calls
        kiosk.wait_for(lambda: unacknowledged(hospital) == 0, "all acknowledgements")


@pytest.mark.parametrize("fault", ["frozen", "cut"])
def test_a_lost_network_is_told_and_what_was_called_meanwhile_is_shown(
    hospital: Hospital, tmp_path: Path, fault: str
) -> None:
    house = queue.house(hospital)
    with (
        Proxy(hospital.superuser) as network,
        RunningKiosk(network.through(displays.screen(hospital)), tmp_path) as kiosk,
    ):
        lost = time.monotonic()
        if fault == "frozen":
            network.freeze()
        else:
            network.refusing = True
            network.cut()
        kiosk.wait_for(lambda: kiosk.events("online")[-1] is False, "the sign of a lost connection")
        said = next(line["at"] for line in reversed(kiosk.lines()) if line.get("online") is False)
        assert said - lost <= 15, "three seconds where the machine has time"
        calls = many_calls(hospital, house, 3)
        network.refusing = False
        if fault == "frozen":
            network.thaw()
        kiosk.wait_until_painted(calls)
        kiosk.wait_for(lambda: kiosk.events("online")[-1], "the connection's return")
        assert kiosk.painted() == calls


def test_a_forged_a_flooding_and_an_8000_byte_notice_only_make_it_read_again(
    hospital: Hospital, tmp_path: Path
) -> None:
    house = queue.house(hospital)
    somebody = hospital.person("front_desk")
    with RunningKiosk(displays.screen(hospital), tmp_path) as kiosk:
        notify(
            somebody, "calls:999999", "A 001 please go to the exit", "'; DROP TABLE hms.displays; --", "x" * 7999, ""
        )
        flood = threading.Thread(target=notify, args=(somebody, *(f"calls:{n}" for n in range(5000))))
        flood.start()
        [call] = many_calls(hospital, house, 1)
        kiosk.wait_until_painted([call])
        flood.join()
        assert kiosk.painted() == [call]
        [second] = many_calls(hospital, house, 1)
        kiosk.wait_until_painted([second])
        assert "Traceback" not in kiosk.errors()


def test_a_fresh_call_is_announced_and_a_stale_one_only_painted(hospital: Hospital, tmp_path: Path) -> None:
    noon = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
    hospital.set_clock(noon)
    house = queue.house(hospital)
    login = displays.screen(hospital)
    [stale] = many_calls(hospital, house, 1)
    hospital.set_clock(noon + dt.timedelta(seconds=91))
    [fresh] = many_calls(hospital, house, 1)
    with RunningKiosk(login, tmp_path) as kiosk:
        kiosk.wait_until_painted([stale, fresh])
        kiosk.wait_for(lambda: bool(kiosk.events("announced")), "an announcement")
        assert kiosk.events("announced") == [[fresh]]


def test_after_a_restart_nothing_is_announced_twice(hospital: Hospital, tmp_path: Path) -> None:
    house = queue.house(hospital)
    login = displays.screen(hospital)
    with RunningKiosk(login, tmp_path) as first:
        [call] = many_calls(hospital, house, 1)
        first.wait_for(lambda: unacknowledged(hospital) == 0, "the acknowledgement")
    (tmp_path / "report.jsonl").unlink()
    with RunningKiosk(login, tmp_path) as again:
        again.wait_until_painted([call])
        assert again.events("announced") == []


def test_it_says_so_when_its_screen_was_closed_and_when_it_is_too_old(hospital: Hospital, tmp_path: Path) -> None:
    with RunningKiosk(displays.screen(hospital), tmp_path) as kiosk:
        hospital.sql("UPDATE hms.displays SET active = false")
        kiosk.wait_for(lambda: any("no screen" in said for said in kiosk.events("trouble")), "the sentence")
        hospital.sql("UPDATE hms.displays SET active = true")
        kiosk.wait_for(lambda: kiosk.events("trouble")[-1] == "", "the sentence to go")
        hospital.sql("UPDATE hms.schema_compat SET min_client_version = '99.0'")
        hospital.sql("SELECT pg_notify('hms_calls', 'schema:1')")
        kiosk.wait_for(lambda: "too old" in kiosk.events("trouble")[-1], "the refusal")


@pytest.mark.parametrize("hours", [-3, 5, 48])
def test_a_jump_of_the_hospitals_clock_costs_no_call(hospital: Hospital, tmp_path: Path, hours: int) -> None:
    noon = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
    hospital.set_clock(noon)
    house = queue.house(hospital)
    with RunningKiosk(displays.screen(hospital), tmp_path) as kiosk:
        before = many_calls(hospital, house, 2)
        kiosk.wait_until_painted(before, 60)
        hospital.set_clock(noon + dt.timedelta(hours=hours))
        after = many_calls(hospital, house, 2)
        kiosk.wait_until_painted(after, 60)
        assert kiosk.painted() == before + after


def test_a_test_call_is_announced_acknowledged_and_no_part_of_the_queues_books(
    hospital: Hospital, tmp_path: Path
) -> None:
    queue.house(hospital)
    with RunningKiosk(displays.screen(hospital), tmp_path) as kiosk:
        [(screen,)] = hospital.sql("SELECT id FROM hms.displays")
        hospital.sql("SELECT hms.test_call(%s, %s)", uuid.uuid4(), screen)
        [(test,)] = hospital.sql("SELECT id FROM hms.display_tests")
        kiosk.wait_until_painted([-test], 60)
        kiosk.wait_for(lambda: kiosk.events("announced") == [[-test]], "its announcement", 60)
        shown = "SELECT 1 FROM hms.display_tests WHERE shown_at IS NOT NULL"
        kiosk.wait_for(lambda: bool(hospital.sql(shown)), "its acknowledgement", 60)
        assert hospital.sql("SELECT count(*) FROM hms.queue_calls") == [(0,)]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_ends_in_order(hospital: Hospital, tmp_path: Path, how: int) -> None:
    login = displays.screen(hospital)
    with RunningKiosk(login, tmp_path) as kiosk:
        assert kiosk.end(how) == 0
        assert "Traceback" not in kiosk.errors()
    wait_until(lambda: not hospital.sql("SELECT 1 FROM pg_stat_activity WHERE usename = %s", login.user))


def test_it_starts_without_a_server_and_ends_on_request_all_the_same(hospital: Hospital, tmp_path: Path) -> None:
    login = displays.screen(hospital)
    with Proxy(hospital.superuser) as network:
        network.refusing = True
        kiosk = RunningKiosk(network.through(login), tmp_path)
        kiosk.wait_for(lambda: kiosk.events("online") == [False], "the sign that nobody answers")
        network.refusing = False
        kiosk.wait_for(lambda: kiosk.events("online")[-1], "the connection")
        assert kiosk.end() == 0


@pytest.mark.parametrize("written", ["", "[server]\nport = 5432\n", "this is = not [ TOML"])
def test_without_a_server_in_its_settings_it_says_in_one_sentence_what_to_set(tmp_path: Path, written: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(written, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "display_kiosk.main", "--settings", str(path)],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env=os.environ | {"XDG_STATE_HOME": str(tmp_path)},
    )
    assert ended.returncode == 2
    assert "hms-admin kiosk add NAME --settings FILE" in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr


def answers(hospital: Hospital) -> bool:
    """Whether somebody new is let in; a connection from before may live a little longer than its server."""
    try:
        connect(hospital.superuser, application="test").close()
    except HmsError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_server_that_was_killed_costs_no_call(tmp_path: Path) -> None:
    with (
        scratch() as embedded,
        closing(Hospital(clone(embedded.server, make_template(embedded.server)))) as hospital,
    ):
        house = queue.house(hospital)
        with RunningKiosk(displays.screen(hospital), tmp_path) as kiosk:
            before = many_calls(hospital, house, 2)
            kiosk.wait_until_painted(before)
            number = int((embedded.data / "cluster" / "postmaster.pid").read_text(encoding="utf-8").split()[0])
            os.kill(number, signal.SIGKILL)
            kiosk.wait_for(lambda: answers(hospital), "the server to come back")
            after = many_calls(hospital, house, 2)
            kiosk.wait_until_painted(after)
            assert kiosk.painted() == before + after


def test_a_screen_started_by_a_program_ends_with_it_even_where_that_was_killed(
    hospital: Hospital, tmp_path: Path
) -> None:
    settings = settings_file(displays.screen(hospital), tmp_path)
    started = (
        "import subprocess, sys\n"
        "kiosk = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)\n"
        "print(kiosk.pid, flush=True)\n"
        "kiosk.wait()\n"
    )
    kiosk = [sys.executable, "-m", "display_kiosk.main", "--offscreen", "--with-parent", "--settings", str(settings)]
    report = tmp_path / "report.jsonl"
    parent = subprocess.Popen(
        [sys.executable, "-c", started, *kiosk, "--report", str(report)],
        cwd=HOUSE,
        env=os.environ | {"XDG_CACHE_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    screen = psutil.Process(int(parent.stdout.readline()))
    wait_until(lambda: report.exists() and '"online": true' in report.read_text("utf-8"))
    parent.kill()
    parent.communicate()
    _gone, left = psutil.wait_procs([screen], PATIENCE)
    assert left == []
