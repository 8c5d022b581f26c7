"""`startup`: from the start of the process to the first usable window, and its memory."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil

from tests.bench.measure import Report, figure

ROOT = Path(__file__).resolve().parents[2]
STARTS = 12
TARGET_SECONDS = 2.0

# What the window beside it costs: an interpreter, Qt and one empty widget.
_BARE_QT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.show()
QTimer.singleShot(0, lambda: print("usable", flush=True))
app.exec()
"""


def run(report: Report, *, rows: int) -> None:
    """Start the program without settings again and again; `rows` has no meaning here."""
    del rows
    ours = [started([sys.executable, "-m", "hms_desktop.app.main", "--say-when-usable"]) for _ in range(STARTS)][2:]
    bare = [started([sys.executable, "-c", _BARE_QT]) for _ in range(STARTS)][2:]
    seconds = [second for second, _ in ours]
    report(
        figure(
            "startup.window",
            seconds,
            "s",
            beside=[second for second, _ in bare],
            target=f"<= {TARGET_SECONDS} s warm (p95)",
            met=sorted(seconds)[-1] <= TARGET_SECONDS,
        )
    )
    report(figure("startup.memory", [size for _, size in ours], "MB", beside=[size for _, size in bare]))


def started(command: list[str]) -> tuple[float, float]:
    """Seconds until the program says `usable`, and its resident memory in MB at that moment."""
    begun = time.perf_counter()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": "/nonexistent"}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == "usable":
                break
        else:
            raise SystemExit("The program ended before its window was usable.")
        took = time.perf_counter() - begun
        memory = psutil.Process(process.pid).memory_info().rss / 1e6
        process.terminate()
    return took, memory
