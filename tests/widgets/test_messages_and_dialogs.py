"""What the program says, and what it asks: in words, awaited, and with everything kept as it was typed."""

import asyncio

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from hms_desktop.core.errors import Misconfigured, Refused, Unreachable
from hms_desktop.widgets.dialogs import Difference, DifferenceDialog, Question, ask
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import FormDialog, choice_field, text_field
from hms_desktop.widgets.message_bar import AwayBanner, MessageBar
from tests.waiting import until
from tests.widgets.conftest import Loop


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("error", "tone"),
    [
        (Refused("queue.nobody_waiting", "Nobody is waiting."), "warning"),
        (Unreachable("server.away", "The server is away."), "warning"),
        (Misconfigured("tls", "The certificate does not fit."), "stop"),
    ],
)
def test_an_error_is_said_in_its_tone_and_in_a_word(error, tone: str, window: QWidget) -> None:
    bar = MessageBar(window)
    bar.tell(error)
    message = bar.message()
    assert message is not None
    assert (message.sentence, message.tone) == (error.sentence, tone)
    assert bar.accessibleName().endswith(error.sentence)
    assert bar.isVisible()


def test_undo_is_offered_and_taken_once(window: QWidget, qtbot) -> None:
    taken: list[str] = []
    bar = MessageBar(window)
    bar.say("Finished A 087.", "done", lambda: taken.append("A 087"))
    bar._undo.click()
    bar._undo.click()
    assert taken == ["A 087"]
    assert not bar.isVisible()


def test_escape_puts_a_message_away(window: QWidget, qtbot) -> None:
    bar, field = MessageBar(window), QLineEdit(window)
    bar.listen_for_escape(window)
    bar.say("Nobody is waiting.", "warning")
    field.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert bar.message() is None


def test_good_news_leaves_by_itself_and_a_refusal_stays(window: QWidget, qtbot) -> None:
    bar = MessageBar(window)
    bar._leave.setInterval(10)
    bar.say("Nobody is waiting.", "warning")
    qtbot.wait(30)
    assert bar.message() is not None
    bar.say("Saved.", "done")
    qtbot.waitUntil(lambda: bar.message() is None)


def test_the_banner_comes_and_goes_with_the_server(window: QWidget) -> None:
    banner = AwayBanner(window)
    banner.set_away(True)
    banner.set_away(True)
    assert banner.isVisible()
    banner.set_away(False)
    assert not banner.isVisible()


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_a_question_is_awaited_and_answered_from_the_keyboard(key, answer: bool, window, qtbot, loop: Loop) -> None:
    async def asking() -> bool:
        question = Question("Close the day?", "9 tickets are still open.", "Close the day", stop=True, parent=window)
        task = go(ask(question))
        await until(question.isVisible)
        question.setFocus()
        qtbot.keyClick(question, key)
        return await task

    assert loop.run(asking()) is answer


def test_cancelling_who_asks_closes_the_dialog(window: QWidget, loop: Loop) -> None:
    async def asking() -> bool:
        question = Question("Close the day?", "", "Close", parent=window)
        task = go(ask(question))
        await until(question.isVisible)
        task.cancel()
        await until(lambda: not question.isVisible())
        return task.cancelled()

    assert loop.run(asking())


@pytest.mark.parametrize("answered", [False, True])
def test_who_asked_on_a_page_that_is_gone_ends_in_silence(answered: bool, window: QWidget, loop: Loop) -> None:
    async def asking() -> None:
        page = QWidget(window)
        question = Question("Close the day?", "", "Close", parent=page)
        task = go(ask(question))
        await until(question.isVisible)
        if answered:
            question.reject()
        shiboken6.delete(page)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    loop.run(asking())


def form(window: QWidget, save) -> FormDialog:
    dialog = FormDialog("Register", "Register", save, parent=window)
    dialog.form.add("name", "Name", text_field(), required=True)
    dialog.form.add("phone", "Phone", text_field("+254 700"))
    dialog.form.add("sex", "Sex", choice_field([("f", "Female"), ("m", "Male")], "m"))
    return dialog


