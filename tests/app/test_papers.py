"""Paper in the real program: it comes out beside the desk, and the strip says what did not."""

import uuid
from pathlib import Path

import pytest

from hms_desktop.app import papers
from hms_desktop.screens.printing.view import Tray
from tests.app.conftest import Running, until
from tests.factories import printing, queue
from tests.hospital import Hospital


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where this user's papers and layouts are kept."""
    monkeypatch.setattr(papers.places, "user_data", lambda: tmp_path)
    return tmp_path


def ticket(hospital: Hospital, house: queue.House) -> int:
    [patient] = queue.patients(hospital, 1)
    [(made,)] = hospital.sql("SELECT hms.issue_ticket(%s, %s, %s)", uuid.uuid4(), house.services["A"], patient)
    return int(made["ticket_id"])


def test_a_ticket_comes_out_as_a_file_and_is_shown_but_not_over_the_lock(
    hospital: Hospital, running: Running, own_folder: Path
) -> None:
    house = queue.house(hospital)
    printing.printer(hospital, connection="folder", address="")
    clerk = hospital.person("front_desk")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        shell.desk.print_paper("ticket", ticket(hospital, house), automatic=True)
        await until(lambda: run.program.window.findChildren(Tray))
        [tray] = run.program.window.findChildren(Tray)
        await until(tray.isVisible)
        session = run.program.session
        assert session is not None
        session.lock()
        assert not tray.isVisible()
        shell.desk.print_paper("ticket", ticket(hospital, house), automatic=True)
        await until(lambda: len(list((own_folder / "papers").glob("*.pdf"))) == 2)
        await until(lambda: len(tray._papers) == 2)
        assert not tray.isVisible()

    running.run(hospital.superuser.signed_in_as("", ""), steps)


def test_the_strip_says_what_did_not_come_out(hospital: Hospital, running: Running) -> None:
    house = queue.house(hospital)
    printing.printer(hospital, connection="device", address="/nowhere/lp0")
    clerk = hospital.person("front_desk")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        shell.desk.print_paper("ticket", ticket(hospital, house), automatic=True)
        await until(lambda: shell.strip.papers.text() == "Papers not printed: 1")
        message = run.program.session.messages.message() if run.program.session else None
        assert message is not None
        assert "was not printed" in message.sentence

    running.run(hospital.superuser.signed_in_as("", ""), steps)


def test_a_paper_under_way_comes_to_its_end_before_the_desk_is_left(
    hospital: Hospital, running: Running, own_folder: Path
) -> None:
    house = queue.house(hospital)
    printing.printer(hospital, connection="folder", address="")
    clerk = hospital.person("front_desk")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        shell.desk.print_paper("ticket", ticket(hospital, house))
        await run.program.sign_out()

    running.run(hospital.superuser.signed_in_as("", ""), steps)
    assert hospital.sql("SELECT state FROM hms.print_jobs") == [("printed",)]
