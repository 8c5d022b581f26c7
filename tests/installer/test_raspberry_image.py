"""The stage of pi-gen as files: what it needs is laid before it is used, and its scripts are free of faults."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

RASPBERRY = Path(__file__).parents[2] / "installer" / "raspberry"
STAGE = RASPBERRY / "image" / "stage-hms"
SCRIPTS = ("session", "model", "without_qt", "debian/postinst", "debian/prerm", "debian/postrm")


def test_the_repository_is_known_before_the_package_is_asked_for() -> None:
    steps = sorted(path.name for path in STAGE.iterdir() if path.is_dir())
    assert steps == ["00-source", "01-screen", "02-read-only"]
    laid = (STAGE / "00-source" / "00-run.sh").read_text()
    for file, place in (("hms.sources", "etc/apt/sources.list.d"), ("hms-archive-keyring.gpg", "usr/share/keyrings")):
        assert f'../files/{file} "${{ROOTFS_DIR}}/{place}/{file}"' in laid
        assert file in (RASPBERRY / "repository.sh").read_text()
    assert (STAGE / "01-screen" / "00-packages-nr").read_text() == "hms-kiosk\n"


def test_every_file_that_a_step_lays_is_there_or_asked_of_whoever_builds() -> None:
    told = (STAGE.parent / "README.md").read_text()
    for script in STAGE.glob("*/*-run.sh"):
        for word in script.read_text().split():
            if word.startswith("files/"):
                assert (script.parent / word).is_file(), word
            elif word.startswith("../files/"):
                assert word.removeprefix("../files/") in told, word


def test_pi_gen_can_start_every_step_and_makes_one_image_of_them() -> None:
    for script in (STAGE / "prerun.sh", *STAGE.glob("*/*-run.sh")):
        assert os.access(script, os.X_OK), script
    assert (STAGE / "EXPORT_IMAGE").is_file()
    config = (STAGE.parent / "config").read_text()
    assert 'STAGE_LIST="stage0 stage1 stage2 stage-hms"' in config
    assert "RELEASE=trixie" in config


def test_what_a_read_only_root_keeps_are_the_folders_that_the_screen_writes_to() -> None:
    data = (STAGE / "02-read-only" / "files" / "hms-data").read_text()
    assert 'mount --bind "$place/$folder" "/var/$folder/hms-kiosk"' in data
    assert "for folder in lib cache; do" in data
    unit = (RASPBERRY / "systemd" / "hms-kiosk.service").read_text()
    assert "XDG_STATE_HOME=/var/lib/hms-kiosk" in unit
    assert "XDG_CACHE_HOME=/var/cache/hms-kiosk" in unit


def test_no_secret_and_no_key_lies_in_the_stage() -> None:
    for file in (path for path in STAGE.rglob("*") if path.is_file()):
        assert file.suffix not in (".gpg", ".pem", ".toml"), file
        assert b"PRIVATE KEY" not in file.read_bytes()


def test_shellcheck_has_nothing_to_say_of_any_script() -> None:
    shellcheck = shutil.which("shellcheck")
    if shellcheck is None:
        pytest.skip("shellcheck is not on this machine")
    scripts = [*RASPBERRY.glob("*.sh"), *(RASPBERRY / name for name in SCRIPTS)]
    scripts += [*STAGE.rglob("*.sh"), STAGE / "02-read-only" / "files" / "hms-data"]
    done = subprocess.run(
        [shellcheck, "--external-sources", "--source-path", RASPBERRY, *scripts],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
