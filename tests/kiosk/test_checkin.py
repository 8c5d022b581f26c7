"""The touch screen at the entrance: the real window, touched; the real database behind it; a printer that listens."""

import contextlib
import json
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from display_kiosk.checkin import CheckIn
from display_kiosk.checkin_screen import languages
from display_kiosk.scene.checkin.visit import Visit
from display_kiosk.scene.checkin.window import CheckInWindow
from display_kiosk.ticket_paper import TicketPaper
from hms_desktop.clinic.displays.queries_checkin import Entrance, machines
from hms_desktop.core import places
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server
from tests.factories import check_in
from tests.factories.check_in import Surgery
from tests.hospital import Hospital
from tests.kiosk.running import RunningKiosk
from tests.waiting import until

WORDS = places.resources() / "check_in"
WELL = b"\x12"
"""The answer of a printer that can print (Epson's ESC/POS reference, DLE EOT)."""
THEME = json.loads((places.resources() / "themes" / "tokens.json").read_text(encoding="utf-8"))["themes"]["light"]


class Roll:
    """A network printer that takes what it is sent, and answers when it is asked how it is."""

    def __init__(self) -> None:
        self.taken = b""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            with line:
                while data := line.recv(65536):
                    self.taken += data
                    if b"\x10\x04" in data:
                        line.sendall(WELL * data.count(b"\x10\x04"))

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)  # closing alone would leave the accepting thread waiting for ever
        self._server.close()


