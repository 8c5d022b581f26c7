"""One log file a program, rotated by size, without secrets and without patients."""

import logging
import logging.handlers
from pathlib import Path

BYTES_A_FILE = 2_000_000
FILES_KEPT = 5
_TALKATIVE = ("alembic",)
"""Libraries that tell each of their steps, which nobody needs who reads about the program."""
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _OneLine(logging.Formatter):
    """Keeps a record on its own lines: a newline in a value cannot forge the next record."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name is logging's
        return super().formatMessage(record).replace("\r", "\\r").replace("\n", "\\n")


def start(program: str, folder: Path, *, level: int = logging.INFO) -> Path:
    """Send the whole process's log records to `folder/program.log` and return that path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{program}.log"
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=BYTES_A_FILE, backupCount=FILES_KEPT, encoding="utf-8"
    )
    handler.setFormatter(_OneLine(_FORMAT))
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return path
