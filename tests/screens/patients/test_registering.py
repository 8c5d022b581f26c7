"""Registering and editing: by keyboard, once, beside a colleague, and whatever is typed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hms_desktop.core.errors import Unreachable
from hms_desktop.screens.patients.editor import Editor
from hms_desktop.screens.patients.page import PatientsPage
from hms_desktop.widgets.dialogs import DifferenceDialog
from tests.corpus import corpus
from tests.factories import patients
from tests.hospital import Hospital
from tests.screens.desks import Seat, press, settle, type_text, until
from tests.screens.patients.test_finding import names, opened
from tests.widgets.conftest import Loop

CTRL = Qt.KeyboardModifier.ControlModifier
SAVE = (CTRL, Qt.Key.Key_Return)


async def form_of(page: PatientsPage) -> Editor:
    """The form for a new patient, opened by its key."""
    await until(lambda: page._answered is not None)
    press(Qt.Key.Key_F7)
    await until(lambda: page.forms.new is not None and page.forms.new.form.family.hasFocus())
    assert page.forms.new is not None
    return page.forms.new


def test_a_patient_is_registered_by_keyboard_and_the_ticket_is_next(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    async def register() -> None:
        page = opened(sit())
        editor = await form_of(page)
        type_text("Adeyemi")
        press(Qt.Key.Key_Return)
        type_text("Oluwaseun")
        press(Qt.Key.Key_Return)
        type_text("17.5.1990")
        press(Qt.Key.Key_Return)
        await until(lambda: editor.form.birth.said.text() == "17 May 1990, age 35")
        press(Qt.Key.Key_Down, Qt.Key.Key_Return)
        type_text("0700 123 456")
        press((Qt.KeyboardModifier.AltModifier, Qt.Key.Key_P))
        await until(lambda: editor.form.phones.count() == 2 and editor.form.phones.fields(1)["number"].hasFocus())
        type_text("020 7946 0000")
        press(SAVE)
        await until(page.card.issue_button.hasFocus)
        await until(lambda: names(page) == ["Adeyemi, Oluwaseun"])
        assert page._shown is not None
        assert page._shown.name == "Adeyemi, Oluwaseun"

    loop.run(register())
    assert hospital.sql("SELECT family_name, sex, birth_date::text FROM hms.patients") == [
        ("Adeyemi", "female", "1990-05-17")
    ]
    assert hospital.sql("SELECT number FROM hms.patient_phones ORDER BY id") == [("0700 123 456",), ("020 7946 0000",)]


def test_escape_steps_back_and_what_was_typed_is_there_again(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    async def step_back() -> None:
        page = opened(sit())
        editor = await form_of(page)
        type_text("Adeyemi")
        press(Qt.Key.Key_Escape)
        await until(lambda: page.views.currentIndex() == 0)
        assert await form_of(page) is editor
        assert editor.form.family.text() == "Adeyemi"

    loop.run(step_back())
    assert hospital.sql("SELECT count(*) FROM hms.patients") == [(0,)]


@pytest.mark.parametrize(
    ("birth", "sentence"),
    [
        ("31.2.1990", "There is no such day in the calendar."),
        ("soon", "This is not a date of birth"),
        ("1.1.2090", "The date of birth lies in the future."),
    ],
)
def test_a_birth_that_cannot_be_is_said_below_its_field_and_nothing_is_lost(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, birth: str, sentence: str
) -> None:
    async def refuse() -> None:
        page = opened(sit())
        editor = await form_of(page)
        type_text("Adeyemi")
        editor.form.birth.edit.setText(birth)
        press(SAVE)
        await until(lambda: editor.form.birth.said.text().startswith(sentence))
        await until(editor.form.birth.edit.hasFocus)
        assert (editor.form.family.text(), editor.form.birth.edit.text()) == ("Adeyemi", birth)

    loop.run(refuse())


def test_a_patient_without_a_name_is_refused_at_the_name(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    async def refuse() -> None:
        page = opened(sit())
        editor = await form_of(page)
        press(SAVE)
        await until(lambda: "one name is enough" in editor.form.family.accessibleDescription())

    loop.run(refuse())


def test_who_is_likely_the_same_stands_beside_the_form_with_the_reasons_and_enter_opens_them(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    patients.patient(hospital, "Adeyemi", "Oluwaseun", birth_date="1990-05-17", birth_precision="day")

    async def notice() -> None:
        page = opened(sit())
        editor = await form_of(page)
        type_text("Adeyemi")
        press(Qt.Key.Key_Return)
        type_text("Oluwaseun")
        press(Qt.Key.Key_Return)
        type_text("17.5.1990")
        await until(lambda: [one.likely.name for one in editor.alike.ones] == ["Adeyemi, Oluwaseun"])
        await until(lambda: "same birth date" in editor.alike.ones[0].accessibleName())
        editor.alike.ones[0].setFocus()
        press(Qt.Key.Key_Return)
        await until(lambda: page._shown is not None and page._shown.name == "Adeyemi, Oluwaseun")
        assert page.views.currentIndex() == 0

    loop.run(notice())
    assert hospital.sql("SELECT count(*) FROM hms.patients") == [(1,)]


def test_nobody_is_registered_past_a_likely_duplicate_that_was_not_looked_at(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    patients.patient(hospital, "Adeyemi", "Oluwaseun", birth_date="1990-05-17", birth_precision="day")

    async def hurry() -> None:
        seat = sit()
        page = opened(seat)
        editor = await form_of(page)
        editor.form.family.setText("Adeyemi")
        editor.form.given.setText("Oluwaseun")
        editor.form.birth.edit.setText("17.5.1990")
        press(SAVE)
        await until(lambda: "registered already" in seat.said())
        assert [one.likely.sure for one in editor.alike.ones] == [True]
        assert hospital.sql("SELECT count(*) FROM hms.patients") == [(1,)]
        press(SAVE)
        await until(page.card.issue_button.hasFocus)

    loop.run(hurry())
    assert hospital.sql("SELECT count(*) FROM hms.patients") == [(2,)]


def test_after_a_lost_answer_saving_again_registers_nobody_twice_and_keeps_what_was_changed_since(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = sit()
    real, lost = seat.database.run, []

    async def losing(action: Any, /, **values: Any) -> Any:
        result = await real(action, **values)
        if not lost:
            lost.append(action)
            raise Unreachable("server.away", "The server does not answer.")
        return result

    monkeypatch.setattr(seat.database, "run", losing)

    async def save_twice() -> None:
        page = opened(seat)
        editor = await form_of(page)
        type_text("Adeyem")
        press(SAVE)
        await until(lambda: seat.said() == "The server does not answer.")
        assert editor.form.family.text() == "Adeyem"
        editor.form.family.setText("Adeyemi")
        press(SAVE)
        await until(page.card.issue_button.hasFocus)

    loop.run(save_twice())
    assert hospital.sql("SELECT family_name FROM hms.patients") == [("Adeyemi",)]


def test_what_was_typed_survives_a_server_that_is_away(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    seat = sit()

    async def lose_the_server() -> None:
        page = opened(seat)
        editor = await form_of(page)
        type_text("Adeyemi")
        hospital.sql("ALTER ROLE " + f'"{seat.desk.who.login}"' + " NOLOGIN")
        hospital.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", seat.desk.who.login)
        press(SAVE)
        await until(lambda: seat.said() != "")
        assert editor.form.family.text() == "Adeyemi"
        hospital.sql("ALTER ROLE " + f'"{seat.desk.who.login}"' + " LOGIN")
        press(SAVE)
        await until(page.card.issue_button.hasFocus)

    loop.run(lose_the_server())
    assert hospital.sql("SELECT count(*) FROM hms.patients") == [(1,)]


async def edit_first(page: PatientsPage) -> Editor:
    await until(lambda: page.found.rowCount() == 1)
    page.results.choose(0)
    await until(page.card.edit_button.isEnabled)
    press((CTRL, Qt.Key.Key_E))
    await until(lambda: bool(page.forms.editors))
    editor = next(iter(page.forms.editors.values()))
    await until(editor.form.family.hasFocus)
    return editor


def test_changes_to_different_fields_meet_without_a_question(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    patients.patient(hospital, "Okafor", "Amina")

    async def edit() -> None:
        page = opened(sit())
        editor = await edit_first(page)
        hospital.sql("UPDATE hms.patients SET address = '12 Hill Road'")
        editor.form.family.setText("Okafor-Bello")
        press(SAVE)
        await until(page.card.issue_button.hasFocus)

    loop.run(edit())
    assert hospital.sql("SELECT family_name, address FROM hms.patients") == [("Okafor-Bello", "12 Hill Road")]


def test_one_field_changed_by_two_people_is_shown_side_by_side_and_the_choice_is_saved(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    patients.patient(hospital, "Okafor", "Amina")

    async def edit() -> None:
        page = opened(sit())
        editor = await edit_first(page)
        hospital.sql("UPDATE hms.patients SET family_name = 'Okafor-Bello', given_names = 'Aminah'")
        editor.form.family.setText("Okoro")
        editor.form.given.setText("Amina B.")
        press(SAVE)
        await until(lambda: isinstance(QApplication.activeWindow(), DifferenceDialog))
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, DifferenceDialog)
        assert {one.field: (one.yours, one.theirs) for one in dialog._differences} == {
            "family_name": ("Okoro", "Okafor-Bello"),
            "given_names": ("Amina B.", "Aminah"),
        }
        dialog._groups["family_name"].button(1).click()
        press(SAVE)
        await until(lambda: page._shown is not None and page._shown.name == "Okafor-Bello, Amina B.")

    loop.run(edit())
    assert hospital.sql("SELECT family_name, given_names FROM hms.patients") == [("Okafor-Bello", "Amina B.")]


@pytest.mark.parametrize("step", [180, pytest.param(60, marks=pytest.mark.soak)])
def test_hostile_text_in_the_real_fields_is_kept_as_plain_text_or_refused_with_a_sentence(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, shared: Path, step: int
) -> None:
    sample = corpus(shared)[::step]
    kept: list[str] = []

    async def torment() -> None:
        seat = sit()
        page = opened(seat)
        await until(lambda: page._answered is not None)
        for text in sample:
            page.search.setText(text)
            page.search.ask_now()
            editor = await form_of(page)
            editor.form.put(editor.form.record_so_far())
            for field in (editor.form.family, editor.form.given):
                field.setText(text)
            editor.form.notes.setPlainText(text)
            before = editor.form.family.text()
            seat.messages.dismiss()
            await editor._save()
            await settle(0.02)
            if page.forms.new is editor:
                said = seat.said() or editor.form.family.accessibleDescription()
                said = said or editor.form.notes.accessibleDescription() or editor.form.given.accessibleDescription()
                assert said, repr(text)
                assert editor.form.family.text() == before
                editor.left.emit()
            else:
                kept.append(before.strip())
                await until(lambda: page.forms.new is None and page.views.currentIndex() == 0)

    loop.run(torment())
    stored = [name for (name,) in hospital.sql("SELECT family_name FROM hms.patients ORDER BY id")]
    assert stored == kept
    assert len(kept) > len(sample) / 3
