"""What a screen plays: the old list until the new one is whole, through a full disk, a lost folder and a restart."""

import datetime as dt
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import qasync

from display_kiosk.media import MediaFolder
from display_kiosk.shelf import Shelf
from hms_desktop.clinic.displays.rules_media import PART_BYTES, Times
from hms_desktop.clinic.displays.signs_of_life import FetchFault
from hms_desktop.core.database import Database
from tests.factories import displays, media
from tests.hospital import Hospital
from tests.waiting import until

NOON = dt.datetime(2026, 3, 2, 12, 0)
FIRST, SECOND = os.urandom(PART_BYTES + 3), os.urandom(1000)


@pytest.fixture
def loop(qt_loop: qasync.QEventLoop) -> qasync.QEventLoop:
    return qt_loop


class Room:
    """A screen's shelf, its folder and its clock."""

    def __init__(self, hospital: Hospital, folder: Path, share: Path | None = None) -> None:
        self.free = 10**12
        self.at = NOON
        self.database: Database = hospital.database(displays.screen(hospital, "Hall"))
        self.folder, self._share = folder, share
        self.shelf = self.restarted()

    def restarted(self) -> Shelf:
        folder = MediaFolder(self.folder, free=lambda _: self.free)
        self.shelf = Shelf(self.database, folder, share=self._share, wall_time=lambda: self.at)
        return self.shelf

    def contents(self) -> list[bytes] | None:
        listed = self.shelf.programme()
        return None if listed is None else [path.read_bytes() for path in listed]

    async def until(self, true: Callable[[], object]) -> None:
        """Look as the feed's beats do, until `true()`."""

        def looked() -> bool:
            self.shelf.look()
            return bool(true())

        await until(looked, f"the shelf had it: {self.shelf.state()}")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("display_kiosk.shelf.RETRY_SECONDS", (0.1,))
    monkeypatch.setattr("display_kiosk.shelf.LOOK_SECONDS", 0.1)


def test_a_new_list_is_taken_when_its_last_film_has_come(
    hospital: Hospital, loop: qasync.QEventLoop, tmp_path: Path
) -> None:
    room = Room(hospital, tmp_path / "films")
    first = media.film(hospital, "first.mp4", FIRST)
    made = media.playlist(hospital, "All day", [first])

    async def steps() -> None:
        assert room.contents() is None
        await room.until(lambda: room.contents() == [FIRST])
        second = media.film(hospital, "second.mp4", SECOND, "share")  # no share is set up here: it cannot come
        media.playlist(hospital, "All day", [second, first], playlist_id=made, version=1)
        await room.until(lambda: room.shelf.state() == (1, FetchFault.NOT_IN_SHARE))
        assert room.contents() == [FIRST]
        await room.shelf.stop()
        room.restarted()
        assert room.contents() == [FIRST]  # before any server was asked
        await room.shelf.stop()

    loop.run_until_complete(steps())


def test_films_come_from_the_share_and_a_spoiled_one_from_the_database(
    hospital: Hospital, loop: qasync.QEventLoop, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (share / "first.mp4").write_bytes(bytes(len(FIRST)))
    (share / "second.mp4").write_bytes(SECOND)
    room = Room(hospital, tmp_path / "films", share)
    ids = [media.film(hospital, "first.mp4", FIRST), media.film(hospital, "second.mp4", SECOND, "share")]
    media.playlist(hospital, "All day", ids)

    async def steps() -> None:
        await room.until(lambda: room.contents() == [FIRST, SECOND])
        assert room.shelf.state() == (0, FetchFault.NONE)
        shutil.rmtree(share)  # the share is gone: what was fetched plays on
        await room.until(lambda: True)
        assert room.contents() == [FIRST, SECOND]
        await room.shelf.stop()

    loop.run_until_complete(steps())


def test_a_full_disk_keeps_the_old_list_and_the_new_one_comes_when_there_is_room(
    hospital: Hospital, loop: qasync.QEventLoop, tmp_path: Path
) -> None:
    room = Room(hospital, tmp_path / "films")
    ids = [media.film(hospital, "first.mp4", FIRST), media.film(hospital, "second.mp4", SECOND)]
    made = media.playlist(hospital, "All day", ids[:1])

    async def steps() -> None:
        await room.until(lambda: room.contents() == [FIRST])
        room.free = 0
        media.playlist(hospital, "All day", ids[1:], playlist_id=made, version=1)
        await room.until(lambda: room.shelf.state() == (1, FetchFault.DISK_FULL))
        assert room.contents() == [FIRST]
        room.free = 10**12
        await room.until(lambda: room.contents() == [SECOND])
        await room.until(lambda: len(list(room.folder.glob("*.mp4"))) == 1)
        await room.shelf.stop()

    loop.run_until_complete(steps())


def test_where_its_own_folder_was_lost_everything_is_fetched_again(
    hospital: Hospital, loop: qasync.QEventLoop, tmp_path: Path
) -> None:
    room = Room(hospital, tmp_path / "films")
    media.playlist(hospital, "All day", [media.film(hospital, "first.mp4", FIRST)])

    async def steps() -> None:
        await room.until(lambda: room.contents() == [FIRST])
        shutil.rmtree(room.folder)
        assert room.contents() == []
        await room.until(lambda: room.contents() == [FIRST])
        await room.shelf.stop()

    loop.run_until_complete(steps())


def test_the_list_of_the_hour_plays_and_none_outside_its_hours(
    hospital: Hospital, loop: qasync.QEventLoop, tmp_path: Path
) -> None:
    room = Room(hospital, tmp_path / "films")
    ids = [media.film(hospital, "first.mp4", FIRST), media.film(hospital, "second.mp4", SECOND)]
    media.playlist(hospital, "Day", ids[:1], times=Times(dt.time(8), dt.time(18)))
    media.playlist(hospital, "Noon", ids[1:], times=Times(dt.time(12), dt.time(13)))

    async def steps() -> None:
        await room.until(lambda: room.contents() == [SECOND])
        room.at = NOON.replace(hour=14)
        assert room.contents() == [FIRST]
        room.at = NOON.replace(hour=19)
        assert room.contents() == []
        await room.shelf.stop()

    loop.run_until_complete(steps())
