"""The log rotates by size and takes no forged lines."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from hms_desktop.core import log


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(log, "BYTES_A_FILE", 2000)
    root = logging.getLogger()
    before = list(root.handlers), root.level
    yield log.start("desk", tmp_path)
    for handler in [handler for handler in root.handlers if handler not in before[0]]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(before[1])


def test_the_log_rotates_by_size_and_keeps_a_few_files(started: Path) -> None:
    for number in range(400):
        logging.getLogger("test").info("record number %d of a long day", number)
    files = sorted(started.parent.glob("desk.log*"))
    assert len(files) == log.FILES_KEPT + 1
    assert all(file.stat().st_size <= 2000 for file in files)


def test_a_newline_in_a_value_cannot_forge_a_record(started: Path) -> None:
    logging.getLogger("test").warning("value %s", "x\n2026-01-01 ERROR forged")
    assert len(started.read_text(encoding="utf-8").splitlines()) == 1
