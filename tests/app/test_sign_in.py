"""Signing in and out, the lock, and the password: with real accounts on a real server."""

import asyncio
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from hms_desktop.app.attempts import Attempts
from hms_desktop.app.blocked import Blocked
from hms_desktop.app.lock import IdleWatch, Locked
from hms_desktop.app.password_dialog import PasswordDialog
from hms_desktop.app.remembered import Remembered
from hms_desktop.app.sign_in import SignIn
from hms_desktop.app.welcome import Welcome
from hms_desktop.core.errors import Refused
from hms_desktop.core.settings import Server, load
from hms_desktop.widgets.desk import Person
from tests.app.conftest import Running, until
from tests.hospital import PASSWORD, Hospital


def nobody(server: Server) -> Server:
    return server.signed_in_as("", "")


def test_the_right_password_opens_the_desk_and_the_strip_says_who(hospital: Hospital, running: Running) -> None:
    clerk = hospital.person("front_desk", name="Asha Example")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        assert shell.strip.person.text() == "Asha Example"
        await until(lambda: "ms" in shell.strip.server.text())
        await until(lambda: shell.strip.clock.text())

    running.run(nobody(hospital.superuser), steps)
    assert running.told == []


def test_a_wrong_password_is_one_sentence_and_five_in_a_minute_make_one_wait(
    hospital: Hospital, running: Running
) -> None:
    clerk = hospital.person("front_desk")

    async def steps(run: Running) -> None:
        face = run.sign_in_face
        for _ in range(5):
            await run.type_and_enter(clerk.user, "wrong")
            message = face.messages.message()
            assert message is not None
            assert "not right" in message.sentence
        await run.type_and_enter(clerk.user, PASSWORD)
        message = face.messages.message()
        assert message is not None
        assert "seconds" in message.sentence
        assert face.login.text() == clerk.user
        assert run.program.session is None

    running.run(nobody(hospital.superuser), steps)


def test_where_the_directory_knows_people_a_ticket_needs_no_password(qapp: QApplication) -> None:
    tried: list[tuple[str, str]] = []

    async def enter(login: str, password: str) -> None:
        tried.append((login, password))

    async def steps() -> None:
        for accounts in ("own", "directory"):
            face = SignIn(Server("db.hospital.example", accounts=accounts), Attempts(), enter, last_login="Ada")
            await face.attempt()
            message = face.messages.message()
            assert (message is None) == (accounts == "directory")

    asyncio.run(steps())
    assert tried == [("ada", "")]


def test_a_directory_that_says_no_five_times_in_a_minute_makes_one_wait(qapp: QApplication) -> None:
    async def enter(login: str, password: str) -> None:
        raise Refused("sign_in.directory", "The directory says no.")

    attempts = Attempts(lambda: 0.0)
    face = SignIn(Server("db.hospital.example", accounts="directory"), attempts, enter, last_login="ada")
    face.password.setText("wrong")

    async def steps() -> None:
        for _ in range(5):
            await face.attempt()

    asyncio.run(steps())
    assert attempts.seconds_to_wait() == 60


def test_whom_the_computers_own_session_proves_is_asked_for_no_password_to_unlock(qapp: QApplication) -> None:
    tried: list[str] = []

    async def verify(password: str) -> None:
        tried.append(password)

    face = Locked(Person("ada", "Ada Example", by_ticket=True), Attempts(), verify)
    opened: list[bool] = []
    face.unlocked.connect(lambda: opened.append(True))
    assert face.findChildren(QLineEdit) == []
    assert any("lock the computer itself" in label.text() for label in face.findChildren(QLabel))
    asyncio.run(face.attempt())
    assert (tried, opened) == ([""], [True])


def test_the_courtesy_limit_opens_again_after_a_minute() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for second in range(5):
        now[0] = float(second)
        assert attempts.seconds_to_wait() == 0
        attempts.count_wrong()
    assert attempts.seconds_to_wait() == 56
    now[0] = 60.0
    assert attempts.seconds_to_wait() == 0


@pytest.mark.parametrize(
    ("duties", "pages"),
    [
        (("front_desk",), ["queue", "today", "reports", "patients", "appointments", "papers", "settings"]),
        (
            ("store",),
            [
                *("reports", "medicines", "stock", "counts", "expiry", "reorder"),
                *("orders", "receiving", "invoices", "suppliers", "figures", "settings"),
            ],
        ),
        (
            ("admin",),
            [
                *("facility", "departments", "services", "rooms", "stores", "staff", "displays", "performance"),
                *("queue_rules", "closed_days", "journeys", "reasons", "clinics", "prescribing", "mixing"),
                *("purchasing_rules", "alerts", "audit", "jobs", "printers", "papers", "settings"),
            ],
        ),
    ],
)
def test_the_rail_lists_the_pages_of_the_duty(
    hospital: Hospital, running: Running, duties: tuple[str, ...], pages: list[str]
) -> None:
    person = hospital.person(*duties)

    async def steps(run: Running) -> None:
        shell = await run.sign_in(person)
        assert list(shell._buttons) == pages
        for page in pages:
            shell.open_page(page)
            await asyncio.sleep(0.1)
        shell.open_page("audit that nobody may see")
        shell.open_page(pages[0])
        assert [key for key, button in shell._buttons.items() if button.isChecked()] == [pages[0]]

    running.run(nobody(hospital.superuser), steps)
    assert running.told == []
    assert running.reports == []