def test_a_form_with_an_empty_required_field_is_not_sent(window: QWidget, loop: Loop) -> None:
    sent: list[dict] = []

    async def save(values: dict) -> None:
        sent.append(values)

    async def go_at_once() -> None:
        dialog = form(window, save)
        dialog.open()
        dialog.go.click()
        await until(lambda: dialog.form._errors["name"].text() == "Fill in: Name.")
        dialog.form.put(name="  Amina  ")
        dialog.go.click()
        await until(lambda: not dialog.isVisible())

    loop.run(go_at_once())
    assert sent == [{"name": "Amina", "phone": "+254 700", "sex": "m"}]


def test_a_refused_form_stays_open_and_keeps_what_was_typed(window: QWidget, loop: Loop) -> None:
    answers = [
        Refused("patients.phone", "The phone number has letters.", {"field": "phone"}),
        Refused("patients.open", "The record is locked."),
        None,
    ]

    async def save(values: dict) -> str:
        if (error := answers.pop(0)) is not None:
            raise error
        return "MRN 1"

    async def go_three_times() -> FormDialog:
        dialog = form(window, save)
        dialog.open()
        dialog.form.put(name="Amina", phone="abc")
        dialog.go.click()
        await until(dialog.form._errors["phone"].isVisible)
        assert dialog.form.values()["name"] == "Amina"
        await until(dialog.go.isEnabled)
        dialog.go.click()
        await until(lambda: dialog.messages.message() is not None)
        assert not dialog.form._errors["phone"].isVisible()
        assert dialog.messages.message().sentence == "The record is locked."
        await until(dialog.go.isEnabled)
        dialog.go.click()
        await until(lambda: not dialog.isVisible())
        return dialog

    dialog = loop.run(go_three_times())
    assert (dialog.isVisible(), dialog.result_value) == (False, "MRN 1")


def test_a_form_left_by_escape_keeps_what_was_typed(window: QWidget, qtbot, loop: Loop) -> None:
    async def save(values: dict) -> None: ...

    async def leave_and_come_back() -> FormDialog:
        dialog = form(window, save)
        assert not dialog.form.touched()
        for _ in range(2):
            task = go(ask(dialog))
            await until(dialog.isVisible)
            qtbot.keyClick(dialog.form.field("name"), Qt.Key.Key_End)  # whoever comes by Tab finds it selected
            qtbot.keyClicks(dialog.form.field("name"), "Amina")
            qtbot.keyClick(dialog.form.field("name"), Qt.Key.Key_Escape)
            assert not await task
        return dialog

    dialog = loop.run(leave_and_come_back())
    assert dialog.form.values()["name"] == "AminaAmina"
    assert dialog.form.touched()


def test_the_wheel_changes_a_choice_only_while_it_has_the_focus(window: QWidget) -> None:
    field = choice_field([(1, "one"), (2, "two")])
    field.setParent(window)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.currentData() == 1


def test_enter_in_a_field_of_several_lines_stays_in_it(window: QWidget, qtbot, loop: Loop) -> None:
    sent: list[dict] = []

    async def save(values: dict) -> None:
        sent.append(values)

    async def typing() -> None:
        dialog = form(window, save)
        note = dialog.form.add("note", "Note", QPlainTextEdit())
        dialog.form.put(name="Amina")
        dialog.open()
        note.setFocus()
        qtbot.keyClick(note, Qt.Key.Key_Return)
        await asyncio.sleep(0.02)
        assert sent == []
        qtbot.keyClick(dialog.form.field("name"), Qt.Key.Key_Return)
        await until(lambda: sent)

    loop.run(typing())
    assert len(sent) == 1


def test_a_difference_is_chosen_field_by_field(window: QWidget, qtbot) -> None:
    dialog = DifferenceDialog(
        [Difference("phone", "Phone", "1", "2"), Difference("name", "Name", "A & B", "<b>C</b>")],
        "Demo Clerk",
        window,
    )
    dialog._groups["name"].button(1).click()
    assert dialog.chosen() == {"phone": "1", "name": "<b>C</b>"}
