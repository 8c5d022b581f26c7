"""hms-admin health and monitor: the exit code, the pages, and metrics that the rules and the dashboard ask for."""

import json
import re
import socket
import threading
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from hms_desktop.admin import health
from hms_desktop.admin.monitor import KEPT_SECONDS, Monitor, MonitorServer
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server
from tests.admin.conftest import Central, Run

MONITORING = Path(__file__).resolve().parents[2] / "resources" / "monitoring"
NOBODY = Server("127.0.0.1", 1)


def as_monitor(central: Central) -> Server:
    passwords = tomllib.loads((central.folder / "services.toml").read_text(encoding="utf-8"))
    return central.server.signed_in_as("hms_monitor", passwords["hms_monitor"])


@contextmanager
def serving(server: Server, clock: list[float] | None = None) -> Iterator[str]:
    """A monitor on a port that it picked; the address before the pages."""
    with closing(Database(server, pool_size=1)) as database:
        monitor = Monitor(database, (lambda: clock[0]) if clock is not None else time.monotonic)
        with MonitorServer(("127.0.0.1", 0), monitor) as listening:
            threading.Thread(target=listening.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{listening.server_port}"
            listening.shutdown()


def asked(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_the_exit_code_says_how_bad_the_worst_is(central: Central, run: Run) -> None:
    told = run("health", "--json", *central.as_ada)
    report = json.loads(told.stdout)
    assert told.returncode == {"ok": 0, "warning": 1, "critical": 2}[report["level"]]
    assert report["schema"]["current"] is True
    assert {"backup_hours", "connections_percent", "server_disk_percent"} <= {
        each["figure"] for each in report["checks"]
    }
    lines = run("health", *central.as_ada).stdout
    assert "connections_percent" in lines


def test_an_old_backup_stands_first_and_makes_the_exit_code_two(central: Central, run: Run) -> None:
    password = (central.folder / "super.password").read_text(encoding="utf-8").strip()
    with connect(central.server.signed_in_as("hms_super", password), application="test", autocommit=True) as superuser:
        superuser.execute("UPDATE hms.installation SET created_at = created_at - interval '3 days'")
        done = run("health", "--json", *central.as_ada)
        superuser.execute("UPDATE hms.installation SET created_at = created_at + interval '3 days'")
    assert done.returncode == 2
    worst = {each["figure"] for each in json.loads(done.stdout)["checks"] if each["level"] == "critical"}
    assert "backup_hours" in worst


def test_a_newer_schema_is_a_warning_and_an_older_one_critical(central: Central, run: Run) -> None:
    password = (central.folder / "super.password").read_text(encoding="utf-8").strip()
    with connect(central.server.signed_in_as("hms_super", password), application="test", autocommit=True) as superuser:
        superuser.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('9999', '0.1.0')")
        with serving(as_monitor(central)) as address:
            status, newer = asked(f"{address}/health/ready")
        lines = run("health", *central.as_ada).stdout
        superuser.execute("DELETE FROM hms.schema_compat WHERE revision = '9999'")
        superuser.execute("UPDATE hms.installation SET guards_hash = guards_hash || '-'")
        with serving(as_monitor(central)) as address:
            older = asked(f"{address}/health/ready")[1]
        done = run("health", "--json", *central.as_ada)
        superuser.execute("UPDATE hms.installation SET guards_hash = rtrim(guards_hash, '-')")
    assert (status, json.loads(newer)["why"].endswith("update this program.")) == (200, True)
    assert "WARNING   The schema is 9999, this program's is " in lines
    assert json.loads(older)["why"].endswith("migrate.")
    assert (done.returncode, json.loads(done.stdout)["schema"]["current"]) == (2, False)


def test_a_server_that_is_not_there_has_an_exit_code_and_a_sentence_of_its_own(central: Central, run: Run) -> None:
    away = {"HMS_SERVER_HOST": "127.0.0.1", "HMS_SERVER_PORT": "1", "HMS_SERVER_PASSWORD": "x"}
    done = run("health", "--login", "ada", **away)
    assert (done.returncode, done.stdout.count("\n")) == (3, 1)
    assert json.loads(run("health", "--json", "--login", "ada", **away).stdout)["level"] == "away"


def test_each_page_answers_and_another_is_not_found(central: Central) -> None:
    with serving(as_monitor(central)) as address:
        assert asked(f"{address}/health/live") == (200, '{"alive": true}')
        assert json.loads(asked(f"{address}/health/ready")[1]) == {"ready": True, "why": ""}
        status, told = asked(f"{address}/health")
        assert json.loads(told)["database"] == "hms"
        assert status in (200, 503)
        assert asked(f"{address}/etc/passwd")[0] == 404


def test_the_metrics_are_what_prometheus_can_read(central: Central) -> None:
    with serving(as_monitor(central)) as address:
        status, told = asked(f"{address}/metrics")
    found = {family.name: family for family in text_string_to_metric_families(told)}
    assert status == 200
    assert [sample.value for sample in found["hms_up"].samples] == [1.0]
    assert {sample.labels["figure"] for sample in found["hms_level"].samples} >= {"backup_hours"}


def test_a_database_that_is_away_leaves_the_monitor_alive_and_says_so() -> None:
    with serving(NOBODY.signed_in_as("hms_monitor", "x")) as address:
        assert asked(f"{address}/health/live")[0] == 200
        assert asked(f"{address}/health")[0] == 503
        assert asked(f"{address}/health/ready")[0] == 503
        assert "hms_up 0.0" in asked(f"{address}/metrics")[1]


@pytest.mark.parametrize(
    ("listen", "port", "why"),
    [
        ("127.0.0.1", "99999", "a port is at most 65535"),
        ("192.0.2.1", "9187", "Cannot assign requested address"),
        ("127.0.0.1", "taken", "Address already in use"),
    ],
)
def test_an_address_at_which_nothing_can_be_served_is_one_sentence(
    central: Central, run: Run, listen: str, port: str, why: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1] if port == "taken" else int(port)
        done = run("monitor", "--listen", listen, "--port", number, *central.as_ada)
    assert done.returncode == 1
    sentence = f"Nothing can be served at {listen}, port {number}: {why}; give another --listen or --port.\n"
    assert done.stderr == sentence


def test_however_often_somebody_asks_the_database_is_asked_once_in_a_while(
    central: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = []
    real = health.report
    monkeypatch.setattr(health, "report", lambda database: times.append(1) or real(database))
    clock = [100.0]
    with serving(as_monitor(central), clock) as address:
        for _ in range(5):
            asked(f"{address}/metrics")
            asked(f"{address}/health")
        assert len(times) == 1
        clock[0] += KEPT_SECONDS
        asked(f"{address}/metrics")
        assert len(times) == 2


def test_the_shipped_rules_and_dashboard_ask_only_for_figures_that_there_are(central: Central) -> None:
    with closing(Database(as_monitor(central), pool_size=1)) as database:
        told = {f"hms_{each['figure']}" for each in health.report(database)["checks"]}
    known = told | {"hms_up", "hms_level", "hms_schema_current"}
    # Told only where there is something to tell of: a screen, a worker, work, a replica.
    known |= {f"hms_{name}" for name in WHERE_THERE_IS_ONE}
    rules = (MONITORING / "hms.rules.yml").read_text(encoding="utf-8")
    dashboard = json.loads((MONITORING / "hms-dashboard.json").read_text(encoding="utf-8"))
    expressions = re.findall(r"expr: (.+)", rules)
    expressions += [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    asked_for = {name for each in expressions for name in re.findall(r"hms_[a-z0-9_]+", each)}
    assert asked_for <= known, asked_for - known


WHERE_THERE_IS_ONE = (
    "display_silent_seconds",
    "worker_silent_seconds",
    "work_p95_ms",
    "work_failed_percent",
    "cache_hit_percent",
    "replication_seconds",
    "waiting",
    "longest_wait_minutes",
    "memory_percent",
    "disk_percent",
)
