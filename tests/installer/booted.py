"""A Debian in a folder, booted: systemd is its first process, in namespaces and control groups of its own."""

import json
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.installer.debian_root import PLAIN, DebianRoot
from tests.waiting import wait_until

_TOOLS = ("unshare", "nsenter", "pivot_root", "ip")
_BOOT = """
root=$1 group=$2
# A control group of its own in each hierarchy, which is the root of what this Debian sees of them.
awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/mounts | while read -r tree; do
    mkdir "$tree/$group"
    for share in cpuset.cpus cpuset.mems; do
        [ ! -e "$tree/$group/$share" ] || cat "$tree/$share" >"$tree/$group/$share" || true
    done
    echo $$ >"$tree/$group/cgroup.procs"
done
exec unshare --pid --mount --uts --ipc --net --cgroup --fork --kill-child=KILL sh -euc '
    root=$0
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t tmpfs -o mode=755 tmpfs "$root/run"
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    mount -t tmpfs -o mode=755 tmpfs "$root/dev"
    for device in null zero full random urandom tty; do
        touch "$root/dev/$device"
        mount --bind "/dev/$device" "$root/dev/$device"
    done
    mkdir "$root/dev/pts" "$root/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
    ln -s pts/ptmx "$root/dev/ptmx"
    ln -s /proc/self/fd "$root/dev/fd"
    mount -t tmpfs tmpfs "$root/dev/shm"
    ip link set lo up
    cd "$root"
    pivot_root . mnt
    umount -l /mnt
    mount --make-rshared / # what systemd does by itself on a machine, so that credentials reach their services
    # Newer releases refuse the older hierarchies of control groups unless they are told so.
    exec env -i container=trial PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        SYSTEMD_PROC_CMDLINE="SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1 systemd.unified_cgroup_hierarchy=$1" \
        /lib/systemd/systemd --log-target=journal
' "$root" "$3"
"""


@dataclass(frozen=True)
class Booted:
    """A running Debian; it has a network of its own, in which nothing but it is."""

    root: DebianRoot
    pid: int
    group: str

    def run(self, *words: object, check: bool = True, **variables: str) -> str:
        """What a program says that is started in it as root."""
        told = [f"{name}={value}" for name, value in (PLAIN | variables).items()]
        entered = ["nsenter", "--target", str(self.pid), "--pid", "--mount", "--uts", "--ipc", "--net", "--cgroup"]
        done = subprocess.run(
            [*entered, "--root", "--wdns=/", "env", "-i", *told, *map(str, words)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def systemctl(self, *words: object) -> None:
        self.run("systemctl", *words)

    def shown(self, unit: str, name: str) -> str:
        """One property of a unit."""
        return self.run("systemctl", "show", "--value", f"--property={name}", unit).strip()

    def is_active(self, unit: str) -> bool:
        return self.shown(unit, "ActiveState") == "active" and self.shown(unit, "SubState") == "running"

    def journal(self, *words: object) -> str:
        """What its journal holds, with all that was said until now."""
        self.run("journalctl", "--sync")
        return self.run("journalctl", "--no-pager", "--output=cat", *words)

    def limit(self, unit: str, controller: str, old: str, new: str) -> str | None:
        """What a control group allows the unit, in whichever hierarchy; None where the controller is in neither."""
        path = self.shown(unit, "ControlGroup")
        told = self.run(
            *("sh", "-c", 'cat "$1" 2>/dev/null || cat "$2" 2>/dev/null || true', "-"),
            *(f"/sys/fs/cgroup/{controller}{path}/{old}", f"/sys/fs/cgroup{path}/{new}"),
        )
        return told.strip() or None


@contextmanager
def booted(root: DebianRoot) -> Iterator[Booted]:
    """Boot it; everything in it ends with the block. The test is skipped where a machine allows no such thing."""
    if missing := [name for name in _TOOLS if shutil.which(name) is None]:
        pytest.skip(f"{missing[0]} is not installed")
    group = f"hms-trial-{uuid.uuid4().hex[:8]}"
    alone = "1" if Path("/sys/fs/cgroup/cgroup.controllers").exists() else "0"
    with subprocess.Popen(
        ["sh", "-euc", _BOOT, "boot", str(root.path), group, alone],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Booted(root, _first_process(process), group)
        finally:
            process.kill()  # and with it, by --kill-child, the first process and all that it started
            process.wait()
            _clear(group)


def _first_process(process: "subprocess.Popen[str]") -> int:
    """Its number here, once systemd answers in it."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")

    def answers() -> bool:
        if process.poll() is not None:
            assert process.stderr is not None
            pytest.skip(f"this machine lets no systemd boot: {process.stderr.read().strip()}")
        return _state(_only(children)) in {"running", "degraded"}

    wait_until(answers, "the system is up", seconds=120)
    return _only(children)


def _only(children: Path) -> int:
    """The one child; 0 before there is one."""
    with suppress(OSError):
        if numbers := children.read_text().split():
            return int(numbers[0])
    return 0


def _state(pid: int) -> str:
    if pid == 0 or not Path(f"/proc/{pid}/root/run/systemd/private").exists():
        return ""
    done = subprocess.run(
        ["nsenter", f"--target={pid}", "--pid", "--mount", "--root", "--wdns=/", "systemctl", "is-system-running"],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def _clear(group: str) -> None:
    """Take its control groups away, deepest first, once its last process has gone."""
    trees = [Path(line.split()[1]) for line in Path("/proc/mounts").read_text().splitlines() if " cgroup" in line]

    def gone() -> bool:
        left = [tree / group for tree in trees if (tree / group).is_dir()]
        for top in left:
            for folder, _folders, _files in os.walk(top, topdown=False):
                with suppress(OSError):
                    Path(folder).rmdir()
        return not left

    wait_until(gone, "its control groups are empty")


def answer(machine: Booted, address: str) -> dict[str, object]:
    """What a page of JSON in it says; empty where nothing answers."""
    told = machine.run("curl", "--silent", "--max-time", "5", address, check=False)
    try:
        return dict(json.loads(told))
    except ValueError:
        return {}
