"""A bare Debian 12 in a folder, in which packages are tried; what is mounted for a program ends with the program."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SUITE = "bookworm"
KEPT = {"bookworm": "HMS_DEBIAN", "trixie": "HMS_DEBIAN_13"}
"""The variable that names a root of a suite which was made before."""
PLAIN = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
_TOOLS = ("mmdebstrap", "unshare", "chroot")
_ENTER = """
root=$1; shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
exec chroot "$root" "$@"
"""


@dataclass(frozen=True)
class DebianRoot:
    """Programs in it see its files alone, and this machine's network."""

    path: Path

    @classmethod
    def made(cls, folder: Path, suite: str = SUITE, *packages: str) -> "DebianRoot":
        """A new one with the smallest set of packages and these; the test is skipped where that cannot be made.

        HMS_DEBIAN (or what KEPT says) names one that was made before, of which a copy is taken.
        """
        if missing := [name for name in _TOOLS if shutil.which(name) is None]:
            pytest.skip(f"{missing[0]} is not installed")
        if os.geteuid() != 0:
            pytest.skip("only root can enter another root")
        if before := os.environ.get(KEPT[suite]):
            return cls(Path(before)).copied(folder)
        included = [f"--include={','.join(packages)}"] if packages else []
        done = subprocess.run(
            ["mmdebstrap", "--quiet", "--variant=minbase", *included, suite, folder / "root"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            pytest.skip(f"no Debian could be fetched: {done.stderr.strip().splitlines()[-1]}")
        return cls(folder / "root")

    def copied(self, folder: Path) -> "DebianRoot":
        subprocess.run(["cp", "-a", self.path, folder / "root"], check=True)
        return DebianRoot(folder / "root")

    def command(self, *words: object, account: str = "", **variables: str) -> list[str]:
        """The words by which a program is started in here, as root or as an account of this Debian."""
        whose = (
            ["setpriv", f"--reuid={account}", f"--regid={self.group_of(account)}", "--clear-groups"] if account else []
        )
        told = [f"{name}={value}" for name, value in (PLAIN | variables).items()]
        inside = [*whose, "env", "-i", *told, *map(str, words)]
        return ["unshare", "--mount", "sh", "-euc", _ENTER, "enter", str(self.path), *inside]

    def run(
        self, *words: object, account: str = "", check: bool = True, **variables: str
    ) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            self.command(*words, account=account, **variables),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done

    def group_of(self, account: str) -> str:
        lines = (self.path / "etc/passwd").read_text("utf-8").splitlines()
        return next(line.split(":")[3] for line in lines if line.startswith(f"{account}:"))

    def install(self, package: Path) -> None:
        """As apt installs a file, with what it depends on."""
        shutil.copy(package, self.path / "tmp" / package.name)
        self.run("apt-get", "-qq", "update")
        self.run("apt-get", "-qq", "-y", "install", "--no-install-recommends", f"/tmp/{package.name}")
