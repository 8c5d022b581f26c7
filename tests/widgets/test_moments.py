"""Days and times that nobody can misread, in each language."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTimeEdit

from hms_desktop.widgets.forms import Form, date_field, time_field, value_of
from hms_desktop.widgets.moments import day_words, moment, time_words

DAY = dt.date(2026, 3, 2)


@pytest.fixture(params=["en_US", "en_001", "ar_001"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def test_the_month_is_written_in_letters_and_the_hour_counts_to_24(language: str) -> None:
    month = QLocale(language).monthName(3, QLocale.FormatType.ShortFormat)
    assert day_words(DAY) == f"2 {month} 2026"
    assert time_words(QTime(15, 5)) == "15:05"
    assert moment(dt.datetime(2026, 3, 2, 15, 5)) == f"2 {month} 2026 15:05"
    assert moment(None) == "–"


def test_a_day_is_typed_from_the_year_down(language: str, qapp: QApplication) -> None:
    field = date_field(DAY)
    assert field.text() == "2026-03-02"
    assert value_of(field) == DAY
    assert value_of(date_field()) == dt.date.today()


def test_from_the_right_a_day_and_a_time_keep_their_order_and_are_typed_in_it(qtbot, dressed: object) -> None:  # type: ignore[no-untyped-def]  # pytest-qt has no types
    before = QApplication.layoutDirection()
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        form = Form()
        at, on = form.add("at", "At", time_field()), form.add("on", "On", date_field(DAY))
        form.put(at=dt.time(8, 30))
        qtbot.addWidget(form)
        form.show()
        assert (at.text(), on.text()) == ("08:30", "2026-03-02")
        at.setFocus()
        at.setSelectedSection(QTimeEdit.Section.HourSection)
        QTest.keyClicks(at, "0915")
        assert form.values() == {"at": dt.time(9, 15), "on": DAY}
    finally:
        QApplication.setLayoutDirection(before)
