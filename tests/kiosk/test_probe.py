"""The probe: which decoder is told apart by what a process has open, and what the exit code then is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from display_kiosk.probe import NOTHING_PLAYED, SOFTWARE, Decoding, loaded_libavcodec, machine, open_decoders
from tests.kiosk.running import HOUSE

PI4, PI5 = "Raspberry Pi 4 Model B Rev 1.4", "Raspberry Pi 5 Model B Rev 1.0"
DEVICE = ("/dev/video10 bcm2835-codec-decode",)


def seen(model: str = "", codec: str = "H264", devices: tuple[str, ...] = (), frames: int = 120) -> Decoding:
    return Decoding(model, "6.8.2", codec, devices, "/usr/lib/libavcodec.so.61", frames, frames, 4.0, 3.9)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A Raspberry Pi's /proc and /sys, as far as they are looked at."""
    for name, device in (("video10", "bcm2835-codec-decode"), ("video0", "unicam"), ("video19", "rpivid")):
        folder = tmp_path / "sys/class/video4linux" / name
        folder.mkdir(parents=True)
        (folder / "name").write_text(f"{device}\n")
    (tmp_path / "proc/device-tree").mkdir(parents=True)
    (tmp_path / "proc/device-tree/model").write_bytes(f"{PI4}\0".encode())
    (tmp_path / "proc/self/fd").mkdir(parents=True)
    (tmp_path / "proc/self/maps").write_text(
        "7f00 r-xp 00 08:02 1  /usr/lib/aarch64-linux-gnu/libavcodec.so.61.19.101\n"
    )
    return tmp_path


def test_the_computer_and_its_library_are_read_from_the_kernels_files(root: Path, tmp_path: Path) -> None:
    assert machine(root) == PI4
    assert loaded_libavcodec(root) == "/usr/lib/aarch64-linux-gnu/libavcodec.so.61.19.101"
    nowhere = tmp_path / "nowhere"
    assert (machine(nowhere), loaded_libavcodec(nowhere), open_decoders(nowhere)) == ("", "", ())


def test_a_decoder_is_an_open_device_that_the_kernel_calls_one_and_a_camera_is_none(root: Path) -> None:
    descriptors = root / "proc/self/fd"
    (descriptors / "3").symlink_to("/dev/video0")
    (descriptors / "4").symlink_to("/dev/dri/renderD128")
    (descriptors / "5").symlink_to("socket:[1]")
    assert open_decoders(root) == ()
    (descriptors / "6").symlink_to("/dev/video10")
    (descriptors / "7").symlink_to("/dev/video10")
    (descriptors / "8").symlink_to("/dev/video19")
    assert open_decoders(root) == ("/dev/video10 bcm2835-codec-decode", "/dev/video19 rpivid")


@pytest.mark.parametrize(
    ("found", "decoder", "code"),
    [
        (seen(), "software", 0),  # a PC: nothing was expected
        (seen(PI4, devices=DEVICE), "hardware", 0),
        (seen(PI4), "software", SOFTWARE),
        (seen(PI5), "software", 0),  # it has no H.264 decoder
        (seen(PI5, "H265"), "software", SOFTWARE),
        (seen(PI5, "H265", ("/dev/video19 rpi-hevc-dec",)), "hardware", 0),
        (seen(PI4, frames=0), "none", NOTHING_PLAYED),
    ],
)
def test_software_is_a_fault_only_where_there_is_hardware(found: Decoding, decoder: str, code: int) -> None:
    assert (found.decoder, found.exit_code) == (decoder, code)
    told = json.loads(found.as_json())
    assert (told["decoder"], told["exit_code"], told["qt"]) == (decoder, code, "6.8.2")
    assert ("hardware was expected" in found.words()) is (code == SOFTWARE)
    assert found.told()["by"] == ("unexpected" if code == SOFTWARE else decoder)


def test_the_program_plays_a_film_and_tells_what_ran(tmp_path: Path, shared: Path) -> None:
    film = shared / "video_mp4" / "bigbuckbunny.mp4"
    ran = subprocess.run(
        [sys.executable, "-m", "display_kiosk.main", "--offscreen", "--probe-video", str(film), "--json"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"XDG_STATE_HOME": str(tmp_path)},
    )
    told = json.loads(ran.stdout)
    assert (ran.returncode, told["codec"], told["decoder"]) == (told["exit_code"], "H264", "software")
    assert told["frames"] > 0
    assert told["cpu_ms"] > 0
    assert "libavcodec" in told["library"]


def test_what_is_no_film_is_told_in_one_sentence_and_soon(tmp_path: Path) -> None:
    film = tmp_path / "torn.mp4"
    film.write_bytes(bytes(10_000))
    ran = subprocess.run(
        [sys.executable, "-m", "display_kiosk.main", "--offscreen", "--probe-video", str(film)],
        cwd=HOUSE, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert ran.returncode == NOTHING_PLAYED
    assert ran.stdout.splitlines()[0] == "nothing played: it cannot be read"
    assert "skipped" not in ran.stderr


def test_what_is_no_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "display_kiosk.main", "--offscreen", "--probe-video", str(tmp_path / "gone.mp4")],
        cwd=HOUSE, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.endswith("gone.mp4 is no file on this machine.\n")
