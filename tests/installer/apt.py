"""A signing key of the test's own, packages that hold nothing, and an apt that knows no other repository."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RASPBERRY = Path(__file__).parents[2] / "installer" / "raspberry"
TOOLS = ("apt-get", "dpkg-deb", "gpg", "reprepro")
"""What the tests of the repository need of a Debian machine."""


def lacking(*tools: str) -> str:
    """Those of the tools that this machine does not have."""
    return ", ".join(tool for tool in tools if shutil.which(tool) is None)


class Key:
    """One that signs; `environment` is for the programs that are to find it."""

    def __init__(self, home: Path, lives: str) -> None:
        self.environment = {"GNUPGHOME": str(home), "HMS_REPOSITORY_URL": "https://apt.hospital.example/hms"}
        gpg = ["gpg", "--batch", "--quiet"]
        self._gpg(
            *gpg, "--passphrase", "", "--quick-gen-key", "Trial <trial@hospital.example>", "ed25519", "sign", lives
        )
        told = self._gpg(*gpg, "--list-keys", "--with-colons")
        self.fingerprint = next(line.split(":")[9] for line in told.splitlines() if line.startswith("fpr:"))
        self.environment["HMS_SIGNING_KEY"] = self.fingerprint

    def _gpg(self, *command: str) -> str:
        done = subprocess.run(command, env=os.environ | self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def signing_key(*, gpg_conf: str = "", lives: str = "never") -> Iterator[Key]:
    """Short-lived; in a folder with a short name, because gpg's socket lies in it."""
    home = Path(tempfile.mkdtemp(prefix="hms-key-"))
    (home / "gpg.conf").write_text(gpg_conf)
    try:
        yield Key(home, lives)
    finally:
        subprocess.run(["gpgconf", "--kill", "all"], env=os.environ | {"GNUPGHOME": str(home)}, check=False)
        shutil.rmtree(home, ignore_errors=True)


def empty_package(folder: Path, version: str) -> Path:
    """hms-kiosk in that version, with nothing in it and nothing it depends on."""
    made = folder / f"empty-{version}"
    (made / "DEBIAN").mkdir(parents=True)
    (made / "DEBIAN" / "control").write_text(
        f"Package: hms-kiosk\nVersion: {version}\nArchitecture: arm64\nMaintainer: Trial <trial@hospital.example>\n"
        "Section: misc\nPriority: optional\nDescription: nothing\n"
    )
    file = folder / f"hms-kiosk_{version}_arm64.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", made, file], capture_output=True, check=True)
    return file


def repository(key: Key, *words: object) -> "subprocess.CompletedProcess[str]":
    """installer/raspberry/repository.sh."""
    return subprocess.run(
        ["sh", RASPBERRY / "repository.sh", *map(str, words)],
        env=os.environ | key.environment,
        capture_output=True,
        text=True,
        check=False,
    )


class Apt:
    """A screen's apt under a folder, with this repository alone; `installed` is what it believes to have."""

    def __init__(self, folder: Path, served: Path, *, keyring: Path | None = None, installed: str = "") -> None:
        self._folder = folder
        self.preferences = folder / "etc" / "preferences.d"
        for name in ("etc/preferences.d", "etc/parts", "state/lists/partial", "cache/archives/partial", "log"):
            (folder / name).mkdir(parents=True)
        keyring = keyring or served / "hms-archive-keyring.gpg"
        sources = (served / "hms.sources").read_text()
        sources = sources.replace("https://apt.hospital.example/hms", f"file:{served}")
        sources = sources.replace("/usr/share/keyrings/hms-archive-keyring.gpg", str(keyring))
        (folder / "etc" / "hms.sources").write_text(sources)
        status = (
            f"Package: hms-kiosk\nStatus: install ok installed\nVersion: {installed}\nArchitecture: arm64\n"
            "Maintainer: Trial <trial@hospital.example>\nDescription: nothing\n\n"
        )
        (folder / "status").write_text(status if installed else "")

    def get(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return self._run("apt-get", "-o", "APT::Update::Error-Mode=any", *words)

    def candidate(self) -> str:
        """The version that an upgrade would take."""
        told = self._run("apt-cache", "policy", "hms-kiosk").stdout
        return next(line.split()[1] for line in told.splitlines() if "Candidate:" in line)

    def versions(self) -> list[str]:
        """Those that the repository offers."""
        return [
            line.split("|")[1].strip() for line in self._run("apt-cache", "madison", "hms-kiosk").stdout.splitlines()
        ]

    def _run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        where = {
            "Dir::Etc": "etc", "Dir::Etc::sourcelist": "etc/hms.sources", "Dir::Etc::sourceparts": "etc/parts",
            "Dir::Etc::preferencesparts": "etc/preferences.d", "Dir::State": "state", "Dir::State::status": "status",
            "Dir::Cache": "cache", "Dir::Log": "log",
        }  # fmt: skip
        settings = [f"{name}={self._folder / path}" for name, path in where.items()]
        settings += ["APT::Architecture=arm64", "APT::Architectures=arm64", "APT::Sandbox::User=root"]
        options = [part for setting in settings for part in ("-o", setting)]
        return subprocess.run(
            [command[0], *options, *command[1:]],
            env=os.environ | {"LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
        )
