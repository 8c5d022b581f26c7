"""The field of a quantity: no key is left out, so nothing but what was meant can be saved."""

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hms_desktop.widgets.forms import Form, text_field
from hms_desktop.widgets.quantity import Quantity

IMPOSSIBLE = ("0", "-1", "101", "2147483648", "9223372036854775808", "9" * 400, "1.5", "1,5", "1 5", "1e2", "NaN")
IMPOSSIBLE += ("", " ", "0x10", "--5", "½", "²", "\N{ROMAN NUMERAL TWELVE}", "5\N{COMBINING ENCLOSING KEYCAP}")


@pytest.fixture
def form(qtbot, dressed: object) -> Form:  # type: ignore[no-untyped-def]  # pytest-qt has no types
    made = Form()
    made.add("units", "Quantity", Quantity(1, 100, 30))
    made.add("reason", "Reason", text_field())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def typed(form: Form, text: str) -> Quantity:
    """The field after somebody typed this over what stood there."""
    field = form.field("units")
    assert isinstance(field, Quantity)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    for sign in text:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))
    return field


@pytest.mark.parametrize("text", IMPOSSIBLE, ids=range(len(IMPOSSIBLE)))
def test_what_is_no_possible_quantity_stays_as_typed_and_is_said(form: Form, text: str) -> None:
    field = typed(form, text)
    for key in (None, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        if key is not None:
            QTest.keyClick(field, key)
        assert field.lineEdit().text() == text
        assert not field.hasAcceptableInput()
        assert not form.complete()
    assert "whole number from 1 to 100" in field.accessibleDescription()
    field = typed(form, "7")
    assert form.complete()
    assert form.values()["units"] == 7


@pytest.mark.parametrize("text", ["12", "012", "１２", "१२", "١٢", " 12 "])
def test_a_whole_number_in_any_script_is_that_number(form: Form, text: str) -> None:
    field = typed(form, text)
    assert form.complete()
    assert form.values()["units"] == 12
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.lineEdit().text() == "12"


@pytest.mark.parametrize("language", ["en", "fr", "hi", "ar"])
def test_a_large_quantity_is_written_with_its_thousands_apart_and_read_again(language: str) -> None:
    field = Quantity(-1_000_000, 1_000_000)
    field.setLocale(QLocale(language))
    for number in (1_234_567 // 10, 1_000_000, -54_321, 0):
        field.setValue(number)
        assert field.hasAcceptableInput()
        assert field.number_in(field.lineEdit().text()) == number


def test_a_quantity_with_its_unit_behind_it_is_that_number() -> None:
    field = Quantity(0, 90, 15)
    field.setSuffix(" s")
    field.setSpecialValueText("never")
    assert (field.lineEdit().text(), field.hasAcceptableInput(), field.value()) == ("15 s", True, 15)
    for text, number in (("20 s", 20), ("20", 20), ("never", 0), ("1.5 s", None), ("91 s", None)):
        field.lineEdit().setText(text)
        assert field.hasAcceptableInput() == (number is not None), text
        if number is not None:
            field.interpretText()
            assert field.value() == number
