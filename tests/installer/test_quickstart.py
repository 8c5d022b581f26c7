"""The quickstart on Debian: its set-up is stood in for, its start and end of the demo are real."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.waiting import PATIENCE, wait_until

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "installer" / "quickstart.sh"
TOOLS = (
    *("sh", "cat", "cut", "dirname", "env", "flock", "mkdir", "mktemp"),
    *("printf", "rm", "sed", "setsid", "sha256sum", "sleep", "tr"),
)

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script is Debian's")

DEMO = f"""#!{sys.executable}
import os, signal, subprocess, sys, time
def leave(*_):
    os.write(1, b"asked to end\\n")
    sys.exit(7)
signal.signal(signal.SIGINT, leave)
child = subprocess.Popen(["sleep", "1000"])
print(child.pid, *sys.argv[1:], flush=True)
time.sleep(0.2 if "--short" in sys.argv else 1000)
"""


@dataclass(frozen=True)
class Machine:
    """A machine on which the set-up has been made, with a demo that is only a stand-in."""

    environment: dict[str, str]

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [
                "env",
                "--default-signal=INT,TERM,HUP",
                "sh",
                SCRIPT,
                *arguments,
            ],  # whatever this test was started deaf to
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )


def digest(data: bytes) -> str:
    found = subprocess.run(["sha256sum"], input=data, capture_output=True, check=True).stdout
    return found.decode()[:16]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found is not None, name
        (tools / name).symlink_to(found)
    version = subprocess.run([sys.executable, "-VV"], capture_output=True, check=True).stdout
    lock = (ROOT / "installer" / "requirements" / "dev.txt").read_bytes()
    venv = tmp_path / "hms-desktop" / f"{digest(f'{ROOT}{os.linesep}'.encode())}-{digest(lock + version)}"
    (venv / "bin").mkdir(parents=True)
    (venv / "complete").touch()
    (venv / "project").write_text(digest((ROOT / "pyproject.toml").read_bytes()) + "\n")
    demo = venv / "bin" / "hms-desktop"
    demo.write_text(DEMO)
    demo.chmod(0o755)
    return Machine(
        {
            "PATH": str(tools),
            "HOME": str(tmp_path),
            "XDG_CACHE_HOME": str(tmp_path),
            "DISPLAY": ":stand-in",
            "PYTHON": sys.executable,
            "LANG": "C.UTF-8",
        }
    )


def first_line(started: "subprocess.Popen[str]") -> list[str]:
    assert started.stdout is not None
    return started.stdout.readline().split()


def test_it_starts_the_demo_and_passes_on_what_it_was_given(machine: Machine) -> None:
    with machine.start("run", "--short", "--language", "es") as started:
        child, *arguments = first_line(started)
        assert arguments == ["--demo", "--short", "--language", "es"]
        started.communicate(timeout=PATIENCE)
    assert started.returncode == 0
    wait_until(lambda: not psutil.pid_exists(int(child)), "the demo's child had ended")


@pytest.mark.parametrize(("order", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)])
def test_an_order_to_end_reaches_the_demo_and_leaves_nothing_running(
    machine: Machine, order: signal.Signals, code: int
) -> None:
    with machine.start("run") as started:
        child, *_ = first_line(started)
        started.send_signal(order)
        said, _ = started.communicate(timeout=PATIENCE)
    assert said == "asked to end\n"
    assert started.returncode == code
    wait_until(lambda: not psutil.pid_exists(int(child)), "the demo's child had ended")


def test_started_twice_at_once_there_are_two_demos(machine: Machine) -> None:
    both = [machine.start("run", "--short") for _ in range(2)]
    for started in both:
        with started:
            started.communicate(timeout=PATIENCE)
        assert started.returncode == 0


@pytest.mark.parametrize("arguments", [[], ["walk"]])
def test_anything_but_run_and_test_gets_the_usage(machine: Machine, arguments: list[str]) -> None:
    with machine.start(*arguments) as started:
        _, said = started.communicate(timeout=PATIENCE)
    assert started.returncode == 1
    assert said.startswith("Usage:")


def test_the_continuous_check_runs_the_test_command_and_nothing_else() -> None:
    orders = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line and line[0] != "#"]
    assert orders[-1] == "exec sh installer/quickstart.sh test"
    assert len(orders) == 2
