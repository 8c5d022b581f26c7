"""The log rotates by size and takes no forged lines."""

import errno
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


def test_where_the_log_cannot_be_made_its_records_go_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    before = list(logging.getLogger().handlers)
    log.start("desk", tmp_path / "file")
    [made] = [handler for handler in logging.getLogger().handlers if handler not in before]
    made.handle(logging.makeLogRecord({"msg": "the hall is open"}))
    logging.getLogger().removeHandler(made)
    said = capsys.readouterr().err
    assert "desk.log cannot be written" in said
    assert "the hall is open" in said


def test_a_full_disk_is_said_once(
    started: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full:
        def write(self, _: str) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    [handler] = [one for one in logging.getLogger().handlers if getattr(one, "baseFilename", "") == str(started)]
    opened = handler.stream  # type: ignore[attr-defined]  # it is the handler of a file
    monkeypatch.setattr(handler, "stream", Full())
    monkeypatch.setattr(handler, "shouldRollover", lambda _: False)
    for _ in range(3):
        handler.handle(logging.makeLogRecord({"msg": "lost"}))
    monkeypatch.setattr(handler, "stream", opened)
    assert capsys.readouterr().err.splitlines() == [f"The log {started} cannot be written: No space left on device."]


def test_the_log_rotates_by_size_and_keeps_a_few_files(started: Path) -> None:
    for number in range(400):
        logging.getLogger("test").info("record number %d of a long day", number)
    files = sorted(started.parent.glob("desk.log*"))
    assert len(files) == log.FILES_KEPT + 1
    assert all(file.stat().st_size <= 2000 for file in files)


def test_a_newline_in_a_value_cannot_forge_a_record(started: Path) -> None:
    logging.getLogger("test").warning("value %s", "x\n2026-01-01 ERROR forged")
    assert len(started.read_text(encoding="utf-8").splitlines()) == 1
