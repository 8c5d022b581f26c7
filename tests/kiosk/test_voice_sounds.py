"""The cache of sentences is bounded, believes only whole sounds, and gives way to memory where a disk is full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from display_kiosk import voice_sounds
from display_kiosk.voice_sounds import Sounds
from tests.kiosk.running import HOUSE
from tests.kiosk.speaking import CHIME, silence


def put(sounds: Sounds, key: str, seconds: float = 0.5) -> None:
    silence(sounds.part(key), seconds)
    assert sounds.keep(key) is not None


def test_the_chime_is_a_short_sound() -> None:
    chime = voice_sounds.whole(CHIME)
    assert chime is not None
    assert 0.5 < chime.seconds < 1.5


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    sounds = Sounds(tmp_path, most=3)
    for key in "abc":
        put(sounds, key)
    assert sounds.find("a") is not None
    put(sounds, "d")
    assert [key for key in "abcd" if sounds.find(key)] == ["a", "c", "d"]


def test_it_keeps_no_more_bytes_than_it_may(tmp_path: Path) -> None:
    sounds = Sounds(tmp_path, most_bytes=20_000)
    for key in "abcde":
        put(sounds, key)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 20_000
    assert sounds.find("e") is not None


def test_after_a_restart_the_bounds_and_the_order_of_use_still_hold(tmp_path: Path) -> None:
    for age, key in enumerate("abcd"):
        os.utime(silence(tmp_path / f"{key}.wav", 0.5), (1_000 - age, 1_000 - age))
    (tmp_path / "half.part").touch()
    sounds = Sounds(tmp_path, most=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.wav", "b.wav"]
    assert sounds.find("a") is not None


@pytest.mark.parametrize("cut", [0, 30, 44, 4_000])
def test_a_sound_that_was_cut_short_by_a_power_failure_counts_as_absent(tmp_path: Path, cut: int) -> None:
    sounds = Sounds(tmp_path)
    put(sounds, "a")
    os.truncate(tmp_path / "a.wav", cut)
    assert sounds.find("a") is None


def test_half_a_sound_is_not_kept(tmp_path: Path) -> None:
    sounds = Sounds(tmp_path)
    os.truncate(silence(sounds.part("a"), 0.5), 4_000)
    assert sounds.keep("a") is None
    assert list(tmp_path.iterdir()) == []


def test_while_its_folder_can_be_written_memory_is_not_used(tmp_path: Path) -> None:
    sounds = Sounds(tmp_path / "own", tmp_path / "memory")
    assert not sounds.step_aside()
    assert not Sounds(tmp_path / "own").step_aside()


FULL_DISK = """
import sys
from pathlib import Path
from display_kiosk.voice_sounds import Sounds
from tests.kiosk.speaking import silence
own, memory = map(Path, sys.argv[1:])
sounds = Sounds(own, memory)
try:
    (own / "film").write_bytes(bytes(4 << 20))
except OSError:
    pass
try:
    silence(sounds.part("a"), 2.0)
except OSError:
    pass
assert sounds.keep("a") is None
assert sounds.step_aside()
silence(sounds.part("a"), 2.0)
assert sounds.keep("a").file.parent == memory
assert sounds.find("a").file.parent == memory
assert not sounds.step_aside()
"""
SMALL_DISK = 'mount -t tmpfs -o size=1m hms "$1" && shift && exec "$@"'


def small_disks() -> bool:
    """Whether this user may mount a file system of its own."""
    if sys.platform != "linux":
        return False
    tried = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs hms /mnt"]
    try:
        return subprocess.run(tried, capture_output=True).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not small_disks(), reason="this user may not mount a small disk")
def test_a_full_disk_sends_the_sounds_to_memory(tmp_path: Path) -> None:
    own, memory = tmp_path / "own", tmp_path / "memory"
    own.mkdir()
    tried = [sys.executable, "-c", FULL_DISK, str(own), str(memory)]
    ended = subprocess.run(
        ["unshare", "-rm", "sh", "-c", SMALL_DISK, "sh", str(own), *tried], cwd=HOUSE, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr
