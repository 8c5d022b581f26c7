"""The suite's own programs, and how one of them starts another: as a file beside it where they are frozen."""

import sys
from pathlib import Path

PROGRAMS: dict[str, tuple[str, str]] = {
    "hms-desktop": ("-m", "hms_desktop.app.main"),
    "hms-admin": ("-m", "hms_desktop.admin.main"),
    "hms-kiosk": ("-m", "display_kiosk.main"),
    "hms-keeper": ("-I", str(Path(__file__).with_name("keeper.py"))),
}
"""Each program's name when it is frozen, and what Python is told to run where it is not.

The keeper of the embedded PostgreSQL is run by its path and apart from everything (`-I`): it outlives who started it.
"""


def is_frozen() -> bool:
    """Whether this program was packed with its own Python."""
    return bool(getattr(sys, "frozen", False))


def command_of(program: str) -> list[str]:
    """What starts that program of the suite, to which its arguments are added; KeyError for another's name."""
    from_sources = PROGRAMS[program]
    if not is_frozen():
        return [sys.executable, *from_sources]
    this = Path(sys.executable)
    return [str(this.with_name(program + this.suffix))]
