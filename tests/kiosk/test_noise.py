"""What libraries write to standard error: Qt's words are logged, the rest is dropped, and nobody waits for anybody."""

import logging
import subprocess
import sys

import pytest

from display_kiosk import noise

SAYS = """
import logging, os, sys, time
logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message)s", level=logging.DEBUG)
from PySide6.QtCore import qCritical, qWarning
from display_kiosk import noise
noise.keep_off_standard_error()
os.write(2, b"[h264 @ 0x55] no frame!\\n")
qWarning("a warning of\\ntwo lines")
for _ in range(200_000):
    os.path.exists("/")
    try:
        os.write(2, b"Invalid socket" * 100)
    except BlockingIOError:
        break
time.sleep(0.5)
qCritical("something is very wrong")
time.sleep(0.5)
"""


def test_words_of_qt_are_logged_and_the_rest_is_dropped(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "qt")
    left = noise.take(b"[mp4] junk\n\x1ewarning qt.x: one\x1f\njunk\x1einfo default: two\nlines\x1f\n\x1ecritical half")
    assert [record.getMessage() for record in caplog.records] == ["qt.x: one", "default: two\nlines"]
    assert left == b"\x1ecritical half"
    assert noise.take(left + b" said\x1f") == b""
    assert caplog.records[-1].getMessage() == "half said"


def test_a_message_without_an_end_is_not_kept_for_ever() -> None:
    assert noise.take(b"\x1ewarning " + b"x" * 70_000) == b""


def test_a_flood_of_noise_holds_up_nobody_and_qt_is_heard_again_after_it() -> None:
    done = subprocess.run([sys.executable, "-c", SAYS], capture_output=True, text=True, timeout=60, check=True)
    assert "WARNING qt default: a warning of\ntwo lines" in done.stdout
    assert "ERROR qt default: something is very wrong" in done.stdout
    assert done.stderr == "default: something is very wrong\n"
