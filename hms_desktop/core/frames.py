"""Which line of this suite's own code somebody stands on; a line names a module and a number, never a value."""

import sys
from collections.abc import Iterator
from types import FrameType

OURS = ("hms_desktop.", "display_kiosk.")
PLUMBING = "hms_desktop.core."


def line_of(frame: FrameType) -> str:
    """`module:line` of a frame."""
    return f"{frame.f_globals.get('__name__', '?')}:{frame.f_lineno}"


def outwards(frame: FrameType | None) -> Iterator[FrameType]:
    """A frame, its caller, that one's caller, and so on."""
    while frame is not None:
        yield frame
        frame = frame.f_back


def asking_line() -> str:
    """The line above the plumbing that makes this thread ask the database; empty where no line of the suite does."""
    for frame in outwards(sys._getframe(1)):
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith(OURS) and not name.startswith(PLUMBING):
            return line_of(frame)
    return ""


def busy_line(frame: FrameType | None) -> str:
    """The innermost line of the suite's own in a stack, or of anybody's where there is none."""
    for one in outwards(frame):
        if str(one.f_globals.get("__name__", "")).startswith(OURS):
            return line_of(one)
    return line_of(frame) if frame is not None else ""
