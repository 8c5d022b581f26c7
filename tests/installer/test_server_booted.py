"""The server's package on a Debian 13 that was booted: prepared and started in the words of README.Debian, killed,
upgraded, purged; systemd itself is what starts and ends the services."""

import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.installer.booted import Booted, answer, booted
from tests.installer.conftest import Packages
from tests.installer.debian_root import DebianRoot
from tests.waiting import wait_until

pytestmark = pytest.mark.packaging
HOST, ADDRESS = "db.hospital.example", "10.40.0.5"
PASSWORD, NAME = "correct horse battery", "Ada Example"
UNITS = ("hms-worker", "hms-monitor", "hms-relay")
EXAMPLES = "/usr/share/doc/hms-server/examples"
SECRETS = "/var/lib/postgresql/hms-services.toml"


@dataclass(frozen=True)
class Machine:
    """A hospital's server, with Debian's own PostgreSQL on it and an address in the hospital's network."""

    booted: Booted
    before: dict[str, tuple[str, str]]
    """Each unit's state and whether it begins with the machine, before any settings lay there."""

    @property
    def etc(self) -> Path:
        return self.booted.root.path / "etc"

    def init(self) -> str:
        return self.booted.run(
            *("runuser", "-u", "postgres", "--", "hms-admin", "init", "--set", "server.host=/var/run/postgresql"),
            *("--superuser", "postgres", "--hospital", "St. Example", "--time-zone", "Africa/Nairobi"),
            *("--administrator", "ada", "--name", NAME, "--password-file", "/var/lib/postgresql/ada"),
            *("--service-passwords", SECRETS, "--tls", "make", "--host", HOST, "--desks", "10.20.0.0/16"),
            *("--screens", "10.30.0.0/24", "--services", f"{ADDRESS}/32", "--recommended", "--memory", "1", "--yes"),
        )

    def lay_settings(self) -> None:
        """README.Debian, 2 and 3."""
        run = self.booted.run
        run("install", "-m", "0644", "/etc/postgresql/17/main/hms-tls/ca.pem", "/etc/hms/ca.pem")
        run("install", "-m", "0600", "-o", "hms-worker", f"{EXAMPLES}/worker.toml", "/etc/hms/worker.toml")
        run("install", "-m", "0600", f"{EXAMPLES}/monitor.toml", "/etc/hms/monitor.toml")
        for service in ("worker", "monitor"):
            path = self.etc / f"hms/{service}.toml"
            asked = f"the line hms_{service} of the file that hms-admin init has written"
            path.write_text(path.read_text("utf-8").replace(asked, self.secrets[f"hms_{service}"]), "utf-8")
        (self.etc / "hms/hms_backup.password").write_text(self.secrets["hms_backup"], "utf-8")
        if not (self.etc / "hms/backup.key").exists():
            run("hms-admin", "backup", "key", "/etc/hms/backup.key")
        run("install", "-d", "-m", "0700", "-o", "hms-worker", "/srv/hms-backups")
        run("systemd-tmpfiles", "--create", "hms-server.conf")

    @property
    def secrets(self) -> dict[str, str]:
        return tomllib.loads((self.booted.root.path / SECRETS.lstrip("/")).read_text("utf-8"))

    def works(self) -> bool:
        """Both services run, and the monitor finds the worker alive."""
        ready = answer(self.booted, "http://127.0.0.1:9187/health/ready")
        return self.booted.is_active("hms-worker") and ready == {"ready": True, "why": ""}


