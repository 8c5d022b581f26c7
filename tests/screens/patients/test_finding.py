"""Finding somebody: while typing, by number, among everyone; and a restricted record only with a reason."""

import itertools
import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.patients.rules import MRN_ALPHABET, mrn_display
from hms_desktop.screens.patients.page import PatientsPage
from hms_desktop.widgets.forms import FormDialog
from tests.conftest import LOCK_SECONDS
from tests.factories import patients
from tests.hospital import Hospital
from tests.screens.desks import Seat, press, type_text, until
from tests.widgets.conftest import Loop

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(seat: Seat) -> PatientsPage:
    page = PatientsPage(seat.desk)
    seat.show(page)
    return page


def names(page: PatientsPage) -> list[str]:
    return [found.name for found in page.found.rows()]


def test_before_anything_is_typed_the_newest_stand_first(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    for family in ("First", "Second", "Third"):
        patients.patient(hospital, family, "Any")

    async def look() -> None:
        page = opened(sit())
        await until(lambda: names(page) == ["Third, Any", "Second, Any", "First, Any"])

    loop.run(look())


def test_typing_finds_and_says_by_what_and_enter_leads_to_the_ticket(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    patients.patient(hospital, "Nguyễn", "Văn An", phones=[{"number": "0700 123 456", "kind": "mobile"}])
    patients.patient(hospital, "Okafor", "Amina")
    asked: list[object] = []

    async def find() -> None:
        seat = sit()
        seat.desk.going_to.connect(lambda page, what: asked.append((page, what)))
        page = opened(seat)
        await until(lambda: page.found.rowCount() == 2)
        type_text("an nguyen")
        await until(lambda: names(page) == ["Nguyễn, Văn An"])
        assert page.found.cells(0).texts[5] == "name"
        press(Qt.Key.Key_Return)
        await until(page.card.issue_button.hasFocus)
        press(Qt.Key.Key_Return)
        page.search.take_focus()
        type_text("0700123")
        await until(lambda: page.found.cells(0) is not None and page.found.cells(0).texts[5] == "phone")

    loop.run(find())
    [(where, found)] = asked
    assert where == "queue"
    assert isinstance(found, Found)
    assert found.name == "Nguyễn, Văn An"


def test_enter_before_the_answer_waits_for_it_and_never_takes_an_older_one(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    patients.patient(hospital, "Okafor", "Amina")
    patients.patient(hospital, "Zimmer", "Karl")

    async def hurry() -> None:
        page = opened(sit())
        await until(lambda: page.found.rowCount() == 2)
        type_text("okafor")
        await until(lambda: names(page) == ["Okafor, Amina"])
        page.search.selectAll()
        type_text("zimmer")
        press(Qt.Key.Key_Return)
        assert not page.card.issue_button.hasFocus()
        await until(page.card.issue_button.hasFocus)
        assert page._shown is not None
        assert page._shown.name == "Zimmer, Karl"

    loop.run(hurry())


def test_a_mistyped_record_number_is_said_to_be_one(hospital: Hospital, sit: Callable[..., Seat], loop: Loop) -> None:
    patients.patient(hospital, "Okafor", "Amina")
    [(mrn,)] = hospital.sql("SELECT mrn FROM hms.patients")
    wrong = mrn[:-1] + next(sign for sign in MRN_ALPHABET[::-1] if sign != mrn[-1])

    async def scan() -> None:
        page = opened(sit())
        await until(lambda: page.found.rowCount() == 1)
        type_text(mrn_display(mrn))
        await until(lambda: page.found.rowCount() == 1 and page.found.cells(0).texts[5] == "record number")
        page.search.clear()
        type_text("99" + wrong)
        await until(lambda: "mistyped" in page.results._empty_text)
        assert page.found.rowCount() == 0

    loop.run(scan())


def test_everyone_can_be_browsed_page_by_page(hospital: Hospital, sit: Callable[..., Seat], loop: Loop) -> None:
    hospital.sql(
        "INSERT INTO hms.patients (mrn, given_names, family_name, created_at) "
        "SELECT lpad(i::text, 8, '0') || 'A', 'Given', 'Family ' || lpad(i::text, 5, '0'), hms.hospital_now() "
        "FROM generate_series(1, 2500) i"
    )

    async def browse() -> None:
        page = opened(sit())
        await until(lambda: page.found.rowCount() == 100)
        press((CTRL, Qt.Key.Key_B))
        await until(lambda: page.everyone.rowCount() == 2500)
        assert page._subtitle.whole_text() == "2500 patients by name"
        page.all.choose(2400)
        await until(lambda: page.everyone.row(2400) is not None)
        await until(lambda: page._shown is not None and page._shown.name == "Family 02401, Given")

    loop.run(browse())


def test_a_restricted_record_shows_its_number_and_opens_only_with_a_reason(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    patients.patient(hospital, "Secret", "Person", restricted=True)

    async def open_it() -> None:
        page = opened(sit())
        await until(lambda: page._answered == "")
        type_text("secret person")
        await until(lambda: page.found.rowCount() == 1)
        assert page.found.cells(0).texts[0] == "restricted record"
        assert page.card._name.text() == "Restricted record"
        press((CTRL, Qt.Key.Key_O))
        await until(lambda: isinstance(QApplication.activeWindow(), FormDialog))
        press(Qt.Key.Key_Return)
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, FormDialog)
        type_text("called by the ward")
        press(Qt.Key.Key_Return)
        await until(lambda: not dialog.isVisible())
        await until(lambda: page.card._name.text() == "Secret, Person")

    loop.run(open_it())
    assert hospital.sql("SELECT reason FROM hms.opened_records") == [("called by the ward",)]


def test_a_restricted_record_that_another_page_asks_for_offers_to_be_opened(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    secret = patients.patient(hospital, "Secret", "Person", restricted=True)

    async def show() -> None:
        page = opened(sit())
        await until(lambda: page._answered == "")
        page.show_what(secret)
        await until(lambda: not page.card.open_button.isHidden())
        assert page.card._name.text() == "Restricted record"

    loop.run(show())


def test_each_letter_stops_the_older_question_on_the_server(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    patients.patient(hospital, "Okafor", "Amina")
    asked = "SELECT query_start FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%FROM hms.find_patients(%'"

    def another_alone(begun: set[object]) -> bool:
        waiting = [started for (started,) in hospital.sql(asked + " AND pid <> pg_backend_pid()")]
        new = len(waiting) == 1 and waiting[0] not in begun
        begun.update(waiting if new else ())
        return new

    async def hurry() -> None:
        page = opened(sit())
        await until(lambda: page.found.rowCount() == 1)
        holder = hospital.connection()
        begun: set[object] = set()
        with holder.transaction():
            holder.execute("LOCK TABLE hms.patients IN ACCESS EXCLUSIVE MODE")
            for letter in "okafor":
                type_text(letter)
                await until(lambda: another_alone(begun), "a new question waited, and no older one")
        await until(lambda: page._answered == "okafor" and page.found.rowCount() == 1)

    loop.run(hurry())


def test_before_anything_is_typed_the_list_says_why_each_stands_there(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    mine = patients.patient(hospital, "Mine", "Any")
    patients.patient(hospital, "New", "Any")

    async def look() -> None:
        seat = sit()
        page = opened(seat)
        await until(lambda: page.found.rowCount() == 2)
        page.results.choose(page.found.place_of(mine))
        page._issue()
        await until(lambda: hospital.sql("SELECT patient_id FROM hms.taken_patients") == [(mine,)])
        page.reload()
        await until(lambda: names(page) == ["Mine, Any", "New, Any"])
        assert [page.found.cells(row).texts[5] for row in (0, 1)] == ["you had it last", "registered last"]

    loop.run(look())


def test_typing_goes_on_while_the_server_is_slow(hospital: Hospital, sit: Callable[..., Seat], loop: Loop) -> None:
    patients.patient(hospital, "Okafor", "Amina")
    beats: list[float] = []

    async def wait() -> None:
        page = opened(sit())
        await until(lambda: page.found.rowCount() == 1)
        heart = QTimer(interval=10)
        heart.timeout.connect(lambda: beats.append(time.perf_counter()))
        holder = hospital.connection()
        with holder.transaction():
            holder.execute("LOCK TABLE hms.patients IN ACCESS EXCLUSIVE MODE")
            heart.start()
            for letter in "okafor":
                type_text(letter)
                seen = len(beats)
                await until(lambda seen=seen: len(beats) > seen + 10)
            heart.stop()
            assert page.search.text() == "okafor"
        await until(lambda: page._answered == "okafor" and page.found.rowCount() == 1)

    loop.run(wait())
    longest = max(after - before for before, after in itertools.pairwise(beats))
    assert longest < LOCK_SECONDS / 2, "it never waited for the server's answer"
