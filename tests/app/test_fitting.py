"""A desk at work while IT brings the next release: it goes on where it may, and finishes what was begun where not."""

import asyncio
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QMenu

from hms_desktop.app import fitting
from hms_desktop.app.blocked import Blocked
from hms_desktop.app.lock import Locked
from hms_desktop.app.shell import Shell
from hms_desktop.app.sign_in import SignIn
from hms_desktop.clinic.operations import migrating
from hms_desktop.clinic.operations.migrating import Patience
from hms_desktop.clinic.records import actions
from hms_desktop.screens.organisation.departments import DepartmentsPage
from tests.app.conftest import Running, until
from tests.app.test_sign_in import nobody
from tests.factories.releases import NextRelease
from tests.hospital import PASSWORD, Hospital

MESSAGE = "The IT desk, extension 100, updates it."


async def half_typed(shell: Shell) -> DepartmentsPage:
    """The page of the departments with a new one of which only the name is typed."""
    shell.open_page("departments")
    page = shell.page("departments")
    assert isinstance(page, DepartmentsPage)
    await until(lambda: page._begun)
    page.form.field("name").setText("Half a ward")
    assert shell.unsaved() == 1
    return page


def covered(run: Running) -> str:
    """The sentence that covers the desk; empty where nothing does."""
    face = run.program.window.face()
    return face.sentence.text() if isinstance(face, Blocked) else ""


def test_the_next_release_lets_desks_go_on_and_the_one_that_takes_away_lets_them_finish_first(
    hospital: Hospital, running: Running, tmp_path: Path
) -> None:
    """Expand, roll out, contract: with the real window, the real migration, and revisions that do not exist yet."""
    manager = hospital.person("admin")
    release = NextRelease(tmp_path)

    def names() -> set[str]:
        return {name for (name,) in hospital.sql("SELECT name FROM hms.departments")}

    async def migrate() -> None:
        plan = migrating.plan(hospital.superuser, release.scripts)
        patient = Patience(wait=120, statement=0)
        await asyncio.to_thread(
            migrating.migrate, hospital.superuser, plan, patient, lambda _said: None, release.scripts
        )

    async def steps(run: Running) -> None:
        shell = await run.sign_in(manager)
        await until(lambda: shell.desk.live.up)
        page = await half_typed(shell)
        release.add("A note", "ALTER TABLE hms.departments ADD COLUMN note text DEFAULT '' NOT NULL")
        await migrate()
        page.save_button.click()
        await until(lambda: shell.unsaved() == 0, "it was saved on the newer schema")
        assert run.program.window.face() is shell
        assert "Half a ward" in names()

        page.form.field("name").setText("Half another ward")
        release.add("No more notes", "ALTER TABLE hms.departments DROP COLUMN note", oldest="99.0", message=MESSAGE)
        await migrate()
        await until(lambda: shell.outgrown.isVisible(), "the desk is warned")
        assert "which needs 99.0 or newer; ask IT to update it. " + MESSAGE in shell.outgrown.sentence()
        assert "Finish what you have begun (1); this program stops then, or in 10 min." in shell.outgrown.sentence()
        assert run.program.window.face() is shell
        page.save_button.click()
        await until(lambda: covered(run), "it stops when all is finished")
        assert MESSAGE in covered(run)
        run.program.session.left.emit()
        await until(lambda: isinstance(run.program.window.face(), SignIn))
        await run.type_and_enter(manager.user, PASSWORD)
        message = run.sign_in_face.messages.message()
        assert message is not None
        assert "too old" in message.sentence

    running.run(nobody(hospital.superuser), steps)
    assert "Half another ward" in names()


def test_who_does_not_finish_is_stopped_and_what_was_typed_waits_beneath(
    hospital: Hospital, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "LOOK_MS", 20)
    admin = hospital.person("admin")
    itself = hospital.database(hospital.person("admin"))

    async def steps(run: Running) -> None:
        shell = await run.sign_in(admin)
        await until(lambda: shell.desk.live.up)
        page = await half_typed(shell)
        itself.run_now(actions.announce_release, intent=uuid4(), version="99.0", message="")
        itself.run_now(actions.require_release, intent=uuid4(), version="99.0")
        await until(lambda: shell.outgrown.isVisible(), "the desk is warned")
        shell.outgrown.done.emit()
        await until(lambda: covered(run), "the person is done")
        itself.run_now(actions.require_release, intent=uuid4(), version="99.0", required=False)
        await until(lambda: run.program.window.face() is shell, "it goes on")
        assert page.form.field("name").text() == "Half a ward"
        assert shell.outgrown.isHidden()

    running.run(nobody(hospital.superuser), steps)


def test_the_grace_ends(hospital: Hospital, running: Running) -> None:
    hospital.sql("UPDATE hms.schema_compat SET min_client_version = '99.0'")
    stopped: list[str] = []
    warned: list[int] = []

    async def steps(run: Running) -> None:
        watch = fitting.Fitting(hospital.database(), lambda: 3, grace=0.3)
        watch.stopped.connect(stopped.append)
        watch.warned.connect(lambda _why, left, _seconds: warned.append(left))
        await watch.check()
        assert warned == [3]
        await until(lambda: stopped, "the time is over")

    running.run(nobody(hospital.superuser), steps)
    assert "too old" in stopped[0]


def test_a_locked_desk_stays_locked_and_hears_afterwards_that_it_was_outgrown(
    hospital: Hospital, running: Running
) -> None:
    admin = hospital.person("admin")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(admin)
        await until(lambda: shell.desk.live.up)
        session = run.program.session
        assert session is not None
        session.lock()
        hospital.sql("UPDATE hms.schema_compat SET min_client_version = '99.0'")
        await until(lambda: session._fitting.why_stopped, "the desk knows")
        face = run.program.window.face()
        assert isinstance(face, Locked)
        face.password.setText(PASSWORD)
        face.button.click()
        await until(lambda: covered(run), "the sentence")
        session.lock()  # nobody touched it for long
        hospital.sql("UPDATE hms.schema_compat SET min_client_version = '0.1'")
        await until(lambda: isinstance(run.program.window.face(), Locked), "only who knows the password goes on")

    running.run(nobody(hospital.superuser), steps)


def test_a_newer_version_is_shown_quietly_and_once_a_day(hospital: Hospital, running: Running) -> None:
    clerk = hospital.person("front_desk")
    itself = hospital.database(hospital.person("admin"))

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        await until(lambda: shell.desk.live.up)
        shell.open_page("settings")
        itself.run_now(actions.announce_release, intent=uuid4(), version="0.0.9")
        itself.run_now(actions.announce_release, intent=uuid4(), version="0.10.0", message="On Monday.")
        itself.run_now(actions.announce_release, intent=uuid4(), version="0.9.0")
        await until(lambda: shell.strip.release.text() == "Version 0.10.0 can be had", "the strip says so")
        told = "Version 0.10.0 can be had; IT installs it. On Monday."
        await until(lambda: shell.page("settings")._newer.text() == told, "the page says so")
        assert not shell.findChildren(QMenu)
        shell.sign_out_wanted.emit()
        await until(lambda: isinstance(run.program.window.face(), SignIn))
        again = await run.sign_in(clerk)
        again.open_page("settings")
        await until(lambda: again.page("settings")._newer.text() == told, "the page still says so")
        assert again.strip.release.text() == ""
        itself.run_now(actions.withdraw_release, intent=uuid4(), version="0.10.0")
        await until(lambda: "0.9.0" in again.page("settings")._newer.text(), "the next one is shown")

    running.run(nobody(hospital.superuser), steps)