def test_the_lock_keeps_what_was_typed_and_opens_for_the_same_person(hospital: Hospital, running: Running) -> None:
    admin = hospital.person("admin")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(admin)
        shell.open_page("departments")
        page = shell.page("departments")
        await until(lambda: page._begun)
        name = page.form.field("name")
        name.setText("Half a na")
        run.program.session.lock()
        face = run.program.window.face()
        assert isinstance(face, Locked)
        assert not shell.isVisible()
        face.password.setText("wrong")
        face.button.click()
        await until(lambda: face.messages.message() is not None and face.button.isEnabled())
        assert run.program.window.face() is face
        face.password.setText(PASSWORD)
        face.button.click()
        await until(lambda: run.program.window.face() is shell)
        assert name.text() == "Half a na"

    running.run(nobody(hospital.superuser), steps)


def test_an_open_dialog_is_covered_too_and_comes_back_as_it_was(hospital: Hospital, running: Running) -> None:
    clerk = hospital.person("front_desk")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        shell.password_wanted.emit()
        await until(lambda: run.program.window.findChild(PasswordDialog))
        dialog = run.program.window.findChild(PasswordDialog)
        dialog.new.setText("half a new passw")
        run.program.session.lock()
        assert not dialog.isVisible()
        face = run.program.window.face()
        face.password.setText(PASSWORD)
        face.button.click()
        await until(lambda: run.program.window.face() is shell)
        assert dialog.isVisible()
        assert dialog.new.text() == "half a new passw"
        dialog.reject()
        await asyncio.sleep(0.1)

    running.run(nobody(hospital.superuser), steps)


def test_leaving_with_something_unsaved_is_said_once(hospital: Hospital, running: Running) -> None:
    admin = hospital.person("admin")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(admin)
        shell.open_page("departments")
        page = shell.page("departments")
        await until(lambda: page._begun)
        page.form.field("name").setText("Half a name")
        shell.sign_out_wanted.emit()
        await until(lambda: shell.messages.message() is not None)
        assert run.program.session is not None
        assert "Typed and not saved: 1." in shell.messages.message().sentence
        shell.sign_out_wanted.emit()
        await until(lambda: isinstance(run.program.window.face(), SignIn))

    running.run(nobody(hospital.superuser), steps)


def test_a_half_typed_patient_counts_as_unsaved(hospital: Hospital, running: Running) -> None:
    clerk = hospital.person("front_desk")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        shell.open_page("patients")
        page = shell.page("patients")
        assert page.unsaved() == 0
        page.open_register("Half a na")
        assert page.unsaved() == shell.unsaved() == 1

    running.run(nobody(hospital.superuser), steps)


def test_another_language_appears_at_once_where_nothing_is_unsaved(hospital: Hospital, running: Running) -> None:
    admin = hospital.person("admin")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(admin)
        shell.open_page("departments")
        departments = shell.page("departments")
        await until(lambda: departments._begun)
        departments.form.field("name").setText("Half a name")
        shell.open_page("settings")
        language = shell.page("settings").language
        language.setCurrentIndex(language.findData("ar"))
        await asyncio.sleep(0.1)
        assert run.shell is shell, "what was typed is kept"
        departments.discard()
        language.setCurrentIndex(language.findData("en"))
        await until(lambda: run.shell is not shell)
        english = run.shell
        language = english.page("settings").language
        language.setCurrentIndex(language.findData("ar"))
        await until(lambda: run.shell is not english)
        assert run.shell.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert run.shell.page("settings").isVisible()
        assert run.program.window.face() is run.shell
        language = run.shell.page("settings").language
        arabic = run.shell
        language.setCurrentIndex(language.findData("en"))
        await until(lambda: run.shell is not arabic)
        assert run.shell.layoutDirection() == Qt.LayoutDirection.LeftToRight

    running.run(nobody(hospital.superuser), steps)


def test_nobody_at_the_keys_for_long_locks_and_a_key_keeps_open(qtbot: object) -> None:
    watch = IdleWatch(0.005)
    with qtbot.waitSignal(watch.idle):  # type: ignore[attr-defined]  # pytest-qt names no type
        watch.start()
    watch.stop()


def test_signing_out_asks_who_comes_next(hospital: Hospital, running: Running) -> None:
    clerk = hospital.person("front_desk")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        shell.sign_out_wanted.emit()
        await until(lambda: isinstance(run.program.window.face(), SignIn))
        assert run.sign_in_face.login.text() == clerk.user
        await asyncio.sleep(0.3)
        await run.sign_in(clerk)

    running.run(nobody(hospital.superuser), steps)


