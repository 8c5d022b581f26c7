"""Waits until a display is connected, before the session starts: one that starts without a display stays black."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

DRM = Path("/sys/class/drm")
SECONDS = 60.0
PAUSE = 0.5
NO_DISPLAY_CODE = 75
"""EX_TEMPFAIL of sysexits.h: the unit fails and is tried again."""


def connected(root: Path = DRM) -> tuple[str, ...]:
    """The connectors, such as card1-HDMI-A-1, that have a display which has told its modes."""
    ready = (folder.name for folder in root.glob("card*-*") if _says(folder / "status") == "connected")
    return tuple(sorted(name for name in ready if _says(root / name / "modes")))


def wait_for_display(
    root: Path = DRM,
    seconds: float = SECONDS,
    *,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> tuple[str, ...]:
    """The connectors with a display, as soon as there is one; none after `seconds`."""
    ends = clock() + seconds
    while not (found := connected(root)) and clock() < ends:
        sleep(PAUSE)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when a display is connected; 75, after which systemd tries again, when none came."""
    parser = argparse.ArgumentParser(prog="python -m display_kiosk.connected", description=__doc__)
    parser.add_argument("--root", type=Path, default=DRM, metavar="DIR", help="where the kernel lists connectors")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long to wait (default: %(default)s)")
    options = parser.parse_args(arguments)
    found = wait_for_display(options.root, options.seconds)
    if not found:
        print(f"No display was connected within {options.seconds:g} seconds.", file=sys.stderr)
        return NO_DISPLAY_CODE
    print(", ".join(found))
    return 0


def _says(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
