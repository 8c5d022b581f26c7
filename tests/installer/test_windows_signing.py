"""Signing for Windows: what was signed verifies; what was altered, unsigned, or signed by a stranger does not."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.windows.pe_files import is_signed
from installer.windows.proof_authority import certifying
from tests.installer.windows import (
    MAKES_PACKAGES,
    SIGNS,
    WINDOWS,
    done,
    flip,
    make_package,
    make_payload,
    needs,
    run,
)

pytestmark = [pytest.mark.packaging, needs(*MAKES_PACKAGES, *SIGNS)]


@dataclass(frozen=True)
class Signed:
    """A signed payload and a signed package, with the settings that did it."""

    settings: Path
    payload: Path
    package: Path

    def copy(self, into: Path) -> "Signed":
        """The same in a folder where a test may do harm."""
        shutil.copytree(self.payload, into / "payload")
        shutil.copy(self.package, into)
        return Signed(self.settings, into / "payload", into / self.package.name)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signed]:
    place = tmp_path_factory.mktemp("signing")
    payload = make_payload(place / "payload", "1.2.3")
    with certifying(place / "authority") as settings:
        done("sh", WINDOWS / "sign.sh", settings, payload)
        package = make_package(payload, place / "out", "1.2.3").file
        done("sh", WINDOWS / "sign.sh", settings, package)
        yield Signed(settings, payload, package)


def verify(settings: Path, what: Path) -> tuple[int, str]:
    ended = run("sh", WINDOWS / "verify.sh", settings, what)
    return ended.returncode, ended.stdout + ended.stderr


def test_what_was_signed_verifies(signed: Signed) -> None:
    for what in (signed.payload, signed.package):
        assert verify(signed.settings, what)[0] == 0


def test_a_signature_without_a_certified_time_is_refused(signed: Signed, tmp_path: Path) -> None:
    authority = signed.settings.parent
    bare = make_package(signed.payload, tmp_path, "1.2.4").file
    timeless = tmp_path / "timeless.msi"
    given = (
        "-certs",
        authority / "signing.pem",
        "-key",
        authority / "signing.key",
        "-readpass",
        authority / "password",
    )
    done("osslsigncode", "sign", *given, "-h", "sha256", "-add-msi-dse", "-in", bare, "-out", timeless)
    code, said = verify(signed.settings, timeless)
    assert code == 1
    assert "no certified time" in said


def test_each_program_is_signed_once_and_other_files_are_left_alone(signed: Signed, tmp_path: Path) -> None:
    here = signed.copy(tmp_path)
    assert is_signed(here.payload / "hms-admin.exe")
    before = {file: file.read_bytes() for file in here.payload.rglob("*") if file.is_file()}
    done("sh", WINDOWS / "sign.sh", signed.settings, here.payload)
    assert {file: file.read_bytes() for file in here.payload.rglob("*") if file.is_file()} == before


def test_an_altered_program_is_refused(signed: Signed, tmp_path: Path) -> None:
    here = signed.copy(tmp_path)
    flip(here.payload / "hms-desktop.exe", 0x600)
    code, said = verify(signed.settings, here.payload)
    assert code == 1
    assert "hms-desktop.exe" in said


def test_an_altered_package_is_refused(signed: Signed, tmp_path: Path) -> None:
    here = signed.copy(tmp_path)
    flip(here.package, here.package.read_bytes().index(b"MSCF") + 100)
    assert verify(signed.settings, here.package)[0] == 1


def test_a_package_without_signature_is_refused(signed: Signed, tmp_path: Path) -> None:
    bare = make_package(signed.payload, tmp_path, "1.2.4").file
    assert verify(signed.settings, bare)[0] == 1


def test_a_program_without_signature_is_refused_among_signed_ones(signed: Signed, tmp_path: Path) -> None:
    here = signed.copy(tmp_path)
    fresh = make_payload(tmp_path / "fresh", "1.2.3")
    shutil.copy(fresh / "hms-admin.exe", here.payload / "_internal" / "slipped-in.dll")
    code, said = verify(signed.settings, here.payload)
    assert code == 1
    assert "slipped-in.dll" in said
    assert "not signed" in said


def test_nobody_is_trusted_without_an_authority(signed: Signed, tmp_path: Path) -> None:
    lines = signed.settings.read_text(encoding="utf-8").splitlines()
    strict = signed.settings.with_name("without_authority")
    strict.write_text("\n".join(line for line in lines if "AUTHORITY" not in line), encoding="utf-8")
    assert verify(strict, signed.package)[0] == 1


def test_what_somebody_else_of_the_same_authority_has_signed_is_not_ours(signed: Signed, tmp_path: Path) -> None:
    of_another = tmp_path / "settings"
    colleague = tmp_path / "colleague.pem"
    given = ("-newkey", "rsa:2048", "-nodes", "-keyout", tmp_path / "key", "-subj", "/CN=Somebody Else", "-days", "9")
    done("openssl", "req", "-x509", *given, "-out", colleague)
    text = signed.settings.read_text(encoding="utf-8").replace("CERTIFICATES=", f"CERTIFICATES={colleague}\n#")
    for name in ("AUTHORITY", "TIMESTAMP_AUTHORITY"):
        text = text.replace(f"\n{name}=", f"\n{name}={signed.settings.parent}/")
    of_another.write_text(text, encoding="utf-8")
    code, said = verify(of_another, signed.package)
    assert code == 1
    assert "signed by somebody else" in said


def test_the_signature_of_a_package_covers_its_tables_names_too(signed: Signed) -> None:
    assert "MsiDigitalSignatureEx".encode("utf-16-le") in signed.package.read_bytes()


def test_who_is_signed_by_another_authority_is_a_stranger(signed: Signed, tmp_path: Path) -> None:
    with certifying(tmp_path / "stranger") as stranger:
        assert verify(stranger, signed.package)[0] == 1


def test_nothing_is_signed_without_a_certified_time(signed: Signed, tmp_path: Path) -> None:
    here = signed.copy(tmp_path)
    (here.payload / "hms-admin.exe").unlink()
    make_payload(tmp_path / "fresh", "1.2.3")
    shutil.copy(tmp_path / "fresh" / "hms-admin.exe", here.payload)
    silent = signed.settings.with_name("silent_clock")
    text = signed.settings.read_text(encoding="utf-8")
    url = next(line for line in text.splitlines() if line.startswith("TIMESTAMP_URL="))
    silent.write_text(text.replace(url, "TIMESTAMP_URL=http://127.0.0.1:9"), encoding="utf-8")
    assert run("sh", WINDOWS / "sign.sh", silent, here.payload).returncode == 1
    assert not is_signed(here.payload / "hms-admin.exe"), "a signature that ends with its certificate"


@pytest.mark.parametrize("name", ["CERTIFICATES", "KEY", "TIMESTAMP_URL"])
def test_a_setting_that_is_missing_is_named(signed: Signed, tmp_path: Path, name: str) -> None:
    lines = signed.settings.read_text(encoding="utf-8").splitlines()
    poor = tmp_path / "settings"
    poor.write_text("\n".join(line for line in lines if not line.startswith(f"{name}=")), encoding="utf-8")
    ended = run("sh", WINDOWS / "sign.sh", poor, signed.package)
    assert ended.returncode == 1
    assert name in ended.stderr
