"""Films and playlists in the database: who brings them in, and which of them a screen may fetch."""

import datetime as dt
import os
import uuid

import psycopg
import pytest

from hms_desktop.clinic.displays import actions_media, queries_media
from hms_desktop.clinic.displays.rules_media import PART_BYTES, Times
from hms_desktop.core.errors import Refused, Stale
from tests.factories import displays, media
from tests.hospital import Hospital


@pytest.fixture
def content() -> bytes:
    return os.urandom(PART_BYTES + 1000)


def test_a_film_goes_in_by_parts_and_comes_out_the_same_at_its_screen(hospital: Hospital, content: bytes) -> None:
    film = media.film(hospital, "welcome.mp4", content)
    media.playlist(hospital, "All day", [film, film])
    kiosk = hospital.database(displays.screen(hospital))
    [shown] = kiosk.read_now(queries_media.my_playlists)
    assert [one.name for one in shown.films] == ["welcome.mp4", "welcome.mp4"]
    assert (shown.films[0].size, shown.films[0].place) == (len(content), "database")
    parts = [kiosk.read_now(queries_media.film_part, film_id=film, number=number) for number in range(3)]
    assert b"".join(parts) == content
    assert parts[2] == b""


def test_a_cut_upload_goes_on_where_it_stood_and_is_on_no_list_before(hospital: Hospital, content: bytes) -> None:
    admin = hospital.database(hospital.person("admin"))
    entry = media.entry("welcome.mp4", content)
    begun = admin.run_now(actions_media.begin_film, intent=uuid.uuid4(), film=entry)
    admin.run_now(actions_media.put_film_part, film_id=begun.film_id, number=0, content=content[:PART_BYTES])
    with pytest.raises(Refused) as refused:
        admin.run_now(actions_media.finish_film, intent=uuid.uuid4(), film_id=begun.film_id)
    assert refused.value.code == "film.not_whole"
    with pytest.raises(Refused):
        media.playlist(hospital, "All day", [begun.film_id])
    again = admin.run_now(actions_media.begin_film, intent=uuid.uuid4(), film=entry)
    assert (again.film_id, again.parts) == (begun.film_id, 1)
    for number, part in ((0, content[:PART_BYTES]), (1, content[PART_BYTES:])):
        admin.run_now(actions_media.put_film_part, film_id=begun.film_id, number=number, content=part)
    admin.run_now(actions_media.finish_film, intent=uuid.uuid4(), film_id=begun.film_id)
    with pytest.raises(Refused, match=r"The film welcome\.mp4 is there already\."):
        admin.run_now(actions_media.begin_film, intent=uuid.uuid4(), film=entry)
    with pytest.raises(Refused, match="rename the file"):
        admin.run_now(actions_media.begin_film, intent=uuid.uuid4(), film=media.entry("welcome.mp4", b"other"))


def test_what_a_colleague_left_unfinished_gives_way(hospital: Hospital, content: bytes) -> None:
    first, second = (hospital.database(hospital.person("admin")) for _ in range(2))
    entry = media.entry("welcome.mp4", content)
    begun = first.run_now(actions_media.begin_film, intent=uuid.uuid4(), film=entry)
    first.run_now(actions_media.put_film_part, film_id=begun.film_id, number=0, content=content[:PART_BYTES])
    again = second.run_now(actions_media.begin_film, intent=uuid.uuid4(), film=entry)
    assert (again.film_id != begun.film_id, again.parts) == (True, 0)
    second.run_now(actions_media.put_film_part, film_id=again.film_id, number=0, content=content[:PART_BYTES])


def test_a_part_of_a_wrong_length_or_of_a_finished_film_is_refused(hospital: Hospital, content: bytes) -> None:
    admin = hospital.database(hospital.person("admin"))
    begun = admin.run_now(actions_media.begin_film, intent=uuid.uuid4(), film=media.entry("a.mp4", content))
    for number, part in ((0, b"short"), (5, b"x"), (-1, b"x"), (1, content[:PART_BYTES])):
        with pytest.raises(Refused) as refused:
            admin.run_now(actions_media.put_film_part, film_id=begun.film_id, number=number, content=part)
        assert refused.value.code == "film.part"
    done = media.film(hospital, "b.mp4", content)
    with pytest.raises(Refused) as refused:
        admin.run_now(actions_media.put_film_part, film_id=done, number=0, content=content[:PART_BYTES])
    assert refused.value.code == "film.not_open"


