"""What libraries say: Qt's words go to the log; what FFmpeg writes past everyone, film by film, goes nowhere."""

import contextlib
import faulthandler
import logging
import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def keep_off_standard_error() -> None:
    """Leave standard error to this program's own words: errors, and where it crashed.

    FFmpeg has no other switch that reaches it from here, and a screen that plays films all day would fill its journal.
    """
    qInstallMessageHandler(_take)
    with contextlib.suppress(OSError):  # a Windows program without a console has none
        ours = os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        sys.stderr = os.fdopen(ours, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
        faulthandler.enable(sys.stderr)


def _take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    level = _LEVELS[kind]
    _log.log(level, "%s: %s", context.category, message)
    if level >= logging.ERROR:
        sys.stderr.write(f"{message}\n")
