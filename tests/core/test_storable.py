"""What PostgreSQL can keep of a text, and how records are written for it."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from hms_desktop.core.errors import Refused
from hms_desktop.core.storable import as_json, storable, unstorable


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d", "\udce2 of another encoding"])
def test_a_nul_and_half_a_character_are_refused_before_they_are_sent(text: str) -> None:
    assert unstorable(text)
    with pytest.raises(Refused):
        storable(text)


@pytest.mark.parametrize("text", ["half \ud83d", "\udce2 of another encoding"])
def test_half_a_character_deep_in_a_record_is_refused_not_escaped(text: str) -> None:
    with pytest.raises(Refused) as refused:
        as_json({"lines": [{"note": text}]})
    assert refused.value.code == "text.unreadable"


def test_every_other_character_is_kept_as_it_is() -> None:
    texts = ["", "Nguyễn", "عربي", "\u202e", "👩🏽‍⚕️", 'a "b" \\ \n\t']
    assert json.loads(as_json(texts)) == texts


def test_days_times_spans_and_amounts_are_written_so_that_nothing_is_rounded() -> None:
    record = {
        "day": dt.date(2026, 2, 28),
        "moment": dt.datetime(2026, 2, 28, 8, 30, tzinfo=dt.UTC),
        "at": dt.time(8, 30),
        "for": dt.timedelta(minutes=20),
        "price": Decimal("0.10"),
    }
    assert json.loads(as_json(record)) == {
        "day": "2026-02-28",
        "moment": "2026-02-28T08:30:00+00:00",
        "at": "08:30:00",
        "for": "1200.0 seconds",
        "price": "0.10",
    }


def test_a_value_that_the_database_knows_no_word_for_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError):
        as_json({"value": object()})
