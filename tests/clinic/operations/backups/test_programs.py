"""pg_dump is found in the server's release and encrypts where it must; or one sentence says what to install."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from hms_desktop.clinic.operations.backups.programs import Programs, failure, programs_for
from hms_desktop.core.errors import HmsError, Misconfigured, Refused, Unreachable
from hms_desktop.core.programs import binaries
from hms_desktop.core.settings import Server

CENTRAL = Server("db.hospital.example", user="hms_backup", password="secret", sslrootcert="/etc/hms/ca.pem")
LOCAL = Server("/run/hms", user="hms_backup", password="secret")


def installed(folder: Path, release: str) -> Path:
    """A folder with a pg_dump that says it is of that release."""
    folder.mkdir()
    (folder / "pg_dump").write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {release}'\n", "utf-8")
    (folder / "pg_dump").chmod(0o755)
    return folder


def test_the_embedded_servers_own_programs_serve_it() -> None:
    assert programs_for(LOCAL, 18) == Programs(binaries(), 18, embedded=True)


def test_a_server_elsewhere_is_never_dumped_without_encryption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = installed(tmp_path / "18", "18.6 (Debian 18.6-1)")
    monkeypatch.setenv("PATH", str(found))
    assert programs_for(CENTRAL, 18) == Programs(found, 18)
    told = programs_for(CENTRAL, 18).variables(CENTRAL)
    assert (told["PGSSLMODE"], told["PGSSLROOTCERT"]) == ("verify-full", "/etc/hms/ca.pem")
    of_nobody = replace(CENTRAL, sslrootcert="system")  # libpq's word for authorities that are not the hospital's
    assert programs_for(of_nobody, 18).variables(of_nobody)["PGSSLROOTCERT"] != "system"


def test_another_release_is_not_taken_and_the_package_is_named(tmp_path: Path) -> None:
    for server, folder in ((CENTRAL, installed(tmp_path / "15", "15.18")), (LOCAL, tmp_path)):
        with pytest.raises(Misconfigured) as refused:
            programs_for(server, 17, folder)
        assert "postgresql-client-17" in refused.value.sentence
        assert str(folder) in refused.value.sentence


def test_a_pg_dump_that_cannot_encrypt_says_so_and_becomes_the_package_to_install(tmp_path: Path) -> None:
    programs = Programs(binaries(), 18, embedded=True)
    ran = subprocess.run(
        [programs.path("pg_dump")], env=programs.variables(CENTRAL), capture_output=True, text=True, check=False
    )
    told = failure("pg_dump", ran.stderr, server=CENTRAL, major=18)
    assert ran.returncode != 0
    assert told.code == "backup.no_tls"
    assert "postgresql-client-18" in told.sentence


@pytest.mark.parametrize(
    ("said", "kind", "code"),
    [
        ("pg_dump: error: could not write: No space left on device", Refused, "backup.disk_full"),
        ("ERROR:  permission denied for table patients", Refused, "backup.denied"),
        ("pg_dump: error: connection to server failed", Unreachable, "backup.away"),
        ("FATAL: terminating connection due to administrator command", Unreachable, "backup.away"),
        ("something new\n", Misconfigured, "backup.program_failed"),
        ("", Misconfigured, "backup.program_failed"),
    ],
)
def test_what_a_program_complains_of_is_one_sentence(said: str, kind: type[HmsError], code: str) -> None:
    told = failure("pg_dump", said, server=CENTRAL, major=18)
    assert (type(told), told.code) == (kind, code)
    assert told.sentence.endswith(".")
    assert "\n" not in told.sentence
