"""What a screen reads, acknowledges and beats, and what the desk then knows."""

import datetime as dt
import uuid

import psycopg
import pytest

from hms_desktop.clinic.displays import actions, queries, rules
from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.records.actions import announce_release
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Refused, Stale
from tests.factories import displays, queue
from tests.hospital import PASSWORD, Hospital

NOON = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)


def test_a_call_stays_in_the_window_until_this_screen_has_acknowledged_it(hospital: Hospital) -> None:
    house = queue.house(hospital)
    kiosk = hospital.database(displays.screen(hospital))
    displays.tickets(hospital, house, 1)
    call = displays.call_next(hospital, house.rooms["Counter 1"])
    [seen] = kiosk.read_now(queries.recent_calls)
    assert (seen.call_id, seen.ticket, seen.room, seen.shown, seen.listed) == (call, "A 001", "Counter 1", False, True)
    assert kiosk.run_now(actions.acknowledge, call_ids=[call], spoken=False) == 1
    assert kiosk.run_now(actions.acknowledge, call_ids=[call], spoken=False) == 0
    assert [(c.shown, c.listed) for c in kiosk.read_now(queries.recent_calls)] == [(True, True)]


def test_two_screens_acknowledge_for_themselves(hospital: Hospital) -> None:
    house = queue.house(hospital)
    first, second = (hospital.database(displays.screen(hospital, name)) for name in ("Hall A", "Hall B"))
    displays.tickets(hospital, house, 1)
    call = displays.call_next(hospital, house.rooms["Counter 1"])
    first.run_now(actions.acknowledge, call_ids=[call], spoken=True)
    assert [c.shown for c in second.read_now(queries.recent_calls)] == [False]
    desk = hospital.database(hospital.person("front_desk"))
    [sign] = desk.read_now(queries.signs, call_ids=[call])
    assert (sign.display, sign.spoken_at) == ("Hall A", sign.shown_at)


def test_spoken_after_shown_is_added_to_the_same_row(hospital: Hospital) -> None:
    house = queue.house(hospital)
    kiosk = hospital.database(displays.screen(hospital))
    displays.tickets(hospital, house, 1)
    call = displays.call_next(hospital, house.rooms["Counter 1"])
    kiosk.run_now(actions.acknowledge, call_ids=[call], spoken=False)
    kiosk.run_now(actions.acknowledge, call_ids=[call], spoken=True)
    [(rows, spoken)] = hospital.sql("SELECT count(*), count(spoken_at) FROM hms.display_acknowledgements")
    assert (rows, spoken) == (1, 1)


def test_of_a_backlog_of_500_calls_none_is_left_out(hospital: Hospital) -> None:
    house = queue.house(hospital)
    kiosk = hospital.database(displays.screen(hospital))
    [segment] = displays.tickets(hospital, house, 1)
    displays.call_next(hospital, house.rooms["Counter 1"])
    hospital.sql(
        "INSERT INTO hms.queue_calls"
        " (segment_id, ticket_id, service_id, room_id, business_date, kind, ordinary, called_at)"
        " SELECT segment_id, ticket_id, service_id, room_id, business_date, 'recall', ordinary, called_at"
        " FROM hms.queue_calls, generate_series(1, 499) WHERE segment_id = %s",
        segment,
    )
    seen: set[int] = set()
    while unshown := [c.call_id for c in kiosk.read_now(queries.recent_calls) if not c.shown]:
        assert len(unshown) <= 212
        seen.update(unshown)
        kiosk.run_now(actions.acknowledge, call_ids=unshown, spoken=False)
    assert len(seen) == 500


def test_calls_to_rooms_of_another_hall_are_neither_seen_nor_acknowledged(hospital: Hospital) -> None:
    house = queue.house(hospital, rooms={"Counter 1": ["A"], "Counter 2": ["A"]})
    kiosk = hospital.database(displays.screen(hospital, rooms=[house.rooms["Counter 1"]]))
    displays.tickets(hospital, house, 2)
    displays.call_next(hospital, house.rooms["Counter 1"])
    other = displays.call_next(hospital, house.rooms["Counter 2"])
    assert [c.room for c in kiosk.read_now(queries.recent_calls)] == ["Counter 1"]
    assert kiosk.run_now(actions.acknowledge, call_ids=[other, 10**12], spoken=True) == 0


