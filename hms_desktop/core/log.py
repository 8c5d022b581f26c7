"""One log file a program, rotated by size, without secrets and without patients."""

import logging
import logging.handlers
import sys
from pathlib import Path

BYTES_A_FILE = 2_000_000
FILES_KEPT = 5
_TALKATIVE = ("alembic", "procrastinate")
"""Libraries that tell each of their steps, which nobody needs who reads about the program."""
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _OneLine(logging.Formatter):
    """Keeps a record on its own lines: a newline in a value cannot forge the next record."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name is logging's
        return super().formatMessage(record).replace("\r", "\\r").replace("\n", "\\n")


class _File(logging.handlers.RotatingFileHandler):
    """A disk that takes no more costs records, said once, and not a stack trace each on standard error."""

    _said = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is logging's
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            super().handleError(record)
        elif not self._said:
            self._said = True
            print(f"The log {self.baseFilename} cannot be written: {error.strerror}.", file=sys.stderr)  # noqa: T201


def start(program: str, folder: Path, *, level: int = logging.INFO) -> Path:
    """Send the whole process's log records to `folder/program.log` and return that path.

    Where that file cannot be made they go to standard error: a program is of use without its log.
    """
    path = folder / f"{program}.log"
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _File(path, maxBytes=BYTES_A_FILE, backupCount=FILES_KEPT, encoding="utf-8")
    except OSError as error:
        print(f"The log {path} cannot be written: {error.strerror}.", file=sys.stderr)  # noqa: T201 - who else is told?
        handler = logging.StreamHandler()
    handler.setFormatter(_OneLine(_FORMAT))
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return path