def test_a_name_that_leads_out_of_the_folder_is_refused_by_the_database(hospital: Hospital) -> None:
    admin = hospital.database(hospital.person("admin"))
    for name in ("../a.mp4", "/etc/passwd.mp4", "http://evil/a.mp4", "a\\..\\b.mp4", "a.sh"):
        with pytest.raises(Refused):
            admin.run_now(actions_media.begin_film, intent=uuid.uuid4(), film=media.entry(name, b"x"))


def test_a_screen_fetches_only_films_of_its_own_lists(hospital: Hospital) -> None:
    mine, other = displays.screen(hospital, "Mine"), displays.screen(hospital, "Other")
    ids = dict(hospital.sql("SELECT name, id FROM hms.displays"))
    shared = media.film(hospital, "shared.mp4", b"shared")
    secret = media.film(hospital, "other.mp4", b"other")
    idle = media.film(hospital, "idle.mp4", b"idle")
    media.playlist(hospital, "Everywhere", [shared])
    media.playlist(hospital, "Only there", [secret], display_ids=[ids["Other"]])
    media.playlist(hospital, "Rested", [idle], active=False)
    media.playlist(hospital, "Over", [idle], times=Times(last_day=dt.date(2001, 1, 1)))
    kiosk = hospital.database(mine)
    assert [one.name for one in kiosk.read_now(queries_media.my_playlists)] == ["Everywhere"]
    assert kiosk.read_now(queries_media.film_part, film_id=shared, number=0) == b"shared"
    for film in (secret, idle, 10**9):
        with pytest.raises(Refused) as refused:
            kiosk.read_now(queries_media.film_part, film_id=film, number=0)
        assert refused.value.code == "film.not_on_a_list"
    assert hospital.database(other).read_now(queries_media.film_part, film_id=secret, number=0) == b"other"


def test_a_film_in_use_stays_and_a_playlist_keeps_its_order_and_version(hospital: Hospital) -> None:
    first, second = media.film(hospital, "a.mp4", b"a"), media.film(hospital, "b.mp4", b"b")
    made = media.playlist(hospital, "Lunch", [second, first], times=Times(dt.time(12), dt.time(13)))
    admin = hospital.database(hospital.person("admin"))
    [form] = admin.read_now(queries_media.playlists)
    assert (form.film_ids, form.times, form.version) == ((second, first), Times(dt.time(12), dt.time(13)), 1)
    assert [one.playlists for one in admin.read_now(queries_media.films)] == [("Lunch",), ("Lunch",)]
    with pytest.raises(Refused, match="stands on the playlist Lunch"):
        admin.run_now(actions_media.remove_film, intent=uuid.uuid4(), film_id=first)
    changed = {"name": "Lunch", "film_ids": [second], "playlist_id": made}
    admin.run_now(actions_media.save_playlist, intent=uuid.uuid4(), version=1, **changed)
    with pytest.raises(Stale):
        admin.run_now(actions_media.save_playlist, intent=uuid.uuid4(), version=1, **changed)
    admin.run_now(actions_media.remove_film, intent=uuid.uuid4(), film_id=first)
    admin.run_now(actions_media.remove_playlist, intent=uuid.uuid4(), playlist_id=made, version=2)
    assert [row.name for row in admin.read_now(queries_media.films)] == ["b.mp4"]


def test_a_new_list_knocks_at_the_screens_and_the_bytes_do_not(hospital: Hospital, content: bytes) -> None:
    listener: psycopg.Connection = hospital.connection()
    listener.execute("LISTEN hms_calls")
    film = media.film(hospital, "a.mp4", content)
    assert list(listener.notifies(timeout=0.2)) == []
    media.playlist(hospital, "All day", [film])
    assert {notice.payload.partition(":")[0] for notice in listener.notifies(timeout=20, stop_after=1)} == {"displays"}