def test_a_call_that_the_desk_took_back_leaves_the_window(hospital: Hospital) -> None:
    house = queue.house(hospital)
    kiosk = hospital.database(displays.screen(hospital))
    [segment] = displays.tickets(hospital, house, 1)
    displays.call_next(hospital, house.rooms["Counter 1"])
    [(version,)] = hospital.sql("SELECT version FROM hms.segments WHERE id = %s", segment)
    hospital.sql("SELECT hms.undo(%s, %s, %s)", uuid.uuid4(), segment, version)
    assert kiosk.read_now(queries.recent_calls) == ()


def test_a_call_of_yesterday_is_not_shown_today(hospital: Hospital) -> None:
    hospital.set_clock(NOON)
    house = queue.house(hospital)
    kiosk = hospital.database(displays.screen(hospital))
    displays.tickets(hospital, house, 1)
    displays.call_next(hospital, house.rooms["Counter 1"])
    hospital.set_clock(NOON + dt.timedelta(seconds=91))
    assert [call.stale for call in kiosk.read_now(queries.recent_calls)] == [True]
    hospital.set_clock(NOON + dt.timedelta(days=1))
    assert kiosk.read_now(queries.recent_calls) == ()


def test_waiting_numbers_are_those_of_the_screens_rooms_in_the_waiting_order(hospital: Hospital) -> None:
    house = queue.house(hospital, ("A", "B"), {"Counter 1": ["A"], "Counter 2": ["B"]})
    kiosk = hospital.database(displays.screen(hospital, rooms=[house.rooms["Counter 1"]]))
    displays.tickets(hospital, house, 3)
    displays.tickets(hospital, house, 1, "B")
    assert kiosk.read_now(queries.waiting_numbers) == (queries.Waiting("Service A", 3, ("A 001", "A 002")),)


def test_the_expected_wait_hangs_on_the_wall_only_where_the_service_chose_that(hospital: Hospital) -> None:
    house = queue.house(hospital)
    kiosk = hospital.database(displays.screen(hospital))
    hospital.sql("INSERT INTO hms.service_paces VALUES (%s, -1, 50, 300, 60, hms.hospital_now())", house.services["A"])
    displays.tickets(hospital, house, 2)
    displays.call_next(hospital, house.rooms["Counter 1"])
    assert [line.wait_minutes for line in kiosk.read_now(queries.waiting_numbers)] == [None]
    hospital.sql("UPDATE hms.service_rules SET shows_estimate = true, version = version")
    assert [line.wait_minutes for line in kiosk.read_now(queries.waiting_numbers)] == [8]


def test_a_heartbeat_tells_the_desk_that_the_screen_lives_and_the_screen_what_it_missed(hospital: Hospital) -> None:
    house = queue.house(hospital)
    kiosk = hospital.database(displays.screen(hospital))
    desk = hospital.database(hospital.person("front_desk"))
    assert [(s.alive, s.silent) for s in desk.read_now(queries.display_states)] == [(False, None)]
    displays.tickets(hospital, house, 1)
    displays.call_next(hospital, house.rooms["Counter 1"])
    assert kiosk.run_now(actions.beat, program_version="0.1.0", server_ms=3, state={"voice": "ready"}) == 1
    [state] = desk.read_now(queries.display_states)
    assert (state.alive, state.program_version, state.details) == (True, "0.1.0", {"voice": "ready"})
    hospital.sql("UPDATE hms.display_heartbeats SET beat_at = beat_at - interval '16 seconds'")
    assert [s.alive for s in desk.read_now(queries.display_states)] == [False]


def test_a_screen_reads_which_release_is_newer_than_its_own_and_no_more_of_it(hospital: Hospital) -> None:
    kiosk = hospital.database(displays.screen(hospital))
    itself = hospital.database(hospital.person("admin"))
    for version in ("0.9.0", "0.10.0"):
        itself.run_now(announce_release, intent=uuid.uuid4(), version=version, message="On Monday.")
    newer = [kiosk.read_now(queries.newer_release, client=own) for own in ("0.9.1", "0.10.0", "0.11.0")]
    assert newer == ["0.10.0", "", ""]


