"""hms-admin media: films are checked, refused with the command that helps, converted, stored and taken out."""

import hashlib
import shutil
from pathlib import Path

import pytest

from hms_desktop.clinic.displays import queries_media
from hms_desktop.core.settings import Settings
from hms_desktop.core.settings_file import write_settings
from tests.admin.conftest import Run
from tests.factories import clips, displays, media
from tests.hospital import Hospital

pytestmark = pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is not installed")


@pytest.fixture
def signed_in(hospital: Hospital, tmp_path: Path) -> tuple[object, ...]:
    """The options with which an administrator signs in."""
    path = tmp_path / "settings.toml"
    write_settings(path, Settings(hospital.person("admin"), workstation="it-pc"))
    return ("--settings", path)


def test_a_good_film_is_stored_with_its_checksum_and_listed_and_removed(
    hospital: Hospital, run: Run, signed_in: tuple[object, ...], tmp_path: Path
) -> None:
    path = clips.h264(tmp_path / "Welcome.MP4", 1)
    done = run("media", "add", path, *signed_in)
    assert (done.returncode, done.stdout) == (0, "Welcome.mp4: added.\n")
    media.playlist(hospital, "All day", [hospital.sql("SELECT id FROM hms.films")[0][0]])
    kiosk = hospital.database(displays.screen(hospital))
    [shown] = kiosk.read_now(queries_media.my_playlists)
    content = kiosk.read_now(queries_media.film_part, film_id=shown.films[0].film_id, number=0)
    assert content == path.read_bytes()
    assert shown.films[0].digest == hashlib.sha256(content).hexdigest()
    assert "H.264 320x240 30/s" in run("media", "list", *signed_in).stdout
    refused = run("media", "remove", "Welcome.mp4", *signed_in)
    assert refused.stderr == "The film stands on the playlist All day; take it off that list first.\n"
    hospital.sql("DELETE FROM hms.playlist_entries")
    assert run("media", "remove", "Welcome.mp4", *signed_in).stdout == "Welcome.mp4: removed.\n"
    assert run("media", "list", *signed_in).stdout == "Films: 0.\n"


def test_a_film_for_the_share_lies_there_under_its_name(
    hospital: Hospital, run: Run, signed_in: tuple[object, ...], tmp_path: Path
) -> None:
    path, share = clips.h264(tmp_path / "film.mp4", 1), tmp_path / "share"
    share.mkdir()
    assert run("media", "add", path, "--to-share", share, *signed_in).returncode == 0
    assert [one.name for one in share.iterdir()] == ["film.mp4"]
    assert (share / "film.mp4").read_bytes() == path.read_bytes()
    assert hospital.sql("SELECT place, whole FROM hms.films") == [("share", True)]
    assert hospital.sql("SELECT count(*) FROM hms.film_parts") == [(0,)]
    nowhere = tmp_path / "unmounted"
    refused = run("media", "add", path, "--to-share", nowhere, *signed_in)
    assert refused.stderr == f"The file {nowhere} cannot be used: Not a directory.\n"
    removed = run("media", "remove", "film.mp4", *signed_in)
    assert removed.stdout == "film.mp4: removed. Its file still lies in the share.\n"


def test_what_a_pi_5_cannot_play_is_refused_with_the_command_and_converted_on_demand(
    hospital: Hospital, run: Run, signed_in: tuple[object, ...], tmp_path: Path
) -> None:
    path = clips.h264(tmp_path / "film.mp4", 1)
    refused = run("media", "add", path, "--for", "pi5", *signed_in)
    assert refused.returncode == 1
    assert "A Raspberry Pi 5 has no H.264 decoder; it needs HEVC." in refused.stderr
    assert "ffmpeg -i " in refused.stderr
    assert "libx265" in refused.stderr
    clips.hevc(tmp_path / "there is an encoder.mp4")
    done = run("media", "add", path, "--for", "pi5", "--transcode", *signed_in)
    assert done.returncode == 0, done.stderr
    assert hospital.sql("SELECT name, codec FROM hms.films") == [("film.mp4", "hevc")]


def test_bad_files_links_and_addresses_are_refused_and_the_good_one_is_added(
    hospital: Hospital, run: Run, signed_in: tuple[object, ...], tmp_path: Path
) -> None:
    good = clips.h264(tmp_path / "good.mp4", 1)
    link = tmp_path / "link.mp4"
    link.symlink_to(good)
    bad = [
        clips.empty(tmp_path / "empty.mp4"), clips.garbage(tmp_path / "garbage.mp4"), link, "http://example.org/a.mp4",
        clips.truncated(tmp_path / "half.mp4"), clips.audio_only(tmp_path / "sound.mp4"), tmp_path / "gone.mp4",
        shutil.copy(good, tmp_path / "film.exe"),
    ]  # fmt: skip
    done = run("media", "add", *bad, good, "--transcode", *signed_in)
    assert (done.returncode, done.stdout) == (1, "good.mp4: added.\n")
    assert len(done.stderr.splitlines()) == len(bad) + 1  # the truncated one says what and that it was not added
    assert "Traceback" not in done.stderr
    assert hospital.sql("SELECT name FROM hms.films") == [("good.mp4",)]
