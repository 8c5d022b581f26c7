"""How this program and its machine do: memory, processor, disk."""

from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it comes without types

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Vital:
    """`memory_mb` and `cpu_percent` (of one core) are the program's, `memory_percent`, `disk_percent` the machine's."""

    memory_mb: int
    cpu_percent: float
    memory_percent: float
    disk_percent: float


class Vitals:
    """Looks at this process; the processor's share is counted from one look to the next."""

    def __init__(self, place: Path | None = None) -> None:
        self._place = place or Path.home()
        self._process = psutil.Process()
        self._process.cpu_percent(None)

    def look(self) -> Vital:
        with self._process.oneshot():
            own, share = self._process.memory_info().rss, self._process.cpu_percent(None)
        return Vital(
            memory_mb=own // MEGABYTE,
            cpu_percent=round(share, 2),
            memory_percent=psutil.virtual_memory().percent,
            disk_percent=psutil.disk_usage(str(self._place)).percent,
        )
