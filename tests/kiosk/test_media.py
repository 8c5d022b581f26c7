"""The folder of a screen's films: pieces, checksums, a full disk, and nothing from outside."""

import hashlib
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from display_kiosk.media import RESERVE_BYTES, DiskFull, MediaFolder, NotThere, Spoiled
from hms_desktop.clinic.displays.queries_media import ShownFilm, ShownPlaylist
from hms_desktop.clinic.displays.rules_media import PART_BYTES, Times

CONTENT = os.urandom(2 * PART_BYTES + 777)


def shown(content: bytes = CONTENT, name: str = "welcome.mp4", place: str = "share") -> ShownFilm:
    return ShownFilm(1, name, hashlib.sha256(content).hexdigest(), len(content), place)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    (folder / "welcome.mp4").write_bytes(CONTENT)
    return folder


def test_a_film_is_there_only_when_it_was_whole_and_its_checksum_right(tmp_path: Path) -> None:
    folder, film = MediaFolder(tmp_path / "films"), shown()
    folder.make_room(film, [])
    assert folder.append(film, 0, CONTENT[:PART_BYTES]) == PART_BYTES
    assert (folder.has(film), folder.playable([film])) == (False, ())
    folder.append(film, PART_BYTES, CONTENT[PART_BYTES:])
    folder.seal(film)
    [path] = folder.playable([film])
    assert path.read_bytes() == CONTENT


def test_a_cut_copy_goes_on_from_its_last_whole_part(tmp_path: Path, share: Path) -> None:
    folder, film = MediaFolder(tmp_path / "films"), shown()
    folder.make_room(film, [])
    folder.append(film, 0, CONTENT[: PART_BYTES + 5])
    assert folder.received(film) == PART_BYTES
    source = folder.offered(film, share)
    assert source is not None
    folder.copy(film, source, threading.Event())
    folder.seal(film)
    assert folder.has(film)


def test_what_has_a_wrong_checksum_is_thrown_away(tmp_path: Path, share: Path) -> None:
    folder, film = MediaFolder(tmp_path / "films"), shown()
    (share / "welcome.mp4").write_bytes(bytes(len(CONTENT)))
    folder.make_room(film, [])
    folder.copy(film, share / "welcome.mp4", threading.Event())
    with pytest.raises(Spoiled):
        folder.seal(film)
    assert (folder.has(film), folder.received(film)) == (False, 0)


def test_a_share_offers_only_files_of_its_own(tmp_path: Path, share: Path) -> None:
    folder = MediaFolder(tmp_path / "films")
    outside = tmp_path / "secret.mp4"
    outside.write_bytes(CONTENT)
    (share / "link.mp4").symlink_to(outside)
    assert folder.offered(shown(), share) == share / "welcome.mp4"
    for name in ("link.mp4", "../secret.mp4", str(outside), "file:///etc/passwd", "gone.mp4", ""):
        assert folder.offered(shown(name=name), share) is None
    assert folder.offered(shown(b"another size"), share) is None
    assert folder.offered(shown(), tmp_path / "unmounted") is None


def test_no_name_and_no_checksum_from_outside_becomes_a_path(tmp_path: Path) -> None:
    folder = MediaFolder(tmp_path / "films")
    assert folder.path(shown(name="../../evil.mp4")).parent == tmp_path / "films"
    for digest in ("../" * 20 + "etc", "", "A" * 64, "/" + "0" * 63):
        with pytest.raises(NotThere):
            folder.path(replace(shown(), digest=digest))
        assert not folder.has(replace(shown(), digest=digest))


def test_a_link_in_the_films_place_is_not_played(tmp_path: Path, share: Path) -> None:
    folder, film = MediaFolder(tmp_path / "films"), shown()
    folder.make_room(film, [])
    folder.path(film).symlink_to(share / "welcome.mp4")
    assert folder.playable([film]) == ()


def test_a_full_disk_is_told_before_a_byte_is_written_and_old_films_make_room(tmp_path: Path) -> None:
    room = [RESERVE_BYTES + len(CONTENT)]
    folder = MediaFolder(tmp_path / "films", free=lambda _: room[0])
    film, old, playing = shown(), shown(b"old", "old.mp4"), shown(b"playing", "playing.mp4")
    for other, content in ((old, b"old"), (playing, b"playing")):
        folder.make_room(other, [])
        folder.append(other, 0, content)
        folder.seal(other)
    room[0] -= 1
    with pytest.raises(DiskFull):
        folder.make_room(film, [film, playing])
    assert (folder.has(old), folder.has(playing)) == (False, True)
    room[0] += 1
    folder.make_room(film, [film, playing])


def test_playlists_are_remembered_and_a_torn_memory_is_none(tmp_path: Path) -> None:
    folder = MediaFolder(tmp_path / "films")
    assert folder.remembered() == ()
    lists = (ShownPlaylist(1, "All day", Times(), (shown(),)),)
    folder.remember(lists)
    assert MediaFolder(tmp_path / "films").remembered() == lists
    (tmp_path / "films" / "playlists.json").write_text('[{"name": 1')
    assert folder.remembered() == ()