def test_a_changed_password_is_the_one_that_opens(hospital: Hospital, running: Running) -> None:
    hospital.person("admin")
    clerk = hospital.person("front_desk")
    new = "quiet rivers run deep"

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        shell.password_wanted.emit()
        await until(lambda: run.program.window.findChild(PasswordDialog))
        dialog = run.program.window.findChild(PasswordDialog)
        dialog.old.setText("not this")
        dialog.new.setText(new)
        dialog.again.setText(new)
        dialog.change.click()
        await until(lambda: dialog.messages.message() is not None and dialog.change.isEnabled())
        assert dialog.new.text() == new
        dialog.old.setText(PASSWORD)
        dialog.change.click()
        await until(lambda: isinstance(run.program.window.face(), SignIn))
        await asyncio.sleep(0.2)
        await run.sign_in(clerk, new)

    running.run(nobody(hospital.superuser), steps)


def test_a_database_that_outgrew_this_program_is_refused_in_one_sentence(hospital: Hospital, running: Running) -> None:
    clerk = hospital.person("front_desk")
    hospital.sql("UPDATE hms.schema_compat SET min_client_version = '99.0'")

    async def steps(run: Running) -> None:
        await run.type_and_enter(clerk.user, PASSWORD)
        message = run.sign_in_face.messages.message()
        assert message is not None
        assert "too old" in message.sentence

    running.run(nobody(hospital.superuser), steps)


def test_a_database_that_outgrows_this_program_meanwhile_covers_the_desk_and_lets_it_go_again(
    hospital: Hospital, running: Running
) -> None:
    admin = hospital.person("admin")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(admin)
        await until(lambda: shell.desk.live.up)
        hospital.sql("UPDATE hms.schema_compat SET min_client_version = '99.0'")
        await until(lambda: isinstance(run.program.window.face(), Blocked))
        hospital.sql("UPDATE hms.schema_compat SET min_client_version = '0.1'")
        await until(lambda: run.program.window.face() is shell)

    running.run(nobody(hospital.superuser), steps)


def test_the_room_is_remembered_at_this_workstation(hospital: Hospital, running: Running, tmp_path: Path) -> None:
    clerk = hospital.person("front_desk")
    hospital.sql("INSERT INTO hms.rooms (name, kind) VALUES ('Counter 3', 'counter')")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        assert shell.desk.room is None
        shell.room_wanted.emit()
        await until(lambda: run.program.window.findChild(QLineEdit, "room filter"))
        dialog = run.program.window.findChild(QLineEdit, "room filter").window()
        dialog.choose.click()
        await until(lambda: shell.desk.room is not None)
        assert shell.where.words() == "Counter 3"

    server = nobody(hospital.superuser)
    running.run(server, steps)
    room = Remembered.load(tmp_path / "workstation.json").room_at(server)
    assert hospital.sql("SELECT name FROM hms.rooms WHERE id = %s", room) == [("Counter 3",)]


@pytest.mark.parametrize("broken", ["", "{", "[1]", '{"rooms": 3, "theme": "pink", "language": []}', "\x00"])
def test_a_broken_memory_is_no_memory(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "workstation.json"
    file.write_text(broken)
    found = Remembered.load(file)
    assert (found.theme, found.language, found.rooms) == ("", "", {})
    found.theme = "dark"
    found.save()
    assert json.loads(file.read_text())["theme"] == "dark"


def test_a_fresh_installation_offers_the_server_and_the_demo_and_keeps_the_server(
    hospital: Hospital, running: Running, tmp_path: Path
) -> None:
    server = hospital.superuser

    async def steps(run: Running) -> None:
        face = run.program.window.face()
        assert isinstance(face, Welcome)
        assert face.demo.words() == "Start the demo"
        face.form.put(host=server.host, port=server.port, dbname=server.dbname)
        face.test.click()
        await until(lambda: face.messages.message() is not None)
        assert face.messages.message().tone == "done"
        face.go_on.click()
        await until(lambda: isinstance(run.program.window.face(), SignIn))

    running.run(None, steps)
    found, messages = load(tmp_path / "settings.toml", {})
    assert messages == ()
    assert found.server == nobody(server).__class__(server.host, server.port, server.dbname)


def test_a_server_that_is_not_there_is_said_and_nothing_is_kept(running: Running, tmp_path: Path) -> None:
    async def steps(run: Running) -> None:
        face = run.program.window.face()
        face.form.put(host="127.0.0.1", port=1, dbname="hms")
        face.go_on.click()
        await until(lambda: face.messages.message() is not None)
        assert "does not answer" in face.messages.message().sentence
        assert face.form.values()["host"] == "127.0.0.1"

    running.run(None, steps)
    assert not (tmp_path / "settings.toml").exists()


def test_a_server_elsewhere_without_a_certificate_is_refused(running: Running) -> None:
    async def steps(run: Running) -> None:
        face = run.program.window.face()
        face.form.put(host="hms.example.invalid", port=5432, dbname="hms")
        face.test.click()
        await until(lambda: face.messages.message() is not None)
        assert face.messages.message().tone in ("stop", "warning")

    running.run(None, steps)
