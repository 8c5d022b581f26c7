"""The keeper of the embedded PostgreSQL: a small process that starts it, restarts it after a crash and stops
it after its last user; and the file locks through which programs and keeper know of each other.

It is run by its path, apart from the package, so it imports only the standard library and psutil.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it comes without types

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOOK_AGAIN = 0.2  # seconds between two looks at the server and its users
SURE = 0.05  # seconds between the two looks that must both find nobody
RETRY_PAUSE = 0.5  # seconds before a server that ended is started again
RETRIES = 20  # starts in a row that may fail: a killed server's backends need some seconds to go
FAST_STOP = 15.0  # seconds that a fast shutdown may take before the immediate one
SLOTS = 64  # programs that can share a server on Windows, where a lock cannot be shared


class FileLock:
    """A lock on a file that the operating system releases when its process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def exclusive(self) -> bool:
        """Try to hold the lock alone, giving up any hold on it first; False while anyone else holds it."""
        return self._hold(shared=False)

    def shared(self) -> bool:
        """Try to hold the lock together with others; False while someone holds it alone."""
        return self._hold(shared=True)

    def release(self) -> None:
        """Give the lock up; nothing happens when it is not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def is_free(self) -> bool:
        """Whether nobody, in this object or elsewhere, holds the lock."""
        probe = FileLock(self.path)
        try:
            return probe.exclusive()
        except FileNotFoundError:  # its folder has been deleted
            return True
        finally:
            probe.release()

    def _hold(self, *, shared: bool) -> bool:
        self.release()
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        if _try_lock(handle, shared=shared):
            self._handle = handle
            return True
        os.close(handle)
        return False


if sys.platform == "win32":

    def _try_lock(handle: int, *, shared: bool) -> bool:
        """Lock one free slot of the file (shared) or all of them (exclusive)."""
        wanted = [(slot, 1) for slot in range(SLOTS)] if shared else [(0, SLOTS)]
        for offset, length in wanted:
            os.lseek(handle, offset, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, length)
            except OSError:
                continue
            return True
        return False

else:

    def _try_lock(handle: int, *, shared: bool) -> bool:
        """Lock the file without waiting."""
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def waited(attempt: Callable[[], bool], seconds: float) -> bool:
    """Repeat an attempt until it succeeds; False when the seconds have passed without success."""
    deadline = time.monotonic() + seconds
    while not attempt():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


@dataclass(frozen=True)
class Folder:
    """The names of the things in an embedded server's data folder."""

    path: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own data directory."""
        return self.path / "cluster"

    @property
    def settings(self) -> Path:
        """The settings that our launcher writes before each start; they include and override initdb's."""
        return self.path / "hms.conf"

    @property
    def log(self) -> Path:
        """What the server and initdb had to say."""
        return self.path / "server.log"

    def starting(self) -> FileLock:
        """Held alone by the one program that is starting or joining the server."""
        return FileLock(self.path / "starting.lock")

    def users(self) -> FileLock:
        """Shared by every program that uses the server; held alone by the keeper while it stops it."""
        return FileLock(self.path / "users.lock")

    def keeper(self) -> FileLock:
        """Held alone by the keeper for as long as it runs."""
        return FileLock(self.path / "keeper.lock")

    def server_process(self) -> psutil.Process | None:
        """The running postmaster of this cluster; None also when its number belongs to another program."""
        try:
            number = int((self.cluster / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
            process = psutil.Process(number)
            ours = process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()).samefile(self.cluster)
        except (OSError, ValueError, psutil.Error):
            return None
        return process if ours else None


class Keeper:
    """Keeps one embedded server for as long as a program uses it."""

    def __init__(self, folder: Folder, binaries: Path, *, account: tuple[int, int] | None, delete: bool) -> None:
        self._folder = folder
        self._binaries = binaries
        self._account = account
        self._delete = delete
        self._lock = folder.keeper()
        self._users = folder.users()
        self._child: subprocess.Popen[bytes] | None = None
        self._dismissed = False

    def keep(self) -> int:
        """Run until no program uses the server; the exit code is 1 when the server cannot be started."""
        if not waited(self._lock.exclusive, 2.0):
            return 0  # another keeper is at work
        signal.signal(signal.SIGTERM, self._dismiss)
        failures = 0
        while not (self._dismissed or self._unused()):
            if self._runs():
                failures = 0
            elif failures < RETRIES:
                time.sleep(RETRY_PAUSE if failures else 0)
                failures += 1
                self._launch()
            else:
                return 1
            time.sleep(LOOK_AGAIN)
        self._end()
        return 0

    def _dismiss(self, *_: object) -> None:
        self._dismissed = True

    def _unused(self) -> bool:
        """Whether nobody uses the server, seen twice; if so, nobody can begin to until this process ends."""
        if not self._users.exclusive():
            return False
        self._users.release()
        time.sleep(SURE)
        return self._users.exclusive()

    def _runs(self) -> bool:
        if self._child is not None:
            return self._child.poll() is None
        return self._folder.server_process() is not None

    def _launch(self) -> None:
        cluster = str(self._folder.cluster)
        if sys.platform == "win32":  # pg_ctl drops an administrator's rights, which PostgreSQL refuses
            self._pg_ctl("start", "-W", "-l", str(self._folder.log), "-o", f'-c config_file="{self._folder.settings}"')
            return
        uid, gid = self._account or (None, None)
        with self._folder.log.open("ab") as log:
            self._child = subprocess.Popen(
                [self._binaries / "postgres", "-D", cluster, "-c", f"config_file={self._folder.settings}"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=cluster,
                user=uid,
                group=gid,
                extra_groups=None if self._account is None else [],
            )

    if sys.platform == "win32":

        def _pg_ctl(self, verb: str, *arguments: str) -> None:
            """Without pipes: the server would inherit them and whoever reads them would wait for its end."""
            subprocess.run(
                [str(self._binaries / "pg_ctl.exe"), verb, "-s", "-D", str(self._folder.cluster), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=subprocess.CREATE_NO_WINDOW,
                check=False,
            )

    def _end(self) -> None:
        """Stop the server, fast and then at once; give up the locks last."""
        if self._child is not None and self._runs():
            self._stop(psutil.Process(self._child.pid))
        elif process := self._folder.server_process():
            self._stop(process)
        if self._delete:
            shutil.rmtree(self._folder.path, ignore_errors=True)
        self._lock.release()
        self._users.release()

    def _stop(self, process: psutil.Process) -> None:
        if sys.platform == "win32":
            self._pg_ctl("stop", "-m", "fast")
            return
        for order, seconds in ((signal.SIGINT, FAST_STOP), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            process.send_signal(order)
            if waited(lambda: not self._runs(), seconds):
                return


def main(arguments: list[str] | None = None) -> int:
    """Keep the server of a data folder: see EmbeddedPostgres, which starts this."""
    parser = ArgumentParser(prog="keeper")
    parser.add_argument("data", type=Path)
    parser.add_argument("binaries", type=Path)
    parser.add_argument("--account", nargs=2, type=int, metavar=("UID", "GID"))
    parser.add_argument("--delete", action="store_true", help="remove the data folder at the end")
    given = parser.parse_args(arguments)
    account = None if given.account is None else (given.account[0], given.account[1])
    return Keeper(Folder(given.data), given.binaries, account=account, delete=given.delete).keep()


if __name__ == "__main__":
    sys.exit(main())
