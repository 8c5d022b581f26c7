"""A visit at the touch screen: its pages, its patience, and that nothing of one person reaches the next."""

import datetime as dt
import json
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from display_kiosk.checkin_screen import languages
from display_kiosk.scene.checkin.visit import GivenTicket, Service, Visit
from hms_desktop.core import places

WORDS = places.resources() / "check_in"
CODES = ("en", "es", "fr", "ar", "hi")
TODAY = dt.date(2026, 3, 2)
SERVICES = (Service(1, "Laboratory", True, "08:00–12:00", 3, 10), Service(2, "X-ray", False, "13:00–16:00", 0, None))


@pytest.fixture
def visit(qapp: QApplication) -> Visit:
    made = Visit({"background": "#FFFFFF"}, languages(WORDS, CODES), today=lambda: TODAY)
    made.set_services(SERVICES)
    made.set_online(True)
    return made


def seen(visit: Visit, *names: str) -> Any:
    values = tuple(visit.property(name) for name in names)
    return values if len(values) > 1 else values[0]


def types(visit: Visit, text: str) -> None:
    for sign in text:
        visit.press(sign)


def asks_for_date(visit: Visit) -> None:
    visit.choose_language("ar")
    visit.ask_code()
    types(visit, "48217703")
    visit.go_on()


def seconds(visit: Visit, count: int) -> None:
    for _ in range(count):
        visit.tick()


def test_code_and_date_go_out_once_and_are_forgotten_at_once(visit: Visit) -> None:
    sent: list[tuple[str, dt.date]] = []
    visit.check_in_wanted.connect(lambda code, born: sent.append((code, born)))
    asks_for_date(visit)
    types(visit, "17051980")
    visit.go_on()
    visit.go_on()
    assert sent == [("48217703", dt.date(1980, 5, 17))]
    visit.refuse("check_in.unknown", {})
    assert seen(visit, "page", "again", "typed") == ("sorry", True, "")


@pytest.mark.parametrize("typed", ["31022000", "17051880", "03032026", "00000000"])
def test_a_date_on_which_nobody_alive_was_born_goes_nowhere(visit: Visit, typed: str) -> None:
    asks_for_date(visit)
    types(visit, typed)
    visit.go_on()
    assert seen(visit, "page", "mayGoOn") == ("born", False)
    assert seen(visit, "hint") == json.loads((WORDS / "ar.json").read_text("utf-8"))["words"]["no_date"]


def test_thirty_seconds_without_a_touch_start_over_and_nothing_is_left(visit: Visit) -> None:
    asks_for_date(visit)
    types(visit, "1705")
    seconds(visit, 29)
    assert seen(visit, "page", "left") == ("born", 1)
    visit.touch()
    seconds(visit, 29)
    assert seen(visit, "page") == "born"
    visit.tick()
    assert seen(visit, "page", "typed", "mirrored", "counting") == ("languages", "", False, False)
    visit.choose_language("en")
    visit.ask_code()
    assert seen(visit, "typed") == ""


def test_a_ticket_that_came_out_is_shown_shorter_than_one_that_did_not(visit: Visit) -> None:
    visit.choose_language("en")
    visit.take_number(1)
    visit.show_ticket(GivenTicket("A 001", "Laboratory", "Room 2", 3, None, False))
    visit.printed(True)
    assert seen(visit, "paper", "left") == ("printed", 15)
    visit.printed(False)
    assert seen(visit, "paper", "left") == ("failed", 60)
    seconds(visit, 60)
    assert seen(visit, "page", "ticket") == ("languages", {})


def test_a_late_answer_is_not_shown_to_whoever_stands_there_by_then(visit: Visit) -> None:
    visit.choose_language("en")
    visit.ask_service()
    visit.show_ticket(GivenTicket("A 001", "Laboratory", "", 0, None, False))
    visit.refuse("check_in.unknown", {})
    assert seen(visit, "page") == "services"


def test_a_closed_service_gives_no_number(visit: Visit) -> None:
    wanted: list[int] = []
    visit.number_wanted.connect(wanted.append)
    visit.choose_language("en")
    visit.take_number(2)
    assert (wanted, seen(visit, "page")) == ([], "choices")


def test_back_leads_to_the_question_before_and_out(visit: Visit) -> None:
    asks_for_date(visit)
    pages = []
    for _ in range(4):
        pages.append(seen(visit, "page"))
        visit.go_back()
    assert pages == ["born", "code", "choices", "languages"]


def test_a_scan_that_is_no_slip_leads_nowhere(visit: Visit) -> None:
    types(visit, "4006381333931")
    visit.go_on()
    assert seen(visit, "page") == "languages"


def test_other_languages_wait_until_a_visit_is_over(visit: Visit) -> None:
    visit.choose_language("fr")
    visit.set_entrance("City Hospital", languages(WORDS, ["en"]))
    assert seen(visit, "page", "hospital") == ("choices", "")
    visit.start_over()
    assert (seen(visit, "hospital"), [one["code"] for one in seen(visit, "languages")]) == ("City Hospital", ["en"])


def test_a_ticket_stays_when_the_server_goes(visit: Visit) -> None:
    visit.choose_language("en")
    visit.take_number(1)
    visit.show_ticket(GivenTicket("A 001", "Laboratory", "", 0, None, True))
    visit.set_online(False)
    assert seen(visit, "page") == "ticket"
    seconds(visit, 15)
    assert seen(visit, "page") == "away"


def test_every_language_says_everything_and_fills_the_same_blanks() -> None:
    english = languages(WORDS, ["en"])[0]
    params = {"minutes": 5, "day": "2026-03-04", "time": "09:30", "service": "X-ray", "hours": "13:00–16:00"}
    for other in languages(WORDS, CODES):
        assert set(other.words) == set(english.words), other.code
        assert set(other.refusals) == set(english.refusals), other.code
        for word, said in other.words.items():
            assert said.strip(), (other.code, word)
            assert said.count("%1") == english.words[word].count("%1"), (other.code, word)
        for code, said in other.refusals.items():
            blanks = [name for name in params if "{" + name + "}" in english.refusals[code]]
            assert all("{" + name + "}" in said for name in blanks), (other.code, code)
            assert "{" not in said.format(**params), (other.code, code)
