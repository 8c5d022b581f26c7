"""What a screen is set to show and when: its settings, the messages at its lower edge, and test calls."""

import datetime as dt
import uuid

import pytest

from hms_desktop.clinic.displays import actions, queries, rules
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.factories import displays, queue
from tests.hospital import Hospital

NOON = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
EIGHT, TEN, SIX = dt.time(8), dt.time(22), dt.time(6)


@pytest.fixture
def admin(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("admin"))


def seen_by(kiosk: Database) -> tuple[str, ...]:
    screen = kiosk.read_now(queries.my_screen)
    assert screen is not None
    return screen.messages


def test_what_an_administrator_sets_is_what_the_screen_reads(hospital: Hospital, admin: Database) -> None:
    kiosk = hospital.database(displays.screen(hospital))
    [form] = admin.read_now(queries.displays)
    fields: actions.ScreenFields = {
        "layout": "portrait", "volume": 55, "film_volume": 10, "ducked_volume": 0, "quiet_from": TEN, "quiet_to": SIX,
        "dim_from": TEN, "dim_to": SIX, "show_waiting": False, "show_estimates": False, "dwell_seconds": 9,
    }  # fmt: skip
    named = {"intent": uuid.uuid4(), "name": "Hall A", "display_id": form.display_id, "version": form.version}
    admin.run_now(actions.save_display, **named, **fields)
    screen = kiosk.read_now(queries.my_screen)
    assert {name: getattr(screen, name) for name in fields} == fields
    [changed] = admin.read_now(queries.displays)
    admin.run_now(actions.save_display, **named | {"intent": uuid.uuid4(), "version": changed.version}, layout="board")
    again = kiosk.read_now(queries.my_screen)
    assert again is not None
    assert (again.layout, again.volume, again.quiet_from) == ("board", 55, TEN)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"volume": 101}, "display.volume"),
        ({"ducked_volume": -1}, "display.volume"),
        ({"dwell_seconds": 2}, "display.dwell_seconds"),
        ({"quiet_from": TEN}, "display.hours"),
        ({"dim_from": TEN, "dim_to": TEN}, "display.hours"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(admin: Database, fields: actions.ScreenFields, code: str) -> None:
    with pytest.raises(Refused) as refused:
        admin.run_now(actions.save_display, intent=uuid.uuid4(), name="Hall A", **fields)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("hour", "within"), [(21, False), (22, True), (23, True), (0, True), (5, True), (6, False), (12, False)]
)
def test_hours_that_end_before_they_begin_go_past_midnight(hour: int, within: bool) -> None:
    settings = rules.DisplaySettings(quiet_from=TEN, quiet_to=SIX)
    assert settings.quiet_at(dt.time(hour)) is within
    assert not settings.dim_at(dt.time(hour))


def test_a_message_stands_on_its_screens_on_its_days_and_in_its_hours(hospital: Hospital, admin: Database) -> None:
    hospital.set_clock(NOON)
    kiosk = hospital.database(displays.screen(hospital))
    displays.screen(hospital, "Hall B")
    mine, other = (form.display_id for form in admin.read_now(queries.displays))
    day = NOON.date()
    for text, fields in {
        "everywhere": {"place": 2},
        "here": {"display_ids": [mine], "place": 1},
        "elsewhere": {"display_ids": [other]},
        "over": {"valid_to": day - dt.timedelta(days=1)},
        "to come": {"valid_from": day + dt.timedelta(days=1)},
        "at night": {"time_from": TEN, "time_to": SIX},
        "withdrawn": {"active": False},
        "today": {"valid_from": day, "valid_to": day, "time_from": EIGHT, "time_to": TEN, "place": 3},
    }.items():
        admin.run_now(actions.save_message, intent=uuid.uuid4(), text=text, **fields)
    assert seen_by(kiosk) == ("here", "everywhere", "today")
    hospital.set_clock(NOON + dt.timedelta(hours=11))
    assert "at night" in seen_by(kiosk)
    assert "today" not in seen_by(kiosk)


def test_a_message_is_changed_once_and_a_senseless_one_is_refused(admin: Database) -> None:
    save = {"text": "Please keep your ticket", "place": 4}
    made = admin.run_now(actions.save_message, intent=uuid.uuid4(), **save)
    [form] = admin.read_now(queries.messages)
    assert (form.message_id, form.text, form.place, form.display_ids) == (made, "Please keep your ticket", 4, ())
    edit = {"message_id": made, "version": form.version, "text": "Have your card ready"}
    admin.run_now(actions.save_message, intent=uuid.uuid4(), **edit)
    with pytest.raises(Stale):
        admin.run_now(actions.save_message, intent=uuid.uuid4(), **edit)
    senseless = {
        "message.text": {"text": "  "},
        "message.valid_to": {"text": "x", "valid_from": NOON.date(), "valid_to": NOON.date() - dt.timedelta(days=1)},
        "message.hours": {"text": "x", "time_from": TEN},
        "message.display_ids": {"text": "x", "display_ids": [10**9]},
        "message.unknown": {"text": "x", "message_id": 10**9, "version": 1},
    }
    for code, fields in senseless.items():
        with pytest.raises(Refused) as refused:
            admin.run_now(actions.save_message, intent=uuid.uuid4(), **fields)
        assert refused.value.code == code


def test_a_test_call_reaches_its_screen_alone_and_leaves_the_queues_books_as_they_are(
    hospital: Hospital, admin: Database
) -> None:
    queue.house(hospital)
    kiosk = hospital.database(displays.screen(hospital))
    other = hospital.database(displays.screen(hospital, "Hall B"))
    [mine, _] = admin.read_now(queries.displays)
    asked = admin.run_now(actions.test_call, intent=uuid.uuid4(), display_id=mine.display_id)
    assert kiosk.read_now(queries.test_calls) == (queries.TestCall(-asked, "T 001", "Counter 1"),)
    assert other.read_now(queries.test_calls) == ()
    assert kiosk.read_now(queries.recent_calls) == ()
    assert other.run_now(actions.acknowledge, call_ids=[-asked], spoken=True) == 0
    assert kiosk.run_now(actions.acknowledge, call_ids=[-asked], spoken=False) == 1
    state = admin.read_now(queries.display_states)[0]
    assert (state.test_id, state.test_shown, state.test_spoken) == (asked, True, False)
    assert kiosk.run_now(actions.acknowledge, call_ids=[-asked], spoken=True) == 1
    assert admin.read_now(queries.display_states)[0].test_spoken
    assert kiosk.read_now(queries.test_calls) == ()


def test_the_desk_knows_which_ticket_a_screen_showed_last(hospital: Hospital, admin: Database) -> None:
    house = queue.house(hospital)
    kiosk = hospital.database(displays.screen(hospital))
    displays.tickets(hospital, house, 2)
    calls = [displays.call_next(hospital, house.rooms["Counter 1"]) for _ in range(2)]
    kiosk.run_now(actions.acknowledge, call_ids=calls, spoken=False)
    [state] = admin.read_now(queries.display_states)
    assert (state.last_ticket, state.last_shown_at is not None) == ("A 002", True)


def test_a_closed_screen_is_not_tested(hospital: Hospital, admin: Database) -> None:
    displays.screen(hospital)
    hospital.sql("UPDATE hms.displays SET active = false")
    [form] = admin.read_now(queries.displays)
    with pytest.raises(Refused) as refused:
        admin.run_now(actions.test_call, intent=uuid.uuid4(), display_id=form.display_id)
    assert refused.value.code == "display.closed"
