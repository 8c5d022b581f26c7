"""`frozen`: how large the frozen folders are, how long they take to build, and how soon their programs are there."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import Report, figure
from tests.bench.startup import ROOT, TARGET_SECONDS, started

PACKAGES = ("desktop", "admin")
WARM, COLD = 12, 5


def run(report: Report) -> None:
    """Build both folders, or take those that HMS_FROZEN names; then start their programs, warm and cold."""
    with _folders(report) as out:
        for package in PACKAGES:
            folder = out / f"hms-{package}"
            files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
            report(figure(f"frozen.{package}.size", [sum(path.stat().st_size for path in files) / 1e6], "MB"))
            report(figure(f"frozen.{package}.files", [float(len(files))], "files"))
        window, version = out / "hms-desktop" / "hms-desktop", out / "hms-admin" / "hms-admin"
        _report_starts(
            report,
            "window",
            window,
            lambda: started([str(window), "--say-when-usable"])[0],
            lambda: started([sys.executable, "-m", "hms_desktop.app.main", "--say-when-usable"])[0],
            target=TARGET_SECONDS,
        )
        _report_starts(
            report,
            "admin",
            version,
            lambda: _seconds_of([str(version), "--version"]),
            lambda: _seconds_of([sys.executable, "-m", "hms_desktop.admin.main", "--version"]),
        )


def _report_starts(
    report: Report,
    name: str,
    program: Path,
    start: Callable[[], float],
    from_sources: Callable[[], float],
    *,
    target: float | None = None,
) -> None:
    """Warm, beside the same program from its sources; then cold, where the system can be told to forget files."""
    warm = [start() for _ in range(WARM)][2:]
    beside = [from_sources() for _ in range(WARM)][2:]
    words = f"<= {target} s warm (p95)" if target else None
    met = sorted(warm)[-1] <= target if target else None
    report(figure(f"frozen.{name}.warm", warm, "s", beside=beside, target=words, met=met))
    if hasattr(os, "posix_fadvise"):
        report(figure(f"frozen.{name}.cold", [_cold(program.parent, start) for _ in range(COLD)], "s"))


def _cold(folder: Path, start: Callable[[], float]) -> float:
    """A start whose own files all come from the disk; what else this computer keeps in memory, it keeps."""
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return start()


def _seconds_of(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


@contextmanager
def _folders(report: Report) -> Iterator[Path]:
    if kept := os.environ.get("HMS_FROZEN"):
        yield Path(kept)
        return
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        for package in PACKAGES:
            build = ["sh", str(ROOT / "installer" / "freeze" / "build.sh"), package, folder]
            report(figure(f"frozen.{package}.build", [_seconds_of(build)], "s"))
        yield Path(folder)
