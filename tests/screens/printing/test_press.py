"""From the wish to the paper: real people, a real database, a real line to a printer that may be off or slow."""

import asyncio
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from hms_desktop.clinic.printing import actions, queries
from hms_desktop.core.errors import Unreachable
from hms_desktop.screens.printing.made import Made, Maker
from hms_desktop.screens.printing.press import Press
from tests.factories import patients, printing, queue
from tests.hospital import Hospital
from tests.roll_printer import RollPrinter
from tests.screens.desks import Seat, until
from tests.widgets.conftest import Loop


def ticket(hospital: Hospital, house: queue.House) -> int:
    """A new ticket's id."""
    [patient] = queue.patients(hospital, 1)
    [(made,)] = hospital.sql("SELECT hms.issue_ticket(%s, %s, %s)", uuid.uuid4(), house.services["A"], patient)
    return int(made["ticket_id"])


def states(seat: Seat) -> list[str]:
    """The states of today's jobs, the oldest first."""
    return [row.state for row in reversed(seat.database.read_now(queries.jobs))]


def off(printer: RollPrinter) -> str:
    """The address where nothing listens any more."""
    address = printer.address
    printer.close()
    return address


def test_a_ticket_comes_out_by_itself_with_its_number_and_code(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=printer.address)
        press_of(seat)
        ticket(hospital, house)
        seat.desk.print_paper("ticket", ticket(hospital, house), automatic=True)
        await until(lambda: states(seat) == ["printed"], "the ticket was printed")

    loop.run(steps())
    [paper] = printer.papers()
    assert paper.strange == []
    assert "A 002" in paper.lines
    assert "Service A" in paper.lines
    assert f"{'Before you':<19}1" in paper.lines
    assert (len(paper.pictures), paper.cuts) == (2, 1)


def test_a_workstation_that_wants_it_by_key_gets_nothing_by_itself(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
) -> None:
    async def steps() -> None:
        seat = sit()
        made = printing.printer(hospital, address=printer.address)
        choice = {"document": "ticket", "printer": made, "automatic": False}
        seat.database.run_now(actions.choose_printer, intent=uuid.uuid4(), **choice)
        press_of(seat)
        one = ticket(hospital, house)
        seat.desk.print_paper("ticket", one, automatic=True)
        await asyncio.sleep(0.4)
        assert states(seat) == []
        seat.desk.print_paper("ticket", one)
        await until(lambda: states(seat) == ["printed"], "it was printed by key")

    loop.run(steps())


def test_a_printer_that_is_off_is_told_and_repeat_makes_a_reprint_that_says_so(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("hms_desktop.core.printers.send.__kwdefaults__", {"patience": 0.5})
    gone = RollPrinter()
    address = off(gone)

    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=address)
        press_of(seat)
        seat.desk.print_paper("ticket", ticket(hospital, house), automatic=True)
        await until(lambda: "was not printed" in seat.said(), "the failure was said")
        assert "switch it on" in seat.said()
        assert states(seat) == ["failed"]
        hospital.sql("UPDATE hms.printers SET address = %s, version = version", printer.address)
        message = seat.messages.message()
        assert message is not None
        assert message.undo_word == "Repeat"
        seat.messages._undo.click()
        await until(lambda: states(seat) == ["cancelled", "printed"], "the reprint came out")

    loop.run(steps())
    assert "Reprint 1" in printer.papers()[0].text


def test_a_slow_printer_never_holds_up_the_desk(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
) -> None:
    printer.cause, printer.takes = None, 0
    gaps: list[float] = []

    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=printer.address)
        press_of(seat, patience=3.0)
        seat.desk.print_paper("ticket", ticket(hospital, house), automatic=True)
        ended = time.monotonic() + 0.5
        while time.monotonic() < ended:
            begun = time.perf_counter()
            await asyncio.sleep(0.01)
            gaps.append(time.perf_counter() - begun)
        await until(lambda: states(seat)[:1] in (["failed"], ["printed"]), "it was ended")

    loop.run(steps())
    assert max(gaps) < 2.5, "it never waited for the printer"


def test_an_answer_that_never_comes_is_told_after_the_patience(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    press_of: Callable[..., Press],
    maker: Maker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(maker, "deliver", lambda *_values, **_named: time.sleep(3))

    async def steps() -> None:
        seat = sit()
        printing.printer(hospital)
        press_of(seat, patience=0.3)
        seat.desk.print_paper("ticket", ticket(hospital, house), automatic=True)
        await until(lambda: "look at it before you repeat" in seat.said(), "it was said")
        assert states(seat) == ["failed"]

    loop.run(steps())


def test_papers_of_one_printer_come_one_after_the_other(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=printer.address)
        press_of(seat)
        for _ in range(5):
            seat.desk.print_paper("ticket", ticket(hospital, house))
        await until(lambda: states(seat) == ["printed"] * 5, "all came out")

    loop.run(steps())
    papers = printer.papers(5)
    assert [paper.strange for paper in papers] == [[]] * 5
    assert len({paper.text for paper in papers}) == 5


def test_a_restricted_record_is_not_printed_for_who_may_not_see_it(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=printer.address)
        press_of(seat)
        secret = patients.patient(hospital, "Secret", restricted=True)
        seat.desk.print_paper("card", secret)
        await until(lambda: "restricted" in seat.said(), "it was refused")
        assert states(seat) == ["failed"]

    loop.run(steps())
    assert printer.got == []


def test_a_broken_layout_of_the_hospital_says_its_line(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
    tmp_path: Path,
) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "ticket.roll.toml").write_text('[[part]]\ntext = "{tickt}"\n', "utf-8")

    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=printer.address)
        press_of(seat)
        seat.desk.print_paper("ticket", ticket(hospital, house))
        await until(lambda: "mistake in line 2" in seat.said(), "the line was said")

    loop.run(steps())


def test_a_printer_that_is_a_file_writes_a_pdf_without_a_name_in_its_name(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    press_of: Callable[..., Press],
    tmp_path: Path,
) -> None:
    came_out: list[Made] = []

    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, connection="folder", address="", paper="label")
        press_of(seat).came_out.connect(came_out.append)
        patient = patients.patient(hospital, "../../../etc/passwd", "Robert'); DROP TABLE")
        seat.desk.print_paper("card", patient)
        await until(lambda: states(seat) == ["printed"], "the card was written")

    loop.run(steps())
    [file] = (tmp_path / "papers").iterdir()
    assert file.name.startswith("2026-03-02-card-")
    document = QPdfDocument()
    document.load(str(file))
    assert document.pageCount() == 1
    document.close()
    assert came_out[0].file == file
    assert "passwd" in came_out[0].words


def test_a_program_that_ends_while_printing_leaves_the_paper_unknown(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: Loop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=printer.address)
        press_of(seat)
        real = seat.database.run

        async def run(action: object, /, **values: object) -> object:
            if action is actions.end_print:
                raise Unreachable("server.away", "The server does not answer.")
            return await real(action, **values)  # type: ignore[arg-type]

        monkeypatch.setattr(seat.database, "run", run)
        seat.desk.print_paper("ticket", ticket(hospital, house))
        await until(lambda: len(printer.got) == 1, "it was sent")
        await asyncio.sleep(0.2)
        assert states(seat) == ["printing"]
        monkeypatch.setattr(seat.database, "run", real)
        seat.live.came_back.emit()
        await until(lambda: states(seat) == ["printed"], "it was told when the server was back")
        assert len(printer.got) == 1

    loop.run(steps())
