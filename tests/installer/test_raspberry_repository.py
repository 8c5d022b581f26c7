"""The signed repository as a screen's apt sees it: newest and one before, and nothing that the key has not signed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installer.apt import RASPBERRY, TOOLS, Apt, Key, empty_package, lacking, repository, signing_key

pytestmark = pytest.mark.skipif(bool(lacking(*TOOLS)), reason=f"this machine lacks {lacking(*TOOLS)}")
LONG_AGO = "faked-system-time 20250101T000000\n"
"""For gpg alone: what it makes and signs then has a key that has expired since."""


@pytest.fixture(scope="module")
def key() -> Iterator[Key]:
    with signing_key() as made:
        yield made


@pytest.fixture
def served(key: Key, tmp_path: Path) -> Path:
    """A repository with versions 0.1.0, then 0.1.1."""
    for version in ("0.1.0", "0.1.1"):
        done = repository(key, "add", tmp_path / "served", empty_package(tmp_path, version))
        assert done.returncode == 0, done.stderr
    return tmp_path / "served"


def test_a_screen_is_offered_the_newest_version_and_the_one_before(served: Path, tmp_path: Path) -> None:
    apt = Apt(tmp_path / "screen", served)
    assert apt.get("update").returncode == 0
    assert apt.candidate() == "0.1.1"
    assert apt.versions() == ["0.1.1", "0.1.0"]


def test_a_screen_goes_back_and_a_pin_keeps_it_there(served: Path, tmp_path: Path) -> None:
    apt = Apt(tmp_path / "screen", served, installed="0.1.1")
    apt.get("update")
    back = apt.get("--simulate", "--allow-downgrades", "install", "hms-kiosk=0.1.0")
    assert "Inst hms-kiosk [0.1.1] (0.1.0 " in back.stdout
    pin = (RASPBERRY / "examples" / "hms-kiosk.pref").read_text()
    (apt.preferences / "hms-kiosk.pref").write_text(pin)
    assert re.search(r"^Pin: version 0\.1\.0$", pin, re.MULTILINE)
    assert apt.candidate() == "0.1.0"


def test_only_one_version_before_is_kept_and_nothing_older_comes_in(served: Path, key: Key, tmp_path: Path) -> None:
    assert repository(key, "add", served, empty_package(tmp_path, "0.2.0")).returncode == 0
    older = repository(key, "add", served, tmp_path / "hms-kiosk_0.1.1_arm64.deb")
    same = repository(key, "add", served, tmp_path / "hms-kiosk_0.2.0_arm64.deb")
    for refused in (older, same):
        assert refused.returncode == 1
        assert "hms-kiosk 0.2.0 is in the repository" in refused.stderr
    apt = Apt(tmp_path / "screen", served)
    apt.get("update")
    assert apt.versions() == ["0.2.0", "0.1.1"]
    assert {file.name for file in served.rglob("*.deb")} == {
        "hms-kiosk_0.2.0_arm64.deb",
        "hms-kiosk_0.1.1_arm64.deb",
    }


def test_a_version_that_was_withdrawn_is_offered_to_nobody(served: Path, key: Key, tmp_path: Path) -> None:
    done = repository(key, "withdraw", served, "hms-kiosk")
    assert (done.returncode, "0.1.1 is withdrawn" in done.stderr) == (0, True), done.stderr
    apt = Apt(tmp_path / "screen", served)
    apt.get("update")
    assert set(apt.versions()) == {"0.1.0"}
    again = repository(key, "withdraw", served, "hms-kiosk")
    assert (again.returncode, "There is no version of hms-kiosk before" in again.stderr) == (1, True)


def test_a_list_that_somebody_has_altered_is_refused(served: Path, tmp_path: Path) -> None:
    for file in (served / "dists" / "trixie").rglob("Packages*"):
        if file.suffix != ".gz":
            file.write_text(file.read_text().replace("0.1.1", "6.6.6"))
        else:
            file.unlink()
    refused(Apt(tmp_path / "screen", served), "Hash Sum mismatch|File has unexpected size")


def test_an_index_that_somebody_has_altered_is_refused(served: Path, tmp_path: Path) -> None:
    index = served / "dists" / "trixie" / "InRelease"
    index.write_text(index.read_text().replace("Description: programs", "Description: program5"))
    refused(Apt(tmp_path / "screen", served), "BADSIG|[Bb]ad signature|Message has been manipulated")


def test_a_package_that_somebody_has_altered_is_refused(served: Path, tmp_path: Path) -> None:
    package = next(served.rglob("*_0.1.1_arm64.deb"))
    written = bytearray(package.read_bytes())
    written[len(written) // 2] ^= 1
    package.write_bytes(written)
    apt = Apt(tmp_path / "screen", served)
    assert apt.get("update").returncode == 0
    taken = apt.get("--yes", "--download-only", "install", "hms-kiosk")
    assert taken.returncode == 100
    assert "Hash Sum mismatch" in taken.stderr


def test_what_another_key_has_signed_is_refused(served: Path, tmp_path: Path) -> None:
    with signing_key() as strange:
        assert repository(strange, "add", tmp_path / "other", empty_package(tmp_path, "0.3.0")).returncode == 0
    apt = Apt(tmp_path / "screen", tmp_path / "other", keyring=served / "hms-archive-keyring.gpg")
    refused(apt, "NO_PUBKEY|Missing key")


def test_what_a_key_has_signed_that_has_expired_since_is_refused(tmp_path: Path) -> None:
    with signing_key(gpg_conf=LONG_AGO, lives="30d") as old:
        done = repository(old, "add", tmp_path / "old", empty_package(tmp_path, "0.1.0"))
        assert done.returncode == 0, done.stderr
    refused(Apt(tmp_path / "screen", tmp_path / "old"), "EXPKEYSIG|expired")


def test_a_key_that_was_replaced_signs_everything_anew(served: Path, tmp_path: Path) -> None:
    before = (served / "hms-archive-keyring.gpg").read_bytes()
    with signing_key() as newer:
        done = repository(newer, "sign", served)
        assert done.returncode == 0, done.stderr
    assert (served / "hms-archive-keyring.gpg").read_bytes() != before
    apt = Apt(tmp_path / "screen", served)
    assert apt.get("update").returncode == 0
    assert apt.versions() == ["0.1.1", "0.1.0"]


def test_unattended_upgrades_are_told_the_repositorys_own_names(served: Path) -> None:
    release = (served / "dists" / "trixie" / "Release").read_text()
    told = dict(line.split(": ", 1) for line in release.splitlines() if ": " in line)
    example = (RASPBERRY / "examples" / "52hms-kiosk").read_text()
    assert f'"origin={told["Origin"]},codename={told["Codename"]}"' in example


def test_without_a_key_it_says_what_is_missing(key: Key, served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(key.environment, "HMS_SIGNING_KEY", "")
    done = repository(key, "sign", served)
    assert done.returncode != 0
    assert "HMS_SIGNING_KEY" in done.stderr


def refused(apt: Apt, why: str) -> None:
    """An update fails for this reason, and nothing can be installed after it."""
    done = apt.get("update")
    assert done.returncode == 100
    assert re.search(why, done.stderr), done.stderr
    assert "6.6.6" not in apt.versions()