class Machine:
    """The whole screen as `hms-kiosk --check-in` wires it, and a finger."""

    def __init__(self, login: Server, loop: qasync.QEventLoop) -> None:
        self.loop = loop
        self.visit = Visit(THEME, languages(WORDS, ["en"]))
        self.window = CheckInWindow(self.visit)
        self.window.resize(1920, 1080)
        self.window.show()
        self.database = Database(login, workstation="Entrance")
        paper = TicketPaper((places.resources() / "layouts",))
        self.line = CheckIn(self.database, self.visit, paper, version="0.1.0", beat_seconds=0.2)
        self.line.entrance_changed.connect(self._on_entrance)
        self._finger = QTest.createTouchDevice()

    def _on_entrance(self, entrance: Entrance) -> None:
        self.visit.set_entrance(entrance.hospital, languages(WORDS, entrance.languages))

    def serve(self, visit: Coroutine[None, None, None]) -> None:
        """The program runs while somebody visits it, in one go of its loop, and ends in order."""

        async def open_hours() -> None:
            self.line.start()
            try:
                await until(lambda: self.page == "languages", "the server was reached")
                await visit
            finally:
                await self.line.stop()

        try:
            self.loop.run_until_complete(open_hours())
        finally:
            self.database.close()
            self.window.dismiss()

    @property
    def page(self) -> str:
        return str(self.visit.property("page"))

    async def item(self, name: str) -> QQuickItem:
        """The visible item of that name; waits until the page has come."""
        await until(lambda: any(one.isVisible() for one in _named(self.window.rootObject(), name)), f"{name} is seen")
        return next(one for one in _named(self.window.rootObject(), name) if one.isVisible())

    async def touch(self, *names: str) -> None:
        for name in names:
            item = await self.item(name)
            spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
            await self._act(lambda spot=spot: self._touch(spot))

    async def digits(self, text: str) -> None:
        await self.touch(*(f"digit-{sign}" for sign in text))

    async def keys(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            await self._act(lambda key=key: QTest.keyClick(self.window, key))

    async def types(self, text: str) -> None:
        await self.keys(*text, Qt.Key.Key_Return)

    async def shown(self, name: str) -> str:
        return str((await self.item(name)).property("text"))

    def _touch(self, spot: QPoint) -> None:
        QTest.touchEvent(self.window, self._finger).press(0, spot, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, spot, self.window).commit()

    async def _act(self, hand: Callable[[], object]) -> None:
        """From the loop itself, not within a task: Qt handles events meanwhile, and may go on with other tasks."""
        done = self.loop.create_future()

        def move() -> None:
            hand()
            done.set_result(None)

        self.loop.call_soon(move)
        await done


def _named(root: QQuickItem, name: str) -> list[QQuickItem]:
    found = [root] if root.objectName() == name else []
    for child in root.childItems():
        found += _named(child, name)
    return found


@pytest.fixture
def surgery(hospital: Hospital) -> Surgery:
    made = Surgery(hospital)
    check_in.open_to_patients(hospital, made.service)
    return made


@pytest.fixture
def roll() -> Iterator[Roll]:
    made = Roll()
    yield made
    made.close()


def printer(hospital: Hospital, address: str, connection: str = "network") -> int:
    [(made,)] = hospital.sql(
        "INSERT INTO hms.printers (name, connection, address, paper, documents) "
        "VALUES ('Entrance', %s, %s, 'roll80', '{ticket}') RETURNING id",
        connection,
        address,
    )
    return int(made)


@pytest.fixture
def machine(surgery: Surgery, roll: Roll, qt_loop: qasync.QEventLoop) -> Machine:
    spoken = ["en", "es", "fr", "ar", "hi"]
    login = check_in.machine(surgery.hospital, languages=spoken, printer_id=printer(surgery.hospital, roll.address))
    return Machine(login, qt_loop)


def test_with_a_finger_somebody_checks_in_and_takes_the_paper(machine: Machine, surgery: Surgery, roll: Roll) -> None:
    async def visit() -> None:
        slip = surgery.slip()
        await machine.touch("language-fr", "appointment")
        await machine.digits(slip.number)
        await machine.touch("go-on")
        await machine.digits("17051980")
        await machine.touch("go-on")
        await until(lambda: machine.visit.property("paper") == "printed")
        assert (await machine.shown("ticket")) == "A 001"
        assert b"A 001" in roll.taken
        assert "Arrivée".encode("cp858") in roll.taken
        assert b"Given" not in roll.taken
        await machine.touch("over")
        assert (machine.page, machine.visit.property("typed")) == ("languages", "")

    machine.serve(visit())


def test_a_scanner_types_the_code_on_the_first_page_and_a_keyboard_the_date(machine: Machine, surgery: Surgery) -> None:
    async def visit() -> None:
        slip = surgery.slip()
        await machine.types(slip.code.upper())
        assert machine.page == "born"
        await machine.types("17051980")
        await until(lambda: machine.page == "ticket")
        assert (await machine.shown("ticket")) == "A 001"

    machine.serve(visit())


def test_who_has_no_appointment_takes_a_number(machine: Machine, surgery: Surgery) -> None:
    async def visit() -> None:
        await machine.touch("language-hi", "number", f"service-{surgery.service}")
        await until(lambda: machine.page == "ticket")
        assert (await machine.shown("ticket")) == "A 001"
        assert surgery.hospital.sql("SELECT patient_id FROM hms.tickets") == [(None,)]

    machine.serve(visit())


def test_a_wrong_pair_is_one_kind_sentence_and_may_be_tried_again(machine: Machine, surgery: Surgery) -> None:
    async def visit() -> None:
        slip = surgery.slip()
        await machine.touch("language-en", "appointment")
        await machine.types(slip.number)
        await machine.types("18051980")
        await until(lambda: machine.page == "sorry")
        assert (await machine.shown("sentence")).startswith("This code and this date of birth do not belong together.")
        await machine.touch("again")
        assert (machine.page, machine.visit.property("typed")) == ("code", "")

    machine.serve(visit())


def test_where_nothing_is_printed_the_number_stays_longer_and_the_desk_is_told(
    surgery: Surgery, qt_loop: qasync.QEventLoop
) -> None:
    nothing = printer(surgery.hospital, "/dev/no-such-printer", "device")
    login = check_in.machine(surgery.hospital, printer_id=nothing)
    machine = Machine(login, qt_loop)

    async def visit() -> None:
        await machine.touch("language-en", "number", f"service-{surgery.service}")
        await until(lambda: machine.visit.property("paper") == "failed")
        assert machine.visit.property("patience") == 60
        assert (await machine.shown("paper")) == "No ticket was printed. Please remember this number."
        reads = surgery.hospital.database()
        await until(lambda: reads.read_now(machines)[0].state.details.get("printer") == "printer.off")

    machine.serve(visit())


def test_while_the_server_is_away_everyone_is_sent_to_the_desk_in_every_language(
    machine: Machine, surgery: Surgery
) -> None:
    async def visit() -> None:
        await machine.touch("language-en", "appointment")
        await machine.digits("123")
        surgery.hospital.sql("UPDATE hms.displays SET active = false")
        await until(lambda: machine.page == "away")
        assert len(machine.visit.property("apologies")) == 5
        surgery.hospital.sql("UPDATE hms.displays SET active = true")
        await until(lambda: machine.page == "languages")
        await machine.touch("language-en", "appointment")
        assert machine.visit.property("typed") == ""

    machine.serve(visit())


def test_a_machine_that_was_outgrown_closes_and_tells_the_desk_why(machine: Machine, surgery: Surgery) -> None:
    async def visit() -> None:
        surgery.hospital.sql("UPDATE hms.schema_compat SET min_client_version = '99.0'")
        await until(lambda: machine.page == "away")
        reads = surgery.hospital.database()
        await until(lambda: reads.read_now(machines)[0].state.unfit == "program.too_old")
        surgery.hospital.sql("UPDATE hms.schema_compat SET min_client_version = '0.1.0'")
        await until(lambda: machine.page == "languages")
        await until(lambda: not reads.read_now(machines)[0].state.unfit)

    machine.serve(visit())


def test_every_target_is_large_enough_for_a_thumb_and_has_a_name(machine: Machine) -> None:
    async def visit() -> None:
        seen = set()
        for page in ("languages", "choices", "code"):
            for item in _touchable(machine.window.rootObject()):
                assert min(item.width(), item.height()) >= 96, (page, item.objectName())
                seen.add(item.objectName())
            await machine.touch({"languages": "language-ar", "choices": "appointment", "code": "digit-1"}[page])
        assert {"digit-0", "erase", "back", "over", "number", "language-hi"} <= seen

    machine.serve(visit())


def _touchable(item: QQuickItem) -> list[QQuickItem]:
    own = [item] if item.isVisible() and item.activeFocusOnTab() else []
    return own + [found for child in item.childItems() for found in _touchable(child)]


def test_by_keyboard_alone_a_button_is_reached_and_pressed(machine: Machine) -> None:
    async def visit() -> None:
        await machine.keys(Qt.Key.Key_Tab)
        assert machine.window.activeFocusItem().objectName() == "language-en"
        await machine.keys(Qt.Key.Key_Return)
        await until(lambda: machine.page == "choices")
        await machine.keys(Qt.Key.Key_Escape)
        assert machine.page == "languages"

    machine.serve(visit())


def test_the_real_program_waits_for_patients_and_ends_in_order(surgery: Surgery, tmp_path: Path) -> None:
    kiosk = RunningKiosk(check_in.machine(surgery.hospital), tmp_path, "--check-in")
    kiosk.wait_for(lambda: "languages" in kiosk.events("page"), "the first page")
    reads = surgery.hospital.database()
    kiosk.wait_for(lambda: reads.read_now(machines)[0].state.alive, "a sign of life")
    assert kiosk.end() == 0
    assert "Traceback" not in kiosk.errors()
