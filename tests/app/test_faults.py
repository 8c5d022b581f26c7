"""The one handler: a rule's no is a sentence, a bug is a report that names nobody, the loop's troubles are heard."""

import asyncio
import logging
import sys
import threading

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from hms_desktop.app.faults import Faults
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.widgets.errands import go
from tests.waiting import until


class Heard:
    def __init__(self) -> None:
        self.told: list[HmsError] = []
        self.reports: list[str] = []
        self.faults = Faults(self.told.append, self.reports.append)


@pytest.fixture
def heard(qapp: QApplication, qt_loop: qasync.QEventLoop, monkeypatch: pytest.MonkeyPatch) -> Heard:
    made = Heard()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made.faults.install(qt_loop)
    return made


async def broken(error: BaseException) -> None:
    await asyncio.sleep(0)
    raise error


def fails(qt_loop: qasync.QEventLoop, error: BaseException) -> None:
    async def steps() -> None:
        task = go(broken(error))
        await until(task.done)
        await asyncio.sleep(0.05)

    qt_loop.run_until_complete(steps())


def test_a_refusal_is_told_and_is_no_report(heard: Heard, qt_loop: qasync.QEventLoop) -> None:
    refused = Refused("queue.nobody_waiting", "Nobody waits.")
    fails(qt_loop, refused)
    assert (heard.told, heard.reports) == ([refused], [])


def test_a_bug_is_a_report_whose_log_entry_names_no_patient(
    heard: Heard, qt_loop: qasync.QEventLoop, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        fails(qt_loop, ValueError("Amina Haddad"))
    (number,) = heard.reports
    assert number in caplog.text
    assert "builtins.ValueError" in caplog.text
    assert "broken" in caplog.text
    assert "Amina" not in caplog.text


def test_a_cancelled_task_is_nobodys_business(heard: Heard, qt_loop: qasync.QEventLoop) -> None:
    fails(qt_loop, asyncio.CancelledError())
    assert (heard.told, heard.reports) == ([], [])


def test_an_answer_for_a_page_that_was_left_bothers_nobody(heard: Heard, qt_loop: qasync.QEventLoop) -> None:
    fails(qt_loop, RuntimeError("Internal C++ object (Page) already deleted."))
    assert (heard.told, heard.reports) == ([], [])


def test_a_handler_of_the_loop_reports_too(heard: Heard, qt_loop: qasync.QEventLoop) -> None:
    async def steps() -> None:
        asyncio.get_running_loop().call_exception_handler({"message": "x", "exception": KeyError("Amina")})
        asyncio.get_running_loop().call_exception_handler({"message": "only words"})
        await asyncio.sleep(0)

    qt_loop.run_until_complete(steps())
    assert len(heard.reports) == 1
