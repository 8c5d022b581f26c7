"""Which days a period means, and that every word of the reports is there in every language."""

import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.reports.catalogue import KINDS
from hms_desktop.clinic.reports.rules import PERIODS, REPORTS, Span, span
from hms_desktop.clinic.reports.words import LANGUAGES, Words
from hms_desktop.core.places import resources

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))


@given(DAYS)
def test_a_period_is_whole_and_lies_where_its_word_says(day: dt.date) -> None:
    for word in PERIODS:
        days = span(word, day)
        assert days.first <= days.last
        assert (days.last < day) == word.startswith(("yesterday", "last_week", "last_month", "last_year"))
    month, week = span("last_month", day), span("last_week", day)
    assert month.first.day == 1
    assert month.last + dt.timedelta(days=1) == day.replace(day=1)
    assert (week.first.weekday(), (week.last - week.first).days) == (0, 6)


def test_the_edges_of_years_and_months() -> None:
    assert span("last_month", dt.date(2026, 1, 31)) == Span(dt.date(2025, 12, 1), dt.date(2025, 12, 31))
    assert span("this_month", dt.date(2024, 2, 29)) == Span(dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert span("last_year", dt.date(2024, 2, 29)) == Span(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert span("next_90_days", dt.date(2026, 12, 31)).last == dt.date(2027, 3, 31)


def test_every_language_has_every_word_and_the_reports_need_no_other() -> None:
    english = json.loads((resources() / "reports" / "en.json").read_text("utf-8"))
    for language in LANGUAGES:
        said = json.loads((resources() / "reports" / f"{language}.json").read_text("utf-8"))
        assert {part: set(words) for part, words in said.items()} == {part: set(w) for part, w in english.items()}
    assert tuple(kind.key for kind in KINDS) == REPORTS
    fields = {field.key for kind in KINDS for section in kind.sections for field in section.fields}
    assert fields == set(english["columns"])
    assert {section.key for kind in KINDS for section in kind.sections} == set(english["sections"])
    assert Words("de").title("queue") == "Queue"
