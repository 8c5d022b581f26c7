"""hms-admin monitor: serves /health, /health/live, /health/ready and /metrics for the hospital's own monitoring."""

import argparse
import json
import logging
import signal
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from hms_desktop.admin import connection, health
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations import installing
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Misconfigured

PORT = 9187
KEPT_SECONDS = 5.0
"""However often somebody asks, the database is asked once in this time."""
LEVELS = {"ok": 0, "not watched": 0, "warning": 1, "critical": 2}
_log = logging.getLogger(__name__)
Answer = tuple[int, str, bytes]
"""Status, content type, body."""


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("monitor", help=__doc__, description=__doc__)
    parser.add_argument("--listen", default="127.0.0.1", metavar="ADDRESS", help="default: only this machine")
    parser.add_argument("--port", type=int, default=PORT, help=f"default: {PORT}; 0: any that is free")
    connection.add_options(parser, whose="hms_monitor")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    with connection.signed_in(options, whatever_version=True) as database:
        server = listening(options.listen, options.port, Monitor(database))
        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, lambda *_: threading.Thread(target=server.shutdown, daemon=True).start())
        print(f"http://{options.listen}:{server.server_port}/health, /health/live, /health/ready, /metrics", flush=True)
        with server:
            server.serve_forever()
    return 0


def listening(address: str, port: int, monitor: "Monitor") -> "MonitorServer":
    """Raises Misconfigured where nothing can be served at that address and port."""
    try:
        return MonitorServer((address, port), monitor)
    except OverflowError:
        why = "a port is at most 65535"
    except OSError as error:
        why = error.strerror or str(error)
    raise Misconfigured(
        "monitor.address", f"Nothing can be served at {address}, port {port}: {why}; give another --listen or --port."
    )


class Monitor:
    """What each address answers; asks the database at most once in KEPT_SECONDS. Every method from any thread."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database, self._clock = database, clock
        self._lock = threading.Lock()
        self._report: dict[str, Any] | None = None
        self._asked = -KEPT_SECONDS
        self._registry = CollectorRegistry(auto_describe=False)
        self._registry.register(self)
        self.pages: dict[str, Callable[[], Answer]] = {
            "/health": self._health,
            "/health/live": lambda: _said(200, {"alive": True}),
            "/health/ready": self._ready,
            "/metrics": lambda: (200, CONTENT_TYPE_PLAIN_0_0_4, generate_latest(self._registry)),
        }

    def collect(self) -> Iterator[Metric]:
        """For prometheus_client: every figure, and the level that it has."""
        up = GaugeMetricFamily("hms_up", "1 where the database answers")
        report = self._newest()
        up.add_metric([], 0.0 if report is None else 1.0)
        yield up
        if report is None:
            return
        current = GaugeMetricFamily("hms_schema_current", "1 where the schema is this program's", labels=["revision"])
        current.add_metric([report["schema"]["revision"]], float(report["schema"]["current"]))
        yield current
        yield from _families(report["checks"])

    def _newest(self) -> dict[str, Any] | None:
        with self._lock:
            if self._clock() - self._asked >= KEPT_SECONDS:
                try:
                    self._report = health.report(self._database)
                except HmsError as error:
                    _log.warning("the database does not answer: %s", error.code)
                    self._report = None
                self._asked = self._clock()
            return self._report

    def _health(self) -> Answer:
        report = self._newest()
        if report is None:
            return _said(503, {"level": "critical", "why": "The database does not answer."})
        return _said(503 if report["level"] == "critical" else 200, report)

    def _ready(self) -> Answer:
        try:
            schema = installing.schema_state(self._database.server)
        except HmsError as error:
            return _said(503, {"ready": False, "why": error.sentence})
        ready = schema.current or schema.newer
        return _said(200 if ready else 503, {"ready": ready, "why": schema.trouble})


class MonitorServer(ThreadingHTTPServer):
    """Answers GET for the pages of one Monitor, and nothing else."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], monitor: Monitor) -> None:
        self.monitor = monitor
        super().__init__(address, _Asked)


class _Asked(BaseHTTPRequestHandler):
    server: MonitorServer
    timeout = 10
    server_version, sys_version = "hms-admin", ""

    def do_GET(self) -> None:
        page = self.server.monitor.pages.get(self.path.split("?", 1)[0])
        status, kind, body = page() if page else _said(404, {"pages": list(self.server.monitor.pages)})
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        _log.debug(format, *args)


def _families(checks: list[dict[str, Any]]) -> Iterator[Metric]:
    """One gauge for each figure, its subject as a label; and one that tells the levels."""
    gauges: dict[str, GaugeMetricFamily] = {}
    levels = GaugeMetricFamily("hms_level", "0: well, 1: warning, 2: critical", labels=["figure", "subject"])
    for check in checks:
        name = f"hms_{check['figure']}"
        gauge = gauges.setdefault(name, GaugeMetricFamily(name, check["figure"].replace("_", " "), labels=["subject"]))
        gauge.add_metric([check["subject"]], check["value"])
        levels.add_metric([check["figure"], check["subject"]], LEVELS[check["level"]])
    yield from gauges.values()
    yield levels


def _said(status: int, told: dict[str, Any]) -> Answer:
    return status, "application/json", json.dumps(told).encode()
