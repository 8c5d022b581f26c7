"""How this machine does: what the status page shows and the heartbeat carries, read where Linux tells it."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_BYTES = 2000
"""What a heartbeat's state may hold, as kiosk.heartbeat checks it."""
LEAST_NEEDED = ("audio", "decoder", "last_call", "machine")
"""What is left out first, from the left, where all of it would be too much."""


@dataclass(frozen=True)
class Machine:
    """Figures of one moment; None where this system does not tell them.

    Temperature in degrees Celsius, memory and disk in MB, times in seconds.
    """

    temperature: float | None
    memory_used: int | None
    memory_free: int | None
    disk_free: int | None
    uptime: int | None

    def told(self) -> dict[str, float]:
        """The figures that are known, for the heartbeat."""
        return {name: value for name, value in vars(self).items() if value is not None}


def measured(written: Path, root: Path = Path("/")) -> Machine:
    """The machine now; `written` lies on the disk that this program writes to."""
    return Machine(
        temperature=_temperature(root / "sys/class/thermal"),
        memory_used=_kilobytes(root / "proc/self/status", "VmRSS:"),
        memory_free=_kilobytes(root / "proc/meminfo", "MemAvailable:"),
        disk_free=_disk_free(written),
        uptime=_uptime(root / "proc/uptime"),
    )


def bounded(state: Mapping[str, Any], most: int = MOST_BYTES) -> dict[str, Any]:
    """`state` as far as its JSON fits into `most` bytes; the least needed parts are left out whole."""
    kept = dict(state)
    for name in (*LEAST_NEEDED, *state):
        if len(json.dumps(kept)) <= most:
            break
        kept.pop(name, None)
    return kept


def _temperature(folder: Path) -> float | None:
    """The hottest zone."""
    found = [int(text) / 1000 for path in folder.glob("thermal_zone*/temp") if _is_number(text := _text(path))]
    return round(max(found), 1) if found else None


def _kilobytes(path: Path, name: str) -> int | None:
    """The line `name  12345 kB`, in MB."""
    for line in _text(path).splitlines():
        if line.startswith(name):
            return int(line.split()[1]) // 1024
    return None


def _uptime(path: Path) -> int | None:
    text = _text(path)
    return int(float(text.split()[0])) if text else None


def _disk_free(path: Path) -> int | None:
    while not path.exists() and path != path.parent:
        path = path.parent
    try:
        return shutil.disk_usage(path).free // 2**20
    except OSError:
        return None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdigit()
