"""Which names a film may have, and which playlist plays when."""

import datetime as dt
from dataclasses import dataclass

import pytest

from hms_desktop.clinic.displays.rules_media import Times, in_effect, is_film_name


@dataclass(frozen=True)
class Listed:
    name: str
    times: Times


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize("name", ["welcome.mp4", "How to wash hands (2).webm", "मुख्य.mkv", "a.b.mov"])
def test_a_plain_file_name_can_be_a_film(name: str) -> None:
    assert is_film_name(name)


@pytest.mark.parametrize(
    "name",
    ["", "../etc.mp4", "a/b.mp4", "a\\b.mp4", "C:a.mp4", "http://x/a.mp4", ".hidden.mp4", "..mp4", "a.exe", "a\n.mp4",
     "a\u202e4pm.mp4", "a.mp4/", "x" * 200 + ".mp4"],
)  # fmt: skip
def test_what_leads_elsewhere_or_hides_is_no_film(name: str) -> None:
    assert not is_film_name(name)


def test_a_list_plays_within_its_hours_and_on_its_days() -> None:
    noon = Times(dt.time(11), dt.time(13), dt.date(2026, 3, 2), dt.date(2026, 3, 6))
    assert noon.cover(at("2026-03-02 11:00"))
    assert not noon.cover(at("2026-03-02 13:00"))
    assert not noon.cover(at("2026-03-07 12:00"))


def test_a_night_belongs_to_the_day_on_which_it_began() -> None:
    night = Times(dt.time(20), dt.time(6), dt.date(2026, 3, 2), dt.date(2026, 3, 2))
    assert night.cover(at("2026-03-02 23:00"))
    assert night.cover(at("2026-03-03 05:59"))
    assert not night.cover(at("2026-03-02 05:00"))
    assert not night.cover(at("2026-03-03 21:00"))


def test_the_shorter_list_goes_before_the_longer_and_days_before_hours() -> None:
    every_day = Listed("every day", Times())
    at_noon = Listed("at noon", Times(dt.time(12), dt.time(13)))
    one_week = Listed("one week", Times(first_day=dt.date(2026, 3, 2), last_day=dt.date(2026, 3, 8)))
    lists = [every_day, at_noon, one_week]

    def name(moment: str) -> str:
        found = in_effect(lists, at(moment))
        return found.name if found else ""

    assert name("2026-02-01 09:00") == "every day"
    assert name("2026-02-01 12:30") == "at noon"
    assert name("2026-03-03 12:30") == "one week"
    assert in_effect([], at("2026-03-03 12:30")) is None
