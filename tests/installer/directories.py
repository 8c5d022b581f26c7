"""A hospital's directory in a Debian root: LDAP, which takes passwords over TLS alone, and a Kerberos centre."""

import datetime as dt
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hms_desktop.clinic.operations.preparing import authority
from tests.installer.debian_root import DebianRoot
from tests.waiting import wait_until

REALM = "HOSPITAL.EXAMPLE"
BASE = "dc=hospital,dc=example"
LOGIN, PASSWORD = "ada", "what only the directory knows"
READER, READER_PASSWORD = f"cn=reader,{BASE}", "reads names"
_SLAPD = f"""\
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload ppolicy
TLSCACertificateFile /srv/directory/ca.pem
TLSCertificateFile /srv/directory/server.crt
TLSCertificateKeyFile /srv/directory/server.key
security simple_bind=128
database mdb
suffix {BASE}
rootdn cn=keeper,{BASE}
rootpw keeper
directory /srv/directory/data
overlay ppolicy
ppolicy_default cn=policy,{BASE}
"""
_PEOPLE = f"""\
dn: {BASE}
objectClass: dcObject
objectClass: organization
o: Hospital
dc: hospital

dn: ou=people,{BASE}
objectClass: organizationalUnit
ou: people

dn: uid={LOGIN},ou=people,{BASE}
objectClass: inetOrgPerson
uid: {LOGIN}
cn: Ada Example
sn: Example
mail: ada@hospital.example
userPassword: {PASSWORD}

dn: {READER}
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: reader
userPassword: {READER_PASSWORD}

dn: cn=policy,{BASE}
objectClass: organizationalRole
objectClass: pwdPolicy
cn: policy
pwdAttribute: userPassword
pwdLockout: TRUE
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


class Ldap:
    """slapd with one person and one account that may read names; it takes passwords over TLS alone."""

    def __init__(self, root: DebianRoot) -> None:
        self._root = root
        self.tls_port, self.plain_port = free_port(), free_port()
        self._process: subprocess.Popen[bytes] | None = None
        folder = root.path / "srv/directory"
        (folder / "data").mkdir(parents=True)
        now = dt.datetime.now(dt.UTC)
        signer = authority.make_authority("Hospital", now)
        server = authority.make_server(signer, ["127.0.0.1"], now)
        for name, text in (
            ("ca.pem", signer.certificate),
            ("server.crt", server.certificate),
            ("server.key", server.key),
            ("slapd.conf", _SLAPD),
            ("people.ldif", _PEOPLE),
        ):
            (folder / name).write_text(text, "utf-8")
        root.run("slapadd", "-f", "/srv/directory/slapd.conf", "-l", "/srv/directory/people.ldif")

    def trust(self) -> None:
        """What IT does on the database's machine: its LDAP library knows the directory's authority."""
        (self._root.path / "etc/ldap/ldap.conf").write_text("TLS_CACERT /srv/directory/ca.pem\n", "utf-8")

    def distrust(self) -> None:
        (self._root.path / "etc/ldap/ldap.conf").write_text("", "utf-8")

    def start(self) -> None:
        places = f"ldaps://127.0.0.1:{self.tls_port} ldap://127.0.0.1:{self.plain_port}"
        self._process = subprocess.Popen(
            self._root.command("slapd", "-d", "0", "-f", "/srv/directory/slapd.conf", "-h", places),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: answers(self.tls_port), "the directory answers")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def lock(self, locked: bool) -> None:
        """As a directory does by itself after some wrong passwords."""
        what = (
            "add: pwdAccountLockedTime\npwdAccountLockedTime: 000001010000Z"
            if locked
            else "delete: pwdAccountLockedTime"
        )
        change = self._root.path / "srv/directory/change.ldif"
        change.write_text(f"dn: uid={LOGIN},ou=people,{BASE}\nchangetype: modify\n{what}\n", "utf-8")
        self._root.run(
            *("ldapmodify", "-x", "-H", f"ldaps://127.0.0.1:{self.tls_port}", "-D", f"cn=keeper,{BASE}"),
            *("-w", "keeper", "-f", "/srv/directory/change.ldif"),
            LDAPTLS_CACERT="/srv/directory/ca.pem",
        )


class Kerberos:
    """A centre for REALM; `configuration` is krb5.conf and `tickets` where a person's tickets lie, both as this
    machine's programs find them."""

    def __init__(self, root: DebianRoot) -> None:
        self._root = root
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        folder = root.path / "srv/kerberos"
        folder.mkdir(parents=True)
        self.configuration, self.tickets = folder / "krb5.conf", folder / "tickets"
        # A time of grace for clocks that differ would keep an ended ticket alive for five minutes.
        self.configuration.write_text(
            f"[libdefaults]\n default_realm = {REALM}\n dns_lookup_kdc = false\n dns_canonicalize_hostname = false\n"
            f" rdns = false\n udp_preference_limit = 1\n clockskew = 1\n"
            f"[realms]\n {REALM} = {{\n  kdc = 127.0.0.1:{self.port}\n }}\n",
            "utf-8",
        )
        (folder / "kdc.conf").write_text(
            f"[realms]\n {REALM} = {{\n  kdc_listen = 127.0.0.1:{self.port}\n  kdc_tcp_listen = 127.0.0.1:{self.port}\n"
            "  database_name = /srv/kerberos/principal\n  key_stash_file = /srv/kerberos/stash\n }\n",
            "utf-8",
        )
        self._in("kdb5_util", "create", "-s", "-r", REALM, "-P", "a master key of this run")

    def _in(self, *words: object) -> None:
        self._root.run(*words, **self._places())

    def _places(self) -> dict[str, str]:
        return {"KRB5_CONFIG": "/srv/kerberos/krb5.conf", "KRB5_KDC_PROFILE": "/srv/kerberos/kdc.conf"}

    def add_person(self, login: str) -> None:
        self._in("kadmin.local", "addprinc", "-pw", PASSWORD, login)

    def add_server(self, host: str, keytab: str) -> None:
        """What IT does with ktpass or kadmin: a service postgres/HOST, whose key goes to the database's machine."""
        self._in("kadmin.local", "addprinc", "-randkey", f"postgres/{host}")
        self._in("kadmin.local", "ktadd", "-k", keytab, f"postgres/{host}")

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._root.command("krb5kdc", "-n", "-r", REALM, **self._places()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: answers(self.port), "the centre answers")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def sign_in(self, login: str, life: str = "1h") -> None:
        """As signing in to the computer does."""
        done = subprocess.run(
            self._root.command("kinit", "-l", life, "-c", "/srv/kerberos/tickets", login, **self._places()),
            input=f"{PASSWORD}\n",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    def sign_out(self) -> None:
        self.tickets.unlink(missing_ok=True)


@contextmanager
def running(*servers: Ldap | Kerberos) -> Iterator[None]:
    try:
        for server in servers:
            server.start()
        yield
    finally:
        for server in servers:
            server.stop()


@contextmanager
def away(server: Ldap | Kerberos) -> Iterator[None]:
    """It answers nobody until the block ends."""
    server.stop()
    try:
        yield
    finally:
        server.start()


def as_file(path: Path, **options: object) -> None:
    """The directory's file that hms-admin init --directory is told."""
    path.write_text("".join(f"{name}={value}\n" for name, value in options.items()), "utf-8")
