"""What libraries say: Qt's words go to the log; what FFmpeg writes past everyone, film by film, goes nowhere.

Qt speaks on threads of its own too, and the GUI thread waits for some of them while it holds the lock that Python code
needs. A message handler written in Python would wait for that lock, and the screen would stand still for ever. So Qt
writes to a pipe that never blocks, and a thread reads it here.
"""

import contextlib
import faulthandler
import logging
import os
import re
import sys
import threading

from PySide6.QtCore import qSetMessagePattern

_log = logging.getLogger("qt")
_LEVELS = {
    b"debug": logging.DEBUG,
    b"info": logging.INFO,
    b"warning": logging.WARNING,
    b"critical": logging.ERROR,
    b"fatal": logging.CRITICAL,
}
_PATTERN = "\x1e%{type} %{category}: %{message}\x1f"
_SAID = re.compile(rb"\x1e(debug|info|warning|critical|fatal) ([^\x1e\x1f]*)\x1f")
_LONGEST = 64 * 1024  # bytes that wait for the end of a message


def keep_off_standard_error() -> None:
    """Leave standard error to this program's own words: errors, and where it crashed. Called once, at the start.

    FFmpeg has no other switch that reaches it from here, and a screen that plays films all day would fill its journal.
    """
    os.environ.setdefault("QT_FORCE_STDERR_LOGGING", "1")  # Debian's Qt would write to the journal itself
    qSetMessagePattern(_PATTERN)
    with contextlib.suppress(OSError):  # a Windows program without a console has none
        ours = os.dup(2)
        reading, writing = os.pipe()
        if sys.platform != "win32":
            os.set_blocking(writing, False)  # words are lost rather than waited with
        os.dup2(writing, 2)
        os.close(writing)
        sys.stderr = os.fdopen(ours, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
        faulthandler.enable(sys.stderr)
        threading.Thread(target=_read, args=(reading,), name="noise", daemon=True).start()


def _read(reading: int) -> None:
    left = b""
    while more := os.read(reading, _LONGEST):
        left = take(left + more)


def take(written: bytes) -> bytes:
    """Log what Qt has said in `written`; returns the beginning of a message whose end is still to come."""
    end = 0
    for said in _SAID.finditer(written):
        end = said.end()
        level, words = _LEVELS[said[1]], said[2].decode("utf-8", "replace")
        _log.log(level, "%s", words)
        if level >= logging.ERROR:
            sys.stderr.write(f"{words}\n")
    begun = written.rfind(b"\x1e", end)
    return written[begun:] if begun >= 0 and len(written) - begun < _LONGEST else b""