@pytest.fixture(scope="module")
def machine(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    root = DebianRoot.made(
        tmp_path_factory.mktemp("debian"),
        "trixie",
        *("systemd", "systemd-sysv", "dbus", "libpam-systemd", "curl", "procps", "postgresql-17"),
    )
    root.install(packages.first)
    (root.path / "var/lib/postgresql/ada").write_text(f"{PASSWORD}\n", "utf-8")
    (root.path / "etc/hosts").write_text(f"127.0.0.1 localhost\n{ADDRESS} {HOST}\n", "utf-8")
    with booted(root) as running:
        subnet = ("nsenter", f"--target={running.pid}", "--net", "ip", "address", "add", f"{ADDRESS}/32", "dev", "lo")
        subprocess.run(subnet, check=True)
        states = {unit: (running.shown(unit, "ActiveState"), running.shown(unit, "UnitFileState")) for unit in UNITS}
        yield Machine(running, states)


@pytest.fixture(scope="module")
def working(machine: Machine) -> Machine:
    """Prepared, with settings in their places, started."""
    machine.init()
    machine.booted.systemctl("restart", "postgresql")
    machine.init()
    machine.lay_settings()
    machine.booted.systemctl("start", "hms-worker", "hms-monitor")
    wait_until(machine.works, "worker and monitor are at work")
    return machine


def test_before_its_settings_lie_there_nothing_begins_and_nothing_fails(machine: Machine) -> None:
    waits = ("inactive", "enabled")
    assert machine.before == {"hms-worker": waits, "hms-monitor": waits, "hms-relay": ("inactive", "disabled")}


def test_systemd_takes_every_unit_without_a_word_and_finds_it_well_closed_in(machine: Machine) -> None:
    for unit in UNITS:
        assert machine.booted.run("systemd-analyze", "verify", "--man=no", f"{unit}.service") == ""
        machine.booted.run("systemd-analyze", "security", "--threshold=20", "--no-pager", f"{unit}.service")


def test_the_book_of_the_package_leads_to_services_at_work_and_to_nothing_left_to_do(working: Machine) -> None:
    assert "There is nothing to do." in working.init()
    assert working.works()


def test_the_worker_can_back_up_within_its_walls(working: Machine) -> None:
    """The unit's own limits, with the command that the worker runs each night."""
    walls = ("ProtectSystem=strict", "ReadWritePaths=/srv/hms-backups", "PrivateTmp=yes", "CapabilityBoundingSet=")
    settings = ("--settings", "/etc/hms/worker.toml", "--login", "hms_backup")
    done = working.booted.run(
        *("systemd-run", "--wait", "--pipe", "--quiet", "--uid=hms-worker", *(f"--property={wall}" for wall in walls)),
        *("--setenv=HOME=/srv/hms-backups", "hms-admin", "backup", "make", "--to", "/srv/hms-backups"),
        *("--key-file", "/etc/hms/backup.key", *settings, "--login-password-file", "/etc/hms/hms_backup.password"),
    )
    assert any((working.booted.root.path / "srv/hms-backups").iterdir()), done


def test_the_limits_of_memory_and_tasks_are_the_kernels_own(working: Machine) -> None:
    allowed = {"hms-worker": (2 * 1024**3, 200), "hms-monitor": (512 * 1024**2, 100)}
    for unit, (memory, tasks) in allowed.items():
        found = working.booted.limit(unit, "memory", "memory.limit_in_bytes", "memory.max")
        assert found in (str(memory), None)  # a machine whose kernel keeps no account of memory
        assert working.booted.limit(unit, "pids", "pids.max", "pids.max") in (str(tasks), None)


def test_a_worker_that_was_killed_is_begun_anew(working: Machine) -> None:
    before, starts = (working.booted.shown("hms-worker", name) for name in ("MainPID", "NRestarts"))
    working.booted.run("kill", "-KILL", before)
    wait_until(lambda: working.booted.shown("hms-worker", "NRestarts") > starts, "systemd notices it")
    wait_until(working.works, "another worker is at work")
    assert working.booted.shown("hms-worker", "MainPID") != before


def test_a_database_that_was_restarted_is_found_again(working: Machine) -> None:
    working.booted.systemctl("restart", "postgresql")
    wait_until(working.works, "both have found it again")


def test_told_to_stop_it_ends_by_itself_and_in_time(working: Machine) -> None:
    working.booted.systemctl("stop", "hms-worker")
    assert working.booted.shown("hms-worker", "Result") == "success"
    assert working.booted.shown("hms-worker", "ExecMainStatus") == "0"
    assert "The worker has ended." in working.booted.journal("--unit=hms-worker")
    working.booted.systemctl("start", "hms-worker")
    wait_until(working.works, "it works again")


def test_no_journal_holds_a_name_or_a_secret(working: Machine) -> None:
    wait_until(lambda: "has begun" in working.booted.journal("--unit=hms-worker"), "the worker has said so")
    told = working.booted.journal()
    for secret in (*working.secrets.values(), PASSWORD, NAME, "ada", "St. Example"):
        assert secret not in told
    log = (working.booted.root.path / "var/log/postgresql/postgresql-17-main.log").read_text("utf-8")
    for secret in (*working.secrets.values(), PASSWORD, NAME, "SCRAM-SHA-256$"):
        assert secret not in log


def test_an_upgrade_starts_what_ran_and_leaves_off_what_was_switched_off(working: Machine, packages: Packages) -> None:
    before = working.booted.shown("hms-worker", "MainPID")
    working.booted.systemctl("disable", "--now", "hms-monitor")
    lay(working, packages.newer)
    wait_until(lambda: working.booted.is_active("hms-worker"), "the worker runs again")
    assert working.booted.shown("hms-worker", "MainPID") != before
    assert working.booted.shown("hms-monitor", "ActiveState") == "inactive"
    assert working.booted.shown("hms-monitor", "UnitFileState") == "disabled"
    working.booted.systemctl("enable", "--now", "hms-monitor")
    wait_until(working.works, "both are at work")


def test_a_purge_ends_the_services_leaves_the_key_of_the_backups_and_a_new_start_is_possible(
    working: Machine, packages: Packages
) -> None:
    working.booted.run("apt-get", "-qq", "-y", "purge", "hms-server")
    for unit in UNITS:
        assert working.booted.shown(unit, "LoadState") == "not-found"
    assert working.booted.run("pgrep", "--full", "/opt/hms-server", check=False) == ""
    assert {path.name for path in (working.etc / "hms").iterdir()} == {"backup.key", "ca.pem"}
    lay(working, packages.first)
    working.lay_settings()
    working.booted.systemctl("start", "hms-worker", "hms-monitor")
    wait_until(working.works, "worker and monitor are at work")


def lay(machine: Machine, package: Path) -> None:
    """As apt does; what the package leans on is there already."""
    shutil.copy(package, machine.booted.root.path / "var" / package.name)
    machine.booted.run("apt-get", "-qq", "-y", "install", "--no-install-recommends", f"/var/{package.name}")
