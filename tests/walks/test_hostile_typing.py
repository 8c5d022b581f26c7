"""The worst lines typed into every field of every page of the real desk: saved and shown as typed, or one sentence."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from hms_desktop.app.shell import Shell
from hms_desktop.widgets.editor_page import EditorPage
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.search_box import SearchBox
from tests.app.conftest import Running, appearance, dressed, running, the_language_of_before, until
from tests.corpus import worst
from tests.factories import displays, queue
from tests.hospital import Hospital
from tests.widgets.conftest import OFFSCREEN

__all__ = ["appearance", "dressed", "running", "the_language_of_before"]

LINES = 28
SHARES = [3, pytest.param(1, marks=pytest.mark.soak)]
"""A field of an editor gets each so manieth line, the next field those that follow: each line is tried on each page."""
EVERY_DUTY = ("front_desk", "pharmacist", "clinician", "cashier", "store", "manager", "admin")
pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def furnished(hospital: Hospital) -> Hospital:
    """A hospital that has one of everything."""
    queue.house(hospital, ("A", "B"))
    queue.patients(hospital, 3)
    displays.screen(hospital)
    return hospital


def texts_in(widget: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """The fields in `widget` that a person can type text into now."""
    found = [*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]
    return [field for field in found if field.isEnabled() and not field.isReadOnly() and not _part_of_another(field)]


def _part_of_another(field: QWidget) -> bool:
    """Whether Qt put it into a number's, a date's or a choice's field, which keeps other signs out by itself."""
    return field.objectName().startswith("qt_") or field.parent().metaObject().className() == "QComboBox"


def type_into(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)


def faults_in(page: EditorPage) -> list[str]:
    """The sentences that stand below the fields."""
    return [page.form._errors[name].text() for name in page.form.values() if not page.form._errors[name].isHidden()]


async def opened(shell: Shell, key: str) -> Page:
    shell.open_page(key)
    page = shell.page(key)
    assert page is not None
    await until(lambda: not page.stale and not page._loading.busy)
    return page


async def save(shell: Shell, page: EditorPage) -> str:
    """Press Save; the sentence that answers."""
    shell.messages.dismiss()
    page.save_button.click()
    await until(lambda: page._deed is not None and page._deed.done())
    message = shell.messages.message()
    (sentence,) = faults_in(page) or [message.sentence if message else ""]
    return sentence


async def torment_editor(shell: Shell, page: EditorPage, every: tuple[str, ...], shares: int) -> set[str]:
    """The lines in each field, of an entry that is there and of a new one; the names of those fields."""
    tried: set[str] = set()
    for name in page.form.values():
        field = page.form.field(name)
        for new in (False, True):
            if new and not page.new_button.isVisible():
                continue
            if new:
                base = page.values_of(page.model.row(0))
                page.begin_new()
                page.put(base)
            if not isinstance(field, QLineEdit | QPlainTextEdit) or field not in texts_in(page.form):
                continue
            lines = every[len(tried) % shares :: shares]
            tried.add(name)
            for text in lines if not new else lines[::4]:
                type_into(field, text)
                typed = page.form.values()[name]
                sentence = await save(shell, page)
                assert sentence, f"{name}: {text!r} got no answer"
                if sentence.startswith("Saved: "):
                    kept = page.form.values()[name]
                    assert kept == typed or field.echoMode() == QLineEdit.EchoMode.Password, f"{name}: {text!r}"
                    if new:
                        page.begin_new()
                        page.put(base)
                else:
                    assert sentence.endswith("."), f"{name}: {text!r}: {sentence}"
                    assert page.form.values()[name] == typed, "a refused form keeps what was typed"
            page.discard()
    return tried


async def torment_fields(page: QWidget, lines: tuple[str, ...]) -> None:
    """Each line in each field; a field that asks the server while somebody types does so now and then."""
    for field in texts_in(page):
        for number, text in enumerate(lines):
            type_into(field, text)
            await asyncio.sleep(0.05 if number % 7 == 0 else 0)
        type_into(field, "")


@pytest.fixture
def asked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search box asks 10 ms after the last letter."""
    assert SearchBox.__init__.__kwdefaults__
    monkeypatch.setitem(SearchBox.__init__.__kwdefaults__, "pause_ms", 10)


@pytest.mark.usefixtures("asked_at_once")
@pytest.mark.parametrize("shares", SHARES)
def test_the_worst_lines_in_every_field_of_every_page(
    running: Running, furnished: Hospital, shared: Path, shares: int
) -> None:
    lines = worst(shared, LINES)

    tried: dict[str, set[str]] = {}

    async def steps(program: Running) -> None:
        shell = await program.sign_in(furnished.person(*EVERY_DUTY))
        for key in shell._entries:
            page = await opened(shell, key)
            if isinstance(page, EditorPage):
                tried[key] = await torment_editor(shell, page, lines, shares)
            else:
                await torment_fields(page, lines)
            assert program.reports == [], f"a bug was met on the page {key}"
        await torment_fields(shell.box, lines)
        assert program.reports == []
        for label in QApplication.allWidgets():
            assert not isinstance(label, Label) or label.textFormat().name == "PlainText"

    running.run(furnished.superuser, steps)
    assert tried["staff"] == {"display_name", "login", "password"}
    assert tried["facility"] == {"name", "time_zone", "currency"}


def test_the_worst_lines_as_a_name_and_a_password(running: Running, furnished: Hospital, shared: Path) -> None:
    async def steps(program: Running) -> None:
        for text in worst(shared, 60):
            face = program.sign_in_face
            face._attempts.forget()
            await program.type_and_enter(text, text)
            message = face.messages.message()
            assert message is not None, repr(text)
            assert message.sentence.endswith(".")
        assert program.reports == []
        assert program.program.session is None

    running.run(furnished.superuser, steps)
