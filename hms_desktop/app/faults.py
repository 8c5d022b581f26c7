"""The one place where an error that nobody answered becomes a sentence, and a bug a report in the log."""

import asyncio
import logging
import secrets
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from hms_desktop.core.crashes import kind_of
from hms_desktop.core.errors import HmsError

_GONE = "already deleted"
"""What PySide says of a widget that Qt has deleted: an answer came after the person had gone on."""
_log = logging.getLogger(__name__)


class Faults(QObject):
    """Takes what reaches the top of the program and hands it to `tell`, on the GUI thread.

    An `HmsError` is for the person. Anything else is a bug of ours: its kind and place go to the log under a short
    report number, without its words, which may hold a patient's name; `keep` notes it for the server under that number.
    """

    _came = Signal(object)

    def __init__(
        self,
        tell: Callable[[HmsError], None],
        report: Callable[[str], None],
        keep: Callable[[BaseException, str], None] = lambda _error, _number: None,
    ) -> None:
        super().__init__()
        self._tell = tell
        self._report = report
        self._keep = keep
        self._came.connect(self._take, Qt.ConnectionType.AutoConnection)

    def install(self, loop: asyncio.AbstractEventLoop) -> None:
        """Become the program's hook for exceptions of the main thread, other threads and the event loop."""
        sys.excepthook = self.hook
        threading.excepthook = lambda args: self.hook(args.exc_type, args.exc_value, args.exc_traceback)
        loop.set_exception_handler(self._of_loop)

    def hook(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """What `sys.excepthook` is."""
        if error is None or isinstance(error, asyncio.CancelledError | SystemExit):
            return
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self._came.emit(error)

    def _of_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.hook(type(error), error, error.__traceback__)
        else:
            _log.warning("the event loop said: %s", context.get("message"))

    def _take(self, error: BaseException) -> None:
        if isinstance(error, HmsError):
            _log.info("told: %s", error.code)
            self._tell(error)
            return
        if isinstance(error, RuntimeError) and _GONE in str(error):
            _log.info("an answer came for a page that was left: %s", _place(error))
            return
        number = secrets.token_hex(3).upper()
        _log.error("report %s: %s\n%s", number, kind_of(error), "".join(traceback.format_tb(error.__traceback__)))
        self._keep(error, number)
        self._report(number)


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].name} in {frames[-1].filename}" if frames else "nowhere"