def test_an_oversized_state_and_an_oversized_list_are_refused(hospital: Hospital) -> None:
    kiosk = hospital.database(displays.screen(hospital))
    with pytest.raises(Refused) as state:
        kiosk.run_now(actions.beat, program_version="1", server_ms=1, state={"voice": "x" * 3000})
    with pytest.raises(Refused) as calls:
        kiosk.run_now(actions.acknowledge, call_ids=list(range(1001)), spoken=False)
    assert (state.value.code, calls.value.code) == ("display.state", "display.too_many")


def test_a_login_whose_screen_was_closed_sees_and_says_nothing(hospital: Hospital) -> None:
    kiosk = hospital.database(displays.screen(hospital))
    hospital.sql("UPDATE hms.displays SET active = false")
    assert kiosk.read_now(queries.my_screen) is None
    with pytest.raises(Refused) as refused:
        kiosk.run_now(actions.beat, program_version="1", server_ms=1, state={})
    assert refused.value.code == "display.not_yours"


def test_an_administrator_adds_edits_and_sets_up_a_screen(hospital: Hospital) -> None:
    house = queue.house(hospital)
    admin = hospital.database(hospital.person("admin"))
    wish = uuid.uuid4()
    added = admin.run_now(actions.save_display, intent=wish, name="Hall A", languages=["ar", "en"])
    assert admin.run_now(actions.save_display, intent=wish, name="Hall A") == added
    verifier = installing.verifier(hospital.connection(), "any", PASSWORD)
    login = admin.run_now(actions.set_up_kiosk, intent=uuid.uuid4(), name="Hall A", verifier=verifier)
    again = admin.run_now(actions.set_up_kiosk, intent=uuid.uuid4(), name="Hall A", verifier=verifier)
    assert login == again
    assert login.display_id == added
    kiosk = hospital.database(hospital.superuser.signed_in_as(login.login, PASSWORD))
    screen = kiosk.read_now(queries.my_screen)
    assert screen is not None
    assert (screen.name, screen.languages, screen.hospital) == ("Hall A", ("ar", "en"), "Demo Hospital")
    [form] = admin.read_now(queries.displays)
    rooms = [house.rooms["Counter 1"]]
    changed = {"display_id": added, "name": "Hall B", "room_ids": rooms, "version": form.version}
    admin.run_now(actions.save_display, intent=uuid.uuid4(), **changed)
    assert [f.room_ids for f in admin.read_now(queries.displays)] == [tuple(rooms)]
    with pytest.raises(Stale):
        admin.run_now(actions.save_display, intent=uuid.uuid4(), **changed)
    with pytest.raises(Refused):
        admin.run_now(actions.save_display, intent=uuid.uuid4(), name="Hall B")


def test_a_machine_that_was_replaced_is_cut_off_and_no_other(hospital: Hospital) -> None:
    replaced, other = displays.screen(hospital, "Hall A"), displays.screen(hospital, "Hall B")
    admin = hospital.database(hospital.person("admin"))
    with (
        connect(replaced, application="test") as gone,
        connect(other, application="test") as stays,
    ):
        verifier = installing.verifier(hospital.connection(), "any", "another secret")
        admin.run_now(actions.set_up_kiosk, intent=uuid.uuid4(), name="Hall A", verifier=verifier)
        assert admin.run_now(actions.cut_off, login=replaced.user) == 1
        with pytest.raises(psycopg.OperationalError):
            gone.execute("SELECT 1")
        stays.execute("SELECT 1")
        with pytest.raises(Refused):
            connect(replaced, application="test")
    for login in ("hms_deploy", hospital.superuser.user, "nobody"):
        with pytest.raises(Refused):
            admin.run_now(actions.cut_off, login=login)


def test_a_clerk_cannot_make_a_screen_or_its_login(hospital: Hospital) -> None:
    clerk = hospital.database(hospital.person("front_desk", "manager"))
    with pytest.raises(Refused):
        clerk.run_now(actions.save_display, intent=uuid.uuid4(), name="Hall A")
    with pytest.raises(Refused):
        clerk.run_now(actions.set_up_kiosk, intent=uuid.uuid4(), name="Hall A", verifier="x")


@pytest.mark.parametrize("name", ["Hall A", "Ψ", "'; DROP ROLE x; --", "A" * 60, "  "])
def test_a_login_is_made_from_any_name(name: str) -> None:
    login = rules.kiosk_login(name, "0123456789abcdef")
    assert login.startswith("kiosk-")
    assert set(login) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(login) <= 46
